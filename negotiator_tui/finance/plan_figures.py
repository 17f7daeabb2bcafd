"""The figures of a plan, an offer or an agreement with their arithmetic, to be opened part by part."""

from decimal import Decimal

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.edit import Path
from negotiator_tui.finance.claim_reading import Reading
from negotiator_tui.finance.fen import half_up, to_cent, to_fen, yuan
from negotiator_tui.finance.figure import Figure, total
from negotiator_tui.finance.offer import Outcome
from negotiator_tui.finance.offer_terms import contract_percent
from negotiator_tui.finance.rates import fraction
from negotiator_tui.finance.schedule_level import present_value
from negotiator_tui.finance.true_rate import TrueRate
from negotiator_tui.text.language import N_


def instalment_figure(outcome: Outcome, source: Path) -> Figure:
    """The first payment after the grace, by what it pays: principal, interest, a part of older interest and penalty."""
    made, row = outcome.schedule, outcome.schedule.terms.grace_months
    older = made.parked_fen[row] + made.deferred_fen[row]
    parts = (
        Figure(N_("Principal"), yuan(made.principal_fen[row])),
        Figure(N_("Interest of the month"), yuan(made.interest_fen[row] - older)),
        *_some(N_("Part of older interest and penalty"), older),
    )
    paid = outcome.payments_fen[row]
    if paid != made.payment_fen[row]:
        parts = (Figure(N_("As the lender states it"), yuan(paid)),)
    return Figure(N_("Instalment"), yuan(paid), "sum", parts, source=source)


def total_figure(outcome: Outcome, source: Path) -> Figure:
    """All that is paid: now, as principal, as interest, for what was owed before, as fees."""
    made = outcome.schedule
    older, deferred = sum(made.parked_fen), sum(made.deferred_fen)
    fees, now = to_fen(outcome.fees), to_fen(outcome.proposal.paid_now)
    if outcome.payments_fen != made.payment_fen:
        body: tuple[Figure, ...] = (Figure(N_("Instalments as stated"), yuan(sum(outcome.payments_fen))),)
    else:
        body = (
            Figure(N_("Principal"), yuan(sum(made.principal_fen))),
            Figure(N_("Interest"), yuan(sum(made.interest_fen) - older - deferred)),
            *_some(N_("Interest of the grace months"), deferred),
            *_some(N_("Interest and penalty from before"), older),
        )
    parts = (*_some(N_("Paid now"), now), *body, *_some(N_("Fees"), fees))
    return Figure(N_("In all"), outcome.total_paid, "sum", parts, source=source)


def rate_figure(rate: TrueRate, source: Path) -> Figure:
    """The true annual rate to two places: nominal, and what it comes to with interest on interest."""
    note = N_("The yearly rate at which all payments are worth the new balance less fees.")
    effective = Figure(N_("With interest on interest"), to_cent(rate.effective), unit="percent")
    label = N_("True rate a year")
    return Figure(label, to_cent(rate.nominal), "answer", (effective,), unit="percent", note=note, source=source)


def concession_figure(outcome: Outcome, debt: Debt, source: Path) -> Figure | None:
    """What the lender gives up; below zero what is paid beyond the contract. None where the contract's rate is open."""
    contract = contract_percent(debt)
    if contract is None or outcome.concession is None:
        return None
    made, month = outcome.schedule, fraction(contract) / 12
    payments = [paid - older for paid, older in zip(outcome.payments_fen, made.parked_fen, strict=True)]
    worth, scale = present_value(payments, [month.numerator] * len(payments), month.denominator)
    parts = (
        claim_figure(outcome.claim.likely),
        Figure(N_("Paid now"), outcome.proposal.paid_now),
        Figure(
            N_("The payments, worth at the start"),
            yuan(half_up(worth, scale)),
            note=N_("each counted back to the start at the contract's rate of {rate}% a year"),
            args=(("rate", f"{contract:.2f}"),),
        ),
        Figure(N_("Interest and penalty from before"), outcome.parked),
    )
    given = Decimal(outcome.concession)
    note = N_("Rounded to whole yuan. Below zero: more than the contract would ask.")
    return Figure(N_("Given up by the lender"), given, "minus", parts, note=note, source=source)


def claim_figure(reading: Reading) -> Figure:
    """What is owed at the start of a plan, by its parts."""
    labels = (
        N_("Principal still owed"),
        N_("Overdue interest"),
        N_("Penalty as stated"),
        N_("Interest since the last due day"),
        N_("Penalty since then"),
        N_("Interest on unpaid interest"),
    )
    pairs = list(zip(labels, reading.parts, strict=True))
    parts = tuple(Figure(label, amount) for label, amount in pairs if amount or label == labels[0])
    return total(N_("Owed at the start"), parts)


def _some(label: str, fen: int) -> tuple[Figure, ...]:
    return (Figure(label, yuan(fen)),) if fen else ()
