"""Before a loan is due: how many days are left to ask for more time, and what a day of waiting after it costs."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Method, PenaltyBase
from negotiator_tui.finance.calendar import add_months
from negotiator_tui.finance.claim import MULTIPLIERS
from negotiator_tui.finance.claim_overdue import Overdue
from negotiator_tui.finance.fen import half_up, to_fen, yuan
from negotiator_tui.finance.offer_terms import contract_terms
from negotiator_tui.finance.rates import daily_range
from negotiator_tui.finance.schedule import Schedule, schedule
from negotiator_tui.finance.schedule_terms import readings
from negotiator_tui.text.fault import Fault

SHORT_MONTHS = 12
"""The longest loan whose extensions together may not be longer than the loan itself was (PL-2)."""


_LARGE_LAST = {Method.INTEREST_ONLY, Method.BULLET}
"""Methods whose last payment is the one that is hard."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """A loan that is not overdue. Days are counted from today; None where the answer is not there.

    `next_due` and `end` are the next and the last payment day. `next_amount` is what is due next, `end_amount` what is
    due on the last day where that is the large one. `a_day` is what each day after the next due day would cost as penalty, lowest and highest as
    the contract can be read. `longest` is how many months an extension can have at most, where that is known.
    """

    next_due: date | None
    next_left: int | None
    next_amount: Decimal | None
    end: date | None
    end_left: int | None
    end_amount: Decimal | None
    a_day: tuple[Decimal, Decimal] | None
    longest: int | None


def ahead_of(debt: Debt, today: date) -> Ahead:
    """What lies ahead of a loan that is not overdue."""
    made = _schedule(debt)
    end = None
    if debt.next_due is not None and debt.months_left:
        end = add_months(debt.next_due, debt.months_left - 1, debt.next_due.day)
    amount = debt.next_amount if debt.next_amount is not None else debt.instalment
    if amount is None and made is not None:
        amount = yuan(made.payment_fen[0])
    term = debt.term_months
    return Ahead(
        next_due=debt.next_due,
        next_left=_left(debt.next_due, today),
        next_amount=amount,
        end=end,
        end_left=_left(end, today),
        end_amount=None if made is None or debt.method not in _LARGE_LAST else yuan(made.payment_fen[-1]),
        a_day=_a_day(debt, amount, made),
        longest=term if term is not None and 0 < term <= SHORT_MONTHS else None,
    )


def _left(day: date | None, today: date) -> int | None:
    return None if day is None else (day - today).days


def _schedule(debt: Debt) -> Schedule | None:
    """The instalments left by the contract's terms; the dearer reading where the days of the year decide."""
    terms = contract_terms(debt, Overdue())
    if isinstance(terms, Fault):
        return None
    made = [each for reading in readings(terms) if isinstance(each := schedule(reading, strict=False), Schedule)]
    return max(made, key=lambda each: each.total_paid, default=None)


def _a_day(debt: Debt, amount: Decimal | None, made: Schedule | None) -> tuple[Decimal, Decimal] | None:
    """The penalty a day on the next instalment: on its principal at least, on all of it at most, as the contract says."""
    if amount is None or debt.rate is None or debt.rate_per is None:
        return None
    whole = to_fen(amount)
    principal = whole if made is None else max(0, whole - made.interest_fen[0])
    bases = {None: (principal, whole), PenaltyBase.PRINCIPAL: (principal,) * 2}.get(debt.penalty_base, (whole,) * 2)
    times = MULTIPLIERS if debt.penalty_multiplier is None else (debt.penalty_multiplier,) * 2
    rates = daily_range(debt.rate, debt.rate_per, int(debt.year_days) if debt.year_days else None)
    low, high = (
        Fraction(base) * rate * Fraction(*multiplier.as_integer_ratio())
        for base, rate, multiplier in zip(bases, rates, times, strict=True)
    )
    return yuan(half_up(low.numerator, low.denominator)), yuan(half_up(high.numerator, high.denominator))
