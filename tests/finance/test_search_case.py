"""The search over whole cases: which debts, on what money, and what it says where there is little of either."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from negotiator_tui.case.demo import demo_case
from negotiator_tui.case.kinds import Method, Per
from negotiator_tui.finance.plan_words import plan_sentence
from negotiator_tui.finance.search import outcome_of, search_case, searched
from negotiator_tui.finance.search_cells import Cells, frontier
from negotiator_tui.finance.search_debt import Mode, finished
from negotiator_tui.finance.search_grid import METHODS
from negotiator_tui.finance.search_points import least_total
from negotiator_tui.finance.search_saved import SavedCells
from negotiator_tui.finance.search_tables import Tables
from tests.finance.brute import everything, undominated
from tests.finance.budget_cases import TODAY, D, case_of, cost, income
from tests.finance.search_grids import any_grid, owed, same

BUDGET = {
    "budget": {"worst_takings": D("8000")},
    "income": [income("10000"), income("2000", "home")],
    "costs": [cost("4000", with_sales="yes"), cost("1000"), cost("3000", "home")],
}
# bad month: 8,000 - 3,200 - 1,000 + 2,000 - 3,000 = 2,800, a tenth kept: 2,520; usual: 4,000, 3,600
LOAN = {"name": "loan", "shape": "loan", "outstanding": D("24000"), "rate": D("12"), "rate_per": "year",
        "year_days": "360", "overdue": "yes", "months_left": 6, "instalment": D("4100"), "next_due": date(2026, 12, 20),
        "penalty_due": D("50"), "overdue_principal": D("3900"), "overdue_interest": D("200"),
        "as_of": TODAY}  # fmt: skip


def only(case):
    found = searched(case, TODAY)
    assert len(found.debts) == 1
    return found.debts[0]


def test_an_overdue_loan_gets_the_plan_that_holds():
    found = only(case_of(debts=[LOAN], **BUDGET))
    assert (found.mode, found.result.holds) == (Mode.INSTALMENTS, True)
    best = found.result.recommended
    assert (best.concession, best.key.method, best.rate) == (0, Method.EQUAL_INSTALMENT, D("12"))
    assert max(best.payments) <= 252_000
    assert best.months_added == best.key.months - 6
    assert found.outcome.payments_fen == best.payments
    assert found.outcome.hold.ok
    assert found.end_of(best) == date(2027, 10, 23)
    assert plan_sentence(found.outcome, found.debt, "en").startswith("2,")


def test_the_dated_rows_decide_where_interest_is_counted_by_the_day():
    for accrual in ("daily", "monthly"):
        found = only(case_of(debts=[{**LOAN, "accrual": accrual, "year_days": "365"}], **BUDGET))
        assert found.outcome.hold.ok
        assert max(found.outcome.payments_fen) <= 252_000


def test_every_choice_shown_is_a_plan_on_its_dated_schedule():
    case = demo_case(TODAY)
    for found in searched(case, TODAY).debts:
        for each in found.result.shown:
            outcome = outcome_of(found, each, case, TODAY)
            assert outcome.payments_fen == each.payments
            assert outcome.hold.ok
            assert outcome.concession in {each.concession, None}


def test_a_contract_that_holds_is_kept():
    current = {**LOAN, "overdue": "no", "instalment": D("2000"), "months_left": 14, "next_amount": D("2000"),
               "penalty_due": None, "overdue_principal": None, "overdue_interest": None}  # fmt: skip
    found = searched(case_of(debts=[current], **BUDGET), TODAY)
    assert (found.mode, found.debts[0].mode, found.debts[0].result) == (Mode.KEEP, Mode.KEEP, None)


def test_a_budget_that_leaves_nothing_is_a_deficit():
    poor = {**BUDGET, "costs": [*BUDGET["costs"], cost("6000", "home")]}
    found = searched(case_of(debts=[LOAN], **poor), TODAY)
    assert (found.mode, found.debts[0].result) == (Mode.DEFICIT, None)


def test_more_debt_than_can_be_repaid_within_the_limit():
    found = only(case_of(debts=[{**LOAN, "outstanding": D("99999999.99")}], **BUDGET))
    assert found.mode is Mode.NONE_FITS
    assert found.result.needed.monthly > 200_000_000
    assert found.result.needed.months is None


@pytest.mark.parametrize(
    ("more", "missing"),
    [
        ({}, True),
        ({"income": [income(None)], "costs": [cost(None)]}, True),
        ({"income": [income("0")], "costs": [cost("0"), cost("0", "home")]}, False),
    ],
)
def test_an_empty_budget(more, missing):
    found = searched(case_of(debts=[LOAN], **more), TODAY)
    assert (found.mode is None) is missing
    assert bool(found.missing) is missing
    if not missing:
        assert found.mode is Mode.DEFICIT


def test_nothing_is_searched_while_a_balance_or_a_rate_is_missing():
    for name in ("outstanding", "rate"):
        found = searched(case_of(debts=[{**LOAN, name: None}], **BUDGET), TODAY)
        assert (found.mode, found.debts, found.missing) == (None, (), (("debts", "d1", name),))


def test_a_first_payment_day_that_is_past_is_not_used():
    plans = [{"name": "old", "chosen": "yes", "start": date(2026, 1, 5)}]
    assert searched(case_of(debts=[LOAN], plans=plans, **BUDGET), TODAY).first_due == date(2026, 12, 23)


@pytest.mark.parametrize("left", [None, 0, 60, 600])
def test_months_left_at_the_edges(left):
    found = only(case_of(debts=[{**LOAN, "months_left": left}], **BUDGET))
    assert (found.grid.months[0], found.grid.months[-1]) == (left or 1, max(left or 1, 60))
    assert found.result.recommended is not None


@pytest.mark.parametrize("rate", ["0", "400"])
def test_rates_at_the_edges(rate):
    found = only(case_of(debts=[{**LOAN, "rate": D(rate)}], **BUDGET))
    assert found.result.recommended.rate <= D(rate)
    assert found.outcome.hold.ok


def test_smallest_debt():
    tiny = {**LOAN, "outstanding": D("0.01"), "penalty_due": None, "overdue_principal": None, "overdue_interest": None,
            "instalment": None, "months_left": None}  # fmt: skip
    found = only(case_of(debts=[tiny], **BUDGET))
    assert (found.result.recommended.key.months, found.result.recommended.payments) == (1, (1,))


def test_a_card_has_months_up_to_sixty_and_no_rate_is_made_up():
    card = {"name": "card", "shape": "card", "outstanding": D("21000"), "overdue": "yes"}
    found = only(case_of(debts=[card], **BUDGET))
    assert found.rate_assumed
    assert (found.grid.rates, found.result.recommended.key.months) == ((D("0.0"),), 9)


def test_several_debts_share_by_what_is_owed_and_by_own_weights():
    other = {**LOAN, "name": "other", "outstanding": D("8000"), "instalment": None, "months_left": None}
    case = case_of(debts=[{**LOAN, "instalment": None}, other], **BUDGET)
    first, second = searched(case, TODAY).debts
    for bad in (False, True):
        whole = [a + b for a, b in zip(first.money.pool(bad=bad), second.money.pool(bad=bad), strict=True)]
        assert set(whole) == {252_000 if bad else 360_000}
    assert first.money.bad[0] > 2 * second.money.bad[0]
    shifted = finished(search_case(case, TODAY, weights={"d1": D(1), "d2": D(1)})).debts
    assert shifted[0].money.bad == shifted[1].money.bad == (126_000,) * 60
    assert shifted[1].result.recommended.key.months < second.result.recommended.key.months


def test_cash_that_nothing_waits_for_can_be_paid_now():
    rich = {**BUDGET, "first": {"cash_at_hand": D("9000"), "trading_float": D("1000")}}
    costs = [{**each, "group": "other"} for each in BUDGET["costs"]]
    case = case_of(debts=[LOAN], **{**rich, "costs": costs})
    found = only(case)
    assert found.grid.paid[0] == 0
    assert found.grid.paid[2] == 2 * found.grid.paid[1] > 0
    assert found.result.recommended.paid_now == 0  # at the contract's rate cash is not asked for
    assert any(each.paid_now for each in found.result.frontier)


def test_a_guess_for_bad_months_is_said():
    case = case_of(debts=[{**LOAN, "outstanding": D("130000")}], **{**BUDGET, "budget": {}})
    found = only(case)
    assert found.money.guessed
    assert (found.result.beside is None) is found.result.recommended.as_contracted


def carried(payments, signed):
    """Whether payments are covered by money and what the last six months left over, written a second time."""
    saved, rests = 0, []
    for payment, money in zip(payments, signed, strict=False):
        there = saved + money
        if payment > 0 and there < payment:
            return False
        rests = [*rests[-5:], money - payment if money > payment else 0]
        saved = max(there - payment, 0)
        saved = min(saved, sum(rests))
    return True


@pytest.mark.parametrize("seed", range(3))
def test_the_search_with_savings_agrees_with_the_slow_one(seed):
    random, fitting = Random(seed), 0
    for _ in range(12):
        grid, _ = any_grid(random)
        base = grid.principal // grid.months[0] + 100
        grid = replace(grid, methods=tuple(each for each in METHODS if each is not Method.INTEREST_ONLY))
        signed = [int(base * random.uniform(1, 3)) if random.random() < 0.7 else -base // 5 for _ in range(60)]
        all_plans = everything(replace(owed(grid), methods=tuple(grid.methods)), [10**15] * 60)
        carried_plans = [each for each in all_plans if carried(each.payments, signed)]
        slow = undominated(carried_plans)
        quick = finished(frontier(SavedCells(grid, signed, Tables(grid))))
        assert len(quick) == len(slow)
        assert all(same(*pair) for pair in zip(quick, slow, strict=True))
        cheapest = min(carried_plans, key=lambda each: (each.total, each.order), default=None)
        assert same(finished(least_total(SavedCells(grid, signed, Tables(grid)))), cheapest)
        fitting += bool(slow)
    assert fitting


def test_a_rate_no_contract_has_is_asked_for_again_instead_of_searched() -> None:
    case = demo_case(TODAY)
    debt = case.debts[0].model_copy(update={"rate": D(1000), "rate_per": Per.DAY})
    found = searched(case.model_copy(update={"debts": (debt, *case.debts[1:])}), TODAY)
    assert found.mode is None
    assert found.missing == (("debts", debt.id, "rate"),)


def test_a_debt_of_a_yuan_is_not_worked_out_in_every_way(monkeypatch):
    """Every plan of so little costs the same: those that cannot come first are left out."""
    made = []
    monkeypatch.setattr(Cells, "made", lambda self, *each: made.append(each) or _made(self, *each))
    loan = {**LOAN, "outstanding": D("1"), "overdue_principal": D("0.01"), "overdue_interest": D("0.01"),
            "penalty_due": D("0.01"), "instalment": None, "months_left": 3}  # fmt: skip
    best = only(case_of(debts=[loan], **BUDGET)).result
    assert best.least_total.total == 104  # three months at 24 %, nothing waived, like the recommended one
    assert len(made) < 2000


_made = Cells.made


def test_a_contract_longer_than_a_plan_may_be_keeps_its_months():
    """300,000 without interest in 600 months are 500.00 a month; in sixty they would be 5,000.00."""
    loan = {**LOAN, "outstanding": D(300_000), "overdue_principal": D(500), "overdue_interest": D(0),
            "penalty_due": D(0), "penalty_multiplier": None, "rate": D(0), "instalment": None, "months_left": 600}  # fmt: skip
    found = only(case_of(debts=[loan], **BUDGET))
    assert found.mode is Mode.INSTALMENTS
    best = found.result.recommended
    assert (best.key.months, best.concession, set(best.payments)) == (600, 0, {50_000})
    assert (found.assumed, found.result.holds) == (540, True)


def test_what_could_be_kept_instead_of_a_last_payment_that_breaks_is_searched_for():
    """30,000 at 12 %, interest only: 300.00 a month, and 30,300.00 in the twentieth. Of 1,800.00 a month that are left
    twenty of 1,500.00 and their interest can be paid: 1,800.00 first. Nothing is asked for yet."""
    loan = {**LOAN, "outstanding": D(30_000), "overdue": "no", "overdue_principal": None, "overdue_interest": None,
            "penalty_due": None, "instalment": None, "method": "interest-only", "months_left": 20}  # fmt: skip
    loan["next_due"] = date(2026, 12, 23)
    # 5,000 less 3,000, of which a tenth is kept: 1,800
    money = {"income": [income("5000", "home")], "costs": [cost("3000", "home")]}
    money["first"] = {"takings": D(0), "shop_costs": D(0)}
    found = only(case_of(debts=[loan], **money))
    assert (found.mode, found.breaks_later, found.outcome) == (Mode.KEEP, True, None)
    assert found.ahead.payments_fen[:2] == (180_000, 178_500)
    assert (len(found.ahead.payments_fen), found.ahead.concession) == (20, 0)
    # 150,000 in sixty months are 2,500.00 even without interest.
    none = only(case_of(debts=[{**loan, "outstanding": D(150_000)}], **money))
    assert (none.mode, none.breaks_later, none.ahead) == (Mode.KEEP, True, None)
