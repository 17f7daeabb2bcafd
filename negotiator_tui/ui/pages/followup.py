"""The check-up: whether what was agreed still holds, the questions of a month, and the credit report."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.figure import Figure, less
from negotiator_tui.finance.months import month_of, month_text
from negotiator_tui.finance.offer import Outcome
from negotiator_tui.finance.plan_basis import Basis
from negotiator_tui.finance.shares import Role, Shares, pool_figure
from negotiator_tui.guide.notes import Note
from negotiator_tui.guide.pages import checkup
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.guided import facts_of, grounds, open_answers
from negotiator_tui.ui.pages.plan_line import current_basis, current_plan
from negotiator_tui.ui.pages.prevention import credit_dates
from negotiator_tui.ui.pages.review_trends import since_last
from negotiator_tui.ui.view import View

MONTHS = 3
"""How many months ahead a check-up looks."""


def checkup_notes(view: View) -> list[r.Row]:
    """How the next months stand by today's answers, then what to go through, then the credit report."""
    notes = checkup(view.case, view.today, view.lang)
    return [
        *_last(view),
        *since_last(view),
        *_holds(view),
        r.Heading(view.t(N_("Go through these"))),
        *(_step(number, note) for number, note in enumerate(notes, 1)),
        *credit_dates(view),
        *grounds(view, "checkup", facts_of(notes)),
    ]


def _step(number: int, note: Note) -> r.Row:
    """One thing to look at; Enter goes to where it stands."""
    label = f"{number}  {note.text}"
    if not note.page:
        return r.Note(label)
    return r.ActionRow(f"checkup.{note.id}", label, note.why, target=r.Target(note.page), style="")


def _last(view: View) -> list[r.Row]:
    days = [each.on for each in view.case.reviews if each.on is not None]
    if not days:
        return []
    ago = (view.today - max(days)).days
    words = view.t(N_("The last one was on {day}, {count} days ago."), day=format_date(max(days)), count=ago)
    return [r.Note(words, "dim")]


def _holds(view: View) -> list[r.Row]:
    """What is left in each of the next months after all that is agreed, kept as it is or planned."""
    basis, rows = current_basis(view), [_title(view)]
    missing = basis.budget.blocking
    if basis.shares is None:
        words = view.t(N_("What the next months leave cannot be told yet. Missing:"))
        return [*rows, r.Note(words, "dim"), *open_answers(view, missing or basis.budget.missing, limit=4)]
    rows += [row for index in range(MONTHS) for row in _month(view, basis, index)]
    if missing:
        rows.append(r.Note(view.t(N_("Not all is answered, so this may be too rosy. Missing:")), "dim"))
        rows += open_answers(view, missing, limit=3)
    return rows


def _title(view: View) -> r.Row:
    return r.Heading(view.t(N_("Does it still hold?")), view.t(N_("what is left after all payments")))


def _month(view: View, basis: Basis, index: int) -> list[r.Row]:
    left, bad = (_left(view, basis, index, bad=each) for each in (False, True))
    if left is None or left.value is None:
        return []
    month = month_text(basis.budget.first + index)
    return [r.FigureRow(replace(left, name=month), _remark(view, left.value, None if bad is None else bad.value))]


def _left(view: View, basis: Basis, index: int, *, bad: bool) -> Figure | None:
    """For debts, less what comes first, what is kept as it is, and what the plan asks for the others."""
    if basis.shares is None:
        return None
    pool = pool_figure(basis.budget, basis.shares, index, bad=bad)
    if pool is None:
        return None
    planned = tuple(_planned(view, basis.shares, basis.budget.first + index))
    return less(N_("Left in the month"), pool, *planned) if planned else pool


def _planned(view: View, shares: Shares, month: int) -> Iterator[Figure]:
    """What the plan asks in a month for each debt that is still to be agreed on: the others are in the dues already."""
    plan = current_plan(view)
    for each in plan.terms if plan is not None else ():
        outcome, number = each.outcome, month - month_of(each.first_due)
        is_open = shares.roles.get(each.debt.id) is Role.SHARED
        if isinstance(outcome, Outcome) and is_open and 0 <= number < len(outcome.payments_fen):
            yield Figure(N_("by the plan"), yuan(outcome.payments_fen[number]), name=each.debt.name or "")


def _remark(view: View, left: Decimal, bad: Decimal | None) -> str:
    if left < 0:
        return view.t(N_("short; warn them seven days before"))
    if bad is not None and bad < 0:
        return view.t(N_("a bad month would be {amount} short"), amount=view.money(-bad))
    return "" if bad is None else view.t(N_("a bad month is covered too"))
