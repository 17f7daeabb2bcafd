"""The budget beside the work. It follows every keystroke and asks for no layout."""

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from negotiator_tui.case.case import Case
from negotiator_tui.finance.budget import Budget, budget_of
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.figure import Figure
from negotiator_tui.finance.months import month_text
from negotiator_tui.text.language import N_
from negotiator_tui.ui.charts import bars, labels, rule
from negotiator_tui.ui.figures import figure_label, figure_value
from negotiator_tui.ui.gate import ground, strip_of
from negotiator_tui.ui.ink import Line, Span, Style, fit, line, right, width_of, wrap
from negotiator_tui.ui.view import View

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the panel, and the figure it shows."""

    words: Line
    figure: Figure | None = None


class BudgetPanel(Widget, can_focus=True):
    """What comes in, what goes out, what is there for debts, and how the months look."""

    @dataclass
    class Opened(Message):
        """The arithmetic of a figure is wanted."""

        figure: Figure

    @dataclass
    class Left(Message):
        """Back to the work."""

    def __init__(self) -> None:
        super().__init__(id="panel")
        self._entries: list[Entry] = []
        self._cursor = 0

    def show(self, view: View, live: Case) -> None:
        """Show the budget of the case as it would be with what is being typed."""
        budget = budget_of(live, view.today)
        width = max(self.content_size.width, 20)
        entries = strip_entries(view, budget, width) if self.size.height <= 3 else entries_of(view, budget, width)
        if entries != self._entries:
            self._entries = entries
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the panel."""
        width = self.size.width
        if y >= len(self._entries):
            return Strip.blank(width, ground(self))
        entry = self._entries[y]
        marked = self.has_focus and entry.figure is not None and y == self._stops()[self._cursor % len(self._stops())]
        return strip_of(self, entry.words, width, marked=marked)

    def _stops(self) -> list[int]:
        return [index for index, entry in enumerate(self._entries) if entry.figure is not None] or [0]

    def on_focus(self) -> None:
        """Show where one is."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide where one was."""
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        """Up and down choose a figure, Enter opens its arithmetic, Escape and typing lead back."""
        stops = self._stops()
        if event.key in {"up", "down"}:
            self._cursor = (self._cursor + (1 if event.key == "down" else -1)) % len(stops)
            self.refresh()
        elif event.key in {"enter", "f4"}:
            self._open(stops[self._cursor % len(stops)])
        elif event.key == "escape" or event.is_printable:
            self.post_message(self.Left())
        else:
            return
        event.stop()
        event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        """Open the arithmetic of the figure that was clicked."""
        self._open(event.y)

    def _open(self, index: int) -> None:
        figure = self._entries[index].figure if index < len(self._entries) else None
        if figure is not None:
            self.post_message(self.Opened(figure))


def entries_of(view: View, budget: Budget, width: int) -> list[Entry]:
    """The panel beside the work, line by line."""
    title = line(Span(view.t(N_("Budget")), "title"), Span("  " + view.t(N_("this month, yuan")), "dim"))
    if not _has_figures(budget):
        return [Entry(()), Entry(title), Entry(()), *_kindly(view, width)]
    blank, thin = Entry(()), Entry(rule(width, ascii_only=view.ascii))
    entries = [
        blank,
        Entry(title),
        blank,
        _figure(view, budget.income, width),
        _figure(view, budget.costs, width, minus=True),
        thin,
        _figure(view, budget.surplus, width, style="strong"),
        _figure(view, budget.keep, width, minus=True),
        _figure(view, budget.for_debts, width, style="good"),
        _figure(view, budget.safe, width, label=_bad_month(view, budget), style="dim"),
        blank,
        _figure(view, budget.due_this_month, width),
        _figure(view, budget.arrears, width),
        _figure(view, budget.gap, width, style="accent" if budget.gap.value else ""),
    ]
    entries += [Entry(each) for each in _said(view, budget, width)]
    return entries + _months(view, budget, width)


