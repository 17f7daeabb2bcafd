"""Before any borrowing: a few questions, and a loan set beside the case. Nothing here says that one should borrow."""

from decimal import Decimal
from functools import partial

from negotiator_tui.case.base import Item
from negotiator_tui.case.kinds import YesNo
from negotiator_tui.case.offers import NewLoan
from negotiator_tui.finance.fen import to_cent, to_fen, yuan
from negotiator_tui.finance.figure import Figure
from negotiator_tui.finance.new_loan import LoanCheck, Months, check_loan
from negotiator_tui.guide.content import title
from negotiator_tui.guide.notes import Note
from negotiator_tui.guide.pages import prevention, scam_signs
from negotiator_tui.guide.words import yuan_words
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Line, Span, Style, fit, line, right
from negotiator_tui.ui.pages.forms import matches
from negotiator_tui.ui.pages.guided import facts_of, grounds, open_answers
from negotiator_tui.ui.pages.hanging import hanging
from negotiator_tui.ui.view import HIDDEN, View

_WORSE = {
    "rate": N_("It is dearer than any loan you have."),
    "owed": N_("With it more is owed in all than without."),
    "usual": N_("More usual months leave too little than without it."),
    "bad": N_("More bad months leave too little than without it."),
}
_BLANK = "〔"
"""Begins what stands in a text for a figure that is not known."""
_SIGNS = 4
"""Signs of fraud that are shown at once."""
_LABEL, _COLUMN = 24, 16


def new_loans(view: View) -> list[r.Row]:
    """The questions to ask oneself, the loans that are written down, and the way to write one."""
    safe = view.budget.safe
    figures = {} if safe.value is None or safe.missing else {"safe": _said(view, safe.value)}
    notes = prevention(view.case, view.today, view.lang, "need", **figures)
    rows: list[r.Row] = [
        r.Heading(view.t(N_("A new loan?")), view.t(N_("set it beside what there is, before anything is taken"))),
        r.FindRow("new_loans", view.t(N_("type whose loan it is; Enter writes it down"))),
    ]
    rows += [
        r.ItemRow(r.Target("item", ("new_loans", each.id)), each.name or "", partial(_parts, view, each))
        for each in reversed(view.case.new_loans)
        if matches(view, each.name, each.purpose)
    ]
    rows.append(r.Heading(title("prevention-need", view.lang)))
    rows += [_question(note) for note in notes]
    return [*rows, *grounds(view, "need", facts_of(notes))]


def _parts(view: View, each: NewLoan) -> tuple[tuple[str, int, Style], ...]:
    check = check_loan(view.case, each, view.today)
    rate = "" if check.rate is None else f"{check.rate.nominal:.2f}%"
    name = each.name or view.t(N_("a loan without a name"))
    return (
        (name, 20, ""),
        (view.money(each.amount), -12, ""),
        (rate, -9, "warn"),
        (_verdict(view, check)[0], 30, "dim"),
    )


def extras(view: View, loan: Item) -> list[r.Row]:
    """What the loan comes to beside the case, in figures and then in words."""
    if not isinstance(loan, NewLoan):
        return []
    check = check_loan(view.case, loan, view.today)
    rows = _scam(view) if loan.pays_first is YesNo.YES else []
    rows.append(r.Heading(view.t(N_("What it comes to"))))
    if check.missing:
        rows.append(r.Note(view.t(N_("With these answers it stands here:")), "dim"))
        return [*rows, *open_answers(view, check.missing), *_questions(view, check)]
    rows += _figures(loan, check)
    words, style = _verdict(view, check)
    rows += [r.Blank(), r.Note(words, style)]
    rows += [r.Note(view.t(_WORSE[each]), "warn", 2) for each in check.worse]
    rows += [*_beside(view, check), *_bad_month(view, check)]
    return [*rows, *_questions(view, check)]


def _verdict(view: View, check: LoanCheck) -> tuple[str, Style]:
    """At most that it is not worse on any of these; it is never advised."""
    if check.missing:
        return view.t(N_("not complete")), "dim"
    if check.worse:
        return view.t(N_("Worse than without it, on {count} counts."), count=len(check.worse)), "warn"
    if not check.told:
        return view.t(N_("Not everything can be told yet.")), "dim"
    return view.t(N_("Not worse on any of these. That is no advice to take it.")), ""


