"""Saving by itself: soon after the first change however many follow, one at a time, and at once when asked."""

import hashlib
import itertools
import signal
import subprocess
import sys
import threading
import time
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from negotiator_tui.case.case import Case
from negotiator_tui.case.first import First
from negotiator_tui.storage.backups import backups_of
from negotiator_tui.storage.casefile import Opened, read_case
from negotiator_tui.storage.locations import Locations
from negotiator_tui.storage.saver import DELAY, Conflict, Result, Saved, SaveFailed, Saver
from negotiator_tui.storage.store import Store
from negotiator_tui.storage.writer import dump_case
from negotiator_tui.text.fault import fault

NOW = datetime.fromisoformat("2026-12-05T14:03:22")


def case(number: int) -> Case:
    return Case(first=First(takings=Decimal(number)))


class Held(Store):
    """A store whose saves wait for a gate, and that writes down what it saved when."""

    def __init__(self, path: Path) -> None:
        self.gate = threading.Event()
        self.gate.set()
        self.saved: list[tuple[float, Decimal | None]] = []
        self.inside = 0
        self.most_inside = 0
        self.failing = False
        backups = backups_of(path, Locations(path.parent / "c", path.parent / "d", path.parent / "s"))
        super().__init__(path, hashlib.sha256(path.read_bytes()).hexdigest(), backups=backups, now=lambda: NOW)

    def save(self, case: Case) -> Result:
        self.inside += 1
        self.most_inside = max(self.most_inside, self.inside)
        assert self.gate.wait(10)
        result = SaveFailed(fault("storage.full", name="x")) if self.failing else super().save(case)
        self.saved.append((time.monotonic(), case.first.takings))
        self.inside -= 1
        return result


@pytest.fixture
def store(tmp_path: Path) -> Held:
    path = tmp_path / "case.toml"
    path.write_bytes(dump_case(case(0)))
    return Held(path)


def takings(path: Path) -> Decimal | None:
    opened = read_case(path)
    assert isinstance(opened, Opened)
    return opened.case.first.takings


def until(condition: object, seconds: float = 5) -> None:
    assert callable(condition)
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "did not happen in time"
        time.sleep(0.002)


def test_within_a_second_of_the_first_change(store: Held) -> None:
    results: list[Result] = []
    saver = Saver(store, results.append)
    began = time.monotonic()
    saver.changed(case(1))
    assert saver.unsaved
    until(lambda: results)
    assert DELAY <= time.monotonic() - began < 1.0
    assert isinstance(results[0], Saved)
    assert not saver.unsaved
    assert takings(store.path) == 1
    saver.close(1)


def test_changes_without_a_pause_do_not_put_it_off(store: Held) -> None:
    saver = Saver(store, lambda result: None, delay=0.1)
    began = time.monotonic()
    number = 0
    while time.monotonic() - began < 0.75:
        number += 1
        saver.changed(case(number))
        time.sleep(0.005)
    saver.close(5)
    assert len(store.saved) >= 4
    starts = [began, *(at for at, _ in store.saved)]
    assert max(later - earlier for earlier, later in itertools.pairwise(starts)) < 0.4
    assert takings(store.path) == number


def test_one_at_a_time_and_the_last_change_wins(store: Held) -> None:
    saver = Saver(store, lambda result: None, delay=0.0)
    store.gate.clear()
    saver.changed(case(1))
    until(lambda: store.inside == 1)
    for number in range(2, 30):
        saver.changed(case(number))
    store.gate.set()
    saver.close(5)
    assert store.most_inside == 1
    assert [value for _, value in store.saved] == [1, 29]
    assert takings(store.path) == 29


def test_flush_waits_for_the_newest_change_even_when_an_older_one_is_being_written(store: Held) -> None:
    saver = Saver(store, lambda result: None, delay=0.0)
    store.gate.clear()
    saver.changed(case(1))
    until(lambda: store.inside == 1)
    saver.changed(case(2))
    threading.Timer(0.05, store.gate.set).start()
    result = saver.flush(5)
    assert isinstance(result, Saved)
    assert takings(store.path) == 2
    saver.close(1)


def test_flush_does_not_wait_for_the_throttle(store: Held) -> None:
    saver = Saver(store, lambda result: None, delay=60)
    saver.changed(case(1))
    began = time.monotonic()
    assert isinstance(saver.flush(5), Saved)
    assert time.monotonic() - began < 1
    assert saver.flush(5) is None
    assert saver.close(5) is None


def test_a_save_that_hangs_is_told_in_time(store: Held) -> None:
    saver = Saver(store, lambda result: None, delay=0.0)
    store.gate.clear()
    saver.changed(case(1))
    began = time.monotonic()
    result = saver.flush(0.1)
    assert time.monotonic() - began < 1
    assert isinstance(result, SaveFailed)
    assert result.fault.code == "storage.slow"
    store.gate.set()
    saver.close(5)
    assert takings(store.path) == 1


