"""A program that saves a case as fast as it can, to be killed: run as `python -m tests.storage.killable RECIPE`.

For each line on stdin, the case's path, it forks a process that opens the case and changes it without a pause; it says
the process's id, and "dead" when it is. Forking saves the time of starting Python each round.
"""

import os
import sys
import time
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from negotiator_tui.case.case import Case
from negotiator_tui.case.first import First
from negotiator_tui.storage import store
from negotiator_tui.storage.atomic import Written
from negotiator_tui.storage.locations import locations
from negotiator_tui.storage.saver import Saver
from negotiator_tui.storage.session import Session, open_session

from .test_atomic import in_chunks, in_place, remove_then_rename


def _early(path: Path, data: bytes) -> object:
    """Acknowledges first, writes then."""
    store._acknowledge(store.Saved(_now(), store.hashlib.sha256(data).hexdigest()))
    return real(path, data)


def _now() -> datetime:
    return datetime.fromisoformat("2026-12-05T14:03:22")


real = store.write_atomic
RECIPES: dict[str, Callable[[Path, bytes], object]] = {
    "as it is": real,
    "in place": in_place,
    "in chunks": in_chunks,
    "remove first": remove_then_rename,
    "promise early": _early,
}


def run(path: Path) -> None:
    """Change the takings by one, for ever."""
    session = open_session(path, locations(), now=_now, on_result=lambda result: None)
    if not isinstance(session, Session) or session.saver is None:
        raise SystemExit(f"not opened: {session}")
    saver: Saver = session.saver
    saver._delay = 0.0
    number = session.case.first.takings or Decimal(0)
    say("ready")
    while True:
        number += 1
        saver.changed(revised(session.case, number))
        time.sleep(0.001)


def say(word: str) -> None:
    """A line for whoever kills."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def revised(case: Case, number: Decimal) -> Case:
    """The case at that revision: it stands near the beginning of the file and at its end."""
    last = case.contacts[-1].model_copy(update={"promised_amount": number.quantize(Decimal("0.01"))})
    update = {"first": First(takings=number), "contacts": (*case.contacts[:-1], last)}
    return case.model_copy(update=update)


def main() -> None:
    """Fork and reap, a line at a time."""
    recipe = RECIPES[sys.argv[1]]
    if recipe is not real:
        store.write_atomic = lambda path, data: _written(recipe, path, data)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            run(Path(line.strip()))
        say(str(child))
        os.waitpid(child, 0)
        say("dead")


def _written(recipe: Callable[[Path, bytes], object], path: Path, data: bytes) -> Written:
    recipe(path, data)
    return Written(store.hashlib.sha256(data).hexdigest())


if __name__ == "__main__":
    main()
