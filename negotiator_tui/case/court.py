"""Papers and messages from courts."""

from typing import Annotated

from negotiator_tui.case.ask import Ask
from negotiator_tui.case.base import Day, Item, Ref
from negotiator_tui.case.kinds import CourtPaper, YesNo
from negotiator_tui.text.language import N_


class Court(Item):
    """A paper or message from a court, or said to be from one."""

    kind: Annotated[CourtPaper | None, Ask(N_("What came"), required=True)] = None
    debt: Ref | None = None
    received_on: Annotated[
        Day | None, Ask(N_("Received on"), N_("The day it was handed over; deadlines count from there."), prefer="past")
    ] = None
    dated: Annotated[
        Day | None,
        Ask(
            N_("Date written on it"),
            N_("It cannot have been handed over before: the fifteen days are counted from here to be safe."),
            prefer="past",
            when=lambda paper: paper.received_on is None,
        ),
    ] = None
    court_name: Annotated[str | None, Ask(N_("Which court"))] = None
    reference: Annotated[str | None, Ask(N_("Case number"))] = None
    verified: Annotated[
        YesNo | None, Ask(N_("Checked that it is real?"), N_("Call 12368 or the court itself; open no link."))
    ] = None
    hearing: Annotated[Day | None, Ask(N_("Date named in it"), prefer="future")] = None
    answered_on: Annotated[Day | None, Ask(N_("Answered in writing on"), prefer="past")] = None
