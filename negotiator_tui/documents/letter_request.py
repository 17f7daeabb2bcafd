"""The parts of the letter that ask: what can be paid and why, the one request, the second choice."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Accrual, GraceKind
from negotiator_tui.documents.citing import Citing
from negotiator_tui.documents.means import Means, old_debt
from negotiator_tui.documents.templates import say, template, word
from negotiator_tui.documents.wording import day_text, money, month_text
from negotiator_tui.finance.asks import Fallback
from negotiator_tui.finance.fen import to_fen, yuan
from negotiator_tui.finance.figure import Figure
from negotiator_tui.finance.months import month_of
from negotiator_tui.finance.months import month_text as month_code
from negotiator_tui.finance.offer import Outcome
from negotiator_tui.finance.offer_terms import contract_percent
from negotiator_tui.finance.plan_words import payments_in_words, plan_sentence
from negotiator_tui.finance.plans import TermResult
from negotiator_tui.text.amounts import format_amount
from negotiator_tui.text.language import N_, Lang, t
from negotiator_tui.text.rates import format_rate

PART = "letter"
CHINESE: Lang = "zh_Hans"
"""The language of what a lender in mainland China receives."""


def means_words(means: Means, term: TermResult, outcome: Outcome, lender: str, citing: Citing) -> str:
    """What a bad month leaves for debts, what of it is promised already, and so what this lender can be paid.

    That last is said only of payments that every bad month carries: nothing untrue is written.
    """
    first = next((fen for fen in outcome.payments_fen if fen), 0)
    text = say(
        PART,
        "means",
        annex=citing.annexed(template("statement")["title"]),
        keep=_value(means.bad.keep),
        for_debts=_value(means.bad.for_debts),
    )
    shared = means.shares is not None and len(means.shares.parts) > 1
    arranged = means.arranged()
    values = {"you": lender, "first": money(yuan(first))}
    holds = term.trial is not None and term.trial.hold.ok
    if arranged > 0:
        names = dict.fromkeys(say(PART, f"old-{old_debt(debt)}") for debt in means.arranged_debts())
        entry = "means-arranged" if holds else "means-arranged-only"
        text += say(PART, entry, **values, arranged=money(yuan(arranged)), kinds=word("and").join(names))
    elif holds:
        text += say(PART, "means-shared" if shared else "means-all", **values)
    return text + (_later(means, outcome.payments_fen, term.first_due) if holds else "")


def _later(means: Means, payments: Sequence[int], first_due: date) -> str:
    """That the payment rises when older debts are paid, where it does."""
    freed = means.freed_in()
    step = next((n for n, fen in enumerate(payments) if n and fen > payments[0] + 1), None)
    if freed is None or step is None or means.shares is None:
        return ""
    begins = month_of(first_due) + step
    if step == len(payments) - 1 or means.shares.first + freed > begins:
        return ""
    return say(PART, "means-later", month=month_text(month_code(begins)), later=money(yuan(payments[step])))


def _value(figure: Figure) -> str:
    return money(figure.value or Decimal(0), about=figure.estimated)


def request_words(debt: Debt, term: TermResult, outcome: Outcome, lender: str, citing: Citing) -> Iterator[str]:
    """The one request, with its dates and amounts; and what it comes to, with the interest up to its start."""
    proposal, made = outcome.proposal, outcome.schedule
    now = say(PART, "paid-now", paid_now=money(proposal.paid_now)) if proposal.paid_now else ""
    yield (
        now
        + say(
            PART,
            "request",
            first_due=day_text(term.first_due),
            due_day=str(term.first_due.day),
            payments=t(CHINESE, N_("; ")).join(payments_in_words(outcome.payments_fen, CHINESE, format_amount)),
            months=str(_paying(outcome)),
            end=day_text(made.end) if made.end else None,
            rate=rate_words(outcome, debt),
            waiver=_waivers(outcome),
        )
        + _grace(outcome)
    )
    last = next((fen for fen in reversed(outcome.payments_fen) if fen), 0)
    annex = citing.annexed(template("schedule")["title"])
    total = say(
        PART,
        "total",
        convention=_convention(outcome),
        last=money(yuan(last)),
        total=money(outcome.total_paid),
        annex=annex,
    )
    yield total + _older(outcome, debt) + say(PART, "final", you=lender)


def _grace(outcome: Outcome) -> str:
    """What becomes of the interest of the grace months: never silently added to the principal."""
    proposal, made = outcome.proposal, outcome.schedule
    months = proposal.grace_months
    if not months or not proposal.rate:
        return ""
    amount = sum(made.interest_fen[:months]) if proposal.grace_kind is GraceKind.ADDED else sum(made.deferred_fen)
    return say(PART, f"grace-{proposal.grace_kind}", count=str(months), amount=money(yuan(amount)))


def rate_words(outcome: Outcome, debt: Debt) -> str:
    """At which rate: the contract's, another one, or none."""
    rate, contract = outcome.proposal.rate, contract_percent(debt)
    if contract is not None and rate == contract:
        return say(PART, "rate-same")
    return say(PART, "rate-other", rate=format_rate(rate)) if rate else say(PART, "rate-none")


