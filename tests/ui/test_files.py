"""Opening, beginning, and what happens to a file while it is open."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from negotiator_tui.case.case import Case
from negotiator_tui.case.edit import edited, placed
from negotiator_tui.storage.casefile import Opened, read_case
from negotiator_tui.storage.locations import locations
from negotiator_tui.storage.recents import load_recents
from negotiator_tui.storage.session import save_copy
from negotiator_tui.text.fault import Fault, fault
from negotiator_tui.ui.app import Negotiator
from negotiator_tui.ui.document import PapersChecked, Saved
from negotiator_tui.ui.files import Files
from tests.ui.harness import NOW, WIDE, screen_text, type_text


@asynccontextmanager
async def opened(home: Path, path: Path | None) -> AsyncIterator[Pilot[Any]]:
    files = Files(locations({"NEGOTIATOR_TUI_HOME": str(home)}), lambda: NOW)
    session, document = files.begin(path, "en")
    app = Negotiator(session, document, files)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        yield pilot
        app.document.close(app.session)


def _case(path: Path) -> Case:
    found = read_case(path)
    assert isinstance(found, Opened)
    return found.case


@pytest.fixture
def path(tmp_path: Path) -> Path:
    case = edited(Case(), ("first", "cash_at_hand"), Decimal(500))
    assert not isinstance(case, Fault)
    assert not isinstance(save_copy(case, tmp_path / "case.toml"), Fault)
    return tmp_path / "case.toml"


async def test_the_start_page_does_not_speak_of_a_case_that_is_only_looked_at(tmp_path: Path) -> None:
    async with opened(tmp_path / "home", None) as pilot:
        assert "only to look at" not in screen_text(pilot.app)


async def test_a_new_case_saves_itself_in_this_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(tmp_path / "home", None) as pilot:
        assert pilot.app.session.place.page == "start"
        pilot.app.perform("new-file")
        pilot.app.sheet.show(("first", "takings"))
        await type_text(pilot, "12000⏎")
        await pilot.press("ctrl+s")
    assert _case(tmp_path / "my-debts.toml").first.takings == Decimal("12000.00")


async def test_a_typed_path_opens_and_is_remembered(tmp_path: Path, path: Path) -> None:
    async with opened(tmp_path / "home", None) as pilot:
        await type_text(pilot, str(path) + "⏎")
        assert pilot.app.session.case.first.cash_at_hand == Decimal("500.00")
    async with opened(tmp_path / "home", None) as pilot:
        assert "case.toml" in screen_text(pilot.app)


@pytest.mark.parametrize("name", ["no-such.toml", "."])
async def test_what_cannot_be_opened_is_said_and_nothing_is_lost(tmp_path: Path, path: Path, name: str) -> None:
    async with opened(tmp_path / "home", path) as pilot:
        pilot.app.perform("open-file", str(tmp_path / name))
        await pilot.pause()
        assert pilot.app.message is not None
        assert pilot.app.session.case.first.cash_at_hand == Decimal("500.00")


async def test_a_damaged_file_offers_its_newest_backup(tmp_path: Path, path: Path) -> None:
    async with opened(tmp_path / "home", path) as pilot:
        pilot.app.sheet.show(("first", "takings"))
        await type_text(pilot, "9000⏎")
        await pilot.press("ctrl+s")
    broken = path.read_bytes()[:-40] + b"\n[[["
    path.write_bytes(broken)
    async with opened(tmp_path / "home", path) as pilot:
        assert pilot.app.session.place.page == "start"
        assert "Line" in screen_text(pilot.app)
        pilot.app.perform("open-backup", str(path))
        await pilot.pause()
        assert pilot.app.session.case.first.cash_at_hand == Decimal("500.00")
    assert path.read_bytes() == broken


@pytest.mark.parametrize("way", ["keep", "reload"])
async def test_a_file_changed_elsewhere_is_never_overwritten(tmp_path: Path, path: Path, way: str) -> None:
    async with opened(tmp_path / "home", path) as pilot:
        theirs = edited(_case(path), ("first", "takings"), Decimal(777))
        assert not isinstance(theirs, Fault)
        path.unlink()
        assert not isinstance(save_copy(theirs, path), Fault)
        on_disk = path.read_bytes()
        pilot.app.sheet.show(("first", "home_costs"))
        await type_text(pilot, "3000⏎")
        for _ in range(40):
            await pilot.pause(0.05)
            if pilot.app.session.place.page == "conflict":
                break
        assert pilot.app.session.place.page == "conflict"
        assert path.read_bytes() == on_disk
        pilot.app.perform("resolve", way)
        await pilot.pause()
        case = pilot.app.session.case
        mine = Decimal("3000.00") if way == "keep" else None
        assert (case.first.home_costs, case.first.takings) == (mine, None if way == "keep" else Decimal("777.00"))
    assert path.read_bytes() == on_disk


async def test_a_file_deleted_meanwhile_can_be_written_again(tmp_path: Path, path: Path) -> None:
    async with opened(tmp_path / "home", path) as pilot:
        path.unlink()
        pilot.app.sheet.show(("first", "home_costs"))
        await type_text(pilot, "3000⏎")
        for _ in range(40):
            await pilot.pause(0.05)
            if pilot.app.session.place.page == "conflict":
                break
        assert not path.exists()
        pilot.app.perform("resolve", "recreate")
        await pilot.pause()
        assert pilot.app.session.place.page == "first"
    assert _case(path).first.home_costs == Decimal("3000.00")


async def test_a_newer_file_is_only_looked_at(tmp_path: Path, path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace("schema = 1", "schema = 2"), encoding="utf-8")
    before = path.read_bytes()
    async with opened(tmp_path / "home", path) as pilot:
        pilot.app.sheet.show(("first", "takings"))
        await type_text(pilot, "12000⏎")
        assert pilot.app.session.case.first.takings is None
        assert "only to look at" in screen_text(pilot.app)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("page", "row"),
    [
        ("nonsense", ()),
        ("explain", ()),
        ("item", ()),
        ("item", ("debts",)),
        ("item", ("debts", "d999", "rate")),
        ("item", ("schema_", "x")),
        ("item", ("first", "urgent")),
        ("log", ("contacts", "c9", "x", "y")),
        ("script", ("debts", "d999")),
    ],
)
async def test_a_place_that_leads_nowhere_does_not_stop_a_case_from_opening(
    tmp_path: Path, path: Path, page: str, row: tuple[str, ...]
) -> None:
    path.unlink()
    assert not isinstance(save_copy(placed(Case(), page, row), path, "zh_Hans"), Fault)
    async with opened(tmp_path, path) as pilot:
        app = pilot.app
        assert isinstance(app, Negotiator)
        assert app.session.place.page in {"first", "log", "script"}
        assert app.sheet.rows


async def test_a_case_left_at_once_keeps_its_own_name_among_the_recent_ones(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("negotiator_tui.ui.file_document.REMEMBER_AFTER", 0.05)
    other = tmp_path / "other.toml"
    for each, alias in ((path, "面馆"), (other, "弟弟")):
        named = edited(Case(), ("borrower", "alias"), alias)
        assert not isinstance(named, Fault)
        each.unlink(missing_ok=True)
        assert not isinstance(save_copy(named, each), Fault)
    async with opened(tmp_path / "home", path) as pilot:
        pilot.app.perform("open-file", str(other))
        await pilot.pause(0.1)
        listed = load_recents(pilot.app.files.here)
    assert [(each.path.name, each.alias) for each in listed] == [("other.toml", "弟弟"), ("case.toml", "面馆")]


async def test_opening_the_open_case_again_keeps_it_writable(tmp_path: Path, path: Path) -> None:
    async with opened(tmp_path / "home", path) as pilot:
        pilot.app.session.ascii = True
        pilot.app.sheet.show(("first", "takings"))
        await type_text(pilot, "9000⏎")
        pilot.app.perform("open-file", f'"{path}"')
        await pilot.pause()
        session = pilot.app.session
        assert (session.case.first.takings, session.read_only, session.ascii) == (Decimal("9000.00"), False, True)


async def test_a_save_that_ends_after_the_screen_is_gone_is_no_fault(tmp_path: Path, path: Path) -> None:
    async with opened(tmp_path / "home", path) as pilot:
        app = pilot.app
        assert isinstance(app, Negotiator)
    app.on_saved(Saved("14:03:22"))
    app.on_papers_checked(PapersChecked(app.document.path, (("e1", "", "changed"),)))


async def test_typing_that_the_disk_does_not_take_is_said_once_each_time_it_begins(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(tmp_path, path) as pilot:
        app = pilot.app
        drafts = app.document.kept.drafts
        assert drafts is not None
        said = []
        for full in (False, True, True, False, True):
            monkeypatch.setattr(
                drafts, "put", lambda _typed, full=full: fault("storage.full", name="x") if full else None
            )
            app.message = None
            app.document.draft(app.session)
            said.append(app.message)
        unkept = fault("document.unkept")
        assert said == [None, unkept, None, None, unkept]
        monkeypatch.setattr(drafts, "put", lambda _typed: None)
        app.document.draft(app.session)
        monkeypatch.setattr(drafts, "put", lambda _typed: fault("storage.full", name="x"))
        pilot.app.sheet.show(("first", "cash_at_hand"))
        await type_text(pilot, "5")
        assert "The disk does not take what you are typing" in screen_text(app)
        monkeypatch.undo()


async def test_leaving_with_an_unsaved_change_says_how_although_the_failed_save_reports_too(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(tmp_path, path) as pilot:
        app = pilot.app
        assert isinstance(app, Negotiator)
        failed = fault("storage.missing", name="case.toml")
        monkeypatch.setattr(app.document, "close", lambda _session: failed)
        app.perform("quit")
        app.on_saved(Saved("", failed))
        assert app.message == fault("ui.leaving-unsaved")
        app.perform("undo")
        app.on_saved(Saved("", failed))
        assert app.message == failed
        monkeypatch.undo()
