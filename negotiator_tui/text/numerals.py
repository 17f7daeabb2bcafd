"""Numbers as people write them: full width, Chinese, with 万 and 千, with commas; read exactly."""

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction

from negotiator_tui.text.fault import Fault, fault

LONGEST = 60  # characters in one written value; also bounds every computation made from it

_VARIANTS = str.maketrans(
    "壹贰貳叁參肆伍陆陸柒捌玖拾佰仟〇萬億兩點個塊圓釐號後週這禮時鐘剛現錢筆幣。、−–—‐‑‒×✕╳÷",
    "一二二三三四五六六七八九十百千零万亿两点个块圆厘号后周这礼时钟刚现钱笔币.,------***/",
)
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2}
_UNITS = {"亿": 10**8, "万": 10**4, "w": 10**4, "千": 1000, "k": 1000, "百": 100, "十": 10}
_ARABIC = re.compile(r"[0-9]+(?:\.[0-9]*)?|\.[0-9]+")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]*)?")
_COMMAS = re.compile(r"[0-9.,]*,[0-9.,]*")

NUMERAL_CHARACTERS = "0-9.,wk" + "".join(_DIGITS) + "亿万千百十点"
"""For a regular expression's character class: everything a number may be written with."""


def normal(raw: str) -> str | Fault:
    """The text as the parsers read it: half width, lower case, one way to write each sign, single spaces.

    Faults: `empty`, `too-long`. Superscripts, circled figures and fractions become unreadable rather than plain digits.
    """
    if len(raw) > LONGEST:
        return fault("too-long")
    plain = "".join("\ufffd" if unicodedata.category(c) == "No" else c for c in raw)
    text = " ".join(unicodedata.normalize("NFKC", plain).lower().translate(_VARIANTS).split())
    if len(text) > LONGEST:
        return fault("too-long")
    return text or fault("empty")


def ungrouped(text: str) -> str | None:
    """The number without its commas; None if they do not stand before groups of three, as in `1,2000` or `1,23`.

    Groups of four (万) are refused too: `1,2000` is as often a slip for 1,200 as it is a way to write 12,000.
    """
    for run in _COMMAS.findall(text):
        if not _GROUPED.fullmatch(run):
            return None
    return text.replace(",", "")


def numeral(text: str, *, spoken: bool = True) -> Fraction | None:
    """The exact value of one number without commas: `12.5`, `1.2万`, `十二`, `一万二`, `三千零五`, `四点五`.

    `spoken` allows a last digit without its unit: 一万二 is 12,000 and 三千五 is 3,500, as people say it. None if it
    cannot be read in one way only (`1万20`, `三五`).
    """
    if _ARABIC.fullmatch(text):
        return Fraction(text)
    whole, point, decimals = text.partition("点")
    if point and decimals and all(c in _DIGITS for c in decimals):
        front = numeral(whole, spoken=False)
        if front is None or front.denominator != 1:
            return None
        return front + Fraction(int("".join(str(_DIGITS[c]) for c in decimals)), 10 ** len(decimals))
    for unit, size in _UNITS.items():
        if unit in text:
            return _with_unit(text, unit, size, spoken=spoken)
    return Fraction(_DIGITS[text]) if text in _DIGITS else None


def _with_unit(text: str, unit: str, size: int, *, spoken: bool) -> Fraction | None:
    head, _, tail = text.partition(unit)
    count = Fraction(1) if unit == "十" and not head else numeral(head, spoken=False)
    if count is None or (tail and count.denominator != 1):
        return None
    if size < 10**4 and head and not _ARABIC.fullmatch(head) and head not in _DIGITS and "点" not in head:
        return None  # 十二千
    rest = _after_unit(tail, size, spoken=spoken)
    return None if rest is None else count * size + rest


def _after_unit(tail: str, size: int, *, spoken: bool) -> Fraction | None:
    if not tail:
        return Fraction(0)
    if tail in _DIGITS or re.fullmatch("[0-9]", tail):
        step = 1 if size == 10 else size // 10
        digit = numeral(tail)
        return None if digit is None or not digit or (step > 1 and not spoken) else digit * step
    if tail[0] == "零":
        rest = numeral(tail[1:], spoken=False) if tail[1:] not in ("", "零") else None
        return rest if rest is not None and 0 < rest < size // 10 else None
    if tail.isdigit() and len(tail) != len(str(size)) - 1:
        return None  # 1万20
    rest = numeral(tail, spoken=spoken)
    return rest if rest is not None and 0 < rest < size else None


def exact(value: Fraction, places: int) -> Decimal | None:
    """The value as a Decimal with exactly `places` decimals; None if it has more."""
    scaled = value * 10**places
    return Decimal(f"{scaled.numerator}e-{places}") if scaled.denominator == 1 else None
