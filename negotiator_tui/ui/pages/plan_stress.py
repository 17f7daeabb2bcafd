"""A plan when things turn out worse: bad times side by side, and the borrower's own months drawn again and again."""

from collections.abc import Sequence

from negotiator_tui.finance.budget_kept import Kept
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.months import month_of, month_text
from negotiator_tui.finance.own_months import own_takings
from negotiator_tui.finance.search import CaseSearch, DebtSearch
from negotiator_tui.finance.search_debt import Result
from negotiator_tui.finance.search_grid import Candidate
from negotiator_tui.finance.stress import NAMES, Stress, stresses
from negotiator_tui.finance.stress_draws import LEAST_MONTHS, Draws, draws_words
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.charts import bars
from negotiator_tui.ui.ink import Line, Span, Style, fit, line, right
from negotiator_tui.ui.view import View

_kept: Kept[tuple[Stress, ...]] = Kept(16)
_LEAST_LABEL = 8
_STRIP = 12
_MONTH, _AMOUNT = 9, 11


def stress_rows(view: View, search: CaseSearch, found: DebtSearch, result: Result) -> list[r.Row]:
    """What becomes of the recommended terms when things turn out worse, and which other choice would survive."""
    best = result.recommended
    if best is None:
        return []
    takings = own_takings(view.case.own_months)
    worst = min((fen for _, fen in takings), default=None)
    tried = _kept.get(
        (search, found),
        worst,
        lambda: stresses(search.basis, found.debt.id, best.payments, result.frontier, worst=worst),
    )
    if not tried:
        return []
    first = month_of(found.first_due)
    return [
        r.Heading(view.t(N_("If things turn out worse")), view.t(N_("each mark is a part of the time"))),
        _picture(view, tried, best, first),
        *_survivors(view, tried),
        *_drawn(view, found, best, len(takings)),
    ]


def _survivors(view: View, tried: Sequence[Stress]) -> list[r.Row]:
    rows: list[r.Row] = []
    broken = [each for each in tried if not each.fit.kept]
    for each in broken:
        if each.survivor is not None:
            words = view.t(
                N_("{blow}: the plan of {count} months would still hold."),
                blow=view.t(NAMES[each.blow]),
                count=each.survivor.last,
            )
            rows.append(r.Note(words, "", 2))
    if broken and not any(each.survivor for each in broken):
        words = view.t(N_("None of the plans listed would survive what breaks here. Ask what happens in such a month."))
        rows.append(r.Note(words, "dim", 2))
    return rows


def _picture(view: View, tried: Sequence[Stress], best: Candidate, first: int) -> r.Picture:
    """A line for each blow: covered and short stretches of the plan, the first month that is short, and by how much."""
    lines = [(view.t(NAMES[each.blow]), each) for each in tried]

    def draw(width: int, ascii_only: bool) -> list[Line]:
        label = max(width - _STRIP - _MONTH - _AMOUNT - 1, _LEAST_LABEL)
        drawn = [
            line(
                Span(" " * (label + _STRIP + 1)),
                Span(right(view.t(N_("breaks in")), _MONTH), "dim"),
                Span(right(view.t(N_("short by")), _AMOUNT), "dim"),
            )
        ]
        for name, each in lines:
            strip = _strip(best.payments[: best.last], each, ascii_only=ascii_only)
            drawn.append(line(Span(fit(name, label)), *strip, Span(" "), *_ends(view, each, first)))
        return drawn

    return r.Picture(draw)


def _ends(view: View, each: Stress, first: int) -> tuple[Span, ...]:
    """The month and the sum at the end of a line: nothing where it holds, what must be put by where savings do."""
    if each.fit.savings:
        most = max(fen for _, fen in each.fit.savings)
        return Span(right(view.t(N_("savings")), _MONTH), "accent"), Span(right(view.money(yuan(most)), _AMOUNT))
    if each.fit.breaks_in is None:
        return (Span(right(view.t(N_("holds")), _MONTH), "good"),)
    month, amount = month_text(first + each.fit.breaks_in), view.money(yuan(each.fit.short_by))
    return Span(right(month, _MONTH), "warn"), Span(right(amount, _AMOUNT))


def _strip(payments: Sequence[int], each: Stress, *, ascii_only: bool) -> list[Span]:
    """The plan's time in a few marks: full where every payment is covered, low where one is not."""
    count = len(payments)
    short = {n for n, (pay, there) in enumerate(zip(payments, each.money, strict=False)) if pay and pay > there}
    spans: list[Span] = []
    for mark in range(_STRIP):
        months = range(mark * count // _STRIP, max((mark + 1) * count // _STRIP, mark * count // _STRIP + 1))
        is_short = not short.isdisjoint(months)
        tone: Style = ("accent" if each.fit.kept else "warn") if is_short else "good"
        glyph = ("!" if is_short else "#") if ascii_only else ("▁" if is_short else "▅")
        spans.append(Span(glyph, tone))
    return spans


def _drawn(view: View, found: DebtSearch, best: Candidate, own: int) -> list[r.Row]:
    """How often the borrower's own months, drawn at random, would have sufficed."""
    made = None if view.beyond is None else view.beyond.draws.get(found.debt.id)
    if made is None:
        return [] if own >= LEAST_MONTHS else [r.Note(draws_words(made, own, view.lang), "dim", 2)]
    picture = r.Picture(lambda width, ascii_only: _kept_bars(made, best.last, width, ascii_only=ascii_only))
    return [
        r.Note(draws_words(made, own, view.lang), "", 2),
        r.Note(view.t(N_("How many of them were still paying, month by month")), "dim", 2),
        picture,
    ]


def _kept_bars(made: Draws, months: int, width: int, *, ascii_only: bool) -> list[Line]:
    kept = made.kept[:months]
    size = max(1, -(-len(kept) * 2 // max(width, 2)))
    values = [kept[begin] for begin in range(0, len(kept), size)]
    return bars(
        values, 2, ascii_only=ascii_only, styles=["good" if each == made.draws else "accent" for each in values]
    )
