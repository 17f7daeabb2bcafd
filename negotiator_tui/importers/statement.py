"""What is read out of statement files: each file by itself, and several of them counted together."""

from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from negotiator_tui.importers.cells import Order
from negotiator_tui.importers.transaction import Transaction
from negotiator_tui.text.fault import Fault

ZERO = Decimal("0.00")

Sums = Table[str, tuple[int, Decimal]]
"""By the file's own word for a direction (支出, 不计收支, /; for banks positive and negative): rows and their sum."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row of the file that holds something and was not read: its number from 1, and why."""

    line: int
    reason: Fault


@dataclass(frozen=True, slots=True)
class Printed:
    """The summary a file prints about itself: how many rows, and rows and sum by direction. Often of other rows."""

    count: int | None
    by_direction: Sums


@dataclass(frozen=True, slots=True)
class Mapping:
    """Which header of an unknown layout holds what; the names as the file writes them, "" for none.

    `date` and either `amount` (signed, or with its sign in `direction`) or `money_in` and `money_out` are needed.
    """

    date: str
    amount: str = ""
    money_in: str = ""
    money_out: str = ""
    direction: str = ""
    party: str = ""
    item: str = ""
    id: str = ""
    time: str = ""
    charges_positive: bool = False
    """A credit card's file: an amount without a sign is a charge."""
    order: Order = ""
    """How days whose year stands last are written, where the file itself does not tell: `dmy` or `mdy`."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that may be the header of a table: its number from 1, its names, the next rows to show, its signature.

    The signature depends on the names alone, so that a mapping stored under it fits the next file of the same layout.
    """

    line: int
    names: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]
    signature: str


@dataclass(frozen=True, slots=True)
class StatementFile:
    """One file, read. `rows` counts the rows under the header that hold anything: read and skipped together.

    `by_direction` leaves nothing out: closed orders, refunds and foreign currencies are in it, unconverted; it is
    what the printed summary can be held against, and no income or spending.
    """

    name: str
    layout: str
    """`alipay-app`, `wechat`, `cmb-credit`, …; `mapped` for a layout the borrower described."""
    sha256: str
    """Of the file as it was given, a zip included."""
    rows: int
    transactions: tuple[Transaction, ...]
    """In the order of the file."""
    skipped: tuple[Skipped, ...] = ()
    printed: Printed | None = None
    by_direction: Sums = field(default_factory=dict)
    currencies: tuple[str, ...] = ("CNY",)
    notices: tuple[Fault, ...] = ()
    """What the borrower should know about the file as a whole."""
    period: tuple[date, date] | None = None
    """The first and the last day the file says it is about, no later than its export; None where it says nothing."""


@dataclass(frozen=True, slots=True)
class Totals:
    """Yuan. `expense` is after refunds and without moves and debt service; `neutral` holds those.

    `debt_service` is the part of `neutral` that was repaid; `fees` is what moving money cost, inside the others.
    """

    income: Decimal = ZERO
    expense: Decimal = ZERO
    neutral: Decimal = ZERO
    debt_service: Decimal = ZERO
    fees: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class Import:
    """Several files counted together: every movement once, refunds set against what they refund."""

    files: tuple[StatementFile, ...]
    transactions: tuple[Transaction, ...]
    """Every movement once, by time. Of two exports of one row that of the file that reaches further stands."""
    duplicates: tuple[int, ...]
    """For each file, the rows of it that another file already had, or has as its own part of the same payment."""
    net: Totals
    """Of the rows in yuan; other currencies are in `other`."""
    months: Table[str, Totals]
    """`YYYY-MM`, in order; a refund counts in the month the money came back."""
    other: Table[str, Totals] = field(default_factory=dict)
    """Totals of the rows in other currencies, by their code."""
    changed: tuple[tuple[Transaction, Transaction], ...] = ()
    """Movements with another amount in two files: the row that counts, and the one that does not."""
