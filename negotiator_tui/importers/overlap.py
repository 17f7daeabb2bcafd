"""Rows that two exports both hold, told by their ids, else by time, amount, party and direction.

The same number, moment and party with another amount is one movement too, whose amount was corrected since; which
amounts there were is kept, to be said.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from negotiator_tui.importers.transaction import Nature, Transaction

_FIGURES = 15
"""Figures that a spreadsheet keeps of a number; the rest of a longer id becomes zeros when a file is saved again."""
_NUMBER = 8
"""Signs from which an id is a number of the payment itself and not of its row in the file."""
_SCIENTIFIC = re.compile(r"[0-9](?:\.[0-9]+)?[eE]\+?[0-9]+")


class Counted:
    """Rows of files taken in one after the other, every movement once."""

    def __init__(self) -> None:
        self.rows: list[Transaction] = []
        self.changed: list[tuple[Transaction, Transaction]] = []
        """Movements whose amount differs between two files: the row that counts, the one that does not."""
        self._by_number: dict[object, list[int]] = defaultdict(list)
        self._by_id: dict[object, list[int]] = defaultdict(list)
        self._by_look: dict[object, list[int]] = defaultdict(list)

    def take(self, rows: Sequence[Transaction], *, fresher: bool = True) -> int:
        """Take in the rows of one more file and return how many of them were there already.

        A movement that stands twice in one file is two movements. If `fresher`, this file's reading replaces the
        one that was there: an order may have been closed or refunded since.
        """
        before = len(self.rows)
        if not before:
            self.rows.extend(rows)
            return 0
        if not self._by_look:
            for number, known in enumerate(self.rows):
                self._index(number, known)
        met: set[int] = set()
        new: list[Transaction] = []
        for row in rows:
            place = self._known(row, before, met)
            if place is None:
                new.append(row)
                continue
            met.add(place)
            if fresher:
                self.rows[place] = row
        alike = Counter(_number_key(row) for row in new)
        for row in new:
            key = _number_key(row)
            places = [place for place in self._by_number[key] if place < before and place not in met] if key else []
            if len(places) != 1 or alike[key] != 1:
                self._add(row)
                continue
            (place,) = places
            met.add(place)
            other = self.rows[place]
            self.changed.append((row, other) if fresher else (other, row))
            self.rows[place] = self.changed[-1][0]
        return len(met)

    def _known(self, row: Transaction, before: int, met: set[int]) -> int | None:
        own = id_of(row)
        near: Iterable[int] = self._by_id[_id_key(row)] if own else ()
        for place in near:
            if place < before and place not in met:
                return place
        for place in self._by_look[_look(row)]:
            other = self.rows[place]
            if place >= before or place in met or (own and id_of(other)):
                continue
            if row.balance is None or other.balance is None or row.balance == other.balance:
                return place
        return None

    def _add(self, row: Transaction) -> None:
        self._index(len(self.rows), row)
        self.rows.append(row)

    def _index(self, place: int, row: Transaction) -> None:
        if id_of(row):
            self._by_id[_id_key(row)].append(place)
            self._by_number[_number_key(row)].append(place)
        self._by_look[_look(row)].append(place)


def id_of(row: Transaction) -> str:
    """The id of a row, "" where a spreadsheet has spoiled it."""
    text = row.id
    spoiled = _SCIENTIFIC.fullmatch(text) or (
        text.isdigit() and len(text) > _FIGURES + 2 and not text[_FIGURES:].strip("0")
    )
    return "" if spoiled else text


def _id_key(row: Transaction) -> object:
    return _family(row), row.id, row.amount, row.nature is Nature.REFUND


def _number_key(row: Transaction) -> object:
    """What one movement keeps though its amount is another; None where its id is no number of a payment."""
    if len(id_of(row)) < _NUMBER:
        return None
    return _family(row), row.id, row.at.replace(second=0), row.party, row.direction, row.nature is Nature.REFUND


def _look(row: Transaction) -> object:
    return _family(row), row.at.replace(second=0), row.amount, row.party, row.nature is Nature.REFUND


def _family(row: Transaction) -> str:
    return row.source.split("-")[0] if row.source.startswith("alipay") else row.source
