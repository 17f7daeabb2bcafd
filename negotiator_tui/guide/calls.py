"""A call as it goes on: begun, written down line by line with the time, hung up. Pure; the clock is an argument."""

from datetime import date, datetime, timedelta
from typing import Any

from negotiator_tui.case.answers import read
from negotiator_tui.case.case import Case
from negotiator_tui.case.edit import added, edited, marked
from negotiator_tui.case.kinds import AskedFor, Caller, Channel, YesNo
from negotiator_tui.case.questions import Kind, question
from negotiator_tui.case.talks import Contact
from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_, Lang

declare(
    {
        "call.none": N_("No call is going on. Begin one first, so that it has its time."),
        "call.running": N_("A call is going on already. Hang up first."),
        "call.empty": N_("Type first what is to be written down."),
    }
)

ASK_AGAIN = 3
"""Days after which one asks again where no day was named."""
FORGOTTEN = timedelta(hours=6)
"""A call that has been going on for longer was only never closed."""

LINES = ("said", "promised", "threat", "third_party")
"""What is written down line by line, each with its time."""
VALUES = ("promised_amount", "answer_due", "staff_number", "reference", "who", "number", "stated_income")
"""What has one value in a call: the last that was told."""


def running(case: Case) -> Contact | None:
    """The call that is going on: begun on the call screen and not hung up; the newest, should there be several."""
    return next((each for each in reversed(case.contacts) if each.began is not None and each.ended is None), None)


def begun(case: Case, debt_id: str | None, caller: Caller, now: datetime) -> tuple[Case, str] | Fault:
    """The case with a call begun now: from here on everything belongs to this one entry, and its id."""
    if running(case) is not None:
        return fault("call.running")
    moment = now.replace(microsecond=0, tzinfo=None)
    minute = moment.replace(second=0)
    return added(
        case,
        "contacts",
        debt=debt_id,
        at=minute,
        channel=Channel.PHONE,
        caller=caller,
        began=moment,
        written=minute,
    )


def noted(case: Case, contact_id: str, field: str, text: str, *, now: datetime, lang: Lang) -> Case | Fault:
    """The case with one thing written down. What is told line by line is added below with its time."""
    contact = _contact(case, contact_id)
    if contact is None:
        return fault("call.none")
    asked = question(Contact, field)
    reading = read(asked, text, contact, now, lang)
    if reading.fault is not None:
        return reading.fault
    if reading.value is None:
        return fault("call.empty")
    value: Any = reading.value
    if asked.kind is Kind.LONG:
        value = "\n".join(part for part in (getattr(contact, field), f"{now:%H:%M} {value}") if part)
    changed = edited(case, ("contacts", contact_id, field), value)
    if isinstance(changed, Fault) or contact.answered is YesNo.YES:
        return changed
    return edited(changed, ("contacts", contact_id, "answered"), YesNo.YES)


def asked_for(case: Case, contact_id: str, sign: AskedFor) -> Case | Fault:
    """The case with a sign of fraud noted, or taken back where it stood."""
    contact = _contact(case, contact_id)
    if contact is None:
        return fault("call.none")
    before = contact.asked_for or ()
    signs = tuple(each for each in AskedFor if (each in before) != (each is sign))
    return edited(case, ("contacts", contact_id, "asked_for"), signs or None)


def hung_up(case: Case, contact_id: str, now: datetime) -> Case | Fault:
    """The case with the call ended now; one that was only never closed ends without a time of its end."""
    contact = _contact(case, contact_id)
    if contact is None or contact.began is None:
        return fault("call.none")
    moment = now.replace(microsecond=0, tzinfo=None)
    ended = contact.began if moment - contact.began > FORGOTTEN or moment < contact.began else moment
    return edited(case, ("contacts", contact_id, "ended"), ended)


def asking_again(case: Case, contact_id: str, today: date) -> Case | Fault:
    """The case with an own day for asking again, marked as not named by them."""
    path = ("contacts", contact_id, "answer_due")
    changed = edited(case, path, again_on(today))
    return changed if isinstance(changed, Fault) else marked(changed, path, estimated=True)


def again_on(today: date) -> date:
    """The day on which one asks again where none was named."""
    return today + timedelta(days=ASK_AGAIN)


def _contact(case: Case, contact_id: str) -> Contact | None:
    return next((each for each in case.contacts if each.id == contact_id), None)
