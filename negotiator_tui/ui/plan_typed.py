"""What terms of a plan come to while one of them is being typed, in a sentence below the rows."""

from negotiator_tui.case.case import Case, find
from negotiator_tui.case.edit import Path
from negotiator_tui.case.plans import Plan, Term
from negotiator_tui.finance.offer import Outcome
from negotiator_tui.finance.plan_words import plan_sentence
from negotiator_tui.finance.plans import plan_result
from negotiator_tui.ui.ink import Span
from negotiator_tui.ui.pages.plan_term import said, unsettled, verdict
from negotiator_tui.ui.rows import Note
from negotiator_tui.ui.view import View


def typed_terms(view: View, case: Case, path: Path) -> str:
    """The sentence and the verdict of the terms at `path` in a case with what is typed; empty while there is none."""
    term = find(case, *path[:2])
    plan = find(case, "plans", term.plan) if isinstance(term, Term) and term.plan else None
    if not isinstance(plan, Plan):
        return ""
    found = next((each for each in plan_result(case, plan, view.today).terms if each.terms.id == path[1]), None)
    if found is None or not isinstance(found.outcome, Outcome):
        return ""
    words = plan_sentence(found.outcome, found.debt, view.lang, said(view))
    row = None if found.trial is None or unsettled(found.trial) else verdict(view, found.trial)
    return f"{words}  {_plain(row.words)}" if isinstance(row, Note) else words


def _plain(words: str | tuple[Span, ...]) -> str:
    return words if isinstance(words, str) else "".join(span.text for span in words)
