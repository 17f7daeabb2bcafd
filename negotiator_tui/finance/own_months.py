"""The borrower's own months, out of statements: what the shop really took (MONEY §10)."""

from collections.abc import Iterable

from negotiator_tui.case.materials import OwnMonth
from negotiator_tui.finance.fen import to_fen


def own_takings(own_months: Iterable[OwnMonth]) -> tuple[tuple[str, int], ...]:
    """The takings of each whole month, `YYYY-MM` and fen, the oldest first.

    A month counts only if every account that was read in covers it: with one of two accounts missing it would look
    poorer than it was.
    """
    known = [each for each in own_months if each.month is not None and each.takings is not None]
    sources = {each.source for each in known}
    months: dict[str, dict[str | None, int]] = {}
    for each in known:
        if each.month is not None and each.takings is not None:
            months.setdefault(each.month, {})[each.source] = to_fen(each.takings)
    return tuple((month, sum(by.values())) for month, by in sorted(months.items()) if by.keys() == sources)
