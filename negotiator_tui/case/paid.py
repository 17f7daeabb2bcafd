"""What was paid on a contract, before anything else was agreed."""

from typing import Annotated

from negotiator_tui.case.ask import Ask
from negotiator_tui.case.base import Day, Item, Money, Ref
from negotiator_tui.text.language import N_


class Paid(Item):
    """A payment on a loan as it is in the bank's or the app's list; instalments of an agreement stand elsewhere."""

    debt: Ref | None = None
    on: Annotated[Day | None, Ask(N_("Paid on"), prefer="past", required=True, column=12)] = None
    amount: Annotated[Money | None, Ask(N_("Amount"), unit=N_("yuan"), column=12)] = None
    proof: Annotated[str | None, Ask(N_("Proof"), N_("The file or receipt number."), column=18)] = None
