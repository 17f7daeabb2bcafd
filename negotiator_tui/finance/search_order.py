"""Whether the debts are better asked about one after the other: what one leaves over is then there for the next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from negotiator_tui.finance.search import CaseSearch, DebtSearch
from negotiator_tui.finance.search_cells import Cells, frontier
from negotiator_tui.finance.search_debt import Mode, Steps
from negotiator_tui.finance.search_grid import Candidate, low_part
from negotiator_tui.finance.search_tables import Tables
from negotiator_tui.finance.shares_split import split

ALL_ORDERS = 3
"""Debts up to which every order is tried; with more, each debt only as the last one."""


@dataclass(frozen=True, slots=True)
class Order:
    """Debts in the order they are best asked about, with the plan for each. `concession` (whole yuan) and `total` (fen)
    are those of all debts together; `before` are the same two where all share the money by what is owed."""

    debts: tuple[str, ...]
    plans: tuple[Candidate, ...]
    concession: int
    total: int
    before: tuple[int, int]


def better_order(found: CaseSearch) -> Steps[Order | None]:
    """The order that asks the lenders together for least, where it is less than sharing asks for; else None.

    Each debt is searched on its share, by what is owed, of what the debts before it have left over. Only where every
    debt has a plan that survives bad months, and no plan runs further than the money is worked out.
    """
    asked = [each for each in found.debts if each.mode is Mode.INSTALMENTS]
    plans = [plan for each in asked if each.result and each.result.holds and (plan := each.result.recommended)]
    if len(asked) < 2 or len(plans) < len(asked) or any(each.result and each.result.savings for each in asked):
        return None
    if any(each.assumed for each in asked):
        return None
    before = _together(plans)
    tables = {each.debt.id: Tables(each.grid) for each in asked if each.grid is not None}
    kept: dict[tuple[str, ...], Candidate | None] = {}
    best: Order | None = None
    for order in _orders(asked):
        least = before if best is None else (best.concession, best.total)
        made = yield from _one_by_one(order, least, tables, kept)
        if made is None:
            continue
        together = _together(made)
        if together < least:
            best = Order(tuple(each.debt.id for each in order), tuple(made), *together, before)
    return best


def _together(plans: Sequence[Candidate]) -> tuple[int, int]:
    return sum(each.concession for each in plans), sum(each.total for each in plans)


def _orders(asked: Sequence[DebtSearch]) -> list[tuple[DebtSearch, ...]]:
    if len(asked) <= ALL_ORDERS:
        return list(permutations(asked))
    return [(*(other for other in asked if other is not last), last) for last in asked]


def _one_by_one(
    order: Sequence[DebtSearch],
    least: tuple[int, int],
    tables: Mapping[str, Tables],
    kept: dict[tuple[str, ...], Candidate | None],
) -> Steps[list[Candidate] | None]:
    """The plans of the debts in this order; None where one finds none that holds, or all ask for `least` or more.

    Only the plan to recommend in bad months is looked for, not all that stands beside it: that is half of the work.
    `kept` are the plans found by the debts asked so far, the last of them its own: orders that begin alike share them.
    """
    moneys = [each.money for each in order if each.money is not None]
    bad = [sum(month) for month in zip(*(each.bad for each in moneys), strict=True)]
    plans: list[Candidate] = []
    for number, each in enumerate(order):
        if each.grid is None:
            return None
        so_far = tuple(debt.debt.id for debt in order[: number + 1])
        if so_far not in kept:
            money = _first(bad, [after.grid.claim for after in order[number:] if after.grid is not None])
            found = yield from frontier(Cells(replace(each.grid, low=low_part(money)), money, tables[each.debt.id]))
            kept[so_far] = found[0] if found else None
        plan = kept[so_far]
        if plan is None:
            return None
        plans.append(plan)
        if _together(plans) >= least:
            return None
        paid = [*plan.payments, *[0] * (len(bad) - len(plan.payments))]
        bad = [fen - less for fen, less in zip(bad, paid, strict=True)]
    return plans


def _first(money: Sequence[int], weights: Sequence[int]) -> list[int]:
    """The first one's share of the money; of what is missing it bears nothing before it is asked."""
    parts = {fen: split(max(0, fen), weights)[0] for fen in set(money)}
    return [parts[fen] for fen in money]
