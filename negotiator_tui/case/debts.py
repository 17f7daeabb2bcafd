"""A debt of any shape. Which questions are asked follows from the shape."""

from collections.abc import Callable
from typing import Annotated

from negotiator_tui.case.ask import Ask
from negotiator_tui.case.base import Count, Day, Item, Money, Month, Months, Rate, Ref
from negotiator_tui.case.kinds import (
    Accrual,
    CardPays,
    IfUnpaid,
    LoanUse,
    Method,
    OwedFor,
    PenaltyBase,
    Per,
    Shape,
    YearDays,
    YesNo,
)
from negotiator_tui.text.language import N_


def _of(*shapes: Shape) -> Callable[["Debt"], bool]:
    return lambda debt: debt.shape in shapes


def _owed_for(*kinds: OwedFor) -> Callable[["Debt"], bool]:
    return lambda debt: debt.shape is Shape.ARREARS and debt.owed_for in kinds


def _overdue(*shapes: Shape) -> Callable[["Debt"], bool]:
    return lambda debt: debt.overdue is YesNo.YES and (not shapes or debt.shape in shapes)


_LOAN = _of(Shape.LOAN)
_STATEMENT = _of(Shape.CARD, Shape.BILL)
_OVERDUE_LOAN = _overdue(Shape.LOAN)


def _may_debit(debt: "Debt") -> bool:
    return debt.shape in {Shape.LOAN, Shape.CARD, Shape.BILL, None}


