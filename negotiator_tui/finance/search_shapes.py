"""What every shape of plan costs a month and is worth, from the tables: bounds for the exact rows (MONEY §8).

A shape is a method with its months, grace and kind of grace on a balance; rates are numbers in the grid's list.
"""

from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from negotiator_tui.case.kinds import GraceKind, Method
from negotiator_tui.finance.schedule_level import STEP
from negotiator_tui.finance.search_grid import Grid
from negotiator_tui.finance.search_pool import Pool
from negotiator_tui.finance.search_tables import GROWTH, Tables

_WILD = 5000.0
"""Fen of slack above which the last row says little about the others; then the first instalment bounds them."""
_STREAMS = (Method.EQUAL_INSTALMENT, Method.STEPPED_10, Method.STEPPED_20)
_WHOLE = 2.0
"""Fen that rounding to whole ones can do in one row."""
_SURE = 10**5
"""Fen of balance from which half a fen cannot hide a step of the rate."""


class Shape(NamedTuple):
    """One way to repay `balance` and `parked` fen."""

    method: Method
    months: int
    grace: int
    kind: GraceKind
    balance: int
    parked: int


class Shapes:
    """Bounds for the shapes of one grid on one debt's money."""

    def __init__(self, grid: Grid, pool: Pool, tables: Tables) -> None:
        self.grid, self.pool, self.tables = grid, pool, tables
        self.level = tables.stream(Method.EQUAL_INSTALMENT)
        self.rates, self.top = tables.rates, tables.top
        self.wild = tables.slack[-1] > _WILD
        self._capped: dict[tuple[Method, int], int] = {}
        self.by_method: dict[Method, Callable[[Shape], int]] = {
            Method.EQUAL_INSTALMENT: self._highest_stream,
            Method.EQUAL_PRINCIPAL: self._highest_principal,
            Method.INTEREST_ONLY: self._highest_interest_only,
            Method.STEPPED_10: self._highest_stream,
            Method.STEPPED_20: self._highest_stream,
            Method.LOW_THEN_HIGH: self._highest_low,
        }
        self._blocks: dict[tuple[Method, int, int], tuple[float, float]] = {}
        self._falling: dict[int, list[float]] = {}
        self._units: dict[tuple[Method, int, int, GraceKind, int], float] = {}
        self._slack, self._columns = tables.slack, {each: tables.stream(each).first for each in _STREAMS}

    def highest(self, shape: Shape) -> int:
        """The highest rate at which the rows may fit the money; below 0 where none can. No rate above it fits."""
        return self.by_method[shape.method](shape)

    def worth(self, shape: Shape, rate: int) -> float:
        """What the payments are worth at the start at the contract's rate, without parked sums."""
        method, months, grace, kind, balance, _ = shape
        if method is Method.LOW_THEN_HIGH:
            return self._worth_of_low(shape, rate)
        key = (method, months, grace, kind, rate)
        unit = self._units.get(key)
        if unit is None:
            unit = self._units[key] = self._worth_of_one(*key)
        return balance * unit

    def _worth_of_one(self, method: Method, months: int, grace: int, kind: GraceKind, rate: int) -> float:
        """The worth of the payments for each fen of balance: the same whatever is waived or paid now."""
        annuity, discount = self.level.worth, self.tables.discount
        repaying, monthly = months - grace, self.rates[rate]
        if method is Method.INTEREST_ONLY:
            return monthly * annuity[months] + discount[months]
        before, grown = self._through_grace(grace, kind, rate)
        if method is Method.EQUAL_PRINCIPAL:
            value = grown / repaying * (annuity[repaying] + monthly * self.tables.falling[repaying])
        else:
            stream = self.tables.stream(method)
            value = grown * stream.first[repaying][rate] * stream.worth[repaying]
        return before + value * discount[grace]

    def _through_grace(self, grace: int, kind: GraceKind, rate: int) -> tuple[float, float]:
        """For each fen of balance: what is paid in the grace, in its worth, and what the balance has grown to."""
        if grace and kind is GraceKind.PAID:
            return self.rates[rate] * self.level.worth[grace], 1.0
        return 0.0, self.tables.growth[grace][rate] if grace else 1.0

    def _worth_of_low(self, shape: Shape, rate: int) -> float:
        _, months, grace, kind, balance, _ = shape
        annuity, repaying, until = self.level.worth, months - grace, self.grid.low_months(grace)
        before, grown = self._through_grace(grace, kind, rate)
        high = self._high(balance * grown, self._low, repaying, grace, rate)
        value = self._low * annuity[until] + high * (annuity[repaying] - annuity[until])
        return balance * before + value * self.tables.discount[grace]

    def most_worth(self, months: int, grace: int) -> float:
        """The most that payments after a grace can be worth where each is covered by its month, over all methods.

        All but the last one follow the method's shape (level, growing by blocks, falling, low then high); the last one
        takes the rest and is only bounded by its own month.
        """
        annuity, last = self.level.worth, months - 1
        most = 0.0
        for method in self.grid.methods if last > grace else ():
            if method is Method.EQUAL_INSTALMENT or (method is Method.INTEREST_ONLY and not grace):
                worth = self.pool.least(grace, last) * (annuity[last] - annuity[grace])
            elif method is Method.EQUAL_PRINCIPAL:
                worth = self._falling_worth(grace)[last]
            elif method is Method.LOW_THEN_HIGH:
                step = grace + self.grid.low_months(grace)
                worth = self._low * (annuity[min(step, last)] - annuity[grace])
                worth += self.pool.least(step, last) * (annuity[last] - annuity[step]) if step < last else 0.0
            elif method in GROWTH:
                first, _ = self._first_block(method, grace, last)
                worth = first * self.tables.stream(method).worth[last - grace] * self.tables.discount[grace]
            else:
                continue
            most = max(most, worth)
        return most + self.pool.money[last] * self.tables.discount[months]

    def _falling_worth(self, grace: int) -> list[float]:
        """The most that payments which only fall can be worth, from a grace up to each month."""
        if grace not in self._falling:
            worth = [0.0] * (grace + 1)
            for least, factor in zip(self.pool.leasts(grace), self.tables.discount[grace + 1 :], strict=False):
                worth.append(worth[-1] + least * factor)
            self._falling[grace] = worth
        return self._falling[grace]

    def paid(self, shape: Shape, rate: int) -> float:
        """What is paid in all, parked sums included."""
        method, months, grace, kind, balance, parked = shape
        repaying, monthly = months - grace, self.rates[rate]
        if method is Method.INTEREST_ONLY:
            return balance * (1 + monthly * months) + parked
        before, grown = 0.0, float(balance)
        if grace and kind is GraceKind.PAID:
            before = balance * monthly * grace
        elif grace:
            grown *= self.tables.growth[grace][rate]
        if method is Method.EQUAL_PRINCIPAL:
            value = grown * (1 + monthly * (repaying + 1) / 2)
        elif method is Method.LOW_THEN_HIGH:
            low, until = self._low, self.grid.low_months(grace)
            value = low * until + self._high(grown, low, repaying, grace, rate) * (repaying - until)
        else:
            stream = self.tables.stream(method)
            value = grown * stream.first[repaying][rate] * stream.sums[repaying]
        return before + value + parked

    def rows(self, shape: Shape, rate: int) -> list[float]:
        """About what is paid each month."""
        method, months, grace, kind, balance, parked = shape
        repaying, monthly = months - grace, self.rates[rate]
        older = parked / repaying
        before, grown = [0.0] * grace, float(balance)
        if grace and kind is GraceKind.PAID:
            before = [balance * monthly] * grace
        elif grace:
            grown *= self.tables.growth[grace][rate]
        if method is Method.INTEREST_ONLY:
            return [balance * monthly + older] * (months - 1) + [balance * (1 + monthly) + older]
        if method is Method.EQUAL_PRINCIPAL:
            share = grown / repaying
            return before + [share * (1 + monthly * left) + older for left in range(repaying, 0, -1)]
        if method is Method.LOW_THEN_HIGH:
            until = self.grid.low_months(grace)
            high = self._high(grown, self._low, repaying, grace, rate) + parked / (repaying - until)
            return before + [float(self._low)] * until + [high] * (repaying - until)
        stream = self.tables.stream(method)
        first = grown * stream.first[repaying][rate]
        return before + [first * stream.growth ** (month // STEP) + older for month in range(repaying)]

    def _highest_stream(self, shape: Shape) -> int:
        method, months, grace, kind, balance, parked = shape
        repaying = months - grace
        older = parked / repaying - self._slack[months]
        if method is Method.EQUAL_INSTALMENT:
            room = self.pool.leasts(grace)[repaying - 1] - older
        else:
            block = self._blocks.get((method, grace, months))
            least, last = block or self._first_block(method, grace, months)
            room = least - (older / last if older > 0 else older)
        if repaying > 1:
            room = min(room, self._first_room(shape))
        if room < 0:
            return -1
        if not balance:
            return self.top
        if grace and kind is GraceKind.ADDED:
            column = self.tables.grown(method, repaying, grace)
        else:
            column = self._columns[method][repaying]
        found = bisect_right(column, room / balance) - 1
        if method is not Method.EQUAL_INSTALMENT and balance >= _SURE:
            found = min(found, self._cap(method, repaying))
        return found if not grace or kind is GraceKind.ADDED else self._in_grace(shape, found)

    def _first_room(self, shape: Shape) -> float:
        """The most that the first instalment may be by its formula: no drift is in it but that of a grace, so where the
        amounts are a few fen it says more than the rows after it."""
        drift = 2 * self.tables.drift(shape.grace, self.top) if shape.grace and shape.kind is GraceKind.ADDED else 0.0
        return self.pool.money[shape.grace] - shape.parked / (shape.months - shape.grace) + drift + _WHOLE

    def _first_block(self, method: Method, grace: int, months: int) -> tuple[float, float]:
        """The most that the first of growing blocks can pay a month, and how far they have grown in the last. Kept."""
        room, factor, growth = float("inf"), 1.0, self.tables.stream(method).growth
        for begin in range(grace, months, STEP):
            room = min(room, self.pool.least(begin, min(begin + STEP, months)) / factor)
            factor *= growth
        self._blocks[method, grace, months] = made = room, factor / growth
        return made

    def _cap(self, method: Method, repaying: int) -> int:
        """The highest rate whose first instalment may cover its interest: it grows later, so the first decides."""
        if (method, repaying) not in self._capped:
            column = self.tables.stream(method).first[repaying]
            covered = (rate for rate in range(self.top, -1, -1) if column[rate] >= self.rates[rate])
            self._capped[method, repaying] = min(self.top, next(covered, 0) + 1)
        return self._capped[method, repaying]

    def _in_grace(self, shape: Shape, found: int) -> int:
        """The highest rate not above `found` whose interest can be paid in the grace."""
        if found < 0 or not shape.grace or shape.kind is GraceKind.ADDED:
            return found
        room = self.pool.least(0, shape.grace) + 1
        return min(found, bisect_right(self.rates, room / shape.balance) - 1) if shape.balance else found

    def _highest_interest_only(self, shape: Shape) -> int:
        _, months, _, _, balance, parked = shape
        older = parked / months - self.tables.flat_slack[months]
        last = self.pool.money[months - 1] - older
        room = last if months == 1 else min(last, self.pool.least(0, months - 1) - older, self._first_room(shape))
        if room < 0:
            return -1
        if not balance:
            return self.top
        return bisect_right(self.rates, min(room / balance, last / balance - 1)) - 1

    def _highest_principal(self, shape: Shape) -> int:
        _, months, grace, kind, balance, parked = shape
        repaying = months - grace
        older = parked / repaying - self.tables.flat_slack[months]
        if not balance:
            return self.top if self.pool.least(grace, months) >= older else -1
        share = balance / repaying
        if self.pool.least(grace, months) - older < share:
            return -1
        begins = self.pool.begins(grace, months)
        most = min((money - older - share) / (share * (repaying - month)) for month, money in begins)
        found = self._in_grace(shape, bisect_right(self.rates, most) - 1)
        if not grace or kind is GraceKind.PAID:
            return found
        low, growth = -1, self.tables.growth[grace]
        while low < found:
            middle = (low + found + 1) // 2
            part, rate = share * growth[middle], self.rates[middle]
            if all(part * (1 + rate * (repaying - month)) <= money - older for month, money in begins):
                low = middle
            else:
                found = middle - 1
        return found

    @property
    def _low(self) -> int:
        """The low instalment of a grid that has one."""
        return 0 if self.grid.low is None else self.grid.low.fen

    def _high(self, grown: float, low: int, repaying: int, grace: int, rate: int) -> float:
        until, values = self.grid.low_months(grace), self.level.values[rate]
        return (grown - low * values[until]) / (values[repaying] - values[until])

    def _highest_low(self, shape: Shape) -> int:
        _, months, grace, kind, balance, parked = shape
        repaying, until, low = months - grace, self.grid.low_months(grace), self._low
        if low > self.pool.least(grace, grace + until) or not balance:
            return -1
        slack = self.tables.slack[months]
        room = self.pool.least(grace + until, months) - parked / (repaying - until) + slack
        if room + slack < low:
            return -1
        found = self._in_grace(shape, bisect_right(self.rates, (low + 2) / balance) - 1)
        added = self.tables.growth[grace] if grace and kind is GraceKind.ADDED else None
        lowest = -1
        while lowest < found:
            middle = (lowest + found + 1) // 2
            grown = balance * added[middle] if added else float(balance)
            if self._high(grown, low, repaying, grace, middle) <= room:
                lowest = middle
            else:
                found = middle - 1
        return found
