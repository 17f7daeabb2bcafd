"""What lies ahead: 28 days of cash, twelve months, who is paid first, and what is still open."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.edit import Path
from negotiator_tui.finance.budget import first_due_of
from negotiator_tui.finance.budget_arrears import UNNAMED, due_leaf
from negotiator_tui.finance.budget_due import Dues
from negotiator_tui.finance.cash import CashDay, CashMonth, CashView, cash_12, cash_28
from negotiator_tui.finance.cash_days import EVERYDAY, Event
from negotiator_tui.finance.cash_sweeps import Sweep
from negotiator_tui.finance.claim import balance_of, claim
from negotiator_tui.finance.fen import to_cent, yuan
from negotiator_tui.finance.figure import Figure, derived, total, unanswered
from negotiator_tui.finance.months import month_of, month_text
from negotiator_tui.finance.plan_basis import Basis, basis_of
from negotiator_tui.finance.shares import Role, Share, comes_first, pool_figure
from negotiator_tui.guide.pages import consequence, page_help
from negotiator_tui.guide.words import day_words, month_words
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.charts import ASCII_BLOCKS, BLOCKS
from negotiator_tui.ui.ink import Line, Span, Style, fit, line, right, width_of, wrap
from negotiator_tui.ui.pages.guided import open_answers
from negotiator_tui.ui.pages.shop_loss import shop_loss
from negotiator_tui.ui.paint import figure_value
from negotiator_tui.ui.view import View

_HEIGHT = 4
"""Lines a picture of balances has on its larger side."""
_OFTEN = 5
"""From so many times in 28 days money is everyday money, and no day stands out for it."""
_DAYS_SHOWN = 8
_OPEN_SHOWN = 4
_ALL_DAYS = "picture.days"
_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


def picture(view: View) -> list[r.Row]:
    """The loss of the shop if there is one, then cash by day and by month, the order of payment, what is open."""
    cash = cash_28(view.case, view.today)
    basis = basis_of(view.case, first_due_of(view.case, view.today), view.today)
    owed = total(N_("All that is owed today"), tuple(_claims(view)))
    shares_missing = basis.shares.missing if basis.shares is not None else ()
    asked = cash.missing[:_OPEN_SHOWN] if cash.opening is None else ()
    still_open = (*cash.missing, *cash.unplaced, *view.budget.missing, *shares_missing, *owed.missing)
    rest = [path for path in dict.fromkeys(still_open) if path not in asked]
    return [
        r.Heading(view.t(N_("Ahead")), page_help("picture", view.lang)["tip"]),
        *shop_loss(view),
        *_four_weeks(view, cash, asked),
        *_twelve_months(view),
        *_order(view, basis),
        *_total(view, owed),
        *([r.Heading(view.t(N_("Still open"))), *open_answers(view, rest)] if rest else []),
    ]


def _four_weeks(view: View, cash: CashView, asked: Sequence[Path]) -> list[r.Row]:
    rows: list[r.Row] = [r.Heading(view.t(N_("The next 28 days")), view.t(N_("what is left at the end of each day")))]
    balances = [day.balance for day in cash.days if day.balance is not None]
    if len(balances) == len(cash.days):
        rows += [*_shortest(view, cash), *_rosy(view, cash), _days_picture(cash)]
        if any(day.sweeps for day in cash.days):
            words = N_("* a lender may debit on that day; ! the money is not enough for it.")
            rows.append(r.Note(view.t(words), "dim"))
    else:
        words = N_("The picture appears when money at hand, income and costs are there. Still open:")
        rows += [r.Note(view.t(words), "dim"), *open_answers(view, asked, limit=_OPEN_SHOWN)]
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
    largest = sorted(telling, key=lambda event: (event.kind != "due", -abs(event.fen)))[:2]
    words = [Span("  ".join(_event_words(view, event) for event in largest), "dim")]
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
            *_bars(values, cells, ascii_only=ascii_only),
            *marked,
            line(Span(fit(names, len(values) * cells), "dim")),
        ]

    return r.Picture(draw)


def _bars(values: Sequence[int], cells: int, *, ascii_only: bool) -> list[Line]:
    """Bars up from zero and, in the warn style, down below it, on one scale."""
    top, deep = max(0, *values), max(0, -min(values))
    largest = max(top, deep, 1)
    up, down = -(-top * _HEIGHT // largest), -(-deep * _HEIGHT // largest)
    glyphs = ASCII_BLOCKS if ascii_only else BLOCKS
    steps = len(glyphs) - 1
    solid, half = ("#", "'") if ascii_only else ("█", "▀")
    gap = 1 if cells > 1 else 0

    def drawn(one: Callable[[int], str], style: Style) -> Line:
        return line(Span("".join(one(value) * (cells - gap) + " " * gap for value in values), style))

    def above(level: int) -> Callable[[int], str]:
        return lambda value: glyphs[max(0, min(steps, -(-value * _HEIGHT * steps // largest) - level * steps))]

    def below(level: int) -> Callable[[int], str]:
        def one(value: int) -> str:
            halves = -(value * _HEIGHT * 2 // largest) - level * 2
            return solid if halves >= 2 else half if halves == 1 else " "

        return one

    lines = [drawn(above(level), "good") for level in range(up - 1, -1, -1)]
    return [*lines, *(drawn(below(level), "warn") for level in range(down))]


def _twelve_months(view: View) -> list[r.Row]:
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
        return [*_bars(values, cells, ascii_only=ascii_only), under]

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
    rows.append(r.Picture(_columns(heads, widths, "dim")))
    before = values[0] - _left(months[0]) if known else None
    for month, value, cells in zip(months, values, table[1:], strict=True):
        tone: Style = "warn" if value < 0 else ""
        rows.append(r.Picture(_columns(cells, widths, tone), _month_figure(month, value, before, unknown)))
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


def _columns(cells: Sequence[str], widths: Sequence[int], last: Style) -> r.Draw:
    """A line of a table; where it is too narrow for all columns, the first and the last one."""

    def draw(width: int, _: bool) -> list[Line]:
        chosen = range(len(cells)) if sum(widths) + 2 * (len(widths) - 1) <= width else (0, len(cells) - 1)
        spans = [Span(fit(cells[0], widths[0]))]
        for index in chosen[1:]:
            style: Style = last if index == len(cells) - 1 else "dim"
            spans.append(Span("  " + right(cells[index], min(widths[index], width - 2)), style))
        return [tuple(spans)]

    return draw


def _order(view: View, basis: Basis) -> list[r.Row]:
    """What comes first and why, what is kept as it is, what is left for the others."""
    debts = view.case.debts
    if not debts:
        words = view.t(N_("Write down whom you owe, and the order appears here"))
        heading = r.Heading(view.t(N_("Who is paid first")))
        return [heading, r.ActionRow("debts", words, target=r.Target("debts"))]
    if basis.shares is None:
        first = [debt for debt in debts if comes_first(debt)]
        rows: list[r.Row] = [r.Heading(view.t(N_("Who is paid first")))]
        rows += [row for debt in first for row in _why(view, debt, name=True)]
        words = N_("How the money is divided appears when income and costs are there.")
        return [*rows, r.Note(view.t(words), "dim")]
    shares, month = basis.shares, basis.shares.first
    rows = [r.Heading(view.t(N_("Who is paid first")), month_words(month_text(month), view.lang))]
    sums = basis.budget.sums_of(month_text(month))
    if sums is not None:
        rows.append(r.FigureRow(sums.for_debts))
    for role, title in ((Role.PRIORITY, N_("Comes first")), (Role.FIXED, N_("Kept as it is"))):
        chosen = [each for each in basis.budget.dues if shares.roles[each.debt.id] is role]
        if chosen:
            rows.append(r.Note(view.t(title), "strong"))
        for each in chosen:
            rows.append(_due_row(view, each, month))
            rows += _why(view, each.debt) if role is Role.PRIORITY else []
    return [*rows, *_pool(view, basis)]


def _due_row(view: View, dues: Dues, month: int) -> r.Row:
    """What is due on a debt in a month; open where that is not answered."""
    debt = dues.debt
    due = [row for row in dues.rows if month_of(row.day) == month and not row.lump]
    leaves = [due_leaf(debt, row) for row in due]
    of_rows = {row.source for row in dues.rows}
    leaves += [unanswered(UNNAMED, path, name=debt.name or "") for path in dues.missing if path not in of_rows]
    if not leaves:
        name, target = debt.name or view.t(N_("unnamed debt")), r.Target("item", ("debts", debt.id))
        return r.ActionRow(f"due.{debt.id}", name, view.t(N_("no payment known for that month")), target=target)
    figure = replace(total(UNNAMED, tuple(leaves)), name=debt.name or "", source=("debts", debt.id))
    return r.FigureRow(figure, view.t(N_("the amount is still open")) if figure.value is None else "")


def _why(view: View, debt: Debt, *, name: bool = False) -> list[r.Row]:
    note = consequence(debt, view.case, view.today, view.lang)
    called = (Span((debt.name or view.t(N_("unnamed debt"))) + "  ", "strong"),) if name else ()
    text = note.text if note is not None else ""
    return [r.Note((*called, Span(text, "dim")), indent=2)] if called or text else []


def _pool(view: View, basis: Basis) -> list[r.Row]:
    """What is left for the debts to negotiate, in a usual and in a bad month, and each one's part of it."""
    shares = basis.shares
    usual = None if shares is None else pool_figure(basis.budget, shares, 0)
    if shares is None or usual is None or usual.value is None:
        return []
    bad = pool_figure(basis.budget, shares, 0, bad=True)
    rows: list[r.Row] = [r.FigureRow(replace(usual, label=N_("Left after that")))]
    if bad is not None:
        remark = view.t(N_("a bad month is short")) if bad.value is not None and bad.value < 0 else ""
        rows.append(r.FigureRow(replace(bad, label=N_("Left in a bad month")), remark))
    if Role.SHARED not in shares.roles.values():
        return rows
    if usual.value < 0:
        words = N_("What is due before them takes more than there is. Nothing can be promised to the others yet.")
        return [*rows, r.Note(view.t(words), "warn")]
    if shares.missing:
        words = N_("Something before them is still open, so the parts may be smaller.")
        rows.append(r.Note(view.t(words), "dim"))
    debts = {debt.id: debt for debt in view.case.debts}
    rows.append(r.Note(view.t(N_("Of it, to each of the others")), "strong"))
    return [*rows, *(r.FigureRow(_part(debts[each.debt], each, usual)) for each in shares.parts if usual.value)]


