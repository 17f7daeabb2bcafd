"""Earlier versions: private, in order whatever the clock does, few enough, and never put over the current file."""

import os
import random
import stat
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from negotiator_tui.case.case import Case
from negotiator_tui.case.first import First
from negotiator_tui.storage.backups import DAYS, RECENT, Backup, Backups, backups_of, save_beside
from negotiator_tui.storage.casefile import Opened, read_case
from negotiator_tui.storage.locations import Locations
from negotiator_tui.storage.writer import dump_case
from negotiator_tui.text.fault import Fault

NOW = datetime.fromisoformat("2026-12-05T14:03:22")


def version(number: int) -> bytes:
    return dump_case(Case(first=First(takings=number)))  # type: ignore[arg-type]


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    case_path = tmp_path / "面馆.toml"
    case_path.write_bytes(version(0))
    return backups_of(case_path, Locations(tmp_path / "c", tmp_path / "d", tmp_path / "s"))


def kept(backups: Backups, data: bytes, now: datetime, *, original: bool = False) -> Backup:
    made = backups.keep(data, now, original=original)
    assert isinstance(made, Backup)
    return made


def test_files_and_folders_are_private_whatever_the_umask(backups: Backups) -> None:
    before = os.umask(0)
    try:
        made = kept(backups, version(1), NOW)
    finally:
        os.umask(before)
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    for folder in (backups.folder, backups.folder.parent, backups.folder.parent.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert backups.folder.name.startswith("面馆-")
    assert made.path.name == "000001-20261205-140322.toml"


def test_names_are_unique_and_the_newest_is_the_last_made_though_the_clock_goes_back(backups: Backups) -> None:
    times = [NOW, NOW, NOW - timedelta(days=400), NOW - timedelta(hours=1), datetime.fromisoformat("2100-01-01"), NOW]
    made = [kept(backups, version(number), now) for number, now in enumerate(times)]
    assert len({each.path for each in made}) == len(times)
    assert backups.all() == tuple(reversed(made))
    good = backups.newest_good()
    assert good is not None
    assert good[1].case.first.takings == len(times) - 1


def test_the_same_content_is_kept_once(backups: Backups) -> None:
    first = kept(backups, version(1), NOW)
    assert kept(backups, version(1), NOW + timedelta(days=1)) == first
    kept(backups, version(2), NOW)
    kept(backups, version(1), NOW)
    assert len(backups.all()) == 3


def test_ten_and_the_last_of_each_of_thirty_days(backups: Backups) -> None:
    number = 0
    for day in range(45):
        for hour in range(4):
            number += 1
            kept(backups, version(number), NOW + timedelta(days=day, hours=hour))
    found = backups.all()
    assert [each.number for each in found[:RECENT]] == list(range(number, number - RECENT, -1))
    last_of_day = [4 * (day + 1) for day in range(45)]
    assert [each.number for each in found[RECENT:]] == [
        each for each in reversed(last_of_day[-DAYS:]) if each <= number - RECENT
    ]


def test_an_original_is_never_let_go(backups: Backups) -> None:
    original = kept(backups, b"# mine\n" + version(1), NOW, original=True)
    for number in range(60):
        kept(backups, version(number), NOW)
    assert original in backups.all()
    assert kept(backups, b"# mine\n" + version(1), NOW, original=True) == original
    assert len(backups.all()) == RECENT + 1


def test_damaged_backups_are_passed_over(backups: Backups) -> None:
    for number in range(1, 5):
        kept(backups, version(number), NOW)
    newest, second, *_ = backups.all()
    newest.path.write_bytes(b"schema = 1\n[first\n")
    second.path.write_bytes(b"")
    (backups.folder / "readme.txt").write_text("not a backup")
    (backups.folder / "000009-20269999-999999.toml").write_text("nor this")
    good = backups.newest_good()
    assert good is not None
    assert good[0].number == 2


def test_a_damaged_case_has_a_good_backup_in_each_of_twenty_corruptions(backups: Backups) -> None:
    kept(backups, version(7), NOW)
    chance = random.Random(12)
    data = version(8)
    recovered = 0
    for _ in range(20):
        damaged = bytearray(data)
        for _ in range(30):
            damaged[chance.randrange(len(data))] = chance.choice(b'\0\xff"[=\n')
        backups.case_path.write_bytes(damaged)
        opened = read_case(backups.case_path)
        good = backups.newest_good()
        recovered += good is not None and good[1].case.first.takings == 7
        assert isinstance(opened, Fault | Opened)
    assert recovered == 20


def test_restoring_writes_beside_and_never_over(backups: Backups) -> None:
    made = kept(backups, version(1), NOW)
    current = backups.case_path.read_bytes()
    first = backups.restore(made, NOW)
    second = backups.restore(made, NOW)
    assert isinstance(first, Path)
    assert isinstance(second, Path)
    assert (first.name, second.name) == (
        "面馆.restored-20261205-140322.toml",
        "面馆.restored-20261205-140322-2.toml",
    )
    assert first.read_bytes() == second.read_bytes() == version(1)
    assert stat.S_IMODE(first.stat().st_mode) == 0o600
    assert backups.case_path.read_bytes() == current


def test_a_backup_that_is_gone_cannot_be_restored(backups: Backups) -> None:
    made = kept(backups, version(1), NOW)
    made.path.unlink()
    assert isinstance(backups.restore(made, NOW), Fault)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "d").write_text("a file where the folder should be")
    backups = backups_of(tmp_path / "case.toml", Locations(tmp_path / "c", tmp_path / "d", tmp_path / "s"))
    assert isinstance(backups.keep(version(1), NOW), Fault)
    assert backups.all() == ()
    assert backups.newest_good() is None


def test_beside_counts_on_when_the_name_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    made = [save_beside(path, "mine", b"x", NOW) for _ in range(3)]
    assert [each.name if isinstance(each, Path) else each for each in made] == [
        "case.mine-20261205-140322.toml",
        "case.mine-20261205-140322-2.toml",
        "case.mine-20261205-140322-3.toml",
    ]
