"""What was agreed, what is paid on it, and the monthly check-up."""

from typing import Annotated

from negotiator_tui.case.ask import Ask
from negotiator_tui.case.base import Day, Item, Money, Months, Rate, Ref
from negotiator_tui.case.kinds import Clause, Method, YesNo
from negotiator_tui.text.language import N_


class Agreement(Item):
    """What was agreed, clause by clause. `rate` is percent a year."""

    debt: Ref | None = None
    red_payee: Annotated[
        Clause | None,
        Ask(
            N_("Paid only to the lender of the contract"),
            N_("A private account or a collector's code is a reason to stop and ask."),
            opens=N_("Four red lines first"),
        ),
    ] = None
    red_signers: Annotated[
        Clause | None,
        Ask(N_("Nobody else has to sign"), N_("No spouse, co-borrower, guarantor or pledge is added.")),
    ] = None
    red_late: Annotated[
        Clause | None,
        Ask(N_("One late payment does not undo it"), N_("There are days of slack before anything is cancelled.")),
    ] = None
    red_fees: Annotated[Clause | None, Ask(N_("No extra fees"), N_("No service fee, deposit or guarantee money."))] = (
        None
    )
    signed_on: Annotated[Day | None, Ask(N_("Agreed on"), prefer="past", opens=N_("Terms"))] = None
    payee: Annotated[str | None, Ask(N_("Payee and account"), N_("As written."))] = None
    method: Annotated[Method | None, Ask(N_("Repayment method"))] = None
    instalment: Annotated[Money | None, Ask(N_("Each instalment"), unit=N_("yuan"))] = None
    months: Annotated[Months | None, Ask(N_("Instalments in all"), unit=N_("instalments"))] = None
    first_due: Annotated[Day | None, Ask(N_("First payment on"))] = None
    rate: Annotated[Rate | None, Ask(N_("Rate a year"), unit="%")] = None
    balance: Annotated[
        Clause | None,
        Ask(N_("Principal, interest and penalty stand apart"), level="more", opens=N_("Other clauses")),
    ] = None
    capitalised: Annotated[Clause | None, Ask(N_("Unpaid interest is not turned into principal"), level="more")] = None
    penalty: Annotated[Clause | None, Ask(N_("No penalty while it is kept"), level="more")] = None
    debit: Annotated[Clause | None, Ask(N_("Debit only from named accounts"), level="more")] = None
    collection: Annotated[Clause | None, Ask(N_("Collection stops while it is kept"), level="more")] = None
    reporting: Annotated[Clause | None, Ask(N_("How it is reported is written down"), level="more")] = None
    admission: Annotated[Clause | None, Ask(N_("Disputed amounts stay open"), level="more")] = None
    disputes: Annotated[Clause | None, Ask(N_("Disputes at a court one can reach"), level="more")] = None
    privacy: Annotated[Clause | None, Ask(N_("No access to contacts"), level="more")] = None
    settlement: Annotated[Clause | None, Ask(N_("A paper when all is paid"), level="more")] = None
    form: Annotated[Clause | None, Ask(N_("Whole text in writing"), level="more")] = None


class Payment(Item):
    """An instalment of an agreement: when it is due and when it was paid."""

    agreement: Ref | None = None
    due: Annotated[Day | None, Ask(N_("Due on"), required=True, column=12)] = None
    amount: Annotated[Money | None, Ask(N_("Amount"), unit=N_("yuan"), column=12)] = None
    paid_on: Annotated[Day | None, Ask(N_("Paid on"), prefer="past", column=12)] = None
    paid_amount: Annotated[Money | None, Ask(N_("Amount paid"), unit=N_("yuan"), column=12)] = None
    proof: Annotated[str | None, Ask(N_("Proof"), N_("The file or receipt number."), column=14)] = None


class Review(Item):
    """A check-up: five minutes a month."""

    on: Annotated[Day | None, Ask(N_("On"), prefer="past", required=True)] = None
    income_changed: Annotated[str | None, Ask(N_("What changed in what comes in and goes out?"), long=True)] = None
    holds: Annotated[YesNo | None, Ask(N_("Does the plan still hold?"))] = None
    reserve: Annotated[Money | None, Ask(N_("Put by for emergencies"), unit=N_("yuan"))] = None
    credit_report_on: Annotated[
        Day | None,
        Ask(N_("Credit report looked at on"), N_("Two enquiries a year are free."), prefer="past"),
    ] = None
