"""Budget lines: what comes in and what goes out, for the shop and for the home."""

from typing import Annotated

from pydantic import Field

from negotiator_tui.case.ask import Ask
from negotiator_tui.case.base import DayNumber, Item, Money, Month, MonthNumber
from negotiator_tui.case.kinds import CostGroup, Every, Side, YesNo
from negotiator_tui.text.language import N_


class Line(Item):
    """What income and costs share. An amount without `every` is read as monthly. Papers say which lines they prove."""

    side: Side | None = None
    name: Annotated[str | None, Ask(N_("What"), required=True, column=14)] = None
    amount: Annotated[Money | None, Ask(N_("Amount"), unit=N_("yuan"), column=12)] = None
    every: Annotated[Every | None, Ask(N_("Every"), N_("How often it comes."), column=8)] = None
    months: Annotated[
        tuple[MonthNumber, ...] | None,
        Ask(
            N_("Months"),
            N_("Only in these months, for example 3,9 or 6-8. Empty: in all. Yearly or once: the month it falls in."),
            column=10,
        ),
    ] = None
    day: Annotated[DayNumber | None, Ask(N_("On day"), N_("The day of the month, for the next 28 days."), column=6)] = (
        None
    )
    from_: Annotated[
        Month | None,
        Field(alias="from"),
        Ask(N_("From"), N_("First month, if it has not begun yet."), column=8, prefer="future", level="more"),
    ] = None
    until: Annotated[
        Month | None, Ask(N_("Until"), N_("Last month, if it ends."), column=8, prefer="future", level="more")
    ] = None


class Income(Line):
    """Money that comes in. Takings of the shop stand under side = shop."""


class Cost(Line):
    """Money that goes out, without debt instalments. Rent is a cost; rent owed from before is a debt."""

    group: Annotated[CostGroup | None, Ask(N_("Kind"), N_("Decides what is protected first."), column=8)] = None
    with_sales: Annotated[
        YesNo | None,
        Ask(
            N_("Moves with sales?"),
            N_("Goods, packaging, commission: less in a bad month."),
            column=6,
            head=N_("Sales?"),
            when=lambda cost: cost.side is Side.SHOP,
        ),
    ] = None
    saved: Annotated[
        Money | None,
        Ask(N_("Put by"), N_("For a yearly or one-off cost."), unit=N_("yuan"), column=10, level="more"),
    ] = None
