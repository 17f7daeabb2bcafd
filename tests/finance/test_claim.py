"""What is owed, by the formula of MONEY §4 and the noodle shop of CONTENT 1.2."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator_tui.case.debts import Debt, Missed
from negotiator_tui.case.kinds import OwedFor, PenaltyBase, Per, Shape, YearDays, YesNo
from negotiator_tui.finance.claim import claim, claim_at_start
from negotiator_tui.finance.claim_payment import apply_payment
from negotiator_tui.finance.claim_reading import Base

TODAY = date(2026, 11, 23)
DUE = date(2026, 10, 31)  # 23 days before


def debt(**answers) -> Debt:
    return Debt(id="d1", shape=Shape.LOAN, **answers)


def shop(**answers) -> Debt:
    """The 网商贷 of the noodle shop: one instalment of 4,359.63 overdue, the penalty clause not yet read."""
    known = {
        "outstanding": Decimal("48000.00"),
        "overdue": YesNo.YES,
        "overdue_since": DUE,
        "next_due": date(2026, 11, 30),
        "rate": Decimal("0.045"),
        "rate_per": Per.DAY,
        "year_days": YearDays.D360,
        "instalment": Decimal("4359.63"),
        "as_of": TODAY,
    }
    return debt(**{**known, **answers})


def missed(due: date, principal: str, interest: str, number: int = 1) -> Missed:
    return Missed(id=f"m{number}", debt="d1", due=due, principal=Decimal(principal), interest=Decimal(interest))


ONE = (missed(DUE, "3711.63", "648.00"),)


@pytest.mark.parametrize("listed", [ONE, ()], ids=["listed", "worked out"])
def test_the_first_relief_of_the_noodle_shop(listed):
    found = claim(shop(), listed, TODAY)
    assert found.overdue_days == 23
    assert found.instalment_only is not None
    assert found.whole_loan is not None
    # 4,359.63 x 0.045 % x 1.5 x 23 = 67.6833, a day 2.9428; 48,000 x 0.045 % x 1.5 = 32.40 a day
    assert found.instalment_only.penalty == Decimal("67.68")
    assert found.instalment_only.penalty_per_day == Decimal("2.94")
    assert found.whole_loan.penalty_per_day == Decimal("32.40")
    assert found.likely == found.instalment_only
    assert found.worked_out is (listed == ())
    assert found.decides == ("penalty_base", "accelerated_on", "penalty_multiplier")
    assert found.missing == ()


def test_the_sum_of_the_parts():
    found = claim(shop(), ONE, TODAY).likely
    # 44,288.37 x 0.00045 x 23 = 458.3846..
    assert found.parts == tuple(map(Decimal, ("48000.00", "648.00", "0.00", "458.38", "67.68", "0.00")))
    assert found.total == Decimal("49174.06")
    assert found.interest_per_day == Decimal("19.93")


def test_the_range_runs_from_the_least_to_the_most_the_contract_can_say():
    found = claim(shop(), ONE, TODAY)
    # 3,711.63 x 0.00045 x 1.3 x 23 = 49.94; 48,000 x 0.00045 x 1.5 x 23 = 745.20, and then no plain interest besides
    assert (found.low.base_is, found.low.multiplier, found.low.penalty) == (
        Base.PRINCIPAL,
        Decimal("1.3"),
        Decimal("49.94"),
    )
    assert (found.high.base_is, found.high.multiplier, found.high.penalty) == (
        Base.WHOLE,
        Decimal("1.5"),
        Decimal("745.20"),
    )
    assert found.high.normal_interest == 0
    assert found.low.total <= found.total <= found.high.total


def test_the_penalty_rate_replaces_the_contract_rate():
    # V26: 10,000 at 0.05 % a day: 5.00 before the due date, 7.50 after it
    before = claim(
        debt(
            outstanding=Decimal(10_000),
            overdue=YesNo.NO,
            next_due=date(2026, 12, 22),
            rate=Decimal("0.05"),
            rate_per=Per.DAY,
        ),
        (),
        TODAY,
    ).likely
    assert (before.interest_per_day, before.penalty_per_day) == (Decimal("5.00"), Decimal("0.00"))
    after = claim(
        debt(
            outstanding=Decimal(10_000),
            overdue=YesNo.YES,
            overdue_principal=Decimal(10_000),
            overdue_interest=Decimal(0),
            penalty_due=Decimal(0),
            as_of=date(2026, 11, 22),
            rate=Decimal("0.05"),
            rate_per=Per.DAY,
            penalty_multiplier=Decimal("1.5"),
            penalty_base=PenaltyBase.PRINCIPAL,
        ),
        (),
        TODAY,
    )
    assert (after.likely.interest_per_day, after.likely.penalty_per_day) == (Decimal("0.00"), Decimal("7.50"))
    assert after.total == Decimal("10007.50")
    assert after.decides == ()


STATED = {
    "outstanding": Decimal(50_000),
    "overdue": YesNo.YES,
    "overdue_since": date(2026, 9, 5),
    "next_due": date(2026, 12, 5),
    "overdue_principal": Decimal(8_000),
    "overdue_interest": Decimal(1_200),
    "penalty_due": Decimal("88.80"),
    "as_of": date(2026, 11, 13),
    "rate": Decimal("18"),
    "rate_per": Per.YEAR,
    "year_days": YearDays.D360,
    "penalty_multiplier": Decimal("1.5"),
    "penalty_base": PenaltyBase.PRINCIPAL,
}


def test_the_formula_with_the_lenders_own_figures():
    # daily 0.05 %; interest from 5 November: 42,000 x 0.0005 x 18 = 378.00; penalty: 8,000 x 0.0005 x 1.5 x 10 = 60.00
    found = claim(debt(**STATED), (), TODAY)
    assert found.likely.parts == tuple(map(Decimal, ("50000.00", "1200.00", "88.80", "378.00", "60.00", "0.00")))
    assert found.total == Decimal("51726.80")
    assert found.likely.penalty_so_far == Decimal("148.80")
    assert found.low == found.high == found.likely
    assert not found.is_range


def test_penalty_on_interest_too_where_the_contract_says_so():
    found = claim(debt(**{**STATED, "penalty_base": PenaltyBase.PRINCIPAL_AND_INTEREST}), (), TODAY)
    assert found.likely.base == Decimal("9200.00")
    assert found.likely.penalty == Decimal("69.00")  # 9,200 x 0.0005 x 1.5 x 10


def test_compound_interest_is_a_line_of_its_own_and_only_if_agreed():
    agreed = debt(**STATED, compound=YesNo.YES)
    assert claim(agreed, (), TODAY).likely.compound == Decimal("9.00")  # 1,200 x 0.0005 x 1.5 x 10
    assert claim(debt(**STATED, compound=YesNo.NO), (), TODAY).likely.compound == 0
    inside = agreed.model_copy(update={"penalty_base": PenaltyBase.PRINCIPAL_AND_INTEREST})
    assert claim(inside, (), TODAY).likely.compound == 0  # the interest bears penalty already, never twice


def test_a_loan_called_in_before_the_amounts_were_stated_bears_penalty_as_a_whole():
    found = claim(debt(**STATED, accelerated_on=date(2026, 11, 1)), (), TODAY)
    # 50,000 x 0.0005 x 1.5 x 10 = 375.00 and no plain interest
    assert found.likely.parts == tuple(map(Decimal, ("50000.00", "1200.00", "88.80", "0.00", "375.00", "0.00")))
    assert found.likely.base_is is Base.WHOLE
    assert found.instalment_only is None
    assert found.decides == ()


def test_a_loan_called_in_since_then_changes_on_that_day():
    found = claim(debt(**STATED, accelerated_on=date(2026, 11, 18)), (), TODAY)
    # interest to the 18th: 42,000 x 0.0005 x 13 = 273.00; penalty 8,000 x 0.00075 x 5 + 50,000 x 0.00075 x 5
    assert found.likely.normal_interest == Decimal("273.00")
    assert found.likely.penalty == Decimal("217.50")
    assert found.likely.penalty_per_day == Decimal("37.50")


def test_a_call_of_a_later_day_does_not_count_yet():
    plain, later = debt(**STATED), debt(**STATED, accelerated_on=date(2026, 12, 1))
    assert claim(later, (), TODAY).total == claim(plain, (), TODAY).total


def test_whether_it_was_called_in_is_a_question_of_its_own():
    found = claim(debt(**STATED, unknown=("accelerated_on",)), (), TODAY)
    assert found.decides == ("accelerated_on",)
    assert found.high.penalty == Decimal("375.00")
    assert found.likely == found.low


def test_every_missed_instalment_counts_from_its_own_day():
    listed = (
        missed(date(2026, 9, 5), "3000.00", "700.00", 1),
        missed(date(2026, 10, 5), "3100.00", "600.00", 2),
        missed(date(2027, 1, 5), "9999.00", "99.00", 3),  # not yet due
        Missed(id="m4", debt="d2", due=date(2026, 10, 5), principal=Decimal(1), interest=Decimal(1)),
    )
    own = {
        key: value
        for key, value in STATED.items()
        if key not in {"overdue_principal", "overdue_interest", "penalty_due"}
    }
    found = claim(debt(**{**own, "as_of": TODAY}), listed, TODAY)
    # 3,000 x 0.00075 x 79 = 177.75; 3,100 x 0.00075 x 49 = 113.925 -> 113.93 (half-up, each a term)
    assert found.likely.penalty == Decimal("291.68")
    assert found.likely.overdue_interest == Decimal("1300.00")
    # interest not yet due from 5 November: (50,000 - 6,100) x 0.0005 x 18
    assert found.likely.normal_interest == Decimal("395.10")
    assert found.overdue_days == 79


def test_instalments_missed_since_the_amounts_were_stated_do_not_bear_their_interest_twice():
    own = shop(next_due=date(2026, 10, 31), as_of=date(2026, 10, 20))
    found = claim(own, ONE, TODAY).likely
    assert found.normal_interest == Decimal("458.38")  # from 31 October, not from 30 September


def test_the_year_decides_where_the_rate_is_yearly():
    found = claim(debt(**{**STATED, "year_days": None}), (), TODAY)
    assert found.decides == ("year_days",)
    # 42,000 x 18 % / 365 x 18 = 372.82; 8,000 x 18 % / 365 x 1.5 x 10 = 59.18
    assert (found.low.normal_interest, found.low.penalty) == (Decimal("372.82"), Decimal("59.18"))
    assert found.high == found.likely


def test_a_february_due_date_keeps_the_31st():
    own = shop(overdue_since=date(2027, 1, 31), next_due=date(2027, 2, 28), as_of=date(2027, 2, 10))
    found = claim(own, (missed(date(2027, 1, 31), "3711.63", "648.00"),), date(2027, 2, 10)).likely
    assert found.normal_interest == Decimal("199.30")  # 44,288.37 x 0.00045 x 10


def test_nothing_overdue_has_no_penalty_and_no_open_questions():
    found = claim(shop(overdue=YesNo.NO, overdue_since=None), (), TODAY)
    assert (found.likely.penalty, found.whole_loan, found.decides, found.overdue_days) == (0, None, (), 0)
    assert found.likely.normal_interest == Decimal("518.40")  # 48,000 x 0.00045 x 24, from 30 October


def test_what_is_missing_is_named():
    assert claim(debt(), (), TODAY).missing == ("outstanding", "rate", "rate_per", "next_due", "overdue")
    half = claim(debt(outstanding=Decimal(48_000), overdue=YesNo.YES, overdue_since=DUE), (), TODAY)
    assert half.missing == ("rate", "rate_per", "overdue_principal")
    assert half.total == Decimal("48000.00")


def test_without_a_rate_nothing_runs_on():
    found = claim(shop(rate=None), ONE, TODAY)
    assert found.total == Decimal("48648.00")
    assert found.decides == ()


def test_two_instalments_worked_out_one_after_the_other():
    own = shop(overdue_since=date(2026, 9, 30), next_due=date(2026, 11, 30))
    found = claim(own, (), TODAY)
    # 648.00 + 3,711.63, then fen(44,288.37 x 1.35 %) = 597.89 + 3,761.74
    assert found.likely.overdue_interest == Decimal("1245.89")
    assert found.likely.penalty == Decimal("229.54")  # 2.94275 a day: x 54 = 158.91 and x 24 = 70.63


@pytest.mark.parametrize(
    ("answers", "total"),
    [
        ({"shape": Shape.CARD, "statement": Decimal(6180)}, "6180.00"),
        ({"shape": Shape.BILL, "outstanding": Decimal(6300), "statement": Decimal(1)}, "6300.00"),
        ({"shape": Shape.ARREARS, "owed_for": OwedFor.RENT, "monthly": Decimal(4500), "months_owed": 2}, "9000.00"),
        ({"shape": Shape.UNVERIFIED, "to_repay": Decimal(3000), "received": Decimal(2000)}, "3000.00"),
        ({"shape": Shape.PERSONAL}, "0.00"),
        ({"shape": Shape.PAWN, "outstanding": Decimal(800)}, "800.00"),
    ],
)
def test_other_shapes_owe_what_is_stated(answers, total):
    found = claim(
        Debt(id="d1", rate=Decimal(18), rate_per=Per.YEAR, overdue=YesNo.YES, overdue_since=DUE, **answers), (), TODAY
    )
    assert found.total == Decimal(total)
    assert found.missing == (("outstanding",) if total == "0.00" else ())
    assert found.overdue_days == 23


@given(
    st.dates(date(2026, 11, 13), date(2027, 6, 1)),
    st.sampled_from([None, *PenaltyBase]),
    st.sampled_from([None, Decimal(1), Decimal("1.5")]),
    st.sampled_from([None, *YearDays]),
    st.none() | st.dates(date(2026, 9, 1), date(2027, 3, 1)),
)
@settings(max_examples=100, deadline=None)
def test_the_figure_lies_in_its_range_and_never_falls_with_time(day, base, multiplier, year, called):
    own = debt(
        **{**STATED, "penalty_base": base, "penalty_multiplier": multiplier, "year_days": year}, accelerated_on=called
    )
    found = claim(own, (), day)
    assert found.low.total <= found.total <= found.high.total
    assert found.is_range == (found.low.total != found.high.total or bool(found.decides))
    tomorrow = claim(own, (), date.fromordinal(day.toordinal() + 1))
    assert tomorrow.total >= found.total


# Money that arrives


def test_a_payment_goes_to_costs_then_interest_then_principal():
    applied = apply_payment(Decimal(1000), Decimal(50), Decimal("736.80"), Decimal(48_000))
    assert (applied.costs, applied.interest, applied.principal, applied.left) == (
        50,
        Decimal("736.80"),
        Decimal("213.20"),
        0,
    )


def test_a_small_payment_may_not_reach_the_principal_and_a_large_one_leaves_something():
    small = apply_payment(Decimal(60), Decimal(50), Decimal(700), Decimal(48_000))
    assert (small.costs, small.interest, small.principal, small.left) == (50, 10, 0, 0)
    large = apply_payment(Decimal(100), Decimal(0), Decimal(10), Decimal(20))
    assert (large.interest, large.principal, large.left) == (10, 20, 70)


def test_a_plan_that_begins_before_today_keeps_what_fell_due_since():
    owed = shop(overdue_since=date(2026, 11, 10), next_due=date(2026, 12, 10), as_of=None)
    found = claim_at_start(owed, (), date(2026, 12, 1), date(2026, 11, 24)).likely
    # interest of the missed instalment 48,000 x 1.35 % = 648.00; 4,359.63 x 0.045 % x 1.5 x 14 days = 41.1985;
    # the interest from 10 November stands in the plan's first row, which runs from 1 November
    assert (found.overdue_interest, found.penalty, found.normal_interest) == (Decimal(648), Decimal("41.20"), 0)
    assert found.total == Decimal("48689.20")


def test_interest_before_the_beginning_of_such_a_plan_is_owed():
    stated = {"overdue_principal": Decimal(3000), "overdue_interest": Decimal(600), "penalty_due": Decimal("5.00")}
    owed = shop(overdue_since=date(2026, 10, 20), next_due=date(2026, 10, 20), as_of=date(2026, 10, 25), **stated)
    found = claim_at_start(owed, (), date(2026, 12, 1), date(2026, 11, 24)).likely
    # 45,000 x 0.045 % x 12 days from 20 October to 1 November = 243.00
    assert found.normal_interest == Decimal("243.00")
    # 3,600 x 0.045 % x 1.5 x 30 days since 25 October = 72.90, besides the 5.00 that the lender states
    assert found.penalty_so_far == Decimal("77.90")


@pytest.mark.parametrize(
    ("first_due", "start"),
    [
        (date(2026, 12, 23), TODAY),
        (date(2027, 1, 31), date(2026, 12, 31)),
        (date(2026, 11, 22), date(2026, 10, 22)),
        (date(2026, 6, 5), date(2026, 5, 5)),
    ],
)
def test_a_plan_that_begins_later_or_has_begun_starts_from_its_own_day(first_due, start):
    assert claim_at_start(shop(), ONE, first_due, TODAY) == claim(shop(), ONE, start)
