"""Days as .ics for the calendar of a phone: whole days with reminders, known again when they are read in anew."""

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from negotiator_tui.documents.calendar import Day
from negotiator_tui.text.clean import clean
from negotiator_tui.text.language import N_, Lang, t

REMINDERS = (7, 1)
"""Days before, at nine in the morning: a whole day begins at midnight, and nobody is to be woken."""
_AT = timedelta(hours=9)
_ZONE = "Asia/Shanghai"
_MAKER = "-//calendar//EN"
"""The format wants a maker; nobody has to know which."""
_FIRST = date(2020, 1, 1)
_LONGEST = 500


def as_ics(days: Iterable[Day], today: date, lang: Lang, own: str = "") -> bytes:
    """The days as the bytes of a calendar file (RFC 5545); the same days, `today` and `own` give the same bytes.

    `own` tells the days of one case from those of another, as the name of its file does: read in again under the same
    name they take the place of the old ones. A whole day has no time zone: it is the same date wherever the phone is.
    """
    import icalendar

    book = icalendar.Calendar()
    book.add("prodid", _MAKER)
    book.add("version", "2.0")
    book.add("calscale", "GREGORIAN")
    book.add("method", "PUBLISH")
    book.add("x-wr-calname", t(lang, N_("Days to keep")))
    book.add("x-wr-timezone", _ZONE)
    for each in days:
        event = icalendar.Event()
        title = clean(each.title, limit=_LONGEST)
        event.add("uid", uid(each, own))
        event.add("dtstamp", datetime.combine(today, time(), UTC))
        event.add("sequence", max(0, (today - _FIRST).days))
        event.add("dtstart", each.day)
        event.add("dtend", _next(each.day))
        event.add("summary", title)
        event.add("description", clean(each.text, multiline=True, limit=_LONGEST))
        event.add("class", "PRIVATE")
        event.add("transp", "TRANSPARENT")
        event.add("status", "TENTATIVE" if each.tentative else "CONFIRMED")
        for before in REMINDERS:
            alarm = icalendar.Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", title)
            alarm.add("trigger", _AT - timedelta(days=before))
            event.add_component(alarm)
        book.add_component(event)
    data: bytes = book.to_ical()
    return data


def uid(day: Day, own: str = "") -> str:
    """What a calendar knows the day by: it says nothing and stays the same."""
    known = hashlib.sha256("\n".join((own, day.key)).encode()).hexdigest()
    return f"{known[:32]}@calendar"


def _next(day: date) -> date:
    """The day after, where there is one: the end of a whole day is not part of it."""
    return day + timedelta(days=1) if day < date.max else day
