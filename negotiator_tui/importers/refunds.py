"""Refunds set against what they refund, each counted once, whatever rows and notes tell of it."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from negotiator_tui.importers.transaction import Direction, Nature, Transaction

NOTED_TWICE = "jd"
"""The layout whose purchases note their refunds themselves; its refund rows only repeat them."""

_NOTHING = Decimal("0.00")
_PAYMENTS = frozenset({Nature.SPENDING, Nature.NEVER_PAID, Nature.FEE})
_SUFFIX = re.compile(r"[_*].*")
_LATEST = timedelta(days=180)
_TRIED = 200
"""Purchases at one place that are looked at for a refund without an id."""


def paired(rows: Sequence[Transaction]) -> list[Transaction]:
    """The rows, given and returned by time, with `refunded`, `noted` and `paired` filled in.

    A closed order that a refund belongs to was paid, and came back whole.
    """
    found = _Pairs(rows)
    found.match()
    return [
        _settled(row, found.back.get(place, _NOTHING), place in found.refunds)
        for place, row in enumerate(_repeated(found.rows))
    ]


class _Pairs:
    """Purchases by everything a refund may know of them."""

    def __init__(self, rows: Sequence[Transaction]) -> None:
        self.rows = rows
        self.back: dict[int, Decimal] = defaultdict(lambda: _NOTHING)
        self.refunds: set[int] = set()
        self._by_id: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._by_text: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._by_note: dict[tuple[str, Decimal], list[int]] = defaultdict(list)
        refunds = [row for row in rows if row.nature is Nature.REFUND and row.source != NOTED_TWICE]
        ids = {key for row in refunds for key in _ids(row)}
        texts = {key for row in refunds for key in _texts(row)}
        for place, row in enumerate(rows):
            if row.source == NOTED_TWICE or row.nature not in _PAYMENTS:
                continue
            if row.noted:
                self._by_note[row.source, row.noted].append(place)
            for key in ids.intersection((row.id, row.order)):
                self._by_id[_family(row), key].append(place)
            for key in texts.intersection((row.party, _title(row.item))):
                self._by_text[row.source, key].append(place)

    def match(self) -> None:
        """Give every refund to the purchase it belongs to."""
        for place, row in enumerate(self.rows):
            if row.nature is Nature.REFUND and row.source != NOTED_TWICE:
                purchase = self._with_id(place, row) or self._with_text(place, row)
                if purchase is not None:
                    self.back[purchase[0]] += row.amount
                    self.refunds.add(place)

    def _with_id(self, place: int, row: Transaction) -> tuple[int] | None:
        near = (each for key in _ids(row) for each in self._last(self._by_id[_family(row), key], place, row))
        return self._first(each for each in near if self._left(each) >= row.amount)

    def _with_text(self, place: int, row: Transaction) -> tuple[int] | None:
        """By its note first, then by who and what it was for; a note of just this amount may be of another name."""
        near = [
            each
            for key in _texts(row)
            for each in self._last(self._by_text[row.source, key], place, row)
            if self.rows[each].nature is not Nature.NEVER_PAID and self._left(each) >= row.amount
        ]
        noted = [each for each in near if self.rows[each].noted - self.back[each] >= row.amount]
        whole = [each for each in noted if self.rows[each].noted == row.amount]
        others = self._last(self._by_note[row.source, row.amount], place, row)
        renamed = [each for each in others if self.rows[each].noted - self.back[each] >= row.amount]
        exact = [each for each in near if self.rows[each].amount == row.amount]
        return self._first([*whole, *noted, *renamed, *exact])

    def _last(self, places: list[int], place: int, row: Transaction) -> Iterator[int]:
        """The purchases up to the refund, the latest first; one of the same minute may stand behind it."""
        end = bisect_right(places, place)
        while end < len(places) and self.rows[places[end]].at <= row.at:
            end += 1
        for each in reversed(places[max(0, end - _TRIED) : end]):
            if row.at - self.rows[each].at > _LATEST:
                return
            if self.rows[each].currency == row.currency:
                yield each

    def _left(self, place: int) -> Decimal:
        return self.rows[place].amount - self.back[place]

    @staticmethod
    def _first(places: Iterable[int]) -> tuple[int] | None:
        found = next(iter(places), None)
        return None if found is None else (found,)


def _repeated(rows: Sequence[Transaction]) -> list[Transaction]:
    """Where refund rows repeat notes: what they hold beyond the notes of their order, added to its purchases."""
    beyond: dict[str, Decimal] = defaultdict(lambda: _NOTHING)
    for row in rows:
        if row.source == NOTED_TWICE and row.id:
            beyond[row.id] += row.amount if row.nature is Nature.REFUND else -row.noted
    settled = []
    for row in rows:
        if row.source != NOTED_TWICE:
            settled.append(row)
        elif row.nature is Nature.REFUND:
            settled.append(replace(row, paired=True))
        else:
            more = min(beyond[row.id], row.amount - row.noted) if row.nature is Nature.SPENDING and row.id else _NOTHING
            more = max(more, _NOTHING)
            beyond[row.id] -= more
            settled.append(replace(row, noted=row.noted + more, refunded=row.noted + more))
    return settled


def _settled(row: Transaction, back: Decimal, is_paired: bool) -> Transaction:
    if is_paired:
        return replace(row, paired=True)
    if row.source == NOTED_TWICE:
        return row
    if row.nature is Nature.NEVER_PAID and back:
        came_back = row.amount
        return replace(
            row, nature=Nature.SPENDING, direction=Direction.EXPENSE, refunded=came_back, noted=came_back - back
        )
    if not back and row.noted == row.refunded:
        return row
    came_back = min(row.amount, max(row.noted, back))
    return replace(row, refunded=came_back, noted=came_back - min(back, came_back))


def _ids(row: Transaction) -> list[str]:
    """The ids a refund may share with its purchase: its own before a suffix, its own, the merchant's."""
    return [key for key in dict.fromkeys((_SUFFIX.sub("", row.id), row.id, row.order)) if key]


def _texts(row: Transaction) -> list[str]:
    """Who and what a refund was for."""
    return [key for key in dict.fromkeys((row.party, _title(row.item), _title(row.category))) if key]


def _family(row: Transaction) -> str:
    return row.source.split("-")[0]


def _title(text: str) -> str:
    return text.removeprefix("退款-").removeprefix("退款：").removesuffix("-退款")
