"""Answers that count but are not in the file yet: kept at each change, so that not even the last second is lost.

A save takes its time and is made at most twice a second. Until it is done, what it will change stands here, beside the
drafts: the tables and items that differ from the file, as the text they will have in it, and which file they belong to.
"""

import json
import threading
from pathlib import Path
from typing import Any

from negotiator_tui.case.case import LISTS, TABLES, Case
from negotiator_tui.storage.casefile import parse_case
from negotiator_tui.storage.locations import Locations, case_key
from negotiator_tui.storage.reading import MEGABYTE
from negotiator_tui.storage.twin import Twin
from negotiator_tui.text.fault import Fault

_LIMIT = 21 * MEGABYTE


class Unsaved:
    """What of one case is not saved yet. `keep` is for one thread, `writing` and `saved` are for the saver's.

    The content belongs to the file as it was read or written last, and while a save goes on also to the file as it will
    be: putting items there once more changes nothing.
    """

    def __init__(self, path: Path) -> None:
        self._twin = Twin(path.with_suffix(".c"), path.with_suffix(".d"), _LIMIT)
        self.files = self._twin.files
        self._guard = threading.Lock()
        self._saved = self._now = Case()
        self._files: tuple[str, ...] = ()
        self._empty = True

    def begin(self, case: Case, sha256: str) -> Case:
        """The case of a file with this hash and what had not been saved of it; from now on this file is the saved one.

        Content of another file, damaged or out of joint with this one is left alone.
        """
        content = self._twin.load()
        self._saved, self._files = case, (sha256,)
        self._now = _restored(case, sha256, content) if content else case
        self._empty = not content
        return self._now

    def keep(self, case: Case) -> Fault | None:
        """This is the case that counts now."""
        with self._guard:
            self._now = case
            return self._write()

    def writing(self, sha256: str) -> None:
        """A file with this hash is about to take the place of the saved one."""
        with self._guard:
            self._files = (self._files[0], sha256)
            self._write()

    def saved(self, case: Case) -> None:
        """This case is in the file that was being written."""
        with self._guard:
            self._saved, self._files = case, self._files[-1:]
            self._write()

    def adopt(self, case: Case, sha256: str) -> None:
        """Another file is the saved one; what was not saved is given up."""
        with self._guard:
            self._saved = self._now = case
            self._files = (sha256,)
            self._write()

    def close(self) -> Fault | None:
        """Sync, and let go of the files."""
        with self._guard:
            return self._twin.close()

    def _write(self) -> Fault | None:
        changes = _changes(self._saved, self._now)
        if changes is None and self._empty:
            return None
        content = b"" if changes is None else json.dumps({"files": self._files, **changes}).encode()
        problem = self._twin.keep(content)
        if problem is None:
            self._empty = not content
        return problem


def unsaved_of(case_path: Path, here: Locations) -> Unsaved:
    """What is not saved of a case, in the state folder."""
    return Unsaved(here.state / "live" / case_key(case_path))


def _changes(saved: Case, now: Case) -> dict[str, Any] | None:
    """What differs: its text, which tables it has, and for each list the ids that are gone, or all in a new order."""
    tables = {name: getattr(now, name) for name in TABLES if getattr(now, name) is not getattr(saved, name)}
    lists: dict[str, dict[str, Any]] = {}
    items: dict[str, tuple[Any, ...]] = {}
    for name in LISTS:
        before, after = getattr(saved, name), getattr(now, name)
        if before is after:
            continue
        known = {each.id: each for each in before}
        items[name] = tuple(each for each in after if known.get(each.id) is not each)
        there = {each.id for each in after}
        gone = [each for each in known if each not in there]
        order = [each.id for each in after]
        kept = [each for each in known if each in there]
        lists[name] = {"gone": gone}
        if order != kept + [each for each in order if each not in known]:
            lists[name]["order"] = order
    if not tables and not lists:
        return None
    from negotiator_tui.storage.writer import plain_case

    text = plain_case(Case(ids=now.ids, **tables, **items))
    return {"tables": list(tables), "lists": lists, "text": text.decode()}


def _restored(case: Case, sha256: str, content: bytes) -> Case:
    try:
        kept = json.loads(content)
        if sha256 not in kept["files"]:
            return case
        part = parse_case(kept["text"].encode(), Path("unsaved"))
        if isinstance(part, Fault) or part.read_only is not None:
            return case
        found: dict[str, Any] = {name: getattr(part.case, name) for name in kept["tables"] if name in TABLES}
        for name, how in kept["lists"].items():
            if name not in LISTS:
                return case
            items = {each.id: each for each in getattr(case, name) if each.id not in how["gone"]}
            items |= {each.id: each for each in getattr(part.case, name)}
            found[name] = tuple(items[each] for each in how.get("order", items))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return case
    return case.model_copy(update={**found, "ids": {**case.ids, **part.case.ids}}) if found else case
