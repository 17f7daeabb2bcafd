"""The next 28 days of cash: the picture, the days that stand out, the accounts a debit can empty."""

from collections import Counter
from collections.abc import Sequence

from negotiator_tui.case.edit import Path
from negotiator_tui.finance.cash import CashDay, CashView
from negotiator_tui.finance.cash_days import EVERYDAY, Event
from negotiator_tui.finance.cash_sweeps import Sweep
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.figure import Figure, derived, total
from negotiator_tui.guide.words import day_words
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Line, Span, Style, fit, line, right, width_of, wrap
from negotiator_tui.ui.pages.guided import open_answers
from negotiator_tui.ui.pages.picture_bars import bars
from negotiator_tui.ui.view import View

_OFTEN = 5
"""From so many times in 28 days money is everyday money, and no day stands out for it."""
_DAYS_SHOWN = 8
OPEN_SHOWN = 4
"""Open answers that stand where the picture would be."""
_ALL_DAYS = "picture.days"
_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


def four_weeks(view: View, cash: CashView, asked: Sequence[Path]) -> list[r.Row]:
    """The picture of the days, those that stand out, and what any day could take."""
    rows: list[r.Row] = [r.Heading(view.t(N_("The next 28 days")), view.t(N_("what is left at the end of each day")))]
    balances = [day.balance for day in cash.days if day.balance is not None]
    if len(balances) == len(cash.days):
        rows += [*_shortest(view, cash), *_rosy(view, cash), _days_picture(cash)]
        if any(day.sweeps for day in cash.days):
            words = N_("* a lender may debit on that day; ! the money is not enough for it.")
            rows.append(r.Note(view.t(words), "dim"))
    else:
        words = N_("The picture appears when money at hand, income and costs are there. Still open:")
        rows += [r.Note(view.t(words), "dim"), *open_answers(view, asked, limit=OPEN_SHOWN)]
    rows += [_any_day(view, cash, sweep, number) for number, sweep in enumerate(cash.any_day)]
    telling = _telling(cash)
    if _ALL_DAYS in view.unfolded:
        telling = set(range(len(cash.days)))
    before = [cash.opening, *(day.balance for day in cash.days)]
    often = _everyday(cash)
    rows += [_day_row(view, cash.days[index], before[index], often) for index in sorted(telling)]
    if balances and len(telling) < len(cash.days):
        label = view.t(N_("Every day"))
        rows.append(r.ActionRow(_ALL_DAYS, label, "", command="unfold", argument=_ALL_DAYS, style="dim"))
    return rows


def _shortest(view: View, cash: CashView) -> list[r.Row]:
    """In words: the first day that is short and the lowest one, or that none is."""
    lowest = min(cash.days, key=lambda day: day.balance or 0)
    amount = view.money(yuan(abs(lowest.balance or 0)))
    on = day_words(lowest.day, view.today, view.lang)
    first = next((day for day in cash.days if day.day == cash.first_short), None)
    if first is None:
        words = N_("By what is written here no day ends short. The lowest is {day}: {amount} left.")
        return [r.Note(view.t(words, day=on, amount=amount))]
    short = view.t(
        N_("On {day} {amount} will be short."),
        day=day_words(first.day, view.today, view.lang),
        amount=view.money(yuan(-(first.balance or 0))),
    )
    if lowest.day == first.day:
        return [r.Note(short, "warn")]
    more = view.t(N_("The lowest day is {day}: {amount} short."), day=on, amount=amount)
    return [r.Note((Span(short, "warn"), Span("  " + more, "dim")))]


def _rosy(view: View, cash: CashView) -> list[r.Row]:
    words = N_("Something is still open, see below. So it may get tighter than this.")
    return [r.Note(view.t(words), "dim")] if cash.missing or cash.unplaced else []


def _everyday(cash: CashView) -> set[Path]:
    """Where money comes from and goes to a little every day, not on a day of its own."""
    events = [event for day in cash.days for event in day.events if event.kind in {"income", "cost"}]
    times = Counter(event.source for event in events)
    spread = {event.source for event in events if event.group in EVERYDAY and not event.sure}
    return spread | {source for source, count in times.items() if count >= _OFTEN}


