"""Own months beside the budget, and the habits they show."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.case.kinds import Side
from negotiator_tui.case.lines import Cost, Income
from negotiator_tui.case.materials import OwnMonth
from negotiator_tui.finance.habits import habits_of
from negotiator_tui.finance.own_differences import own_differences
from negotiator_tui.finance.own_months import own_sums, own_takings

D = Decimal
TODAY = date(2026, 11, 23)


def own(
    month: str, takings: int | None, shop: int | None = None, home: int | None = None, source: str = "a"
) -> OwnMonth:
    """One own month."""
    money = [None if each is None else D(each) for each in (takings, shop, home)]
    return OwnMonth(
        id=f"h{int(month[5:])}", month=month, source=source, takings=money[0], shop_costs=money[1], home_costs=money[2]
    )


SIX = (
    own("2026-05", 30000, 24000, 6000),
    own("2026-06", 31000, 24500, 6200),
    own("2026-07", 29500, 25000, 5900),
    own("2026-08", 28000, 23000, 6100),
    own("2026-09", 27000, 21600, 6000),
    own("2026-10", 26000, 22100, 5800),
)


def _case(takings: int, *, cash: int | None = None) -> Case:
    lines = [Income(id="i1", side=Side.SHOP, name="收款", amount=D(takings))]
    if cash is not None:
        lines.append(Income(id="i2", side=Side.SHOP, name="现金收款", amount=D(cash)))
    return Case(income=tuple(lines), costs=(Cost(id="c1", side=Side.HOME, amount=D(6000)),), own_months=SIX)


def test_budget_and_statements_side_by_side() -> None:
    takings, home = own_differences(_case(31000), TODAY)
    assert (takings.kind, takings.budget.value, takings.statements.value) == ("takings", D("31000.00"), D("28750.00"))
    assert (takings.gap.value, takings.months, takings.notable) == (D("2250.00"), 6, True)
    assert (home.kind, home.gap.value, home.notable) == ("home_costs", D("0.00"), False)


def test_cash_is_told_apart() -> None:
    (takings, _) = own_differences(_case(28000, cash=3000), TODAY)
    assert (takings.budget.value, takings.notable) == (D("28000.00"), False)
    assert takings.cash is not None
    assert takings.cash.value == D("3000.00")


def test_without_own_months_there_is_nothing_to_compare() -> None:
    assert own_differences(Case(), TODAY) == ()
    assert own_differences(Case(own_months=SIX), TODAY) == ()


def test_the_made_up_case_agrees_with_its_statements() -> None:
    found = own_differences(demo_case(TODAY), TODAY)
    assert [each.kind for each in found] == ["takings", "shop_costs", "home_costs"]
    assert not any(each.notable for each in found)
    months = [fen for _, fen in own_takings(demo_case(TODAY).own_months)]
    assert (len(months), min(months), sorted(months)[5] + sorted(months)[6]) == (12, 2950000, 2 * 3100000)


def test_an_account_without_takings_is_not_asked_for_them() -> None:
    months = (own("2026-05", 30000), own("2026-06", 31000), own("2026-06", None, home=500, source="b"))
    assert own_takings(months) == (("2026-05", 3000000), ("2026-06", 3100000))
    assert own_sums(months, "home_costs") == (("2026-06", 50000),)


def test_habits_of_six_months() -> None:
    habits = habits_of(SIX)
    assert habits is not None
    assert (habits.typical.value, habits.worst.value, habits.best.value) == (
        D("28750.00"),
        D("26000.00"),
        D("31000.00"),
    )
    assert habits.worst.args == (("month", "2026-10"),)
    assert habits.spread == D("17.4")  # 5,000 of 28,750
    assert habits.trend == D("-10.0")  # 27,000 after 30,000
    assert habits.cost_share == D("81.1")  # 79.0, 80.0, 80.0, 82.1, 84.7, 85.0
    assert habits.short_months == ("2026-07", "2026-08", "2026-09", "2026-10")


@pytest.mark.parametrize("months", [(), SIX[:2], tuple(own(f"2026-0{n}", 0) for n in range(1, 8))])
def test_too_little_says_nothing(months: tuple[OwnMonth, ...]) -> None:
    assert habits_of(months) is None


def test_five_months_have_no_trend() -> None:
    habits = habits_of(SIX[:5])
    assert habits is not None
    assert habits.trend is None


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 10**8), st.integers(0, 10**8)), min_size=3, max_size=12))
def test_any_months(money: list[tuple[int, int]]) -> None:
    months = tuple(
        own(f"2026-{n:02d}", 0).model_copy(update={"takings": D(a) / 100, "shop_costs": D(b) / 100})
        for n, (a, b) in enumerate(money, 1)
    )
    habits = habits_of(months)
    if habits is not None:
        assert habits.worst.value <= habits.typical.value <= habits.best.value  # type: ignore[operator]
        assert habits.spread >= 0
