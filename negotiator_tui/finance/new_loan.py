"""A new loan set beside the case: what arrives, what it costs a year, what is owed in all, which months still fail.

Never a recommendation: at most it is not worse on any of these.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from negotiator_tui.case.case import Case
from negotiator_tui.case.edit import Path
from negotiator_tui.case.kinds import Shape, YesNo
from negotiator_tui.case.offers import NewLoan
from negotiator_tui.finance.budget import budget_of
from negotiator_tui.finance.calendar import default_first_due
from negotiator_tui.finance.fen import to_fen, yuan
from negotiator_tui.finance.months import HORIZON, month_of, month_text
from negotiator_tui.finance.plan_basis import claims_of
from negotiator_tui.finance.true_rate import TrueRate, from_monthly, periodic_rate
from negotiator_tui.finance.true_rate_contract import contract_rate

NEEDED = ("amount", "instalment", "months")
"""The answers without which nothing can be said of a loan; fees that are not answered count as none."""


@dataclass(frozen=True, slots=True)
class Months:
    """How many of the next sixty months leave too little, in usual months and if all were bad ones."""

    usual: int
    bad: int


@dataclass(frozen=True, slots=True)
class LoanCheck:
    """A new loan checked. Amounts are yuan.

    `net` is what arrives, `load` what goes out each month with its fee, `to_repay` all of it, `cost` what that is more
    than arrives. `rate` is None where no rate makes sense of it. `dearest` is the highest true rate of the debts there
    are. `owed` is all that is owed today, `owed_after` with the loan: less what of it goes to debts, and all that is to
    be paid on it. `before` and `after` are the months that leave too little without and with it; None while the budget
    does not say. `bad_month` is the month (`YYYY-MM`) that misses most with the loan if it is a bad one, `bad_short` how
    much. `missing` are the answers that are not there: then the other figures are not counted.
    """

    net: Decimal | None = None
    load: Decimal | None = None
    to_repay: Decimal | None = None
    cost: Decimal | None = None
    rate: TrueRate | None = None
    dearest: Decimal | None = None
    owed: Decimal | None = None
    owed_after: Decimal | None = None
    before: Months | None = None
    after: Months | None = None
    bad_month: str | None = None
    bad_short: Decimal | None = None
    missing: tuple[Path, ...] = ()

    @property
    def worse(self) -> tuple[str, ...]:
        """On what it is worse than no loan: "rate", "owed", "usual", "bad", as far as it can be told."""
        found = []
        if self.rate is not None and self.dearest is not None and self.rate.nominal > self.dearest:
            found.append("rate")
        if self.owed is not None and self.owed_after is not None and self.owed_after > self.owed:
            found.append("owed")
        if self.before is not None and self.after is not None:
            found += [name for name in ("usual", "bad") if getattr(self.after, name) > getattr(self.before, name)]
        return tuple(found)

    @property
    def told(self) -> bool:
        """Whether all four could be told."""
        return None not in {self.rate, self.dearest, self.owed_after, self.after}


def check_loan(case: Case, loan: NewLoan, today: date) -> LoanCheck:
    """A new loan beside a case on `today`, its first instalment a month later.

    What arrives fills the months that leave too little, the first ones first, as long as it lasts, if it is for debts;
    else it is gone.
    """
    missing = tuple(("new_loans", loan.id, name) for name in NEEDED if not getattr(loan, name))
    if loan.amount is None or loan.instalment is None or not loan.months or missing:
        return LoanCheck(missing=missing)
    net = to_fen(loan.amount) - _fen(loan.fee_upfront)
    load = to_fen(loan.instalment) + _fen(loan.fee_monthly)
    to_repay = load * loan.months
    rate = from_monthly(periodic_rate([float(net)] + [-float(load)] * loan.months)) if net > 0 else None
    for_debts = net if loan.pays_debts is YesNo.YES else 0
    owed = _owed(case, today)
    check = LoanCheck(
        net=yuan(net),
        load=yuan(load),
        to_repay=yuan(to_repay),
        cost=yuan(to_repay - net),
        rate=rate,
        dearest=_dearest(case),
        owed=None if owed is None else yuan(owed),
        owed_after=None if owed is None else yuan(owed - min(max(for_debts, 0), owed) + to_repay),
    )
    return _with_months(check, case, loan, today, load=load, cash=max(for_debts, 0))


def _with_months(check: LoanCheck, case: Case, loan: NewLoan, today: date, *, load: int, cash: int) -> LoanCheck:
    budget = budget_of(case, today)
    series = budget.series
    if series is None or not budget.judgeable or loan.months is None:
        return check
    first = month_of(default_first_due(today))
    begin = first - budget.month
    dues = [sum(month) for month in zip(*(each.by_month(first, HORIZON) for each in budget.dues), strict=True)]
    dues = dues or [0] * HORIZON
    dues[0] += budget.arrears.fen or 0
    with_loan = [due + (load if month < loan.months else 0) for month, due in enumerate(dues)]
    usual, bad = (money[begin : begin + HORIZON] for money in (series.normal, series.safe))
    short = _short(bad, with_loan, cash)
    worst = max(range(len(short)), key=short.__getitem__, default=None)
    return replace(
        check,
        before=Months(_count(_short(usual, dues, 0)), _count(_short(bad, dues, 0))),
        after=Months(_count(_short(usual, with_loan, cash)), _count(short)),
        bad_month=None if worst is None or not short[worst] else month_text(first + worst),
        bad_short=None if worst is None else yuan(short[worst]),
    )


def _short(money: Sequence[int], dues: Sequence[int], cash: int) -> list[int]:
    """What each month misses, after `cash` has filled the first ones."""
    found = []
    for there, due in zip(money, dues, strict=False):
        gap = max(0, due - max(0, there)) if due else 0
        filled = min(gap, cash)
        cash -= filled
        found.append(gap - filled)
    return found


def _count(short: Sequence[int]) -> int:
    return sum(1 for each in short if each)


def _owed(case: Case, today: date) -> int | None:
    """All that is owed today; None where a balance is not known."""
    claims = claims_of(case, today)
    if any(debt.id not in claims for debt in case.debts):
        return None
    return sum(to_fen(each) for each in claims.values())


def _dearest(case: Case) -> Decimal | None:
    """The highest true nominal rate of the loans there are; None where none is known."""
    rates = [rate.high.nominal for debt in case.debts if debt.shape is Shape.LOAN and (rate := contract_rate(debt))]
    return max(rates, default=None)


def _fen(amount: Decimal | None) -> int:
    return 0 if amount is None else to_fen(amount)
