"""Many futures made of the borrower's own months: not a forecast, only how often those months would have sufficed."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass

from negotiator_tui.finance.plan_basis import Basis
from negotiator_tui.finance.savings import CARRIED
from negotiator_tui.finance.what_if import left_for_debts, part_of, with_takings
from negotiator_tui.text.language import N_, Lang, t

LEAST_MONTHS = 12
"""Own months below which nothing is drawn: fewer tell nothing about a year."""
DRAWS = 2_000
MONTHS = 60
SEED = 1
"""What the draws begin with where nothing else is said, so that everybody sees the same ones."""
SLICE = 50
"""Futures between two pauses."""
_MASK = 2**64 - 1
_FACTOR, _STEP = 6364136223846793005, 1442695040888963407


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


def draws_words(made: Draws | None, own: int, lang: Lang) -> str:
    """What the draws say, in a sentence; without them how many of the borrower's months (`own`) there are."""
    if made is None:
        return t(
            lang,
            N_("With {least} whole months of statements it could be tried on your own months too; {count} are there."),
            least=LEAST_MONTHS,
            count=own,
        )
    return t(
        lang,
        N_(
            "Your own {own} months, drawn {draws} times in any order: {kept} times every payment could be made. "
            "They are your own months, not a forecast (draw no. {seed})."
        ),
        own=made.own_months,
        draws=made.draws,
        kept=made.survived,
        seed=made.seed,
    )


def own_money(basis: Basis, debt_id: str, takings: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """What each coming month would leave for a debt with the takings of each own month: a row for each of them, in fen.

    Only the takings are drawn, and the costs that move with them; what else comes and goes is that of the month to
    come. Empty where the debt has no part of the money.
    """
    flows = basis.budget.flows
    rows = (part_of(basis, debt_id, left_for_debts(basis, with_takings(flows, each))) for each in takings)
    return tuple(row for row in rows if row)


def draws(payments: Sequence[int], own: Sequence[Sequence[int]], seed: int = SEED, count: int = DRAWS) -> Draws | None:
    """All of `drawn` at once."""
    steps = drawn(payments, own, seed, count)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            made: Draws | None = end.value
            return made


def drawn(
    payments: Sequence[int], own: Sequence[Sequence[int]], seed: int = SEED, count: int = DRAWS
) -> Generator[None, None, Draws | None]:
    """Pay `payments` (at most sixty) from months drawn at random from the rows of `own`, both in fen, `count` times.

    `own[k][m]` is what month m would leave with the takings of own month k, below zero where money is missing. What a
    month leaves over is kept, at most that of the last six. None with fewer than twelve own months.
    """
    sides = len(own)
    if sides < LEAST_MONTHS:
        return None
    months = [
        (bool(payment), [row[number] - payment for row in own]) for number, payment in enumerate(payments[:MONTHS])
    ]
    broke = [0] * (len(months) + 1)
    # Numbers below `sides`, the same for the same seed: a linear congruence of 64 bits, of which the upper are used.
    state = (seed * 2 + 1) & _MASK
    for _ in range(4):
        state = (state * _FACTOR + _STEP) & _MASK
    for number in range(count):
        if number % SLICE == SLICE - 1:
            yield
        saved, over = 0, 0
        left = [0] * CARRIED
        for month, (pays, rests) in enumerate(months):
            state = (state * _FACTOR + _STEP) & _MASK
            rest = rests[(state >> 32) * sides >> 32]
            saved += rest
            if saved < 0:
                if pays:
                    broke[month] += 1
                    break
                saved = 0
            place = month % CARRIED
            fresh = rest if rest > 0 else 0
            over += fresh - left[place]
            left[place] = fresh
            saved = min(saved, over)
    kept, remaining = [], count
    for number in range(len(months)):
        remaining -= broke[number]
        kept.append(remaining)
    return Draws(count, sides, seed, tuple(kept))
