"""Months that will be short, told ahead of time: by how much, and a message to the other side that is ready to send."""

from negotiator_tui.case.case import find
from negotiator_tui.case.debts import Debt
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.figure import Figure
from negotiator_tui.finance.instalments import Instalment
from negotiator_tui.finance.months import month_text
from negotiator_tui.finance.plan_basis import basis_of
from negotiator_tui.finance.shares import pool_figure
from negotiator_tui.finance.short_months import WARN_DAYS, ShortMonth, short_months
from negotiator_tui.guide.warning import early_warning
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.choosing import chosen, fold
from negotiator_tui.ui.pages.forms import debt_name
from negotiator_tui.ui.view import View, hidden_words

_GROUP = "warning"


def warnings(view: View) -> list[r.Row]:
    """Each month that will be short; a quiet line for the first that only a bad month would break."""
    found = short_months(view.case, view.today)
    sure = [each for each in found if not each.bad]
    rows = [row for n, each in enumerate(sure) for row in _short(view, each, first=n == 0)]
    quiet = next((each for each in found if each.bad), None)
    if quiet is not None and not sure:
        rows += _quiet(view, quiet)
    return [r.Heading(view.t(N_("Ahead of time"))), *rows] if rows else []


def _short(view: View, each: ShortMonth, *, first: bool) -> list[r.Row]:
    month, due = month_text(each.month), each.rows[0].due
    days = (due - view.today).days
    words = N_("{month}: short for what is agreed and what comes first. Tell them now, {days} days ahead.")
    rows: list[r.Row] = [r.Note(view.t(words, month=month, days=days), "warn")]
    if days < WARN_DAYS:
        rows.append(r.Note(view.t(N_("Less than seven days are left: send it today.")), "dim"))
    figure = _left(view, each)
    if figure is not None:
        rows.append(r.FigureRow(figure, view.t(N_("this much is missing"))))
    opened = chosen(view, _GROUP)
    for n, row in enumerate(each.rows):
        is_open = opened == row.payment.id or (opened is None and first and n == 0)
        name = debt_name(view, row.agreement.debt)
        label = view.t(N_("Message to {name} about {day}"), name=name, day=format_date(row.due))
        rows.append(fold(view, _GROUP, row.payment.id, label, is_open=is_open))
        rows += _message(view, each, row) if is_open else []
    return rows


def _message(view: View, month: ShortMonth, row: Instalment) -> list[r.Row]:
    debt = find(view.case, "debts", row.agreement.debt) if row.agreement.debt else None
    amount = None if row.left is None else yuan(row.left)
    fen = month.payable()
    payable = yuan(fen) if fen else None
    payee = debt if isinstance(debt, Debt) else None
    note = early_warning(view.case, payee, row.due, amount, payable, view.today, view.lang)
    return [
        r.Note(hidden_words(note.text) if view.hide else note.text, indent=2),
        r.Note(note["hint"], "dim", 2),
        r.ActionRow(f"copy.{row.payment.id}", view.t(N_("Copy it")), command="copy", argument=note.text),
        r.ActionRow(
            f"sent.{row.payment.id}",
            view.t(N_("Write down that it was sent")),
            view.t(N_("with the day an answer is due")),
            command="new-item",
            argument=_contact(row),
        ),
    ]


def _contact(row: Instalment) -> str:
    debt = f" debt={row.agreement.debt}" if row.agreement.debt else ""
    return f"contacts at=now caller=me channel=app{debt} answer_due={row.due.isoformat()}"


def _quiet(view: View, each: ShortMonth) -> list[r.Row]:
    figure = _left(view, each)
    if figure is None:
        return []
    remark = view.t(N_("in {month}, if it is a bad month"), month=month_text(each.month))
    return [r.FigureRow(figure, remark, "dim")]


def _left(view: View, each: ShortMonth) -> Figure | None:
    shares = basis_of(view.case, view.today, view.today).shares
    return None if shares is None else pool_figure(view.budget, shares, each.month - shares.first, bad=each.bad)
