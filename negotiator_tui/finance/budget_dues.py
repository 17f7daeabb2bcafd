"""What falls due on each debt, and when: by its agreement if there is one, else by its contract or arrangement."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from negotiator_tui.case.agreed import Agreement, Payment
from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt, Missed
from negotiator_tui.case.edit import Path
from negotiator_tui.case.kinds import Method, Shape, YesNo
from negotiator_tui.finance.budget_contract import called_in, coming
from negotiator_tui.finance.budget_due import Due, Dues
from negotiator_tui.finance.budget_kept import Kept
from negotiator_tui.finance.fen import to_fen
from negotiator_tui.finance.months import day_in, month_of

_kept: Kept[Dues] = Kept(1000)
_all_kept: Kept[tuple[Dues, ...]] = Kept(4)


def all_dues(case: Case, today: date) -> tuple[Dues, ...]:
    """The dues of every debt of a case, in its order. Kept by the identity of the lists they follow from."""
    lists = (case.debts, case.missed, case.agreements, case.payments)
    return _all_kept.get(lists, today, lambda: _all_dues(case, today))


def signed_agreement(case: Case, debt_id: str) -> Agreement | None:
    """The agreement that takes the place of a debt's contract: the newest one that is signed."""
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
        found, missing = _agreed(agreement, payments, debt)
        dues = Dues(debt, found, missing=missing, agreed=True)
    else:
        contract = coming(debt, today)
        days = {row.day for row in contract.rows}
        late = tuple(row for row in _missed(debt, missed, today) if row.sure or row.day not in days)
        days = {row.day for row in late}
        dues = replace(contract, rows=(*late, *(row for row in contract.rows if row.day not in days)))
    rows = tuple(sorted(dues.rows, key=lambda row: row.day))
    return replace(
        dues,
        rows=tuple(row for row in rows if month_of(row.day) >= now),
        late=tuple(row for row in rows if month_of(row.day) < now),
    )


def _agreed(
    agreement: Agreement, payments: tuple[Payment, ...], debt: Debt
) -> tuple[tuple[Due, ...], tuple[Path, ...]]:
    """The unpaid rows of an agreement: its payments list, and its own instalments in the months not listed there."""
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
        rows.append(Due(debt.id, each.due, amount, ("payments", each.id, "amount"), agreed=True))
    if agreement.first_due is not None and agreement.months:
        first = month_of(agreement.first_due)
        if not listed.issuperset(range(first, first + agreement.months)):
            source = ("agreements", agreement.id, "instalment")
            own = [
                Due(debt.id, day, amount, source, agreed=True)
                for day, amount in _instalments(agreement, debt, begun=any(each.paid_on for each in payments))
                if month_of(day) not in listed
            ]
            if any(each.fen is None for each in own):
                missing.append(source)
            rows += own
    elif not listed:
        missing.append(("agreements", agreement.id, "first_due"))
    return tuple(rows), tuple(missing)


def _instalments(agreement: Agreement, debt: Debt, *, begun: bool) -> tuple[tuple[date, int | None], ...]:
    """The instalments by day, in fen: as stated, else by the agreement's own terms; None where those do not say.

    Once a payment was made (`begun`) the balance is another one than the terms were for, so that only stated ones count.
    """
    from negotiator_tui.finance.agreed_rows import stated_rows

    stated = stated_rows(agreement)
    if stated is not None and (begun or not _closes_by_rate(agreement, debt)):
        return stated
    # Most agreements state a level instalment; a start without others need not pay for this.
    from negotiator_tui.finance.plan_agreed import own_rows

    level = agreement.method in {None, Method.EQUAL_INSTALMENT}
    made = () if begun or (level and stated is None) else own_rows(agreement, debt)
    if made:
        return tuple((day, to_fen(amount)) for day, amount in made)
    if agreement.first_due is None or not agreement.months:
        return ()
    first, anchor = month_of(agreement.first_due), agreement.first_due.day
    return tuple((day_in(month, anchor), None) for month in range(first, first + agreement.months))


def _closes_by_rate(agreement: Agreement, debt: Debt) -> bool:
    """Whether the last payment may be another one than stated, because it closes the balance at a rate."""
    rate = debt.rate if agreement.rate is None else agreement.rate
    return bool(rate) and debt.outstanding is not None and agreement.total is None


def _missed(debt: Debt, missed: tuple[Missed, ...], today: date) -> Iterator[Due]:
    """Missed instalments one by one: as listed; else, where the lender's sum is not known, one a month since the first.

    The lender's sum of what is overdue stands for all of them, whatever month they fell in.
    """
    if debt.shape is not Shape.LOAN or debt.overdue_principal is not None or called_in(debt, today):
        return
    if missed:
        for item in missed:
            if item.due is not None and item.due <= today:
                parts = {"principal": item.principal, "interest": item.interest}
                known = [to_fen(part) for part in parts.values() if part is not None]
                unknown = next((("missed", item.id, name) for name, part in parts.items() if part is None), None)
                source = ("missed", item.id, "principal")
                yield Due(debt.id, item.due, sum(known) if known else None, source, missing=unknown)
        return
    level = debt.instalment if debt.instalment is not None else debt.next_amount
    if debt.overdue is not YesNo.YES or debt.overdue_since is None or level is None:
        return
    source = ("debts", debt.id, "overdue_principal")
    for month in range(month_of(debt.overdue_since), month_of(today) + 1):
        day = day_in(month, debt.overdue_since.day)
        if day <= today:
            yield Due(debt.id, day, to_fen(level), source, sure=False)
