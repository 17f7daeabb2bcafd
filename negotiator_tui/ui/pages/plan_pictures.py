"""Pictures of a plan: what is there each month and where it does not reach, and how the balance falls."""

from negotiator_tui.finance.offer import Outcome
from negotiator_tui.finance.plan_trial import Trial
from negotiator_tui.finance.plans import TermResult
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.charts import bars
from negotiator_tui.ui.ink import Line, Span, Style, line
from negotiator_tui.ui.pages.plan_term import unsettled
from negotiator_tui.ui.view import View

_PER_POINT = 2
"""Cells a month takes."""


def pictures(view: View, result: TermResult) -> list[r.Row]:
    """Month by month what is there for the debt, marked where a payment does not fit; and how the balance falls."""
    outcome = result.outcome
    if not isinstance(outcome, Outcome):
        return []
    rows: list[r.Row] = []
    trial = result.trial
    if trial is not None and trial.payments and not unsettled(trial):
        rows += [
            r.Heading(view.t(N_("Payment by payment"))),
            r.Note(
                view.t(
                    N_("What is there for it each month. Coloured: a bad month is short. Marked: a usual one is.")
                    if trial.fit.kept is trial.fit.ok
                    else N_("What is there for it each month. Coloured: it lives on what was put by before.")
                ),
                "dim",
            ),
            r.Picture(lambda width, ascii_only: _money_bars(trial, width, ascii_only=ascii_only)),
        ]
    balances = outcome.schedule.balance_fen
    rows += [
        r.Note(view.t(N_("What is still owed after each payment")), "dim"),
        r.Picture(lambda width, ascii_only: _balance_bars(balances, width, ascii_only=ascii_only)),
    ]
    return rows


def _groups(count: int, width: int) -> list[range]:
    """Months put together so that all of them fit into the width."""
    points = max(1, width // _PER_POINT)
    size = -(-count // points)
    return [range(begin, min(begin + size, count)) for begin in range(0, count, size)]


def _money_bars(trial: Trial, width: int, *, ascii_only: bool) -> list[Line]:
    count = min(len(trial.payments), len(trial.usual))
    groups = _groups(count, width)
    money = trial.money(bad=False)
    values = [min(money[month] for month in group) for group in groups]
    styles: list[Style] = [_tone(trial, group) for group in groups]
    marks = "".join(("!" if tone == "warn" else " ") + " " for tone in styles)
    drawn = bars(values, 3, cells=_PER_POINT, ascii_only=ascii_only, styles=styles)
    return [*drawn, line(Span(marks, "warn"))] if marks.strip() else drawn


def _tone(trial: Trial, group: range) -> Style:
    def short(money: tuple[int, ...]) -> bool:
        return any(trial.payments[month] > money[month] for month in group if trial.payments[month])

    if short(trial.usual):
        return "accent" if trial.fit.kept else "warn"
    return "accent" if short(trial.bad) else "good"


def _balance_bars(balances: tuple[int, ...], width: int, *, ascii_only: bool) -> list[Line]:
    groups = _groups(len(balances), width)
    values = [max(balances[group[-1]], 0) for group in groups]
    while len(values) > 1 and not values[-1]:
        values.pop()  # a debt that is paid off is no low mark
    styles: list[Style] = ["dim"] * len(values)
    return bars(values, 2, cells=_PER_POINT, ascii_only=ascii_only, styles=styles)
