"""The calendar: read by another program it has the same days, reminders, and nobody's name."""

import re
from datetime import date, timedelta
from typing import Any

import icalendar
import pytest
import vobject

from negotiator_tui.case.case import Case
from negotiator_tui.case.edit import added, edited
from negotiator_tui.documents.as_ics import as_ics, uid
from negotiator_tui.documents.calendar import Day, calendar_days

from .cases import TODAY, demo

SHOWN = ("zh_Hans", "zh_Hant", "en")


def _read(data: bytes) -> list[Any]:
    """The events as vobject reads them, which shares nothing with icalendar."""
    found: list[Any] = vobject.readOne(data.decode()).vevent_list
    return found


def _by_key(case: Case, **more: Any) -> dict[str, Day]:
    return {each.key: each for each in calendar_days(case, TODAY, "en", **more)}


def test_another_reader_finds_the_same_days_titles_and_reminders() -> None:
    days = calendar_days(demo(), TODAY, "zh_Hans", names=True)
    events = _read(as_ics(days, TODAY, "zh_Hans", "面馆"))
    assert [(each.dtstart.value, each.summary.value, each.uid.value) for each in events] == [
        (each.day, each.title, uid(each, "面馆")) for each in days
    ]
    for event in events:
        assert event.dtend.value - event.dtstart.value == timedelta(days=1)
        before = [alarm.trigger.value for alarm in event.valarm_list]
        assert before == [timedelta(days=-7, hours=9), timedelta(days=-1, hours=9)]
        assert event.dtstart.params["VALUE"] == ["DATE"]  # no clock, so no zone moves it


def test_payments_answers_and_court_days_are_there() -> None:
    found = _by_key(demo())
    assert found["payments.y3"].title == "Pay 650.00 yuan"
    assert found["contacts.k7.answer_due.answer"].day == date(2026, 11, 27)
    assert found["court.j1.answered_on.payment-order"].day == date(2026, 12, 5)
    assert found["debts.d1.2026-11"].title == "Due by contract: 4,359.63 yuan"
    assert found["terms.t1.1"].tentative
    assert not found["payments.y3"].tentative
    assert len([key for key in found if key.startswith("payments.")]) == 12  # two of fourteen are paid


def test_of_a_contract_only_the_next_payment_and_none_that_is_over() -> None:
    found = calendar_days(demo(), TODAY, "en")
    assert len([each for each in found if each.key.startswith("debts.d1.")]) == 1
    assert min(each.day for each in found) >= TODAY


def test_nobody_is_named_unless_that_is_wanted() -> None:
    names = [name for each in demo().debts for name in (each.name, each.lender) if name]
    quiet = as_ics(calendar_days(demo(), TODAY, "zh_Hans"), TODAY, "zh_Hans").decode().replace("\r\n ", "")
    assert not [name for name in names if name in quiet]
    assert "支付令" not in quiet
    said = as_ics(calendar_days(demo(), TODAY, "zh_Hans", names=True), TODAY, "zh_Hans").decode().replace("\r\n ", "")
    assert "老何粮油" in said
    assert "支付令" in said


def test_a_day_that_moves_keeps_its_uid_and_cases_do_not_share_any() -> None:
    moved = edited(demo(), ("payments", "y3", "due"), date(2026, 12, 14))
    before, after = _by_key(demo())["payments.y3"], _by_key(moved)["payments.y3"]
    assert (before.day, after.day) == (date(2026, 12, 11), date(2026, 12, 14))
    assert uid(before, "a") == uid(after, "a") != uid(after, "b")
    assert len({uid(each) for each in _by_key(demo()).values()}) == len(_by_key(demo()))


def test_two_days_of_one_thing_are_known_apart() -> None:
    case, _ = added(demo(), "debts", shape="pawn", name="金链子", pledge_until=TODAY + timedelta(days=3))
    pawned = [each for each in calendar_days(case, TODAY, "en") if "pledge_until" in each.key]
    assert [each.day for each in pawned] == [TODAY + timedelta(days=3), TODAY + timedelta(days=8)]
    assert len({uid(each) for each in pawned}) == 2


@pytest.mark.parametrize("lang", SHOWN)
def test_lines_are_folded_ended_and_say_nothing_of_the_maker(lang: Any) -> None:
    data = as_ics(calendar_days(demo(), TODAY, lang, names=True), TODAY, lang)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert b"negotiator" not in data.lower()
    assert data == as_ics(calendar_days(demo(), TODAY, lang, names=True), TODAY, lang)
    assert icalendar.Calendar.from_ical(data).walk("VEVENT")


def test_foreign_text_cannot_add_lines_to_the_calendar() -> None:
    tricky = "a\r\nEND:VEVENT\nX-EVIL:1;b,c\\n\u202e\x07" + "很长" * 60
    (event,) = _read(as_ics([Day("k", TODAY, tricky, tricky)], TODAY, "en"))
    assert event.summary.value == re.sub("[\u202e\x07]", "\ufffd", re.sub("(\r\n|\n)", " ", tricky))
    assert not hasattr(event, "x_evil")


def test_a_case_without_days_has_none() -> None:
    assert calendar_days(Case(), TODAY, "en") == ()


def test_the_last_day_there_is_has_an_end() -> None:
    assert b"99991231" in as_ics([Day("k", date.max, "t", "")], TODAY, "en")
