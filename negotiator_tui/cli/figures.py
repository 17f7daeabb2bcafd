"""`budget`, `cash` and `next`: what follows from a case on a day."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from negotiator_tui.case.case import Case
from negotiator_tui.case.edit import Path, table_at
from negotiator_tui.case.questions import question
from negotiator_tui.cli.cases import opened
from negotiator_tui.cli.options import Given
from negotiator_tui.cli.output import money, show, table
from negotiator_tui.finance.budget import Budget, budget_json, budget_of
from negotiator_tui.finance.figure import Figure, bound, dotted
from negotiator_tui.guide.next_action import next_action
from negotiator_tui.text.cells import columns
from negotiator_tui.text.clean import clean
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
            raise NotImplementedError
        case _:
            _next(given, case)
    return 0


def _budget_lines(given: Given, case: Case, budget: Budget) -> Iterator[str]:
    yield given.say(N_("Budget of {month}"), month=f"{given.today:%Y-%m}")
    sums = (budget.income, budget.costs, budget.shop, budget.surplus, budget.keep, budget.for_debts)
    rows = [_row(given, figure) for figure in sums]
    rows.append((given.say(N_("For debts in a bad month")), _amount(given, budget.safe)))
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
    return given.say(figure.label), _amount(given, figure)


_BOUNDS = {"at-least": N_("at least {amount}"), "at-most": N_("at most {amount}"), "open": N_("about {amount}")}


def _amount(given: Given, figure: Figure) -> str:
    side = bound(figure)
    if figure.value is None or (side == "exact" and not figure.estimated):
        return money(figure.value)
    return given.say(_BOUNDS["open" if side == "exact" else side], amount=money(figure.value))


def missing_lines(given: Given, case: Case, missing: Iterable[Path]) -> Iterator[str]:
    """What is not answered yet, as lines: whose, and which question."""
    paths = list(missing)
    if paths:
        yield ""
        yield given.say(N_("Not answered yet; figures above skip it:"))
    for path in paths:
        yield f"  {dotted(path)}: {_question_words(given, case, path)}"


def _question_words(given: Given, case: Case, path: Path) -> str:
    table_or_item = table_at(case, path)
    if table_or_item is None:
        return dotted(path)
    name = clean(getattr(table_or_item, "name", None) or "")
    label = given.say(question(type(table_or_item), path[-1]).ask.label)
    return f"{name} · {label}" if name else label


def _next(given: Given, case: Case) -> None:
    action = next_action(case, given.today)
    sentence, reason = action.sentence(given.lang), action.reason(given.lang)
    data: dict[str, Any] = {
        "code": action.code,
        "page": action.page,
        "path": dotted(action.path),
        "sentence": sentence,
        "reason": reason,
    }
    show(given, data, [sentence, f"  {reason}"])
