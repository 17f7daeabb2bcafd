"""A plan or an offer worked out from its terms: what is paid, what it costs, whether it fits (MONEY §9)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from negotiator_tui.case.debts import Debt, Missed
from negotiator_tui.case.kinds import Method
from negotiator_tui.finance.calendar import default_first_due, default_start
from negotiator_tui.finance.claim import Claim, claim_at_start
from negotiator_tui.finance.claim_payment import apply_payment
from negotiator_tui.finance.fen import to_fen, yuan
from negotiator_tui.finance.fits import Fit, concession, fits
from negotiator_tui.finance.offer_remarks import remarks
from negotiator_tui.finance.offer_terms import Proposal, contract_percent
from negotiator_tui.finance.rates import fraction
from negotiator_tui.finance.schedule import Schedule, schedule
from negotiator_tui.finance.schedule_terms import Terms
from negotiator_tui.finance.true_rate import TrueRate, true_rate
from negotiator_tui.text.fault import Fault, fault

_NEAR = 100
"""Fen between a stated instalment and a computed one within which they are taken for the same."""
_REST = 10
"""A last payment that is more than a tenth above the stated instalments is named: it is no rounding any more."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A proposal worked out. Amounts are yuan unless the name says fen.

    `balance` is the new principal and `parked` what is paid besides it without interest. `payments_fen` are the months'
    payments: those of the schedule, or the instalment the lender stated where it is above it. Where the lender states
    less than the terms come to, `schedule` is made with that and its last row takes all that is left (MONEY §3):
    `rest` is that row, its number (from 1) and fen, None where it is no more than a tenth above the others.
    `computed_instalment` is the first instalment after the grace by the terms themselves. `total_paid` counts what is paid now, all payments and
    `fees`. `concession` is what the lender gives up in whole yuan, below zero what the borrower does; None where the
    contract's rate is not known. `fit` and `hold` are None where the money of the months is not known.
    `interest_to_principal` is interest that an offer turns into principal. `remarks` are things to say of it.
    """

    proposal: Proposal
    claim: Claim
    schedule: Schedule
    balance: Decimal
    parked: Decimal
    payments_fen: tuple[int, ...]
    computed_instalment: Decimal
    total_paid: Decimal
    fees: Decimal
    rate: TrueRate | None
    concession: int | None
    fit: Fit | None
    hold: Fit | None
    interest_to_principal: Decimal
    remarks: tuple[Fault, ...]
    rest: tuple[int, int] | None = None


def worked_out(
    proposal: Proposal,
    debt: Debt,
    missed: Iterable[Missed],
    today: date,
    *,
    pool: Sequence[int] | None = None,
    safe: Sequence[int] | None = None,
) -> Outcome | Fault:
    """Work out a proposal for `debt`, first due a month after `today` unless it says otherwise.

    `pool` and `safe` are this debt's money in fen, month by month from the month of the first due date, in usual and in
    bad months. The claim is that of the start (`claim_at_start`). What is paid now goes to penalty
    and interest first, then to principal; un-waived interest and penalty are parked.
    """
    if debt.outstanding is None:
        return fault("offer.balance")
    first_due = proposal.first_due or default_first_due(today)
    start = default_start(first_due)
    owed = claim_at_start(debt, missed, first_due, today)
    terms = _terms(proposal, owed, start, first_due)
    made = schedule(terms, strict=proposal.asked)
    if isinstance(made, Fault):
        return made
    turned = 0
    if _is_capitalised(proposal, terms, made):
        turned = to_fen(terms.parked)
        terms = replace(terms, principal=yuan(to_fen(terms.principal) + turned), parked=yuan(0))
        made = schedule(terms, strict=False)
        if isinstance(made, Fault):
            return made
    return _outcome(proposal, debt, owed, made, turned, pool=pool, safe=safe)


def _terms(proposal: Proposal, owed: Claim, start: date, first_due: date) -> Terms:
    """The terms with the balance they apply to: what is left after waivers and what is paid now."""
    reading = owed.likely
    penalty = to_fen(reading.penalty_so_far)
    interest = sum(map(to_fen, (reading.overdue_interest, reading.normal_interest, reading.compound)))
    penalty -= min(penalty, to_fen(proposal.penalty_waived))
    interest -= min(interest, to_fen(proposal.interest_waived))
    applied = apply_payment(proposal.paid_now, yuan(0), yuan(penalty + interest), reading.outstanding)
    return Terms(
        principal=yuan(to_fen(reading.outstanding) - to_fen(applied.principal)),
        parked=yuan(penalty + interest - to_fen(applied.interest)),
        rate=proposal.rate,
        months=proposal.months,
        method=proposal.method,
        year_days=proposal.year_days,
        accrual=proposal.accrual,
        grace_months=proposal.grace_months,
        grace_kind=proposal.grace_kind,
        start=start,
        first_due=first_due,
        low=proposal.low,
        low_months=proposal.low_months,
        fee_upfront=proposal.fee_upfront,
        fee_monthly=proposal.fee_monthly,
    )


def _is_capitalised(proposal: Proposal, terms: Terms, made: Schedule) -> bool:
    """Whether the stated instalment is the one that comes out with the parked sums added to the principal."""
    if proposal.instalment is None or proposal.method is not Method.EQUAL_INSTALMENT or not terms.parked:
        return False
    whole = yuan(to_fen(terms.principal) + to_fen(terms.parked))
    added = schedule(replace(terms, principal=whole, parked=yuan(0)), strict=False)
    if isinstance(added, Fault):
        return False
    stated, row = to_fen(proposal.instalment), terms.grace_months
    off_added, off_parked = abs(stated - added.level_fen), abs(stated - made.level_fen - made.parked_fen[row])
    return off_added <= _NEAR and off_added < off_parked


def _outcome(
    proposal: Proposal,
    debt: Debt,
    owed: Claim,
    made: Schedule,
    turned: int,
    *,
    pool: Sequence[int] | None,
    safe: Sequence[int] | None,
) -> Outcome:
    computed, made = made, _as_stated(proposal, made)
    terms, payments = made.terms, _payments(proposal, made)
    paying = max((month for month, payment in enumerate(payments, 1) if payment), default=0)
    fees = to_fen(terms.fee_upfront) + to_fen(terms.fee_monthly) * paying
    paid_now = to_fen(proposal.paid_now)
    contract = contract_percent(debt)
    without_parked = [payment - part for payment, part in zip(payments, made.parked_fen, strict=True)]
    given = None
    if contract is not None:
        parked = to_fen(terms.parked)
        given = concession(to_fen(owed.total), paid_now, without_parked, fraction(contract), parked)
    rate = true_rate(made, payments)
    rest = _rest(proposal, made, payments)
    return Outcome(
        proposal=proposal,
        claim=owed,
        schedule=made,
        balance=terms.principal,
        parked=terms.parked,
        payments_fen=payments,
        computed_instalment=yuan(computed.payment_fen[terms.grace_months]),
        total_paid=yuan(paid_now + sum(payments) + fees),
        fees=yuan(fees),
        rate=rate,
        concession=given,
        fit=None if pool is None else fits(payments, pool),
        hold=None if safe is None else fits(payments, safe),
        interest_to_principal=yuan(turned + made.capitalised_fen),
        remarks=tuple(remarks(proposal, computed, rate, turned=turned, fees=fees, paid=made, rest=rest)),
        rest=rest,
    )


def _as_stated(proposal: Proposal, made: Schedule) -> Schedule:
    """The schedule with the lender's own instalment where that is too low for the terms, so that its last row closes.

    12,000.00 at 12 % in 12 months is 1,066.19 a month; with "800.00 a month" the twelfth row is 4,175.91. Left out, it
    would look like a gift. The stated instalment holds the parked sums' shares; where they are more than it, they are
    left for the end.
    """
    terms, row = made.terms, made.terms.grace_months
    if proposal.instalment is None or terms.method is not Method.EQUAL_INSTALMENT or terms.repayment_months < 2:
        return made
    stated = to_fen(proposal.instalment)
    share = made.parked_fen[row] + made.deferred_fen[row]
    if stated <= 0 or stated - share >= made.level_fen - 1:
        return made
    if stated > share:
        paid = schedule(replace(terms, instalment=yuan(stated - share)), strict=False)
        return made if isinstance(paid, Fault) else paid
    bare = schedule(replace(terms, instalment=proposal.instalment, parked=yuan(0)), strict=False)
    return made if isinstance(bare, Fault) else _with_last(bare, to_fen(terms.parked))


def _with_last(made: Schedule, older: int) -> Schedule:
    """The schedule with older sums paid in its last row."""
    return replace(
        made,
        terms=replace(made.terms, parked=yuan(older)),
        payment_fen=(*made.payment_fen[:-1], made.payment_fen[-1] + older),
        interest_fen=(*made.interest_fen[:-1], made.interest_fen[-1] + older),
        parked_fen=(*made.parked_fen[:-1], made.parked_fen[-1] + older),
    )


def _rest(proposal: Proposal, made: Schedule, payments: Sequence[int]) -> tuple[int, int] | None:
    """The last payment where it takes what too low an instalment left."""
    if proposal.instalment is None or made.terms.instalment is None:
        return None
    last = payments[-1]
    return (len(payments), last) if (last - to_fen(proposal.instalment)) * _REST > to_fen(proposal.instalment) else None


def _payments(proposal: Proposal, made: Schedule) -> tuple[int, ...]:
    """What is really paid each month: where the lender states more than the terms come to it is that, all months."""
    if proposal.instalment is None or proposal.method is not Method.EQUAL_INSTALMENT or made.terms.instalment:
        return made.payment_fen
    grace = made.terms.grace_months
    stated = (to_fen(proposal.instalment),) * made.terms.repayment_months
    if abs(stated[0] - made.payment_fen[grace]) <= 1:
        return made.payment_fen  # the same instalment: the schedule knows its last row
    return made.payment_fen[:grace] + stated
