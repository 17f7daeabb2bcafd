"""Who gets what: dues that come first, debts that stay as they are, and the pool shared among the others (MONEY §7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.edit import Path
from negotiator_tui.case.kinds import IfUnpaid, OwedFor, Shape, YesNo
from negotiator_tui.finance.budget import Budget
from negotiator_tui.finance.budget_arrears import due_leaf
from negotiator_tui.finance.budget_contract import called_in
from negotiator_tui.finance.budget_due import Dues
from negotiator_tui.finance.fen import to_fen
from negotiator_tui.finance.figure import Figure, derived, less
from negotiator_tui.finance.months import HORIZON, month_of, month_text
from negotiator_tui.finance.shares_hand import Refused, hand_weights, refusal
from negotiator_tui.finance.shares_split import cuts, limit_of
from negotiator_tui.text.language import N_

NEAR = 12
"""Months in which a current debt has to be affordable to be kept as it is."""


class Role(StrEnum):
    """Where the money for a debt comes from."""

    PRIORITY = "priority"
    FIXED = "fixed"
    SHARED = "shared"


@dataclass(frozen=True, slots=True)
class Pool:
    """What is left for the shares in each month, in fen; `signed` below zero where the dues before it take more."""

    signed: tuple[int, ...]

    @property
    def money(self) -> tuple[int, ...]:
        """The pool itself: never below zero."""
        return tuple(max(0, fen) for fen in self.signed)


@dataclass(frozen=True, slots=True)
class Share:
    """One debt's part of the pool in each month, in fen: of the normal pool, and of the pool of a bad month."""

    debt: str
    weight: int
    normal: tuple[int, ...]
    safe: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Shares:
    """The division of the money for debts over sixty months from month `first`. All amounts in fen.

    `shortage` is what the priority dues need beyond the money of the month. `missing` are dues of debts to be paid as
    they are, and balances of shared ones, that are not answered: the pool may be smaller. `by_hand` says that the
    borrower's own division is followed, `refused` why one that was wished for is not.
    """

    first: int
    roles: Mapping[str, Role]
    priority: tuple[int, ...]
    fixed: tuple[int, ...]
    pool: Pool
    safe_pool: Pool
    shortage: tuple[int, ...]
    parts: tuple[Share, ...]
    missing: tuple[Path, ...]
    by_hand: bool = False
    refused: Refused | None = None

    def of(self, debt_id: str) -> Share | None:
        """The share of one debt, or None if it is not among the shared ones."""
        return next((part for part in self.parts if part.debt == debt_id), None)

    def signed(self, debt_id: str, *, bad: bool) -> tuple[int, ...] | None:
        """One debt's money by month, below zero by its part of what is missing where the dues before it take more."""
        part = self.of(debt_id)
        if part is None:
            return None
        whole = sum(each.weight for each in self.parts)
        money, pool = (part.safe, self.safe_pool) if bad else (part.normal, self.pool)
        return tuple(
            have if total >= 0 or not whole else total * part.weight // whole
            for have, total in zip(money, pool.signed, strict=True)
        )


def shares_of(
    budget: Budget,
    claims: Mapping[str, Decimal],
    today: date,
    *,
    weights: Mapping[str, Decimal] | None = None,
    needs: Mapping[str, Decimal | None] | None = None,
) -> Shares | None:
    """The shares of a case's budget; None where it is not known what is there for debts.

    `claims` are what is owed on each debt today, by debt id, frozen for all months; `weights` take their place, by
    default those the borrower gave by hand. `needs` are the most a debt can use in a month (None: no limit); without them `need_of`.
    """
    series = budget.series
    if series is None:
        return None
    begin = budget.first - budget.month
    normal = series.normal[begin : begin + HORIZON]
    safe = series.safe[begin : begin + HORIZON]
    months = {each.debt.id: each.by_month(budget.first, HORIZON) for each in budget.dues}
    roles = roles_of(budget.dues, months, normal, today)
    priority = _sum_of(months, roles, Role.PRIORITY)
    fixed = _sum_of(months, roles, Role.FIXED)
    pool = Pool(tuple(_less(normal, priority, fixed)))
    safe_pool = Pool(tuple(_less(safe, priority, fixed)))
    shared = [each.debt for each in budget.dues if roles[each.debt.id] is Role.SHARED]
    known = claims if weights is None else weights
    counted = [debt for debt in shared if debt.id in known]
    limits = [limit_of(debt, needs) for debt in counted]
    own = {debt.id: to_fen(claims[debt.id]) for debt in counted if debt.id in claims}
    typed = None if weights is None else [to_fen(weights[debt.id]) for debt in counted]
    wished = hand_weights(counted, own) if typed is None else typed
    weight = [own.get(debt.id, 0) for debt in counted]
    made = [cuts(each.money, weight, limits) for each in (pool, safe_pool)]
    refused = None
    if wished is not None:
        shifted = [cuts(each.money, wished, limits) for each in (pool, safe_pool)]
        refused = refusal(budget.dues, months, today, _named(counted, made[0]), _named(counted, shifted[0]))
        if refused is None:
            weight, made = wished, shifted
    return Shares(
        first=budget.first,
        roles=roles,
        priority=priority,
        fixed=fixed,
        pool=pool,
        safe_pool=safe_pool,
        shortage=tuple(max(0, due - max(0, money)) for due, money in zip(priority, normal, strict=True)),
        parts=tuple(
            Share(debt.id, weight[index], made[0][index], made[1][index]) for index, debt in enumerate(counted)
        ),
        missing=(
            *(path for each in budget.dues if roles[each.debt.id] is not Role.SHARED for path in each.missing),
            *(("debts", debt.id, "outstanding") for debt in shared if debt.id not in known),
        ),
        by_hand=wished is not None and refused is None,
        refused=refused,
    )


