"""One thing that was made to be handed over: its figures and its frozen text."""

from negotiator_tui.case.base import Item
from negotiator_tui.case.materials import Sent
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.view import View, hidden_words


def extras(view: View, item: Item) -> list[r.Row]:
    """Where it lies, what it said, and a key for the day it was handed over."""
    if not isinstance(item, Sent):
        return []
    rows: list[r.Row] = []
    if item.on is None:
        label = view.t(N_("Handed over today"))
        rows.append(r.ActionRow("sent.today", label, command="replace", argument=f"sent-today {item.id}"))
    if item.made_on is not None:
        rows.append(r.Note(view.t(N_("Made on {day}."), day=format_date(item.made_on)), "dim"))
    if item.file:
        rows.append(r.Note(view.t(N_("In the folder of documents: {name}"), name=item.file), "dim"))
    if item.sha256:
        rows.append(r.Note(view.t(N_("SHA-256 of what was made: {hash}"), hash=item.sha256), "dim"))
    if item.figures:
        rows.append(r.Heading(view.t(N_("Its figures"))))
        rows += [r.Note(hidden_words(each) if view.hide else each) for each in item.figures]
    if item.text:
        rows.append(r.Heading(view.t(N_("What it said")), view.t(N_("names and numbers masked"))))
        rows += [r.Note(hidden_words(each) if view.hide else each) for each in item.text.splitlines() if each.strip()]
    return rows
