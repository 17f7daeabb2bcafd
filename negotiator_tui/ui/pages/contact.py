"""What follows from one contact: an answer that is due, a promise that goes too far, and how collectors may behave."""

from datetime import datetime

from negotiator_tui.case.base import Item
from negotiator_tui.case.case import find
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.exhibits import at_hand
from negotiator_tui.case.kinds import Caller
from negotiator_tui.case.talks import Contact, corrected, corrections_of, talks_of
from negotiator_tui.guide.conduct import at_night
from negotiator_tui.guide.consistency import differences
from negotiator_tui.guide.content import title
from negotiator_tui.guide.pages import conduct
from negotiator_tui.guide.scam import scam_warning
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.call_line import challenge, limit_of
from negotiator_tui.ui.pages.guided import facts_of, grounds, told_all
from negotiator_tui.ui.pages.talk_remarks import difference_rows, scam_rows
from negotiator_tui.ui.view import View

_THEY_BEGAN = {Caller.LENDER, Caller.COLLECTOR, Caller.OTHER}


def extras(view: View, contact: Item) -> list[r.Row]:
    """What to do about a contact as its corrections have it, the nearest first. Of a correction only its proof."""
    if not isinstance(contact, Contact):
        return []
    if contact.corrects is not None:
        return _evidence(view, contact)
    read = corrected(contact, corrections_of(view.case.contacts, contact.id))
    debt = find(view.case, "debts", contact.debt) if contact.debt else None
    return [
        *scam_rows(view, scam_warning(read, view.case, view.today, view.lang)),
        *_promise(view, read, debt),
        *difference_rows(view, differences(view.case, read)),
        *_answer(view, read),
        *_asked_too_little(view, read),
        *_next(view, read),
        *_evidence(view, contact),
        *_conduct(view, read, debt),
    ]


def _promise(view: View, contact: Contact, debt: Debt | None) -> list[r.Row]:
    """A promised amount beside the line. It is said in words; nothing is forbidden."""
    if contact.promised_amount is None:
        return []
    heading = r.Heading(view.t(N_("What you promised")))
    limit = limit_of(view, debt) if debt is not None else None
    if limit is None:
        return [
            heading,
            r.Note(
                view.t(N_("Whether you can keep it cannot be told yet: the plan for this debt is not there.")), "dim"
            ),
            r.ActionRow("plan", view.t(N_("Make a plan first")), target=r.Target("plan")),
        ]
    rows = challenge(view, limit, contact.promised_amount, said=True)
    if not rows:
        words = N_("It stays within your line of {line} a month.")
        rows = [r.Note(view.t(words, line=view.money(limit.line.first)), "good")]
    return [heading, *rows, r.Note(view.t(N_("The line: {origin}."), origin=view.t(limit.origin)), "dim")]


def _answer(view: View, contact: Contact) -> list[r.Row]:
    """The day an answer is due, and what to do when it has passed in silence."""
    due = contact.answer_due
    if due is None:
        return []
    later = _heard_since(view, contact)
    left = (due - view.today).days
    rows: list[r.Row] = [r.Heading(view.t(N_("The answer")), view.t(N_("due {day}"), day=format_date(due)))]
    if later:
        return [*rows, r.Note(view.t(N_("There was a later contact about this debt.")), "dim")]
    if left > 0:
        return [*rows, r.Note(view.t(N_("{count} days left. Until then nothing needs doing."), count=left), "dim")]
    if left == 0:
        return [*rows, r.Note(view.t(N_("It is due today.")), "accent")]
    asking = (
        N_("{count} days late. Ask again in writing, with the date and the number {reference}.")
        if contact.reference
        else N_("{count} days late. Ask again in writing, with the date.")
    )
    words = view.t(asking, count=-left, reference=contact.reference or "")
    return [
        *rows,
        r.Note(words, "warn"),
        r.ActionRow("refused", view.t(N_("What to do when nobody answers")), target=r.Target("refused")),
    ]


def _heard_since(view: View, contact: Contact) -> bool:
    """Whether a later contact about the same debt is written down."""
    if contact.at is None:
        return False
    return any(
        _is_later(each, contact.at) for each in talks_of(view.case.contacts) if each.debt == contact.debt is not None
    )


def _is_later(other: Contact, at: datetime) -> bool:
    return other.at is not None and other.at > at


def _asked_too_little(view: View, contact: Contact) -> list[r.Row]:
    """What to ask for the next time, once something was said."""
    if not (contact.said or contact.promised):
        return []
    open_ = [
        view.t(name)
        for field, name in (
            ("staff_number", N_("the staff number")),
            ("reference", N_("a reference number")),
            ("answer_due", N_("the day of the answer")),
        )
        if getattr(contact, field) is None and field not in contact.unknown
    ]
    if not open_:
        return []
    names = view.t(N_(", ")).join(open_)
    return [r.Note(view.t(N_("Not written down: {names}. Ask for it the next time."), names=names), "dim")]


def _next(view: View, contact: Contact) -> list[r.Row]:
    if contact.debt is None:
        return []
    return [
        r.ActionRow(
            "offer",
            view.t(N_("They offered or refused something: write down the terms")),
            command="new-item",
            argument=f"offers debt={contact.debt} received_on=today",
        )
    ]


def _conduct(view: View, contact: Contact, debt: Debt | None) -> list[r.Row]:
    """When they called: what one can say, what to keep, and how far the written rules reach for this debt."""
    if contact.caller not in _THEY_BEGAN or debt is None:
        return []
    notes = conduct(debt, view.case, view.today, view.lang)
    rows: list[r.Row] = []
    for group in ("say", "keep", "scope"):
        of_group = [note for note in notes if note.group == group]
        if of_group:
            rows += [r.Heading(title(f"conduct-{group}", view.lang)), *told_all(of_group)]
        if group == "keep" and contact.at is not None and at_night(contact.at):
            rows.append(
                r.Note(view.t(N_("This was at {time}. Keep the time with the record."), time=f"{contact.at:%H:%M}"))
            )
    if contact.threat or contact.third_party or (contact.at is not None and at_night(contact.at)):
        rows.append(r.ActionRow("conduct", view.t(N_("How they collected, by day")), target=r.Target("conduct")))
    return [*rows, *grounds(view, "conduct", facts_of(notes))]


def _evidence(view: View, contact: Contact) -> list[r.Row]:
    """What proves it, out of the papers at hand; it can be added at any time."""
    paper = find(view.case, "materials", contact.evidence) if contact.evidence else None
    fold = f"evidence.{contact.id}"
    rows: list[r.Row] = [r.Heading(view.t(N_("What proves it")))]
    if paper is not None:
        name = paper.name or view.t(N_("Paper"))
        rows.append(r.ActionRow("evidence", name, target=r.Target("item", ("materials", paper.id)), style=""))
    if fold not in view.unfolded:
        words = N_("Another one") if paper is not None else N_("Name the recording, message or picture that shows it")
        return [*rows, r.ActionRow(fold, view.t(words), command="unfold", argument=fold, style="dim")]
    for each in view.case.materials:
        if at_hand(each) and each.id != contact.evidence:
            argument = f"{contact.id} {each.id}"
            name = each.name or view.t(N_("Paper"))
            rows.append(
                r.ActionRow(f"evidence.{each.id}", name, command="call-evidence", argument=argument, style="dim")
            )
    words = view.t(N_("Take a file in among the papers first"))
    return [*rows, r.ActionRow("papers", words, target=r.Target("materials"), style="dim")]
