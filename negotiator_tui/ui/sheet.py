"""A form as one widget: drawn rows and one editor that walks over them, by keys and by mouse."""

from collections.abc import Callable
from functools import partial

from textual.events import Click, MouseScrollDown, MouseScrollUp

from negotiator_tui.case.answers import Reading
from negotiator_tui.case.questions import Kind
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.desk import Desk
from negotiator_tui.ui.paint import box_of, cell_widths
from negotiator_tui.ui.session import Session
from negotiator_tui.ui.sheet_typed import SheetTyped


class Sheet(SheetTyped):
    """Rows, the editor, and the walk between them."""

    def __init__(self, session: Session, desk: Desk, build: Callable[[], list[r.Row]]) -> None:
        super().__init__(session, desk, build)
        self.editor.keys = {
            "enter": self._enter_or_say,
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

    def _enter_or_say(self) -> bool:
        """Enter right after typing on a row that takes no text does nothing but say so: an answer was meant."""
        if self._astray and self.slot is None:
            self._on_astray()
            return True
        return self._enter()

    def _enter(self) -> bool:
        match self.row:
            case r.CellsRow():
                return self._tab(1)
            case r.AskRow(path=path, question=question) if question.kind is Kind.LONG:
                self.settle()
                self.desk.long_text(path)
            case r.FindRow() as row if self.editor.value.strip():
                self._create(row)
            case r.AskRow() | r.FindRow():
                if self.settle():
                    self._step(1)
            case r.ItemRow(target=target):
                self.desk.open(target)
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

    def _escape(self) -> bool:
        slot = self.slot
        if self.editor.held:
            self.let_go()
            self._arrive()
            return True
        if slot is not None and (self.editor.value != self._loaded or slot.path in self.session.drafts):
            self.session.drop_draft(slot.path)
            self._faults.pop(slot.path, None)
            self._show_raw(None)
            self._arrive()
            self.desk.typed(Reading())
        elif self.session.find:
            self.editor.load("", select=False)
            self._filter()
        else:
            self.desk.leave()
        return True

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
