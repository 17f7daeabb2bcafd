"""`plan`: what to ask for, and what the plans of a case come to."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from negotiator_tui.case.kinds import YesNo
from negotiator_tui.cli.cases import opened
from negotiator_tui.cli.options import Given
from negotiator_tui.cli.outcome import result_json, result_lines
from negotiator_tui.cli.output import show
from negotiator_tui.cli.plan_more import more_json, more_lines, stress_json, stress_lines
from negotiator_tui.cli.plan_search import search_json, search_lines
from negotiator_tui.cli.words import missing_lines
from negotiator_tui.finance.budget import budget_of
from negotiator_tui.finance.figure import dotted
from negotiator_tui.finance.plans import PlanResult, plan_result
from negotiator_tui.finance.search import searched
from negotiator_tui.text.clean import clean
from negotiator_tui.text.language import N_


def run(given: Given) -> int:
    """Print what to ask for and what the plans of the case come to."""
    case = opened(given).case
    blocking = budget_of(case, given.today).blocking
    missing = {"missing": [dotted(path) for path in blocking]}
    plans = [plan_result(case, plan, given.today) for plan in case.plans]
    found = searched(case, given.today)
    if given.json:
        data = search_json(found) | {"plans": [_plan_json(given, each) for each in plans]} | missing
        data |= {"stress": stress_json(given, found, case)} if given.has("--stress") else {}
        data |= more_json(given, found, case) if given.has("--more") else {}
        show(given, data, ())
        return 0
    stress = list(stress_lines(given, found, case)) if given.has("--stress") else []
    # What more money would do takes seconds with many debts: the rest is read meanwhile.
    more = more_lines(given, found, case) if given.has("--more") else ()
    last = chain(_plan_lines(given, plans), missing_lines(given, case, blocking))
    show(given, {}, chain(search_lines(given, found, case), stress, more, last))
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
