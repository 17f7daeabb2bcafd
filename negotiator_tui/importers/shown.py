"""A proposed line as a figure: the median of its months, and each month with its rows."""

from decimal import Decimal
from heapq import nlargest

from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.figure import Figure
from negotiator_tui.finance.months import month_text
from negotiator_tui.importers.proposed import Proposed
from negotiator_tui.importers.tally import Rows
from negotiator_tui.text.language import N_

MOST = 40
"""Rows shown of a month, the largest; the rest is one sum."""


def figure_of(line: Proposed, rows: Rows) -> Figure:
    """The arithmetic of a line, down to the rows of the statement."""
    by_month: dict[str, list[int]] = {}
    for place in line.rows:
        by_month.setdefault(month_text(rows.month[place]), []).append(place)
    months = tuple(
        Figure("", amount, "sum", _rows(rows, by_month.get(month, [])), name=month) for month, amount in line.by_month
    )
    note = N_("the one in the middle of {count} months") if len(months) > 1 else ""
    args: tuple[tuple[str, str], ...] = (("count", str(len(months))),)
    if line.spread:
        note = N_("comes now and then: {amount} over {count} months")
        total = sum((amount for _, amount in line.by_month), Decimal(0))
        args = (("amount", str(total)), ("count", str(len(months))))
    return Figure(
        "",
        line.amount,
        "answer" if line.spread or line.once else "median",
        months,
        name=line.name,
        estimated=line.estimated,
        note=note,
        args=args,
    )


def _rows(rows: Rows, places: list[int]) -> tuple[Figure, ...]:
    largest = nlargest(MOST, places, key=rows.fen.__getitem__)
    shown = tuple(_row(rows, place) for place in sorted(largest))
    rest = sum(rows.fen[place] for place in places) - sum(rows.fen[place] for place in largest)
    if len(places) == len(largest):
        return shown
    more = Figure(N_("{count} smaller rows"), yuan(rest), args=(("count", str(len(places) - len(largest))),))
    return (*shown, more)


def _row(rows: Rows, place: int) -> Figure:
    row = rows.transactions[place]
    words = " ".join(part for part in (row.at.date().isoformat(), row.party, row.item) if part and part != "/")
    return Figure("", yuan(rows.fen[place]), name=f"{words[:40]} #{row.line}")
