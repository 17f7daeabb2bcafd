"""What an agreement says: what is still open in it, what it comes to, and how it differs from what was asked for."""

from decimal import Decimal
from itertools import groupby

from negotiator_tui.case.agreed import Agreement
from negotiator_tui.case.base import Item
from negotiator_tui.case.case import find
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Clause, Shape
from negotiator_tui.case.labels import label
from negotiator_tui.finance.agreed_rows import contradictions
from negotiator_tui.finance.claim import balance_of, claim
from negotiator_tui.finance.fen import CONTEXT, yuan
from negotiator_tui.finance.figure import Figure, total
from negotiator_tui.finance.offer import Outcome
from negotiator_tui.finance.plan_agreed import Agreed, agreed
from negotiator_tui.finance.plan_basis import basis_of
from negotiator_tui.finance.plans import chosen_plan, plan_result
from negotiator_tui.guide.content import title
from negotiator_tui.guide.notes import Note
from negotiator_tui.guide.pages import clauses
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.text.rates import format_rate
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Line, Span, fit, line, right
from negotiator_tui.ui.pages.guided import facts_of, grounds
from negotiator_tui.ui.pages.hanging import beside
from negotiator_tui.ui.pages.plan_term import fit_to, judged
from negotiator_tui.ui.pages.terms_words import told
from negotiator_tui.ui.view import View

_RED = "red"
_NAME = 24
"""Cells a plan's name has in a heading."""
_ROWS = 6
"""Payments shown at the beginning of the list; the last one follows."""


def extras(view: View, agreement: Item) -> list[r.Row]:
    """Clauses that are still open with what to look for; then the payments, the verdict, and the plan beside it."""
    if not isinstance(agreement, Agreement):
        return []
    notes = _clauses(view, agreement)
    found = agreed(view.case, agreement, view.today)
    return [
        *_red_lines(view, agreement, notes),
        *_comes_to(view, agreement, found),
        *_differs(view, agreement, found),
        *_others(view, agreement, notes),
    ]


def _clauses(view: View, agreement: Agreement) -> tuple[Note, ...]:
    debt = find(view.case, "debts", agreement.debt) if agreement.debt else None
    return clauses(debt, view.case, view.today, view.lang)


def _state(agreement: Agreement, note: Note) -> Clause | None:
    """How the borrower found a clause; None where it was not looked at, or is not one of the questions."""
    found = getattr(agreement, note.id, None)
    return found if isinstance(found, Clause) else None


def _red_lines(view: View, agreement: Agreement, notes: tuple[Note, ...]) -> list[r.Row]:
    """The four that come first: all clear, or which are open; an unclear one is as open as a missing one."""
    red = [note for note in notes if note.group == _RED]
    left = [note for note in red if _state(agreement, note) is not Clause.PRESENT]
    if not left:
        return [
            r.Blank(),
            r.Note(view.t(N_("The four red lines are clear.")), "good"),
            *grounds(view, "red", facts_of(red)),
        ]
    aside = view.t(N_("{count} of 4 still open: do not say yes yet"), count=len(left))
    rows: list[r.Row] = [r.Heading(title("clauses-red", view.lang), aside)]
    debt = find(view.case, "debts", agreement.debt) if agreement.debt else None
    if isinstance(debt, Debt) and debt.shape in {Shape.ARREARS, Shape.PERSONAL}:
        words = N_(
            "These four are for lenders. Here: pay the person you owe, and write down together how much, when, and "
            "what happens when a payment is late."
        )
        rows.append(r.Note(view.t(words), "accent"))
    for note in left:
        rows += _clause(view, agreement, note)
    return [*rows, *grounds(view, "red", facts_of(red))]


def _clause(view: View, agreement: Agreement, note: Note) -> list[r.Row]:
    """One open clause: how it stands, what to look for, wording to stop at, what to ask for."""
    state = _state(agreement, note)
    words = {
        None: view.t(N_("not looked at yet")),
        Clause.UNCLEAR: view.t(N_("unclear, so still open")),
        Clause.MISSING: view.t(N_("not in it")),
        Clause.PRESENT: "",
    }[state]
    parts = (
        (view.t(N_("Look for")), note["look"]),
        (view.t(N_("Stop at")), note["red"]),
        (view.t(N_("Ask")), note["ask"]),
    )
    return [r.Note((Span(note.title, "strong"), Span("  " + words, "warn"))), *beside(parts, indent=2)]


