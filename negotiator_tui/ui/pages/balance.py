"""A loan's balance worked out again from the contract and the payments, beside the lender's figures."""

from collections.abc import Iterator
from decimal import Decimal

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Shape
from negotiator_tui.case.questions import question
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.figure import Figure
from negotiator_tui.finance.reconcile import Compared, Reconciliation, reconciled
from negotiator_tui.finance.reconcile_dues import planned_dues
from negotiator_tui.finance.reconcile_ledger import Accrual
from negotiator_tui.guide.facts import fact_sentence, named_facts
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.text.rates import format_rate
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Line, Span, Style, fit, line, right
from negotiator_tui.ui.pages.choosing import chosen, fold
from negotiator_tui.ui.pages.forms import in_place
from negotiator_tui.ui.pages.guided import open_answers
from negotiator_tui.ui.pages.places import target_of
from negotiator_tui.ui.view import View, ask_row

GROUP = "balance"
_STATED = ("as_of", "outstanding", "overdue_interest", "penalty_due", "fees_due")
_NAMES = {
    "principal": N_("Principal left"),
    "interest": N_("Interest past due"),
    "penalty": N_("Penalty"),
    "compound": N_("Interest on unpaid interest"),
    "fees": N_("Fees"),
    "total": N_("Together"),
}
_USED = 12


def balance(view: View) -> list[r.Row]:
    """Every loan, and under the one that is open both sides line by line."""
    loans = [each for each in view.case.debts if each.shape is Shape.LOAN]
    rows: list[r.Row] = [
        r.Heading(view.t(N_("Does the balance agree?"))),
        r.Note(
            view.t(
                N_("What is owed, worked out again from your contract and what you paid, beside the lender's figure.")
            ),
            "dim",
        ),
    ]
    if not loans:
        words = N_("Only loans with a rate can be worked out. Cards and bills: ask the lender for a breakdown.")
        return [*rows, r.Note(view.t(words)), r.ActionRow("debts", view.t(N_("Debts")), target=r.Target("debts"))]
    picked = chosen(view, GROUP)
    shown = loans[0].id if picked is None else picked
    for debt in loans:
        is_open = debt.id == shown
        name = debt.name or view.t(N_("unnamed debt"))
        if len(loans) > 1:
            rows.append(fold(view, GROUP, debt.id, name, is_open=is_open))
        if is_open:
            rows += _loan(view, debt, name)
    return rows


def _loan(view: View, debt: Debt, name: str) -> list[r.Row]:
    found = reconciled(view.case, debt, view.today)
    if found is None:
        words = N_("Without the rate of the contract nothing can be worked out yet.")
        missing = [("debts", debt.id, each) for each in ("rate", "rate_per") if getattr(debt, each) is None]
        return [r.Heading(name), r.Note(view.t(words)), *open_answers(view, missing)]
    aside = view.t(N_("on {day}, the day of the lender's figures"), day=format_date(found.day))
    return [
        r.Heading(name, aside),
        _table(view, found),
        *_said(view, debt, found),
        *_running(view, found),
        *_penalty(view, found),
        *_uses(view, debt, found),
        *_answers(view, debt, found),
    ]


def _table(view: View, found: Reconciliation) -> r.Row:
    """Both sides and the difference, part by part; the numbers under each other."""

    def cells(each: Compared) -> tuple[str, ...]:
        own = view.money(each.own) or "-"
        if each.own is not None and each.low != each.high:
            own = view.t(N_("about {text}"), text=own)
        difference = each.difference
        return (
            view.t(_NAMES[each.part]),
            view.money(each.stated) or "-",
            own,
            view.money(difference, plus=True) or "-",
        )

    def style(each: Compared) -> Style:
        return "" if each.difference in {None, Decimal(0)} or each.within else "warn"

    head = tuple(view.t(each) for each in (N_("Part"), N_("Lender"), N_("Own sum"), N_("Difference")))
    table = [(cells(each), style(each)) for each in found.lines]

    def draw(width: int, _ascii: bool) -> list[Line]:
        first, other = max(12, width - 3 * 15), 14

        def made(parts: tuple[str, ...], style: Style) -> Line:
            numbers = tuple(Span(" " + right(each, other), style) for each in parts[1:])
            return line(Span(fit(parts[0], first), "dim"), *numbers)

        return [made(head, "dim"), *(made(*each) for each in table)]

    return r.Picture(draw)


