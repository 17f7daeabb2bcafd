"""Many futures made of the borrower's own months: not a forecast, only how often those months would have sufficed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from negotiator_tui.finance.savings import CARRIED

LEAST_MONTHS = 12
"""Own months below which nothing is drawn: fewer tell nothing about a year."""
DRAWS = 2_000
MONTHS = 60
_MASK = 2**64 - 1


@dataclass(frozen=True, slots=True)
class Draws:
    """`kept[k]` is how many of `draws` futures had paid everything up to month k + 1. `seed` makes them again."""

    draws: int
    own_months: int
    seed: int
    kept: tuple[int, ...]

    @property
    def survived(self) -> int:
        """How many futures paid everything."""
        return self.kept[-1] if self.kept else self.draws


def draws(payments: Sequence[int], own: Sequence[int], seed: int, count: int = DRAWS) -> Draws | None:
    """Pay `payments` (at most sixty) from months drawn at random from `own`, both in fen, `count` times.

    `own` is what really was left for this debt in each of the borrower's own months, below zero where money was
    missing. What a month leaves over is kept, at most that of the last six. None with fewer than twelve own months.
    """
    if len(own) < LEAST_MONTHS:
        return None
    months = tuple(payments[:MONTHS])
    broke = [0] * (len(months) + 1)
    chances = _chances(seed, len(own))
    for _ in range(count):
        saved = 0
        left = [0] * CARRIED
        for number, payment in enumerate(months):
            rest = own[next(chances)] - payment
            if payment and saved + rest < 0:
                broke[number] += 1
                break
            left[number % CARRIED] = max(0, rest)
            saved = min(max(0, saved + rest), sum(left))
    kept, remaining = [], count
    for number in range(len(months)):
        remaining -= broke[number]
        kept.append(remaining)
    return Draws(count, len(own), seed, tuple(kept))


def _chances(seed: int, sides: int) -> Iterator[int]:
    """Numbers below `sides`, the same for the same seed: a linear congruence of 64 bits, of which the upper are used."""
    state = (seed * 2 + 1) & _MASK
    for _ in range(4):
        state = (state * 6364136223846793005 + 1442695040888963407) & _MASK
    while True:
        state = (state * 6364136223846793005 + 1442695040888963407) & _MASK
        yield (state >> 32) * sides >> 32
