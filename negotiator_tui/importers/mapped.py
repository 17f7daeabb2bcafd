"""Layouts that are not known: which rows may be headers, and reading with the columns the borrower named."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from negotiator_tui.importers.banks import read_row
from negotiator_tui.importers.cells import Cell, amount_of, moment_of, text_of, turned_order
from negotiator_tui.importers.layout import Layout, header_name, signature
from negotiator_tui.importers.statement import Candidate, Mapping
from negotiator_tui.importers.tables import Row

_SHOWN = 5
"""Rows of a candidate that are shown."""


def layout_of(mapping: Mapping) -> Layout:
    """The layout a mapping describes."""
    roles = {
        "date": mapping.date, "time": mapping.time, "amount": mapping.amount, "in": mapping.money_in,
        "out": mapping.money_out, "direction": mapping.direction, "party": mapping.party, "item": mapping.item,
        "id": mapping.id,
    }  # fmt: skip
    columns = {role: (header_name(name),) for role, name in roles.items() if name}
    needed = tuple(columns)
    return Layout(
        "mapped", read_row, columns, needed, card=mapping.charges_positive, charges_positive=mapping.charges_positive,
        order=mapping.order,
    )  # fmt: skip


def missing_column(mapping: Mapping, rows: Iterable[Sequence[Cell]]) -> str:
    """The first column of a mapping that no row of a file names, for the sentence about it."""
    named = {header_name(cell) for row in rows for cell in row}
    wanted = (mapping.date, mapping.amount, mapping.money_in, mapping.money_out, mapping.direction, mapping.party,
              mapping.item, mapping.id, mapping.time)  # fmt: skip
    return next((each for each in wanted if each and header_name(each) not in named), mapping.date)


def is_complete(mapping: Mapping) -> bool:
    """Whether a mapping names a day and an amount."""
    return bool(mapping.date and (mapping.amount or (mapping.money_in and mapping.money_out)))


def candidates(rows: Sequence[Row]) -> list[tuple[int, Candidate]]:
    """Rows that may be a header, each with how likely it is: names above a row with a day and an amount."""
    found = []
    for place, (line, row) in enumerate(rows[:-1]):
        names = tuple(text_of(cell) if isinstance(cell, str) else "" for cell in row)
        filled = [name for name in names if name]
        if len(filled) < 3 or any(not isinstance(cell, str | None) for cell in row):
            continue
        if any(moment_of(cell) or amount_of(cell) for cell in row):
            continue
        below = [each for _, each in rows[place + 1 : place + 1 + _SHOWN]]
        score = len(filled) + 10 * _like_rows(below, len(names)) - 3 * (len(filled) - len(set(filled)))
        sample = tuple(tuple(text_of(cell) for cell in each[: len(names)]) for each in below)
        found.append((score, Candidate(line, names, sample, signature(names))))
    return sorted(found, key=lambda each: -each[0])


def _like_rows(rows: Sequence[Sequence[Cell]], width: int) -> int:
    """How many of these rows hold a day and an amount, in about as many cells as the header has names."""
    count = 0
    for row in rows:
        dated = any(
            moment_of(cell, turned_order([cell]) or "dmy") if isinstance(cell, str) else moment_of(cell) for cell in row
        )
        summed = any(amount_of(cell) is not None for cell in row)
        count += dated and summed and abs(len(row) - width) <= 3
    return count


def with_order(layout: Layout, rows: Sequence[Row], place: int) -> Layout:
    """The layout, with the order of its days where the first rows leave only one; they know better than was said."""
    texts = [cell for _, row in rows if place < len(row) and isinstance(cell := row[place], str)]
    return replace(layout, order=turned_order(texts) or layout.order)
