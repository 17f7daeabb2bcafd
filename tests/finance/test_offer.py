"""Plans and offers worked out for one debt."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Accrual, GraceKind, Method, PenaltyBase, Per, Shape, YearDays, YesNo
from negotiator_tui.case.offers import Offer
from negotiator_tui.case.plans import Term
from negotiator_tui.finance.claim_overdue import Overdue
from negotiator_tui.finance.offer import Outcome, worked_out
from negotiator_tui.finance.offer_terms import Proposal, asked, contract_percent, contract_terms, offered
from negotiator_tui.finance.schedule_terms import Terms
from negotiator_tui.text.fault import Fault, sentence

TODAY = date(2026, 11, 5)
DEBT = Debt(
    id="d1",
    shape=Shape.LOAN,
    outstanding=Decimal(12_000),
    overdue=YesNo.YES,
    overdue_since=date(2026, 10, 5),
    next_due=date(2026, 12, 5),
    as_of=TODAY,
    rate=Decimal(12),
    rate_per=Per.YEAR,
    year_days=YearDays.D360,
    overdue_principal=Decimal(1000),
    overdue_interest=Decimal(240),
    penalty_due=Decimal(60),
    penalty_multiplier=Decimal("1.5"),
    penalty_base=PenaltyBase.PRINCIPAL,
    method=Method.EQUAL_INSTALMENT,
    months_left=11,
)
PLAN = Proposal(Method.EQUAL_INSTALMENT, 12, Decimal(12), asked=True)


def found(proposal: Proposal, debt: Debt = DEBT, **pools) -> Outcome:
    result = worked_out(proposal, debt, (), TODAY, **pools)
    assert isinstance(result, Outcome), result
    return result


def test_a_plan_at_the_contract_rate_concedes_nothing_and_shows_its_rate():
    plan = found(PLAN)
    # claim 12,000 + 240 + 60; level fen(12,000 x 0.01 / (1 - 1.01^-12)) = 1,066.19; parked 300 / 12 = 25.00
    assert plan.claim.total == Decimal("12300.00")
    assert (plan.balance, plan.parked) == (12_000, 300)
    assert plan.payments_fen[:11] == (109_119,) * 11
    assert plan.concession == 0
    assert plan.total_paid == Decimal("13094.23")  # 12 x 1,066.1855 + 300, the last row takes the rounding
    assert plan.rate is not None
    # the parked 300 bear no interest: a little below 12 %
    assert Decimal("11.6") < plan.rate.nominal < Decimal(12)
    assert plan.schedule.terms.start == TODAY
    assert plan.schedule.end == date(2027, 11, 5)


def test_waivers_are_the_concession():
    assert found(replace(PLAN, penalty_waived=Decimal(60))).concession == 60
    both = found(replace(PLAN, penalty_waived=Decimal(60), interest_waived=Decimal(240)))
    assert (both.concession, both.parked) == (300, 0)
    assert found(replace(PLAN, penalty_waived=Decimal(9999))).concession == 60  # never more than there is


def test_what_is_paid_now_goes_to_penalty_and_interest_first():
    plan = found(replace(PLAN, paid_now=Decimal(500)))
    assert (plan.balance, plan.parked) == (11_800, 0)
    assert plan.concession == 0
    less = found(replace(PLAN, paid_now=Decimal(100)))
    assert (less.balance, less.parked) == (12_000, 200)


def test_a_lower_rate_is_a_concession():
    # 12 x 1,000.00 at rate 0 are worth 11,255.08 at 1 % a month (annuity factor 11.255077)
    assert (
        found(replace(PLAN, rate=Decimal(0), penalty_waived=Decimal(60), interest_waived=Decimal(240))).concession
        == 1045
    )


def test_fits_and_holds():
    plan = found(PLAN, pool=[110_000] * 60, safe=[110_000] * 5 + [100_000] * 55)
    assert plan.fit is not None
    assert plan.hold is not None
    assert plan.fit.ok
    assert (plan.hold.ok, plan.hold.breaks_in, plan.hold.short_by) == (False, 5, 9_119)
    assert found(PLAN).fit is None


def test_an_ask_below_its_interest_is_refused_and_an_offer_shown():
    low = replace(PLAN, method=Method.LOW_THEN_HIGH, low=Decimal(100), low_months=6)
    refused = worked_out(low, DEBT, (), TODAY)
    assert isinstance(refused, Fault)
    assert refused.code == "schedule.below-interest"
    shown = found(replace(low, asked=False))
    assert shown.interest_to_principal == -sum(shown.schedule.principal_fen[:6]) / Decimal(100)
    assert "schedule.unpaid-added" in {each.code for each in shown.remarks}


def test_interest_added_in_a_grace_is_flagged():
    plan = found(replace(PLAN, grace_months=2, grace_kind=GraceKind.ADDED))
    assert plan.interest_to_principal == Decimal("241.20")
    assert "schedule.interest-added" in {each.code for each in plan.remarks}


OFFERED = replace(PLAN, asked=False, penalty_waived=Decimal(60))


def test_an_offer_whose_instalment_has_the_interest_inside_the_principal():
    # 12,240 x 0.0888487887 = 1,087.51; parked it would be 1,066.19 + 20.00 = 1,086.19
    offer = found(replace(OFFERED, instalment=Decimal("1087.51")))
    assert offer.interest_to_principal == Decimal("240.00")
    assert (offer.balance, offer.parked) == (12_240, 0)
    assert "offer.interest-to-principal" in {each.code for each in offer.remarks}
    assert offer.concession == 60
    honest = found(replace(OFFERED, instalment=Decimal("1086.19")))
    assert honest.interest_to_principal == 0
    assert honest.remarks == ()


@pytest.mark.parametrize(
    ("stated", "last", "total"),
    [
        # 240 of older interest are 20 a month: 780 of the 800 go to 12,000 at 1 % a month; the last row takes the rest.
        (800, 442_954, "13229.54"),
        # 10 do not hold the 20: all 240 are left for the end, and 110 a month are added.
        (10, 1_364_507, "13755.07"),
    ],
)
def test_too_low_an_instalment_leaves_the_rest_for_the_last_row(stated, last, total):
    offer = found(replace(OFFERED, instalment=Decimal(stated)))
    assert offer.payments_fen == (stated * 100,) * 11 + (last,)
    assert offer.total_paid == Decimal(total)
    assert offer.concession is not None
    assert -40 < offer.concession <= 60  # the penalty that is waived, no more
    assert offer.rest == (12, last)
    assert offer.remarks[0].code == "offer.rest"
    assert "schedule.last-larger" not in {each.code for each in offer.remarks}


def test_a_stated_instalment_is_what_is_paid():
    offer = found(replace(OFFERED, instalment=Decimal(1200)))
    assert offer.payments_fen == (120_000,) * 12
    assert offer.total_paid == Decimal("14400.00")
    assert offer.computed_instalment == Decimal("1086.19")
    assert "offer.instalment-differs" in {each.code for each in offer.remarks}
    assert offer.concession is not None
    assert offer.concession < 0
    assert offer.rate is not None
    assert offer.rate.nominal > 30
    assert "offer.over-24" in {each.code for each in offer.remarks}


def test_fees_count_in_the_total_and_the_rate():
    plain, offer = found(OFFERED), found(replace(OFFERED, fee_upfront=Decimal(100), fee_monthly=Decimal(5)))
    assert offer.fees == Decimal("160.00")
    assert offer.total_paid == plain.total_paid + 160
    assert offer.rate is not None
    assert plain.rate is not None
    assert offer.rate.nominal > plain.rate.nominal + 2
    assert offer.concession == plain.concession
    assert all("{" not in sentence(each, "en") for each in offer.remarks)


def test_a_later_first_payment_starts_later_and_the_claim_with_it():
    plan = found(replace(PLAN, first_due=date(2027, 1, 5)))
    # a month more: 11,000 x 12 % / 360 x 30 = 110.00 and 1,000 x 1.5 x 12 % / 360 x 30 = 15.00
    assert plan.claim.day == date(2026, 12, 5)
    assert plan.claim.total == Decimal("12425.00")
    assert plan.concession == 0


def test_without_a_contract_rate_there_is_no_concession():
    assert found(PLAN, DEBT.model_copy(update={"rate": None})).concession is None
    unknown = worked_out(PLAN, DEBT.model_copy(update={"outstanding": None}), (), TODAY)
    assert isinstance(unknown, Fault)
    assert unknown.code == "offer.balance"


# From the case to a proposal


def test_what_a_plan_leaves_open_is_as_in_the_contract():
    debt = DEBT.model_copy(update={"accrual": Accrual.DAILY, "year_days": YearDays.D365})
    made = asked(Term(id="t1", months=24, low=Decimal(1)), debt)
    assert made == replace(PLAN, months=24, low=Decimal(1), accrual=Accrual.DAILY, year_days=365)
    full = Term(
        id="t1",
        method=Method.STEPPED_10,
        months=30,
        rate=Decimal(6),
        grace_months=3,
        grace_kind=GraceKind.ADDED,
        paid_now=Decimal(10),
        penalty_waived=Decimal(20),
        interest_waived=Decimal(30),
        first_due=date(2027, 1, 1),
    )
    assert asked(full, DEBT) == Proposal(
        Method.STEPPED_10,
        30,
        Decimal(6),
        asked=True,
        grace_months=3,
        grace_kind=GraceKind.ADDED,
        paid_now=Decimal(10),
        penalty_waived=Decimal(20),
        interest_waived=Decimal(30),
        first_due=date(2027, 1, 1),
    )


def test_an_offer_brings_its_instalment_and_fees():
    offer = Offer(id="o1", instalment=Decimal(900), fee_upfront=Decimal(1), fee_monthly=Decimal(2))
    assert offered(offer, DEBT) == replace(
        PLAN, asked=False, months=11, instalment=Decimal(900), fee_upfront=Decimal(1), fee_monthly=Decimal(2)
    )


@pytest.mark.parametrize(("field", "code"), [("months_left", "offer.months"), ("rate", "offer.rate")])
def test_what_has_to_be_known(field, code):
    debt = DEBT.model_copy(update={field: None})
    for made in (asked(Term(id="t1"), debt), offered(Offer(id="o1"), debt), contract_terms(debt, Overdue())):
        assert isinstance(made, Fault)
        assert made.code == code


def test_the_contract_as_it_stands():
    terms = contract_terms(DEBT, Overdue(principal=100_000))
    assert terms == Terms(Decimal(11_000), Decimal(12), 11, year_days=360, first_due=date(2026, 12, 5))
    by_day = DEBT.model_copy(update={"rate": Decimal("0.05"), "rate_per": Per.DAY, "year_days": None})
    assert contract_percent(by_day) == 18
