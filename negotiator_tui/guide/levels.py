"""How far a request about one debt has been taken: customer service, in writing, a complaint, outside."""

from dataclasses import dataclass
from datetime import date

from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Answer, Caller
from negotiator_tui.case.materials import Sent
from negotiator_tui.case.talks import Contact
from negotiator_tui.guide.action import Now
from negotiator_tui.guide.conditions import About
from negotiator_tui.guide.deadlines import COMPLAINT, complaint_days
from negotiator_tui.guide.debt_kind import institution
from negotiator_tui.guide.notes import Note, note_of
from negotiator_tui.guide.words import day_words
from negotiator_tui.text.language import Lang

LEVELS = ("service", "writing", "complaint", "outside")


@dataclass(frozen=True, slots=True)
class Level:
    """One level: what it is, when it was taken last, and the days on which its answer is due, if it sets any.

    `item` is the path of what is on record about it; empty where nothing is.
    """

    note: Note
    on: date | None = None
    due: tuple[date, ...] = ()
    item: tuple[str, ...] = ()
    answered: bool = False


def levels(case: Case, debt: Debt, today: date, lang: Lang) -> tuple[Level, ...]:
    """The levels for one debt in their order; a complaint under the rules for lenders only where one is at the end."""
    about = About(case, today, debt)
    asked, letter, complaint = (
        _asked(case, debt),
        _newest(case, debt, COMPLAINT, other=True),
        last_complaint(case, debt),
    )
    found = []
    for name in LEVELS:
        if name in {"complaint", "outside"} and not institution(debt):
            continue
        note = note_of("levels", name, about, lang)
        if name == "service" and asked is not None and asked.at is not None:
            due = () if asked.answer_due is None else (asked.answer_due,)
            found.append(Level(note, asked.at.date(), due, ("contacts", asked.id)))
        elif name == "writing" and letter is not None:
            due = () if letter.reply_by is None else (letter.reply_by,)
            found.append(Level(note, letter.on, due, ("sent", letter.id), letter.answered_on is not None))
        elif name == "complaint" and complaint is not None and complaint.on is not None:
            days = complaint_days(complaint.on)
            found.append(Level(note, complaint.on, days, ("sent", complaint.id), complaint.answered_on is not None))
        else:
            found.append(Level(note))
    return tuple(found)


def last_complaint(case: Case, debt: Debt) -> Sent | None:
    """The newest complaint about a debt that was handed in."""
    return _newest(case, debt, COMPLAINT, other=False)


def complaint_draft(case: Case, debt: Debt, today: date, lang: Lang, answer: str) -> Note:
    """A complaint that the request was not dealt with, out of the log; what is not on record stays blank."""
    asked = _asked(case, debt)
    refused = next(
        (each for each in reversed(case.offers) if each.debt == debt.id and each.answer is Answer.REFUSED), None
    )
    day = asked.at.date() if asked is not None and asked.at is not None else None
    values = {
        "tail": debt.contract_tail or "",
        "asked": day_words(day, today, lang) if day is not None else "",
        "reference": (asked.reference or "") if asked is not None else "",
        "answer": answer if refused is not None else "",
    }
    return note_of("levels", "draft", About(case, today, debt), lang, **values)


def _asked(case: Case, debt: Debt) -> Contact | None:
    """The last contact that the borrower began."""
    found: Contact | None = None
    for each in Now(case, date.min).contacts.get(debt.id, ()):
        is_later = found is None or found.at is None or (each.at is not None and each.at >= found.at)
        if each.caller is Caller.ME and each.at is not None and is_later:
            found = each
    return found


def _newest(case: Case, debt: Debt, kind: str, *, other: bool) -> Sent | None:
    """The newest thing handed over about a debt that is of a kind, or (`other`) is not."""
    found = [each for each in case.sent if each.debt == debt.id and each.on and (each.kind == kind) is not other]
    return max(found, key=lambda each: each.on or date.min) if found else None
