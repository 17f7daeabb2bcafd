"""Half-typed words: there after a crash at any moment, harmless when damaged, quick enough for a keystroke."""

import json
import os
import stat
import struct
import time
import zlib
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
    return Drafts(drafts.files[0]).load()


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

    def keystroke() -> None:
        again = Drafts(drafts.files[0])
        again.load()
        again.put((after,))

    drafts.put((before,))
    points = calls_of(keystroke)
    for at in range(points):
        for moment in ("before", "torn", "after"):
            fresh = Drafts(drafts.files[0])
            fresh.load()
            for text in ("", "8", before):
                fresh.put((text,) if isinstance(text, Draft) else (Draft(ROW, text, 0),))
            fresh.close()
            with standing_in(Seam(at=at, moment=moment)), pytest.raises(Killed):
                keystroke()
            assert half_typed(drafts) in {before, after}
    assert points >= 3


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
def test_what_is_no_draft_is_none_though_its_checksum_is_right(damaged: bytes, drafts: Drafts) -> None:
    drafts.move(PLACE)
    written(drafts, damaged)
    assert reopened(drafts) == Live()
    assert drafts.put((Draft(ROW, "x", 1),)) is None
    assert half_typed(drafts) == Draft(ROW, "x", 1)


def written(drafts: Drafts, text: bytes) -> None:
    for turn, path in enumerate(drafts.files, 1):
        path.write_bytes(struct.pack(">QII", turn, len(text), zlib.crc32(text)) + text)


@pytest.mark.parametrize("damaged", [b"", b"x", b"\xff" * 15, b"\xff" * 16, b"\0" * 16, b"\0" * 400, b"{}" * 50])
def test_a_damaged_file_is_no_draft(damaged: bytes, drafts: Drafts) -> None:
    drafts.move(PLACE)
    for path in drafts.files:
        path.write_bytes(damaged)
    assert reopened(drafts) == Live()


def test_a_write_cut_anywhere_leaves_the_keystroke_before(drafts: Drafts) -> None:
    one, two = (Draft(ROW, "一万", 2),), (Draft(ROW, "一万二", 3),)
    drafts.put(one)
    drafts.put(two)
    newest = max(drafts.files, key=lambda path: path.read_bytes()[:8])
    data = newest.read_bytes()
    for end in range(len(data)):
        newest.write_bytes(data[:end])
        assert reopened(drafts) == Live(None, one)
    newest.write_bytes(data)
    assert reopened(drafts) == Live(None, two)


def test_a_short_text_after_a_long_one(drafts: Drafts) -> None:
    for raw in ("很长" * 300, "很长" * 200, "短", ""):
        drafts.put((Draft(ROW, raw, 0),))
        assert half_typed(drafts) == Draft(ROW, raw, 0)


def test_the_turn_goes_on_after_reopening(drafts: Drafts) -> None:
    for number in range(7):
        again = Drafts(drafts.files[0])
        again.load()
        again.put((Draft(ROW, str(number), 1),))
        again.close()
        assert half_typed(drafts) == Draft(ROW, str(number), 1)


@pytest.mark.parametrize(("caret", "kept"), [(-3, 0), (99, 2), (1, 1)])
def test_a_caret_outside_the_text_is_put_inside(caret: int, kept: int, drafts: Drafts) -> None:
    drafts.put((Draft(ROW, "ab", 0),))
    written(drafts, json.dumps({"place": None, "drafts": [{"path": ROW, "raw": "ab", "caret": caret}]}).encode())
    draft = half_typed(drafts)
    assert draft is not None
    assert draft.caret == kept


def test_files_are_private_whatever_the_umask(drafts: Drafts) -> None:
    before = os.umask(0)
    try:
        drafts.put((Draft(ROW, "x", 1),))
        drafts.put((Draft(ROW, "xy", 1),))
    finally:
        os.umask(before)
    for path in drafts.files:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(drafts.files[0].parent.stat().st_mode) == 0o700


def test_a_disk_that_takes_nothing_is_told_and_typing_goes_on(drafts: Drafts) -> None:
    drafts.put((Draft(ROW, "a", 1),))
    with standing_in(Seam(at=0, moment="error", error=28)):
        assert isinstance(drafts.put((Draft(ROW, "ab", 2),)), Fault)
    assert drafts.put((Draft(ROW, "ab", 2),)) is None
    assert half_typed(drafts) == Draft(ROW, "ab", 2)


def test_nothing_is_written_when_nothing_changed(drafts: Drafts) -> None:
    drafts.put((Draft(ROW, "a", 1),))
    assert calls_of(lambda: drafts.put((Draft(ROW, "a", 1),))) == 0
    assert calls_of(lambda: drafts.move(PLACE)) > 0
    drafts.put(())
    assert calls_of(lambda: drafts.put(())) == 0


def test_a_keystroke_is_one_write_and_makes_no_file(drafts: Drafts) -> None:
    for number in range(2):
        drafts.put((Draft(ROW, str(number), 1),))
    with standing_in(Seam()) as seam:
        drafts.put((Draft(ROW, "x", 1),))
        drafts.move(PLACE)
    assert [name for name, _ in seam.log] == ["write", "write"]


def test_a_keystroke_costs_less_than_replacing_a_file(drafts: Drafts) -> None:
    ours, bare = [], []
    for length in range(300):
        draft = Draft(ROW, "字" * (length % 40) + str(length), 1)
        began = time.perf_counter()
        drafts.put((draft,))
        ours.append(time.perf_counter() - began)
        began = time.perf_counter()
        temp = drafts.files[0].with_suffix(".bare")
        temp.write_text(draft.raw)
        temp.replace(temp.with_suffix(".there"))
        bare.append(time.perf_counter() - began)
    assert sorted(ours)[150] < sorted(bare)[150]
