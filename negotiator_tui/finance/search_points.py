"""What is shown beside the recommendation: the other points, the next smaller asks, what would be needed (MONEY §8)."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from negotiator_tui.case.kinds import GraceKind, Method
from negotiator_tui.finance.fen import half_up
from negotiator_tui.finance.fits import Fit
from negotiator_tui.finance.schedule_level import level
from negotiator_tui.finance.schedule_terms import MAX_MONTHS
from negotiator_tui.finance.search_cells import SLICE, Cells
from negotiator_tui.finance.search_grid import NONE, Candidate, Grid, Key
from negotiator_tui.finance.search_shapes import Shape


class Change(StrEnum):
    """Which way an ask is made one step smaller."""

    RATE = "rate"
    WAIVER = "waiver"
    MONTHS = "months"
    GRACE = "grace"


@dataclass(frozen=True, slots=True)
class Smaller:
    """An ask one step smaller. `fit` is how it breaks on the same money (or does not); None where it is no plan."""

    change: Change
    key: Key
    candidate: Candidate | None
    fit: Fit | None


@dataclass(frozen=True, slots=True)
class Needed:
    """What would do where nothing fits: so much a month (fen) over the longest time, or so many months with the money
    there is; None where the money does not even cover the interest, or not within fifty years."""

    monthly: int
    months: int | None


def as_contracted(grid: Grid) -> Grid:
    """The choices of a grid at the contract's rate with nothing waived."""
    return replace(grid, rates=grid.rates[-1:], waivers=(NONE,))


def within(grid: Grid, candidate: Candidate) -> Candidate:
    """A choice of `as_contracted(grid)` as a choice of the grid itself."""
    return replace(candidate, grid=grid, key=candidate.key._replace(rate=len(grid.rates) - 1))


def least_total(cells: Cells) -> Generator[None, None, Candidate | None]:
    """The choice that fits and costs least in all; of equals the first in the order. Yields like the frontier."""
    grid = cells.grid
    far = cells.tables.drift(cells.tables.most, 0) + 3 * cells.tables.most
    found: Candidate | None = None
    for paid in range(len(grid.paid) - 1, -1, -1):
        for grace in grid.graces:
            dearer: set[tuple[int, Method, GraceKind]] = set()
            for months in grid.months:
                if grace < months <= len(cells.pool) and not _settled(cells, found, paid, grace, months):
                    for waiver in reversed(grid.real_waivers):
                        if found is not None and cells.claim - cells.waived[waiver] > found.total:
                            break
                        for shape in cells.shapes_of(months, grace, paid, waiver):
                            way = (waiver, shape.method, shape.kind)
                            if way in dearer:
                                continue
                            # Where there is interest, a longer plan of the same kind costs more: none of them need be
                            # looked at once one costs more for sure.
                            if (
                                found is not None
                                and not cells.free
                                and grid.paid[paid] + cells.shapes.paid(shape, 0) - far > found.total
                            ):
                                dearer.add(way)
                                continue
                            found = _cheapest(cells, shape, (waiver, paid), found)
                if months % SLICE == 0:
                    yield
    return found


def _settled(cells: Cells, found: Candidate | None, paid: int, grace: int, months: int) -> bool:
    """Whether nothing in a cell can come before what was found: it costs no more than the interest of one month, the
    least there is, and asks for nothing more.

    Of a debt of a few yuan every plan costs the same, so all of them would have to be worked out. Where several rates
    are tried, a plan that asks for nothing but time can cost as little only if its month's interest is below half a fen.
    """
    grid = cells.grid
    waived, balance = max(cells.waived.values()), grid.balance(grid.real_waivers[-1], paid)[0]
    lowest, contract = (half_up(balance * num, den) for num, den in (grid.ratios[0], grid.ratios[-1]))
    if found is None or found.total > cells.claim - waived + lowest:
        return False
    least = int(waived > 0 or contract > lowest)
    return (least, grid.paid[paid], grace, max(0, months - grid.contract_months)) > found.order[:4]


