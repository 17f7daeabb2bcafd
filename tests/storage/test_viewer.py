"""Opening papers: a list of arguments for a known program, nothing outside the folder, no pipe waited for."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from negotiator_tui.storage import viewer
from negotiator_tui.storage.found_files import MOST, found_files

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there the system is asked by name")


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], dict[str, Any]]]:
    calls: list[tuple[list[str], dict[str, Any]]] = []
    monkeypatch.setattr(subprocess, "Popen", lambda command, **more: calls.append((command, more)))
    monkeypatch.setattr(viewer.shutil, "which", lambda name: f"/usr/bin/{name}")
    return calls


def test_a_paper_is_handed_over_as_one_argument(
    tmp_path: Path, started: list[tuple[list[str], dict[str, Any]]]
) -> None:
    name = "流水 $(touch x); a&b.pdf"
    folder = tmp_path / "case.evidence"
    folder.mkdir()
    (folder / name).write_bytes(b"%PDF")
    assert viewer.open_paper(tmp_path / "case.toml", name).code == "viewer.opened"
    ((command, more),) = started
    assert command == [command[0], str(folder / name)]
    assert "shell" not in more


@pytest.mark.parametrize(
    "name", ["../secret.pdf", "/etc/passwd", "link.pdf", "pipe.pdf", "folder.pdf", "a.sh", "CON.pdf"]
)
def test_nothing_else_is_opened(name: str, tmp_path: Path, started: list[tuple[list[str], dict[str, Any]]]) -> None:
    folder = tmp_path / "case.evidence"
    folder.mkdir()
    (tmp_path / "secret.pdf").write_bytes(b"x")
    (folder / "link.pdf").symlink_to(tmp_path / "secret.pdf")
    (folder / "folder.pdf").mkdir()
    (folder / "a.sh").write_bytes(b"x")
    os.mkfifo(folder / "pipe.pdf")
    assert viewer.open_paper(tmp_path / "case.toml", name).code.startswith("storage.evidence")
    assert not started


def test_where_there_is_no_viewer_the_place_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(viewer.shutil, "which", lambda _name: None)
    folder = tmp_path / "case.evidence"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(b"x")
    told = viewer.open_paper(tmp_path / "case.toml", "a.pdf")
    assert told.code == "viewer.none"
    assert str(dict(told.args)["path"]) == str(folder / "a.pdf")


def test_the_newest_papers_are_found_and_nothing_odd(tmp_path: Path) -> None:
    down, desk = tmp_path / "Downloads", tmp_path / "桌面"
    down.mkdir()
    desk.mkdir()
    for n, path in enumerate([down / "old.pdf", desk / "new.png", down / "tool.exe", down / ".hidden.pdf"]):
        path.write_bytes(b"x")
        os.utime(path, (1_000_000 + n, 1_000_000 + n))
    (down / "empty.pdf").touch()
    os.mkfifo(down / "pipe.pdf")
    (down / "link.pdf").symlink_to(tmp_path / "elsewhere.pdf")
    assert [each.path.name for each in found_files({"HOME": str(tmp_path)})] == ["new.png", "old.pdf"]
    assert found_files({}) == ()
    for n in range(MOST + 5):
        (down / f"many{n}.pdf").write_bytes(b"x")
    assert len(found_files({"HOME": str(tmp_path)})) == MOST
