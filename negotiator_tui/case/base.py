"""The types answers are made of, and the tables and items they stand in."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

LARGEST = Decimal("99999999.99")
CENT = Decimal("0.01")


def _plain_number(value: object) -> object:
    """Take numbers only as a number or a Decimal: pydantic would read text such as "1_000" too."""
    if isinstance(value, bool | str | float):
        raise ValueError("not a plain number")
    return value


def _amount(value: Decimal) -> Decimal:
    if not value.is_finite() or value.adjusted() >= 9 or abs(value) > LARGEST:
        raise ValueError("amount out of range")
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -2 and value != value.quantize(CENT):
        raise ValueError("more than two decimals")
    return abs(value.quantize(CENT)) if value == 0 else value.quantize(CENT)


def _not_negative(value: Decimal) -> Decimal:
    if value < 0:
        raise ValueError("amount below zero")
    return value


def _rate(value: Decimal) -> Decimal:
    if not value.is_finite() or value.adjusted() >= 9 or not 0 <= value <= 1000:
        raise ValueError("rate out of range")
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -8:
        raise ValueError("more than eight decimals")
    return value


def _month(value: str) -> str:
    year, _, number = value.partition("-")
    if len(value) != 7 or not (year.isascii() and year.isdigit() and number.isascii() and number.isdigit()):
        raise ValueError("not a month like 2026-12")
    if not (1990 <= int(year) <= 2100 and 1 <= int(number) <= 12):
        raise ValueError("month out of range")
    return value


def _day(value: date) -> date:
    if not 1990 <= value.year <= 2100:
        raise ValueError("date out of range")
    return value


def _moment(value: datetime) -> datetime:
    if value.tzinfo is not None:
        raise ValueError("times are local wall clock")
    return value


Signed = Annotated[Decimal, BeforeValidator(_plain_number), AfterValidator(_amount)]
"""Yuan with two decimals, at most 99,999,999.99 either way."""
Money = Annotated[Signed, AfterValidator(_not_negative)]
"""Yuan with two decimals, from 0.00 to 99,999,999.99."""
Rate = Annotated[Decimal, BeforeValidator(_plain_number), AfterValidator(_rate)]
"""Percent in the unit of the contract, 0 to 1000, at most eight decimals."""
Month = Annotated[str, AfterValidator(_month)]
"""A calendar month, `YYYY-MM`."""
Day = Annotated[date, AfterValidator(_day)]
Moment = Annotated[datetime, AfterValidator(_moment)]
"""Local wall-clock time."""
Months = Annotated[int, Field(strict=True, ge=0, le=600)]
"""A number of monthly instalments."""
Percent = Annotated[int, Field(strict=True, ge=0, le=100)]
"""A part of a whole, in percent."""
MonthNumber = Annotated[int, Field(strict=True, ge=1, le=12)]
DayNumber = Annotated[int, Field(strict=True, ge=1, le=31)]
Count = Annotated[int, Field(strict=True, ge=0, le=9999)]
Ref = Annotated[str, Field(max_length=12, pattern=r"^[a-z]+[0-9]+$")]
"""The id of an item in another list."""


class Table(BaseModel):
    """Answers that stand together. Absent is not answered; `unknown` names the fields answered "don't know"."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, str_max_length=20_000)

    unknown: tuple[str, ...] = ()
    estimated: tuple[str, ...] = ()


class Item(Table):
    """One entry of a list, with an id that is never given twice in a case."""

    id: Ref
    note: str | None = None
