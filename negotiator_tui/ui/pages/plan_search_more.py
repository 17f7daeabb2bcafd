"""Behind the fold of what the search found: the other choices, the smaller asks, bad times, and the ladder of asks."""

from collections.abc import Sequence
from decimal import Decimal

from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.ladder import Ladder, ladder
from negotiator_tui.finance.months import month_text
from negotiator_tui.finance.plan_words import plan_sentence
from negotiator_tui.finance.search import CaseSearch, DebtSearch, outcome_of
from negotiator_tui.finance.search_debt import Result
from negotiator_tui.finance.search_grid import PENALTY, PENALTY_AND_INTEREST, Candidate
from negotiator_tui.finance.search_points import Change
from negotiator_tui.text.language import N_
from negotiator_tui.text.rates import format_rate
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Line, Span, fit, line, right
from negotiator_tui.ui.pages.plan_stress import stress_rows
from negotiator_tui.ui.pages.plan_term import said
from negotiator_tui.ui.view import View

_COLUMNS = (7, 14, 12, 10)
_LEAST_LABEL = 8
_MOST_ROWS = 12
"""Choices of the frontier that are listed; where there are more, evenly chosen ones."""

_SMALLER = {
    Change.RATE: N_("At {rate}% a year instead"),
    Change.WAIVER: N_("With less waived"),
    Change.MONTHS: N_("With {count} months instead"),
    Change.GRACE: N_("With a month of grace less"),
}
_ASKS = (
    N_("First ask for: {sentence}"),
    N_("Only if they will not give so many months: {sentence}"),
    N_("Or, shorter still: {sentence}"),
)


def more_rows(view: View, search: CaseSearch, found: DebtSearch) -> list[r.Row]:
    """All that stands beside the recommended terms of one debt."""
    result = found.result
    if result is None or result.recommended is None:
        return []
    first = search.basis.budget.first
    return [
        *_savings(view, result, first),
        *_points(view, found, result),
        *_smaller(view, result, first),
        *_frontier(view, result),
        *stress_rows(view, search, found, result),
        *_ladder(view, found, result, first),
    ]


def _savings(view: View, result: Result, first: int) -> list[r.Row]:
    """Where it lives on savings: every month that does, with what has to be there."""
    if not result.savings:
        return []
    said_ = [
        view.t(N_("{month}: {amount}"), month=month_text(first + month), amount=view.money(yuan(fen)))
        for month, fen in result.savings[:_MOST_ROWS]
    ]
    if len(result.savings) > _MOST_ROWS:
        said_.append(view.t(N_("and {count} more"), count=len(result.savings) - _MOST_ROWS))
    heading = r.Heading(
        view.t(N_("To be put by before")), view.t(N_("what good months leave, of the last six at most"))
    )
    return [heading, r.Note(view.t(N_("; ")).join(said_), "", 2)]


def _points(view: View, found: DebtSearch, result: Result) -> list[r.Row]:
    """The least concession, the shortest and the cheapest; one sentence where they are the same."""
    named = (
        (N_("the lender gives least"), result.recommended),
        (N_("the shortest"), result.shortest),
        (N_("the least in all"), result.least_total),
    )
    points = [(view.t(name), each) for name, each in named if each is not None]
    if len({each.key for _, each in points}) == 1:
        return [r.Note(view.t(N_("It is also the shortest that can be carried, and costs least in all.")), "dim", 2)]
    rows: list[r.Row] = [r.Heading(view.t(N_("Three ways"))), _table(view, points)]
    shown = {result.recommended}
    for name, each in points[1:]:
        if each not in shown:
            shown.add(each)
            outcome = outcome_of(found, each, view.case, view.today)
            words = "" if outcome is None else plan_sentence(outcome, found.debt, view.lang, said(view))
            rows.append(r.Note((Span(view.t(N_("{name}: "), name=name), "dim"), Span(words)), indent=2))
    return rows


