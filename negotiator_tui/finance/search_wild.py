"""The last rows of level plans at rates so high that rounding decides them: above about 130 % a year (MONEY §3)."""

from negotiator_tui.case.kinds import GraceKind, Method
from negotiator_tui.finance.fen import half_up
from negotiator_tui.finance.schedule_level import level, stepped
from negotiator_tui.finance.search_grid import Grid
from negotiator_tui.finance.search_shapes import Shape

_LEVEL = {Method.EQUAL_INSTALMENT, Method.STEPPED_10, Method.STEPPED_20}


class LastRows:
    """Exact last rows, kept, so that rates that break in the last month need no schedule of their own."""

    def __init__(self, grid: Grid) -> None:
        self._ratios = grid.ratios
        self._kept: dict[tuple[Method, int, int, int], int] = {}

    def least(self, shape: Shape, rate: int) -> int:
        """The last payment without parked sums, in fen; 0 for methods that do not drift."""
        method, months, grace, kind, balance, _ = shape
        if method not in _LEVEL:
            return 0
        if kind is GraceKind.ADDED:
            num, den = self._ratios[rate]
            for _ in range(grace):
                balance += half_up(balance * num, den)
        key = (method, months - grace, balance, rate)
        if key not in self._kept:
            self._kept[key] = self._last(*key)
        return self._kept[key]

    def _last(self, method: Method, count: int, balance: int, rate: int) -> int:
        num, den = self._ratios[rate]
        nums = [num] * count
        if method is Method.EQUAL_INSTALMENT:
            payments = [level(balance, nums, den)] * count
        else:
            payments = stepped(balance, nums, den, method, 0)
        num, den, half = 2 * num, 2 * den, den
        for payment in payments[:-1]:
            balance += (balance * num + half) // den - payment
            if balance <= 0:
                return 0
        return balance + (balance * num + half) // den