def _figures(loan: NewLoan, check: LoanCheck) -> list[r.Row]:
    source = ("new_loans", loan.id)
    amount = Figure(N_("Amount of the loan"), loan.amount, source=(*source, "amount"))
    fee = Figure(N_("Fees taken off at the start"), loan.fee_upfront, source=(*source, "fee_upfront"))
    arrives = Figure(N_("What arrives"), check.net, "minus", (amount, fee) if loan.fee_upfront else (amount,))
    instalment = Figure(N_("Each instalment"), loan.instalment, source=(*source, "instalment"))
    monthly = Figure(N_("Fee with each instalment"), loan.fee_monthly, source=(*source, "fee_monthly"))
    load = Figure(N_("Each month"), check.load, "sum", (instalment, monthly) if loan.fee_monthly else (instalment,))
    repay = Figure(
        N_("In all"), check.to_repay, "sum", (load,), note=N_("{count} months"), args=(("count", str(loan.months)),)
    )
    cost = Figure(N_("More than arrives"), check.cost, "minus", (repay, arrives))
    rows: list[r.Row] = [r.FigureRow(each) for each in (arrives, load, repay, cost)]
    if check.rate is not None:
        effective = Figure(N_("With interest on interest"), to_cent(check.rate.effective), unit="percent")
        note = N_("The yearly rate at which all payments are worth what arrives.")
        nominal = to_cent(check.rate.nominal)
        figure = Figure(N_("True rate a year"), nominal, "answer", (effective,), unit="percent", note=note)
        rows.append(r.FigureRow(figure, "", "warn" if check.rate.over_24 else ""))
    return rows


def _beside(view: View, check: LoanCheck) -> list[r.Row]:
    """Without it and with it: what is owed, and the months that leave too little."""
    pairs = [(N_("owed in all"), view.money(check.owed) or "?", view.money(check.owed_after) or "?")]
    for name, field in ((N_("usual months short, of 60"), "usual"), (N_("bad months short, of 60"), "bad")):
        pairs.append((name, _count(check.before, field), _count(check.after, field)))
    dearest = "?" if check.dearest is None else f"{check.dearest:.2f}%"
    rate = "?" if check.rate is None else f"{check.rate.nominal:.2f}%"
    pairs.append((N_("dearest loan"), dearest, rate))
    heads = (view.t(N_("without it")), view.t(N_("with it")))

    def draw(width: int, _ascii: bool) -> list[Line]:
        column = min(_COLUMN, max((width - _LABEL) // 2, 8))
        drawn = [line(Span(fit("", _LABEL)), *(Span(right(head, column), "dim") for head in heads))]
        drawn += [
            line(Span(fit(view.t(name), _LABEL), "dim"), Span(right(before, column)), Span(right(after, column)))
            for name, before, after in pairs
        ]
        return drawn

    return [r.Heading(view.t(N_("Beside your case"))), r.Picture(draw)]


def _count(months: Months | None, field: str) -> str:
    return "?" if months is None else str(getattr(months, field))


def _bad_month(view: View, check: LoanCheck) -> list[r.Row]:
    if check.bad_month is None:
        return []
    args = {"month": check.bad_month, "amount": view.money(check.bad_short)}
    words = view.t(N_("With it, were {month} a bad month, {amount} would be missing: the most of all months."), **args)
    return [r.Note(words, "warn")]


def _scam(view: View) -> list[r.Row]:
    """Money, a code or a card before: what it looks like, and where to go."""
    words = view.t(
        N_("Whoever wants money, a code or a card first is not lending. Stop here; nothing more goes to them.")
    )
    rows: list[r.Row] = [r.Heading(view.t(N_("Stop"))), r.Note(words, "warn")]
    rows += [hanging(Span("- "), note.text, indent=2) for note in scam_signs(view.lang, view.today)[:_SIGNS]]
    label = view.t(N_("If something was paid or given already: what to do at once"))
    return [*rows, r.ActionRow("urgent", label, target=r.Target("urgent"))]


def _questions(view: View, check: LoanCheck) -> list[r.Row]:
    """What to ask about the loan itself; what all instalments together come to beside the money there is."""
    budget, figures = view.budget, dict[str, str]()
    due, there = budget.due_this_month, budget.for_debts
    if check.load is not None and due.fen is not None and there.value is not None and not there.missing:
        both = yuan(due.fen + to_fen(check.load))
        figures = {"sum": _said(view, both), "for_debts": _said(view, there.value)}
    rows: list[r.Row] = [r.Heading(title("prevention-loan", view.lang))]
    notes = prevention(view.case, view.today, view.lang, "loan", **figures)
    rows += [_question(note) for note in notes]
    return [*rows, *grounds(view, "loan", facts_of(notes))]


def _question(note: Note) -> r.Row:
    """A question with its reason; a reason that waits for a figure is left out."""
    why = note.why if _BLANK not in note.why else ""
    return hanging(Span("- "), (Span(note.text), Span("  " + why, "dim")))


def _said(view: View, amount: Decimal) -> str:
    return HIDDEN if view.hide else yuan_words(amount)
