"""The question that a field carries: the one declaration a row, its help, the review and the printed sheet are made from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

Level = Literal["first", "more"]


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked for a field, as English msgids.

    `when` takes the table or item the field stands in and says whether the question applies to it.
    `level` "more" folds the row away until asked for. `column` is the width in cells the answer needs where
    its list is edited in place (0: not a column there). `prefer` is the side of today a date without a year
    is read on. `lender` is the question to put to the lender when the borrower does not know.
    """

    label: str
    help: str = ""
    unit: str = ""
    when: Callable[[Any], bool] | None = None
    level: Level = "first"
    required: bool = False
    column: int = 0
    prefer: Literal["any", "past", "future"] = "any"
    ends: bool = False
    """Whether the day asked for ends something, so that a month alone means its last day."""
    signed: bool = False
    until_now: bool = False
    """Whether a time after the clock is refused: it cannot have been yet."""
    long: bool = False
    lender: str = ""
    head: str = ""
    """Title (msgid) of its column in a list, where the label is wider."""
    opens: str = ""
    """Heading (msgid) that stands over this question."""
