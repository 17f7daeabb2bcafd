"""The entry of a contact: open to mend on its first day; afterwards it stands, and corrections stand below it."""

from typing import Any

from negotiator_tui.case.answers import shown
from negotiator_tui.case.base import Item
from negotiator_tui.case.case import find
from negotiator_tui.case.edit import UNKNOWN
from negotiator_tui.case.questions import Question, questions
from negotiator_tui.case.talks import Contact, corrections_of, corrects_in, settled
from negotiator_tui.guide.calls import running
from negotiator_tui.text.dates import format_date, format_moment
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Span
from negotiator_tui.ui.pages.forms import debt_name, form
from negotiator_tui.ui.pages.hanging import beside, hanging
from negotiator_tui.ui.view import View, hidden_words, is_amount


def own_form(view: View, contact: Item) -> list[r.Row] | None:
    """The rows in place of the questions; None where they are simply asked."""
    if not isinstance(contact, Contact):
        return None
    if settled(contact, view.now.replace(tzinfo=None)):
        return _standing(view, contact)
    if contact.corrects is not None:
        return _correction(view, contact)
    live = running(view.case)
    if live is not None and live.id == contact.id:
        back = r.ActionRow("call", view.t(N_("A call is going on: back to it")), command="call")
        return [back, *form(view, contact, view.item)]
    return None


def _correction(view: View, contact: Contact) -> list[r.Row]:
    """The questions of a correction: only what was wrong or missing is answered."""
    words = N_(
        "Write only what was wrong or missing. Everything else stays as it was written; so does the entry itself."
    )
    return [_original(view, contact), r.Note(view.t(words), "dim"), *form(view, contact, view.item)]


def _original(view: View, contact: Contact) -> r.Row:
    first = find(view.case, "contacts", contact.corrects or "-")
    if first is None:
        return r.Note(view.t(N_("It corrects an entry that is no longer there.")), "warn")
    when = format_moment(first.at) if first.at else view.t(N_("without a time"))
    target = r.Target("item", ("contacts", first.id))
    return r.ActionRow("original", view.t(N_("It corrects the entry of {when}"), when=when), target=target)


def _standing(view: View, contact: Contact) -> list[r.Row]:
    """An entry that is only read, each answer with what corrects it."""
    corrections = () if contact.corrects is not None else corrections_of(view.case.contacts, contact.id)
    rows: list[r.Row] = [_original(view, contact)] if contact.corrects is not None else []
    rows.append(
        r.ActionRow(
            "correct",
            view.t(N_("Correct this entry, or add what is missing")),
            view.t(N_("as an entry of its own; this one stays as it is")),
            command="new-item",
            argument=f"contacts corrects={contact.id}{_about(contact)} written=now",
        )
    )
    told = [(view.t(N_("About")), debt_name(view, contact.debt) if contact.debt is not None else "")]
    for each in questions(Contact):
        value = UNKNOWN if each.name in contact.unknown else getattr(contact, each.name)
        if value is not None:
            told.append((view.t(each.ask.label), _text(view, each, value)))
    rows += beside(told)
    for correction in corrections:
        rows += _corrected(view, correction)
    return rows


def _about(contact: Contact) -> str:
    return f" debt={contact.debt}" if contact.debt is not None else ""


def _corrected(view: View, correction: Contact) -> list[r.Row]:
    """One correction: its day, and each answer as it has it."""
    day = format_date(correction.written.date()) if correction.written else ""
    target = r.Target("item", ("contacts", correction.id))
    found = corrects_in(correction)
    title = view.t(N_("Corrected {day}"), day=day)
    rows: list[r.Row] = [r.ActionRow(f"corrected.{correction.id}", title, target=target)]
    for each in questions(Contact):
        if each.name in found:
            words = _text(view, each, found[each.name])
            rows.append(hanging(Span("  " + view.t(each.ask.label) + "  ", "dim"), (Span(words, "accent"),)))
    return rows


def _text(view: View, each: Question, value: Any) -> str:
    if view.hide and is_amount(each):
        return view.money(value)
    text = shown(each, value, view.lang)
    unit = view.t(each.ask.unit) if each.ask.unit and value is not UNKNOWN else ""
    return f"{hidden_words(text) if view.hide else text} {unit}".rstrip()
