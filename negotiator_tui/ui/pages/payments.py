"""Payments of what was agreed: what comes next, what is late, which months will be short, and each one ticked off."""

from collections.abc import Sequence

from negotiator_tui.case.agreed import Agreement
from negotiator_tui.case.case import find
from negotiator_tui.case.exhibits import proofs
from negotiator_tui.case.kinds import Clause, LateEffect
from negotiator_tui.case.labels import label
from negotiator_tui.finance.agreed_rows import contradictions, stated_rows
from negotiator_tui.finance.fen import to_fen, yuan
from negotiator_tui.finance.instalments import Instalment, Standing, instalments, oddities
from negotiator_tui.finance.plan_agreed import agreed_payments
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.choosing import chosen, fold
from negotiator_tui.ui.pages.forms import debt_name, in_place
from negotiator_tui.ui.pages.payment_picture import calendar
from negotiator_tui.ui.pages.payment_statements import statement_rows
from negotiator_tui.ui.pages.payment_warning import warnings
from negotiator_tui.ui.pages.plan_term import fit_to
from negotiator_tui.ui.pages.terms_words import told
from negotiator_tui.ui.view import View

_GROUP = "agreement"
_NAME = 36
"""Cells a debt's name has in a heading."""
_LATE = 6
"""Late payments listed one by one; more are counted."""
_PROOFS = 3
"""Payments without a proof that are pointed out at a time."""


def payments(view: View) -> list[r.Row]:
    """What comes next over all agreements; the months that will be short; the calendar; then each agreement's list."""
    rows: list[r.Row] = [r.Heading(view.t(N_("Payments")), view.t(N_("pay, keep the proof, tick it off")))]
    if not view.case.agreements:
        return [*rows, *_nothing_agreed(view)]
    found = instalments(view.case, view.today)
    dues = [each for each in found if each.open]
    rows += _late(view, [each for each in dues if each.standing is not Standing.AHEAD])
    rows += _next(view, [each for each in dues if each.standing is Standing.AHEAD])
    rows += warnings(view)
    rows += calendar(view, found)
    rows.append(
        r.ActionRow(
            "calendar",
            view.t(N_("Days for the phone's calendar")),
            view.t(N_("reminds 7 days and 1 day before")),
            command="export-open",
            argument="calendar",
            style="dim",
        )
    )
    rows += _proofs(view, found)
    rows += statement_rows(view)
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


def _late(view: View, late: Sequence[Instalment]) -> list[r.Row]:
    """What is not ticked off though its day has passed, each with what the agreement says of it."""
    if not late:
        return []
    rows: list[r.Row] = [r.Heading(view.t(N_("Not ticked off yet")), view.t(N_("paid? tick it; if not, call today")))]
    for each in late[:_LATE]:
        days = (view.today - each.due).days
        rows.append(r.Note(_line(view, each, view.t(N_("{days} days ago"), days=days)), "warn"))
        if each.standing is Standing.SLACK:
            words = N_("By its own clause there is time until {day}: pay by then and keep the proof.")
            rows.append(r.Note(view.t(words, day=format_date(each.last_day)), "accent", indent=2))
        rows.append(_tick(view, each))
    if len(late) > _LATE:
        rows.append(r.Note(view.t(N_("and {count} more"), count=len(late) - _LATE), "warn"))
    return [*rows, *_effects(view, late)]


def _effects(view: View, late: Sequence[Instalment]) -> list[r.Row]:
    """What one late payment does, once an agreement, as far as the borrower has found it there."""
    return [
        row
        for agreement in {each.agreement.id: each.agreement for each in late}.values()
        for row in _effect(view, agreement, over=any(each.standing is Standing.LATE for each in late))
    ]


def _effect(view: View, agreement: Agreement, *, over: bool) -> list[r.Row]:
    name = debt_name(view, agreement.debt)
    if agreement.late_effect is not None:
        style = "dim" if agreement.late_effect is LateEffect.NOTHING or not over else "warn"
        words = view.t(
            N_("{name}: after the days of slack, by its clause: {effect}."),
            name=name,
            effect=view.t(label(agreement.late_effect)),
        )
        said: list[r.Row] = [r.Note(words, "warn" if style == "warn" else "dim")]
        if style == "warn":
            ask = N_("Call or write today, say when you will pay, and ask for an answer in writing.")
            said.append(r.Note(view.t(ask), indent=2))
        return said
    if agreement.red_late is Clause.PRESENT:
        words = view.t(N_("{name}: the agreement leaves days of slack. Pay within them and keep the proof."), name=name)
        rows: list[r.Row] = [r.Note(words, "dim")]
        if agreement.slack_days is None:
            rows.append(_open_clause(agreement, "slack_days", view.t(N_("How many days of slack does it leave?"))))
        return rows
    words = view.t(
        N_("{name}: what one late payment does is not clear. Ask today, in writing, and say when you will pay."),
        name=name,
    )
    return [r.Note(words, "warn")]


