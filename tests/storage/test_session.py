"""Opening and closing: alone or told who is there, damaged files with a way back, devices left alone."""

import os
import subprocess
import sys
import time
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from negotiator_tui.case.case import Case
from negotiator_tui.case.first import First
from negotiator_tui.storage.atomic import Written
from negotiator_tui.storage.casefile import Opened, read_case
from negotiator_tui.storage.drafts import Draft, LivePlace
from negotiator_tui.storage.locations import Locations
from negotiator_tui.storage.lock import lock_path
from negotiator_tui.storage.saver import Saved
from negotiator_tui.storage.session import Refused, Session, open_session, save_copy
from negotiator_tui.storage.writer import dump_case
from negotiator_tui.text.fault import Fault

from .cases import SMALL
from .test_lock import holding

ENDING = """
import sys, time
from datetime import datetime
from pathlib import Path
from negotiator_tui.storage.lock import acquire
lock = acquire(Path(sys.argv[1]), datetime(2026, 12, 5))
print(1, flush=True)
time.sleep(0.2)
lock.release()
"""
NOW = datetime.fromisoformat("2026-12-05T14:03:22")


@pytest.fixture
def here(tmp_path: Path) -> Locations:
    return Locations(tmp_path / "h" / "c", tmp_path / "h" / "d", tmp_path / "h" / "s")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "case.toml"
    path.write_bytes(dump_case(SMALL))
    path.chmod(0o600)
    return path


def opening(path: Path, here: Locations, *, create: bool = False) -> Session | Refused:
    return open_session(path, here, now=lambda: NOW, on_result=lambda result: None, create=create)


def opened(path: Path, here: Locations, *, create: bool = False) -> Session:
    session = opening(path, here, create=create)
    assert isinstance(session, Session), session
    return session


def refused(path: Path, here: Locations) -> Refused:
    session = opening(path, here)
    assert isinstance(session, Refused)
    return session


def test_a_case_is_opened_changed_closed_and_resumed(path: Path, here: Locations) -> None:
    session = opened(path, here)
    assert session.case == SMALL
    assert (session.read_only, session.notices, session.problems) == (None, (), ())
    assert session.saver is not None
    assert session.drafts is not None
    changed = SMALL.model_copy(update={"first": First(takings=Decimal(7))})
    session.saver.changed(changed)
    draft = Draft(("debts", "d1", "outstanding"), "1.2", 3)
    place = LivePlace("understand", "debts", ("debts", "d1", "outstanding"))
    session.drafts.move(place)
    session.drafts.put((draft,))
    assert isinstance(session.close(5), Saved)
    again = opened(path, here)
    assert again.case == changed
    assert (again.live.place, again.live.drafts) == (place, (draft,))
    again.close(5)
    assert [entry.name for entry in path.parent.iterdir() if entry.is_file()] == ["case.toml"]


def test_a_new_case_is_written_at_its_first_answer(tmp_path: Path, here: Locations) -> None:
    path = tmp_path / "new.toml"
    assert refused(path, here).fault.code == "storage.missing"
    session = opened(path, here, create=True)
    assert session.case == Case()
    assert not path.exists()
    assert session.saver is not None
    session.saver.changed(SMALL)
    session.close(5)
    assert opened(path, here, create=True).case == SMALL


def test_a_new_case_in_a_folder_that_is_not_there(tmp_path: Path, here: Locations) -> None:
    result = opening(tmp_path / "gone" / "new.toml", here, create=True)
    assert isinstance(result, Refused)
    assert result.fault.code == "storage.no-folder"


def test_the_second_opener_may_look_and_is_told_by_whom(path: Path, here: Locations) -> None:
    child = holding(path)
    try:
        before = path.read_bytes()
        began = time.monotonic()
        session = opened(path, here)
        assert time.monotonic() - began < 1
        assert session.case == SMALL
        assert session.read_only is not None
        assert session.read_only.code == "storage.locked"
        assert dict(session.read_only.args)["pid"] == str(child.pid)
        assert (session.saver, session.drafts, session.lock) == (None, None, None)
        session.close(1)
        assert path.read_bytes() == before
        assert lock_path(path).exists()
    finally:
        child.kill()
        child.wait()
        assert child.stdout is not None
        child.stdout.close()
    session = opened(path, here)
    assert session.read_only is None
    session.close(1)


