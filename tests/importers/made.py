"""Transactions and imports for tests, written by hand."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from negotiator_tui.importers.statement import Import, StatementFile, Totals
from negotiator_tui.importers.transaction import Direction, Nature, Transaction

_DIRECTIONS = {Nature.INCOME: Direction.INCOME, Nature.REFUND: Direction.INCOME, Nature.MOVE: Direction.NEUTRAL}


def row(
    day: str, amount: str, party: str = "", item: str = "", nature: Nature = Nature.SPENDING, **more: Any
) -> Transaction:
    """One transaction at noon of a day, of the Alipay app unless `source` says else."""
    more.setdefault("source", "alipay-app")
    more.setdefault("line", 1)
    direction = _DIRECTIONS.get(nature, Direction.EXPENSE)
    at = datetime.fromisoformat(f"{day}T12:00")
    return Transaction(
        at=at, amount=Decimal(amount), direction=direction, nature=nature, party=party, item=item, **more
    )


def takings(months: Sequence[str], amounts: Sequence[int], **more: Any) -> list[Transaction]:
    """For each month, its takings by code in two rows, on its first and its last day."""
    found = []
    for month, amount in zip(months, amounts, strict=True):
        half = Decimal(amount) / 2
        last = monthrange(int(month[:4]), int(month[5:]))[1]
        found.append(row(f"{month}-01", str(half), "顾客甲", "收钱码收款", Nature.INCOME, **more))
        found.append(row(f"{month}-{last}", str(half), "顾客乙", "收钱码收款", Nature.INCOME, **more))
    return found


def months(year: int, first: int, last: int) -> list[str]:
    """Months of a year, `YYYY-MM`."""
    return [f"{year}-{number:02d}" for number in range(first, last + 1)]


def imported(*rows: Transaction, name: str = "支付宝.csv") -> Import:
    """An import of one file with these rows."""
    file = StatementFile(name, rows[0].source if rows else "alipay-app", "a" * 64, len(rows), rows)
    return Import((file,), rows, (0,), Totals(), {})
