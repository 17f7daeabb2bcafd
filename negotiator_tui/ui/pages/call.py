"""A call while it goes on: the time, the line never to cross, what to say next, and a line that takes down everything."""

from datetime import datetime
from decimal import Decimal

from negotiator_tui.case.answers import read, shown
from negotiator_tui.case.case import find
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.edit import UNKNOWN
from negotiator_tui.case.kinds import AskedFor
from negotiator_tui.case.labels import label
from negotiator_tui.case.questions import Question, question
from negotiator_tui.case.talks import Contact
from negotiator_tui.guide.calls import FORGOTTEN, running
from negotiator_tui.guide.consistency import differences
from negotiator_tui.guide.scam import scam_warning
from negotiator_tui.text.cells import width
from negotiator_tui.text.dates import format_moment
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Span, Style
from negotiator_tui.ui.pages.call_after import AFTER, after
from negotiator_tui.ui.pages.call_before import before
from negotiator_tui.ui.pages.call_line import challenge, limit_of, line_rows
from negotiator_tui.ui.pages.choosing import choice, chosen
from negotiator_tui.ui.pages.forms import debt_name
from negotiator_tui.ui.pages.hanging import hanging
from negotiator_tui.ui.pages.script import phone_lines
from negotiator_tui.ui.pages.talk_remarks import difference_rows, scam_brief, scam_rows
from negotiator_tui.ui.view import View, hidden_words

NEXT = ("action", "call.next")
"""The row that Enter goes on with."""

_ALWAYS = (("said", N_("They said this")), ("promised", N_("I said this")))
_BY_TEXT = (
    ("promised_amount", N_("The amount a month that I promised: {value}")),
    ("answer_due", N_("They answer by {value}")),
)
_MORE = (
    ("staff_number", N_("Their staff number")),
    ("reference", N_("The reference number")),
    ("who", N_("Their name and company")),
    ("threat", N_("A threat or insult, in their words")),
    ("third_party", N_("They spoke to somebody else about it")),
    ("stated_income", N_("The income a month that I named: {value}")),
)
_SHORT = 24
"""Cells of a text that may still be a number or a name."""


def call(view: View) -> list[r.Row]:
    """Before, during and after a call about one debt."""
    contact = running(view.case)
    if contact is not None:
        return _during(view, contact)
    ended = find(view.case, "contacts", chosen(view, AFTER) or "-")
    return [head(view), *before(view)] if ended is None else after(view, ended)


def head(view: View) -> r.Heading:
    """The first line of the page, with how long the call has been going on."""
    contact = running(view.case)
    if contact is None or contact.began is None:
        return r.Heading(view.t(N_("On the phone")), view.t(N_("look once, then dial")))
    name = debt_name(view, contact.debt) if contact.debt else view.t(N_("no debt named"))
    return r.Heading(view.t(N_("On the phone: {name}"), name=name), _clock(view, contact.began))


def _clock(view: View, began: datetime) -> str:
    gone = view.now.replace(tzinfo=None) - began
    if gone > FORGOTTEN:
        return view.t(N_("begun {when}, never closed"), when=format_moment(began))
    seconds = max(int(gone.total_seconds()), 0)
    minutes, second = divmod(seconds, 60)
    if view.still:
        return view.t(N_("{count} minutes"), count=minutes)
    return f"{minutes:02}:{second:02}" if minutes < 60 else f"{minutes // 60}:{minutes % 60:02}:{second:02}"


def _during(view: View, contact: Contact) -> list[r.Row]:
    debt = find(view.case, "debts", contact.debt) if contact.debt else None
    typing = view.find.strip()
    finder = r.FindRow(
        "",
        view.t(N_("type what they say; Enter takes it down with the time")),
        command="call-said",
        draft=("call", contact.id),
    )
    return [
        head(view),
        *(line_rows(view, debt) if debt is not None else []),
        *_script(view, contact, debt, typing),
        finder,
        *_challenge(view, contact, debt, typing),
        *(_typed(view, contact, typing) if typing else _told(view, contact)),
        *_so_far(view, contact),
    ]


def _script(view: View, contact: Contact, debt: Debt | None, typing: str) -> list[r.Row]:
    """The line of the script that is next. While something is typed Enter takes that down, so it only stands there."""
    lines = phone_lines(view, debt) if debt is not None else ()
    place = min(_place(view, contact), len(lines))
    if place < len(lines):
        text, hint = (
            lines[place].text,
            view.t(N_("Enter: next, {number} of {count}"), number=place + 1, count=len(lines)),
        )
    else:
        text, hint = view.t(N_("Thank them, and hang up when everything is written down.")), ""
    if typing:
        return [r.Note("> " + text, "dim")]
    if place >= len(lines):
        return [_hang_up(view, "call.next", text)]
    argument = choice(view, _group(contact), str(place + 1))
    return [r.ActionRow("call.next", text, hint, command="unfold", argument=argument)]


def _group(contact: Contact) -> str:
    return f"line-{contact.id}"


def _place(view: View, contact: Contact) -> int:
    mark = chosen(view, _group(contact)) or "0"
    return int(mark) if mark.isdecimal() else 0


