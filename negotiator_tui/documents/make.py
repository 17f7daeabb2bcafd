"""Making a document: which kinds there are, and from what each is made."""

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module

from negotiator_tui.case.identity import Identity
from negotiator_tui.documents.document import cleaned
from negotiator_tui.documents.making import Kind, Made, Needed, Request
from negotiator_tui.text.language import N_

_MAKERS: dict[Kind, str] = {
    Kind.LETTER: "letter:letter",
    Kind.STATEMENT: "statement:statement",
    Kind.SCHEDULE: "schedule_table:schedule_table",
    Kind.HARDSHIP: "hardship:hardship",
    Kind.BREAKDOWN: "requests:breakdown",
    Kind.CONFIRM: "requests:confirm",
    Kind.OBJECTION: "objection:objection",
    Kind.COMPLAINT: "complaint:complaint",
    Kind.SUMMARY: "summary:summary",
}

TITLES: dict[Kind, str] = {
    Kind.LETTER: N_("Letter with the request"),
    Kind.STATEMENT: N_("Income and spending on one page"),
    Kind.SCHEDULE: N_("Schedule of the plan"),
    Kind.HARDSHIP: N_("What happened, in writing"),
    Kind.BREAKDOWN: N_("Request for a breakdown"),
    Kind.CONFIRM: N_("Request to confirm in writing"),
    Kind.OBJECTION: N_("Objection to a payment order"),
    Kind.COMPLAINT: N_("Complaint about how it was collected"),
    Kind.SUMMARY: N_("Everything on a page or two"),
}
"""What each is called on the screen, as msgids."""

PER_DEBT = frozenset({Kind.LETTER, Kind.SCHEDULE, Kind.BREAKDOWN, Kind.CONFIRM, Kind.COMPLAINT})
"""Documents that are about one debt and cannot be made without it."""


def make(kind: Kind, request: Request) -> Made | Needed:
    """The document, safe to be written anywhere; or what is missing for it."""
    module, _, name = _MAKERS[kind].partition(":")
    maker: Callable[[Request], Made | Needed] = getattr(import_module(f"negotiator_tui.documents.{module}"), name)
    made = maker(request)
    return made if isinstance(made, Needed) else replace(made, document=cleaned(made.document))


def masked(identity: Identity) -> Identity:
    """The identity so that nobody can be recognised by it: one character of a name, two figures of the numbers."""
    return Identity(
        name=f"{identity.name[:1]}**" if identity.name else None,
        id_number=_tail(identity.id_number),
        phone=_tail(identity.phone),
        address="**" if identity.address else None,
        number=_tail(identity.number),
    )


def without_names(text: str, identity: Identity) -> str:
    """The text with every mention of the identity masked, wherever it stands: the borrower's own words may hold it."""
    hidden = masked(identity)
    names = ("name", "id_number", "phone", "address", "number")
    pairs = [(getattr(identity, name), getattr(hidden, name)) for name in names]
    for typed, mask in sorted(((a, b) for a, b in pairs if a and b), key=lambda pair: -len(pair[0])):
        text = text.replace(typed, mask)
    return text


def _tail(number: str | None) -> str | None:
    return f"**{number[-2:]}" if number and len(number) > 4 else "**" if number else None
