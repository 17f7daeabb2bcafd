"""The sums behind the ways there are for a shop that loses money: change, rest, close. Sums only, never which to take."""

from datetime import date

from negotiator_tui.case.case import Case
from negotiator_tui.case.kinds import CostGroup
from negotiator_tui.finance.budget import Budget, shop_loses
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.figure import Figure, less, total, unanswered, unless_missing
from negotiator_tui.finance.months import month_of, month_text
from negotiator_tui.text.language import N_


def enough_takings(budget: Budget) -> Figure | None:
    """The takings of a month at which the shop would cover its costs; None where it does, or more sales lose more.

    Costs that move with sales move in proportion: takings × fixed / (takings - moving), up to the fen.
    """
    loss = shop_loses(budget)
    takings = budget.sums.shop_income.fen
    if loss is None or not takings:
        return None
    moving = [flow for flow in budget.flows.shop_costs if flow.with_sales and flow.even is not None]
    fixed = _fixed(budget)
    with_sales = sum(flow.even[0] for flow in moving if flow.even is not None)
    if fixed.fen is None or with_sales >= takings:
        return None
    enough = -(-takings * fixed.fen // (takings - with_sales))
    parts = (
        budget.sums.shop_income,
        Figure(N_("Costs that move with sales"), yuan(with_sales), "sum", tuple(flow.figure(0) for flow in moving)),
        fixed,
    )
    note = N_("takings × fixed costs / (takings less the costs that move with them)")
    return Figure(N_("Takings at which the shop covers its costs"), yuan(enough), "answer", parts, note=note)


def rest_costs(budget: Budget) -> Figure | None:
    """What a month of rest would cost: the costs that do not move with sales; None where the shop loses nothing."""
    if shop_loses(budget) is None:
        return None
    fixed = _fixed(budget)
    return Figure(
        N_("A month of rest, if nothing of it ends"),
        fixed.value,
        fixed.op,
        fixed.parts,
        estimated=fixed.estimated,
        missing=fixed.missing,
        note=N_("the costs that stay without sales; what may end in a rest has to be asked"),
    )


def closing_costs(case: Case, budget: Budget, today: date) -> Figure:
    """What closing would cost once: out of the lease, last wages, less deposits and what stock brings.

    Below zero: so much would come out of it. None while any of it is not answered; never counted as nothing.
    """
    wages = _answer(case, "close_wages", N_("Last wages and compensation"))
    costs = total(N_("To be paid"), (_lease(case, budget, today), wages))
    back = total(
        N_("Comes back"),
        (
            _answer(case, "close_deposit", N_("Deposits that would come back")),
            _answer(case, "close_stock", N_("What stock and equipment would bring")),
        ),
    )
    return unless_missing(less(N_("What closing would cost, once"), costs, back))


def months_of_loss(budget: Budget, closing: Figure) -> int | None:
    """After how many months of going on as now closing has cost less; None where one of both is not known in full."""
    loss = shop_loses(budget)
    if loss is None or not loss.fen or closing.fen is None or closing.missing or loss.missing:
        return None
    return max(0, -(-closing.fen // loss.fen))


def _fixed(budget: Budget) -> Figure:
    flows = [flow for flow in budget.flows.shop_costs if not flow.with_sales]
    return total(N_("Costs that stay without sales"), tuple(flow.figure(0) for flow in flows))


def _answer(case: Case, name: str, label: str) -> Figure:
    amount, source = getattr(case.budget, name), ("budget", name)
    if amount is None:
        return unanswered(label, source)
    return Figure(label, amount, source=source, estimated=name in case.budget.estimated)


def _lease(case: Case, budget: Budget, today: date) -> Figure:
    """The penalty of the lease; without it the rent of the months until it ends."""
    label = N_("To get out of the lease")
    until = case.budget.lease_until
    if case.budget.close_lease is not None or until is None:
        return _answer(case, "close_lease", label)
    months = max(0, month_of(until) - month_of(today) + (1 if until.day > today.day else 0))
    rents = [flow for flow in budget.flows.shop_costs if flow.group is CostGroup.RENT and flow.even is not None]
    if not rents:
        return unanswered(label, ("budget", "close_lease"))
    rent = sum(flow.even[0] for flow in rents if flow.even is not None)
    return Figure(
        label,
        yuan(rent * months),
        "assumed",
        tuple(flow.figure(0) for flow in rents),
        estimated=True,
        source=("budget", "close_lease"),
        note=N_("the rent of {count} months, until {month}; the lease decides"),
        args=(("count", str(months)), ("month", month_text(month_of(until)))),
    )
