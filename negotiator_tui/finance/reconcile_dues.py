"""What fell due on a loan by its contract: from the day it was paid out, or, where that is not known, since it is overdue."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from negotiator_tui.case.debts import Debt, Missed
from negotiator_tui.case.kinds import Accrual, Method, Per
from negotiator_tui.finance.calendar import add_months, days
from negotiator_tui.finance.claim_overdue import interest_from, overdue_of
from negotiator_tui.finance.fen import half_up, to_fen
from negotiator_tui.finance.rates import daily
from negotiator_tui.finance.reconcile_ledger import Due
from negotiator_tui.finance.schedule import Schedule, schedule
from negotiator_tui.finance.schedule_terms import Terms

HISTORY = ("drawn", "drawn_on", "term_months", "rate", "rate_per", "method")
"""Answers without which a loan is not followed from its first day."""


@dataclass(frozen=True, slots=True)
class Fallen:
    """What fell due up to a day, and the interest that runs since the last due date, in fen.

    `drawn` is the principal at the beginning; None where the loan is only followed since it is overdue.
    """

    dues: tuple[Due, ...]
    running: int
    running_since: date | None
    drawn: int | None


def whole_history(debt: Debt, day: date, year_days: int, whole_from: date | None) -> Fallen | None:
    """Everything that fell due from the day the loan was paid out; None where the contract is not known well enough.

    From `whole_from` the rest of the loan is due, with its interest up to that day.
    """
    made = contract_schedule(debt, year_days)
    if made is None or made.dues is None or debt.drawn is None or debt.drawn_on is None:
        return None
    last = day if whole_from is None else min(day, whole_from)
    fee = to_fen(debt.fee_monthly or Decimal(0))
    rows = zip(made.dues, made.principal_fen, made.interest_fen, strict=True)
    dues = [Due(each, principal, interest, fee) for each, principal, interest in rows if each <= last]
    drawn = to_fen(debt.drawn)
    rest = drawn - sum(each.principal for each in dues)
    since = dues[-1].day if dues else debt.drawn_on
    running = _interest(debt, rest, year_days, since, last)
    if whole_from is not None and whole_from <= day and rest > 0:
        return Fallen((*dues, Due(whole_from, rest, running)), 0, None, drawn)
    return Fallen(tuple(dues), running, since, drawn)


def since_overdue(debt: Debt, missed: Iterable[Missed], day: date, year_days: int, whole_from: date | None) -> Fallen:
    """What fell due since the loan is overdue: the missed instalments, listed or worked out; not the lender's sums."""
    own = replace_stated(debt)
    called = whole_from is not None and whole_from <= day
    last = whole_from if called and whole_from is not None else day
    overdue = overdue_of(own, missed, last)
    dues = tuple(Due(each.since, each.principal, each.interest) for each in overdue.arrears)
    rest = max(0, to_fen(debt.outstanding or Decimal(0)) - sum(each.principal for each in dues))
    since = interest_from(own, overdue, last)
    running = 0 if since is None else _interest(debt, rest, year_days, since, last)
    if called and rest > 0:
        return Fallen((*dues, Due(last, rest, running)), 0, None, None)
    return Fallen(dues, running, since, None)


def replace_stated(debt: Debt) -> Debt:
    """The debt without the lender's own figures of what is overdue."""
    return debt.model_copy(update={"overdue_principal": None, "overdue_interest": None, "penalty_due": None})


def contract_schedule(debt: Debt, year_days: int) -> Schedule | None:
    """The instalments of the contract from its first day, on its own dates; None where it is not known well enough."""
    terms = _terms(debt, year_days)
    made = None if terms is None else schedule(terms, strict=False)
    return made if isinstance(made, Schedule) else None


def _terms(debt: Debt, year_days: int) -> Terms | None:
    if any(getattr(debt, name) is None for name in HISTORY) or debt.drawn is None or not debt.term_months:
        return None
    method = debt.method or Method.EQUAL_INSTALMENT
    terms = Terms(
        principal=debt.drawn,
        rate=debt.rate or Decimal(0),
        months=debt.term_months,
        method=method,
        per=debt.rate_per or Per.YEAR,
        year_days=year_days,
        accrual=debt.accrual or Accrual.MONTHLY,
        start=debt.drawn_on,
        instalment=debt.instalment if method is Method.EQUAL_INSTALMENT else None,
    )
    first = _first_due(debt, debt.term_months)
    return terms if first is None else replace(terms, first_due=first)


def _first_due(debt: Debt, months: int) -> date | None:
    """The first due date: counted back from the last one, else a month after the loan was paid out on the due day."""
    if debt.drawn_on is None:
        return None
    known = debt.next_due or debt.overdue_since
    if debt.next_due is not None and debt.months_left:
        first = add_months(debt.next_due, debt.months_left - months)
        if first is not None and first > debt.drawn_on:
            return first
    if known is None:
        return add_months(debt.drawn_on, 1)
    near = [add_months(debt.drawn_on.replace(day=1), count, known.day) for count in (0, 1, 2)]
    wanted = add_months(debt.drawn_on, 1) or debt.drawn_on
    later = [each for each in near if each is not None and each > debt.drawn_on]
    return min(later, key=lambda each: abs(days(wanted, each)), default=None)


def _interest(debt: Debt, rest: int, year_days: int, since: date, until: date) -> int:
    """Interest on what is not due yet, by the day, in fen."""
    if debt.rate is None or debt.rate_per is None:
        return 0
    by_day = daily(debt.rate, debt.rate_per, year_days) or Fraction(0)
    grown = rest * by_day * max(0, days(since, until))
    return half_up(grown.numerator, grown.denominator)


def planned_dues(debt: Debt, until: date) -> tuple[tuple[date, int], ...]:
    """The instalments of the contract up to a day, with the monthly fee: day and fen. Empty where it is not known."""
    made = contract_schedule(debt, int(debt.year_days) if debt.year_days else 360)
    if made is None or made.dues is None:
        return ()
    fee = to_fen(debt.fee_monthly or Decimal(0))
    return tuple((day, fen + fee) for day, fen in zip(made.dues, made.payment_fen, strict=True) if day <= until)
