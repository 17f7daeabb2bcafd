"""How much more a month would do: exact to the fen, on the same search and sums."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from negotiator_tui.case.edit import added
from negotiator_tui.case.kinds import Every, Side
from negotiator_tui.finance.more_money import Aim, more_for, more_money, something_fits
from negotiator_tui.finance.plan_basis import basis_of
from negotiator_tui.finance.search import searched
from negotiator_tui.finance.search_debt import Mode, finished
from negotiator_tui.finance.search_grid import low_part
from tests.finance.brute import everything
from tests.finance.budget_cases import TODAY, D, case_of, cost, income
from tests.finance.search_grids import any_grid, owed

BUDGET = {
    "budget": {"worst_takings": D("8000")},
    "income": [income("10000"), income("2000", "home")],
    "costs": [cost("4000", with_sales="yes"), cost("1000"), cost("3000", "home")],
}
# usual months leave 3,600, bad ones 2,520
LOAN = {"name": "loan", "shape": "loan", "outstanding": D("24000"), "rate": D("12"), "rate_per": "year",
        "year_days": "360", "overdue": "yes", "months_left": 6, "instalment": D("4100"), "next_due": date(2026, 12, 20)}  # fmt: skip


def found_of(case):
    return {each.aim: each for each in finished(more_money(searched(case, TODAY), case, TODAY))}


def with_more(case, fen):
    grown, _ = added(case, "income", name="more", side=Side.HOME, amount=D(fen) / 100, every=Every.MONTH)
    return grown


def test_a_sum_after_a_tenth_is_kept():
    # 4,100 a month, and 2,520 in a bad month: 1,580 are missing, 4,555.56 less a tenth of 455.56 is 4,100
    found = found_of(case_of(debts=[LOAN], **BUDGET))
    assert found[Aim.CONTRACT].fen == 175_556
    basis = basis_of(case_of(debts=[LOAN], **BUDGET), TODAY, TODAY)
    assert more_for(basis, "d1", [410_000] * 6) == 175_556
    assert more_for(basis, "d1", [252_000] * 6) == 0
    assert more_for(basis, "d1", [10**10] * 6) is None


@pytest.mark.parametrize(
    ("debt", "worst", "mode"),
    [
        ({**LOAN, "outstanding": D("230000")}, "8000", Mode.NONE_FITS),
        (LOAN, "4800", Mode.DEFICIT),
        ({**LOAN, "outstanding": D("99999999.99"), "instalment": None}, "8000", Mode.NONE_FITS),
    ],
)
def test_with_so_much_more_there_is_a_plan_that_holds_and_with_a_fen_less_there_is_none(debt, worst, mode):
    costs = BUDGET["costs"] if mode is Mode.NONE_FITS else [*BUDGET["costs"], cost("5000", "home")]
    case = case_of(debts=[debt], **{**BUDGET, "budget": {"worst_takings": D(worst)}, "costs": costs})
    assert searched(case, TODAY).mode is mode
    fen = found_of(case)[Aim.PLAN].fen
    enough = searched(with_more(case, fen), TODAY).debts[0].result
    assert enough.holds
    less = searched(with_more(case, fen - 1), TODAY).debts[0].result
    assert less is None or not less.holds


def test_an_ask_that_only_just_fits_and_the_next_smaller_one():
    case = case_of(debts=[{**LOAN, "outstanding": D("60000")}], **{**BUDGET, "budget": {"worst_takings": D("5000")}})
    search = searched(case, TODAY)
    (only,) = search.debts
    assert (only.mode, only.result.holds) == (Mode.INSTALMENTS, False)
    found = finished(more_money(search, case, TODAY))
    (ask,) = [each for each in found if each.aim is Aim.ASK]
    steps = [each for each in found if each.aim is Aim.STEP]
    assert steps
    for fen, kept in ((ask.fen, True), (ask.fen - 1, False)):
        money = searched(with_more(case, fen), TODAY).debts[0].money
        assert only.result.recommended.fits(money.pool(bad=True)) is kept
    for step in steps:
        for fen, kept in ((step.fen, True), (step.fen - 1, False)):
            money = searched(with_more(case, fen), TODAY).debts[0].money
            assert step.smaller.candidate.fits(money.pool(bad=False)) is kept


def test_nothing_is_said_where_nothing_need_be_asked_or_is_not_known():
    assert finished(more_money(searched(case_of(), TODAY), case_of(), TODAY)) == ()
    current = {**LOAN, "overdue": "no", "instalment": D("2000"), "months_left": 14, "next_amount": D("2000")}
    case = case_of(debts=[current], **BUDGET)
    assert found_of(case) == {}


@pytest.mark.parametrize("seed", range(4))
def test_the_easiest_choice_fits_where_any_does(seed):
    random, fitting = Random(500 + seed), 0
    for _ in range(25):
        grid, money = any_grid(random)
        slow = everything(owed(replace(grid, low=low_part(money))), money)
        assert something_fits(grid, money) is bool(slow)
        fitting += bool(slow)
    assert fitting