def _telling(cash: CashView) -> set[int]:
    """The days that matter: the first short one, those of debts and debits, then those of the largest single sums."""
    often = _everyday(cash)
    found = {index for index, day in enumerate(cash.days) if day.sweeps or day.dues or day.day == cash.first_short}
    sizes = {
        index: max((abs(event.fen) for event in day.events if event.source not in often), default=0)
        for index, day in enumerate(cash.days)
    }
    for index in sorted(sizes, key=lambda index: -sizes[index]):
        if sizes[index] and len(found) < _DAYS_SHOWN:
            found.add(index)
    return found


def _day_row(view: View, day: CashDay, before: int | None, often: set[Path]) -> r.Row:
    """One day: its end, what moves it most, and whether a debit finds enough."""
    label = f"{day.day:%m-%d} {view.t(_WEEKDAYS[day.day.weekday()])}"
    there = () if before is None else (Figure(N_("Money before that day"), yuan(before)),)
    coming = (*there, *(_event_leaf(event) for event in day.events if event.fen > 0))
    going = tuple(_event_leaf(event) for event in day.events if event.fen < 0)
    fen = day.balance if before is not None else None
    first = total(N_("There, and coming in"), coming)
    figure = derived(N_("At the end of the day"), fen, "minus", (first, *going), name=label)
    amount = "-" if fen is None else view.money(yuan(fen))
    telling = [event for event in day.events if event.source not in often] or list(day.events)
    ordered = sorted(telling, key=lambda event: (event.kind != "due", -abs(event.fen)))
    named = max(2, sum(event.kind == "due" for event in ordered))
    said = [_event_words(view, event) for event in ordered[:named]]
    if len(ordered) > named:
        said.append(view.t(N_("and {count} more"), count=len(ordered) - named))
    words = [Span("  ".join(said), "dim")]
    if day.sweeps:
        words.append(Span("  " + view.t(_ENOUGH[day.short]), "warn" if day.short else "dim"))
    tone: Style = "warn" if fen is not None and fen < 0 else ""

    def draw(width: int, _: bool) -> list[Line]:
        head = (Span(fit(label, 11)), Span(right(amount, 13), tone), Span("  "))
        room = max(width - width_of(head), 10)
        first, *more = wrap(words, room)
        return [line(*head, *first), *(line(" " * width_of(head), *each) for each in more)]

    return r.Picture(draw, figure)


_ENOUGH: dict[bool | None, str] = {
    True: N_("debit: not enough there"),
    False: N_("debit: enough there"),
    None: N_("debit: cannot be told yet"),
}


def _event_leaf(event: Event) -> Figure:
    label = event.label or N_("something without a name")
    return Figure(label, yuan(abs(event.fen)), name=event.name, estimated=not event.sure, source=event.source)


def _event_words(view: View, event: Event) -> str:
    name = event.name or view.t(event.label or N_("something without a name"))
    return f"{name} {view.money(yuan(event.fen), plus=event.fen > 0)}"


def _any_day(view: View, cash: CashView, sweep: Sweep, number: int) -> r.Row:
    """A debit that may come at any time, against the money at hand."""
    amount = view.money(yuan(sweep.fen)) if sweep.fen is not None else view.t(N_("amount open"))
    label = view.t(
        N_("{name}: {amount} may be debited any day, as it is overdue"),
        name=sweep.name or view.t(N_("unnamed debt")),
        amount=amount,
    )
    short = None if cash.opening is None or sweep.fen is None else cash.opening < sweep.fen
    hint = view.t(_ENOUGH[short]) if sweep.sure else view.t(N_("whether it is debited is not answered"))
    target = r.Target("item", ("debts", sweep.debt, "autodebit_from" if sweep.sure else "autodebit"))
    return r.ActionRow(f"sweep.{number}", label, hint, target=target, style="warn" if short else "accent")


def _days_picture(cash: CashView) -> r.Row:
    values = [day.balance or 0 for day in cash.days]
    marks = [("!" if day.short else "*") if day.sweeps else " " for day in cash.days]

    def draw(width: int, ascii_only: bool) -> list[Line]:
        cells = max(1, min(width // len(values), 3))
        under = line(*(Span(mark.ljust(cells), "warn" if mark == "!" else "accent") for mark in marks))
        names = ""
        for index, day in enumerate(cash.days):
            if index == 0 or (day.day.weekday() == 0 and len(names) < index * cells):
                names = names.ljust(index * cells) + f"{day.day:%m-%d}"
        marked = [under] if any(mark.strip() for mark in marks) else []
        return [
            *bars(values, cells, ascii_only=ascii_only),
            *marked,
            line(Span(fit(names, len(values) * cells), "dim")),
        ]

    return r.Picture(draw)
