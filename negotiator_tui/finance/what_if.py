"""One debt's money if something were otherwise: less income, other takings, so much more a month (MONEY §10).

Every variation goes through the same sums and shares as the budget itself. All amounts are fen, signed: below zero
where the dues that come first take more than there is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from negotiator_tui.case.kinds import Side
from negotiator_tui.finance.budget_lines import Flow
from negotiator_tui.finance.budget_sums import Flows, series_of
from negotiator_tui.finance.fen import half_up
from negotiator_tui.finance.months import HORIZON
from negotiator_tui.finance.plan_basis import Basis
from negotiator_tui.finance.shares_split import limit_of, split

_SOURCE = ("budget", "what-if")


def left_for_debts(basis: Basis, flows: Flows, *, bad: bool = False) -> list[int]:
    """What is left for the debts to negotiate under these flows, by month from the first of the basis."""
    series, shares = series_of(flows), basis.shares
    if series is None or shares is None:
        return [0] * HORIZON
    begin = basis.budget.first - basis.budget.month
    money = (series.safe if bad else series.normal)[begin : begin + HORIZON]
    return [have - first - kept for have, first, kept in zip(money, shares.priority, shares.fixed, strict=True)]


def part_of(basis: Basis, debt_id: str, totals: Iterable[int]) -> tuple[int, ...]:
    """One debt's part of what is left each month, shared as the pool is; empty without a part."""
    shares = basis.shares
    if shares is None or shares.of(debt_id) is None:
        return ()
    place = [each.debt for each in shares.parts].index(debt_id)
    by_id = {each.debt.id: each.debt for each in basis.budget.dues}
    limits = [limit_of(by_id[each.debt]) for each in shares.parts]
    weights = [each.weight for each in shares.parts]
    whole = sum(weights)

    def part(total: int) -> int:
        if total < 0 and whole:
            return total * weights[place] // whole
        return split(max(0, total), weights, limits)[place]

    return tuple(part(total) for total in totals)


def with_less(flows: Flows, percent: int) -> Flows:
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


def with_takings(flows: Flows, takings: int) -> Flows:
    """Every month with these takings of the shop; costs that move with sales in proportion to the month's usual ones."""
    known = [flow.even for flow in flows.shop_income if flow.even is not None]
    usual = [sum(month) for month in zip(*known, strict=True)] if known else [0] * flows.span

    def moved(flow: Flow) -> Flow:
        if not flow.with_sales or flow.even is None:
            return flow
        pairs = zip(flow.even, usual, strict=True)
        return replace(flow, even=tuple(half_up(fen * takings, taken) if taken else fen for fen, taken in pairs))

    return replace(
        flows, shop_income=(_level(takings, flows, Side.SHOP),), shop_costs=tuple(map(moved, flows.shop_costs))
    )


def with_more(flows: Flows, fen: int) -> Flows:
    """So much more left each month: income of the home, or as much less spent there, after any tax."""
    return replace(flows, home_income=(*flows.home_income, _level(fen, flows, Side.HOME)))


def _level(fen: int, flows: Flows, side: Side) -> Flow:
    months: Sequence[int] = (fen,) * flows.span
    start = next((flow.start for flow in flows.all()), 0)
    return Flow("", "", _SOURCE, start, tuple(months), tuple(months), side=side)