def strip_entries(view: View, budget: Budget, width: int) -> list[Entry]:
    """The three lines at the bottom of a narrow terminal."""
    if not _has_figures(budget):
        return [Entry(line(Span(" "), Span(view.t(N_("Budget")), "title"))), *_kindly(view, width)]
    groups = (
        (budget.income, budget.costs, budget.surplus),
        (budget.keep, budget.for_debts, budget.safe),
        (budget.due_this_month, budget.arrears, budget.gap),
    )
    entries = []
    for group in groups:
        spans: list[Span] = [Span(" ")]
        for figure in group:
            label = _short_label(view, budget, figure)
            value = figure_value(figure, view.lang, hide=view.hide)
            size = (width - 2) // 3
            room = max(size - width_of((Span(value),)) - 2, 0)
            open_costs = figure is budget.costs and budget.unlisted
            spans += [
                Span(fit(label, room), "accent" if open_costs else "dim"),
                Span(right(value, size - room - 2), _tone(figure)),
                Span("  "),
            ]
        entries.append(Entry(tuple(spans), group[-1] if group[-1].parts else group[0]))
    return entries


def _short_label(view: View, budget: Budget, figure: Figure) -> str:
    """What a figure is called in the strip, which has no room for a sentence below."""
    if figure is budget.safe:
        return _bad_month(view, budget)
    if figure is budget.costs and budget.unlisted:
        return view.t(N_("costs so far"))
    return figure_label(figure, view.lang, hide=view.hide)


def _bad_month(view: View, budget: Budget) -> str:
    """What the money of a bad month is called: with a word where it is only the program's guess."""
    return view.t(N_("bad month (guess)")) if budget.bad_is_guess else view.t(N_("in a bad month"))


def _has_figures(budget: Budget) -> bool:
    """Whether there is anything to show yet; nothing due because no day is known is not a figure."""
    return any(figure.value for figure in (budget.income, budget.costs, budget.due_this_month, budget.arrears))


def _kindly(view: View, width: int) -> list[Entry]:
    text = view.t(N_("There are no figures yet. No hurry: they appear as you type."))
    return [Entry(line(Span(" ") if width > 40 else Span(""), *each)) for each in wrap((Span(text, "dim"),), width - 2)]


def _figure(
    view: View, figure: Figure, width: int, *, label: str = "", style: Style = "", minus: bool = False
) -> Entry:
    text = figure_value(figure, view.lang, hide=view.hide)
    if minus and figure.value:
        text = "-" + text if text[:1].isdigit() else text
    tone = _tone(figure) or style
    name = label or figure_label(figure, view.lang, hide=view.hide)
    room = width - width_of((Span(text),)) - 1
    return Entry(
        line(Span(fit(name, max(room, 4)), "dim" if style != "strong" else ""), Span(" "), Span(text, tone)), figure
    )


def _tone(figure: Figure) -> Style:
    return "warn" if figure.value is not None and figure.value < 0 else ""


def _said(view: View, budget: Budget, width: int) -> list[Line]:
    """What the figures cannot say themselves: a deficit, or answers that are missing."""
    text = ""
    if budget.surplus.value is not None and budget.surplus.value < 0 < _year(budget):
        text = view.t(
            N_(
                "This month costs more than it brings. The next twelve together leave {amount} for debts: good months carry it."
            ),
            amount=view.money(yuan(_year(budget))),
        )
    elif budget.surplus.value is not None and budget.surplus.value < 0:
        text = view.t(N_("Costs are higher than income: no instalment can come out of this. See the way on."))
    elif budget.unlisted:
        text = view.t(N_("Not all costs are in the lines yet: there is less for debts than it seems."))
    elif not budget.judgeable:
        text = view.t(
            N_("{count} answers are missing, so nothing is called affordable yet."), count=len(budget.blocking)
        )
    return wrap((Span(text, "dim"),), width) if text else []


def _year(budget: Budget) -> int:
    """What the next twelve months together leave for debts, in fen: those who earn by the season are in no deficit."""
    return 0 if budget.series is None or not budget.judgeable else sum(budget.series.normal[:MONTHS])


def _months(view: View, budget: Budget, width: int) -> list[Entry]:
    series = budget.series
    if series is None:
        return []
    months = [budget.month + n for n in range(MONTHS)]
    cells = 3 if width >= MONTHS * 3 else 2
    drawn = bars(series.normal[:MONTHS], 2, cells=cells, ascii_only=view.ascii)
    return [
        Entry(()),
        Entry(line(Span(view.t(N_("For debts, the next 12 months")), "dim"))),
        *(Entry(each) for each in drawn),
        Entry(labels([str(int(month_text(month)[-2:])) for month in months], cells)),
    ]
