"""Forgetting: every copy is listed, all of it goes, nothing of another case does."""

from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from negotiator_tui.case.case import Case
from negotiator_tui.case.first import First
from negotiator_tui.storage.drafts import Draft
from negotiator_tui.storage.evidence import take_in
from negotiator_tui.storage.forget import BEYOND_REACH, copies_of, erase
from negotiator_tui.storage.locations import Locations
from negotiator_tui.storage.recents import Recent, load_recents, remember
from negotiator_tui.storage.session import Session, open_session
from negotiator_tui.storage.writer import dump_case
from negotiator_tui.text.fault import sentence

NOW = datetime.fromisoformat("2026-12-05T14:03:22")
SECRET = "noodle shop 6222"


@pytest.fixture
def here(tmp_path: Path) -> Locations:
    return Locations(tmp_path / "h" / "c", tmp_path / "h" / "d", tmp_path / "h" / "s")


def used(path: Path, here: Locations) -> Session:
    """A case with everything that working on it leaves; still open."""
    path.write_bytes(dump_case(Case(first=First(takings_account=SECRET))) + b"# mine\n")
    session = open_session(path, here, now=lambda: NOW, on_result=lambda result: None)
    assert isinstance(session, Session)
    assert session.saver is not None
    assert session.drafts is not None
    case = Case(first=First(takings_account=SECRET, takings=Decimal(1)))
    session.saver.changed(case)
    session.saver.flush(5)
    session.saver.keep_mine_beside(case)
    session.backups.restore(session.backups.all()[0], NOW)
    session.drafts.put((Draft(("first", "takings_account"), SECRET, 2),))
    remember(here, Recent(path, SECRET, NOW, "understand"))
    paper = path.with_name("paper.txt")
    paper.write_text(SECRET)
    take_in(path, paper)
    paper.unlink()
    return session


def holding_secret(folder: Path) -> list[str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if SECRET.encode() in path.read_bytes()]


def test_every_copy_is_listed_and_erased(tmp_path: Path, here: Locations) -> None:
    path = tmp_path / "case.toml"
    used(path, here).close(5)
    (tmp_path / "unrelated.toml").write_text("x")
    copies = copies_of(path, here)
    assert sorted({copy.what for copy in copies}) == ["backup", "beside", "case", "draft", "evidence", "recent"]
    assert sorted(holding_secret(tmp_path)) == sorted(
        [copy.path.name for copy in copies if copy.what != "recent"] + ["recents.toml"]
    )
    assert erase(path, copies, here, NOW) == ()
    assert holding_secret(tmp_path) == []
    assert copies_of(path, here) == ()
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["h", "unrelated.toml"]


def test_a_version_that_was_worked_in_goes_with_all_it_left(tmp_path: Path, here: Locations) -> None:
    path = tmp_path / "case.toml"
    session = used(path, here)
    session.close(5)
    mine = next(tmp_path.glob("case.mine-*.toml"))
    used(mine, here).close(5)
    papers = {copy.path.parent for copy in copies_of(path, here) if copy.what == "evidence"}
    assert papers == {tmp_path / "case.evidence"}
    assert "evidence" not in {copy.what for copy in copies_of(mine, here)}
    assert erase(path, copies_of(path, here), here, NOW) == ()
    assert holding_secret(tmp_path) == []
    assert [entry.name for entry in tmp_path.iterdir()] == ["h"]


def test_another_case_keeps_everything(tmp_path: Path, here: Locations) -> None:
    mine, other = tmp_path / "case.toml", tmp_path / "case2.toml"
    for path in (mine, other):
        used(path, here).close(5)
    before = copies_of(other, here)
    erase(mine, copies_of(mine, here), here, NOW)
    assert copies_of(other, here) == before
    assert [each.path for each in load_recents(here)] == [other]


def test_papers_can_be_kept(tmp_path: Path, here: Locations) -> None:
    path = tmp_path / "case.toml"
    used(path, here).close(5)
    erase(path, tuple(copy for copy in copies_of(path, here) if copy.what != "evidence"), here, NOW)
    assert [copy.what for copy in copies_of(path, here)] == ["evidence"]


def test_an_open_case_is_not_touched(tmp_path: Path, here: Locations) -> None:
    path = tmp_path / "case.toml"
    session = used(path, here)
    before = copies_of(path, here)
    failed = erase(path, before, here, NOW)
    assert [each.code for each in failed] == ["storage.locked"]
    assert copies_of(path, here) == before
    assert "lock" in {copy.what for copy in before}
    session.close(5)


def test_what_could_not_be_erased_is_named(tmp_path: Path, here: Locations, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "case.toml"
    used(path, here).close(5)
    real = Path.unlink

    def unlink(self: Path, *, missing_ok: bool = False) -> None:
        if self == path:
            raise PermissionError(13, "no")
        real(self, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    failed = erase(path, copies_of(path, here), here, NOW)
    assert [(each.code, dict(each.args)["name"]) for each in failed] == [("storage.not-erased", "case.toml")]


def test_links_in_the_folder_of_papers_are_not_followed(tmp_path: Path, here: Locations) -> None:
    path = tmp_path / "case.toml"
    path.write_bytes(dump_case(Case()))
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "keep.txt").write_text("keep")
    (tmp_path / "case.evidence").symlink_to(outside)
    erase(path, copies_of(path, here), here, NOW)
    assert (outside / "keep.txt").exists()


def test_a_case_that_is_gone_can_still_be_forgotten(tmp_path: Path, here: Locations) -> None:
    path = tmp_path / "case.toml"
    used(path, here).close(5)
    path.unlink()
    assert erase(path, copies_of(path, here), here, NOW) == ()
    assert holding_secret(tmp_path) == []


def test_what_cannot_be_reached_is_said() -> None:
    assert len({sentence(each, "en") for each in BEYOND_REACH}) == 4
