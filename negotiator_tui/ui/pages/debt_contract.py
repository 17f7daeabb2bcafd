"""The contract of a loan as it stands: what it truly costs a year, and the instalments to come."""

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import YesNo
from negotiator_tui.case.questions import question
from negotiator_tui.finance.claim import MULTIPLIERS, claim
from negotiator_tui.finance.fen import to_cent
from negotiator_tui.finance.figure import Figure
from negotiator_tui.finance.plan_basis import basis_of
from negotiator_tui.finance.plan_contract import Contract, contract_of
from negotiator_tui.finance.rates import LINE_24, annual_range, penalty_percent
from negotiator_tui.finance.schedule import Row as Instalment
from negotiator_tui.guide.facts import facts_for
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.text.rates import format_rate
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Line, Span, fit, line, right
from negotiator_tui.ui.pages.guided import fact_rows
from negotiator_tui.ui.pages.places import target_of
from negotiator_tui.ui.view import View

_INSTALMENTS = 3
"""Instalments that stand in the open; the rest is folded."""
_DATE = 11
"""Cells of the column of days."""


def contract_rows(view: View, debt: Debt) -> list[r.Row]:
    """The true rate a year of the contract as it stands, and the instalments to come by it."""
    basis = basis_of(view.case, view.today, view.today)
    contract = contract_of(debt, view.case.missed, basis, view.today)
    return [
        r.Heading(view.t(N_("The contract as it stands"))),
        *_rates(view, debt, contract),
        *_schedule(view, debt, contract),
    ]


def _rates(view: View, debt: Debt, contract: Contract) -> list[r.Row]:
    """The true annual rate and the penalty's own; what 24 % means where one of them is surely above it."""
    found = contract.rate
    if found is None:
        return []
    low, high = to_cent(found.low.nominal), to_cent(found.high.nominal)
    label = N_("True rate a year") if not found.missing else N_("Rate a year, as stated")
    figure = Figure(label, high, unit="percent", source=("debts", debt.id, "rate"))
    remark = "" if low == high else view.t(N_("from {low}%"), low=format_rate(low))
    rows: list[r.Row] = [r.FigureRow(figure, remark)]
    if found.missing:
        words = view.t(N_("Fees are not counted: {count} answers are missing for it"), count=len(found.missing))
        target = target_of(("debts", debt.id, found.missing[0]), view.case)
        rows.append(r.ActionRow("fees", words, target=target, style="dim"))
    over = found.low.over_24
    if debt.overdue is YesNo.YES and debt.rate is not None and debt.rate_per is not None:
        multipliers = (debt.penalty_multiplier,) * 2 if debt.penalty_multiplier is not None else MULTIPLIERS
        yearly = annual_range(debt.rate, debt.rate_per, int(debt.year_days) if debt.year_days else None)
        ends = [penalty_percent(rate, times) for rate, times in zip(yearly, multipliers, strict=True)]
        over = over or (debt.penalty_multiplier is not None and ends[0] > LINE_24)
        first, last = (format_rate(to_cent(each)) for each in ends)
        words = view.t(N_("The penalty's own rate, on the part that bears it: {rate}% a year."), rate=first)
        if first != last:
            words = view.t(
                N_("The penalty's own rate, on the part that bears it: {low}% to {high}% a year."), low=first, high=last
            )
        rows.append(r.Note(words, "dim"))
    if over:
        words = view.t(N_("This is above 24% a year. When you talk, only ask them to check the total cost."))
        rows += [r.Note(words), *fact_rows(view, facts_for(debt, "over-24", view.today, view.case))]
    return rows


def _schedule(view: View, debt: Debt, contract: Contract) -> list[r.Row]:
    """The instalments to come by the contract's own terms: the first ones, the rest folded."""
    if debt.accelerated_on is not None and debt.accelerated_on <= view.today:
        return []  # the whole loan is due, no instalments are to come
    needed = ["outstanding", "rate", "rate_per", "months_left"]
    missing = [name for name in needed if getattr(debt, name) is None]
    # What is overdue is no part of them, so it has to be known first.
    unsettled = claim(debt, view.case.missed, view.today).missing
    missing += [name for name in ("overdue", "overdue_principal") if name in unsettled]
    if missing or contract.schedule is None:
        return [_schedule_needs(view, debt, missing)] if missing else []
    instalments = contract.schedule.rows
    fold = f"schedule.{debt.id}"
    shown = instalments if fold in view.unfolded else instalments[:_INSTALMENTS]
    words = view.t(N_("The instalments to come, without the overdue part"))
    made: list[r.Row] = [r.Note(words, "dim"), _table(view, shown)]
    if len(shown) < len(instalments):
        label = view.t(N_("All {count} instalments"), count=len(instalments))
        hint = view.t(N_("in all {amount}"), amount=view.money(contract.schedule.total_paid))
        made.append(r.ActionRow(fold, label, hint, command="unfold", argument=fold))
    return made


def _schedule_needs(view: View, debt: Debt, missing: list[str]) -> r.Row:
    labels = view.t(N_(", ")).join(view.t(question(Debt, name).ask.label) for name in missing)
    words = view.t(N_("The instalments to come are shown once this is known: {answers}"), answers=labels)
    return r.ActionRow("schedule.needs", words, target=target_of(("debts", debt.id, missing[0]), view.case))


def _table(view: View, shown: tuple[Instalment, ...]) -> r.Picture:
    """Day, payment, principal, interest, what is left; where amounts are too long, only day, payment and rest."""
    heads = tuple(view.t(each) for each in (N_("payment"), N_("principal"), N_("interest"), N_("left")))
    cells = [
        tuple(view.money(each) for each in (row.payment, row.principal, row.interest, row.balance)) for row in shown
    ]
    days = [str(row.n) if row.due is None else format_date(row.due) for row in shown]

    def draw(width: int, _ascii: bool) -> list[Line]:
        columns: tuple[int, ...] = (0, 1, 2, 3)
        if any(len(text) >= (width - _DATE) // 4 for row in cells for text in row):
            columns = (0, 3)
        cell = min(14, (width - _DATE) // len(columns))
        drawn = [line(" " * _DATE, *(Span(right(heads[each], cell), "dim") for each in columns))]
        for day, row in zip(days, cells, strict=True):
            drawn.append(line(Span(fit(day, _DATE), "dim"), *(Span(right(row[each], cell)) for each in columns)))
        return drawn

    return r.Picture(draw)
