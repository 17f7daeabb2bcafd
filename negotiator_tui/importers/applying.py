"""An import taken over into a case: one change, made of what the borrower accepted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from negotiator_tui.case.base import Item
from negotiator_tui.case.case import PREFIXES, Case, items_of
from negotiator_tui.case.edit import added, removed
from negotiator_tui.case.exhibits import linked
from negotiator_tui.case.kinds import MaterialState
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.months import month_text
from negotiator_tui.importers.beside import topic_of
from negotiator_tui.importers.proposal import Decision, Proposal, proposal_of
from negotiator_tui.importers.proposed import Proposed, Way
from negotiator_tui.importers.statement import Import, StatementFile
from negotiator_tui.importers.tally import rows_of
from negotiator_tui.text.clean import clean
from negotiator_tui.text.fault import Fault
from negotiator_tui.text.language import Lang

_LISTS = {PREFIXES[name]: name for name in ("income", "costs")}
_NAME = 60
"""Characters of a foreign name that are kept."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the borrower said to a proposal. What is not in it is done as the proposal says.

    `ways` and `amounts` by the key of a line; `parties` by name; `worst` None: as the rule below says; `debts` are
    the names of repaid debts that are to be listed.
    """

    ways: Mapping[str, Way] = field(default_factory=dict)
    amounts: Mapping[str, Decimal] = field(default_factory=dict)
    parties: Mapping[str, Decision] = field(default_factory=dict)
    worst: bool | None = None
    debts: frozenset[str] = frozenset()


def applied(case: Case, imported: Import, choices: Choices, today: date, lang: Lang) -> Case | Fault:
    """The case with an import in it: lines, parties, months, statements and the worst month. Nothing else changes."""
    rows = rows_of(imported)
    if rows is None:
        return case
    return applied_proposal(case, imported, proposal_of(rows, case, choices.parties, lang), choices, today)


def applied_proposal(case: Case, imported: Import, proposal: Proposal, choices: Choices, today: date) -> Case | Fault:
    """The same from a proposal that was made for this case with these decisions about parties."""
    ids: list[str] = []
    grown: Case | Fault = _with_parties(case, choices.parties)
    topics: dict[tuple[object, ...], list[Proposed]] = {}
    for line in proposal.lines:
        if way_of(line, choices) is not Way.LEAVE:
            topics.setdefault((*topic_of(line), way_of(line, choices)), []).append(line)
    for lines in topics.values():
        if isinstance(grown, Case):
            grown = _with_lines(grown, lines, choices, ids)
    for name in sorted(choices.debts):
        if isinstance(grown, Case):
            grown = _case(added(grown, "debts", name=clean(name, limit=_NAME)))
    if isinstance(grown, Case):
        grown = _with_months(grown, proposal)
    for file in imported.files:
        if isinstance(grown, Case):
            grown = _with_statement(grown, file, tuple(ids), today)
    if isinstance(grown, Fault):
        return grown
    worst = takes_worst(case, proposal, choices)
    shown = [f"{_LISTS[line_id[0]]}.{line_id}" for line_id in ids]
    grown = _with_papers(grown, imported, [*shown, *(["budget.worst_takings"] if worst else [])])
    return _with_worst(grown, proposal) if worst and isinstance(grown, Case) else grown


def way_of(line: Proposed, choices: Choices) -> Way:
    """What is done with a line. Replacing where there is nothing to replace is adding."""
    way = choices.ways.get(line.key, line.way)
    return Way.ADD if way is Way.REPLACE and not line.replaces else way


def takes_worst(case: Case, proposal: Proposal, choices: Choices) -> bool:
    """Whether the worst month of the statements is taken: where none is answered, or the answer is a guess or milder."""
    if proposal.worst_takings is None:
        return False
    if choices.worst is not None:
        return choices.worst
    there = case.budget.worst_takings
    return there is None or "worst_takings" in case.budget.estimated or proposal.worst_takings < there


def _with_parties(case: Case, decisions: Mapping[str, Decision]) -> Case | Fault:
    result: Case | Fault = case
    for name, (belongs, group) in sorted(decisions.items()):
        if isinstance(result, Case):
            found = next((party for party in result.parties if party.name == name), None)
            answers = {"belongs": belongs, "group": group}
            result = (
                _put(result, "parties", found, answers)
                if found
                else _case(added(result, "parties", name=name, **answers))
            )
    return result


def _with_lines(case: Case, lines: list[Proposed], choices: Choices, ids: list[str]) -> Case | Fault:
    """The lines of one topic: in the place of those they replace, as far as there are any, else at the end."""
    own = [each for each in items_of(case, lines[0].list_name) if each.id in lines[0].replaces]
    free = own if way_of(lines[0], choices) is Way.REPLACE else []
    single = len(lines) == len(own) == 1
    result: Case | Fault = case
    for line in lines:
        if isinstance(result, Fault):
            return result
        answers = _answers(line, choices.amounts.get(line.key))
        if free:
            old = free.pop(0)
            kept = {"name": old.name} if single and old.name else {}
            day = {"day": old.day} if old.day is not None and answers["day"] is None else {}
            result = _put(result, line.list_name, old, {**answers, **day, **kept})
            new = old.id
        else:
            grown = added(result, line.list_name, **answers)
            result = _case(grown)
            new = "" if isinstance(grown, Fault) else grown[1]
        if new and line.amount is not None:  # cash is shown by no statement
            ids.append(new)
    if isinstance(result, Case):
        for old in free:
            result = removed(result, (lines[0].list_name, old.id))
    return result


def _answers(line: Proposed, amount: Decimal | None) -> dict[str, Any]:
    answers: dict[str, Any] = {
        "side": line.side,
        "name": clean(line.name, limit=_NAME),
        "amount": line.amount if amount is None else amount,
        "every": line.every,
        "months": line.months or None,
        "day": line.day,
        "estimated": ("amount",) if line.estimated and amount is None else (),
        "unknown": (),
    }
    if line.list_name == "costs":
        answers |= {"group": line.group, "with_sales": line.with_sales}
    return answers


def _with_months(case: Case, proposal: Proposal) -> Case | Fault:
    result: Case | Fault = case
    for own in proposal.own_months:
        if isinstance(result, Fault):
            return result
        month = month_text(own.month)
        found = next((each for each in result.own_months if (each.month, each.source) == (month, own.source)), None)
        answers = {
            "month": month,
            "source": own.source,
            "takings": None if own.takings is None else yuan(max(own.takings, 0)),
            "shop_costs": yuan(max(own.shop_costs, 0)),
            "home_costs": yuan(max(own.home_costs, 0)),
            "estimated": ("shop_costs", "home_costs") if own.guessed else (),
        }
        result = _put(result, "own_months", found, answers) if found else _case(added(result, "own_months", **answers))
    return result


def _with_statement(case: Case, file: StatementFile, ids: tuple[str, ...], today: date) -> Case | Fault:
    days = [row.at.date() for row in file.transactions]
    answers = {
        "file": clean(file.name, limit=_NAME * 2),
        "layout": file.layout,
        "sha256": file.sha256,
        "rows": file.rows,
        "imported_on": today,
        "first_day": min(days, default=None),
        "last_day": max(days, default=None),
        "lines": ids,
    }
    found = next((each for each in case.statements if each.sha256 == file.sha256), None)
    return _put(case, "statements", found, answers) if found else _case(added(case, "statements", **answers))


def _with_papers(case: Case, imported: Import, shown: list[str]) -> Case | Fault:
    """Each file as a paper that proves the lines: the one it was taken in as, or a new one."""
    result = case
    for file in imported.files:
        name = clean(file.name, limit=_NAME * 2)
        found = next((each for each in result.materials if each.sha256 == file.sha256 or each.name == name), None)
        if found is None:
            last = max((row.at.date() for row in file.transactions), default=None)
            grown = added(result, "materials", name=name, state=MaterialState.HAVE, dated=last)
            if isinstance(grown, Fault):
                return grown
            result, paper = grown
        else:
            paper = found.id
        for about in shown:
            result = linked(result, paper, about)
    return result


def _with_worst(case: Case, proposal: Proposal) -> Case:
    names = ("worst_takings",)
    budget = case.budget.model_copy(
        update={
            "worst_takings": proposal.worst_takings,
            "unknown": tuple(name for name in case.budget.unknown if name not in names),
            "estimated": tuple(name for name in case.budget.estimated if name not in names),
        }
    )
    return case.model_copy(update={"budget": budget})


def _put(case: Case, name: str, old: Item, answers: Mapping[str, Any]) -> Case:
    """The case with an item's answers replaced; what is not named stays."""
    new = type(old).model_validate({**dict(old), **answers})
    items: Sequence[Item] = items_of(case, name)
    return case.model_copy(update={name: tuple(new if each.id == old.id else each for each in items)})


def _case(grown: tuple[Case, str] | Fault) -> Case | Fault:
    return grown if isinstance(grown, Fault) else grown[0]
