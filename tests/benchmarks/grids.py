"""The full default grid of one loan, and money of several kinds to try it on."""

from decimal import Decimal

from negotiator_tui.case.kinds import Method
from negotiator_tui.finance.search_grid import Grid, low_part, rates_below

MONEY = {
    "enough": [160_000] * 60,
    "tight": [110_000] * 60,
    "too little": [79_000] * 60,
    "falling": [130_000] * 12 + [100_000] * 48,
    "stepping up": [80_000] * 12 + [150_000] * 48,
    "seasons": [90_000 + month % 12 * 5_000 for month in range(60)],
    "nothing": [0] * 60,
}


def full_grid(money: list[int], principal: int = 4_800_000) -> Grid:
    """48,000 at 16.2 % with 20 instalments left, 277.68 of interest and penalty, 2,000 that could be paid now."""
    return Grid(
        principal=principal,
        interest=21_000,
        penalty=6_768,
        rates=rates_below(Decimal("16.2")),
        contract_months=20,
        contract_method=Method.EQUAL_INSTALMENT,
        paid=(0, 100_000, 200_000),
        low=low_part(money),
        months=tuple(range(20, 61)),
    )
