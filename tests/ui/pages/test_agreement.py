"""What follows from an agreement: red lines first, its payments, and how it differs from what was asked for."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.agreement import extras
from negotiator_tui.ui.view import View

from .drawn import TODAY, D, actions, assert_drawn, case_of, cases, figures, flat, headings, seen

LOAN = {"name": "网商贷", "shape": "loan", "outstanding": D(12000), "overdue": "yes", "rate": D(0), "rate_per": "year"}
CLEAR = dict.fromkeys(("red_payee", "red_signers", "red_late", "red_fees"), "present")
TERMS = {"debt": "d1", "months": 12, "instalment": D(1000), "first_due": date(2026, 12, 23), "rate": D(0)}


def _case(agreement: dict[str, Any], **more: Any) -> Case:
    """1,800 a month are for debts."""
    return case_of(
        first={"takings": D(0), "shop_costs": D(0)},
        debts=[LOAN],
        income=[{"side": "home", "name": "wage", "amount": D(5000), "every": "month"}],
        costs=[{"side": "home", "name": "food", "amount": D(3000), "every": "month"}],
        agreements=[agreement],
        **more,
    )


def _rows(case: Case, **more: Any) -> list[r.Row]:
    return extras(seen(case, **more), case.agreements[0])


def _page(view: View) -> list[r.Row]:
    return extras(view, view.case.agreements[-1]) if view.case.agreements else []


def test_red_lines_come_first_and_unclear_is_still_open() -> None:
    rows = _rows(_case(TERMS | CLEAR | {"red_late": "unclear", "red_fees": "missing"}))
    assert isinstance(rows[0], r.Heading)
    assert rows[0].aside == "2 of 4 still open: do not say yes yet"
    text = flat(rows)
    assert "One late payment unclear, so still open Look for There are days of slack" in text
    assert "any shortfall makes everything due" in text
    assert "Extra money not in it" in text
    assert "Who is paid" not in text


@pytest.mark.parametrize("name", sorted(CLEAR))
def test_one_line_that_was_not_looked_at_keeps_it_open(name: str) -> None:
    clear = {field: value for field, value in CLEAR.items() if field != name}
    text = flat(_rows(_case(TERMS | clear)))
    assert "1 of 4 still open" in text
    assert "The four red lines are clear" not in text


def test_when_all_four_are_clear_it_says_so() -> None:
    text = flat(_rows(_case(TERMS | CLEAR)))
    assert "The four red lines are clear." in text
    assert "still open: do not" not in text


def test_other_clauses_are_told_where_open_and_folded_where_not_looked_at() -> None:
    case = _case(TERMS | CLEAR | {"settlement": "missing", "form": "present"})
    rows = _rows(case)
    text = flat(rows)
    assert "A paper that it is settled" in text
    assert "Look for Name" not in text
    fold = actions(rows)["clauses.a1"]
    more = _rows(case, unfolded=frozenset({fold.argument}))
    assert "clauses.a1" not in actions(more)
    assert len(more) > len(rows)


def test_its_payments_and_the_way_to_the_list() -> None:
    rows = _rows(_case(TERMS | CLEAR))
    assert figures(rows)["All payments"] == D("12000.00")
    text = flat(rows)
    assert "12, 2026-12-23 to 2027-11-23" in text
    assert "Every month is covered" in text
    assert "what its terms come to, to the fen" in text
    assert actions(rows)["make-payments"].argument == "make-payments a1"
    paid = {"agreement": "a1", "due": date(2026, 12, 23), "amount": D(1000), "paid_on": TODAY}
    listed = _rows(_case(TERMS | CLEAR, payments=[paid]))
    assert "make-payments" not in actions(listed)
    assert actions(listed)["payments"].target == r.Target("payments")
    assert figures(listed)["Paid so far"] == D("1000.00")


@pytest.mark.parametrize(
    ("instalment", "said"),
    [(D(1050), "The payments are 600.00 more."), (D(900), "The payments are 1,200.00 less.")],
)
def test_payments_that_are_not_what_the_terms_come_to_are_pointed_out(instalment: D, said: str) -> None:
    text = flat(_rows(_case(TERMS | {"instalment": instalment})))
    assert "By its own terms 12,000.00 would come to 12,000.00 in all." in text
    assert said in text


def test_an_agreement_that_breaks_names_the_month() -> None:
    rows = _rows(_case(TERMS | {"months": 6, "instalment": D(2000)}))
    assert "short, by 200.00" in flat(rows)


def test_without_its_terms_nothing_is_made_up() -> None:
    rows = _rows(_case({"debt": "d1"} | CLEAR))
    assert figures(rows) == {}
    assert "With instalment, number and first day its payments stand here." in flat(rows)
    assert "make-payments" not in actions(rows)


def test_differences_from_the_plan_are_listed() -> None:
    asked = {"plan": "p1", "debt": "d1", "method": "equal-instalment", "months": 24, "rate": D(0)}
    rows = _rows(_case(TERMS | CLEAR, plans=[{"name": "mine"}], terms=[asked]))
    text = flat(rows)
    assert "instalment agreed 1,000.00, asked for 500.00" in text
    assert "instalments in all agreed 12, asked for 24" in text
    assert "rate a year" not in text
    same = _rows(_case(TERMS | CLEAR, plans=[{"name": "mine"}], terms=[asked | {"months": 12}]))
    assert "it is what the plan asks for" in flat(same)
    assert "Beside what was asked for" not in headings(_rows(_case(TERMS | CLEAR)))


def test_agreements_can_be_drawn() -> None:
    assert_drawn(_page, demo_case(TODAY))
    assert_drawn(_page, _case(TERMS | {"months": 60, "instalment": None}))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(cases(lists=("debts", "income", "costs", "plans", "terms", "agreements", "payments")))
def test_any_agreement_can_be_drawn(case: Case) -> None:
    assert_drawn(_page, case)


@pytest.mark.parametrize(("shape", "said"), [("arrears", True), ("personal", True), ("loan", False), ("card", False)])
def test_what_is_owed_to_a_person_is_told_apart_from_a_lenders_agreement(shape: str, *, said: bool) -> None:
    case = case_of(debts=[LOAN | {"shape": shape}], agreements=[{"debt": "d1"}])
    assert ("pay the person you owe" in flat(_rows(case))) is said
