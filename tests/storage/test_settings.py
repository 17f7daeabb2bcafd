"""Settings and the list of recent cases: whole or default, never an error in the borrower's way."""

import os
import stat
from datetime import datetime
from pathlib import Path

import pytest

from negotiator_tui.storage.locations import Locations
from negotiator_tui.storage.recents import MOST, Recent, forget_recent, load_recents, remember
from negotiator_tui.storage.settings import Settings, load_settings, save_settings
from negotiator_tui.text.fault import Fault

NOW = datetime.fromisoformat("2026-12-05T14:03:22")


@pytest.fixture
def here(tmp_path: Path) -> Locations:
    return Locations(tmp_path / "c", tmp_path / "d", tmp_path / "s")


def test_settings_come_back(here: Locations) -> None:
    assert load_settings(here) == Settings()
    chosen = Settings("zh_Hant", hide_amounts=True, ascii=True, reduced_motion=True)
    assert save_settings(here, chosen) is None
    assert load_settings(here) == chosen
    assert save_settings(here, Settings()) is None
    assert load_settings(here) == Settings()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", Settings()),
        (b"language = ", Settings()),
        (b"\xff\xfe", Settings()),
        (b"x = " + b"[" * 3000, Settings()),
        (b'language = "xx"\nhide_amounts = true\n', Settings(hide_amounts=True)),
        (b'language = 3\nascii = "yes"\nfuture = 1\nreduced_motion = true\n', Settings(reduced_motion=True)),
    ],
)
def test_damage_costs_only_the_damaged_setting(content: bytes, expected: Settings, here: Locations) -> None:
    here.config.mkdir()
    (here.config / "settings.toml").write_bytes(content)
    assert load_settings(here) == expected


def test_recent_cases_newest_first_each_once(here: Locations, tmp_path: Path) -> None:
    assert load_recents(here) == ()
    first = Recent(tmp_path / "a.toml", "面馆", NOW, "understand")
    second = Recent(tmp_path / "b.toml", "", NOW, "plan")
    for each in (first, second):
        assert remember(here, each) is None
    assert load_recents(here) == (second, first)
    again = Recent(tmp_path / "x" / ".." / "a.toml", "面馆", NOW, "follow-up")
    remember(here, again)
    assert load_recents(here) == (again, second)
    assert forget_recent(here, tmp_path / "a.toml") is None
    assert load_recents(here) == (second,)


def test_the_list_stays_short(here: Locations, tmp_path: Path) -> None:
    for number in range(MOST + 5):
        remember(here, Recent(tmp_path / f"{number}.toml", "", NOW, ""))
    assert [each.path.stem for each in load_recents(here)] == [str(number) for number in range(MOST + 4, 4, -1)]


def test_damaged_entries_are_left_out(here: Locations, tmp_path: Path) -> None:
    remember(here, Recent(tmp_path / "a.toml", "", NOW, ""))
    path = here.state / "recents.toml"
    good = path.read_text()
    path.write_text(
        '[[recent]]\npath = 1\n[[recent]]\npath = "/x"\nalias = ""\nstage = ""\nopened_at = "soon"\n' + good
    )
    assert [each.path.name for each in load_recents(here)] == ["a.toml"]
    path.write_text("recent = 7\n")
    assert load_recents(here) == ()
    remember(here, Recent(tmp_path / "b.toml", "", NOW, ""))
    assert len(load_recents(here)) == 1


def test_files_are_private_whatever_the_umask(here: Locations, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        save_settings(here, Settings(ascii=True))
        remember(here, Recent(tmp_path / "a.toml", "", NOW, ""))
    finally:
        os.umask(before)
    for path in (here.config / "settings.toml", here.state / "recents.toml"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_place_that_cannot_be_written_is_told(here: Locations) -> None:
    here.config.write_text("in the way")
    assert isinstance(save_settings(here, Settings()), Fault)
    assert load_settings(here) == Settings()
