"""Months as numbers."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from negotiator_tui.finance.months import day_in, in_year, length, month_of, month_text, read_month


def test_months_around_a_year_and_february():
    december = month_of(date(2027, 12, 31))
    assert month_text(december) == "2027-12"
    assert month_text(december + 1) == "2028-01"
    assert (in_year(december), in_year(december + 1)) == (12, 1)
    assert day_in(december + 2, 31) == date(2028, 2, 29)
    assert day_in(december + 14, 30) == date(2029, 2, 28)
    assert length(december + 2) == 29


@given(st.dates(date(1990, 1, 1), date(2110, 12, 31)))
def test_a_month_is_read_as_it_is_written(day):
    assert read_month(month_text(month_of(day))) == month_of(day)
    assert month_text(month_of(day)) == f"{day:%Y-%m}"
    assert day_in(month_of(day), day.day) == day
