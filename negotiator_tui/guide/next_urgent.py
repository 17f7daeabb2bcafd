"""Next things that cannot wait: courts, urgencies, days within a week."""

from collections.abc import Iterator
from datetime import timedelta

from negotiator_tui.case.case import find
from negotiator_tui.case.court import Court
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Caller, CourtPaper, OwedFor, Shape, Urgent, YesNo
from negotiator_tui.finance.plan_basis import basis_of
from negotiator_tui.finance.shares import Role
from negotiator_tui.guide.action import Action, Now, action
from negotiator_tui.guide.conditions import autodebit_soon, next_due
from negotiator_tui.guide.deadlines import deadlines, order_last_day
from negotiator_tui.guide.debt_kind import institution

SOON = timedelta(days=7)
_HEARING_AHEAD = timedelta(days=14)
_THEIR_CALLS = {Caller.LENDER, Caller.COLLECTOR, Caller.OTHER}
_KEEP = timedelta(days=3)
_PASSED = timedelta(days=30)
"""How long a payment order whose days have run out still comes first."""


def court_papers(now: Now) -> Action | None:
    """The nearest day set by a court paper; else a paper that is not described or not checked."""
    open_papers = [paper for paper in now.case.court if paper.answered_on is None]
    dated = sorted((each for paper in open_papers for each in _dated(paper, now)), key=lambda each: each[0])
    if dated:
        return dated[0][1]
    for paper in open_papers:
        if paper.kind is None:
            return action("court-record", now, ("court", paper.id, "kind"))
        if paper.kind is CourtPaper.PAYMENT_ORDER and paper.received_on is None and paper.dated is None:
            path = ("court", paper.id, "received_on")
            return action(
                "payment-order-unknown" if "received_on" in paper.unknown else "payment-order-date", now, path
            )
        if paper.verified is not YesNo.YES:
            return action("court-verify", now, ("court", paper.id, "verified"))
    return None


def _dated(paper: Court, now: Now) -> Iterator[tuple[int, Action]]:
    path = ("court", paper.id)
    due, since = order_last_day(paper), paper.received_on or paper.dated
    if due is not None and since is not None:
        left = (due - now.today).days
        if paper.received_on is None and left < 0:
            yield left, action("payment-order-unknown", now, (*path, "received_on"))
        elif left >= 0:
            code = "payment-order-due" if paper.received_on is not None else "payment-order-safe"
            yield left, action(code, now, path, received=since, due=due, left=left)
        elif now.today - due <= _PASSED:
            yield left, action("payment-order-passed", now, path, due=due)
    if paper.hearing is not None and timedelta() <= paper.hearing - now.today <= _HEARING_AHEAD:
        left = (paper.hearing - now.today).days
        yield left, action("court-date", now, path, due=paper.hearing, left=left)


def fraud_signs(now: Now) -> Action | None:
    """A sign of fraud noted within a week, until the borrower has called the lender on a number of his own finding."""
    for contact in reversed(now.case.contacts):
        if not contact.asked_for or contact.at is None or not timedelta() <= now.today - contact.at.date() <= SOON:
            continue
        since = (each for each in now.case.contacts if each.at is not None and each.at > contact.at)
        if any(each.caller is Caller.ME and each.debt in {contact.debt, None} for each in since):
            continue
        debt = find(now.case, "debts", contact.debt) if contact.debt else None
        named = debt is not None and (debt.lender or debt.name)
        path = ("contacts", contact.id)
        return action("fraud-sign", now, path, lender=named) if named else action("fraud-sign-other", now, path)
    return None


def urgencies(now: Now) -> Action | None:
    """An urgency that was named and not yet followed by what the program asks for it.

    Court: a paper is noted. Threats and demands to pay first: the call is noted. Debits: each debt says from where.
    """
    case = now.case
    named = case.first.urgent or ()
    calls = {Urgent.THREAT, Urgent.PAY_FIRST} & set(named)
    if calls and not any(contact.caller in _THEIR_CALLS for contact in case.contacts):
        return action("urgent-threat" if Urgent.THREAT in calls else "urgent-pay-first", now)
    if Urgent.COURT in named and not case.court:
        return action("court-record", now)
    if Urgent.SWEPT in named and (not case.debts or any(map(_debit_open, case.debts))):
        return action("urgent-swept", now)
    return None


