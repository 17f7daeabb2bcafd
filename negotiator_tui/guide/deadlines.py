"""Days that must not be missed: those a rule sets, and those the borrower wrote down."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from negotiator_tui.case.case import Case, find
from negotiator_tui.case.court import Court
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import CourtPaper, OwedFor, Shape, YesNo
from negotiator_tui.case.talks import talks_of
from negotiator_tui.guide.content import say, structure
from negotiator_tui.guide.facts import Fact, named_facts
from negotiator_tui.guide.words import day_words
from negotiator_tui.text.amounts import format_yuan
from negotiator_tui.text.language import Lang

AHEAD = timedelta(days=31)
"""How far ahead instalments of agreements are listed."""
PAWN_GRACE = timedelta(days=5)
"""Days after a pledge falls due until it is forfeited (PAWN; the ticket counts)."""

Path = tuple[str, ...]

_OF_ARREARS = {OwedFor.RENT: "rent", OwedFor.TAX: "tax", OwedFor.SOCIAL: "social"}


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day and what falls on it. `debt` is an id where it belongs to one; `args` are the values its sentence names."""

    code: str
    due: date
    path: Path
    debt: str = ""
    args: tuple[tuple[str, str | date | Decimal], ...] = ()

    @property
    def page(self) -> str:
        """The page to open."""
        page: str = structure("deadlines")[self.code]["page"]
        return page


def payment_order_due(received: date) -> date:
    """The last day to pay or object: fifteen days after receipt, which itself is not counted (CPL-227)."""
    return received + timedelta(days=structure("court")[CourtPaper.PAYMENT_ORDER.value]["days"])


def deadlines(case: Case, today: date) -> tuple[Deadline, ...]:
    """Every deadline not yet met, by day. One that has passed stays while something can follow from it.

    Payment orders fifteen days after receipt, dates named in court papers, pawn tickets and five days after them,
    written deadlines of landlords, deadlines of tax and insurance, answers due, unpaid instalments of agreements up to
    a month ahead. A lender's product terms are not among them: those stand in the user's own contract.
    """
    found = [
        *(each for paper in case.court for each in _court(paper, today)),
        *(each for debt in case.debts for each in _debt(debt, today)),
        *_answers(case, today),
        *_payments(case, today),
    ]
    return tuple(sorted(found, key=lambda each: each.due))


def deadline_sentence(each: Deadline, lang: Lang, today: date, money: Callable[[Decimal], str] = format_yuan) -> str:
    """What falls on the day, in one sentence. `money` writes the amounts, without their unit."""
    values = {
        name: value
        if isinstance(value, str)
        else money(value)
        if isinstance(value, Decimal)
        else day_words(value, today, lang)
        for name, value in each.args
    }
    return say("deadlines", lang, each.code, "text", **values)


def deadline_facts(each: Deadline, case: Case, today: date) -> tuple[Fact, ...]:
    """The rules a deadline comes from, as far as they may be shown."""
    debt: Debt | None = find(case, "debts", each.debt) if each.debt else None
    return named_facts(tuple(structure("deadlines")[each.code].get("facts", ())), debt, today, case)


def _court(paper: Court, today: date) -> list[Deadline]:
    if paper.answered_on is not None:
        return []
    found = []
    if paper.kind is CourtPaper.PAYMENT_ORDER and paper.received_on is not None:
        due = payment_order_due(paper.received_on)
        path = ("court", paper.id, "answered_on")
        found.append(Deadline("payment-order", due, path, paper.debt or "", (("received", paper.received_on),)))
    if paper.hearing is not None and paper.hearing >= today:
        found.append(Deadline("court-date", paper.hearing, ("court", paper.id, "hearing"), paper.debt or ""))
    return found


def _debt(debt: Debt, today: date) -> list[Deadline]:
    args = (("debt", debt.name or ""),)
    if debt.shape is Shape.PAWN and debt.pledge_until is not None:
        path = ("debts", debt.id, "pledge_until")
        last = debt.pledge_until + PAWN_GRACE
        days = (("pawn-redeem", debt.pledge_until), ("pawn-forfeit", last))
        return [Deadline(code, day, path, debt.id, args) for code, day in days if day >= today]
    if debt.shape is Shape.ARREARS and debt.deadline is not None and debt.deadline >= today:
        code = _OF_ARREARS.get(debt.owed_for, "arrears") if debt.owed_for else "arrears"
        if code == "rent" and debt.deadline_written is not YesNo.YES:
            code = "arrears"
        return [Deadline(code, debt.deadline, ("debts", debt.id, "deadline"), debt.id, args)]
    return []


def _answers(case: Case, today: date) -> list[Deadline]:
    last_contacts = {contact.debt: contact for contact in talks_of(case.contacts)}
    found = []
    for debt in case.debts:
        last = last_contacts.get(debt.id)
        if last is not None and last.answer_due is not None and last.answer_due >= today:
            path = ("contacts", last.id, "answer_due")
            args = (("lender", debt.lender or debt.name or ""),)
            found.append(Deadline("answer", last.answer_due, path, debt.id, args))
    return found


def _payments(case: Case, today: date) -> list[Deadline]:
    found = []
    for payment in case.payments:
        if payment.due is None or payment.paid_on is not None or payment.due > today + AHEAD:
            continue
        agreement = find(case, "agreements", payment.agreement) if payment.agreement else None
        debt = find(case, "debts", agreement.debt) if agreement is not None and agreement.debt else None
        args = (("debt", "" if debt is None else debt.name or ""), ("amount", payment.amount or ""))
        path = ("payments", payment.id, "paid_on")
        found.append(Deadline("payment", payment.due, path, "" if debt is None else debt.id, args))
    return found
