"""What is wrong inside a case file, in words: values that do not fit, ids twice, links into nothing."""

import re
from typing import Any

from pydantic import ValidationError

from negotiator_tui.case.base import Table
from negotiator_tui.case.case import BELONGS, LISTS, PREFIXES, TABLES, Case, items_of
from negotiator_tui.case.questions import Kind, Question, questions
from negotiator_tui.text.fault import Fault, fault

Loc = tuple[int | str, ...]
"""Where a value stands, as pydantic says it: `("debts", 1, "rate")`."""

_CODES = {
    Kind.AMOUNT: "storage.bad-amount",
    Kind.RATE: "storage.bad-rate",
    Kind.DATE: "storage.bad-date",
    Kind.MONTH: "storage.bad-month",
    Kind.MOMENT: "storage.bad-moment",
    Kind.MONTHS: "storage.bad-months",
    Kind.NUMBER: "storage.bad-number",
    Kind.CHOICE: "storage.bad-choice",
    Kind.CHOICES: "storage.bad-choice",
    Kind.TEXT: "storage.bad-text",
    Kind.LONG: "storage.bad-text",
}


def place_of(loc: Loc) -> str:
    """A place in words of the file: `debts 2, rate` is the key `rate` of the second `[[debts]]`."""
    words = [f" {part + 1}" if isinstance(part, int) else f", {part}" for part in loc]
    return "".join(words).removeprefix(", ")


def value_fault(error: ValidationError, text: str) -> Fault:
    """The first value that does not fit: its line, its place and how it is written; never the value itself."""
    loc = error.errors(include_url=False, include_context=False, include_input=False)[0]["loc"]
    where = place_of(loc)
    line = line_of(text, loc)
    asked = _question_at(loc)
    if asked is None:
        return fault("storage.bad-value", line=line, where=where)
    return fault(
        _CODES[asked.kind],
        line=line,
        where=where,
        low=asked.low,
        high=asked.high,
        choices=", ".join(f'"{option}"' for option in asked.options),
    )


def line_of(text: str, loc: Loc) -> int:
    """The line a value stands on, from 1; that of its table where the key is written in another way."""
    name, number, key = str(loc[0]), 0, str(loc[-1]) if len(loc) > 1 else ""
    if len(loc) > 1 and isinstance(loc[1], int):
        number, key = loc[1], str(loc[2]) if len(loc) > 2 else ""
    header = re.compile(rf"\s*\[\[?\s*{re.escape(name)}\s*\]")
    whole = re.compile(rf"\s*{re.escape(name)}\s*[=.]")
    assignment = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*=""")
    found, inside = 0, -1
    for at, line in enumerate(text.splitlines(), 1):
        if header.match(line):
            inside += 1
            found = at if inside <= number else found
        elif (inside == number and key and assignment.match(line)) or (inside < 0 and whole.match(line)):
            return at
    return found or 1


def _question_at(loc: Loc) -> Question | None:
    model: type[Table] | None = TABLES.get(str(loc[0])) or LISTS.get(str(loc[0]))
    names = [part for part in loc[1:] if isinstance(part, str)]
    if model is None or not names:
        return None
    found = {model.model_fields[each.name].alias or each.name: each for each in questions(model)}
    return found.get(names[0])


def broken_links(case: Case) -> tuple[Fault, ...]:
    """Ids given twice, and entries that belong to one that is not there, each with its place."""
    found: list[Fault] = []
    ids = {name: {item.id for item in items_of(case, name)} for name in LISTS}
    for name in LISTS:
        seen: set[str] = set()
        for number, item in enumerate(items_of(case, name)):
            if item.id in seen:
                found.append(fault("storage.duplicate-id", where=place_of((name, number)), id=item.id))
            seen.add(item.id)
            for field, target in BELONGS.get(name, {}).items():
                link = getattr(item, field)
                if link is not None and link not in ids[target]:
                    found.append(fault("storage.dangling", where=place_of((name, number, field)), id=link))
    return tuple(found)


def mended(case: Case) -> Case:
    """The case with a new id for each second holder of one, and without links into nothing."""
    update: dict[str, Any] = {"ids": dict(case.ids)}
    ids = {name: {item.id for item in items_of(case, name)} for name in LISTS}
    for name in LISTS:
        last = max([case.ids.get(name, 0), *(int(re.sub("[a-z]+", "", each)) for each in ids[name])])
        seen: set[str] = set()
        items = []
        for item in items_of(case, name):
            changes: dict[str, Any] = {}
            if item.id in seen:
                last += 1
                changes["id"] = f"{PREFIXES[name]}{last}"
                update["ids"][name] = last
            seen.add(item.id)
            for field, target in BELONGS.get(name, {}).items():
                if getattr(item, field) is not None and getattr(item, field) not in ids[target]:
                    changes[field] = None
            items.append(item.model_copy(update=changes) if changes else item)
        if any(new is not old for new, old in zip(items, items_of(case, name), strict=True)):
            update[name] = tuple(items)
    return case.model_copy(update=update)
