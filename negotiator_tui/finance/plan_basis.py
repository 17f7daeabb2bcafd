"""The money a plan is tried on: the budget counted from its first payment, and each debt's part of it (MONEY §7)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Shape, YesNo
from negotiator_tui.case.plans import Plan
from negotiator_tui.finance.budget import Budget, budget_of
from negotiator_tui.finance.budget_kept import Kept
from negotiator_tui.finance.claim import balance_of, claim
from negotiator_tui.finance.shares import Role, Shares, shares_of

YEAR = 12
"""Months over which a deficit is judged."""
_NEGOTIATED = {Shape.LOAN, Shape.CARD, Shape.BILL}


@dataclass(frozen=True, slots=True)
class Basis:
    """A budget counted from the month of a first payment, and who gets what; `shares` is None while it is not known."""

    budget: Budget
    shares: Shares | None

    @property
    def settled(self) -> bool:
        """Whether every answer is there without which nothing may be called affordable."""
        return self.budget.judgeable and self.shares is not None and not self.shares.missing

    @property
    def deficit(self) -> bool:
        """Whether the next twelve months together leave nothing for any debt after what comes first."""
        if self.shares is None:
            return False
        left = (money + kept for money, kept in zip(self.shares.pool.signed, self.shares.fixed, strict=True))
        return sum(list(left)[:YEAR]) <= 0


_kept: Kept[Basis] = Kept(16)
_claims_kept: Kept[dict[str, Decimal]] = Kept(4)


def basis_of(case: Case, first: date, today: date, *, without: Collection[str] = ()) -> Basis:
    """The basis counted from the month of `first`, or from this month if that is past.

    Agreements on the debts `without` are left out of it, so that a plan for them is tested on what it would take.
    """
    first = max(first, today)
    lists = (case.debts, case.missed, case.income, case.costs, case.budget, case.first, case.agreements, case.payments)
    return _kept.get(lists, (first, today, frozenset(without)), lambda: _basis(case, first, today, without))


def _basis(case: Case, first: date, today: date, without: Collection[str]) -> Basis:
    update: dict[str, object] = {"plans": (Plan(id="p0", chosen=YesNo.YES, start=first),)}
    if any(each.debt in without for each in case.agreements):
        update["agreements"] = tuple(each for each in case.agreements if each.debt not in without)
    budget = budget_of(case.model_copy(update=update), today)
    return Basis(budget, shares_of(budget, claims_of(case, today), today))


def claims_of(case: Case, today: date) -> dict[str, Decimal]:
    """What is owed today on each debt whose balance is known, in yuan, by debt id."""
    return _claims_kept.get((case.debts, case.missed), today, lambda: _claims(case, today))


def _claims(case: Case, today: date) -> dict[str, Decimal]:
    return {debt.id: claim(debt, case.missed, today).total for debt in case.debts if balance_of(debt) is not None}


def negotiable_debts(case: Case, today: date) -> tuple[Debt, ...]:
    """The debts a plan is made for: those that share the pool; while the budget is not known, the overdue ones."""
    shares = basis_of(case, today, today).shares
    if shares is not None:
        return tuple(debt for debt in case.debts if shares.roles[debt.id] is Role.SHARED)
    return tuple(
        debt
        for debt in case.debts
        if debt.shape in _NEGOTIATED
        and debt.negotiable is not YesNo.NO
        and YesNo.YES in {debt.overdue, debt.negotiable}
        and not any(each.debt == debt.id and each.signed_on is not None for each in case.agreements)
    )
