"""What is proposed for one debt, alike for a plan of the borrower's and an offer of the lender's."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Accrual, GraceKind, Method
from negotiator_tui.case.offers import Offer
from negotiator_tui.case.plans import Term
from negotiator_tui.finance.claim_overdue import Overdue
from negotiator_tui.finance.fen import to_fen, yuan
from negotiator_tui.finance.rates import annual_percent
from negotiator_tui.finance.schedule_terms import Terms
from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_

declare(
    {
        "offer.months": N_("The number of instalments is not there yet. Please write it to see the plan."),
        "offer.rate": N_("Neither this plan nor the contract has a yearly rate yet. Please write one of them."),
        "offer.balance": N_("It is not known yet how much is still owed. Please write it at the debt."),
    }
)

_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Terms for one debt before its balance is settled. Amounts are yuan, `rate` is percent a year.

    `instalment` and `stated_total` are what a lender says of them, whatever the other terms come to.

    `asked` tells the borrower's own plan (an instalment below its interest is refused) from a lender's offer (shown).
    """

    method: Method
    months: int
    rate: Decimal
    asked: bool
    grace_months: int = 0
    grace_kind: GraceKind = GraceKind.PAID
    low: Decimal | None = None
    low_months: int | None = None
    instalment: Decimal | None = None
    paid_now: Decimal = _ZERO
    penalty_waived: Decimal = _ZERO
    interest_waived: Decimal = _ZERO
    fee_upfront: Decimal = _ZERO
    fee_monthly: Decimal = _ZERO
    accrual: Accrual = Accrual.MONTHLY
    year_days: int = 360
    first_due: date | None = None
    stated_total: Decimal | None = None


def contract_percent(debt: Debt) -> Decimal | None:
    """The contract's annual rate in percent; in a year of 360 days where that is not known. None without a rate."""
    if debt.rate is None or debt.rate_per is None:
        return None
    return annual_percent(debt.rate, debt.rate_per, int(debt.year_days) if debt.year_days else 360)


def contract_terms(debt: Debt, overdue: Overdue) -> Terms | Fault:
    """What the contract still asks of the part that is not overdue: the terms of its remaining instalments."""
    if debt.outstanding is None:
        return fault("offer.balance")
    if debt.rate is None or debt.rate_per is None:
        return fault("offer.rate")
    if not debt.months_left:
        return fault("offer.months")
    return Terms(
        principal=yuan(max(0, to_fen(debt.outstanding) - overdue.principal)),
        rate=debt.rate,
        per=debt.rate_per,
        year_days=int(debt.year_days) if debt.year_days else None,
        months=debt.months_left,
        method=debt.method or Method.EQUAL_INSTALMENT,
        accrual=debt.accrual or Accrual.MONTHLY,
        first_due=debt.next_due,
    )


def asked(term: Term, debt: Debt) -> Proposal | Fault:
    """The borrower's terms as a proposal. What is not answered is as in the contract; months and rate must be known."""
    made = _proposal(term, debt, asked=True)
    if isinstance(made, Fault):
        return made
    return replace(made, low=term.low, low_months=term.low_months, first_due=term.first_due)


def offered(offer: Offer, debt: Debt) -> Proposal | Fault:
    """The lender's offer as a proposal. What is not answered is as in the contract; months and rate must be known."""
    made = _proposal(offer, debt, asked=False)
    if isinstance(made, Fault):
        return made
    upfront, monthly = offer.fee_upfront or _ZERO, offer.fee_monthly or _ZERO
    made = replace(made, fee_upfront=upfront, fee_monthly=monthly, stated_total=offer.total)
    if made.method is Method.LOW_THEN_HIGH:
        return replace(made, low=offer.instalment, low_months=offer.low_months)
    return replace(made, instalment=offer.instalment)


def _proposal(terms: Term | Offer, debt: Debt, *, asked: bool) -> Proposal | Fault:
    months = terms.months or debt.months_left
    rate = contract_percent(debt) if terms.rate is None else terms.rate
    if not months:
        return fault("offer.months")
    if rate is None:
        return fault("offer.rate")
    return Proposal(
        method=terms.method or debt.method or Method.EQUAL_INSTALMENT,
        months=months,
        rate=rate,
        asked=asked,
        grace_months=terms.grace_months or 0,
        grace_kind=terms.grace_kind or GraceKind.PAID,
        paid_now=terms.paid_now or _ZERO,
        penalty_waived=terms.penalty_waived or _ZERO,
        interest_waived=terms.interest_waived or _ZERO,
        accrual=debt.accrual or Accrual.MONTHLY,
        year_days=int(debt.year_days) if debt.year_days else 360,
    )
