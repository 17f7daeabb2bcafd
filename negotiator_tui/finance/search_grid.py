"""What the search chooses from, and one choice worked out exactly: payments, concession, place in the order (MONEY §8).

All amounts are fen, months count from 0 unless they are numbers of months.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from negotiator_tui.case.kinds import GraceKind, Method
from negotiator_tui.finance.fen import CONTEXT, yuan
from negotiator_tui.finance.fits import concession, fits
from negotiator_tui.finance.rates import fraction
from negotiator_tui.finance.schedule_methods import repay
from negotiator_tui.finance.schedule_periods import Span
from negotiator_tui.finance.schedule_terms import Terms

METHODS = (
    Method.EQUAL_INSTALMENT,
    Method.EQUAL_PRINCIPAL,
    Method.INTEREST_ONLY,
    Method.STEPPED_10,
    Method.STEPPED_20,
    Method.LOW_THEN_HIGH,
)
"""The methods that are tried, in the order they are preferred."""
KINDS = (GraceKind.PAID, GraceKind.ADDED)
LIMIT = 60
"""The longest plan asked for, in months."""
MOST_GRACE = 12
RATE_STEP = Decimal("0.5")
_TEN_YUAN = 1000
NONE, PENALTY, PENALTY_AND_INTEREST = range(3)
"""What is waived."""

Order = tuple[int, ...]


class Key(NamedTuple):
    """One choice of the grid. `paid` and `rate` are numbers in the grid's lists; rates count from 0 % up."""

    method: Method
    months: int
    grace: int
    kind: GraceKind
    rate: int
    waiver: int
    paid: int


@dataclass(frozen=True, slots=True)
class Low:
    """The low part of low-then-high: `fen` a month in all months from the start up to `until` (not included)."""

    fen: int
    until: int


@dataclass(frozen=True)
class Grid:
    """What is owed at the start, the contract, and the choices.

    `interest` and `penalty` are what is owed beside the principal. `rates` are percent a year, ascending, the
    contract's last. `paid` are the amounts that can be paid now, ascending, 0 first.
    """

    principal: int
    interest: int
    penalty: int
    rates: tuple[Decimal, ...]
    contract_months: int
    contract_method: Method
    paid: tuple[int, ...] = (0,)
    low: Low | None = None
    months: tuple[int, ...] = tuple(range(1, LIMIT + 1))
    graces: tuple[int, ...] = tuple(range(MOST_GRACE + 1))
    kinds: tuple[GraceKind, ...] = KINDS
    methods: tuple[Method, ...] = METHODS
    waivers: tuple[int, ...] = (NONE, PENALTY, PENALTY_AND_INTEREST)

    @property
    def claim(self) -> int:
        """All that is owed at the start."""
        return self.principal + self.interest + self.penalty

    @cached_property
    def ratios(self) -> tuple[tuple[int, int], ...]:
        """The rate of a month as numerator and denominator, for every rate."""
        return tuple((fraction(rate) / 12).as_integer_ratio() for rate in self.rates)

    @cached_property
    def real_waivers(self) -> tuple[int, ...]:
        """The waivers that waive something more than the one before."""
        useful = {NONE: True, PENALTY: self.penalty > 0, PENALTY_AND_INTEREST: self.interest > 0}
        return tuple(each for each in self.waivers if useful[each])

    def waived(self, waiver: int) -> tuple[int, int]:
        """Penalty and interest given up by the lender."""
        return self.penalty if waiver >= PENALTY else 0, self.interest if waiver >= PENALTY_AND_INTEREST else 0

    def balance(self, waiver: int, paid: int) -> tuple[int, int]:
        """New balance and parked sum: what is paid now goes to penalty and interest first, then to the principal."""
        older = self.penalty + self.interest - sum(self.waived(waiver))
        for_older = min(self.paid[paid], older)
        return self.principal - min(self.paid[paid] - for_older, self.principal), older - for_older

    def low_months(self, grace: int) -> int:
        """Months with the low instalment that are left after a grace; 0 without a low part."""
        return 0 if self.low is None else max(0, self.low.until - grace)

    def candidate(self, key: Key) -> "Candidate | None":
        """One choice worked out; None where it is no plan: nothing is left to pay, an instalment does not cover its
        interest, or its high part is not above its low one."""
        balance, parked = self.balance(key.waiver, key.paid)
        if not balance and not parked:
            return None
        low_months = 0
        if key.method is Method.INTEREST_ONLY and key.grace:
            return None
        if key.method is Method.LOW_THEN_HIGH:
            low_months = self.low_months(key.grace)
            if not 0 < low_months < key.months - key.grace:
                return None
        num, den = self.ratios[key.rate]
        terms = Terms(
            principal=yuan(balance),
            rate=self.rates[key.rate],
            months=key.months,
            method=key.method,
            grace_months=key.grace,
            grace_kind=key.kind,
            low=None if self.low is None else yuan(self.low.fen),
            low_months=low_months,
            parked=yuan(parked),
        )
        book = repay(terms, [Span(0, [num] * key.months, den, None, None)])
        if min(book.principals[key.grace :]) < 0:
            return None
        if self.low is not None and key.method is Method.LOW_THEN_HIGH and book.level <= self.low.fen:
            return None
        paid_now = self.paid[key.paid]
        without = [pay - part for pay, part in zip(book.payments, book.parked, strict=True)] if parked else None
        given = concession(self.claim, paid_now, without or book.payments, fraction(self.rates[-1]), parked)
        return Candidate(self, key, tuple(book.payments), paid_now + sum(book.payments), given)


