"""The drawn part of a sheet: rows as lines, however many, painted only where they are seen."""

from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from negotiator_tui.ui import rows as r
from negotiator_tui.ui.gate import INK_CLASSES, ground, strip_of
from negotiator_tui.ui.ink import Line
from negotiator_tui.ui.paint import Look, paint


class Body(ScrollView, can_focus=False):
    """Rows drawn by the line API. `current` is the row the editor is at, or -1."""

    COMPONENT_CLASSES = INK_CLASSES

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[r.Row] = []
        self.look = Look(80, "zh_Hans")
        self.current = -1
        self.raw: dict[int, str] = {}
        self._echo: tuple[int, str] = (-1, "")
        self._tops: list[int] = [0]
        self._owner: list[int] = []
        self._painted: dict[int, list[Line]] = {}

    def show(self, rows: list[r.Row], look: Look, raw: dict[int, str], current: int) -> None:
        """Draw other rows."""
        self.rows, self.look, self.raw, self.current = rows, look, raw, current
        self._echo = (-1, "")
        self._painted.clear()
        self._tops, self._owner = [], []
        height = 0
        for index, row in enumerate(rows):
            self._tops.append(height)
            lines = 1 if isinstance(row, r.ItemRow | r.CellsRow | r.ColumnsRow | r.FindRow) else len(self._lines(index))
            height += lines
            self._owner.extend([index] * lines)
        self._tops.append(height)
        size = Size(look.width, height)
        if self.virtual_size != size:
            self.virtual_size = size
        self.refresh()

    def top(self, index: int) -> int:
        """The first line of a row."""
        return self._tops[index]

    def height(self, index: int) -> int:
        """The lines of a row."""
        return self._tops[index + 1] - self._tops[index]

    def row_at(self, y: int) -> int | None:
        """The row drawn at a line of the view."""
        place = y + round(self.scroll_y)
        return self._owner[place] if 0 <= place < len(self._owner) else None

    def mark(self, index: int) -> None:
        """Make another row the current one."""
        old, self.current = self.current, index
        for each in (old, index):
            self.refresh_row(each)

    def refresh_row(self, index: int) -> None:
        """Draw one row again."""
        if 0 <= index < len(self.rows):
            top = self.top(index) - round(self.scroll_y)
            self.refresh(Region(0, top, self.size.width, self.height(index)))

    def redraw(self, index: int, row: r.Row) -> None:
        """Show another row of the same height in a place: no layout, only its lines."""
        self.rows[index] = row
        self._painted.pop(index, None)
        self.refresh_row(index)

    def set_raw(self, index: int, raw: str | None) -> None:
        """Show text that is not an answer yet in place of a row's answer."""
        if raw is None:
            self.raw.pop(index, None)
        else:
            self.raw[index] = raw
        self._painted.pop(index, None)
        self.refresh_row(index)

    def echo(self, index: int, text: str) -> None:
        """Show beside the editor what is understood of the text in it."""
        if (index, text) != self._echo:
            old, self._echo = self._echo[0], (index, text)
            for each in {old, index}:
                self._painted.pop(each, None)
                self.refresh_row(each)

    def render_line(self, y: int) -> Strip:
        """One line of the view."""
        width = self.size.width
        place = y + round(self.scroll_y)
        if not 0 <= place < len(self._owner):
            return Strip.blank(width, ground(self))
        index = self._owner[place]
        lines = self._lines(index)
        offset = place - self._tops[index]
        words = lines[offset] if offset < len(lines) else ()
        return strip_of(self, words, width, marked=index == self.current and self._stands(index))

    def _stands(self, index: int) -> bool:
        return r.key_of(self.rows[index]) is not None

    def _lines(self, index: int) -> list[Line]:
        if index not in self._painted:
            echo = self._echo[1] if index == self._echo[0] else ""
            self._painted[index] = paint(self.rows[index], self.look, self.raw.get(index), echo)
        return self._painted[index]