def _others(view: View, agreement: Agreement, notes: tuple[Note, ...]) -> list[r.Row]:
    """The other clauses: those found missing or unclear in full, the rest behind a fold."""
    others = [note for note in notes if note.group != _RED]
    told = [note for note in others if _state(agreement, note) in {Clause.MISSING, Clause.UNCLEAR}]
    rest = [note for note in others if _state(agreement, note) is None]
    rows: list[r.Row] = [r.Heading(title("clauses-more", view.lang))] if told or rest else []
    for note in told:
        rows += _clause(view, agreement, note)
    fold = f"clauses.{agreement.id}"
    if rest and fold not in view.unfolded:
        label = view.t(N_("What to look for in {count} more clauses"), count=len(rest))
        return [*rows, r.ActionRow(fold, label, command="unfold", argument=fold)]
    for note in rest:
        rows += _clause(view, agreement, note)
    return [*rows, *grounds(view, "clauses", facts_of(others))]


def _comes_to(view: View, agreement: Agreement, found: Agreed) -> list[r.Row]:
    """The payments: all together, what is paid, whether they can be carried, and the list to tick off."""
    rows: list[r.Row] = [r.Heading(view.t(N_("What it comes to"))), *_contradicts(view, agreement, found)]
    if not found.rows:
        words = view.t(N_("With instalment, number and first day its payments stand here."))
        return [*rows, r.Note(words, "dim")]
    source = ("agreements", agreement.id)
    rows.append(r.FigureRow(_total(found, source), _span(view, found)))
    if found.paid:
        rows.append(r.FigureRow(_paid(view, agreement)))
    rows += judged(view, found.trial, basis_of(view.case, view.today, view.today), source)
    rows += _own_terms(view, found)
    rows.append(r.Picture(lambda width, _ascii: _listed(view, found, width)))
    return [*rows, *_fill(view, agreement)]


def _contradicts(view: View, agreement: Agreement, found: Agreed) -> list[r.Row]:
    """What in it cannot all be so, one sentence each."""
    debt = find(view.case, "debts", agreement.debt) if agreement.debt else None
    owed = None
    if isinstance(debt, Debt) and found.schedule is None and not found.paid and balance_of(debt) is not None:
        owed = claim(debt, view.case.missed, view.today).total
    return [r.Note(told(view, each), "warn") for each in contradictions(agreement, found.rows, owed)]


def _total(found: Agreed, source: tuple[str, str]) -> Figure:
    """All payments together, by what they are each."""
    groups = [(amount, len(list(run))) for amount, run in groupby(amount for _, amount in found.rows)]
    parts = tuple(
        Figure(
            N_("{count} payments of {amount}"),
            CONTEXT.multiply(amount, Decimal(count)),
            args=(("count", str(count)), ("amount", str(amount))),
        )
        for amount, count in groups
    )
    return Figure(N_("All payments"), found.total, "sum", parts, source=source)


def _span(view: View, found: Agreed) -> str:
    first, last = (format_date(found.rows[index][0]) for index in (0, -1))
    return view.t(N_("{count}, {first} to {last}"), count=len(found.rows), first=first, last=last)


def _paid(view: View, agreement: Agreement) -> Figure:
    own = [each for each in view.case.payments if each.agreement == agreement.id and each.paid_on is not None]
    parts = tuple(
        Figure(
            N_("Payment"),
            each.paid_amount if each.paid_amount is not None else each.amount,
            source=("payments", each.id, "paid_amount"),
            name="" if each.due is None else format_date(each.due),
        )
        for each in own
    )
    return total(N_("Paid so far"), parts)


