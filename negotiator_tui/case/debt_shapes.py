"""What is asked of debts that are no loans: statements of cards and bills, arrears, family, pawn, unlicensed lenders."""

from typing import Annotated, Any

from negotiator_tui.case.ask import Ask
from negotiator_tui.case.base import Count, Day, Money
from negotiator_tui.case.debt_common import CommonAnswers, owed_as, shaped
from negotiator_tui.case.kinds import CardPays, OwedFor, Shape, YesNo
from negotiator_tui.text.language import N_

_STATEMENT = shaped(Shape.CARD, Shape.BILL)


def _with_deadline(debt: Any) -> bool:
    return debt.shape is Shape.ARREARS and debt.deadline is not None


class ShapeAnswers(CommonAnswers):
    """What only some shapes are asked."""

    statement: Annotated[
        Money | None, Ask(N_("This statement"), N_("The amount billed this month."), unit=N_("yuan"), when=_STATEMENT)
    ] = None
    minimum: Annotated[
        Money | None,
        Ask(
            N_("Minimum payment"),
            N_("On the statement. The rest is charged as your contract says."),
            unit=N_("yuan"),
            when=_STATEMENT,
        ),
    ] = None
    card_pays: Annotated[CardPays | None, Ask(N_("What you pay of it now"), when=_STATEMENT)] = None
    still_using: Annotated[
        YesNo | None,
        Ask(N_("Do you still pay with it?"), N_("If so there will be a new bill each month."), when=shaped(Shape.BILL)),
    ] = None
    monthly: Annotated[
        Money | None,
        Ask(N_("Rent a month"), unit=N_("yuan"), when=owed_as(OwedFor.RENT)),
    ] = None
    months_owed: Annotated[
        Count | None,
        Ask(N_("Months owed"), unit=N_("months"), when=owed_as(OwedFor.RENT, OwedFor.WAGES, OwedFor.SOCIAL)),
    ] = None
    deadline: Annotated[
        Day | None,
        Ask(
            N_("Deadline you were given"),
            N_("Leave empty if there is none."),
            when=shaped(Shape.ARREARS),
            prefer="future",
        ),
    ] = None
    deadline_written: Annotated[
        YesNo | None,
        Ask(
            N_("Is the deadline in writing?"),
            N_("If so, take a picture of it."),
            when=_with_deadline,
        ),
    ] = None
    still_supplies: Annotated[YesNo | None, Ask(N_("Do they still deliver?"), when=owed_as(OwedFor.SUPPLIER))] = None
    cash_on_delivery: Annotated[
        YesNo | None,
        Ask(
            N_("Can you pay cash on delivery?"),
            N_("Then new goods are safe first, and the old bill is talked about apart."),
            when=owed_as(OwedFor.SUPPLIER),
        ),
    ] = None
    interest_agreed: Annotated[
        YesNo | None,
        Ask(N_("Was interest agreed?"), N_("If none was agreed, there is none."), when=shaped(Shape.PERSONAL)),
    ] = None
    needed_soon: Annotated[YesNo | None, Ask(N_("Do they need the money soon?"), when=shaped(Shape.PERSONAL))] = None
    pledge_until: Annotated[
        Day | None,
        Ask(N_("The pawn ticket runs until"), when=shaped(Shape.PAWN), prefer="future"),
    ] = None
    tool_of_trade: Annotated[
        YesNo | None,
        Ask(N_("Do you need the thing for work?"), N_("A machine, a vehicle."), when=shaped(Shape.PAWN)),
    ] = None
    received: Annotated[
        Money | None,
        Ask(
            N_("What really arrived"),
            N_("The money that reached you, not what was written."),
            unit=N_("yuan"),
            when=shaped(Shape.UNVERIFIED),
        ),
    ] = None
    to_repay: Annotated[
        Money | None, Ask(N_("What they want back"), unit=N_("yuan"), when=shaped(Shape.UNVERIFIED))
    ] = None
    over_days: Annotated[Count | None, Ask(N_("Within"), unit=N_("days"), when=shaped(Shape.UNVERIFIED))] = None
