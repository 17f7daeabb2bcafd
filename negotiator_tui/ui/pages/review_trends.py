"""Check-ups as pictures, and each figure then and now."""

from negotiator_tui.case.agreed import Review
from negotiator_tui.case.base import Item
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.reviewed import FIGURES, Change, Trend, changes, figures_now, last_review, trends
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.charts import bars, labels
from negotiator_tui.ui.ink import Line, Span, Style, fit, line, right
from negotiator_tui.ui.view import HIDDEN, View

_MONTHS = 12
"""Months a picture goes back."""
_NAME, _AMOUNT = 16, 13


def since_last(view: View) -> list[r.Row]:
    """Each figure at the last check-up and now; nothing before there was one with figures."""
    review = last_review(view.case)
    if review is None or review.on is None:
        return []
    found = changes(review, figures_now(view.case, view.today))
    if not found:
        return []
    aside = view.t(N_("since {day}"), day=format_date(review.on))
    return [r.Heading(view.t(N_("What changed")), aside), _table(view, found)]


def extras(view: View, item: Item) -> list[r.Row]:
    """On the page of one check-up: its figures beside those of today."""
    if not isinstance(item, Review):
        return []
    found = changes(item, figures_now(view.case, view.today))
    if not found:
        return []
    return [r.Heading(view.t(N_("That day, and now"))), _table(view, found)]


def _table(view: View, found: tuple[Change, ...]) -> r.Row:
    def draw(width: int, _ascii: bool) -> list[Line]:
        name = min(_NAME, max(8, width - 3 * _AMOUNT))
        head = (N_("then"), N_("now"), N_("more or less"))
        lines = [line(Span(" " * name), *(Span(right(view.t(each), _AMOUNT), "dim") for each in head))]
        for each in found:
            style: Style = "warn" if each.name != "costs" and each.more < 0 else ""
            amounts = (view.money(each.then), view.money(each.now))
            spans = [Span(fit(view.t(FIGURES[each.name]), name), "dim")]
            spans += [Span(right(amount, _AMOUNT)) for amount in amounts]
            spans.append(Span(right(view.money(each.more, plus=True), _AMOUNT), style))
            lines.append(line(*spans))
        return lines

    return r.Picture(draw)


def trend_rows(view: View) -> list[r.Row]:
    """How money for debts, the reserve and the takings went, month by month, as bars."""
    found = trends(view.case, view.today)
    if not found:
        return []
    rows: list[r.Row] = [r.Heading(view.t(N_("Month by month")))]
    for each in found:
        rows += [r.Note(_caption(view, each), "dim"), _bars(each)]
    return rows


def _caption(view: View, each: Trend) -> str:
    shown = each.points[-_MONTHS:]
    first, last = (HIDDEN if view.hide else view.money(yuan(shown[index][1])) for index in (0, -1))
    return view.t(
        N_("{name}: {first} in {begin}, {last} in {end}"),
        name=view.t(each.label),
        first=first,
        begin=shown[0][0],
        last=last,
        end=shown[-1][0],
    )


def _bars(each: Trend) -> r.Row:
    shown = each.points[-_MONTHS:]

    def draw(width: int, ascii_only: bool) -> list[Line]:
        room = max(1, width // 4)
        points = shown[-room:]
        names = [month[5:].lstrip("0") for month, _ in points]
        drawn = bars([fen for _, fen in points], 2, cells=4, ascii_only=ascii_only)
        return [*drawn, labels(names, 4)]

    return r.Picture(draw)
