"""The next seven days: what must be paid, what is at hand, what is short, and what may be debited meanwhile."""

from dataclasses import dataclass
from datetime import date

from negotiator_tui.case.case import Case
from negotiator_tui.finance.cash_free import WEEK, cash_at_hand, dues_within, must, musts_of
from negotiator_tui.finance.cash_sweeps import Sweep, sweeps_of
from negotiator_tui.finance.figure import Figure, greatest, less, nothing, total, unless_missing
from negotiator_tui.text.language import N_


@dataclass(frozen=True, slots=True)
class Week:
    """The week from today to the same weekday of next week.

    `musts` is None in its value while nothing is listed. `gap` and `gap_with_dues` (with the debts that fall due in
    the week) are 0.00 where the money is enough and None where that cannot be told.
    """

    musts: Figure
    cash: Figure
    gap: Figure
    dues: Figure
    gap_with_dues: Figure
    sweeps: tuple[Sweep, ...]


def week(case: Case, today: date) -> Week:
    """The week of a case."""
    musts = total(N_("To pay within seven days"), tuple(must(item) for item in musts_of(case, today)))
    cash, dues = cash_at_hand(case), dues_within(case, today)
    short = less(N_("Musts less money at hand"), musts, cash)
    both = less(N_("Musts and debts less money at hand"), total(N_("Musts and debts"), (musts, dues)), cash)
    if musts.value is None:
        both = unless_missing(short)
    return Week(
        musts=musts,
        cash=cash,
        gap=greatest(N_("Short this week"), short, nothing()),
        dues=dues,
        gap_with_dues=greatest(N_("Short this week with debts"), both, nothing()),
        sweeps=sweeps_of(case, today, today + WEEK),
    )
