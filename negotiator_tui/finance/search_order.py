"""Whether the debts are better asked about one after the other: what one leaves over is then there for the next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from negotiator_tui.finance.search import CaseSearch, DebtSearch
from negotiator_tui.finance.search_debt import Mode, Money, Steps, search
from negotiator_tui.finance.search_grid import Candidate, low_part
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
    debt has a plan that survives bad months.
    """
    asked = [each for each in found.debts if each.mode is Mode.INSTALMENTS]
    plans = [plan for each in asked if each.result and each.result.holds and (plan := each.result.recommended)]
    if len(asked) < 2 or len(plans) < len(asked) or any(each.result and each.result.savings for each in asked):
        return None
    before = _together(plans)
    best: Order | None = None
    for order in _orders(asked):
        least = before if best is None else (best.concession, best.total)
        made = yield from _one_by_one(order, least)
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


def _one_by_one(order: Sequence[DebtSearch], least: tuple[int, int]) -> Steps[list[Candidate] | None]:
    """The plans of the debts in this order; None where one finds none that holds, or all ask for `least` or more."""
    moneys = [each.money for each in order if each.money is not None]
    usual = [sum(month) for month in zip(*(each.usual for each in moneys), strict=True)]
    bad = [sum(month) for month in zip(*(each.bad for each in moneys), strict=True)]
    plans: list[Candidate] = []
    for number, each in enumerate(order):
        if each.grid is None:
            return None
        weights = [after.grid.claim for after in order[number:] if after.grid is not None]
        money = Money(tuple(_first(usual, weights)), tuple(_first(bad, weights)))
        result = yield from search(replace(each.grid, low=low_part(money.bad)), money)
        if result.recommended is None or not result.holds or result.savings:
            return None
        plans.append(result.recommended)
        if _together(plans) >= least:
            return None
        paid = [*result.recommended.payments, *[0] * (len(usual) - len(result.recommended.payments))]
        usual = [fen - less for fen, less in zip(usual, paid, strict=True)]
        bad = [fen - less for fen, less in zip(bad, paid, strict=True)]
    return plans


def _first(money: Sequence[int], weights: Sequence[int]) -> list[int]:
    """The first one's share of the money; of what is missing it bears nothing before it is asked."""
    return [split(max(0, fen), weights)[0] for fen in money]
