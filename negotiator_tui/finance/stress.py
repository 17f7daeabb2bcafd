"""What a plan comes to when months turn out worse than thought (MONEY §10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from negotiator_tui.finance.fits import Fit
from negotiator_tui.finance.plan_basis import Basis
from negotiator_tui.finance.savings import tried
from negotiator_tui.finance.search_grid import Candidate
from negotiator_tui.finance.what_if import left_for_debts, part_of, with_less, with_takings
from negotiator_tui.text.language import N_


class Blow(StrEnum):
    """What goes wrong."""

    LESS_10 = "income-10"
    LESS_20 = "income-20"
    LESS_30 = "income-30"
    NO_INCOME = "month-without-income"
    LARGE_COST = "large-cost"
    WORST_THREE = "worst-three-times"


NAMES = {
    Blow.LESS_10: N_("Income 10% less"),
    Blow.LESS_20: N_("Income 20% less"),
    Blow.LESS_30: N_("Income 30% less"),
    Blow.NO_INCOME: N_("A month without income"),
    Blow.LARGE_COST: N_("A large cost at once"),
    Blow.WORST_THREE: N_("Three worst months"),
}
"""What each is called, as msgids."""
LESS = {Blow.LESS_10: 10, Blow.LESS_20: 20, Blow.LESS_30: 30}
"""Percent of all income that is missing in every month."""
RUN = 3
"""Months in a row that are as bad as the worst."""


@dataclass(frozen=True, slots=True)
class Stress:
    """One blow to one debt's plan. `money` is its part of what is left, by month in fen, signed.

    `month` is when a blow that comes once hits hardest, counted from the first payment; None for one that is there
    every month. `fit` says what breaks, and whether what was put by before would do (`fit.savings`). `survivor` is the
    first of the steps that would survive, from savings if need be; None where none of them does.
    """

    blow: Blow
    money: tuple[int, ...]
    month: int | None
    fit: Fit
    survivor: Candidate | None


def stresses(
    basis: Basis,
    debt_id: str,
    payments: Sequence[int],
    steps: Sequence[Candidate] = (),
    *,
    large_cost: int | None = None,
    worst: int | None = None,
) -> tuple[Stress, ...]:
    """The payments of one debt (fen, from the first month of the basis) under every blow.

    `steps` are the choices to fall back to, in the order. `large_cost` is in fen, by default a month of the home's
    costs. `worst` are the takings of the worst own month, in fen; without it the budget's bad month is taken. Empty
    where the money is not known or the debt has no part of it.
    """
    shares = basis.shares
    if shares is None or basis.budget.series is None or shares.of(debt_id) is None:
        return ()
    flows = basis.budget.flows
    plain = left_for_debts(basis, flows)
    usual = part_of(basis, debt_id, plain)
    cost = _month_of_costs(basis) if large_cost is None else large_cost
    hit = part_of(basis, debt_id, [fen - cost for fen in plain])
    nothing = part_of(basis, debt_id, left_for_debts(basis, with_less(flows, 100)))
    poorest = left_for_debts(basis, flows, bad=True) if worst is None else _no_better(basis, worst, plain)
    made: list[tuple[Blow, tuple[int, ...], int | None]] = [
        (blow, part_of(basis, debt_id, left_for_debts(basis, with_less(flows, percent))), None)
        for blow, percent in LESS.items()
    ]
    once = (
        (Blow.NO_INCOME, nothing, 1),
        (Blow.LARGE_COST, hit, 1),
        (Blow.WORST_THREE, part_of(basis, debt_id, poorest), RUN),
    )
    for blow, other, run in once:
        month = _hardest(payments, other, run)
        made.append((blow, (*usual[:month], *other[month : month + run], *usual[month + run :]), month))
    return tuple(
        Stress(
            blow,
            money,
            month,
            tried(payments, money),
            next((each for each in steps if tried(each.payments, money).kept), None),
        )
        for blow, money, month in made
    )


def _no_better(basis: Basis, takings: int, plain: Sequence[int]) -> list[int]:
    """What the worst own month leaves, never more than the month would leave anyway."""
    poor = left_for_debts(basis, with_takings(basis.budget.flows, takings))
    return [min(pair) for pair in zip(poor, plain, strict=True)]


def _hardest(payments: Sequence[int], money: Sequence[int], run: int) -> int:
    """The month from which `run` months of this money leave most unpaid; the first of equals."""
    short = [max(0, pay - there) for pay, there in zip(payments, money, strict=False)]
    return max(range(len(short)), key=lambda month: (sum(short[month : month + run]), -month), default=0)


def _month_of_costs(basis: Basis) -> int:
    return sum(flow.even[0] for flow in basis.budget.flows.home_costs if flow.even is not None)
