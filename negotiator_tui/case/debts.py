"""A debt of any shape. Which questions are asked follows from the shape.

Its answers stand in the order of the questions: those of every debt, those of other shapes than loans, those of loans,
and here what is folded away for the others and what becomes of the debt in a plan.
"""

from typing import Annotated, Any

from negotiator_tui.case.ask import Ask
from negotiator_tui.case.base import Day, Item, Money, Month, Percent, Ref
from negotiator_tui.case.debt_common import owed_as, shaped
from negotiator_tui.case.debt_loan import LoanAnswers
from negotiator_tui.case.kinds import OwedFor, Shape, YesNo
from negotiator_tui.text.language import N_


def _arranged(debt: Any) -> bool:
    return debt.agreed_monthly is not None


class Debt(LoanAnswers):
    """One debt. `outstanding` is all unpaid principal, its overdue part included.

    `share` is what the borrower gives it by hand, percent of the money that is shared among the debts to negotiate.
    """

    card_instalments_left: Annotated[
        Money | None,
        Ask(
            N_("Left of earlier card instalments"),
            N_("0 if there are none."),
            unit=N_("yuan"),
            when=shaped(Shape.CARD),
            level="more",
        ),
    ] = None
    deposit: Annotated[Money | None, Ask(N_("Deposit"), unit=N_("yuan"), when=owed_as(OwedFor.RENT), level="more")] = (
        None
    )
    lease_until: Annotated[
        Day | None,
        Ask(N_("The lease runs until"), when=owed_as(OwedFor.RENT), level="more", prefer="future", ends=True),
    ] = None
    agreed_monthly: Annotated[
        Money | None,
        Ask(
            N_("Agreed to pay a month"),
            N_("An instalment already agreed on this old debt. Leave empty if nothing is agreed."),
            unit=N_("yuan"),
            when=shaped(Shape.ARREARS, Shape.PERSONAL),
            level="more",
        ),
    ] = None
    agreed_until: Annotated[
        Month | None,
        Ask(N_("Until"), when=_arranged, level="more", prefer="future"),
    ] = None
    negotiable: Annotated[
        YesNo | None,
        Ask(
            N_("Negotiate about this one?"),
            N_("Without an answer, overdue loans, cards and bills are negotiated and the rest is kept as it is."),
            when=shaped(Shape.LOAN, Shape.CARD, Shape.BILL),
            level="more",
        ),
    ] = None
    share: Annotated[
        Percent | None,
        Ask(
            N_("Share of the money"),
            N_("Of what is left for the debts to negotiate. Without an answer it is shared by what is owed on each."),
            unit="%",
            when=shaped(Shape.LOAN, Shape.CARD, Shape.BILL),
            level="more",
        ),
    ] = None


class Missed(Item):
    """An instalment of a loan that was not paid on its day."""

    debt: Ref | None = None
    due: Annotated[Day | None, Ask(N_("Was due on"), prefer="past", required=True, column=12)] = None
    principal: Annotated[Money | None, Ask(N_("Principal"), unit=N_("yuan"), column=12)] = None
    interest: Annotated[Money | None, Ask(N_("Interest"), unit=N_("yuan"), column=12)] = None
