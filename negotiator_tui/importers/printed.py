"""The summary a statement prints about itself, above or below its rows."""

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
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


_DAY = r"((?:19|20)[0-9]{2})[-/.年]?([0-9]{1,2})[-/.月]?([0-9]{1,2})"
_PERIOD = re.compile(
    rf"(?:起始|开始)(?:时间|日期)?\s*[:：]?\s*\[?{_DAY}.{{0,40}}?(?:终止|结束|截止)(?:时间|日期)?\s*[:：]?\s*\[?{_DAY}(\s+00:00(?::00)?)?"
    rf"|(?:起止|查询|账单|交易)(?:时间|日期|期间|区间|周期)[^0-9]{{0,6}}{_DAY}.{{0,14}}?(?:-|至|到|~|—|－)\s*\[?{_DAY}"
)
_EXPORTED = re.compile(r"(?:导出|打印|生成|申请)(?:时间|日期)\s*[:：]?\s*\[?" + _DAY)


def period(lines: Iterable[str]) -> tuple[date, date] | None:
    """The first and last day a statement says it is about, no later than the day it was made; None where it says
    nothing, or nothing that can be. A period that ends at midnight ends the day before.
    """
    found: tuple[date, date] | None = None
    made: date | None = None
    for line in lines:
        if found is None and (match := _PERIOD.search(line)):
            figures = [each for each in match.groups() if each is not None]
            first, last = _day(figures[:3]), _day(figures[3:6])
            if first is not None and last is not None:
                found = first, last - timedelta(days=len(figures) - 6)
        if made is None and (match := _EXPORTED.search(line)):
            made = _day(match.groups())
    if found is not None and made is not None:
        found = found[0], min(found[1], made)
    return found if found is not None and found[0] <= found[1] else None


def _day(parts: Sequence[str]) -> date | None:
    year, month, day = map(int, parts)
    return date(year, month, day) if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] else None


def bill_month(lines: Iterable[str]) -> tuple[int, int] | None:
    """The year and month in the title of a card's bill (`2024年01月`)."""
    for line in lines:
        match = _BILL.search(line)
        if match and 1 <= int(match[2]) <= 12:
            return int(match[1]), int(match[2])
    return None
