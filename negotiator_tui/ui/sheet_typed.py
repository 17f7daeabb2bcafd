"""What is typed into a sheet: read at each keystroke, committed to the session, refused with a reason."""

from collections.abc import Callable
from itertools import islice

from negotiator_tui.case.answers import Reading
from negotiator_tui.case.edit import UNKNOWN, Path, table_at
from negotiator_tui.case.questions import Kind, asked
from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.desk import Committed, Desk, Stood
from negotiator_tui.ui.session import Draft, Session
from negotiator_tui.ui.sheet_shown import SheetShown, Slot
from negotiator_tui.ui.signing import IDENTITY
from negotiator_tui.ui.steps import stepped
from negotiator_tui.ui.view import hidden_words

declare(
    {
        "sheet.no-text-here": N_(
            "Nothing can be written on this row. “{text}” is kept: Ctrl+V on the row it belongs to, or Esc."
        ),
        "sheet.long-text-here": N_(
            "This is a long answer: press Enter to open it, and Ctrl+V there brings “{text}”, which is kept till then."
        ),
        "sheet.still-kept": N_(
            "“{text}” was typed where nothing can be written. It is still kept: Ctrl+V on the row it belongs to, or Esc."
        ),
    }
)

HELD = ("held",)
"""The path such a text is drafted under, so that it is there again after a crash."""
SHOWN = 24
"""Characters of a kept text that a sentence names."""


