"""What the borrower's own months say beside what the budget says: a lender who reads both will ask."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from negotiator_tui.case.case import Case
from negotiator_tui.finance.budget_lines import Flow
from negotiator_tui.finance.budget_sums import flows_of
from negotiator_tui.finance.fen import half_up, yuan
from negotiator_tui.finance.figure import Figure, less
from negotiator_tui.finance.months import in_year, month_of, read_month
from negotiator_tui.finance.own_months import own_sums
from negotiator_tui.text.language import N_

Kind = Literal["takings", "shop_costs", "home_costs"]

APART = 5
"""Percent of the larger figure from which on two figures are called different."""
SMALL = 10_000
"""Fen below which a difference is not worth a word."""
_CASH = ("现金", "現金", "cash")
_LABELS: dict[Kind, tuple[str, str, str]] = {
    "takings": (
        N_("Takings in the budget"),
        N_("Takings in the statements"),
        N_("The budget less the statements: takings"),
    ),
    "shop_costs": (
        N_("Shop costs in the budget"),
        N_("Shop costs in the statements"),
        N_("The budget less the statements: shop costs"),
    ),
    "home_costs": (
        N_("Home costs in the budget"),
        N_("Home costs in the statements"),
        N_("The budget less the statements: home costs"),
    ),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One kind of sum on both sides: the median of `months` own months, and what the budget has for the same months.

    `cash` are the budget's lines named as cash, which no statement shows; they are not in `budget`. `gap` is budget
    less statements; `notable` says whether it is worth a word.
    """

    kind: Kind
    budget: Figure
    statements: Figure
    gap: Figure
    months: int
    cash: Figure | None
    notable: bool


def is_cash(name: str | None) -> bool:
    """Whether a line is named as cash."""
    return any(word in (name or "").casefold() for word in _CASH)


def own_differences(case: Case, today: date) -> tuple[Difference, ...]:
    """Budget beside statements, for each kind of sum that both know. Empty without own months."""
    flows = flows_of(case, month_of(today), 12)
    sides: tuple[tuple[Kind, Sequence[Flow]], ...] = (
        ("takings", flows.shop_income),
        ("shop_costs", flows.shop_costs),
        ("home_costs", flows.home_costs),
    )
    found = [_difference(case, kind, lines) for kind, lines in sides]
    return tuple(each for each in found if each is not None)


def median(values: Iterable[int]) -> int:
    """The middle of whole fen; of two middles half-up of their sum. IndexError for none."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return half_up(ordered[middle - 1] + ordered[middle], 2)


def _difference(case: Case, kind: Kind, flows: Sequence[Flow]) -> Difference | None:
    own = own_sums(case.own_months, kind)
    if not own or all(flow.even is None for flow in flows):
        return None
    numbers = [in_year(read_month(month)) for month, _ in own]
    shown = [flow for flow in flows if not is_cash(flow.name)]
    cash = [flow for flow in flows if is_cash(flow.name) and flow.even is not None]
    there, said = median(fen for _, fen in own), _budgeted(shown, numbers)
    of_budget, of_statements, label = _LABELS[kind]
    budget = Figure(of_budget, yuan(said), estimated=any(flow.estimated for flow in shown))
    statements = Figure(of_statements, yuan(there), note=N_("the middle one of {count} months"),
                        args=(("count", str(len(own))),))  # fmt: skip
    gap = less(label, budget, statements)
    apart = abs(said - there)
    return Difference(
        kind,
        budget,
        statements,
        gap,
        len(own),
        Figure(N_("Cash, which no statement shows"), yuan(_budgeted(cash, numbers))) if cash else None,
        notable=apart > SMALL and 100 * apart > APART * max(said, there),
    )


def _budgeted(flows: Sequence[Flow], numbers: list[int]) -> int:
    """The middle of what lines come to in the months of the year with these numbers."""
    by_number = {in_year(flow.start + index): index for flow in flows for index in range(12)}
    sums = [sum(flow.even[by_number[number]] for flow in flows if flow.even is not None) for number in numbers]
    return median(sums)
