"""A form as one widget: drawn rows and one editor that walks over them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Protocol

from textual.app import ComposeResult
from textual.containers import Container
from textual.events import Click, MouseScrollDown, MouseScrollUp, Resize
from textual.message import Message

from negotiator_tui.case.answers import Reading, read, understood, written
from negotiator_tui.case.edit import UNKNOWN, Path, table_at
from negotiator_tui.case.questions import Kind, Question, asked
from negotiator_tui.finance.figure import Figure
from negotiator_tui.text.fault import Fault
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.body import Body
from negotiator_tui.ui.editor import Editor
from negotiator_tui.ui.paint import Box, box_of, cell_widths, look_for
from negotiator_tui.ui.session import Session
from negotiator_tui.ui.steps import stepped
from negotiator_tui.ui.view import HIDDEN, hidden_words

SELECTED = set(Kind) - {Kind.TEXT, Kind.LONG}
"""Kinds whose answer is retyped rather than continued."""


class Desk(Protocol):
    """What a sheet asks of the app, at once and in order."""

    def room(self) -> int:
        """The width the rows will have, before they have any."""

    def open(self, target: r.Target) -> None:
        """Show another page."""

    def perform(self, command: str, argument: str = "") -> None:
        """Do what a command stands for."""

    def typed(self, reading: Reading) -> None:
        """The text in the editor changed; by a message the budget would be painted a frame later."""

    def explain(self, figure: Figure) -> None:
        """Open the arithmetic of a figure."""

    def leave(self) -> None:
        """One level up."""

    def long_text(self, path: Path) -> None:
        """Open a long text over the body."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The question the editor is at."""

    path: Path
    question: Question
    cell: bool
    adds: r.CellsRow | None = None


