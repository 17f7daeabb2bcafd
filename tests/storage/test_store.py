"""One save of a case: only over the file that was read, backed up first, and acknowledged last."""

import errno
import hashlib
import os
import shutil
import stat
from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from negotiator_tui.case.case import Case
from negotiator_tui.case.first import First
from negotiator_tui.storage import store as store_module
from negotiator_tui.storage.atomic import Written, sweep
from negotiator_tui.storage.backups import Backups, backups_of
from negotiator_tui.storage.casefile import Opened, read_case
from negotiator_tui.storage.locations import Locations
from negotiator_tui.storage.store import ACK, BACKUP_EVERY, Conflict, Result, Saved, SaveFailed, Store
from negotiator_tui.storage.writer import dump_case

from .cases import SMALL
from .seam import Killed, Seam, calls_of, standing_in

NOW = datetime.fromisoformat("2026-12-05T14:03:22")


def case(number: int) -> Case:
    return SMALL.model_copy(update={"first": First(takings=Decimal(number))})


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


class Bench:
    """A case file, its backups, a clock to turn, and a store on it."""

    def __init__(self, folder: Path, content: bytes = dump_case(case(0))) -> None:
        self.path = folder / "case.toml"
        self.path.write_bytes(content)
        self.seconds = 0.0
        self.backups: Backups = backups_of(self.path, Locations(folder / "c", folder / "d", folder / "s"))
        self.store = self.opened()

    def opened(self, kind: type[Store] = Store, *, keep_original: bool = False) -> Store:
        return kind(
            self.path,
            sha(self.path.read_bytes()) if self.path.exists() else None,
            backups=self.backups,
            now=lambda: NOW + timedelta(seconds=self.seconds),
            keep_original=keep_original,
            clock=lambda: self.seconds,
        )

    def begin_again(self) -> None:
        """The file as it was first, and no backups: so that each attempt makes the same calls."""
        self.path.write_bytes(dump_case(case(0)))
        shutil.rmtree(self.backups.folder.parent.parent, ignore_errors=True)

    def takings(self) -> Decimal | None:
        opened = read_case(self.path)
        assert isinstance(opened, Opened)
        return opened.case.first.takings


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def test_saved_says_when_and_what(bench: Bench) -> None:
    result = bench.store.save(case(1))
    assert result == Saved(NOW, sha(dump_case(case(1))))
    assert bench.path.read_bytes() == dump_case(case(1))


