"""What the two halves of the made-up case share: days counted from another, and ids."""

from calendar import monthrange
from datetime import date
from typing import TypeVar

from negotiator_tui.case.base import Item
from negotiator_tui.case.case import PREFIXES

T = TypeVar("T", bound=Item)


def months_after(day: date, months: int) -> date:
    """The same day `months` later (or earlier, below zero), or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_of(day: date) -> str:
    """The month a day is in, `YYYY-MM`."""
    return day.isoformat()[:7]


def numbered(name: str, *items: T) -> tuple[T, ...]:
    """The items of list `name` with their ids, in order."""
    return tuple(item.model_copy(update={"id": f"{PREFIXES[name]}{n}"}) for n, item in enumerate(items, 1))