def _own_terms(view: View, found: Agreed) -> list[r.Row]:
    """Where the stated payments are not what the terms come to on what is owed: by how much, and what to ask."""
    made = found.schedule
    if made is None:
        return []
    more = found.total - made.total_paid
    if abs(more) <= _slack(len(found.rows)):
        return [r.Note(view.t(N_("The payments are what its terms come to, to the fen.")), "dim")]
    args = {"total": view.money(made.total_paid), "balance": view.money(made.terms.principal)}
    words = view.t(N_("By its own terms {balance} would come to {total} in all."), **args)
    ask = (
        view.t(N_("The payments are {more} more. Ask what that is: interest, penalty or fees."), more=view.money(more))
        if more > 0
        else view.t(N_("The payments are {less} less. Ask what is left at the end."), less=view.money(-more))
    )
    return [r.Note((Span(words + " ", "dim"), Span(ask, "warn")))]


def _slack(count: int) -> Decimal:
    """How far the totals of a lender and of the program may lie apart by rounding alone: a fen for each payment."""
    return Decimal(count) / 100


def _listed(view: View, found: Agreed, width: int) -> list[Line]:
    """The first payments and the last, by day."""
    shown = list(enumerate(found.rows, 1))
    if len(shown) > _ROWS + 1:
        shown = [*shown[:_ROWS], shown[-1]]
    lines: list[Line] = []
    for number, (day, amount) in shown:
        if lines and number > len(lines) + 1:
            lines.append(line(Span(fit("     ..", min(width, 8)), "dim")))
        lines.append(
            line(Span(right(str(number), 4) + "  ", "dim"), Span(format_date(day)), Span(right(view.money(amount), 16)))
        )
    return lines


def _fill(view: View, agreement: Agreement) -> list[r.Row]:
    """The way to the list of payments: fill it, or go there."""
    if any(each.agreement == agreement.id for each in view.case.payments):
        return [r.ActionRow("payments", view.t(N_("The payments to tick off")), target=r.Target("payments"))]
    return [
        r.ActionRow(
            "make-payments",
            view.t(N_("Put these payments on the list to tick off")),
            command="replace",
            argument=f"make-payments {agreement.id}",
        )
    ]


def _differs(view: View, agreement: Agreement, found: Agreed) -> list[r.Row]:
    """What was asked for and what was agreed, where they are not the same."""
    plan = chosen_plan(view.case)
    if plan is None:
        return []
    terms = plan_result(view.case, plan, view.today).terms
    result = next((each for each in terms if each.debt.id == agreement.debt), None)
    if result is None or not isinstance(result.outcome, Outcome):
        return []
    heading = r.Heading(view.t(N_("Beside what was asked for")), fit_to(plan.name or "", _NAME))
    pairs = _differences(view, agreement, found, result.outcome)
    if not pairs:
        return [heading, r.Note(view.t(N_("As far as it is written down, it is what the plan asks for.")), "good")]
    said = (
        (name, view.t(N_("agreed {agreed}, asked for {asked}"), agreed=got, asked=wanted))
        for name, got, wanted in pairs
    )
    return [heading, *beside(said, indent=0)]


def _differences(view: View, agreement: Agreement, found: Agreed, outcome: Outcome) -> list[tuple[str, str, str]]:
    """What is not the same: what it is called, as agreed, as asked for."""
    asked = outcome.proposal
    first = yuan(outcome.payments_fen[asked.grace_months])
    pairs: list[tuple[str, str, str]] = []
    if agreement.method is not None and agreement.method is not asked.method:
        pairs.append((view.t(N_("method")), view.t(label(agreement.method)), view.t(label(asked.method))))
    if agreement.instalment is not None and agreement.instalment != first:
        pairs.append((view.t(N_("instalment")), view.money(agreement.instalment), view.money(first)))
    if agreement.months is not None and agreement.months != asked.months:
        pairs.append((view.t(N_("instalments in all")), str(agreement.months), str(asked.months)))
    if agreement.rate is not None and agreement.rate != asked.rate:
        got, wanted = (f"{format_rate(rate)}%" for rate in (agreement.rate, asked.rate))
        pairs.append((view.t(N_("rate a year")), got, wanted))
    if found.rows and found.total != outcome.total_paid:
        pairs.append((view.t(N_("in all")), view.money(found.total), view.money(outcome.total_paid)))
    return pairs
