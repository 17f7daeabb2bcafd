"""`plan` and `offer`: what terms for a debt come to, and whether they can be paid."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from negotiator_tui.case.case import Case, find
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Accrual, GraceKind, Method, Per, YesNo
from negotiator_tui.case.plans import Plan, Term
from negotiator_tui.cli import values
from negotiator_tui.cli.cases import debt_of, opened
from negotiator_tui.cli.faults import RefusedError
from negotiator_tui.cli.options import Given
from negotiator_tui.cli.outcome import outcome_json, outcome_lines
from negotiator_tui.cli.output import show
from negotiator_tui.cli.schedule import method
from negotiator_tui.cli.words import missing_lines
from negotiator_tui.finance.budget import Budget, budget_of
from negotiator_tui.finance.calendar import default_first_due
from negotiator_tui.finance.claim import claim
from negotiator_tui.finance.figure import dotted
from negotiator_tui.finance.months import month_of
from negotiator_tui.finance.offer import Outcome, worked_out
from negotiator_tui.finance.offer_terms import Proposal, asked, contract_percent
from negotiator_tui.finance.rates import annual_percent
from negotiator_tui.finance.schedule_terms import MAX_MONTHS
from negotiator_tui.finance.shares import Shares, shares_of
from negotiator_tui.text.clean import clean
from negotiator_tui.text.fault import Fault, fault, sentence
from negotiator_tui.text.language import N_


@dataclass(frozen=True, slots=True)
class There:
    """A case on a day with what there is for its debts: the budget, and the shares, None where they are not known."""

    case: Case
    today: date
    budget: Budget
    shares: Shares | None

    def money(self, debt_id: str, first_due: date) -> tuple[Sequence[int] | None, Sequence[int] | None]:
        """One debt's money from the month of its first payment: in usual and in bad months; None where not known.

        While an answer is missing that decides, nothing is told: nothing may be called affordable then.
        """
        share = None if self.shares is None or not self.budget.judgeable else self.shares.of(debt_id)
        skip = month_of(first_due) - self.budget.first
        if share is None or skip < 0:
            return None, None
        return share.normal[skip:], share.safe[skip:]


@dataclass(frozen=True, slots=True)
class Worked:
    """The terms of one debt and what they come to, or why they come to nothing."""

    id: str
    debt: Debt | None
    outcome: Outcome | Fault

    def json(self, given: Given) -> dict[str, Any]:
        """By keys; `problem` is a sentence where the terms cannot be worked out."""
        head = {"id": self.id} if self.id else {}
        head |= {"debt": self.debt.id, "name": self.debt.name or ""} if self.debt else {}
        if isinstance(self.outcome, Fault):
            return head | {"problem": sentence(self.outcome, given.lang)}
        return head | outcome_json(given, self.outcome)

    def lines(self, given: Given) -> Iterator[str]:
        """For people."""
        yield clean(self.debt.name or self.debt.id) if self.debt else self.id
        if isinstance(self.outcome, Fault):
            yield f"  {sentence(self.outcome, given.lang)}"
        else:
            yield from outcome_lines(given, self.outcome)


def run(given: Given) -> int:
    """Print what the plans of the case, or the offer given, come to."""
    case = opened(given).case
    there = _there(case, given.today)
    missing = {"missing": [dotted(path) for path in there.budget.blocking]}
    still = missing_lines(given, case, there.budget.blocking)
    if given.command.name == "offer":
        debt = debt_of(case, given)
        made = _worked("", debt, _proposal(given, debt), there)
        if isinstance(made.outcome, Fault):
            raise RefusedError(made.outcome)
        show(given, made.json(given) | missing, [*made.lines(given), *still])
        return 0
    plans = [(plan, _terms(there, plan)) for plan in case.plans]
    data = [_plan_json(given, plan, terms) for plan, terms in plans]
    show(given, {"plans": data} | missing, [*_plan_lines(given, plans), *still])
    return 0


def _there(case: Case, today: date) -> There:
    budget = budget_of(case, today)
    known = [debt for debt in case.debts if debt.outstanding is not None]
    claims = {debt.id: claim(debt, case.missed, today).total for debt in known}
    return There(case, today, budget, shares_of(budget, claims, today))


def _plan_json(given: Given, plan: Plan, terms: Sequence[Worked]) -> dict[str, Any]:
    return {
        "id": plan.id,
        "name": plan.name or "",
        "chosen": plan.chosen is YesNo.YES,
        "terms": [each.json(given) for each in terms],
    }


def _plan_lines(given: Given, plans: Sequence[tuple[Plan, Sequence[Worked]]]) -> Iterator[str]:
    if not plans:
        yield given.say(N_("There is no plan in this case yet."))
    for plan, terms in plans:
        name = clean(plan.name or plan.id)
        yield given.say(N_("Plan {name} (chosen)"), name=name) if plan.chosen is YesNo.YES else name
        for each in terms:
            yield from each.lines(given)
        yield ""


def _terms(there: There, plan: Plan) -> list[Worked]:
    return [_term(there, term, plan.start) for term in there.case.terms if term.plan == plan.id]


def _term(there: There, term: Term, start: date | None) -> Worked:
    debt: Debt | None = find(there.case, "debts", term.debt or "")
    if debt is None:
        return Worked(term.id, None, fault("cli.no-debt", id=term.debt or "", ids="-"))
    proposal = asked(term, debt)
    if isinstance(proposal, Proposal) and proposal.first_due is None:
        proposal = replace(proposal, first_due=start)
    return _worked(term.id, debt, proposal, there)


def _worked(term_id: str, debt: Debt, proposal: Proposal | Fault, there: There) -> Worked:
    if isinstance(proposal, Fault):
        return Worked(term_id, debt, proposal)
    pool, safe = there.money(debt.id, proposal.first_due or default_first_due(there.today))
    return Worked(term_id, debt, worked_out(proposal, debt, there.case.missed, there.today, pool=pool, safe=safe))


def _proposal(given: Given, debt: Debt) -> Proposal | Fault:
    year_days = int(debt.year_days) if debt.year_days else 360
    rate = values.rate(given, "--rate", Per, Per.YEAR)
    percent = contract_percent(debt) if rate is None else annual_percent(*rate, year_days)
    if percent is None:
        return fault("offer.rate")
    nothing = Decimal(0)
    return Proposal(
        method=method(given) or debt.method or Method.EQUAL_INSTALMENT,
        months=values.count(given, "--months", 1, MAX_MONTHS) or 0,
        rate=percent,
        asked=False,
        grace_months=values.count(given, "--grace", 0, MAX_MONTHS) or 0,
        grace_kind=values.choice(given, "--grace-kind", GraceKind) or GraceKind.PAID,
        instalment=values.amount(given, "--instalment"),
        paid_now=values.amount(given, "--paid-now") or nothing,
        penalty_waived=values.amount(given, "--penalty-waived") or nothing,
        interest_waived=values.amount(given, "--interest-waived") or nothing,
        fee_upfront=values.amount(given, "--fee-upfront") or nothing,
        fee_monthly=values.amount(given, "--fee-monthly") or nothing,
        accrual=debt.accrual or Accrual.MONTHLY,
        year_days=year_days,
    )
