from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator_tui.finance.calendar import (
    add_months,
    days,
    default_first_due,
    default_start,
    due_dates,
    is_one_month,
    last_due_reached,
)

DATES = st.dates(date(1990, 1, 1), date(2100, 12, 31))


def test_the_first_day_counts_and_the_last_does_not():
    assert days(date(2026, 10, 31), date(2026, 11, 23)) == 23
    assert days(date(2026, 3, 1), date(2026, 3, 1)) == 0
    assert days(date(2024, 2, 1), date(2024, 3, 1)) == 29


def test_an_anchor_on_the_31st_survives_short_months():
    assert due_dates(date(2027, 1, 31), 5) == (
        date(2027, 1, 31),
        date(2027, 2, 28),
        date(2027, 3, 31),
        date(2027, 4, 30),
        date(2027, 5, 31),
    )


def test_a_leap_february_has_its_29th():
    assert due_dates(date(2028, 1, 30), 3) == (date(2028, 1, 30), date(2028, 2, 29), date(2028, 3, 30))


def test_a_first_due_date_in_february_anchors_there():
    assert due_dates(date(2027, 2, 28), 2) == (date(2027, 2, 28), date(2027, 3, 28))


def test_no_shift_for_weekends():
    assert due_dates(date(2026, 12, 5), 2) == (date(2026, 12, 5), date(2027, 1, 5))  # a Saturday first


@pytest.mark.parametrize(
    ("start", "due", "whole"),
    [
        ("2026-11-30", "2026-12-31", True),  # due - 1 month = start
        ("2027-01-31", "2027-02-28", True),  # start + 1 month = due
        ("2027-01-28", "2027-02-28", True),
        ("2027-01-29", "2027-02-28", True),
        ("2028-01-29", "2028-02-28", False),  # a leap year has a 29 February
        ("2027-02-28", "2027-03-31", True),
        ("2027-02-28", "2027-03-28", True),
        ("2027-02-28", "2027-03-30", True),
        ("2027-02-27", "2027-03-30", False),
        ("2026-11-23", "2026-12-31", False),
        ("2026-12-05", "2026-12-05", False),
        ("2026-10-05", "2026-12-05", False),
    ],
)
def test_what_is_exactly_one_month(start, due, whole):
    assert is_one_month(date.fromisoformat(start), date.fromisoformat(due)) is whole


def test_defaults():
    assert default_first_due(date(2027, 1, 31)) == date(2027, 2, 28)
    assert default_start(date(2026, 12, 31)) == date(2026, 11, 30)


def test_outside_the_calendar_is_none_not_an_error():
    assert add_months(date(9999, 12, 1), 1) is None
    assert add_months(date(1, 1, 1), -1) is None
    assert due_dates(date(9999, 11, 30), 3) is None
    assert default_first_due(date(9999, 12, 31)) == date(9999, 12, 31)
    assert default_start(date(1, 1, 5)) == date(1, 1, 5)


@pytest.mark.parametrize(
    ("known", "day", "reached"),
    [
        ("2026-12-20", "2026-11-23", "2026-11-20"),
        ("2026-12-23", "2026-11-23", "2026-11-23"),
        ("2026-10-31", "2026-11-29", "2026-10-31"),
        ("2026-10-31", "2026-11-30", "2026-11-30"),
        ("2026-08-31", "2027-03-30", "2027-02-28"),
    ],
)
def test_the_last_due_date_that_was_reached(known, day, reached):
    assert last_due_reached(date.fromisoformat(known), date.fromisoformat(day)) == date.fromisoformat(reached)


def test_a_due_date_in_february_can_be_given_its_anchor():
    assert last_due_reached(date(2027, 2, 28), date(2027, 3, 30), anchor=31) == date(2027, 2, 28)
    assert last_due_reached(date(2027, 2, 28), date(2027, 3, 30)) == date(2027, 3, 28)


@given(DATES, st.integers(-600, 600))
def test_months_added_land_in_the_right_month(day, months):
    later = add_months(day, months)
    assert later is not None
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


@given(DATES, DATES)
def test_the_due_date_reached_is_the_last_one(known, day):
    reached = last_due_reached(known, day)
    assert reached is not None
    assert reached <= day
    following = add_months(reached, 1, known.day)
    assert following is not None
    assert following > day
