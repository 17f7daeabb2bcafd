"""Whether a plan can be paid, and what the lender gives up by it (MONEY §8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from negotiator_tui.finance.fen import half_up
from negotiator_tui.finance.schedule_level import present_value


@dataclass(frozen=True, slots=True)
class Fit:
    """How the payments of a plan compare with the money of each month. Months count from 0, amounts are fen.

    `breaks_in` is the first month that does not suffice and `short_by` what is missing then; `worst_in` and `worst_by`
    are the month that misses most. `untested` payments fall after the last month of which the money is known.
    `savings` are the months that live on what was put by before, with the sum that has to be there; empty where no
    savings are needed, or none suffice.
    """

    breaks_in: int | None
    short_by: int
    worst_in: int | None
    worst_by: int
    untested: int
    savings: tuple[tuple[int, int], ...] = ()

    @property
    def ok(self) -> bool:
        """Whether every payment is known to be covered by the money of its own month."""
        return self.breaks_in is None and self.untested == 0

    @property
    def kept(self) -> bool:
        """Whether every payment can be kept: as it is, or with what was put by before."""
        return self.ok or bool(self.savings)


def fits(payments: Sequence[int], pool: Sequence[int]) -> Fit:
    """Compare payments with the money of the same months, both in fen: pay <= pool in every month in which it pays.

    With the pool of a bad month the same question is whether the plan holds.
    """
    short = [
        (month, payment - money)
        for month, (payment, money) in enumerate(zip(payments, pool, strict=False))
        if payment and payment > money
    ]
    untested = sum(1 for payment in payments[len(pool) :] if payment)
    if not short:
        return Fit(None, 0, None, 0, untested)
    worst = max(short, key=lambda each: (each[1], -each[0]))
    return Fit(*short[0], *worst, untested)


def concession(claim: int, paid_now: int, payments: Sequence[int], annual: Fraction, parked: int) -> int:
    """What the lender gives up, in whole yuan; below zero what the borrower does. Arguments are fen but `annual`.

    claim(start) - paid now - the worth of the payments at the contract rate (month k discounted k times by
    1 + annual / 12) - parked sums at face value. `payments` are without the parked sums. Rounded half-up; less than one
    yuan either way is 0, so that fen of rounding do not choose between plans.
    """
    month = annual / 12
    worth, scale = present_value(payments, [month.numerator] * len(payments), month.denominator)
    given = (claim - paid_now - parked) * scale - worth
    return 0 if abs(given) < 100 * scale else half_up(given, 100 * scale)
