"""Plans side by side: the contract first, then each plan; how the balance falls under each."""

from collections.abc import Sequence
from decimal import Decimal

from negotiator_tui.finance.compare import CONTRACT, Comparison, Row, comparisons
from negotiator_tui.finance.fen import yuan
from negotiator_tui.text.amounts import format_amount
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.charts import bars
from negotiator_tui.ui.ink import Line, Span, Style, fit, line, right
from negotiator_tui.ui.pages.choosing import chosen, fold
from negotiator_tui.ui.pages.contract_lacks import contract_lacks
from negotiator_tui.ui.pages.forms import debt_name
from negotiator_tui.ui.pages.plan_term import fit_to, said
from negotiator_tui.ui.pages.terms_words import gives
from negotiator_tui.ui.view import HIDDEN, View

_OPEN = "compare"
_NAME, _FIRST, _AMOUNT, _RATE, _END = 10, 10, 11, 7, 7
"""Cells of the columns: name, first payment, in all and beyond the principal, true rate, end."""
_HEADING = 40
_INDENT = 2
_TALL = 2


def compare(view: View) -> list[r.Row]:
    """All debts together first, then one debt at a time; without plans, the way to one."""
    rows: list[r.Row] = [r.Heading(view.t(N_("Side by side")), view.t(N_("the contract first, then each plan")))]
    found = comparisons(view.case, view.today)
    if not found:
        words = view.t(N_("With a plan, what it comes to stands here beside the contract."))
        return [*rows, r.Note(words), r.ActionRow("plan", view.t(N_("To the plans")), target=r.Target("plan"))]
    if len(found) == 1:
        debt = found[0].debt
        name = debt_name(view, None if debt is None else debt.id)
        return [*rows, r.Heading(fit_to(name, _HEADING)), *_table(view, found[0])]
    opened = chosen(view, _OPEN)
    if opened is None:
        opened = _key(found[0])
    for each in found:
        is_open = _key(each) == opened
        name = view.t(N_("All debts together")) if each.debt is None else debt_name(view, each.debt.id)
        rows.append(fold(view, _OPEN, _key(each), name, is_open=is_open))
        rows += _table(view, each) if is_open else []
    return rows


def _key(each: Comparison) -> str:
    return "all" if each.debt is None else each.debt.id


def _table(view: View, found: Comparison) -> list[r.Row]:
    span = max((len(_owing(row.balances)) for row in found.rows), default=0)
    rows: list[r.Row] = [r.Picture(lambda width, _ascii: [_heads(view, width)])]
    for number, each in enumerate(found.rows):
        rows += _block(view, found, each, span, number)
    return rows


def _heads(view: View, width: int) -> Line:
    names = (N_("first payment"), N_("in all"), N_("of it interest"), N_("true rate"), N_("until"))
    cells = [Span(fit("", _NAME))]
    cells += [
        Span(right(fit_to(view.t(name), size - 1), size), "dim") for name, size in zip(names, _sizes(), strict=True)
    ]
    return _within(line(*cells), width)


def _sizes() -> tuple[int, ...]:
    return _FIRST, _AMOUNT, _AMOUNT, _RATE, _END + 1


def _within(cells: Line, width: int) -> Line:
    """The columns that fit: the last ones go first."""
    kept: list[Span] = []
    used = 0
    for span in cells:
        size = _NAME if not kept else _sizes()[len(kept) - 1]
        if used + size > width:
            break
        kept.append(span)
        used += size
    return tuple(kept)


