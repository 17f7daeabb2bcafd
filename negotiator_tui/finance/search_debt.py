"""The search for one debt: what to recommend, and what stands beside it (MONEY §8)."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import TypeVar

from negotiator_tui.case.kinds import Method
from negotiator_tui.finance.fits import fits
from negotiator_tui.finance.savings import fit_with_savings, from_savings
from negotiator_tui.finance.search_cells import Cells, frontier
from negotiator_tui.finance.search_grid import Candidate, Grid
from negotiator_tui.finance.search_points import (
    Needed,
    Smaller,
    as_contracted,
    least_total,
    needed,
    next_smaller,
    within,
)
from negotiator_tui.finance.search_saved import SavedCells
from negotiator_tui.finance.search_tables import Tables

T = TypeVar("T")
Steps = Generator[None, None, T]
"""Work in slices of a few milliseconds: `next` does one, the result comes with the end."""


class Mode(StrEnum):
    """What there is to ask for."""

    KEEP = "keep"
    INSTALMENTS = "instalments"
    NONE_FITS = "none-fits"
    DEFICIT = "deficit"


@dataclass(frozen=True, slots=True)
class Money:
    """One debt's money by month from the first due month, in fen: signed, in usual and in bad months.

    `guessed` says that bad months are a guess, four fifths of the usual takings.
    """

    usual: tuple[int, ...]
    bad: tuple[int, ...]
    guessed: bool = False

    def pool(self, *, bad: bool) -> tuple[int, ...]:
        """What can be paid: never below zero."""
        return tuple(max(0, each) for each in (self.bad if bad else self.usual))


@dataclass(frozen=True, slots=True)
class Result:
    """What the search found. `mode` is INSTALMENTS or NONE_FITS.

    `holds` says that all of it survives bad months; else it only just fits the usual ones. The `frontier` is in the
    order, so that `recommended` is its first. `shortest` and `least_total` are at the contract's rate without waiver
    where the recommended is. `beside` is the plan at the contract's rate that fits, where only the guess of a bad month
    forces a rate cut or a waiver. `savings` are the months (from 0) that need money put by before and how much (fen),
    where nothing fits without it.
    """

    mode: Mode
    holds: bool
    frontier: tuple[Candidate, ...] = ()
    recommended: Candidate | None = None
    shortest: Candidate | None = None
    least_total: Candidate | None = None
    beside: Candidate | None = None
    savings: tuple[tuple[int, int], ...] = ()
    smaller: tuple[Smaller, ...] = ()
    needed: Needed | None = None

    @property
    def shown(self) -> tuple[Candidate, ...]:
        """The frontier and the three points, each once, in the order."""
        points = [each for each in (self.recommended, self.shortest, self.least_total) if each is not None]
        by_key = {each.key: each for each in (*self.frontier, *points)}
        return tuple(sorted(by_key.values(), key=lambda each: each.order))


def finished(steps: Steps[T]) -> T:
    """Do all the work at once."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            value: T = end.value
            return value


def search(grid: Grid, money: Money) -> Steps[Result]:
    """The least that the lender must give up for a plan that holds; where none does, for one that fits."""
    tables = Tables(grid)
    for bad in (True, False):
        pool = money.pool(bad=bad)
        cells = Cells(grid, pool, tables)
        found = yield from frontier(cells)
        if found:
            result = yield from _points(cells, found)
            beside = None
            if bad and money.guessed and not found[0].as_contracted:
                beside = yield from _beside(grid, money.pool(bad=False))
            smaller = next_smaller(found[0], partial(fits, pool=pool))
            return replace(result, holds=bad, beside=beside, smaller=smaller)
    return (yield from _with_savings(grid, money, tables))


def _with_savings(grid: Grid, money: Money, tables: Tables) -> Steps[Result]:
    """Again with money carried along and without a large last payment; else what would be needed."""
    if sum(money.usual[:12]) > 0:
        careful = replace(grid, methods=tuple(each for each in grid.methods if each is not Method.INTEREST_ONLY))
        for signed, bad in ((money.bad, True), (money.usual, False)):
            cells = SavedCells(careful, signed, tables)
            found = yield from frontier(cells)
            if found:
                result = yield from _points(cells, found)
                smaller = next_smaller(found[0], partial(fit_with_savings, signed=signed))
                savings = from_savings(found[0].payments, signed) or ()
                return replace(result, holds=bad, savings=savings, smaller=smaller)
    return Result(Mode.NONE_FITS, holds=False, needed=needed(grid, money.usual))


def _points(cells: Cells, found: tuple[Candidate, ...]) -> Steps[Result]:
    """The three points: where the recommended keeps to the contract's rate without waiver, so do the others."""
    first, grid = found[0], cells.grid
    if first.as_contracted:
        narrow = cells.narrowed(as_contracted(grid))
        plain = yield from frontier(narrow)
        shortest = within(grid, _shortest(plain))
        cheapest = yield from least_total(narrow)
        cheapest = None if cheapest is None else within(grid, cheapest)
    else:
        shortest = _shortest(found)
        cheapest = yield from least_total(cells)
    return Result(
        Mode.INSTALMENTS, holds=False, frontier=found, recommended=first, shortest=shortest, least_total=cheapest
    )


def _shortest(found: Sequence[Candidate]) -> Candidate:
    return min(found, key=lambda each: (each.key.months, each.order))


def _beside(grid: Grid, usual: tuple[int, ...]) -> Steps[Candidate | None]:
    """The first in the order at the contract's rate without waiver that fits the usual months."""
    narrow = as_contracted(grid)
    found = yield from frontier(Cells(narrow, usual, Tables(narrow)))
    return within(grid, found[0]) if found else None
