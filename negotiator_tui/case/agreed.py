"""What was agreed, what is paid on it, and the monthly check-up."""

from typing import Annotated, Any

from negotiator_tui.case import clauses as c
from negotiator_tui.case.ask import Ask
from negotiator_tui.case.base import Count, Day, Item, Money, Months, Rate, Ref, Signed
from negotiator_tui.case.kinds import LateEffect, Method, YesNo
from negotiator_tui.text.language import N_


def _low_then_high(item: Any) -> bool:
    return item.method is Method.LOW_THEN_HIGH


class Agreement(Item):
    """What was agreed, clause by clause. `rate` is percent a year; `total` and `ends_on` are what is written."""

    debt: Ref | None = None
    red_payee: c.RedPayee = None
    red_signers: c.RedSigners = None
    red_late: c.RedLate = None
    red_fees: c.RedFees = None
    signed_on: Annotated[Day | None, Ask(N_("Agreed on"), prefer="past", opens=N_("Terms"))] = None
    payee: Annotated[str | None, Ask(N_("Payee and account"), N_("As written."))] = None
    method: Annotated[Method | None, Ask(N_("Repayment method"))] = None
    instalment: Annotated[Money | None, Ask(N_("Each instalment"), unit=N_("yuan"))] = None
    months: Annotated[Months | None, Ask(N_("Instalments in all"), unit=N_("instalments"))] = None
    low_months: Annotated[
        Months | None,
        Ask(N_("Months with this first instalment"), unit=N_("months"), when=_low_then_high),
    ] = None
    later: Annotated[Money | None, Ask(N_("After that each instalment"), unit=N_("yuan"), when=_low_then_high)] = None
    first_due: Annotated[Day | None, Ask(N_("First payment on"))] = None
    ends_on: Annotated[Day | None, Ask(N_("Last payment on"), N_("As written."))] = None
    total: Annotated[Money | None, Ask(N_("In all, as written"), unit=N_("yuan"))] = None
    rate: Annotated[Rate | None, Ask(N_("Rate a year"), unit="%")] = None
    slack_days: Annotated[
        Count | None,
        Ask(
            N_("Days of slack after a payment day"),
            N_("As its own clause says; 0 where it leaves none."),
            unit=N_("days"),
            level="more",
            opens=N_("If a payment comes late"),
        ),
    ] = None
    late_effect: Annotated[
        LateEffect | None, Ask(N_("What a later one does"), N_("Only what is written in it."), level="more")
    ] = None
    balance: c.Balance = None
    capitalised: c.Capitalised = None
    instalments: c.Instalments = None
    penalty: c.Penalty = None
    debit: c.Debit = None
    collection: c.Collection = None
    reporting: c.Reporting = None
    admission: c.Admission = None
    disputes: c.Disputes = None
    privacy: c.Privacy = None
    settlement: c.Settlement = None
    form: c.Form = None


class Payment(Item):
    """An instalment of an agreement: when it is due and when it was paid."""

    agreement: Ref | None = None
    due: Annotated[Day | None, Ask(N_("Due on"), required=True, column=12)] = None
    amount: Annotated[Money | None, Ask(N_("Amount"), unit=N_("yuan"), column=12)] = None
    paid_on: Annotated[Day | None, Ask(N_("Paid on"), prefer="past", column=12)] = None
    paid_amount: Annotated[Money | None, Ask(N_("Amount paid"), unit=N_("yuan"), column=12)] = None
    proof: Annotated[str | None, Ask(N_("Proof"), N_("The file or receipt number."), column=14)] = None


class Review(Item):
    """A check-up: five minutes a month.

    `income`, `costs`, `for_debts` and `safe` are the figures of the month as they stood when it was begun, to compare
    with those of a later day; nothing is worked out from them.
    """

    on: Annotated[Day | None, Ask(N_("On"), prefer="past", required=True)] = None
    income_changed: Annotated[str | None, Ask(N_("What changed in what comes in and goes out?"), long=True)] = None
    holds: Annotated[YesNo | None, Ask(N_("Does the plan still hold?"))] = None
    reserve: Annotated[Money | None, Ask(N_("Put by for emergencies"), unit=N_("yuan"))] = None
    credit_report_on: Annotated[
        Day | None,
        Ask(N_("Credit report looked at on"), N_("Two enquiries a year are free."), prefer="past"),
    ] = None
    disputed_on: Annotated[
        Day | None,
        Ask(
            N_("Objection to the credit report handed in on"),
            N_("An answer in writing is due within twenty days."),
            prefer="past",
            level="more",
        ),
    ] = None
    income: Signed | None = None
    costs: Signed | None = None
    for_debts: Signed | None = None
    safe: Signed | None = None
