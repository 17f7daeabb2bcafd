"""A case as the text of its file."""

from functools import cache
from typing import Any

import tomli_w
from pydantic import BaseModel

from negotiator_tui.case.case import LISTS, TABLES, Case
from negotiator_tui.storage.comments import first_line, table_line
from negotiator_tui.text.language import Lang

_ORDER = {"id": 0, "note": 2, "unknown": 3, "estimated": 3}
_Remembered = dict[int, tuple[object, bytes]]


class Writer:
    """Writes cases that follow one from another, and only makes the text of what changed since the last.

    Items are frozen and shared between cases, so an item met again has the same text. Only the items of the last case
    are remembered. For one thread at a time.
    """

    def __init__(self, lang: Lang = "zh_Hans") -> None:
        self._lang: Lang = lang
        self._items: dict[str, _Remembered] = {}
        self._sections: dict[str, tuple[object, bytes]] = {}

    def dump(self, case: Case) -> bytes:
        """The file's content: UTF-8 TOML, `parse_case` of which equals the case."""
        parts = [f"{first_line(self._lang)}schema = {case.schema_}\n".encode()]
        parts += [self._section(name, getattr(case, name)) for name in (*TABLES, *LISTS)]
        parts.append(_single("ids", case.ids) + _single("place", _answers(case.place)))
        return b"".join(parts)

    def _section(self, name: str, value: Any) -> bytes:
        last, content = self._sections.get(name, (None, b""))
        if last is not value:
            body = self._list(name, value) if name in LISTS else _single(name, _answers(value))
            content = f"\n{table_line(name, self._lang)}".encode() + body.removeprefix(b"\n")
            self._sections[name] = (value, content)
        return content

    def _list(self, name: str, items: tuple[BaseModel, ...]) -> bytes:
        before = self._items.get(name, {})
        now: _Remembered = {}
        for item in items:
            now[id(item)] = before.get(id(item)) or (item, f"\n[[{name}]]\n{_lines(_answers(item))}".encode())
        self._items[name] = now
        return b"".join([now[id(item)][1] for item in items])


def dump_case(case: Case, lang: Lang = "zh_Hans") -> bytes:
    """The content of a case's file, with comments in `lang`."""
    return Writer(lang).dump(case)


def plain_case(case: Case) -> bytes:
    """The content of a case's file without any comment."""
    items = [f"\n[[{name}]]\n{_lines(_answers(item))}".encode() for name in LISTS for item in getattr(case, name)]
    tables = [_single(name, _answers(getattr(case, name))) for name in TABLES]
    return b"".join([f"schema = {case.schema_}\n".encode(), *tables, *items, _single("ids", case.ids)])


def _single(name: str, answers: dict[str, Any]) -> bytes:
    return f"\n[{name}]\n{_lines(answers)}".encode() if answers else b""


def _lines(answers: dict[str, Any]) -> str:
    """`key = value` lines; an array on one line. A newline in text is escaped, so these are only the writer's own."""
    text = tomli_w.dumps(answers)
    return text.replace("[\n    ", "[").replace(",\n    ", ", ").replace(",\n]", "]")


def _answers(table: BaseModel) -> dict[str, Any]:
    """What is answered, by its key in the file. An empty list that is not the default is an answer: none of them."""
    found = {}
    for name, key, default in _fields(type(table)):
        value = getattr(table, name)
        if value is not default and value != default:
            found[key] = value
    return found


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str, object], ...]:
    fields = [(name, info.alias or name, info.default) for name, info in model.model_fields.items()]
    return tuple(sorted(fields, key=lambda field: _ORDER.get(field[0], 1)))
