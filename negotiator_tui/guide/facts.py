"""What may be stated, for which debts, on what ground, and from when on it has to be checked again."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Literal

from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt
from negotiator_tui.guide.conditions import About, applies
from negotiator_tui.guide.content import say, structure
from negotiator_tui.guide.debt_kind import kinds_of
from negotiator_tui.text.language import Lang

Code = Literal["P", "P*", "S", "C"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing the program may say.

    `code`: P article text of a law, P* text of an instrument reproduced elsewhere, S a report, C own inference.
    `as_of` is the state of the text, the day of the report, or the day the pages were seen (`seen`).
    `by_analogy`: it is written for another kind of debt, and the borrower may only ask that it be followed.
    """

    id: str
    code: Code
    as_of: date
    recheck_by: date
    source: str
    articles: tuple[str, ...] = ()
    seen: bool = False
    by_analogy: bool = False


@cache
def fact(fact_id: str) -> Fact:
    """The fact with this id. KeyError if there is none."""
    entry = structure("facts")[fact_id]
    return Fact(
        fact_id,
        entry["code"],
        entry["as_of"],
        entry["recheck_by"],
        entry["source"],
        tuple(entry.get("articles", ())),
        bool(entry.get("seen")),
    )


def facts_for(debt: Debt | None, topic: str, today: date, case: Case | None = None) -> tuple[Fact, ...]:
    """The facts on a topic that may be shown for a debt, or, without one, those that hold for all debts.

    A fact is left out if it is written for other kinds, or if its condition does not hold (limitation: the oldest
    instalment due for two and a half years; criminal law: where it answers a fear; credit records: when overdue).
    """
    return tuple(_given(debt, ids_on(topic), today, case))


def named_facts(ids: tuple[str, ...], debt: Debt | None, today: date, case: Case | None = None) -> tuple[Fact, ...]:
    """Of the facts an entry names, those that may be shown for a debt."""
    return tuple(_given(debt, ids, today, case))


@cache
def ids_on(topic: str) -> tuple[str, ...]:
    """The ids of all facts on a topic, in order."""
    return tuple(name for name, entry in structure("facts").items() if topic in entry["topics"])


def fact_sentence(each: Fact, lang: Lang, today: date) -> str:
    """The fact in one or two sentences, with instrument and article or the date of the report.

    After `recheck_by` it ends with a word to check it first.
    """
    text = say("facts", lang, each.id)
    as_of = each.as_of.isoformat()
    if each.code == "S":
        sentence = say("phrases", lang, "seen" if each.seen else "reported", as_of=as_of, text=text)
    else:
        cite = "cite" if each.code == "P" else "cite-seen"
        sentence = say("phrases", lang, cite, as_of=as_of, text=text, place=_place(each, lang))
    if each.by_analogy:
        sentence = say("phrases", lang, "analogy", text=sentence)
    return say("phrases", lang, "stale", text=sentence) if today > each.recheck_by else sentence


def _place(each: Fact, lang: Lang) -> str:
    instrument = say("facts", lang, each.id, "instrument")
    if not each.articles:
        return instrument
    if each.articles[0].endswith("-1"):
        articles = say("phrases", lang, "article-sub", articles=each.articles[0].removesuffix("-1"))
    else:
        articles = say("phrases", lang, "article", articles=say("phrases", lang, "article-join").join(each.articles))
    return say("phrases", lang, "place", instrument=instrument, articles=articles)


def _given(debt: Debt | None, ids: tuple[str, ...], today: date, case: Case | None) -> list[Fact]:
    about = About(case or Case(debts=() if debt is None else (debt,)), today, debt)
    found = []
    for name in ids:
        entry = structure("facts")[name]
        if applies(entry, about):
            found.append(fact(name))
        elif debt is not None and _by_analogy(entry.get("analogy", ()), debt):
            found.append(replace(fact(name), by_analogy=True))
    return found


def _by_analogy(kinds: list[str], debt: Debt) -> bool:
    return bool(kinds) and kinds_of(debt) <= frozenset(kinds)
