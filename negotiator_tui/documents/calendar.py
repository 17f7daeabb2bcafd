"""The days of a case for a calendar: what is to be paid, answered or done, without names unless they are wanted."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from negotiator_tui.case.case import Case
from negotiator_tui.documents.wording import money, sentence_end
from negotiator_tui.finance.budget import budget_of
from negotiator_tui.finance.budget_due import Due, Dues
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.offer import Outcome
from negotiator_tui.finance.plans import TermResult, chosen_plan, plan_result
from negotiator_tui.guide.deadlines import Deadline, deadline_sentence, deadlines
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.fault import declare
from negotiator_tui.text.language import N_, Lang, t

_PAYMENT = "payment"
"""The deadlines that are payments: those come from the list of dues, which reaches further."""


declare({"documents.no-days": N_("No day is known yet. Due days of debts and agreements fill the calendar.")})


@dataclass(frozen=True, slots=True)
class Day:
    """A day for a calendar. `key` stays the same while the day belongs to the same thing, even if it moves.

    `tentative` marks what was asked for and not agreed to.
    """

    key: str
    day: date
    title: str
    text: str
    tentative: bool = False


def calendar_days(case: Case, today: date, lang: Lang, *, names: bool = False) -> tuple[Day, ...]:
    """Every day from today on: payments agreed, the next one a contract asks for, those of the plan, and deadlines.

    Amounts stand in the titles, whom they are owed to only with `names`: a phone shows titles to whoever looks at it.
    """
    told = _Told(lang, names=names)
    dues = budget_of(case, today).dues
    found = [
        *(each for one in dues for each in _dues(one, today, told)),
        *_plan(case, today, dues, told),
        *(told.deadline(each, today) for each in deadlines(case, today) if each.code != _PAYMENT and each.due >= today),
    ]
    return tuple(sorted(found, key=lambda each: (each.day, each.key)))


def calendar_name(today: date, lang: Lang) -> str:
    """The name of the file."""
    return f"{t(lang, N_('Days to keep'))}-{format_date(today)}.ics"


@dataclass(frozen=True, slots=True)
class _Told:
    """What stands in a calendar, in a language, with or without names."""

    lang: Lang
    names: bool

    def paid(self, key: str, day: date, fen: int | None, name: str | None, kind: str) -> Day:
        """A payment: "agreed", what a "contract" asks for, or of the "plan"."""
        amount = self._amount(None if fen is None else yuan(fen))
        title = t(self.lang, _TITLES[kind], amount=amount)
        if self.names and name:
            title = t(self.lang, N_("{title}: {name}"), title=title, name=name)
        return Day(key, day, title, t(self.lang, _TEXTS[kind]), tentative=kind == "plan")

    def deadline(self, each: Deadline, today: date) -> Day:
        """A day a rule or somebody sets; without names only that there is something to do."""
        known = _KINDS.get(each.code, each.code if each.code in _TITLES else "other")
        words = sentence_end(deadline_sentence(each, self.lang, today))
        text = t(self.lang, _TEXTS.get(known, _TEXTS["other"]))
        title = words if self.names else t(self.lang, _TITLES[known])
        return Day(".".join((*each.path, each.code)), each.due, title, text)

    def _amount(self, amount: Decimal | None) -> str:
        return t(self.lang, N_("amount open")) if amount is None else t(self.lang, N_("{n} yuan"), n=money(amount))


def _dues(dues: Dues, today: date, told: _Told) -> Iterator[Day]:
    """What is due on a debt: all that is agreed; of a contract the next payment, as the later ones are negotiated."""
    ahead = [each for each in dues.rows if each.day >= today and not each.lump]
    if not dues.agreed:
        ahead = [each for each in ahead if each.sure][:1]
    kind = "agreed" if dues.agreed else "contract"
    for each in ahead:
        yield told.paid(_key(each), each.day, each.fen, dues.debt.name, kind)


def _key(due: Due) -> str:
    """A payment on the list keeps its key wherever it moves; one without an entry of its own belongs to its month."""
    own = ".".join(due.source[:2])
    return own if due.source[0] == "payments" else f"{own}.{due.day.isoformat()[:7]}"


def _plan(case: Case, today: date, dues: tuple[Dues, ...], told: _Told) -> Iterator[Day]:
    """The payments of the plan to ask for, for debts on which nothing is agreed."""
    plan = chosen_plan(case)
    agreed = {each.debt.id for each in dues if each.agreed}
    results: tuple[TermResult, ...] = () if plan is None else plan_result(case, plan, today).terms
    for result in results:
        outcome = result.outcome
        if not isinstance(outcome, Outcome) or result.debt.id in agreed:
            continue
        days = outcome.schedule.dues or ()
        for number, (day, fen) in enumerate(zip(days, outcome.payments_fen, strict=False), 1):
            if fen and day >= today:
                yield told.paid(f"terms.{result.terms.id}.{number}", day, fen, result.debt.name, "plan")


_TITLES: dict[str, str] = {
    "agreed": N_("Pay {amount}"),
    "contract": N_("Due by contract: {amount}"),
    "plan": N_("Plan: {amount} (not agreed yet)"),
    "payment-order": N_("Important paper: last day"),
    "court-date": N_("Important date"),
    "answer": N_("Answer expected: ask again"),
    "review": N_("Five minutes: what changed?"),
    "other": N_("Last day for something: see the case"),
}
"""By kind what stands in a title where nobody is named, as msgids."""

_TEXTS: dict[str, str] = {
    "agreed": N_("Keep the proof of payment and note it in the case."),
    "contract": N_("As the contract stands. If it cannot be paid, speak before this day, not after it."),
    "plan": N_("What you asked for; nobody has agreed to it. What counts is what is agreed in writing."),
    "payment-order": N_("Pay or object in writing up to this day. Check first that it is real."),
    "court-date": N_("Check that it is real, then keep the date or ask for another one before it."),
    "answer": N_("No answer? Ask again in writing and note it in the case."),
    "review": N_("Look through income, costs and the plan, and note it in the case."),
    "other": N_("What it is stands in the case."),
}

_KINDS = {
    "payment-order-safe": "payment-order",
    "letter": "answer",
    "complaint": "answer",
    "complaint-complex": "answer",
    "complaint-extended": "answer",
}
"""Deadlines that are told as others are."""
