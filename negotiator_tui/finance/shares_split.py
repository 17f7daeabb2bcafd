"""Dividing an amount by weight, to the fen, and what each debt can use of it at most (MONEY §7)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Shape
from negotiator_tui.finance.fen import to_fen, yuan


def split(amount: int, weights: Sequence[int], limits: Sequence[int | None] | None = None) -> list[int]:
    """An amount divided by weight: floored to the fen, the odd fen to the largest weight (the first of equals).

    What a part cannot use (its limit; None: no limit) goes to the others. The parts add up to the amount, or to the
    sum of the limits if that is less. Weights of 0 get nothing; if all are 0, so do all.
    """
    parts = [0] * len(weights)
    open_ = [index for index, weight in enumerate(weights) if weight > 0]
    while open_ and amount:
        whole = sum(weights[index] for index in open_)
        cut = {index: amount * weights[index] // whole for index in open_}
        cut[max(open_, key=lambda index: weights[index])] += amount - sum(cut.values())
        full = {index for index in open_ if _over(cut[index], index, limits)}
        if not full:
            for index, part in cut.items():
                parts[index] = part
            break
        for index in full:
            parts[index] = (limits or ())[index] or 0
            amount -= parts[index]
        open_ = [index for index in open_ if index not in full]
    return parts


def _over(part: int, index: int, limits: Sequence[int | None] | None) -> bool:
    limit = None if limits is None else limits[index]
    return limit is not None and part >= limit


def cuts(money: Sequence[int], weights: Sequence[int], limits: Sequence[int | None]) -> list[tuple[int, ...]]:
    """Every month's amount divided: a row for each weight, by month."""
    by_amount = {amount: split(amount, weights, limits) for amount in set(money)}
    return [tuple(by_amount[amount][index] for amount in money) for index in range(len(weights))]


def need_of(debt: Debt) -> Decimal | None:
    """The most a debt can use in a month, in yuan; None where that is not known.

    It is the contract payment, and what is overdue spread over the months left. Where that would not pay the debt off
    (only interest is due, or the instalment is mistyped) it says nothing of what a plan could use.
    """
    payment = debt.instalment if debt.instalment is not None else debt.next_amount
    if debt.shape is not Shape.LOAN or payment is None or not debt.months_left:
        return None
    parts = (debt.overdue_principal, debt.overdue_interest, debt.penalty_due)
    overdue = sum(to_fen(part) for part in parts if part is not None)
    need = to_fen(payment) - -overdue // debt.months_left
    whole = 0 if debt.outstanding is None else to_fen(debt.outstanding)
    return yuan(need) if (need + 1) * debt.months_left >= whole else None


def limit_of(debt: Debt, needs: Mapping[str, Decimal | None] | None = None) -> int | None:
    """The same in fen; `needs` by debt id take its place."""
    need = need_of(debt) if needs is None else needs.get(debt.id)
    return None if need is None else to_fen(need)
