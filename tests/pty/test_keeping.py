"""Nothing typed is lost, whatever ends the program; in a real terminal."""

import signal
import sys
import time
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.pty.terminal import Terminal, wizard

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a thing of Unix")

DOWN, F5, CTRL_Q, ESC = "\x1b[B", "\x1b[15~", "\x11", "\x1b"
READY = "先稳住"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    from negotiator_tui.case.case import Case
    from negotiator_tui.storage.session import save_copy
    from negotiator_tui.text.fault import Fault

    path = tmp_path / "案件.toml"
    assert not isinstance(save_copy(Case(), path), Fault)
    return path


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)


def _saved(path: Path, seconds: float = 5.0) -> dict[str, Any]:
    """The file once it has more than an empty case."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = _read(path)
        if found.get("week") or found.get("first"):
            return found
        time.sleep(0.05)
    raise AssertionError("nothing was saved")


def test_a_kill_in_the_middle_of_a_word_loses_nothing(tmp_path: Path, case: Path) -> None:
    with wizard(tmp_path / "home", str(case)) as first:
        first.until("F1")
        first.quiet()
        first.send(DOWN * 2 + "进货\r1200\r明天\r\r房")
        first.quiet()
        _saved(case)
        first.send("租押金")
        first.quiet(0.2)
        first.kill(signal.SIGKILL)
    with wizard(tmp_path / "home", str(case)) as again:
        again.until("房租押金")
        again.quiet()
        row = next(line for line in again.screen.display if "房" in line)
        assert again.screen.cursor.y == again.screen.display.index(row) or "房" in row
        assert "1,200.00" in again.text
        again.send("\r3200\r")
        again.quiet()
        again.send(CTRL_Q)
        assert again.wait() == 0
    week = _read(case)["week"]
    assert [(each["name"], each["amount"]) for each in week] == [
        ("进货", Decimal("1200.00")),
        ("房租押金", Decimal("3200.00")),
    ]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT])
def test_a_signal_saves_and_gives_the_terminal_back(tmp_path: Path, case: Path, number: int) -> None:
    with wizard(tmp_path / "home", str(case)) as terminal:
        terminal.until("F1")
        terminal.quiet()
        terminal.send(DOWN * 3 + "6000\r")
        terminal.quiet(0.1)
        assert terminal.kill(number) == 128 + number
        assert b"\x1b[?1049l" in terminal.raw
    assert _read(case)["first"]["cash_at_hand"] == Decimal("6000.00")


def test_a_closed_window_saves_too(tmp_path: Path, case: Path) -> None:
    with wizard(tmp_path / "home", str(case)) as terminal:
        terminal.until("F1")
        terminal.quiet()
        terminal.send(DOWN * 3 + "6000\r")
        terminal.quiet(0.1)
        terminal.close_window()
        _saved(case)
    assert _read(case)["first"]["cash_at_hand"] == Decimal("6000.00")


def test_a_burst_of_keys_and_characters_stays_in_order(tmp_path: Path, case: Path) -> None:
    names = ["面粉肉菜调料酱醋", "水电气宽带押金费", "店里两人的工资款"]
    with wizard(tmp_path / "home", str(case)) as terminal:
        terminal.until("F1")
        terminal.quiet()
        terminal.send(DOWN * 2 + "".join(f"{name}\r{amount}00\r\r\r" for amount, name in enumerate(names, 1)))
        terminal.quiet()
        terminal.send(CTRL_Q)
        assert terminal.wait() == 0
    week = _read(case)["week"]
    assert [(each["name"], each["amount"]) for each in week] == [
        (name, Decimal(amount * 100)) for amount, name in enumerate(names, 1)
    ]


def test_a_pasted_text_is_one_value_and_acts_on_nothing(tmp_path: Path, case: Path) -> None:
    with wizard(tmp_path / "home", str(case)) as terminal:
        terminal.until("F1")
        terminal.quiet()
        terminal.send(DOWN * 2 + "\x1b[200~面粉\r\n和肉\x1b[31m\x11\x1a\x1b[201~")
        terminal.quiet()
        terminal.send("\r")
        terminal.quiet()
        terminal.send(CTRL_Q)
        assert terminal.wait() == 0
    assert _read(case)["week"][0]["name"] == "面粉 和肉�[31m��"


def test_a_second_window_is_told_who_has_the_case(tmp_path: Path, case: Path) -> None:
    with wizard(tmp_path / "home", str(case)) as first:
        first.until("F1")
        first.quiet()
        before = case.read_bytes()
        with wizard(tmp_path / "home", str(case)) as second:
            second.until(str(first.pid))
            second.send(DOWN * 3 + "6000\r")
            second.quiet()
        assert case.read_bytes() == before
        first.kill(signal.SIGKILL)
    with wizard(tmp_path / "home", str(case)) as third:
        third.until("F1")
        third.quiet()
        third.send(DOWN * 3 + "6000\r")
        _saved(case)


def test_eight_characters_of_an_input_method_at_once(tmp_path: Path, case: Path) -> None:
    with wizard(tmp_path / "home", str(case), columns=80, rows=24) as terminal:
        terminal.until("F1")
        terminal.quiet()
        terminal.send(DOWN * 2 + "浙江网商银行股份")
        terminal.until("浙江网商银行股份")
        terminal.send(ESC)
        terminal.quiet()
        assert "浙江网商银行股份" not in terminal.text.replace(" ", "")


CRASHING = """
import sys
from negotiator_tui.ui.doing import Doing

def broken(self, command, argument=""):
    raise RuntimeError(self._app.sheet.editor.value)

Doing.do = broken
from negotiator_tui.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def test_a_fault_of_the_program_shows_no_answer_and_says_where_the_case_is(tmp_path: Path, case: Path) -> None:
    argv = [sys.executable, "-c", CRASHING, str(case), "--lang", "zh_Hans", "--today", "2026-11-23"]
    with Terminal(argv, tmp_path / "home", columns=80, rows=24) as terminal:
        terminal.until("F1")
        terminal.quiet()
        terminal.send(DOWN * 3 + "6222000011112222")
        terminal.quiet()
        before = len(terminal.raw)
        terminal.send("\x13")
        assert terminal.wait() == 1
        after = terminal.raw[before:].partition(b"\x1b[?1049l")[2].decode()
    assert "6222" not in after
    assert "Traceback" not in after
    assert str(case) in after
    with wizard(tmp_path / "home", str(case)) as again:
        again.until("6222000011112222")
