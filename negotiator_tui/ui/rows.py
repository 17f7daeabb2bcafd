"""What a page is made of: rows, as plain values that a sheet draws and a test can read."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from negotiator_tui.case.edit import Path
from negotiator_tui.case.questions import Question
from negotiator_tui.finance.figure import Figure
from negotiator_tui.ui.ink import Line, Span, Style

Draw = Callable[[int, bool], list[Line]]
"""Draws a picture into so many cells; the flag asks for ASCII only."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a row leads: a page, and for item pages the list and id; `path` names the row to stand on."""

    page: str
    path: Path = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A title with an aside, a blank line above it."""

    text: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph, broken at the width there is."""

    words: str | tuple[Span, ...]
    style: Style = ""
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Blank:
    """An empty line."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Lines drawn at the width there is. `figure` explains it."""

    draw: Draw
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure: its label, its amount, a remark. Enter or F4 opens its arithmetic."""

    figure: Figure
    remark: str = ""
    style: Style = ""


@dataclass(frozen=True, slots=True)
class AskRow:
    """A question and its answer, edited in place. `aside` stands dimmed behind the answer.

    `begin` is what an answer that is not there stands for: left and right go on from it.
    """

    path: Path
    question: Question
    value: Any = None
    estimated: bool = False
    aside: str = ""
    begin: Any = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One question of an item edited in a list. `raw` stands in place of the answer because it is not one yet."""

    path: Path
    question: Question
    value: Any = None
    estimated: bool = False
    raw: str | None = None


@dataclass(frozen=True, slots=True)
class CellsRow:
    """An item edited in place: one cell a question. With an empty id it is the row that adds an item."""

    list_name: str
    item_id: str
    cells: tuple[Cell, ...]
    defaults: tuple[tuple[str, Any], ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class ColumnsRow:
    """The titles over the cells of a list."""

    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class FindRow:
    """The line typing goes to on a page of items: it filters, and creates what it does not find.

    Without a list it only filters; with a `command`, Enter on it runs that with the typed text. What is typed is kept
    under the path `draft`, if there is one, until it is used. What is typed into a `secret` one is shown as dots. With
    `alone`, Enter takes what was typed, whatever rows stand below.
    """

    list_name: str
    hint: str
    defaults: tuple[tuple[str, Any], ...] = ()
    field: str = "name"
    command: str = ""
    draft: Path = ()
    secret: bool = False
    alone: bool = False


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item that opens on a page of its own. `words` is what typing is matched with; `parts` are its columns."""

    target: Target
    words: str
    parts: Callable[[], tuple[tuple[str, int, Style], ...]] = field(compare=False)


@dataclass(frozen=True, slots=True)
class ActionRow:
    """Something Enter does: `command` is an id of `commands`, or `target` a place to go to."""

    key: str
    label: str
    hint: str = ""
    command: str = ""
    argument: str = ""
    target: Target | None = None
    style: Style = "accent"


Row = Heading | Note | Blank | Picture | FigureRow | AskRow | CellsRow | ColumnsRow | FindRow | ItemRow | ActionRow


def key_of(row: Row) -> tuple[str, ...] | None:
    """What a row is found by again after its page was made anew; None for rows one does not stand on."""
    match row:
        case AskRow():
            return row.path
        case CellsRow():
            return (row.list_name, row.item_id)
        case FigureRow():
            return figure_key(row.figure)
        case Picture():
            return ("picture", *figure_key(row.figure)) if row.figure else None
        case ItemRow():
            return ("item", row.target.page, *row.target.path)
        case FindRow():
            return ("find", row.list_name)
        case ActionRow():
            return ("action", row.key)
        case _:
            return None


def figure_key(figure: Figure) -> tuple[str, ...]:
    """What a figure is found by again."""
    return ("figure", figure.label, figure.name, *(figure.source or ()))
