"""What follows from an offer: the sums, the reasons in words, and the way on after a refusal."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from negotiator_tui.case.case import Case
from negotiator_tui.case.kinds import Refusal
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.offer import extras
from negotiator_tui.ui.view import View

from .drawn import TODAY, D, actions, assert_drawn, case_of, cases, figures, flat, headings, seen

LOAN = {
    "name": "网商贷",
    "shape": "loan",
    "outstanding": D(12000),
    "overdue": "yes",
    "overdue_principal": D(0),
    "overdue_interest": D(0),
    "penalty_due": D(0),
    "next_due": TODAY.replace(month=12),
    "rate": D(12),
    "rate_per": "year",
    "year_days": "360",
    "as_of": TODAY,
}


def _case(*offers: dict[str, Any], costs: int | None = 3000, **more: Any) -> Case:
    """1,800 a month are for debts."""
    lines = [] if costs is None else [{"side": "home", "name": "food", "amount": D(costs), "every": "month"}]
    return case_of(
        first={"takings": D(0), "shop_costs": D(0)},
        debts=[LOAN],
        income=[{"side": "home", "name": "wage", "amount": D(5000), "every": "month"}],
        costs=lines,
        offers=list(offers),
        **more,
    )


def _rows(case: Case, **more: Any) -> list[r.Row]:
    return extras(seen(case, item=("offers", case.offers[0].id), **more), case.offers[0])


def _page(view: View) -> list[r.Row]:
    return extras(view, view.case.offers[0]) if view.case.offers else []


def test_an_offer_that_can_be_carried_is_worked_out() -> None:
    rows = _rows(_case({"debt": "d1", "months": 12, "rate": D(12)}))
    text = flat(rows)
    assert "1,066.19 a month; the rate stays as it is; 12 months in all" in text
    assert "It can be carried in every month, in a bad one too." in text
    found = figures(rows)
    assert found["Instalment"] == D("1066.19")
    assert found["Given up by the lender"] == 0
    # The last instalment closes the balance; the twelve come to about 12 x 1,066.19.
    assert abs((found["In all"] or 0) - D("12794.28")) <= D("0.12")


def test_an_offer_that_breaks_names_the_month_and_by_how_much() -> None:
    rows = _rows(_case({"debt": "d1", "months": 6, "rate": D(0)}))
    assert "It cannot be carried: 2026-12 is the first month that is short, by 200.00." in flat(rows)
    assert figures(rows)["Missing in {month}"] == D("200.00")


def test_fees_and_a_larger_instalment_are_reasons_in_words() -> None:
    offer = {"debt": "d1", "months": 12, "rate": D(12), "instalment": D(1150), "fee_monthly": D(50)}
    text = flat(_rows(_case(offer)))
    assert "They say 1,150.00 each; by the terms themselves it is 1,066.19." in text
    assert "Fees come to 600.00 in all" in text
    assert "above 24%" in text
    # 1,150 for twelve months at 1 % are worth 12,943.34.
    assert "By this offer more is paid than the contract is worth: 943" in text


def test_paying_first_is_asked_about() -> None:
    text = flat(_rows(_case({"debt": "d1", "months": 12, "paid_now": D(2000)})))
    assert "2,000.00 is to be paid first. Ask what it settles and what is given for it, in writing" in text


def test_while_the_budget_is_open_no_offer_is_called_covered() -> None:
    rows = _rows(_case({"debt": "d1", "months": 12, "rate": D(0)}, costs=None))
    text = flat(rows)
    assert "cannot be said yet" in text
    assert "overed" not in text
    assert actions(rows)["open.first.home_costs"].target == r.Target("first", ("first", "home_costs"))
    assert figures(rows)["Instalment"] == D("1000.00")


@pytest.mark.parametrize("reason", list(Refusal))
def test_a_refusal_leads_to_its_way(reason: Refusal) -> None:
    rows = _rows(_case({"debt": "d1", "answer": "refused", "refusal": reason}))
    assert actions(rows)["refused"].target == r.Target("refused", ("action", f"route.{reason.value}"))
    assert headings(rows) == []


def test_a_refusal_without_a_reason_asks_for_it() -> None:
    rows = _rows(_case({"debt": "d1", "answer": "refused"}))
    assert "A refusal has a reason" in flat(rows)
    assert actions(rows)["refused"].target == r.Target("refused")


def test_terms_that_came_with_a_refusal_are_worked_out_too() -> None:
    rows = _rows(_case({"debt": "d1", "answer": "refused", "refusal": "too-short", "months": 3, "rate": D(0)}))
    assert "What this offer comes to" in headings(rows)


def test_an_offer_without_its_debt_asks_for_it() -> None:
    assert actions(_rows(_case({"months": 12})))["whose"].target == r.Target("debts")


def test_missing_months_are_named() -> None:
    rows = _rows(_case({"debt": "d1", "rate": D(0)}))
    assert "The number of instalments is not there yet" in flat(rows)
    assert figures(rows) == {}


def test_the_plan_is_offered_beside_it_where_there_is_one() -> None:
    offer = {"debt": "d1", "months": 12}
    assert "plan" not in actions(_rows(_case(offer)))
    assert actions(_rows(_case(offer, plans=[{"name": "A"}])))["plan"].target == r.Target("plan")


def test_offers_can_be_drawn() -> None:
    assert_drawn(_page, _case({"debt": "d1", "months": 6, "rate": D(0), "paid_now": D(500), "fee_monthly": D(20)}))
    assert_drawn(_page, _case({"debt": "d1", "answer": "refused"}))
    assert_drawn(_page, _case({"debt": "d1", "months": 12}, costs=None))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(cases(lists=("debts", "missed", "income", "costs", "offers", "plans")))
def test_any_offer_can_be_drawn(case: Case) -> None:
    assert_drawn(_page, case)
