"""Days, months and times as people write them. "Today" is always an argument; nothing here asks the clock."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from negotiator_tui.text.days import (
    BEFORE_AFTER,
    NEAR,
    Prefer,
    chosen,
    day_of,
    months_on,
    plain,
    read_day,
    year_of,
)
from negotiator_tui.text.fault import Fault, fault

_YEAR_AND_MONTH = r"(?P<year>[0-9]{4,6}[-/.]|(?:[0-9]{2}|[0-9]{4,6}|[前去今本明后])年)(?P<month>[0-9]{1,2})月?"
_SIX_FIGURES = "(?P<year>[0-9]{4})(?P<month>[0-9]{2})"
_MONTH = "(?P<month>[0-9]{1,2})月?"
_NEAR_MONTH = "(?P<near>上上?|[这本]|下下?)个?月|(?P<count>[0-9]{1,4})个?月[以之]?(?P<side>[前后])"
_MONTHS = "(?P<first>[0-9]{1,2})月?(?:[-~到至](?P<last>[0-9]{1,2})月?)?"
_TIME = (
    "(?:(?P<part>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上)|(?<![0-9]))(?P<hour>[0-9]{1,2})"
    "(?::(?P<minute>[0-9]{2})(?::[0-9]{2})?|[点时](?:(?P<spoken>[0-9]{1,2})分?|(?P<fraction>半|1刻|3刻)|钟)?)$"
)
_AGO = "(?P<count>[0-9]{1,4}|半)个?(?P<unit>分钟|小时)[以之]?(?P<side>[前后])"
_JOINED = {
    "今早": "今天早上",
    "今晚": "今天晚上",
    "昨早": "昨天早上",
    "昨晚": "昨天晚上",
    "明早": "明天早上",
    "明晚": "明天晚上",
}
_FRACTIONS = {"半": 30, "1刻": 15, "3刻": 45}


def _same(*hours: int) -> dict[int, int]:
    return {hour: hour for hour in hours}


def _later(*hours: int) -> dict[int, int]:
    return {said: hour + 12 for hour in hours for said in (hour, hour + 12)}


_HOURS = {  # part of the day: the hours people say with it, and which of 24 they are
    **{part: _same(*range(4, 13)) for part in ("清晨", "早上", "早晨", "上午")},
    "凌晨": {12: 0} | _same(*range(7)),
    "中午": _same(11, 12) | _later(1, 2),
    **{part: {12: 12} | _later(*range(1, 8)) for part in ("下午", "傍晚")},
    "晚上": _later(*range(5, 12)),
}


def parse_date(raw: str, today: date, prefer: Prefer = "any", *, ends: bool = False) -> date | Fault:
    """A day from 1990 to 2100: `2026-12-05`, `20261205`, `12-5`, `12月5日`, `5号`, `3天前`, `下周三`, `月底`.

    A day without its year or month is the nearest one to today (of two equally near, the coming one); the latest one
    up to today for "past", the first one from today on for "future". The order is always year, month, day:
    `03/04/2025` is refused, and so is a two-figure year more than ten years back or forty ahead.
    A month alone is its last day where an end is asked for (`ends`), and a day too few anywhere else.
    Faults: `date-unclear`, `date-no-day`, `date-impossible`, `date-range`, `empty`, `too-long`.
    """
    text = plain(raw)
    if isinstance(text, Fault):
        return text
    found = read_day(text, today, prefer)
    if isinstance(found, date):
        return found
    month = parse_month(raw, today, prefer) if found == "date-unclear" and not text.isdecimal() else None
    if not isinstance(month, str):
        return fault(found, text=raw)
    year, number = map(int, month.split("-"))
    return date(year, number, monthrange(year, number)[1]) if ends else fault("date-no-day", text=raw)


def parse_month(raw: str, today: date, prefer: Prefer = "any") -> str | Fault:
    """A month as `YYYY-MM`: `2026-06`, `202606`, `2026年6月`, `6月`, `去年6月`, `上个月`, `3个月前`, or any day in it.

    A month without its year is chosen as `parse_date` chooses. Faults: `month-unclear`, `date-range`, `empty`,
    `too-long`.
    """
    text = plain(raw)
    if isinstance(text, Fault):
        return text
    text = text.replace("月份", "月")
    unclear = fault("month-unclear", text=raw)
    if match := re.fullmatch(_YEAR_AND_MONTH, text) or re.fullmatch(_SIX_FIGURES, text):
        year = year_of(match["year"].rstrip("-/."), today)
        found = "month-unclear" if year is None else day_of(year, int(match["month"]), 1)
    elif match := re.fullmatch(_NEAR_MONTH, text):
        ahead = NEAR[match["near"]] if match["near"] else int(match["count"]) * BEFORE_AFTER[match["side"]]
        found = day_of(*months_on(today.year, today.month, ahead), 1)
    elif match := re.fullmatch(_MONTH, text):
        months = (day_of(today.year + ahead, int(match["month"]), 1) for ahead in (-1, 0, 1))
        found = chosen(months, today.replace(day=1), prefer)
    else:
        found = read_day(text, today, prefer)
    if isinstance(found, date):
        return format_month(found)
    return fault(found, text=raw) if found == "date-range" else unclear


def parse_months(raw: str) -> tuple[int, ...] | Fault:
    """Months of the year, 1 to 12, in order and once each: `1-3,12`, `1月、2月`, `11-2` (round the year), `每月`.

    Faults: `months-unclear`, `empty`, `too-long`.
    """
    text = plain(re.sub(r"(?<=[\d月])\s+(?=\d)", ",", raw))
    if isinstance(text, Fault):
        return text
    if text in ("每月", "每个月", "全年"):
        return tuple(range(1, 13))
    months: set[int] = set()
    for part in re.split("[,;和及]", text.replace("月份", "月")):
        match = re.fullmatch(_MONTHS, part)
        first, last = (int(match["first"]), int(match["last"] or match["first"])) if match else (0, 0)
        if not (1 <= first <= 12 and 1 <= last <= 12):
            return fault("months-unclear", text=raw)
        months.update((first - 1 + step) % 12 + 1 for step in range((last - first) % 12 + 1))
    return tuple(sorted(months))


def parse_moment(raw: str, now: datetime, prefer: Prefer = "any") -> datetime | Fault:
    """A local time to the minute, naive as `now` is: `14:30`, `今天 14:30`, `昨天下午3点`, `12-5 9:00`, `刚才`, ISO.

    Without a day it is today's; the day is read as `parse_date` reads it. A day without a time, and a time that can
    be meant in two ways (晚上12点), are refused. Faults: `moment-unclear`, `date-impossible`, `date-range`, `empty`,
    `too-long`.
    """
    text = plain(re.sub("(?<=[0-9])[Tt](?=[0-9])", " ", raw))
    if isinstance(text, Fault):
        return text
    unclear = fault("moment-unclear", text=raw)
    minute = now.replace(second=0, microsecond=0, tzinfo=None)
    if text in ("现在", "刚才", "刚刚"):
        return minute
    if match := re.fullmatch(_AGO, text):
        count = 30 if match["count"] == "半" else int(match["count"]) * 60
        step = count if match["unit"] == "小时" else count // 60
        return minute + timedelta(minutes=step * BEFORE_AFTER[match["side"]])
    for joined, apart in _JOINED.items():
        text = text.replace(joined, apart)
    match = re.search(_TIME, text)
    clock = _time(match) if match else None
    if match is None or clock is None:
        return unclear
    before = text[: match.start()].rstrip("-的,")
    if not before:
        return datetime.combine(minute, clock)
    day = read_day(before, now.date(), prefer)
    if isinstance(day, date):
        return datetime.combine(day, clock)
    return unclear if day == "date-unclear" else fault(day, text=raw)


def _time(match: re.Match[str]) -> time | None:
    hour = int(match["hour"])
    minute = int(match["minute"] or match["spoken"] or _FRACTIONS.get(match["fraction"], 0))
    said = _HOURS[match["part"]].get(hour) if match["part"] else hour
    return time(said, minute) if said is not None and said < 24 and minute < 60 else None


def format_months(months: Iterable[int]) -> str:
    """`1-3,12`, as `parse_months` reads it; empty for none."""
    runs: list[list[int]] = []
    for month in sorted(set(months)):
        if runs and month == runs[-1][-1] + 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    return ",".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def format_date(day: date) -> str:
    """`2026-12-05`."""
    return day.isoformat()


def format_month(day: date) -> str:
    """The month a day is in, `2026-12`."""
    return day.isoformat()[:7]


def format_moment(moment: datetime) -> str:
    """`2026-12-05 14:30`."""
    return moment.replace(tzinfo=None).isoformat(" ", "minutes")
