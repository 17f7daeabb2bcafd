"""Amounts, days and numbers as they stand in a document."""

from datetime import date
from decimal import Decimal
from itertools import count

from negotiator_tui.documents.document import Heading
from negotiator_tui.documents.templates import say, word
from negotiator_tui.text.amounts import format_amount
from negotiator_tui.text.clean import clean

_BANKS = ("银行", "信用社", "農信", "农信", "銀行", "bank")


def money(amount: Decimal, *, about: bool = False) -> str:
    """`1,000.00`, and `约 1,000.00` where it is a guess. Without its unit."""
    return word("about", amount=format_amount(amount)) if about else format_amount(amount)


def day_text(day: date) -> str:
    """`2026年12月5日`."""
    return word("day", year=str(day.year), month=str(day.month), day=str(day.day))


def month_text(month: str) -> str:
    """A month written `YYYY-MM`, as `2026年12月`."""
    year, _, number = month.partition("-")
    return word("month", year=year, month=str(int(number)))


def numeral(number: int) -> str:
    """1 to 99 as Chinese numerals, as exhibits are numbered; larger ones in figures."""
    digits = word("digits")
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    front = "" if not tens else digits[10] if tens == 1 else digits[tens] + digits[10]
    return front + (digits[ones] if ones else "")


class Parts:
    """The titles of a document's parts, numbered as they come: a part may be left out."""

    def __init__(self, template: str) -> None:
        self._template = template
        self._numbers = count(1)

    def title(self, name: str) -> Heading:
        """The title of the next part."""
        return Heading(say(self._template, name, n=numeral(next(self._numbers))))


def you(lender: str | None) -> str:
    """How a letter speaks to a lender: as a bank, else as a company."""
    is_bank = any(mark in (lender or "").lower() for mark in _BANKS)
    return word("you-bank" if is_bank else "you-company")


def sentence_end(text: str) -> str:
    """The text without the full stop it may end with, so that a sentence can go on."""
    return text.strip().rstrip("。.；;，,！!")


def short(text: str, most: int) -> str:
    """The text in one line of at most so many characters, with a mark where something is left out."""
    line = clean(text)
    return line if len(line) <= most else line[: most - 1] + "…"
