"""The comment lines of a case file, made from the questions, and finding comments that are not ours."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import Any, get_args

from negotiator_tui.case.base import Table
from negotiator_tui.case.case import LISTS, TABLES
from negotiator_tui.case.questions import questions
from negotiator_tui.text.language import N_, Lang, t

MARK = "#:"
"""Begins every comment this program writes; any other comment is the borrower's own."""

_FIRST_LINE = N_(
    "Case file of negotiator-tui. You can read and mend it with any text editor: amounts in yuan, rates in percent, "
    'dates like 2026-12-05; unknown = ["rate"] means “don\'t know”, estimated = ["rate"] means a guess. '
    "Lines like this one are written anew at each save; your own remarks go into note."
)
_NOTE = N_("Note")
_TITLES = {
    "first": N_("The first questions"),
    "borrower": N_("The borrower; identity is only typed when a letter is printed"),
    "hardship": N_("What happened"),
    "budget": N_("What the budget needs beside its lines"),
    "week": N_("What must be paid within seven days"),
    "debts": N_("Debts"),
    "missed": N_("Missed instalments of a loan"),
    "income": N_("What comes in"),
    "costs": N_("What goes out, without debts"),
    "plans": N_("Plans"),
    "terms": N_("What a plan asks for one debt"),
    "materials": N_("Papers"),
    "contacts": N_("Calls, messages and visits"),
    "offers": N_("What lenders offered or answered"),
    "agreements": N_("Agreements"),
    "payments": N_("Payments of an agreement"),
    "reviews": N_("Check-ups"),
    "paid": N_("What was paid on a contract"),
    "court": N_("Papers from a court"),
    "sent": N_("What was sent"),
    "statements": N_("Statements read in"),
    "own_months": N_("Real months of the shop"),
    "parties": N_("Whom money came from and went to"),
    "new_loans": N_("Loans somebody offers"),
    "ladders": N_("The most that may be said about a debt"),
    "rungs": N_("The asks of a ladder, the one to begin with first"),
}

_TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?"""(?:"{0,2})'
    r"|'''.*?'''(?:'{0,2})"
    r'|"[^"\\\n]*(?:\\.[^"\\\n]*)*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*",
    re.DOTALL,
)


def first_line(lang: Lang) -> str:
    """The first line of a case file: what it is and how to write in it."""
    return f"{MARK} {t(lang, _FIRST_LINE)}\n"


@cache
def table_line(name: str, lang: Lang) -> str:
    """The line over the table or list `name`: its keys, what each asks, and the words a choice takes."""
    model = TABLES.get(name) or LISTS[name]
    header = f"[[{name}]]" if name in LISTS else f"[{name}]"
    keys = "; ".join(_key(model, field, lang) for field in _fields(model))
    return f"{MARK} {header} {t(lang, _TITLES[name])}: {keys}\n"


def _fields(model: type[Table]) -> list[str]:
    asked = [field for field in model.model_fields if field not in {"id", "unknown", "estimated"}]
    return sorted(asked, key="note".__eq__)


def _key(model: type[Table], field: str, lang: Lang) -> str:
    info = model.model_fields[field]
    asked = {each.name: each.ask.label for each in questions(model)} | {"note": _NOTE}
    label = f" = {t(lang, asked[field])}" if field in asked else ""
    options = next((kind for kind in _kinds(info.annotation) if issubclass(kind, StrEnum)), None)
    return f"{info.alias or field}{label}" + (f" ({', '.join(options)})" if options else "")


def _kinds(annotation: Any) -> Iterator[type]:
    """The plain types inside an annotation such as `tuple[Urgent, ...] | None`."""
    if isinstance(annotation, type) and not get_args(annotation):
        yield annotation
    for part in get_args(annotation):
        yield from _kinds(part)


def has_own_comments(text: str) -> bool:
    """Whether TOML text holds comments that this program did not write."""
    return any(token[0] == "#" and not token.startswith(MARK) for token in _TOKEN.findall(text))
