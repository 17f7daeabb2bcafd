"""Every contact, the newest first, with what corrects it; to find by typing. What is due stands on top."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from negotiator_tui.case.kinds import Channel
from negotiator_tui.case.labels import label
from negotiator_tui.case.talks import Contact, corrected
from negotiator_tui.finance.budget_kept import Kept
from negotiator_tui.guide.calls import running
from negotiator_tui.guide.follow_up import Due, answers_due
from negotiator_tui.text.dates import format_date, format_moment
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Style
from negotiator_tui.ui.view import View, hidden_words

Parts = tuple[tuple[str, int, Style], ...]

DUE_SHOWN = 3


def log(view: View) -> list[r.Row]:
    """What is due next, then every contact: time, channel, who, what they said; corrections under what they correct."""
    going_on = running(view.case) is not None
    words = N_("A call is going on: back to it") if going_on else N_("Make a call, and take it down as it goes")
    typing = bool(view.find.strip())
    above: list[r.Row] = [
        r.Heading(view.t(N_("Contacts")), view.t(N_("write each one down at once, in their words"))),
        r.FindRow("contacts", view.t(N_("type to find; Enter on a new name adds a contact")), _now(view), "who"),
    ]
    if typing:  # Enter opens the first that is found, and adds a contact where none is
        return [*above, *_contacts(view)]
    return [
        *above,
        *_due(view),
        r.ActionRow("add", view.t(N_("Add a contact")), view.t(N_("F2; date and time are filled in")), command="add"),
        r.ActionRow("call", view.t(words), command="call", style="accent" if going_on else "dim"),
        *_contacts(view),
    ]


def _now(view: View) -> tuple[tuple[str, Any], ...]:
    now = view.now.replace(second=0, microsecond=0)
    return (("at", now), ("written", now))


def _due(view: View) -> list[r.Row]:
    """The next answers that are due, late ones first."""
    found = answers_due(view.case)
    rows: list[r.Row] = [_due_row(view, each) for each in found[:DUE_SHOWN]]
    if len(found) > DUE_SHOWN:
        rows.append(r.Note(view.t(N_("and {count} more"), count=len(found) - DUE_SHOWN), "dim"))
    return rows


def _due_row(view: View, due: Due) -> r.Row:
    left = (due.day - view.today).days
    words = (
        view.t(N_("{name} was to answer by {day}: ask again"), name=due.lender, day=format_date(due.day))
        if left < 0
        else view.t(N_("{name} answers by {day}"), name=due.lender, day=format_date(due.day))
    )
    hint = view.t(N_("{days} days late"), days=-left) if left < 0 else view.t(N_("in {days} days"), days=left)
    if left == 0:
        hint = view.t(N_("today"))
    target = r.Target("item", ("contacts", due.contact.id))
    return r.ActionRow(f"due.{due.contact.id}", words, hint, target=target, style="warn" if left < 0 else "dim")


@dataclass(frozen=True, slots=True)
class _Entry:
    """The rows of an entry and of everything that corrects it, and the words that typing is matched with."""

    rows: tuple[r.Row, ...]
    words: str


_kept: Kept[tuple[_Entry, ...]] = Kept(2)


def _contacts(view: View) -> list[r.Row]:
    """Newest first by their place in the list; a correction stands under the entry it corrects and is found with it."""
    case, wanted = view.case, view.find.casefold().strip()
    look = (view.lang, view.hide, view.today)
    entries = _kept.get((case.contacts, case.debts), look, lambda: tuple(_entries(view)))
    return [row for each in entries if wanted in each.words for row in each.rows]


def _entries(view: View) -> Iterator[_Entry]:
    names = {debt.id: debt.name or "" for debt in view.case.debts}
    channels = {channel: view.t(label(channel)) for channel in Channel}
    ids = {each.id for each in view.case.contacts}
    corrections: dict[str, list[Contact]] = {}
    for each in view.case.contacts:
        if each.corrects is not None and each.corrects in ids:
            corrections.setdefault(each.corrects, []).append(each)
    shown: set[str] = set()
    for each in reversed(view.case.contacts):
        if each.corrects is None or each.corrects not in ids:
            family = _family(each, corrections)
            shown.update(member.id for member in family)
            yield _entry(view, family, names, channels)
    if len(shown) < len(ids):  # entries that correct each other, by hand in the file
        yield from (_entry(view, (each,), names, channels) for each in view.case.contacts if each.id not in shown)


def _entry(view: View, family: tuple[Contact, ...], names: dict[str, str], channels: dict[Channel, str]) -> _Entry:
    first, *corrections = family
    rows = (_row(view, first, tuple(corrections), names), *(_correction_row(view, each) for each in corrections))
    return _Entry(rows, "\n".join(_words(each, names, channels) for each in family).casefold())


def _family(contact: Contact, corrections: dict[str, list[Contact]]) -> tuple[Contact, ...]:
    """An entry and everything that corrects it, in order; each once."""
    if contact.id not in corrections:
        return (contact,)
    found, seen = [contact], {contact.id}
    for each in found:
        for more in corrections.get(each.id, ()):
            if more.id not in seen:
                seen.add(more.id)
                found.append(more)
    return tuple(found)


def _words(each: Contact, names: dict[str, str], channels: dict[Channel, str]) -> str:
    """What typing is matched with."""
    told = (each.who, each.said, each.promised, each.reference, each.staff_number, each.number, each.note, each.threat)
    channel = channels[each.channel] if each.channel else ""
    when = format_moment(each.at) if each.at else ""
    return "\n".join(part for part in (*told, names.get(each.debt or ""), channel, when) if part)


def _row(view: View, each: Contact, corrections: tuple[Contact, ...], names: dict[str, str]) -> r.ItemRow:
    def parts() -> Parts:
        read = corrected(each, corrections)
        said = (read.said or read.promised or "").replace("\n", " ")
        due: Parts = ()
        if read.answer_due is not None:
            late = read.answer_due < view.today
            words = view.t(N_("due {day}"), day=format_date(read.answer_due)[5:])
            due = ((words, 10, "warn" if late else "dim"),)
        channel = view.t(label(read.channel)) if read.channel else ""
        about = names.get(each.debt or "", "")
        name = read.who or about or "-"
        who: tuple[str, int, Style] = (f"! {name}", 14, "warn") if read.asked_for else (name, 14, "")
        shown = hidden_words(said) if view.hide else said
        return ((_when(view, read.at), 11, ""), (channel, 8, "dim"), who, *due, (shown, 40, "dim"))

    return r.ItemRow(r.Target("item", ("contacts", each.id)), "", parts)


def _when(view: View, at: datetime | None) -> str:
    """Day and time; of another year the year in place of the time."""
    if at is None:
        return "-"
    return format_moment(at)[5:] if at.year == view.today.year else format_date(at.date())


def _correction_row(view: View, each: Contact) -> r.ItemRow:
    def parts() -> Parts:
        when = view.t(N_("corrected {day}"), day=format_date(each.written.date())) if each.written else ""
        said = (each.said or each.promised or each.note or "").replace("\n", " ")
        return (("", 4, ""), (when, 20, "accent"), (hidden_words(said) if view.hide else said, 34, "dim"))

    return r.ItemRow(r.Target("item", ("contacts", each.id)), "", parts)
