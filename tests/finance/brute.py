"""The search done the slow way: every choice of a grid in whole fen, one after the other. It shares no code with it."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

ORDER = ("equal-instalment", "equal-principal", "interest-only", "stepped-10", "stepped-20", "low-then-high")


@dataclass(frozen=True)
class Owed:
    """What a grid is about. `rates` are fractions a year, ascending, the contract's last; `low` is (fen, month)."""

    principal: int
    interest: int
    penalty: int
    rates: tuple[Fraction, ...]
    contract_months: int
    contract_method: str
    paid: tuple[int, ...]
    low: tuple[int, int] | None
    months: range
    graces: range
    methods: tuple[str, ...] = ORDER


@dataclass(frozen=True)
class Found:
    order: tuple
    method: str
    months: int
    grace: int
    kind: str
    rate: Fraction
    waiver: int
    paid_now: int
    total: int
    concession: int
    payments: tuple[int, ...]

    @property
    def beaten_by(self) -> tuple:
        return (self.order[0], self.order[3], self.grace, self.paid_now)


def half_up(top: int, bottom: int) -> int:
    return (2 * top + bottom) // (2 * bottom) if top >= 0 else -half_up(-top, bottom)


@cache
def factor(rate: Fraction, weights: tuple[int, ...]) -> tuple[int, int]:
    """Present value of the weights at a monthly rate, as a fraction."""
    up, down, power, total = rate.denominator, rate.denominator + rate.numerator, 1, 0
    for weight in reversed(weights):
        total = weight * power * up + total * up
        power *= down
    return total, power


def instalments(owed: Owed, method: str, balance: int, rate: Fraction, count: int, low_left: int) -> list[int] | None:
    if method in {"stepped-10", "stepped-20"}:
        up, down = (11, 10) if method == "stepped-10" else (6, 5)
        last = (count - 1) // 12
        weights = tuple(up ** (k // 12) * down ** (last - k // 12) for k in range(count))
        top, bottom = factor(rate, weights)
        return [half_up(balance * weight * bottom, top) for weight in weights]
    if method == "low-then-high":
        low = owed.low[0]
        top, bottom = factor(rate, (1,) * low_left)
        high_top, high_bottom = factor(rate, (0,) * low_left + (1,) * (count - low_left))
        high = half_up((balance * bottom - low * top) * high_bottom, bottom * high_top)
        return None if high <= low else [low] * low_left + [high] * (count - low_left)
    top, bottom = factor(rate, (1,) * count)
    return [half_up(balance * bottom, top)] * count


def spread(amount: int, count: int) -> list[int]:
    share, left, parts = half_up(amount, count), amount, []
    for number in range(count):
        parts.append(left if number == count - 1 else min(share, left))
        left -= parts[-1]
    return parts


def plain_rows(owed, method, balance, rate, months, grace, kind):
    """Yield payments without parked sums, month by month; None where an instalment is below its interest."""
    top, bottom = rate.numerator, rate.denominator
    for _ in range(grace):
        interest = half_up(balance * top, bottom)
        yield interest if kind == "paid" else 0
        balance += 0 if kind == "paid" else interest
    count = months - grace
    if method in {"equal-principal", "interest-only"}:
        share = half_up(balance, count) if method == "equal-principal" else 0
        for number in range(count):
            part = balance if number == count - 1 else min(share, balance)
            yield part + half_up(balance * top, bottom)
            balance -= part
        return
    low_left = owed.low[1] - grace if method == "low-then-high" else 0
    given = instalments(owed, method, balance, rate, count, low_left)
    if given is None:
        yield None
        return
    for number, pay in enumerate(given):
        interest = half_up(balance * top, bottom)
        if number == count - 1 or pay - interest > balance:
            part = balance
        elif pay < interest:
            yield None
            return
        else:
            part = pay - interest
        yield part + interest
        balance -= part


def one(owed: Owed, pool, method, months, grace, kind, number, waiver, paid_now) -> Found | None:
    """One choice, or None at the first month it breaks."""
    older = owed.interest + owed.penalty - (owed.penalty if waiver else 0) - (owed.interest if waiver == 2 else 0)
    to_older = min(paid_now, older)
    older -= to_older
    balance = owed.principal - min(paid_now - to_older, owed.principal)
    if balance == 0 and older == 0:
        return None
    low_left = owed.low[1] - grace if owed.low and method == "low-then-high" else 0
    if method == "low-then-high" and not (owed.low and 0 < low_left < months - grace):
        return None
    begins = grace + low_left
    extra = [0] * begins + spread(older, months - begins)
    rate = owed.rates[number] / 12
    payments, plain = [], []
    for month, pay in enumerate(plain_rows(owed, method, balance, rate, months, grace, kind)):
        if pay is None:
            return None
        whole = pay + extra[month]
        if whole and (month >= len(pool) or whole > pool[month]):
            return None
        plain.append(pay)
        payments.append(whole)
    top, bottom = factor(owed.rates[-1] / 12, tuple(plain))
    claim = owed.principal + owed.interest + owed.penalty
    given = (claim - paid_now - older) * bottom - top
    concession = 0 if abs(given) < 100 * bottom else half_up(given, 100 * bottom)
    total = paid_now + sum(payments)
    cut = waiver > 0 or number < len(owed.rates) - 1
    order = (
        2 * concession + 1 if cut else 2 * concession,
        paid_now,
        grace,
        max(0, months - owed.contract_months),
        int(method != owed.contract_method),
        waiver,
        -number,
        total,
        ORDER.index(method),
        0 if kind == "paid" else 1,
    )
    return Found(order, method, months, grace, kind, owed.rates[number], waiver, paid_now, total, concession,
                 tuple(payments))  # fmt: skip


def everything(owed: Owed, pool) -> list[Found]:
    """Every choice that fits, in the order."""
    found = []
    for method in owed.methods:
        for months in owed.months:
            for grace in owed.graces:
                if grace >= months or (grace and method == "interest-only"):
                    continue
                for kind in ("paid", "added") if grace else ("paid",):
                    for number in range(len(owed.rates)):
                        for waiver in range(3):
                            for paid_now in owed.paid:
                                made = one(owed, pool, method, months, grace, kind, number, waiver, paid_now)
                                if made is not None:
                                    found.append(made)
    return sorted(found, key=lambda each: each.order)


def undominated(found: list[Found]) -> list[Found]:
    """Those not beaten by another; of equals the first in the order."""
    kept: list[Found] = []
    for each in found:
        mine = each.beaten_by
        if not any(all(a <= b for a, b in zip(other.beaten_by, mine, strict=True)) for other in kept):
            kept.append(each)
    return kept
