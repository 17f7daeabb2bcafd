"""The one next thing to do, in words that hide amounts when the screen does."""

from negotiator_tui.guide.action import Action
from negotiator_tui.guide.next_action import next_action
from negotiator_tui.text.amounts import format_yuan
from negotiator_tui.text.language import N_
from negotiator_tui.ui.rows import Target
from negotiator_tui.ui.view import HIDDEN, View


def next_words(view: View) -> tuple[str, str, str]:
    """The title of the line, what to do, and why."""
    action = next_action(view.case, view.today)
    return view.t(N_("Next")), _sentence(view, action), _reason(view, action)


def next_target(view: View) -> Target:
    """The page and row of the next thing."""
    action = next_action(view.case, view.today)
    if action.page == "materials" and len(action.path) == 2:
        return _paper(view, action.path[1])
    if action.page == "payments" and action.path[:1] == ("agreements",):
        return Target("payments", ("action", f"make.{action.path[1]}"))
    return Target(action.page, action.path)


def _paper(view: View, kind: str) -> Target:
    """A thing of the checklist: its own page once it is in the case, else the row that takes it in."""
    there = next((each for each in view.case.materials if each.kind == kind), None)
    if there is None:
        return Target("materials", ("action", f"take.{kind}"))
    return Target("item", ("materials", there.id, "state"))


def _sentence(view: View, action: Action) -> str:
    return action.sentence(view.lang, money=(lambda _amount: HIDDEN) if view.hide else format_yuan)


def _reason(view: View, action: Action) -> str:
    return action.reason(view.lang, money=(lambda _amount: HIDDEN) if view.hide else format_yuan)
