"""Making a calendar, a table and a bundle by keys: the files are beside the case, private, and never written over."""

import io
import zipfile
from pathlib import Path

from negotiator_tui.case.demo import demo_case
from negotiator_tui.storage.session import save_copy
from negotiator_tui.text.fault import Fault
from negotiator_tui.ui.rows import Target
from tests.ui.harness import NOW
from tests.ui.test_files import opened


def _demo(tmp_path: Path) -> Path:
    path = tmp_path / "case.toml"
    assert not isinstance(save_copy(demo_case(NOW.date()), path), Fault)
    return path


async def test_the_payments_page_leads_to_the_calendar_which_is_saved(tmp_path: Path) -> None:
    path = _demo(tmp_path)
    async with opened(tmp_path / "home", path) as pilot:
        app = pilot.app
        app.open(Target("payments"))
        app.sheet.show(("action", "calendar"))
        await pilot.press("enter")
        assert app.session.place.page == "documents"
        for _ in range(2):
            app.sheet.show(("action", "save.calendar"))
            await pilot.press("enter")
        assert app.message is not None
        assert app.message.code == "exports.saved"
    files = sorted((tmp_path / "case.documents").iterdir())
    assert len(files) == 2
    assert {each.stat().st_mode & 0o777 for each in files} == {0o600}
    assert all(b"BEGIN:VALARM" in each.read_bytes() for each in files)


async def test_the_papers_are_put_together_while_the_page_stays(tmp_path: Path) -> None:
    path = _demo(tmp_path)
    async with opened(tmp_path / "home", path) as pilot:
        app = pilot.app
        app.open(Target("materials"))
        app.sheet.show(("action", "bundle"))
        await pilot.press("enter")
        app.sheet.show(("action", "save.bundle"))
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        assert app.message is not None
        assert app.message.code == "exports.saved"
    (made,) = (tmp_path / "case.documents").iterdir()
    with zipfile.ZipFile(io.BytesIO(made.read_bytes())) as package:
        assert "目录.docx" in package.namelist()


async def test_the_log_and_the_schedule_are_saved_as_tables(tmp_path: Path) -> None:
    path = _demo(tmp_path)
    async with opened(tmp_path / "home", path) as pilot:
        app = pilot.app
        app.doing.do("export-open", "log")
        app.doing.do("export-save", "log.xlsx")
        app.doing.do("export-save", "schedule.csv")
        await pilot.pause()
    names = {each.name for each in (tmp_path / "case.documents").iterdir()}
    assert names == {"联系记录-2026-11-23.xlsx", "还款试算表-网商贷-2026-11-23.csv"}
