"""`plan` and `offer`: what terms for a debt come to, and whether they can be paid."""

from collections.abc import Iterator, Sequence
from typing import Any

from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import GraceKind, Per, YesNo
from negotiator_tui.case.offers import Offer
from negotiator_tui.cli import values
from negotiator_tui.cli.cases import debt_of, opened
from negotiator_tui.cli.faults import RefusedError
from negotiator_tui.cli.options import Given
from negotiator_tui.cli.outcome import result_json, result_lines
from negotiator_tui.cli.output import show
from negotiator_tui.cli.plan_search import search_json, search_lines
from negotiator_tui.cli.schedule import method
from negotiator_tui.cli.words import missing_lines
from negotiator_tui.finance.budget import budget_of
from negotiator_tui.finance.figure import dotted
from negotiator_tui.finance.plans import PlanResult, offer_result, plan_result
from negotiator_tui.finance.rates import annual_percent
from negotiator_tui.finance.schedule_terms import MAX_MONTHS
from negotiator_tui.finance.search import searched
from negotiator_tui.text.clean import clean
from negotiator_tui.text.fault import Fault, fault
from negotiator_tui.text.language import N_


def run(given: Given) -> int:
    """Print what to ask for and what the plans of the case come to, or what the offer given does."""
    case = opened(given).case
    blocking = budget_of(case, given.today).blocking
    missing = {"missing": [dotted(path) for path in blocking]}
    if given.command.name == "offer":
        data, lines = _offer(given, case)
    else:
        plans = [plan_result(case, plan, given.today) for plan in case.plans]
        found = searched(case, given.today)
        data = search_json(found) | {"plans": [_plan_json(given, each) for each in plans]}
        lines = [*search_lines(given, found, case), *_plan_lines(given, plans)]
    show(given, data | missing, [*lines, *missing_lines(given, case, blocking)])
    return 0


def _plan_json(given: Given, made: PlanResult) -> dict[str, Any]:
    return {
        "id": made.plan.id,
        "name": made.plan.name or "",
        "chosen": made.plan.chosen is YesNo.YES,
        "terms": [{"id": each.terms.id} | result_json(given, each) for each in made.terms],
    }


def _plan_lines(given: Given, plans: Sequence[PlanResult]) -> Iterator[str]:
    if not plans:
        yield given.say(N_("There is no plan in this case yet."))
    for each in plans:
        name = clean(each.plan.name or each.plan.id)
        yield given.say(N_("Plan {name} (chosen)"), name=name) if each.plan.chosen is YesNo.YES else name
        for terms in each.terms:
            yield from result_lines(given, terms)
        yield ""


def _offer(given: Given, case: Case) -> tuple[dict[str, Any], list[str]]:
    debt = debt_of(case, given)
    made = offer_result(case, _terms(given, debt), given.today)
    if made is None:
        raise RefusedError(fault("case.gone"))
    if isinstance(made.outcome, Fault):
        raise RefusedError(made.outcome)
    return result_json(given, made), list(result_lines(given, made))


def _terms(given: Given, debt: Debt) -> Offer:
    rate = values.rate(given, "--rate", Per, Per.YEAR)
    year_days = int(debt.year_days) if debt.year_days else 360
    yearly = None if rate is None else annual_percent(*rate, year_days)
    if yearly is not None and yearly > values.LARGEST_YEARLY:
        raise RefusedError(fault("rate-range"), "--rate")
    return Offer(
        id="o0",
        debt=debt.id,
        method=method(given),
        months=values.count(given, "--months", 1, MAX_MONTHS),
        rate=None if yearly is None else yearly.quantize(values.RATE_PLACES),
        grace_months=values.count(given, "--grace", 0, MAX_MONTHS),
        grace_kind=values.choice(given, "--grace-kind", GraceKind),
        instalment=values.amount(given, "--instalment"),
        paid_now=values.amount(given, "--paid-now"),
        penalty_waived=values.amount(given, "--penalty-waived"),
        interest_waived=values.amount(given, "--interest-waived"),
        fee_upfront=values.amount(given, "--fee-upfront"),
        fee_monthly=values.amount(given, "--fee-monthly"),
    )
