"""Payments of agreements set against statements that are being read in: which are there, which were ticked off and are not.

The case keeps no single payments out of statements, so this is told while the import is open.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from negotiator_tui.case.agreed import Payment
from negotiator_tui.case.case import Case
from negotiator_tui.importers.debt_service import debt_named
from negotiator_tui.importers.transaction import Direction, Nature, Transaction

EARLY, LATE = timedelta(days=10), timedelta(days=31)
"""How long before and after its day an instalment may have been paid."""
BOOKED = timedelta(days=3)
"""How far the day of a booking may lie from the day that was written down."""
_PAID_OUT = {Nature.SPENDING, Nature.DEBT_SERVICE}


@dataclass(frozen=True, slots=True)
class Found:
    """A payment that is open in the case and stands in a statement. `named`: the row also names the debt."""

    payment: str
    day: date
    amount: Decimal
    party: str
    named: bool


@dataclass(frozen=True, slots=True)
class Repaid:
    """What a comparison gives: payments `found`, those `confirmed` that were ticked off before, and ticked-off ones
    that are `absent` though the statements cover their day. Payments are named by their ids.
    """

    found: tuple[Found, ...]
    confirmed: tuple[str, ...]
    absent: tuple[str, ...]


def repaid(transactions: Sequence[Transaction], case: Case) -> Repaid:
    """Compare by amount to the fen and by day; a row of a statement stands for one payment at most.

    Rows that name the debt come before those that only have its amount, nearer days before others.
    """
    out = [each for each in transactions if _paid_out(each)]
    if not out:
        return Repaid((), (), ())
    first, last = (pick(each.at.date() for each in transactions) for pick in (min, max))
    book = _Book(out, case)
    confirmed, absent, found = [], [], []
    for payment in _dated(case, paid=True):
        day = payment.paid_on or date.min
        if book.take(payment, day - BOOKED, day + BOOKED, day) is not None:
            confirmed.append(payment.id)
        elif first + BOOKED <= day <= last - BOOKED:
            absent.append(payment.id)
    for payment in _dated(case, paid=False):
        due = payment.due or date.min
        row = book.take(payment, due - EARLY, due + LATE, due)
        if row is not None:
            named = _names(row, case) == _debt(case, payment) != ""
            found.append(Found(payment.id, row.at.date(), _spent(row), row.party, named))
    return Repaid(tuple(found), tuple(confirmed), tuple(absent))


class _Book:
    """The rows that paid something, by amount; each is taken once."""

    def __init__(self, out: Sequence[Transaction], case: Case) -> None:
        self._case = case
        self._by_amount: dict[Decimal, list[Transaction]] = {}
        for each in out:
            self._by_amount.setdefault(_spent(each), []).append(each)

    def take(self, payment: Payment, first: date, last: date, day: date) -> Transaction | None:
        """The row for a payment between two days: one that names its debt, else the nearest to `day`; None for none."""
        rows = self._by_amount.get(_amount(self._case, payment) or Decimal(0), [])
        debt = _debt(self._case, payment)
        near = [each for each in rows if first <= each.at.date() <= last]
        if not near:
            return None
        best = min(near, key=lambda each: (_names(each, self._case) != debt, abs((each.at.date() - day).days)))
        rows.remove(best)
        return best


def _paid_out(each: Transaction) -> bool:
    is_out = each.direction is Direction.EXPENSE or each.nature is Nature.DEBT_SERVICE
    return is_out and each.nature in _PAID_OUT and each.currency == "CNY"


def _spent(each: Transaction) -> Decimal:
    return each.amount - each.refunded


def _dated(case: Case, *, paid: bool) -> list[Payment]:
    """The payments with a day and an amount, by day: ticked off, or still open."""
    rows = [each for each in case.payments if each.due is not None and (each.paid_on is not None) is paid]
    return sorted((each for each in rows if _amount(case, each)), key=lambda each: (each.due or date.min, each.id))


def _amount(case: Case, payment: Payment) -> Decimal | None:
    if payment.paid_on is not None and payment.paid_amount is not None:
        return payment.paid_amount
    if payment.amount is not None:
        return payment.amount
    return next((each.instalment for each in case.agreements if each.id == payment.agreement), None)


def _debt(case: Case, payment: Payment) -> str:
    return next((each.debt or "" for each in case.agreements if each.id == payment.agreement), "")


def _names(each: Transaction, case: Case) -> str:
    """The debt that a row names; "" for none."""
    return debt_named(" ".join((each.party, each.item, each.remark)), each.party, case)
