"""What counts and is not in the file yet is there again."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.case.edit import added, edited, removed
from negotiator_tui.storage.locations import Locations
from negotiator_tui.storage.session import Refused, Session, open_session, save_copy
from negotiator_tui.storage.unsaved import Unsaved
from negotiator_tui.text.fault import Fault

DEMO = demo_case(date(2026, 11, 23))


def answered(case: Case, path: tuple[str, ...], value: Any) -> Case:
    made = edited(case, path, value)
    assert not isinstance(made, Fault)
    return made


def grown(case: Case, list_name: str, **answers: Any) -> Case:
    made = added(case, list_name, **answers)
    assert not isinstance(made, Fault)
    return made[0]


def again(unsaved: Unsaved, saved: Case, sha256: str) -> Case:
    """What a program that starts now finds."""
    return Unsaved(unsaved.files[0]).begin(saved, sha256)


@pytest.fixture
def unsaved(tmp_path: Path) -> Unsaved:
    made = Unsaved(tmp_path / "key")
    made.begin(DEMO, "one")
    return made


CHANGES: dict[str, Callable[[Case], Case]] = {
    "an answer of a table": lambda case: answered(case, ("first", "cash_at_hand"), Decimal("12.30")),
    "an answer taken back": lambda case: answered(case, ("first", "cash_at_hand"), None),
    "an answer of an item": lambda case: answered(case, ("debts", "d2", "outstanding"), Decimal("20999.99")),
    "an item": lambda case: grown(case, "costs", name="电费", amount=Decimal("80.00")),
    "an item that points at another": lambda case: grown(case, "contacts", debt="d1", at=datetime(2026, 11, 23, 9, 0)),
    "an item gone with its parts": lambda case: removed(case, ("plans", case.plans[0].id)),
    "items in another order": lambda case: case.model_copy(update={"debts": case.debts[::-1]}),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_there_again(change: Callable[[Case], Case], unsaved: Unsaved) -> None:
    now = change(DEMO)
    assert unsaved.keep(now) is None
    assert again(unsaved, DEMO, "one") == now


@given(st.lists(st.sampled_from(list(CHANGES.values())), max_size=6))
def test_any_changes_are_there_again(
    tmp_path_factory: pytest.TempPathFactory, changes: list[Callable[[Case], Case]]
) -> None:
    unsaved = Unsaved(tmp_path_factory.mktemp("unsaved") / "key")
    now = unsaved.begin(DEMO, "one")
    for change in changes:
        if now.plans or change is not CHANGES["an item gone with its parts"]:
            now = change(now)
        unsaved.keep(now)
    assert again(unsaved, DEMO, "one") == now


def test_what_belongs_to_another_file_is_left_alone(unsaved: Unsaved) -> None:
    unsaved.keep(CHANGES["an item"](DEMO))
    assert again(unsaved, DEMO, "two") is DEMO


def test_a_kill_on_either_side_of_the_replacing_loses_nothing(unsaved: Unsaved) -> None:
    first = CHANGES["an item"](DEMO)
    second = CHANGES["an answer of a table"](first)
    unsaved.keep(first)
    unsaved.writing("two")
    unsaved.keep(second)
    assert again(unsaved, DEMO, "one") == second
    assert again(unsaved, first, "two") == second
    unsaved.saved(first)
    assert again(unsaved, first, "two") == second
    assert again(unsaved, DEMO, "one") is DEMO


def test_nothing_is_kept_once_all_is_saved(unsaved: Unsaved) -> None:
    now = CHANGES["an item"](DEMO)
    unsaved.keep(now)
    unsaved.writing("two")
    unsaved.saved(now)
    assert again(unsaved, now, "two") is now
    assert "电费" not in unsaved.files[0].read_bytes()[:16].decode("latin-1")


def test_another_file_taken_over_ends_what_was_not_saved(unsaved: Unsaved) -> None:
    unsaved.keep(CHANGES["an item"](DEMO))
    unsaved.adopt(DEMO, "three")
    assert again(unsaved, DEMO, "three") is DEMO


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"files": 1}', b'{"files": ["one"], "tables": [], "lists": {}, "text": "x ="}',
                b'{"files": ["one"], "tables": ["first"], "lists": {"debts": {}}, "text": "schema = 1"}',
                b'{"files": ["one"], "tables": [], "lists": {"debts": {"gone": [], "order": ["d9"]}}, "text": "schema = 1"}']
)  # fmt: skip
def test_damaged_content_changes_nothing(content: bytes, tmp_path: Path) -> None:
    unsaved = Unsaved(tmp_path / "key")
    unsaved._twin.keep(content)
    assert again(unsaved, DEMO, "one") is DEMO


def test_a_case_opens_with_what_was_not_saved(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    save_copy(DEMO, path)
    here = Locations(tmp_path / "c", tmp_path / "d", tmp_path / "s")

    def opened() -> Session:
        session = open_session(path, here, now=lambda: datetime(2026, 11, 23, 12, 0), on_result=lambda _result: None)
        assert not isinstance(session, Refused)
        return session

    session = opened()
    assert session.unsaved is not None
    assert session.lock is not None
    now = CHANGES["an item"](session.case)
    session.unsaved.keep(now)
    session.lock.release()  # as a killed program leaves it
    session = opened()
    assert session.case == now
    assert [notice.code for notice in session.notices] == ["storage.unsaved-back"]
    session.close(5)
    session = opened()
    assert session.case == now
    assert not session.notices
    session.close(5)
