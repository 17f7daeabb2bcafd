"""Whether what was said this time is what was said before: income, cause and amount, in talks and in letters sent."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from negotiator_tui.case.case import Case
from negotiator_tui.case.edit import Path
from negotiator_tui.case.kinds import Cause
from negotiator_tui.case.materials import Sent
from negotiator_tui.case.talks import Contact, talks_of

About = Literal["income", "cause", "amount"]
Value = Decimal | Cause

_SAID: dict[About, str] = {"income": "stated_income", "cause": "stated_cause", "amount": "promised_amount"}
ROUNDED = Decimal("0.01")
"""The part of an income by which one that is said on the phone may be rounded."""
_WROTE: dict[About, str] = {"income": "income", "cause": "cause", "amount": "monthly"}


@dataclass(frozen=True, slots=True)
class Difference:
    """What was said now and before. Amounts are yuan a month; `source` is the entry or letter it stood in first."""

    about: About
    now: Value
    before: Value
    source: Path
    on: date


def differences(case: Case, contact: Contact) -> tuple[Difference, ...]:
    """Where a contact differs from the last one before it, and from the last letter before it, that said the same thing.

    An amount is compared for the same debt; income and cause should be the same to everybody. Entries without a time and
    letters that have not gone out are left out; an entry that has none itself comes after all others.
    """
    talks = [
        (each.at, each)
        for each in talks_of(case.contacts)
        if each.id != contact.id and each.at is not None and (contact.at is None or each.at < contact.at)
    ]
    letters = [
        (each.on, each)
        for each in case.sent
        if each.on is not None and (contact.at is None or each.on <= contact.at.date())
    ]
    return tuple(_found(contact, talks, letters))


def _found(
    contact: Contact, talks: list[tuple[datetime, Contact]], letters: list[tuple[date, Sent]]
) -> Iterator[Difference]:
    for about, field in _SAID.items():
        now = getattr(contact, field)
        if now is None:
            continue
        said = [(at, each) for at, each in talks if _comparable(about, field, each, contact)]
        if said:
            at, last = max(said, key=lambda pair: pair[0])
            if _differ(about, now, getattr(last, field)):
                yield Difference(about, now, getattr(last, field), ("contacts", last.id), at.date())
        wrote = [(on, each) for on, each in letters if _comparable(about, _WROTE[about], each, contact)]
        if wrote:
            on, letter = max(wrote, key=lambda pair: pair[0])
            if _differ(about, now, getattr(letter, _WROTE[about])):
                yield Difference(about, now, getattr(letter, _WROTE[about]), ("sent", letter.id), on)


def _differ(about: About, now: Value, before: Value) -> bool:
    """Whether two things said are not the same; an income may be rounded."""
    if about == "income" and isinstance(now, Decimal) and isinstance(before, Decimal):
        return abs(now - before) > ROUNDED * before
    return now != before


def _comparable(about: About, field: str, each: Contact | Sent, contact: Contact) -> bool:
    """Whether something said the same thing: an amount only for the same debt."""
    return getattr(each, field) is not None and (about != "amount" or each.debt == contact.debt)
