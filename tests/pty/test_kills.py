"""The real program in a real terminal, killed again and again while somebody types."""

import random
import signal
import sys
import time
from decimal import Decimal
from pathlib import Path

import pytest

from negotiator_tui.case.case import Case, Place
from negotiator_tui.storage.casefile import Opened, read_case
from negotiator_tui.storage.drafts import Live, drafts_of
from negotiator_tui.storage.locations import Locations
from negotiator_tui.storage.session import save_copy
from negotiator_tui.storage.unsaved import unsaved_of
from tests.pty.terminal import wizard

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a thing of Unix")

ROW = ("first", "cash_at_hand")
UP, ESC = "\x1b[A", "\x1b"


def here(home: Path) -> Locations:
    return Locations(home / "config", home / "data", home / "state")


def left(path: Path, home: Path) -> Live:
    return drafts_of(path, here(home)).load()


def kept(path: Path, home: Path) -> str:
    """What a program that starts now finds in the row, as digits: the draft where there is one, else the answer."""
    live = left(path, home)
    draft = next((each.raw for each in live.drafts if each.path == ROW), None)
    opened = read_case(path)
    assert isinstance(opened, Opened), opened
    answer = unsaved_of(path, here(home)).begin(opened.case, opened.sha256).first.cash_at_hand
    return draft if draft is not None else "" if answer is None else f"{answer:.0f}"


def killed(folder: Path, rounds: int, seed: int = 7) -> int:
    """Type a number, most of it seen on the screen; kill some milliseconds after the rest. How many were lost."""
    chance = random.Random(seed)
    path, home = folder / "case.toml", folder / "home"
    save_copy(Case(place=Place(page="first", path=ROW)), path)
    lost = 0
    for _ in range(rounds):
        text = str(chance.randrange(10_000_000, 99_999_999))
        seen = chance.randrange(4, len(text))  # fewer could stand elsewhere on the screen
        live = left(path, home)
        with wizard(home, str(path), columns=80, rows=24) as terminal:
            terminal.until("手上")
            if live.place is not None and live.place.row != ROW:
                terminal.send(UP)
            elif live.drafts:
                terminal.send(ESC)
                terminal.quiet(0.5)  # a terminal tells Esc from the beginning of another key by the pause after it
            terminal.send(text[:seen])
            terminal.until(text[:seen])
            if chance.random() < 0.5:
                terminal.send(text[seen:] + chance.choice(["", "\r"]))
                time.sleep(chance.uniform(0, 0.6))
            terminal.kill(signal.SIGKILL)
        found = kept(path, home)
        lost += text[:seen] not in found
    return lost


def test_ten_kills_lose_nothing_that_was_seen(tmp_path: Path) -> None:
    assert killed(tmp_path, 10) == 0


@pytest.mark.soak
def test_three_hundred_kills_lose_nothing_that_was_seen(tmp_path: Path) -> None:
    assert killed(tmp_path, 300) == 0


def test_a_number_that_is_not_there_counts_as_lost(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    save_copy(Case(), path)
    assert kept(path, tmp_path / "home") == ""
    opened = read_case(path)
    assert isinstance(opened, Opened)
    first = opened.case.first.model_copy(update={"cash_at_hand": Decimal("120.00")})
    save_copy(opened.case.model_copy(update={"first": first}), tmp_path / "other.toml")
    assert kept(tmp_path / "other.toml", tmp_path / "home") == "120"
