"""What is gathered as proof: the checklist, statements read in and what was learned from them, what was sent."""

from typing import Annotated

from negotiator_tui.case.ask import Ask
from negotiator_tui.case.base import Day, Item, Money, Month, Ref
from negotiator_tui.case.kinds import CostGroup, MaterialState, Side
from negotiator_tui.text.language import N_


class Material(Item):
    """One thing on the checklist; `kind` is its id there."""

    kind: str | None = None
    name: Annotated[str | None, Ask(N_("What"), required=True, column=20)] = None
    state: Annotated[MaterialState | None, Ask(N_("State"), column=8)] = None
    file: Annotated[
        str | None,
        Ask(N_("File"), N_("The name of the file in the evidence folder, or where the paper lies."), column=18),
    ] = None
    dated: Annotated[
        Day | None, Ask(N_("Dated"), N_("Older than three months is pointed out."), prefer="past", column=10)
    ] = None
    proves: Annotated[str | None, Ask(N_("What it proves"), column=16)] = None


class Statement(Item):
    """A statement file that was read into the case; its months stand in `own_months`."""

    file: Annotated[str | None, Ask(N_("Statement file"))] = None
    layout: str | None = None
    sha256: str | None = None
    imported_on: Annotated[Day | None, Ask(N_("Read in on"), prefer="past")] = None
    first_day: Annotated[Day | None, Ask(N_("First day in it"), prefer="past")] = None
    last_day: Annotated[Day | None, Ask(N_("Last day in it"), prefer="past")] = None


class OwnMonth(Item):
    """One real month of the shop, out of statements: what came in and what went out."""

    month: Annotated[Month | None, Ask(N_("Month"), required=True, column=9)] = None
    takings: Annotated[Money | None, Ask(N_("Takings of the shop"), unit=N_("yuan"), column=14)] = None
    shop_costs: Annotated[Money | None, Ask(N_("Costs of the shop"), unit=N_("yuan"), column=14)] = None
    home_costs: Annotated[Money | None, Ask(N_("Costs of the home"), unit=N_("yuan"), column=14)] = None


class Party(Item):
    """Whom money came from or went to, and where the borrower said it belongs."""

    name: Annotated[str | None, Ask(N_("Who"), required=True, column=20)] = None
    side: Annotated[Side | None, Ask(N_("Shop or home"), column=8)] = None
    group: Annotated[CostGroup | None, Ask(N_("Kind of cost"), column=14)] = None


class Sent(Item):
    """Something that was sent, kept with its date and hash."""

    what: Annotated[str | None, Ask(N_("What was sent"), required=True)] = None
    debt: Ref | None = None
    on: Annotated[Day | None, Ask(N_("On"), prefer="past")] = None
    sha256: str | None = None
