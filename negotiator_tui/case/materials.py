"""What is gathered as proof: the checklist, statements read in and what was learned from them, what was sent."""

from typing import Annotated

from pydantic import Field

from negotiator_tui.case.ask import Ask
from negotiator_tui.case.base import Day, Item, Money, Month, Ref
from negotiator_tui.case.kinds import Belongs, Cause, CostGroup, MaterialState
from negotiator_tui.text.language import N_

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
"""The SHA-256 of a file, in hexadecimal."""
Proved = Annotated[str, Field(max_length=40, pattern=r"^[a-z_]+(\.[a-z]+[0-9]+)?(\.[a-z_]+)?$")]
"""What a paper proves: the path of an answer, an item or a table as text, like `income.i2` or `hardship`."""


class Material(Item):
    """A paper: one thing on the checklist (`kind` is its id there), or one of the borrower's own.

    A file that was taken in is `file` in the evidence folder, with the `sha256` and `size` in bytes it had on the day
    `taken_in`; without a `sha256`, `file` says where the paper lies. `exhibit` is its number in letters, from 1, never
    given twice in a case. `about` is what it proves.
    """

    kind: str | None = None
    name: Annotated[str | None, Ask(N_("What"), required=True, column=20)] = None
    state: Annotated[MaterialState | None, Ask(N_("State"), column=8)] = None
    file: Annotated[
        str | None,
        Ask(
            N_("Where it lies"),
            N_("The phone, a folder, the wall of the shop. A file can be taken in below."),
            when=lambda paper: paper.sha256 is None,
            column=18,
        ),
    ] = None
    dated: Annotated[
        Day | None, Ask(N_("Dated"), N_("Older than three months is pointed out."), prefer="past", column=10)
    ] = None
    proves: Annotated[str | None, Ask(N_("What it proves"), N_("In your own words."), column=16)] = None
    sha256: Sha256 | None = None
    size: Annotated[int, Field(strict=True, ge=0)] | None = None
    taken_in: Day | None = None
    exhibit: Annotated[int, Field(strict=True, ge=1, le=9999)] | None = None
    about: tuple[Proved, ...] = ()


class Statement(Item):
    """A statement file that was read into the case. `lines` are the ids of the budget lines its rows went into."""

    file: Annotated[str | None, Ask(N_("Statement file"))] = None
    layout: str | None = None
    sha256: str | None = None
    rows: Annotated[int | None, Field(strict=True, ge=0)] = None
    imported_on: Annotated[Day | None, Ask(N_("Read in on"), prefer="past")] = None
    first_day: Annotated[Day | None, Ask(N_("First day in it"), prefer="past")] = None
    last_day: Annotated[Day | None, Ask(N_("Last day in it"), prefer="past")] = None
    lines: tuple[Ref, ...] = ()


class OwnMonth(Item):
    """One real month out of the statements of one account (`source`, a layout): what came in and what went out.

    A month is there only if it is covered from its first to its last day. Debts and moves are not in it.
    """

    month: Annotated[Month | None, Ask(N_("Month"), required=True, column=9)] = None
    source: str | None = None
    takings: Annotated[Money | None, Ask(N_("Shop takings"), unit=N_("yuan"), column=14)] = None
    shop_costs: Annotated[Money | None, Ask(N_("Shop costs"), unit=N_("yuan"), column=14)] = None
    home_costs: Annotated[Money | None, Ask(N_("Home costs"), unit=N_("yuan"), column=14)] = None


class Party(Item):
    """Whom money came from or went to, and where the borrower said it belongs."""

    name: Annotated[str | None, Ask(N_("Who"), required=True, column=20)] = None
    belongs: Annotated[Belongs | None, Ask(N_("Belongs to"), column=12)] = None
    group: Annotated[CostGroup | None, Ask(N_("Kind of cost"), column=14)] = None


class Sent(Item):
    """Something that was made to be handed over, and the day it was: a frozen copy in which nobody can be recognised.

    `kind` is the kind of document, `file` its name in the folder of documents and `sha256` the hash of what was made
    there or copied; `figures` are its amounts, and `text` is all of it with the identity masked.
    """

    what: Annotated[str | None, Ask(N_("What was sent"), required=True)] = None
    income: Money | None = None
    """What it says of the income a month, `cause` of the cause, `monthly` of what is paid a month."""
    cause: Cause | None = None
    monthly: Money | None = None
    debt: Ref | None = None
    on: Annotated[
        Day | None, Ask(N_("Handed over on"), N_("Empty while it only lies in the folder."), prefer="past")
    ] = None
    reply_by: Annotated[Day | None, Ask(N_("Answer asked for by"), prefer="future")] = None
    answered_on: Annotated[Day | None, Ask(N_("Answered on"), prefer="past")] = None
    kind: str | None = None
    made_on: Day | None = None
    file: str | None = None
    sha256: str | None = None
    figures: tuple[str, ...] = ()
    text: str | None = None
