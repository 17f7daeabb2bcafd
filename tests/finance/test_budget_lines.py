"""One line over the months, against tables worked out by hand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator_tui.finance.budget_lines import flow_of
from negotiator_tui.finance.months import month_of, month_text

from .budget_cases import D, case_of, cost, income

NOW = month_of(date(2026, 11, 23))


def cost_flow(amount, span=14, **more):
    return flow_of(case_of(costs=[cost(amount, **more)]).costs[0], NOW, span)


def income_flow(amount, span=14, **more):
    return flow_of(case_of(income=[income(amount, **more)]).income[0], NOW, span)


def months(fen):
    """What is not 0, by month, in yuan."""
    return {month_text(NOW + index): f"{each / 100:.2f}" for index, each in enumerate(fen) if each}


@pytest.mark.parametrize(
    ("every", "amount", "monthly"),
    [
        ("day", "120", 365000),  # 120 x 365 / 12 = 3,650
        ("day", "0.01", 30),  # 0.304166
        ("week", "300", 130000),  # 300 x 52 / 12 = 1,300
        ("week", "100", 43333),  # 433.3333
        ("two-weeks", "100", 21667),  # 216.6667
        ("two-weeks", "0.03", 7),  # 0.065 is a half: up
        ("month", "812.50", 81250),
        (None, "812.50", 81250),
    ],
)
def test_regular_lines_by_the_month(every, amount, monthly):
    assert cost_flow(amount, every=every).even == (monthly,) * 14
    assert income_flow(amount, every=every).even == (monthly,) * 14


def test_a_regular_line_counts_in_its_months_only():
    flow = cost_flow("100", months=(12, 1, 6), from_="2026-12", until="2027-06")
    assert months(flow.even) == {"2026-12": "100.00", "2027-01": "100.00", "2027-06": "100.00"}


# The bill, and what is put by for it from November 2026 on.
PUT_BY = [
    # due in December 2026: half now, half then; the odd fen then; the next one over its twelve months
    (
        {"every": "year", "months": (12,), "amount": "100.01"},
        [5000, 5001, 833, 833, 833, 833, 833, 833, 833, 833, 833, 833, 833, 838],
    ),
    # due this month: all of it now
    ({"every": "year", "months": (11,), "amount": "1200"}, [120000, *[10000] * 13]),
    # 700 of it saved: 500 left over two months
    ({"every": "year", "months": (12,), "amount": "1200", "saved": D("700")}, [25000, 25000, *[10000] * 12]),
    # more saved than the first bill: the rest goes to the next
    ({"every": "quarter", "months": (1, 4, 7, 10), "amount": "300", "saved": D("450")},
     [0, 0, 0, 5000, 5000, 5000, *[10000] * 8]),
    # half-yearly, two months named
    ({"every": "half-year", "months": (2, 8), "amount": "600"}, [15000, 15000, 15000, 15000, *[10000] * 10]),
    # one month named for a quarterly cost is where its round begins: February, May, August, November
    ({"every": "quarter", "months": (2,), "amount": "300"}, [30000, *[10000] * 13]),
    # twice a year, each over its own twelve months: March over five months, then September
    ({"every": "year", "months": (3, 9), "amount": "1100"},
     [22000 + 10000] * 5 + [10000 + 9166] * 6 + [9166 + 9166] * 3),
    # once in March 2027, not again
    ({"every": "once", "months": (3,), "amount": "1000"}, [20000] * 5 + [0] * 9),
    ({"every": "once", "from_": "2027-03", "amount": "1000"}, [20000] * 5 + [0] * 9),
    ({"every": "once", "until": "2027-03", "amount": "1000"}, [20000] * 5 + [0] * 9),
    ({"every": "once", "from_": "2026-10", "amount": "1000"}, [0] * 14),
    ({"every": "once", "from_": "2026-01", "months": (3,), "amount": "1000"}, [0] * 14),
    # without its month: a part of it each month; a single one is through after twelve
    ({"every": "year", "amount": "1000"}, [8333] * 14),
    ({"every": "quarter", "amount": "1000"}, [33333] * 14),
    ({"every": "half-year", "amount": "1000", "until": "2027-01"}, [16667] * 3 + [0] * 11),
    ({"every": "once", "amount": "200"}, [1667] * 11 + [1663] + [0] * 2),
    ({"every": "once", "amount": "200", "saved": D("80")}, [1000] * 12 + [0] * 2),
    # it ends before it is due, or has not begun
    ({"every": "year", "months": (3,), "amount": "1000", "until": "2027-02"}, [0] * 14),
    ({"every": "year", "months": (1,), "amount": "1200", "from_": "2028-01"}, [0] * 3 + [10000] * 11),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), PUT_BY, ids=[str(index) for index in range(len(PUT_BY))])
def test_what_is_put_by_for_a_bill(line, expected):
    assert list(cost_flow(**line).even) == expected


def test_as_it_occurs_a_bill_stands_in_its_own_month():
    assert months(cost_flow("1100", every="year", months=(3, 9)).cash) == {"2027-03": "1100.00", "2027-09": "1100.00"}
    saved = cost_flow("300", every="quarter", months=(1, 4, 7, 10), saved=D("450"))
    assert months(saved.cash) == {"2027-04": "150.00", "2027-07": "300.00", "2027-10": "300.00"}


def test_irregular_income_is_never_spread_and_never_repeated_by_itself():
    assert months(income_flow("900", every="quarter", months=(2,)).even) == {"2027-02": "900.00"}
    assert months(income_flow("900", every="once", months=(11,)).even) == {"2026-11": "900.00"}
    undated = income_flow("900", every="half-year")
    assert undated.even is None
    assert undated.missing == ("income", "i1", "months")


def test_a_line_without_amount_has_no_months():
    flow = cost_flow(None)
    assert flow.even is None
    assert flow.figure().missing == (("costs", "c1", "amount"),)
    assert flow.figure().value is None


def test_the_figure_of_a_line_says_what_it_is_put_by_for():
    figure = cost_flow("6000", every="year", months=(10,), name="insurance").figure()
    assert (figure.value, figure.name, figure.source) == (D("500.00"), "insurance", ("costs", "c1", "amount"))
    assert dict(figure.args) == {"amount": "6000.00", "month": "2027-10", "count": "12"}


@given(
    amount=st.integers(0, 10**9),
    saved=st.integers(0, 10**9),
    named=st.lists(st.integers(1, 12), min_size=1, max_size=6, unique=True),
    every=st.sampled_from(["quarter", "half-year", "year", "once"]),
)
def test_what_is_put_by_adds_up_to_the_bills(amount, saved, named, every):
    yuan = D(amount).scaleb(-2)
    flow = cost_flow(yuan, span=60, every=every, months=tuple(named), saved=D(saved).scaleb(-2))
    put_by = list(flow.even)
    due = list(flow.cash)
    # By the end of any month in which a bill comes, at least the bills so far have been put by; nothing is lost.
    for index in range(60):
        assert sum(put_by[: index + 1]) >= sum(due[: index + 1])
    if every == "once":
        assert sum(put_by) == sum(due) == max(0, amount - saved)
    assert all(each >= 0 for each in put_by)
