"""What `plan` says of the search: the least to ask for, what stands beside it, and what would be needed."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from negotiator_tui.case.case import Case
from negotiator_tui.cli.options import Given
from negotiator_tui.cli.output import money, text_of
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.fits import Fit
from negotiator_tui.finance.kept_words import AHEAD, INSTEAD, NOTHING_INSTEAD, kept_words
from negotiator_tui.finance.months import HORIZON, month_text
from negotiator_tui.finance.offer_terms import contract_percent
from negotiator_tui.finance.plan_words import plan_sentence
from negotiator_tui.finance.savings import CARRIED, from_savings
from negotiator_tui.finance.search import CaseSearch, DebtSearch, outcome_of
from negotiator_tui.finance.search_debt import Mode
from negotiator_tui.finance.search_grid import KINDS, LIMIT, METHODS, MOST_GRACE, RATE_STEP, Candidate
from negotiator_tui.finance.search_points import Smaller
from negotiator_tui.text.amounts import format_amount
from negotiator_tui.text.clean import clean
from negotiator_tui.text.fault import sentence
from negotiator_tui.text.language import N_
from negotiator_tui.text.rates import format_rate

REFUSED = "refused"
"""Stands where a smaller ask is no plan: an instalment would not cover its interest."""


def search_json(found: CaseSearch) -> dict[str, Any]:
    """The search by keys: amounts and rates (percent a year) as strings, months `YYYY-MM`, null where not known."""
    budget = found.basis.budget
    return {
        "mode": None if found.mode is None else found.mode.value,
        "for_debts": {
            "now": text_of(budget.for_debts.value),
            "by_month": {month: str(value) for month, value in budget.for_debts_by_month.items()},
            "safe_by_month": {month: str(value) for month, value in budget.safe_by_month.items()},
        },
        "limits": {
            "months": LIMIT,
            "grace_months": MOST_GRACE,
            "rate_step": str(RATE_STEP),
            "methods": [each.value for each in METHODS],
            "grace_kinds": [each.value for each in KINDS],
            "tested_months": HORIZON,
            "saving_months": CARRIED,
        },
        "debts": [_debt_json(each) for each in found.debts],
    }


def _debt_json(found: DebtSearch) -> dict[str, Any]:
    result = found.result
    shown = () if result is None else result.shown
    places = {each.key: number for number, each in enumerate(shown)}

    def place(candidate: Candidate | None) -> int | None:
        return None if candidate is None else places[candidate.key]

    return {
        "id": found.debt.id,
        "claim": str(found.claim.total),
        "contract": _contract_json(found),
        "frontier": [_candidate_json(found, each) for each in shown],
        "recommended": place(None if result is None else result.recommended),
        "shortest": place(None if result is None else result.shortest),
        "least_total": place(None if result is None else result.least_total),
        "next_smaller": [] if result is None else [_smaller_json(each, found.first_due) for each in result.smaller],
        "needed": _needed_json(found),
    }


def _contract_json(found: DebtSearch) -> dict[str, Any]:
    contract, rate = found.contract, contract_percent(found.debt)
    return {
        "annual_rate": None if rate is None else f"{rate:.6f}",
        "instalment": text_of(contract.instalment),
        "months": contract.months,
        "overdue": text_of(contract.overdue),
        "total": text_of(contract.total),
        "end": None if contract.end is None else contract.end.isoformat(),
        "holds": contract.holds,
    }


def _candidate_json(found: DebtSearch, candidate: Candidate) -> dict[str, Any]:
    key, end = candidate.key, found.end_of(candidate)
    penalty, interest = candidate.waived
    return {
        "method": key.method.value,
        "months": key.months,
        "grace_months": key.grace,
        "grace_kind": key.kind.value if key.grace else None,
        "low": None if candidate.low is None else str(yuan(candidate.low[0])),
        "low_months": None if candidate.low is None else candidate.low[1],
        "annual_rate": f"{candidate.rate:.6f}",
        "penalty_waived": str(yuan(penalty)),
        "interest_waived": str(yuan(interest)),
        "paid_now": str(yuan(candidate.paid_now)),
        "max_payment": str(yuan(max(candidate.payments))),
        "total_paid": str(yuan(candidate.total)),
        "concession": f"{candidate.concession}.00",
        "months_added": candidate.months_added,
        "holds": _holds(found, candidate),
        "end": None if end is None else end.isoformat(),
    }


def _holds(found: DebtSearch, candidate: Candidate) -> bool:
    if found.money is None:
        return False
    if found.result is not None and found.result.savings:
        return from_savings(candidate.payments, found.money.bad) is not None
    return candidate.fits(found.money.pool(bad=True))


def _smaller_json(smaller: Smaller, first_due: date) -> dict[str, Any]:
    fit = smaller.fit
    if fit is None:
        return {"change": smaller.change.value, "breaks_in": REFUSED, "short_by": None, "worst": None}
    worst = None
    if fit.worst_in is not None:
        worst = {"month": _month(first_due, fit.worst_in), "short_by": str(yuan(fit.worst_by))}
    return {
        "change": smaller.change.value,
        "breaks_in": None if fit.breaks_in is None else _month(first_due, fit.breaks_in),
        "short_by": str(yuan(fit.short_by)),
        "worst": worst,
    }


def _needed_json(found: DebtSearch) -> dict[str, Any] | None:
    """Where nothing fits: how much a month, or how many months. Where it only fits with savings: what, until when."""
    result = found.result
    if result is None or (result.needed is None and not result.savings):
        return None
    needed = result.needed
    return {
        "monthly": None if needed is None else str(yuan(needed.monthly)),
        "months": None if needed is None else needed.months,
        "saved": [{"month": _month(found.first_due, month), "amount": str(yuan(fen))} for month, fen in result.savings],
    }


def _month(first_due: date, number: int) -> str:
    return month_text(first_due.year * 12 + first_due.month - 1 + number)


def search_lines(given: Given, found: CaseSearch, case: Case) -> Iterator[str]:
    """For people: one sentence for each debt first, then what it rests on."""
    if found.mode is Mode.DEFICIT:
        yield given.say(N_("The next twelve months leave nothing for debts: no plan of instalments can be kept."))
    for each in found.debts:
        yield clean(each.debt.name or each.debt.id)
        yield from (f"  {line}" for line in _debt_lines(given, each, case))
        yield ""
    if any(each.result is not None for each in found.debts):
        yield _limits(given)
        yield ""


def _debt_lines(given: Given, found: DebtSearch, case: Case) -> Iterator[str]:
    result = found.result
    if found.mode is Mode.KEEP:
        yield sentence(kept_words(found), given.lang)
    if found.ahead is not None:
        yield given.say(INSTEAD, sentence=plan_sentence(found.ahead, found.debt, given.lang))
    elif found.breaks_later:
        yield given.say(NOTHING_INSTEAD, count=max(LIMIT, found.debt.months_left or 1))
    if result is None:
        return
    if result.needed is not None:
        yield given.say(
            N_("No plan fits. Over {months} months {amount} a month would be needed."),
            months=LIMIT if found.grid is None else found.grid.months[-1],
            amount=money(yuan(result.needed.monthly)),
        )
        return
    if found.outcome is None or result.recommended is None:
        return
    yield plan_sentence(found.outcome, found.debt, given.lang)
    yield from _certainty(given, found, case)
    if found.rate_assumed:
        yield given.say(N_("Counted without interest, as the rate is not written down: that is part of the request."))
    else:
        amount = format_amount(yuan(result.recommended.concession * 100))
        yield given.say(N_("Of what is owed the lender gives up {amount}."), amount=amount)
    for smaller in result.smaller:
        yield _smaller_words(given, smaller, smaller.fit, found.first_due)


def _certainty(given: Given, found: DebtSearch, case: Case) -> Iterator[str]:
    """Whether it survives a bad month, and on what."""
    result = found.result
    if result is None:
        return
    if not result.holds:
        yield given.say(N_("It only just fits: a bad month breaks it."))
    if found.assumed:
        yield given.say(AHEAD, count=HORIZON)
    if found.money is not None and found.money.guessed:
        yield given.say(N_("The worst month is a guess. Write down its takings: what to ask for depends on them."))
    if result.beside is not None:
        beside = outcome_of(found, result.beside, case, given.today)
        if beside is not None:
            sentence = plan_sentence(beside, found.debt, given.lang)
            yield given.say(N_("In usual months this would fit too: {sentence}"), sentence=sentence)
    for month, fen in result.savings[:3]:
        yield given.say(
            N_("Only if {amount} are put by for {month}."),
            amount=money(yuan(fen)),
            month=_month(found.first_due, month),
        )


_CHANGES = {
    "rate": N_("the rate half a point higher"),
    "waiver": N_("one waiver less"),
    "months": N_("a month shorter"),
    "grace": N_("a month of grace less"),
}


def _smaller_words(given: Given, smaller: Smaller, fit: Fit | None, first_due: date) -> str:
    change = given.say(_CHANGES[smaller.change.value])
    if fit is None:
        return given.say(N_("With {change} an instalment would not cover its interest."), change=change)
    if fit.breaks_in is None:
        return given.say(N_("With {change} it would fit too."), change=change)
    month, amount = _month(first_due, fit.breaks_in), money(yuan(fit.short_by))
    return given.say(
        N_("With {change} {amount} would be missing in {month}."), change=change, amount=amount, month=month
    )


def _limits(given: Given) -> str:
    """What was looked through."""
    return given.say(
        N_("Looked through: up to {months} months, {grace} months of grace, rates in steps of {step} points."),
        months=LIMIT,
        grace=MOST_GRACE,
        step=format_rate(RATE_STEP),
    )