class Sheet(Container):
    """Rows, the editor, and the walk between them. The case is changed through the session only."""

    @dataclass
    class Committed(Message):
        """The case changed."""

    @dataclass
    class Stood(Message):
        """Another row is current, or what is wrong with it changed."""

        fault: Fault | None

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
        self._faults: dict[Path, Fault] = {}
        self.editor.edited = self._on_edited
        self.editor.keys = {
            "enter": self._enter,
            "up": lambda: self._step(-1),
            "down": lambda: self._step(1),
            "tab": lambda: self._tab(1),
            "shift+tab": lambda: self._tab(-1),
            "pageup": lambda: self._page(-1),
            "pagedown": lambda: self._page(1),
            "escape": self._escape,
            "left": lambda: self._turn(-1),
            "right": lambda: self._turn(1),
            "ctrl+d": self._dont_know,
            "question_mark": self._ask_mark,
            "fullwidth_question_mark": self._ask_mark,
            "ctrl+home": lambda: self._edge(-1),
            "ctrl+end": lambda: self._edge(1),
            **{str(number): partial(self._answer, number) for number in range(1, 10)},
        }

    def compose(self) -> ComposeResult:
        """The drawn rows, and the editor on a layer above them."""
        yield self.body
        yield self.editor

    def on_mount(self) -> None:
        """Follow the scrolling of the rows."""
        self.watch(self.body, "scroll_y", self._place_editor, init=False)

    # -- showing ---------------------------------------------------------------------------------------------

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

    def _restore_find(self) -> None:
        """What was typed on a find line that keeps it stands there again."""
        finder = self._find_row()
        draft = self.session.drafts.get(finder.draft) if finder is not None and finder.draft else None
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

    # -- where the editor is -----------------------------------------------------------------------------------

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
        slot = self.slot
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
        self.post_message(self.Stood(self.fault))

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
            self.editor.load(draft.raw, select=False, caret=draft.caret)
            return
        text = written(slot.question, self._value(slot), self.session.lang)
        if slot.question.kind is Kind.LONG:
            text = text.splitlines()[0] if text else ""
            text = hidden_words(text) if self.session.hide else text
        self.editor.writable = slot.question.kind is not Kind.LONG or not text
        self.editor.load(text, select=slot.question.kind in SELECTED)

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

    # -- typing ------------------------------------------------------------------------------------------------

    def _reading(self, slot: Slot) -> Reading:
        table = self.session.table(slot.path) or self.session.case.first
        return read(slot.question, self.editor.value, table, self.session.now(), self.session.lang)

    def _on_edited(self) -> None:
        slot = self.slot
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

    def _echo(self, slot: Slot, reading: Reading) -> None:
        """What is understood of the text in the editor, beside it."""
        echo = understood(slot.question, self.editor.value, reading, self.session.now(), self.session.lang)
        self.body.echo(self._index(), HIDDEN if echo and self.editor.password else echo)

    def _filter(self) -> None:
        finder = self._find_row()
        if finder is None:
            return
        self.session.find = self.editor.value
        caret = self.editor.cursor_position
        if finder.draft:
            self._keep_find(finder.draft, caret)
        self._rebuild()
        entries: tuple[type, ...] = (r.FindRow,) if finder.alone else (r.ItemRow, r.ActionRow)
        found = next((n for n, index in enumerate(self.stops) if isinstance(self.rows[index], entries)), 0)
        self.current = found
        self.body.mark(self._index())
        self.editor.load(self.session.find, select=False, caret=caret)
        self._loaded = self.editor.value
        self._scroll_to_row()
        self._place_editor()
        self.post_message(self.Stood(None))

    def _keep_find(self, path: Path, caret: int) -> None:
        if self.session.find:
            self.session.keep_draft(path, self.session.find, caret)
        else:
            self.session.drop_draft(path)
        self.desk.typed(Reading())

    def _locked(self) -> bool:
        """Whether the case is only looked at; then it is said why."""
        if self.session.why_read_only is None:
            return False
        self.post_message(self.Stood(self.session.why_read_only))
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
        self.post_message(self.Committed())
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
        self.post_message(self.Committed())
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
        index = self._index()
        if isinstance(self.rows[index], r.AskRow):
            self.body.set_raw(index, self.editor.value)
        self.post_message(self.Stood(problem))

    # -- keys ----------------------------------------------------------------------------------------------------

    def _page(self, by: int) -> bool:
        """A screenful up or down, with two lines of overlap; at the end of the page its last row, whatever is below."""
        self.settle()
        first, view = round(self.body.scroll_y), self.body.size.height
        place = max(0, min(first + by * max(view - 2, 1), self._lowest()))
        if place == first:
            return self._edge(by)
        wanted = self._top_of_row() - first + place
        seen = [
            (abs(self.body.top(index) - wanted), position)
            for position, index in enumerate(self.stops)
            if place <= self.body.top(index) and self.body.top(index) + self.body.height(index) <= place + view
        ]
        self._show_from(place)
        if seen:
            self.current = min(seen)[1]
            self._arrive()
        return True

    def _edge(self, by: int) -> bool:
        """The first row and the top of the page, or the last row and the end of the page."""
        self.settle()
        self.current = 0 if by < 0 else max(len(self.stops) - 1, 0)
        self._arrive()
        self._show_from(0 if by < 0 else self._lowest())
        return True

    def _lowest(self) -> int:
        return max(self.body.virtual_size.height - self.body.size.height, 0)

    def _show_from(self, place: int) -> None:
        self.body.scroll_to(y=place, animate=False, force=True, immediate=True)

    def _step(self, rows: int) -> bool:
        self.settle()
        target = max(0, min(self.current + rows, len(self.stops) - 1))
        if self._read_on(1 if rows > 0 else -1, target):
            return True
        self.current = target
        self._arrive()
        return True

    def _read_on(self, by: int, target: int) -> bool:
        """Scroll instead of stepping while there is text to read before the next row one can stand on."""
        first, view = round(self.body.scroll_y), self.body.size.height
        if not self.stops or target == self.current:
            wanted = by * 3
        else:
            index = self.stops[target]
            edge = self.body.top(index) if by < 0 else self.body.top(index) + min(self.body.height(index), view)
            hidden = edge - (first if by < 0 else first + view)
            if by * hidden <= view // 2:
                return False
            wanted = by * max(view // 2, 1)
        place = max(0, min(first + wanted, self._lowest()))
        if place == first:
            return False
        self._show_from(place)
        return True

    def _tab(self, by: int) -> bool:
        row = self.row
        if not isinstance(row, r.CellsRow):
            return self._step(by)
        if not self.settle():
            return True
        row = self.row
        shown = self._columns(row) if isinstance(row, r.CellsRow) else 1
        column = self.column + by
        if isinstance(row, r.CellsRow) and 0 <= column < shown and row.item_id:
            self.column = column
            self._arrive()
            return True
        self.column = 0 if by > 0 else shown - 1
        return self._step(by)

    def _columns(self, row: r.CellsRow) -> int:
        return len(cell_widths(tuple(each.question for each in row.cells), self.body.look))

    def _answer(self, number: int) -> bool:
        """A figure alone takes the answer of that number, where there are numbered answers and nothing can be typed."""
        key = ("action", f"answer.{number}")
        if self.editor.writable or all(r.key_of(row) != key for row in self.rows):
            return False
        self.show(key)
        return self._enter()

    def _enter(self) -> bool:
        match self.row:
            case r.CellsRow():
                return self._tab(1)
            case r.AskRow(path=path, question=question) if question.kind is Kind.LONG:
                self.settle()
                self.desk.long_text(path)
            case r.AskRow():
                if self.settle():
                    self._step(1)
            case r.ItemRow(target=target):
                self.desk.open(target)
            case r.FindRow() as row:
                self._create(row)
            case r.FigureRow(figure=figure):
                self.desk.explain(figure)
            case r.Picture(figure=figure) if figure is not None:
                self.desk.explain(figure)
            case r.ActionRow(command=command, argument=argument, target=target):
                if target is not None:
                    self.desk.open(target)
                else:
                    self.desk.perform(command, argument)
            case _:
                pass
        return True

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
            self.post_message(self.Stood(made))
            return
        self.post_message(self.Committed())
        self.desk.open(r.Target("item", (row.list_name, made, *self._first_open(row.list_name, made))))

    def _first_open(self, list_name: str, item_id: str) -> tuple[str, ...]:
        """The first question of a new item that has no answer yet."""
        begun = self.session.begun
        here = begun is not None and begun.path == (list_name, item_id)
        item = begun.item if here and begun is not None else table_at(self.session.case, (list_name, item_id, "id"))
        open_ones = (each.name for each in asked(item) if getattr(item, each.name) is None) if item else iter(())
        return tuple(islice(open_ones, 1))

    def _escape(self) -> bool:
        slot = self.slot
        if slot is not None and (self.editor.value != self._loaded or slot.path in self.session.drafts):
            self.session.drop_draft(slot.path)
            self._faults.pop(slot.path, None)
            self.body.set_raw(self._index(), None)
            self._arrive()
            self.desk.typed(Reading())
        elif self.session.find:
            self.editor.load("", select=False)
            self._filter()
        else:
            self.desk.leave()
        return True

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

    # -- mouse ---------------------------------------------------------------------------------------------------

    def on_click(self, event: Click) -> None:
        """Go to the row that was clicked; a click on what opens or does something opens or does it."""
        offset = event.get_content_offset(self.body)
        index = self.body.row_at(offset.y) if offset is not None else None
        key = r.key_of(self.rows[index]) if index is not None else None
        if key is None:
            return
        self.settle()
        self._stand_on(key)
        row = self.row
        if isinstance(row, r.CellsRow) and offset is not None:
            self.column = next(
                (
                    n
                    for n in range(self._columns(row))
                    if (box := box_of(row, n, self.body.look)) and offset.x < box.x + box.width + 1
                ),
                0,
            )
        self._arrive()
        if isinstance(row, r.ItemRow | r.ActionRow):
            self._enter()

    def on_mouse_scroll_down(self, _event: MouseScrollDown) -> None:
        """Scroll the rows; the editor follows."""
        self.body.scroll_to(y=self.body.scroll_y + 3, animate=False, force=True)

    def on_mouse_scroll_up(self, _event: MouseScrollUp) -> None:
        """Scroll the rows; the editor follows."""
        self.body.scroll_to(y=self.body.scroll_y - 3, animate=False, force=True)
