"""What falls due on each debt, and when: by its agreement if there is one, else by its contract or arrangement."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import count, islice

from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt, Missed
from negotiator_tui.case.edit import Path
from negotiator_tui.case.kinds import CardPays, Method, Shape, YesNo
from negotiator_tui.case.record import Agreement, Payment
from negotiator_tui.finance.budget_kept import Kept
from negotiator_tui.finance.fen import to_fen
from negotiator_tui.finance.months import HORIZON, day_in, month_of, read_month


@dataclass(frozen=True, slots=True)
class Due:
    """One unpaid payment. `fen` is None where its amount is not answered.

    `lump` marks a whole old debt with a deadline: money that is claimed on a day, not an instalment. `sure` is False
    where day or amount is the program's reading and not an answer.
    """

    debt: str
    day: date
    fen: int | None
    source: Path
    lump: bool = False
    agreed: bool = False
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Dues:
    """All that is due on one debt: `rows` from the first day of the current month on, by day; `late` those before it.

    `missing` are the answers without which a due day or amount is not known.
    """

    debt: Debt
    rows: tuple[Due, ...]
    late: tuple[Due, ...] = ()
    missing: tuple[Path, ...] = ()
    agreed: bool = False

    def in_month(self, month: int) -> int:
        """What is known to be due in a month, in fen, without lumps."""
        return sum(row.fen or 0 for row in self.rows if not row.lump and month_of(row.day) == month)

    def by_month(self, first: int, span: int) -> list[int]:
        """What is known to be due in each of `span` months from `first`, in fen, without lumps."""
        months = [0] * span
        for row in self.rows:
            index = month_of(row.day) - first
            if 0 <= index < span and not row.lump:
                months[index] += row.fen or 0
        return months


_kept: Kept[Dues] = Kept(1000)
_all_kept: Kept[tuple[Dues, ...]] = Kept(4)


def all_dues(case: Case, today: date) -> tuple[Dues, ...]:
    """The dues of every debt of a case, in its order. Kept by the identity of the lists they follow from."""
    lists = (case.debts, case.missed, case.agreements, case.payments)
    return _all_kept.get(lists, today, lambda: _all_dues(case, today))


def agreement_of(case: Case, debt_id: str) -> Agreement | None:
    """The agreement in force on a debt: the last one with a day on which it was agreed."""
    found = [each for each in case.agreements if each.debt == debt_id and each.signed_on is not None]
    return found[-1] if found else None


def _all_dues(case: Case, today: date) -> tuple[Dues, ...]:
    agreements = {each.debt: each for each in case.agreements if each.signed_on is not None}
    payments: dict[str | None, list[Payment]] = {}
    for payment in case.payments:
        payments.setdefault(payment.agreement, []).append(payment)
    missed: dict[str | None, list[Missed]] = {}
    for item in case.missed:
        missed.setdefault(item.debt, []).append(item)
    result = []
    for debt in case.debts:
        agreement = agreements.get(debt.id)
        paid = tuple(payments.get(agreement.id, ())) if agreement else ()
        late = tuple(missed.get(debt.id, ()))
        inputs = (debt, agreement, *paid, *late)
        result.append(_kept.get(inputs, today, partial(_dues, debt, agreement, paid, late, today)))
    return tuple(result)


def _dues(
    debt: Debt, agreement: Agreement | None, payments: tuple[Payment, ...], missed: tuple[Missed, ...], today: date
) -> Dues:
    now = month_of(today)
    if agreement is not None:
        found, missing = _agreed(agreement, payments, debt.id)
        dues = Dues(debt, found, missing=missing, agreed=True)
    else:
        late = tuple(_missed(debt, missed, today))
        coming = _BY_SHAPE[debt.shape](debt, today) if debt.shape else _single(debt, today)
        days = {row.day for row in late}
        rows = (*late, *(row for row in coming.rows if row.day not in days))
        dues = replace(coming, rows=rows)
    rows = tuple(sorted(dues.rows, key=lambda row: row.day))
    return replace(
        dues,
        rows=tuple(row for row in rows if month_of(row.day) >= now),
        late=tuple(row for row in rows if month_of(row.day) < now),
    )


def _agreed(
    agreement: Agreement, payments: tuple[Payment, ...], debt_id: str
) -> tuple[tuple[Due, ...], tuple[Path, ...]]:
    """The unpaid rows of an agreement: its payments list, and its level instalments in the months not listed there."""
    missing: list[Path] = []
    rows: list[Due] = []
    instalment = None if agreement.instalment is None else to_fen(agreement.instalment)
    listed = {month_of(each.due) for each in payments if each.due is not None}
    for each in payments:
        if each.due is None:
            continue
        amount = instalment if each.amount is None else to_fen(each.amount)
        if each.paid_on is not None:
            paid = amount if each.paid_amount is None else to_fen(each.paid_amount)
            amount = None if amount is None or paid is None else max(0, amount - paid)
            if not amount:
                continue
        if amount is None:
            missing.append(("payments", each.id, "amount"))
        rows.append(Due(debt_id, each.due, amount, ("payments", each.id, "amount"), agreed=True))
    if agreement.first_due is not None and agreement.months:
        if instalment is None and not listed:
            missing.append(("agreements", agreement.id, "instalment"))
        first, anchor = month_of(agreement.first_due), agreement.first_due.day
        source = ("agreements", agreement.id, "instalment")
        rows += (
            Due(debt_id, day_in(month, anchor), instalment, source, agreed=True)
            for month in range(first, first + agreement.months)
            if month not in listed
        )
    elif not listed:
        missing.append(("agreements", agreement.id, "first_due"))
    return tuple(rows), tuple(missing)


def _missed(debt: Debt, missed: tuple[Missed, ...], today: date) -> Iterator[Due]:
    """Missed instalments one by one: as listed; else, where the lender's sum is not known, one a month since the first.

    The lender's sum of what is overdue stands for all of them, whatever month they fell in.
    """
    if debt.shape is not Shape.LOAN or debt.overdue_principal is not None or called_in(debt, today):
        return
    if missed:
        for item in missed:
            if item.due is not None and item.due <= today:
                known = [to_fen(part) for part in (item.principal, item.interest) if part is not None]
                yield Due(debt.id, item.due, sum(known) if known else None, ("missed", item.id, "principal"))
        return
    level = debt.instalment if debt.instalment is not None else debt.next_amount
    if debt.overdue is not YesNo.YES or debt.overdue_since is None or level is None:
        return
    source = ("debts", debt.id, "overdue_principal")
    for month in range(month_of(debt.overdue_since), month_of(today) + 1):
        day = day_in(month, debt.overdue_since.day)
        if day <= today and day != debt.next_due:
            yield Due(debt.id, day, to_fen(level), source, sure=False)


def called_in(debt: Debt, today: date) -> bool:
    """Whether the lender has declared the whole loan due."""
    return debt.accelerated_on is not None and debt.accelerated_on <= today


def _from_next(debt: Debt, today: date, limit: int | None) -> Iterator[tuple[int, date]]:
    """Due days from the next one on, with their number, as far as the horizon; the ones before this month left out."""
    if debt.next_due is None:
        return
    first, now = month_of(debt.next_due), month_of(today)
    for number in count(max(0, now - first)):
        if (limit is not None and number >= limit) or first + number > now + HORIZON + 12:
            return
        yield number, day_in(first + number, debt.next_due.day)


def _loan(debt: Debt, today: date) -> Dues:
    """A loan by its contract: the instalment as it was answered, `months_left` times from the next payment day.

    Where the number is not known the instalment goes on to the end of what is looked at. With interest only, the
    principal comes with the last one; a bullet has one payment.
    """
    if called_in(debt, today) or debt.months_left == 0:
        return Dues(debt, ())
    if debt.next_due is None:
        return Dues(debt, (), missing=(("debts", debt.id, "next_due"),))
    level = debt.instalment if debt.instalment is not None else debt.next_amount
    first = debt.next_amount if debt.next_amount is not None else debt.instalment
    source = ("debts", debt.id, "next_amount" if debt.next_amount is not None else "instalment")
    whole = None if debt.outstanding is None else to_fen(debt.outstanding)
    if debt.method is Method.BULLET:
        amount = whole if first is None else to_fen(first)
        return _dated(debt, (Due(debt.id, debt.next_due, amount, source, sure=first is not None),))
    if level is None or first is None:
        return _dated(debt, _unknown_row(debt, today, "next_amount"))
    rows = []
    for number, day in _from_next(debt, today, debt.months_left):
        amount = to_fen(level if number else first)
        if debt.method is Method.INTEREST_ONLY and debt.months_left == number + 1 and (number or not debt.next_amount):
            amount += whole or 0
        rows.append(Due(debt.id, day, amount, source, sure=number == 0 or debt.months_left is not None))
    return Dues(debt, tuple(rows))


def _statement(debt: Debt, today: date) -> Dues:
    """A card or a pay-later bill: what is paid of the statement, each month until it adds up to what is owed.

    Interest on the part not paid is not known here; the rows after the first are the program's reading.
    """
    if debt.next_due is None:
        return Dues(debt, (), missing=(("debts", debt.id, "next_due"),))
    match debt.card_pays:
        case CardPays.FULL:
            names = ("statement", "next_amount")
        case CardPays.MINIMUM:
            names = ("minimum", "next_amount")
        case _:
            names = ("next_amount", "statement")
    field = next((name for name in names if getattr(debt, name) is not None), names[0])
    answer = getattr(debt, field)
    source = ("debts", debt.id, field)
    if answer is None:
        return _dated(debt, _unknown_row(debt, today, field))
    level, left = to_fen(answer), None if debt.outstanding is None else max(to_fen(debt.outstanding), to_fen(answer))
    rows = []
    for number, day in _from_next(debt, today, None):
        amount = level if left is None else min(level, left)
        if not amount:
            break
        left = None if left is None else left - amount
        rows.append(Due(debt.id, day, amount, source, sure=number == 0))
    return Dues(debt, tuple(rows))


def _arranged(debt: Debt, today: date) -> Dues:
    """Arrears and money from family or friends: what was agreed a month until it is paid off; else a deadline."""
    if debt.agreed_monthly is None:
        if debt.deadline is not None and debt.deadline >= today:
            amount = None if debt.outstanding is None else to_fen(debt.outstanding)
            return _dated(debt, (Due(debt.id, debt.deadline, amount, ("debts", debt.id, "outstanding"), lump=True),))
        return _single(debt, today)
    source = ("debts", debt.id, "agreed_monthly")
    now, anchor = month_of(today), debt.next_due or today
    level, left = to_fen(debt.agreed_monthly), None if debt.outstanding is None else to_fen(debt.outstanding)
    last = read_month(debt.agreed_until) if debt.agreed_until else now + HORIZON + 12
    rows = []
    for month in range(max(now, month_of(anchor)), last + 1):
        amount = level if left is None else min(level, left)
        if not amount:
            break
        left = None if left is None else left - amount
        rows.append(Due(debt.id, day_in(month, anchor.day), amount, source, agreed=True, sure=bool(debt.next_due)))
    return Dues(debt, tuple(rows), agreed=True)


def _pawn(debt: Debt, today: date) -> Dues:
    """A pawn: a payment that was named, and the loan itself on the last day of the ticket."""
    rows = list(_single(debt, today).rows)
    if debt.pledge_until is not None and debt.pledge_until not in {row.day for row in rows}:
        amount = None if debt.outstanding is None else to_fen(debt.outstanding)
        rows.append(Due(debt.id, debt.pledge_until, amount, ("debts", debt.id, "outstanding")))
    if not rows:
        return Dues(debt, (), missing=(("debts", debt.id, "pledge_until"),))
    return _dated(debt, tuple(rows))


def _single(debt: Debt, today: date) -> Dues:
    """One payment with its day, if there is one."""
    if debt.next_due is None or month_of(debt.next_due) < month_of(today):
        return Dues(debt, ())
    amount = None if debt.next_amount is None else to_fen(debt.next_amount)
    return _dated(debt, (Due(debt.id, debt.next_due, amount, ("debts", debt.id, "next_amount")),))


def _unknown_row(debt: Debt, today: date, field: str) -> tuple[Due, ...]:
    """The next payment with its day, where the answer `field` to how much it is, is missing."""
    return tuple(
        Due(debt.id, day, None, ("debts", debt.id, field)) for _, day in islice(_from_next(debt, today, None), 1)
    )


def _dated(debt: Debt, rows: tuple[Due, ...]) -> Dues:
    return Dues(debt, rows, missing=tuple(row.source for row in rows if row.fen is None))


_BY_SHAPE = {
    Shape.LOAN: _loan,
    Shape.CARD: _statement,
    Shape.BILL: _statement,
    Shape.ARREARS: _arranged,
    Shape.PERSONAL: _arranged,
    Shape.PAWN: _pawn,
    Shape.UNVERIFIED: _single,
}
