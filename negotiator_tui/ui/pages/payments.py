"""Payments of what was agreed: what comes next, what is late, which months will be short, and each one ticked off."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from negotiator_tui.case.agreed import Agreement, Payment
from negotiator_tui.case.kinds import Clause
from negotiator_tui.finance.months import month_of, month_text
from negotiator_tui.finance.plan_basis import basis_of
from negotiator_tui.finance.shares import Shares, pool_figure
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.choosing import chosen, fold
from negotiator_tui.ui.pages.forms import debt_name, in_place
from negotiator_tui.ui.pages.plan_term import fit_to
from negotiator_tui.ui.view import View

WARNED_MONTHS = 3
"""How many of the coming months are looked at for a shortfall: early enough to speak, not so far as to worry."""

_GROUP = "agreement"
_NAME = 36
"""Cells a debt's name has in a heading."""


@dataclass(frozen=True, slots=True)
class _Due:
    """An unpaid payment: what is left of it, and whose it is."""

    payment: Payment
    agreement: Agreement
    day: date
    left: Decimal | None


def payments(view: View) -> list[r.Row]:
    """What comes next over all agreements; the months that will be short; then each agreement with its list."""
    rows: list[r.Row] = [r.Heading(view.t(N_("Payments")), view.t(N_("pay, keep the proof, tick it off")))]
    if not view.case.agreements:
        return [*rows, *_nothing_agreed(view)]
    dues = _unpaid(view)
    rows += _late(view, [each for each in dues if each.day < view.today])
    rows += _next(view, [each for each in dues if each.day >= view.today])
    rows += _short(view, dues)
    return [*rows, *_agreements(view, dues)]


def _nothing_agreed(view: View) -> list[r.Row]:
    return [
        r.Note(
            view.t(
                N_("There is no agreement yet. Its payments will stand here, with what comes next and what is late.")
            )
        ),
        r.ActionRow("agreement", view.t(N_("Write down what was agreed")), target=r.Target("agreement")),
    ]


def _unpaid(view: View) -> list[_Due]:
    """What is left to pay on all agreements, by day; of a payment made in part, the rest."""
    found = [
        _Due(payment, agreement, payment.due, left)
        for agreement in view.case.agreements
        for payment in view.case.payments
        if payment.agreement == agreement.id and payment.due is not None
        for is_open, left in (_left(payment, agreement),)
        if is_open
    ]
    return sorted(found, key=lambda each: each.day)


def _left(payment: Payment, agreement: Agreement) -> tuple[bool, Decimal | None]:
    """Whether a payment is still open, and with how much if that is known."""
    amount = payment.amount if payment.amount is not None else agreement.instalment
    if payment.paid_on is None:
        return True, amount
    if amount is None or payment.paid_amount is None:
        return False, None
    return payment.paid_amount < amount, amount - payment.paid_amount


def _late(view: View, late: list[_Due]) -> list[r.Row]:
    if not late:
        return []
    rows: list[r.Row] = [r.Heading(view.t(N_("Not ticked off yet")), view.t(N_("paid? tick it; if not, call today")))]
    for each in late:
        days = (view.today - each.day).days
        rows.append(r.Note(_line(view, each, view.t(N_("{days} days ago"), days=days)), "warn"))
        rows.append(_tick(view, each))
    rows += _slack(view, {each.agreement.id: each.agreement for each in late})
    return rows


def _slack(view: View, agreements: dict[str, Agreement]) -> list[r.Row]:
    """What one late payment does, as far as the borrower has found it in the agreement."""
    rows: list[r.Row] = []
    for agreement in agreements.values():
        name = debt_name(view, agreement.debt)
        if agreement.red_late is Clause.PRESENT:
            words = view.t(
                N_("{name}: the agreement leaves days of slack. Pay within them and keep the proof."), name=name
            )
            rows.append(r.Note(words, "dim"))
        else:
            words = view.t(
                N_(
                    "{name}: what one late payment does is not clear. Ask today, in writing, and say when you will pay."
                ),
                name=name,
            )
            rows.append(r.Note(words, "warn"))
    return rows


def _next(view: View, ahead: list[_Due]) -> list[r.Row]:
    """The next payment of each agreement."""
    if not ahead:
        return []
    rows: list[r.Row] = [r.Heading(view.t(N_("Next")))]
    seen: set[str] = set()
    for each in ahead:
        if each.agreement.id not in seen:
            seen.add(each.agreement.id)
            rows += [r.Note(_line(view, each, _days_left(view, each.day))), _tick(view, each)]
    return rows


