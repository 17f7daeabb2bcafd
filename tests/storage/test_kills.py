"""kill -9 at random moments while a 200 KB case saves itself: the file opens, and holds what was acknowledged."""

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from negotiator_tui.case.case import Case
from negotiator_tui.storage.casefile import Opened, read_case
from negotiator_tui.storage.store import ACK
from negotiator_tui.storage.writer import Writer

from .cases import large
from .killable import revised

ROOT = Path(__file__).resolve().parents[2]
START = Decimal(1)


@dataclass
class Tally:
    rounds: int = 0
    broken: int = 0
    lost: int = 0
    acknowledged: int = 0


class Range:
    """Where processes are started, killed, and what they leave is looked at."""

    def __init__(self, folder: Path, recipe: str) -> None:
        self.path, self.ack = folder / "case.toml", folder / "ack"
        self.base = large(580)
        self.tally = Tally()
        environ = {**os.environ, "NEGOTIATOR_TUI_HOME": str(folder / "home"), ACK: str(self.ack)}
        self.killable = subprocess.Popen(
            [sys.executable, "-m", "tests.storage.killable", recipe],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=environ,
        )

    def said(self) -> str:
        assert self.killable.stdout is not None
        return self.killable.stdout.readline().strip()

    def round(self, seconds: float, start: Decimal) -> None:
        """One process, killed that long after its first acknowledgement."""
        assert self.killable.stdin is not None
        self.path.write_bytes(Writer().dump(revised(self.base, start)))
        self.ack.write_text("")
        print(self.path, file=self.killable.stdin, flush=True)
        words = {self.said(), self.said()}
        child = int((words - {"ready"}).pop())
        end = time.monotonic() + 10
        while not self.ack.stat().st_size and time.monotonic() < end:
            time.sleep(0.001)
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        assert self.said() == "dead"
        self.look(start)

    def look(self, start: Decimal) -> None:
        promised = [line.split()[0] for line in self.ack.read_text().splitlines() if len(line.split()) == 2]
        opened = read_case(self.path)
        self.tally.rounds += 1
        self.tally.acknowledged += len(promised)
        whole = isinstance(opened, Opened) and opened.case == revised(self.base, opened.case.first.takings or start)
        if not whole:
            self.tally.broken += 1
            return
        assert isinstance(opened, Opened)
        found = opened.case.first.takings or start
        self.tally.lost += not self.is_promised_or_newer(promised[-1], found, start)

    def is_promised_or_newer(self, promised: str, found: Decimal, start: Decimal) -> bool:
        """Whether the last acknowledged content is that of the revision found, or of an earlier one."""
        writer, case = Writer(), self.base
        while found >= start:
            case = revised(self.base, found)
            if hashlib.sha256(writer.dump(case)).hexdigest() == promised:
                return True
            found -= 1
        return False

    def close(self) -> None:
        assert self.killable.stdin is not None
        assert self.killable.stdout is not None
        self.killable.stdin.close()
        self.killable.wait(10)
        self.killable.stdout.close()


def killed(folder: Path, rounds: int, recipe: str = "as it is", seed: int = 12) -> Tally:
    chance = random.Random(seed)
    place = Range(folder, recipe)
    try:
        for _ in range(rounds):
            place.round(chance.uniform(0, 0.05), START)
    finally:
        place.close()
    return place.tally


def test_the_file_is_of_the_size_meant(tmp_path: Path) -> None:
    assert 190_000 < len(Writer().dump(large(580))) < 230_000
    assert isinstance(large(580), Case)


def test_sixty_kills(tmp_path: Path) -> None:
    tally = killed(tmp_path, 60)
    assert (tally.rounds, tally.broken, tally.lost) == (60, 0, 0)
    assert tally.acknowledged >= 60
    assert len(list(tmp_path.glob("*.tmp"))) <= 1  # of the last kill; those before were swept at the next opening


@pytest.mark.soak
def test_a_thousand_kills(tmp_path: Path) -> None:
    tally = killed(tmp_path, 1000)
    assert (tally.rounds, tally.broken, tally.lost) == (1000, 0, 0)


@pytest.mark.soak
@pytest.mark.parametrize("mutant", ["in place", "in chunks", "promise early"])
def test_the_kills_find_a_worse_recipe(mutant: str, tmp_path: Path) -> None:
    tally = killed(tmp_path, 300, mutant)
    assert tally.broken + tally.lost > 0
