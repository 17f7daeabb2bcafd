"""What stands in one cell of a statement: amounts, days and times, currencies, as banks and apps print them."""

import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from math import isfinite
from typing import Literal

from negotiator_tui.finance.fen import to_cent
from negotiator_tui.text.clean import clean

Cell = str | int | float | Decimal | datetime | date | time | None
"""A value of a row: text in a CSV file; in a book also numbers, days and times."""

LONGEST = 200
"""Characters kept of a text in a row; order titles can be long, statements of other kinds endless."""

_CENT = Decimal("0.01")
_MONEY = r"[0-9]{1,10}(?:\.[0-9]{0,2}0*)?|[0-9]{1,3}(?:,[0-9]{3}){1,3}(?:\.[0-9]{0,2}0*)?|\.[0-9]{1,2}"
_AMOUNT = re.compile(
    rf"(?P<sign>[-+]?)(?P<currency>[A-Z]{{3}}|HK\$|[¥$])?(?P<late>[-+]?)(?P<open>\(?)(?P<number>{_MONEY})(?P<close>\)?)"
    r"(?P<after>[-+]?)(?:/?(?:元|人民币|(?P<code>[A-Z]{3})))?(?P<note>\([^()]*\))?"
)
_BLANK = re.compile(r"\s+")
_NOTHING = frozenset({"", "-", "--", "/", "—", "——", "N/A", "null", "None"})
_ORDINARY = re.compile("[ -~·—‘-”…、-。《-】一-鿿！-～￥]*")
"""Characters that `clean` leaves as they are, and nearly every cell is made of; the others are looked at one by one."""
_SAME = str.maketrans(
    {"￥": "¥", "−": "-", "－": "-", "﹣": "-", "＋": "+", "，": ",", "（": "(", "）": ")", "．": "."}
)

_DAY = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})(?:-(?P<m1>[0-9]{1,2})-(?P<d1>[0-9]{1,2})|/(?P<m2>[0-9]{1,2})/(?P<d2>[0-9]{1,2})"
    r"|\.(?P<m3>[0-9]{1,2})\.(?P<d3>[0-9]{1,2})|年(?P<m4>[0-9]{1,2})月(?P<d4>[0-9]{1,2})日?|(?P<m5>[0-9]{2})(?P<d5>[0-9]{2}))"
    r"(?:(?:[T\s]+|(?<=日))(?P<rest>.+))?"
)
_TURNED = re.compile(r"(?P<a>[0-9]{1,2})[/.-](?P<b>[0-9]{1,2})[/.-](?P<year>(?:19|20)[0-9]{2})(?:\s+(?P<rest>.+))?")
_SHORT = re.compile(r"(?P<month>[0-9]{1,2})(?:[/.-]|月)(?P<day>[0-9]{1,2})日?")
_SHORT_FIGURES = re.compile(r"(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
_CLOCK = re.compile(
    r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.[0-9]+)?)?\s*(?P<half>[AaPp][Mm])?"
    r"|(?P<h>[0-9]{2})(?P<m>[0-9]{2})(?P<s>[0-9]{2})"
)
_SERIAL = re.compile(r"[0-9]{5}(?:\.[0-9]+)?")
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - statements are in local wall clock, as the case is
_FIRST, _LAST = 1990, 2100

