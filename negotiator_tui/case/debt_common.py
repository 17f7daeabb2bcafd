"""What every debt is asked, whatever its shape, and for which shapes the other questions are."""

from collections.abc import Callable
from typing import Annotated

from negotiator_tui.case.ask import Ask
from negotiator_tui.case.base import Day, Item, Money
from negotiator_tui.case.kinds import IfUnpaid, LoanUse, OwedFor, Shape, YesNo
from negotiator_tui.text.language import N_


def shaped(*shapes: Shape) -> Callable[["CommonAnswers"], bool]:
    """A condition of a question: the debt has one of these shapes."""
    return lambda debt: debt.shape in shapes


def owed_as(*kinds: OwedFor) -> Callable[["CommonAnswers"], bool]:
    """A condition of a question: arrears of one of these kinds."""
    return lambda debt: debt.shape is Shape.ARREARS and debt.owed_for in kinds


def is_overdue(*shapes: Shape) -> Callable[["CommonAnswers"], bool]:
    """A condition of a question: the debt is overdue and, where any are named, has one of these shapes."""
    return lambda debt: debt.overdue is YesNo.YES and (not shapes or debt.shape in shapes)


def _may_debit(debt: "CommonAnswers") -> bool:
    return debt.shape in {Shape.LOAN, Shape.CARD, Shape.BILL, None}


def _may_be_signed(debt: "CommonAnswers") -> bool:
    """Whether somebody else can have signed: nobody does for wages, taxes, social insurance or power that is owed."""
    return not owed_as(OwedFor.WAGES, OwedFor.TAX, OwedFor.SOCIAL, OwedFor.UTILITIES)(debt)


class CommonAnswers(Item):
    """What is asked of every debt. `outstanding` is all unpaid principal, its overdue part included."""

    name: Annotated[
        str | None,
        Ask(
            N_("What you call it"),
            N_("For example 网商贷, the card, the landlord."),
            required=True,
            column=14,
            head=N_("Name"),
        ),
    ] = None
    shape: Annotated[
        Shape | None,
        Ask(
            N_("Which kind is it?"),
            N_("It decides what is asked next. You can change it."),
            required=True,
            column=14,
            head=N_("Kind"),
        ),
    ] = None
    loan_use: Annotated[
        LoanUse | None,
        Ask(
            N_("Business or consumer loan?"),
            N_("As the contract says. Rules for consumer loans do not apply to business loans."),
            when=shaped(Shape.LOAN),
        ),
    ] = None
    owed_for: Annotated[OwedFor | None, Ask(N_("What is it for?"), when=shaped(Shape.ARREARS))] = None
    lender: Annotated[
        str | None,
        Ask(
            N_("Who lent it"),
            N_("The name in the contract or on the repayment page, not of the app. Rent, goods, family: who it is."),
            lender=N_("Which company is the lender in my contract?"),
        ),
    ] = None
    outstanding: Annotated[
        Money | None,
        Ask(
            N_("Still owed"),
            N_("For a loan the principal left, overdue part included, without interest. Roughly is fine for now."),
            unit=N_("yuan"),
            lender=N_("How much principal is left, and how much are interest and penalty?"),
            column=13,
        ),
    ] = None
    overdue: Annotated[
        YesNo | None,
        Ask(
            N_("Is it overdue?"), N_("Overdue: the agreed day passed without payment."), column=11, head=N_("Overdue?")
        ),
    ] = None
    overdue_since: Annotated[
        Day | None,
        Ask(
            N_("Overdue since"),
            N_("The due day that was missed first."),
            when=is_overdue(),
            prefer="past",
            lender=N_("From which day is it overdue?"),
        ),
    ] = None
    next_due: Annotated[
        Day | None,
        Ask(
            N_("Next payment day"),
            N_("See the bill or the repayment page."),
            prefer="future",
            lender=N_("When is the next payment due?"),
        ),
    ] = None
    next_amount: Annotated[
        Money | None,
        Ask(N_("Next payment"), unit=N_("yuan"), lender=N_("How much is due on that day?")),
    ] = None
    if_unpaid: Annotated[
        IfUnpaid | None,
        Ask(
            N_("What happens if this month is not paid?"),
            N_("What would cost you the home or the work soonest is paid first."),
        ),
    ] = None
    signed_by: Annotated[
        str | None,
        Ask(
            N_("Who else has signed?"),
            N_(
                "A spouse, parents, friends who signed or guarantee. Nobody: write none. Let nobody sign anything new now."
            ),
            when=_may_be_signed,
        ),
    ] = None
    autodebit: Annotated[
        YesNo | None,
        Ask(
            N_("Is it debited automatically?"),
            N_("See auto-repayment on the repayment page or in the contract. Until you know, it is treated as yes."),
            when=_may_debit,
            lender=N_("From which accounts is it debited, and when?"),
        ),
    ] = None
    autodebit_from: Annotated[
        str | None,
        Ask(
            N_("Debited from"),
            N_("The accounts, with the last four digits."),
            when=lambda debt: _may_debit(debt) and debt.autodebit is YesNo.YES,
        ),
    ] = None
