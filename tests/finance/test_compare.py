"""Plans side by side with the contract. Counted by hand: 12,000 at 0 %, a second loan of 3,000, 1,800 a month for debts."""

from datetime import date
from decimal import Decimal

from negotiator_tui.finance.compare import CONTRACT, comparisons
from tests.ui.pages.drawn import TODAY, case_of

from .test_rungs import LOAN, _case

D = Decimal
PLANS = [{"name": "short"}, {"name": "long"}]
TERMS = [{"plan": "p1", "debt": "d1", "months": 6}, {"plan": "p2", "debt": "d1", "months": 24}]
SECOND = LOAN | {"name": "other", "outstanding": D(3000), "months_left": 3, "instalment": D(1000)}


def test_the_contract_is_the_first_row() -> None:
    case = _case(plans=PLANS, terms=TERMS)
    case = case.model_copy(update={"debts": case_of(debts=[LOAN | {"months_left": 4, "instalment": D(3000)}]).debts})
    (found,) = comparisons(case, TODAY)
    assert [row.plan for row in found.rows] == [CONTRACT, "p1", "p2"]
    contract, short, long = found.rows
    assert (contract.first, contract.total, contract.end) == (D("3000.00"), D("12000.00"), date(2027, 3, 23))
    assert (short.first, short.total, short.beyond, short.given) == (D("2000.00"), D("12000.00"), D("0.00"), 0)
    assert (long.first, long.end) == (D("500.00"), date(2028, 11, 23))
    assert short.balances == (1_000_000, 800_000, 600_000, 400_000, 200_000, 0)
    assert short.worst is not None
    assert (short.worst[0].worst_by, short.worst[1]) == (20_000, False)
    assert long.worst is None
    assert contract.worst is not None
    assert contract.worst[0].worst_by == 120_000


def test_interest_waivers_and_fees_are_beyond_the_principal() -> None:
    term = {"plan": "p1", "debt": "d1", "months": 12, "rate": D(12)}
    case = _case(plans=PLANS[:1], terms=[term])
    (found,) = comparisons(case, TODAY)
    # 12,000 at 1 % a month in twelve: 1,066.19 each, the last one closes the balance.
    assert found.rows[1].first == D("1066.19")
    assert found.rows[1].beyond is not None
    assert abs(found.rows[1].beyond - D("794.28")) <= D("0.12")
    assert found.rows[1].given == -794 or found.rows[1].given == -795


def test_several_debts_together_and_one_by_one() -> None:
    terms = [*TERMS, {"plan": "p1", "debt": "d2", "months": 6}]
    case = _case(plans=PLANS, terms=terms)
    case = case.model_copy(update={"debts": case_of(debts=[LOAN, SECOND]).debts})
    together, first, second = comparisons(case, TODAY)
    assert together.debt is None
    assert [each.debt and each.debt.id for each in (first, second)] == ["d1", "d2"]
    _, short, long = together.rows
    assert (short.first, short.total) == (D("2500.00"), D("15000.00"))
    assert short.balances[0] == 1_250_000
    assert short.without == ()
    assert (long.first, long.without) == (D("500.00"), ("d2",))
    assert [row.plan for row in second.rows] == [CONTRACT, "p1"]
    # the first contract's months are not known: the sums are of the second alone, and say so
    assert (together.rows[0].total, together.rows[0].first, together.rows[0].without) == (D(3000), D(1000), ("d1",))


def test_without_plans_there_is_nothing_to_compare() -> None:
    assert comparisons(_case(), TODAY) == ()
    assert comparisons(_case(plans=PLANS), TODAY) == ()


def test_terms_that_say_too_little_leave_a_row_without_figures() -> None:
    (found,) = comparisons(_case(plans=PLANS[:1], terms=[{"plan": "p1", "debt": "d1"}]), TODAY)
    assert (found.rows[1].total, found.rows[1].trial, found.rows[1].worst) == (None, None, None)
