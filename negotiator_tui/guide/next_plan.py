"""Next things that follow from the money: the shop that loses, no money for debts, a plan that is missing or breaks."""

from decimal import Decimal

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import YesNo
from negotiator_tui.finance.asks import asks_of
from negotiator_tui.finance.budget import budget_of
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.offer import Outcome
from negotiator_tui.finance.plan_basis import basis_of
from negotiator_tui.finance.plans import PlanResult, chosen_plan, plan_result
from negotiator_tui.finance.rungs import Origin, rungs_of
from negotiator_tui.guide.action import Action, Now, action


def shop_loses(now: Now) -> Action | None:
    """The shop loses money before any debt. It stays first until a plan was begun or somebody was spoken to."""
    case = now.case
    if case.plans or case.contacts or case.sent:
        return None
    shop = budget_of(case, now.today).shop
    if shop.value is None or shop.value >= 0 or shop.missing:
        return None
    return action("shop-loss", now, amount=-shop.value)


def plan(now: Now) -> Action | None:
    """A plan for each debt to be negotiated, chosen, that can be paid, and if possible in a bad month too.

    Where the next twelve months together leave nothing for debts, the way for that instead of a plan.
    """
    case = now.case
    chosen = chosen_plan(case)
    covered = set() if chosen is None else {term.debt for term in case.terms if term.plan == chosen.id}
    uncovered = [debt for debt in now.negotiated if debt.id not in covered]
    if uncovered and basis_of(case, now.today, now.today).deficit:
        return action("deficit", now)
    if uncovered:
        return action("plan-missing", now, ("debts", uncovered[0].id), debt=uncovered[0].name or "")
    if chosen is None:
        return None
    if len(case.plans) > 1 and chosen.chosen is not YesNo.YES and now.negotiated:
        return action("plan-choose", now, ("plans", chosen.id, "chosen"))
    return _fitting(plan_result(case, chosen, now.today), now)


def _fitting(result: PlanResult, now: Now) -> Action | None:
    """Whether the plan can be paid; debts with an agreement have gone beyond it."""
    open_debts = {debt.id for debt in now.negotiated}
    if not any(term.debt.id in open_debts for term in result.terms):
        return None
    for term in result.terms:
        if not isinstance(term.outcome, Outcome) and term.debt.id in open_debts:
            path = term.needs or ("terms", term.terms.id)
            return action("plan-missing", now, path, debt=term.debt.name or "")
    trial = result.trial
    if trial is None:
        return None
    path = ("terms", _to_change(result, open_debts), "months")
    fit, hold = trial.fit, trial.hold
    if fit.breaks_in is not None and not fit.kept:
        return action("plan-breaks", now, path, month=trial.month(fit.breaks_in), amount=yuan(fit.short_by))
    if hold.breaks_in is not None and not hold.kept and not any(map(now.called, open_debts)):
        return action("plan-bad-month", now, path, month=trial.month(hold.breaks_in), amount=yuan(hold.short_by))
    return None


def _to_change(result: PlanResult, open_debts: set[str]) -> str:
    """The terms to change first: those that break on their own money, else the first that are still open."""
    terms = [term for term in result.terms if term.debt.id in open_debts]
    broken = (term for term in terms if term.trial is not None and not (term.trial.fit.ok and term.trial.hold.ok))
    return next(broken, terms[0]).terms.id


def call(now: Now) -> Action | None:
    """A lender to be called: nobody has spoken to it on the phone, and it has offered nothing."""
    offered = {offer.debt for offer in now.case.offers}
    for debt in now.negotiated:
        if debt.id not in offered and not now.called(debt.id):
            most = _most(now, debt)
            path = ("debts", debt.id)
            lender = debt.lender or debt.name or ""
            if most is None:
                return action("call-open", now, path, lender=lender)
            return action("call", now, path, lender=lender, amount=most)
    return None


def _most(now: Now, debt: Debt) -> Decimal | None:
    """The line of the debt's ladder; without one the first payment of what is asked for."""
    rungs = rungs_of(now.case, debt.id, now.today)
    if rungs is not None and rungs.origin is Origin.LADDER and rungs.line is not None:
        return rungs.line.first
    asks = asks_of(now.case, debt, now.today)
    return None if asks is None else asks.monthly