def _table(view: View, choices: Sequence[tuple[str, Candidate]]) -> r.Picture:
    """Choices side by side: months, the largest payment, all that is paid, what the lender gives up."""
    heads = [view.t(each) for each in (N_("months"), N_("most a month"), N_("in all"), N_("gives up"))]
    cells = [
        (
            name,
            str(each.last),
            said(view)(yuan(max(each.payments))),
            said(view)(yuan(each.total)),
            said(view)(Decimal(each.concession)),
        )
        for name, each in choices
    ]

    def draw(width: int, _ascii: bool) -> list[Line]:
        label = max(width - sum(_COLUMNS), _LEAST_LABEL)
        head = line(
            Span(" " * label), *(Span(right(each, cells), "dim") for each, cells in zip(heads, _COLUMNS, strict=True))
        )
        return [
            head,
            *(line(Span(fit(name, label), "dim"), *map(_cell, values, _COLUMNS)) for name, *values in cells),
        ]

    return r.Picture(draw)


def _cell(text: str, cells: int) -> Span:
    return Span(right(text, cells))


def _frontier(view: View, result: Result) -> list[r.Row]:
    """The frontier: what a shorter plan would take from the lender."""
    frontier = result.frontier
    if len(frontier) < 2:
        return []
    if len(frontier) > _MOST_ROWS:
        last = len(frontier) - 1
        frontier = tuple(frontier[number * last // (_MOST_ROWS - 1)] for number in range(_MOST_ROWS))
    return [
        r.Heading(view.t(N_("Shorter for more")), view.t(N_("every one of them can be carried"))),
        _table(view, [(_rate_words(view, each), each) for each in frontier]),
    ]


def _rate_words(view: View, each: Candidate) -> str:
    rate = view.t(N_("{rate}%"), rate=format_rate(each.rate))
    waived = {
        PENALTY: N_("{rate}, no penalty"),
        PENALTY_AND_INTEREST: N_("{rate}, balance only"),
    }.get(each.key.waiver)
    return rate if waived is None else view.t(waived, rate=rate)


def _smaller(view: View, result: Result, first: int) -> list[r.Row]:
    """Why not less: the next smaller asks, and the month each breaks in."""
    rows: list[r.Row] = []
    for each in result.smaller:
        if each.candidate is None or each.fit is None or each.fit.breaks_in is None:
            continue
        what = view.t(_SMALLER[each.change], rate=format_rate(each.candidate.rate), count=each.key.months)
        breaking = N_("{what} it breaks in {month}, by {amount}.")
        if result.savings:
            breaking = N_("{what} it breaks in {month}, by {amount}, with all that was put by.")
        words = view.t(
            breaking,
            what=what,
            month=month_text(first + each.fit.breaks_in),
            amount=view.money(yuan(each.fit.short_by)),
        )
        rows.append(r.Note(words, "", 2))
    return [r.Heading(view.t(N_("One step less"))), *rows] if rows else []


def _ladder(view: View, found: DebtSearch, result: Result, first: int) -> list[r.Row]:
    """What to ask first, second and third, and the line no promise may cross."""
    made = None if found.money is None else ladder(result, found.money)
    if made is None:
        return []
    rows: list[r.Row] = [r.Heading(view.t(N_("In the talk")), view.t(N_("each of these can be carried")))]
    for name, each in zip(_ASKS, made.asks, strict=False):
        outcome = outcome_of(found, each, view.case, view.today)
        if outcome is not None:
            sentence = plan_sentence(outcome, found.debt, view.lang, said(view))
            rows.append(r.Note(view.t(name, sentence=sentence), "", 2))
    return [*rows, r.Note(_line_words(view, made, first), "warn", 2)]


def _line_words(view: View, made: Ladder, first: int) -> str:
    line_ = made.line
    if line_.until is None:
        return view.t(N_("Never promise more than {amount} a month."), amount=said(view)(yuan(line_.first)))
    return view.t(
        N_("Never promise more than {amount} a month before {month}, and {later} from then on."),
        amount=said(view)(yuan(line_.first)),
        month=month_text(first + line_.until),
        later=said(view)(yuan(line_.later)),
    )