_CURRENCIES = {
    "CNY": "CNY", "RMB": "CNY", "人民币": "CNY", "人民币元": "CNY", "元": "CNY", "156": "CNY", "CNH": "CNY", "¥": "CNY",
    "美元": "USD", "$": "USD", "港币": "HKD", "港元": "HKD", "HK$": "HKD", "日元": "JPY", "欧元": "EUR", "英镑": "GBP",
    "澳门元": "MOP", "新台币": "TWD", "韩元": "KRW", "韩国元": "KRW", "泰铢": "THB", "新加坡元": "SGD",
    "加拿大元": "CAD", "澳大利亚元": "AUD", "新西兰元": "NZD", "瑞士法郎": "CHF", "卢布": "RUB", "840": "USD",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount as printed: signed yuan, whether a sign was printed at all, its currency if any, a note behind it."""

    value: Decimal
    signed: bool = False
    currency: str = ""
    note: str = ""


@lru_cache(maxsize=20_000)
def _text(raw: str) -> str:
    return clean(raw.strip(), limit=LONGEST).strip()


def text_of(cell: Cell) -> str:
    """A cell as clean text, at most `LONGEST` characters; a placeholder (`/`, `-`, dashes) is no text."""
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return number_text(cell)
    text = cell.strip()
    if len(text) > LONGEST or _ORDINARY.fullmatch(text) is None:
        text = _text(text)
    return "" if text in _NOTHING or (text[0] == "-" and not text.strip("-")) else text


def number_text(cell: Cell) -> str:
    """A number as it would stand in text: an id or a card's tail without `.0`."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 10**15:
        return str(int(cell))
    return "" if cell is None else _text(str(cell))


def plain(raw: str) -> str:
    """Text for comparing: full-width marks as half-width ones, no blanks."""
    return _BLANK.sub(
        "", raw.translate(_SAME) if raw.isascii() else unicodedata.normalize("NFKC", raw.translate(_SAME))
    )


def amount_of(cell: Cell) -> Sum | None:
    """The amount in a cell; None if there is none that can be read with certainty. `is_nothing` tells an empty one.

    Read: `1,234.56`, `¥12`, `+3`, `(5.00)` and `5.00-` as negative, `CNY 3.10`, a number in brackets behind it as its
    note. A book's number is rounded to the fen. Refused: nan, exponents, misplaced commas, more than two decimals.
    """
    if isinstance(cell, str):
        return _amount(cell)
    if isinstance(cell, bool) or not isinstance(cell, int | float | Decimal) or not _finite(cell):
        return None
    number = Decimal(str(cell))
    if abs(number) >= 10**10:
        return None
    value = to_cent(number)
    return Sum(value, signed=value < 0)


@lru_cache(maxsize=20_000)
def _amount(raw: str) -> Sum | None:
    if len(raw) > LONGEST:
        return None
    match = _AMOUNT.fullmatch(plain(raw))
    if match is None or bool(match["open"]) != bool(match["close"]):
        return None
    signs = [sign for sign in (match["sign"], match["late"], match["after"]) if sign]
    if len(signs) > 1 or (signs and match["open"]):
        return None
    value = Decimal(match["number"].replace(",", "")).quantize(_CENT)
    negative = signs == ["-"] or bool(match["open"])
    printed = match["currency"] or match["code"]
    currency = currency_of(printed) if printed else ""
    note = (match["note"] or "").strip("()")
    return Sum(-value if negative else value, bool(signs) or negative, currency, note)


def _finite(number: float | Decimal) -> bool:
    return number.is_finite() if isinstance(number, Decimal) else isfinite(number)


def is_nothing(cell: Cell) -> bool:
    """Whether a cell holds nothing, or a mark for nothing."""
    return cell is None or (isinstance(cell, str) and cell.strip().strip("\t") in _NOTHING)


@lru_cache(maxsize=1_000)
def currency_of(raw: str) -> str:
    """The code of a currency by its code or its Chinese name; CNY for none; the text itself if it is not known."""
    text = plain(raw).upper()
    if text in _NOTHING:
        return "CNY"
    if text in _CURRENCIES:
        return _CURRENCIES[text]
    return text if re.fullmatch("[A-Z]{3}", text) else clean(text, limit=12)


Order = Literal["", "dmy", "mdy"]
"""How a file writes days whose year stands last; "" where it is not known, and such days are not read."""


def moment_of(cell: Cell, order: Order = "", bill: date | None = None) -> datetime | None:
    """The day, and the time if there is one, in a cell; None if it cannot be read with certainty.

    Read: ISO, `2026/3/1 10:00`, `2026年3月1日`, `20260301`, a book's day or serial number; with `order` also days whose
    year stands last; with `bill`, the day a bill was made, also `03/01`, in the year before it.
    """
    if isinstance(cell, datetime):
        return cell.replace(tzinfo=None, microsecond=0) if _FIRST <= cell.year <= _LAST else None
    if isinstance(cell, date):
        return datetime(cell.year, cell.month, cell.day) if _FIRST <= cell.year <= _LAST else None  # noqa: DTZ001
    if isinstance(cell, str):
        return _moment(cell, order, bill)
    if isinstance(cell, bool) or not isinstance(cell, int | float | Decimal):
        return None
    if isinstance(cell, int | float | Decimal) and _finite(cell) and 19_900_101 <= cell <= 21_001_231:
        return _moment(str(int(cell)), order, bill)
    return _serial(float(cell)) if _finite(cell) else None


def _serial(number: float) -> datetime | None:
    if not 32_874 <= number < 73_415:  # 1990 to 2100; the false 29 February 1900 lies far before
        return None
    return _EPOCH + timedelta(seconds=round(number * 86_400))


@lru_cache(maxsize=20_000)
def _moment(raw: str, order: Order, bill: date | None) -> datetime | None:
    text = raw.strip()
    if len(text) == 19 and text[4] == text[7] == "-" and text[10] == " " and text.isascii():
        with suppress(ValueError):  # by far the commonest form, and this is by far the fastest way
            found = datetime.fromisoformat(text)
            return found if _FIRST <= found.year <= _LAST else None
    if not 3 <= len(text) <= 40:
        return None
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).strip()
    if match := _DAY.fullmatch(text):
        month, day = next((match[f"m{n}"], match[f"d{n}"]) for n in range(1, 6) if match[f"m{n}"])
        return _at(int(match["year"]), int(month), int(day), match["rest"])
    if order and (match := _TURNED.fullmatch(text)):
        first, second = int(match["a"]), int(match["b"])
        day, month = (first, second) if order == "dmy" else (second, first)
        return _at(int(match["year"]), month, day, match["rest"])
    if _SERIAL.fullmatch(text):
        return _serial(float(text))
    if bill is not None and (match := _SHORT.fullmatch(text) or _SHORT_FIGURES.fullmatch(text)):
        year = bill.year - (int(match["month"]) > bill.month)
        return _at(year, int(match["month"]), int(match["day"]), None)
    return None


