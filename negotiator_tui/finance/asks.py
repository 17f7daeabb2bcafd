"""What is asked for about one debt, and the second choice: the same on the phone, in a rehearsal and in a letter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt
from negotiator_tui.finance.fen import to_fen
from negotiator_tui.finance.offer import Outcome
from negotiator_tui.finance.plans import TermResult, chosen_plan, plan_result
from negotiator_tui.finance.rungs import Origin, first_payment, rungs_of

FIRST_MONTHS = 12
"""How long an arrangement for a beginning runs; what follows is settled before it ends."""


@dataclass(frozen=True, slots=True)
class Fallback:
    """Other terms, worked out; or, where `outcome` is None, the `payments` in fen of the first months of the request."""

    outcome: Outcome | None
    payments: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Asks:
    """The one request about a debt, and what can be agreed to instead; None where nothing else can be kept."""

    first: TermResult
    fallback: Fallback | None

    @property
    def outcome(self) -> Outcome | None:
        """The request worked out; None while its terms do not say."""
        return self.first.outcome if isinstance(self.first.outcome, Outcome) else None

    @property
    def monthly(self) -> Decimal | None:
        """The first payment of the request that is not 0.00, in yuan."""
        return None if self.outcome is None else first_payment(self.outcome.payments_fen)


def asks_of(case: Case, debt: Debt, today: date) -> Asks | None:
    """What to ask for: the first ask of the debt's ladder that is complete, else the plan to ask for; None without both.

    The second choice never asks for more than the request: the ladder's next ask if it does not, and a bad month carries
    it; then another plan that holds in bad months and does not begin higher; then the first year of the request, unless
    it would not pay its own interest. Later asks of a ladder that want a lower rate for less time wait for the refusal.
    """
    rungs = rungs_of(case, debt.id, today)
    own = rungs.asks if rungs is not None and rungs.origin is Origin.LADDER else ()
    made = [each.result for each in own if each.outcome is not None]
    first = made[0] if made else _planned(case, debt, today)
    if first is None:
        return None
    if not isinstance(first.outcome, Outcome):
        return Asks(first, None)
    other = _next(made, first.outcome) or _other_plan(case, debt, first.outcome, today)
    return Asks(first, _first_year(first.outcome) if other is None else Fallback(other, other.payments_fen))


def _planned(case: Case, debt: Debt, today: date) -> TermResult | None:
    plan = chosen_plan(case)
    results = () if plan is None else plan_result(case, plan, today).terms
    return next((each for each in results if each.debt.id == debt.id), None)


def _next(made: Sequence[TermResult], asked: Outcome) -> Outcome | None:
    """The next ask of a ladder. It is the borrower's own choice, so it is left out only where it is known to break, or
    to ask for more."""
    for each in made[1:]:
        if isinstance(each.outcome, Outcome) and (each.trial is None or each.trial.hold.ok):
            return each.outcome if _asks_no_more(each.outcome, asked) else None
    return None


def _asks_no_more(other: Outcome, asked: Outcome) -> bool:
    """Whether the lender gives up no more by the other terms, as far as that is known."""
    return other.concession is None or asked.concession is None or other.concession <= asked.concession


def _other_plan(case: Case, debt: Debt, asked: Outcome, today: date) -> Outcome | None:
    chosen = chosen_plan(case)
    most = _begins(asked)
    for plan in case.plans:
        if chosen is None or plan.id == chosen.id:
            continue
        for term in plan_result(case, plan, today).terms:
            outcome = term.outcome
            if term.debt.id != debt.id or not isinstance(outcome, Outcome):
                continue
            holds = term.trial is not None and term.trial.hold.ok
            if holds and _begins(outcome) <= most and _asks_no_more(outcome, asked):
                return outcome
    return None


def _first_year(asked: Outcome) -> Fallback | None:
    first = asked.payments_fen[:FIRST_MONTHS]
    rows = zip(first, asked.schedule.interest_fen, strict=False)
    if len(asked.payments_fen) <= FIRST_MONTHS or any(payment <= interest for payment, interest in rows):
        return None
    return Fallback(None, first)


def _begins(outcome: Outcome) -> int:
    """The most that has to be there at the beginning, in fen."""
    now = to_fen(outcome.proposal.paid_now)
    return max(now, next((fen for fen in outcome.payments_fen if fen), 0))
