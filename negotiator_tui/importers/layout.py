"""Layouts of statements as data: which header names hold what. They are recognised by names, never by place."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from negotiator_tui.importers.cells import Cell, Order, plain, text_of
from negotiator_tui.importers.transaction import Transaction
from negotiator_tui.text.fault import Fault

Names = tuple[str, ...]
"""Header names in the order in which they are preferred, each as `header_name` makes it."""


@dataclass(frozen=True, slots=True)
class Context:
    """What rows need to know of the file around them."""

    bill: date | None = None
    """The day a bill was made, where its rows leave out the year."""
    order: Order = ""


Reader = Callable[["Fields", "Layout", Context], "Transaction | Fault"]


@dataclass(frozen=True, slots=True)
class Layout:
    """One layout: its columns by what they hold, and the function that reads a row of it.

    It fits a header that has every name in `marks`, one name for each role in `needed`, and none in `never`.
    """

    name: str
    read: Reader
    columns: Mapping[str, Names]
    needed: tuple[str, ...]
    marks: Names = ()
    never: Names = ()
    card: bool = False
    """A credit card."""
    charges_positive: bool = False
    """An amount without a sign is a charge."""
    order: Order = ""
    only_with_minus: bool = False
    """A file in which no amount is below zero is not of this layout: its signs must be told otherwise."""
    by_word: bool = False
    """Amounts have no sign; the first words of a row tell."""


@dataclass(frozen=True, slots=True)
class Found:
    """A layout that fits a header: where each role stands, and how many names of the header it explains."""

    layout: Layout
    places: Mapping[str, int]
    explained: int
    header: frozenset[str]


class Fields:
    """The cells of one row, by role."""

    __slots__ = ("_cells", "_places", "line")

    def __init__(self, line: int, cells: Sequence[Cell], places: Mapping[str, int]) -> None:
        self.line = line
        self._cells = cells
        self._places = places

    def cell(self, role: str) -> Cell:
        """The cell as it stands; None if the layout or the row has none."""
        place = self._places.get(role)
        return self._cells[place] if place is not None and place < len(self._cells) else None

    def text(self, role: str) -> str:
        """The cell as clean text."""
        place = self._places.get(role)
        return text_of(self._cells[place]) if place is not None and place < len(self._cells) else ""

    def has(self, role: str) -> bool:
        """Whether the header has this column."""
        return role in self._places


def header_name(cell: Cell) -> str:
    """A header as it is compared: without blanks, with half-width marks, in lower case, without a colon at its end."""
    return plain(cell).strip("\ufeff*:").lower() if isinstance(cell, str) else ""


def fit(layout: Layout, names: Sequence[str]) -> Found | None:
    """Where the roles of a layout stand among header names (as `header_name` makes them), or None if it does not fit."""
    there = frozenset(names)
    if not there.issuperset(layout.marks) or not there.isdisjoint(layout.never):
        return None
    places: dict[str, int] = {}
    for role, choices in layout.columns.items():
        name = next((each for each in choices if each in there), None)
        if name is not None:
            places[role] = names.index(name)
    if any(role not in places for role in layout.needed):
        return None
    return Found(layout, places, len(set(places.values())) + 2 * len(layout.marks), there - {""})


def best(layouts: Iterable[Layout], row: Sequence[Cell]) -> Found | None:
    """The layout that explains most of a header; of two that explain as much, the first."""
    names = [header_name(cell) for cell in row]
    if sum(map(bool, names)) < 3:
        return None
    found = [each for each in (fit(layout, names) for layout in layouts) if each is not None]
    return max(found, key=lambda each: each.explained, default=None)


def signature(names: Iterable[str]) -> str:
    """A short mark that headers with the same names in the same order share."""
    joined = "\n".join(header_name(name) for name in names)
    return hashlib.sha256(joined.encode("utf-8", "replace")).hexdigest()[:16]


def columns(**roles: str) -> dict[str, Names]:
    """Columns from words: `columns(party="交易对方 对方户名")`."""
    return {role: tuple(header_name(name) for name in names.split()) for role, names in roles.items()}