def _at(year: int, month: int, day: int, rest: str | None) -> datetime | None:
    clock = clock_of(rest) if rest else time()
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return datetime.combine(found, clock) if clock is not None and _FIRST <= year <= _LAST else None


def clock_of(cell: Cell) -> time | None:
    """A time of day: `13:05`, `13:05:09`, `130509`, `1:05 PM`, a book's time; None if it is none."""
    if isinstance(cell, datetime):
        return cell.time()
    if isinstance(cell, time):
        return cell.replace(tzinfo=None)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        if 0 <= cell < 1:
            return (_EPOCH + timedelta(seconds=round(cell * 86_400))).time()
        cell = f"{int(cell):06d}" if 0 <= cell < 240_000 else ""
    match = _CLOCK.fullmatch(cell.strip()) if isinstance(cell, str) else None
    if match is None:
        return None
    hour = int(match["hour"] or match["h"])
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * (match["half"].lower() == "pm")
    minute, second = int(match["minute"] or match["m"]), int(match["second"] or match["s"] or 0)
    return time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def turned_order(texts: list[str]) -> Order:
    """The order of days whose year stands last, where the days of a column leave only one; else ""."""
    pairs = [(int(match["a"]), int(match["b"])) for text in texts if (match := _TURNED.fullmatch(text.strip()))]
    days_first, months_first = any(a > 12 for a, _ in pairs), any(b > 12 for _, b in pairs)
    return "dmy" if days_first and not months_first else "mdy" if months_first and not days_first else ""


def is_turned(text: str) -> bool:
    """Whether a text is a day whose year stands last, like 03/04/2025."""
    return bool(_TURNED.fullmatch(text.strip()))
