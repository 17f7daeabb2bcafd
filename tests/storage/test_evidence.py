"""Papers of a case: only plain names, only inside the folder, known by their hash."""

import hashlib
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator_tui.storage.evidence import (
    LIMIT,
    Evidence,
    evidence_file,
    evidence_folder,
    is_plain_name,
    openable,
    plain_name,
    state_of,
    take_in,
)
from negotiator_tui.text.fault import Fault

BAD = [
    "", ".", "..", "../x", "a/b", "a\\b", "/etc/passwd", "C:x", "C:\\x", "a\nb", "a\0b", ".hidden", "x.", "x ", " x",
    "CON", "con.toml", "NUL .txt", "COM1.txt", "COM¹", "LPT9", "aux", "CONIN$", "a" * 300, "债" * 90, "a\u202eb.pdf",
    "a\x1b[2Jb", "*.pdf", "x?", "a|b", "a\u200bb", "a:stream",
]  # fmt: skip
GOOD = ["营业执照.pdf", "statement 2026-11.csv", "a.b.c", "com10.txt", "console", "流水（1）.png", "x"]


@pytest.mark.parametrize("name", BAD)
def test_names_that_are_not_plain(name: str, tmp_path: Path) -> None:
    assert not is_plain_name(name)
    refused = evidence_file(tmp_path / "case.toml", name)
    assert isinstance(refused, Fault)
    assert refused.code == "storage.evidence-name"


@pytest.mark.parametrize("name", GOOD)
def test_names_that_are(name: str, tmp_path: Path) -> None:
    assert is_plain_name(name)
    assert plain_name(name) == name
    assert evidence_file(tmp_path / "case.toml", name) == tmp_path / "case.evidence" / name


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("../x", "_x"), ("a/b", "a_b"), ("NUL .txt", "_NUL .txt"), ("CON", "_CON"), ("x. ", "x"), ("...", "paper"),
        ("", "paper"), ("a\nb.pdf", "a_b.pdf"), ("流水\u202e.pdf", "流水_.pdf"),
    ],
)  # fmt: skip
def test_a_plain_name_is_made_of_any(name: str, made: str) -> None:
    assert plain_name(name) == made


@given(st.text(max_size=400))
def test_what_is_made_is_always_plain(name: str) -> None:
    assert is_plain_name(plain_name(name))


def test_a_long_name_keeps_its_ending() -> None:
    made = plain_name("流水" * 200 + ".pdf")
    assert made.endswith(("流.pdf", "水.pdf"))
    assert len(made.encode()) <= 255


def test_a_paper_is_copied_in_once_and_known_by_its_hash(tmp_path: Path) -> None:
    case_path = tmp_path / "case.toml"
    source = tmp_path / "执照.pdf"
    source.write_bytes(b"%PDF")
    digest = hashlib.sha256(b"%PDF").hexdigest()
    before = os.umask(0)
    try:
        taken = take_in(case_path, source)
    finally:
        os.umask(before)
    assert taken == Evidence("执照.pdf", digest, 4)
    copy = evidence_folder(case_path) / "执照.pdf"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    assert take_in(case_path, source) == taken
    source.write_bytes(b"other")
    other = take_in(case_path, source)
    assert isinstance(other, Evidence)
    assert other.name == "执照.2.pdf"
    assert copy.read_bytes() == b"%PDF"


def test_missing_and_changed_papers_are_told(tmp_path: Path) -> None:
    case_path = tmp_path / "case.toml"
    source = tmp_path / "a.pdf"
    source.write_bytes(b"one")
    taken = take_in(case_path, source)
    assert isinstance(taken, Evidence)
    assert state_of(case_path, taken.name, taken.sha256) == "there"
    copy = evidence_folder(case_path) / taken.name
    copy.chmod(0o600)
    copy.write_bytes(b"two")
    assert state_of(case_path, taken.name, taken.sha256) == "changed"
    copy.unlink()
    assert state_of(case_path, taken.name, taken.sha256) == "missing"
    assert isinstance(state_of(case_path, "../a.pdf", taken.sha256), Fault)


def test_a_foreign_case_reaches_nothing_through_links(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("keep")
    case_path = tmp_path / "case.toml"
    folder = evidence_folder(case_path)
    folder.mkdir()
    (folder / "x.txt").symlink_to(secret)
    assert isinstance(openable(case_path, "x.txt"), Fault)
    assert isinstance(state_of(case_path, "x.txt", "0"), Fault)
    (folder / "x.txt").unlink()
    folder.rmdir()
    (tmp_path / "elsewhere").mkdir()
    folder.symlink_to(tmp_path / "elsewhere")
    assert isinstance(take_in(case_path, secret), Fault)
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert isinstance(evidence_file(case_path, "x.txt"), Fault)


@pytest.mark.parametrize(("name", "opens"), [("a.pdf", True), ("a.JPG", True), ("a.sh", False), ("a.desktop", False)])
def test_only_known_kinds_are_opened(name: str, opens: bool, tmp_path: Path) -> None:
    case_path = tmp_path / "case.toml"
    source = tmp_path / name
    source.write_bytes(b"x")
    take_in(case_path, source)
    result = openable(case_path, name)
    assert (result == evidence_folder(case_path) / name) is opens


def test_pipes_folders_and_too_big_files_are_not_taken_in(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "big").open("wb") as stream:
        stream.truncate(LIMIT + 1)
    for name in ("pipe", "big", ".", "gone"):
        assert isinstance(take_in(tmp_path / "case.toml", tmp_path / name), Fault)
    assert not evidence_folder(tmp_path / "case.toml").exists()
