"""The save recipe at every call it makes: killed before, after and in the middle; failing; losing power."""

import errno
import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from negotiator_tui.storage import atomic
from negotiator_tui.storage.atomic import Written, sweep, write_atomic, write_beside
from negotiator_tui.text.fault import Fault

from .seam import Killed, Seam, calls_of, lost, standing_in

OLD = b"old " * 500
NEW = b"new!" * 700
ERRORS = [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT]

Save = Callable[[Path, bytes], object]


def in_place(path: Path, data: bytes) -> object:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.write(handle, data)
    os.fsync(handle)
    os.close(handle)
    return Written("")


def in_chunks(path: Path, data: bytes) -> object:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
    for start in range(0, len(data), 256):
        os.write(handle, data[start : start + 256])
    os.fsync(handle)
    os.ftruncate(handle, len(data))
    os.close(handle)
    return Written("")


def remove_then_rename(path: Path, data: bytes) -> object:
    temp = path.with_suffix(".tmp")
    in_place(temp, data)
    path.unlink()
    temp.rename(path)
    return Written("")


def without_file_sync(path: Path, data: bytes) -> object:
    temp = path.with_suffix(".tmp")
    handle = os.open(temp, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    os.write(handle, data)
    os.close(handle)
    temp.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)
    return Written("")


def without_folder_sync(path: Path, data: bytes) -> object:
    temp = path.with_suffix(".tmp")
    in_place(temp, data)
    temp.replace(path)
    return Written("")


def killed_everywhere(save: Save, folder: Path) -> list[str]:
    """Everything but the old or the new content that a kill at any call leaves behind."""
    path = folder / "case.toml"
    path.write_bytes(OLD)
    bad = []
    for at in range(calls_of(lambda: save(path, NEW))):
        for moment in ("before", "after", "torn"):
            path.write_bytes(OLD)
            with standing_in(Seam(at=at, moment=moment)), pytest.raises(Killed):
                save(path, NEW)
            if not path.exists() or path.read_bytes() not in {OLD, NEW}:
                bad.append(f"{moment} call {at}")
            sweep(path)
            path.with_suffix(".tmp").unlink(missing_ok=True)
    return bad


def test_killed_at_every_call_leaves_old_or_new(tmp_path: Path) -> None:
    assert killed_everywhere(write_atomic, tmp_path) == []


@pytest.mark.parametrize("mutant", [in_place, in_chunks, remove_then_rename])
def test_the_kill_test_finds_a_worse_recipe(mutant: Save, tmp_path: Path) -> None:
    assert killed_everywhere(mutant, tmp_path) != []


@pytest.mark.parametrize("code", ERRORS, ids=[errno.errorcode[code] for code in ERRORS])
@pytest.mark.parametrize("lasting", [True, False], ids=["lasting", "once"])
def test_an_error_at_every_call_is_told_and_leaves_old_or_new(code: int, lasting: bool, tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_bytes(OLD)
    points = calls_of(lambda: write_atomic(path, NEW))
    for at in range(points):
        path.write_bytes(OLD)
        with standing_in(Seam(at=at, moment="error", error=code, lasting=lasting)):
            result = write_atomic(path, NEW)
        content = path.read_bytes()
        if isinstance(result, Written):
            assert result.doubt is not None, f"call {at} failed in silence"
            assert content == NEW
        else:
            assert content == OLD, f"call {at}: told as not written"
        assert [entry.name for entry in tmp_path.iterdir()] == ["case.toml"], f"call {at} left a temp file"
    assert points >= 8


def test_after_the_replace_a_failure_is_a_doubt_about_visible_content(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_bytes(OLD)
    with standing_in(Seam()) as seam:
        write_atomic(path, NEW)
    folder_sync = max(at for at, (name, _) in enumerate(seam.log) if name == "fsync")
    path.write_bytes(OLD)
    with standing_in(Seam(at=folder_sync, moment="error", error=errno.EIO)):
        result = write_atomic(path, NEW)
    assert isinstance(result, Written)
    assert result.sha256 == hashlib.sha256(NEW).hexdigest()
    assert result.doubt is not None
    assert result.doubt.code == "storage.disk-error"


@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOTSUP])
def test_a_file_system_without_fsync_can_be_saved_to(
    code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_sync(handle: int) -> None:
        raise OSError(code, "no fsync here")

    monkeypatch.setattr(os, "fsync", no_sync)
    assert write_atomic(tmp_path / "case.toml", NEW) == Written(hashlib.sha256(NEW).hexdigest())


def test_a_stick_without_modes_can_be_saved_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_modes(*args: object) -> None:
        raise PermissionError(errno.EPERM, "FAT")

    monkeypatch.setattr(os, "fchmod", no_modes)
    monkeypatch.setattr(os, "fchown", no_modes)
    (tmp_path / "case.toml").write_bytes(OLD)
    assert write_atomic(tmp_path / "case.toml", NEW) == Written(hashlib.sha256(NEW).hexdigest())


def test_order_of_the_recipe(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_bytes(OLD)
    with standing_in(Seam()) as seam:
        write_atomic(path, NEW)
    steps = [name for name, _ in seam.log if name in {"open", "write", "fsync", "replace"}]
    assert steps == ["open", "write", "fsync", "replace", "open", "fsync"]
    temp, flags, mode = next(args for name, args in seam.log if name == "open")
    assert flags & os.O_EXCL
    assert flags & os.O_CREAT
    assert mode == 0o600
    assert Path(temp).parent == tmp_path
    folder = [args[0] for name, args in seam.log if name == "open"][1]
    assert Path(folder) == tmp_path


def cut_everywhere(save: Save, folder: Path) -> tuple[set[str], set[str]]:
    """What may stand there after a power cut: at any point of the save, and after it was acknowledged."""
    path = folder / "case.toml"
    path.write_bytes(OLD)
    with standing_in(Seam()) as seam:
        save(path, NEW)
    outcomes = lost(seam.log, path)
    return set().union(*outcomes), outcomes[-1]


def test_power_lost_at_every_call_leaves_old_or_new_and_new_after_the_acknowledgement(tmp_path: Path) -> None:
    assert cut_everywhere(write_atomic, tmp_path) == ({"OLD", "NEW"}, {"NEW"})


@pytest.mark.parametrize(
    ("mutant", "finding"),
    [
        (in_place, "EMPTY"),
        (without_file_sync, "TORN"),
        (remove_then_rename, "MISSING"),
    ],
)
def test_the_power_model_finds_a_worse_recipe(mutant: Save, finding: str, tmp_path: Path) -> None:
    assert finding in cut_everywhere(mutant, tmp_path)[0]


def test_the_power_model_finds_a_missing_folder_sync(tmp_path: Path) -> None:
    assert cut_everywhere(without_folder_sync, tmp_path)[1] == {"OLD", "NEW"}


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o777])
def test_mode_is_0600_whatever_the_umask(umask: int, tmp_path: Path) -> None:
    old = tmp_path / "old.toml"
    old.write_bytes(OLD)
    old.chmod(0o644)
    before = os.umask(umask)
    try:
        write_atomic(tmp_path / "new.toml", NEW)
        write_atomic(old, NEW)
        write_beside(tmp_path / "copy.toml", NEW)
    finally:
        os.umask(before)
    assert {entry.name: stat.S_IMODE(entry.stat().st_mode) for entry in tmp_path.iterdir()} == {
        "new.toml": 0o600,
        "old.toml": 0o600,
        "copy.toml": 0o600,
    }


