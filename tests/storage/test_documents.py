"""Documents beside a case: private, never over another file, found when the case is forgotten."""

import hashlib
import os
import stat
import sys
from datetime import datetime
from pathlib import Path

import pytest

from negotiator_tui.case.case import Case
from negotiator_tui.storage.documents import documents_folder, save_document
from negotiator_tui.storage.forget import copies_of, erase
from negotiator_tui.storage.locations import Locations
from negotiator_tui.storage.writer import dump_case
from negotiator_tui.text.fault import Fault


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "店.toml"
    path.write_bytes(dump_case(Case()))
    return path


@pytest.mark.skipif(sys.platform == "win32", reason="modes are Unix")
def test_a_document_is_private(case: Path) -> None:
    before = os.umask(0)
    try:
        saved = save_document(case, "信.docx", b"x")
    finally:
        os.umask(before)
    assert not isinstance(saved, Fault)
    path, sha256 = saved
    assert path == case.parent / "店.documents" / "信.docx"
    assert sha256 == hashlib.sha256(b"x").hexdigest()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_nothing_is_written_over(case: Path) -> None:
    names = [
        saved[0].name
        for data in (b"1", b"2", b"3")
        if not isinstance(saved := save_document(case, "a.txt", data), Fault)
    ]
    assert names == ["a.txt", "a-2.txt", "a-3.txt"]
    assert [(documents_folder(case) / name).read_bytes() for name in names] == [b"1", b"2", b"3"]


def test_a_name_stays_in_the_folder(case: Path) -> None:
    saved = save_document(case, "../信/网商:贷?.txt", b"x")
    assert not isinstance(saved, Fault)
    assert saved[0].parent == documents_folder(case)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_folder_that_is_a_link_is_refused(case: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    documents_folder(case).symlink_to(elsewhere)
    assert isinstance(save_document(case, "a.txt", b"x"), Fault)
    assert list(elsewhere.iterdir()) == []


def test_forgetting_a_case_erases_its_documents(case: Path, tmp_path: Path) -> None:
    here = Locations(tmp_path / "c", tmp_path / "d", tmp_path / "s")
    saved = save_document(case, "信.txt", b"x")
    assert not isinstance(saved, Fault)
    copies = copies_of(case, here)
    assert [copy.path for copy in copies if copy.what == "document"] == [saved[0]]
    assert erase(case, copies, here, datetime.fromisoformat("2026-12-05T14:03:22")) == ()
    assert not documents_folder(case).exists()
