"""Next things once the figures stand: what to prepare, to say, to check, to pay and to look at again."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from negotiator_tui.case.agreed import Agreement
from negotiator_tui.case.case import Case, find
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Answer, Clause, MaterialState
from negotiator_tui.case.materials import Sent
from negotiator_tui.case.offers import Offer
from negotiator_tui.case.talks import Contact
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.instalments import Instalment, Standing, instalments
from negotiator_tui.finance.months import month_of
from negotiator_tui.finance.plans import offer_result
from negotiator_tui.finance.short_months import short_months
from negotiator_tui.guide.action import Action, Now, action
from negotiator_tui.guide.calls import running
from negotiator_tui.guide.checklist import missing_first
from negotiator_tui.guide.deadlines import COMPLAINT, complaint_days, next_review
from negotiator_tui.guide.debt_kind import institution
from negotiator_tui.guide.next_urgent import SOON

_WARN_AHEAD = timedelta(days=14)
RED_LINES = ("red_payee", "red_signers", "red_late", "red_fees")


def call_running(now: Now) -> Action | None:
    """A call that was begun and not hung up."""
    contact = running(now.case)
    return None if contact is None else action("call-running", now, ("contacts", contact.id))


def payments(now: Now) -> Action | None:
    """An instalment of an agreement that is late, will fall short, or is due within a week; the earliest first.

    One that will fall short is told of two weeks ahead, so that the other side knows a week before; once it was spoken
    to, only the day counts. An agreement that is not signed yet asks for nothing.
    """
    found = [
        each
        for each in instalments(now.case, now.today)
        if each.open and each.agreement.signed_on is not None and each.due - now.today <= _WARN_AHEAD
    ]
    for each in found:
        if each.standing is Standing.LATE:
            return _payment("payment-late", each, now)
        if each.standing is Standing.SLACK:
            return _payment("payment-slack", each, now, last=each.last_day)
        short = _short(each, now)
        if short is not None:
            return _payment("payment-short", each, now, short=yuan(short))
        if each.due - now.today <= SOON:
            return _payment("payment-due", each, now)
    return None


def _payment(code: str, each: Instalment, now: Now, **more: Decimal | date) -> Action:
    amount = "" if each.left is None else yuan(each.left)
    days = max(0, (each.due - now.today).days)
    path = ("payments", each.payment.id, "paid_on")
    return action(
        code, now, path, due=each.due, left=days, amount=amount, debt=_debt_name(each.agreement, now.case), **more
    )


def _short(each: Instalment, now: Now) -> int | None:
    """What is missing in the month of a payment, in fen; None once a warning is noted that waits for that very day."""
    told = now.contacts.get(each.agreement.debt or "", ())
    if any(contact.answer_due == each.due for contact in told):
        return None
    months = short_months(now.case, now.today, months=2)
    return next((found.short for found in months if not found.bad and found.month == month_of(each.due)), None)


def answers_late(now: Now) -> Action | None:
    """A lender whose promised day of answer has passed without anything being heard since."""
    for debt, last in _last_contacts(now):
        if last.answer_due is not None and last.answer_due < now.today and not _heard_since(now.case, debt, last):
            days = (now.today - last.answer_due).days
            path = ("contacts", last.id)
            return action("answer-late", now, path, lender=_lender(debt), due=last.answer_due, days=days)
    return None


def letters_late(now: Now) -> Action | None:
    """A letter whose day of answer has passed, or a complaint past the days a lender has for it, with nothing heard."""
    agreed = {agreement.debt for agreement in now.case.agreements}
    for sent in now.case.sent:
        if sent.on is None or sent.answered_on is not None or sent.debt in agreed:
            continue
        debt = find(now.case, "debts", sent.debt) if sent.debt else None
        lender = "" if debt is None else _lender(debt)
        path = ("sent", sent.id, "answered_on")
        if sent.kind == COMPLAINT and (debt is None or institution(debt)):
            usual, *_, last = complaint_days(sent.on)
            if usual < now.today <= last:
                days = (now.today - sent.on).days
                return action("complaint-late", now, path, lender=lender, sent=sent.on, days=days)
        elif sent.reply_by is not None and sent.reply_by < now.today and not _answered_since(now, sent):
            return action("letter-late", now, path, lender=lender, sent=sent.on, due=sent.reply_by)
    return None


def _answered_since(now: Now, sent: Sent) -> bool:
    """Whether the other side was spoken to after the day of answer, or has offered something since the letter."""
    spoken = any(
        contact.at is not None and sent.reply_by is not None and contact.at.date() >= sent.reply_by
        for contact in now.contacts.get(sent.debt or "", ())
    )
    return spoken or any(
        offer.debt == sent.debt and sent.on is not None and (offer.received_on or date.max) >= sent.on
        for offer in now.case.offers
    )


def red_lines(now: Now) -> Action | None:
    """An agreement whose four red lines are not clear, or not as they should be while nothing is signed."""
    for agreement in now.case.agreements:
        states = {name: getattr(agreement, name) for name in RED_LINES}
        wrong = [name for name, state in states.items() if state is Clause.MISSING]
        unclear = [name for name, state in states.items() if state in {None, Clause.UNCLEAR}]
        path = ("agreements", agreement.id)
        if wrong and agreement.signed_on is None:
            return action("red-line-missing", now, (*path, wrong[0]), count=len(wrong))
        if unclear and (agreement.signed_on is None or len(unclear) == len(RED_LINES)):
            return action("red-lines", now, (*path, unclear[0]), count=len(unclear))
    return None


def answers(now: Now) -> Action | None:
    """What a lender has offered or refused, and nothing was said to it since."""
    agreed = {agreement.debt for agreement in now.case.agreements}
    for debt in now.case.debts:
        offers = [offer for offer in now.case.offers if offer.debt == debt.id]
        if not offers or debt.id in agreed or _spoken_since(now, debt, offers[-1]):
            continue
        match offers[-1].answer:
            case Answer.REFUSED:
                return action("refused", now, ("offers", offers[-1].id), debt=debt.name or "")
            case Answer.COUNTERED:
                return _countered(now, debt, offers[-1])
            case Answer.ACCEPTED:
                return action("agreement-write", now, debt=debt.name or "")
            case _:
                continue
    return None


def _countered(now: Now, debt: Debt, offer: Offer) -> Action:
    """Terms that were named: whether a bad month breaks them, if that can be told; else they are to be looked at."""
    result = offer_result(now.case, offer, now.today)
    trial = None if result is None else result.trial
    path, name = ("offers", offer.id), debt.name or ""
    if trial is not None and trial.hold.breaks_in is not None and not trial.hold.kept:
        month = trial.month(trial.hold.breaks_in)
        return action("offer-breaks", now, path, debt=name, month=month, amount=yuan(trial.hold.short_by))
    return action("offer-check", now, path, debt=name)


def listed_instalments(now: Now) -> Action | None:
    """A signed agreement whose instalments are not listed."""
    listed = {payment.agreement for payment in now.case.payments}
    for agreement in now.case.agreements:
        if agreement.signed_on is not None and agreement.id not in listed:
            return action("payments-list", now, ("agreements", agreement.id), debt=_debt_name(agreement, now.case))
    return None


def _debt_name(agreement: Agreement, case: Case) -> str:
    debt = find(case, "debts", agreement.debt) if agreement.debt else None
    return "" if debt is None else debt.name or ""


def holding(now: Now) -> Action | None:
    """A lender who has heard nothing yet: where a debt is overdue, else where one is about to be."""
    sent = {each.debt for each in now.case.sent if each.on is not None}
    for code, debts in (("holding", now.negotiated), ("before-due", now.threatened)):
        for debt in debts:
            if debt.id not in now.contacts and debt.id not in sent:
                return action(code, now, ("debts", debt.id), lender=_lender(debt), debt=debt.name or "")
    return None


def materials(now: Now) -> Action | None:
    """The three papers that are enough for a call, where one is to be made. What was asked for holds up no call."""
    if not now.negotiated:
        return None
    asked_for = {each.id for each in now.case.materials if each.state is MaterialState.ASKED}
    first = missing_first(now.case, now.today, "zh_Hans")
    missing = [item for item in first if item.material is None or item.material.id not in asked_for]
    if not missing:
        return None
    return action("materials-first", now, ("materials", missing[0].id), item=missing[0].id, count=len(missing))


def answer_day(now: Now) -> Action | None:
    """A last contact that names no day of answer."""
    open_debts = {debt.id for debt in now.negotiated}
    for debt, last in _last_contacts(now):
        if debt.id in open_debts and last.answer_due is None and not _heard_since(now.case, debt, last):
            return action("answer-note", now, ("contacts", last.id, "answer_due"), lender=_lender(debt))
    return None


def review(now: Now) -> Action | None:
    """A month since the last check-up, or since an agreement was signed."""
    due = next_review(now.case)
    return action("review", now, ("reviews",)) if due is not None and due <= now.today else None


def waiting(now: Now) -> Action:
    """Nothing to do: an answer is awaited, or simply enough for today."""
    signed = {each.debt for each in now.case.agreements if each.signed_on is not None}
    due = [
        (last.answer_due, debt)
        for debt, last in _last_contacts(now)
        if last.answer_due is not None and last.answer_due >= now.today and debt.id not in signed
    ]
    if not due:
        return action("enough", now)
    day, debt = min(due, key=lambda each: each[0])
    return action("waiting", now, lender=_lender(debt), due=day)


def _last_contacts(now: Now) -> Iterator[tuple[Debt, Contact]]:
    return ((debt, now.last_contacts[debt.id]) for debt in now.case.debts if debt.id in now.last_contacts)


def _heard_since(case: Case, debt: Debt, contact: Contact) -> bool:
    """Whether an offer or answer came on the day of a contact or later, or something was agreed."""
    at = contact.at.date() if contact.at is not None else date.min
    offered = any(each.debt == debt.id and (each.received_on or date.max) >= at for each in case.offers)
    return offered or any(agreement.debt == debt.id for agreement in case.agreements)


def _spoken_since(now: Now, debt: Debt, offer: Offer) -> bool:
    """Whether the lender was contacted after the day of its answer."""
    return offer.received_on is not None and any(
        contact.at is not None and contact.at.date() > offer.received_on for contact in now.contacts.get(debt.id, ())
    )


def _lender(debt: Debt) -> str:
    return debt.lender or debt.name or ""
