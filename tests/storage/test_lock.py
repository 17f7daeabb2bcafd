"""One program per case: refused with a name, freed by a kill, harmless where there are no locks."""

import errno
import json
import os
import signal
import socket
import stat
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest

from negotiator_tui.storage import lock as lock_module
from negotiator_tui.storage.lock import Lock, acquire, lock_path
from negotiator_tui.text.fault import Fault

NOW = datetime.fromisoformat("2026-12-05T14:03:22")

HOLD = """
import sys, time
from datetime import datetime
from pathlib import Path
from negotiator_tui.storage.lock import acquire
lock = acquire(Path(sys.argv[1]), datetime(2026, 12, 5, 9, 30))
print(type(lock).__name__, flush=True)
time.sleep(60)
"""


def holding(path: Path) -> "subprocess.Popen[str]":
    child = subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline().strip() == "Lock"
    return child


def taken(path: Path) -> Lock:
    lock = acquire(path, NOW)
    assert isinstance(lock, Lock)
    return lock


def test_a_second_opener_is_told_who_holds_it(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    child = holding(path)
    try:
        began = time.monotonic()
        refused = acquire(path, NOW)
        assert time.monotonic() - began < 1
    finally:
        child.kill()
        child.wait()
        assert child.stdout is not None
        child.stdout.close()
    assert refused == Fault(
        "storage.locked",
        (
            ("name", "case.toml"),
            ("pid", str(child.pid)),
            ("host", socket.gethostname()),
            ("since", "2026-12-05 09:30"),
        ),
    )


def test_a_killed_program_leaves_no_bar(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    for _ in range(5):
        child = holding(path)
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        assert child.stdout is not None
        child.stdout.close()
        assert lock_path(path).exists()
        lock = taken(path)
        assert lock.notice is None
        lock.release()
        assert not lock_path(path).exists()


def test_within_one_program_too(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    lock = taken(path)
    assert isinstance(acquire(path, NOW), Fault)
    lock.release()
    lock.release()
    taken(path).release()


def test_a_link_is_the_same_case(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_text("")
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.toml"
    link.symlink_to(path)
    lock = taken(path)
    assert isinstance(acquire(link, NOW), Fault)
    lock.release()


def test_the_file_is_hidden_private_and_says_who(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        lock = taken(tmp_path / "case.toml")
    finally:
        os.umask(before)
    assert lock.path.name == ".case.toml.lock"
    assert stat.S_IMODE(lock.path.stat().st_mode) == 0o600
    assert json.loads(lock.path.read_text()) == {
        "pid": os.getpid(),
        "host": socket.gethostname(),
        "since": "2026-12-05 14:03",
    }
    lock.release()


def test_a_lock_file_of_another_host_is_taken_with_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    lock_path(path).write_text('{"pid": 7, "host": "shop-pc", "since": "2026-12-01 08:00", "more": "text"}')
    lock = taken(path)
    assert lock.notice is not None
    assert lock.notice.code == "storage.left-open"
    assert dict(lock.notice.args)["host"] == "shop-pc"
    lock.release()


@pytest.mark.parametrize("left", [b"", b"{", b"[]", b"\xff\xfe", b'{"pid": "x", "host": 1}', b"[" * 5000])
def test_a_lock_file_with_any_content_bars_nobody(left: bytes, tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    lock_path(path).write_bytes(left)
    lock = taken(path)
    assert json.loads(lock.path.read_text())["pid"] == os.getpid()
    lock.release()


def test_a_lock_file_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "victim"
    target.write_text("keep")
    path = tmp_path / "case.toml"
    lock_path(path).symlink_to(target)
    assert isinstance(acquire(path, NOW), Fault)
    assert target.read_text() == "keep"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    refused = acquire(tmp_path / "gone" / "case.toml", NOW)
    assert isinstance(refused, Fault)
    assert refused.code == "storage.no-folder"


def test_a_file_system_without_locks_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(handle: int) -> None:
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(lock_module, "_lock", no_locks)
    lock = taken(tmp_path / "case.toml")
    assert lock.notice is not None
    assert lock.notice.code == "storage.no-lock"
    lock.release()


def test_a_long_name_still_has_a_lock(tmp_path: Path) -> None:
    path = tmp_path / ("债" * 83 + ".toml")
    lock = taken(path)
    assert isinstance(acquire(path, NOW), Fault)
    lock.release()
