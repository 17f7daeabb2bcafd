"""What a lender offers, and loans somebody offers instead."""

from typing import Annotated, Any

from negotiator_tui.case import clauses as c
from negotiator_tui.case.ask import Ask
from negotiator_tui.case.base import Day, Item, Money, Months, Rate, Ref
from negotiator_tui.case.kinds import Answer, GraceKind, Method, NamedBy, Refusal, YesNo
from negotiator_tui.text.language import N_


def _grace(item: Any) -> bool:
    return bool(item.grace_months)


def _low_then_high(item: Any) -> bool:
    return item.method is Method.LOW_THEN_HIGH


class Offer(Item):
    """A round of talks about one debt: terms that were named, and the answer to them. `rate` is percent a year.

    With low-then-high `instalment` is the low one, for `low_months` months. `rung` is the ask of a ladder that a round
    of the borrower's own was made from.
    """

    debt: Ref | None = None
    rung: Ref | None = None
    received_on: Annotated[Day | None, Ask(N_("Received on"), prefer="past", required=True)] = None
    named_by: Annotated[NamedBy | None, Ask(N_("Who named these terms"), N_("Empty: the lender."), level="more")] = None
    answer: Annotated[Answer | None, Ask(N_("How it stands"))] = None
    answer_by: Annotated[
        Day | None,
        Ask(
            N_("They want an answer by"),
            N_("Only what they wrote or said. An offer worth taking can be read first."),
            prefer="future",
            level="more",
        ),
    ] = None
    refusal: Annotated[
        Refusal | None,
        Ask(N_("The reason they gave"), when=lambda offer: offer.answer is Answer.REFUSED),
    ] = None
    method: Annotated[Method | None, Ask(N_("Repayment method"))] = None
    months: Annotated[Months | None, Ask(N_("Instalments in all"), unit=N_("instalments"))] = None
    instalment: Annotated[Money | None, Ask(N_("Each instalment"), N_("As they say it."), unit=N_("yuan"))] = None
    low_months: Annotated[
        Months | None,
        Ask(N_("Months with this first instalment"), unit=N_("months"), when=_low_then_high),
    ] = None
    total: Annotated[Money | None, Ask(N_("In all, as they say"), unit=N_("yuan"))] = None
    rate: Annotated[Rate | None, Ask(N_("Rate a year"), unit="%")] = None
    first_due: Annotated[
        Day | None,
        Ask(N_("First payment on"), N_("By default one month from today."), prefer="future", level="more"),
    ] = None
    grace_months: Annotated[
        Months | None, Ask(N_("Of these, first months of grace"), unit=N_("months"), level="more")
    ] = None
    grace_kind: Annotated[GraceKind | None, Ask(N_("During grace the interest is"), when=_grace, level="more")] = None
    paid_now: Annotated[Money | None, Ask(N_("To be paid now"), unit=N_("yuan"))] = None
    penalty_waived: Annotated[Money | None, Ask(N_("Penalty waived"), unit=N_("yuan"))] = None
    interest_waived: Annotated[Money | None, Ask(N_("Interest waived"), unit=N_("yuan"), level="more")] = None
    fee_upfront: Annotated[Money | None, Ask(N_("Fee at the start"), unit=N_("yuan"))] = None
    fee_monthly: Annotated[Money | None, Ask(N_("Fee with each instalment"), unit=N_("yuan"))] = None
    red_payee: c.OfferedPayee = None
    red_signers: c.OfferedSigners = None
    red_late: c.OfferedLate = None
    red_fees: c.OfferedFees = None
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


class NewLoan(Item):
    """A loan somebody offers, or that the borrower thinks of, set beside the case before anything is taken.

    Its instalments are level and monthly, the first one month after it is paid out.
    """

    name: Annotated[str | None, Ask(N_("Whose loan"), required=True, column=16)] = None
    purpose: Annotated[str | None, Ask(N_("What it would be for"), long=True)] = None
    amount: Annotated[Money | None, Ask(N_("Amount of the loan"), unit=N_("yuan"))] = None
    fee_upfront: Annotated[
        Money | None,
        Ask(
            N_("Fees taken off at the start"),
            N_("Deposits and whatever is to be paid before count too."),
            unit=N_("yuan"),
        ),
    ] = None
    instalment: Annotated[Money | None, Ask(N_("Each instalment"), N_("As they say it."), unit=N_("yuan"))] = None
    months: Annotated[Months | None, Ask(N_("Instalments in all"), unit=N_("instalments"))] = None
    fee_monthly: Annotated[Money | None, Ask(N_("Fee with each instalment"), unit=N_("yuan"))] = None
    pays_debts: Annotated[
        YesNo | None,
        Ask(N_("Would it pay other debts?"), N_("If so, what arrives goes to what is due first.")),
    ] = None
    pays_first: Annotated[
        YesNo | None,
        Ask(N_("Do they want money, a code or a card before?"), N_("Then it is not a loan. Stop and check.")),
    ] = None