def _part(debt: Debt, share: Share, pool: Figure) -> Figure:
    note = N_("Shared by what is owed on each debt, and never more than a debt can use.")
    value, source = yuan(share.normal[0]), ("debts", debt.id, "share")
    return Figure(N_("Share of this debt"), value, parts=(pool,), name=debt.name or "", source=source, note=note)


def _claims(view: View) -> Iterator[Figure]:
    for debt in view.case.debts:
        source = ("debts", debt.id, "outstanding")
        if balance_of(debt) is None:
            yield unanswered(UNNAMED, source, name=debt.name or "")
            continue
        found = claim(debt, view.case.missed, view.today)
        amount: Decimal = to_cent(found.total)
        missing = tuple(("debts", debt.id, name) for name in found.missing)
        rough = found.worked_out or found.is_range
        yield Figure(UNNAMED, amount, name=debt.name or "", estimated=rough, missing=missing, source=source)


def _total(view: View, owed: Figure) -> list[r.Row]:
    """All that is owed, last and in one line; at least so much where a balance is not there."""
    if owed.value is None:
        return []
    # Not a row of figures: "at least" and a large amount are wider than its column.
    cells = (view.t(owed.label), figure_value(owed, view.lang, hide=view.hide))
    return [r.Blank(), r.Picture(_columns(cells, [width_of((Span(cell),)) for cell in cells], ""), owed)]
