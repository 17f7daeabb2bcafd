"""The payments as a picture: a row for each month, a cell for each day."""

from collections.abc import Sequence

from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.instalments import Instalment, OfMonth, Standing, by_month
from negotiator_tui.finance.months import length, month_of, month_text
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Line, Span, Style, fit, line, right
from negotiator_tui.ui.view import View

MONTHS = 6
"""Rows of the picture; more months are counted below it."""
_LABEL, _DAYS, _AMOUNT = 8, 31, 13

_MARKS: dict[Standing, tuple[str, str, Style]] = {
    Standing.LATE: ("!", "!", "warn"),
    Standing.SLACK: ("!", "!", "accent"),
    Standing.AHEAD: ("▄", "o", "accent"),
    Standing.PAID: ("█", "#", "good"),
}
"""Glyph, its ASCII stand-in and style, the gravest first."""


def calendar(view: View, found: Sequence[Instalment]) -> list[r.Row]:
    """The months from the first that is still open, or from this one, with what the marks mean."""
    if not found:
        return []
    now = month_of(view.today)
    begin = min([now, *(month_of(each.due) for each in found if each.open)])
    months = [span for span in by_month(found) if span.month >= begin]
    if not months:
        return []
    shown = months[:MONTHS]
    rows: list[r.Row] = [
        r.Heading(view.t(N_("Calendar"))),
        r.Picture(lambda width, ascii_only: [_month(view, each, width, ascii_only) for each in shown]),
        r.Picture(lambda _width, ascii_only: [_legend(view, ascii_only)]),
    ]
    if len(months) > len(shown):
        last = month_text(months[-1].month)
        rows.append(
            r.Note(view.t(N_("and {count} more months, until {month}"), count=len(months) - MONTHS, month=last), "dim")
        )
    return rows


def _month(view: View, span: OfMonth, width: int, ascii_only: bool) -> Line:
    days: dict[int, Standing] = {}
    order = list(_MARKS)
    for each in span.rows:
        before = days.get(each.due.day)
        days[each.due.day] = each.standing if before is None else min(before, each.standing, key=order.index)
    cells = [Span(fit(month_text(span.month), _LABEL), "dim")]
    for day in range(1, _DAYS + 1):
        if day > length(span.month):
            cells.append(Span(" "))
        elif day in days:
            glyph, plain, style = _MARKS[days[day]]
            cells.append(Span(plain if ascii_only else glyph, style))
        else:
            today = span.month == month_of(view.today) and day == view.today.day
            cells.append(Span("+" if today else ".", "strong" if today else "dim"))
    if width >= _LABEL + _DAYS + _AMOUNT:
        cells.append(Span(right(_sum(view, span), _AMOUNT)))
    return line(*cells)


def _sum(view: View, span: OfMonth) -> str:
    """What is still to be paid in a month; of a month that is all paid, nothing."""
    open_rows = [each for each in span.rows if each.open]
    if not open_rows or any(each.left is None for each in open_rows):
        return ""
    return view.money(yuan(sum(each.left or 0 for each in open_rows)))


def _legend(view: View, ascii_only: bool) -> Line:
    named = (
        (Standing.PAID, N_("paid")),
        (Standing.AHEAD, N_("to pay")),
        (Standing.LATE, N_("its day has passed")),
    )
    spans = [Span(" " * _LABEL)]
    for standing, word in named:
        glyph, plain, style = _MARKS[standing]
        spans += [Span(plain if ascii_only else glyph, style), Span(f" {view.t(word)}  ", "dim")]
    spans += [Span("+", "strong"), Span(" " + view.t(N_("today")), "dim")]
    return line(*spans)
