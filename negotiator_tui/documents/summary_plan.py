"""The plan and the ladder of a case in lines, for its summary."""

from collections.abc import Iterator
from datetime import date

from negotiator_tui.case.case import Case
from negotiator_tui.documents.templates import say
from negotiator_tui.documents.wording import money, numeral, short
from negotiator_tui.documents.wording import month_text as month_words
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.offer import Outcome
from negotiator_tui.finance.plan_basis import negotiable_debts
from negotiator_tui.finance.plan_trial import Trial
from negotiator_tui.finance.plan_words import plan_sentence
from negotiator_tui.finance.plans import chosen_plan, plan_result
from negotiator_tui.finance.rungs import Line, Rungs, rungs_of

PART = "summary"
_NAME = 12
_MOST = 6
"""Debts of which plan and ladder are told: a page is not to grow with them."""


def plan_lines(case: Case, today: date) -> tuple[str, ...]:
    """What the plan to ask for comes to for each debt, and whether there is money for it."""
    plan = chosen_plan(case)
    results = () if plan is None else plan_result(case, plan, today).terms
    lines = []
    for each in results[:_MOST]:
        name = short(each.debt.name or each.debt.lender or "", _NAME)
        outcome = each.outcome
        if not isinstance(outcome, Outcome):
            lines.append(say(PART, "plan-open", debt=name))
            continue
        trial = each.trial if each.basis.budget.judgeable else None
        words = plan_sentence(outcome, each.debt, "zh_Hans", money)
        lines.append(say(PART, "plan", debt=name, words=words, total=money(outcome.total_paid), fits=_fits(trial)))
    return tuple(lines)


def _fits(trial: Trial | None) -> str:
    if trial is None:
        return say(PART, "fits-unknown")
    usual, bad = trial.fit, trial.hold
    if usual.savings or (usual.kept and bad.savings):
        return say(PART, "fits-saving")
    if not usual.kept and usual.worst_in is not None:
        return say(
            PART, "fits-none", month=month_words(trial.month(usual.worst_in)), amount=money(yuan(usual.worst_by))
        )
    if not bad.kept and bad.worst_in is not None:
        return say(PART, "fits-usual", month=month_words(trial.month(bad.worst_in)), amount=money(yuan(bad.worst_by)))
    return say(PART, "fits-both") if usual.ok and bad.ok else say(PART, "fits-unknown")


def asks_lines(case: Case, today: date) -> tuple[str, ...]:
    """For each debt that is negotiated its line and its asks, the first one first."""
    own = {each.debt for each in case.ladders}
    debts = {each.id for each in negotiable_debts(case, today)} | own
    found = [rungs_of(case, each.id, today) for each in case.debts if each.id in debts]
    return tuple(line for each in found if each is not None for line in _asks(each))[:_MOST]


def _asks(rungs: Rungs) -> Iterator[str]:
    said = [
        say(PART, "ask", n=numeral(each.number), words=plan_sentence(each.outcome, rungs.debt, "zh_Hans", money))
        for each in rungs.asks
        if each.outcome is not None
    ]
    if rungs.line is None and not said:
        return
    name = short(rungs.debt.name or rungs.debt.lender or "", _NAME)
    yield _line(rungs.line, name) + (say(PART, "asks", asks="；".join(said)) if said else "。")


def _line(line: Line | None, name: str) -> str:
    if line is None:
        return say(PART, "no-line", debt=name)
    first = money(line.first)
    if line.months is None or line.later is None:
        return say(PART, "line", debt=name, amount=first)
    return say(PART, "line-later", debt=name, amount=first, months=str(line.months), later=money(line.later))
