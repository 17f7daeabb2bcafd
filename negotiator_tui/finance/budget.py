"""The budget of a case: what comes in, what goes out, what is there for debts, and what is due (MONEY §6)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.edit import Path
from negotiator_tui.case.first import First
from negotiator_tui.case.kinds import Shape, YesNo
from negotiator_tui.finance.budget_arrears import arrears_figure, due_figure
from negotiator_tui.finance.budget_due import Dues
from negotiator_tui.finance.budget_dues import all_dues
from negotiator_tui.finance.budget_sums import Flows, MonthSums, Series, flows_of, month_sums, series_of
from negotiator_tui.finance.calendar import default_first_due
from negotiator_tui.finance.fen import to_fen, yuan
from negotiator_tui.finance.figure import Figure, dotted, greatest, less, nothing
from negotiator_tui.finance.months import HORIZON, month_of, month_text
from negotiator_tui.text.language import N_


@dataclass(frozen=True)
class Budget:
    """The figures of the current month, and by month what is there for debts.

    `first` is the month the series begin with, `month` the current one. Every figure is None in its value where
    nothing is known; `missing` are the answers that are not there, `estimated` those that are guesses.
    """

    month: int
    first: int
    sums: MonthSums
    due_this_month: Figure
    arrears: Figure
    gap: Figure
    missing: tuple[Path, ...]
    estimated: tuple[Path, ...]
    blocking: tuple[Path, ...]
    """Answers without which nothing may be called affordable: income, living costs, a balance, a rate."""
    unlisted: tuple[Figure, ...]
    """What rough answers to costs were more than the lines that took their place, by side: lines still to come?"""
    flows: Flows
    dues: tuple[Dues, ...]

    @property
    def income(self) -> Figure:
        """All that comes in this month, shop and home."""
        return self.sums.income

    @property
    def costs(self) -> Figure:
        """All that goes out this month without debts, with what is put by for irregular costs and for tax."""
        return self.sums.costs

    @property
    def shop(self) -> Figure:
        """What the shop leaves after its costs and tax; below zero where it loses money."""
        return self.sums.shop

    @property
    def surplus(self) -> Figure:
        """What is left of everything before debts; below zero is a deficit."""
        return self.sums.surplus

    @property
    def keep(self) -> Figure:
        """What is kept back for emergencies."""
        return self.sums.keep

    @property
    def for_debts(self) -> Figure:
        """What is there for debts this month."""
        return self.sums.for_debts

    @property
    def at_least(self) -> bool:
        """Whether sums skip something that is not answered."""
        return bool(self.missing)

    @property
    def judgeable(self) -> bool:
        """Whether anything may be called affordable."""
        return not self.blocking

    @cached_property
    def safe(self) -> Figure:
        """What is there for debts this month if it is a bad one."""
        return month_sums(self.flows, 0, bad=True).for_debts

    @property
    def bad_is_guess(self) -> bool:
        """Whether a bad month is the program's guess, four fifths of the takings, and there are takings to guess of."""
        return self.flows.answers.worst is None and any(any(flow.even or ()) for flow in self.flows.shop_income)

    @cached_property
    def series(self) -> Series | None:
        """All series in fen from the current month on; None where the sums are not known."""
        return series_of(self.flows)

    @cached_property
    def for_debts_by_month(self) -> dict[str, Decimal]:
        """What is there for debts in each of sixty months, `YYYY-MM`; empty where it is not known."""
        return {} if self.series is None else self._by_month(self.series.normal)

    @cached_property
    def safe_by_month(self) -> dict[str, Decimal]:
        """The same if each were a bad month."""
        return {} if self.series is None else self._by_month(self.series.safe)

    def sums_of(self, month: str, *, bad: bool = False) -> MonthSums | None:
        """The figures of any month of the series, to explain one; None for a month outside them."""
        for index in range(self.flows.span):
            if month_text(self.month + index) == month:
                return month_sums(self.flows, index, bad=bad)
        return None

    def _by_month(self, fen: tuple[int, ...]) -> dict[str, Decimal]:
        begin = self.first - self.month
        return {month_text(self.month + index): yuan(fen[index]) for index in range(begin, begin + HORIZON)}


