"""What asking for time does to limitation: in full where the oldest instalment is old, else one small line with why."""

from collections.abc import Sequence

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import YesNo
from negotiator_tui.guide.facts import named_facts
from negotiator_tui.guide.pages import limitation_note
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.forms import debt_name
from negotiator_tui.ui.pages.guided import fact_rows
from negotiator_tui.ui.view import View

_FACTS = ("LIM-14", "LIM-8", "LIM-19")


def limitation(view: View, debts: Sequence[Debt]) -> list[r.Row]:
    """The rows for the debts of a page: each old one by name with the rules, and once for all the others that are overdue."""
    old = [debt for debt in debts if limitation_note(debt, view.case, view.today)]
    rows: list[r.Row] = []
    for debt in old:
        words = view.t(
            N_(
                "{name}: something here has been due for two and a half years or more. "
                "Read this before you ask for time or pay a part; 12348 gives free advice."
            ),
            name=debt_name(view, debt.id),
        )
        rows.append(r.Note(words, "accent"))
        rows += fact_rows(view, named_facts(_FACTS, debt, view.today, view.case), indent=2)
    if any(debt.overdue is YesNo.YES for debt in debts if debt not in old):
        words = view.t(
            N_(
                "Asking for time starts limitation anew. "
                "That matters only for debts nearly three years old; none is named here: no reason not to talk."
            )
            if not old
            else N_("The other debts are not that old: there it does not matter.")
        )
        rows.append(r.Note(words, "dim"))
    return rows
