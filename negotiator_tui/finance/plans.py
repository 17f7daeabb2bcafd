"""What typed terms come to: payments, cost, whether they fit, and the contract beside them (MONEY §8, §9)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from negotiator_tui.case.case import Case, find
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.edit import Path
from negotiator_tui.case.kinds import Shape, YesNo
from negotiator_tui.case.offers import Offer
from negotiator_tui.case.plans import Plan, Rung, Term
from negotiator_tui.finance.budget import first_due_of
from negotiator_tui.finance.budget_kept import Kept
from negotiator_tui.finance.calendar import default_first_due
from negotiator_tui.finance.fen import to_fen
from negotiator_tui.finance.months import HORIZON, month_of
from negotiator_tui.finance.offer import Outcome, worked_out
from negotiator_tui.finance.offer_terms import Proposal, asked, offered
from negotiator_tui.finance.plan_basis import Basis, basis_of
from negotiator_tui.finance.plan_contract import Contract, contract_of
from negotiator_tui.finance.plan_trial import Trial, trial_of
from negotiator_tui.text.fault import Fault


@dataclass(frozen=True, slots=True)
class TermResult:
    """Terms for one debt worked out: those of a plan or a rung, or those of an offer (then `terms` is the offer).

    `outcome` is a fault where the terms are none or something is not answered; `needs` is then the answer that decides,
    if it is a single one. `trial` is None where the money is not known, or the debt does not share the pool.
    """

    terms: Term | Offer
    debt: Debt
    first_due: date
    outcome: Outcome | Fault
    needs: Path | None
    trial: Trial | None
    contract: Contract
    basis: Basis


@dataclass(frozen=True, slots=True)
class PlanResult:
    """A plan with all its terms. `trial` are the payments of all its debts, tried on the whole pool."""

    plan: Plan
    terms: tuple[TermResult, ...]
    basis: Basis
    trial: Trial | None


_kept: Kept[PlanResult] = Kept(16)
_terms_kept: Kept[TermResult] = Kept(500)


def plan_result(case: Case, plan: Plan, today: date) -> PlanResult:
    """A plan worked out. Kept by the identity of everything it follows from."""
    terms = tuple(term for term in case.terms if term.plan == plan.id)
    lists = (case.debts, case.missed, case.income, case.costs, case.budget, case.first, case.agreements, case.payments)
    return _kept.get((plan, *terms, *lists), today, lambda: _result(case, plan, terms, today))


def _result(case: Case, plan: Plan, terms: tuple[Term, ...], today: date) -> PlanResult:
    pairs = [(term, debt) for term in terms if (debt := _debt(case, term.debt)) is not None]
    dues = [term.first_due or plan.start or default_first_due(today) for term, _ in pairs]
    first = min(dues, default=plan.start or default_first_due(today))
    basis = basis_of(case, first, today, without=frozenset(debt.id for _, debt in pairs))
    results = tuple(
        _worked(case, term, debt, due=due, basis=basis, today=today)
        for (term, debt), due in zip(pairs, dues, strict=True)
    )
    return PlanResult(plan, results, basis, _together(results, basis))


def offer_result(case: Case, offer: Offer, today: date) -> TermResult | None:
    """An offer worked out from its first payment, by default a month after today; None without its debt."""
    debt = _debt(case, offer.debt)
    return None if debt is None else _alone(case, offer, debt, offer.first_due or default_first_due(today), today)


def rung_result(case: Case, rung: Rung, debt: Debt, today: date) -> TermResult:
    """One ask of a ladder worked out for its debt, from the day the plan to ask for begins."""
    return _alone(case, rung, debt, rung.first_due or first_due_of(case, today), today)


def _alone(case: Case, terms: Term | Offer, debt: Debt, due: date, today: date) -> TermResult:
    """Terms for one debt, tried on what it would have without any agreement on it."""
    basis = basis_of(case, due, today, without=frozenset({debt.id}))
    return _worked(case, terms, debt, due=due, basis=basis, today=today)


def chosen_plan(case: Case) -> Plan | None:
    """The plan to ask for: the one that is chosen, else the last one."""
    chosen = [plan for plan in case.plans if plan.chosen is YesNo.YES]
    found = chosen or case.plans
    return found[-1] if found else None


def chosen_term(case: Case, debt_id: str | None) -> Term | None:
    """What the plan to ask for says about a debt."""
    plan = chosen_plan(case)
    if plan is None or debt_id is None:
        return None
    return next((term for term in case.terms if term.plan == plan.id and term.debt == debt_id), None)


def _worked(case: Case, terms: Term | Offer, debt: Debt, *, due: date, basis: Basis, today: date) -> TermResult:
    """Terms worked out; those that did not change, on a basis that did not, are not worked out again."""
    inputs = (terms, debt, case.missed, basis)
    return _terms_kept.get(
        inputs, (due, today), lambda: _work_out(case, terms, debt, due=due, basis=basis, today=today)
    )


def _work_out(case: Case, terms: Term | Offer, debt: Debt, *, due: date, basis: Basis, today: date) -> TermResult:
    proposal = asked(terms, debt) if isinstance(terms, Term) else offered(terms, debt)
    outcome: Outcome | Fault = proposal if isinstance(proposal, Fault) else _outcome(case, proposal, debt, due, today)
    trial = None
    if isinstance(outcome, Outcome):
        trial = trial_of(basis, debt.id, with_fees(outcome), month_of(due))
    contract = contract_of(debt, case.missed, basis, today)
    return TermResult(terms, debt, due, outcome, _needs(outcome, terms, debt), trial, contract, basis)


def with_fees(outcome: Outcome) -> tuple[int, ...]:
    """What has to be there in each month, in fen: the payment, and the monthly fee as long as something is paid."""
    fee = to_fen(outcome.proposal.fee_monthly)
    return tuple(payment + fee if payment else 0 for payment in outcome.payments_fen)


def _outcome(case: Case, proposal: Proposal, debt: Debt, due: date, today: date) -> Outcome | Fault:
    return worked_out(replace(proposal, first_due=due), debt, case.missed, today)


def _debt(case: Case, debt_id: str | None) -> Debt | None:
    found = find(case, "debts", debt_id) if debt_id else None
    return found if isinstance(found, Debt) else None


def _needs(outcome: Outcome | Fault, terms: Term | Offer, debt: Debt) -> Path | None:
    if not isinstance(outcome, Fault):
        return None
    own = "offers" if isinstance(terms, Offer) else "rungs" if isinstance(terms, Rung) else "terms"
    match outcome.code:
        case "offer.balance":
            return ("debts", debt.id, "outstanding")
        case "offer.rate":
            return ("debts", debt.id, "rate") if debt.shape is Shape.LOAN else (own, terms.id, "rate")
        case "offer.months":
            return (own, terms.id, "months")
        case _:
            return None


def _together(results: Iterable[TermResult], basis: Basis) -> Trial | None:
    """The payments of all debts by month from the first month of the basis, tried on the pool."""
    if basis.shares is None:
        return None
    first = basis.shares.first
    months: list[int] = [0] * HORIZON
    for each in results:
        if isinstance(each.outcome, Outcome):
            _add(months, with_fees(each.outcome), month_of(each.first_due) - first)
    last = max((index for index, fen in enumerate(months) if fen), default=-1)
    shares = basis.shares
    return Trial(tuple(months[: last + 1]), shares.pool.signed, shares.safe_pool.signed, first, basis)


def _add(months: list[int], payments: Sequence[int], ahead: int) -> None:
    for number, fen in enumerate(payments):
        index = ahead + number
        if index >= len(months):
            months += [0] * (index + 1 - len(months))
        if index >= 0:
            months[index] += fen
