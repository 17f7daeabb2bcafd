"""What asking for time does to limitation: in full where the oldest instalment is old, else one small line with why."""

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import YesNo
from negotiator_tui.guide.facts import named_facts
from negotiator_tui.guide.pages import limitation_note
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.guided import fact_rows
from negotiator_tui.ui.view import View

_FACTS = ("LIM-14", "LIM-8", "LIM-19")


def limitation(view: View, debt: Debt) -> list[r.Row]:
    """The rows for one debt; nothing for one that is not overdue."""
    if limitation_note(debt, view.case, view.today):
        words = view.t(
            N_(
                "Something here has been due for two and a half years or more. Read this before you ask for time or pay a part; 12348 gives free advice."
            )
        )
        facts = named_facts(_FACTS, debt, view.today, view.case)
        return [r.Note(words, "accent"), *fact_rows(view, facts, indent=2)]
    if debt.overdue is not YesNo.YES:
        return []
    words = view.t(
        N_(
            "Asking for time starts limitation anew. That matters only for debts nearly three years old, and this one is not: no reason not to talk."
        )
    )
    return [r.Note(words, "dim")]
