"""The next 28 days for people."""

from collections.abc import Iterator

from negotiator_tui.case.case import Case
from negotiator_tui.cli.options import Given
from negotiator_tui.cli.output import NOTHING, money, table
from negotiator_tui.cli.words import figure_amount, missing_lines
from negotiator_tui.finance.cash import CashDay, cash_28
from negotiator_tui.finance.cash_free import cash_free
from negotiator_tui.finance.cash_sweeps import Sweep
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.week import week
from negotiator_tui.text.cells import columns
from negotiator_tui.text.clean import clean
from negotiator_tui.text.language import N_

_SHOWN = {"must", "due"}
"""Events named beside their day; takings and everyday costs are only in the sums."""


def cash_lines(given: Given, case: Case) -> Iterator[str]:
    """The week, what could be paid now, then day by day."""
    seven, free, view = week(case, given.today), cash_free(case, given.today), cash_28(case, given.today)
    figures = (seven.musts, seven.cash, seven.gap, seven.dues, seven.gap_with_dues)
    yield from columns([(given.say(figure.label), figure_amount(given, figure)) for figure in figures], [False, True])
    if free.value is not None and free.value > 0:
        yield given.say(N_("Could be paid now: {amount}"), amount=figure_amount(given, free))
    elif free.value is not None:
        yield given.say(N_("Nothing is free to be paid now: stock, rent, wages and medicine come first."))
    yield ""
    heads = (N_("Date"), N_("Comes in"), N_("Goes out"), N_("Debts"), N_("At the end"), N_("What for"))
    rows = [_row(given, day) for day in view.days]
    yield from table([given.say(head) for head in heads], rows, left=(0, 5))
    if view.first_short is not None:
        yield ""
        yield given.say(N_("The money does not last: {day} ends below zero."), day=view.first_short.isoformat())
    for sweep in view.any_day:
        yield given.say(N_("On any day: {what}"), what=_sweep(given, sweep))
    yield from missing_lines(given, case, (*view.missing, *view.unplaced))


def _row(given: Given, day: CashDay) -> tuple[str, ...]:
    taken = {sweep.name for sweep in day.sweeps}
    named = [clean(event.name) for event in day.events if event.kind in _SHOWN and event.name not in {"", *taken}]
    swept = [_sweep(given, sweep) for sweep in day.sweeps]
    amounts = (day.incoming, day.outgoing, day.dues, day.balance)
    return (
        day.day.isoformat(),
        *(NOTHING if not fen and fen != day.balance else money(None if fen is None else yuan(fen)) for fen in amounts),
        ", ".join((*named, *swept)),
    )


def _sweep(given: Given, sweep: Sweep) -> str:
    amount = money(None if sweep.fen is None else yuan(sweep.fen))
    said = N_("{name} takes {amount} by itself") if sweep.sure else N_("{name} may take {amount} by itself")
    return given.say(said, name=clean(sweep.name), amount=amount)
