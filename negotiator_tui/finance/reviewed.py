"""What a check-up compares: the figures of the month as they stood then and now, and how they went over the months."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from negotiator_tui.case.agreed import Review
from negotiator_tui.case.case import Case
from negotiator_tui.finance.budget import budget_of
from negotiator_tui.finance.fen import to_fen, yuan
from negotiator_tui.finance.own_months import own_sums
from negotiator_tui.text.amounts import LARGEST
from negotiator_tui.text.language import N_

FIGURES: dict[str, str] = {
    "income": N_("Income"),
    "costs": N_("Costs"),
    "for_debts": N_("For debts"),
    "safe": N_("in a bad month"),
}
"""The figures kept with a check-up, by field, with their names (msgids)."""


@dataclass(frozen=True, slots=True)
class Change:
    """One figure then and now, in yuan; `name` is its field."""

    name: str
    then: Decimal
    now: Decimal

    @property
    def more(self) -> Decimal:
        """What it has grown by; below zero what it has shrunk by."""
        return yuan(to_fen(self.now) - to_fen(self.then))


@dataclass(frozen=True, slots=True)
class Trend:
    """A figure over time: `points` are months as `YYYY-MM` with fen, oldest first, one a month."""

    label: str
    points: tuple[tuple[str, int], ...]


def figures_now(case: Case, today: date) -> dict[str, Decimal]:
    """The figures of this month that are known and can be kept, by field of a check-up."""
    budget = budget_of(case, today)
    known = {name: getattr(budget, name).value for name in FIGURES}
    return {name: value for name, value in known.items() if value is not None and abs(value) <= LARGEST}


def last_review(case: Case) -> Review | None:
    """The newest check-up that has a day; of those of one day the one listed last."""
    dated = [each for each in case.reviews if each.on is not None]
    return max(enumerate(dated), key=lambda each: (each[1].on or date.min, each[0]))[1] if dated else None


def changes(review: Review, now: dict[str, Decimal]) -> tuple[Change, ...]:
    """What is known on both days, in the order of the budget."""
    found = []
    for name in FIGURES:
        then = getattr(review, name)
        if then is not None and name in now:
            found.append(Change(name, then, now[name]))
    return tuple(found)


def trends(case: Case, today: date) -> tuple[Trend, ...]:
    """Money for debts and the reserve by check-up, and the shop's own months; those with at least two months.

    Today's figure stands for the current month.
    """
    now = figures_now(case, today)
    dated = sorted((each for each in case.reviews if each.on is not None), key=lambda each: each.on or date.min)
    for_debts: dict[str, int] = {}
    reserve: dict[str, int] = {}
    for each in dated:
        month = f"{each.on:%Y-%m}"
        if each.for_debts is not None:
            for_debts[month] = to_fen(each.for_debts)
        if each.reserve is not None:
            reserve[month] = to_fen(each.reserve)
    if "for_debts" in now:
        for_debts[f"{today:%Y-%m}"] = to_fen(now["for_debts"])
    own = dict(own_sums(case.own_months, "takings"))
    made = (
        (N_("For debts"), for_debts),
        (N_("Put by for emergencies"), reserve),
        (N_("Takings of the shop"), own),
    )
    return tuple(Trend(label, tuple(sorted(points.items()))) for label, points in made if len(points) > 1)
