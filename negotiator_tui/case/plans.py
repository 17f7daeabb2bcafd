"""Plans the borrower weighs, and their terms for each debt."""

from typing import Annotated, Any

from negotiator_tui.case.ask import Ask
from negotiator_tui.case.base import Day, Item, Money, Months, Rate, Ref
from negotiator_tui.case.kinds import GraceKind, Method, YesNo
from negotiator_tui.text.language import N_


def _grace(item: Any) -> bool:
    return bool(item.grace_months)


def _low_then_high(item: Any) -> bool:
    return item.method is Method.LOW_THEN_HIGH


def _has_line(item: Any) -> bool:
    return item.line is not None


class Plan(Item):
    """A named version of a plan: its terms per debt stand in the list of terms."""

    name: Annotated[str | None, Ask(N_("Name of this plan"), required=True, column=16, head=N_("Name"))] = None
    chosen: Annotated[YesNo | None, Ask(N_("Chosen?"), column=8)] = None
    start: Annotated[
        Day | None,
        Ask(
            N_("First payment on"),
            N_("By default one month from today."),
            prefer="future",
            column=12,
            head=N_("First on"),
        ),
    ] = None


class Term(Item):
    """What one plan asks for one debt. `months` is the whole length, grace included; `rate` is percent a year."""

    plan: Ref | None = None
    debt: Ref | None = None
    method: Annotated[Method | None, Ask(N_("Repayment method"), N_("Left and right change it."))] = None
    months: Annotated[
        Months | None,
        Ask(N_("Instalments in all"), N_("Months of grace are part of them."), unit=N_("instalments")),
    ] = None
    rate: Annotated[Rate | None, Ask(N_("Rate a year"), N_("Empty: as in the contract."), unit="%")] = None
    grace_months: Annotated[Months | None, Ask(N_("Of these, first months of grace"), unit=N_("months"))] = None
    grace_kind: Annotated[GraceKind | None, Ask(N_("During grace the interest is"), when=_grace)] = None
    low: Annotated[
        Money | None,
        Ask(N_("Low instalment"), N_("What is paid in the first months."), unit=N_("yuan"), when=_low_then_high),
    ] = None
    low_months: Annotated[
        Months | None, Ask(N_("Months with the low instalment"), unit=N_("months"), when=_low_then_high)
    ] = None
    penalty_waived: Annotated[Money | None, Ask(N_("Penalty to be waived"), unit=N_("yuan"))] = None
    interest_waived: Annotated[Money | None, Ask(N_("Interest to be waived"), unit=N_("yuan"))] = None
    paid_now: Annotated[
        Money | None,
        Ask(
            N_("Paid now"),
            N_("Only from money left after this week's musts, stock, rent, wages and medicine."),
            unit=N_("yuan"),
        ),
    ] = None
    first_due: Annotated[
        Day | None, Ask(N_("First payment on"), N_("By default one month from today."), prefer="future")
    ] = None


class Ladder(Item):
    """What may be said about one debt: the most a month. Its asks, the one to begin with first, stand in the list of rungs.

    `frozen_on` is the day it was settled before the first call and `frozen_line` what `line` was then; `changed_on` is
    the last day something of it was changed after that.
    """

    debt: Ref | None = None
    line: Annotated[
        Money | None,
        Ask(N_("The line: never more a month than"), N_("No promise goes above it, whoever presses."), unit=N_("yuan")),
    ] = None
    line_months: Annotated[
        Months | None,
        Ask(N_("The line is for the first"), N_("Empty: for all months."), unit=N_("months"), when=_has_line),
    ] = None
    line_later: Annotated[
        Money | None,
        Ask(N_("After that never more a month than"), unit=N_("yuan"), when=lambda ladder: bool(ladder.line_months)),
    ] = None
    frozen_on: Day | None = None
    frozen_line: Money | None = None
    changed_on: Day | None = None


class Rung(Term):
    """One ask of a ladder, in the order of its list: the terms that are asked for."""

    ladder: Ref | None = None
