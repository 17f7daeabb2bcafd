"""The one next thing, case by case, and the order in which rules win over each other."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.case.stages import STAGE_OF
from negotiator_tui.guide.action import Now, action
from negotiator_tui.guide.content import structure
from negotiator_tui.guide.next_action import RULES, next_action
from negotiator_tui.guide.next_talk import RED_LINES
from negotiator_tui.text.language import LANGUAGES
from tests.guide.cases import BUDGET, COMPLETE_LOAN, FIRST, READY, TODAY, at, case
from tests.guide.next_cases import PLAN, TABLE, talking


@pytest.mark.parametrize(("what", "whole", "code", "path"), TABLE, ids=[each[0] for each in TABLE])
def test_the_next_thing(what: str, whole: Case, code: str, path: tuple[str, ...]) -> None:
    found = next_action(whole, TODAY)
    assert (found.code, found.path) == (code, path), what
    assert found.page in {*STAGE_OF, "item", "urgent"}
    assert found.page != "item" or len(found.path) >= 2
    for lang in LANGUAGES:
        assert "〔" not in found.sentence(lang) + found.reason(lang) or not found.args


def test_an_action_with_a_day_names_it() -> None:
    order = case(court=[{"kind": "payment-order", "received_on": date(2026, 11, 20)}])
    assert next_action(order, TODAY).day == date(2026, 12, 5)
    assert next_action(case(), TODAY).day is None


def test_no_money_left_has_its_own_way() -> None:
    poor = talking(
        plans=[], terms=[], costs=[*BUDGET["costs"], {"side": "home", "name": "看病", "amount": Decimal(20000)}]
    )
    assert next_action(poor, TODAY).code == "deficit"


def test_a_current_debt_that_cannot_be_kept_is_spoken_of_before_its_day() -> None:
    bill = {
        "name": "白条", "shape": "bill", "lender": "某消费金融", "overdue": "no", "autodebit": "no",
        "outstanding": Decimal(90000), "statement": Decimal(90000), "next_due": date(2026, 12, 20),
    }  # fmt: skip
    found = next_action(talking(debts=[COMPLETE_LOAN, bill]), TODAY)
    assert (found.code, found.path) == ("before-due", ("debts", "d2"))


def test_sentences_name_this_case() -> None:
    order = case(court=[{"kind": "payment-order", "received_on": date(2026, 11, 20)}])
    assert next_action(order, TODAY).sentence("zh_Hans").startswith("支付令11月20日收到，最晚12月5日")
    assert "12 天" in next_action(order, TODAY).sentence("zh_Hans")
    assert "就是今天" in next_action(order, date(2026, 12, 5)).sentence("zh_Hans")
    missing = case(first=FIRST, debts=[{**COMPLETE_LOAN, "penalty_multiplier": None, "rate": None}])
    assert "“Rate”" in next_action(missing, TODAY).sentence("en")
    assert next_action(missing, TODAY).reason("en").startswith("2 figures")
    assert "还款页截图" in next_action(talking(materials=READY[:1]), TODAY).sentence("zh_Hans")
    short = next_action(talking(terms=[{**PLAN["terms"][0], "months": 3}]), TODAY)
    assert "2026年12月" in short.sentence("zh_Hans")
    assert "**** 元" in short.sentence("zh_Hans", lambda _: "****")


def test_the_call_has_the_plan_s_first_instalment_as_its_line() -> None:
    loan = {**COMPLETE_LOAN, "overdue_since": TODAY, "overdue_interest": Decimal(0), "penalty_due": Decimal(0)}
    found = next_action(talking(debts=[loan], terms=[{**PLAN["terms"][0], "rate": Decimal(0)}]), TODAY)
    assert found.code == "call"
    assert dict(found.args)["amount"] == Decimal("800.00"), "48,000 in 60 parts without interest"


LINES = {
    1: {"ask-urgent"},
    2: {"ask-week"},
    3: {"ask-export"},
    4: {"figure-missing"},
    5: {"autodebit-soon"},
    6: {"plan-breaks", "plan-bad-month"},
    7: {"keep-current", "before-due"},
    8: {"holding"},
    9: {"call"},
    10: {"answer-late"},
    11: {"offer-check", "offer-breaks"},
    12: {"red-lines"},
    13: {"payment-due"},
    14: {"payment-short"},
    15: {"payment-order-due"},
    16: {"enough"},
}
"""The lines of the next thing as they were first written down, by number, and the codes that say them."""


@pytest.mark.parametrize("number", LINES)
def test_every_line_there_was_to_be_is_said_for_some_case(number: int) -> None:
    reached = {code for _, _, code, _ in TABLE} | {"before-due"}
    assert reached >= LINES[number]


def test_a_short_month_is_told_of_with_eight_days_left_and_what_is_missing() -> None:
    whole = talking(
        contacts=[],
        agreements=[{"debt": "d1", "signed_on": date(2026, 11, 10), **dict.fromkeys(RED_LINES, "present")}],
        payments=[{"agreement": "a1", "due": TODAY + timedelta(days=8), "amount": Decimal(30000)}],
    )
    found = next_action(whole, TODAY)
    # 31,000 less 12,850 and 5,700, less the tenth of it that is kept, less 30,000
    assert (found.code, dict(found.args)["short"]) == ("payment-short", Decimal("18795.00"))
    assert "还有 8 天" in found.sentence("zh_Hans")


def test_every_code_is_reached_or_declared() -> None:
    declared = set(structure("next"))
    reached = {code for _, _, code, _ in TABLE} | {"deficit", "before-due", "call-open"}
    assert reached == declared


@pytest.mark.parametrize("code", structure("next"))
def test_every_code_can_be_said(code: str) -> None:
    for lang in LANGUAGES:
        assert action(code, Now(case(), TODAY)).sentence(lang)


def test_rules_stay_quiet_on_an_empty_case() -> None:
    quiet = [rule.__name__ for rule in RULES if rule(Now(case(), TODAY)) is None]
    assert {rule.__name__ for rule in RULES} - set(quiet) == {"first_answers", "export", "budget", "hardship"}


@pytest.mark.parametrize("days", [0, 1, 5, 20, 60, 400])
def test_the_made_up_case_always_has_a_next_thing(days: int) -> None:
    found = next_action(demo_case(TODAY), TODAY + timedelta(days=days))
    assert found.sentence("zh_Hans")
    assert found.reason("en")


def test_the_last_contact_is_the_latest_and_of_equals_the_last_listed() -> None:
    early, late, untimed = {"debt": "d1", "at": at(10)}, {"debt": "d1", "at": at(12)}, {"debt": "d1"}
    for contacts, last in (
        ([late, early], "k1"),
        ([early, late, late], "k3"),
        ([early, untimed], "k1"),
        ([untimed, early], "k2"),
        ([untimed, untimed], "k2"),
    ):
        assert Now(case(contacts=contacts), TODAY).last_contacts["d1"].id == last