def _cheapest(cells: Cells, shape: Shape, terms: tuple[int, int], found: Candidate | None) -> Candidate | None:
    """The cheaper of what was found and the cheapest of a shape. `terms`: what is waived, the number of what is paid."""
    if found is not None and not (
        _may_be_cheaper(cells, shape, 0, terms, found)
        or (len(cells.grid.rates) > 1 and _may_be_cheaper(cells, shape, 1, terms, found))
    ):
        return found
    for rate in range(cells.highest(shape, cells.waived[terms[0]], float("inf")) + 1):
        if found is not None and not _may_be_cheaper(cells, shape, rate, terms, found):
            if rate:
                break
            continue
        made = cells.made(shape, rate, *terms)
        if made is not None and (found is None or _cheaper(made) < _cheaper(found)):
            found = made
    return found


def _may_be_cheaper(cells: Cells, shape: Shape, rate: int, terms: tuple[int, int], found: Candidate) -> bool:
    """Whether a choice can cost less than the one found, or as little and come first. Higher rates cost more."""
    waiver, paid = terms
    waived = cells.waived[waiver]
    if rate == 0 and cells.free and cells.claim - waived == found.total:  # without interest nothing but what is owed
        return cells.given(shape, rate, waived) <= cells.room(found.asks, shape.months)
    error = cells.tables.drift(shape.months, rate) + 3 * shape.months
    return cells.grid.paid[paid] + cells.shapes.paid(shape, rate) - error <= found.total


def _cheaper(candidate: Candidate) -> tuple[int, ...]:
    return (candidate.total, *candidate.order)


def next_smaller(chosen: Candidate, fit: Callable[[Sequence[int]], Fit]) -> tuple[Smaller, ...]:
    """For each direction the ask one step smaller than the chosen one. `fit` tries payments on the same money."""
    key, grid = chosen.key, chosen.grid
    steps: list[tuple[Change, Key]] = []
    if key.rate + 1 < len(grid.rates):
        steps.append((Change.RATE, key._replace(rate=key.rate + 1)))
    if key.waiver in grid.real_waivers and grid.real_waivers.index(key.waiver):
        less = grid.real_waivers[grid.real_waivers.index(key.waiver) - 1]
        steps.append((Change.WAIVER, key._replace(waiver=less)))
    if key.months > max(1, grid.contract_months):
        steps.append((Change.MONTHS, key._replace(months=key.months - 1)))
    if key.grace:
        kind = key.kind if key.grace > 1 else GraceKind.PAID
        steps.append((Change.GRACE, key._replace(grace=key.grace - 1, kind=kind)))
    found = []
    for change, smaller in steps:
        made = grid.candidate(smaller) if smaller.grace < smaller.months else None
        found.append(Smaller(change, smaller, made, None if made is None else fit(made.payments)))
    return tuple(found)


def needed(grid: Grid, money: Sequence[int]) -> Needed:
    """What would be needed at the contract's rate with nothing waived: a month, or in months."""
    months = grid.months[-1]
    key = Key(Method.EQUAL_INSTALMENT, months, 0, GraceKind.PAID, len(grid.rates) - 1, NONE, 0)
    made = grid.candidate(key)
    monthly = 0 if made is None else max(made.payments)
    return Needed(monthly, _months(grid, min(money, default=0)))


def _months(grid: Grid, money: int) -> int | None:
    num, den = grid.ratios[-1]
    balance, parked = grid.balance(NONE, 0)

    def enough(months: int) -> bool:
        return level(balance, [num] * months, den) - -parked // months <= money

    low, high = grid.months[-1], MAX_MONTHS
    if not enough(high):
        return None
    while low < high:
        middle = (low + high) // 2
        if enough(middle):
            high = middle
        else:
            low = middle + 1
    return low
