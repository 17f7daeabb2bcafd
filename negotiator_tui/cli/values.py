"""Options as values: amounts, rates, counts, choices and days as people write them, or one sentence about why not."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from negotiator_tui.cli.faults import RefusedError, fault
from negotiator_tui.cli.options import Given
from negotiator_tui.text.amounts import parse_amount, parse_whole
from negotiator_tui.text.clean import clean
from negotiator_tui.text.dates import parse_date
from negotiator_tui.text.days import Prefer
from negotiator_tui.text.fault import Fault
from negotiator_tui.text.rates import PLACES, RatePer, parse_rate

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

RATE_PLACES = Decimal(1).scaleb(-PLACES)
"""Decimals that a rate in a case has."""


def amount(given: Given, name: str) -> Decimal | None:
    """An amount in yuan, None where the option is not given."""
    return _read(name, parse_amount(given.options[name])) if given.has(name) else None


def count(given: Given, name: str, low: int, high: int) -> int | None:
    """A whole number from `low` to `high`, such as a number of months."""
    return _read(name, parse_whole(given.options[name], low, high)) if given.has(name) else None


def day(given: Given, name: str, prefer: Prefer = "any") -> date | None:
    """A day."""
    return _read(name, parse_date(given.options[name], given.today, prefer)) if given.has(name) else None


def rate(given: Given, name: str, units: Iterable[E], default: E) -> tuple[Decimal, E] | None:
    """A rate in percent and its unit: that of --per, else the one the text names, else `default`."""
    if not given.has(name):
        return None
    found = _read(name, parse_rate(given.options[name]))
    per = choice(given, "--per", units)
    named = _unit(units, found.per)
    if per is not None and named is not None and per is not named:
        raise RefusedError(fault("cli.per-twice", text=given.options[name], per=per), name)
    return found.value, per or named or default


def _unit(units: Iterable[E], per: RatePer | None) -> E | None:
    return next((unit for unit in units if unit.value == per), None)


def choice(given: Given, name: str, options: Iterable[E]) -> E | None:
    """One of a closed list, by the word that stands in the case file."""
    if not given.has(name):
        return None
    wanted, known = given.options[name].strip().lower(), tuple(options)
    found = next((option for option in known if option.value == wanted), None)
    if found is None:
        raise RefusedError(fault("cli.choice", text=given.options[name], choices=", ".join(known)), name)
    return found


def text(given: Given, name: str, limit: int = 200, *, multiline: bool = False) -> str | None:
    """Free text, made safe; None where it is not given or empty."""
    if not given.has(name):
        return None
    return clean(given.options[name].strip(), multiline=multiline, limit=limit) or None


def _read(name: str, result: T | Fault) -> T:
    if isinstance(result, Fault):
        raise RefusedError(result, name)
    return result
