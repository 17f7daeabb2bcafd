"""How much a month may be said about one debt: by the plan to ask for, else by its share in a bad month."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.edit import Path
from negotiator_tui.finance.calendar import default_first_due
from negotiator_tui.finance.fen import to_fen, yuan
from negotiator_tui.finance.figure import Figure
from negotiator_tui.finance.offer import Outcome
from negotiator_tui.finance.plan_basis import Basis, basis_of
from negotiator_tui.finance.plan_figures import instalment_figure
from negotiator_tui.finance.plans import PlanResult, TermResult, chosen_plan, plan_result
from negotiator_tui.finance.schedule import Schedule, schedule
from negotiator_tui.finance.shares import NEAR, pool_figure
from negotiator_tui.text.language import N_
from negotiator_tui.ui.view import View

Words = Callable[[Decimal], str]


@dataclass(frozen=True, slots=True)
class PlanLine:
    """The line for one debt: the most a month, and the plan's terms it comes from (None without a plan)."""

    figure: Figure
    term: TermResult | None = None
    arranged: bool = False
    """Whether it is an instalment agreed before, rather than one to ask for."""

    @property
    def remark(self) -> str:
        """What the figure is, as a msgid; empty where its label says it."""
        if self.arranged:
            return ""
        if self.outcome is None and not self.figure.value:
            return N_("nothing is left for it now: name no figure")
        return N_("a month at most, until there is a plan") if self.outcome is None else N_("a month, as in your plan")

    @property
    def limit(self) -> Decimal | None:
        """The most a month, in yuan; None where it is not known."""
        return self.figure.value

    @property
    def outcome(self) -> Outcome | None:
        """The plan worked out; None without one."""
        return self.term.outcome if self.term is not None and isinstance(self.term.outcome, Outcome) else None


def current_plan(view: View) -> PlanResult | None:
    """The plan to ask for, worked out."""
    plan = chosen_plan(view.case)
    return None if plan is None else plan_result(view.case, plan, view.today)


def current_basis(view: View) -> Basis:
    """The money of the coming months, from the next one on."""
    return basis_of(view.case, default_first_due(view.today), view.today)


def plan_line(view: View, debt: Debt) -> PlanLine | None:
    """The line for a debt: the first instalment of the plan, an arrangement's own, or its share; None while unknown."""
    term = _term(view, debt)
    if term is not None and isinstance(term.outcome, Outcome):
        return PlanLine(_instalment(term.outcome, ("terms", term.terms.id, "months")), term)
    if debt.agreed_monthly is not None:
        path = ("debts", debt.id, "agreed_monthly")
        return PlanLine(Figure(N_("Agreed to pay a month"), debt.agreed_monthly, source=path), arranged=True)
    share = _share(view, debt)
    return None if share is None else PlanLine(share)


def breaks(view: View, line: PlanLine) -> str:
    """In words the first month that does not carry the plan, in a usual or in a bad month; empty where all do."""
    if line.term is None or line.term.trial is None:
        return ""
    trial = line.term.trial
    usual = N_("This plan is {amount} short in {month}. Change it before you ask for it.")
    bad = N_("In a bad month this plan is {amount} short in {month}. Change it before you ask for it.")
    for fit, words in ((trial.fit, usual), (trial.hold, bad)):
        if fit.breaks_in is not None and not fit.kept:
            return view.t(words, amount=view.money(yuan(fit.short_by)), month=trial.month(fit.breaks_in))
    return ""


def sooner(line: PlanLine, more: Decimal) -> int:
    """How many months earlier a plan ends if its level instalment is so many yuan higher; 0 where it has none."""
    if line.outcome is None or not line.outcome.schedule.level_fen:
        return 0
    made = line.outcome.schedule
    faster = schedule(replace(made.terms, instalment=yuan(made.level_fen + to_fen(more))))
    return _paid_off(made) - _paid_off(faster) if isinstance(faster, Schedule) else 0


def _paid_off(made: Schedule) -> int:
    """The month after which no principal is owed, counted from 1."""
    return next((month for month, balance in enumerate(made.balance_fen, 1) if not balance), 0)


def _term(view: View, debt: Debt) -> TermResult | None:
    found = current_plan(view)
    return None if found is None else next((each for each in found.terms if each.debt.id == debt.id), None)


def _first_payment(outcome: Outcome) -> tuple[int, int]:
    """The first payment that is not 0.00, in fen, and its month counted from 0."""
    return next(((fen, month) for month, fen in enumerate(outcome.payments_fen) if fen), (0, 0))


def _instalment(outcome: Outcome, source: Path) -> Figure:
    """The first payment: the instalment, or the interest of the first months of grace."""
    fen, month = _first_payment(outcome)
    if month >= outcome.proposal.grace_months:
        return instalment_figure(outcome, source)
    return Figure(N_("First instalment"), yuan(fen), source=source, note=N_("only the interest, in the grace months"))


def _share(view: View, debt: Debt) -> Figure | None:
    """The smallest share of the next twelve months if each were a bad one."""
    basis = current_basis(view)
    part = None if basis.shares is None else basis.shares.of(debt.id)
    if part is None or basis.shares is None or basis.shares.missing or not basis.budget.judgeable:
        return None
    least = min(part.safe[:NEAR])
    pool = pool_figure(basis.budget, basis.shares, part.safe.index(least), bad=True)
    note = N_("Shared by what is owed on each debt; this is the part of the leanest of twelve bad months.")
    return Figure(N_("Share of this debt"), yuan(least), parts=() if pool is None else (pool,), note=note)
