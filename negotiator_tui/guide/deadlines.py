"""Days that must not be missed: those a rule sets, and those the borrower wrote down."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from negotiator_tui.case.case import Case, find
from negotiator_tui.case.court import Court
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Answer, CourtPaper, NamedBy, OwedFor, Shape, YesNo
from negotiator_tui.case.talks import talks_of
from negotiator_tui.guide.content import say, structure
from negotiator_tui.guide.debt_kind import institution
from negotiator_tui.guide.facts import Fact, named_facts
from negotiator_tui.guide.words import day_words
from negotiator_tui.text.amounts import format_yuan
from negotiator_tui.text.language import Lang

AHEAD = timedelta(days=31)
"""How far ahead instalments of agreements are listed."""
PAWN_GRACE = timedelta(days=5)
"""Days after a pledge falls due until it is forfeited (PAWN; the ticket counts)."""

REVIEW_EVERY = timedelta(days=30)
COMPLAINT = "complaint"
"""The kind of a document handed over that is a complaint."""
_DISPUTE = timedelta(days=20)
"""Days in which an objection to a credit report is to be looked into and answered in writing (CR-25)."""
_COMPLAINT_DAYS = (15, 30, 60)
"""Days a lender has for a complaint: usually, if it is complex, and with the extension it may be given (CH-1)."""

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


def order_last_day(paper: Court) -> date | None:
    """The last day of a payment order: from its receipt, or, while that is not known, from the date written on it.

    It cannot have been handed over before it was written, so the second is never too late. None without either.
    """
    since = paper.received_on or paper.dated
    return None if since is None or paper.kind is not CourtPaper.PAYMENT_ORDER else payment_order_due(since)


def complaint_days(on: date) -> tuple[date, ...]:
    """The days on which a complaint to a lender is to be decided: usual, complex, and extended (CH-1)."""
    return tuple(on + timedelta(days=days) for days in _COMPLAINT_DAYS)


def deadlines(case: Case, today: date) -> tuple[Deadline, ...]:
    """Every deadline not yet met, by day. One that has passed stays while something can follow from it.

    Payment orders fifteen days after receipt, dates named in court papers, pawn tickets and five days after them,
    written deadlines of landlords, deadlines of tax and insurance, answers due, answers to offers and to letters, the
    days of a complaint, unpaid instalments of agreements up to a month ahead, the next check-up. A lender's product
    terms are not among them: those stand in the user's own contract. Each has a path of its own.
    """
    found = [
        *(each for paper in case.court for each in _court(paper, today)),
        *(each for debt in case.debts for each in _debt(debt, today)),
        *_answers(case, today),
        *_offers(case, today),
        *_sent(case, today),
        *_payments(case, today),
        *_review(case, today),
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
    due, since = order_last_day(paper), paper.received_on or paper.dated
    if due is not None and since is not None:
        path = ("court", paper.id, "answered_on")
        code = "payment-order" if paper.received_on is not None else "payment-order-safe"
        found.append(Deadline(code, due, path, paper.debt or "", (("received", since),)))
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


def _offers(case: Case, today: date) -> list[Deadline]:
    """Days by which an offer is to be answered, while it is open."""
    found = []
    for offer in case.offers:
        is_open = offer.answer in {None, Answer.WAITING, Answer.COUNTERED} and offer.named_by is not NamedBy.ME
        if offer.answer_by is not None and offer.answer_by >= today and is_open:
            args = (("lender", _name_of(case, offer.debt)),)
            found.append(Deadline("offer", offer.answer_by, ("offers", offer.id, "answer_by"), offer.debt or "", args))
    return found


def _sent(case: Case, today: date) -> list[Deadline]:
    """Letters that asked for an answer by a day, and complaints: the next of their three days."""
    found = []
    for sent in case.sent:
        if sent.on is None or sent.answered_on is not None:
            continue
        args = (("lender", _name_of(case, sent.debt)), ("sent", sent.on))
        if sent.kind == COMPLAINT and _lender_of(case, sent.debt):
            days = complaint_days(sent.on)
            due = next((day for day in days if day >= today), None)
            if due is not None:
                code = ("complaint", "complaint-complex", "complaint-extended")[days.index(due)]
                found.append(Deadline(code, due, ("sent", sent.id, "answered_on"), sent.debt or "", args))
        elif sent.reply_by is not None and sent.reply_by >= today:
            found.append(Deadline("letter", sent.reply_by, ("sent", sent.id, "reply_by"), sent.debt or "", args))
    return found


def _lender_of(case: Case, debt_id: str | None) -> bool:
    """Whether the rules on complaints to banks and other lenders can be meant."""
    debt = find(case, "debts", debt_id) if debt_id else None
    return debt is None or institution(debt)


def _name_of(case: Case, debt_id: str | None) -> str:
    debt = find(case, "debts", debt_id) if debt_id else None
    return "" if debt is None else debt.lender or debt.name or ""


def _review(case: Case, today: date) -> list[Deadline]:
    """The next monthly check-up, once something is agreed, and the answer to an objection to the credit report."""
    due = next_review(case)
    found = [] if due is None or due < today else [Deadline("review", due, ("reviews", "next"))]
    for each in case.reviews:
        if each.disputed_on is not None and each.disputed_on + _DISPUTE >= today:
            path, args = ("reviews", each.id, "disputed_on"), (("sent", each.disputed_on),)
            found.append(Deadline("credit-dispute", each.disputed_on + _DISPUTE, path, "", args))
    return found


def next_review(case: Case) -> date | None:
    """The day of the next check-up: a month after the last one, or after the first agreement; None before one."""
    signed = [agreement.signed_on for agreement in case.agreements if agreement.signed_on is not None]
    looked = [each.on for each in case.reviews if each.on is not None]
    last = max([min(signed), *looked]) if signed else None
    return None if last is None or last > date.max - REVIEW_EVERY else last + REVIEW_EVERY


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
