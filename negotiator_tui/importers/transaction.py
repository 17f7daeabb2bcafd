"""One movement of money, whatever file it came from."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum


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
    """Between own accounts: top-ups, withdrawals, savings, repayment of the card from the purse."""
    DEBT_SERVICE = "debt-service"
    """A repayment of a loan, a card or a pay-later product."""
    FEE = "fee"
    """What moving the money cost."""
    NEVER_PAID = "never-paid"
    """A closed order: no money moved."""


@dataclass(frozen=True, slots=True)
class Transaction:
    """One row, cleaned. `amount` is yuan, never negative; `refunded` is what of it came back, counted once.

    `line` is the row's number in its file, from 1; `order` is the id an order's refunds share with it.
    """

    line: int
    at: datetime
    amount: Decimal
    direction: Direction
    nature: Nature
    party: str = ""
    item: str = ""
    account: str = ""
    id: str = ""
    order: str = ""
    status: str = ""
    category: str = ""
    remark: str = ""
    refunded: Decimal = Decimal("0.00")
    fee: Decimal = Decimal("0.00")
    currency: str = "CNY"
    balance: Decimal | None = None
