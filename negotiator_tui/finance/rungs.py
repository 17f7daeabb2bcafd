"""The ladder of one debt as it was taken over: its asks worked out, the line, and what to say of a promise beyond it.

Cheap enough for every keystroke: nothing is searched for, only the terms the case holds are worked out, and kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from negotiator_tui.case.case import Case, find
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.plans import Ladder, Rung
from negotiator_tui.finance.calendar import default_first_due
from negotiator_tui.finance.fen import to_fen, yuan
from negotiator_tui.finance.offer import Outcome
from negotiator_tui.finance.plan_basis import basis_of
from negotiator_tui.finance.plans import TermResult, chosen_plan, plan_result, rung_result
from negotiator_tui.finance.shares import NEAR
from negotiator_tui.text.amounts import format_amount
from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_

declare(
    {
        "rungs.over": N_(
            "{amount} a month is {more} above your line of {line}. A promise you cannot keep is worse than none: "
            "say that you will work it out and answer. Is it really meant?"
        ),
        "rungs.over-in": N_(
            "In month {month} this is {amount}, {more} above your line of {line}. "
            "A promise you cannot keep is worse than none. Is it really meant?"
        ),
    }
)


class Origin(StrEnum):
    """Where a line comes from: a ladder of the borrower's, the plan to ask for, or the share in a bad month."""

    LADDER = "ladder"
    PLAN = "plan"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Line:
    """The most a month, in yuan: `first` in the first `months` months (None: in all of them), then `later`."""

    first: Decimal
    months: int | None = None
    later: Decimal | None = None

    def carries_later(self, amount: Decimal, asks: Sequence["Asked"]) -> bool:
        """Whether an amount is that of an ask which begins with months without payments, and the line carries it then."""
        if self.later is None or amount > self.later:
            return False
        return any(ask.monthly == amount and not ask.begins_at_once for ask in asks)

    def fen_of(self, month: int) -> int:
        """The most in a month counted from 0, in fen."""
        later = self.later if self.months is not None and month >= self.months else None
        return to_fen(self.first if later is None else later)


@dataclass(frozen=True, slots=True)
class Asked:
    """One ask: its number from 1, its terms worked out, and its id in the list of rungs ("" where it is a plan's)."""

    number: int
    rung: str
    result: TermResult

    @property
    def outcome(self) -> Outcome | None:
        """The ask worked out; None while its terms do not say."""
        return self.result.outcome if isinstance(self.result.outcome, Outcome) else None

    @property
    def begins_at_once(self) -> bool:
        """Whether the first month has a payment already."""
        return self.outcome is None or self.outcome.payments_fen[:1] != (0,)

    @property
    def monthly(self) -> Decimal | None:
        """The first payment that is not 0.00, in yuan."""
        return None if self.outcome is None else first_payment(self.outcome.payments_fen)


@dataclass(frozen=True, slots=True)
class Rungs:
    """The asks of one debt, the first one first, and the line; None where no line is known.

    `frozen_on` is the day it was settled and `frozen_line` the line of that day; `changed_on` the last day on which it
    was changed after that.
    """

    debt: Debt
    asks: tuple[Asked, ...]
    line: Line | None
    origin: Origin
    ladder: str = ""
    frozen_on: date | None = None
    frozen_line: Decimal | None = None
    changed_on: date | None = None

    def over(self, amount: Decimal, month: int = 0) -> Fault | None:
        """What to say of a promise of so much a month, from a month on counted from 0; None where it keeps the line."""
        if self.line is None or self.line.carries_later(amount, self.asks):
            return None
        more = to_fen(amount) - self.line.fen_of(month)
        if more <= 0:
            return None
        return fault("rungs.over", amount=format_amount(amount), **_beyond(self.line, month, more))

    def crossed_by(self, payments: Sequence[int]) -> Fault | None:
        """What to say of payments in fen: the first month in which they cross the line; None where none does."""
        if self.line is None:
            return None
        for month, fen in enumerate(payments):
            more = fen - self.line.fen_of(month)
            if more > 0:
                amount = format_amount(yuan(fen))
                return fault("rungs.over-in", month=month + 1, amount=amount, **_beyond(self.line, month, more))
        return None

    def crossing(self, ask: Asked) -> Fault | None:
        """What to say of an ask that crosses the line. One that bad months leave enough for, with what was put by
        before, keeps it in whatever month it pays more: the line is only the largest that can be paid every month."""
        trial = ask.result.trial
        if ask.outcome is None or (trial is not None and trial.basis.settled and trial.hold.savings):
            return None
        return self.crossed_by(ask.outcome.payments_fen)

    def after(self, rung: str | None) -> Asked | None:
        """The ask after the one with this id, the first where none was made; None after the last."""
        numbers = [each.rung for each in self.asks]
        place = numbers.index(rung) + 1 if rung is not None and rung in numbers else 0
        return self.asks[place] if place < len(self.asks) else None