def _debit_open(debt: Debt) -> bool:
    return institution(debt) and debt.autodebit is None and "autodebit" not in debt.unknown


def debits(now: Now) -> Action | None:
    """A debit within a week that may reach the shop's or the family's money, nearest first."""
    found = [
        debt
        for debt in now.case.debts
        if autodebit_soon(debt, now.case, now.today) and not _apart(debt, now) and not _asked_lately(debt, now)
    ]
    if not found:
        return None
    dues = {debt.id: next_due(debt, now.case, now.today) or now.today for debt in found}
    debt = min(found, key=lambda each: dues[each.id])
    due = dues[debt.id]
    first = now.case.first
    own = ("takings_account", "essentials_account")
    unsaid = next((each for each in own if getattr(first, each) is None and each not in first.unknown), None)
    if debt.autodebit_from and unsaid is not None:
        left = (due - now.today).days
        return action("autodebit-own", now, ("first", unsaid), debt=debt.name or "", due=due, left=left)
    path = ("debts", debt.id, "autodebit_from" if debt.autodebit is YesNo.YES else "autodebit")
    return action("autodebit-soon", now, path, debt=debt.name or "", due=due, left=(due - now.today).days)


def _apart(debt: Debt, now: Now) -> bool:
    """Whether the answers say that takings and essentials lie in accounts this debt is not debited from."""
    first = now.case.first
    own = (first.takings_account, first.essentials_account)
    debited = debt.autodebit_from
    return bool(debited) and all(each and not _share_account(each, debited or "") for each in own)


def _share_account(one: str, other: str) -> bool:
    def parts(text: str) -> set[str]:
        for mark in "，,、;；/和 ":
            text = text.replace(mark, "\n")
        return {part.strip().casefold() for part in text.split("\n") if part.strip()}

    return any(a in b or b in a for a in parts(one) for b in parts(other))


def _asked_lately(debt: Debt, now: Now) -> bool:
    return any(
        contact.at is not None and timedelta() <= now.today - contact.at.date() <= SOON
        for contact in now.contacts.get(debt.id, ())
    )


def days_ahead(now: Now) -> Action | None:
    """A pawn ticket or a deadline within a week, nearest first."""
    found = []
    for debt in now.case.debts:
        if debt.shape is Shape.PAWN and debt.pledge_until is not None:
            found.append((debt.pledge_until, "pawn-soon", debt, "pledge_until"))
        elif debt.shape is Shape.ARREARS and debt.deadline is not None:
            tax = debt.owed_for is OwedFor.TAX
            found.append((debt.deadline, "tax-soon" if tax else "deadline-soon", debt, "deadline"))
    near = [each for each in found if timedelta() <= each[0] - now.today <= SOON and not _asked_lately(each[2], now)]
    if not near:
        return None
    due, code, debt, field = min(near, key=lambda each: each[0])
    path = ("debts", debt.id, field)
    return action(code, now, path, debt=debt.name or "", due=due, left=(due - now.today).days)


def offers(now: Now) -> Action | None:
    """An offer that is to be answered within a week, nearest first; what is agreed is past that."""
    agreed = {agreement.debt for agreement in now.case.agreements}
    near = [each for each in deadlines(now.case, now.today) if each.code == "offer" and each.debt not in agreed]
    for each in near:
        if each.due - now.today <= SOON:
            lender = str(dict(each.args).get("lender", ""))
            left = (each.due - now.today).days
            return action("offer-day", now, ("offers", each.path[1]), lender=lender, due=each.due, left=left)
    return None


def kept_current(now: Now) -> Action | None:
    """A debt that is current, can be kept so, and has its day within three days: it is paid before any share is."""
    found = []
    roles = None
    for debt in now.case.debts:
        due = debt.next_due
        if debt.overdue is not YesNo.NO or due is None or not institution(debt):
            continue
        if not timedelta() <= due - now.today <= _KEEP:
            continue
        if roles is None:
            shares = basis_of(now.case, now.today, now.today).shares
            roles = {} if shares is None else shares.roles
        if roles.get(debt.id) is Role.FIXED:
            found.append((due, debt))
    if not found:
        return None
    due, debt = min(found, key=lambda each: each[0])
    left = (due - now.today).days
    return action("keep-current", now, ("debts", debt.id), debt=debt.name or "", due=due, left=left)
