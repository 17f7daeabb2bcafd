"""Days, due dates and whole months between them (MONEY §1). Days outside the calendar are None, never an error."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date


def days(first: date, last: date) -> int:
    """Days from `first` to `last`: the first day counts, the last does not. Negative if `last` is earlier."""
    return (last - first).days


def add_months(day: date, months: int, anchor: int | None = None) -> date | None:
    """The day `months` later, on `anchor` (default: the day itself) or on the last day of a shorter month.

    None if that month is outside the years 1 to 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(anchor or day.day, monthrange(year, month + 1)[1]))


def due_dates(first_due: date, count: int) -> tuple[date, ...] | None:
    """`count` monthly due dates. The anchor is the day of the first one and survives February; weekends do not matter.

    None if the last of them is outside the calendar.
    """
    dates: list[date] = []
    anchor = first_due.day
    for month in range(count):
        due = add_months(first_due, month, anchor)
        if due is None:
            return None
        dates.append(due)
    return tuple(dates)


def default_first_due(today: date) -> date:
    """One month after today; today itself at the end of the calendar."""
    return add_months(today, 1) or today


def default_start(first_due: date) -> date:
    """Where interest begins unless another day is given: one period before the first due date."""
    return add_months(first_due, -1) or first_due


def is_one_month(start: date, first_due: date) -> bool:
    """Whether a first period is exactly one month: start + 1 month = due, or due - 1 month = start.

    Both directions count, so 30 November to 31 December and 31 January to 28 February are whole months.
    """
    return add_months(start, 1) == first_due or add_months(first_due, -1) == start


def last_due_reached(known_due: date, day: date, anchor: int | None = None) -> date | None:
    """The last monthly due date on or before `day`, given any one due date (before or after `day`).

    `anchor` is the day of the month where `known_due` stands in a month too short for it.
    """
    anchor = anchor or known_due.day
    months = (day.year - known_due.year) * 12 + day.month - known_due.month
    due = add_months(known_due, months, anchor)
    if due is not None and due > day:
        due = add_months(known_due, months - 1, anchor)
    return due
