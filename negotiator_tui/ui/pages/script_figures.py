"""The figures in the words for a call: what is asked for in a letter too, else a share."""

from dataclasses import dataclass
from decimal import Decimal

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import YesNo
from negotiator_tui.finance.asks import Asks, Fallback, asks_of
from negotiator_tui.finance.figure import Figure
from negotiator_tui.finance.plan_words import payments_in_words, plan_sentence
from negotiator_tui.finance.rungs import Origin, Rungs, rungs_of
from negotiator_tui.guide.script import Way
from negotiator_tui.guide.words import yuan_words
from negotiator_tui.text.amounts import format_yuan
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.plan_line import PlanLine, Words, breaks, plan_line
from negotiator_tui.ui.view import HIDDEN, View

_SUMS = ("monthly", "before", "now", "old_sum", "old_monthly")


@dataclass(frozen=True, slots=True)
class Talk:
    """One debt, one way of speaking, what is asked for, the line of its plan, and its ladder once it has whole asks."""

    debt: Debt
    way: Way
    asks: Asks | None
    line: PlanLine | None
    ladder: Rungs | None = None

    @property
    def planned(self) -> bool:
        """Whether there is something whole to ask for."""
        return self.asks is not None and self.asks.outcome is not None


def talk_about(view: View, debt: Debt, way: Way) -> Talk:
    """What is spoken of, and by which figures."""
    rungs = rungs_of(view.case, debt.id, view.today)
    whole = rungs is not None and rungs.origin is Origin.LADDER and any(each.outcome for each in rungs.asks)
    asks = asks_of(view.case, debt, view.today)
    return Talk(debt, way, asks, plan_line(view, debt), rungs if whole else None)


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
    if ladder is not None and asks is not None:
        first = Figure(N_("First instalment"), asks.monthly, source=("rungs", asks.first.terms.id, "months"))
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
    """What is asked for and the second choice, each in a sentence; without them what may be said a month."""
    asks, line, debt = talk.asks, talk.line, talk.debt
    if asks is not None and asks.outcome is not None:
        return {
            "monthly": yuan_words(asks.monthly),
            "plan": plan_sentence(asks.outcome, debt, view.lang, money),
            "fallback": _fallback(view, asks.fallback, debt, money),
        }
    if line is None or not line.limit or debt.overdue is YesNo.NO:
        return {}
    return {"monthly": yuan_words(line.limit)}


def _fallback(view: View, found: Fallback | None, debt: Debt, money: Words) -> str:
    if found is None:
        return ""
    if found.outcome is not None:
        return plan_sentence(found.outcome, debt, view.lang, money)
    words = N_("an arrangement for {count} months: {payments}; what comes after is settled before they end")
    payments = view.t(N_("; ")).join(payments_in_words(found.payments, view.lang, money))
    return view.t(words, count=len(found.payments), payments=payments)


def _starred(_amount: Decimal) -> str:
    return HIDDEN


def _takings(view: View) -> Decimal | None:
    """What the shop takes now, as roughly answered, else by its lines."""
    answer = view.case.first.takings
    return answer if answer is not None else view.budget.sums.shop_income.value
