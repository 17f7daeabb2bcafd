"""The entry: guards, language, help, what is refused, what happens when the program itself fails."""

import os
import subprocess
import sys
from datetime import datetime, tzinfo
from pathlib import Path

import pytest

from negotiator_tui.__main__ import main
from negotiator_tui.cli.commands import COMMANDS
from negotiator_tui.text.cells import width

from .conftest import Run, refused

ROOT = Path(__file__).parent.parent.parent


def process(*argv: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "negotiator_tui", *argv],
        capture_output=True, cwd=ROOT, env={**os.environ, **environ}, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip


def test_environment_is_guarded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEXTUAL_DRIVER", "evil.module:Driver")
    monkeypatch.setenv("TEXTUAL_SCREENSHOT", "1")
    main(["--version"])
    assert {name for name in os.environ if name.startswith("TEXTUAL_")} == {"TEXTUAL_DISABLE_KITTY_KEY"}
    assert os.environ["TEXTUAL_DISABLE_KITTY_KEY"] == "1"
    assert os.environ["PYDANTIC_DISABLE_PLUGINS"] == "__all__"


def test_version(run: Run) -> None:
    ran = run("--version")
    assert ran.code == 0
    assert ran.out.startswith("negotiator-tui")


def test_overview_names_every_command(run: Run) -> None:
    for ran in (run("--help"), run("-h"), run("--lang", "en", "--help")):
        assert ran.code == 0
        for command in COMMANDS:
            assert f"\n  {command.name} " in ran.out


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_help_of_a_command_names_its_options(command, run: Run) -> None:
    ran = run(command.name, "--help")
    assert ran.code == 0
    assert ran.out.splitlines()[0].startswith(f"negotiator-tui {command.name}")
    for option in command.options:
        assert f"  {option.name} " in ran.out


@pytest.mark.parametrize("lang", ["zh_Hans", "zh_Hant", "en"])
def test_help_fits_a_line_in_every_language(lang: str, run: Run) -> None:
    for command in COMMANDS:
        lines = run(command.name, "--help", "--lang", lang).out.splitlines()
        assert max(map(width, lines[1:])) <= 100


@pytest.mark.parametrize("argv", [["--help"], ["schedule", "--help"]])
def test_help_is_in_the_language_of_the_environment(argv: list[str], run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    english = run(*argv).out
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert run(*argv, "--lang", "en").out == english
    assert run(*argv, "--lang=en").out == english


def test_settings_choose_the_language_before_the_environment(run: Run) -> None:
    from negotiator_tui.storage.locations import locations
    from negotiator_tui.storage.settings import Settings, save_settings

    assert save_settings(locations(), Settings(language="zh_Hant")) is None
    traditional = run("questions").out
    assert run("questions", "--lang", "zh-TW").out == traditional
    assert run("questions", "--lang", "en").out != traditional or "Debts" in traditional


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["budgett", "a.toml"], ["budgett", "--help"]),
        (["budgett"], ["budgett", "--help"]),
        (["help"], ["help", "--help"]),
        (["a.toml", "b.toml"], ["a.toml"]),
        (["budget"], ["budget", "CASE.toml"]),
        (["budget", "a.toml", "b.toml"], ["b.toml"]),
        (["budget", "a.toml", "--jsn"], ["--jsn", "budget --help"]),
        (["schedule", "--rate"], ["--rate"]),
        (["schedule", "--json=yes"], ["--json"]),
        (["schedule", "--princ", "1"], ["--princ"]),
        (["schedule", "--rate", "1", "--months", "3"], ["--principal"]),
        (["--lang", "fr", "questions"], ["--lang", "fr", "zh_Hans"]),
        (["questions", "--lang"], ["--lang"]),
        (["questions", "--today", "2026-02-30"], ["--today", "2026-02-30"]),
        (["questions", "--today", "soon"], ["--today", "soon"]),
        (["questions", "--today", ""], ["--today"]),
        (["questions", "--today", "2100-01-01"], ["--today", "2099"]),
        (["rehearse", "S3"], ["S3", "rehearse --list"]),
        (["import", "a.toml", "b.csv", "--apply"], ["a.toml"]),
        (["export", "a.toml", "--letter"], ["a.toml"]),
        (["demo", "--json"], ["--json", "--write"]),
        ([], ["terminal"]),
        (["a.toml"], ["terminal"]),
        (["--", "budget"], ["terminal"]),
        (["demo", "--ascii"], ["terminal"]),
    ],
)
def test_refused_in_one_sentence(argv: list[str], words: list[str], run: Run) -> None:
    refused(run(*argv), *words)


