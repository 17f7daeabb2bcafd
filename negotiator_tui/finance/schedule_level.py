"""Level payments, solved exactly: present values are quotients of whole numbers, rounded once (MONEY §3).

Numerators and denominators of period rates are those of a `Span`: rate k is `nums[k] / den`.
"""

from collections.abc import Sequence
from math import gcd

from negotiator_tui.case.kinds import Method
from negotiator_tui.finance.fen import half_up

STEP = 12
"""Repayment months in a block of the stepped methods."""
_GROWTH = {Method.STEPPED_10: (11, 10), Method.STEPPED_20: (6, 5)}


def present_value(weights: Sequence[int], nums: Sequence[int], den: int) -> tuple[int, int]:
    """The present value of `weights` paid at the ends of the periods, as (numerator, denominator): exact.

    Sum over k of weights[k] times the product over j <= k of 1 / (1 + nums[j] / den).
    """
    top, bottom = 0, 1
    for weight, num in zip(reversed(weights), reversed(nums), strict=True):
        top = (weight * bottom + top) * den
        bottom *= den + num
    return top, bottom


def level(balance: int, nums: Sequence[int], den: int) -> int:
    """The equal instalment, in fen, that repays `balance` fen over `len(nums)` periods: fen(B / sum of discounts).

    With equal rates this is the usual annuity formula B·r·(1+r)^n / ((1+r)^n - 1); at rate 0 it is fen(B / n).
    """
    count, num = len(nums), nums[0]
    if nums.count(num) != count:
        top, bottom = present_value([1] * count, nums, den)
        return half_up(balance * bottom, top)
    if num == 0:
        return half_up(balance, count)
    common = gcd(num, den)
    num, den = num // common, den // common
    grown, one = (den + num) ** count, den**count
    return half_up(balance * num * grown, den * (grown - one))


def stepped(balance: int, nums: Sequence[int], den: int, method: Method, done: int) -> list[int]:
    """Instalments that are constant within blocks of twelve and grow by the method's step from block to block.

    Block j pays fen(X (1 + s)^j), X unrounded. `done` repayment months already lie behind (after a change of rate).
    """
    up, down = _GROWTH[method]
    blocks = [(done + k) // STEP for k in range(len(nums))]
    base, last = blocks[0], blocks[-1]
    weights = [up ** (block - base) * down ** (last - block) for block in range(base, last + 1)]
    top, bottom = present_value([weights[block - base] for block in blocks], nums, den)
    amounts = [half_up(balance * weight * bottom, top) for weight in weights]
    return [amounts[block - base] for block in blocks]


def high_part(balance: int, low: int, low_left: int, nums: Sequence[int], den: int) -> int:
    """The later instalment of low-then-high: what repays `balance` after `low_left` instalments of `low` fen.

    0 if the low instalments alone repay it.
    """
    count = len(nums)
    top, bottom = present_value([0] * low_left + [1] * (count - low_left), nums, den)
    paid_top, paid_bottom = present_value([1] * low_left, nums[:low_left], den)
    left = balance * paid_bottom - low * paid_top
    return max(0, half_up(left * bottom, paid_bottom * top))
