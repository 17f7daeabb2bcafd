"""Calendar months as whole numbers, so that a span of them is plain counting."""

from calendar import monthrange
from datetime import date

HORIZON = 60
"""Months that a plan is tested over (MONEY §6)."""


def month_of(day: date) -> int:
    """The number of a date's month: years times twelve plus months, January being 0."""
    return day.year * 12 + day.month - 1


def read_month(text: str) -> int:
    """The number of a month written `YYYY-MM`."""
    year, _, number = text.partition("-")
    return int(year) * 12 + int(number) - 1


def month_text(month: int) -> str:
    """A month as `YYYY-MM`."""
    return f"{month // 12:04d}-{month % 12 + 1:02d}"


def in_year(month: int) -> int:
    """Which month of its year it is, 1 to 12."""
    return month % 12 + 1


def length(month: int) -> int:
    """How many days a month has."""
    return monthrange(month // 12, month % 12 + 1)[1]


def day_in(month: int, day: int) -> date:
    """The `day` of a month, or its last day where it is shorter."""
    return date(month // 12, month % 12 + 1, min(day, length(month)))
