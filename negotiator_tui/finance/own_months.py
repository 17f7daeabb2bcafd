"""The borrower's own months, out of statements: what the shop really took (MONEY §10)."""

from collections.abc import Iterable
from typing import Literal

from negotiator_tui.case.materials import OwnMonth
from negotiator_tui.finance.fen import to_fen


def own_takings(own_months: Iterable[OwnMonth]) -> tuple[tuple[str, int], ...]:
    """The takings of each whole month, `YYYY-MM` and fen, the oldest first."""
    return own_sums(own_months, "takings")


def own_sums(
    own_months: Iterable[OwnMonth], name: Literal["takings", "shop_costs", "home_costs"]
) -> tuple[tuple[str, int], ...]:
    """One kind of sum of each whole month, `YYYY-MM` and fen, the oldest first.

    A month counts only if every account that was read in covers it: with one of two accounts missing it would look
    poorer than it was. An account that never has this kind of sum leaves it open, and is not asked.
    """
    sources = set()
    months: dict[str, dict[str | None, int]] = {}
    for each in own_months:
        amount = getattr(each, name)
        if each.month is not None and amount is not None:
            sources.add(each.source)
            months.setdefault(each.month, {})[each.source] = to_fen(amount)
    return tuple((month, sum(by.values())) for month, by in sorted(months.items()) if by.keys() == sources)