def first_due_of(case: Case, today: date) -> date:
    """The first due date a plan is counted from: the chosen plan's, if it lies ahead; else one month after today."""
    for plan in case.plans:
        if plan.chosen is YesNo.YES and plan.start is not None and plan.start >= today:
            return plan.start
    return default_first_due(today)


def budget_of(case: Case, today: date) -> Budget:
    """The budget of a case on a day. Quick enough for every keystroke: what did not change is not computed again."""
    now = month_of(today)
    first = month_of(first_due_of(case, today))
    flows = flows_of(case, now, first - now + HORIZON)
    sums = month_sums(flows, 0)
    dues = all_dues(case, today)
    due, arrears = due_figure(dues, now), arrears_figure(dues, today)
    income = _joined(sums.income.missing, sums.costs.missing)
    blocking = _joined(income, *(_unknown_debt(debt) for debt in case.debts))
    return Budget(
        month=now,
        first=first,
        sums=sums,
        due_this_month=due,
        arrears=arrears,
        gap=_gap(due, sums.for_debts),
        missing=_joined(blocking, due.missing, arrears.missing),
        estimated=tuple(flow.source for flow in flows.all() if flow.estimated),
        blocking=blocking,
        unlisted=tuple(_unlisted(case.first, sums)),
        flows=flows,
        dues=dues,
    )


ROUGHLY = 10
"""Percent by which a rough answer may be above the lines and still mean the same."""


def _unlisted(first: First, sums: MonthSums) -> Iterator[Figure]:
    sides = (
        (N_("Shop costs not in the lines yet"), N_("shop costs, roughly"), "shop_costs", sums.shop_costs),
        (N_("Home costs not in the lines yet"), N_("home costs, roughly"), "home_costs", sums.home_costs),
    )
    for label, answered, name, lines in sides:
        amount: Decimal | None = getattr(first, name)
        if amount is None or lines.fen is None or to_fen(amount) * (100 - ROUGHLY) <= lines.fen * 100:
            continue
        yield less(label, Figure(answered, amount, estimated=True, source=("first", name)), lines)


def _gap(due: Figure, for_debts: Figure) -> Figure:
    return greatest(N_("Short by"), less(N_("Due less what is there"), due, for_debts), nothing())


def _unknown_debt(debt: Debt) -> tuple[Path, ...]:
    found: list[Path] = []
    if debt.outstanding is None and not (debt.shape is Shape.UNVERIFIED and debt.to_repay is not None):
        found.append(("debts", debt.id, "outstanding"))
    if debt.shape is Shape.LOAN and debt.rate is None:
        found.append(("debts", debt.id, "rate"))
    return tuple(found)


def _joined(*groups: tuple[Path, ...]) -> tuple[Path, ...]:
    return tuple(dict.fromkeys(path for group in groups for path in group))


def shop_loses(budget: Budget) -> Figure | None:
    """What one more month costs where the shop takes less than it spends before any debt; None where it does not."""
    shop = budget.shop
    if shop.fen is None or shop.fen >= 0:
        return None
    return less(N_("What one more month of the shop costs"), nothing(), shop)


def budget_json(budget: Budget) -> dict[str, Any]:
    """The budget as JSON values: amounts as strings with two decimals, null where nothing is known."""
    names = ("income", "costs", "shop", "surplus", "keep", "for_debts", "safe", "due_this_month", "arrears", "gap")
    out: dict[str, Any] = {"month": month_text(budget.month)}
    for name in names:
        value = getattr(budget, name).value
        out[name] = None if value is None else str(value)
    out |= {
        "at_least": budget.at_least,
        "safe_estimated": budget.safe.estimated,
        "judgeable": budget.judgeable,
        "missing": [dotted(path) for path in budget.missing],
        "estimated": [dotted(path) for path in budget.estimated],
        "for_debts_by_month": {month: str(value) for month, value in budget.for_debts_by_month.items()},
        "safe_by_month": {month: str(value) for month, value in budget.safe_by_month.items()},
    }
    return out
