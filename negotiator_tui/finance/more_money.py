"""How much more a month, or how much less spent, would change what can be carried: arithmetic, never advice.

Exact to the fen, by bisection on the sums, shares and fits that plans are tried with. What is asked for is always that
bad months are covered outright, without savings; the roles of the debts and their parts stay as they are.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from negotiator_tui.case.case import Case
from negotiator_tui.finance.fits import fits
from negotiator_tui.finance.months import HORIZON
from negotiator_tui.finance.plan_basis import Basis
from negotiator_tui.finance.search import CaseSearch, DebtSearch, cash_parts, grid_of, lasting
from negotiator_tui.finance.search_cells import Cells
from negotiator_tui.finance.search_debt import Mode, Money, Steps
from negotiator_tui.finance.search_grid import Grid, low_part
from negotiator_tui.finance.search_points import Smaller
from negotiator_tui.finance.search_tables import Tables
from negotiator_tui.finance.what_if import left_for_debts, part_of, with_more

MOST = 10**9
"""Ten million yuan a month: where not even that does, no sum is named."""
_BEGIN = 10_000
"""The first sum tried: a hundred yuan."""


class Aim(StrEnum):
    """What more money would do."""

    CONTRACT = "contract"
    PLAN = "plan"
    ASK = "ask"
    STEP = "step"


@dataclass(frozen=True, slots=True)
class More:
    """So many fen more a month, after any tax, would do it; None where no sum does.

    `debt` is empty where all debts together are meant. `smaller` is the ask one step smaller that it would carry.
    """

    aim: Aim
    fen: int | None
    debt: str = ""
    smaller: Smaller | None = None


def more_money(found: CaseSearch, case: Case, today: date) -> Steps[tuple[More, ...]]:
    """Everything that more money would do for a case that was searched, a little at a time.

    That the contracts themselves could be kept (what is overdue apart); where a debt has no plan, that each has one;
    where an ask only just fits, that it holds; and for each ask, that the next smaller one could be kept.
    """
    basis, made = found.basis, []
    asked = [each for each in found.debts if each.mode is not Mode.KEEP]
    if found.mode is None or basis.shares is None or not asked:
        return ()
    together = _together(asked)
    if together is not None:
        made.append(More(Aim.CONTRACT, (yield from _least(_covers_all(basis, together)))))
    bare = [each for each in asked if each.result is None or each.result.recommended is None]
    if bare:
        made.append(More(Aim.PLAN, (yield from _for_each(basis, bare, case, today))))
    for each in asked:
        if each.result is None or each.result.recommended is None:
            continue
        debt = each.debt.id
        if not each.result.holds or each.result.savings:
            payments = each.result.recommended.payments
            made.append(More(Aim.ASK, (yield from _least(_covers(basis, debt, payments, bad=True))), debt))
        for smaller in each.result.smaller:
            if smaller.candidate is not None and smaller.fit is not None and not smaller.fit.ok:
                test = _covers(basis, debt, smaller.candidate.payments, bad=each.result.holds)
                made.append(More(Aim.STEP, (yield from _least(test)), debt, smaller))
    return tuple(made)


def more_for(basis: Basis, debt_id: str, payments: Sequence[int]) -> int | None:
    """So many fen more a month would let these payments of one debt hold in bad months; 0 where they do already."""
    steps = _least(_covers(basis, debt_id, payments, bad=True))
    while True:
        try:
            next(steps)
        except StopIteration as end:
            value: int | None = end.value
            return value


def something_fits(grid: Grid, pool: Sequence[int]) -> bool:
    """Whether any choice of a grid fits the money: the lowest rate and the largest waiver are the easiest to carry."""
    easiest = replace(grid, rates=grid.rates[:1], waivers=grid.real_waivers[-1:], low=low_part(pool))
    cells = Cells(easiest, pool, Tables(easiest))
    return any(
        cells.best(months, grace, paid) is not None
        for paid in range(len(grid.paid))
        for months in reversed(grid.months)
        for grace in grid.graces
        if grace < months <= len(pool)
    )


def _least(enough: Callable[[int], bool]) -> Steps[int | None]:
    """The least sum that is enough; None where none up to the most is. What is enough must stay so with more."""
    if enough(0):
        return 0
    high = _BEGIN
    while not enough(high):
        yield
        if high >= MOST:
            return None
        high = min(high * 4, MOST)
    low = 0
    while high - low > 1:
        yield
        middle = (low + high) // 2
        if enough(middle):
            high = middle
        else:
            low = middle
    return high


def _left(basis: Basis, fen: int, *, bad: bool) -> list[int]:
    return left_for_debts(basis, with_more(basis.budget.flows, fen), bad=bad)


def _covers(basis: Basis, debt_id: str, payments: Sequence[int], *, bad: bool) -> Callable[[int], bool]:
    near = payments[:HORIZON]  # a plan of a longer contract is tried as far as the money is worked out
    return lambda fen: fits(near, _pool(part_of(basis, debt_id, _left(basis, fen, bad=bad)))).ok


def _covers_all(basis: Basis, payments: Sequence[int]) -> Callable[[int], bool]:
    return lambda fen: fits(payments, _pool(_left(basis, fen, bad=True))).ok


def _pool(signed: Sequence[int]) -> tuple[int, ...]:
    return tuple(max(0, fen) for fen in signed)


def _together(asked: Sequence[DebtSearch]) -> list[int] | None:
    """What the contracts of these debts ask each month, what is overdue apart; None where one of them is not known."""
    trials = [each.contract.trial for each in asked]
    known = [each.payments for each in trials if each is not None]
    return [sum(month) for month in zip(*known, strict=True)] if len(known) == len(trials) else None


def _for_each(basis: Basis, bare: Sequence[DebtSearch], case: Case, today: date) -> Steps[int | None]:
    """The least sum with which each of these debts has some plan that holds."""
    sums: list[int] = []
    cash = {} if basis.shares is None else cash_parts(case, basis.shares, today)
    for each in bare:
        nothing = (0,) * len(left_for_debts(basis, basis.budget.flows))
        grid = each.grid or grid_of(each.debt, each.claim, Money(nothing, nothing), cash.get(each.debt.id, 0))
        found = yield from _least(_has_plan(basis, each.debt.id, grid))
        if found is None:
            return None
        sums.append(found)
    return max(sums)


def _has_plan(basis: Basis, debt_id: str, grid: Grid) -> Callable[[int], bool]:
    def enough(fen: int) -> bool:
        pool = _pool(part_of(basis, debt_id, _left(basis, fen, bad=True)))
        return something_fits(grid, lasting(Money(pool, pool), grid.months[0]).bad)

    return enough
