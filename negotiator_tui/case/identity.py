"""Who signs a letter. Typed when one is made and then forgotten, unless the borrower wants it kept in the case."""

from typing import Annotated

from negotiator_tui.case.ask import Ask
from negotiator_tui.case.base import Table
from negotiator_tui.case.case import Case
from negotiator_tui.text.language import N_

KEPT = ("name", "id_number", "phone", "address")
"""What the case may keep, if the borrower says so. Whole numbers of contracts and cards it never does."""


class Identity(Table):
    """What a lender knows the borrower by. It belongs to no case: nothing of it is saved or drafted.

    `number` is the whole number of the one contract or card the document is about.
    """

    name: Annotated[str | None, Ask(N_("Your name"), N_("As in the contract."))] = None
    id_number: Annotated[
        str | None, Ask(N_("Identity number"), N_("Leave it empty unless the lender asks for it."))
    ] = None
    phone: Annotated[str | None, Ask(N_("Phone"), N_("The one you can be reached on."))] = None
    address: Annotated[str | None, Ask(N_("Address"), N_("Leave it empty unless the lender asks for it."))] = None
    number: Annotated[
        str | None,
        Ask(N_("Full contract or card number"), N_("Without it the last four digits stand there.")),
    ] = None


def kept_identity(case: Case) -> Identity:
    """What of it the case keeps: as a rule nothing."""
    return Identity(**{name: getattr(case.borrower, name) for name in KEPT})


def keeping(case: Case, identity: Identity) -> Case:
    """The case that keeps the identity."""
    return _with(case, {name: getattr(identity, name) for name in KEPT})


def not_keeping(case: Case) -> Case:
    """The case with nothing of the identity in it."""
    return _with(case, dict.fromkeys(KEPT))


def is_kept(case: Case) -> bool:
    """Whether the case keeps anything of it."""
    return any(getattr(case.borrower, name) for name in KEPT)


def _with(case: Case, answers: dict[str, str | None]) -> Case:
    return case.model_copy(update={"borrower": case.borrower.model_copy(update=answers)})