class Debt(Item):
    """One debt. `outstanding` is all unpaid principal, its overdue part included."""

    name: Annotated[
        str | None,
        Ask(N_("What you call it"), N_("For example 网商贷, the card, the landlord."), required=True),
    ] = None
    shape: Annotated[
        Shape | None,
        Ask(N_("Which kind is it?"), N_("It decides what is asked next. You can change it."), required=True),
    ] = None
    loan_use: Annotated[
        LoanUse | None,
        Ask(
            N_("Business or consumer loan?"),
            N_("As the contract says. Rules for consumer loans do not apply to business loans."),
            when=_LOAN,
        ),
    ] = None
    owed_for: Annotated[OwedFor | None, Ask(N_("What is it for?"), when=_of(Shape.ARREARS))] = None
    lender: Annotated[
        str | None,
        Ask(
            N_("Who lent it"),
            N_("The name in the contract or on the repayment page, not the name of the app."),
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
        ),
    ] = None
    overdue: Annotated[
        YesNo | None, Ask(N_("Is it overdue?"), N_("Overdue: the agreed day passed without payment."))
    ] = None
    overdue_since: Annotated[
        Day | None,
        Ask(
            N_("Overdue since"),
            N_("The due day that was missed first."),
            when=_overdue(),
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
            N_("What costs the home, the work or the freedom soonest is paid first."),
        ),
    ] = None
    signed_by: Annotated[
        str | None,
        Ask(
            N_("Who else has signed?"),
            N_(
                "A spouse, parents, friends who signed or guarantee. Nobody: write none. Let nobody sign anything new now."
            ),
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
        Ask(N_("Do you still pay with it?"), N_("If so there will be a new bill each month."), when=_of(Shape.BILL)),
    ] = None
    monthly: Annotated[
        Money | None,
        Ask(N_("Rent a month"), unit=N_("yuan"), when=_owed_for(OwedFor.RENT)),
    ] = None
    months_owed: Annotated[
        Count | None,
        Ask(N_("Months owed"), unit=N_("months"), when=_owed_for(OwedFor.RENT, OwedFor.WAGES, OwedFor.SOCIAL)),
    ] = None
    deadline: Annotated[
        Day | None,
        Ask(
            N_("Deadline you were given"), N_("Leave empty if there is none."), when=_of(Shape.ARREARS), prefer="future"
        ),
    ] = None
    deadline_written: Annotated[
        YesNo | None,
        Ask(
            N_("Is the deadline in writing?"),
            N_("If so, take a picture of it."),
            when=lambda debt: debt.shape is Shape.ARREARS and debt.deadline is not None,
        ),
    ] = None
    still_supplies: Annotated[YesNo | None, Ask(N_("Do they still deliver?"), when=_owed_for(OwedFor.SUPPLIER))] = None
    cash_on_delivery: Annotated[
        YesNo | None,
        Ask(
            N_("Can you pay cash on delivery?"),
            N_("Then new goods are safe first, and the old bill is talked about apart."),
            when=_owed_for(OwedFor.SUPPLIER),
        ),
    ] = None
    interest_agreed: Annotated[
        YesNo | None,
        Ask(N_("Was interest agreed?"), N_("If none was agreed, there is none."), when=_of(Shape.PERSONAL)),
    ] = None
    needed_soon: Annotated[YesNo | None, Ask(N_("Do they need the money soon?"), when=_of(Shape.PERSONAL))] = None
    pledge_until: Annotated[
        Day | None,
        Ask(N_("The pawn ticket runs until"), when=_of(Shape.PAWN), prefer="future"),
    ] = None
    tool_of_trade: Annotated[
        YesNo | None,
        Ask(N_("Do you need the thing for work?"), N_("A machine, a vehicle."), when=_of(Shape.PAWN)),
    ] = None
    received: Annotated[
        Money | None,
        Ask(
            N_("What really arrived"),
            N_("The money that reached you, not what was written."),
            unit=N_("yuan"),
            when=_of(Shape.UNVERIFIED),
        ),
    ] = None
    to_repay: Annotated[Money | None, Ask(N_("What they want back"), unit=N_("yuan"), when=_of(Shape.UNVERIFIED))] = (
        None
    )
    over_days: Annotated[Count | None, Ask(N_("Within"), unit=N_("days"), when=_of(Shape.UNVERIFIED))] = None

    rate: Annotated[
        Rate | None,
        Ask(
            N_("Rate"),
            N_("As the contract writes it: 0.045% a day, 万4.5, 16.2% a year."),
            unit="%",
            when=_LOAN,
            level="more",
            opens=N_("The contract"),
            lender=N_("What is the yearly rate in the contract?"),
        ),
    ] = None
    rate_per: Annotated[Per | None, Ask(N_("The rate is for a"), when=_LOAN, level="more")] = None
    year_days: Annotated[
        YearDays | None,
        Ask(
            N_("Days in a year"),
            N_("The contract says: daily rate = yearly rate / 360 or / 365. Until you know, both are shown."),
            when=_LOAN,
            level="more",
            lender=N_("Is the daily rate the yearly rate divided by 360 or by 365?"),
        ),
    ] = None
    accrual: Annotated[
        Accrual | None,
        Ask(
            N_("How interest is counted"),
            N_("By the month or by the actual days. By the month if the contract does not say."),
            when=_LOAN,
            level="more",
        ),
    ] = None
    method: Annotated[
        Method | None,
        Ask(N_("Repayment method"), N_("As the repayment plan in the app shows."), when=_LOAN, level="more"),
    ] = None
    months_left: Annotated[
        Months | None,
        Ask(
            N_("Instalments left"),
            N_("Those not yet due. Missed ones do not count."),
            unit=N_("instalments"),
            when=_LOAN,
            level="more",
        ),
    ] = None
    instalment: Annotated[
        Money | None,
        Ask(N_("Each instalment"), N_("As the repayment plan shows."), unit=N_("yuan"), when=_LOAN, level="more"),
    ] = None
    overdue_principal: Annotated[
        Money | None,
        Ask(
            N_("Overdue principal"),
            N_("Only the part past due, not all that is left."),
            unit=N_("yuan"),
            when=_OVERDUE_LOAN,
            level="more",
            opens=N_("Overdue"),
            lender=N_("How much of the principal is overdue?"),
        ),
    ] = None
    overdue_interest: Annotated[
        Money | None,
        Ask(
            N_("Overdue interest"),
            N_("Unpaid interest past due, as the lender shows it."),
            unit=N_("yuan"),
            when=_OVERDUE_LOAN,
            level="more",
            lender=N_("How much unpaid interest is overdue?"),
        ),
    ] = None
    penalty_due: Annotated[
        Money | None,
        Ask(
            N_("Penalty so far"),
            N_("As the lender shows it. 0 if none is shown."),
            unit=N_("yuan"),
            when=_OVERDUE_LOAN,
            level="more",
            lender=N_("How much penalty has been charged so far?"),
        ),
    ] = None
    as_of: Annotated[
        Day | None,
        Ask(
            N_("These amounts are of"),
            N_("The day you read them. Interest and penalty are counted on from there."),
            when=_LOAN,
            level="more",
            prefer="past",
        ),
    ] = None
    penalty_multiplier: Annotated[
        Rate | None,
        Ask(
            N_("Penalty multiplier"),
            N_("In the contract under breach: how many times the rate. Until you know, 1.3 to 1.5 is shown."),
            unit=N_("times"),
            when=_LOAN,
            level="more",
            lender=N_("How many times the rate is the penalty, and on which amount?"),
        ),
    ] = None
    penalty_base: Annotated[
        PenaltyBase | None,
        Ask(
            N_("Penalty is charged on"),
            N_("The overdue principal, or overdue principal and interest. In the contract under breach."),
            when=_LOAN,
            level="more",
        ),
    ] = None
    compound: Annotated[
        YesNo | None,
        Ask(N_("Interest on unpaid interest?"), N_("Only if the contract says so."), when=_OVERDUE_LOAN, level="more"),
    ] = None
    accelerated_on: Annotated[
        Day | None,
        Ask(
            N_("Declared due in full on"),
            N_("Only if the lender has written that the whole loan is due now. Leave empty otherwise."),
            when=_LOAN,
            level="more",
            prefer="past",
        ),
    ] = None
    drawn: Annotated[
        Money | None,
        Ask(N_("Amount borrowed"), unit=N_("yuan"), when=_LOAN, level="more", opens=N_("How it began")),
    ] = None
    drawn_on: Annotated[Day | None, Ask(N_("Borrowed on"), when=_LOAN, level="more", prefer="past")] = None
    term_months: Annotated[
        Months | None, Ask(N_("Instalments in all"), unit=N_("instalments"), when=_LOAN, level="more")
    ] = None
    fee_upfront: Annotated[
        Money | None,
        Ask(
            N_("Taken off when paid out"),
            N_("The difference between what was borrowed and what arrived. 0 if nothing was taken off."),
            unit=N_("yuan"),
            when=_LOAN,
            level="more",
        ),
    ] = None
    fee_monthly: Annotated[
        Money | None,
        Ask(
            N_("Fee with each instalment"),
            N_("Service or guarantee fee. 0 if none."),
            unit=N_("yuan"),
            when=_LOAN,
            level="more",
        ),
    ] = None
    contract_use: Annotated[
        str | None,
        Ask(N_("Use named in the contract"), N_("Copy it; no explanation needed."), when=_LOAN, level="more"),
    ] = None
    contract_tail: Annotated[
        str | None,
        Ask(
            N_("Last four digits of the contract number"),
            N_("For calls. The full number is not needed here."),
            when=_LOAN,
            level="more",
        ),
    ] = None
    card_instalments_left: Annotated[
        Money | None,
        Ask(
            N_("Left of earlier card instalments"),
            N_("0 if there are none."),
            unit=N_("yuan"),
            when=_of(Shape.CARD),
            level="more",
        ),
    ] = None
    deposit: Annotated[
        Money | None, Ask(N_("Deposit"), unit=N_("yuan"), when=_owed_for(OwedFor.RENT), level="more")
    ] = None
    lease_until: Annotated[
        Day | None, Ask(N_("The lease runs until"), when=_owed_for(OwedFor.RENT), level="more", prefer="future")
    ] = None
    agreed_monthly: Annotated[
        Money | None,
        Ask(
            N_("Agreed to pay a month"),
            N_("An instalment already agreed on this old debt. Leave empty if nothing is agreed."),
            unit=N_("yuan"),
            when=_of(Shape.ARREARS, Shape.PERSONAL),
            level="more",
        ),
    ] = None
    agreed_until: Annotated[
        Month | None,
        Ask(N_("Until"), when=lambda debt: debt.agreed_monthly is not None, level="more", prefer="future"),
    ] = None
    negotiable: Annotated[
        YesNo | None,
        Ask(
            N_("Negotiate about this one?"),
            N_("Without an answer, overdue loans, cards and bills are negotiated and the rest is kept as it is."),
            when=_of(Shape.LOAN, Shape.CARD, Shape.BILL),
            level="more",
        ),
    ] = None


class Missed(Item):
    """An instalment of a loan that was not paid on its day."""

    debt: Ref | None = None
    due: Annotated[Day | None, Ask(N_("Was due on"), prefer="past", required=True, column=12)] = None
    principal: Annotated[Money | None, Ask(N_("Principal"), unit=N_("yuan"), column=12)] = None
    interest: Annotated[Money | None, Ask(N_("Interest"), unit=N_("yuan"), column=12)] = None
