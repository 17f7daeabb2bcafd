"""The summary a statement prints about itself, above or below its rows."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from negotiator_tui.importers.cells import Cell, amount_of
from negotiator_tui.importers.statement import Printed

_COUNT = re.compile(r"共\s*[:：]?\s*([0-9]{1,7})\s*笔")
_SUM = re.compile(
    r"(收入|支出|不计收支|中性交易|其他|已收入|待收入|已支出|待支出)\s*[:：]\s*([0-9]{1,7})\s*笔\s*(?:[(（][^)）]*[)）])?\s*[,，]?\s*"
    r"[¥￥]?\s*([0-9][0-9,]*(?:\.[0-9]{1,2})?)\s*元"
)
_BILL = re.compile(r"((?:19|20)[0-9]{2})\s*年\s*([0-9]{1,2})\s*月")


def line_of(row: Sequence[Cell]) -> str:
    """A row outside the table as one line."""
    return ",".join(cell for cell in row if isinstance(cell, str) and cell)[:1_000]


def printed_summary(lines: Iterable[str]) -> Printed | None:
    """What the lines around the table say of it; None if they say nothing."""
    count: int | None = None
    sums: dict[str, tuple[int, Decimal]] = {}
    for line in lines:
        if match := _COUNT.search(line):
            count = int(match[1])
        for name, rows, amount in _SUM.findall(line):
            found = amount_of(amount)
            if found is not None:
                sums[name] = (int(rows), found.value)
    return Printed(count, sums) if sums or count is not None else None


def bill_month(lines: Iterable[str]) -> tuple[int, int] | None:
    """The year and month in the title of a card's bill (`2024年01月`)."""
    for line in lines:
        match = _BILL.search(line)
        if match and 1 <= int(match[2]) <= 12:
            return int(match[1]), int(match[2])
    return None
