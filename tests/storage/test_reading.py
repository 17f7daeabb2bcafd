"""Only regular files, only up to a size, only UTF-8; anything else is named."""

import os
import time
from pathlib import Path

import pytest

from negotiator_tui.storage.reading import Content, read_regular, text_of
from negotiator_tui.text.fault import Fault

TEXT = 'schema = 1\n[borrower]\ntrade = "城南面馆，开了六年"\n'


def code(result: object) -> str:
    assert isinstance(result, Fault)
    return result.code


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_bytes(b"x" * 100_000)
    content = read_regular(path, 100_000)
    assert isinstance(content, Content)
    assert content.data == b"x" * 100_000


def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "case.toml")
    began = time.monotonic()
    assert code(read_regular(tmp_path / "case.toml", 10)) == "storage.not-a-file"
    assert time.monotonic() - began < 0.5


def test_a_pipe_put_there_in_the_last_moment_does_not_make_us_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "case.toml"
    path.write_bytes(b"")
    real = os.open

    def swapped(name: Path, flags: int) -> int:
        path.unlink()
        os.mkfifo(path)
        return real(name, flags)

    monkeypatch.setattr(os, "open", swapped)
    assert code(read_regular(path, 10)) == "storage.not-a-file"


@pytest.mark.parametrize(
    ("path", "expected"),
    [("/dev/zero", "storage.not-a-file"), ("/", "storage.folder"), ("/no/such/file", "storage.missing")],
)
def test_devices_folders_and_nothing(path: str, expected: str) -> None:
    assert code(read_regular(Path(path), 10)) == expected


def test_a_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    monkeypatch.chdir(tmp_path)  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s")
        assert code(read_regular(tmp_path / "s", 10)) == "storage.not-a-file"


def test_a_link_to_a_device_is_refused(tmp_path: Path) -> None:
    (tmp_path / "case.toml").symlink_to("/dev/zero")
    assert code(read_regular(tmp_path / "case.toml", 10)) == "storage.not-a-file"


def test_a_ring_of_links_and_a_nul_in_the_name(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "a")
    assert code(read_regular(tmp_path / "a", 10)) == "storage.read-failed"
    assert code(read_regular(tmp_path / "a\0b", 10)) == "storage.missing"


def test_too_big_is_said_before_a_byte_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "case.toml"
    with path.open("wb") as stream:
        stream.truncate(20_000_001)
    monkeypatch.setattr(os, "read", lambda *args: pytest.fail("was read"))
    result = read_regular(path, 20_000_000)
    assert isinstance(result, Fault)
    assert dict(result.args)["size"] == "21"
    assert result.code == "storage.too-big"


def test_a_file_that_grows_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "case.toml"
    path.write_bytes(b"x")
    monkeypatch.setattr(os, "read", lambda handle, most: b"y" * min(most, 100))
    assert code(read_regular(path, 1000)) == "storage.too-big"


@pytest.mark.parametrize("data", [TEXT.encode(), TEXT.encode("utf-8-sig")])
def test_utf8_with_and_without_a_mark(data: bytes) -> None:
    assert text_of(data, Path("case.toml")) == TEXT


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("gb18030", "GB18030 (GBK)"),
        ("gbk", "GB18030 (GBK)"),
    ],
)
def test_another_encoding_is_named(encoding: str, named: str) -> None:
    result = text_of(TEXT.encode(encoding), Path("case.toml"))
    assert isinstance(result, Fault)
    assert result.code == "storage.encoding"
    assert dict(result.args)["encoding"] == named


@pytest.mark.parametrize(
    ("data", "at"), [(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 8), (TEXT.encode() + b"\xff", len(TEXT.encode())), (b"a\0b", 1)]
)
def test_no_text_at_all(data: bytes, at: int) -> None:
    result = text_of(data, Path("case.toml"))
    assert isinstance(result, Fault)
    assert result.code == "storage.not-text"
    assert dict(result.args)["at"] == str(at)
