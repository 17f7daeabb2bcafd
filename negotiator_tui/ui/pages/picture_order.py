"""Who is paid first and why, and what is left for the others."""

from dataclasses import replace

from negotiator_tui.case.debts import Debt
from negotiator_tui.finance.budget_arrears import UNNAMED, due_leaf
from negotiator_tui.finance.budget_due import Dues
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.figure import Figure, total, unanswered
from negotiator_tui.finance.months import month_of, month_text
from negotiator_tui.finance.plan_basis import Basis
from negotiator_tui.finance.shares import Role, Share, comes_first, pool_figure
from negotiator_tui.guide.pages import consequence
from negotiator_tui.guide.words import month_words
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Span
from negotiator_tui.ui.view import View


def order_of_payment(view: View, basis: Basis) -> list[r.Row]:
    """What comes first and why, what is kept as it is, what is left for the others."""
    debts = view.case.debts
    if not debts:
        words = view.t(N_("Write down whom you owe, and the order appears here"))
        heading = r.Heading(view.t(N_("Who is paid first")))
        return [heading, r.ActionRow("debts", words, target=r.Target("debts"))]
    if basis.shares is None:
        first = [debt for debt in debts if comes_first(debt)]
        rows: list[r.Row] = [r.Heading(view.t(N_("Who is paid first")))]
        rows += [row for debt in first for row in _why(view, debt, name=True)]
        words = N_("How the money is divided appears when income and costs are there.")
        return [*rows, r.Note(view.t(words), "dim")]
    shares, month = basis.shares, basis.shares.first
    rows = [r.Heading(view.t(N_("Who is paid first")), month_words(month_text(month), view.lang))]
    sums = basis.budget.sums_of(month_text(month))
    if sums is not None:
        rows.append(r.FigureRow(sums.for_debts))
    for role, title in ((Role.PRIORITY, N_("Comes first")), (Role.FIXED, N_("Kept as it is"))):
        chosen = [each for each in basis.budget.dues if shares.roles[each.debt.id] is role]
        if chosen:
            rows.append(r.Note(view.t(title), "strong"))
        for each in chosen:
            rows.append(_due_row(view, each, month))
            rows += _why(view, each.debt) if role is Role.PRIORITY else []
    return [*rows, *_pool(view, basis)]


def _due_row(view: View, dues: Dues, month: int) -> r.Row:
    """What is due on a debt in a month; open where that is not answered."""
    debt = dues.debt
    due = [row for row in dues.rows if month_of(row.day) == month and not row.lump]
    leaves = [due_leaf(debt, row) for row in due]
    of_rows = {row.source for row in dues.rows}
    leaves += [unanswered(UNNAMED, path, name=debt.name or "") for path in dues.missing if path not in of_rows]
    if not leaves:
        name, target = debt.name or view.t(N_("unnamed debt")), r.Target("item", ("debts", debt.id))
        return r.ActionRow(f"due.{debt.id}", name, view.t(N_("no payment known for that month")), target=target)
    figure = replace(total(UNNAMED, tuple(leaves)), name=debt.name or "", source=("debts", debt.id))
    return r.FigureRow(figure, view.t(N_("the amount is still open")) if figure.value is None else "")


def _why(view: View, debt: Debt, *, name: bool = False) -> list[r.Row]:
    note = consequence(debt, view.case, view.today, view.lang)
    called = (Span((debt.name or view.t(N_("unnamed debt"))) + "  ", "strong"),) if name else ()
    text = note.text if note is not None else ""
    return [r.Note((*called, Span(text, "dim")), indent=2)] if called or text else []


def _pool(view: View, basis: Basis) -> list[r.Row]:
    """What is left for the debts to negotiate, in a usual and in a bad month, and each one's part of it."""
    shares = basis.shares
    usual = None if shares is None else pool_figure(basis.budget, shares, 0)
    if shares is None or usual is None or usual.value is None:
        return []
    bad = pool_figure(basis.budget, shares, 0, bad=True)
    rows: list[r.Row] = [r.FigureRow(replace(usual, label=N_("Left after that")))]
    if bad is not None:
        remark = view.t(N_("a bad month is short")) if bad.value is not None and bad.value < 0 else ""
        rows.append(r.FigureRow(replace(bad, label=N_("Left in a bad month")), remark))
    if Role.SHARED not in shares.roles.values():
        return rows
    if usual.value < 0:
        words = N_("What is due before them takes more than there is. Nothing can be promised to the others yet.")
        return [*rows, r.Note(view.t(words), "warn")]
    if shares.missing:
        words = N_("Something before them is still open, so the parts may be smaller.")
        rows.append(r.Note(view.t(words), "dim"))
    debts = {debt.id: debt for debt in view.case.debts}
    rows.append(r.Note(view.t(N_("Of it, to each of the others")), "strong"))
    return [*rows, *(r.FigureRow(_part(debts[each.debt], each, usual)) for each in shares.parts if usual.value)]


def _part(debt: Debt, share: Share, pool: Figure) -> Figure:
    note = N_("Shared by what is owed on each debt, and never more than a debt can use.")
    value, source = yuan(share.normal[0]), ("debts", debt.id, "share")
    return Figure(N_("Share of this debt"), value, parts=(pool,), name=debt.name or "", source=source, note=note)
