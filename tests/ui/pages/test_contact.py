"""What follows from one contact."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.case.plans import Ladder
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.contact import extras
from negotiator_tui.ui.view import View

from .drawn import TODAY, D, actions, assert_drawn, case_of, cases, flat, headings, seen, words

DEMO = demo_case(TODAY)
PLANNED = DEMO.model_copy(update={"ladders": (Ladder(id="g1", debt="d1", line=D(1000)),)})
"""The made-up case with a round line."""
LOAN = {"name": "网商贷", "shape": "loan", "loan_use": "business", "outstanding": D(48000), "overdue": "yes"}


def _rows(*contacts: dict[str, Any], base: Case | None = None, **more: Any) -> list[r.Row]:
    """The rows of the first of these contacts, in a case that begins with one debt or in another one."""
    case = case_of(debts=[LOAN], contacts=contacts) if base is None else base
    if base is not None:
        added = case_of(contacts=contacts).contacts
        case = base.model_copy(update={"contacts": added})
    return extras(seen(case, **more), case.contacts[0])


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_a_promise_within_the_line_is_fine() -> None:
    rows = _rows({"debt": "d1", "promised_amount": D(1000)}, base=PLANNED)
    assert "It stays within your line of 1,000.00 a month." in flat(rows)


def test_a_promise_above_the_line_is_challenged_in_words_with_both_figures() -> None:
    text = flat(_rows({"debt": "d1", "promised_amount": D(1800)}, base=PLANNED))
    assert "1,800.00 a month is 800.00 above your line of 1,000.00" in text
    assert "I have to take that back and will answer in writing." in text
    assert "The line: your line." in text


def test_hidden_amounts_stay_hidden() -> None:
    text = words(_rows({"debt": "d1", "promised_amount": D(1800)}, base=DEMO, hide=True), hide=True)
    assert "1,800" not in text
    assert "1,000" not in text


def test_without_a_plan_or_budget_nothing_is_called_affordable() -> None:
    rows = _rows({"debt": "d1", "promised_amount": D(10)})
    assert "cannot be told yet" in flat(rows)
    assert "within" not in flat(rows)
    assert actions(rows)["plan"].target == r.Target("plan")


def test_no_amount_named_is_no_promise() -> None:
    assert "What you promised" not in headings(_rows({"debt": "d1", "promised": "我会还"}))


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (date(2026, 11, 27), "4 days left"),
        (date(2026, 11, 23), "It is due today."),
        (date(2026, 11, 20), "3 days late. Ask again in writing, with the date and the number XS-1."),
    ],
)
def test_the_day_of_the_answer_is_counted(due: date, words: str) -> None:
    assert words in flat(_rows({"debt": "d1", "answer_due": due, "reference": "XS-1"}))


def test_a_late_answer_leads_to_what_to_do_in_silence() -> None:
    assert "refused" in actions(_rows({"debt": "d1", "answer_due": date(2026, 11, 20)}))
    assert "refused" not in actions(_rows({"debt": "d1", "answer_due": date(2026, 11, 27)}))


def test_an_answer_that_came_is_late_no_more() -> None:
    first = {"debt": "d1", "at": _at("2026-11-10T09:00"), "answer_due": date(2026, 11, 20)}
    later = {"debt": "d1", "at": _at("2026-11-19T09:00")}
    assert "later contact about this debt" in flat(_rows(first, later))
    assert "late" in flat(_rows(first, {**later, "debt": None}))
    assert "3 days late" in flat(_rows(first, {**later, "at": _at("2026-11-09T09:00")}))


def test_what_was_not_written_down_is_named_for_the_next_time() -> None:
    text = flat(_rows({"debt": "d1", "said": "没有", "reference": "XS-1"}))
    assert "Not written down: the staff number, the day of the answer" in text
    full = {"said": "没有", "reference": "XS-1", "staff_number": "12", "answer_due": date(2026, 12, 1)}
    assert "Not written down" not in flat(_rows({"debt": "d1", **full}))
    assert "Not written down" not in flat(_rows({"debt": "d1"}))


@pytest.mark.parametrize("caller", ["lender", "collector", "other"])
def test_when_they_called_the_rules_of_conduct_stand_there_with_their_scope(caller: str) -> None:
    text = flat(_rows({"debt": "d1", "caller": caller}))
    assert "Please write to me" in text
    assert "This is a business loan." in text


def test_when_the_borrower_called_they_do_not() -> None:
    assert "business loan" not in flat(_rows({"debt": "d1", "caller": "me"}))


def test_the_rules_say_by_their_own_words_how_far_they_reach() -> None:
    rows = _rows({"debt": "d1", "caller": "collector"}, unfolded=frozenset({"grounds.conduct"}), lang="zh_Hans")
    text = flat(rows)
    assert "可以请对方参照" in text
    card = case_of(debts=[{"name": "卡", "shape": "card"}], contacts=[{"debt": "d1", "caller": "collector"}])
    of_card = extras(seen(card, unfolded=frozenset({"grounds.conduct"}), lang="zh_Hans"), card.contacts[0])
    assert "商业银行信用卡业务监督管理办法" in flat(of_card)
    assert "商业银行信用卡业务监督管理办法" not in text


@pytest.mark.parametrize(("at", "night"), [("T23:10", True), ("T07:59", True), ("T08:00", False), ("T21:59", False)])
def test_a_call_at_night_is_pointed_out(at: str, night: bool) -> None:
    text = flat(_rows({"debt": "d1", "caller": "collector", "at": _at(f"2026-11-20{at}")}))
    assert ("Keep the time with the record" in text) is night


def test_an_offer_is_written_down_from_here() -> None:
    row = actions(_rows({"debt": "d1"}))["offer"]
    assert (row.command, row.argument) == ("new-item", "offers debt=d1 received_on=today")


def _page(view: View) -> list[r.Row]:
    return extras(view, view.case.contacts[0])


def test_every_contact_of_the_made_up_case_can_be_drawn() -> None:
    for number in range(len(DEMO.contacts)):
        case = DEMO.model_copy(update={"contacts": DEMO.contacts[number:]})
        assert_drawn(_page, case, unfolded=frozenset({"grounds.conduct"}))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases(lists=("debts", "contacts", "plans", "terms", "income", "costs")))
def test_no_contact_is_too_incomplete(case: Case) -> None:
    for contact in case.contacts:
        assert isinstance(extras(seen(case), contact), list)
