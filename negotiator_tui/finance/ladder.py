"""What to ask first, second and third, and the line in yuan a month that no promise may cross.

Every rung can be kept on the same money. The first asks the lender for least, at best for nothing but time: that is
what whoever answers the phone may grant, it is soonest a yes, and it leaves nothing to be taken back. A lower rate asked
for first is decided elsewhere, mostly refused, and one refusal costs a frightened person the talk. The others give the
lender back what the first takes, time, for a lower rate: they are for "no, not so many months". They come from the
frontier of the search and are only proposed: they can be edited, and an edit beyond the line is answered in words.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.savings import most_level, tried
from negotiator_tui.finance.search_debt import Mode, Money, Result
from negotiator_tui.finance.search_grid import Candidate
from negotiator_tui.text.amounts import format_amount
from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_

declare(
    {
        "ladder.crosses": N_(
            "Month {month} of this would be {amount} above what is left for it in a bad month. "
            "A promise you cannot keep is worse than none. Is it really meant?"
        ),
    }
)

RUNGS = 3
MOST_ASKED = 10
"""Percent of what is owed that the largest ask gives up at most beyond the first: further lenders stop listening."""


@dataclass(frozen=True, slots=True)
class Line:
    """The most that may be promised a month, in fen: `first` up to month `until` (not included), `later` after it.

    Without a step up for good `until` is None and `later` is `first`.
    """

    first: int
    later: int
    until: int | None


@dataclass(frozen=True, slots=True)
class Ladder:
    """Up to three asks, the smallest first, and the line; `money` is what every month leaves, signed, in fen.

    With `saving` the asks live on what good months leave, and so may a promise.
    """

    asks: tuple[Candidate, ...]
    line: Line
    money: tuple[int, ...]
    saving: bool = False

    @property
    def stated(self) -> Line:
        """The line in whole yuan, as one says it, unless the first ask needs the fen of it."""
        line, payments = self.line, self.asks[0].payments
        down = Line(line.first // 100 * 100, line.later // 100 * 100, line.until)
        highest = (
            down.later if down.until is not None and month >= down.until else down.first
            for month in range(len(payments))
        )
        return down if all(fen <= most for fen, most in zip(payments, highest, strict=True)) else line

    def crossed_by(self, payments: Sequence[int]) -> Fault | None:
        """What to say of payments that cross the line; None where they do not."""
        fit = tried(payments, self.money)
        if fit.breaks_in is None or (self.saving and fit.kept):
            return None
        return fault("ladder.crosses", month=fit.breaks_in + 1, amount=format_amount(yuan(fit.short_by)))


def ladder(result: Result, money: Money) -> Ladder | None:
    """The ladder of a search, None where there is nothing to ask for.

    The first ask is the recommended one. The last is the largest of the frontier that pays no more now, is shorter and
    gives up at most a tenth of what is owed beyond it; the second lies nearest to the middle between both.
    """
    first = result.recommended
    if result.mode is not Mode.INSTALMENTS or first is None:
        return None
    signed = money.bad if result.holds else money.usual
    saving = bool(result.savings)
    most = first.concession + first.grid.claim * MOST_ASKED // 10_000
    larger = [
        each
        for each in result.frontier
        if first.concession < each.concession <= most
        and each.paid_now <= first.paid_now
        and each.key.months < first.key.months
    ]
    asks = [first]
    if larger:
        last = max(larger, key=lambda each: (each.concession, each.order))
        between = [each for each in larger if each is not last]
        middle = first.concession + last.concession
        second = min(between, key=lambda each: (abs(2 * each.concession - middle), each.order), default=None)
        asks = [first, *([second] if second is not None else []), last]
    return Ladder(tuple(asks[:RUNGS]), line_of(first, signed, saving=saving), signed, saving)


def line_of(chosen: Candidate, money: Sequence[int], *, saving: bool = False) -> Line:
    """The line over the months of a plan: one amount, or two where it pays nothing first or the money steps up for good.

    Where the plan lives on savings it is the largest level payment that can be kept with them, but never less than
    what the plan itself pays.
    """
    if saving:
        most = max(most_level(money, chosen.key.months), *chosen.payments)
        return Line(most, most, None)
    paying = [max(0, fen) for fen in money[: chosen.key.months]]
    low = chosen.low
    silent = next((month for month, fen in enumerate(chosen.payments) if fen), 0)
    until = (silent or None) if low is None else chosen.key.grace + low[1]
    if until is None or until >= len(paying):
        return Line(min(paying), min(paying), None)
    return Line(min(paying[:until]), min(paying[until:]), until)
