"""How each payment of what was agreed stands on a day, by the agreement's own days of slack, and what is odd about them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from negotiator_tui.case.agreed import Agreement, Payment
from negotiator_tui.case.case import Case
from negotiator_tui.finance.fen import to_fen, yuan
from negotiator_tui.text.amounts import format_amount
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_

declare(
    {
        "paid.more-than-due": N_(
            "On {day} {paid} was paid for an instalment of {amount}: {more} more. Ask what the rest was set against."
        ),
        "paid.more-than-agreed": N_(
            "Paid so far is {paid}, agreed in all was {total}: {more} more. Ask for it back, or what it was set against."
        ),
        "paid.listed-more": N_(
            "The payments listed here come to {listed}, agreed in all was {total}. See whether one stands there twice."
        ),
        "paid.more-than-owed": N_(
            "The payments come to {listed}, though only {owed} is owed and no interest was agreed. Ask what the rest is."
        ),
        "paid.same-day": N_("Two payments stand on {day}. See whether one of them is there twice."),
        "paid.ahead-of-today": N_("One is ticked off as paid on {day}, which is still to come. See which day it was."),
        "paid.before-signed": N_("One is due on {day}, before it was agreed on {signed}. See which day is right."),
    }
)


class Standing(StrEnum):
    """How a payment stands."""

    PAID = "paid"
    AHEAD = "ahead"
    SLACK = "slack"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Instalment:
    """One payment of an agreement. Amounts in fen; None where they are not known.

    `left` is what is still to be paid, 0 once it is. `last_day` is the day of payment with the agreement's own slack;
    without a clause about it the day itself. `late_by` counts the days after `last_day` it was paid or is open.
    """

    payment: Payment
    agreement: Agreement
    due: date
    left: int | None
    standing: Standing
    last_day: date
    late_by: int = 0
    in_part: bool = False

    @property
    def open(self) -> bool:
        """Whether something of it is still to be paid, as far as one can tell."""
        return self.standing is not Standing.PAID


def instalments(case: Case, today: date) -> tuple[Instalment, ...]:
    """Every payment that has a day and belongs to an agreement of the case, by day."""
    agreements = {each.id: each for each in case.agreements}
    found = [
        standing_of(payment, agreement, today)
        for payment in case.payments
        if payment.due is not None and (agreement := agreements.get(payment.agreement or "")) is not None
    ]
    return tuple(sorted(found, key=lambda each: (each.due, each.payment.id)))


def standing_of(payment: Payment, agreement: Agreement, today: date) -> Instalment:
    """One payment with a day, as it stands on `today`."""
    due = payment.due or today
    left, in_part = _left(payment, agreement)
    last_day = _plus(due, agreement.slack_days or 0)
    if left == 0:
        late_by = max(0, ((payment.paid_on or due) - last_day).days)
        return Instalment(payment, agreement, due, 0, Standing.PAID, last_day, late_by)
    if today <= due:
        return Instalment(payment, agreement, due, left, Standing.AHEAD, last_day, 0, in_part)
    standing = Standing.SLACK if today <= last_day else Standing.LATE
    return Instalment(payment, agreement, due, left, standing, last_day, max(0, (today - last_day).days), in_part)


def _plus(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max


def _left(payment: Payment, agreement: Agreement) -> tuple[int | None, bool]:
    """What is left of a payment, and whether a part of it was paid."""
    amount = payment.amount if payment.amount is not None else agreement.instalment
    if payment.paid_on is None:
        return (None if amount is None else to_fen(amount) or None), False
    if amount is None or payment.paid_amount is None:
        return 0, False
    left = max(0, to_fen(amount) - to_fen(payment.paid_amount))
    return left, left > 0


class OfMonth(NamedTuple):
    """The instalments of one calendar month."""

    month: int
    rows: tuple[Instalment, ...]


def by_month(rows: Sequence[Instalment]) -> tuple[OfMonth, ...]:
    """Instalments by calendar month, `month` counted as in `finance.months`; months without one are left out."""
    found: dict[int, list[Instalment]] = {}
    for each in rows:
        found.setdefault(each.due.year * 12 + each.due.month - 1, []).append(each)
    return tuple(OfMonth(month, tuple(found[month])) for month in sorted(found))


def oddities(
    agreement: Agreement,
    payments: Sequence[Payment],
    today: date,
    total_fen: int | None = None,
    owed_fen: int | None = None,
) -> Iterator[Fault]:
    """What in the payments of one agreement cannot be quite right, one sentence each, the gravest first.

    `total_fen` is what was agreed in all, `owed_fen` the whole debt where nothing but it is to be paid. Each kind is
    named once, at its first case.
    """
    paid = sum(to_fen(each.paid_amount) for each in payments if each.paid_on is not None and each.paid_amount)
    listed = sum(to_fen(each.amount) for each in payments if each.amount is not None)
    if total_fen is not None and paid > total_fen:
        yield fault("paid.more-than-agreed", **_sums(paid=paid, total=total_fen, more=paid - total_fen))
    elif owed_fen is not None and max(listed, total_fen or 0) > owed_fen + len(payments):
        yield fault("paid.more-than-owed", **_sums(listed=max(listed, total_fen or 0), owed=owed_fen))
    elif total_fen is not None and listed > total_fen + len(payments):
        yield fault("paid.listed-more", **_sums(listed=listed, total=total_fen))
    for each in payments:
        amount = each.amount if each.amount is not None else agreement.instalment
        if each.paid_on is not None and each.paid_amount is not None and amount and each.paid_amount > amount:
            more = to_fen(each.paid_amount) - to_fen(amount)
            sums = _sums(paid=to_fen(each.paid_amount), amount=to_fen(amount), more=more)
            yield fault("paid.more-than-due", day=format_date(each.paid_on), **sums)
            break
    yield from _odd_days(agreement, payments, today)


def _odd_days(agreement: Agreement, payments: Sequence[Payment], today: date) -> Iterator[Fault]:
    days = sorted(each.due for each in payments if each.due is not None)
    twice = next((one for one, other in pairwise(days) if one == other), None)
    if twice is not None:
        yield fault("paid.same-day", day=format_date(twice))
    ahead = next((each.paid_on for each in payments if each.paid_on is not None and each.paid_on > today), None)
    if ahead is not None:
        yield fault("paid.ahead-of-today", day=format_date(ahead))
    signed = agreement.signed_on
    if signed is not None and days and days[0] < signed:
        yield fault("paid.before-signed", day=format_date(days[0]), signed=format_date(signed))


def _sums(**fen: int) -> dict[str, str]:
    return {name: format_amount(yuan(amount)) for name, amount in fen.items()}
