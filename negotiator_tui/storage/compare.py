"""Two versions of a case side by side."""

from dataclasses import dataclass
from typing import Any

from negotiator_tui.case.base import Item, Table
from negotiator_tui.case.case import LISTS, TABLES, Case, items_of
from negotiator_tui.case.edit import UNKNOWN, Path


@dataclass(frozen=True, slots=True)
class Difference:
    """An answer, or a whole item, that is not the same. None: not answered, or not there."""

    path: Path
    mine: Any
    theirs: Any


def differences(mine: Case, theirs: Case) -> tuple[Difference, ...]:
    """Every answer in which two versions differ, in the order of the file. Order of items and places do not count."""
    found: list[Difference] = []
    for name in TABLES:
        found += _fields((name,), getattr(mine, name), getattr(theirs, name))
    for name in LISTS:
        ours, others = _by_id(mine, name), _by_id(theirs, name)
        for item_id in dict.fromkeys((*ours, *others)):
            one, other = ours.get(item_id), others.get(item_id)
            if one is None or other is None:
                found.append(Difference((name, item_id), one, other))
            elif one is not other:
                found += _fields((name, item_id), one, other)
    return tuple(found)


def _by_id(case: Case, name: str) -> dict[str, Item]:
    return {item.id: item for item in items_of(case, name)}


def _fields(path: Path, mine: Table, theirs: Table) -> list[Difference]:
    names = [name for name in type(mine).model_fields if name not in {"id", "unknown", "estimated"}]
    pairs = [(name, _answer(mine, name), _answer(theirs, name)) for name in names]
    return [Difference((*path, name), one, other) for name, one, other in pairs if one != other]


def _answer(table: Table, name: str) -> Any:
    return UNKNOWN if name in table.unknown else getattr(table, name)
