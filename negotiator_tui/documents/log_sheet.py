"""The contacts as a table: every entry as it was written, corrections as entries of their own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from negotiator_tui.case.case import Case, find
from negotiator_tui.case.labels import label
from negotiator_tui.case.talks import Contact
from negotiator_tui.documents.sheet import Cell, Sheet
from negotiator_tui.documents.templates import say
from negotiator_tui.documents.wording import day_text, numeral
from negotiator_tui.text.language import t

PART = "log"


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: its name, its width, what stands in it; one that is always shown stays where it is empty."""

    name: str
    width: int
    cell: Callable[[Contact], Cell]
    always: bool = False


def log_sheet(case: Case, today: date, debt_id: str | None = None) -> Sheet:
    """All contacts, or those about one debt, in their order; columns in which nothing stands are left out."""
    contacts = [each for each in case.contacts if debt_id is None or each.debt == debt_id]
    columns = [each for each in _columns(case) if each.always or any(each.cell(one) is not None for one in contacts)]
    rows = tuple(tuple(each.cell(one) for each in columns) for one in contacts)
    return Sheet(
        say(PART, "title"),
        tuple(say(PART, f"head-{each.name}") for each in columns),
        rows,
        tuple(each.width for each in columns),
        (say(PART, "about", day=day_text(today), count=str(len(contacts))),),
    )


def _columns(case: Case) -> tuple[_Column, ...]:
    numbers = {each.id: number for number, each in enumerate(case.contacts, 1)}

    def debt(one: Contact) -> Cell:
        found = find(case, "debts", one.debt) if one.debt else None
        return None if found is None else found.name or found.lender or None

    def evidence(one: Contact) -> Cell:
        found = find(case, "materials", one.evidence) if one.evidence else None
        if found is None:
            return None
        return say(PART, "exhibit", number=numeral(found.exhibit)) if found.exhibit else found.name

    def corrects(one: Contact) -> Cell:
        number = numbers.get(one.corrects or "")
        return None if number is None else say(PART, "corrects", n=str(number))

    return (
        _Column("n", 5, lambda one: numbers[one.id], always=True),
        _Column("at", 16, lambda one: one.at, always=True),
        _Column("ended", 16, lambda one: one.ended),
        _Column("debt", 11, debt, always=True),
        _Column("channel", 9, lambda one: _word(one.channel), always=True),
        _Column("caller", 9, lambda one: _word(one.caller)),
        _Column("who", 15, lambda one: one.who, always=True),
        _Column("staff_number", 8, lambda one: one.staff_number),
        _Column("number", 14, lambda one: one.number),
        _Column("said", 29, lambda one: one.said, always=True),
        _Column("promised", 23, lambda one: one.promised, always=True),
        _Column("promised_amount", 11, lambda one: one.promised_amount),
        _Column("stated_income", 11, lambda one: one.stated_income),
        _Column("reference", 13, lambda one: one.reference),
        _Column("answer_due", 11, lambda one: one.answer_due),
        _Column("asked_for", 13, lambda one: "、".join(_word(each) or "" for each in one.asked_for or ()) or None),
        _Column("third_party", 16, lambda one: one.third_party),
        _Column("threat", 15, lambda one: one.threat),
        _Column("evidence", 8, evidence),
        _Column("written", 16, lambda one: one.written),
        _Column("corrects", 12, corrects),
    )


def _word(value: StrEnum | None) -> str | None:
    return None if value is None else t("zh_Hans", label(value))
