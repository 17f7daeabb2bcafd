"""The list of debts. Each opens on a page of its own."""

from functools import partial

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import YesNo
from negotiator_tui.case.labels import label
from negotiator_tui.finance.budget_dues import signed_agreement
from negotiator_tui.finance.claim import balance_of
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Style
from negotiator_tui.ui.pages.forms import matches
from negotiator_tui.ui.view import View


def debts(view: View) -> list[r.Row]:
    """Every debt, and the line that finds or adds one."""
    return [
        r.Heading(
            view.t(N_("Debts")),
            view.t(N_("{count} so far"), count=len(view.case.debts)),
        ),
        r.FindRow("debts", view.t(N_("type a name: it finds a debt, or Enter adds it"))),
        *debt_items(view),
        r.Blank(),
        r.Note(
            view.t(N_("Rent, goods, wages and tax owed belong here too, and money from family and friends.")), "dim"
        ),
    ]


def debt_items(view: View) -> list[r.Row]:
    """One row a debt: name, kind, what is owed, and whether it is overdue."""
    return [
        r.ItemRow(
            r.Target("item", ("debts", debt.id)),
            debt.name or "",
            partial(_parts, view, debt),
        )
        for debt in view.case.debts
        if matches(view, debt.name, debt.lender)
    ]


def _parts(view: View, debt: Debt) -> tuple[tuple[str, int, Style], ...]:
    name = debt.name or view.t(N_("unnamed debt"))
    kind = view.t(label(debt.shape)) if debt.shape else view.t(N_("kind not chosen"))
    owed = view.money(balance_of(debt)) or view.t(N_("amount open"))
    return ((name, 14, ""), (kind, 14, "dim"), (owed, -12, ""), *_state(view, debt))


def _state(view: View, debt: Debt) -> tuple[tuple[str, int, Style], ...]:
    dues = next((each for each in view.budget.dues if each.debt.id == debt.id), None)
    if dues is not None and dues.agreed and signed_agreement(view.case, debt.id) is not None:
        late = dues.late or [row for row in dues.rows if row.day < view.today]
        if late:
            return ((view.t(N_("agreed; one is late")), 18, "warn"),)
        ahead = next((row.day for row in dues.rows), None)
        if ahead is None:
            return ((view.t(N_("agreed")), 18, "dim"),)
        return ((view.t(N_("agreed; next {day}"), day=format_date(ahead)[5:]), 18, "dim"),)
    if debt.overdue is YesNo.YES and debt.overdue_since is not None:
        days = (view.today - debt.overdue_since).days
        return ((view.t(N_("overdue {days} days"), days=days), 18, "warn"),)
    if debt.overdue is YesNo.YES:
        return ((view.t(N_("overdue")), 18, "warn"),)
    if debt.next_due is not None:
        return ((view.t(N_("next {day}"), day=format_date(debt.next_due)[5:]), 18, "dim"),)
    return ()
