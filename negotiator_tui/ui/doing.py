"""What each command does. One method a command, found by its id."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from negotiator_tui.case.answers import Reading
from negotiator_tui.case.case import LISTS, Case, find, items_of
from negotiator_tui.case.edit import Path, value_at
from negotiator_tui.case.questions import Kind
from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import LANGUAGES, N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.document import Saved
from negotiator_tui.ui.files import TALK
from negotiator_tui.ui.pages import rows_of
from negotiator_tui.ui.pages.places import changed_at

if TYPE_CHECKING:
    from negotiator_tui.ui.app import Negotiator

declare(
    {
        "ui.nothing-to-undo": N_("There is nothing to take back."),
        "ui.nothing-to-redo": N_("There is nothing to make again."),
        "ui.nothing-to-delete": N_("There is no entry on this row to delete."),
        "ui.deleted": N_("Deleted. Ctrl+Z brings it back."),
        "ui.nothing-to-copy": N_("There is nothing to copy on this page."),
        "ui.copied": N_("Copied. Paste it where you write to the lender, and read it once more before sending."),
        "ui.no-figure": N_("There is no figure on this row. The budget was opened instead."),
        "ui.leaving-unsaved": N_("The last change could not be saved. Press Ctrl+Q once more to leave without it."),
        "ui.next-is-here": N_(
            "The next thing is on this page. Do it or answer it, or press ? for don't know, and it goes on."
        ),
        "ui.no-list": N_("On this page there is no list to add to."),
    }
)

_TALK = {
    "ui.next-is-here",
    "ui.deleted",
    "ui.copied",
    "ui.no-figure",
    "papers.taken",
    "papers.same",
    "viewer.opened",
    "importing.applied",
}
_TALK |= {"documents.saved", "documents.saving", "documents.noted", "documents.kept", "documents.dropped"}
_TALK |= {"exports.saved", "exports.making", "exports.saved-left"}

_ELSEWHERE: dict[str, str] = {
    "document-open": "handing_over",
    "document-save": "handing_over",
    "document-note": "handing_over",
    "export-open": "exporting",
    "export-save": "exporting",
    "identity-keep": "handing_over",
    "identity-drop": "handing_over",
    "accept-offer": "terms_doing",
    "counter-offer": "terms_doing",
    "call": "calling",
    "call-begin": "calling",
    "call-said": "calling",
    "call-log": "calling",
    "call-sign": "calling",
    "call-end": "calling",
    "call-again": "calling",
    "call-evidence": "calling",
    "choose-file": "papers",
    "take-file": "papers",
    "open-paper": "papers",
    "new-paper": "papers",
    "check-papers": "papers",
    "read-text": "reading",
    "open-balance": "balances",
    "rehearse": "rehearsing",
    "review-begin": "following",
    "import-begin": "importing",
    "import-file": "importing",
    "import-password": "importing",
    "import-stop": "importing",
    "import-forget": "importing",
    "import-column": "importing",
    "import-columns": "importing",
    "import-party": "importing",
    "import-belongs": "importing",
    "import-line": "importing",
    "import-way": "importing",
    "import-amount": "importing",
    "import-worst": "importing",
    "import-debt": "importing",
    "import-apply": "importing",
}
"""Commands that stand in a module of their own, by id: the module's `DO[command](app, argument)` runs them."""


