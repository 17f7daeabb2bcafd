"""A plan or an offer worked out, as JSON values and as lines for people."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from negotiator_tui.case.labels import label
from negotiator_tui.cli.options import Given
from negotiator_tui.cli.output import NOTHING, money
from negotiator_tui.cli.schedule import rate_words
from negotiator_tui.finance.fen import to_cent, yuan
from negotiator_tui.finance.fits import Fit
from negotiator_tui.finance.offer import Outcome
from negotiator_tui.finance.plan_contract import Contract
from negotiator_tui.finance.plan_trial import Trial
from negotiator_tui.finance.plan_words import plan_sentence
from negotiator_tui.finance.plans import TermResult
from negotiator_tui.text.amounts import format_amount
from negotiator_tui.text.cells import columns
from negotiator_tui.text.clean import clean
from negotiator_tui.text.fault import Fault, sentence
from negotiator_tui.text.language import N_
from negotiator_tui.text.rates import format_rate


def result_json(given: Given, made: TermResult) -> dict[str, Any]:
    """By keys: amounts and rates (percent a year) as strings, null where something is not known.

    Where the terms cannot be worked out there is only `problem`, a sentence.
    """
    head = {"debt": made.debt.id, "name": made.debt.name or ""}
    if isinstance(made.outcome, Fault):
        return head | {"problem": sentence(made.outcome, given.lang)}
    proposal, paying = made.outcome.proposal, _paying(made.outcome)
    return head | {
        "sentence": plan_sentence(made.outcome, made.debt, given.lang),
        "method": proposal.method.value,
        "months": proposal.months,
        "rate": f"{proposal.rate:.6f}",
        "grace_months": proposal.grace_months,
        "paid_now": _text(proposal.paid_now),
        "claim": _text(made.outcome.claim.total),
        "balance": _text(made.outcome.balance),
        "parked": _text(made.outcome.parked),
        "first_payment": _text(paying[0][1]) if paying else None,
        "largest_payment": _text(yuan(max(made.outcome.payments_fen))),
        "first_due": paying[0][0] if paying else None,
        "end": paying[-1][0] if paying else None,
        "total_paid": _text(made.outcome.total_paid),
        "concession": _text(None if made.outcome.concession is None else Decimal(made.outcome.concession)),
        "nominal_rate": None if made.outcome.rate is None else str(made.outcome.rate.nominal),
        "effective_rate": None if made.outcome.rate is None else str(made.outcome.rate.effective),
        "fits": _trial_json(_told(made, made.trial), bad=False),
        "holds": _trial_json(_told(made, made.trial), bad=True),
        "remarks": [sentence(each, given.lang) for each in made.outcome.remarks],
        "contract": _contract_json(made, made.contract),
    }


def _contract_json(made: TermResult, contract: Contract) -> dict[str, Any]:
    return {
        "instalment": _text(contract.instalment),
        "months": contract.months,
        "overdue": _text(contract.overdue),
        "total": _text(contract.total),
        "end": None if contract.end is None else contract.end.isoformat(),
        "fits": _trial_json(_told(made, contract.trial), bad=False),
        "holds": _trial_json(_told(made, contract.trial), bad=True),
    }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(to_cent(value))


def _paying(outcome: Outcome) -> list[tuple[str, Decimal]]:
    dues = outcome.schedule.dues or ()
    return [(due.isoformat(), yuan(fen)) for due, fen in zip(dues, outcome.payments_fen, strict=False) if fen]


def _told(made: TermResult, trial: Trial | None) -> Trial | None:
    """The trial, unless an answer is missing that decides: nothing may be called affordable then."""
    return trial if made.basis.budget.judgeable else None


def _trial_json(trial: Trial | None, *, bad: bool) -> dict[str, Any] | None:
    if trial is None:
        return None
    fit = _fit(trial, bad=bad)
    return {
        "ok": fit.ok,
        "breaks_in": None if fit.breaks_in is None else trial.month(fit.breaks_in),
        "short_by": str(yuan(fit.short_by)),
        "worst_in": None if fit.worst_in is None else trial.month(fit.worst_in),
        "worst_by": str(yuan(fit.worst_by)),
        "untested": fit.untested,
        "savings": [{"month": trial.month(month), "amount": str(yuan(fen))} for month, fen in fit.savings],
    }


def _fit(trial: Trial, *, bad: bool) -> Fit:
    return trial.hold if bad else trial.fit


def result_lines(given: Given, made: TermResult, *, remarks: bool = True) -> Iterator[str]:
    """What is paid, until when, what it costs, whether it can be kept; beside it the contract as it stands.

    The first two lines are the name and the terms in one sentence.
    """
    yield clean(made.debt.name or made.debt.id)
    if isinstance(made.outcome, Fault):
        yield f"  {sentence(made.outcome, given.lang)}"
        return
    outcome, contract = made.outcome, made.contract
    proposal, paying = outcome.proposal, _paying(outcome)
    yield f"  {plan_sentence(outcome, made.debt, given.lang)}"
    told, stands = _told(made, made.trial), _told(made, contract.trial)
    method = made.debt.method
    payments = [f"{money(amount)}  {due}" for due, amount in paying] or [NOTHING]
    first, last = payments[0], payments[-1]
    rows = (
        ("", given.say(N_("These terms")), given.say(N_("Contract as it stands"))),
        (N_("Repayment method"), given.say(label(proposal.method)), given.say(label(method)) if method else NOTHING),
        (N_("Instalments in all"), str(proposal.months), NOTHING if contract.months is None else str(contract.months)),
        (N_("Rate a year"), f"{format_rate(proposal.rate)}%", ""),
        (N_("Overdue, due at once"), NOTHING, money(contract.overdue)),
        (N_("Paid now"), money(proposal.paid_now), ""),
        (N_("First payment"), first, money(contract.instalment)),
        (N_("Largest payment"), money(yuan(max(outcome.payments_fen))), ""),
        (N_("Last payment"), last, f"{contract.end or NOTHING}"),
        (N_("Paid in all"), money(outcome.total_paid), money(contract.total)),
        (N_("In usual months"), _fit_words(given, told, bad=False), _fit_words(given, stands, bad=False)),
        (
            N_("In bad months (a guess)") if made.basis.budget.bad_is_guess else N_("In bad months"),
            _fit_words(given, told, bad=True),
            _fit_words(given, stands, bad=True),
        ),
    )
    said = [(given.say(name) if name else "", *cells) for name, *cells in rows]
    yield from (f"  {line}" for line in columns(said, [False, False, False]))
    yield f"  {rate_words(given, outcome.rate)}"
    if outcome.concession is not None:
        yield f"  {_given_up(given, outcome.concession)}"
    if remarks:
        yield from (f"  {sentence(each, given.lang)}" for each in outcome.remarks)


def _given_up(given: Given, concession: int) -> str:
    amount = format_amount(Decimal(abs(concession)))
    if concession < 0:
        return given.say(N_("Compared with the contract the borrower gives up {amount}."), amount=amount)
    return given.say(N_("Compared with the contract the lender gives up {amount}."), amount=amount)


def _fit_words(given: Given, trial: Trial | None, *, bad: bool) -> str:
    if trial is None:
        return given.say(N_("cannot be told yet"))
    fit = _fit(trial, bad=bad)
    if fit.savings:
        month, fen = max(fit.savings, key=lambda each: each[1])
        return given.say(
            N_("only if {amount} are put by for {month}"), amount=money(yuan(fen)), month=trial.month(month)
        )
    if fit.breaks_in is not None:
        amount = money(yuan(fit.short_by))
        return given.say(
            N_("not enough: in {month} {amount} are missing"), month=trial.month(fit.breaks_in), amount=amount
        )
    if fit.untested:
        return given.say(N_("enough as far as it can be told; {count} payments lie beyond"), count=fit.untested)
    return given.say(N_("enough in every month"))
