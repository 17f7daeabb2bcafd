"""The only ways to make a new case out of an old one."""

from enum import Enum
from typing import Any, Final

from pydantic import ValidationError

from negotiator_tui.case.base import Item, Table
from negotiator_tui.case.case import BELONGS, LISTS, PARTS_OF, PREFIXES, Case, Place, find, items_of
from negotiator_tui.text.fault import Fault, fault

Path = tuple[str, ...]
"""`(table, field)` or `(list, id, field)`; `(list, id)` names a whole item."""


class _Unknown(Enum):
    UNKNOWN = "unknown"


UNKNOWN: Final = _Unknown.UNKNOWN
"""The answer "I don't know"."""


def table_at(case: Case, path: Path) -> Table | None:
    """The table or item a path leads into, or None when the item is gone."""
    if path[0] in LISTS:
        found: Table | None = find(case, path[0], path[1]) if len(path) > 1 else None
        return found
    table: Table = getattr(case, path[0])
    return table


def value_at(case: Case, path: Path) -> Any:
    """The answer at a path: a value, UNKNOWN, or None when it is not answered."""
    table = table_at(case, path)
    if table is None:
        return None
    if path[-1] in table.unknown:
        return UNKNOWN
    return getattr(table, path[-1])


def edited(case: Case, path: Path, value: Any) -> Case | Fault:
    """The case with one answer changed; `None` takes it back, UNKNOWN records "I don't know"."""
    old = table_at(case, path)
    if old is None:
        return fault("case.gone")
    return _with_table(case, path, _answered(old, path[-1], value))


def marked(case: Case, path: Path, *, estimated: bool) -> Case | Fault:
    """The case with an answer marked as a guess, or no longer."""
    old = table_at(case, path)
    if old is None:
        return fault("case.gone")
    rest = tuple(name for name in old.estimated if name != path[-1])
    return _with_table(case, path, old.model_copy(update={"estimated": (*rest, path[-1]) if estimated else rest}))


def added(case: Case, name: str, /, **answers: Any) -> tuple[Case, str] | Fault:
    """The case with a new item at the end of list `name`, and its id."""
    number = 1 + max(case.ids.get(name, 0), *(_number(item.id) for item in items_of(case, name)), 0)
    item_id = f"{PREFIXES[name]}{number}"
    try:
        item = LISTS[name](id=item_id, **answers)
    except ValidationError:
        return fault("case.refused")
    update = {name: (*items_of(case, name), item), "ids": {**case.ids, name: number}}
    return case.model_copy(update=update), item_id


def removed(case: Case, path: Path) -> Case:
    """The case without the item at `(list, id)`, without its parts, and with no mention of it left elsewhere."""
    name, item_id = path
    number = max(case.ids.get(name, 0), _number(item_id))
    update: dict[str, Any] = {
        name: tuple(item for item in items_of(case, name) if item.id != item_id),
        "ids": {**case.ids, name: number},
    }
    result = case.model_copy(update=update)
    for other, fields in BELONGS.items():
        for field, target in fields.items():
            if target == name:
                result = _unlinked(result, other, field, item_id)
    return _unproved(result, name, item_id)


def placed(case: Case, page: str, path: Path) -> Case:
    """The case with the place the borrower is at written into it."""
    return case.model_copy(update={"place": Place(page=page, path=path)})


def _unlinked(case: Case, name: str, field: str, item_id: str) -> Case:
    linked = [item for item in items_of(case, name) if getattr(item, field) == item_id]
    if PARTS_OF.get(name) == field or name == "terms":
        for item in linked:
            case = removed(case, (name, item.id))
        return case
    if not linked:
        return case
    kept = tuple(
        item.model_copy(update={field: None}) if getattr(item, field) == item_id else item
        for item in items_of(case, name)
    )
    return case.model_copy(update={name: kept})


def _unproved(case: Case, name: str, item_id: str) -> Case:
    """The case without a mention, by the papers, of an item that is gone."""
    gone = f"{name}.{item_id}"

    def stays(about: str) -> bool:
        return about != gone and not about.startswith(f"{gone}.")

    if all(stays(about) for each in case.materials for about in each.about):
        return case
    kept = tuple(
        each if all(map(stays, each.about)) else each.model_copy(update={"about": tuple(filter(stays, each.about))})
        for each in case.materials
    )
    return case.model_copy(update={"materials": kept})


def _answered(old: Table, field: str, value: Any) -> Table | Fault:
    unknown = tuple(name for name in old.unknown if name != field)
    if value is UNKNOWN:
        return old.model_copy(update={field: None, "unknown": (*unknown, field)})
    try:
        return type(old).model_validate({**dict(old), field: value, "unknown": unknown})
    except ValidationError:
        return fault("case.refused")


def _with_table(case: Case, path: Path, new: Table | Fault) -> Case | Fault:
    if isinstance(new, Fault):
        return new
    if not isinstance(new, Item):
        return case.model_copy(update={path[0]: new})
    items = tuple(new if item.id == new.id else item for item in items_of(case, path[0]))
    return case.model_copy(update={path[0]: items})


def _number(item_id: str) -> int:
    return int(item_id.lstrip("abcdefghijklmnopqrstuvwxyz"))
