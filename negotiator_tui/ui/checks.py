"""Answers that other answers depend on: what gives way to them, and when they must not count for what they would do."""

from collections.abc import Callable
from datetime import date

from negotiator_tui.case.case import Case, find
from negotiator_tui.case.edit import Path, edited, value_at
from negotiator_tui.case.kinds import YesNo
from negotiator_tui.finance.budget import first_due_of
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.months import month_text
from negotiator_tui.finance.plan_basis import basis_of
from negotiator_tui.finance.shares import Shares
from negotiator_tui.finance.shares_hand import WHOLE, Refused
from negotiator_tui.text.amounts import format_amount
from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_

declare(
    {
        "shares.overdue": N_(
            "That would leave {amount} of the instalment of {name} unpaid in {month}, and it is up to date so far. "
            "The shares stay as they were."
        ),
    }
)


def settled(case: Case, path: Path, today: date) -> Case | Fault:
    """The case after an answer at `path`, with what gives way to it; or what is wrong with it."""
    settle = _SETTLED.get((path[0], path[-1]))
    return case if settle is None else settle(case, path[1], today)


def _shares(case: Case, debt_id: str, today: date) -> Case | Fault:
    """Shares of the others by hand give way to this one, the largest first, so that all are no more than the whole."""
    shares = basis_of(case, first_due_of(case, today), today).shares
    if shares is None:
        return case
    counted = {part.debt for part in shares.parts}
    others = [debt for debt in case.debts if debt.id in counted - {debt_id} and debt.share]
    over = sum(debt.share or 0 for debt in case.debts if debt.id in counted) - WHOLE
    for debt in sorted(others, key=lambda each: -(each.share or 0)):
        less = min(max(over, 0), debt.share or 0)
        over -= less
        given = edited(case, ("debts", debt.id, "share"), (debt.share or 0) - less)
        case = case if isinstance(given, Fault) else given
    shares = basis_of(case, first_due_of(case, today), today).shares
    return case if shares is None or shares.refused is None else _refused(case, shares, shares.refused)


def _chosen(case: Case, plan_id: str, _today: date) -> Case | Fault:
    """Only one plan is the one to ask for: the others give way."""
    if value_at(case, ("plans", plan_id, "chosen")) is not YesNo.YES:
        return case
    for plan in case.plans:
        if plan.id != plan_id and plan.chosen is YesNo.YES:
            given = edited(case, ("plans", plan.id, "chosen"), None)
            case = case if isinstance(given, Fault) else given
    return case


def _refused(case: Case, shares: Shares, refused: Refused) -> Fault:
    debt = find(case, "debts", refused.debt)
    return fault(
        "shares.overdue",
        name=(debt.name if debt is not None else None) or refused.debt,
        month=month_text(shares.first + refused.month),
        amount=format_amount(yuan(refused.short_by)),
    )


_SETTLED: dict[tuple[str, str], Callable[[Case, str, date], Case | Fault]] = {
    ("debts", "share"): _shares,
    ("plans", "chosen"): _chosen,
}
