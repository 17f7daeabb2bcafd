"""A proposed budget line, before anybody has said yes to it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from negotiator_tui.case.kinds import CostGroup, Every, Side, YesNo
from negotiator_tui.importers.sorting import Flow


class Way(StrEnum):
    """What is done with a proposed line."""

    ADD = "add"
    REPLACE = "replace"
    """In the place of the lines of the case that are about the same."""
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Proposed:
    """One line for the budget.

    `list_name` is `income` or `costs`; `amount` is yuan for each `every`, None for the cash that no statement shows;
    `worst` the worst counted month. `once`: it came once and may never again; `spread`: it comes now and then and its
    sum is spread over the months. `by_month` are the counted months with their sums, `rows` the places of its rows in
    the import's transactions. `replaces` are ids of lines of the case about the same.
    """

    key: str
    list_name: str
    side: Side
    name: str
    amount: Decimal | None = None
    every: Every = Every.MONTH
    group: CostGroup | None = None
    worst: Decimal | None = None
    months: tuple[int, ...] = ()
    day: int | None = None
    once: bool = False
    spread: bool = False
    estimated: bool = False
    with_sales: YesNo | None = None
    by_month: tuple[tuple[str, Decimal], ...] = ()
    rows: tuple[int, ...] = ()
    flow: Flow = Flow.COST
    replaces: tuple[str, ...] = ()
    way: Way = Way.ADD
