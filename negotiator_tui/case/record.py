"""What is gathered, said, agreed and paid: the lists that grow while a case goes on."""

from typing import Annotated

from negotiator_tui.case.ask import Ask
from negotiator_tui.case.base import Day, Item, Moment, Money, Months, Rate, Ref
from negotiator_tui.case.kinds import Caller, Channel, Clause, CourtPaper, MaterialState, Method, YesNo
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


class Court(Item):
    """A paper or message from a court, or said to be from one."""

    kind: Annotated[CourtPaper | None, Ask(N_("What came"), required=True)] = None
    debt: Ref | None = None
    received_on: Annotated[
        Day | None, Ask(N_("Received on"), N_("The day it was handed over; deadlines count from there."), prefer="past")
    ] = None
    court_name: Annotated[str | None, Ask(N_("Which court"))] = None
    reference: Annotated[str | None, Ask(N_("Case number"))] = None
    verified: Annotated[
        YesNo | None, Ask(N_("Checked that it is real?"), N_("Call 12368 or the court itself; open no link."))
    ] = None
    hearing: Annotated[Day | None, Ask(N_("Date named in it"), prefer="future")] = None
    answered_on: Annotated[Day | None, Ask(N_("Answered in writing on"), prefer="past")] = None


class Sent(Item):
    """Something that was sent, kept with its date and hash."""

    what: Annotated[str | None, Ask(N_("What was sent"), required=True)] = None
    debt: Ref | None = None
    on: Annotated[Day | None, Ask(N_("On"), prefer="past")] = None
    sha256: str | None = None
