"""Where nothing can be carried: the other request, the sums for the shop, and what more a month would do."""

import pytest

from negotiator_tui.case.case import Case
from negotiator_tui.finance.search import searched
from negotiator_tui.finance.search_beyond import beside
from negotiator_tui.finance.search_debt import Mode
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.budget import shop
from negotiator_tui.ui.pages.plan import plan
from negotiator_tui.ui.pages.routes import refused

from .drawn import TODAY, D, actions, assert_drawn, case_of, flat, headings, seen
from .test_plan_search import LOAN, budget_case

NONE_FITS = budget_case({**LOAN, "outstanding": D(230000)})
DEFICIT = budget_case(LOAN, home=9000)
OPEN = frozenset({"other-request:1:all", "more-money:1:all"})
ADVICE = ("you should", "earn more", "we recommend", "better to")


@pytest.mark.parametrize(("case", "mode"), [(NONE_FITS, Mode.NONE_FITS), (DEFICIT, Mode.DEFICIT)])
def test_the_other_request_stands_where_no_plan_can_be_carried(case: Case, mode: Mode) -> None:
    search = searched(case, TODAY)
    assert search.mode is mode
    beyond = beside(search, case, TODAY)
    closed = flat(plan(seen(case, search=search, beyond=beyond)))
    assert "The other request: a pause, or a little for now" in closed
    text = flat(plan(seen(case, search=search, beyond=beyond, unfolded=OPEN)))
    assert "loan: a month more adds about" in text
    assert "loan: 100 would all go to interest and penalty" in text
    assert "When it is worth asking" in text
    assert "12348" in text
    assert "more a month: for every debt there would be a plan that survives bad months." in text
    assert not any(word in text for word in ADVICE)
    assert_drawn(plan, case, search=search, beyond=beyond, unfolded=OPEN)


def test_after_a_refusal_the_same_is_at_hand() -> None:
    case = budget_case(LOAN, plans=[{"name": "A"}], terms=[{"plan": "p1", "debt": "d1", "months": 8}])
    text = flat(refused(seen(case, unfolded=frozenset({"route:1:cannot-carry", "other-request:1:all"}))))
    assert "The other request" in text
    assert "more a month, or as much less spent, your plan would hold in bad months." in text


def test_a_plan_that_holds_needs_nothing_more() -> None:
    case = budget_case(LOAN, plans=[{"name": "A"}], terms=[{"plan": "p1", "debt": "d1", "months": 40}])
    text = flat(refused(seen(case, unfolded=frozenset({"route:1:too-short"}))))
    assert "your plan would hold" not in text


def losing(**budget: object) -> Case:
    return case_of(
        budget=dict(budget),
        income=[{"name": "till", "side": "shop", "amount": D(10000), "every": "month"}],
        costs=[
            {"name": "goods", "side": "shop", "amount": D(6000), "every": "month", "with_sales": "yes"},
            {"name": "rent", "side": "shop", "amount": D(5000), "every": "month", "group": "rent"},
            {"name": "food", "side": "home", "amount": D(900), "every": "month"},
        ],
    )


def test_a_losing_shop_sees_its_sums_and_can_answer_there() -> None:
    rows = shop(seen(losing(), unfolded=frozenset({"shop-ways"})))
    assert "The shop first" in headings(rows)
    values = {row.figure.label: row.figure.value for row in rows if isinstance(row, r.FigureRow)}
    assert values["What one more month of the shop costs"] == D("1000.00")
    assert values["Takings at which the shop covers its costs"] == D("12500.00")
    assert values["A month of rest, if nothing of it ends"] == D("5000.00")
    assert values["What closing would cost, once"] is None
    asked = {row.path for row in rows if isinstance(row, r.AskRow)}
    assert ("budget", "close_deposit") in asked
    known = losing(close_lease=D(6000), close_wages=D(0), close_deposit=D(2000), close_stock=D(500))
    text = flat(shop(seen(known, unfolded=frozenset({"shop-ways"}))))
    assert "as much as 4 months like this" in text
    assert not any(word in text for word in ADVICE)
    assert_drawn(shop, known, unfolded=frozenset({"shop-ways"}))


def test_a_shop_that_earns_sees_none_of_it() -> None:
    assert "The shop first" not in headings(shop(seen(budget_case())))


def test_the_way_to_it_from_the_plan_of_a_deficit() -> None:
    keys = set(actions(plan(seen(DEFICIT))))
    assert {"other-request.all", "no-plan", "shop"} <= keys


def test_a_year_that_only_begins_in_a_deficit_says_it_once() -> None:
    case = case_of(
        budget={"worst_takings": D(100)},
        debts=[{**LOAN, "outstanding": D(900000), "instalment": None}],
        income=[
            {"name": "till", "side": "shop", "amount": D(1000), "every": "month"},
            {"name": "wage", "side": "home", "amount": D(5000), "every": "month", "from_": "2027-11"},
        ],
        costs=[
            {"name": "rent", "side": "shop", "amount": D(0), "every": "month"},
            {"name": "food", "side": "home", "amount": D(1200), "every": "month"},
        ],
    )
    search = searched(case, TODAY)
    rows = plan(seen(case, search=search, beyond=beside(search, case, TODAY)))
    keys = [row.key for row in rows if isinstance(row, r.ActionRow)]
    assert search.mode is Mode.NONE_FITS
    assert keys.count("other-request.all") == 1
    assert len(keys) == len(set(keys))
