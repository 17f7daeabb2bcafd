"""Commands that change the case: undo and redo, entries added, deleted and altered."""

from typing import TYPE_CHECKING, Any

from negotiator_tui.case.answers import Reading
from negotiator_tui.case.case import LISTS, Case, find
from negotiator_tui.case.edit import Path, value_at
from negotiator_tui.case.questions import Kind
from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages import rows_of
from negotiator_tui.ui.pages.places import changed_at

if TYPE_CHECKING:
    from negotiator_tui.ui.app import Negotiator
    from negotiator_tui.ui.doing import Do

declare(
    {
        "ui.deleted": N_("Deleted. Ctrl+Z brings it back."),
    },
    told=True,
)
declare(
    {
        "ui.nothing-to-undo": N_("There is nothing to take back."),
        "ui.nothing-to-redo": N_("There is nothing to make again."),
        "ui.nothing-to-delete": N_("There is no entry on this row to delete."),
        "ui.no-list": N_("On this page there is no list to add to."),
    }
)


def _unknown(app: "Negotiator", _argument: str) -> None:
    app.sheet.editor.keys["ctrl+d"]()


def _undo(app: "Negotiator", _argument: str) -> Fault | None:
    return _travelled(app, app.session.undo(), "ui.nothing-to-undo")


def _redo(app: "Negotiator", _argument: str) -> Fault | None:
    return _travelled(app, app.session.redo(), "ui.nothing-to-redo")


def _travelled(app: "Negotiator", path: Path | None, otherwise: str) -> Fault | None:
    """Stand where the change was, on this page if it is shown here."""
    if path is None:
        return fault(otherwise)
    session = app.session
    if session.place.page == "item" and session.view().current() is None:
        session.back()
    rows = rows_of(session.place.page, session.view())
    row = next((each for each in rows if _shows(each, path)), None) or _adding(rows, path)
    target = changed_at(path, session.case)
    if isinstance(row, r.ItemRow) or (isinstance(row, r.CellsRow) and not row.item_id):
        app.show_page(r.key_of(row) or ())
    elif row is not None or target is None:
        app.show_page(path)
    else:
        app.open(target)
    return None


def _shows(row: r.Row, path: Path) -> bool:
    """Whether a row shows the answer at a path, or the item of a path of two parts."""
    match row:
        case r.ItemRow(target=target):
            return target.page == "item" and target.path == path
        case r.CellsRow():
            return r.key_of(row) == path or any(each.path == path for each in row.cells)
        case _:
            return r.key_of(row) == path


def _adding(rows: list[r.Row], path: Path) -> r.CellsRow | None:
    """The row that adds to the list of an item that is gone, where the list is edited in place."""
    found = (each for each in rows if isinstance(each, r.CellsRow) and not each.item_id)
    return next((each for each in found if each.list_name == path[0]), None) if len(path) > 1 else None


def _add(app: "Negotiator", _argument: str) -> Fault | None:
    for row in app.sheet.rows:
        if isinstance(row, r.CellsRow) and not row.item_id:
            app.sheet.show(r.key_of(row))
            return None
        if isinstance(row, r.FindRow) and row.list_name:
            app.sheet.create(row, Reading())
            return None
    return fault("ui.no-list")


def _delete(app: "Negotiator", _argument: str) -> Fault | None:
    path = _deletable(app)
    if path is None:
        return fault("ui.nothing-to-delete")
    on_its_page = app.session.place.page == "item" and app.session.place.path[:2] == path
    problem = app.session.remove(path)
    if problem is None and on_its_page:
        app.session.back()
    app.show_page()
    return problem or fault("ui.deleted")


def _deletable(app: "Negotiator") -> Path | None:
    match app.sheet.row:
        case r.CellsRow(list_name=name, item_id=item_id) if item_id:
            return (name, item_id)
        case r.ItemRow(target=target) if target.page == "item":
            return target.path[:2]
    place = app.session.place
    if place.page == "item" and find(app.session.case, *place.path[:2]) is not None:
        return place.path[:2]
    return None


def _new_item(app: "Negotiator", argument: str) -> None:
    """Add an item and open it: `list field=value …`."""
    name, *pairs = argument.split()
    view = app.session.view()
    now = {"today": view.today, "now": view.now.replace(second=0, microsecond=0)}
    defaults: list[tuple[str, Any]] = []
    for pair in pairs:
        field, _, value = pair.partition("=")
        defaults.append((field, now.get(value, value)))
    app.sheet.create(r.FindRow(name, "", tuple(defaults), field=""), Reading())


def _next_debt(app: "Negotiator", _argument: str) -> Fault | None:
    """Let the item on this page be about the next debt, or about none after the last."""
    session = app.session
    path = (*session.place.path[:2], "debt")
    ids: list[str | None] = [None, *(debt.id for debt in session.case.debts)]
    now = value_at(session.case, path)
    position = ids.index(now) if now in ids else 0
    problem = session.commit(path, Reading(ids[(position + 1) % len(ids)]))
    app.show_page(("action", "which-debt"))
    return problem


def _replace(app: "Negotiator", argument: str) -> Fault | None:
    """A change of several answers that a row offers."""
    from negotiator_tui.ui.changes import changed

    session = app.session
    before = session.case
    case = changed(before, session.view().today, session.lang, argument)
    problem = session.replace_case(case, session.place.path)
    app.show_page(first_open(rows_of(session.place.page, session.view()), before) or session.place.path)
    return problem


def first_open(rows: list[r.Row], before: Case) -> Path | None:
    """The first question of an item that a case did not have, else the first open cell of one edited in place."""
    for row in rows:
        if isinstance(row, r.AskRow) and row.path[0] in LISTS and find(before, *row.path[:2]) is None:
            return row.path
    for row in rows:
        if isinstance(row, r.CellsRow) and row.item_id and find(before, row.list_name, row.item_id) is None:
            return next((each.path for each in row.cells if each.value is None), None)
    return None


def _note(app: "Negotiator", _argument: str) -> None:
    """The note of the item on this page, over the whole body."""
    app.long_text((*app.session.place.path[:2], "note"))


def _long(app: "Negotiator", _argument: str) -> None:
    slot = app.sheet.slot
    if slot is not None and slot.question.kind is Kind.LONG:
        app.long_text(slot.path)


DO: dict[str, "Do"] = {
    "unknown": _unknown,
    "undo": _undo,
    "redo": _redo,
    "add": _add,
    "delete": _delete,
    "new-item": _new_item,
    "next-debt": _next_debt,
    "replace": _replace,
    "note": _note,
    "long": _long,
}
