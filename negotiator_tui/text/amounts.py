"""Amounts of money in yuan, and whole numbers, as people write them; and how amounts are shown."""

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import floor
from types import MappingProxyType

from negotiator_tui.text.fault import Fault, fault
from negotiator_tui.text.numerals import NUMERAL_CHARACTERS, exact, normal, numeral, ungrouped

LARGEST = Decimal("99999999.99")

MONTHS: Mapping[str, int] = MappingProxyType({"期": 1, "个月": 1, "月": 1, "个": 1, "次": 1, "笔": 1, "年": 12})
DAYS: Mapping[str, int] = MappingProxyType({"天": 1, "日": 1, "号": 1})
PERCENT: Mapping[str, int] = MappingProxyType({"%": 1, "成": 10})

_BEFORE = r"^(?:=|¥|人民币|rmb|cny)"
_AFTER = r"(?:人民币|rmb|cny)?\.?$"
_SPACE_GROUP = r"(?<=[0-9]) (?=[0-9]{3}(?![0-9]))"
_SPACE = r"(?<![0-9.,]) | (?![0-9.,])"
_DIGIT = "[0-9一二三四五六七八九两]"
_TOKEN = (
    rf"(?P<number>[{NUMERAL_CHARACTERS}]+)"
    rf"(?:(?P<unit>元|圆|块钱?)(?:(?P<jiao>{_DIGIT})[角毛](?:(?P<fen>{_DIGIT})分?)?|零?(?P<only_fen>{_DIGIT})分"
    rf"|(?P<tail>{_DIGIT})(?![{NUMERAL_CHARACTERS}]))?[整正]?|(?P<small>[角毛分])|(?P<percent>%))?"
    r"|¥?(?P<sign>[-+*/()])"
)
_BARE_PARENTHESES = r"\([0-9.,]*\)"
_DATE = (
    r"(?:19|20)[0-9]{2}(?P<mark>[-/.])[01]?[0-9](?P=mark)[0-3]?[0-9]|(?:[0-9]{4}年)?[01]?[0-9]月(?:[0-3]?[0-9][日号]?)?"
)
_DAY_OF_MONTH = r"(?:0?[1-9]|1[0-2])-[0-3]?[0-9]"
_HEXADECIMAL = r"(?<![0-9.])0x"
_SMALL = {"角": 10, "毛": 10, "分": 100}


def parse_amount(raw: str, *, signed: bool = False) -> Decimal | Fault:
    """Yuan with exactly two decimals, from an amount or a sum: `12,000元`, `1.2万`, `一万二`, `3*1200+80`, `12块5`.

    Sums know + - * / ( ) and a percent that multiplies, and are computed exactly. A result of * or / is rounded half
    up to the fen; anything else with more than two decimals is refused, and so are commas that do not stand before
    groups of three, a whole amount in parentheses (accounts mean a negative by it) and an amount below zero unless
    `signed`. What is written like a day is no amount: `2026-12-05`, `12-5`; with spaces or a sign before, `12 - 5` and
    `=12-5`, it is a sum.
    Faults: `amount-…`, `empty`, `too-long`.
    """
    text = normal(raw)
    if isinstance(text, Fault):
        return text
    if re.fullmatch(_DATE, text) or re.fullmatch(_DAY_OF_MONTH, text):
        return fault("amount-date", text=raw)
    text = re.sub(_SPACE, "", re.sub(_SPACE_GROUP, ",", re.sub(_AFTER, "", re.sub(_BEFORE, "", text))))
    if re.fullmatch(_BARE_PARENTHESES, text) or re.search(_HEXADECIMAL, text):
        return fault("amount-unclear", text=raw)
    outcome = _tokens(text.replace("x", "*"))
    if isinstance(outcome, str):
        return fault(outcome, text=raw)
    try:
        value, rounded = _Sum(outcome).value()
    except _UnclearError as problem:
        return fault(problem.code, text=raw)
    return _as_amount(value, raw, rounded=rounded, signed=signed)


def _as_amount(value: Fraction, raw: str, *, rounded: bool, signed: bool) -> Decimal | Fault:
    if rounded:
        hundredths = floor(abs(value) * 100 + Fraction(1, 2))
        value = Fraction(hundredths if value > 0 else -hundredths, 100)
    if abs(value) > LARGEST:
        return fault("amount-range")
    amount = exact(value, 2)
    if amount is None:
        return fault("amount-places", text=raw)
    return fault("amount-negative") if amount < 0 and not signed else amount