@dataclass(frozen=True)
class Candidate:
    """One choice worked out. `total` is all that is paid, what is paid now included; `concession` is whole yuan."""

    grid: Grid
    key: Key
    payments: tuple[int, ...]
    total: int
    concession: int

    @property
    def paid_now(self) -> int:
        """Paid at once, in fen."""
        return self.grid.paid[self.key.paid]

    @property
    def rate(self) -> Decimal:
        """Percent a year."""
        return self.grid.rates[self.key.rate]

    @property
    def months_added(self) -> int:
        """Months beyond those the contract still has."""
        return max(0, self.key.months - self.grid.contract_months)

    @property
    def as_contracted(self) -> bool:
        """Whether nothing is asked but time: the contract's rate, nothing waived."""
        return self.key.waiver == NONE and self.key.rate == len(self.grid.rates) - 1

    @property
    def waived(self) -> tuple[int, int]:
        """Penalty and interest given up by the lender, in fen."""
        return self.grid.waived(self.key.waiver)

    @property
    def low(self) -> tuple[int, int] | None:
        """The low instalment in fen and its months, for low-then-high."""
        if self.key.method is not Method.LOW_THEN_HIGH or self.grid.low is None:
            return None
        return self.grid.low.fen, self.grid.low_months(self.key.grace)

    @property
    def last(self) -> int:
        """Months until the last payment that is not 0.00."""
        return max((month for month, fen in enumerate(self.payments, 1) if fen), default=0)

    def fits(self, pool: Sequence[int]) -> bool:
        """Whether every payment is covered by the money of its month."""
        return fits(self.payments, pool).ok

    @cached_property
    def asks(self) -> int:
        """What the lender is asked for, to compare by: twice the concession, and 1 where anything but time is asked.

        Whole yuan alone would let a small debt ask for what is worth nothing: at 12 % a year 100.00 in 12 months is 8.88
        a month and 106.63 in all; at 10.5 % it is 8.81, a concession of 0.77, "0", and 105.80 in all, so that less in
        all would decide for a rate cut that wins 83 fen. So of two concessions of as many yuan the one comes first that
        asks for no lower rate and no waiver.
        """
        return 2 * self.concession + (not self.as_contracted)

    @cached_property
    def order(self) -> Order:
        """The order of MONEY §8, the smallest first; but what is cut counts before the total, higher rates first."""
        key, grid = self.key, self.grid
        return (
            self.asks,
            self.paid_now,
            key.grace,
            self.months_added,
            int(key.method is not grid.contract_method),
            key.waiver,
            -key.rate,
            self.total,
            METHODS.index(key.method),
            KINDS.index(key.kind),
        )


def rates_below(contract: Decimal) -> tuple[Decimal, ...]:
    """The rates that are asked for, ascending: 0, the multiples of half a point below the contract's, and that one."""
    count = int(fraction(contract) // fraction(RATE_STEP))
    below = [CONTEXT.multiply(RATE_STEP, number) for number in range(count + 1)]
    return tuple(below if below[-1] == contract else [*below, contract])


def low_part(safe: Sequence[int]) -> Low | None:
    """Where the money of bad months steps up for good: from a month on, every month has at least a tenth more than the
    least of those before it; that least, down to ten yuan, is the low instalment. Of several such months the one that
    lets the most be paid in all. None without one.
    """
    rest = list(safe)
    for month in range(len(rest) - 2, -1, -1):
        rest[month] = min(rest[month], rest[month + 1])
    best, found = 0, None
    least = safe[0] if safe else 0
    for month in range(1, len(safe)):
        least = min(least, safe[month - 1])
        low = least // _TEN_YUAN * _TEN_YUAN
        carried = low * month + rest[month] * (len(safe) - month)
        if low > 0 and rest[month] * 10 >= least * 11 and carried > best:
            best, found = carried, Low(low, month)
    return found
