"""Several statement files counted together, every movement once."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal

from negotiator_tui.importers.overlap import Counted
from negotiator_tui.importers.refunds import NOTED_TWICE, paired
from negotiator_tui.importers.statement import ZERO, Import, StatementFile, Totals
from negotiator_tui.importers.transaction import Direction, Nature, Transaction
from negotiator_tui.importers.twins import without_twins

_YUAN = "CNY"


def merged(files: Sequence[StatementFile]) -> Import:
    """The files counted together: rows of overlapping exports once, refunds set against their purchases, totals."""
    counted = Counted()
    duplicates: list[int] = []
    reach: datetime | None = None
    for file in files:
        end = max((row.at for row in file.transactions), default=None)
        duplicates.append(counted.take(file.transactions, fresher=reach is None or (end is not None and end >= reach)))
        reach = max((each for each in (reach, end) if each is not None), default=None)
    rows, left_out = without_twins(sorted(counted.rows, key=lambda row: row.at))
    if left_out:
        owners = {id(row): place for place, file in enumerate(files) for row in file.transactions}
        for row in left_out:
            place = owners[id(row)]
            duplicates[place] = min(duplicates[place] + 1, len(files[place].transactions))
    rows = paired(rows)
    return Import(
        tuple(files),
        tuple(rows),
        tuple(duplicates),
        totals(row for row in rows if row.currency == _YUAN),
        _months(row for row in rows if row.currency == _YUAN),
        {
            code: totals(row for row in rows if row.currency == code)
            for code in sorted({row.currency for row in rows} - {_YUAN})
        },
        tuple(counted.changed),
    )


def totals(rows: Iterable[Transaction]) -> Totals:
    """The totals of rows of one currency, as `paired` returns them."""
    income = expense = neutral = debt = fees = ZERO
    for row in rows:
        received, spent, moved = shares(row)
        income += received
        expense += spent
        neutral += moved
        if row.nature is Nature.DEBT_SERVICE:
            debt += row.amount
        fees += row.fee + (row.amount if row.nature is Nature.FEE else ZERO)
    return Totals(income, expense, neutral, debt, fees)


def shares(row: Transaction) -> tuple[Decimal, Decimal, Decimal]:
    """What a row adds to income, to expense and to neither.

    A refund lessens the expense of the month it came back in, but for the part that the purchase's own note has
    taken off already.
    """
    if row.nature is Nature.NEVER_PAID:
        return ZERO, ZERO, ZERO
    if row.nature is Nature.INCOME:
        return row.amount, ZERO, ZERO
    if row.source == NOTED_TWICE and row.direction is Direction.NEUTRAL:
        return ZERO, ZERO, row.amount
    if row.nature is Nature.REFUND:
        return ZERO, -row.amount, ZERO
    if row.nature in (Nature.SPENDING, Nature.FEE):
        return ZERO, row.amount - row.noted, ZERO
    return ZERO, ZERO, row.amount


def _months(rows: Iterable[Transaction]) -> dict[str, Totals]:
    by_month: dict[tuple[int, int], list[Transaction]] = {}
    for row in rows:
        by_month.setdefault((row.at.year, row.at.month), []).append(row)
    return {f"{year}-{month:02}": totals(by_month[year, month]) for year, month in sorted(by_month)}