def _line(view: View, each: _Due, when: str) -> str:
    words = view.money(each.left) or view.t(N_("amount open"))
    name = debt_name(view, each.agreement.debt)
    return view.t(
        N_("{day}  {amount} to {name}, {when}"), day=format_date(each.day), amount=words, name=name, when=when
    )


def _days_left(view: View, day: date) -> str:
    days = (day - view.today).days
    return view.t(N_("today")) if days == 0 else view.t(N_("{days} days left"), days=days)


def _tick(view: View, each: _Due) -> r.Row:
    return r.ActionRow(
        f"paid.{each.payment.id}",
        view.t(N_("Paid today")),
        view.t(N_("writes date and amount; add the proof below")),
        command="replace",
        argument=f"paid-today {each.payment.id}",
    )


def _short(view: View, dues: list[_Due]) -> list[r.Row]:
    """Coming months with a payment in which the money does not reach for what is agreed and what comes first."""
    shares = basis_of(view.case, view.today, view.today).shares
    if shares is None:
        return []
    rows: list[r.Row] = []
    for index in range(WARNED_MONTHS):
        of_month = [each for each in dues if month_of(each.day) == shares.first + index and each.day >= view.today]
        if of_month:
            rows += _short_month(view, shares, index, of_month)
    return [r.Heading(view.t(N_("Ahead of time"))), *rows] if rows else []


def _short_month(view: View, shares: Shares, index: int, dues: list[_Due]) -> list[r.Row]:
    """A warning for a month that falls short; a quiet line for one that would in a bad month."""
    for bad in (False, True):
        signed = (shares.safe_pool if bad else shares.pool).signed[index]
        figure = pool_figure(view.budget, shares, index, bad=bad)
        if signed >= 0 or figure is None:
            continue
        month, days = month_text(shares.first + index), (dues[0].day - view.today).days
        if bad:
            remark = view.t(N_("in {month}, if it is a bad month"), month=month)
            return [r.FigureRow(figure, remark, "dim")]
        words = view.t(
            N_("{month}: short for what is agreed and what comes first. Tell them now, {days} days ahead."),
            month=month,
            days=days,
        )
        return [
            r.Note(words, "warn"),
            r.FigureRow(figure, view.t(N_("this much is missing"))),
            r.ActionRow(f"warn.{month}", view.t(N_("What to say")), target=r.Target("script")),
        ]
    return []


def _agreements(view: View, dues: list[_Due]) -> list[r.Row]:
    """Each agreement with its list: the only one as it is, of several the one with the next payment open."""
    agreements = view.case.agreements
    if len(agreements) == 1:
        only = agreements[0]
        return [r.Heading(fit_to(debt_name(view, only.debt), _NAME), _so_far(view, only)), *_agreement(view, only)]
    opened = chosen(view, _GROUP)
    if opened is None:
        opened = dues[0].agreement.id if dues else agreements[-1].id
    rows: list[r.Row] = [r.Heading(view.t(N_("By agreement")))]
    for each in agreements:
        is_open = each.id == opened
        rows.append(fold(view, _GROUP, each.id, debt_name(view, each.debt), _so_far(view, each), is_open=is_open))
        rows += _agreement(view, each) if is_open else []
    return rows


def _so_far(view: View, agreement: Agreement) -> str:
    own = [each for each in view.case.payments if each.agreement == agreement.id]
    paid = sum(each.paid_on is not None for each in own)
    return view.t(N_("{paid} of {count} paid"), paid=paid, count=len(own)) if own else ""


def _agreement(view: View, agreement: Agreement) -> list[r.Row]:
    """The payments of one agreement in place, or the offer to fill them in."""
    own = any(each.agreement == agreement.id for each in view.case.payments)
    rows: list[r.Row] = []
    if not own and agreement.first_due is not None and agreement.months:
        rows.append(
            r.ActionRow(
                f"make.{agreement.id}",
                view.t(N_("Fill in the payments of this agreement")),
                view.t(N_("each can be changed")),
                command="replace",
                argument=f"make-payments {agreement.id}",
            )
        )
    elif not own:
        target = r.Target("item", ("agreements", agreement.id, "months"))
        words = view.t(N_("With first day and number of instalments the list fills itself"))
        rows.append(r.ActionRow(f"terms.{agreement.id}", words, target=target))
    rows += in_place(view, "payments", view.t(N_("a date: adds a payment")), (("agreement", agreement.id),))
    if agreement.red_late is not Clause.PRESENT:
        target = r.Target("item", ("agreements", agreement.id, "red_late"))
        words = view.t(N_("What one late payment does is still open"))
        rows.append(
            r.ActionRow(
                f"late.{agreement.id}", words, view.t(N_("look it up before the first one")), target=target, style="dim"
            )
        )
    return rows
