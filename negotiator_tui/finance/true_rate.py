"""What a loan, a plan or an offer really costs a year (MONEY §5).

Floats are used inside the search for the rate only; no amount of money is made from them. The flows are whole fen,
exact as floats, and the rate is found to 1e-12 a month, a thousandth of the sixth decimal that is ever printed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from math import pow  # noqa: A004 - floats to floats, unlike the built-in one

from negotiator_tui.finance.calendar import days
from negotiator_tui.finance.fen import CONTEXT, percent, to_fen
from negotiator_tui.finance.rates import LINE_24
from negotiator_tui.finance.schedule import Schedule

LOWEST, HIGHEST = -0.99, 10.0
"""Monthly rates between which a rate is looked for."""
PRECISION = 1e-12
_YEAR = 365


@dataclass(frozen=True, slots=True)
class TrueRate:
    """Nominal and effective annual rate in percent, six decimals. `dated` says that real days were counted."""

    nominal: Decimal
    effective: Decimal
    dated: bool

    @property
    def over_24(self) -> bool:
        """Whether the nominal rate is strictly above 24 % a year."""
        return self.nominal > LINE_24


def periodic_rate(flows: Sequence[float]) -> float | None:
    """The rate per period at which equally spaced flows are worth 0 today (the internal rate of return).

    By bisection between -0.99 and 10; None without a change of sign between them.
    """

    def value(rate: float) -> float:
        # Horner in 1/(1+i) or in (1+i), whichever is below one, so that nothing overflows; the sign is the same.
        total, factor = 0.0, 1.0 + rate
        if rate >= 0:
            for flow in reversed(flows):
                total = total / factor + flow
        else:
            for flow in flows:
                total = total * factor + flow
        return total

    return _root(value)


def dated_rate(flows: Sequence[float], at: Sequence[int]) -> float | None:
    """The monthly rate i of flows on given days (counted from any day, ascending), on actual/365.

    (1 + i)^12 - 1 is the effective annual rate (XIRR). None without a change of sign.
    """
    years = [12 * day / _YEAR for day in at]
    last = years[-1]

    def value(rate: float) -> float:
        factor = 1.0 + rate
        if rate >= 0:
            return sum(flow * pow(factor, -when) for flow, when in zip(flows, years, strict=True))
        return sum(flow * pow(factor, last - when) for flow, when in zip(flows, years, strict=True))

    return _root(value)


def _root(value: Callable[[float], float]) -> float | None:
    low, high = LOWEST, HIGHEST
    rising = value(low) < 0
    if rising == (value(high) < 0):
        return None
    while high - low > PRECISION:
        middle = (low + high) / 2
        if (value(middle) < 0) == rising:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def effective_rate(nominal: Decimal, periods: int = 12) -> Decimal:
    """The effective annual rate of a nominal one compounded `periods` times a year; both are fractions of one."""
    with localcontext(CONTEXT):
        return (1 + nominal / periods) ** periods - 1


def nominal_rate(effective: Decimal, periods: int = 12) -> Decimal:
    """The nominal annual rate, compounded `periods` times, of an effective one; both are fractions of one."""
    with localcontext(CONTEXT):
        root: Decimal = (1 + effective) ** (Decimal(1) / periods)
        return periods * (root - 1)


def from_monthly(rate: float | None, *, dated: bool = False) -> TrueRate | None:
    """The annual rates of a monthly one: nominal 12 i, effective (1 + i)^12 - 1."""
    if rate is None:
        return None
    with localcontext(CONTEXT):
        nominal = Decimal(rate) * 12
    return TrueRate(percent(nominal), percent(effective_rate(nominal)), dated)


def flows_of(schedule: Schedule, payments: Sequence[int] | None = None) -> list[int]:
    """What the borrower gets (new balance less the fee at the start) and pays (instalments and monthly fees), in fen.

    The fee runs until the last month in which something is paid. Entry 0 is the start, entry k month k. `payments`
    stand in for those of the schedule where a lender states others.
    """
    terms = schedule.terms
    received = to_fen(terms.principal) + to_fen(terms.parked) - to_fen(terms.fee_upfront)
    paid, fee = schedule.payment_fen if payments is None else payments, to_fen(terms.fee_monthly)
    last = max((month for month, payment in enumerate(paid, 1) if payment), default=0)
    return [received, *(-(payment + fee) for payment in paid[:last])]


def equal_months_rate(schedule: Schedule, payments: Sequence[int] | None = None) -> TrueRate | None:
    """The true rate with all months taken as equal."""
    return from_monthly(periodic_rate(flows_of(schedule, payments)))


def real_days_rate(schedule: Schedule, payments: Sequence[int] | None = None) -> TrueRate | None:
    """The true rate by the real dates, or None for a schedule without dates."""
    dates, dues = schedule.terms.dates, schedule.dues
    if dates is None or dues is None:
        return None
    flows = flows_of(schedule, payments)
    at = [0, *(days(dates[0], due) for due in dues[: len(flows) - 1])]
    return from_monthly(dated_rate(flows, at), dated=True)


def true_rate(schedule: Schedule, payments: Sequence[int] | None = None) -> TrueRate | None:
    """The true rate to read: by real dates where the first period is not one month, else by equal months.

    `payments`, in fen, stand in for those of the schedule where a lender states others.
    None where no rate between -99 % and 1000 % a month makes the flows worth nothing.
    """
    measured = equal_months_rate if schedule.convention.first_days is None else real_days_rate
    return measured(schedule, payments)
