"""Payments tried on the money there is: which months break, by how much, and why (MONEY §8)."""

from collections.abc import Sequence
from dataclasses import dataclass

from negotiator_tui.case.edit import Path
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.figure import Figure
from negotiator_tui.finance.fits import Fit
from negotiator_tui.finance.months import HORIZON, month_text
from negotiator_tui.finance.plan_basis import Basis
from negotiator_tui.finance.savings import tried
from negotiator_tui.finance.shares import Role, pool_figure
from negotiator_tui.text.language import N_

_PASSED = 10**12
"""Fen that stand for the money of months that are over: what was due then is not tested any more."""


@dataclass(frozen=True, slots=True)
class Trial:
    """Payments and the money for them, in fen by month from month `first` on: `usual`, and `bad` in bad months.

    The money is below zero where the dues that come first take more than there is.
    """

    payments: tuple[int, ...]
    usual: tuple[int, ...]
    bad: tuple[int, ...]
    first: int
    basis: Basis

    @property
    def fit(self) -> Fit:
        """Against the usual months."""
        return self._tried(self.usual)

    @property
    def hold(self) -> Fit:
        """Against months that are all bad ones."""
        return self._tried(self.bad)

    def money(self, *, bad: bool) -> tuple[int, ...]:
        """The money of usual or of bad months, never below zero."""
        return tuple(max(0, fen) for fen in (self.bad if bad else self.usual))

    def _tried(self, money: tuple[int, ...]) -> Fit:
        """The payments on this money; what was due in months that are over is neither tested nor saved from."""
        over = sum(1 for fen in money if fen == _PASSED)
        return tried((0,) * over + self.payments[over:], (0,) * over + money[over:])

    def month(self, number: int) -> str:
        """A month as `YYYY-MM`."""
        return month_text(self.first + number)


def trial_of(basis: Basis, debt_id: str, payments: tuple[int, ...], first: int) -> Trial | None:
    """Payments of one debt from month `first` on, tried on its part of the pool; None where that is not known.

    A debt that does not share the pool is tried on what the others leave: the pool and what it takes itself as it is.
    """
    shares = basis.shares
    if shares is None:
        return None
    usual, bad = shares.signed(debt_id, bad=False), shares.signed(debt_id, bad=True)
    if shares.roles.get(debt_id) in {Role.PRIORITY, Role.FIXED}:
        own = next(each for each in basis.budget.dues if each.debt.id == debt_id).by_month(shares.first, HORIZON)
        usual, bad = _with(shares.pool.signed, own), _with(shares.safe_pool.signed, own)
    if usual is None or bad is None:
        return None
    ahead = first - shares.first
    return Trial(payments, _from(usual, ahead), _from(bad, ahead), first, basis)


def _with(pool: tuple[int, ...], own: Sequence[int]) -> tuple[int, ...]:
    return tuple(left + due for left, due in zip(pool, own, strict=True))


def _from(money: tuple[int, ...], ahead: int) -> tuple[int, ...]:
    return money[ahead:] if ahead >= 0 else (_PASSED,) * -ahead + money


def breaking_months(fit: Fit) -> tuple[int, ...]:
    """The first month that does not suffice and the worst, once if they are the same."""
    found = (fit.breaks_in, fit.worst_in)
    return tuple(dict.fromkeys(each for each in found if each is not None))


def missing_figure(trial: Trial, number: int, source: Path, *, bad: bool) -> Figure:
    """What is missing in one month: the payment less the money for it, and where that comes from."""
    month, money = trial.month(number), trial.money(bad=bad)[number]
    pool = None
    if trial.basis.shares is not None:
        index = trial.first + number - trial.basis.shares.first
        pool = pool_figure(trial.basis.budget, trial.basis.shares, index, bad=bad)
    there = Figure(
        N_("There for it"),
        yuan(money),
        parts=() if pool is None else (pool,),
        note=N_("its part of what is left for the debts to negotiate, by what is owed on each"),
    )
    payment = Figure(N_("Payment"), yuan(trial.payments[number]))
    return Figure(
        N_("Missing in {month}"),
        yuan(trial.payments[number] - money),
        "minus",
        (payment, there),
        args=(("month", month),),
        source=(*source, month, "bad" if bad else "usual"),
        note=N_("If that month is a bad one.") if bad else "",
    )