def _block(view: View, found: Comparison, each: Row, span: int, number: int) -> list[r.Row]:
    """One row of the table, what it means in words, and its balances; the contract is row 0."""
    name = view.t(N_("contract")) if each.plan == CONTRACT else each.name or view.t(N_("Plan without a name"))
    style: Style = "strong" if number else ""

    def draw(width: int, _ascii: bool) -> list[Line]:
        cells = (*(_money(view, value) for value in (each.first, each.total, each.beyond)), _rate(each), _end(each))
        drawn = [Span(fit(name, _NAME), style)]
        drawn += [Span(right(cell, size)) for cell, size in zip(cells, _sizes(), strict=True)]
        return [_within(tuple(drawn), width)]

    rows: list[r.Row] = [r.Picture(draw)]
    words, tone = _worst(view, each)
    rows.append(r.Note((Span(words, tone),), indent=_INDENT))
    if each.plan != CONTRACT:
        rows.append(r.Note(_given(view, found, each), "dim", _INDENT))
    if each.without:
        names = view.t(N_(", ")).join(debt_name(view, debt_id) for debt_id in each.without)
        words = N_("It says nothing of {names}; those are not in these sums.")
        if each.plan == CONTRACT:
            words = N_("{names}: not in these sums, as the contract does not give all of its payments.")
        rows.append(r.Note(view.t(words, names=names), "dim", _INDENT))
    if each.plan == CONTRACT:
        of = each.without if found.debt is None else (found.debt.id,)
        rows += [row for debt in view.case.debts if debt.id in of for row in contract_lacks(view, debt)]
    if each.balances:
        rows.append(r.Picture(lambda width, ascii_only: _falling(each.balances, span, width, ascii_only=ascii_only)))
    if each.plan != CONTRACT:
        target = r.Target("plan", ("action", f"plan.{each.plan}"))
        label = view.t(N_("Open {name}"), name=fit_to(name, _HEADING))
        rows.append(r.ActionRow(f"open.{_key(found)}.{number}", label, target=target, style="dim"))
    return rows


def _money(view: View, value: Decimal | None) -> str:
    if value is None:
        return "?"
    return HIDDEN if view.hide else format_amount(value)


def _rate(each: Row) -> str:
    if each.rates is None:
        return "?" if each.plan == CONTRACT or each.outcome is not None else ""
    low, high = each.rates
    return f"{low:.2f}%" if low == high else f"{low:.0f}-{high:.0f}%"


def _end(each: Row) -> str:
    return "?" if each.end is None else format_date(each.end)[:7]


def _worst(view: View, each: Row) -> tuple[str, Style]:
    """The worst month in words."""
    if each.total is None and each.plan != CONTRACT:
        return view.t(N_("not complete")), "dim"
    if each.trial is None:
        return view.t(N_("Whether it can be carried cannot be said here.")), "dim"
    worst = each.worst
    if worst is None:
        if each.trial.hold.untested:
            return view.t(N_("covered as far as it was tried")), "dim"
        return view.t(N_("covered every month, in bad ones too")), "good"
    fit_, bad = worst
    args = {"month": each.trial.month(fit_.worst_in or 0), "amount": view.money(yuan(fit_.worst_by))}
    if bad:
        return view.t(N_("worst if {month} is a bad month: {amount} missing"), **args), "warn"
    return view.t(N_("worst in {month}: {amount} missing"), **args), "warn"


def _given(view: View, found: Comparison, each: Row) -> str:
    if each.outcome is not None:
        return gives(view, each.outcome, found.months)
    if each.given is None:
        return view.t(N_("What the lender gives up cannot be said while the contract's rate is not known."))
    if each.given > 0:
        words = N_("The lenders give up about {amount} together, in today's money.")
        return view.t(words, amount=said(view)(Decimal(each.given)))
    if each.given < 0:
        words = N_("The lenders give up nothing together; {amount} more is paid than the contracts are worth.")
        return view.t(words, amount=said(view)(Decimal(-each.given)))
    return view.t(N_("The lenders give up no money together, only time."))


def _owing(balances: Sequence[int]) -> list[int]:
    """The balances up to the last that is not 0.00."""
    last = max((month for month, fen in enumerate(balances, 1) if fen > 0), default=0)
    return list(balances[:last])


def _falling(balances: Sequence[int], span: int, width: int, *, ascii_only: bool) -> list[Line]:
    """The balances, all plans drawn on the same length: a shorter one ends sooner."""
    points = max(1, (width - _INDENT) // 2)
    size = max(1, -(-span // points))
    owing = _owing(balances)
    values = [owing[min(begin + size, len(owing)) - 1] for begin in range(0, len(owing), size)]
    styles: list[Style] = ["dim"] * len(values)
    drawn = bars(values, _TALL, cells=2, ascii_only=ascii_only, styles=styles)
    return [line(Span(" " * _INDENT), *each) for each in drawn]