def test_an_escape_sequence_in_an_argument_is_not_repeated(run: Run) -> None:
    ran = run("\x1b]0;x\x07\x1b[31m", "b")
    assert "\x1b" not in ran.err
    assert "\x07" not in ran.err
    refused(ran)


def test_a_fault_of_the_program_is_one_sentence_without_a_traceback(
    run: Run, demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("老何粮油 7800.00")

    monkeypatch.setattr("negotiator_tui.cli.figures.budget_of", broken)
    ran = run("budget", str(demo))
    assert ran.code == 3
    assert len(ran.err.splitlines()) == 1
    assert "ZeroDivisionError" in ran.err
    assert "7800" not in ran.err + ran.out
    assert "Traceback" not in ran.err


def test_interrupted(run: Run, demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("negotiator_tui.cli.figures.budget_of", stopped)
    assert run("budget", str(demo)).code == 130


def test_the_wizard_is_opened_with_what_was_asked_for(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import types
    from datetime import date

    calls: list[tuple[object, dict[str, object]]] = []

    def run_wizard(path: object, **rest: object) -> int:
        calls.append((path, rest))
        return 7

    stand_in = types.ModuleType("negotiator_tui.ui.run")
    stand_in.run_wizard = run_wizard  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "negotiator_tui.ui.run", stand_in)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    plain = {"lang": "en", "today": None, "demo": False, "ascii_only": False, "read_only": False}
    assert run().code == 7
    assert run("a.toml", "--today", "2026-11-23", "--ascii", "--read-only", "--lang", "zh").code == 7
    assert run("demo", "--today=2026-11-23").code == 7
    assert run("--", "budget").code == 7
    day = date(2026, 11, 23)
    assert calls == [
        (None, plain),
        (Path("a.toml"), {"lang": "zh_Hans", "today": day, "demo": False, "ascii_only": True, "read_only": True}),
        (None, {**plain, "today": day, "demo": True}),
        (Path("budget"), plain),
    ]


@pytest.mark.parametrize(("year", "ends"), [(1970, 2), (1989, 2), (1990, 0), (2099, 0), (2100, 2)])
def test_a_clock_that_is_not_set_is_named_before_anything_is_reckoned(
    year: int, ends: int, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Clock":
            return cls(year, 1, 1, 8, 0, tzinfo=tz)

    monkeypatch.setattr("negotiator_tui.cli.datetime", Clock)
    done = run("questions", "--lang", "en")
    assert done.code == ends
    assert (f"{year}-01-01" in done.err) == (ends == 2)
    assert run("questions", "--today", "2026-11-23").code == 0


# In a process of its own


def test_output_that_cannot_be_encoded_does_not_fail() -> None:
    done = process("questions", "--lang", "zh", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stderr == b""


def test_a_terminal_without_chinese_is_spoken_to_in_english() -> None:
    assert process("--help", PYTHONIOENCODING="ascii").stdout.startswith(process("--help", "--lang", "en").stdout[:20])
    assert "选项".encode("gbk") in process("budget", "--help", PYTHONIOENCODING="gbk", LANG="zh_CN.GBK").stdout


def test_a_reader_that_goes_away_is_no_fault() -> None:
    command = f'"{sys.executable}" -m negotiator_tui questions --print | head -1; echo ${{PIPESTATUS[0]}}'
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] in {"0", "141"}
    assert len(done.stdout.splitlines()) == 2


def test_without_a_terminal_the_wizard_says_so() -> None:
    done = process()
    assert done.returncode == 2
    assert done.stdout == b""
    assert len(done.stderr.splitlines()) == 1


HOSTILE = "贷\x1b[2J\x1b]52;c;QQ\x07\x9b31m\x7f\u202e\u200b款"


@pytest.mark.parametrize("command", ["next", "cash", "check", "budget", "plan"])
@pytest.mark.parametrize("as_json", [False, True])
def test_no_text_of_a_case_reaches_the_terminal_as_a_command(
    command: str, as_json: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from negotiator_tui.case.case import Case
    from negotiator_tui.case.debts import Debt
    from negotiator_tui.case.kinds import Shape, YesNo
    from negotiator_tui.storage.session import save_copy

    debt = Debt(id="d1", name=HOSTILE, lender=HOSTILE, shape=Shape.LOAN, overdue=YesNo.YES, note=HOSTILE)
    path = tmp_path / "case.toml"
    save_copy(Case(debts=(debt,)), path)
    main([command, str(path), "--today", "2026-11-23", *(["--json"] if as_json else [])])
    shown = capsys.readouterr()
    text = shown.out + shown.err
    assert not [each for each in text if each != "\n" and (ord(each) < 32 or 0x7F <= ord(each) <= 0x9F)]
    assert "\u202e" not in text
