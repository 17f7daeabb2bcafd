"""What to say: the message that can be sent at once, the script line by line, what not to say, what to ask."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.questions import asked
from negotiator_tui.guide.conditions import About, applies
from negotiator_tui.guide.content import Entry, structure
from negotiator_tui.guide.debt_kind import role_of
from negotiator_tui.guide.facts import Fact
from negotiator_tui.guide.notes import Note, note_of
from negotiator_tui.guide.words import account_words, cause_words, day_words, month_words, yuan_words
from negotiator_tui.text.language import Lang, t

Way = Literal["phone", "chat", "writing"]
WAYS: tuple[Way, ...] = ("phone", "chat", "writing")

REPLY_DAYS = 7
"""Days the messages give for an arrangement; the borrower changes the day as it suits."""


@dataclass(frozen=True, slots=True)
class Line:
    """One breath of a script: what to say, a word of help beside it, and what it rests on."""

    id: str
    text: str
    hint: str
    facts: tuple[Fact, ...] = ()


def holding(case: Case, debt: Debt, today: date, lang: Lang) -> Line:
    """The message that can be sent today, with a hint. It names no amount and promises no money."""
    about = About(case, today, debt)
    role = role_of(debt)
    entry_id = next(
        entry_id for entry_id, entry in structure("holding").items() if role in entry["roles"] and applies(entry, about)
    )
    return _line(note_of("holding", entry_id, about, lang, **_known(case, debt, today, lang)))


def holding_message(case: Case, debt: Debt, today: date, lang: Lang) -> str:
    """The text of `holding`, to copy."""
    return holding(case, debt, today, lang).text


def script(
    case: Case, debt: Debt, figures: Mapping[str, str], today: date, lang: Lang, *, way: Way = "phone"
) -> tuple[Line, ...]:
    """The lines for one debt and one way of speaking, in order.

    `figures`: monthly, before, now, old_sum, old_monthly as `1,000` without unit; name, plan, fallback, proof,
    cause, since, reply_by, deadline as words. What is neither given nor in the case stands as 〔…〕.
    """
    about = About(case, today, debt)
    role = role_of(debt)
    values = {**_known(case, debt, today, lang), **{name: value for name, value in figures.items() if value}}
    return tuple(
        _line(note_of("script", entry_id, about, lang, **values))
        for entry_id, entry in structure("script").items()
        if way in entry["channels"] and role in entry["roles"] and applies(entry, about) and _sayable(entry, values)
    )


def if_asked(case: Case, debt: Debt, figures: Mapping[str, str], today: date, lang: Lang) -> tuple[Note, ...]:
    """What they may ask, and an answer that is true and short. Fields: ask, text, why. `figures` as for `script`."""
    about = About(case, today, debt)
    role = role_of(debt)
    values = {**_known(case, debt, today, lang), **{name: value for name, value in figures.items() if value}}
    return tuple(
        note_of("asked", entry_id, about, lang, **values)
        for entry_id, entry in structure("asked").items()
        if role in entry["roles"] and applies(entry, about) and _sayable(entry, values)
    )


def not_to_say(case: Case, debt: Debt, today: date, lang: Lang) -> tuple[Note, ...]:
    """What not to say, and why. Fields: text, why."""
    about = About(case, today, debt)
    role = role_of(debt)
    return tuple(
        note_of("notsay", entry_id, about, lang)
        for entry_id, entry in structure("notsay").items()
        if role in entry.get("roles", (role,)) and applies(entry, about)
    )


def to_ask(debt: Debt, lang: Lang) -> tuple[str, ...]:
    """Questions for the lender: one for each answer that is "don't know" or not there yet."""
    return tuple(
        t(lang, question.ask.lender)
        for question in asked(debt)
        if question.ask.lender and (question.name in debt.unknown or getattr(debt, question.name) is None)
    )


def _known(case: Case, debt: Debt, today: date, lang: Lang) -> dict[str, str]:
    """The placeholders the case itself can fill."""
    hardship = case.hardship
    cause = hardship.words or cause_words(hardship.cause, lang)
    return {
        "name": case.borrower.name or "",
        "account": account_words(debt, lang),
        "lender": debt.lender or debt.name or "",
        "reply_by": day_words(today + timedelta(days=REPLY_DAYS), today, lang),
        "since": month_words(hardship.since, lang) if hardship.since else "",
        "cause": cause.strip().rstrip("。.；;，,"),
        "proof": hardship.proof or "",
        "autodebit_from": debt.autodebit_from or "",
        "old_sum": yuan_words(debt.outstanding),
        "old_monthly": yuan_words(debt.agreed_monthly),
        "deadline": day_words(debt.deadline, today, lang) if debt.deadline else "",
        "ticket": day_words(debt.pledge_until, today, lang) if debt.pledge_until else "",
    }


def _sayable(entry: Entry, values: Mapping[str, str]) -> bool:
    """Whether what an entry `needs` is known, and nothing is that it stands in the place of (`lacks`)."""
    known = {name for name, value in values.items() if value}
    return known.issuperset(entry.get("needs", ())) and known.isdisjoint(entry.get("lacks", ()))


def _line(note: Note) -> Line:
    return Line(note.id, note.text, note["hint"], note.facts)
