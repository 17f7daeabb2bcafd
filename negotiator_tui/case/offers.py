"""What a lender offers, and loans somebody offers instead."""

from typing import Annotated, Any

from negotiator_tui.case.ask import Ask
from negotiator_tui.case.base import Day, Item, Money, Months, Rate, Ref
from negotiator_tui.case.kinds import Answer, GraceKind, Method, Refusal
from negotiator_tui.text.language import N_


def _grace(item: Any) -> bool:
    return bool(item.grace_months)


class Offer(Item):
    """What a lender offered or answered. `rate` is percent a year."""

    debt: Ref | None = None
    received_on: Annotated[Day | None, Ask(N_("Received on"), prefer="past", required=True)] = None
    answer: Annotated[Answer | None, Ask(N_("How it stands"))] = None
    refusal: Annotated[
        Refusal | None,
        Ask(N_("The reason they gave"), when=lambda offer: offer.answer is Answer.REFUSED),
    ] = None
    method: Annotated[Method | None, Ask(N_("Repayment method"))] = None
    months: Annotated[Months | None, Ask(N_("Instalments in all"), unit=N_("instalments"))] = None
    instalment: Annotated[Money | None, Ask(N_("Each instalment"), N_("As they say it."), unit=N_("yuan"))] = None
    rate: Annotated[Rate | None, Ask(N_("Rate a year"), unit="%")] = None
    grace_months: Annotated[Months | None, Ask(N_("Of these, first months of grace"), unit=N_("months"))] = None
    grace_kind: Annotated[GraceKind | None, Ask(N_("During grace the interest is"), when=_grace)] = None
    paid_now: Annotated[Money | None, Ask(N_("To be paid now"), unit=N_("yuan"))] = None
    penalty_waived: Annotated[Money | None, Ask(N_("Penalty waived"), unit=N_("yuan"))] = None
    interest_waived: Annotated[Money | None, Ask(N_("Interest waived"), unit=N_("yuan"))] = None
    fee_upfront: Annotated[Money | None, Ask(N_("Fee at the start"), unit=N_("yuan"))] = None
    fee_monthly: Annotated[Money | None, Ask(N_("Fee with each instalment"), unit=N_("yuan"))] = None


class NewLoan(Item):
    """A loan somebody offers, or that the borrower thinks of, set beside the case before anything is taken."""

    name: Annotated[str | None, Ask(N_("Whose loan"), required=True, column=16)] = None
    purpose: Annotated[str | None, Ask(N_("What it would be for"), long=True)] = None
    amount: Annotated[Money | None, Ask(N_("Amount of the loan"), unit=N_("yuan"))] = None
    fee_upfront: Annotated[Money | None, Ask(N_("Fees taken off at the start"), unit=N_("yuan"))] = None
    fee_monthly: Annotated[Money | None, Ask(N_("Fee with each instalment"), unit=N_("yuan"))] = None
    instalment: Annotated[Money | None, Ask(N_("Each instalment"), N_("As they say it."), unit=N_("yuan"))] = None
    months: Annotated[Months | None, Ask(N_("Instalments in all"), unit=N_("instalments"))] = None
