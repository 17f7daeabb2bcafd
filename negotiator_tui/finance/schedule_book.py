"""The rows of a schedule while they are written: every way a month can be paid, and what the result says of itself."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from operator import sub

from negotiator_tui.case.kinds import GraceKind, Method
from negotiator_tui.finance.fen import half_up, yuan
from negotiator_tui.finance.schedule_faults import fault
from negotiator_tui.finance.schedule_terms import Terms
from negotiator_tui.text.amounts import format_amount
from negotiator_tui.text.fault import Fault


class Book:
    """Columns of fen, one entry per month, and the balance after the last one written.

    Rates come as numerators over `den`, those of a `Span`. Interest is always that of the rounded balance, half-up.
    """

    def __init__(self, balance: int) -> None:
        self.balance = balance
        self.payments: list[int] = []
        self.principals: list[int] = []
        self.interests: list[int] = []
        self.balances: list[int] = []
        self.parked: list[int] = []
        self.deferred: list[int] = []
        self.level = 0
        self.share = 0
        self.grace_added = 0
        self.grace_parked = 0
        self.simple = Fraction(0)

    def _write(self, payment: int, principal: int, interest: int) -> None:
        self.balance -= principal
        self.payments.append(payment)
        self.principals.append(principal)
        self.interests.append(interest)
        self.balances.append(self.balance)

    def grace(self, kind: GraceKind, nums: Sequence[int], den: int) -> None:
        """Months without repayment: interest is paid, added to the balance, or parked (simple interest)."""
        for num in nums:
            interest = half_up(self.balance * num, den)
            match kind:
                case GraceKind.PAID:
                    self._write(interest, 0, interest)
                case GraceKind.ADDED:
                    self._write(0, -interest, interest)
                    self.grace_added += interest
                case GraceKind.PARKED:
                    self._write(0, 0, 0)
                    self.grace_parked += interest

    def open(self, num: int, real: int, den: int, payment: int) -> None:
        """A first row whose period is not one month: the normal principal and the real interest.

        Where the payment does not cover the interest of a month, no more is added than the real interest.
        """
        interest = half_up(self.balance * real, den)
        principal = min(payment - half_up(self.balance * num, den), self.balance)
        principal = max(principal, -interest)
        self._write(principal + interest, principal, interest)

    def pay(self, nums: Sequence[int], den: int, payments: Sequence[int]) -> None:
        """Given payments, interest first. Parts are clipped to the balance, so a repaid schedule goes on with 0.00."""
        balance = self.balance
        if den % 2:  # an even denominator has a whole half to round with
            nums, den = [2 * num for num in nums], 2 * den
        half = den // 2
        balances = [
            balance := balance - payment + (balance * num + half) // den
            for num, payment in zip(nums, payments, strict=True)
        ]
        good = len(balances)
        if balance < 0:  # it stays below zero once it is there, so only the last one needs a look
            good = next(row for row, each in enumerate(balances) if each < 0)
        self._extend(balances[:good], payments[:good])
        for num, payment in zip(nums[good:], payments[good:], strict=True):
            interest = half_up(self.balance * num, den)
            principal = min(payment - interest, self.balance)
            self._write(principal + interest, principal, interest)

    def _extend(self, balances: list[int], payments: Sequence[int]) -> None:
        principals = list(map(sub, [self.balance, *balances], balances))
        self.payments += payments
        self.principals += principals
        self.interests += map(sub, payments, principals)
        self.balances += balances
        self.balance = balances[-1] if balances else self.balance

    def repay(self, nums: Sequence[int], den: int, principals: Sequence[int]) -> None:
        """Given principal parts, each clipped to the balance, and the interest of the month on top."""
        for num, given in zip(nums, principals, strict=True):
            interest = half_up(self.balance * num, den)
            principal = min(given, self.balance)
            self._write(principal + interest, principal, interest)

    def wait(self, nums: Sequence[int], den: int) -> None:
        """Months in which nothing is paid and simple interest runs on."""
        for num in nums:
            self.simple += Fraction(num, den)
            self._write(0, 0, 0)

    def close_simple(self, num: int, den: int) -> None:
        """The one payment of a bullet loan: the principal and the simple interest of all its months, rounded once."""
        self.simple += Fraction(num, den)
        interest = half_up(self.balance * self.simple.numerator, self.simple.denominator)
        self._write(self.balance + interest, self.balance, interest)

    def spread(self, older: int, first: int) -> None:
        """Put older parked sums and the interest parked in the grace evenly on the rows from `first` on, no interest.

        Each sum by itself: fen(sum / rows), clipped to what is left; the last row takes the rest.
        """
        count = len(self.payments)
        self.parked = [0] * first + _shares(older, count - first)
        self.deferred = [0] * first + _shares(self.grace_parked, count - first)
        if older or self.grace_parked:
            for row, (one, other) in enumerate(zip(self.parked, self.deferred, strict=True)):
                self.payments[row] += one + other
                self.interests[row] += one + other

    def below_interest(self, terms: Terms) -> Fault | None:
        """The first instalment after the grace that does not cover its interest, as a refusal."""
        row = self._first_below(terms)
        if row is None:
            return None
        return fault(
            "schedule.below-interest",
            month=row + 1,
            payment=format_amount(yuan(self.principals[row] + self._own_interest(row))),
            interest=format_amount(yuan(self._own_interest(row))),
        )

    def warnings(self, terms: Terms) -> Iterator[Fault]:
        """What is to be said beside the schedule."""
        if self.grace_added:
            yield fault("schedule.interest-added", amount=format_amount(yuan(self.grace_added)))
        row = self._first_below(terms)
        if row is not None:
            added = -sum(each for each in self.principals[terms.grace_months :] if each < 0)
            yield fault("schedule.unpaid-added", month=row + 1, amount=format_amount(yuan(added)))
        if terms.method is Method.LOW_THEN_HIGH and terms.low is not None and yuan(self.level) <= terms.low:
            yield fault("schedule.low-not-low", low=format_amount(terms.low), high=format_amount(yuan(self.level)))
        last = self.principals[-1] + self._own_interest(-1)
        if self.level and terms.repayment_months > 1 and last - self.level > terms.repayment_months:
            yield fault("schedule.last-larger", last=format_amount(yuan(last)), level=format_amount(yuan(self.level)))
        if not self.payments[-1]:
            month = next((n for n in range(len(self.payments), 0, -1) if self.payments[n - 1]), 0)
            yield fault("schedule.cleared-early", month=month, months=terms.months)

    def _own_interest(self, row: int) -> int:
        return self.interests[row] - self.parked[row] - self.deferred[row]

    def _first_below(self, terms: Terms) -> int | None:
        grace = terms.grace_months
        if min(self.principals[grace:]) >= 0:
            return None
        return next(row for row in range(grace, len(self.principals)) if self.principals[row] < 0)


def _shares(total: int, count: int) -> list[int]:
    if total == 0:
        return [0] * count
    share, left, shares = half_up(total, count), total, []
    for _ in range(count - 1):
        part = min(share, left)
        shares.append(part)
        left -= part
    return [*shares, left]
