"""What the pages of help show for a case: one function a page, made from the notes of its part of the guide."""

from dataclasses import dataclass, replace
from datetime import date

from negotiator_tui.case.case import Case
from negotiator_tui.case.court import Court
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Refusal, Shape, Urgent
from negotiator_tui.guide.conditions import CONDITIONS, About
from negotiator_tui.guide.content import structure
from negotiator_tui.guide.deadlines import payment_order_due
from negotiator_tui.guide.debt_kind import kinds_of
from negotiator_tui.guide.facts import facts_for
from negotiator_tui.guide.notes import Note, note_of, notes
from negotiator_tui.guide.words import day_words, yuan_words
from negotiator_tui.text.language import Lang

TO_DO = 3
NOT_TO_DO = 5
_FOR_THIS_CASE = 2
"""How many of the things not to do may be there for this case alone, so that the common ones stay."""


@dataclass(frozen=True, slots=True)
class Today:
    """The page for today: three things to do, five not to do, a closing word, the quiet line for bad nights."""

    do: tuple[Note, ...]
    dont: tuple[Note, ...]
    closing: Note
    distress: Note


def today_page(case: Case, today: date, lang: Lang) -> Today:
    """What to do today and what not, chosen from the case in the order of the file."""
    about = About(case, today)
    debt = holding_debt(case, today)
    lender = "" if debt is None else debt.lender or debt.name or ""
    dont = notes("today", about, lang, "dont")
    special = [note for note in dont if _conditional(note)][:_FOR_THIS_CASE]
    common = [note for note in dont if not _conditional(note)]
    return Today(
        notes("today", about, lang, "do", lender=lender)[:TO_DO],
        (*special, *common)[:NOT_TO_DO],
        note_of("today", "closing", about, lang),
        distress(lang, today),
    )


def holding_debt(case: Case, today: date) -> Debt | None:
    """The debt the first message is for: the largest overdue one at an institution, else the largest there."""
    for condition in ("institution-overdue", "institution"):
        found = [debt for debt in case.debts if CONDITIONS[condition](About(case, today, debt))]
        if found:
            return max(found, key=lambda debt: debt.outstanding or 0)
    return None


def urgent_steps(kind: Urgent, case: Case, today: date, lang: Lang) -> tuple[Note, ...]:
    """What to do now, step by step, for one urgency; none for `Urgent.NONE`."""
    about = About(case, today)
    entries = structure("urgent").items()
    return tuple(note_of("urgent", entry_id, about, lang) for entry_id, entry in entries if entry["of"] == kind.value)


def route(reason: Refusal, debt: Debt | None, case: Case, today: date, lang: Lang) -> Note:
    """What follows a refusal. Fields: title, first, then, document, care."""
    return note_of("routes", reason.value, About(case, today, debt), lang)


def routes(debt: Debt | None, case: Case, today: date, lang: Lang) -> tuple[Note, ...]:
    """All thirteen reasons with their ways, in order."""
    return notes("routes", About(case, today, debt), lang)


def clauses(debt: Debt | None, case: Case, today: date, lang: Lang) -> tuple[Note, ...]:
    """The clauses of an agreement, the four red lines (group "red") first.

    Ids are the fields of `Agreement`, but for "instalments". Fields: title, look, red (wording to stop at), ask.
    """
    return notes("clauses", About(case, today, debt), lang)


def court_page(paper: Court, case: Case, today: date, lang: Lang) -> Note:
    """What to do about one court paper; KeyError while its kind is not chosen.

    Fields: title, what, verify, do, deadline, bring. For a payment order the deadline names the last day.
    """
    if paper.kind is None:
        raise KeyError("kind")
    debt = next((each for each in case.debts if each.id == paper.debt), None)
    values = {}
    if paper.received_on is not None:
        values = {
            "received": day_words(paper.received_on, today, lang),
            "due": day_words(payment_order_due(paper.received_on), today, lang),
        }
    return note_of("court", paper.kind.value, About(case, today, debt), lang, **values)


def court_kinds(lang: Lang, today: date) -> tuple[Note, ...]:
    """What each kind of court paper is, for choosing."""
    return notes("court", About(Case(), today), lang)


