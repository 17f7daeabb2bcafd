"""The money of the months, ready for quick questions: the least of any span, and where it changes."""

from collections.abc import Sequence
from itertools import accumulate


class Pool:
    """One debt's money by month, in fen."""

    def __init__(self, money: Sequence[int]) -> None:
        self.money = tuple(money)
        self._least = [list(accumulate(self.money[first:], min)) for first in range(len(self.money))]

    def __len__(self) -> int:
        return len(self.money)

    def least(self, first: int, end: int) -> int:
        """The least money of the months from `first` up to `end` (not included): one look-up."""
        return self._least[first][end - first - 1]

    def leasts(self, first: int) -> list[int]:
        """The least money from month `first` on: entry k is that of k + 1 months."""
        return self._least[first]

    def begins(self, first: int, end: int) -> list[tuple[int, int]]:
        """Months of the span (counted from its start) in which another amount begins, with the amount.

        Payments that only fall need to be looked at nowhere else.
        """
        money = self.money
        found = [(0, money[first])]
        found += [(month - first, money[month]) for month in range(first + 1, end) if money[month] != money[month - 1]]
        return found
