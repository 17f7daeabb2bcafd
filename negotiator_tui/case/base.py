"""The types answers are made of, and the tables and items they stand in."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, core_schema

from negotiator_tui.case.ask import Ask
from negotiator_tui.text.amounts import LARGEST

CENT = Decimal("0.01")
LONGEST = 20_000
"""Characters in one text."""


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


_made: dict[object, CoreSchema] = {}


def _answer_schema(info: FieldInfo, handler: GetCoreSchemaHandler) -> CoreSchema:
    """The schema of a field's kind of answer, made at its first field."""
    marks = [mark for mark in info.metadata if not isinstance(mark, Ask)]
    kind = Annotated[(info.annotation, *marks)] if marks else info.annotation
    if kind not in _made:
        _made[kind] = handler.generate_schema(kind)
    return _made[kind]


class Table(BaseModel):
    """Answers that stand together. Absent is not answered; `unknown` names the fields answered "don't know"."""

    # Built with the case they stand in; for themselves only when one is first made by itself.
    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, str_max_length=LONGEST, defer_build=True
    )

    unknown: tuple[str, ...] = ()
    estimated: tuple[str, ...] = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: type[BaseModel], handler: GetCoreSchemaHandler) -> CoreSchema:
        """The schema pydantic would make, each kind of answer made once instead of once for each of its fields.

        Some hundred fields share some twenty kinds of answer, and the schemas are made at each start.
        """
        fields: dict[str, core_schema.ModelField] = {}
        for name, info in cls.model_fields.items():
            answer = _answer_schema(info, handler)
            if not info.is_required():
                answer = core_schema.with_default_schema(answer, default=info.default)
            fields[name] = core_schema.model_field(answer, validation_alias=info.alias, serialization_alias=info.alias)
        config = core_schema.CoreConfig(
            title=cls.__name__,
            extra_fields_behavior="forbid",
            str_max_length=LONGEST,
            validate_by_name=True,
            validate_by_alias=True,
        )
        return core_schema.model_schema(
            cls, core_schema.model_fields_schema(fields, model_name=cls.__name__), frozen=True, config=config
        )


class Item(Table):
    """One entry of a list, with an id that is never given twice in a case."""

    id: Ref
    note: str | None = None
