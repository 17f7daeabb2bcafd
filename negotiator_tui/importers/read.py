"""The bytes of a statement file to its transactions."""

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, islice

import negotiator_tui.importers.faults  # noqa: F401 - declares the sentences
from negotiator_tui.importers import alipay, banks, shops, wechat
from negotiator_tui.importers.cells import is_nothing, text_of
from negotiator_tui.importers.layout import Context, Fields, Found, Layout, best, header_name
from negotiator_tui.importers.limits import ROWS, StoppedError, Watch
from negotiator_tui.importers.mapped import candidates, is_complete, layout_of, missing_column, with_order
from negotiator_tui.importers.overlap import Counted
from negotiator_tui.importers.printed import bill_month, line_of, period, printed_summary
from negotiator_tui.importers.statement import Candidate, Mapping, Skipped, StatementFile, Sums
from negotiator_tui.importers.tables import Row, Table, tables_of
from negotiator_tui.importers.transaction import Transaction
from negotiator_tui.importers.zips import unpacked
from negotiator_tui.text.fault import Fault, fault

__all__ = ["header_candidates", "read_statement", "unpacked"]

LAYOUTS: tuple[Layout, ...] = (*alipay.LAYOUTS, *wechat.LAYOUTS, *shops.LAYOUTS, *banks.LAYOUTS)

ASKABLE = frozenset({"import.layout", "import.day-order"})
"""Faults of a file that is read once somebody says which column holds what."""

_HEAD = 300
"""Rows among which the header is looked for."""
_AHEAD = 200
"""Rows that are looked at for the order of day and month."""
_LINES = 2_000
"""Lines outside the rows that are looked at for a summary."""
_FOOTER = re.compile(
    "合计|总计|小计|总额|^共|以上|说明|^备注|^注[:：]|导出|打印|提示|已收入|待收入|已支出|待支出|^[#*]|第.{1,4}页|期末|期初|承前|"
    "本页|^(?:sub)?total|opening balance|closing balance",
    re.IGNORECASE,
)
"""How a line begins that stands below the rows, or between them, and is none."""


def _never() -> bool:
    return False


def _nothing(_rows: int) -> None:
    return None


def read_statement(
    data: bytes,
    name: str,
    *,
    password: str | None = None,
    mapping: Mapping | None = None,
    stop: Callable[[], bool] = _never,
    progress: Callable[[int], None] = _nothing,
) -> StatementFile | Fault:
    """The statement in `data`, a file's bytes; `name` is only said in sentences. Never raises on any bytes.

    `stop` is asked and `progress` told the rows read so far, every thousand rows. `mapping` is for a layout that is
    not known. A zip may hold one statement; `unpacked` gives those of a zip that holds more. Faults:
    `import.password-needed`, `import.password-wrong`; those in `ASKABLE`, where `header_candidates` gives what can be
    mapped; and the other `import.…` about a whole file.
    """
    if mapping is not None and not is_complete(mapping):
        return fault("import.mapping-short")
    part = _one_part(data, name, password)
    if isinstance(part, Fault):
        return part
    watch = Watch(name, stop, progress)
    layouts = LAYOUTS if mapping is None else (layout_of(mapping),)
    try:
        watch.look(0)
        tables = tables_of(part, name, watch.beat)
        if isinstance(tables, Fault):
            return tables
        readings = _readings(tables, layouts, watch, name)
        if not readings:
            return _not_found(part, name, mapping, watch)
    except StoppedError as stopped:
        return stopped.problem
    return _turned(readings, name) or _file(name, hashlib.sha256(data).hexdigest(), readings)


def header_candidates(data: bytes, name: str, *, password: str | None = None) -> tuple[Candidate, ...] | Fault:
    """The rows that look most like a header, the likeliest first, at most five; faults as for `read_statement`."""
    part = _one_part(data, name, password)
    if isinstance(part, Fault):
        return part
    try:
        heads = _heads(part, name, Watch(name, _never, _nothing))
    except StoppedError as stopped:
        return stopped.problem
    if isinstance(heads, Fault):
        return heads
    found = [each for rows in heads for each in candidates(rows)]
    return tuple(candidate for _, candidate in sorted(found, key=lambda each: -each[0])[:5])


def _one_part(data: bytes, name: str, password: str | None) -> bytes | Fault:
    parts = unpacked(data, name, password=password)
    if isinstance(parts, Fault):
        return parts
    return parts[0][1] if len(parts) == 1 else fault("import.zip-many", name=name, count=len(parts))


def _heads(data: bytes, name: str, watch: Watch) -> list[list[Row]] | Fault:
    tables = tables_of(data, name, watch.beat)
    return tables if isinstance(tables, Fault) else [list(islice(table.rows, _HEAD)) for table in tables]


def _not_found(data: bytes, name: str, mapping: Mapping | None, watch: Watch) -> Fault:
    """Why no table was read: nothing there, columns that are not known, or a mapping for another file."""
    heads = _heads(data, name, watch)
    if isinstance(heads, Fault):
        return heads
    rows = [row for head in heads for _, row in head]
    if not any(not is_nothing(cell) for row in rows for cell in row):
        return fault("import.no-rows", name=name)
    if mapping is None:
        return fault("import.layout", name=name)
    return fault("import.mapping", name=name, column=missing_column(mapping, rows))


