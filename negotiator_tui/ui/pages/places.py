"""Where an answer is given: from its path to the page and row."""

from negotiator_tui.case.case import LISTS, TABLES, Case, find
from negotiator_tui.case.edit import Path
from negotiator_tui.case.kinds import Side
from negotiator_tui.case.questions import question
from negotiator_tui.case.stages import STAGES
from negotiator_tui.text.language import N_
from negotiator_tui.ui.rows import Target
from negotiator_tui.ui.view import View

_OWN_PAGE = {"debts", "contacts", "offers", "agreements", "reviews", "court", "materials", "rungs", "new_loans", "sent"}
"""Lists whose items have a page of their own."""

_LIST_PAGES = {
    "week": "first",
    "missed": "debts",
    "plans": "plan",
    "terms": "plan",
    "payments": "payments",
    "paid": "balance",
    "ladders": "ladder",
    "statements": "statements",
    "own_months": "statements",
    "parties": "statements",
}


def target_of(path: Path, case: Case | None = None) -> Target:
    """The page and row for a path; the first page for one that leads nowhere."""
    if not path:
        return Target("first")
    name = path[0]
    if name in _OWN_PAGE and len(path) > 1:
        return Target("item", path)
    if name in {"income", "costs"}:
        line = find(case, name, path[1]) if case is not None and len(path) > 1 else None
        return Target("home" if line is not None and line.side is Side.HOME else "shop", path)
    if name in _LIST_PAGES:
        return Target(_LIST_PAGES[name], path)
    if name == "budget":
        return Target("shop", path)
    page = next((each.id for stage in STAGES for each in stage.pages if name in each.asks), "first")
    return Target(page, path)


def changed_at(path: Path, case: Case) -> Target | None:
    """The page and row of a change, the list's page for an item that is gone; None for what is no answer or item."""
    name = path[0] if path else ""
    if name in LISTS and len(path) > 1 and find(case, name, path[1]) is None:
        return Target(next((each.id for stage in STAGES for each in stage.pages if name in each.asks), "first"))
    return target_of(path, case) if name in {*LISTS, *TABLES} else None


def question_label(view: View, path: Path) -> str:
    """An answer's question, with the item's name before it."""
    model = {**TABLES, **LISTS}.get(path[0])
    if model is None or len(path) < 2:
        return ".".join(path)
    try:
        label = view.t(question(model, path[-1]).ask.label)
    except KeyError:
        return ".".join(path)
    item = find(view.case, path[0], path[1]) if path[0] in LISTS and len(path) > 2 else None
    name = getattr(item, "name", None)
    return view.t(N_("{name}: {words}"), name=name, words=label) if name else label
