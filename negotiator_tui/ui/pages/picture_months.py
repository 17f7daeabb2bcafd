"""The next twelve months, a month a line under its picture."""

from negotiator_tui.case.edit import Path
from negotiator_tui.finance.cash import CashMonth, cash_12
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.figure import Figure, derived, total
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Line, Span, Style, fit, line, width_of
from negotiator_tui.ui.pages.picture_bars import bars, columns
from negotiator_tui.ui.view import View


def twelve_months(view: View) -> list[r.Row]:
    """What is left in each month, as a picture and as a table."""
    rows: list[r.Row] = [r.Heading(view.t(N_("Twelve months")), view.t(N_("if nothing changes")))]
    months = cash_12(view.case, view.today)
    if not months:
        return [*rows, r.Note(view.t(N_("They appear when income and costs of shop and home are there.")), "dim")]
    known = months[0].end is not None
    unknown = tuple(path for each in view.budget.dues for path in each.missing)
    values = [month.end or 0 if known else _left(month) for month in months]
    names = [month.month[5:] for month in months]

    def draw(width: int, ascii_only: bool) -> list[Line]:
        cells = max(3, min(width // len(values), 5))
        under = line(Span("".join(fit(name, cells) for name in names), "dim"))
        return [*bars(values, cells, ascii_only=ascii_only), under]

    rows.append(r.Picture(draw))
    if not known:
        rows.append(r.Note(view.t(N_("Each month by itself: money at hand is not answered.")), "dim"))
    last = N_("Month's end") if known else N_("Left")
    heads = tuple(view.t(each) for each in (N_("Month"), N_("In"), N_("Out"), N_("Debts"), last))
    table: list[tuple[str, ...]] = [heads]
    for month, value in zip(months, values, strict=True):
        coming, going, end = (view.money(yuan(fen)) for fen in (month.incoming, month.outgoing, value))
        dues = view.money(yuan(month.dues)) if month.dues or not unknown else "-"
        table.append((month.month, coming, going, dues, end))
    widths = [max(width_of((Span(row[column]),)) for row in table) for column in range(len(heads))]
    rows.append(r.Picture(columns(heads, widths, "dim")))
    before = values[0] - _left(months[0]) if known else None
    for month, value, cells in zip(months, values, table[1:], strict=True):
        tone: Style = "warn" if value < 0 else ""
        rows.append(r.Picture(columns(cells, widths, tone), _month_figure(month, value, before, unknown)))
        before = value if known else None
    return rows


def _left(month: CashMonth) -> int:
    return month.incoming - month.outgoing - month.dues


def _month_figure(month: CashMonth, value: int, before: int | None, unknown: tuple[Path, ...]) -> Figure:
    """The end of a month, or what it leaves; at most so much while payments on debts are `unknown`."""
    there = () if before is None else (Figure(N_("Money before that month"), yuan(before)),)
    dues = yuan(month.dues) if month.dues or not unknown else None
    parts = (
        total(N_("There, and coming in"), (*there, Figure(N_("Comes in"), yuan(month.incoming)))),
        Figure(N_("Goes out, without debts"), yuan(month.outgoing)),
        Figure(N_("Due on debts"), dues, missing=unknown),
    )
    label = N_("Left in the month") if before is None else N_("At the end of the month")
    return derived(label, value, "minus", parts, name=month.month)
