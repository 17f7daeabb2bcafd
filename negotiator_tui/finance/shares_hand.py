"""Shares shifted by hand: what they come to as weights, and when they are not followed (MONEY §7).

A debt that is current and would be kept current by its share of what is owed must not fall overdue by a shift.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import YesNo
from negotiator_tui.finance.budget_contract import called_in
from negotiator_tui.finance.budget_due import Dues

WHOLE = 100
"""Percent of the money that is shared."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a division by hand is not followed: this debt, current so far, would fall overdue in month `month` (counted
    from the first), by `short_by` fen."""

    debt: str
    month: int
    short_by: int


def hand_weights(debts: Sequence[Debt], claims: Mapping[str, int]) -> list[int] | None:
    """Weights where at least one of the debts has a share by hand; None where none has.

    Shares by hand are percent of the whole; the other debts divide the rest by `claims` (fen, by id). Where the shares
    by hand take all of it, the others get nothing; where nobody is left to take a rest, they are taken in proportion.
    """
    given = [debt.share for debt in debts]
    own = sum(share for share in given if share is not None)
    if all(share is None for share in given):
        return None
    others = sum(claims[debt.id] for debt in debts if debt.share is None)
    rest = max(0, WHOLE - own)
    if not others or not rest:
        weights = [share or 0 for share in given]
    else:
        weights = [claims[debt.id] * rest if debt.share is None else debt.share * others for debt in debts]
    return weights if any(weights) else None


def refusal(
    dues: Sequence[Dues],
    months: Mapping[str, Sequence[int]],
    today: date,
    by_claim: Mapping[str, Sequence[int]],
    by_hand: Mapping[str, Sequence[int]],
) -> Refused | None:
    """The first debt that is current and would fall overdue earlier than with its share of what is owed.

    `months` is what falls due on each debt by month, `by_claim` and `by_hand` are its shares, all in fen by debt id.
    """
    found: list[Refused] = []
    for each in dues:
        debt = each.debt
        if debt.id not in by_hand or debt.overdue is YesNo.YES or each.late or called_in(debt, today):
            continue
        for month, due in enumerate(months[debt.id][: len(by_hand[debt.id])]):
            if due > by_claim[debt.id][month]:
                break
            if due > by_hand[debt.id][month]:
                found.append(Refused(debt.id, month, due - by_hand[debt.id][month]))
                break
    return min(found, key=lambda each: each.month, default=None)
