"""What may import what: by the imports as they are written, and by what a fresh process really loads."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "negotiator_tui"
RANK = {"text": 0, "case": 1, "finance": 2, "guide": 3}
"""Nothing imports what stands higher, nor what stands beside it."""
RANK |= dict.fromkeys(("documents", "importers", "storage"), 4) | dict.fromkeys(("ui", "cli", "__main__"), 5)
PURE = ("text", "case", "finance", "guide")
SCREEN = {"textual", "rich"}

IMPURE_MODULES = {
    "asyncio", "fcntl", "getpass", "glob", "http", "io", "msvcrt", "multiprocessing", "os", "pathlib", "platform",
    "random", "requests", "secrets", "select", "shutil", "signal", "socket", "sqlite3", "subprocess", "sys", "tempfile",
    "threading", "time", "urllib", "uuid",
}  # fmt: skip
CLOCKS = {"now", "today", "utcnow", "fromtimestamp", "localtime", "monotonic", "perf_counter", "getenv", "urandom"}
FILES = {"read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir", "iterdir"}


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if "__pycache__" not in path.parts)


def layer(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Every module that a file imports, wherever in it, relative ones made absolute."""
    here = ("negotiator_tui", *path.relative_to(PACKAGE).parent.parts)
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(here[: len(here) - node.level + 1]) if node.level else ""
            module = ".".join(part for part in (base, node.module) if part)
            found |= {module, *(f"{module}.{each.name}" for each in node.names)}
    return found


def id_of(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", modules(), ids=id_of)
def test_nothing_points_up(path: Path) -> None:
    own = layer(path)
    if own == "__init__":
        assert not {name for name in imported(path) if name.startswith("negotiator_tui")}
        return
    used = {name.split(".")[1] for name in imported(path) if name.startswith("negotiator_tui.")}
    higher = {each for each in used if RANK[each] > RANK[own]}
    beside = {each for each in used if RANK[each] == RANK[own] and each != own}
    assert not higher
    assert not {(own, each) for each in beside} - {("cli", "ui"), ("__main__", "cli")}  # the entry, and the wizard


def test_only_the_screen_imports_textual_or_rich() -> None:
    users = {id_of(path) for path in modules() if {name.split(".")[0] for name in imported(path)} & SCREEN}
    assert {name for name in users if not name.startswith("ui")} == set()
    assert users  # otherwise the test above says nothing


def test_the_command_line_reaches_the_screen_in_one_place() -> None:
    users = {id_of(path) for path in modules() if any(name.startswith("negotiator_tui.ui") for name in imported(path))}
    assert {name for name in users if not name.startswith("ui")} == {str(Path("cli", "wizard.py"))}


@pytest.mark.parametrize("path", [path for path in modules() if layer(path) in PURE], ids=id_of)
def test_pure_layers_know_no_clock_no_chance_and_no_files(path: Path) -> None:
    assert not {name.split(".")[0] for name in imported(path)} & IMPURE_MODULES
    calls = called(path)
    assert ("open",) not in calls
    assert not {call for call in calls if call[-1] in CLOCKS}
    if not any(name.startswith("importlib.resources") for name in imported(path)):  # the program's own data may be read
        assert not {call for call in calls if call[-1] in FILES}


def called(path: Path) -> set[tuple[str, ...]]:
    """The calls in a file: `("date", "today")` for `date.today()`, `("open",)` for `open()`."""
    found: set[tuple[str, ...]] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                found.add((node.func.id,))
            elif isinstance(node.func, ast.Attribute):
                owner = node.func.value.id if isinstance(node.func.value, ast.Name) else "?"
                found.add((owner, node.func.attr))
    return found


@pytest.mark.parametrize(
    "source", ["import time", "from datetime import date\ndate.today()", "open('x')", "x.read_text()"]
)
def test_the_test_of_purity_can_fail(source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{__name__}.PACKAGE", tmp_path)
    (tmp_path / "case").mkdir()
    path = tmp_path / "case" / "bad.py"
    path.write_text(source, encoding="utf-8")
    with pytest.raises(AssertionError):
        test_pure_layers_know_no_clock_no_chance_and_no_files(path)


def test_the_test_of_layers_can_fail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{__name__}.PACKAGE", tmp_path)
    (tmp_path / "case").mkdir()
    path = tmp_path / "case" / "bad.py"
    path.write_text("def late():\n    from ..finance import budget\n", encoding="utf-8")
    with pytest.raises(AssertionError):
        test_nothing_points_up(path)


# What a fresh process loads

LIST_MODULES = """
import json, sys
from negotiator_tui.__main__ import main
code = main({argv!r})
print()
print(json.dumps([code, sorted({{name.split(".")[0] for name in sys.modules}}), sorted(sys.modules)]))
"""


def loaded(home: Path, *argv: str) -> tuple[set[str], set[str]]:
    """The top-level packages and the modules that a command loads; it has to succeed."""
    environ = {**os.environ, "NEGOTIATOR_TUI_HOME": str(home)}
    run = subprocess.run(
        [sys.executable, "-c", LIST_MODULES.format(argv=list(argv))],
        capture_output=True, text=True, encoding="utf-8", env=environ, cwd=PACKAGE.parent, check=True,
    )  # fmt: skip
    code, packages, names = json.loads(run.stdout.splitlines()[-1])
    assert code == 0
    return set(packages), {name for name in names if name.startswith("negotiator_tui.")}


SCHEDULE = ("schedule", "--principal", "50000", "--rate", "0.045", "--per", "day", "--year-days", "360",
            "--months", "12")  # fmt: skip


@pytest.mark.parametrize("argv", [SCHEDULE, (*SCHEDULE, "--json"), ("--help",), ("budget", "--help")])
def test_what_needs_no_case_loads_neither_screen_nor_model(argv: tuple[str, ...], tmp_path: Path) -> None:
    packages, names = loaded(tmp_path, *argv)
    assert not packages & {*SCREEN, "pydantic", "pydantic_core"}
    assert not {name for name in names if name.startswith("negotiator_tui.ui")}


def test_figures_load_no_screen(tmp_path: Path) -> None:
    case = tmp_path / "case.toml"
    loaded(tmp_path, "demo", "--write", str(case))
    for command in ("check", "budget", "cash", "next", "plan"):
        packages, names = loaded(tmp_path, command, str(case))
        assert not packages & SCREEN
        assert not {name for name in names if name.startswith("negotiator_tui.ui")}
