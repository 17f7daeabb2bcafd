"""After a call: what is still open in its entry, the day of the answer first, and the ways on."""

from negotiator_tui.case.case import find
from negotiator_tui.case.questions import question
from negotiator_tui.case.talks import Contact
from negotiator_tui.guide.calls import ASK_AGAIN, again_on
from negotiator_tui.guide.consistency import differences
from negotiator_tui.guide.scam import scam_warning
from negotiator_tui.text.dates import format_date, format_moment
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.call_line import challenge, limit_of
from negotiator_tui.ui.pages.choosing import choice
from negotiator_tui.ui.pages.talk_remarks import difference_rows, scam_rows
from negotiator_tui.ui.view import View, ask_row

AFTER = "ended"
"""The group of marks that says which call was just hung up."""


def after(view: View, contact: Contact) -> list[r.Row]:
    """The call is over: what is still open in its entry, the day of the answer first."""
    debt = find(view.case, "debts", contact.debt) if contact.debt else None
    prefix = ("contacts", contact.id)
    rows: list[r.Row] = [
        r.Heading(view.t(N_("The call is written down")), _lasted(view, contact)),
        r.Note(view.t(N_("One thing is left: by when do they answer?")))
        if contact.answer_due is None
        else r.Note(
            view.t(N_("It comes back to you on that day: {day}."), day=format_date(contact.answer_due)), "good"
        ),
        ask_row(contact, prefix, question(Contact, "answer_due")),
    ]
    if contact.answer_due is None:
        day = format_date(again_on(view.today))
        words = view.t(N_("They named no day: I ask again on {day}"), day=day)
        hint = view.t(N_("in {days} days"), days=ASK_AGAIN)
        rows.append(r.ActionRow("call.again", words, hint, command="call-again", argument=contact.id))
    names = ("who", "staff_number", "reference", "promised_amount", "number")
    rows += [ask_row(contact, prefix, question(Contact, name)) for name in names]
    limit = limit_of(view, debt) if debt is not None else None
    if contact.promised_amount is not None:
        rows += challenge(view, limit, contact.promised_amount, said=True)
    rows += scam_rows(view, scam_warning(contact, view.case, view.today, view.lang))
    rows += difference_rows(view, differences(view.case, contact))
    rows += [
        r.Heading(view.t(N_("And now"))),
        r.ActionRow("next", view.t(N_("The one next thing")), command="next"),
        r.ActionRow("entry", view.t(N_("The whole entry")), target=r.Target("item", prefix)),
    ]
    if contact.debt is not None:
        rows.append(
            r.ActionRow(
                "offer",
                view.t(N_("They offered or refused something: write down the terms")),
                command="new-item",
                argument=f"offers debt={contact.debt} received_on=today",
            )
        )
    words = view.t(N_("Another call"))
    rows.append(r.ActionRow("call.other", words, command="unfold", argument=choice(view, AFTER, ""), style="dim"))
    return rows


def _lasted(view: View, contact: Contact) -> str:
    if contact.began is None or contact.ended is None or contact.ended <= contact.began:
        return format_moment(contact.at) if contact.at else ""
    minutes = max(round((contact.ended - contact.began).total_seconds() / 60), 1)
    times = f"{contact.began:%H:%M}-{contact.ended:%H:%M}"
    return view.t(N_("{times}, {count} minutes"), times=times, count=minutes)