class Doing:
    """The commands of the app. Each ends by showing what changed."""

    def __init__(self, app: "Negotiator") -> None:
        self.app = app
        self._leaving = False

    def do(self, command: str, argument: str = "") -> None:
        """Run a command by its id."""
        self._leaving = self._leaving and command == "quit"
        if command not in {"unknown", "region"}:
            self.app.sheet.settle()
        if command in _ELSEWHERE:
            self._tell(import_module(f"negotiator_tui.ui.{_ELSEWHERE[command]}").DO[command](self.app, argument))
        else:
            method: Any = getattr(self, f"_{command.replace('-', '_')}")
            method(argument)

    # -- going somewhere -----------------------------------------------------------------------------------------

    def _help(self, _argument: str) -> None:
        slot = self.app.sheet.slot
        if self.app.session.place.page != "help":
            self.app.session.about = slot.question if slot else None
        self._open_over("help")

    def _run(self, argument: str) -> None:
        """A command chosen in the palette: it is done on the page the palette was opened over."""
        self.app.leave()
        self.do(argument)

    def _go(self, _argument: str) -> None:
        self._open_over("go")

    def _palette(self, _argument: str) -> None:
        self._open_over("palette")

    def _urgent(self, _argument: str) -> None:
        self._open_over("urgent")

    def _enough(self, _argument: str) -> None:
        self._open_over("enough")

    def _review(self, _argument: str) -> None:
        self._open_over("review")

    def _start(self, _argument: str) -> None:
        self._open_over("start")

    def _open_over(self, page: str) -> None:
        if self.app.session.place.page == page:
            self.app.leave()
        else:
            self.app.open(r.Target(page))

    def _next(self, _argument: str) -> None:
        from negotiator_tui.ui.next_step import next_target

        target = next_target(self.app.session.view(counted=True))
        if target.page in {"script", "call"} and target.path[:1] == ("debts",):
            from negotiator_tui.ui.pages.script import about

            session = self.app.session
            session.unfolded = session.unfolded | {about(session.view(), target.path[1])}
        here = (self.app.session.place.page, self.app.session.place.path)
        self.app.open(target)
        if target.page == "script":
            self.app.sheet.show(("action", "copy.holding"))
        if here == (self.app.session.place.page, self.app.session.place.path):
            self._say("ui.next-is-here")

    def _region(self, _argument: str) -> None:
        app = self.app
        order = [app.sheet.editor, app.around.rail, app.around.panel]
        focused = next((n for n, each in enumerate(order) if each.has_focus), 0)
        if focused == 0:
            app.sheet.settle()
        order[(focused + 1) % len(order)].focus()

    def _explain(self, _argument: str) -> None:
        row = self.app.sheet.row
        match row:
            case r.FigureRow(figure=figure):
                self.app.explain(figure)
            case r.Picture(figure=figure) if figure is not None:
                self.app.explain(figure)
            case _:
                self.app.explain(self.app.session.view().budget.for_debts)
                self._say("ui.no-figure")

    def _find(self, _argument: str) -> None:
        sheet = self.app.sheet
        finder = next((row for row in sheet.rows if isinstance(row, r.FindRow)), None)
        if finder is None:
            self._open_over("go")
        else:
            sheet.show(r.key_of(finder))

    def _previous(self, _argument: str) -> None:
        self._beside(-1)

    def _following(self, _argument: str) -> None:
        self._beside(1)

    def _beside(self, by: int) -> None:
        place = self.app.session.place
        if place.page != "item":
            return
        items = items_of(self.app.session.case, place.path[0])
        index = next((n for n, each in enumerate(items) if each.id == place.path[1]), 0)
        if not items:
            return
        other = items[(index + by) % len(items)]
        self.app.session.place = r.Target("item", (place.path[0], other.id, *place.path[2:]))
        self.app.show_page(self.app.session.place.path)

    # -- changing ------------------------------------------------------------------------------------------------

    def _unknown(self, _argument: str) -> None:
        self.app.sheet.editor.keys["ctrl+d"]()

    def _undo(self, _argument: str) -> None:
        self._travelled(self.app.session.undo(), "ui.nothing-to-undo")

    def _redo(self, _argument: str) -> None:
        self._travelled(self.app.session.redo(), "ui.nothing-to-redo")

    def _travelled(self, path: Path | None, otherwise: str) -> None:
        if path is None:
            self._say(otherwise)
            return
        session = self.app.session
        if session.place.page == "item" and session.view().current() is None:
            session.back()
        rows = rows_of(session.place.page, session.view())
        row = next((each for each in rows if shows(each, path)), None) or _adding(rows, path)
        target = changed_at(path, session.case)
        if isinstance(row, r.ItemRow) or (isinstance(row, r.CellsRow) and not row.item_id):
            self.app.show_page(r.key_of(row) or ())
        elif row is not None or target is None:
            self.app.show_page(path)
        else:
            self.app.open(target)

    def _add(self, _argument: str) -> None:
        sheet = self.app.sheet
        for row in sheet.rows:
            if isinstance(row, r.CellsRow) and not row.item_id:
                sheet.show(r.key_of(row))
                return
            if isinstance(row, r.FindRow) and row.list_name:
                sheet.create(row, Reading())
                return
        self._say("ui.no-list")

    def _delete(self, _argument: str) -> None:
        path = self._deletable()
        if path is None:
            self._say("ui.nothing-to-delete")
            return
        problem = self.app.session.remove(path)
        if problem is None and self.app.session.place.path[:2] == path:
            self.app.session.back()
        self.app.show_page()
        self._tell(problem or fault("ui.deleted"))

    def _deletable(self) -> Path | None:
        match self.app.sheet.row:
            case r.CellsRow(list_name=name, item_id=item_id) if item_id:
                return (name, item_id)
            case r.ItemRow(target=target) if target.page == "item":
                return target.path[:2]
        place = self.app.session.place
        if place.page == "item" and find(self.app.session.case, *place.path[:2]) is not None:
            return place.path[:2]
        return None

    def _new_item(self, argument: str) -> None:
        """Add an item and open it: `list field=value …`."""
        name, *pairs = argument.split()
        view = self.app.session.view()
        defaults: list[tuple[str, Any]] = []
        for pair in pairs:
            field, _, value = pair.partition("=")
            now = {"today": view.today, "now": view.now.replace(second=0, microsecond=0)}
            defaults.append((field, now.get(value, value)))
        self.app.sheet.create(r.FindRow(name, "", tuple(defaults), field=""), Reading())

    def _next_debt(self, _argument: str) -> None:
        """Let the item on this page be about the next debt, or about none after the last."""
        session = self.app.session
        path = (*session.place.path[:2], "debt")
        ids: list[str | None] = [None, *(debt.id for debt in session.case.debts)]
        now = value_at(session.case, path)
        position = ids.index(now) if now in ids else 0
        problem = session.commit(path, Reading(ids[(position + 1) % len(ids)]))
        self.app.show_page(("action", "which-debt"))
        self._tell(problem)

    def _replace(self, argument: str) -> None:
        """A change of several answers that a row offers."""
        from negotiator_tui.ui.changes import changed

        session = self.app.session
        before = session.case
        case = changed(before, session.view().today, session.lang, argument)
        problem = session.replace_case(case, session.place.path)
        self.app.show_page(first_open(rows_of(session.place.page, session.view()), before) or session.place.path)
        self._tell(problem)

    def _note(self, _argument: str) -> None:
        """The note of the item on this page, over the whole body."""
        self.app.long_text((*self.app.session.place.path[:2], "note"))

    def _long(self, _argument: str) -> None:
        slot = self.app.sheet.slot
        if slot is not None and slot.question.kind is Kind.LONG:
            self.app.long_text(slot.path)

    def _unfold(self, argument: str) -> None:
        self._show_folds(self.app.session.unfolded | {argument})

    def _fold(self, argument: str) -> None:
        self._show_folds(self.app.session.unfolded - {argument})

    def _show_folds(self, unfolded: frozenset[str]) -> None:
        """Open or close parts of the page; stay on the row."""
        row = self.app.sheet.row
        self.app.session.unfolded = unfolded
        self.app.sheet.show(r.key_of(row) if row is not None else None)

    # -- looking -------------------------------------------------------------------------------------------------

    def _hide(self, _argument: str) -> None:
        self.app.session.hide = not self.app.session.hide
        self.app.document.remember(self.app.session)
        self.app.show_page(self.app.session.place.path)

    def _language(self, argument: str) -> None:
        session = self.app.session
        position = LANGUAGES.index(session.lang)
        session.lang = next(
            (each for each in LANGUAGES if each == argument), LANGUAGES[(position + 1) % len(LANGUAGES)]
        )
        self.app.document.remember(session)
        self.app.show_page(session.place.path)

    def _copy(self, argument: str) -> None:
        session = self.app.session
        text = argument or copyable(rows_of(session.place.page, session.view()))
        if not text:
            self._say("ui.nothing-to-copy")
            return
        self.app.copy_to_clipboard(text)
        self._say("ui.copied")

    # -- the file ------------------------------------------------------------------------------------------------

    def _print(self, _argument: str) -> None:
        self._tell(self.app.files.print_questions())

    def _save(self, _argument: str) -> None:
        self._tell(self.app.document.save_now(self.app.session))

    def _open_file(self, argument: str) -> None:
        self._tell(self.app.files.open(argument))

    def _new_file(self, argument: str) -> None:
        self._tell(self.app.files.new(argument))

    def _open_backup(self, argument: str) -> None:
        self._tell(self.app.files.open_backup(argument))

    def _demo(self, _argument: str) -> None:
        self._tell(self.app.files.demo())

    def _resolve(self, argument: str) -> None:
        self._tell(self.app.files.resolve(argument))

    def _quit(self, _argument: str) -> None:
        problem = self.app.document.close(self.app.session)
        if problem is not None and not self._leaving:
            self._leaving = True
            self._say("ui.leaving-unsaved")
            return
        if problem is not None:
            self.app.document.abandon()
        self.app.exit(0)

    def saved(self, message: Saved) -> None:
        """A save ended: the time, or what went wrong and, when others changed the file, the page about it."""
        app = self.app
        if message.at:
            app.saved, self._leaving = message.at, False
        if message.conflict and message.fault is not None and app.session.shelf.conflict is None:
            app.document.conflict_shelf(app.session, message.fault)
            self._open_over("conflict")
        if message.fault is not None:
            self._tell(fault("ui.leaving-unsaved") if self._leaving else message.fault)
        app.show_around()

    # -- saying --------------------------------------------------------------------------------------------------

    def _say(self, code: str, **args: object) -> None:
        self._tell(fault(code, **args))

    def _tell(self, message: Fault | None) -> None:
        self.app.message = message
        self.app.around.show_hint(None)


def is_talk(message: Fault) -> bool:
    """Whether a message only tells something, rather than that something is wrong."""
    return message.code in _TALK or message.code in TALK


def first_open(rows: list[r.Row], before: Case) -> Path | None:
    """The first question of an item that a case did not have, else the first open cell of one edited in place."""
    for row in rows:
        if isinstance(row, r.AskRow) and row.path[0] in LISTS and find(before, *row.path[:2]) is None:
            return row.path
    for row in rows:
        if isinstance(row, r.CellsRow) and row.item_id and find(before, row.list_name, row.item_id) is None:
            return next((each.path for each in row.cells if each.value is None), None)
    return None


def shows(row: r.Row, path: Path) -> bool:
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


def copyable(rows: list[r.Row]) -> str:
    """The text a page offers to copy."""
    return next((row.argument for row in rows if isinstance(row, r.ActionRow) and row.command == "copy"), "")