def _waivers(outcome: Outcome) -> str:
    proposal, reading = outcome.proposal, outcome.claim.likely
    text = ""
    if proposal.penalty_waived:
        guess = bool(outcome.claim.decides)
        whole = proposal.penalty_waived >= reading.penalty_so_far
        start = outcome.schedule.terms.start
        penalty = money(min(proposal.penalty_waived, reading.penalty_so_far) or proposal.penalty_waived, about=guess)
        if whole and start is not None:
            text += say(PART, "waive-penalty-all", start=day_text(start), penalty=penalty)
        else:
            text += say(PART, "waive-penalty", penalty=money(proposal.penalty_waived))
    if proposal.interest_waived:
        text += say(PART, "waive-interest", interest=money(proposal.interest_waived))
    return text


def _convention(outcome: Outcome) -> str:
    proposal = outcome.proposal
    if not proposal.rate:
        return say(PART, "total-none")
    if proposal.accrual is Accrual.DAILY:
        return say(PART, "total-daily")
    return say(PART, "total-monthly", rate=format_rate(proposal.rate))


def _older(outcome: Outcome, debt: Debt) -> str:
    """What was owed in interest and penalty before the start, and that it is in the payments."""
    start = outcome.schedule.terms.start
    if start is None:
        return ""
    if not outcome.parked:
        waived = "older-waived" if outcome.proposal.interest_waived else "older-none"
        entry = waived if contract_percent(debt) is not None else "older-unknown"
        return say(PART, entry, start=day_text(start))
    parts = tuple(older_parts(outcome))
    guess = any(about for _, _, about in parts)
    words = [say(PART, name, amount=money(yuan(fen), about=about)) for name, fen, about in parts]
    return say(
        PART,
        "older-included" if len(words) > 1 else "older-one",
        start=day_text(start),
        parts=word("and").join(words),
        older=money(outcome.parked, about=guess),
    )


def older_parts(outcome: Outcome) -> Iterator[tuple[str, int, bool]]:
    """What the parked sum is made of: its word, fen, whether the contract still decides. Waivers are taken off it."""
    reading, proposal, left = outcome.claim.likely, outcome.proposal, to_fen(outcome.parked)
    overdue, normal = to_fen(reading.overdue_interest), to_fen(reading.normal_interest)
    later = normal + to_fen(reading.compound)
    plain = not proposal.interest_waived and not proposal.paid_now and overdue + later <= left
    interest = min(left, max(0, overdue + later - to_fen(proposal.interest_waived)))
    named = (("older-overdue", overdue), ("older-normal", later)) if plain else (("older-interest", interest),)
    for name, fen in named:
        if fen:
            yield name, fen, False
        left -= fen
    if left:
        yield "older-penalty", left, bool(outcome.claim.decides)


def fallback(debt: Debt, outcome: Outcome, found: Fallback | None) -> str:
    """What the borrower can agree to if the request `outcome` is refused."""
    if found is None:
        return say(PART, "fallback-none")
    if found.outcome is not None:
        end = found.outcome.schedule.end
        return say(
            PART,
            "fallback-other",
            plan=plan_sentence(found.outcome, debt, CHINESE, format_amount),
            end=day_text(end) if end else None,
            total=money(found.outcome.total_paid),
        )
    made = outcome.schedule
    interest = yuan(made.interest_fen[0] - made.parked_fen[0] - made.deferred_fen[0])
    return say(
        PART,
        "fallback-first",
        months=str(_paying(outcome)),
        count=str(len(found.payments)),
        payments=t(CHINESE, N_("; ")).join(payments_in_words(found.payments, CHINESE, format_amount)),
        covers=say(PART, "fallback-covers", interest=money(interest)) if interest else "",
    )


def _paying(outcome: Outcome) -> int:
    """The number of the last payment that is not 0.00."""
    return max((month for month, fen in enumerate(outcome.payments_fen, 1) if fen), default=0)
