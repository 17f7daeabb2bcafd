"""The rows of a text file: commas, tabs or semicolons, quotation marks, in any usual encoding."""

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice

from negotiator_tui.importers.limits import StoppedError
from negotiator_tui.text.fault import fault

Row = tuple[int, Sequence[str]]
_DELIMITERS = (",", "\t", ";", "|")
_WIDEST = 100
"""Cells of a row that are kept."""
_TALLEST = 30
"""Lines one row may span before its quotation mark counts as never closed."""
_SAMPLE = 60
_MARKS = ('="', "'", "`")


def dialects(data: bytes, encoding: str) -> tuple[str, ...]:
    """The separators, those first that stand oftenest in the lines at the beginning; only such as are there."""
    sample = "".join(islice(_lines(data, encoding), _SAMPLE))[:200_000]
    found = [each for each in _DELIMITERS if each in sample]
    return tuple(
        sorted(found, key=lambda each: (-sample.count(each) + 2 * (each == "\t"), _DELIMITERS.index(each)))
    ) or (",",)


def text_rows(data: bytes, encoding: str, delimiter: str, name: str) -> Iterator[Row]:
    """Each row with the number of the line it begins on. StoppedError for a quotation mark that is never closed."""
    pending: list[str] = []

    def lines() -> Iterator[str]:
        for line in _lines(data, encoding):
            pending.append(line)
            yield line

    reader = csv.reader(lines(), delimiter=delimiter)
    begin, usual = 1, 2
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:  # a field of more than 131,072 characters, mostly swallowed by a quotation mark
            closed = len(pending) == 1 and pending[0].count('"') % 2 == 0
            code = "import.cell-long" if closed else "import.quote"
            raise StoppedError(fault(code, name=name, line=begin)) from error
        if len(pending) == 1:
            usual = max(usual, pending[0].count(delimiter))
        elif len(pending) > 1 and _swallowed(pending, delimiter, usual):
            raise StoppedError(fault("import.quote", name=name, line=begin))
        marked = any(mark in line for line in pending for mark in _MARKS)
        yield begin, [_unmarked(cell) for cell in row[:_WIDEST]] if marked else row[:_WIDEST]
        begin += len(pending)
        pending.clear()


def _unmarked(cell: str) -> str:
    """A cell without what some banks put around figures so that a spreadsheet takes them for text."""
    if cell.startswith('="') and cell.endswith('"'):
        return cell[2:-1]
    return cell[1:] if cell[:1] in {"'", "`"} else cell


def _swallowed(lines: list[str], delimiter: str, usual: int) -> bool:
    """Whether a row over several lines is rather several rows, one of which has an unclosed quotation mark.

    `usual` is how often the separator stands in a whole row.
    """
    if len(lines) > _TALLEST or sum(line.count('"') for line in lines) % 2:
        return True
    return any(line.count(delimiter) >= usual for line in lines[1:])


def _lines(data: bytes, encoding: str) -> Iterator[str]:
    return io.TextIOWrapper(io.BytesIO(data), encoding=encoding, errors="replace", newline="")
