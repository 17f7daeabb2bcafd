"""What the borrower's own months show about how the shop does: how far they lie apart, where they go, what is left."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from negotiator_tui.case.materials import OwnMonth
from negotiator_tui.finance.fen import half_up, yuan
from negotiator_tui.finance.figure import Figure
from negotiator_tui.finance.own_differences import median
from negotiator_tui.finance.own_months import own_sums
from negotiator_tui.text.language import N_

ENOUGH = 3
"""Months below which nothing is told from them."""
HALVES = 6
"""Months from which on the later half is compared with the earlier one."""


@dataclass(frozen=True, slots=True)
class Habits:
    """Takings of the middle, the worst and the best month; percentages to one decimal.

    `spread`: the best less the worst, of the middle one. `trend`: the middle of the later half against that of the
    earlier half, None with fewer than six months. `cost_share`: the shop's costs of its takings in the middle month;
    `home_share` the home's; None where statements do not show them. `short_months` are those in which shop and home
    together cost more than the shop took.
    """

    months: int
    typical: Figure
    worst: Figure
    best: Figure
    spread: Decimal
    trend: Decimal | None
    cost_share: Decimal | None
    home_share: Decimal | None
    short_months: tuple[str, ...]


def habits_of(own_months: Iterable[OwnMonth]) -> Habits | None:
    """The habits of a list of own months; None with fewer than three, or where the middle one has no takings."""
    own = tuple(own_months)
    takings = own_sums(own, "takings")
    if len(takings) < ENOUGH:
        return None
    typical = median(fen for _, fen in takings)
    if typical <= 0:
        return None
    worst = min(takings, key=lambda each: each[1])
    best = max(takings, key=lambda each: each[1])
    by_month = dict(takings)
    shop, home = dict(own_sums(own, "shop_costs")), dict(own_sums(own, "home_costs"))
    going = {month: shop.get(month, 0) + home.get(month, 0) for month in by_month}
    return Habits(
        len(takings),
        Figure(N_("Takings of the middle month"), yuan(typical)),
        _of(N_("Takings of the worst month"), worst),
        _of(N_("Takings of the best month"), best),
        _percent(best[1] - worst[1], typical),
        _trend(takings),
        _share(by_month, shop),
        _share(by_month, home),
        tuple(month for month, fen in takings if going[month] > fen),
    )


def _of(label: str, month: tuple[str, int]) -> Figure:
    return Figure(label, yuan(month[1]), note=N_("in {month}"), args=(("month", month[0]),))


def _trend(takings: tuple[tuple[str, int], ...]) -> Decimal | None:
    if len(takings) < HALVES:
        return None
    half = len(takings) // 2
    before, after = median(fen for _, fen in takings[:half]), median(fen for _, fen in takings[-half:])
    return _percent(after - before, before) if before > 0 else None


def _share(takings: dict[str, int], costs: dict[str, int]) -> Decimal | None:
    """The middle of the shares of the months that have both."""
    shares = [half_up(1000 * costs[month], fen) for month, fen in takings.items() if fen > 0 and month in costs]
    return Decimal(median(shares)).scaleb(-1) if shares else None


def _percent(part: int, whole: int) -> Decimal:
    return Decimal(half_up(1000 * part, whole)).scaleb(-1)
