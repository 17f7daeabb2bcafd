"""Repayment schedules of every method, exact to the fen (MONEY §3)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property, partial
from itertools import count, repeat
from operator import add
from typing import NamedTuple

from negotiator_tui.case.kinds import Accrual
from negotiator_tui.finance.calendar import due_dates
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.rates import annual_percent
from negotiator_tui.finance.schedule_book import Book
from negotiator_tui.finance.schedule_faults import fault
from negotiator_tui.finance.schedule_methods import repay
from negotiator_tui.finance.schedule_periods import first_days, spans
from negotiator_tui.finance.schedule_terms import Terms, problem
from negotiator_tui.text.fault import Fault

LARGEST = 10**16
"""Fen of balance beyond which terms are no terms: a rate typed wrong, interest upon interest for decades."""


@dataclass(frozen=True, slots=True)
class Convention:
    """How a schedule counts interest, for the line printed under it.

    `annual` is percent a year (None only where the rate is daily, counted by the day, and the year is not known).
    `first_days` are the actual days of a first period that is not exactly one month, else None.
    """

    accrual: Accrual
    year_days: int | None
    annual: Decimal | None
    first_days: int | None


class Row(NamedTuple):
    """One instalment: payment = principal + interest. `n` counts from 1; `due` is None without dates.

    It holds whole fen and gives yuan with two places where it is read. `principal` is negative where interest is added
    to the balance. `interest` is what this row charges, and `parked` the part of it that was put aside before: older
    sums, and interest parked during the grace.
    """

    n: int
    due: date | None
    payment_fen: int
    principal_fen: int
    interest_fen: int
    balance_fen: int
    parked_fen: int

    @property
    def payment(self) -> Decimal:
        """What is paid, in yuan."""
        return yuan(self.payment_fen)

    @property
    def principal(self) -> Decimal:
        """The part that lowers the balance, in yuan."""
        return yuan(self.principal_fen)

    @property
    def interest(self) -> Decimal:
        """The part that is interest, in yuan."""
        return yuan(self.interest_fen)

    @property
    def balance(self) -> Decimal:
        """The principal still owed after the payment, in yuan."""
        return yuan(self.balance_fen)

    @property
    def parked(self) -> Decimal:
        """The part of the interest that was put aside before, in yuan."""
        return yuan(self.parked_fen)


_row: Callable[[Iterable[object]], Row] = partial(tuple.__new__, Row)
"""`Row._make` without its length check: the columns are as many as the fields."""


@dataclass(frozen=True)
class Schedule:
    """A schedule as columns of fen, one entry per month; `rows` and the totals are made from them when asked for.

    In every row payment = principal + interest. Interest includes `parked_fen` (the older sums of the terms) and
    `deferred_fen` (interest parked during the grace) where they are paid. `level_fen` is the last level instalment
    without parked sums, 0 where the method has none. `warnings` are things to say beside the schedule.
    """

    terms: Terms
    payment_fen: tuple[int, ...]
    principal_fen: tuple[int, ...]
    interest_fen: tuple[int, ...]
    balance_fen: tuple[int, ...]
    parked_fen: tuple[int, ...]
    deferred_fen: tuple[int, ...]
    level_fen: int
    warnings: tuple[Fault, ...]

    @cached_property
    def convention(self) -> Convention:
        """How interest is counted."""
        terms = self.terms
        yearly = annual_percent(terms.rate, terms.per, terms.year_days)
        return Convention(terms.accrual, terms.year_days, yearly, first_days(terms))

    @cached_property
    def dues(self) -> tuple[date, ...] | None:
        """The due dates, or None if the terms have no dates."""
        dates = self.terms.dates
        return None if dates is None else due_dates(dates[1], self.terms.months)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows, one per month."""
        columns = (self.payment_fen, self.principal_fen, self.interest_fen, self.balance_fen)
        parked = map(add, self.parked_fen, self.deferred_fen)
        return tuple(map(_row, zip(count(1), self.dues or repeat(None), *columns, parked, strict=False)))

    @cached_property
    def total_paid(self) -> Decimal:
        """The sum of the payments, without fees, in yuan."""
        return yuan(sum(self.payment_fen))

    @cached_property
    def total_interest(self) -> Decimal:
        """The sum of the interest column in yuan: all that is paid beyond the principal, older parked sums included."""
        return yuan(sum(self.interest_fen))

    @property
    def capitalised_fen(self) -> int:
        """All interest that was added to the balance, in fen."""
        return -sum(each for each in self.principal_fen if each < 0)

    @property
    def largest_payment(self) -> Decimal:
        """The largest single payment in yuan."""
        return yuan(max(self.payment_fen))

    @property
    def last_paying_month(self) -> int:
        """The number of the last row that is not 0.00 (counted from 1), 0 if all are."""
        return next((n for n in range(len(self.payment_fen), 0, -1) if self.payment_fen[n - 1]), 0)

    @property
    def end(self) -> date | None:
        """The due date of the last row that is not 0.00, or None without dates."""
        return self.dues[self.last_paying_month - 1] if self.dues and self.last_paying_month else None


def schedule(terms: Terms, *, strict: bool = True) -> Schedule | Fault:
    """The schedule of these terms, or the first thing that makes them none.

    `strict` is for what the borrower asks for: an instalment below its interest is refused. Otherwise (a contract, an
    offer) the unpaid interest is added to the balance, and a warning says so. Interest of a period is
    fen(balance x period rate) on the rounded balance; the last instalment closes the balance to 0.00.
    """
    wrong = problem(terms)
    if wrong is not None:
        return wrong
    dates = terms.dates
    dues = None if dates is None or terms.accrual is Accrual.MONTHLY else due_dates(dates[1], terms.months)
    book = repay(terms, list(spans(terms, dues)))
    refused = book.below_interest(terms) if strict else None
    if refused is not None:
        return refused
    if max(book.balances, default=0) > LARGEST:
        return fault("schedule.grows")
    return _schedule(terms, book)


def _schedule(terms: Terms, book: Book) -> Schedule:
    return Schedule(
        terms=terms,
        payment_fen=tuple(book.payments),
        principal_fen=tuple(book.principals),
        interest_fen=tuple(book.interests),
        balance_fen=tuple(book.balances),
        parked_fen=tuple(book.parked),
        deferred_fen=tuple(book.deferred),
        level_fen=book.level,
        warnings=tuple(book.warnings(terms)),
    )
