"""A loan's account kept by the contract: what fell due, what was paid, what each payment went to, what ran up by the day.

Penalty runs on each overdue part from its own due date, instead of the contract rate (MONEY §4). Money that arrives goes
to fees, then penalty and interest, then principal, each from the oldest (Civil Code 561). Money that arrives early waits
for the next due date. Amounts are whole fen.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from negotiator_tui.finance.calendar import days
from negotiator_tui.finance.fen import half_up


@dataclass(frozen=True, slots=True)
class Due:
    """What falls due on a day, in fen."""

    day: date
    principal: int
    interest: int
    fee: int = 0


@dataclass(frozen=True, slots=True)
class Paying:
    """Money that arrived on a day, in fen."""

    day: date
    amount: int


@dataclass(frozen=True, slots=True)
class Rules:
    """How penalty runs: its rate a day as a fraction of one, and whether unpaid interest bears it too.

    With `compound` unpaid interest bears interest of its own at that rate (复利), told apart from penalty; where it is in
    the penalty's base already it is not counted twice.
    """

    penal: Fraction
    on_interest: bool
    compound: bool = False


@dataclass(frozen=True, slots=True)
class Accrual:
    """Penalty on one overdue part over days in which its base stood still: base × rate × days, rounded once. In fen."""

    due: date
    since: date
    until: date
    base: int
    amount: int

    @property
    def count(self) -> int:
        """The days, the first counted and the last not."""
        return days(self.since, self.until)


@dataclass(frozen=True, slots=True)
class Use:
    """What a payment went to, in fen; `penalty` with interest on interest; `left` was not owed yet and waited."""

    day: date
    amount: int
    fee: int
    penalty: int
    interest: int
    principal: int
    left: int


@dataclass(frozen=True, slots=True)
class Account:
    """How an account stands on a day, in fen: what is past due of each part, and what led there.

    `paid_principal` is all principal that was paid; `waiting` is money that was not owed yet.
    """

    principal: int
    interest: int
    fee: int
    penalty: int
    paid_principal: int
    waiting: int
    accruals: tuple[Accrual, ...]
    uses: tuple[Use, ...]
    compound: int = 0
    """Interest on unpaid interest."""


@dataclass(slots=True)
class _Open:
    due: date
    principal: int
    interest: int
    fee: int
    since: date

    def base(self, rules: Rules) -> int:
        return self.principal + (self.interest if rules.on_interest else 0)


@dataclass(slots=True)
class _Keeper:
    rules: Rules
    open: list[_Open] = field(default_factory=list)
    penalty: int = 0
    compound: int = 0
    waiting: int = 0
    paid_principal: int = 0
    accruals: list[Accrual] = field(default_factory=list)
    uses: list[Use] = field(default_factory=list)

    def run_to(self, day: date) -> None:
        """Let penalty run up on every open part until `day`."""
        for part in self.open:
            base = part.base(self.rules)
            count = days(part.since, day)
            if base and count > 0:
                grown = base * count * self.rules.penal
                amount = half_up(grown.numerator, grown.denominator)
                self.accruals.append(Accrual(part.due, part.since, day, base, amount))
                self.penalty += amount
            if self.rules.compound and not self.rules.on_interest and count > 0:
                grown = part.interest * count * self.rules.penal
                self.compound += half_up(grown.numerator, grown.denominator)
            part.since = max(part.since, day)

    def take(self, day: date, money: int, *, noted: bool) -> None:
        """Use money that is there on `day` for what is owed; the rest waits."""
        fee = self._spend(money, "fee")
        penalty = min(money - fee, self.penalty)
        self.penalty -= penalty
        compound = min(money - fee - penalty, self.compound)
        self.compound -= compound
        penalty += compound
        interest = self._spend(money - fee - penalty, "interest")
        principal = self._spend(money - fee - penalty - interest, "principal")
        left = money - fee - penalty - interest - principal
        self.paid_principal += principal
        self.waiting += left
        if noted or left < money:
            self.uses.append(Use(day, money, fee, penalty, interest, principal, left))

    def _spend(self, money: int, name: str) -> int:
        spent = 0
        for part in self.open:
            used = min(money - spent, getattr(part, name))
            setattr(part, name, getattr(part, name) - used)
            spent += used
        return spent


def kept(dues: Iterable[Due], payments: Iterable[Paying], rules: Rules, until: date) -> Account:
    """The account on `until`: every due and payment up to that day, a due before a payment of the same day."""
    keeper = _Keeper(rules)
    events: list[tuple[date, int, Due | Paying]] = [(each.day, 0, each) for each in dues if each.day <= until]
    events += [(each.day, 1, each) for each in payments if each.day <= until]
    for day, _, event in sorted(events, key=lambda each: each[:2]):
        if isinstance(event, Paying) or keeper.waiting:  # nothing else changes what bears penalty
            keeper.run_to(day)
        if isinstance(event, Due):
            keeper.open.append(_Open(day, event.principal, event.interest, event.fee, day))
            waiting, keeper.waiting = keeper.waiting, 0
            if waiting:
                keeper.take(day, waiting, noted=False)
        else:
            keeper.take(day, event.amount, noted=True)
    keeper.run_to(until)
    return Account(
        principal=sum(each.principal for each in keeper.open),
        interest=sum(each.interest for each in keeper.open),
        fee=sum(each.fee for each in keeper.open),
        penalty=keeper.penalty,
        paid_principal=keeper.paid_principal,
        waiting=keeper.waiting,
        accruals=tuple(keeper.accruals),
        uses=tuple(keeper.uses),
        compound=keeper.compound,
    )
