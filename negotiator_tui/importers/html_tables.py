"""The rows of tables in HTML and in the XML that Excel wrote in 2003; banks name both .xls."""

import re
from collections.abc import Callable, Iterator, Sequence
from html.parser import HTMLParser

Row = tuple[int, Sequence[str]]
_ROWS = frozenset({"tr", "row", "ss:row"})
_CELLS = frozenset({"td", "th", "cell", "ss:cell"})
_HIDDEN = frozenset({"script", "style", "head", "title"})
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]{3,20})""")
_PIECE = 1 << 14
_WIDEST = 100
_LONGEST = 2_000
_PENDING = 1 << 16
"""Characters of one tag or comment. The parser looks at an unfinished one again with every piece, which adds up."""


def charset_of(data: bytes) -> str:
    """The encoding that the file itself names, "" if none."""
    match = _CHARSET.search(data[:4096])
    name = match[1].decode("ascii").lower() if match else ""
    return "gb18030" if name in {"gb2312", "gbk", "gb_2312-80"} else name


class EndlessError(ValueError):
    """A tag or a comment that does not end."""


def html_rows(text: str, beat: Callable[[], None]) -> Iterator[Row]:
    """Each row of every table, numbered from 1 through the whole file. `beat` is called between pieces. EndlessError."""
    reader = _Reader()
    for place in range(0, len(text), _PIECE):
        beat()
        reader.feed(text[place : place + _PIECE])
        if len(reader.rawdata) > _PENDING:
            raise EndlessError
        yield from reader.taken()
    reader.close()
    reader.finish()
    yield from reader.taken()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._rows: list[Row] = []
        self._row: list[str] | None = None
        self._cell: list[str] | None = None
        self._skip = 0
        self._count = 0

    def taken(self) -> list[Row]:
        """The rows finished since the last time."""
        rows, self._rows = self._rows, []
        return rows

    def finish(self) -> None:
        """End a row that the file does not end."""
        self._end_row()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Rows and cells begin; forgotten ends are made up for."""
        if tag in _ROWS:
            self._end_row()
            self._row = []
        elif tag in _CELLS:
            self._end_cell()
            if self._row is None:
                self._row = []
            index = dict(attrs).get("ss:index") or ""
            if index.isascii() and index.isdigit():  # Excel leaves empty cells out and counts on
                self._row += [""] * (min(int(index), _WIDEST) - 1 - len(self._row))
            self._cell = []
        elif tag in _HIDDEN:
            self._skip += 1
        elif tag == "br" and self._cell is not None:
            self._cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """Rows and cells end."""
        if tag in _CELLS:
            self._end_cell()
        elif tag in _ROWS or tag == "table":
            self._end_row()
        elif tag in _HIDDEN:
            self._skip = max(0, self._skip - 1)

    def handle_data(self, data: str) -> None:
        """Text of a cell."""
        if self._cell is not None and not self._skip:
            self._cell.append(data[:_LONGEST])

    def _end_cell(self) -> None:
        if self._cell is not None and self._row is not None and len(self._row) < _WIDEST:
            self._row.append(" ".join("".join(self._cell)[:_LONGEST].split()))
        self._cell = None

    def _end_row(self) -> None:
        self._end_cell()
        if self._row is not None:
            self._count += 1
            self._rows.append((self._count, self._row))
        self._row = None
