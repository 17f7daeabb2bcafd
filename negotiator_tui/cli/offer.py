"""`offer`: whether a lender's offer can be carried, what it costs, and why, from options or as a case has it."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from negotiator_tui.case.case import Case, find
from negotiator_tui.case.clauses import RED
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import GraceKind, Method, Per
from negotiator_tui.case.labels import label
from negotiator_tui.case.offers import Offer
from negotiator_tui.case.questions import question
from negotiator_tui.cli import values
from negotiator_tui.cli.cases import debt_of, opened
from negotiator_tui.cli.faults import RefusedError
from negotiator_tui.cli.options import Given
from negotiator_tui.cli.outcome import result_lines
from negotiator_tui.cli.output import show
from negotiator_tui.cli.schedule import method
from negotiator_tui.cli.words import missing_lines
from negotiator_tui.finance.budget import budget_of
from negotiator_tui.finance.fen import to_cent, yuan
from negotiator_tui.finance.offer_check import LAST_APART, Beside, OfferCheck, check_offer
from negotiator_tui.finance.rates import annual_percent
from negotiator_tui.finance.schedule_terms import MAX_MONTHS
from negotiator_tui.text.amounts import format_amount
from negotiator_tui.text.fault import Fault, declare, fault, sentence
from negotiator_tui.text.language import N_
from negotiator_tui.text.rates import LARGEST_YEARLY

declare({"cli.no-offer": N_("There is no offer “{id}” in this case. It has: {ids}.")})


def run(given: Given) -> int:
    """Print the check of the offer given."""
    case = opened(given).case
    check = check_offer(case, _offer(given, case), given.today)
    if check is None:
        raise RefusedError(fault("case.gone"))
    if isinstance(check.result.outcome, Fault):
        raise RefusedError(check.result.outcome)
    blocking = budget_of(case, given.today).blocking
    show(given, check_json(given, check), [*check_lines(given, check), *missing_lines(given, case, blocking)])
    return 0


def check_json(given: Given, check: OfferCheck) -> dict[str, Any]:
    """By keys. `fits` and `holds` are null while it cannot be told; `breaks_in` is the first month that is short.

    Amounts and rates (percent a year) are strings, `concession` too, in whole yuan; `clauses` are by name, the red lines
    first, null where one was not looked at; `reasons` are sentences.
    """
    outcome = check.outcome
    rate = None if outcome is None else outcome.rate
    given_up = None if outcome is None else outcome.concession
    return {
        "fits": check.fits,
        "holds": check.holds,
        "breaks_in": check.breaks_in,
        "short_by": _text(check.short_by),
        "nominal_rate": None if rate is None else str(rate.nominal),
        "effective_rate": None if rate is None else str(rate.effective),
        "total_paid": _text(None if outcome is None else outcome.total_paid),
        "concession": _text(None if given_up is None else Decimal(given_up)),
        "clauses": {name: None if state is None else state.value for name, state in check.clauses},
        "reasons": [sentence(each, given.lang) for each in check.reasons],
    }


def check_lines(given: Given, check: OfferCheck) -> Iterator[str]:
    """The reasons first, then the figures beside the contract, the asks, the clauses that were looked at."""
    lines = list(result_lines(given, check.result, remarks=False))
    yield from lines[:2]
    yield from (f"  - {sentence(each, given.lang)}" for each in check.reasons)
    yield ""
    yield from lines[2:]
    if check.beside:
        yield ""
        yield given.say(N_("More or less than the asks and the contract:"))
    yield from (f"  {_beside(given, each)}" for each in check.beside)
    if check.outcome is not None and check.outcome.rest is not None:
        yield "  " + given.say(LAST_APART, amount=format_amount(yuan(check.outcome.rest[1])))
    looked_at = [(name, state) for name, state in check.clauses if state is not None or name in RED]
    yield ""
    yield given.say(N_("Clauses, the red lines first:"))
    for name, state in looked_at:
        words = given.say(N_("not looked at yet")) if state is None else given.say(label(state))
        yield f"  {given.say(question(Offer, name).ask.label)}: {words}"


def _beside(given: Given, each: Beside) -> str:
    name = given.say(N_("ask {number}"), number=each.number) if each.number else given.say(N_("the contract"))
    words = N_("{name}: first month {first}, in all {total}, months {months}, given up {given}")
    return given.say(
        words,
        name=name,
        first=_plus(each.first),
        total=_plus(each.total),
        months="?" if each.months is None else f"{each.months:+d}",
        given=_plus(None if each.concession is None else Decimal(each.concession)),
    )


def _plus(value: Decimal | None) -> str:
    return "?" if value is None else format_amount(value, plus=True)


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(to_cent(value))


def _offer(given: Given, case: Case) -> Offer:
    """The offer that --offer names, or the terms given."""
    if given.has("--offer"):
        name = given.options["--offer"]
        found = find(case, "offers", name)
        if not isinstance(found, Offer):
            ids = ", ".join(each.id for each in case.offers) or "-"
            raise RefusedError(fault("cli.no-offer", id=name, ids=ids), "--offer")
        return found
    for needed in ("--debt", "--months"):
        if not given.has(needed):
            raise RefusedError(fault("cli.missing", command=given.command.name, what=needed))
    return _terms(given, debt_of(case, given))


def _terms(given: Given, debt: Debt) -> Offer:
    rate = values.rate(given, "--rate", Per, Per.YEAR)
    year_days = int(debt.year_days) if debt.year_days else 360
    yearly = None if rate is None else annual_percent(*rate, year_days)
    if yearly is not None and yearly > LARGEST_YEARLY:
        raise RefusedError(fault("rate-range"), "--rate")
    chosen = method(given)
    low = values.amount(given, "--low")
    if chosen is Method.LOW_THEN_HIGH and low is None:
        low = values.amount(given, "--instalment")
    return Offer(
        id="o0",
        debt=debt.id,
        method=chosen,
        months=values.count(given, "--months", 1, MAX_MONTHS),
        rate=None if yearly is None else yearly.quantize(values.RATE_PLACES),
        grace_months=values.count(given, "--grace", 0, MAX_MONTHS),
        grace_kind=values.choice(given, "--grace-kind", GraceKind),
        instalment=low if low is not None else values.amount(given, "--instalment"),
        low_months=values.count(given, "--low-months", 1, MAX_MONTHS),
        total=values.amount(given, "--total"),
        paid_now=values.amount(given, "--paid-now"),
        penalty_waived=values.amount(given, "--penalty-waived"),
        interest_waived=values.amount(given, "--interest-waived"),
        fee_upfront=values.amount(given, "--fee-upfront"),
        fee_monthly=values.amount(given, "--fee-monthly"),
    )