def _named(debts: Sequence[Debt], rows: Sequence[tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
    return {debt.id: row for debt, row in zip(debts, rows, strict=True)}


def comes_first(debt: Debt) -> bool:
    """Whether not paying a debt costs home, work or freedom soonest.

    Wages, rent, utilities and taxes always; a supplier one cannot do without, the pawn of a work tool; and whatever
    else the borrower answers so.
    """
    if debt.shape is Shape.ARREARS and debt.owed_for in _FIRST:
        return True
    if debt.if_unpaid not in {None, IfUnpaid.UNSURE}:
        return debt.if_unpaid is not IfUnpaid.PENALTY
    if debt.shape is Shape.ARREARS and debt.owed_for is OwedFor.SUPPLIER:
        return debt.still_supplies is not YesNo.NO
    return debt.shape is Shape.PAWN and debt.tool_of_trade is YesNo.YES


_FIRST = {OwedFor.WAGES, OwedFor.RENT, OwedFor.UTILITIES, OwedFor.TAX, OwedFor.SOCIAL}
_NEGOTIATED = {Shape.LOAN, Shape.CARD, Shape.BILL}


def roles_of(
    dues: Sequence[Dues], months: Mapping[str, Sequence[int]], money: Sequence[int], today: date
) -> dict[str, Role]:
    """The role of each debt.

    Overdue loans, cards and bills are shared unless the borrower says no. Current ones are kept as they are as far as
    the money of the next twelve months carries them, the smallest first: no share takes what keeps a debt current.
    """
    roles: dict[str, Role] = {}
    current: list[Dues] = []
    left = list(money[:NEAR])
    for each in dues:
        debt = each.debt
        open_to = debt.shape in _NEGOTIATED and debt.negotiable is not YesNo.NO and not each.agreed
        if comes_first(debt) and not (open_to and debt.negotiable is YesNo.YES):
            roles[debt.id] = Role.PRIORITY
        elif not open_to:
            roles[debt.id] = Role.FIXED
        elif debt.overdue is YesNo.YES or each.late or called_in(debt, today):
            roles[debt.id] = Role.SHARED
            continue
        else:
            current.append(each)
            continue
        left = [have - due for have, due in zip(left, months[debt.id][:NEAR], strict=True)]
    for each in sorted(current, key=lambda each: max(months[each.debt.id][:NEAR])):
        needed = months[each.debt.id][:NEAR]
        affordable = all(due <= have for due, have in zip(needed, left, strict=True) if due)
        roles[each.debt.id] = Role.FIXED if affordable else Role.SHARED
        if affordable:
            left = [have - due for have, due in zip(left, needed, strict=True)]
    return roles


def _sum_of(months: Mapping[str, Sequence[int]], roles: Mapping[str, Role], role: Role) -> tuple[int, ...]:
    chosen = [months[debt_id] for debt_id, its_role in roles.items() if its_role is role]
    return tuple(sum(month) for month in zip(*chosen, strict=True)) if chosen else (0,) * HORIZON


def _less(money: Sequence[int], priority: Sequence[int], fixed: Sequence[int]) -> list[int]:
    return [have - first - kept for have, first, kept in zip(money, priority, fixed, strict=True)]


def pool_figure(budget: Budget, shares: Shares, index: int, *, bad: bool = False) -> Figure | None:
    """The pool of the month `index` months from the first one, signed, with the dues that come before it.

    None for a month outside the horizon.
    """
    month = shares.first + index
    sums = budget.sums_of(month_text(month), bad=bad)
    if sums is None:
        return None
    groups = ((N_("Comes first"), Role.PRIORITY), (N_("Kept as it is"), Role.FIXED))
    parts = []
    for label, role in groups:
        chosen = [each for each in budget.dues if shares.roles[each.debt.id] is role]
        rows = [(each.debt, row) for each in chosen for row in each.rows if month_of(row.day) == month and not row.lump]
        leaves = tuple(due_leaf(debt, row) for debt, row in rows)
        parts.append(derived(label, sum(each.in_month(month) for each in chosen), "sum", leaves))
    return less(N_("Left for the debts to negotiate"), sums.for_debts, *parts)
