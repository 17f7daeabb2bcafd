"""Changes that plans, agreements and payments offer."""

from datetime import date
from typing import Any

import pytest

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.case.kinds import GraceKind, MaterialState, Method, YesNo
from negotiator_tui.guide.action import Now
from negotiator_tui.guide.next_answers import export
from negotiator_tui.guide.next_talk import holding
from negotiator_tui.ui.changes import CHANGES, changed

from .pages.drawn import TODAY, D, case_of

LOAN = {"name": "网商贷", "shape": "loan", "outstanding": D(12000), "overdue": "yes"}
NAMES = ("fill-plan", "copy-plan", "choose-plan", "make-payments", "paid-today", "take-material")


def _case(*debts: dict[str, Any], **more: Any) -> Case:
    return case_of(debts=list(debts), **more)


@pytest.mark.parametrize(
    ("debt", "method", "months"),
    [
        ({}, Method.EQUAL_INSTALMENT, 12),
        ({"method": "interest-only", "months_left": 7}, Method.INTEREST_ONLY, 7),
        ({"method": "low-then-high", "months_left": 90}, Method.EQUAL_INSTALMENT, 60),
    ],
)
def test_a_first_plan_begins_as_the_contract_goes_on(debt: dict[str, Any], method: Method, months: int) -> None:
    case = changed(_case(LOAN | debt), TODAY, "en", "start-plan")
    (plan,), (term,) = case.plans, case.terms
    assert (plan.name, plan.chosen) == ("Plan 1", YesNo.YES)
    assert (term.plan, term.debt, term.method, term.months, term.rate) == (plan.id, "d1", method, months, None)


def test_a_second_plan_does_not_take_the_place_of_the_chosen_one() -> None:
    case = changed(changed(_case(LOAN), TODAY, "en", "start-plan"), TODAY, "en", "start-plan")
    assert [(plan.name, plan.chosen) for plan in case.plans] == [("Plan 1", YesNo.YES), ("Plan 2", None)]


def test_a_plan_is_filled_once_with_every_debt_to_negotiate() -> None:
    friend = {"name": "姐姐", "shape": "personal", "outstanding": D(500), "overdue": "yes"}
    case = _case(LOAN, friend, LOAN | {"name": "second"}, plans=[{"name": "A"}], terms=[{"plan": "p1", "debt": "d3"}])
    filled = changed(case, TODAY, "en", "fill-plan p1")
    assert [term.debt for term in filled.terms] == ["d3", "d1"]
    assert changed(filled, TODAY, "en", "fill-plan p1") == filled


def test_a_copy_has_the_same_terms_and_is_a_plan_of_its_own() -> None:
    asked = {
        "plan": "p1",
        "debt": "d1",
        "months": 30,
        "rate": D(6),
        "grace_months": 2,
        "grace_kind": "interest-added",
        "penalty_waived": D(10),
        "first_due": date(2027, 1, 5),
    }
    plan = {"name": "A", "chosen": "yes", "start": date(2027, 1, 5)}
    case = changed(_case(LOAN, plans=[plan], terms=[asked]), TODAY, "en", "copy-plan p1")
    old, new = case.terms
    assert new.model_copy(update={"id": old.id, "plan": old.plan}) == old
    assert new.grace_kind is GraceKind.ADDED
    assert (case.plans[1].chosen, case.plans[1].start) == (None, date(2027, 1, 5))


def test_only_one_plan_is_the_one_to_ask_for() -> None:
    case = changed(demo_case(TODAY), TODAY, "en", "choose-plan p2")
    assert [plan.chosen for plan in case.plans] == [YesNo.NO, YesNo.YES]


def test_payments_of_listed_days_are_not_made_twice() -> None:
    terms = {"debt": "d1", "months": 3, "instalment": D(650), "first_due": date(2026, 12, 31)}
    listed = {"agreement": "a1", "due": date(2027, 1, 31), "amount": D(1)}
    case = changed(_case(LOAN, agreements=[terms], payments=[listed]), TODAY, "en", "make-payments a1")
    assert [(each.due, each.amount) for each in case.payments] == [
        (date(2027, 1, 31), D("1.00")),
        (date(2026, 12, 31), D("650.00")),
        (date(2027, 2, 28), D("650.00")),
    ]


def test_a_payment_without_an_amount_is_ticked_off_without_one() -> None:
    case = changed(_case(LOAN, payments=[{"due": TODAY}]), TODAY, "en", "paid-today y1")
    assert (case.payments[0].paid_on, case.payments[0].paid_amount) == (TODAY, None)


@pytest.mark.parametrize("name", NAMES)
def test_an_id_that_leads_nowhere_changes_nothing(name: str) -> None:
    case = _case(LOAN)
    assert name in CHANGES
    assert changed(case, TODAY, "en", f"{name} x9") == case


def test_a_message_that_was_sent_is_noted_and_is_no_longer_the_next_thing() -> None:
    before = _case(LOAN | {"overdue_since": TODAY, "autodebit": "no", "lender": "x"}, first={"urgent": ("none",)})
    assert holding(Now(before, TODAY)) is not None
    after = changed(before, TODAY, "en", "message-sent d1")
    assert [(each.debt, each.on) for each in after.sent] == [("d1", TODAY)]
    assert holding(Now(after, TODAY)) is None


@pytest.mark.parametrize("state", ["asked", "not-needed"])
def test_statements_that_are_asked_for_or_not_there_are_no_longer_the_next_thing(state: str) -> None:
    before = _case(LOAN, first={"takings": D(18000)})
    assert export(Now(before, TODAY)) is not None
    after = changed(before, TODAY, "en", f"material-stands statements-3 {state}")
    assert [(each.kind, each.state) for each in after.materials] == [("statements-3", MaterialState(state))]
    assert export(Now(after, TODAY)) is None
    assert changed(after, TODAY, "en", f"material-stands statements-3 {state}") == after
