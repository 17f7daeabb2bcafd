"""Standing in for the operating system's calls: count them, die at one, fail at one, or write down their order."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest import mock

CALLS = ("open", "write", "fsync", "replace", "rename", "close", "unlink", "remove", "fchmod", "ftruncate", "mkdir")


class Killed(BaseException):
    """The program is dead: nothing after this may touch a file."""


@dataclass
class Seam:
    """Every call of `CALLS` passes here while it is in place."""

    at: int | None = None
    """The call, from 0, at which something happens; None: only count."""
    moment: str = "before"
    """before | after | torn (die), or error (raise `error` at that call and, if `lasting`, at all later ones)."""
    error: int = 0
    lasting: bool = True
    log: list[tuple[str, tuple[Any, ...]]] = field(default_factory=list)
    dead: bool = False

    def call(self, name: str, real: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if self.dead:
            raise Killed
        here = len(self.log) == self.at
        beyond = self.at is not None and len(self.log) > self.at and self.lasting
        self.log.append((name, args))
        if self.moment == "error":
            # Closing and removing go on working: a full or read-only disk does not keep a file open.
            if here or (beyond and name not in {"close", "unlink", "remove"}):
                if name == "close":
                    real(*args, **kwargs)
                raise OSError(self.error, os.strerror(self.error))
            return real(*args, **kwargs)
        if here and self.moment == "before":
            self.die()
        if here and self.moment == "torn" and name == "write":
            real(args[0], bytes(args[1])[: len(args[1]) // 2])
            self.die()
        result = real(*args, **kwargs)
        if here:
            self.die()
        return result

    def die(self) -> None:
        self.dead = True
        raise Killed


@contextmanager
def standing_in(seam: Seam) -> Iterator[Seam]:
    with contextmanager(_patched)(seam):
        yield seam


def _patched(seam: Seam) -> Iterator[None]:
    reals = {name: getattr(os, name) for name in CALLS}
    patches = [mock.patch.object(os, name, _through(seam, name, real)) for name, real in reals.items()]
    for patch in patches:
        patch.start()
    try:
        yield
    finally:
        for patch in reversed(patches):
            patch.stop()


def _through(seam: Seam, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
    return lambda *args, **kwargs: seam.call(name, real, *args, **kwargs)


def calls_of(action: Callable[[], object]) -> int:
    """How many calls an undisturbed run makes."""
    with standing_in(Seam()) as seam:
        action()
    return len(seam.log)


def lost(log: list[tuple[str, tuple[Any, ...]]], path: Path, old: str = "OLD") -> list[set[str]]:
    """What may stand in `path` after a power cut after each call, if all that was not synced may be lost.

    An entry of the folder (a file made, replaced or removed) lasts once the folder was synced; data lasts once its file
    was. A file that was made but not synced may be EMPTY, TORN or NEW.
    """
    names: dict[str, int] = {str(path): -1}  # inode by name, as programs see it
    kept: list[dict[str, int]] = [dict(names)]  # what the folder may hold after a cut
    data: dict[int, set[str]] = {-1: {old}}
    handles: dict[str, int] = {}
    outcomes: list[set[str]] = []
    opened: str | None = None
    made = 0
    for name, args in log:
        if name == "open":
            opened = str(args[0])
            if args[1] & os.O_CREAT and opened not in names:
                made += 1
                names[opened] = made
                data[made] = {"EMPTY"}
                kept.append(dict(names))
            elif args[1] & os.O_TRUNC:
                data[names[opened]] = data[names[opened]] | {"EMPTY"}
            handles["last"] = names.get(opened, 0)
        elif name == "write":
            data[handles["last"]] = data[handles["last"]] | {"TORN", "NEW"}
        elif name == "fsync":
            if opened in names:
                data[handles["last"]] = {"NEW"}
            else:
                kept = [dict(names)]
        elif name in {"replace", "rename"}:
            names[str(args[1])] = names.pop(str(args[0]))
            kept.append(dict(names))
        elif name in {"unlink", "remove"}:
            names.pop(str(args[0]), None)
            kept.append(dict(names))
        outcomes.append(
            {state for folder in kept for state in (data[folder[str(path)]] if str(path) in folder else {"MISSING"})}
        )
    return outcomes
