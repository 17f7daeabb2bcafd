"""The one next thing to do, chosen by rules in a fixed order."""

from collections.abc import Callable
from datetime import date

from negotiator_tui.case.case import Case
from negotiator_tui.finance.budget_kept import Kept
from negotiator_tui.guide import next_agreed, next_answers, next_plan, next_talk, next_urgent
from negotiator_tui.guide.action import Action, Now

Rule = Callable[[Now], Action | None]

RULES: tuple[Rule, ...] = (
    # What is going on at this moment
    next_talk.call_running,
    # What has a day that others have set
    next_urgent.court_papers,
    next_urgent.fraud_signs,
    next_urgent.urgencies,
    next_answers.first_answers,
    next_urgent.debits,
    next_urgent.days_ahead,
    next_talk.payments,
    next_urgent.kept_current,
    next_urgent.offers,
    next_talk.answers_late,
    next_talk.letters_late,
    # What somebody waits for
    next_talk.red_lines,
    next_agreed.unsigned,
    next_talk.answers,
    next_talk.listed_instalments,
    # What can be done at any time
    next_plan.shop_loses,
    next_answers.figures,
    next_talk.holding,
    next_answers.export,
    next_answers.budget,
    next_answers.hardship,
    next_plan.plan,
    next_talk.materials,
    next_plan.call,
    next_talk.answer_day,
    next_talk.review,
)


_kept: Kept[Action] = Kept(4)


def next_action(case: Case, today: date) -> Action:
    """The one thing to do now. Never nothing: at the end stands that it is enough for today."""
    return _kept.get((case,), today, lambda: _chosen(Now(case, today)))


def _chosen(now: Now) -> Action:
    found = (rule(now) for rule in RULES)
    return next((each for each in found if each is not None), None) or next_talk.waiting(now)
