"""The file was changed by somebody else while it was open: both versions side by side, and three ways on."""

from typing import Any

from negotiator_tui.case.answers import shown
from negotiator_tui.case.base import Item
from negotiator_tui.case.case import LISTS, TABLES
from negotiator_tui.case.questions import question
from negotiator_tui.storage.compare import Difference
from negotiator_tui.text.fault import sentence
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Span
from negotiator_tui.ui.pages.places import question_label
from negotiator_tui.ui.view import HIDDEN, View, is_amount

SHOWN = 200


def conflict(view: View) -> list[r.Row]:
    """What differs; nothing is overwritten until one of the ways is chosen."""
    shelf = view.shelf
    if shelf.conflict is None:
        return [r.Note(view.t(N_("The file and this window agree.")))]
    rows: list[r.Row] = [
        r.Heading(view.t(N_("The file was changed elsewhere"))),
        r.Note(sentence(shelf.conflict, view.lang), "warn"),
        r.ActionRow(
            "keep",
            view.t(N_("Keep mine beside it")),
            view.t(N_("a second file with what is in this window; go on in it")),
            command="resolve",
            argument="keep",
        ),
        _other_way(view),
    ]
    if shelf.differences:
        rows.append(r.Heading(view.t(N_("What differs")), view.t(N_("this window / the file"))))
        rows += [_difference(view, each) for each in shelf.differences[:SHOWN]]
    return rows


def _other_way(view: View) -> r.Row:
    if view.shelf.gone:
        return r.ActionRow(
            "recreate",
            view.t(N_("Write the file again")),
            view.t(N_("under its name, with what is in this window")),
            command="resolve",
            argument="recreate",
        )
    return r.ActionRow(
        "reload",
        view.t(N_("Take the file as it is now")),
        view.t(N_("what is in this window goes to the backups")),
        command="resolve",
        argument="reload",
    )


def _difference(view: View, each: Difference) -> r.Row:
    label = question_label(view, each.path) if len(each.path) > 2 or each.path[0] in TABLES else _item_name(view, each)
    return r.Note(
        (
            Span(label + "  ", "dim"),
            Span(_said(view, each, each.mine), "accent"),
            Span("  /  ", "dim"),
            Span(_said(view, each, each.theirs)),
        )
    )


def _item_name(view: View, each: Difference) -> str:
    item = each.mine or each.theirs
    return str(getattr(item, "name", None) or getattr(item, "who", None) or view.t(N_("Entry")))


def _said(view: View, each: Difference, value: Any) -> str:
    if value is None:
        return view.t(N_("not there"))
    if isinstance(value, Item):
        return view.t(N_("there"))
    model = {**TABLES, **LISTS}[each.path[0]]
    try:
        asked = question(model, each.path[-1])
    except KeyError:
        return str(value)
    return HIDDEN if view.hide and is_amount(asked) else shown(asked, value, view.lang)
