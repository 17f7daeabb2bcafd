"""The ways people write a day, each a pattern and what it means relative to today. `dates` is what others use."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date
from typing import Literal

from negotiator_tui.text.fault import Fault
from negotiator_tui.text.numerals import normal, numeral

Prefer = Literal["any", "past", "future"]

FIRST_YEAR, LAST_YEAR = 1990, 2100

NEAR = {"上上": -2, "上": -1, "这": 0, "本": 0, "下": 1, "下下": 2}
BEFORE_AFTER = {"前": -1, "后": 1}

_DAYS = {"大前天": -3, "前天": -2, "前日": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0,
         "明天": 1, "明日": 1, "后天": 2, "后日": 2, "大后天": 3}  # fmt: skip
_YEARS = {"前年": -2, "去年": -1, "今年": 0, "本年": 0, "明年": 1, "后年": 2}
_WEEKDAYS = {c: n for n, c in enumerate("123456")} | {"日": 6, "天": 6}
_CHINESE = re.compile("[零一二三四五六七八九十两]+")

# What a reading answers with when there is no such day: the code of a fault.
_IMPOSSIBLE, _RANGE, _UNCLEAR = "date-impossible", "date-range", "date-unclear"


def plain(raw: str) -> str | Fault:
    """`normal` text with Chinese figures turned into 0-9, a blank between figures into a hyphen, others removed."""
    text = normal(raw)
    if isinstance(text, Fault):
        return text
    text = _CHINESE.sub(lambda match: _figures(match[0]), re.sub("(?:星期|礼拜)", "周", text))
    return re.sub("(?<=[0-9]) (?=[0-9])", "-", text).replace(" ", "")


def _figures(text: str) -> str:
    if len(text) == 4 and not set(text) & set("十两"):  # 二零二六
        return "".join(str(numeral(c)) for c in text)
    value = numeral(text, spoken=False)
    return text if value is None else str(value)


def read_day(text: str, today: date, prefer: Prefer) -> date | str:
    """The day a `plain` text names, or the code of the fault in it.

    A lone number is a day of the month where it is plain on which side of today it lies.
    """
    if prefer != "any" and re.fullmatch("[0-9]{1,2}", text):
        text += "日"
    if prefer == "future":
        text = re.sub("^每个?月(?=[0-9]{1,2}[日号]$)", "", text)  # of a day that comes every month the next one
    for pattern, reading in _READINGS:
        if match := re.fullmatch(pattern, text):  # compiled when a day is first read, then kept by re
            return reading(match, today, prefer)
    return _UNCLEAR


def months_on(year: int, month: int, ahead: int) -> tuple[int, int]:
    """The year and month `ahead` months later."""
    whole = year * 12 + month - 1 + ahead
    return whole // 12, whole % 12 + 1


def year_of(text: str, today: date) -> int | None:
    """A year as written, `2026年`, `26`, `去年`; None if two figures are too far from today to be sure."""
    if text in _YEARS:
        return today.year + _YEARS[text]
    figures = text.removesuffix("年")
    if len(figures) != 2:
        return int(figures)
    year = 2000 + int(figures)
    return year if today.year - 10 <= year <= today.year + 40 else None


def chosen(days: Iterable[date | str], today: date, prefer: Prefer) -> date | str:
    """The day of several that `prefer` means; of two equally near, the coming one."""
    known = [day for day in days if isinstance(day, date)]
    if prefer == "past":
        return max((day for day in known if day <= today), default=_IMPOSSIBLE)
    if prefer == "future":
        return min((day for day in known if day >= today), default=_IMPOSSIBLE)
    return min(known, key=lambda day: (abs(day - today), day < today), default=_IMPOSSIBLE)


def day_of(year: int, month: int, day: int) -> date | str:
    """The day, or the code of the fault in it."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return _RANGE
    return date(year, month, day) if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] else _IMPOSSIBLE


def days_on(day: date, ahead: int) -> date | str:
    """The day `ahead` days later, or the code of the fault in it."""
    ordinal = day.toordinal() + ahead
    in_range = date(FIRST_YEAR, 1, 1).toordinal() <= ordinal <= date(LAST_YEAR, 12, 31).toordinal()
    return date.fromordinal(ordinal) if in_range else _RANGE


