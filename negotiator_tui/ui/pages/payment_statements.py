"""Payments beside the statement that is being read in; while none is, what can be compared and how."""

from negotiator_tui.case.case import find
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Style
from negotiator_tui.ui.pages.forms import debt_name
from negotiator_tui.ui.view import View

_SHOWN = 4
_ABSENT = 3


def statement_rows(view: View) -> list[r.Row]:
    """Payments that stand in the statement, to tick off; ticked-off ones that do not stand in it."""
    state = view.importing
    if not view.case.payments:
        return []
    if state is None or state.rows is None:
        words = view.t(N_("Compare with a statement"))
        hint = view.t(N_("read it in; before you take it over, payments are looked for in it"))
        return [r.ActionRow("statements", words, hint, target=r.Target("statements"), style="dim")]
    from negotiator_tui.importers.repaid import repaid

    found = repaid(state.rows.transactions, view.case)
    rows: list[r.Row] = [r.Heading(view.t(N_("In the statement just read")))]
    for each in found.found[:_SHOWN]:
        words = view.t(
            N_("{day}  {amount} to {party}"),
            day=format_date(each.day),
            amount=view.money(each.amount),
            party=each.party,
        )
        name = _whose(view, each.payment)
        hint = view.t(N_("tick it off: {name}"), name=name)
        if not each.named:
            hint = view.t(N_("only the amount fits {name}: look first"), name=name)
        argument = f"paid-as-found {each.payment}={each.day.isoformat()}"
        style: Style = "accent" if each.named else ""
        rows.append(
            r.ActionRow(f"found.{each.payment}", words, hint, command="replace", argument=argument, style=style)
        )
    if len(found.found) > _SHOWN:
        rows.append(r.Note(view.t(N_("and {count} more"), count=len(found.found) - _SHOWN), "dim"))
    if found.confirmed:
        count = len(found.confirmed)
        rows.append(r.Note(view.t(N_("{count} payments ticked off before stand in it too."), count=count), "good"))
    rows += [r.Note(_absent(view, payment_id), "warn") for payment_id in found.absent[:_ABSENT]]
    if not found.found and not found.confirmed and not found.absent:
        rows.append(r.Note(view.t(N_("None of the listed payments is in it, by amount and day.")), "dim"))
    return rows


def _whose(view: View, payment_id: str) -> str:
    payment = find(view.case, "payments", payment_id)
    agreement = find(view.case, "agreements", payment.agreement) if payment is not None and payment.agreement else None
    return debt_name(view, None if agreement is None else agreement.debt)


def _absent(view: View, payment_id: str) -> str:
    payment = find(view.case, "payments", payment_id)
    paid = None if payment is None else payment.paid_amount if payment.paid_amount is not None else payment.amount
    day = format_date(payment.paid_on) if payment is not None and payment.paid_on is not None else ""
    words = N_(
        "{amount} ticked off on {day} is not in it. Paid from another account, or not at all? Look for the proof."
    )
    return view.t(words, amount=view.money(paid), day=day)
