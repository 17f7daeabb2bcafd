"""Where things lie, on each system, and that the folders are the user's own."""

import os
import stat
from pathlib import Path

import pytest

from negotiator_tui.storage.locations import Locations, beside, case_key, locations, private_folder, real_path


def test_linux_follows_xdg_and_ignores_relative_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/li")
    environ = {"XDG_CONFIG_HOME": "/conf", "XDG_DATA_HOME": "here/data"}
    assert locations(environ, "linux") == Locations(
        Path("/conf/negotiator-tui"),
        Path("/home/li/.local/share/negotiator-tui"),
        Path("/home/li/.local/state/negotiator-tui"),
    )


def test_macos_uses_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/Users/li")
    support = Path("/Users/li/Library/Application Support/negotiator-tui")
    assert locations({}, "darwin") == Locations(support / "config", support / "data", support / "state")


def test_windows_uses_appdata() -> None:
    environ = {"APPDATA": "/c/roaming", "LOCALAPPDATA": "/c/local"}
    assert locations(environ, "win32") == Locations(
        Path("/c/roaming/negotiator-tui"), Path("/c/local/negotiator-tui/data"), Path("/c/local/negotiator-tui/state")
    )


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_one_variable_puts_all_below_one_folder(platform: str) -> None:
    root = Path("/tmp/home")
    assert locations({"NEGOTIATOR_TUI_HOME": str(root), "XDG_DATA_HOME": "/x"}, platform) == Locations(
        root / "config", root / "data", root / "state"
    )


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_folders_are_private_whatever_the_umask(umask: int, tmp_path: Path) -> None:
    before = os.umask(umask)
    try:
        private_folder(tmp_path / "a" / "b" / "c")
    finally:
        os.umask(before)
    for folder in ("a", "a/b", "a/b/c"):
        assert stat.S_IMODE((tmp_path / folder).stat().st_mode) == 0o700


def test_an_existing_loose_folder_of_ours_is_closed_and_its_parent_left_alone(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    ours = tmp_path / "ours"
    ours.mkdir(mode=0o755)
    private_folder(ours)
    assert stat.S_IMODE(ours.stat().st_mode) == 0o700
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_a_link_and_its_file_have_one_key(tmp_path: Path) -> None:
    real = tmp_path / "case.toml"
    real.write_text("")
    link = tmp_path / "link.toml"
    link.symlink_to(real)
    assert case_key(link) == case_key(real)
    assert case_key(real) != case_key(tmp_path / "other.toml")
    assert len(case_key(real)) == 16


def test_a_ring_of_links_does_not_raise(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert real_path(tmp_path / "a").parent == tmp_path


def test_home_is_followed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert real_path(Path("~/case.toml")) == tmp_path / "case.toml"


@pytest.mark.parametrize("stem", ["case", "面馆", "债" * 83, "a" * 250])
def test_names_beside_fit_into_a_file_name(stem: str) -> None:
    made = beside(Path("/x") / f"{stem}.toml", "mine-20261205-140322")
    assert made.parent == Path("/x")
    assert made.name.endswith(".mine-20261205-140322.toml")
    assert len(made.name.encode()) <= 255
    assert made.name.startswith(stem[:20])