def test_a_link_stays_a_link_and_its_file_is_saved(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real = tmp_path / "real" / "case.toml"
    real.write_bytes(OLD)
    link = tmp_path / "link.toml"
    link.symlink_to(real)
    assert isinstance(write_atomic(link, NEW), Written)
    assert link.is_symlink()
    assert real.read_bytes() == NEW


def test_short_writes_are_continued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, bytes(data)[:7]))
    write_atomic(tmp_path / "case.toml", NEW)
    assert (tmp_path / "case.toml").read_bytes() == NEW


def test_stale_temp_files_of_this_case_are_swept_and_nothing_else(tmp_path: Path) -> None:
    mine, other = tmp_path / "case.toml", tmp_path / "other.toml"
    for path in (mine, other):
        with standing_in(Seam(at=2, moment="after")), pytest.raises(Killed):
            write_atomic(path, NEW)
    lookalike = tmp_path / ".negotiator-notes.tmp"
    lookalike.write_text("mine")
    assert len(list(tmp_path.iterdir())) == 3
    assert sweep(mine) == 1
    assert sweep(mine) == 0
    assert lookalike.exists()
    assert sweep(other) == 1


def test_a_name_as_long_as_names_can_be(tmp_path: Path) -> None:
    path = tmp_path / ("债" * 83 + ".toml")
    assert isinstance(write_atomic(path, NEW), Written)
    assert path.read_bytes() == NEW


def test_windows_replace_is_tried_again_while_a_scanner_holds_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = []
    real = os.replace

    def held(source: str, target: str) -> None:
        tries.append(source)
        if len(tries) < 4:
            raise PermissionError(errno.EACCES, "used by another process")
        real(source, target)

    monkeypatch.setattr(os, "replace", held)
    monkeypatch.setattr(atomic, "_WINDOWS", True)
    monkeypatch.setattr(atomic.time, "sleep", lambda seconds: None)
    assert write_atomic(tmp_path / "case.toml", NEW) == Written(hashlib.sha256(NEW).hexdigest())
    assert len(tries) == 4
    monkeypatch.setattr(os, "replace", lambda source, target: held("", "") if tries.clear() is None else None)
    result = write_atomic(tmp_path / "case.toml", OLD)
    assert isinstance(result, Fault)
    assert result.code == "storage.denied"


def test_beside_never_overwrites(tmp_path: Path) -> None:
    path = tmp_path / "copy.toml"
    path.write_bytes(OLD)
    result = write_beside(path, NEW)
    assert isinstance(result, Fault)
    assert result.code == "storage.exists"
    assert path.read_bytes() == OLD


def test_beside_leaves_nothing_when_it_fails(tmp_path: Path) -> None:
    path = tmp_path / "copy.toml"
    points = calls_of(lambda: write_beside(path, NEW))
    for at in range(points):
        path.unlink(missing_ok=True)
        with standing_in(Seam(at=at, moment="error", error=errno.ENOSPC)):
            result = write_beside(path, NEW)
        assert path.exists() == isinstance(result, Written)


def test_a_full_disk_for_real(tmp_path: Path) -> None:
    """`/dev/full` cannot hold a temp file, so the write itself is sent there."""
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    path = tmp_path / "case.toml"
    path.write_bytes(OLD)
    real = os.write
    full = os.open("/dev/full", os.O_WRONLY)
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(os, "write", lambda handle, data: real(full, data))
            result = write_atomic(path, NEW)
    finally:
        os.close(full)
    assert isinstance(result, Fault)
    assert result.code == "storage.full"
    assert path.read_bytes() == OLD
