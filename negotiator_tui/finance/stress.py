"""What a plan comes to when months turn out worse than thought (MONEY §10)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from negotiator_tui.finance.budget_lines import Flow
from negotiator_tui.finance.budget_sums import Flows, series_of
from negotiator_tui.finance.fen import half_up, to_fen
from negotiator_tui.finance.fits import Fit, fits
from negotiator_tui.finance.months import HORIZON
from negotiator_tui.finance.plan_basis import Basis
from negotiator_tui.finance.search_grid import Candidate
from negotiator_tui.finance.shares_split import need_of, split


class Blow(StrEnum):
    """What goes wrong."""

    LESS_10 = "income-10"
    LESS_20 = "income-20"
    LESS_30 = "income-30"
    NO_INCOME = "month-without-income"
    LARGE_COST = "large-cost"
    WORST_THREE = "worst-three-times"


LESS = {Blow.LESS_10: 10, Blow.LESS_20: 20, Blow.LESS_30: 30}
"""Percent of all income that is missing in every month."""
RUN = 3
"""Months in a row that are as bad as the worst."""


@dataclass(frozen=True, slots=True)
class Stress:
    """One blow to one debt's plan. `money` is its part of what is left, by month in fen.

    `month` is when a blow that comes once hits hardest, counted from the first payment; None for one that is there
    every month. `survivor` is the first of the steps that would survive; None where none of them does.
    """

    blow: Blow
    money: tuple[int, ...]
    month: int | None
    fit: Fit
    survivor: Candidate | None


def stresses(
    basis: Basis, debt_id: str, payments: Sequence[int], steps: Sequence[Candidate] = (), large_cost: int | None = None
) -> tuple[Stress, ...]:
    """The payments of one debt (fen, from the first month of the basis) under every blow.

    `steps` are the choices to fall back to, in the order. `large_cost` is in fen, by default a month of the home's
    costs. Empty where the money is not known or the debt has no part of it.
    """
    shares = basis.shares
    if shares is None or basis.budget.series is None or shares.of(debt_id) is None:
        return ()
    flows = basis.budget.flows
    span = range(len(payments))
    usual = _part(basis, debt_id, _totals(basis, flows))
    cost = _month_of_costs(basis) if large_cost is None else large_cost
    hit = _part(basis, debt_id, [fen - cost for fen in _totals(basis, flows)])
    nothing = _part(basis, debt_id, _totals(basis, _less(flows, 100)))
    worst = _part(basis, debt_id, _totals(basis, flows, bad=True))
    made: list[tuple[Blow, tuple[int, ...], int | None]] = [
        (blow, _part(basis, debt_id, _totals(basis, _less(flows, percent))), None) for blow, percent in LESS.items()
    ]
    for blow, other, run in ((Blow.NO_INCOME, nothing, 1), (Blow.LARGE_COST, hit, 1), (Blow.WORST_THREE, worst, RUN)):
        month = _hardest(payments, other, run) if span else 0
        made.append((blow, (*usual[:month], *other[month : month + run], *usual[month + run :]), month))
    return tuple(
        Stress(blow, money, month, fits(payments, money), next((each for each in steps if each.fits(money)), None))
        for blow, money, month in made
    )


def _hardest(payments: Sequence[int], money: Sequence[int], run: int) -> int:
    """The month from which `run` months of this money leave most unpaid; the first of equals."""
    short = [max(0, pay - there) for pay, there in zip(payments, money, strict=False)]
    return max(range(len(short)), key=lambda month: (sum(short[month : month + run]), -month), default=0)


def _totals(basis: Basis, flows: Flows, *, bad: bool = False) -> list[int]:
    """What is left for the debts to negotiate under these flows, signed."""
    series, shares = series_of(flows), basis.shares
    if series is None or shares is None:
        return [0] * HORIZON
    begin = basis.budget.first - basis.budget.month
    money = (series.safe if bad else series.normal)[begin : begin + HORIZON]
    return [have - first - kept for have, first, kept in zip(money, shares.priority, shares.fixed, strict=True)]


def _part(basis: Basis, debt_id: str, totals: Iterable[int]) -> tuple[int, ...]:
    """One debt's part of the money, shared as the pool is."""
    shares = basis.shares
    if shares is None:
        return ()
    place = [each.debt for each in shares.parts].index(debt_id)
    needs = {each.debt.id: need_of(each.debt) for each in basis.budget.dues}
    limits = [None if (need := needs[each.debt]) is None else to_fen(need) for each in shares.parts]
    weights = [each.weight for each in shares.parts]
    return tuple(split(max(0, total), weights, limits)[place] for total in totals)


def _less(flows: Flows, percent: int) -> Flows:
    """All income less so many percent; costs that move with sales are less in the same proportion."""

    def cut(flow: Flow) -> Flow:
        even = None if flow.even is None else tuple(half_up(fen * (100 - percent), 100) for fen in flow.even)
        return replace(flow, even=even)

    return replace(
        flows,
        shop_income=tuple(map(cut, flows.shop_income)),
        home_income=tuple(map(cut, flows.home_income)),
        shop_costs=tuple(cut(flow) if flow.with_sales else flow for flow in flows.shop_costs),
    )


def _month_of_costs(basis: Basis) -> int:
    return sum(flow.even[0] for flow in basis.budget.flows.home_costs if flow.even is not None)
