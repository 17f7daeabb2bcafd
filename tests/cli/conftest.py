"""What every test of the command line needs: folders of its own, and one call that returns what was printed."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from negotiator_tui.__main__ import main

TODAY = "2026-11-23"


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEGOTIATOR_TUI_HOME", str(tmp_path / "home"))
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    for name in ("TEXTUAL_DISABLE_KITTY_KEY", "PYDANTIC_DISABLE_PLUGINS"):  # so that what main sets is taken back
        monkeypatch.setenv(name, "")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*argv: str) -> Ran:
        capsys.readouterr()
        code = main(list(argv))
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return call


@pytest.fixture
def demo(tmp_path: Path, run: Run) -> Path:
    path = tmp_path / "面馆.toml"
    assert run("demo", "--write", str(path), "--today", TODAY).code == 0
    return path


def refused(ran: Ran, *words: str) -> None:
    """Exit code 2, nothing on stdout, one sentence on stderr that holds these words."""
    assert ran.code == 2
    assert ran.out == ""
    assert "Traceback" not in ran.err
    assert len(ran.err.splitlines()) == 1
    for word in words:
        assert word in ran.err
