"""The terms a schedule is made from, and what can be wrong with them."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from negotiator_tui.case.kinds import Accrual, GraceKind, Method, Per
from negotiator_tui.finance.calendar import add_months, default_first_due, default_start, is_one_month
from negotiator_tui.finance.schedule_faults import fault
from negotiator_tui.text.fault import Fault

MAX_MONTHS = 600
_LARGEST = Decimal(10**12)
_TAKES_INSTALMENT = {Method.EQUAL_INSTALMENT, Method.LOW_THEN_HIGH}
_TAKES_CHANGED_INSTALMENT = _TAKES_INSTALMENT | {Method.STEPPED_10, Method.STEPPED_20}


@dataclass(frozen=True, slots=True)
class Change:
    """From instalment `month` (2 or later) another rate (percent in the terms' unit), another instalment, or both."""

    month: int
    rate: Decimal | None = None
    instalment: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms of a loan, a plan or an offer. Amounts are yuan, rates percent.

    `months` is the whole length, `grace_months` included. `rate` is in the unit `per`; `year_days` is 360, 365 or None
    (not known). `parked` are older sums (un-waived interest and penalty) spread over the instalments without interest.
    `instalment` is a given level payment (equal-instalment) or the given later payment (low-then-high); without it the
    level payment is solved. `low` and `low_months` belong to low-then-high. The fees enter only the true rate.
    Without `first_due` and `start` the schedule has no dates.
    """

    principal: Decimal
    rate: Decimal
    months: int
    method: Method = Method.EQUAL_INSTALMENT
    per: Per = Per.YEAR
    year_days: int | None = None
    accrual: Accrual = Accrual.MONTHLY
    grace_months: int = 0
    grace_kind: GraceKind = GraceKind.PAID
    start: date | None = None
    first_due: date | None = None
    low: Decimal | None = None
    low_months: int | None = None
    instalment: Decimal | None = None
    parked: Decimal = Decimal(0)
    fee_upfront: Decimal = Decimal(0)
    fee_monthly: Decimal = Decimal(0)
    changes: tuple[Change, ...] = ()

    @property
    def repayment_months(self) -> int:
        """Months in which principal is repaid: all but the grace."""
        return self.months - self.grace_months

    @property
    def dates(self) -> tuple[date, date] | None:
        """Start and first due date, the missing one being a month from the other; None if neither is known."""
        if self.first_due is not None:
            return self.start or default_start(self.first_due), self.first_due
        if self.start is not None:
            return self.start, add_months(self.start, 1) or self.start
        return None

    @property
    def odd_first(self) -> bool:
        """Whether the first period is not exactly one month, so that it accrues by actual days."""
        return self.dates is not None and not is_one_month(*self.dates)


def dated(terms: Terms, today: date) -> Terms:
    """The same terms with dates: by default the first due date is one month after today."""
    first_due = terms.first_due or (None if terms.start else default_first_due(today))
    return replace(terms, first_due=first_due) if first_due else terms


def readings(terms: Terms) -> tuple[Terms, ...]:
    """The ways to read the terms: two, with 360 and 365 days, where the year is not known and decides; else one."""
    if terms.year_days is not None or not _year_decides(terms):
        return (terms,)
    return replace(terms, year_days=360), replace(terms, year_days=365)


def _year_decides(terms: Terms) -> bool:
    by_day = terms.accrual is Accrual.DAILY
    if terms.rate == 0 and all(not change.rate for change in terms.changes):
        return False
    if terms.per is Per.DAY:
        return not by_day
    return by_day or terms.odd_first


def problem(terms: Terms) -> Fault | None:
    """The first thing that makes these terms no schedule, or None."""
    return _amount_problem(terms) or _shape_problem(terms) or _change_problem(terms) or _date_problem(terms)


def _amount_problem(terms: Terms) -> Fault | None:
    amounts = (terms.principal, terms.parked, terms.fee_upfront, terms.fee_monthly)
    if not all(_within(amount, _LARGEST) for amount in amounts) or terms.principal == terms.parked == 0:
        return fault("schedule.amount")
    if not _is_rate(terms.rate):
        return fault("schedule.rate")
    if not 1 <= terms.months <= MAX_MONTHS:
        return fault("schedule.months", limit=MAX_MONTHS)
    return None


def _shape_problem(terms: Terms) -> Fault | None:
    if not 0 <= terms.grace_months < terms.months:
        return fault("schedule.grace", grace=terms.grace_months, months=terms.months)
    if terms.grace_months and terms.method is Method.INTEREST_ONLY:
        return fault("schedule.grace-interest-only")
    if terms.method is Method.LOW_THEN_HIGH:
        if terms.low is None or terms.low_months is None or not _within(terms.low, _LARGEST):
            return fault("schedule.low")
        if not 1 <= terms.low_months < terms.repayment_months:
            return fault("schedule.low-months", limit=max(1, terms.repayment_months - 1))
    if terms.instalment is not None:
        if terms.method not in _TAKES_INSTALMENT:
            return fault("schedule.instalment-method")
        if not _is_instalment(terms.instalment):
            return fault("schedule.instalment")
    return None


def _change_problem(terms: Terms) -> Fault | None:
    last = 1
    for change in terms.changes:
        if not last < change.month <= terms.months or change.rate is change.instalment is None:
            return fault("schedule.change", limit=terms.months)
        if change.rate is not None and not _is_rate(change.rate):
            return fault("schedule.rate")
        if change.instalment is not None:
            if terms.method not in _TAKES_CHANGED_INSTALMENT:
                return fault("schedule.instalment-method")
            if not _is_instalment(change.instalment):
                return fault("schedule.instalment")
        last = change.month
    return None


def _date_problem(terms: Terms) -> Fault | None:
    if terms.dates is not None:
        start, first_due = terms.dates
        if start > first_due:
            return fault("schedule.start", start=start, first_due=first_due)
        if add_months(first_due, terms.months - 1) is None:
            return fault("schedule.calendar")
    elif terms.accrual is Accrual.DAILY:
        return fault("schedule.no-dates")
    if terms.year_days is None and _year_decides(terms):
        return fault("schedule.year-days")
    return None


def _within(amount: Decimal, largest: Decimal) -> bool:
    return amount.is_finite() and 0 <= amount <= largest


def _is_instalment(amount: Decimal) -> bool:
    return amount > 0 and _within(amount, _LARGEST)


def _is_rate(rate: Decimal) -> bool:
    exponent = rate.as_tuple().exponent
    return _within(rate, Decimal(1000)) and isinstance(exponent, int) and exponent >= -40
