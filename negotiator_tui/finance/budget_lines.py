"""What one budget line amounts to in each month: as it occurs, and evened out for the test of a plan (MONEY §6)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from negotiator_tui.case.edit import Path
from negotiator_tui.case.kinds import CostGroup, Every, Side, YesNo
from negotiator_tui.case.lines import Cost, Income, Line
from negotiator_tui.finance.budget_kept import Kept
from negotiator_tui.finance.fen import half_up, to_fen, yuan
from negotiator_tui.finance.figure import Figure, unanswered
from negotiator_tui.finance.months import in_year, month_text, read_month
from negotiator_tui.text.language import N_

AHEAD = 12
"""Months beyond the last one shown in which a bill already has to be put by for."""

PER_MONTH = {Every.DAY: (365, 12), Every.WEEK: (52, 12), Every.TWO_WEEKS: (26, 12), Every.MONTH: (1, 1)}
"""How many of a regular line make a month, as a fraction."""

PERIOD = {Every.QUARTER: 3, Every.HALF_YEAR: 6, Every.YEAR: 12, Every.ONCE: 12}
"""Months from one irregular payment to the next."""

_REGULAR_NOTE = {
    Every.DAY: N_("{amount} a day × 365 ÷ 12"),
    Every.WEEK: N_("{amount} a week × 52 ÷ 12"),
    Every.TWO_WEEKS: N_("{amount} every two weeks × 26 ÷ 12"),
    Every.MONTH: "",
}


@dataclass(frozen=True, slots=True)
class SetAside:
    """One coming payment and how it is put by for: `each` fen from month `start` on, `last` in the month it is due."""

    start: int
    due: int
    each: int
    last: int
    amount: int

    def in_month(self, month: int) -> int:
        """What is put by in a month, in fen."""
        if not self.start <= month <= self.due:
            return 0
        return self.last if month == self.due else self.each


@dataclass(frozen=True, slots=True)
class Flow:
    """A line, or a rough answer that stands in for lines, by months from `start` on.

    `even` is what the test of a plan counts, `cash` what really comes or goes in the month; both in fen, None where
    the amount, or the month of an irregular income, is not answered: then `missing` says which. `rough` is a rough
    answer, `undated` an irregular cost whose month is not known.
    """

    label: str
    name: str
    source: Path
    start: int
    even: tuple[int, ...] | None
    cash: tuple[int, ...] | None
    missing: Path | None = None
    estimated: bool = False
    side: Side = Side.SHOP
    group: CostGroup | None = None
    with_sales: bool = False
    note: str = ""
    amount: int = 0
    set_asides: tuple[SetAside, ...] = ()
    answered: bool = False
    rough: bool = False
    undated: bool = False

    def figure(self, index: int = 0) -> Figure:
        """The line in month `start + index`, as a leaf with its reason."""
        return _leaves.get((self,), index, lambda: self._made(index))

    def _made(self, index: int) -> Figure:
        if self.even is None:
            return unanswered(self.label, self.missing or self.source, name=self.name)
        note = self.note
        args: tuple[tuple[str, str], ...] = (("amount", str(yuan(self.amount))),) if self.amount and note else ()
        if self.set_asides:
            note, args = self._putting_by(self.start + index)
        elif self.even[index] == 0 and self.amount:
            note, args = N_("not in this month"), ()
        return Figure(
            self.label,
            yuan(self.even[index]),
            name=self.name,
            estimated=self.estimated,
            source=self.source,
            note=note,
            args=args,
        )

    def _putting_by(self, month: int) -> tuple[str, tuple[tuple[str, str], ...]]:
        now = [each for each in self.set_asides if each.in_month(month)]
        if not now:
            return N_("nothing to put by in this month"), ()
        first = now[0]
        args = (
            ("amount", str(yuan(first.amount))),
            ("month", month_text(first.due)),
            ("count", str(first.due - first.start + 1)),
        )
        return N_("{amount} due in {month}, put by over {count} months"), args


_flows: Kept[Flow] = Kept(2000)
_leaves: Kept[Figure] = Kept(2000)


def flow_of(line: Line, now: int, span: int) -> Flow:
    """A line over `span` months from month `now`. Kept by the identity of the line: a keystroke remakes one."""
    return _flows.get((line,), (now, span), lambda: _flow(line, now, span))


def _flow(line: Line, now: int, span: int) -> Flow:
    is_cost = isinstance(line, Cost)
    every = line.every or Every.MONTH
    flow = Flow(
        label=N_("a cost without a name") if is_cost else N_("an income without a name"),
        name=line.name or "",
        source=("costs" if is_cost else "income", line.id, "amount"),
        start=now,
        even=None,
        cash=None,
        estimated="amount" in line.estimated,
        side=line.side or (Side.HOME if is_cost else Side.SHOP),
        group=line.group if isinstance(line, Cost) else None,
        with_sales=isinstance(line, Cost) and line.with_sales is YesNo.YES and line.side is Side.SHOP,
        note=_REGULAR_NOTE.get(every, ""),
        amount=0 if line.amount is None else to_fen(line.amount),
        answered=line.amount is not None,
    )
    if line.amount is None:
        return flow
    if every in PER_MONTH:
        months = _regular(line, flow.amount, every, now, span)
        return replace(flow, even=months, cash=months)
    due = due_months(line, now, now + span + AHEAD - 1)
    if isinstance(line, Income):
        if due is None:
            return replace(flow, missing=("income", line.id, "months"))
        months = tuple(flow.amount if now + index in due else 0 for index in range(span))
        return replace(flow, even=months, cash=months)
    if due is None:
        return _undated(flow, line, every, now, span)
    saved = to_fen(line.saved) if isinstance(line, Cost) and line.saved is not None else 0
    set_asides = tuple(_set_asides(flow.amount, saved, due, PERIOD[every], now))
    even = tuple(sum(each.in_month(now + index) for each in set_asides) for index in range(span))
    cash = tuple(sum(each.amount for each in set_asides if each.due == now + index) for index in range(span))
    return replace(flow, even=even, cash=cash, set_asides=set_asides)


def rough(label: str, source: Path, months: tuple[int, ...] | None, *, side: Side, start: int) -> Flow:
    """A rough monthly answer, in fen by month from `start`, standing in for the lines of a side."""
    return Flow(
        label=label,
        name="",
        source=source,
        start=start,
        even=months,
        cash=months,
        missing=source if months is None else None,
        estimated=months is not None,
        side=side,
        note=N_("your rough answer, until the lines are there"),
        rough=True,
    )


def active(line: Line, month: int) -> bool:
    """Whether a line occurs in a month, as far as `months`, `from` and `until` say."""
    if line.months and in_year(month) not in line.months:
        return False
    if line.from_ and month < read_month(line.from_):
        return False
    return not line.until or month <= read_month(line.until)


def due_months(line: Line, now: int, last: int) -> tuple[int, ...] | None:
    """The months from `now` to `last` in which an irregular line is due; None where no month of it is answered.

    `months` are the months in which it is due. One month alone named for a cost that comes every quarter or half-year
    is where its round begins: reading it as once a year would leave out the others.
    """
    if line.every is Every.ONCE:
        return _once(line, now, last)
    if not line.months:
        return None
    named = set(line.months)
    period = PERIOD[line.every or Every.YEAR]
    if isinstance(line, Cost) and len(named) == 1:
        named = {in_year(month) for month in range(min(named) - 1, min(named) + 11, period)}
    begin = read_month(line.from_) if line.from_ else now
    end = read_month(line.until) if line.until else last
    return tuple(month for month in range(max(now, begin), min(last, end) + 1) if in_year(month) in named)


def _once(line: Line, now: int, last: int) -> tuple[int, ...] | None:
    """A single payment: the first named month from `from` on; else `from` itself, else `until`."""
    begin = read_month(line.from_) if line.from_ else None
    end = read_month(line.until) if line.until else None
    if line.months:
        after = now if begin is None else begin
        due = next(month for month in range(after, after + 12) if in_year(month) in line.months)
    elif begin is not None or end is not None:
        due = begin if begin is not None else end or 0
    else:
        return None
    return (due,) if now <= due <= last and (end is None or due <= end) else ()


def _regular(line: Line, amount: int, every: Every, now: int, span: int) -> tuple[int, ...]:
    times, parts = PER_MONTH[every]
    monthly = half_up(amount * times, parts)
    if not (line.months or line.from_ or line.until):
        return (monthly,) * span
    return tuple(monthly if active(line, now + index) else 0 for index in range(span))


def _undated(flow: Flow, line: Line, every: Every, now: int, span: int) -> Flow:
    """An irregular cost whose month is not known: an even part each month; a single one is through after its twelve."""
    period = PERIOD[every]
    amount = flow.amount
    if every is Every.ONCE and isinstance(line, Cost) and line.saved is not None:
        amount = max(0, amount - to_fen(line.saved))
    each = half_up(amount, period)
    if every is Every.ONCE:
        months = [each] * (period - 1) + [amount - each * (period - 1)] + [0] * span
    else:
        months = [each if active(line, now + index) else 0 for index in range(span)]
    note = N_("{amount} spread evenly, as its month is not known")
    return replace(flow, even=tuple(months[:span]), cash=tuple(months[:span]), note=note, undated=True)


def _set_asides(amount: int, saved: int, due: tuple[int, ...], period: int, now: int) -> Iterator[SetAside]:
    """How each payment is put by for: evenly over the months since the one before, the odd fen in the month it is due.

    What is saved already is taken off the first ones.
    """
    for month in due:
        start = max(now, month - period + 1)
        used = min(saved, amount)
        saved -= used
        each = (amount - used) // (month - start + 1)
        yield SetAside(start, month, each, amount - used - each * (month - start), amount - used)