def test_a_new_case_is_written_where_there_is_nothing(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    bench.path.unlink()
    store = bench.opened()
    assert isinstance(store.save(case(1)), Saved)
    assert isinstance(store.save(case(2)), Saved)
    assert bench.takings() == 2


def change(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"# from the phone\n")


def same_size_and_time(path: Path) -> None:
    status = path.stat()
    path.write_bytes(path.read_bytes().replace(b"takings = 1.00", b"takings = 9.00"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def swap_for_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def swap_for_a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def grow(path: Path) -> None:
    with path.open("ab") as stream:
        stream.truncate(30_000_000)


@pytest.mark.parametrize(
    ("disturb", "kind"),
    [
        (change, "changed"),
        (same_size_and_time, "changed"),
        (lambda path: path.write_bytes(b""), "changed"),
        (grow, "changed"),
        (lambda path: path.unlink(), "deleted"),
        (lambda path: path.rename(path.with_name("moved.toml")), "deleted"),
        (swap_for_a_folder, "replaced"),
        (swap_for_a_pipe, "replaced"),
    ],
)
def test_a_file_changed_elsewhere_is_never_overwritten(
    disturb: Callable[[Path], object], kind: str, bench: Bench
) -> None:
    for _ in range(2):
        assert isinstance(bench.store.save(case(1)), Saved)
    disturb(bench.path)
    before = bench.path.lstat() if bench.path.exists() else None
    for _ in range(6):
        result = bench.store.save(case(2))
        assert isinstance(result, Conflict)
        assert result.kind == kind
    after = bench.path.lstat() if bench.path.exists() else None
    assert (after and (after.st_ino, after.st_mtime_ns, after.st_size)) == (
        before and (before.st_ino, before.st_mtime_ns, before.st_size)
    )


def test_a_file_that_appears_where_there_was_none_is_not_overwritten(bench: Bench) -> None:
    content = bench.path.read_bytes()
    bench.path.unlink()
    store = bench.opened()
    bench.path.write_bytes(content)
    result = store.save(case(1))
    assert isinstance(result, Conflict)
    assert result.kind == "appeared"
    assert bench.path.read_bytes() == content


def test_a_folder_that_went_away_and_came_back(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    bench = Bench(tmp_path / "stick")
    (tmp_path / "stick").rename(tmp_path / "gone")
    assert isinstance(bench.store.save(case(1)), Conflict)
    assert not (tmp_path / "stick").exists()
    (tmp_path / "gone").rename(tmp_path / "stick")
    assert isinstance(bench.store.save(case(1)), Saved)


def test_three_ways_out_of_a_conflict(bench: Bench) -> None:
    bench.path.write_bytes(dump_case(case(50)))
    mine = bench.store.keep_mine_beside(case(1))
    assert isinstance(mine, Path)
    assert mine.name == "case.mine-20261205-140322.toml"
    assert mine.read_bytes() == dump_case(case(1))
    assert bench.takings() == 50

    bench.store.adopt(sha(bench.path.read_bytes()))
    assert isinstance(bench.store.save(case(51)), Saved)

    bench.path.unlink()
    bench.store.recreate()
    assert isinstance(bench.store.save(case(52)), Saved)
    assert bench.takings() == 52


def test_backed_up_before_the_first_save_and_every_ten_minutes_of_change(bench: Bench) -> None:
    original = bench.path.read_bytes()
    for minute in range(25):
        bench.seconds = 60.0 * minute
        assert isinstance(bench.store.save(case(minute + 1)), Saved)
    backups = bench.backups.all()
    assert [each.made for each in reversed(backups)] == [NOW + timedelta(seconds=s) for s in (0, BACKUP_EVERY, 1200)]
    assert backups[-1].path.read_bytes() == original
    assert backups[0].path.read_bytes() == dump_case(case(20))


def test_own_comments_go_to_the_backups_before_they_are_dropped_and_that_is_told(tmp_path: Path) -> None:
    written = dump_case(case(0)) + b"# ask again on Monday\n"
    bench = Bench(tmp_path, written)
    result = bench.opened(keep_original=True).save(case(1))
    assert isinstance(result, Saved)
    (original,) = bench.backups.all()
    assert original.original
    assert original.path.read_bytes() == written
    assert [(notice.code, dict(notice.args)["path"]) for notice in result.notices] == [
        ("storage.comments-kept", str(original.path))
    ]


def test_own_comments_are_kept_beside_when_there_is_no_room_for_backups(tmp_path: Path) -> None:
    written = dump_case(case(0)) + b"# mine\n"
    bench = Bench(tmp_path, written)
    (tmp_path / "d").write_text("in the way")
    result = bench.opened(keep_original=True).save(case(1))
    assert isinstance(result, Saved)
    assert (tmp_path / "case.original-20261205-140322.toml").read_bytes() == written


def test_own_comments_that_cannot_be_kept_anywhere_are_not_dropped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = dump_case(case(0)) + b"# mine\n"
    bench = Bench(tmp_path, written)
    (tmp_path / "d").write_text("in the way")
    (tmp_path / "case.original-20261205-140322.toml").write_text("taken")
    monkeypatch.setattr(store_module, "save_beside", lambda *args: store_module.fault("storage.full", name="case.toml"))
    assert isinstance(bench.opened(keep_original=True).save(case(1)), SaveFailed)
    assert bench.path.read_bytes() == written


def test_a_notice_waits_for_the_save_that_succeeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Bench(tmp_path, dump_case(case(0)) + b"# mine\n")
    store = bench.opened(keep_original=True)
    real = store_module.write_atomic
    monkeypatch.setattr(store_module, "write_atomic", lambda path, data: store_module.fault("storage.full", name="x"))
    assert isinstance(store.save(case(1)), SaveFailed)
    monkeypatch.setattr(store_module, "write_atomic", real)
    result = store.save(case(1))
    assert isinstance(result, Saved)
    assert [notice.code for notice in result.notices] == ["storage.comments-kept"]


def test_without_room_for_backups_the_case_is_saved_and_it_is_told_once(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    (tmp_path / "d").write_text("in the way")
    codes = []
    for number in range(1, 4):
        result = bench.store.save(case(number))
        assert isinstance(result, Saved)
        codes += [notice.code for notice in result.notices]
    assert codes == ["storage.backup-failed"]


def test_a_doubt_is_a_failure_and_the_next_save_is_no_conflict(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(bench.store.save(case(1)), Saved)
    real = store_module.write_atomic

    def doubtful(path: Path, data: bytes) -> object:
        written = real(path, data)
        assert isinstance(written, Written)
        return Written(written.sha256, store_module.fault("storage.disk-error", name=path.name))

    monkeypatch.setattr(store_module, "write_atomic", doubtful)
    assert isinstance(bench.store.save(case(2)), SaveFailed)
    monkeypatch.setattr(store_module, "write_atomic", real)
    assert isinstance(bench.store.save(case(3)), Saved)


def test_a_case_that_could_not_be_opened_again_is_not_written(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "LIMIT", 1_000)
    result = bench.store.save(case(1))
    assert isinstance(result, SaveFailed)
    assert result.fault.code == "storage.too-big-to-save"
    assert bench.takings() == 0


def test_everything_written_is_private_whatever_the_umask(tmp_path: Path) -> None:
    work = tmp_path / "work"
    work.mkdir(mode=0o700)
    bench = Bench(work)
    bench.path.chmod(0o644)
    before = os.umask(0)
    try:
        bench.opened(keep_original=True).save(case(1))
        bench.store.adopt(sha(bench.path.read_bytes()))
        bench.seconds = 2 * BACKUP_EVERY
        bench.store.save(case(2))
        bench.store.keep_mine_beside(case(3))
    finally:
        os.umask(before)
    found = list(work.rglob("*"))
    assert len([path for path in found if path.is_file()]) == 4
    assert [str(path) for path in found if stat.S_IMODE(path.stat().st_mode) & 0o077] == []


class Early(Store):
    """A planted mistake: says saved before it is."""

    def save(self, case: Case) -> Result:
        store_module._acknowledge(Saved(NOW, sha(dump_case(case))))
        return super().save(case)


def lost_after_kills(kind: type[Store], folder: Path) -> list[str]:
    """Kills one save at every call, before, torn and after; says where the file is broken or older than promised."""
    bench = Bench(folder)
    ack = folder / "ack"
    bad: list[str] = []
    points = calls_of(lambda: bench.opened(kind).save(case(1)))
    for at in range(points):
        for moment in ("before", "torn", "after"):
            bench.begin_again()
            ack.unlink(missing_ok=True)
            store = bench.opened(kind)
            with standing_in(Seam(at=at, moment=moment)), pytest.raises(Killed):
                store.save(case(1))
            sweep(bench.path)
            promised = ack.exists() and ack.read_text().startswith(sha(dump_case(case(1))))
            opened = read_case(bench.path)
            if not isinstance(opened, Opened) or (promised and opened.case != case(1)):
                bad.append(f"{moment} call {at} of {points}")
    return bad


def test_killed_at_every_call_no_promise_is_broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ACK, str(tmp_path / "ack"))
    assert lost_after_kills(Store, tmp_path) == []


def test_the_kill_test_finds_a_promise_made_too_early(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ACK, str(tmp_path / "ack"))
    assert lost_after_kills(Early, tmp_path) != []


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT])
def test_an_error_at_every_call_is_told_or_harmless(code: int, tmp_path: Path) -> None:
    """Reading, backing up and writing, all failing from one call on: saved and true, or told and as it was."""
    bench = Bench(tmp_path)
    points = calls_of(lambda: bench.opened().save(case(1)))
    told = 0
    for at in range(points):
        bench.begin_again()
        store = bench.opened()
        with standing_in(Seam(at=at, moment="error", error=code)):
            result = store.save(case(1))
        told += isinstance(result, SaveFailed)
        assert bench.takings() == 1 if isinstance(result, Saved) else bench.takings() in {0, 1}
        assert isinstance(store.save(case(1)), Saved), "what was typed is still there, and saved when the disk is well"
        assert not list(tmp_path.glob(".negotiator-*"))
    assert told == points