def test_a_failure_keeps_the_change_and_is_tried_again(store: Held) -> None:
    results: list[Result] = []
    saver = Saver(store, results.append, delay=0.0, retry=0.05)
    store.failing = True
    saver.changed(case(1))
    until(lambda: len(results) >= 2)
    assert saver.unsaved
    assert all(isinstance(result, SaveFailed) for result in results)
    store.failing = False
    until(lambda: isinstance(results[-1], Saved))
    assert takings(store.path) == 1
    saver.close(1)


def test_a_change_after_a_failure_is_tried_without_waiting_for_the_retry(store: Held) -> None:
    results: list[Result] = []
    saver = Saver(store, results.append, delay=0.0, retry=60)
    store.failing = True
    saver.changed(case(1))
    until(lambda: results)
    store.failing = False
    saver.changed(case(2))
    until(lambda: isinstance(results[-1], Saved))
    saver.close(1)


def test_a_conflict_keeps_the_change_until_it_is_settled(store: Held) -> None:
    saver = Saver(store, lambda result: None, delay=0.0, retry=60)
    theirs = dump_case(case(70))
    store.path.write_bytes(theirs)
    saver.changed(case(1))
    result = saver.flush(5)
    assert isinstance(result, Conflict)
    assert saver.unsaved
    mine = saver.keep_mine_beside(case(1))
    assert isinstance(mine, Path)
    assert takings(mine) == 1
    saver.adopt(hashlib.sha256(theirs).hexdigest())
    assert not saver.unsaved
    assert store.path.read_bytes() == theirs
    saver.changed(case(71))
    assert isinstance(saver.flush(5), Saved)
    store.path.unlink()
    saver.changed(case(72))
    assert isinstance(saver.flush(5), Conflict)
    saver.recreate()
    assert isinstance(saver.flush(5), Saved | None)
    assert takings(store.path) == 72
    saver.close(1)


def test_fifty_changes_elsewhere_are_never_overwritten(store: Held) -> None:
    saver = Saver(store, lambda result: None, delay=0.0, retry=60)
    overwritten = 0
    for number in range(50):
        theirs = dump_case(case(1000 + number))
        store.path.write_bytes(theirs)
        saver.changed(case(number))
        assert isinstance(saver.flush(5), Conflict)
        overwritten += store.path.read_bytes() != theirs
    assert overwritten == 0
    saver.close(1)


def test_a_mistake_in_the_program_is_told_and_saving_goes_on(store: Held, monkeypatch: pytest.MonkeyPatch) -> None:
    results: list[Result] = []
    seen: list[object] = []
    monkeypatch.setattr(threading, "excepthook", seen.append)
    saver = Saver(store, results.append, delay=0.0)
    saver.changed("no case")  # type: ignore[arg-type]
    until(lambda: results)
    assert isinstance(results[0], SaveFailed)
    assert results[0].fault.code == "storage.unexpected"
    assert saver.unsaved
    saver.changed(case(3))
    until(lambda: isinstance(results[-1], Saved))
    assert takings(store.path) == 3
    assert len(seen) == 1
    saver.close(1)


def test_the_language_of_the_comments_follows(store: Held) -> None:
    saver = Saver(store, lambda result: None, delay=0.0)
    saver.speak("en")
    saver.changed(case(1))
    saver.flush(5)
    assert store.path.read_bytes() == dump_case(case(1), "en")
    saver.close(1)


def test_the_calling_thread_is_not_held_up(store: Held) -> None:
    saver = Saver(store, lambda result: None, delay=0.0)
    store.gate.clear()
    longest = 0.0
    for number in range(200):
        began = time.perf_counter()
        saver.changed(case(number))
        longest = max(longest, time.perf_counter() - began)
    store.gate.set()
    saver.close(5)
    assert longest < 0.05


SIGNALLED = """
import signal, sys, time
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from negotiator_tui.case.case import Case
from negotiator_tui.case.first import First
from negotiator_tui.storage.locations import locations
from negotiator_tui.storage.session import open_session

now = lambda: datetime.fromisoformat("2026-12-05T14:03:22")
session = open_session(Path(sys.argv[1]), locations(), now=now, on_result=lambda result: None, create=True)

def leave(number, frame):
    session.close(5)
    sys.exit(0)

for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
    signal.signal(number, leave)
number = 0
while True:
    number += 1
    session.saver.changed(Case(first=First(takings=Decimal(number))))
    print(number, flush=True)
    time.sleep(0.0005)
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_at_any_moment_loses_nothing(
    number: signal.Signals, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEGOTIATOR_TUI_HOME", str(tmp_path / "home"))
    path = tmp_path / "case.toml"
    child = subprocess.Popen([sys.executable, "-c", SIGNALLED, str(path)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    said = "".join(child.stdout.readline() for _ in range(40))
    began = time.monotonic()
    child.send_signal(number)
    said += child.stdout.read()
    child.stdout.close()
    child.wait(timeout=10)
    assert time.monotonic() - began < 1.5
    assert child.returncode == 0
    last = takings(path)
    assert last is not None
    assert last >= int(said.split()[-1])
    assert not list(tmp_path.glob(".*"))
