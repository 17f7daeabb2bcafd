"""A sheet as it is shown: its rows, the row that is current, and the editor over it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from textual.app import ComposeResult
from textual.containers import Container
from textual.events import Resize

from negotiator_tui.case.answers import Reading, read, understood, written
from negotiator_tui.case.edit import UNKNOWN, Path
from negotiator_tui.case.questions import Kind, Question
from negotiator_tui.text.fault import Fault
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.body import Body
from negotiator_tui.ui.desk import Desk, Stood
from negotiator_tui.ui.editor import Editor
from negotiator_tui.ui.paint import Box, box_of, look_for
from negotiator_tui.ui.session import Session, find_draft
from negotiator_tui.ui.view import HIDDEN, hidden_words

SELECTED = set(Kind) - {Kind.TEXT, Kind.LONG}
"""Kinds whose answer is retyped rather than continued; in a list, as in any table, a name is retyped too."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The question the editor is at."""

    path: Path
    question: Question
    cell: bool
    adds: r.CellsRow | None = None


class SheetShown(Container):
    """Rows, and one editor on the current one. What is typed and which keys walk is for the classes built on it."""

    def __init__(self, session: Session, desk: Desk, build: Callable[[], list[r.Row]]) -> None:
        super().__init__(id="sheet")
        self.session, self.desk, self.build = session, desk, build
        self.body, self.editor = Body(), Editor()
        self.rows: list[r.Row] = []
        self.stops: list[int] = []
        self.current = 0
        self.column = 0
        self.fault: Fault | None = None
        self._loaded = ""
        self._turned: Path = ()
        self._astray = False
        self._faults: dict[Path, Fault] = {}

    def compose(self) -> ComposeResult:
        """The drawn rows, and the editor on a layer above them."""
        yield self.body
        yield self.editor

    def on_mount(self) -> None:
        """Follow the scrolling of the rows."""
        self.watch(self.body, "scroll_y", self._place_editor, init=False)

    def begin(self) -> None:
        """Another page comes: its top, and its first row unless told otherwise."""
        self.current = self.column = 0
        self._show_from(0)

    def use(self, session: Session) -> None:
        """Another case comes: nothing that was wrong in the one before is wrong in it."""
        self.session = session
        self._faults.clear()
        self.begin()

    def show(self, stand: tuple[str, ...] | None = None) -> None:
        """Make the page's rows anew and stand on the row with this key, else near where one was."""
        self._rebuild()
        self._restore_find()
        if stand is not None:
            self._stand_on(stand)
        self._arrive()

    def _find_path(self, finder: r.FindRow) -> Path:
        """The path under which what is typed on a find line is drafted. A file, a password or a text to be read back
        is typed for the sitting only.
        """
        return finder.draft or (find_draft(self.session.place.page) if finder.list_name else ())

    def _restore_find(self) -> None:
        """What was typed on a find line that keeps it stands there again."""
        finder = self._find_row()
        draft = self.session.drafts.get(self._find_path(finder)) if finder is not None else None
        if draft is not None and not self.session.find:
            self.session.find = draft.raw
            self._rebuild()

    def renew(self) -> None:
        """Make the rows anew under the borrower's hands: same row, same text in the editor, same place on the screen.

        Where the row one stood on is gone, one arrives at the row that is there now.
        """
        row, slot, top = self.row, self.slot, self._top_of_row()
        key = slot.path if slot and not slot.adds else r.key_of(row) if row is not None else None
        self._rebuild()
        if key is not None:
            self._stand_on(key)
        if self.row is None or row is None or r.key_of(self.row) != r.key_of(row):
            self._arrive()
            return
        self.body.mark(self._index())
        first = round(self.body.scroll_y)
        if first:
            self._show_from(first + self._top_of_row() - top)
        elif self._top_of_row() >= self.body.size.height:
            self._scroll_to_row()
        self._place_editor()
        if slot is not None and self.editor.value != self._loaded:
            self._echo(slot, self._reading(slot))

    def _top_of_row(self) -> int:
        return self.body.top(self._index()) if self.stops else 0

    def _rebuild(self) -> None:
        self.rows = self.build()
        self.stops = [index for index, row in enumerate(self.rows) if r.key_of(row) is not None]
        self.current = max(0, min(self.current, len(self.stops) - 1))
        self._draw()

    def _draw(self) -> None:
        width = max(self.body.size.width or self.desk.room(), 20)
        if self.session.drafts:
            self.rows = [self._with_drafts(row) for row in self.rows]
        look = look_for(self.rows, width, self.session.lang, hide=self.session.hide, ascii_only=self.session.ascii)
        raw = {
            index: draft.raw
            for index, row in enumerate(self.rows)
            if isinstance(row, r.AskRow) and (draft := self.session.drafts.get(row.path)) is not None
        }
        raw.update(
            {
                index: self.session.find
                for index, row in enumerate(self.rows)
                if isinstance(row, r.FindRow) and not row.secret
            }
        )
        self.body.show(self.rows, look, raw, self._index())

    def _with_drafts(self, row: r.Row) -> r.Row:
        """A row of a list with the texts in it that are no answers yet."""
        if not isinstance(row, r.CellsRow):
            return row
        drafts = {each.path: self.session.drafts.get(each.path) for each in row.cells}
        raw = {path: None if draft is None else draft.raw for path, draft in drafts.items()}
        if all(each.raw == raw[each.path] for each in row.cells):
            return row
        return replace(row, cells=tuple(replace(each, raw=raw[each.path]) for each in row.cells))

    def _show_raw(self, raw: str | None) -> None:
        """Show in the current row the text in it that is no answer, or its answer again."""
        index = self._index()
        if isinstance(self.rows[index], r.AskRow):
            self.body.set_raw(index, raw)
        else:
            self.body.redraw(index, self._with_drafts(self.rows[index]))

    def on_resize(self, _event: Resize) -> None:
        """The lines break elsewhere now."""
        self._draw()
        if self.stops:
            self._scroll_to_row()
        self._place_editor()

    def _stand_on(self, key: tuple[str, ...]) -> None:
        keys = [r.key_of(self.rows[index]) for index in self.stops]
        if len(key) == 1 and (key[0], "") in keys:  # a list itself: where an item is added to it
            key = (key[0], "")
        if key in keys:
            self.current = keys.index(key)
            return
        for position, index in enumerate(self.stops):
            row = self.rows[index]
            if isinstance(row, r.CellsRow) and key[:2] == (row.list_name, row.item_id):
                self.current = position
                self.column = next((n for n, each in enumerate(row.cells) if each.path == key), 0)

    def _index(self) -> int:
        return self.stops[self.current] if self.stops else -1

    @property
    def row(self) -> r.Row | None:
        """The current row."""
        return self.rows[self._index()] if self.stops else None

    @property
    def slot(self) -> Slot | None:
        """The question the editor is at; None on rows that only open or do something."""
        match self.row:
            case r.AskRow(path=path, question=question):
                return Slot(path, question, cell=False)
            case r.CellsRow() as row:
                each = row.cells[min(self.column, len(row.cells) - 1)]
                return Slot(each.path, each.question, cell=True, adds=None if row.item_id else row)
            case _:
                return None

    def _find_row(self) -> r.FindRow | None:
        return next((row for row in self.rows if isinstance(row, r.FindRow)), None)

    def _arrive(self) -> None:
        """Put the current row's text into the editor and the editor over the row."""
        if self.slot is None or self.slot.path != self._turned:
            self._turned = ()
        if isinstance(self.row, r.CellsRow) and not self.row.item_id and not self._typing_new():
            self.column = 0
        slot, self._astray = self.slot, False
        self.fault = self._faults.get(slot.path) if slot and slot.path in self.session.drafts else None
        self.editor.writable = slot is not None or self._find_row() is not None
        self.editor.set_class(not self.editor.writable, "-quiet")
        self.editor.placeholder = self._placeholder(slot)
        if slot is None:
            finder = self._find_row()
            self.editor.password = finder is not None and finder.secret
            self.editor.load(self.session.find if self._find_row() else "", select=False)
        else:
            self._load(slot)
        self._loaded = self.editor.value
        self.body.echo(-1, "")
        self.body.mark(self._index())
        if self.stops:
            self._scroll_to_row()
        self._place_editor()
        key = r.key_of(self.row) if self.row is not None else None
        self.session.stand(slot.path if slot and not slot.adds else key or ())
        self.post_message(Stood(self.fault))

    def _placeholder(self, slot: Slot | None) -> str:
        """What stands in the empty editor where it covers a hint."""
        if slot is not None:
            return slot.adds.hint if slot.adds is not None else ""
        finder = self._find_row()
        return finder.hint if finder is not None else ""

    def _typing_new(self) -> bool:
        """Whether a new item was begun in the current cell and could not be kept yet."""
        return self.slot is not None and self.slot.path in self.session.drafts

    def _load(self, slot: Slot) -> None:
        self.editor.password = self.session.hide and slot.question.kind is Kind.AMOUNT
        draft = self.session.drafts.get(slot.path)
        if draft is not None:
            refused = slot.path in self._faults and slot.question.kind in SELECTED
            self.editor.load(draft.raw, select=refused, caret=draft.caret)
            return
        text = written(slot.question, self._value(slot), self.session.lang)
        if slot.question.kind is Kind.LONG:
            text = text.splitlines()[0] if text else ""
            text = hidden_words(text) if self.session.hide else text
        self.editor.writable = slot.question.kind is not Kind.LONG or not text
        self.editor.load(text, select=slot.cell or slot.question.kind in SELECTED)

    def _value(self, slot: Slot) -> object:
        table = None if slot.adds else self.session.table(slot.path)
        if table is None:
            return None
        return UNKNOWN if slot.path[-1] in table.unknown else getattr(table, slot.path[-1])

    def _stands_for(self, slot: Slot) -> object:
        """The answer, or what stands for one that is not there."""
        value, row = self._value(slot), self.row
        if value is None and isinstance(row, r.AskRow):
            return row.begin
        return value

    def _place_editor(self) -> None:
        box = self._box()
        if box is None:  # nothing to stand on; a hidden editor would lose the keyboard
            self.editor.styles.offset = (0, self.body.size.height)
            return
        top = box.y - round(self.body.scroll_y)
        seen = 0 <= top < self.body.size.height
        self.editor.styles.width = max(box.width, 1)
        self.editor.styles.offset = (box.x, top if seen else self.body.size.height)

    def _box(self) -> Box | None:
        if not self.stops:
            return None
        index = self._index()
        look = self.body.look
        if self.slot is None and (finder := self._find_row()) is not None:
            index = self.rows.index(finder)
        box = box_of(self.rows[index], self.column, look)
        if box is None:
            return Box(look.width - 1, self.body.top(index), 1)
        return Box(box.x, self.body.top(index) + box.y, box.width)

    def _scroll_to_row(self) -> None:
        index = self._index()
        top, height = self.body.top(index), self.body.height(index)
        if self.current == 0:
            top = 0
        view = self.body.size.height
        if not view:
            return
        first = round(self.body.scroll_y)
        if top < first:
            self._show_from(top)
        elif top + height > first + view:
            self._show_from(top + min(height, view) - view)

    def _lowest(self) -> int:
        return max(self.body.virtual_size.height - self.body.size.height, 0)

    def _show_from(self, place: int) -> None:
        self.body.scroll_to(y=place, animate=False, force=True, immediate=True)

    def _reading(self, slot: Slot) -> Reading:
        table = self.session.table(slot.path) or self.session.case.first
        return read(slot.question, self.editor.value, table, self.session.now(), self.session.lang)

    def _echo(self, slot: Slot, reading: Reading) -> None:
        """What is understood of the text in the editor, beside it."""
        echo = understood(slot.question, self.editor.value, reading, self.session.now(), self.session.lang)
        self.body.echo(self._index(), HIDDEN if echo and self.editor.password else echo)
