"""Contacts with lenders and collectors, as they were."""

from typing import Annotated

from negotiator_tui.case.ask import Ask
from negotiator_tui.case.base import Day, Item, Moment, Money, Ref
from negotiator_tui.case.kinds import Caller, Channel
from negotiator_tui.text.language import N_


class Contact(Item):
    """One call, message or visit, as it was."""

    debt: Ref | None = None
    at: Annotated[
        Moment | None, Ask(N_("When"), N_("Today 14:30, yesterday 9:00, 12-5 16:20."), required=True, prefer="past")
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
