"""More time before a loan is due: only for loans that are not overdue; for the others the way on is to negotiate."""

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Shape, YesNo
from negotiator_tui.finance.budget_dues import signed_agreement
from negotiator_tui.finance.extension import Ahead, ahead_of
from negotiator_tui.guide.content import title
from negotiator_tui.guide.pages import extension_notes
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Style
from negotiator_tui.ui.pages.forms import debt_name
from negotiator_tui.ui.pages.guided import facts_of, grounds, open_answers, steps, told_all
from negotiator_tui.ui.pages.limitation import limitation
from negotiator_tui.ui.pages.places import target_of
from negotiator_tui.ui.pages.plan_term import fit_to
from negotiator_tui.ui.view import View

_NAME = 40
_SOON = 30
"""Days before a due day from which it is marked."""


def extension(view: View) -> list[r.Row]:
    """Each loan: how long there is still time to ask, or that this time has passed."""
    rows: list[r.Row] = [
        r.Heading(view.t(N_("Before it is due")), view.t(N_("more time can only be asked for while a loan runs")))
    ]
    loans = [debt for debt in view.case.debts if debt.shape is Shape.LOAN]
    if not loans:
        words = view.t(N_("There is no loan here. This page is for loans that are not overdue."))
        return [*rows, r.Note(words, "dim"), r.ActionRow("debts", view.t(N_("To the debts")), target=r.Target("debts"))]
    for debt in sorted(loans, key=lambda each: each.overdue is YesNo.YES):
        rows += _loan(view, debt)
    return [*rows, r.Blank(), *limitation(view, loans)]


def _loan(view: View, debt: Debt) -> list[r.Row]:
    name = fit_to(debt_name(view, debt.id), _NAME)
    if signed_agreement(view.case, debt.id) is not None:
        return [r.Heading(name), r.Note(view.t(N_("This debt has an agreement; its days count.")), "dim")]
    if debt.overdue is YesNo.YES:
        label = view.t(N_("{name}: the time to ask before it is due has passed. Negotiate."), name=name)
        return [
            r.Blank(),
            r.ActionRow(f"passed.{debt.id}", label, target=r.Target("plan"), style="dim"),
        ]
    if debt.overdue is None:
        path = ("debts", debt.id, "overdue")
        label = view.t(N_("Is it overdue? That decides what can be asked."))
        return [r.Heading(name), r.ActionRow(f"overdue.{debt.id}", label, target=target_of(path, view.case))]
    ahead = ahead_of(debt, view.today)
    return [
        r.Heading(name, _left(view, ahead)),
        *_days(view, debt, ahead),
        *_waiting(view, debt, ahead),
        *_how(view, debt),
    ]


def _left(view: View, ahead: Ahead) -> str:
    left = [each for each in (ahead.next_left, ahead.end_left) if each is not None and each >= 0]
    return view.t(N_("{count} days left"), count=min(left)) if left else ""


def _days(view: View, debt: Debt, ahead: Ahead) -> list[r.Row]:
    """The next day and the last one, with what is due then; or the answers that are not there."""
    rows: list[r.Row] = []
    if ahead.next_due is None or ahead.next_left is None:
        rows += open_answers(view, [("debts", debt.id, "next_due")])
    elif ahead.next_left < 0:
        words = view.t(N_("The next payment day lies in the past. Please look at it again."))
        path = ("debts", debt.id, "next_due")
        rows.append(r.ActionRow(f"past.{debt.id}", words, target=target_of(path, view.case)))
    else:
        style: Style = "warn" if ahead.next_left <= _SOON // 4 else "strong"
        args = {"day": format_date(ahead.next_due), "count": ahead.next_left}
        words = view.t(N_("Next payment on {day}: {count} days left to ask."), **args)
        if ahead.next_amount is not None:
            words += " " + view.t(N_("{amount} is due then."), amount=view.money(ahead.next_amount))
        rows.append(r.Note(words, style))
    if ahead.end is None or ahead.end_left is None:
        rows += open_answers(view, [("debts", debt.id, "months_left")]) if ahead.next_due is not None else []
    elif ahead.end_left >= 0:
        args = {"day": format_date(ahead.end), "count": ahead.end_left}
        words = view.t(N_("The loan ends on {day}: {count} days left."), **args)
        if ahead.end_amount is not None:
            words += " " + view.t(N_("{amount} is due then."), amount=view.money(ahead.end_amount))
        rows.append(r.Note(words, "warn" if ahead.end_left <= _SOON else ""))
    if ahead.longest is not None:
        words = view.t(
            N_("An extension, all together, can be at most {count} months for a loan of that length."),
            count=ahead.longest,
        )
        rows.append(r.Note(words, "dim"))
    return rows


def _waiting(view: View, debt: Debt, ahead: Ahead) -> list[r.Row]:
    """What a day after the next due day would cost, and what is lost besides."""
    rows: list[r.Row] = [r.Heading(view.t(N_("What waiting costs")))]
    if ahead.a_day is None:
        missing = [("debts", debt.id, name) for name in ("rate", "next_amount") if getattr(debt, name) is None]
        rows.append(r.Note(view.t(N_("With these answers a day's penalty stands here:")), "dim"))
        rows += open_answers(view, missing)
    else:
        low, high = (view.money(each) for each in ahead.a_day)
        words = N_("About {low} of penalty for each day after it.")
        if low != high:
            words = N_("About {low} to {high} of penalty for each day after it, as the contract is read.")
        rows.append(r.Note(view.t(words, low=low, high=high)))
    rows.append(
        r.Note(view.t(N_("And from the first day on: it is overdue, and asking before it is due is over.")), "dim")
    )
    return rows


def _how(view: View, debt: Debt) -> list[r.Row]:
    """What to ask and what will be asked, with the rules behind."""
    notes = extension_notes(debt, view.case, view.today, view.lang)
    conditions = [note for note in notes if note.group == "conditions"]
    rows: list[r.Row] = [r.Heading(title("extension-steps", view.lang))]
    rows += steps(f"extension.{debt.id}", [note for note in notes if note.group == "steps"])
    if conditions:
        rows += [r.Heading(title("extension-conditions", view.lang)), *told_all(conditions)]
    return [*rows, *grounds(view, f"extension.{debt.id}", facts_of(notes))]