def first_payment(payments: Sequence[int]) -> Decimal | None:
    """The first payment that is not 0.00, in yuan; None where all are."""
    return next((yuan(fen) for fen in payments if fen), None)


def rungs_of(case: Case, debt_id: str, today: date) -> Rungs | None:
    """The ladder of a debt: the one taken over, else the chosen plan as its only ask, else the share of a bad month.

    None where the debt is gone, or nothing is known of what may be said.
    """
    debt = find(case, "debts", debt_id)
    if not isinstance(debt, Debt):
        return None
    ladder = ladder_of(case, debt_id)
    if ladder is not None:
        return _taken_over(case, ladder, debt, today)
    plan = chosen_plan(case)
    results = () if plan is None else plan_result(case, plan, today).terms
    for each in results:
        if each.debt.id == debt_id and isinstance(each.outcome, Outcome):
            return Rungs(debt, (Asked(1, "", each),), plan_line(each), Origin.PLAN)
    line = _share(case, debt_id, today)
    return None if line is None else Rungs(debt, (), line, Origin.SHARE)


def ladder_of(case: Case, debt_id: str) -> Ladder | None:
    """The ladder of a debt: the newest, should there be several."""
    found = [each for each in case.ladders if each.debt == debt_id]
    return found[-1] if found else None


def plan_line(result: TermResult) -> Line | None:
    """The line beside a plan: the least its months leave, were they all bad ones; two where it is low or nothing first.

    Months that leave nothing, or less, leave 0.00: it is never an amount to promise.
    """
    trial, outcome = result.trial, result.outcome
    if trial is None or not trial.basis.settled or not isinstance(outcome, Outcome):
        return None
    there = trial.money(bad=True)[: len(trial.payments)]
    if not there:
        return None
    silent = next((month for month, fen in enumerate(trial.payments) if fen), 0)
    low = silent or outcome.proposal.low_months
    if low and low < len(there):
        return Line(yuan(min(there[:low])), low, yuan(min(there[low:])))
    return Line(yuan(min(there)))


def _taken_over(case: Case, ladder: Ladder, debt: Debt, today: date) -> Rungs:
    own: list[Rung] = [each for each in case.rungs if each.ladder == ladder.id]
    asks = tuple(Asked(number, each.id, rung_result(case, each, debt, today)) for number, each in enumerate(own, 1))
    line = None if ladder.line is None else Line(ladder.line, ladder.line_months or None, ladder.line_later)
    dates = (ladder.frozen_on, ladder.frozen_line, ladder.changed_on)
    return Rungs(debt, asks, line, Origin.LADDER, ladder.id, *dates)


def _share(case: Case, debt_id: str, today: date) -> Line | None:
    basis = basis_of(case, default_first_due(today), today)
    part = None if basis.shares is None or not basis.settled else basis.shares.of(debt_id)
    return None if part is None else Line(yuan(min(part.safe[:NEAR])))


def _beyond(line: Line, month: int, more: int) -> dict[str, str]:
    return {"more": format_amount(yuan(more)), "line": format_amount(yuan(line.fen_of(month)))}
