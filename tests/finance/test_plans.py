"""Typed terms worked out for a case: the money they are tried on, the contract beside them, agreements, words."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from negotiator_tui.case.case import Case
from negotiator_tui.case.edit import added, edited
from negotiator_tui.case.kinds import YesNo
from negotiator_tui.finance.figure import Figure
from negotiator_tui.finance.offer import Outcome
from negotiator_tui.finance.plan_agreed import agreed, agreed_payments
from negotiator_tui.finance.plan_basis import basis_of, claims_of, negotiable_debts
from negotiator_tui.finance.plan_contract import Contract, contract_of
from negotiator_tui.finance.plan_figures import concession_figure, instalment_figure, rate_figure, total_figure
from negotiator_tui.finance.plan_trial import missing_figure
from negotiator_tui.finance.plan_words import payments_in_words, plan_sentence
from negotiator_tui.finance.plans import TermResult, chosen_plan, chosen_term, offer_result, plan_result, with_fees
from negotiator_tui.text.fault import Fault

D = Decimal
TODAY = date(2026, 11, 23)
LOAN: dict[str, Any] = {
    "name": "loan",
    "shape": "loan",
    "outstanding": D(12000),
    "overdue": "yes",
    "overdue_principal": D(0),
    "overdue_interest": D(0),
    "penalty_due": D(0),
    "next_due": date(2026, 12, 23),
    "rate": D(12),
    "rate_per": "year",
    "year_days": "360",
    "months_left": 12,
    "method": "equal-instalment",
    "as_of": TODAY,
}


def _case(*debts: dict[str, Any], income: int = 5000, costs: int = 3000, **lists: list[dict[str, Any]]) -> Case:
    """A home without a shop. 5,000 less 3,000 leave 2,000; a tenth is kept, 1,800 are for debts."""
    case = Case()
    for field in ("takings", "shop_costs"):
        case = _kept(edited(case, ("first", field), D(0)))
    lines = {
        "debts": list(debts),
        "income": [{"side": "home", "name": "wage", "amount": D(income), "every": "month"}],
        "costs": [{"side": "home", "name": "food", "amount": D(costs), "every": "month"}],
    }
    for name, items in (lines | lists).items():
        for item in items:
            grown = added(case, name, **item)
            assert not isinstance(grown, Fault)
            case = grown[0]
    return case


def _kept(case: Case | Fault) -> Case:
    assert not isinstance(case, Fault)
    return case


def _planned(*debts: dict[str, Any], terms: list[dict[str, Any]], **more: Any) -> Case:
    plan = {"name": "A", **more.pop("plan", {})}
    return _case(*debts, plans=[plan], terms=[{"plan": "p1", "debt": "d1", **each} for each in terms], **more)


def _only(case: Case) -> TermResult:
    (found,) = plan_result(case, case.plans[0], TODAY).terms
    return found


def _outcome(found: TermResult | None) -> Outcome:
    assert found is not None
    assert isinstance(found.outcome, Outcome)
    return found.outcome


# The money


def test_a_debt_alone_is_tried_on_all_the_money() -> None:
    found = _only(_planned(LOAN, terms=[{"months": 12, "rate": D(0)}]))
    assert found.trial is not None
    assert found.trial.payments == (1000_00,) * 12
    assert set(found.trial.usual) == set(found.trial.bad) == {1800_00}
    assert found.trial.fit.ok
    assert found.trial.hold.ok


def test_two_debts_share_by_what_is_owed() -> None:
    other = LOAN | {"name": "other", "outstanding": D(6000)}
    case = _planned(LOAN, other, terms=[{"months": 12, "rate": D(0)}, {"debt": "d2", "months": 12, "rate": D(0)}])
    result = plan_result(case, case.plans[0], TODAY)
    assert [each.trial.usual[0] for each in result.terms if each.trial] == [1200_00, 600_00]
    assert result.trial is not None
    assert result.trial.payments == (1500_00,) * 12
    assert result.trial.usual[0] == 1800_00


def test_months_break_when_the_money_ends() -> None:
    case = _planned(LOAN, terms=[{"months": 12, "rate": D(0)}], income=4000)
    help_ = {"side": "home", "name": "help", "amount": D(1000), "every": "month", "until": "2027-02"}
    case = added(case, "income", **help_)[0]
    trial = _only(case).trial
    assert trial is not None
    # December to February 1,800; from March 1,000 less a tenth.
    assert trial.usual[:4] == (1800_00, 1800_00, 1800_00, 900_00)
    assert (trial.fit.breaks_in, trial.fit.short_by) == (3, 100_00)
    assert trial.month(3) == "2027-03"
    figure = missing_figure(trial, 3, ("terms", "t1"), bad=False)
    assert (figure.value, [part.value for part in figure.parts]) == (D("100.00"), [D("1000.00"), D("900.00")])


def test_the_first_payment_comes_from_the_terms_then_the_plan_then_a_month_on() -> None:
    terms = {"months": 2, "rate": D(0)}
    by_default = _only(_planned(LOAN, terms=[terms]))
    by_plan = _only(_planned(LOAN, terms=[terms], plan={"start": date(2027, 3, 5)}))
    by_terms = _only(_planned(LOAN, terms=[terms | {"first_due": date(2027, 4, 9)}], plan={"start": date(2027, 3, 5)}))
    assert [each.first_due for each in (by_default, by_plan, by_terms)] == [
        date(2026, 12, 23),
        date(2027, 3, 5),
        date(2027, 4, 9),
    ]
    assert [each.trial and each.trial.month(0) for each in (by_default, by_plan, by_terms)] == [
        "2026-12",
        "2027-03",
        "2027-04",
    ]


def test_months_that_are_over_are_not_tried_any_more() -> None:
    found = _only(_planned(LOAN, terms=[{"months": 6, "rate": D(0), "first_due": date(2026, 9, 5)}]))
    assert found.trial is not None
    assert found.trial.fit.breaks_in == 2
    assert found.trial.month(2) == "2026-11"


def test_payments_beyond_sixty_months_are_not_called_covered() -> None:
    found = _only(_planned(LOAN, terms=[{"months": 72, "rate": D(0)}]))
    assert found.trial is not None
    assert found.trial.fit.breaks_in is None
    assert found.trial.fit.untested == 12
    assert not found.trial.fit.ok


def test_an_agreement_on_the_debt_does_not_pay_twice() -> None:
    agreement = {"debt": "d1", "signed_on": TODAY, "months": 12, "instalment": D(1000), "first_due": date(2026, 12, 23)}
    case = _planned(LOAN, terms=[{"months": 12, "rate": D(0)}], agreements=[agreement])
    assert basis_of(case, date(2026, 12, 23), TODAY).shares.pool.signed[0] == 800_00
    trial = _only(case).trial
    assert trial is not None
    assert trial.usual[0] == 1800_00


def test_a_debt_that_is_kept_as_it_is_is_tried_on_what_the_others_leave() -> None:
    current = LOAN | {"overdue": "no", "instalment": D(1000), "next_amount": D(1000)}
    rent = {"name": "rent", "shape": "arrears", "owed_for": "rent", "outstanding": D(6000), "agreed_monthly": D(500)}
    trial = _only(_planned(current, rent, terms=[{"months": 24, "rate": D(0)}])).trial
    assert trial is not None
    assert trial.usual[1] == 1300_00


@pytest.mark.parametrize(("costs", "deficit"), [(3000, False), (4999, False), (5000, True), (5600, True)])
def test_a_deficit_is_a_year_that_leaves_nothing(costs: int, deficit: bool) -> None:
    assert basis_of(_case(LOAN, costs=costs), TODAY, TODAY).deficit is deficit


def test_a_deficit_counts_what_comes_first_but_not_what_is_kept_as_it_is() -> None:
    rent = {"name": "rent", "shape": "arrears", "owed_for": "rent", "outstanding": D(60000), "agreed_monthly": D(1800)}
    friend = {"name": "friend", "shape": "personal", "outstanding": D(60000), "agreed_monthly": D(1800)}
    assert basis_of(_case(LOAN, rent), TODAY, TODAY).deficit
    assert not basis_of(_case(LOAN, friend), TODAY, TODAY).deficit


def test_without_a_budget_nothing_is_tried_and_overdue_debts_are_the_ones_to_negotiate() -> None:
    friend = {"name": "friend", "shape": "personal", "outstanding": D(500), "overdue": "yes"}
    case = Case()
    for debt in (LOAN, friend, LOAN | {"overdue": "no"}, LOAN | {"negotiable": "no"}):
        case = added(case, "debts", **debt)[0]
    assert basis_of(case, TODAY, TODAY).shares is None
    assert [debt.id for debt in negotiable_debts(case, TODAY)] == ["d1"]


def test_claims_leave_out_debts_without_a_balance() -> None:
    case = _case(LOAN, LOAN | {"outstanding": None})
    assert claims_of(case, TODAY) == {"d1": D("12000.00")}


# What waits for an answer


@pytest.mark.parametrize(
    ("debt", "terms", "needs"),
    [
        (LOAN | {"outstanding": None}, {"months": 12}, ("debts", "d1", "outstanding")),
        (LOAN | {"rate": None}, {"months": 12}, ("debts", "d1", "rate")),
        ({"shape": "card", "outstanding": D(500), "overdue": "yes"}, {"months": 12}, ("terms", "t1", "rate")),
        (LOAN | {"months_left": None}, {}, ("terms", "t1", "months")),
        (LOAN, {"months": 12, "grace_months": 12}, None),
    ],
)
def test_terms_that_cannot_be_worked_out_name_the_answer_that_decides(
    debt: dict[str, Any], terms: dict[str, Any], needs: tuple[str, ...] | None
) -> None:
    found = _only(_planned(debt, terms=[terms]))
    assert isinstance(found.outcome, Fault)
    assert found.needs == needs
    assert found.trial is None


# The contract beside it


def _contract(debt: dict[str, Any], **more: Any) -> Contract:
    case = _case(debt, **more)
    return contract_of(case.debts[0], case.missed, basis_of(case, TODAY, TODAY), TODAY)


def test_the_contract_as_it_stands() -> None:
    # 9,600 not overdue in eight instalments of 1,200 without interest; 2,400 and 30 of penalty are due at once.
    found = _contract(
        LOAN
        | {"rate": D(0), "months_left": 8, "overdue_principal": D(2400), "penalty_due": D(30), "instalment": D(1200)}
    )
    assert (found.overdue, found.instalment, found.months) == (D("2430.00"), D(1200), 8)
    assert found.total == D("12030.00")
    assert found.end == date(2027, 7, 23)
    assert found.trial is not None
    assert found.trial.fit.ok
    assert not found.holds


def test_a_contract_that_is_carried_in_bad_months_needs_no_asking() -> None:
    current = LOAN | {"overdue": "no", "rate": D(0), "instalment": D(1000), "next_amount": D(1000)}
    assert _contract(current).holds
    assert not _contract(current, costs=3900).holds


def test_an_interest_only_contract_ends_with_the_principal() -> None:
    # 120 a month for eleven months, and 12,120 in the twelfth.
    found = _contract(LOAN | {"method": "interest-only"})
    assert found.total == D("13440.00")
    assert found.instalment == D("120.00")


def test_of_a_card_only_what_its_statement_says_is_known() -> None:
    card = {"shape": "card", "outstanding": D(5000), "overdue": "yes", "minimum": D(500), "statement": D(5000)}
    found = _contract(card)
    assert (found.instalment, found.total, found.months, found.rate) == (D(500), None, None, None)


# Figures


def _sum(figure: Figure) -> Decimal:
    return sum((part.value or D(0) for part in figure.parts), D(0))


def test_figures_add_up_to_what_they_show() -> None:
    terms = {"months": 30, "grace_months": 3, "grace_kind": "interest-parked", "paid_now": D(300)}
    case = _planned(LOAN | {"overdue_interest": D(240), "penalty_due": D(31)}, terms=[terms])
    found = _only(case)
    outcome, source = _outcome(found), ("terms", "t1")
    whole = total_figure(outcome, source)
    assert _sum(whole) == whole.value == outcome.total_paid
    first = instalment_figure(outcome, source)
    assert _sum(first) == first.value
    given = concession_figure(outcome, found.debt, source)
    assert given is not None
    owed, *rest = given.parts
    assert abs((owed.value or D(0)) - sum((part.value or D(0) for part in rest), D(0)) - (given.value or D(0))) <= D(1)


def test_a_rate_cut_costs_the_lender_what_the_payments_are_worth_less() -> None:
    # Twelve payments of 1,000 at 1 % a month are worth 11,255.08.
    found = _only(_planned(LOAN, terms=[{"months": 12, "rate": D(0)}]))
    outcome = _outcome(found)
    given = concession_figure(outcome, found.debt, ("terms", "t1"))
    assert given is not None
    assert given.value == D(745)
    assert [part.value for part in given.parts] == [D("12000.00"), D(0), D("11255.08"), D("0.00")]
    assert outcome.rate is not None
    assert rate_figure(outcome.rate, ()).value == D("0.00")


# Offers


def test_monthly_fees_have_to_be_there_too() -> None:
    offer = {"debt": "d1", "months": 12, "rate": D(0), "fee_monthly": D(50)}
    case = _case(LOAN, offers=[offer], costs=3900)  # 1,100 left, 990 for debts
    found = offer_result(case, case.offers[0], TODAY)
    assert with_fees(_outcome(found)) == (1050_00,) * 12
    assert found is not None
    assert found.trial is not None
    assert found.trial.fit.short_by == 60_00


def test_an_offer_about_nothing_comes_to_nothing() -> None:
    case = _case(LOAN, offers=[{"months": 12}, {"debt": "d9", "months": 12}])
    assert [offer_result(case, each, TODAY) for each in case.offers] == [None, None]


# The plan to ask for


def test_the_chosen_plan_else_the_last() -> None:
    case = _case(LOAN, plans=[{"name": "A"}, {"name": "B"}], terms=[{"plan": "p1", "debt": "d1", "months": 3}])
    assert chosen_plan(Case()) is None
    assert getattr(chosen_plan(case), "id", None) == "p2"
    assert chosen_term(case, "d1") is None
    case = _kept(edited(case, ("plans", "p1", "chosen"), YesNo.YES))
    assert getattr(chosen_plan(case), "id", None) == "p1"
    assert getattr(chosen_term(case, "d1"), "months", None) == 3


# Agreements


def test_a_stated_instalment_is_paid_every_month() -> None:
    rows = {"debt": "d1", "months": 3, "instalment": D(650), "first_due": date(2026, 12, 31), "rate": D(0)}
    case = _case(LOAN, agreements=[rows])
    assert agreed_payments(case, case.agreements[0]) == (
        (date(2026, 12, 31), D(650)),
        (date(2027, 1, 31), D(650)),
        (date(2027, 2, 28), D(650)),
    )
    assert agreed(case, case.agreements[0], TODAY).total == D("1950.00")


def test_without_an_instalment_its_terms_are_worked_out() -> None:
    terms = {"debt": "d1", "months": 7, "rate": D(0), "first_due": date(2026, 12, 1), "method": "equal-instalment"}
    case = _case(LOAN, agreements=[terms])
    amounts = [amount for _, amount in agreed_payments(case, case.agreements[0])]
    assert amounts == [D("1714.29")] * 6 + [D("1714.26")]


def test_a_stated_instalment_that_is_the_computed_one_ends_with_its_last_row() -> None:
    terms = {"debt": "d1", "months": 7, "rate": D(0), "first_due": date(2026, 12, 1), "instalment": D("1714.29")}
    case = _case(LOAN, agreements=[terms])
    assert agreed_payments(case, case.agreements[0])[-1][1] == D("1714.26")


def test_low_then_high_as_the_agreement_states_it() -> None:
    agreement = {
        "debt": "d1",
        "months": 10,
        "rate": D(0),
        "first_due": date(2026, 12, 1),
        "method": "low-then-high",
        "instalment": D(600),
    }
    alone = _case(LOAN, agreements=[agreement])
    assert agreed_payments(alone, alone.agreements[0]) == ()
    by_rate = _case(LOAN, agreements=[agreement | {"low_months": 4}])
    amounts = [amount for _, amount in agreed_payments(by_rate, by_rate.agreements[0])]
    assert amounts == [D("600.00")] * 4 + [D("1600.00")] * 6
    stated = _case(LOAN, agreements=[agreement | {"low_months": 4, "later": D(1590)}])
    amounts = [amount for _, amount in agreed_payments(stated, stated.agreements[0])]
    assert amounts == [D("600.00")] * 4 + [D("1590.00")] * 6


def test_once_something_is_paid_the_balance_says_nothing_of_the_whole() -> None:
    agreement = {"debt": "d1", "months": 3, "instalment": D(650), "first_due": date(2026, 10, 1)}
    paid = {"agreement": "a1", "due": date(2026, 10, 1), "amount": D(650), "paid_on": date(2026, 10, 1)}
    case = _case(LOAN, agreements=[agreement], payments=[paid])
    found = agreed(case, case.agreements[0], TODAY)
    assert found.schedule is None
    assert found.paid == D("650.00")
    assert found.total == D("1950.00")


@pytest.mark.parametrize("left_out", ["months", "first_due"])
def test_terms_that_do_not_say_give_no_payments(left_out: str) -> None:
    terms = {"debt": "d1", "months": 3, "instalment": D(650), "first_due": date(2026, 12, 1)}
    case = _case(LOAN, agreements=[{name: value for name, value in terms.items() if name != left_out}])
    assert agreed_payments(case, case.agreements[0]) == ()


def test_an_agreement_is_tried_on_the_money_there_would_be_without_it() -> None:
    terms = {"debt": "d1", "months": 3, "instalment": D(1900), "first_due": date(2026, 12, 1), "signed_on": TODAY}
    case = _case(LOAN, agreements=[terms])
    trial = agreed(case, case.agreements[0], TODAY).trial
    assert trial is not None
    assert (trial.fit.breaks_in, trial.fit.short_by) == (0, 100_00)


# Words


@pytest.mark.parametrize(
    ("payments", "words"),
    [
        ((), ["nothing to pay"]),
        ((100_00,) * 12, ["100 a month"]),
        ((100_00,) * 11 + (99_90,), ["100 a month"]),
        ((50_00,) * 3 + (100_00,) * 9, ["the first 3 months 50 each", "after that 100 a month"]),
        ((0, 0, 100_00, 100_00), ["nothing for 2 months", "after that 100 a month"]),
        ((6_48, 6_48, 48_06_48), ["the first 2 months 6.48 each", "4,806.48 in the last month"]),
        (
            (10_00,) * 2 + (20_00,) * 2 + (30_00,) * 2,
            ["the first 2 months 10 each", "then 2 months 20 each", "after that 30 a month"],
        ),
        ((105_00, 104_00, 103_00, 102_00, 101_00), ["from 105 in the first month to 101 in the last"]),
        ((100_00, 100_00, 0, 0), ["100 a month"]),
        ((103_00, 102_00, 101_00), ["from 103 in the first month to 101 in the last"]),
        ((100_00, 99_99), ["100 a month"]),
        ((100_00,) * 4 + (13_65,), ["100 a month"]),
        (
            (0, 0, 0, 120_000, 119_000, 118_000, 117_000),
            ["nothing for 3 months", "after that from 1,200 to 1,170 in the last month"],
        ),
        (
            (48_000, 48_000, 120_000, 119_000, 118_000, 117_000),
            ["the first 2 months 480 each", "after that from 1,200 to 1,170 in the last month"],
        ),
    ],
)
def test_payments_in_words(payments: tuple[int, ...], words: list[str]) -> None:
    assert payments_in_words(payments, "en") == words


def test_the_sentence_names_everything_asked_for() -> None:
    debt = LOAN | {"overdue_interest": D(240), "penalty_due": D(31)}
    terms = {"months": 12, "paid_now": D(240), "penalty_waived": D(31), "rate": D(6)}
    found = _only(_planned(debt, terms=[terms]))
    sentence = plan_sentence(_outcome(found), found.debt, "en")
    assert sentence.startswith("240 now; 1,032.80 a month; at 6% a year; 12 months in all; ")
    assert sentence.endswith("31 of penalty waived")
    assert plan_sentence(_outcome(found), found.debt, "en", lambda _: "*", full=False) == "* now; * a month"


@pytest.mark.parametrize(
    ("rate", "words"),
    [(None, "the rate stays as it is"), (D(12), "the rate stays as it is"), (D(0), "without interest")],
)
def test_the_rate_in_words(rate: Decimal | None, words: str) -> None:
    found = _only(_planned(LOAN, terms=[{"months": 12, "rate": rate}]))
    assert words in plan_sentence(_outcome(found), found.debt, "en")
