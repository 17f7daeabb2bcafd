"""Changes of several answers at once that a row can offer, each one step of history."""

from collections.abc import Callable
from datetime import date

from negotiator_tui.case.case import Case
from negotiator_tui.text.language import Lang

Change = Callable[..., Case]
"""`change(case, today, lang, *arguments) -> Case`; arguments are ids or plain words."""

CHANGES: dict[str, Change] = {}
"""By the name a row's argument begins with."""


def changed(case: Case, today: date, lang: Lang, argument: str) -> Case:
    """The case after the change an argument names. KeyError for a change that does not exist."""
    name, *rest = argument.split()
    return CHANGES[name](case, today, lang, *rest)
