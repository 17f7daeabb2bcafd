"""Entries of the log: open for a day, then corrected by entries of their own."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator_tui.case.case import Case
from negotiator_tui.case.edit import added, edited, removed
from negotiator_tui.case.talks import OPEN_FOR, Contact, corrected, corrections_of, corrects_in, settled, talks_of

NOW = datetime.fromisoformat("2026-11-23T14:03")
DAY = timedelta(days=1)


def _contact(number: int, **answers: Any) -> Contact:
    return Contact(id=f"k{number}", **answers)


@pytest.mark.parametrize(
    ("answers", "stands"),
    [
        ({}, False),
        ({"written": NOW}, False),
        ({"written": NOW - OPEN_FOR + timedelta(minutes=1)}, False),
        ({"written": NOW - OPEN_FOR}, True),
        ({"at": NOW - DAY}, True),
        ({"at": NOW - DAY + timedelta(minutes=1)}, False),
        ({"at": NOW - 9 * DAY, "written": NOW}, False),
        ({"at": NOW, "written": NOW - 9 * DAY}, True),
    ],
)
def test_an_entry_stands_a_day_after_it_was_written(answers: dict[str, Any], stands: bool) -> None:
    assert settled(_contact(1, **answers), NOW) is stands


def test_a_call_over_midnight_is_still_open() -> None:
    late = datetime.fromisoformat("2026-11-22T23:50")
    assert not settled(_contact(1, at=late, written=late), late + timedelta(minutes=25))


def test_corrections_count_over_the_entry_and_later_ones_over_earlier() -> None:
    entry = _contact(1, debt="d1", who="客服", staff_number="10", said="先还两千")
    first = _contact(2, debt="d1", corrects="k1", staff_number="1038")
    second = _contact(3, debt="d1", corrects="k2", staff_number="10386", reference="XS")
    other = _contact(4, debt="d2")
    read, *rest = talks_of((entry, first, second, other))
    assert rest == [other]
    assert (read.id, read.who, read.said, read.staff_number, read.reference) == (
        "k1",
        "客服",
        "先还两千",
        "10386",
        "XS",
    )
    assert corrections_of((entry, first, second, other), "k1") == (first, second)
    assert corrections_of((entry, first, second, other), "k2") == (second,)
    assert corrects_in(second) == {"staff_number": "10386", "reference": "XS"}


def test_without_corrections_nothing_is_made_anew() -> None:
    contacts = (_contact(1), _contact(2))
    assert talks_of(contacts) is contacts


@pytest.mark.parametrize("links", [("k1",), ("k2", "k1"), ("k3", "k1", "k2"), ("k9",)])
def test_chains_without_a_beginning_correct_nothing(links: tuple[str, ...]) -> None:
    chained = tuple(_contact(n, corrects=link, who="x") for n, link in enumerate(links, 1))
    entry = _contact(7, who="a")
    assert talks_of((*chained, entry)) == (entry,)
    assert corrections_of((*chained, entry), "k7") == ()


_TEXT = st.none() | st.sampled_from(["客服", "先还两千", "x"])
_ANSWERS = st.fixed_dictionaries(
    {
        "who": _TEXT,
        "said": _TEXT,
        "reference": _TEXT,
        "at": st.none() | st.datetimes(datetime(2026, 1, 1), datetime(2026, 11, 23)),
    }
)


@given(st.lists(_ANSWERS, min_size=1, max_size=4), _ANSWERS, st.data())
def test_nothing_in_the_log_changes_by_a_correction(
    entries: list[dict[str, Any]], correction: dict[str, Any], data: st.DataObject
) -> None:
    """Every entry is what it was, and only the one corrected is read otherwise: in what the correction says."""
    case = Case()
    for each in entries:
        case = added(case, "contacts", **each)[0]
    chosen = data.draw(st.sampled_from(case.contacts))
    made, item_id = added(case, "contacts", corrects=chosen.id, **correction)
    assert made.contacts[:-1] == case.contacts
    assert made.contacts[-1].id == item_id
    for before, now in zip(talks_of(case.contacts), talks_of(made.contacts), strict=True):
        for name in type(before).model_fields:
            changed = before.id == chosen.id and correction.get(name) is not None
            assert getattr(now, name) == (correction[name] if changed else getattr(before, name))


def test_taking_an_entry_out_leaves_its_correction_as_an_entry() -> None:
    case = Case(contacts=(_contact(1), _contact(2, corrects="k1", who="x")))
    assert removed(case, ("contacts", "k1")).contacts == (_contact(2, who="x"),)


def test_a_correction_is_itself_an_entry_that_can_be_mended() -> None:
    case = Case(contacts=(_contact(1, who="a"), _contact(2, corrects="k1", who="b")))
    made = edited(case, ("contacts", "k2", "who"), "c")
    assert isinstance(made, Case)
    assert [each.who for each in talks_of(made.contacts)] == ["c"]
    assert corrected(made.contacts[0], ()).who == "a"
