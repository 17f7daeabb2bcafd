"""What the rows of all purses and shops have in common: a time, an amount, their own word for the direction, a state."""

from datetime import datetime
from decimal import Decimal

from negotiator_tui.importers.cells import Sum, amount_of, currency_of, is_nothing, is_turned, moment_of
from negotiator_tui.importers.layout import Context, Fields
from negotiator_tui.importers.transaction import Direction
from negotiator_tui.text.fault import Fault, fault

DIRECTIONS = {
    "收入": Direction.INCOME,
    "已收入": Direction.INCOME,
    "支出": Direction.EXPENSE,
    "已支出": Direction.EXPENSE,
}
"""Every other word, 不计收支 and / among them, is neither."""


def when(fields: Fields, context: Context, *roles: str) -> datetime | Fault:
    """The time in the first of these columns that holds one."""
    for role in roles:
        cell = fields.cell(role)
        if is_nothing(cell):
            continue
        found = moment_of(cell, context.order, context.bill)
        if found is None:
            text = fields.text(role)
            return fault("import.row-turned" if is_turned(text) else "import.row-date", text=text)
        return found
    return fault("import.row-no-date")


def amount_in(fields: Fields, role: str = "amount") -> Sum | Fault:
    """The amount in a column."""
    cell = fields.cell(role)
    found = amount_of(cell)
    if found is None:
        return fault("import.row-no-amount") if is_nothing(cell) else fault("import.row-amount", text=fields.text(role))
    return found


def small(fields: Fields, role: str) -> Decimal:
    """A fee or a refund in a column of its own; nothing if there is none."""
    found = amount_of(fields.cell(role)) if fields.has(role) else None
    return abs(found.value) if found is not None else Decimal("0.00")


def balance_in(fields: Fields) -> Decimal | None:
    """The balance after the row, where one can be read."""
    found = amount_of(fields.cell("balance")) if fields.has("balance") else None
    return found.value if found is not None else None


def currency_in(fields: Fields, printed: Sum) -> str:
    """The currency of a row: printed at the amount, else in its column, else yuan."""
    return printed.currency or (currency_of(fields.text("currency")) if fields.has("currency") else "CNY")


def label_of(fields: Fields) -> str:
    """The file's own word for the direction, as it stands there."""
    cell = fields.cell("direction")
    return fields.text("direction") or (cell.strip()[:20] if isinstance(cell, str) else "")
