"""Contacts with lenders and collectors, as they were: written down once, corrected by writing another one."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Annotated, Any

from negotiator_tui.case.ask import Ask
from negotiator_tui.case.base import Day, Item, Moment, Money, Ref
from negotiator_tui.case.kinds import AskedFor, Caller, Cause, Channel, YesNo
from negotiator_tui.text.fault import declare
from negotiator_tui.text.language import N_

declare(
    {
        "contact.settled": N_(
            "This entry is more than a day old and stays as it is. “Correct this entry” adds what was wrong or missing."
        ),
    }
)

OPEN_FOR = timedelta(hours=24)
"""How long an entry can still be mended in place after it was written down: slips of the same day."""
FREE = frozenset({"evidence", "note"})
"""What is added to an entry at any time, for it changes nothing of what was said."""


class Contact(Item):
    """One call, message or visit, as it was; or, with `corrects`, what was wrong or missing in an earlier entry.

    `written` is when it was written down, `began` and `ended` are the clock of a call made on the call screen.
    """

    debt: Ref | None = None
    corrects: Ref | None = None
    written: Moment | None = None
    began: Moment | None = None
    at: Annotated[
        Moment | None,
        Ask(N_("When"), N_("Today 14:30, yesterday 9:00, 12-5 16:20."), required=True, prefer="past", until_now=True),
    ] = None
    channel: Annotated[Channel | None, Ask(N_("How"))] = None
    caller: Annotated[Caller | None, Ask(N_("Who began it"))] = None
    who: Annotated[str | None, Ask(N_("Who it was"), N_("Name and company as they said it."))] = None
    staff_number: Annotated[str | None, Ask(N_("Staff number"))] = None
    said: Annotated[str | None, Ask(N_("What they said"), N_("In their words."), long=True)] = None
    promised: Annotated[str | None, Ask(N_("What you said or promised"), long=True)] = None
    promised_amount: Annotated[
        Money | None, Ask(N_("Amount promised a month"), N_("Empty if you named none."), unit=N_("yuan"))
    ] = None
    reference: Annotated[str | None, Ask(N_("Reference number"))] = None
    answer_due: Annotated[Day | None, Ask(N_("Answer due"), prefer="future")] = None
    asked_for: Annotated[
        tuple[AskedFor, ...] | None,
        Ask(N_("Did they ask for any of this?"), N_("One is enough to stop and check."), level="more"),
    ] = None
    answered: Annotated[
        YesNo | None, Ask(N_("Did you really talk?"), N_("No: it only rang, or nobody answered."), level="more")
    ] = None
    number: Annotated[str | None, Ask(N_("Number they used"), level="more")] = None
    ended: Annotated[
        Moment | None,
        Ask(N_("Until when"), N_("When the call or visit ended."), prefer="past", until_now=True, level="more"),
    ] = None
    third_party: Annotated[
        str | None,
        Ask(
            N_("Whom else they contacted about it"),
            N_("Who, and what they were told; in the words of the person who told you."),
            level="more",
            long=True,
        ),
    ] = None
    threat: Annotated[
        str | None,
        Ask(
            N_("A threat or insult, in their words"),
            N_("Only what was really said."),
            level="more",
            long=True,
        ),
    ] = None
    stated_income: Annotated[
        Money | None,
        Ask(
            N_("Income you named, a month"),
            N_("So that you name the same one next time."),
            unit=N_("yuan"),
            level="more",
        ),
    ] = None
    stated_cause: Annotated[Cause | None, Ask(N_("Reason you gave"), level="more")] = None
    evidence: Ref | None = None


def settled(contact: Contact, now: datetime) -> bool:
    """Whether an entry stands as it is: a day has gone by since it was written down. Corrections are entries of their own.

    An entry that does not say when it was written counts from when it happened.
    """
    since = contact.written or contact.at
    return since is not None and now - since >= OPEN_FOR


def talks_of(contacts: tuple[Contact, ...]) -> tuple[Contact, ...]:
    """The contacts as they are to be read: each with what its corrections say, which are no contacts themselves.

    Later corrections count over earlier ones; one that leads to no entry, or round in a circle, is left out.
    """
    if not any(each.corrects for each in contacts):
        return contacts
    by_root: dict[str, list[Contact]] = {}
    roots = {each.id: each for each in contacts if each.corrects is None}
    parents = {each.id: each.corrects for each in contacts if each.corrects is not None}
    for each in contacts:
        if each.corrects is not None and (root := _root(each.corrects, parents)) in roots:
            by_root.setdefault(root, []).append(each)
    return tuple(corrected(each, by_root.get(each.id, ())) for each in roots.values())


def corrected(contact: Contact, corrections: Iterable[Contact]) -> Contact:
    """One entry as its corrections have it. The entry itself stays what it was."""
    said = {name: value for each in corrections for name, value in corrects_in(each).items()}
    return contact.model_copy(update=said) if said else contact


def corrects_in(correction: Contact) -> dict[str, Any]:
    """What a correction says, by field."""
    own = {"id", "unknown", "estimated", "note", "corrects", "written", "began", "debt"}
    return {
        name: value
        for name in type(correction).model_fields
        if name not in own and (value := getattr(correction, name)) is not None
    }


def corrections_of(contacts: tuple[Contact, ...], contact_id: str) -> tuple[Contact, ...]:
    """The corrections of an entry, and those of its corrections, in the order they were written."""
    parents = {each.id: each.corrects for each in contacts if each.corrects is not None}
    return tuple(
        each
        for each in contacts
        if each.corrects is not None
        and each.id != contact_id
        and _root(each.corrects, parents, contact_id) == contact_id
    )


def _root(contact_id: str, parents: dict[str, str], stop: str = "") -> str:
    """The entry that a chain of corrections begins with; "" where the chain has no beginning."""
    seen: set[str] = set()
    while contact_id in parents and contact_id != stop:
        if contact_id in seen:
            return ""
        seen.add(contact_id)
        contact_id = parents[contact_id]
    return contact_id