def prevention(case: Case, today: date, lang: Lang, group: str | None = None, **figures: str) -> tuple[Note, ...]:
    """Guide 6.2, 6.3, 7.1-7.3. Groups: need, loan, extra, habit, credit.

    Figures, as `12,000` without unit: safe, sum, for_debts, more, months, set_aside, float, keep. The float is taken
    from the case where it is not given.
    """
    values = {"float": yuan_words(case.first.trading_float), **figures}
    return notes("prevention", About(case, today), lang, group, **values)


def extension_notes(debt: Debt, case: Case, today: date, lang: Lang) -> tuple[Note, ...]:
    """Asking for more time on a loan before it is due. Groups: steps, conditions."""
    return notes("extension", About(case, today, debt), lang)


def autodebit_page(debt: Debt | None, case: Case, today: date, lang: Lang) -> tuple[Note, ...]:
    """Auto-debit. Groups: ask (four questions), do, dont."""
    return notes("autodebit", About(case, today, debt), lang)


def conduct(debt: Debt, case: Case, today: date, lang: Lang) -> tuple[Note, ...]:
    """When collectors call. Groups: say, keep, scope; the rules themselves come last, as facts of the scope note."""
    about = About(case, today, debt)
    found = tuple(note for note in notes("conduct", about, lang) if note.group != "distress")
    rules = facts_for(debt, "conduct", today, case)
    return tuple(replace(note, facts=rules) if note.group == "scope" else note for note in found)


def distress(lang: Lang, today: date) -> Note:
    """The one quiet line for bad nights."""
    return note_of("conduct", "distress", About(Case(), today), lang)


def scam_signs(lang: Lang, today: date) -> tuple[Note, ...]:
    """Signs of fraud; one is enough to stop and check."""
    return notes("scam", About(Case(), today), lang)


def checkup(case: Case, today: date, lang: Lang) -> tuple[Note, ...]:
    """The questions of a monthly check; `page` is where each is looked up."""
    return notes("checkup", About(case, today), lang)


def consequence(debt: Debt, case: Case, today: date, lang: Lang) -> Note | None:
    """What may follow if this month's due is not paid. Fields: text, soon. None while the kind is not known."""
    found = notes("consequences", About(case, today, debt), lang)
    return found[0] if found else None


def shop_ways(case: Case, today: date, lang: Lang, loss: str = "") -> tuple[Note, ...]:
    """When the shop loses money before any debt: sums and ways. `loss` is a month's, as `1,200`."""
    return notes("shop", About(case, today), lang, loss=loss)


def other_request(case: Case, today: date, lang: Lang, debt: Debt | None = None) -> tuple[Note, ...]:
    """Where no instalment can be carried: a pause, a little for now, when, and who helps. Groups: intro, ask, care, help."""
    return notes("other", About(case, today, debt), lang)


def debt_help(debt: Debt, case: Case, today: date, lang: Lang) -> Note | None:
    """What this debt is, what to read, how it is handled, with the facts that hold for it. None without a shape.

    Fields: title, what, read, how.
    """
    if debt.shape is None:
        return None
    kinds = kinds_of(debt)
    entry_id = next(iter(kinds)) if len(kinds) == 1 else "loan" if debt.shape is Shape.LOAN else "arrears-other"
    note = note_of("kinds", entry_id, About(case, today, debt), lang)
    topics = structure("kinds")[entry_id]["topics"]
    found = {each.id: each for topic in topics for each in facts_for(debt, topic, today, case)}
    return replace(note, facts=tuple(found.values()))


def limitation_note(debt: Debt, case: Case, today: date) -> bool:
    """Whether limitation may be spoken of: the oldest instalment has been due for two and a half years."""
    return CONDITIONS["limitation-near"](About(case, today, debt))


def glossary(lang: Lang) -> tuple[Note, ...]:
    """Forty words. Fields: term, text."""
    return notes("glossary", About(Case(), date.min), lang)


def page_help(page: str, lang: Lang) -> Note:
    """What a page, or a topic such as "topic-unknown", is for. Fields: title, text, tip. KeyError if there is none."""
    return note_of("help", page, About(Case(), date.min), lang)


def _conditional(note: Note) -> bool:
    return "when" in structure("today")[note.id]
