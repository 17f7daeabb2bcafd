"""Rows that more than one page is made of: questions of a table, lists edited in place, the fold."""

from typing import Any

from negotiator_tui.case.base import Table
from negotiator_tui.case.case import LISTS, find, items_of
from negotiator_tui.case.edit import Path
from negotiator_tui.case.questions import Question, asked, questions
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.view import View, ask_row, cell

Asides = dict[str, str]
"""Remarks behind an answer, by field name."""
Begins = dict[str, Any]
"""What an answer that is not there stands for, by field name: left and right go on from it."""


def form(
    view: View, table: Table, prefix: Path, asides: Asides | None = None, begins: Begins | None = None
) -> list[r.Row]:
    """The questions that apply: the first ones, and behind a fold the rest."""
    asides, begins = asides or {}, begins or {}
    applying = asked(table)
    first = [each for each in applying if each.ask.level == "first"]
    more = [each for each in applying if each.ask.level == "more"]
    rows = _asked_rows(view, table, prefix, first, asides, begins)
    if not more:
        return rows
    fold = ".".join(prefix)
    if fold in view.unfolded:
        return [*rows, *_asked_rows(view, table, prefix, more, asides, begins)]
    answered = sum(getattr(table, each.name) is not None for each in more)
    label = view.t(N_("{count} more questions"), count=len(more))
    hint = view.t(N_("{answered} answered; Enter opens them"), answered=answered)
    return [*rows, r.ActionRow(f"more.{fold}", label, hint, command="unfold", argument=fold)]


def _asked_rows(  # noqa: PLR0917 - what a row is made of
    view: View, table: Table, prefix: Path, asked_now: list[Question], asides: Asides, begins: Begins
) -> list[r.Row]:
    rows: list[r.Row] = []
    for each in asked_now:
        if each.ask.opens:
            rows.append(r.Heading(view.t(each.ask.opens)))
        rows.append(ask_row(table, prefix, each, asides.get(each.name, ""), begins.get(each.name)))
    return rows


def in_place(
    view: View,
    list_name: str,
    hint: str,
    defaults: tuple[tuple[str, Any], ...] = (),
    *,
    leave_out: tuple[str, ...] = (),
) -> list[r.Row]:
    """A list edited in place: its columns, the items that carry the defaults, and the row that adds one."""
    model = LISTS[list_name]
    columns = tuple(each for each in questions(model) if each.ask.column and each.name not in leave_out)
    rows: list[r.Row] = [r.ColumnsRow(columns)]
    for item in items_of(view.case, list_name):
        if all(getattr(item, name) == value for name, value in defaults):
            cells = tuple(cell(item, (list_name, item.id), each) for each in columns)
            rows.append(r.CellsRow(list_name, item.id, cells))
    blank = tuple(r.Cell((list_name, "", each.name), each) for each in columns)
    rows.append(r.CellsRow(list_name, "", blank, defaults, hint))
    return rows


def debt_name(view: View, debt_id: str | None) -> str:
    """What the borrower calls a debt; a placeholder where it has no name or is gone."""
    debt = find(view.case, "debts", debt_id) if debt_id else None
    return debt.name or view.t(N_("unnamed debt")) if debt is not None else view.t(N_("no debt named"))


def matches(view: View, *words: str | None) -> bool:
    """Whether what is typed on the find line stands in any of these words."""
    wanted = view.find.casefold().strip()
    return not wanted or any(wanted in word.casefold() for word in words if word)
