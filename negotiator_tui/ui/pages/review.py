"""All answers on one page, made from the questions themselves."""

from negotiator_tui.case.base import Table
from negotiator_tui.case.case import TABLES, items_of
from negotiator_tui.case.edit import Path
from negotiator_tui.case.labels import label
from negotiator_tui.case.questions import asked
from negotiator_tui.case.stages import STAGES
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.forms import matches
from negotiator_tui.ui.view import View, ask_row


def review(view: View) -> list[r.Row]:
    """Every answer that was given, under its stage; typing finds, and each can be changed here."""
    rows: list[r.Row] = [
        r.Heading(view.t(N_("All answers")), view.path),
        r.FindRow("", view.t(N_("type to find an answer"))),
    ]
    shown: set[str] = set()
    for stage in STAGES:
        for page in stage.pages:
            for name in page.asks:
                if name not in shown:
                    shown.add(name)
                    rows += _tables(view, name, view.t(page.title))
    return rows


def _tables(view: View, name: str, title: str) -> list[r.Row]:
    if name in TABLES:
        return _answers(view, getattr(view.case, name), (name,), title)
    rows: list[r.Row] = []
    for each in items_of(view.case, name):
        own = getattr(each, "name", None) or getattr(each, "who", None) or ""
        side = getattr(each, "side", None)
        rows += _answers(view, each, (name, each.id), f"{view.t(label(side)) if side else title} {own}".strip())
    return rows


def _answers(view: View, table: Table, prefix: Path, title: str) -> list[r.Row]:
    rows: list[r.Row] = []
    for each in asked(table):
        row = ask_row(table, prefix, each)
        if row.value is not None and matches(view, title, view.t(each.ask.label), str(row.value)):
            rows.append(row)
    return [r.Heading(title), *rows] if rows else []
