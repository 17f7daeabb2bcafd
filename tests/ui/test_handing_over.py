"""Making a document by keys: who signs is typed, the file is written, a frozen copy stays, and nothing else does."""

import hashlib
from decimal import Decimal
from pathlib import Path

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.storage.casefile import Opened, read_case
from negotiator_tui.storage.session import save_copy
from negotiator_tui.text.fault import Fault
from negotiator_tui.ui.rows import Target
from tests.ui.harness import NOW, type_text
from tests.ui.test_files import opened

NAME, NUMBER = "陈小梅", "510100198001011234"


def _demo(tmp_path: Path) -> Path:
    path = tmp_path / "case.toml"
    assert not isinstance(save_copy(demo_case(NOW.date()), path), Fault)
    return path


def _case(path: Path) -> Case:
    found = read_case(path)
    assert isinstance(found, Opened)
    return found.case


def _holding(folder: Path, text: str) -> list[str]:
    return [each.name for each in folder.rglob("*") if each.is_file() and text.encode() in each.read_bytes()]


async def test_a_letter_is_signed_saved_and_noted_and_the_name_stays_in_the_letter(tmp_path: Path) -> None:
    path = _demo(tmp_path)
    async with opened(tmp_path / "home", path) as pilot:
        app = pilot.app
        app.open(Target("documents"))
        await pilot.press("enter")  # the letter
        app.sheet.show(("action", "identity"))
        await pilot.press("enter")
        app.sheet.show(("identity", "d1", "name"))
        await type_text(pilot, f"{NAME}⏎")
        await type_text(pilot, NUMBER)  # half-typed, and left there
        await pilot.pause()
        assert _holding(tmp_path, NAME) == []
        assert _holding(tmp_path, NUMBER) == []
        app.sheet.show(("action", "document.text"))
        await pilot.press("enter")
        await pilot.pause()
        assert app.message is not None
        assert app.message.code == "documents.saved"
        await pilot.press("ctrl+s")
    written = tmp_path / "case.documents" / "协商还款申请书-网商贷-2026-11-23.txt"
    assert f"我是{NAME}" in written.read_text(encoding="utf-8")
    assert _holding(tmp_path, NAME) == [written.name]
    sent = _case(path).sent[-1]
    assert sent.sha256 == hashlib.sha256(written.read_bytes()).hexdigest()
    assert (sent.kind, sent.debt, sent.made_on, sent.on, sent.file) == ("letter", "d1", NOW.date(), None, written.name)
    assert "合计 65,571.15" in sent.figures
    assert (sent.income, sent.cause, sent.monthly) == (Decimal("30975.00"), "roadworks", Decimal("1000.00"))
    assert sent.text is not None
    assert "陈**" in sent.text


async def test_a_pdf_that_is_done_after_another_case_was_opened_stays_with_its_own(tmp_path: Path) -> None:
    path, other = _demo(tmp_path), tmp_path / "other.toml"
    assert not isinstance(save_copy(demo_case(NOW.date()), other), Fault)
    async with opened(tmp_path / "home", path) as pilot:
        app = pilot.app
        app.open(Target("documents"))
        await pilot.press("enter")
        app.perform("document-save", "pdf")
        app.perform("open-file", str(other))
        before = app.session.case
        await app.workers.wait_for_complete()
        assert app.session.case is before
    assert [each.parent.name for each in tmp_path.rglob("*.pdf")] == ["case.documents"]


async def test_what_is_handed_over_is_noted_with_its_day_and_one_step_of_undo(tmp_path: Path) -> None:
    path = _demo(tmp_path)
    async with opened(tmp_path / "home", path) as pilot:
        app = pilot.app
        app.open(Target("documents"))
        await pilot.press("enter")
        before = app.session.case
        app.sheet.show(("action", "document.note"))
        await pilot.press("enter")
        assert app.session.case.sent[-1].on == NOW.date()
        await pilot.press("ctrl+z")
        assert app.session.case.sent == before.sent


async def test_who_signs_is_kept_in_the_case_only_when_wanted(tmp_path: Path) -> None:
    path = _demo(tmp_path)
    async with opened(tmp_path / "home", path) as pilot:
        app = pilot.app
        app.open(Target("documents"))
        await pilot.press("enter")
        app.sheet.show(("action", "identity"))
        await pilot.press("enter")
        app.sheet.show(("identity", "d1", "name"))
        await type_text(pilot, f"{NAME}⏎")
        app.sheet.show(("action", "identity.keep"))
        await pilot.press("enter")
        app.sheet.show(("identity", "d1", "phone"))
        await type_text(pilot, "13800005678⏎")
        await pilot.press("ctrl+s")
        assert (_case(path).borrower.name, _case(path).borrower.phone) == (NAME, "13800005678")
        app.sheet.show(("action", "identity.drop"))
        await pilot.press("enter")
        await pilot.press("ctrl+s")
    assert _case(path).borrower.name is None