class SheetTyped(SheetShown):
    """A sheet one can type into. The case is changed through the session only."""

    def __init__(self, session: Session, desk: Desk, build: Callable[[], list[r.Row]]) -> None:
        super().__init__(session, desk, build)
        self.editor.edited = self._on_edited
        self.editor.astray = self._on_astray
        self._take_up()

    def _take_up(self) -> None:
        """Hold the text again that was kept when the case was closed; no text of another case."""
        kept = self.session.drafts.get(HELD)
        self.editor.held = kept.raw if kept is not None else ""
        self._reminds = kept is not None

    def use(self, session: Session) -> None:
        """Another case comes, with the text that is kept in it."""
        super().use(session)
        self._take_up()

    def show(self, stand: tuple[str, ...] | None = None) -> None:
        """Show a page; the first time it is said that a text is still kept."""
        super().show(stand)
        if self._reminds:
            self._reminds = False
            self.post_message(Stood(fault("sheet.still-kept", text=self._held_words())))

    def let_go(self) -> None:
        """What was kept stands where it belongs, or is not wanted."""
        self.editor.held = ""
        if self.session.drafts.pop(HELD, None) is not None:
            self.post_message(Stood(self.fault))

    def _on_edited(self) -> None:
        slot = self.slot
        if not self.editor.held:
            self.session.drafts.pop(HELD, None)
        if slot is None:
            self._filter()
            return
        if self.editor.value == self._loaded and slot.path not in self.session.drafts:
            return
        if self._locked():
            self.editor.load(self._loaded, select=False, caret=self.editor.cursor_position)
            return
        self.session.keep_draft(slot.path, self.editor.value, self.editor.cursor_position)
        self._faults.pop(slot.path, None)
        self._scroll_to_row()
        reading = self._reading(slot)
        if not slot.adds:
            self.session.preview(slot.path, reading)
        self._echo(slot, reading)
        self.desk.typed(reading)

    def _on_astray(self) -> None:
        """Something is typed on a row that takes no text: it is kept, and said how it gets to its place."""
        slot, held = self.slot, self.editor.held
        self._astray = bool(held)
        if not held:
            self.let_go()
            self.post_message(Stood(self.fault))
            return
        if not any(isinstance(row, r.AskRow) and row.path[0] == IDENTITY for row in self.rows):
            self.session.drafts[HELD] = Draft(HELD, held, len(held))
        code = "sheet.no-text-here" if slot is None else "sheet.long-text-here"
        self.post_message(Stood(fault(code, text=self._held_words())))

    def _held_words(self) -> str:
        """The beginning of the kept text, for a sentence."""
        held = self.editor.held
        shown = hidden_words(held) if self.session.hide else held
        return shown if len(shown) <= SHOWN else shown[: SHOWN - 1] + "…"

    def _filter(self) -> None:
        finder = self._find_row()
        if finder is None:
            return
        self.session.find = self.editor.value
        caret = self.editor.cursor_position
        if finder.draft:
            self._keep_find(finder.draft, caret)
        elif finder.list_name:
            self._keep_word(self._find_path(finder), caret)
        self._rebuild()
        entries: tuple[type, ...] = (r.FindRow,) if finder.alone else (r.ItemRow, r.ActionRow)
        found = next((n for n, index in enumerate(self.stops) if isinstance(self.rows[index], entries)), 0)
        self.current = found
        self.body.mark(self._index())
        self.editor.load(self.session.find, select=False, caret=caret)
        self._loaded = self.editor.value
        self._scroll_to_row()
        self._place_editor()
        self.post_message(Stood(None))

    def _keep_find(self, path: Path, caret: int) -> None:
        if self.session.find:
            self.session.keep_draft(path, self.session.find, caret)
        else:
            self.session.drop_draft(path)
        self.desk.typed(Reading())

    def _keep_word(self, path: Path, caret: int) -> None:
        """What is typed to find or to begin something is there again after a crash; another page is done with it."""
        if self.session.find:
            self.session.drafts[path] = Draft(path, self.session.find, caret)
        else:
            self.session.drafts.pop(path, None)

    def _locked(self) -> bool:
        """Whether the case is only looked at; then it is said why."""
        if self.session.why_read_only is None:
            return False
        self.post_message(Stood(self.session.why_read_only))
        return True

    def keep_typed(self) -> None:
        """Hold what stands in the editor as a draft, without judging it."""
        slot = self.slot
        if slot is not None and self.editor.value != self._loaded:
            self.session.keep_draft(slot.path, self.editor.value, self.editor.cursor_position)

    def settle(self) -> bool:
        """Commit what stands in the editor. False when it is refused; then it stays as a draft."""
        slot = self.slot
        if slot is None or (self.editor.value == self._loaded and slot.path not in self.session.drafts):
            return True
        if slot.question.kind is Kind.LONG and not self.editor.writable:
            return True
        reading = self._reading(slot)
        if slot.adds is not None:
            return self._settle_new(slot, slot.adds, reading)
        if not self._commit(slot, reading):
            return False
        self._loaded = self.editor.value
        return True

    def _commit(self, slot: Slot, reading: Reading, *, merge: bool = False) -> bool:
        """Make a reading the answer of the row one is on, and stay there; False when it is refused."""
        problem = self.session.commit(slot.path, reading, merge=merge)
        if problem is not None:
            self._refuse(slot.path, problem)
            return False
        self._faults.pop(slot.path, None)
        self.post_message(Committed())
        self._follow(slot.path[:2] if slot.cell else slot.path)
        return True

    def _settle_new(self, slot: Slot, adds: r.CellsRow, reading: Reading) -> bool:
        self.session.drop_draft(slot.path)
        if reading.value is None and reading.fault is None:
            return True
        made = self.session.add(adds.list_name, adds.defaults, slot.path[-1], reading)
        if isinstance(made, Fault):
            self._refuse(slot.path, made)
            return False
        self._faults.pop(slot.path, None)
        self.post_message(Committed())
        self._follow((adds.list_name, made))
        self._loaded = self.editor.value
        return True

    def _follow(self, key: tuple[str, ...]) -> None:
        """After a commit the page is made anew; stay on the row that was answered."""
        self._rebuild()
        self._stand_on(key)
        self.body.mark(self._index())

    def _refuse(self, path: Path, problem: Fault) -> None:
        self.session.keep_draft(path, self.editor.value, self.editor.cursor_position)
        self._faults[path] = self.fault = problem
        self.editor.select_all()
        self._show_raw(self.editor.value)
        self.post_message(Stood(problem))

    def _create(self, row: r.FindRow) -> None:
        text = self.editor.value.strip()
        if text and row.command:
            self.desk.perform(row.command, text)
        if not text or not row.list_name:
            return
        self.create(row, Reading(text))

    def create(self, row: r.FindRow, reading: Reading) -> None:
        """Add an item to a list whose items have a page of their own, and open it."""
        made = (
            self.session.add(row.list_name, row.defaults, row.field, reading)
            if reading.value
            else self.session.begin(row.list_name, row.defaults)
        )
        if isinstance(made, Fault):
            self.fault = made
            self.post_message(Stood(made))
            return
        self.post_message(Committed())
        self.desk.open(r.Target("item", (row.list_name, made, *self._first_open(row.list_name, made))))

    def _first_open(self, list_name: str, item_id: str) -> tuple[str, ...]:
        """The first question of a new item that has no answer yet, of those that are not folded away."""
        begun = self.session.begun
        here = begun is not None and begun.path == (list_name, item_id)
        item = begun.item if here and begun is not None else table_at(self.session.case, (list_name, item_id, "id"))
        first = (each for each in asked(item) if each.ask.level != "more") if item else iter(())
        return tuple(islice((each.name for each in first if getattr(item, each.name) is None), 1))

    def _turn(self, by: int) -> bool:
        """Left and right change a choice or a number, as long as nothing is being typed there."""
        slot = self.slot
        if slot is None:
            return self._find_row() is None
        if not self.editor.all_selected or slot.adds or self.editor.value != self._loaded:
            return False
        value = stepped(slot.question, self._stands_for(slot), by)
        if value is None:
            return False
        if self._locked():
            return True
        merge, self._turned = self._turned == slot.path, slot.path
        if self._commit(slot, Reading(value), merge=merge):
            self._arrive()
        return True

    def _ask_mark(self) -> bool:
        """A question mark alone says that one does not know."""
        return self.slot is not None and self.editor.all_selected and self._dont_know()

    def _dont_know(self) -> bool:
        slot = self.slot
        if slot is None or slot.adds or self._locked():
            return True
        if self._commit(slot, Reading(UNKNOWN)):
            self._arrive()
        return True