@dataclass(slots=True)
class _Reading:
    """What is read out of one table."""

    layout: str
    transactions: list[Transaction] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)


def _readings(tables: Sequence[Table], layouts: Sequence[Layout], watch: Watch, name: str) -> list[_Reading]:
    """Every table with a known header; of several guesses at one text, the first that has one."""
    readings: list[_Reading] = []
    for table in tables:
        if table.guess and readings:
            break
        head = list(islice(table.rows, _HEAD))
        found = ((place, fitting) for place, (_, row) in enumerate(head) if (fitting := best(layouts, row)) is not None)
        first = next(found, None)
        if first is not None:
            place, fitting = first
            reading = _Reading(fitting.layout.name, lines=[line_of(row) for _, row in head[:place]])
            if table.title:
                reading.lines.append(table.title)
            _read(chain(head[place + 1 :], table.rows), fitting, reading, layouts=layouts, watch=watch, name=name)
            if not (fitting.layout.only_with_minus and all(row.label != "negative" for row in reading.transactions)):
                readings.append(reading)
    return readings


def _read(
    rows: Iterator[Row], found: Found, reading: _Reading, *, layouts: Sequence[Layout], watch: Watch, name: str
) -> None:
    ahead = list(islice(rows, _AHEAD))
    layout = with_order(found.layout, ahead, found.places.get("date", 0))
    context = _context(layout, reading.lines)
    for line, row in watch.watched(chain(ahead, rows)):
        if not any(not is_nothing(cell) for cell in row):
            continue
        if len(reading.transactions) + len(reading.skipped) >= ROWS:
            raise StoppedError(fault("import.too-many-rows", name=name, limit=f"{ROWS:,}"))
        result = layout.read(Fields(line, row, found.places), layout, context)
        if isinstance(result, Transaction):
            reading.transactions.append(result)
            continue
        again = best(layouts, row)
        if again is not None:
            found, layout = again, with_order(again.layout, ahead, again.places.get("date", 0))
            context = _context(layout, reading.lines)
            continue
        text = line_of(row)
        if text.strip("-=_ ,\t*#") or not all(isinstance(cell, str | None) for cell in row):
            reading.skipped.append(Skipped(line, _reason(row, result, found)))
            if len(reading.lines) < _LINES:
                reading.lines.append(text)


def _turned(readings: Sequence[_Reading], name: str) -> Fault | None:
    """The refusal of a file in which every day may be read in two ways; its borrower is asked, nothing is guessed."""
    if any(reading.transactions for reading in readings):
        return None
    reasons = (each.reason for reading in readings for each in reading.skipped)
    found = next((reason for reason in reasons if reason.code == "import.row-turned"), None)
    return None if found is None else fault("import.day-order", name=name, text=dict(found.args)["text"])


def _context(layout: Layout, lines: Sequence[str]) -> Context:
    month = bill_month(lines)
    return Context(date(*month, 28) if month is not None else None, layout.order)


def _reason(row: Sequence[object], result: Fault, found: Found) -> Fault:
    """Why a row was not read: a line below the table is no transaction, rather than one without a date."""
    texts = [text_of(cell) for cell in row if isinstance(cell, str)]
    filled = [text for text in texts if text]
    if sum(header_name(text) in found.header for text in filled) >= 3:
        return fault("import.row-header")
    is_line = len(filled) <= 2 or _FOOTER.search(filled[0])
    if filled and is_line and result.code in ("import.row-no-date", "import.row-date"):
        return fault("import.row-footer", text=filled[0][:60])
    return result


def _file(name: str, digest: str, readings: Sequence[_Reading]) -> StatementFile:
    """The tables of a file as one."""
    rows = tuple(readings[0].transactions if len(readings) == 1 else _once(readings))
    skipped = [each for reading in readings for each in reading.skipped]
    currencies = tuple(sorted({row.currency for row in rows}, key=lambda code: (code != "CNY", code))) or ("CNY",)
    notices = []
    if not rows:
        notices.append(fault("import.no-rows", name=name))
    if currencies != ("CNY",):
        notices.append(fault("import.currencies", name=name, currencies=", ".join(currencies)))
    return StatementFile(
        name=name,
        layout=readings[0].layout,
        sha256=digest,
        rows=len(rows) + len(skipped),
        transactions=rows,
        skipped=tuple(skipped),
        printed=printed_summary(line for reading in readings[:1] for line in reading.lines),
        by_direction=_by_direction(rows),
        currencies=currencies,
        notices=tuple(notices),
        period=period(line for reading in readings[:1] for line in reading.lines),
    )


def _once(readings: Sequence[_Reading]) -> list[Transaction]:
    """The rows of several sheets. One that repeats another adds nothing."""
    counted = Counted()
    for reading in readings:
        counted.take(reading.transactions, fresher=False)
    return counted.rows


def _by_direction(rows: Sequence[Transaction]) -> Sums:
    sums: dict[str, list[Transaction]] = {}
    for row in rows:
        sums.setdefault(row.label, []).append(row)
    return {
        label: (len(each), sum((row.amount for row in each), start=type(each[0].amount)("0.00")))
        for label, each in sums.items()
    }
