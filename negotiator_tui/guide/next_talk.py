"""Next things once the figures stand: what to prepare, to say, to check, to pay and to look at again."""

from collections.abc import Iterator
from datetime import date, timedelta

from negotiator_tui.case.agreed import Agreement, Payment
from negotiator_tui.case.case import Case, find
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Answer, Clause
from negotiator_tui.case.offers import Offer
from negotiator_tui.case.talks import Contact
from negotiator_tui.finance.budget import budget_of
from negotiator_tui.finance.fen import to_fen
from negotiator_tui.finance.months import month_of
from negotiator_tui.guide.action import Action, Now, action
from negotiator_tui.guide.calls import running
from negotiator_tui.guide.checklist import missing_first
from negotiator_tui.guide.next_urgent import SOON

REVIEW_EVERY = timedelta(days=30)
RED_LINES = ("red_payee", "red_signers", "red_late", "red_fees")


def call_running(now: Now) -> Action | None:
    """A call that was begun and not hung up."""
    contact = running(now.case)
    return None if contact is None else action("call-running", now, ("contacts", contact.id))


def payments(now: Now) -> Action | None:
    """An instalment of an agreement that is late, will fall short, or is due within a week; the earliest first.

    One that is not signed yet asks for nothing.
    """
    drafts = {agreement.id for agreement in now.case.agreements if agreement.signed_on is None}
    open_payments = sorted(
        (
            (payment.due, payment)
            for payment in now.case.payments
            if payment.due is not None and payment.paid_on is None and payment.agreement not in drafts
        ),
        key=lambda each: each[0],
    )
    for due, payment in open_payments:
        if due - now.today > SOON:
            return None
        left = (due - now.today).days
        code = "payment-late" if left < 0 else "payment-short" if _short(due, now) else "payment-due"
        path = ("payments", payment.id, "paid_on")
        return action(
            code, now, path, due=due, left=left, amount=payment.amount or "", debt=_name_of(payment, now.case)
        )
    return None


def _short(due: date, now: Now) -> bool:
    """Whether the agreed instalments of that month come to more than there is for debts, by the borrower's figures."""
    budget = budget_of(now.case, now.today)
    if budget.series is None:
        return False
    month = month_of(due)
    agreed = (each.amount for each in now.case.payments if each.due is not None and month_of(each.due) == month)
    return sum(to_fen(amount) for amount in agreed if amount is not None) > budget.series.normal[month - budget.month]


def _name_of(payment: Payment, case: Case) -> str:
    agreement = find(case, "agreements", payment.agreement) if payment.agreement else None
    debt = find(case, "debts", agreement.debt) if agreement is not None and agreement.debt else None
    return "" if debt is None else debt.name or ""


def answers_late(now: Now) -> Action | None:
    """A lender whose promised day of answer has passed without anything being heard since."""
    for debt, last in _last_contacts(now):
        if last.answer_due is not None and last.answer_due < now.today and not _heard_since(now.case, debt, last):
            days = (now.today - last.answer_due).days
            path = ("contacts", last.id)
            return action("answer-late", now, path, lender=_lender(debt), due=last.answer_due, days=days)
    return None


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
                return action("offer-check", now, ("offers", offers[-1].id), debt=debt.name or "")
            case Answer.ACCEPTED:
                return action("agreement-write", now, debt=debt.name or "")
            case _:
                continue
    return None


def instalments(now: Now) -> Action | None:
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
    """The three papers that are enough for a call, where one is to be made."""
    if not now.negotiated:
        return None
    missing = missing_first(now.case, now.today, "zh_Hans")
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
    signed = [agreement.signed_on for agreement in now.case.agreements if agreement.signed_on is not None]
    looked = [each.on for each in now.case.reviews if each.on is not None]
    if signed and now.today - max([min(signed), *looked]) >= REVIEW_EVERY:
        return action("review", now, ("reviews",))
    return None


def waiting(now: Now) -> Action:
    """Nothing to do: an answer is awaited, or simply enough for today."""
    due = [
        (last.answer_due, debt)
        for debt, last in _last_contacts(now)
        if last.answer_due is not None and last.answer_due >= now.today
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