def _said(view: View, debt: Debt, found: Reconciliation) -> list[r.Row]:
    """What the differences mean, and which answers would make the sums exact."""
    rows: list[r.Row] = []
    for each in found.lines[:-1]:
        name = view.t(_NAMES[each.part])
        if each.difference is None or each.difference == 0:
            continue
        if each.within:
            words = N_("{name}: the lender's figure is one the contract may come to; it depends on how it is read.")
            rows.append(r.Note(view.t(words, name=name), "dim"))
        else:
            more = N_("{name}: {amount} more than the contract and your payments come to. Ask for the arithmetic.")
            less = N_(
                "{name}: {amount} less than your own sum. Nothing to object to; see whether a payment is missing."
            )
            words = more if each.difference > 0 else less
            rows.append(r.Note(view.t(words, name=name, amount=view.money(abs(each.difference))), "warn"))
    if found.decides:
        rows.append(r.Note(view.t(N_("The contract decides how it is counted:")), "dim"))
        rows += open_answers(view, [("debts", debt.id, each) for each in found.decides])
    if not found.whole:
        words = N_("The principal is taken from the lender. To check it too, these are needed, and all you paid:")
        rows.append(r.Note(view.t(words), "dim"))
        rows += open_answers(view, [("debts", debt.id, each) for each in found.missing])
    rows.append(
        r.ActionRow(
            "breakdown",
            view.t(N_("Ask for a breakdown in writing")),
            view.t(N_("these lines go along")),
            target=r.Target("documents"),
        )
    )
    return rows


def _running(view: View, found: Reconciliation) -> list[r.Row]:
    if not found.running or found.running_since is None:
        return []
    words = N_("Besides, {amount} interest has run since {day}. It is not due yet and in none of the lines.")
    return [r.Note(view.t(words, amount=view.money(found.running), day=format_date(found.running_since)), "dim")]


def _penalty(view: View, found: Reconciliation) -> list[r.Row]:
    """The penalty by the day: each row opens into what it is the product of."""
    if not found.accruals:
        return []
    rate = format_rate(found.rate)
    return [
        r.Heading(view.t(N_("Penalty, day by day")), view.t(N_("at {rate}% a day"), rate=rate)),
        *(r.FigureRow(_accrued(view, number, each)) for number, each in enumerate(found.accruals, 1)),
    ]


def _accrued(view: View, number: int, each: Accrual) -> Figure:
    span = view.t(
        N_("{number}. {since} to {until}"),
        number=number,
        since=format_date(each.since)[5:],
        until=format_date(each.until)[5:],
    )
    note = N_("{count} days on {amount}")
    args = (("count", str(each.count)), ("amount", str(yuan(each.base))))
    base = Figure(N_("The amount that bears penalty"), yuan(each.base), "answer")
    return Figure(N_("Penalty of these days"), yuan(each.amount), "sum", (base,), name=span, note=note, args=args)


def _uses(view: View, debt: Debt, found: Reconciliation) -> list[r.Row]:
    """What each payment went to, with the rule."""
    rows: list[r.Row] = [r.Heading(view.t(N_("What you paid on it")))]
    rows += in_place(view, "paid", view.t(N_("a payment: day, amount, receipt")), (("debt", debt.id),))
    planned = planned_dues(debt, found.day)
    if planned and not any(each.debt == debt.id for each in view.case.paid):
        rows.append(
            r.ActionRow(
                "planned",
                view.t(N_("Write down the instalments that were paid on their days")),
                view.t(N_("by the contract, up to the first missed one")),
                command="replace",
                argument=f"paid-as-planned {debt.id}",
            )
        )
    if found.uses:
        rows += [r.Heading(view.t(N_("Where it went"))), _uses_table(view, found)]
        facts = named_facts(("CC-561",), debt, view.today, view.case)
        rows += [r.Note(fact_sentence(each, view.lang, view.today), "dim") for each in facts]
    if found.waiting:
        words = N_("{amount} came before it was due, and waits for the next instalment.")
        rows.append(r.Note(view.t(words, amount=view.money(found.waiting)), "dim"))
    return rows


def _uses_table(view: View, found: Reconciliation) -> r.Row:
    names = (N_("Day"), N_("Paid"), N_("Penalty"), N_("Interest"), N_("Principal"))
    head = tuple(view.t(each) for each in names)
    shown = [
        (
            format_date(each.day),
            *(view.money(yuan(fen)) for fen in (each.amount, each.penalty, each.interest, each.principal)),
        )
        for each in found.uses[-_USED:]
    ]

    def draw(width: int, _ascii: bool) -> list[Line]:
        size = max(9, (width - 11) // 4)

        def made(parts: tuple[str, ...], style: Style) -> Line:
            return line(Span(fit(parts[0], 11), "dim"), *(Span(right(each, size), style) for each in parts[1:]))

        return [made(head, "dim"), *(made(each, "") for each in shown)]

    return r.Picture(draw)


def _answers(view: View, debt: Debt, found: Reconciliation) -> Iterator[r.Row]:
    """The lender's figures, to be mended here."""
    yield r.Heading(view.t(N_("What the lender says")))
    for name in _STATED:
        yield ask_row(debt, ("debts", debt.id), question(Debt, name))
    if not found.whole:
        yield r.ActionRow(
            "contract",
            view.t(N_("To the contract's answers")),
            target=target_of(("debts", debt.id, "drawn"), view.case),
            style="dim",
        )
