"""`budget`, `cash` and `next`: what follows from a case on a day."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from negotiator_tui.case.case import Case
from negotiator_tui.cli.cases import opened
from negotiator_tui.cli.cash import cash_lines
from negotiator_tui.cli.options import Given
from negotiator_tui.cli.output import money, show, table
from negotiator_tui.cli.words import figure_amount, missing_lines
from negotiator_tui.finance.budget import Budget, budget_json, budget_of
from negotiator_tui.finance.cash import cash_json
from negotiator_tui.finance.figure import Figure, dotted
from negotiator_tui.guide.next_action import next_action
from negotiator_tui.text.cells import columns
from negotiator_tui.text.language import N_

_MONTHS = 12


def run(given: Given) -> int:
    """Print the figures of the command."""
    case = opened(given).case
    match given.command.name:
        case "budget":
            budget = budget_of(case, given.today)
            show(given, budget_json(budget), _budget_lines(given, case, budget))
        case "cash":
            show(given, cash_json(case, given.today), cash_lines(given, case))
        case _:
            _next(given, case)
    return 0


def _budget_lines(given: Given, case: Case, budget: Budget) -> Iterator[str]:
    yield given.say(N_("Budget of {month}"), month=f"{given.today:%Y-%m}")
    sums = (budget.income, budget.costs, budget.shop, budget.surplus, budget.keep, budget.for_debts)
    rows = [_row(given, figure) for figure in sums]
    rows.append((given.say(N_("For debts in a bad month")), figure_amount(given, budget.safe)))
    rows += [_row(given, figure) for figure in (budget.due_this_month, budget.arrears, budget.gap)]
    yield from columns(rows, [False, True])
    if budget.for_debts_by_month:
        yield ""
        head = [given.say(each) for each in (N_("Month"), N_("For debts"), N_("Bad month"))]
        months = islice(budget.for_debts_by_month.items(), _MONTHS)
        yield from table(
            head, [(month, money(value), money(budget.safe_by_month.get(month))) for month, value in months], left=(0,)
        )
    yield from missing_lines(given, case, budget.missing)


def _row(given: Given, figure: Figure) -> tuple[str, str]:
    return given.say(figure.label), figure_amount(given, figure)


def _next(given: Given, case: Case) -> None:
    action = next_action(case, given.today)
    sentence, reason = action.sentence(given.lang), action.reason(given.lang)
    data: dict[str, Any] = {
        "code": action.code,
        "page": action.page,
        "path": dotted(action.path),
        "day": None if action.day is None else action.day.isoformat(),
        "sentence": sentence,
        "reason": reason,
    }
    show(given, data, [sentence, f"  {reason}"])
