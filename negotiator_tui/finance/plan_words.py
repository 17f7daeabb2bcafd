"""A plan in one sentence, as it is said on the phone and written in a letter."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from negotiator_tui.case.debts import Debt
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.offer import Outcome
from negotiator_tui.finance.offer_terms import Proposal, contract_percent
from negotiator_tui.text.amounts import format_yuan
from negotiator_tui.text.language import N_, Lang, t
from negotiator_tui.text.rates import format_rate

MOST_STEPS = 3
"""Levels of payment that are named one by one; where there are more, or each lasts a month, only first and last are."""


def plan_sentence(
    outcome: Outcome, debt: Debt, lang: Lang, money: Callable[[Decimal], str] = format_yuan, *, full: bool = True
) -> str:
    """The terms in one sentence: what is paid now, what is paid each month, the rate, the number, what is waived.

    `money` writes the amounts. Without `full` only the payments.
    """
    proposal = outcome.proposal
    parts = []
    if proposal.paid_now:
        parts.append(t(lang, N_("{amount} now"), amount=money(proposal.paid_now)))
    parts += payments_in_words(outcome.payments_fen, lang, money)
    if full:
        parts.append(_rate_words(proposal, debt, lang))
        months = max((month for month, fen in enumerate(outcome.payments_fen, 1) if fen), default=0)
        parts.append(t(lang, N_("{count} months in all"), count=months))
        parts += _waivers(proposal, lang, money)
    return t(lang, N_("; ")).join(parts)


def payments_in_words(payments: Sequence[int], lang: Lang, money: Callable[[Decimal], str] = format_yuan) -> list[str]:
    """Payments in fen as words, level by level; a last one that differs only by rounding belongs to its level."""
    steps = _steps(payments)
    if not steps:
        return [t(lang, N_("nothing to pay"))]
    if len(steps) > MOST_STEPS or (len(steps) == MOST_STEPS == sum(count for _, count in steps)):
        last = money(yuan(next(fen for fen in reversed(payments) if fen)))
        level, count = steps[0]
        if count == 1:
            around = {"first": money(yuan(level)), "last": last}
            return [t(lang, N_("from {first} in the first month to {last} in the last"), **around)]
        before = N_("the first {count} months {amount} each") if level else N_("nothing for {count} months")
        after = t(
            lang, N_("after that from {first} to {last} in the last month"), first=money(yuan(steps[1][0])), last=last
        )
        return [t(lang, before, count=count, amount=money(yuan(level))), after]
    words = []
    for number, (fen, count) in enumerate(steps):
        amount = money(yuan(fen))
        if len(steps) == 1:
            words.append(t(lang, N_("{amount} a month"), amount=amount))
        elif fen == 0 and count == 1:
            words.append(t(lang, N_("nothing in the first month") if number == 0 else N_("nothing for a month")))
        elif fen == 0:
            words.append(t(lang, N_("nothing for {count} months"), count=count))
        elif number == 0 and count == 1:
            words.append(t(lang, N_("{amount} in the first month"), amount=amount))
        elif number == 0:
            words.append(t(lang, N_("the first {count} months {amount} each"), count=count, amount=amount))
        elif number == len(steps) - 1 and count == 1:
            words.append(t(lang, N_("{amount} in the last month"), amount=amount))
        elif number == len(steps) - 1:
            words.append(t(lang, N_("after that {amount} a month"), amount=amount))
        else:
            words.append(t(lang, N_("then {count} months {amount} each"), count=count, amount=amount))
    return words


def _steps(payments: Sequence[int]) -> list[tuple[int, int]]:
    """Levels with their numbers of months.

    The last payment of a level only closes the balance: a smaller one belongs to its level, and so does one that is
    larger by no more than a fen a month.
    """
    paying = max((month for month, fen in enumerate(payments, 1) if fen), default=0)
    body = list(payments[:paying])
    if paying > 1 and _closes(body):
        body[-1] = body[-2]
    steps: list[tuple[int, int]] = []
    for fen in body:
        if steps and abs(steps[-1][0] - fen) <= 1:
            steps[-1] = (steps[-1][0], steps[-1][1] + 1)
        else:
            steps.append((fen, 1))
    return steps


def _closes(body: Sequence[int]) -> bool:
    near = abs(body[-1] - body[-2]) <= len(body)
    level = len(body) > 2 and abs(body[-2] - body[-3]) <= 1
    return near or (level and body[-1] < body[-2])


def _rate_words(proposal: Proposal, debt: Debt, lang: Lang) -> str:
    contract = contract_percent(debt)
    if proposal.rate == 0:
        return t(lang, N_("without interest"))
    if contract is not None and proposal.rate == contract:
        return t(lang, N_("the rate stays as it is"))
    return t(lang, N_("at {rate}% a year"), rate=format_rate(proposal.rate))


def _waivers(proposal: Proposal, lang: Lang, money: Callable[[Decimal], str]) -> list[str]:
    words = []
    if proposal.penalty_waived:
        words.append(t(lang, N_("{amount} of penalty waived"), amount=money(proposal.penalty_waived)))
    if proposal.interest_waived:
        words.append(t(lang, N_("{amount} of interest waived"), amount=money(proposal.interest_waived)))
    return words
