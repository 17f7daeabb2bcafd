"""What falls due on a debt without an agreement, by its shape: contract, statement, arrangement or ticket."""

from collections.abc import Iterator
from datetime import date
from itertools import count, islice

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Accrual, CardPays, Method, Shape, YesNo
from negotiator_tui.finance.budget_due import Due, Dues
from negotiator_tui.finance.fen import to_fen, yuan
from negotiator_tui.finance.months import HORIZON, day_in, month_of, read_month
from negotiator_tui.text.fault import Fault


def coming(debt: Debt, today: date) -> Dues:
    """What is still to come on a debt as it stands, from the current month on."""
    return _BY_SHAPE[debt.shape](debt, today) if debt.shape else _single(debt, today)


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

    Where the instalment changes (equal principal, interest only) or is not answered, and the terms are known, it is
    computed from them. Where the number is not known it goes on to the end of what is looked at.
    """
    if called_in(debt, today) or debt.months_left == 0:
        return Dues(debt, ())
    if debt.next_due is None:
        return Dues(debt, (), missing=(("debts", debt.id, "next_due"),))
    level = debt.instalment if debt.instalment is not None else debt.next_amount
    first = debt.next_amount if debt.next_amount is not None else debt.instalment
    source = ("debts", debt.id, "next_amount" if debt.next_amount is not None else "instalment")
    if debt.method is Method.BULLET:
        amount = first if first is not None else debt.outstanding
        fen = None if amount is None else to_fen(amount)
        return _dated(debt, (Due(debt.id, debt.next_due, fen, source, sure=first is not None),))
    computed = None if level is not None and debt.method in _LEVEL else _computed(debt)
    if computed is None and (level is None or first is None):
        return _dated(debt, _unknown_row(debt, today, "next_amount"))
    rows = []
    for number, day in _from_next(debt, today, debt.months_left):
        if number == 0 and debt.next_amount is not None:
            rows.append(Due(debt.id, day, to_fen(debt.next_amount), source))
        elif computed is not None:
            rows.append(Due(debt.id, day, computed[number], ("debts", debt.id, "outstanding"), sure=False))
        elif level is not None:
            closing = debt.method is Method.INTEREST_ONLY and debt.months_left == number + 1
            principal = to_fen(debt.outstanding) if closing and debt.outstanding is not None else 0
            sure = number == 0 or debt.months_left is not None
            rows.append(Due(debt.id, day, to_fen(level) + principal, source, sure=sure))
    return Dues(debt, tuple(rows))


_LEVEL = {None, Method.EQUAL_INSTALMENT}
_CONTRACTS = {Method.EQUAL_INSTALMENT, Method.EQUAL_PRINCIPAL, Method.INTEREST_ONLY}
"""Methods that contracts use and whose instalments cover their interest; the others are shapes of a plan."""


def _computed(debt: Debt) -> tuple[int, ...] | None:
    """The coming instalments by the terms of the contract, in fen; the dearer reading where the year is not known."""
    if debt.outstanding is None or debt.rate is None or debt.rate_per is None:
        return None
    if debt.months_left is None or debt.method not in _CONTRACTS:
        return None
    # Most instalments are answered; a start without computed ones need not pay for this.
    from negotiator_tui.finance.schedule import schedule
    from negotiator_tui.finance.schedule_terms import Terms, readings

    overdue = 0 if debt.overdue_principal is None else to_fen(debt.overdue_principal)
    terms = Terms(
        principal=yuan(max(0, to_fen(debt.outstanding) - overdue)),
        rate=debt.rate,
        per=debt.rate_per,
        months=debt.months_left,
        method=debt.method or Method.EQUAL_INSTALMENT,
        year_days=None if debt.year_days is None else int(debt.year_days),
        accrual=debt.accrual or Accrual.MONTHLY,
        first_due=debt.next_due,
    )
    made = [schedule(reading, strict=False) for reading in readings(terms)]
    rows = [each.payment_fen for each in made if not isinstance(each, Fault)]
    return max(rows, key=sum) if rows else None


def _statement(debt: Debt, today: date) -> Dues:
    """A card or a pay-later bill: what is paid of the statement, each month until it adds up to what is owed.

    What fell due before the coming payment and is overdue comes first: the minimum, unless it is paid in full. Interest
    on the part not paid is not known here; the rows after the coming one are the program's reading.
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
    if debt.overdue is YesNo.YES and debt.overdue_since is not None and debt.overdue_since < debt.next_due:
        overdue = level
        if debt.minimum is not None and debt.card_pays is not CardPays.FULL:
            overdue, field = to_fen(debt.minimum), "minimum"
        overdue = overdue if left is None else min(overdue, left)
        left = None if left is None else left - overdue
        rows.append(Due(debt.id, debt.overdue_since, overdue, ("debts", debt.id, field)))
    for number, day in _from_next(debt, today, None):
        amount = level if left is None else min(level, left)
        if not amount:
            break
        left = None if left is None else left - amount
        rows.append(Due(debt.id, day, amount, source, sure=number == 0))
    return Dues(debt, tuple(rows))


def owed_before(debt: Debt) -> int | None:
    """What is owed, in fen: as it was answered, else the rent of the months owed; None where neither is known."""
    if debt.outstanding is not None:
        return to_fen(debt.outstanding)
    if debt.shape is Shape.ARREARS and debt.monthly is not None and debt.months_owed is not None:
        return to_fen(debt.monthly) * debt.months_owed
    return None


def _arranged(debt: Debt, today: date) -> Dues:
    """Arrears and money from family or friends: what was agreed a month until it is paid off; else a deadline."""
    if debt.agreed_monthly is None:
        if debt.deadline is not None and debt.deadline >= today:
            amount = owed_before(debt)
            return _dated(debt, (Due(debt.id, debt.deadline, amount, ("debts", debt.id, "outstanding"), lump=True),))
        return _single(debt, today)
    source = ("debts", debt.id, "agreed_monthly")
    now, anchor = month_of(today), debt.next_due or today
    level, left = to_fen(debt.agreed_monthly), owed_before(debt)
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
