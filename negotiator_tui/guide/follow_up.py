"""Answers that lenders owe: from the last contact about each debt that named a day."""

from dataclasses import dataclass
from datetime import date

from negotiator_tui.case.case import Case
from negotiator_tui.case.talks import Contact
from negotiator_tui.guide.action import Now


@dataclass(frozen=True, slots=True)
class Due:
    """An answer that is due on a day, and the contact that named it."""

    day: date
    lender: str
    contact: Contact


def answers_due(case: Case) -> tuple[Due, ...]:
    """The answers still awaited, the earliest first: one a debt, of its last contact; none once there is an agreement."""
    agreed = {agreement.debt for agreement in case.agreements}
    last = Now(case, date.min).last_contacts
    found = [
        Due(contact.answer_due, debt.name or debt.lender or "", contact)
        for debt in case.debts
        if debt.id not in agreed
        and (contact := last.get(debt.id)) is not None
        and contact.answer_due is not None
        and not _answered(case, contact)
    ]
    return tuple(sorted(found, key=lambda each: (each.day, each.contact.id)))


def _answered(case: Case, contact: Contact) -> bool:
    """Whether an offer or an answer came since the contact."""
    since = contact.at.date() if contact.at is not None else date.min
    return any(each.debt == contact.debt and (each.received_on or date.max) >= since for each in case.offers)
