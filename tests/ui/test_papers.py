"""Papers by keys: a file is taken in, compared when the case is opened again, and opened in a viewer."""

import hashlib
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot

from negotiator_tui.case.case import Case
from negotiator_tui.case.edit import added
from negotiator_tui.storage import viewer
from negotiator_tui.storage.evidence import Evidence, evidence_folder, take_in
from negotiator_tui.storage.session import save_copy
from negotiator_tui.text.fault import Fault
from negotiator_tui.ui import file_document
from negotiator_tui.ui.rows import Target
from negotiator_tui.ui.typed_path import typed_path
from tests.ui.harness import screen_text, type_text
from tests.ui.test_files import opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    grown = added(Case(), "materials", name="lease")
    assert not isinstance(grown, Fault)
    assert not isinstance(save_copy(grown[0], tmp_path / "case.toml"), Fault)
    return tmp_path / "case.toml"


async def _copied(pilot: Pilot[Any]) -> None:
    """Wait until the file that is taken in is beside the case."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_a_typed_path_is_taken_in_and_known_again(tmp_path: Path, path: Path) -> None:
    source = tmp_path / "my lease.pdf"
    source.write_bytes(b"%PDF")
    async with opened(tmp_path / "home", path) as pilot:
        app = pilot.app
        app.open(Target("item", ("materials", "e1")))
        app.perform("choose-file", "e1")
        await pilot.pause()
        app.perform("take-file", f'"{source}"')
        await _copied(pilot)
        paper = app.session.case.materials[0]
        assert (paper.file, paper.size, paper.exhibit, paper.state) == ("my lease.pdf", 4, 1, "have")
        assert app.session.place.path[:2] == ("materials", "e1")
        assert "Taken in as exhibit 1" in screen_text(app)
        assert "unchanged" in screen_text(app)
    assert source.read_bytes() == b"%PDF"
    copy = evidence_folder(path) / "my lease.pdf"
    copy.chmod(0o600)
    copy.write_bytes(b"other")
    async with opened(tmp_path / "home", path) as pilot:
        app = pilot.app
        app.perform("check-papers")
        for _ in range(100):
            await pilot.pause(0.02)
            if app.session.shelf.papers:
                break
        assert [state for _, _, state in app.session.shelf.papers] == ["changed"]
        assert "changed or went missing" in screen_text(app)
    assert copy.read_bytes() == b"other"


@pytest.mark.parametrize("name", ["lease.pdf", "../lease.pdf", "/etc/passwd"])
async def test_papers_are_compared_after_opening_by_itself(
    tmp_path: Path, path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_document, "COMPARE_AFTER", 0.01)
    (tmp_path / "lease.pdf").write_bytes(b"one")  # outside the folder: a foreign case names it in vain
    text = path.read_text(encoding="utf-8")
    digest = hashlib.sha256(b"one").hexdigest()
    path.write_text(text.replace('name = "lease"', f'name = "lease"\nfile = "{name}"\nsha256 = "{digest}"'), "utf-8")
    async with opened(tmp_path / "home", path) as pilot:
        for _ in range(100):
            await pilot.pause(0.02)
            if pilot.app.session.shelf.papers:
                break
        assert pilot.app.session.shelf.papers == (("e1", digest, "missing"),)
        assert pilot.app.message.code == "papers.differ"
        pilot.app.perform("open-paper", "e1")
        assert pilot.app.message.code.startswith("storage.evidence")


async def test_what_cannot_be_taken_in_is_said_and_the_page_stays(tmp_path: Path, path: Path) -> None:
    async with opened(tmp_path / "home", path) as pilot:
        pilot.app.perform("choose-file", "e1")
        await type_text(pilot, "/no.pdf⏎")
        await _copied(pilot)
        assert pilot.app.session.place.page == "take-in"
        assert pilot.app.message.code == "storage.missing"
        assert pilot.app.session.case.materials[0].sha256 is None
        pilot.app.perform("take-file", "  ")
        assert pilot.app.message.code == "papers.which"


async def test_one_goes_on_while_a_file_is_copied_once(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copying, copied = Event(), []

    def slowly(case_path: Path, source: Path) -> Evidence | Fault:
        copied.append(source.name)
        copying.wait(5)
        return take_in(case_path, source)

    monkeypatch.setattr("negotiator_tui.ui.papers.take_in", slowly)
    source = tmp_path / "a.pdf"
    source.write_bytes(b"%PDF")
    async with opened(tmp_path / "home", path) as pilot:
        app = pilot.app
        app.perform("choose-file", "e1")
        app.perform("take-file", str(source))
        app.perform("take-file", str(source))
        app.open(Target("first"))
        await pilot.pause()
        app.sheet.show(("first", "takings"))
        await type_text(pilot, "9")
        copying.set()
        await _copied(pilot)
        assert (app.session.place.page, app.sheet.editor.value) == ("first", "9")
        assert app.session.case.materials[0].file == "a.pdf"
        assert app.message.code == "papers.taken"
    assert copied == ["a.pdf"]


async def test_a_paper_is_opened_in_the_viewer(tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(viewer, "_started", lambda file: shown.append(file) is None)
    source = tmp_path / "a.pdf"
    source.write_bytes(b"%PDF")
    async with opened(tmp_path / "home", path) as pilot:
        pilot.app.perform("open-paper", "e1")
        assert pilot.app.message.code == "papers.no-file"
        pilot.app.perform("choose-file", "e1")
        pilot.app.perform("take-file", str(source))
        await _copied(pilot)
        pilot.app.perform("open-paper", "e1")
        assert pilot.app.message.code == "viewer.opened"
    assert shown == [evidence_folder(path) / "a.pdf"]


async def test_a_kind_of_the_checklist_opens_as_a_paper(tmp_path: Path, path: Path) -> None:
    async with opened(tmp_path / "home", path) as pilot:
        pilot.app.perform("new-paper", "kind=identity-card")
        assert pilot.app.session.place.path[:2] == ("materials", "e2")
        assert pilot.app.session.case.materials[1].kind == "identity-card"
        pilot.app.perform("new-paper", "about=hardship")
        assert pilot.app.session.case.materials[2].about == ("hardship",)


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("/a/b c.pdf", "/a/b c.pdf"),
        ("'/a/b c.pdf' ", "/a/b c.pdf"),
        ('"/a/b.pdf"', "/a/b.pdf"),
        ("/a/b\\ c\\(1\\).pdf", "/a/b c(1).pdf"),
        ("file:///a/%E6%B5%81%20x.pdf", "/a/流 x.pdf"),
        ("/a/it's\\ odd", "/a/it's\\ odd"),
        ("“/a/b.pdf”", "/a/b.pdf"),
        ("file:///C:/a%20b.pdf", "C:/a b.pdf"),
        ("「/a/b.pdf」", "/a/b.pdf"),
        ("& '/a/b c.pdf'", "/a/b c.pdf"),
        ("C:\\Users\\a.csv", "C:\\Users\\a.csv"),
        ("~nobody-of-this-name/a.pdf", "~nobody-of-this-name/a.pdf"),
        ("/" + "x" * 5_000 + "\\ y", "/" + "x" * 5_000 + " y"),
    ],
)
def test_paths_are_read_as_they_are_dropped(typed: str, means: str) -> None:
    assert typed_path(typed) == Path(means)
