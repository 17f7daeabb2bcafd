"""The rows of an import summed by other party and kind, so that a decision about a party is counted at once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from negotiator_tui.finance.fen import to_fen
from negotiator_tui.finance.months import length, month_of
from negotiator_tui.importers.sorting import Flow, Sort, names_purse, purse_of, sort_of
from negotiator_tui.importers.statement import Import
from negotiator_tui.importers.transaction import Nature, Transaction

EDGE = 3
"""Days without a row, before the first and after the last one of a file that says nothing of its period, that do not
make a month a part of one."""
_SLICE = 5_000
_OPEN_NATURES = {Nature.INCOME, Nature.SPENDING, Nature.REFUND, Nature.DEBT_SERVICE}


@dataclass(frozen=True, slots=True)
class Tally:
    """The rows of one other party, one way and one kind: fen by month, and their places in `Rows.transactions`.

    `party` is empty where nobody is to be asked about: the customers of a payment code.
    """

    party: str
    incoming: bool
    sort: Sort
    source: str
    words: str
    """What the first row says, to match a debt with."""
    by_month: dict[int, int] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)

    @property
    def fen(self) -> int:
        """The sum."""
        return sum(self.by_month.values())


@dataclass(frozen=True, slots=True)
class Heap:
    """Rows that are no income and no spending: how many and how much."""

    count: int = 0
    fen: int = 0


@dataclass(frozen=True, slots=True)
class Span:
    """Which months one account's files cover from the first to the last day, and the days they lie between."""

    first: date
    last: date
    full: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """An import, sorted. Everything a proposal needs, whatever is decided about parties."""

    transactions: tuple[Transaction, ...]
    month: tuple[int, ...]
    """The month of each row."""
    fen: tuple[int, ...]
    """What each row changes, in fen, after refunds."""
    tallies: tuple[Tally, ...]
    fees: dict[tuple[str, int], int]
    """What moving money cost, in fen by source and month."""
    spans: dict[str, Span]
    """By source."""
    moves: Heap
    refunds: Heap
    closed: Heap
    elsewhere: Heap
    """Rows of a bank that the purse's own statement tells more of."""
    foreign: int
    """Rows in another currency; they are left out."""


def rows_of(imported: Import, *, stop: Callable[[], bool] = lambda: False) -> Rows | None:
    """The rows of an import, sorted; None once `stop` says so. Takes about a second for 100,000 rows."""
    spans = _spans(imported)
    purses = {purse_of(source): span for source, span in spans.items() if purse_of(source)}
    tallies: dict[tuple[str, bool, Sort, str], Tally] = {}
    fees: dict[tuple[str, int], int] = {}
    heaps = dict.fromkeys(("moves", "refunds", "closed", "elsewhere"), Heap())
    # A paired refund is in the `refunded` of its purchase and counted there.
    foreign = 0
    months = tuple(month_of(row.at.date()) for row in imported.transactions)
    fen = tuple(cost_of(row) for row in imported.transactions)
    for place, row in enumerate(imported.transactions):
        if place % _SLICE == 0 and stop():
            return None
        if row.currency != "CNY":
            foreign += 1
            continue
        _fee(fees, row, months[place])
        pile = _pile(row, purses)
        if pile in heaps:
            heaps[pile] = _more(heaps[pile], row.amount)
        if row.refunded:
            heaps["refunds"] = _more(heaps["refunds"], row.refunded)
        if row.nature in _OPEN_NATURES and not pile:
            _add(tallies, row, place, months[place], fen[place])
    return Rows(imported.transactions, months, fen, tuple(tallies.values()), fees, spans, **heaps, foreign=foreign)


def cost_of(row: Transaction) -> int:
    """What a row changes, in fen: less what came back; below zero for a refund whose purchase is not there."""
    return -to_fen(row.amount) if row.nature is Nature.REFUND else to_fen(row.amount - row.refunded)


def _pile(row: Transaction, purses: dict[str, Span]) -> str:
    """Where a row goes that is neither income nor spending."""
    if row.nature is Nature.NEVER_PAID:
        return "closed"
    if row.nature is Nature.REFUND and row.paired:
        return "paired"
    if row.nature is Nature.MOVE:
        return "moves"
    if purses and not purse_of(row.source):
        span = purses.get(names_purse(f"{row.party} {row.item} {row.account}"))
        if span is not None and span.first <= row.at.date() <= span.last:
            return "elsewhere"
    return ""


def _add(tallies: dict[tuple[str, bool, Sort, str], Tally], row: Transaction, place: int, month: int, fen: int) -> None:
    incoming = row.nature is Nature.INCOME
    sort = sort_of(row, incoming=incoming)
    if row.nature is Nature.DEBT_SERVICE:
        sort = Sort(Flow.DEBT, sort.side, sort.group, sure=True)
    elif sort.flow is Flow.DEBT and row.nature is Nature.REFUND:
        return
    party = "" if sort.flow in {Flow.TAKINGS, Flow.DELIVERY} and sort.sure else row.party
    key = (party, incoming, sort, row.source)
    tally = tallies.get(key)
    if tally is None:
        words = f"{row.party} {row.item} {row.remark} {row.account}"
        tally = tallies[key] = Tally(party, incoming, sort, row.source, words)
    tally.by_month[month] = tally.by_month.get(month, 0) + fen
    tally.rows.append(place)


def _fee(fees: dict[tuple[str, int], int], row: Transaction, month: int) -> None:
    """A fee of its own, or the fee inside a move; that inside a purchase is part of its price."""
    fen = to_fen(row.amount) if row.nature is Nature.FEE else to_fen(row.fee) if row.nature is Nature.MOVE else 0
    if fen:
        fees[row.source, month] = fees.get((row.source, month), 0) + fen


def _more(heap: Heap, amount: Decimal) -> Heap:
    return Heap(heap.count + 1, heap.fen + to_fen(amount))


def _spans(imported: Import) -> dict[str, Span]:
    """By source, the days its rows lie between and which months its files cover whole.

    Each file covers the period it prints, else the days between its first and its last row and EDGE more at both ends.
    Months between two files that neither is about are not covered, and a month the shop was closed is.
    """
    ends: dict[str, tuple[date, date]] = {}
    for row in imported.transactions:
        day = row.at.date()
        first, last = ends.get(row.source, (day, day))
        ends[row.source] = (min(first, day), max(last, day))
    parts: dict[str, list[tuple[date, date]]] = {}
    for file in imported.files:
        own: dict[str, list[date]] = {}
        for row in file.transactions:
            own.setdefault(row.source, []).append(row.at.date())
        for source, days in own.items():
            edge = timedelta(days=EDGE)
            parts.setdefault(source, []).append(file.period or (min(days) - edge, max(days) + edge))
    return {source: Span(*span, _full(parts.get(source, [span]))) for source, span in ends.items()}


def _full(parts: list[tuple[date, date]]) -> tuple[int, ...]:
    """The months that lie wholly in the parts, which may touch or overlap."""
    joined: list[tuple[date, date]] = []
    for first, last in sorted(parts):
        if joined and first <= joined[-1][1] + timedelta(days=1):
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    found: list[int] = []
    for first, last in joined:
        begin = month_of(first) + (first.day > 1)
        end = month_of(last) - (last.day < length(month_of(last)))
        found += range(begin, end + 1)
    return tuple(found)
