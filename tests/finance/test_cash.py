"""28 days and twelve months of cash, against days counted by hand."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator_tui.finance.cash import cash_12, cash_28, cash_json

from .budget_cases import TODAY, D, case_of, cost, income

# 23 November 2026 is a Monday; the last of 28 days is Sunday, 20 December.
LAST = date(2026, 12, 20)
BASE = {
    "first": {"cash_at_hand": D("8300")},
    "income": [income("0")],
    "costs": [cost("0"), cost("0", "home")],
}


def with_lines(*, incomes=(), costs=(), **more):
    lists = {**BASE, "income": [*BASE["income"], *incomes], "costs": [*BASE["costs"], *costs], **more}
    return case_of(**lists)


def moved(case, kind=None):
    """Day and yuan of every event."""
    return [
        (f"{event.day:%m-%d}", event.fen / 100, event.sure)
        for day in cash_28(case, TODAY).days
        for event in day.events
        if kind in {None, event.kind}
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ({"amount": "100", "day": 5}, [("12-05", -100, True)]),
        ({"amount": "100", "day": 31}, [("11-30", -100, True)]),
        ({"amount": "100", "day": 23}, [("11-23", -100, True)]),
        ({"amount": "100", "day": 22}, []),  # 22 November is past, 22 December after the 28 days
        ({"amount": "100", "day": 5, "from_": "2027-01"}, []),
        ({"amount": "100"}, [("11-23", -100, False)]),
        ({"amount": "100", "months": (12,)}, [("12-01", -100, False)]),
        ({"amount": "7", "every": "week"}, [(day, -7, False) for day in ("11-23", "11-30", "12-07", "12-14")]),
        ({"amount": "7", "every": "week", "day": 4}, [(d, -7, True) for d in ("11-25", "12-02", "12-09", "12-16")]),
        ({"amount": "7", "every": "two-weeks"}, [("11-23", -7, False), ("12-07", -7, False)]),
        ({"amount": "600", "every": "year", "months": (12,), "day": 9, "saved": D("200")}, [("12-09", -400, True)]),
        ({"amount": "600", "every": "year", "months": (12,)}, [("12-01", -600, False)]),
        ({"amount": "600", "every": "year", "months": (3,)}, []),
        ({"amount": "600", "every": "once", "until": "2026-11"}, [("11-23", -600, False)]),
    ],
)
def test_the_day_a_cost_goes_out(line, expected):
    assert moved(with_lines(costs=[cost(**line)])) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ({"amount": "100", "day": 10}, [("12-10", 100, True)]),
        ({"amount": "100"}, [("12-20", 100, False)]),
        ({"amount": "100", "months": (11,)}, [("11-30", 100, False)]),
        ({"amount": "7", "every": "week"}, [(day, 7, False) for day in ("11-29", "12-06", "12-13", "12-20")]),
        ({"amount": "7", "every": "two-weeks"}, [("12-06", 7, False), ("12-20", 7, False)]),
        ({"amount": "900", "every": "quarter", "months": (11,)}, [("11-30", 900, False)]),
    ],
)
def test_the_day_an_income_of_the_home_comes(line, expected):
    assert moved(with_lines(incomes=[income(side="home", **line)])) == expected


def test_daily_lines_and_takings_come_every_day():
    daily = moved(with_lines(costs=[cost("12.50", every="day", until="2026-11")]))
    assert daily == [(f"11-{day}", -12.5, True) for day in range(23, 31)]
    takings = cash_28(with_lines(incomes=[income("31000")]), TODAY).days
    # 31,000 / 30 = 1,033.33 in November, 1,000 in December
    assert sum(day.incoming for day in takings[:8]) == 3100000 - 3100000 * 22 // 30
    assert [day.incoming for day in takings[8:]] == [100000] * 20


def test_rough_answers_are_spread_over_the_month():
    rough = {"cash_at_hand": D("1000"), "takings": D("3000"), "shop_costs": D("1500"), "home_costs": D("900")}
    view = cash_28(case_of(first=rough), TODAY)
    assert (view.days[0].incoming, view.days[0].outgoing) == (10000, 8000)
    # 20 a day for eight days; December: 600 / 31 a day, 20 days
    assert view.days[7].balance == 100000 + 8 * 2000
    assert view.days[27].balance == 116000 + 300000 * 20 // 31 - 150000 * 20 // 31 - 90000 * 20 // 31


def test_a_must_takes_the_place_of_costs_of_its_kind_in_its_week():
    stock = cost("3000", group="stock", day=25)
    musts = [{"name": "flour", "amount": D("800"), "day": date(2026, 11, 26), "group": "stock"}]
    assert moved(with_lines(costs=[stock], week=musts)) == [("11-25", -2200, True), ("11-26", -800, True)]
    more = [{**musts[0], "amount": D("3500"), "day": None}]
    assert moved(with_lines(costs=[stock], week=more)) == [("11-23", -3500, False)]
    other = [{**musts[0], "group": "medicine"}]
    assert moved(with_lines(costs=[stock], week=other)) == [("11-25", -3000, True), ("11-26", -800, True)]
    later = cost("3000", group="stock", day=5)
    assert moved(with_lines(costs=[later], week=musts)) == [("11-26", -800, True), ("12-05", -3000, True)]


LOAN = {
    "name": "loan", "shape": "loan", "next_due": date(2026, 11, 30), "next_amount": D("4359.63"), "months_left": 12,
    "autodebit": "yes", "autodebit_from": "ICBC 6222 0000 1234 5678",
}  # fmt: skip


def test_the_first_short_day_and_what_a_debit_may_take():
    case = with_lines(
        costs=[cost("5000", group="rent", day=28)],
        debts=[LOAN],
        first={"cash_at_hand": D("8300"), "takings_account": "bank card ending 5678", "essentials_account": "1111"},
    )
    view = cash_28(case, TODAY)
    day = view.days[7]
    assert (day.day, day.dues, day.balance) == (date(2026, 11, 30), 435963, 830000 - 500000 - 435963)
    assert view.first_short == date(2026, 11, 30)
    assert day.short is True  # 3,300 on the evening before
    (sweep,) = day.sweeps
    assert (sweep.fen, sweep.sure, sweep.takings, sweep.essentials) == (435963, True, True, False)
    assert cash_28(with_lines(debts=[LOAN]), TODAY).days[7].short is False


def test_what_is_overdue_may_be_debited_any_day_unless_it_is_not_debited():
    debt = {**LOAN, "autodebit": None, "overdue": "yes", "overdue_principal": D("4000"), "penalty_due": D("67.68")}
    view = cash_28(with_lines(debts=[debt]), TODAY)
    assert [(sweep.fen, sweep.day, sweep.sure) for sweep in view.any_day] == [(406768, None, False)]
    view = cash_28(with_lines(debts=[{**debt, "autodebit": "no"}]), TODAY)
    assert view.any_day == ()
    assert all(day.sweeps == () for day in view.days)


def test_no_balance_is_told_from_half_the_answers():
    view = cash_28(case_of(**{**BASE, "first": {}}), TODAY)
    assert (view.opening, view.days[27].balance, view.first_short) == (None, None, None)
    assert ("first", "cash_at_hand") in view.missing
    view = cash_28(case_of(first={"cash_at_hand": D("100"), "home_costs": D("5700")}), TODAY)
    assert (view.opening, view.first_short) == (None, None)
    assert view.days[27].outgoing > 0
    view = cash_28(with_lines(costs=[cost("600", every="year")]), TODAY)
    assert view.unplaced == (("costs", "c3", "months"),)


def test_twelve_months_begin_with_the_rest_of_this_one():
    case = with_lines(
        incomes=[income("30000"), income("3800", "home", day=10)],
        costs=[cost("20000", day=1), cost("6000", "home", day=28), cost("1200", every="year", months=(2,))],
        budget={"tax_percent": D("10")},
        debts=[{**LOAN, "months_left": 2}],
    )
    months = cash_12(case, TODAY)
    assert [month.month for month in months][::11] == ["2026-11", "2027-10"]
    # 23 to 30 November: eight thirtieths of the takings; the home costs; the instalment
    first, second, fourth = months[0], months[1], months[3]
    assert (first.incoming, first.outgoing, first.dues) == (800000, 600000, 435963)
    assert first.end == 830000 + 800000 - 600000 - 435963
    # December: all of it; the shop has 300 of the yearly bill put by (four months to February), tax 10 % of 9,700
    assert (second.incoming, second.outgoing, second.dues) == (3380000, 2600000 + 97000, 435963)
    # February: the bill itself
    assert (fourth.month, fourth.outgoing, fourth.dues) == ("2027-02", 2600000 + 120000 + 97000, 0)
    assert cash_12(case_of(first={"cash_at_hand": D("5")}), TODAY) == ()


def test_json_is_plain_and_complete():
    out = cash_json(with_lines(debts=[LOAN], costs=[cost("5", day=30)]), TODAY)
    assert json.loads(json.dumps(out)) == out
    assert len(out["days"]) == 28
    assert len(out["months"]) == 12
    assert out["days"][7]["balance"] == "3935.37"
    assert out["days"][7]["sweeps"][0]["amount"] == "4359.63"
    assert out["first_short"] is None
    empty = cash_json(case_of(), TODAY)
    assert (empty["opening"], empty["cash_free"], empty["months"]) == (None, None, [])


lines = st.fixed_dictionaries(
    {
        "amount": st.integers(0, 10**7).map(lambda fen: D(fen).scaleb(-2)),
        "every": st.sampled_from(["day", "week", "two-weeks", "month", "quarter", "year", "once"]),
        "side": st.sampled_from(["shop", "home"]),
        "months": st.one_of(st.none(), st.lists(st.integers(1, 12), min_size=1, max_size=5).map(tuple)),
        "day": st.one_of(st.none(), st.integers(1, 31)),
    }
)


@given(st.lists(lines, max_size=4), st.lists(lines, max_size=4))
def test_the_last_balance_is_the_first_and_everything_between(incomes, costs):
    view = cash_28(with_lines(incomes=[{"name": "x", **each} for each in incomes], costs=costs), TODAY)
    between = sum(event.fen for day in view.days for event in day.events)
    assert view.days[-1].balance == 830000 + between
    assert [day.day for day in view.days] == [TODAY + timedelta(days=number) for number in range(28)]
    assert all(event.day == day.day for day in view.days for event in day.events)
    assert view.days[-1].day == LAST
