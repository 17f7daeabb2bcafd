"""What of a debt is overdue, as the lender states it, as missed instalments tell it, or worked out (MONEY §4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from negotiator_tui.case.debts import Debt, Missed
from negotiator_tui.case.kinds import Per, YesNo
from negotiator_tui.finance.calendar import add_months, last_due_reached
from negotiator_tui.finance.fen import half_up, to_fen
from negotiator_tui.finance.rates import annual

_ZERO = Decimal(0)
_MOST = 600


@dataclass(frozen=True, slots=True)
class Arrear:
    """An overdue part, in fen, and the day from which it bears penalty."""

    since: date
    principal: int
    interest: int


@dataclass(frozen=True, slots=True)
class Overdue:
    """What is overdue of a debt, in fen.

    `principal` and `interest` are the sums past due. `arrears` bear penalty, each from its own day: the lender's
    figures as one part, missed instalments from their due dates. `first` is the day since which anything is overdue and
    `last_missed` the due date of the last missed instalment, if those are known. `worked_out` says that the parts were
    computed from the instalment and the rate.
    """

    principal: int = 0
    interest: int = 0
    arrears: tuple[Arrear, ...] = ()
    first: date | None = None
    last_missed: date | None = None
    worked_out: bool = False


def overdue_of(debt: Debt, missed: Iterable[Missed], today: date) -> Overdue:
    """The overdue parts of a loan. The lender's own figures come first, then missed instalments, then an estimate.

    Where the lender's penalty is stated, further penalty runs from the day of the amounts; otherwise each missed
    instalment bears it from its own due date, and amounts without instalments from `overdue_since`.
    """
    parts = _listed(debt, missed, today)
    if debt.overdue is YesNo.NO and not parts:
        return Overdue()
    worked_out = not parts and debt.overdue_principal is None
    if worked_out:
        parts = _estimated(debt, today)
    principal = sum(each.principal for each in parts)
    interest = sum(each.interest for each in parts)
    if debt.overdue_principal is not None:
        principal = to_fen(debt.overdue_principal)
    if debt.overdue_interest is not None:
        interest = to_fen(debt.overdue_interest)
    first = debt.overdue_since or (parts[0].since if parts else None)
    arrears = parts
    if debt.penalty_due is not None or not parts:
        unstated = debt.penalty_due is None and first is not None and first <= today
        since = first if unstated and first is not None else stated_on(debt, today)
        arrears = [Arrear(since, principal, interest)] if principal or interest else []
    last = parts[-1].since if parts else None
    return Overdue(principal, interest, tuple(arrears), first, last, worked_out and bool(parts))


def stated_on(debt: Debt, today: date) -> date:
    """The day the amounts of a debt are of; today where no day is given, or a later one."""
    return today if debt.as_of is None else min(debt.as_of, today)


def interest_from(debt: Debt, overdue: Overdue, today: date) -> date | None:
    """The last due date that was reached when the amounts were stated, from where interest not yet due runs.

    A later missed instalment already carries the interest up to its own day. None where no due date is known.
    """
    known = debt.next_due or overdue.first
    if known is None:
        return None
    anchor = known.day
    if overdue.first is not None and add_months(known, 0, overdue.first.day) == known:
        anchor = max(anchor, overdue.first.day)  # a due date at the end of February may stand for the 31st
    days = [last_due_reached(known, stated_on(debt, today), anchor), debt.drawn_on]
    if debt.overdue_interest is None:
        days.append(overdue.last_missed)
    return max((day for day in days if day is not None and day <= today), default=None)


def _listed(debt: Debt, missed: Iterable[Missed], today: date) -> list[Arrear]:
    parts = [
        Arrear(each.due, to_fen(each.principal or _ZERO), to_fen(each.interest or _ZERO))
        for each in missed
        if each.debt == debt.id and each.due is not None and each.due <= today
    ]
    return sorted(parts, key=lambda each: each.since)


def _estimated(debt: Debt, today: date) -> list[Arrear]:
    """The instalments from `overdue_since` to today, split by the contract's rate on what is still owed."""
    level = debt.instalment if debt.instalment is not None else debt.next_amount
    if debt.overdue is not YesNo.YES or debt.overdue_since is None or level is None or debt.outstanding is None:
        return []
    yearly = annual(debt.rate or _ZERO, debt.rate_per or Per.YEAR, int(debt.year_days) if debt.year_days else 360)
    month = Fraction(yearly or 0) / 12
    until = min(today, debt.accelerated_on or today)
    balance, parts = to_fen(debt.outstanding), list[Arrear]()
    for number in range(_MOST):
        due = add_months(debt.overdue_since, number)
        if due is None or due > until or balance == 0:
            break
        interest = half_up(balance * month.numerator, month.denominator)
        principal = min(max(0, to_fen(level) - interest), balance)
        parts.append(Arrear(due, principal, interest))
        balance -= principal
    return parts
