"""The questions of a table or item, read off its fields."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, StrEnum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from negotiator_tui.case import base
from negotiator_tui.case.ask import Ask
from negotiator_tui.case.base import Table


class Kind(Enum):
    """How an answer is typed and shown."""

    AMOUNT = "amount"
    RATE = "rate"
    DATE = "date"
    MONTH = "month"
    MOMENT = "moment"
    MONTHS = "months"
    NUMBER = "number"
    CHOICE = "choice"
    CHOICES = "choices"
    TEXT = "text"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Question:
    """One field with its Ask, its kind and, for choices, its options."""

    name: str
    ask: Ask
    kind: Kind
    options: tuple[StrEnum, ...] = ()
    low: int = 0
    high: int = 0


@cache
def questions(table: type[Table]) -> tuple[Question, ...]:
    """All questions of a table or item, in the order they stand in the model."""
    found = []
    for name, info in table.model_fields.items():
        ask = next((part for part in info.metadata if isinstance(part, Ask)), None)
        if ask is not None:
            found.append(_question(name, ask, info.annotation))
    return tuple(found)


@cache
def question(table: type[Table], name: str) -> Question:
    """The question of one field. KeyError when the field asks nothing."""
    for each in questions(table):
        if each.name == name:
            return each
    raise KeyError(name)


def asked(answers: Table) -> tuple[Question, ...]:
    """The questions that apply to these answers as they stand."""
    return tuple(each for each in questions(type(answers)) if each.ask.when is None or each.ask.when(answers))


def _question(name: str, ask: Ask, annotation: Any) -> Question:
    inner = _without_none(annotation)
    marks = _marks(inner)
    plain = get_args(inner)[0] if get_origin(inner) is Annotated else inner
    if plain is tuple or get_origin(plain) is tuple:
        element = get_args(plain)[0]
        if isinstance(element, type) and issubclass(element, StrEnum):
            return Question(name, ask, Kind.CHOICES, tuple(element))
        return Question(name, ask, Kind.MONTHS)
    if isinstance(plain, type) and issubclass(plain, StrEnum):
        return Question(name, ask, Kind.CHOICE, tuple(plain))
    if plain is datetime:
        return Question(name, ask, Kind.MOMENT)
    if plain is date:
        return Question(name, ask, Kind.DATE)
    if plain is int:
        bounds = [part for mark in marks for part in getattr(mark, "metadata", ())]
        low = next((part.ge for part in bounds if hasattr(part, "ge")), 0)
        high = next((part.le for part in bounds if hasattr(part, "le")), 9999)
        return Question(name, ask, Kind.NUMBER, low=low, high=high)
    if plain is str:
        if inner == base.Month:
            return Question(name, ask, Kind.MONTH)
        return Question(name, ask, Kind.LONG if ask.long else Kind.TEXT)
    return Question(name, ask, Kind.RATE if inner == base.Rate else Kind.AMOUNT)


def _without_none(annotation: Any) -> Any:
    if get_origin(annotation) in {UnionType, Union}:
        return next(part for part in get_args(annotation) if part is not type(None))
    return annotation


def _marks(annotation: Any) -> tuple[Any, ...]:
    return get_args(annotation)[1:] if get_origin(annotation) is Annotated else ()
