"""Rates of interest as contracts and people write them, and multipliers."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from negotiator_tui.text.fault import Fault, fault
from negotiator_tui.text.numerals import exact, normal, numeral, ungrouped

RatePer = Literal["day", "month", "year"]

PLACES = 8
"""Decimals of a rate in percent."""
LARGEST_YEARLY = 1000
"""Percent; rates above are refused."""

_PER: dict[str, RatePer] = {"日": "day", "天": "day", "月": "month", "年": "year"}
_A_YEAR = {"day": 365, "month": 12, "year": 1, None: 1}
_BEFORE = r"^每?(?P<per>[日天月年])(?:化|综合)*(?:利率|利息|息|费率|率)?(?:为|是|:|=)?"
_AFTER = r"(?:/|每|一|\()(?P<per>[日天月年])\)?$"
_LABEL = r"^(?:利率|利息|费率)(?:为|是|:|=)?"
_SIMPLE = r"\(单利\)"
_OF = r"^(?P<base>[百千万])分之(?P<number>.+)$|^(?P<short>[千万])(?P<of_short>[^万千百十%]+)$"
_TEN_THOUSANDTHS = r"^万|.*‱$"
"""A rate in ten-thousandths is a day's, wherever a contract writes one."""
_BASES = {"百": 1, "千": 10, "万": 100}
_MARKS = {"%": 1, "‰": 10, "‱": 100}
_FEN_LI = r"(?:(?P<fen>[0-9.]+|[一二三四五六七八九十两点]+)分利?)?(?:(?P<li>[0-9.]+|[一二三四五六七八九两点]+)厘?|(?P<half>半))?"
# One 分 and one 厘 in percent, by custom: a year's 厘 is a hundredth, a month's a thousandth, a day's a ten-thousandth.
_LI_PERCENT = {"year": Fraction(1), "month": Fraction(1, 10), "day": Fraction(1, 100)}


@dataclass(frozen=True, slots=True)
class RateText:
    """A rate as written: percent in the unit of the contract, and that unit where the text names it."""

    value: Decimal
    per: RatePer | None


def parse_rate(raw: str) -> RateText | Fault:
    """A rate in percent: `0.045%`, `万4.5`, `日万分之四点五`, `年化16.2`, `16.2%/年`, `月息1.5分`, `1厘`, `千分之5`.

    A plain number is percent. Ten-thousandths without a unit are a day's, as contracts write them; 分 and 厘 without a unit are a month's, as people use them. At most eight decimals and
    1000% a year (a day's rate times 365, a month's times 12). Faults: `rate-…`, `empty`, `too-long`.
    """
    text = normal(raw)
    if isinstance(text, Fault):
        return text
    unclear = fault("rate-unclear", text=raw)
    if re.search("[0-9.] [0-9.]", text):
        return unclear
    number, before = _taken(_BEFORE, re.sub(_LABEL, "", re.sub(_SIMPLE, "", text.replace(" ", ""))))
    number, after = _taken(_AFTER, number)
    if before and after and before != after:
        return unclear
    per = before or after
    percent = _percent(number)
    if re.match(_TEN_THOUSANDTHS, number):
        per = per or "day"
    if percent is None:
        percent, per = _fen_li(number, per or "month")
    if percent is None:
        return unclear
    if percent * _A_YEAR[per] > LARGEST_YEARLY:
        return fault("rate-range")
    value = exact(percent, PLACES)
    return fault("rate-places", text=raw) if value is None else RateText(Decimal(format_rate(value)), per)


def _taken(pattern: str, text: str) -> tuple[str, RatePer | None]:
    match = re.search(pattern, text)
    return (text[: match.start()] + text[match.end() :], _PER[match["per"]]) if match else (text, None)


def _percent(text: str) -> Fraction | None:
    divisor = 1
    if match := re.fullmatch(_OF, text):
        divisor = _BASES[match["base"] or match["short"]]
        text = match["number"] or match["of_short"]
    elif text[-1:] in _MARKS:
        divisor = _MARKS[text[-1]]
        text = text[:-1]
    plain = ungrouped(text)
    value = numeral(plain, spoken=False) if plain else None
    return None if value is None else value / divisor


def _fen_li(text: str, per: RatePer) -> tuple[Fraction | None, RatePer]:
    match = re.fullmatch(_FEN_LI, text)
    if match is None or not (match["fen"] or text.endswith("厘")):
        return None, per
    fen, li = numeral(match["fen"] or "零"), numeral(match["li"] or "零")
    if fen is None or li is None or (match["fen"] and (li >= 10 or (fen.denominator > 1 and text[-1] not in "分利"))):
        return None, per
    return (fen * 10 + (5 if match["half"] else li)) * _LI_PERCENT[per], per


def parse_number(raw: str, low: int, high: int, places: int, *, unit: str = "倍") -> Decimal | Fault:
    """A number from `low` to `high` with at most `places` decimals, such as `1.5倍`; `unit` may follow it.

    Faults: `number-…`, `empty`, `too-long`.
    """
    text = normal(raw)
    if isinstance(text, Fault):
        return text
    plain = ungrouped(text.removesuffix(unit).strip())
    value = numeral(plain, spoken=False) if plain else None
    if value is None:
        return fault("number-unclear", text=raw)
    if not low <= value <= high:
        return fault("number-range", low=low, high=high)
    number = exact(value, places)
    return fault("number-places", text=raw, places=places) if number is None else Decimal(format_rate(number))


def format_rate(value: Decimal) -> str:
    """Without zeros at the end and never with an exponent: `0.045`, `16.2`, `10`. Without a unit."""
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) if value else "0"
