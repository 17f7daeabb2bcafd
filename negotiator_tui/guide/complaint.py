"""A complaint to the lender about how a debt was collected: only what the log says, in the order it happened."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from negotiator_tui.case.case import Case, find
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.labels import label
from negotiator_tui.case.materials import Material
from negotiator_tui.case.talks import Contact
from negotiator_tui.guide.conditions import CONDITIONS, About
from negotiator_tui.guide.conduct import Incident, Kind, incidents, rules_of
from negotiator_tui.guide.content import say
from negotiator_tui.guide.notes import Note, notes
from negotiator_tui.guide.words import account_words, day_words
from negotiator_tui.text.language import Lang, t


@dataclass(frozen=True, slots=True)
class Complaint:
    """A draft to read over, change and send oneself.

    `events` are the incidents, each with its contacts; `rules` the names of what may apply.
    """

    title: str
    to: str
    opening: str
    events: tuple[str, ...]
    asks: tuple[str, ...]
    rules_intro: str
    rules: tuple[str, ...]
    closing: str
    signer: str
    day: str
    asking: str

    @property
    def text(self) -> str:
        """The letter as plain text."""
        events = [f"{number}. {each}" for number, each in enumerate(self.events, 1)]
        asks = [self.asking, *(f"{number}. {each}" for number, each in enumerate(self.asks, 1))]
        rules = [self.rules_intro, *(f"- {each}" for each in self.rules)] if self.rules else []
        end = [self.closing, "", self.signer, self.day]
        parts = [[self.title], [self.to], [self.opening], events, asks, rules, end]
        return "\n\n".join("\n".join(part) for part in parts if part)


_NAMED = {
    "CC-1032": "law-privacy",
    "PIPL": "law-information",
    "COL-7": "rule-card",
    "IL-1": "rule-online",
    "COL-2": "standard",
    "COL-3": "standard",
    "COL-4": "standard",
    "COL-6": "guideline",
    "COL-6-hours": "guideline",
    "COL-6-third": "guideline",
}
"""What a letter calls the instrument of each rule."""


def complaint(case: Case, debt: Debt, today: date, lang: Lang, *, name: str = "") -> Complaint | None:
    """The draft for one debt, signed by `name`; None where the log holds nothing that a rule may apply to."""
    found = tuple(each for each in incidents(case, today) if each.debt is not None and each.debt.id == debt.id)
    if not found:
        return None
    about = About(case, today, debt)
    rules = rules_of(found)
    values = {
        "lender": debt.lender or debt.name or "",
        "account": account_words(debt, lang),
        "first": day_words(found[0].day, today, lang),
        "last": day_words(found[-1].day, today, lang),
        "name": name,
    }

    def part(name: str) -> str:
        return say("complaint", lang, name, **values)

    asks = notes("complaint", about, lang, "ask")
    kinds = {each.kind for each in found}
    happened = part("happened-day" if found[0].day == found[-1].day else "happened")
    return Complaint(
        part("title"),
        part("to"),
        f"{part('opening-old' if CONDITIONS['limitation-near'](about) else 'opening')}\n{happened}",
        tuple(_event(each, case, today, lang) for each in found),
        tuple(each.text for each in asks if _asked(each.id, kinds)),
        part("rules-analogy" if any(rule.by_analogy for rule in rules) else "rules"),
        tuple(say("complaint", lang, name) for name in dict.fromkeys(_NAMED[rule.id] for rule in rules)),
        part("closing"),
        part("signature"),
        day_words(today, today, lang),
        part("asking"),
    )


def cautions(case: Case, debt: Debt, today: date, lang: Lang) -> tuple[Note, ...]:
    """What the borrower should know before a complaint goes out; no part of it."""
    return notes("complaint", About(case, today, debt), lang, "caution")


_ONLY_AFTER = {
    "ask-hours": {Kind.NIGHT, Kind.OFTEN, Kind.ATTEMPTS},
    "ask-others": {Kind.THIRD_PARTY},
    "ask-words": {Kind.THREAT},
}
"""What is asked for only where something of it happened."""


def _asked(name: str, kinds: set[Kind]) -> bool:
    return name not in _ONLY_AFTER or bool(_ONLY_AFTER[name] & kinds)


def _event(each: Incident, case: Case, today: date, lang: Lang) -> str:
    """One incident in one paragraph: the day, what happened, each contact with its time and words, what proves it."""
    what = say("complaint", lang, each.kind.value, day=day_words(each.day, today, lang), count=str(len(each.contacts)))
    join = say("complaint", lang, "join")
    return what + join.join(_contact(contact, each.kind, case, lang) for contact in each.contacts)


def _contact(contact: Contact, kind: Kind, case: Case, lang: Lang) -> str:
    parts = [f"{contact.at:%H:%M}" if contact.at is not None else ""]
    if contact.channel is not None:
        parts.append(t(lang, label(contact.channel)))
    parts += [contact.who or "", contact.number or ""]
    if contact.staff_number:
        parts.append(say("complaint", lang, "staff", number=contact.staff_number))
    words = {Kind.THREAT: contact.threat, Kind.THIRD_PARTY: contact.third_party}.get(kind)
    if words:
        parts.append(say("complaint", lang, "words", words=" / ".join(words.split("\n"))))
    paper = find(case, "materials", contact.evidence) if contact.evidence else None
    if isinstance(paper, Material) and paper.name:
        parts.append(say("complaint", lang, "paper", name=paper.name))
    return say("complaint", lang, "comma").join(_there(parts))


def _there(parts: Iterable[str]) -> list[str]:
    return [part for part in parts if part]
