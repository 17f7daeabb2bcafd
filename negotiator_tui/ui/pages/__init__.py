"""The pages: each a function from a view to rows, imported when it is first shown. None of them knows a widget."""

from collections.abc import Callable
from functools import cache
from importlib import import_module

from negotiator_tui.ui.rows import Row
from negotiator_tui.ui.view import View

_HERE = "negotiator_tui.ui.pages"

_MODULES: dict[str, str] = {
    "start": "start:start",
    "first": "first:first",
    "today": "today:today",
    "debts": "debts:debts",
    "shop": "budget:shop",
    "home": "budget:home",
    "hardship": "first:hardship",
    "picture": "picture:picture",
    "plan": "plan:plan",
    "compare": "compare:compare",
    "ladder": "ladder:ladder",
    "extension": "extension:extension",
    "materials": "materials:materials",
    "statements": "statements:statements",
    "columns": "columns:columns",
    "import": "importing:preview",
    "import-party": "import_parts:party",
    "import-line": "import_parts:line",
    "take-in": "taking:take_in",
    "gaps": "gaps:gap_report",
    "documents": "documents:documents",
    "seen": "seen:seen",
    "balance": "balance:balance",
    "script": "script:script",
    "rehearsal": "rehearsal:rehearsal",
    "call": "call:call",
    "log": "log:log",
    "conduct": "conduct:conduct",
    "offers": "record:offers",
    "agreement": "record:agreements",
    "payments": "payments:payments",
    "checkup": "record:checkup",
    "refused": "routes:refused",
    "court": "routes:court",
    "prevention": "routes:prevention",
    "new-loan": "new_loan:new_loans",
    "urgent": "routes:urgent",
    "item": "item:item",
    "explain": "explain:explain",
    "review": "review:review",
    "help": "help:keys",
    "go": "help:go",
    "palette": "help:palette",
    "enough": "enough:enough",
    "conflict": "conflict:conflict",
}
"""Where the rows of each page are made."""


WITHIN: dict[str, str] = {
    "columns": "statements",
    "import": "statements",
    "import-party": "statements",
    "import-line": "statements",
}
"""Pages that are steps of one of a stage."""


def rows_of(page: str, view: View) -> list[Row]:
    """The rows of a page. KeyError for a page that does not exist."""
    return _maker(page)(view)


@cache
def _maker(page: str) -> Callable[[View], list[Row]]:
    module, _, name = _MODULES[page].partition(":")
    maker: Callable[[View], list[Row]] = getattr(import_module(f"{_HERE}.{module}"), name)
    return maker
