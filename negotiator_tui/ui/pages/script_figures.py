"""The figures in the words for a call: by the ladder if there is one, else by the plan, else a share."""

from dataclasses import dataclass
from decimal import Decimal

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import YesNo
from negotiator_tui.finance.figure import Figure
from negotiator_tui.finance.plan_words import plan_sentence
from negotiator_tui.finance.rungs import Asked, Origin, Rungs, rungs_of
from negotiator_tui.guide.script import Way
from negotiator_tui.guide.words import yuan_words
from negotiator_tui.text.amounts import format_yuan
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.plan_line import PlanLine, Words, breaks, fallback, plan_line, request
from negotiator_tui.ui.view import HIDDEN, View

_SUMS = ("monthly", "before", "now", "old_sum", "old_monthly")


@dataclass(frozen=True, slots=True)
class Talk:
    """One debt, one way of speaking, the line of its plan, and the ladder where one was taken over."""

    debt: Debt
    way: Way
    line: PlanLine | None
    ladder: Rungs | None = None

    @property
    def asks(self) -> tuple[Asked, ...]:
        """The asks of the ladder that are worked out, in the order in which they are made."""
        return () if self.ladder is None else tuple(each for each in self.ladder.asks if each.outcome is not None)

    @property
    def planned(self) -> bool:
        """Whether there is something whole to ask for."""
        return bool(self.asks) or (self.line is not None and self.line.outcome is not None)


def talk_about(view: View, debt: Debt, way: Way) -> Talk:
    """What is spoken of, and by which figures."""
    rungs = rungs_of(view.case, debt.id, view.today)
    own = rungs if rungs is not None and rungs.origin is Origin.LADDER else None
    return Talk(debt, way, plan_line(view, debt), own)


def figures_said(view: View, talk: Talk, *, hide: bool) -> dict[str, str]:
    """What the case fills in, sums without unit; stars in place of them where they are hidden."""
    debt = talk.debt
    figures = {
        "before": yuan_words(view.case.hardship.takings_before),
        "now": yuan_words(_takings(view)),
        "old_sum": yuan_words(debt.outstanding),
        "old_monthly": yuan_words(debt.agreed_monthly),
        **_asked(view, talk, _starred if hide else format_yuan),
    }
    return figures | {name: HIDDEN for name in _SUMS if figures.get(name)} if hide else figures


def line_figures(view: View, talk: Talk) -> list[r.Row]:
    """The amounts that may be said, and where they come from."""
    ladder, asks, line = talk.ladder, talk.asks, talk.line
    if ladder is not None and asks:
        first = Figure(N_("First instalment"), asks[0].monthly, source=("rungs", asks[0].rung, "months"))
        rows: list[r.Row] = [r.FigureRow(first, view.t(N_("a month, by your first ask")))]
        if ladder.line is not None:
            most = Figure(N_("Never more a month than"), ladder.line.first, source=("ladders", ladder.ladder, "line"))
            rows.append(r.FigureRow(most, view.t(N_("your line"))))
        return rows
    if line is None:
        return []
    words = breaks(view, line)
    broken = [r.ActionRow("breaks", words, target=r.Target("plan"), style="warn")] if words else []
    return [r.FigureRow(line.figure, view.t(line.remark)), *broken]


def _asked(view: View, talk: Talk, money: Words) -> dict[str, str]:
    """What is asked for, and the second choice: the ladder's asks in their order, else the plan's."""
    asks, line, debt = talk.asks, talk.line, talk.debt
    if asks:
        said = [plan_sentence(each.outcome, debt, view.lang, money) for each in asks if each.outcome is not None]
        return {"monthly": yuan_words(asks[0].monthly), "plan": said[0], "fallback": "".join(said[1:2])}
    if line is None or (line.outcome is None and debt.overdue is YesNo.NO):
        return {}
    monthly = {"monthly": yuan_words(line.limit) if line.limit else ""}
    if line.outcome is None:
        return monthly
    return {**monthly, "plan": request(view, line, debt, money), "fallback": fallback(view, line, debt, money)}


def _starred(_amount: Decimal) -> str:
    return HIDDEN


def _takings(view: View) -> Decimal | None:
    """What the shop takes now, as roughly answered, else by its lines."""
    answer = view.case.first.takings
    return answer if answer is not None else view.budget.sums.shop_income.value