def _open_clause(agreement: Agreement, field: str, words: str, hint: str = "") -> r.Row:
    target = r.Target("item", ("agreements", agreement.id, field))
    return r.ActionRow(f"{'late' if hint else 'slack'}.{agreement.id}", words, hint, target=target, style="dim")


def _next(view: View, ahead: Sequence[Instalment]) -> list[r.Row]:
    """The next payment of each agreement."""
    if not ahead:
        return []
    rows: list[r.Row] = [r.Heading(view.t(N_("Next")))]
    seen: set[str] = set()
    for each in ahead:
        if each.agreement.id not in seen:
            seen.add(each.agreement.id)
            rows += [r.Note(_line(view, each, _days_left(view, each))), _tick(view, each)]
    return rows


def _line(view: View, each: Instalment, when: str) -> str:
    words = view.t(N_("amount open")) if each.left is None else view.money(yuan(each.left))
    name = debt_name(view, each.agreement.debt)
    return view.t(
        N_("{day}  {amount} to {name}, {when}"), day=format_date(each.due), amount=words, name=name, when=when
    )


def _days_left(view: View, each: Instalment) -> str:
    days = (each.due - view.today).days
    left = view.t(N_("today")) if days == 0 else view.t(N_("{days} days left"), days=days)
    slack = each.agreement.slack_days
    return left if not slack else left + view.t(N_(", {count} days of slack"), count=slack)


def _tick(view: View, each: Instalment) -> r.Row:
    return r.ActionRow(
        f"paid.{each.payment.id}",
        view.t(N_("Paid today")),
        view.t(N_("writes date and amount; then take in the proof")),
        command="replace",
        argument=f"paid-today {each.payment.id}",
    )


def _proofs(view: View, found: Sequence[Instalment]) -> list[r.Row]:
    """The newest payments that are ticked off without anything that proves them."""
    bare = [
        each
        for each in found
        if each.payment.paid_on is not None
        and not (each.payment.proof or "").strip()
        and not proofs(view.case, ("payments", each.payment.id))
    ]
    if not bare:
        return []
    newest = sorted(bare, key=lambda each: each.payment.paid_on or each.due)[: -_PROOFS - 1 : -1]
    rows: list[r.Row] = [r.Heading(view.t(N_("Paid, without proof so far")))]
    for each in newest:
        paid = each.payment.paid_amount if each.payment.paid_amount is not None else each.payment.amount
        day = format_date(each.payment.paid_on) if each.payment.paid_on else ""
        words = view.t(N_("{day}  {amount}: take in the receipt"), day=day, amount=view.money(paid))
        hint = debt_name(view, each.agreement.debt)
        about = f"about=payments.{each.payment.id}"
        rows.append(r.ActionRow(f"proof.{each.payment.id}", words, hint, command="new-paper", argument=about))
    if len(bare) > len(newest):
        rows.append(r.Note(view.t(N_("and {count} more"), count=len(bare) - len(newest)), "dim"))
    return rows


def _agreements(view: View, dues: Sequence[Instalment]) -> list[r.Row]:
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
    rows += _odd(view, agreement)
    rows += in_place(view, "payments", view.t(N_("a date: adds a payment")), (("agreement", agreement.id),))
    return [*rows, *_clauses(view, agreement)]


def _odd(view: View, agreement: Agreement) -> list[r.Row]:
    """What in the agreement and its list cannot all be so, one sentence each."""
    own = [each for each in view.case.payments if each.agreement == agreement.id]
    debt = find(view.case, "debts", agreement.debt) if agreement.debt else None
    stated = stated_rows(agreement)
    in_all = to_fen(agreement.total) if agreement.total is not None else sum(fen for _, fen in stated or ()) or None
    owed = None
    if agreement.rate == 0 and not any(each.paid_on for each in own):
        owed = getattr(debt, "outstanding", None)
    faults = [
        *contradictions(agreement, agreed_payments(view.case, agreement)),
        *oddities(agreement, own, view.today, in_all, None if owed is None else to_fen(owed)),
    ]
    return [r.Note(told(view, each), "warn") for each in faults]


def _clauses(view: View, agreement: Agreement) -> list[r.Row]:
    """The clause about a late payment: what it says, or that it is still to be looked up."""
    if agreement.late_effect is not None and agreement.slack_days is not None:
        words = view.t(
            N_("One late payment, by its clause: {count} days of slack, after that: {effect}."),
            count=agreement.slack_days,
            effect=view.t(label(agreement.late_effect)),
        )
        return [r.Note(words, "dim")]
    hint = view.t(N_("look it up before the first one"))
    if agreement.red_late is not Clause.PRESENT:
        return [_open_clause(agreement, "red_late", view.t(N_("What one late payment does is still open")), hint)]
    field = "slack_days" if agreement.slack_days is None else "late_effect"
    return [_open_clause(agreement, field, view.t(N_("How many days of slack, and what comes after them?")), hint)]
