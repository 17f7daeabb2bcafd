"""What follows from a debt: what it comes to today and each day, what to ask, what may follow, how it is handled."""

from collections.abc import Callable
from datetime import timedelta

from negotiator_tui.case.base import Item
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Shape, YesNo
from negotiator_tui.finance.budget_dues import signed_agreement
from negotiator_tui.guide.content import title
from negotiator_tui.guide.deadlines import deadline_facts, deadline_sentence, deadlines
from negotiator_tui.guide.debt_kind import institution
from negotiator_tui.guide.pages import autodebit_page, consequence, debt_help
from negotiator_tui.guide.script import to_ask
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Span
from negotiator_tui.ui.pages.debt_claim import owed
from negotiator_tui.ui.pages.debt_contract import contract_rows
from negotiator_tui.ui.pages.forms import in_place
from negotiator_tui.ui.pages.guided import grounds, told_all
from negotiator_tui.ui.pages.places import target_of
from negotiator_tui.ui.pages.plan_term import said
from negotiator_tui.ui.view import View

_ASKS = 3
"""Questions to the lender that stand in the open; the rest is folded."""
_NEAR = timedelta(days=7)


def extras(view: View, debt: Item) -> list[r.Row]:
    """What follows from the debt's answers, the sum first; what is not known is named with the answer it waits for."""
    if not isinstance(debt, Debt):
        return []
    if debt.shape is None:
        words = view.t(N_("Once the kind is chosen, what it comes to and what can be done stands here."))
        target = target_of(("debts", debt.id, "shape"), view.case)
        return [r.Blank(), r.ActionRow("shape", words, target=target, style="dim")]
    rows = [*_agreed(view, debt), *owed(view, debt)]
    rows.append(_speak(view, debt))
    if institution(debt):
        rows += _asks(view, debt)
    if debt.shape is Shape.LOAN:
        rows += _missed(view, debt)
    rows += _if_unpaid(view, debt)
    if debt.shape is Shape.LOAN:
        rows += contract_rows(view, debt)
    if institution(debt) and debt.autodebit is not YesNo.NO:
        rows += _folded(view, f"autodebit.{debt.id}", N_("Automatic debit: what to ask, what can be done"), _autodebit)
    return [*rows, *_about(view, debt)]


def _agreed(view: View, debt: Debt) -> list[r.Row]:
    """That an agreement stands in the contract's place, and the way to it."""
    agreement = signed_agreement(view.case, debt.id)
    if agreement is None:
        return []
    words = view.t(N_("This debt has an agreement; its terms count"))
    return [r.Blank(), r.ActionRow("agreed", words, target=r.Target("item", ("agreements", agreement.id)))]


def _missed(view: View, debt: Debt) -> list[r.Row]:
    """The missed instalments, edited in place."""
    if debt.overdue is not YesNo.YES and not any(each.debt == debt.id for each in view.case.missed):
        return []
    hint = view.t(N_("a missed instalment: its day, principal and interest"))
    return [
        r.Heading(view.t(N_("Missed instalments"))),
        *in_place(view, "missed", hint, (("debt", debt.id),)),
    ]


def _speak(view: View, debt: Debt) -> r.Row:
    """The call about a debt; where nobody knows who lent it, first who they are and what is a threat."""
    if debt.shape is Shape.UNVERIFIED:
        words = view.t(N_("Before any call or payment: who are they, and what if they threaten"))
        return r.ActionRow("careful", words, target=r.Target("urgent"))
    return r.ActionRow("call", view.t(N_("Make a call about this debt")), command="call", argument=debt.id)


def _asks(view: View, debt: Debt) -> list[r.Row]:
    asks = to_ask(debt, view.lang)
    if not asks:
        return []
    fold = f"asks.{debt.id}"
    shown = asks if fold in view.unfolded else asks[:_ASKS]
    rows: list[r.Row] = [r.Heading(view.t(N_("What to ask the lender")))]
    rows += [r.Note(f"{number}  {words}") for number, words in enumerate(shown, 1)]
    if len(shown) < len(asks):
        label = view.t(N_("{count} more to ask"), count=len(asks) - len(shown))
        rows.append(r.ActionRow(fold, label, command="unfold", argument=fold))
    return [*rows, r.ActionRow("copy.asks", view.t(N_("Copy all of them")), command="copy", argument="\n".join(asks))]


def _if_unpaid(view: View, debt: Debt) -> list[r.Row]:
    rows: list[r.Row] = []
    note = consequence(debt, view.case, view.today, view.lang)
    if note is not None:
        rows += [
            r.Heading(view.t(N_("If this month is not paid")), note["soon"]),
            r.Note(note.text),
            *grounds(view, f"consequence.{debt.id}", note.facts),
        ]
    found = [each for each in deadlines(view.case, view.today) if each.debt == debt.id]
    if found:
        rows.append(r.Heading(view.t(N_("Days not to miss"))))
        for each in found:
            words = deadline_sentence(each, view.lang, view.today, said(view))
            day = Span(f"{format_date(each.due)}  ", "dim")
            rows.append(r.Note((day, Span(words, "warn" if each.due - view.today <= _NEAR else ""))))
        facts = (fact for each in found for fact in deadline_facts(each, view.case, view.today))
        rows += grounds(view, f"deadlines.{debt.id}", facts)
    return rows


def _about(view: View, debt: Debt) -> list[r.Row]:
    """What this kind of debt is, what to read, how it is handled; with the rules behind it."""
    note = debt_help(debt, view.case, view.today, view.lang)
    if note is None:
        return []
    words = (r.Note(note[name]) for name in ("what", "read", "how") if note[name])
    return [r.Heading(note.title), *words, *grounds(view, f"kind.{debt.id}", note.facts)]


def _folded(view: View, fold: str, label: str, opened: Callable[[View], list[r.Row]]) -> list[r.Row]:
    if fold in view.unfolded:
        return [r.Heading(view.t(label)), *opened(view)]
    return [r.Blank(), r.ActionRow(fold, view.t(label), command="unfold", argument=fold)]


def _autodebit(view: View) -> list[r.Row]:
    notes = autodebit_page(view.current(), view.case, view.today, view.lang)
    rows: list[r.Row] = []
    for group in ("ask", "do", "dont"):
        rows.append(r.Note(title(f"autodebit-{group}", view.lang), "strong"))
        rows += told_all([note for note in notes if note.group == group], mark="- ")
    return [*rows, *grounds(view, "autodebit", (fact for note in notes for fact in note.facts))]
