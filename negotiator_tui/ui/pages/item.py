"""The page of one item: its questions, and what follows from them."""

from collections.abc import Callable
from functools import cache
from importlib import import_module

from negotiator_tui.case.agreed import Payment
from negotiator_tui.case.base import Item
from negotiator_tui.case.case import BELONGS, items_of
from negotiator_tui.case.debts import Missed
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.forms import debt_name, form
from negotiator_tui.ui.view import View, hidden_words

Extras = Callable[[View, Item], list[r.Row]]
OwnForm = Callable[[View, Item], list[r.Row] | None]

_EXTRAS: dict[str, str] = {
    "debts": "debt",
    "offers": "offer",
    "rungs": "rung",
    "new_loans": "new_loan",
    "agreements": "agreement",
    "court": "court_paper",
    "contacts": "contact",
    "materials": "paper",
    "sent": "sent",
    "reviews": "review_trends",
}
"""Modules whose `extras` say what follows from an item of a list."""

_OWN_FORMS: dict[str, str] = {"contacts": "contact_form"}
"""Modules whose `own_form` takes the place of an item's questions, unless it gives None."""


def item(view: View) -> list[r.Row]:
    """The questions of the item in `view.item`, under its name and place among its siblings."""
    found = view.current()
    if found is None:
        return [r.Note(view.t(N_("This entry is no longer there. Ctrl+Z brings back what was deleted.")))]
    name = view.item[0]
    siblings = [each.id for each in items_of(view.case, name)]
    place = view.t(N_("{number} of {count}"), number=siblings.index(found.id) + 1, count=len(siblings))
    rows: list[r.Row] = [r.Heading(_title(view, found), place)]
    own = _own_form(_OWN_FORMS[name])(view, found) if name in _OWN_FORMS else None
    if own is None and "debt" in BELONGS.get(name, {}):
        rows.append(_debt_row(view, found))
    rows += form(view, found, view.item) if own is None else own
    if name in _EXTRAS:
        rows += _extras(_EXTRAS[name])(view, found)
    rows += [r.Heading(view.t(N_("Note"))), *_note_rows(view, found)]
    return rows


def _title(view: View, found: Item) -> str:
    if isinstance(found, Payment | Missed) and found.due is not None:
        return view.t(N_("Due on {day}"), day=format_date(found.due))
    name = getattr(found, "name", None) or getattr(found, "who", None)
    return name or view.t(_UNNAMED.get(view.item[0], N_("Entry")))


_UNNAMED = {
    "debts": N_("New debt"),
    "contacts": N_("Contact"),
    "sent": N_("Something handed over"),
    "offers": N_("Offer"),
    "agreements": N_("Agreement"),
    "rungs": N_("An ask"),
    "new_loans": N_("A new loan?"),
    "reviews": N_("Check-up"),
    "materials": N_("Paper"),
    "court": N_("Court paper"),
    "payments": N_("Payment"),
}


def _debt_row(view: View, found: Item) -> r.Row:
    debt = getattr(found, "debt", None)
    ids = [each.id for each in view.case.debts]
    return r.ActionRow(
        "which-debt",
        view.t(N_("About: {name}"), name=debt_name(view, debt)),
        view.t(N_("Enter: the next debt")) if ids else "",
        command="next-debt",
    )


def _note_rows(view: View, found: Item) -> list[r.Row]:
    note = (found.note or view.t(N_("write a note"))).splitlines()[0]
    return [r.ActionRow("note", hidden_words(note) if view.hide else note, command="note", style="dim")]


@cache
def _own_form(module: str) -> OwnForm:
    made: OwnForm = import_module(f"negotiator_tui.ui.pages.{module}").own_form
    return made


@cache
def _extras(module: str) -> Extras:
    made: Extras = import_module(f"negotiator_tui.ui.pages.{module}").extras
    return made
