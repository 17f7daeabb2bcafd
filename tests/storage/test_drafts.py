"""Half-typed words: there after a crash at any moment, harmless when damaged, quick enough for a keystroke."""

import json
import os
import stat
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator_tui.storage.drafts import Draft, Drafts, Live, LivePlace, drafts_of
from negotiator_tui.storage.locations import Locations
from negotiator_tui.text.fault import Fault

from .seam import Killed, Seam, calls_of, standing_in

ROW = ("debts", "d1", "outstanding")
PLACE = LivePlace("understand", "debts", ROW)


def reopened(drafts: Drafts) -> Live:
    return Drafts(drafts.path).load()


def half_typed(drafts: Drafts) -> Draft | None:
    kept = reopened(drafts).drafts
    return kept[-1] if kept else None


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    return drafts_of(tmp_path / "case.toml", Locations(tmp_path / "c", tmp_path / "d", tmp_path / "s"))


def test_what_was_half_typed_is_there_again(drafts: Drafts) -> None:
    assert drafts.load() == Live()
    drafts.move(PLACE)
    for end in range(1, 6):
        drafts.put((Draft(ROW, "1.2万元"[:end], end),))
    assert reopened(drafts) == Live(PLACE, (Draft(ROW, "1.2万元", 5),))
    drafts.put(())
    assert reopened(drafts) == Live(PLACE)
    assert drafts.sync() is None


@settings(deadline=None)
@given(st.text(), st.lists(st.text(), max_size=3).map(tuple))
def test_any_text_and_any_path(raw: str, path: tuple[str, ...]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        drafts = Drafts(Path(folder) / "x.json")
        drafts.put((Draft(path, raw, len(raw)),))
        assert half_typed(drafts) == Draft(path, raw, len(raw))


def test_half_a_character_from_a_terminal(drafts: Drafts) -> None:
    drafts.put((Draft(ROW, "\ud83d", 1),))
    assert half_typed(drafts) == Draft(ROW, "\ud83d", 1)


def test_killed_at_every_call_the_draft_before_or_after_is_there(drafts: Drafts) -> None:
    before, after = Draft(ROW, "8,3", 3), Draft(ROW, "8,30", 4)
    drafts.put((before,))

    def keystroke() -> None:
        Drafts(drafts.path).put((after,))

    points = calls_of(keystroke)
    for at in range(points):
        for moment in ("before", "torn", "after"):
            Drafts(drafts.path).put((before,))
            with standing_in(Seam(at=at, moment=moment)), pytest.raises(Killed):
                keystroke()
            assert half_typed(drafts) in {before, after}
    assert points >= 4


@pytest.mark.parametrize(
    "damaged",
    [
        b"", b"{", b"[]", b"null", b"7", b"\xff\xfe\x00", b"[" * 3000, b'{"place": null}',
        b'{"place": null, "drafts": 7}',
        b'{"place": null, "drafts": [{"path": "first", "raw": "x", "caret": 0}]}',
        b'{"place": null, "drafts": [{"path": [1], "raw": "x", "caret": 0}]}',
        b'{"place": null, "drafts": [{"path": ["a"], "raw": 7, "caret": 0}]}',
        b'{"place": {"stage": 1, "page": "", "row": []}, "drafts": []}',
    ],
)  # fmt: skip
def test_a_damaged_file_is_no_draft(damaged: bytes, drafts: Drafts) -> None:
    drafts.move(PLACE)
    drafts.path.write_bytes(damaged)
    assert reopened(drafts) == Live()
    assert drafts.put((Draft(ROW, "x", 1),)) is None
    assert half_typed(drafts) == Draft(ROW, "x", 1)


def test_a_draft_cut_anywhere_is_whole_or_none(drafts: Drafts) -> None:
    whole = Live(PLACE, (Draft(ROW, "一万二", 3),))
    drafts.move(PLACE)
    drafts.put((Draft(ROW, "一万二", 3),))
    data = drafts.path.read_bytes()
    for end in range(len(data)):
        drafts.path.write_bytes(data[:end])
        assert reopened(drafts) == Live()
    drafts.path.write_bytes(data)
    assert reopened(drafts) == whole


@pytest.mark.parametrize(("caret", "kept"), [(-3, 0), (99, 2), (1, 1)])
def test_a_caret_outside_the_text_is_put_inside(caret: int, kept: int, drafts: Drafts) -> None:
    drafts.put((Draft(ROW, "ab", 0),))
    content = json.loads(drafts.path.read_text())
    content["drafts"][0]["caret"] = caret
    drafts.path.write_text(json.dumps(content))
    draft = half_typed(drafts)
    assert draft is not None
    assert draft.caret == kept


def test_files_are_private_whatever_the_umask(drafts: Drafts) -> None:
    before = os.umask(0)
    try:
        drafts.put((Draft(ROW, "x", 1),))
    finally:
        os.umask(before)
    assert stat.S_IMODE(drafts.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(drafts.path.parent.stat().st_mode) == 0o700


def test_a_disk_that_takes_nothing_is_told_and_typing_goes_on(drafts: Drafts) -> None:
    drafts.put((Draft(ROW, "a", 1),))
    with standing_in(Seam(at=0, moment="error", error=28)):
        assert isinstance(drafts.put((Draft(ROW, "ab", 2),)), Fault)
    assert drafts.put((Draft(ROW, "ab", 2),)) is None
    assert half_typed(drafts) == Draft(ROW, "ab", 2)


def test_a_folder_removed_meanwhile_is_made_again(drafts: Drafts) -> None:
    drafts.put((Draft(ROW, "a", 1),))
    drafts.path.unlink()
    drafts.path.parent.rmdir()
    assert drafts.put((Draft(ROW, "ab", 2),)) is None
    assert half_typed(drafts) == Draft(ROW, "ab", 2)


def test_nothing_is_written_when_nothing_changed(drafts: Drafts) -> None:
    drafts.put((Draft(ROW, "a", 1),))
    assert calls_of(lambda: drafts.put((Draft(ROW, "a", 1),))) == 0
    assert calls_of(lambda: drafts.move(PLACE)) > 0
    drafts.put(())
    assert calls_of(lambda: drafts.put(())) == 0


def test_a_keystroke_costs_no_sync_and_little_time(drafts: Drafts) -> None:
    with standing_in(Seam()) as seam:
        drafts.put((Draft(ROW, "x", 1),))
    assert "fsync" not in [name for name, _ in seam.log]
    times = []
    for length in range(300):
        draft = Draft(ROW, "字" * (length % 40) + str(length), 1)
        began = time.perf_counter()
        drafts.put((draft,))
        times.append(time.perf_counter() - began)
    assert sorted(times)[150] < 0.0005
