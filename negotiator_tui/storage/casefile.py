"""Reading a case file: a case, or one sentence about why there is none. Nothing here writes."""

import hashlib
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from negotiator_tui.case.case import LISTS, PREFIXES, SCHEMA, TABLES, Case
from negotiator_tui.storage.comments import has_own_comments
from negotiator_tui.storage.locations import real_path
from negotiator_tui.storage.problems import Loc, broken_links, place_of, value_fault
from negotiator_tui.storage.reading import MEGABYTE, read_regular, text_of
from negotiator_tui.storage.rights import cannot_write, looseness
from negotiator_tui.text.fault import Fault, fault

LIMIT = 20 * MEGABYTE
"""The largest case file, in bytes."""

MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""What turns the tables of a file of schema n into those of schema n + 1."""

_ROUNDS = 5
"""How often what a newer version added is taken out before giving up."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A case as it stands in a file.

    `path` is the file itself, links followed; `sha256` of its content. With a `read_only` reason the file must not be
    written: what this version does not know would be lost. `problems` are entries that contradict each other,
    `notices` things to tell once. `keep_original`: a save would drop something (comments of the borrower's own, an
    older schema), so the content goes to the backups first.
    """

    case: Case
    path: Path
    sha256: str
    read_only: Fault | None = None
    problems: tuple[Fault, ...] = ()
    notices: tuple[Fault, ...] = ()
    keep_original: bool = False


def read_case(path: Path) -> Opened | Fault:
    """Open the case file at `path`; a Fault names what is wrong with it and, where it can, the line."""
    path = real_path(path)
    content = read_regular(path, LIMIT)
    if isinstance(content, Fault):
        return content
    opened = parse_case(content.data, path)
    if isinstance(opened, Fault):
        return opened
    return Opened(
        opened.case,
        path,
        opened.sha256,
        opened.read_only or cannot_write(path),
        opened.problems,
        (*opened.notices, *looseness(path, content.status)),
        opened.keep_original,
    )


def parse_case(data: bytes, path: Path) -> Opened | Fault:
    """The case in the content of a file; `path` is only named, not looked at."""
    text = text_of(data, path)
    if isinstance(text, Fault):
        return text
    if not text.strip():
        return fault("storage.empty", name=path.name)
    raw = _tables(text, path)
    if isinstance(raw, Fault):
        return raw
    if "schema" not in raw and not raw.keys() & (LISTS.keys() | TABLES.keys()):
        return fault("storage.not-a-case", name=path.name)
    schema = raw.get("schema", SCHEMA)
    if isinstance(schema, bool):  # TOML's true would pass for 1
        return fault("storage.not-a-case", name=path.name)
    newer = isinstance(schema, int) and schema > SCHEMA
    raw = _migrated(raw, schema)
    given = _give_ids(raw)
    validated = _validated(raw, newer=newer)
    if isinstance(validated, ValidationError):
        if newer:
            return fault("storage.newer-unreadable", name=path.name, schema=schema)
        return value_fault(validated, text)
    case, unknown = validated
    return Opened(
        case,
        path,
        hashlib.sha256(data).hexdigest(),
        _read_only(path, schema if newer else None, unknown),
        broken_links(case),
        (fault("storage.ids-given", count=given),) if given else (),
        schema != SCHEMA or has_own_comments(text),
    )


def _tables(text: str, path: Path) -> dict[str, Any] | Fault:
    try:
        return tomllib.loads(text, parse_float=_number)
    except RecursionError:
        return fault("storage.nested", name=path.name)
    except ValueError as error:
        # The parser's words may quote the file, so only the line is taken from them.
        line = re.search(r"at line (\d+)", str(error))
        if line:
            return fault("storage.toml", name=path.name, line=line[1])
        endless = re.search(r"\d[\d_]{4000}", text)  # Python refuses to read such a whole number
        if endless:
            return fault("storage.toml", name=path.name, line=1 + text.count("\n", 0, endless.start()))
        return fault("storage.toml-end", name=path.name)


def _number(text: str) -> Decimal:
    """The exact number; NaN, which every field refuses by name, where the exponent is beyond reason."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return Decimal("NaN")
    return number if -100 < number.adjusted() < 100 else Decimal("NaN")


def _migrated(raw: dict[str, Any], schema: object) -> dict[str, Any]:
    for step in range(schema, SCHEMA) if isinstance(schema, int) else ():
        if step in MIGRATIONS:
            raw = {**MIGRATIONS[step](raw), "schema": step + 1}
    return raw


def _give_ids(raw: dict[str, Any]) -> int:
    """Give entries a person added by hand the ids they need not have known about; returns to how many."""
    given = 0
    counters = raw.get("ids")
    for name, prefix in PREFIXES.items():
        items = raw.get(name)
        if not isinstance(items, list):
            continue
        without = [item for item in items if isinstance(item, dict) and "id" not in item]
        if not without:
            continue
        used = [str(item["id"]) for item in items if isinstance(item, dict) and "id" in item]
        counter = counters.get(name) if isinstance(counters, dict) else None
        last = max([int(text[1:]) for text in used if re.fullmatch(rf"{prefix}[0-9]{{1,9}}", text)], default=0)
        last = max(last, counter if isinstance(counter, int) else 0)
        for number, item in enumerate(without, last + 1):
            item["id"] = f"{prefix}{number}"
        given += len(without)
    return given


def _validated(
    raw: dict[str, Any], *, newer: bool, left_out: tuple[Loc, ...] = (), rounds: int = _ROUNDS
) -> tuple[Case, tuple[Loc, ...]] | ValidationError:
    """The case, and where the keys stood that this version does not know and that were left out.

    Of a newer schema values that do not fit are left out too.
    """
    try:
        return Case.model_validate(raw), left_out
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
        surplus = [each["loc"] for each in found if newer or each["type"] == "extra_forbidden"]
        if len(surplus) < len(found) or not rounds:
            return error
    for loc in sorted(surplus, key=_deepest_last_first, reverse=True):
        _drop(raw, loc)
    return _validated(raw, newer=newer, left_out=(*left_out, *surplus), rounds=rounds - 1)


def _deepest_last_first(loc: Loc) -> tuple[str, ...]:
    return tuple(f"{part:09}" if isinstance(part, int) else part for part in loc)


def _drop(tree: Any, loc: Loc) -> None:
    for part in loc[:-1]:
        tree = _child(tree, part)
    if _child(tree, loc[-1]) is not None:
        del tree[loc[-1]]


def _child(tree: Any, part: int | str) -> Any:
    if isinstance(tree, dict):
        return tree.get(part)
    return tree[part] if isinstance(tree, list) and isinstance(part, int) and part < len(tree) else None


def _read_only(path: Path, newer: object, unknown: tuple[Loc, ...]) -> Fault | None:
    if newer is not None:
        return fault("storage.newer", name=path.name, schema=newer)
    if unknown:
        keys = ", ".join(place_of(loc) for loc in unknown[:3]) + (" …" if len(unknown) > 3 else "")
        return fault("storage.unknown-key", name=path.name, keys=keys)
    return None
