"""What comes in, goes out and is there for debts, as documents tell it: a usual month and a bad one."""

from dataclasses import dataclass
from datetime import date

from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.edit import Path
from negotiator_tui.case.kinds import OwedFor, Shape
from negotiator_tui.finance.budget import Budget
from negotiator_tui.finance.budget_sums import MonthSums
from negotiator_tui.finance.months import HORIZON, month_text
from negotiator_tui.finance.plan_basis import basis_of
from negotiator_tui.finance.shares import Role, Shares

YEAR = 12
_HOLDS = {Role.PRIORITY, Role.FIXED}


@dataclass(frozen=True, slots=True)
class Means:
    """The sums of two months of the year after a plan's first payment.

    `usual` is the month whose income is the middle one of the twelve, `bad` the leanest if each were a bad month.
    `guessed` says that a bad month is four fifths of a usual one for want of a better answer.
    """

    budget: Budget
    shares: Shares | None
    usual: MonthSums
    bad: MonthSums
    guessed: bool

    def arranged(self, month: int = 0) -> int:
        """What is due first or kept as it is, in fen, in a month counted from the first one."""
        return 0 if self.shares is None else self.shares.priority[month] + self.shares.fixed[month]

    def arranged_debts(self) -> tuple[Debt, ...]:
        """The debts that takes."""
        if self.shares is None:
            return ()
        first, roles = self.shares.first, self.shares.roles
        return tuple(
            each.debt for each in self.budget.dues if roles[each.debt.id] in _HOLDS and any(each.by_month(first, YEAR))
        )

    def freed_in(self) -> int | None:
        """The first month, counted from 0, in which less is due first than in the first; None where that stays."""
        if self.shares is None:
            return None
        first = self.arranged()
        return next((month for month in range(HORIZON) if self.arranged(month) < first), None)


def means_of(
    case: Case, first_due: date, today: date, *, without: frozenset[str] = frozenset(), debts: bool = True
) -> Means | None:
    """The means of a case; None while income or costs or, with `debts`, a balance or a rate is not answered."""
    basis = basis_of(case, first_due, today, without=without)
    budget = basis.budget
    if budget.series is None or open_answers(budget, debts=debts):
        return None
    names = [month_text(budget.first + ahead) for ahead in range(YEAR)]
    months = [sums for name in names if (sums := budget.sums_of(name)) is not None]
    usual = sorted(months, key=lambda each: each.income.fen or 0)[(len(months) - 1) // 2]
    leanest = min(names, key=lambda name: budget.safe_by_month[name])
    bad = budget.sums_of(leanest, bad=True)
    return None if bad is None else Means(budget, basis.shares, usual, bad, case.budget.worst_takings is None)


def open_answers(budget: Budget, *, debts: bool) -> tuple[Path, ...]:
    """The answers a budget waits for; those about debts only where they matter."""
    return tuple(path for path in budget.blocking if debts or path[0] != "debts")


def takings_paths(case: Case) -> tuple[Path, ...]:
    """The answers the shop's takings come from."""
    return tuple(("income", each.id) for each in case.income if each.side == "shop")


def old_debt(debt: Debt) -> str:
    """What an arranged debt is called in a letter: its kind, never whose it is."""
    kinds = {
        OwedFor.RENT: "rent",
        OwedFor.SUPPLIER: "supplier",
        OwedFor.WAGES: "wages",
        OwedFor.TAX: "tax",
        OwedFor.SOCIAL: "social",
        OwedFor.UTILITIES: "utilities",
    }
    found = kinds.get(debt.owed_for) if debt.shape is Shape.ARREARS and debt.owed_for else None
    return found or "other"
