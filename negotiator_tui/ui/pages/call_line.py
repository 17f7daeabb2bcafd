"""How far a promise may go, as it is seen during a call: the line in large figures, the asks, the answer to a demand."""

from dataclasses import dataclass
from decimal import Decimal

from negotiator_tui.case.debts import Debt
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.rungs import Asked, Line, Origin, Rungs, rungs_of
from negotiator_tui.guide.debt_kind import institution
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Line as InkLine
from negotiator_tui.ui.ink import Span, fit, line, width_of, wrap
from negotiator_tui.ui.large import large
from negotiator_tui.ui.view import View

_ORIGIN = {
    Origin.LADDER: N_("your line"),
    Origin.PLAN: N_("what a bad month leaves for your plan; there is no line of your own yet"),
    Origin.SHARE: N_("this debt's share of a bad month; there is no plan and no line yet"),
}
AGREED = N_("as it was agreed before")
NARROWEST = 24
"""Cells beside the figures that are enough for an ask."""


@dataclass(frozen=True, slots=True)
class Limit:
    """The most that may be promised a month about one debt, where it comes from, and the asks below it."""

    line: Line
    origin: str
    asks: tuple[Asked, ...] = ()


def limit_of(view: View, debt: Debt) -> Limit | None:
    """The line of a debt: the ladder's, else the plan's, else the budget's safe money, else what was agreed before."""
    found: Rungs | None = rungs_of(view.case, debt.id, view.today)
    asks = found.asks if found is not None else ()
    if debt.agreed_monthly is not None and not asks:
        return Limit(Line(debt.agreed_monthly), AGREED)
    if found is None or found.line is None:
        return None
    return Limit(found.line, _ORIGIN[found.origin], asks)


def over(limit: Limit | None, amount: Decimal) -> Decimal | None:
    """How much an amount a month lies above the line; None where it keeps it or there is none."""
    if limit is None or amount <= limit.line.first or limit.line.carries_later(amount, limit.asks):
        return None
    return amount - limit.line.first


def line_rows(view: View, debt: Debt) -> list[r.Row]:
    """The line in large figures with the asks beside it; without one, that no figure is to be promised. Only to read."""
    limit = limit_of(view, debt)
    if limit is None:
        words = view.t(N_("There is no line yet. Promise no figure today: say you will work it out and answer."))
        return [r.Note(words, "warn")]
    return [r.Picture(lambda width, ascii_only: _drawn(view, limit, width, ascii_only=ascii_only))]


def way_to_a_line(view: View, debt: Debt) -> list[r.Row]:
    """Where a line comes from, while there is none."""
    if limit_of(view, debt) is not None:
        return []
    page = "plan" if institution(debt) else "item"
    path = () if page == "plan" else ("debts", debt.id, "agreed_monthly")
    words = view.t(N_("Work out first what can be paid"))
    return [r.ActionRow("call.plan", words, target=r.Target(page, path))]


def challenge(view: View, limit: Limit | None, amount: Decimal, *, said: bool) -> list[r.Row]:
    """What to answer to an amount above the line: a sentence, and why. `said`: it was promised already."""
    more = over(limit, amount)
    if limit is None:
        words = view.t(N_("Whether {amount} a month can be kept is not known yet."), amount=view.money(amount))
    elif more is None:
        return []
    else:
        words = view.t(
            N_("{amount} a month is {more} above your line of {line}: a bad month would not carry it."),
            amount=view.money(amount),
            more=view.money(more),
            line=view.money(limit.line.first),
        )
    answer = N_("Say: “I went through my figures again; I have to take that back and will answer in writing.”")
    first = answer if said else N_("Say: “I have to work that out and will answer you.”")
    why = view.t(N_("A promise you cannot keep is worse than none."))
    return [r.Note((Span(view.t(first), "warn"),)), r.Note((Span(words, "warn"), Span("  " + why, "dim")))]


def _drawn(view: View, limit: Limit, width: int, *, ascii_only: bool) -> list[InkLine]:
    if view.hide:
        figure: list[InkLine] = [(Span(view.money(limit.line.first), "strong"),)]
    else:
        figure = large(_short(view, limit.line.first), "strong", ascii_only=ascii_only)
    wide = max(width_of(each) for each in figure)
    room = width - wide - 3
    asks = [_ask(view, each) for each in limit.asks]
    beside = asks if room >= NARROWEST else []
    title = [Span(view.t(N_("Never more a month than")), "strong"), Span("  " + _later(view, limit.line), "dim")]
    lines = wrap((*title, Span(view.t(limit.origin), "dim")), width)
    for number in range(max(len(figure), len(beside))):
        left = figure[number] if number < len(figure) else (Span(" " * wide),)
        pad = Span(" " * (wide - width_of(left) + 3))
        right = Span(fit(beside[number], room).rstrip(), "dim") if number < len(beside) else Span("")
        lines.append(line(*left, pad, right))
    return [*lines, *(line(Span(fit(each, width).rstrip(), "dim")) for each in asks if not beside)]


def _short(view: View, amount: Decimal) -> str:
    return view.money(amount).removesuffix(".00")


def _later(view: View, limit: Line) -> str:
    if limit.months is None or limit.later is None:
        return ""
    words = N_("for {months} months, then {later}; ")
    return view.t(words, months=limit.months, later=_short(view, limit.later))


def _ask(view: View, ask: Asked) -> str:
    """An ask in one line: its first level, and the one after it."""
    payments = [fen for fen in ask.outcome.payments_fen if fen] if ask.outcome is not None else []
    if not payments:
        return f"{ask.number}  -"
    level = next((n for n, fen in enumerate(payments) if abs(fen - payments[0]) > 1), len(payments))
    first = _short(view, yuan(payments[0]))
    if level >= len(payments) - 1:
        words = view.t(N_("{first} a month, {months} months"), first=first, months=len(payments))
    else:
        later = _short(view, yuan(payments[level]))
        words = view.t(N_("{first} for {months} months, then {later}"), first=first, months=level, later=later)
    if silent := _silent(ask):
        words = view.t(N_("nothing for {count} months, then {words}"), count=silent, words=words)
    return f"{ask.number}  {words}"


def _silent(ask: Asked) -> int:
    """How many months of an ask come before its first payment."""
    payments = () if ask.outcome is None else ask.outcome.payments_fen
    return next((month for month, fen in enumerate(payments) if fen), 0)
