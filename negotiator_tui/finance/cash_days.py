"""What comes and goes day by day: every line, must and due of a case on its day."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from negotiator_tui.case.case import Case
from negotiator_tui.case.edit import Path
from negotiator_tui.case.kinds import CostGroup, Every, Side
from negotiator_tui.case.lines import Line
from negotiator_tui.finance.budget_dues import all_dues
from negotiator_tui.finance.budget_lines import Flow, active, due_months
from negotiator_tui.finance.budget_sums import Flows
from negotiator_tui.finance.cash_free import WEEK
from negotiator_tui.finance.fen import to_fen
from negotiator_tui.finance.months import day_in, length, month_of

EventKind = Literal["income", "cost", "must", "due"]

EVERYDAY = {CostGroup.STOCK, CostGroup.PACKAGING, CostGroup.PLATFORM, CostGroup.FOOD, CostGroup.TRANSPORT}
"""Costs that go out a little every day, like takings come in, where no day is answered."""

_STEP = {Every.WEEK: timedelta(days=7), Every.TWO_WEEKS: timedelta(days=14)}


@dataclass(frozen=True, slots=True)
class Event:
    """Money that comes (above zero) or goes on a day, in fen. `sure` is False where the day is not answered."""

    day: date
    fen: int
    kind: EventKind
    label: str
    name: str
    source: Path
    group: CostGroup | None = None
    sure: bool = True


def events_of(case: Case, flows: Flows, today: date, last: date) -> list[Event]:
    """All events from `today` to `last`, by day.

    A monthly line without a day: takings and everyday costs are spread over the month; any other cost is taken to go
    out on the first day, any other income to come on the last, so that the view errs to the cautious side. Weekly
    lines without a day likewise at either end of their weeks. A must of the week takes the place of as much of the
    costs of its kind until then.
    """
    lines: dict[Path, Line] = {("income", line.id): line for line in case.income}
    lines |= {("costs", line.id): line for line in case.costs}
    found: list[Event] = []
    for flow in flows.all():
        for day, fen, sure in _days(flow, lines.get(flow.source[:2]), today, last):
            if fen:
                found.append(_event(flow, day, fen, sure=sure))
    musts = list(_musts(case, today, last))
    found = [*_less_musts(sorted(found, key=lambda event: event.day), musts, today), *musts, *_dues(case, today, last)]
    return sorted(found, key=lambda event: (event.day, event.fen < 0))


def unplaced(case: Case) -> tuple[Path, ...]:
    """Costs that come rarely and whose month is not answered: they are on no day."""
    rare = (line for line in case.costs if line.amount is not None and line.every in _RARE)
    return tuple(("costs", line.id, "months") for line in rare if due_months(line, 0, 0) is None)


_RARE = {Every.QUARTER, Every.HALF_YEAR, Every.YEAR, Every.ONCE}


def _event(flow: Flow, day: date, fen: int, *, sure: bool) -> Event:
    is_cost = _is_cost(flow)
    kind: EventKind = "cost" if is_cost else "income"
    return Event(day, -fen if is_cost else fen, kind, flow.label, flow.name, flow.source, flow.group, sure)


def _is_cost(flow: Flow) -> bool:
    return flow.source[0] == "costs" or flow.source[-1] in {"shop_costs", "home_costs"}


def _days(flow: Flow, line: Line | None, today: date, last: date) -> Iterator[tuple[date, int, bool]]:
    """Day, amount in fen and whether the day is answered, for each time a line occurs."""
    if flow.even is None:
        return
    if line is None:
        yield from _spread(flow, None, today, last)
        return
    every = line.every or Every.MONTH
    if every is Every.DAY:
        yield from ((day, flow.amount, True) for day in _range(today, last) if active(line, month_of(day)))
    elif every in _STEP:
        yield from _weekly(flow, line, _STEP[every], today, last)
    elif every is Every.MONTH:
        yield from _monthly(flow, line, today, last)
    else:
        yield from _rare(flow, line, today, last)


def _range(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


def _spread(flow: Flow, line: Line | None, today: date, last: date) -> Iterator[tuple[date, int, bool]]:
    """A monthly amount over all days of its month, to the fen: whole months add up to it."""
    for day in _range(today, last):
        month = month_of(day)
        if line is None or active(line, month):
            days = length(month)
            amount = flow.even[0] if line is None and flow.even else flow.amount
            yield day, amount * day.day // days - amount * (day.day - 1) // days, False


def _weekly(flow: Flow, line: Line, step: timedelta, today: date, last: date) -> Iterator[tuple[date, int, bool]]:
    if line.day is not None:
        day = day_in(month_of(today), line.day)
        day += step * -((day - today) // step)
    elif _is_cost(flow):
        day = today
    else:
        day = today + step - timedelta(days=1)
    while day <= last:
        if active(line, month_of(day)):
            yield day, flow.amount, line.day is not None
        day += step


def _monthly(flow: Flow, line: Line, today: date, last: date) -> Iterator[tuple[date, int, bool]]:
    months = [month for month in range(month_of(today), month_of(last) + 1) if active(line, month)]
    if line.day is not None:
        days = (day_in(month, line.day) for month in months)
        yield from ((day, flow.amount, True) for day in days if today <= day <= last)
    elif flow.group in EVERYDAY or flow.with_sales or (not _is_cost(flow) and flow.side is Side.SHOP):
        yield from _spread(flow, line, today, last)
    elif months:
        yield _edge(flow, months, today, last), flow.amount, False


def _edge(flow: Flow, months: list[int], today: date, last: date) -> date:
    """The most cautious day in the months a line occurs in: the first for a cost, the last for an income."""
    if _is_cost(flow):
        return max(today, day_in(months[0], 1))
    return min(last, day_in(months[-1], 31))


def _rare(flow: Flow, line: Line, today: date, last: date) -> Iterator[tuple[date, int, bool]]:
    put_by = {each.due: each.amount for each in flow.set_asides}
    for month in due_months(line, month_of(today), month_of(last)) or ():
        fen = put_by.get(month, 0) if _is_cost(flow) else flow.amount
        day = day_in(month, line.day) if line.day is not None else _edge(flow, [month], today, last)
        if today <= day <= last:
            yield day, fen, line.day is not None


def _musts(case: Case, today: date, last: date) -> Iterator[Event]:
    """What the borrower listed for this week, on its day, or today where it has none."""
    for item in case.week:
        day = item.day or today
        if item.amount is not None and today <= day <= last:
            fen = -to_fen(item.amount)
            source = ("week", item.id, "amount")
            yield Event(day, fen, "must", "", item.name or "", source, item.group, item.day is not None)


def _less_musts(events: list[Event], musts: list[Event], today: date) -> Iterator[Event]:
    """The events with the costs of a kind made smaller by the musts of that kind: the same money counts once."""
    covered: dict[CostGroup, int] = {}
    until: dict[CostGroup, date] = {}
    for must in musts:
        if must.group is not None:
            covered[must.group] = covered.get(must.group, 0) - must.fen
            until[must.group] = max(until.get(must.group, today + WEEK), must.day)
    for event in events:
        if event.kind != "cost" or event.group is None or event.day > until.get(event.group, date.min):
            yield event
            continue
        used = min(-event.fen, covered[event.group])
        covered[event.group] -= used
        if event.fen + used:
            yield replace(event, fen=event.fen + used)


def _dues(case: Case, today: date, last: date) -> Iterator[Event]:
    for dues in all_dues(case, today):
        for row in dues.rows:
            if row.fen and today <= row.day <= last:
                yield Event(row.day, -row.fen, "due", "", dues.debt.name or "", row.source, None, row.sure)
