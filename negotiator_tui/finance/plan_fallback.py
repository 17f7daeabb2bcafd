"""The second choice beside a plan: the next ask of the ladder, another plan that holds, or a first year (CONTENT 3b)."""

from dataclasses import dataclass
from datetime import date

from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt
from negotiator_tui.finance.fen import to_fen
from negotiator_tui.finance.offer import Outcome
from negotiator_tui.finance.plans import TermResult, chosen_plan, plan_result
from negotiator_tui.finance.rungs import Origin, rungs_of

FIRST_MONTHS = 12
"""How long an arrangement for a beginning runs; what follows is settled before it ends."""


@dataclass(frozen=True, slots=True)
class Fallback:
    """Other terms, worked out; or, where `outcome` is None, the `payments` in fen of the first months of the plan."""

    outcome: Outcome | None
    payments: tuple[int, ...]


def fallback_of(case: Case, debt: Debt, asked: Outcome, today: date) -> Fallback | None:
    """The second choice for a debt whose chosen plan is `asked`; None where there is none that can be kept.

    The ladder's next ask comes first; then another plan that holds in bad months and does not begin higher; then the
    first year of the plan itself, unless that would not pay its own interest.
    """
    other = _next_ask(case, debt, asked, today) or _other_plan(case, debt, asked, today)
    if other is not None:
        return Fallback(other, other.payments_fen)
    first = asked.payments_fen[:FIRST_MONTHS]
    rows = zip(first, asked.schedule.interest_fen, strict=False)
    if len(asked.payments_fen) <= FIRST_MONTHS or any(payment <= interest for payment, interest in rows):
        return None
    return Fallback(None, first)


def _next_ask(case: Case, debt: Debt, asked: Outcome, today: date) -> Outcome | None:
    """The first ask of the ladder that gives the borrower less than the plan and can be kept."""
    rungs = rungs_of(case, debt.id, today)
    if rungs is None or rungs.origin is not Origin.LADDER or asked.concession is None:
        return None
    for each in rungs.asks:
        given = None if each.outcome is None else each.outcome.concession
        if given is not None and given < asked.concession and _holds(each.result):
            return each.outcome
    return None


def _other_plan(case: Case, debt: Debt, asked: Outcome, today: date) -> Outcome | None:
    chosen = chosen_plan(case)
    most = _first_payment(asked)
    for plan in case.plans:
        if chosen is None or plan.id == chosen.id:
            continue
        for term in plan_result(case, plan, today).terms:
            outcome = term.outcome
            if term.debt.id != debt.id or not isinstance(outcome, Outcome) or not _holds(term):
                continue
            if _first_payment(outcome) <= most:
                return outcome
    return None


def _holds(term: TermResult) -> bool:
    return term.trial is not None and term.trial.hold.ok


def _first_payment(outcome: Outcome) -> int:
    now = to_fen(outcome.proposal.paid_now)
    return max(now, next((fen for fen in outcome.payments_fen if fen), 0))
