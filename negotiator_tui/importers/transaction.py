"""One movement of money, whatever file it came from."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

_NOTHING = Decimal("0.00")


class Direction(StrEnum):
    """What the file itself says of a row, by its sign, its column or its words."""

    INCOME = "income"
    EXPENSE = "expense"
    NEUTRAL = "neutral"


class Nature(StrEnum):
    """What a row is for the budget."""

    INCOME = "income"
    SPENDING = "spending"
    REFUND = "refund"
    """Money of an earlier spending that came back; it lessens that spending and is no income."""
    MOVE = "move"
    """Neither earned nor spent: between own accounts, into savings, a loan paid out, a card's own credit side."""
    DEBT_SERVICE = "debt-service"
    """A repayment of a loan, a card or a pay-later product."""
    FEE = "fee"
    """What moving the money cost."""
    NEVER_PAID = "never-paid"
    """A closed order: no money moved."""


@dataclass(frozen=True, slots=True)
class Transaction:
    """One row, cleaned. `amount` is yuan (or `currency`), never negative.

    `line` is the row's number in its file, from 1; `order` is the id an order's refunds share with it.
    What a purchase really cost is `amount - refunded`. Beside that, only refunds that are not `paired` lessen
    spending.
    """

    line: int
    at: datetime
    amount: Decimal
    direction: Direction
    nature: Nature
    party: str = ""
    item: str = ""
    account: str = ""
    """What was paid with or into: 零钱, 余额宝, 某某银行(1234)."""
    id: str = ""
    order: str = ""
    status: str = ""
    category: str = ""
    remark: str = ""
    refunded: Decimal = _NOTHING
    """What of a purchase came back, counted once, whether a row of its own, a note or both tell of it."""
    fee: Decimal = _NOTHING
    """What moving the money cost; it is inside `amount`."""
    currency: str = "CNY"
    balance: Decimal | None = None
    label: str = ""
    """The file's own word for the direction: 支出, 不计收支, /; for banks the printed sign, positive or negative."""
    noted: Decimal = _NOTHING
    """The part of `refunded` that only this row's own note tells of, no row of its own."""
    paired: bool = False
    """For a refund: its purchase is there and holds it in `refunded`."""
    source: str = ""
    """The layout it was read with, such as `wechat`."""
