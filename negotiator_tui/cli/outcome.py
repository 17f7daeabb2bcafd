"""A plan or an offer worked out, as JSON values and as lines for people."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from negotiator_tui.case.labels import label
from negotiator_tui.cli.options import Given
from negotiator_tui.cli.output import NOTHING, money
from negotiator_tui.cli.schedule import rate_words
from negotiator_tui.finance.fen import to_cent, yuan
from negotiator_tui.finance.fits import Fit
from negotiator_tui.finance.months import month_of, month_text
from negotiator_tui.finance.offer import Outcome
from negotiator_tui.text.amounts import format_amount
from negotiator_tui.text.cells import columns
from negotiator_tui.text.fault import sentence
from negotiator_tui.text.language import N_
from negotiator_tui.text.rates import format_rate


def outcome_json(given: Given, made: Outcome) -> dict[str, Any]:
    """The outcome by keys: amounts and rates (percent a year) as strings; null where something is not known."""
    proposal, paying = made.proposal, _paying(made)
    return {
        "method": proposal.method.value,
        "months": proposal.months,
        "rate": f"{proposal.rate:.6f}",
        "grace_months": proposal.grace_months,
        "paid_now": str(to_cent(proposal.paid_now)),
        "claim": str(made.claim.total),
        "balance": str(made.balance),
        "parked": str(made.parked),
        "first_payment": str(yuan(paying[0][1])) if paying else None,
        "largest_payment": str(yuan(max(made.payments_fen))),
        "first_due": paying[0][0].isoformat() if paying else None,
        "end": paying[-1][0].isoformat() if paying else None,
        "total_paid": str(made.total_paid),
        "concession": None if made.concession is None else f"{made.concession}.00",
        "nominal_rate": None if made.rate is None else str(made.rate.nominal),
        "effective_rate": None if made.rate is None else str(made.rate.effective),
        "fits": _fit_json(made.fit, made.schedule.dues or ()),
        "holds": _fit_json(made.hold, made.schedule.dues or ()),
        "remarks": [sentence(each, given.lang) for each in made.remarks],
    }


def _paying(made: Outcome) -> list[tuple[date, int]]:
    return [(due, fen) for due, fen in zip(made.schedule.dues or (), made.payments_fen, strict=False) if fen]


def _fit_json(fit: Fit | None, dues: Sequence[date]) -> dict[str, Any] | None:
    if fit is None:
        return None
    return {
        "ok": fit.ok,
        "breaks_in": _month(fit.breaks_in, dues),
        "short_by": str(yuan(fit.short_by)),
        "worst_in": _month(fit.worst_in, dues),
        "worst_by": str(yuan(fit.worst_by)),
        "untested": fit.untested,
    }


def _month(number: int | None, dues: Sequence[date]) -> str | None:
    return None if number is None else month_text(month_of(dues[number]))


def outcome_lines(given: Given, made: Outcome) -> Iterator[str]:
    """What is paid, until when, what it costs, whether it can be kept."""
    proposal, paying = made.proposal, _paying(made)
    rows = (
        (N_("Repayment method"), given.say(label(proposal.method))),
        (N_("Instalments in all"), str(proposal.months)),
        (N_("Rate a year"), f"{format_rate(proposal.rate)}%"),
        (N_("Owed at the start"), money(made.claim.total)),
        (N_("New balance"), money(made.balance)),
        (N_("Paid beside it, without interest"), money(made.parked)),
        (N_("First payment"), f"{money(yuan(paying[0][1]))}  {paying[0][0]}" if paying else NOTHING),
        (N_("Largest payment"), money(yuan(max(made.payments_fen)))),
        (N_("Last payment"), f"{money(yuan(paying[-1][1]))}  {paying[-1][0]}" if paying else NOTHING),
        (N_("Paid in all"), money(made.total_paid)),
        (N_("In usual months"), _fit_words(given, made, made.fit)),
        (N_("In bad months"), _fit_words(given, made, made.hold)),
    )
    yield from (f"  {line}" for line in columns([(given.say(name), value) for name, value in rows], [False, False]))
    yield f"  {rate_words(given, made.rate)}"
    if made.concession is not None:
        yield f"  {_given_up(given, made.concession)}"
    yield from (f"  {sentence(each, given.lang)}" for each in made.remarks)


def _given_up(given: Given, concession: int) -> str:
    amount = format_amount(yuan(abs(concession) * 100))
    if concession < 0:
        return given.say(N_("Compared with the contract the borrower gives up {amount}."), amount=amount)
    return given.say(N_("Compared with the contract the lender gives up {amount}."), amount=amount)


def _fit_words(given: Given, made: Outcome, fit: Fit | None) -> str:
    if fit is None:
        return given.say(N_("cannot be told yet"))
    if fit.breaks_in is not None:
        month = _month(fit.breaks_in, made.schedule.dues or ())
        return given.say(
            N_("not enough: in {month} {amount} are missing"), month=month, amount=money(yuan(fit.short_by))
        )
    if fit.untested:
        return given.say(N_("enough as far as it can be told; {count} payments lie beyond"), count=fit.untested)
    return given.say(N_("enough in every month"))
