"""Two versions of a case, answer by answer."""

from decimal import Decimal
from typing import Any

from negotiator_tui.case.case import Case
from negotiator_tui.case.edit import UNKNOWN, added, edited, placed, removed
from negotiator_tui.storage.compare import Difference, differences

from .cases import SMALL


def case_of(result: Any) -> Case:
    assert isinstance(result, Case), result
    return result


def test_the_same_case_differs_nowhere() -> None:
    assert differences(SMALL, SMALL) == ()
    assert differences(SMALL, placed(SMALL, "plan", ())) == ()


def test_each_kind_of_difference_with_both_values() -> None:
    theirs = case_of(edited(SMALL, ("first", "takings"), Decimal("30000.00")))
    theirs = case_of(edited(theirs, ("debts", "d1", "rate"), UNKNOWN))
    theirs = removed(theirs, ("week", "w1"))
    result = added(theirs, "costs", name="电费")
    assert isinstance(result, tuple)
    theirs, new_id = result
    assert differences(SMALL, theirs) == (
        Difference(("first", "takings"), Decimal("28000.00"), Decimal("30000.00")),
        Difference(("week", "w1"), SMALL.week[0], None),
        Difference(("debts", "d1", "rate"), Decimal("0.045"), UNKNOWN),
        Difference(("costs", new_id), None, theirs.costs[-1]),
    )


def test_order_alone_is_no_difference() -> None:
    turned = SMALL.model_copy(update={"debts": SMALL.debts[::-1]})
    assert differences(SMALL, turned) == ()
