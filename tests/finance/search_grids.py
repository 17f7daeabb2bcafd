"""Random small grids, and the same grid as the slow search takes it."""

from decimal import Decimal
from fractions import Fraction
from random import Random

from negotiator_tui.finance.search_cells import Cells, frontier
from negotiator_tui.finance.search_debt import Result, finished
from negotiator_tui.finance.search_grid import METHODS, Candidate, Grid, Low, low_part, rates_below
from negotiator_tui.finance.search_tables import Tables
from tests.finance.brute import Found, Owed

CONTRACTS = ("0", "0.5", "3.65", "4.35", "16.2", "24", "36", "400")
SCALES = (5, 50, 3000, 100_000, 4_800_000, 9_999_999_999)


def any_grid(random: Random) -> tuple[Grid, list[int]]:
    """A grid of at most 3,000 terms or so, and some money, level, stepped or without any order."""
    scale = random.choice(SCALES)
    principal = random.randint(1, scale)
    contract = Decimal(random.choice(CONTRACTS))
    rates = rates_below(contract)
    rates = tuple(sorted({*random.sample(rates, min(len(rates), random.randint(1, 5))), contract}))
    first, grace = random.randint(1, 50), random.choice([0, 0, random.randint(1, 8)])
    money = any_money(random, max(1, principal // first))
    low = low_part(money)
    if random.random() < 0.4:
        low = Low(max(1, int(principal / first * random.uniform(0.2, 1.2))), random.randint(1, first))
    grid = Grid(
        principal=principal,
        interest=random.choice([0, random.randint(0, max(1, scale // 30))]),
        penalty=random.choice([0, 1, random.randint(0, max(1, scale // 50))]),
        rates=rates,
        contract_months=random.choice([1, first]),
        contract_method=random.choice(METHODS),
        paid=tuple(sorted({0, *(random.randint(0, principal) for _ in range(random.randint(0, 2)))})),
        low=low,
        months=tuple(range(first, first + random.randint(1, 4))),
        graces=tuple(range(grace, grace + random.randint(1, 3))),
    )
    return grid, money


def any_money(random: Random, base: int) -> list[int]:
    style = random.random()
    if style < 0.3:
        return [int(base * random.uniform(0.5, 2))] * 60
    if style < 0.6:
        until = random.randint(1, 40)
        low, high = int(base * random.uniform(0.3, 1.2)), int(base * random.uniform(0.8, 3))
        return [low] * until + [high] * (60 - until)
    return [int(base * random.uniform(0.2, 3)) for _ in range(60)]


def rows_as_money(random: Random, payments: tuple[int, ...]) -> list[list[int]]:
    """Money that is just what some plan asks for, and a fen more or less, everywhere or in one month."""
    exact = [*payments] + [0] * (60 - len(payments))
    found = [exact, [max(0, fen - 1) for fen in exact], [fen + 1 for fen in exact]]
    for more in (-1, 1):
        month = random.randrange(len(payments))
        found.append([max(0, fen + more) if number == month else fen for number, fen in enumerate(exact)])
    return found


def owed(grid: Grid) -> Owed:
    """The grid in the terms of the slow search."""
    return Owed(
        principal=grid.principal,
        interest=grid.interest,
        penalty=grid.penalty,
        rates=tuple(Fraction(rate) / 100 for rate in grid.rates),
        contract_months=grid.contract_months,
        contract_method=grid.contract_method.value,
        paid=grid.paid,
        low=None if grid.low is None else (grid.low.fen, grid.low.until),
        months=range(grid.months[0], grid.months[-1] + 1),
        graces=range(grid.graces[0], grid.graces[-1] + 1),
    )


def fast(grid: Grid, money: list[int]) -> tuple[Candidate, ...]:
    """The frontier as the program finds it."""
    return finished(frontier(Cells(grid, money, Tables(grid))))


def same(candidate: Candidate | None, found: Found | None) -> bool:
    """Whether both are the same choice, to the fen."""
    if candidate is None or found is None:
        return candidate is None and found is None
    return (candidate.order, candidate.payments) == (found.order, found.payments)


def points(result: Result) -> tuple[Candidate | None, ...]:
    return result.recommended, result.shortest, result.least_total