def _up_to(year: int, month: int, day: int) -> date | str:
    """The day, or the month's last one if the month is shorter."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return _IMPOSSIBLE if FIRST_YEAR <= year <= LAST_YEAR else _RANGE
    return date(year, month, min(day, monthrange(year, month)[1]))


def _full(match: re.Match[str], today: date, _: Prefer) -> date | str:
    year = year_of(match["year"], today)
    return _UNCLEAR if year is None else day_of(year, int(match["month"]), int(match["day"]))


def _month_and_day(match: re.Match[str], today: date, prefer: Prefer) -> date | str:
    month, day = int(match["month"]), int(match["day"])
    return chosen((day_of(today.year + ahead, month, day) for ahead in (-1, 0, 1)), today, prefer)


def _day_of_month(match: re.Match[str], today: date, prefer: Prefer) -> date | str:
    day = int(match["day"])
    if match["near"]:
        return day_of(*months_on(today.year, today.month, NEAR[match["near"]]), day)
    months = (months_on(today.year, today.month, ahead) for ahead in range(-2, 3))
    return chosen((day_of(year, month, day) for year, month in months), today, prefer)


def _named(match: re.Match[str], today: date, _: Prefer) -> date | str:
    return days_on(today, _DAYS[match[0]])


def _counted(match: re.Match[str], today: date, _: Prefer) -> date | str:
    count = int(match["count"]) * BEFORE_AFTER[match["side"]]
    if match["unit"] in "天日":
        return days_on(today, count)
    if match["unit"] == "周":
        return days_on(today, 7 * count)
    return _up_to(*months_on(today.year, today.month, count * (12 if match["unit"] == "年" else 1)), today.day)


def _weekday(match: re.Match[str], today: date, prefer: Prefer) -> date | str:
    ahead = _WEEKDAYS[match["weekday"]] - today.weekday()
    if near := match["near"]:
        return days_on(today, ahead + 7 * NEAR[near])
    return chosen((days_on(today, ahead + week) for week in (-7, 0, 7)), today, prefer)


def _end(match: re.Match[str], today: date, prefer: Prefer) -> date | str:
    if match["year"]:
        return day_of(today.year + _YEARS.get(match["year"], 0), 12, 31)
    if match["month"]:
        month = int(match["month"])
        return chosen((_up_to(today.year + ahead, month, 31) for ahead in (-1, 0, 1)), today, prefer)
    return _up_to(*months_on(today.year, today.month, NEAR.get(match["near"] or "", 0)), 31)


_MONTH, _DAY = "(?P<month>[0-9]{1,2})", "(?P<day>[0-9]{1,2})"
_READINGS: tuple[tuple[str, Callable[[re.Match[str], date, Prefer], date | str]], ...] = (
    (rf"(?P<year>[0-9]{{2}}|[0-9]{{4,6}})(?P<mark>[-/.]){_MONTH}(?P=mark){_DAY}", _full),
    ("(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})", _full),
    (rf"(?P<year>(?:[0-9]{{2}}|[0-9]{{4,6}}|[前去今本明后])年){_MONTH}[-/.月]{_DAY}[日号]?", _full),
    (rf"{_MONTH}[-/.]{_DAY}", _month_and_day),
    (rf"{_MONTH}月{_DAY}[日号]?", _month_and_day),
    (rf"(?:(?P<near>上上?|[这本]|下下?)个?月)?{_DAY}[日号]", _day_of_month),
    ("|".join(_DAYS), _named),
    ("(?P<count>[0-9]{1,5})个?(?P<unit>[天日周月年])[以之]?(?P<side>[前后])", _counted),
    ("(?P<near>上上?|下下?|这|本)?个?周(?P<weekday>[1-6日天])", _weekday),
    ("(?:(?P<month>[0-9]{1,2})|(?:(?P<near>上上?|[这本]|下下?)个?)?)月底|(?P<year>[去今明]?年)底", _end),
)
