"""How collectors behaved, out of the log: what happened on which day, and the rules that may apply to it.

The rules on hours and numbers of calls were written for consumer credit; each is given only for the kinds of debt it
covers, or marked as written for another kind that one may ask to follow (facts.md §5).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Caller, Channel, YesNo
from negotiator_tui.case.talks import Contact, talks_of
from negotiator_tui.finance.budget_kept import Kept
from negotiator_tui.guide.conditions import signers
from negotiator_tui.guide.facts import Fact, named_facts

EVENING, MORNING = 22, 8
"""From 22:00 to before 8:00 nobody collects, unless agreed otherwise (COL-3, COL-6-hours)."""
CALLS_A_DAY = 3
"""Effective calls a day of one lender together with its agents (COL-4)."""
ATTEMPTS_A_DAY = 6
"""Unanswered attempts a day from one number (COL-6)."""

COLLECTORS = frozenset({Caller.LENDER, Caller.COLLECTOR})
_WITHOUT_HOUR = frozenset({Channel.LETTER, Channel.EMAIL})
"""A letter and an e-mail lie there until they are opened."""


class Kind(StrEnum):
    """What can be said about how somebody was contacted."""

    NIGHT = "night"
    OFTEN = "often"
    ATTEMPTS = "attempts"
    THIRD_PARTY = "third-party"
    THREAT = "threat"


RULES: dict[Kind, tuple[str, ...]] = {
    Kind.NIGHT: ("COL-3", "COL-6-hours"),
    Kind.OFTEN: ("COL-4",),
    Kind.ATTEMPTS: ("COL-6",),
    Kind.THIRD_PARTY: ("COL-2", "COL-6-third", "COL-7", "CC-1032", "PIPL"),
    Kind.THREAT: ("COL-6", "COL-7", "IL-1", "CC-1032"),
}
"""The facts each kind rests on; which of them are shown depends on the debt."""


@dataclass(frozen=True, slots=True)
class Incident:
    """Something that happened on a day, with the contacts it is made of, in the order of their times.

    `rules` are those that may be named for the debt. `signed`: somebody else has signed for the debt, and may be asked.
    """

    kind: Kind
    day: date
    debt: Debt | None
    contacts: tuple[Contact, ...]
    rules: tuple[Fact, ...]
    signed: bool = False


_kept: Kept[tuple[Incident, ...]] = Kept(2)


def incidents(case: Case, today: date) -> tuple[Incident, ...]:
    """Everything in the log that a rule may apply to, by day. Entries without a time, or of days to come, are left out."""
    return _kept.get((case.contacts, case.debts, case.first, case.missed), today, lambda: _found(case, today))


def _found(case: Case, today: date) -> tuple[Incident, ...]:
    debts = {debt.id: debt for debt in case.debts}
    dated = sorted(
        ((each.at, each) for each in talks_of(case.contacts) if each.at is not None and each.at.date() <= today),
        key=lambda pair: pair[0],
    )
    rules: dict[tuple[Kind, str | None], tuple[Fact, ...]] = {}
    found = []
    for kind, contacts in _told(dated, debts):
        debt = debts.get(contacts[0].debt or "")
        of_kind = (kind, debt.id if debt is not None else None)
        if of_kind not in rules:
            rules[of_kind] = named_facts(RULES[kind], debt, today, case)
        if rules[of_kind]:
            found.append(_incident(kind, contacts, debt, rules[of_kind]))
    order = list(Kind)
    return tuple(sorted(found, key=lambda each: (each.day, order.index(each.kind), each.contacts[0].id)))


def at_night(at: datetime) -> bool:
    """Whether a time is outside 8:00-22:00: 22:00 is, 8:00 is not."""
    return at.hour >= EVENING or at.hour < MORNING


def effective(contact: Contact) -> bool:
    """Whether this was a call of theirs in which something was said. What is not told counts as no call."""
    if contact.channel is not Channel.PHONE or contact.caller not in COLLECTORS or contact.answered is YesNo.NO:
        return False
    return contact.answered is YesNo.YES or bool(contact.said or contact.promised or contact.promised_amount)


def undated(case: Case) -> int:
    """How many entries have no time, and so cannot stand in a dated list."""
    return sum(each.at is None for each in talks_of(case.contacts))


def _told(dated: list[tuple[datetime, Contact]], debts: dict[str, Debt]) -> Iterator[tuple[Kind, tuple[Contact, ...]]]:
    calls: dict[tuple[date, str], list[Contact]] = {}
    attempts: dict[tuple[date, str], list[Contact]] = {}
    for at, each in dated:
        if each.caller in COLLECTORS and at_night(at) and each.channel not in _WITHOUT_HOUR:
            yield Kind.NIGHT, (each,)
        if each.third_party:
            yield Kind.THIRD_PARTY, (each,)
        if each.threat:
            yield Kind.THREAT, (each,)
        if effective(each):
            calls.setdefault((at.date(), _lender(each, debts)), []).append(each)
        elif _attempt(each):
            attempts.setdefault((at.date(), each.number or ""), []).append(each)
    yield from ((Kind.OFTEN, tuple(day)) for day in calls.values() if len(day) > CALLS_A_DAY)
    yield from ((Kind.ATTEMPTS, tuple(day)) for day in attempts.values() if len(day) > ATTEMPTS_A_DAY)


def _attempt(contact: Contact) -> bool:
    rang = contact.channel is Channel.PHONE and contact.caller in COLLECTORS and contact.answered is YesNo.NO
    return rang and bool(contact.number)


def _lender(contact: Contact, debts: dict[str, Debt]) -> str:
    """Whose calls are counted together: those of one lender, whichever of its debts they are about."""
    debt = debts.get(contact.debt or "")
    return (debt.lender or debt.id) if debt is not None else ""


def _incident(kind: Kind, contacts: tuple[Contact, ...], debt: Debt | None, rules: tuple[Fact, ...]) -> Incident:
    signed = kind is Kind.THIRD_PARTY and debt is not None and signers(debt)
    day = contacts[0].at.date() if contacts[0].at is not None else date.min
    return Incident(kind, day, debt, contacts, rules, signed)


def rules_of(found: Iterable[Incident]) -> tuple[Fact, ...]:
    """The rules behind several incidents, once each."""
    return tuple({rule.id: rule for each in found for rule in each.rules}.values())