def _hang_up(view: View, key: str, text: str = "") -> r.ActionRow:
    words = text or view.t(N_("Hang up: the time is noted, then only the day of the answer"))
    return r.ActionRow(key, words, view.t(N_("Enter: the call is over")) if text else "", command="call-end")


def _steps(view: View, contact: Contact) -> list[r.Row]:
    """One line back, and the end of the call."""
    rows: list[r.Row] = []
    place = _place(view, contact)
    if place:
        argument = choice(view, _group(contact), str(place - 1))
        words = view.t(N_("One line back"))
        rows.append(r.ActionRow("call.back", words, command="unfold", argument=argument, style="dim"))
    return [*rows, _hang_up(view, "call.end")]


def _signs(view: View, contact: Contact) -> list[r.Row]:
    """What they may ask for that is a sign of fraud: Enter notes it, again takes it back."""
    rows: list[r.Row] = [
        r.Heading(view.t(N_("If they ask for this, Enter notes it")), view.t(N_("again: takes it back")))
    ]
    for sign in AskedFor:
        there = sign in (contact.asked_for or ())
        mark = view.t(N_("noted")) if there else ""
        style: Style = "warn" if there else "dim"
        key = f"call.{sign}"
        rows.append(r.ActionRow(key, view.t(label(sign)), mark, command="call-sign", argument=sign.value, style=style))
    return rows


def _takes(view: View, contact: Contact, typing: str) -> list[r.Row]:
    """What the typed words can be taken down as, the likeliest first."""
    rows = [_take(name, view.t(words), typing) for name, words in _ALWAYS]
    for name, words in (*_BY_TEXT, *_MORE):
        asked = question(Contact, name)
        if "{value}" in words:
            value = _value(view, contact, asked, typing)
            if value:
                rows.append(_take(name, view.t(words, value=value), typing))
        elif _fits(name, typing):
            rows.append(_take(name, view.t(words), typing))
    return rows


def _fits(field: str, typing: str) -> bool:
    """Whether a text can be what a field without a form of its own holds: a number is short and has a digit in it."""
    if field in {"threat", "third_party"}:
        return True
    return width(typing) <= _SHORT and (field == "who" or any(each.isdigit() for each in typing))


def _take(field: str, words: str, typing: str) -> r.Row:
    return r.ActionRow(f"take.{field}", words, command="call-log", argument=f"{field} {typing}")


def _value(view: View, contact: Contact, asked: Question, typing: str) -> str:
    """What a typed text is understood as; empty where it is none of this kind."""
    reading = read(asked, typing, contact, view.now, view.lang)
    if reading.fault is not None or reading.value is None or reading.value is UNKNOWN:
        return ""
    if asked.ask.unit:
        return view.money(reading.value)
    return shown(asked, reading.value, view.lang)


def _challenge(view: View, contact: Contact, debt: Debt | None, typing: str) -> list[r.Row]:
    """What to answer to an amount above the line: while it is typed, and as long as it stands as promised."""
    limit = limit_of(view, debt) if debt is not None else None
    asked = question(Contact, "promised_amount")
    reading = read(asked, typing, contact, view.now, view.lang) if typing else None
    if reading is not None and isinstance(reading.value, Decimal) and reading.fault is None and _is_sum(typing):
        return challenge(view, limit, reading.value, said=False)
    if contact.promised_amount is not None:
        return challenge(view, limit, contact.promised_amount, said=True)
    return []


def _typed(view: View, contact: Contact, typing: str) -> list[r.Row]:
    """While something is typed: only what has to be said at once, and what it can be taken down as."""
    warning = scam_warning(contact, view.case, view.today, view.lang, typing)
    return [*scam_brief(view, warning), *_takes(view, contact, typing)]


def _told(view: View, contact: Contact) -> list[r.Row]:
    return [
        *_steps(view, contact),
        *scam_rows(view, scam_warning(contact, view.case, view.today, view.lang)),
        *difference_rows(view, differences(view.case, contact)),
        *_signs(view, contact),
    ]


def _is_sum(typing: str) -> bool:
    """Whether a text that can be read as an amount is likely one, rather than a staff number or a date."""
    return not typing.startswith("0") and width(typing) <= _SHORT


def _so_far(view: View, contact: Contact) -> list[r.Row]:
    """What was taken down, the latest first in each part."""
    rows: list[r.Row] = []
    parts = (
        ("said", N_("They said")),
        ("promised", N_("You said")),
        ("threat", N_("Threat")),
        ("third_party", N_("Others")),
    )
    for field, words in parts:
        text = getattr(contact, field)
        mark = Span(view.t(words) + "  ", "dim")
        told = reversed(text.splitlines() if text else [])
        rows += [hanging(mark, hidden_words(each) if view.hide else each) for each in told]
    for field in ("who", "staff_number", "reference", "promised_amount", "answer_due", "stated_income"):
        value = getattr(contact, field)
        if value is not None:
            asked = question(Contact, field)
            said = view.money(value) if asked.ask.unit else shown(asked, value, view.lang)
            rows.append(hanging(Span(view.t(asked.ask.label) + "  ", "dim"), said))
    if not rows:
        return []
    return [r.Heading(view.t(N_("Taken down so far")), view.t(N_("kept as it is typed"))), *rows]
