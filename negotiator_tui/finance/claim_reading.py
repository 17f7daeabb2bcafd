"""What is owed in one reading of a contract: which amount bears penalty, how many times, in which year (MONEY §4)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import PenaltyBase, YesNo
from negotiator_tui.finance.calendar import days
from negotiator_tui.finance.claim_overdue import Overdue, interest_from, stated_on
from negotiator_tui.finance.fen import half_up, to_fen, yuan
from negotiator_tui.finance.rates import daily


class Base(StrEnum):
    """What penalty is charged on."""

    PRINCIPAL = "overdue-principal"
    INSTALMENT = "overdue-instalment"
    WHOLE = "whole-loan"


@dataclass(frozen=True, slots=True)
class Reading:
    """What is owed in one reading. Amounts are yuan with two places.

    `normal_interest` is interest not yet due. `penalty_due` is the penalty the lender stated, `penalty` what has run
    since; `compound` is interest on unpaid interest, a line of its own. `base` is the amount that bears penalty now.
    `penalty_per_day` and `interest_per_day` are what one more day adds.
    """

    base_is: Base
    multiplier: Decimal
    year_days: int
    outstanding: Decimal
    overdue_interest: Decimal
    penalty_due: Decimal
    normal_interest: Decimal
    penalty: Decimal
    compound: Decimal
    base: Decimal
    penalty_per_day: Decimal
    interest_per_day: Decimal

    @property
    def parts(self) -> tuple[Decimal, ...]:
        """What the total is the sum of, in the order of the formula; compound interest last."""
        stated = (self.outstanding, self.overdue_interest, self.penalty_due)
        return (*stated, self.normal_interest, self.penalty, self.compound)

    @property
    def total(self) -> Decimal:
        """The sum of the parts."""
        return yuan(sum(map(to_fen, self.parts)))

    @property
    def penalty_so_far(self) -> Decimal:
        """All penalty: what the lender stated and what has run since."""
        return yuan(to_fen(self.penalty_due) + to_fen(self.penalty))


class Ledger:
    """The parts of one loan's claim on a day, to be read in several ways. Plain interest runs to `plain_until`."""

    def __init__(self, debt: Debt, overdue: Overdue, today: date, plain_until: date) -> None:
        self.debt, self.overdue, self.today, self.plain_until = debt, overdue, today, plain_until
        self.outstanding = to_fen(debt.outstanding or Decimal(0))
        self.stated = stated_on(debt, today)
        self.interest_from = interest_from(debt, overdue, today) or self.stated
        called = debt.accelerated_on
        self.called = called if called is not None and called <= today else None

    def read(self, base: Base, multiplier: Decimal, year_days: int) -> Reading:
        """The claim with penalty on `base`. Where the loan was called in, the whole loan bears it from that day."""
        debt, whole_from = self.debt, self._whole_from(base)
        rate = None if debt.rate is None or debt.rate_per is None else daily(debt.rate, debt.rate_per, year_days)
        by_day = rate or Fraction(0)
        penal = by_day * Fraction(*multiplier.as_integer_ratio())
        bearing = self._with_interest(base, *self._bearing(whole_from))
        rest = max(0, self.outstanding - self.overdue.principal)
        compounds = debt.compound is YesNo.YES and bearing == self._bearing(whole_from)[0]
        return Reading(
            base_is=base if whole_from is None else Base.WHOLE,
            multiplier=multiplier,
            year_days=year_days,
            outstanding=yuan(self.outstanding),
            overdue_interest=yuan(self.overdue.interest),
            penalty_due=yuan(to_fen(debt.penalty_due or Decimal(0))),
            normal_interest=yuan(_fen(rest * by_day, days(self.interest_from, self._normal_until(whole_from)))),
            penalty=yuan(self._penalty(base, penal, whole_from, bearing)),
            compound=yuan(self._compound(penal) if compounds else 0),
            base=yuan(bearing),
            penalty_per_day=yuan(_fen(bearing * penal, 1)),
            interest_per_day=yuan(_fen(rest * by_day, 1) if whole_from is None else 0),
        )

    def _whole_from(self, base: Base) -> date | None:
        """The day from which the whole loan bears penalty; the lender's own penalty covers the days before `stated`."""
        if self.called is not None:
            return self.called if self.debt.penalty_due is None else max(self.called, self.stated)
        if base is not Base.WHOLE:
            return None
        first = self.overdue.first
        return self.stated if self.debt.penalty_due is not None or first is None else min(first, self.today)

    def _normal_until(self, whole_from: date | None) -> date:
        """Until when the part that is not overdue bears plain interest: none where the loan was called in before."""
        if self.called is not None and self.called <= self.stated:
            return self.interest_from
        return min(self.plain_until, self.today if whole_from is None else whole_from)

    def _bearing(self, whole_from: date | None) -> tuple[int, int]:
        return self.overdue.principal if whole_from is None else self.outstanding, self.overdue.interest

    def _with_interest(self, base: Base, principal: int, interest: int) -> int:
        included = base is Base.INSTALMENT or (
            base is Base.WHOLE and self.debt.penalty_base is PenaltyBase.PRINCIPAL_AND_INTEREST
        )
        return principal + interest if included else principal

    def _penalty(self, base: Base, penal: Fraction, whole_from: date | None, bearing: int) -> int:
        """Each overdue part from its own day, the whole loan from `whole_from`; every one a term rounded once."""
        until = whole_from or self.today
        parts = sum(
            _fen(self._with_interest(base, each.principal, each.interest) * penal, days(each.since, until))
            for each in self.overdue.arrears
        )
        return parts if whole_from is None else parts + _fen(bearing * penal, days(whole_from, self.today))

    def _compound(self, penal: Fraction) -> int:
        return sum(_fen(each.interest * penal, days(each.since, self.today)) for each in self.overdue.arrears)


def _fen(per_day: Fraction, count: int) -> int:
    """So many days of a daily amount, in fen, rounded once; nothing for days that have not come."""
    total = per_day * max(0, count)
    return half_up(total.numerator, total.denominator)