_Token = str | tuple[Fraction, bool]  # a sign, or a number and whether it is a percent


def _tokens(text: str) -> list[_Token] | str:
    """The parts of a sum, or the code of what is wrong with it."""
    found: list[_Token] = []
    place = 0
    while place < len(text):
        match = re.compile(_TOKEN).match(text, place)
        if match is None:
            return "amount-unclear"
        place = match.end()
        if match["sign"]:
            found.append(match["sign"])
            continue
        plain = ungrouped(match["number"])
        if plain is None:
            return "amount-commas"
        value = numeral(plain)
        if value is None:
            return "amount-unclear"
        value /= 100 if match["percent"] else _SMALL.get(match["small"] or "", 1)
        for group, part in (("jiao", 10), ("tail", 10), ("fen", 100), ("only_fen", 100)):
            value += (numeral(match[group] or "零") or 0) / Fraction(part)
        found.append((value, bool(match["percent"])))
    return found


class _UnclearError(Exception):
    def __init__(self, code: str = "amount-unclear") -> None:
        super().__init__(code)
        self.code = code


class _Sum:
    """Reads a sum from left to right: expression = term {+|- term}; term = factor {*|/ factor}."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._place = 0
        self._rounded = False

    def value(self) -> tuple[Fraction, bool]:
        """The exact value, and whether a product or quotient may have made more decimals than were written."""
        value = self._expression()
        if self._place < len(self._tokens):
            raise _UnclearError
        return value, self._rounded

    def _taken(self, *signs: str) -> str | None:
        token = self._tokens[self._place] if self._place < len(self._tokens) else None
        if isinstance(token, str) and token in signs:
            self._place += 1
            return token
        return None

    def _expression(self) -> Fraction:
        value = -self._term() if self._taken("+", "-") == "-" else self._term()
        while sign := self._taken("+", "-"):
            value = value + self._term() if sign == "+" else value - self._term()
        return value

    def _term(self) -> Fraction:
        value, lone_percent = self._factor()
        while sign := self._taken("*", "/"):
            factor, _ = self._factor()
            if sign == "/" and not factor:
                raise _UnclearError("amount-division")
            value = value * factor if sign == "*" else value / factor
            lone_percent, self._rounded = False, True
        if lone_percent:  # 1000+5% is read in two ways
            raise _UnclearError
        return value

    def _factor(self) -> tuple[Fraction, bool]:
        if self._taken("("):
            value = self._expression()
            if not self._taken(")"):
                raise _UnclearError
            return value, False
        token = self._tokens[self._place] if self._place < len(self._tokens) else ""
        if isinstance(token, str):
            raise _UnclearError
        self._place += 1
        return token


def parse_whole(raw: str, low: int, high: int, *, units: Mapping[str, int] = MONTHS) -> int | Fault:
    """A whole number from `low` to `high`: `12`, `１２期`, `12个月`, `十二`, `2年` (24).

    `units` are the words that may follow and what each counts for: `MONTHS` (instalments, months), `DAYS` or
    `PERCENT`.
    Faults: `whole-unclear`, `whole-range`, `empty`, `too-long`.
    """
    text = normal(raw)
    if isinstance(text, Fault):
        return text
    text = text.replace(" ", "") if not re.search("[0-9] [0-9]", text) else text
    unit = max((word for word in units if text.endswith(word)), key=len, default="")
    number = text.removesuffix(unit)
    plain = ungrouped(number)
    value = Fraction(1, 2) if unit == "年" and number == "半" else numeral(plain, spoken=False) if plain else None
    if value is None or text == unit:
        return fault("whole-unclear", text=raw)
    value *= units.get(unit, 1)
    if value.denominator != 1:
        return fault("whole-unclear", text=raw)
    return int(value) if low <= value <= high else fault("whole-range", low=low, high=high)


def format_amount(amount: Decimal, *, plus: bool = False) -> str:
    """`12,000.00`; below zero with a plain `-`, above zero with a `+` if `plus`; never `-0.00`."""
    cents = amount.quantize(Decimal("0.01"), ROUND_HALF_UP) or Decimal("0.00")
    return f"{cents:+,.2f}" if plus and cents else f"{cents:,.2f}"


def format_yuan(amount: Decimal) -> str:
    """For sentences: `12,000`, and the decimals, `12,000.50`, only where there are fen. Without a unit."""
    return format_amount(amount).removesuffix(".00")