def test_a_program_that_is_just_ending_is_waited_for(path: Path, here: Locations) -> None:
    child = subprocess.Popen([sys.executable, "-c", ENDING, str(path)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    child.stdout.readline()
    session = opened(path, here)
    assert session.read_only is None
    session.close(1)
    child.communicate(timeout=5)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("schema = 9\n[first]\ntakings = 5\n", "storage.newer"),
        ("schema = 1\n[first]\ntakings = 5\nfuture = true\n", "storage.unknown-key"),
    ],
)
def test_what_this_version_does_not_know_is_never_written(text: str, code: str, path: Path, here: Locations) -> None:
    path.write_text(text)
    before = (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino)
    session = opened(path, here)
    assert session.case.first.takings == 5
    assert session.read_only is not None
    assert session.read_only.code == code
    assert session.saver is None
    session.close(1)
    assert (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino) == before
    assert not here.data.exists()
    assert not lock_path(path).exists()


@pytest.mark.parametrize("damage", [b"", b"schema = 1\n[first\n", b"\xff\xfes\0c\0", b"[first]\ntakings = nan\n"])
def test_a_damaged_case_comes_with_its_newest_good_backup(damage: bytes, path: Path, here: Locations) -> None:
    session = opened(path, here)
    assert session.saver is not None
    session.saver.changed(SMALL.model_copy(update={"first": First(takings=Decimal(1))}))
    session.close(5)
    path.write_bytes(damage)
    result = refused(path, here)
    assert result.backup is not None
    good = read_case(result.backup.path)
    assert isinstance(good, Opened)
    assert good.case == SMALL
    assert path.read_bytes() == damage
    assert not lock_path(path).exists()


def test_pipes_devices_and_folders_are_refused_at_once_and_nothing_is_left_beside_them(
    tmp_path: Path, here: Locations
) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "device").symlink_to("/dev/zero")
    began = time.monotonic()
    assert refused(tmp_path / "pipe", here).fault.code == "storage.not-a-file"
    assert refused(tmp_path / "device", here).fault.code == "storage.not-a-file"
    assert refused(tmp_path, here).fault.code == "storage.folder"
    assert time.monotonic() - began < 0.5
    assert not list(tmp_path.glob(".*"))
    assert not Path("/dev/.zero.lock").exists()


def test_a_linked_case_is_saved_where_it_really_is(tmp_path: Path, path: Path, here: Locations) -> None:
    (tmp_path / "desk").mkdir()
    link = tmp_path / "desk" / "link.toml"
    link.symlink_to(path)
    session = opened(link, here)
    assert session.path == path
    assert session.saver is not None
    session.saver.changed(Case())
    session.close(5)
    assert link.is_symlink()
    assert path.read_bytes() == dump_case(Case())


def test_temp_files_of_a_killed_save_are_swept(path: Path, here: Locations) -> None:
    from negotiator_tui.storage.atomic import _temp_stem

    stale = path.with_name(f"{_temp_stem(path)}0123abcd.tmp")
    stale.write_text("half")
    session = opened(path, here)
    assert not stale.exists()
    session.close(1)


def test_own_comments_are_put_away_at_the_first_save_only(path: Path, here: Locations) -> None:
    path.write_bytes(dump_case(SMALL) + "# 周一再问\n".encode())
    session = opened(path, here)
    assert session.saver is not None
    for number in (1, 2):
        session.saver.changed(SMALL.model_copy(update={"first": First(takings=Decimal(number))}))
        session.saver.flush(5)
    session.close(5)
    originals = [each for each in session.backups.all() if each.original]
    assert len(originals) == 1
    assert originals[0].path.read_text().endswith("# 周一再问\n")


def test_a_folder_one_may_not_write_in_opens_to_read(
    path: Path, here: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def no_new_files(name: Path, flags: int, *args: int) -> int:
        if flags & os.O_CREAT and Path(name).parent == path.parent:
            raise PermissionError(13, "no")
        return real(name, flags, *args)

    monkeypatch.setattr(os, "open", no_new_files)
    monkeypatch.setattr(os, "access", lambda *args: False)
    session = opened(path, here)
    assert session.case == SMALL
    assert session.read_only is not None
    assert session.read_only.code == "storage.cannot-write"


def test_a_copy_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "copy.toml"
    assert isinstance(save_copy(SMALL, path), Written)
    assert path.read_bytes() == dump_case(SMALL)
    assert isinstance(save_copy(Case(), path), Fault)
    assert path.read_bytes() == dump_case(SMALL)
