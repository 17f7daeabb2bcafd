"""What to say about one debt."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.finance.figure import Figure
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.call import call
from negotiator_tui.ui.pages.choosing import choice
from negotiator_tui.ui.pages.plan_line import PlanLine
from negotiator_tui.ui.pages.script import about, script, spoken_of
from negotiator_tui.ui.view import HIDDEN, View

from .drawn import TODAY, D, actions, assert_drawn, case_of, cases, figures, flat, headings, seen, words

LOAN = {
    "name": "网商贷",
    "shape": "loan",
    "loan_use": "business",
    "outstanding": D(48000),
    "overdue": "yes",
    "overdue_since": date(2026, 10, 31),
    "contract_tail": "4417",
}
BILL = {"name": "花呗", "shape": "bill", "outstanding": D(6300), "overdue": "no"}
RENT = {"name": "房租", "shape": "arrears", "owed_for": "rent", "outstanding": D(9000), "agreed_monthly": D(750)}
LADDERED = demo_case(TODAY)
DEMO = LADDERED.model_copy(update={"ladders": (), "rungs": ()})
"""The made-up case while its plan is all there is to go by."""


def _about(case: Case, debt: str, way: str = "", **more: Any) -> View:
    view = seen(case, **more)
    marks = {about(view, debt)} | ({choice(view, "say", way)} if way else set())
    return seen(case, unfolded=frozenset(marks), **more)


def test_without_debts_it_says_what_would_stand_here() -> None:
    rows = script(seen(Case()))
    assert actions(rows)["debts"].target == r.Target("debts")
    assert "as soon as a debt is written down" in flat(rows)


def test_it_begins_with_the_debt_the_first_message_is_for() -> None:
    case = case_of(debts=[RENT, BILL, LOAN])
    debt = spoken_of(seen(case))
    assert debt is not None
    assert debt.name == "网商贷"


def test_enter_leads_through_all_debts_and_back() -> None:
    case, view, names = case_of(debts=[RENT, BILL, LOAN]), seen(case_of(debts=[RENT, BILL, LOAN])), []
    for _ in range(4):
        row = actions(script(view))["about"]
        names.append(row.label)
        view = seen(case, unfolded=view.unfolded | {row.argument})
    assert names == ["About: 网商贷", "About: 房租", "About: 花呗", "About: 网商贷"]


def test_a_single_debt_has_no_other_to_go_to() -> None:
    assert actions(script(seen(case_of(debts=[LOAN]))))["about"].hint == ""


def test_the_first_message_names_no_amount_and_can_be_copied() -> None:
    rows = script(seen(case_of(debts=[LOAN])))
    row = actions(rows)["copy.holding"]
    assert row.command == "copy"
    assert "4417" in row.argument
    assert "48" not in row.argument
    assert "48,000" not in flat([each for each in rows if isinstance(each, r.Note)])


def test_once_something_was_said_the_first_message_is_folded() -> None:
    case = case_of(debts=[LOAN], contacts=[{"debt": "d1", "channel": "phone"}])
    rows = actions(script(seen(case)))
    assert "copy.holding" not in rows
    opened = script(seen(case, unfolded=frozenset({rows["holding"].argument})))
    assert "copy.holding" in actions(opened)


def test_the_plan_fills_the_amounts() -> None:
    text = flat(script(seen(DEMO)))
    assert "1,000 yuan a month is there for you" in text
    assert "the first 12 months 1,000 each" in text
    assert "the rate stays as it is" in text
    assert figures(script(seen(DEMO)))["Instalment"] == D("1000.00")
    assert "〔amount a month〕" not in text
    assert "〔request〕" not in text


def test_the_second_choice_is_a_first_year_of_the_plan() -> None:
    assert "an arrangement for 12 months: 1,000 a month" in flat(script(seen(DEMO)))


def test_without_a_plan_the_amounts_stay_open_and_the_way_to_one_is_shown() -> None:
    rows = script(seen(case_of(debts=[LOAN])))
    assert "〔amount a month〕" in flat(rows)
    assert "I have one request" not in flat(rows)
    assert actions(rows)["plan"].target == r.Target("plan")
    assert figures(rows) == {}


def test_without_a_plan_a_known_budget_tells_the_share() -> None:
    case = DEMO.model_copy(update={"plans": (), "terms": ()})
    found = figures(script(_about(case, "d1")))
    share = found["Share of this debt"]
    assert share is not None
    assert 0 < share < D(3000)


def test_a_plan_that_breaks_is_not_said_without_a_word() -> None:
    term = DEMO.terms[0].model_copy(
        update={"method": "equal-instalment", "months": 12, "low": None, "low_months": None}
    )
    row = actions(script(seen(DEMO.model_copy(update={"terms": (term,)}))))["breaks"]
    assert row.target == r.Target("plan")
    assert row.style == "warn"
    assert "short in 20" in row.label


def test_with_a_ladder_its_first_ask_is_the_request_and_no_larger_one_the_fallback() -> None:
    rows = script(_about(LADDERED, "d1"))
    text = flat(rows)
    assert "1,000 yuan a month is there for you" in text
    assert "the rate stays as it is" in text.split("I have one request")[1].split("Then pause")[0]
    assert "13.5%" not in text
    assert figures(rows)["Never more a month than"] == LADDERED.ladders[0].line
    assert "plan" not in actions(rows)
    hidden = " ".join(words(script(_about(LADDERED, "d1", hide=True)), hide=True).split())
    assert "1,0" not in hidden
    assert "1,9" not in hidden


def test_an_ask_that_does_not_come_to_anything_is_not_said() -> None:
    broken = tuple(rung.model_copy(update={"months": None}) for rung in LADDERED.rungs)
    text = flat(script(_about(LADDERED.model_copy(update={"rungs": broken}), "d1")))
    assert "1,000 yuan a month is there for you" in text


def test_conditional_lines_follow_the_case() -> None:
    confirmed = flat(script(_about(DEMO, "d1")))
    assert "Could the auto-debit be held" in confirmed
    assert "for which reason" in confirmed
    bill = flat(script(_about(DEMO, "d3")))
    assert "Could the auto-debit be held" not in bill
    assert "consumer credit only" in bill
    assert "personal instalments" in flat(script(_about(DEMO, "d2")))
    assert "personal instalments" not in confirmed


def test_the_written_ways_can_be_copied_whole() -> None:
    rows = script(_about(DEMO, "d1", "chat"))
    row = actions(rows)["copy.lines"]
    assert row.argument.splitlines()[0].startswith("Hello, this is")
    assert "1,000" in row.argument
    assert "copy.lines" not in actions(script(_about(DEMO, "d1", "phone")))
    assert "copy.lines" in actions(script(_about(DEMO, "d1", "writing")))


def test_the_ways_follow_each_other() -> None:
    titles, view = [], seen(DEMO)
    for _ in range(4):
        rows = script(view)
        titles.append(next(each for each in headings(rows) if each in {"On the phone", "In the app", "In writing"}))
        view = seen(DEMO, unfolded=view.unfolded | {actions(rows)["say"].argument})
    assert titles == ["On the phone", "In the app", "In writing", "On the phone"]


def test_a_landlord_hears_something_else_than_a_bank() -> None:
    text = flat(script(_about(DEMO, "d4")))
    assert "staff number" not in text.split("Afterwards")[0]
    assert "750" in text
    assert "contract ending" not in text


def test_hidden_amounts_stay_hidden_but_are_copied() -> None:
    view = _about(DEMO, "d1", "chat", hide=True)
    rows = script(view)
    text = " ".join(words(rows, hide=True).split())
    assert f"{HIDDEN} yuan a month is there for you" in text
    assert "1,000" not in text
    assert "1,9" not in text
    assert "1,000" in actions(rows)["copy.lines"].argument


def test_what_is_not_known_becomes_a_question_for_the_lender() -> None:
    rows = script(_about(DEMO, "d1"))
    assert "How many times the rate is the penalty" in flat(rows)
    assert "How many times the rate is the penalty" in actions(rows)["copy.questions"].argument
    assert "What is the yearly rate" not in flat(rows)


def test_not_to_say_comes_with_its_reason_and_rules_by_scope() -> None:
    assert "Not to say" in headings(script(_about(DEMO, "d1")))
    folded = seen(DEMO, unfolded=frozenset({about(seen(DEMO), "d1"), "grounds.script"}), lang="zh_Hans")
    of_loan = flat(script(folded))
    of_bill = flat(script(seen(DEMO, unfolded=frozenset({about(seen(DEMO), "d3"), "grounds.script"}), lang="zh_Hans")))
    assert "673" in of_loan
    assert "673" not in of_bill
    assert "个性化分期，最长五年" not in of_loan + of_bill


def test_whether_calls_are_recorded_is_asked_once_and_only_for_calls_to_institutions() -> None:
    def asks(case: Case, debt: str, way: str = "") -> bool:
        return any(
            isinstance(row, r.AskRow) and row.path == ("borrower", "records") for row in script(_about(case, debt, way))
        )

    assert asks(DEMO, "d1")
    assert not asks(DEMO, "d1", "chat")
    assert not asks(DEMO, "d4")
    answered = case_of(debts=[LOAN], borrower={"records": "yes"})
    assert not asks(answered, "d1")
    assert "recording on my side too" in flat(script(_about(answered, "d1")))
    assert (
        "recording" not in flat(script(_about(case_of(debts=[LOAN]), "d1"))).split("Hello")[-1].split("Not to say")[0]
    )


def test_what_they_may_ask_is_folded_and_opens() -> None:
    rows = script(_about(DEMO, "d1"))
    row = actions(rows)["asked.all"]
    assert "How much do you owe elsewhere?" not in flat(rows)
    view = seen(DEMO, unfolded=_about(DEMO, "d1").unfolded | {row.argument})
    opened = flat(script(view))
    assert '"How much do you owe elsewhere?"' in opened
    assert "1,000 yuan I can keep up" in opened
    assert "asked.all" not in actions(script(_about(DEMO, "d1", "writing")))
    hidden = seen(DEMO, unfolded=view.unfolded, hide=True)
    assert "1,000" not in " ".join(words(script(hidden), hide=True).split())


def test_a_landlord_is_spoken_to_face_to_face_or_by_message() -> None:
    assert "Face to face or on the phone" in headings(script(_about(DEMO, "d4")))
    assert "By message" in headings(script(_about(DEMO, "d4", "chat")))


def test_a_debt_that_is_not_overdue_is_offered_no_share() -> None:
    text = flat(script(_about(DEMO, "d3")))
    assert "before it is due" in text
    assert "I do want to pay" not in text


def test_the_words_lead_to_a_rehearsal() -> None:
    assert actions(script(_about(DEMO, "d1")))["rehearsal"].target == r.Target("rehearsal")


def test_afterwards_leads_to_the_log() -> None:
    assert actions(script(seen(DEMO)))["log"].target == r.Target("log")


@pytest.mark.parametrize("debt", [debt.id for debt in DEMO.debts])
@pytest.mark.parametrize("way", ["phone", "chat", "writing"])
def test_every_debt_and_way_can_be_drawn(debt: str, way: str) -> None:
    view = _about(DEMO, debt, way)
    assert_drawn(script, DEMO, unfolded=view.unfolded | {"holding", "grounds.script"})


def test_a_long_name_and_lender_still_fit() -> None:
    case = case_of(debts=[{**LOAN, "name": "很长的名字" * 20, "lender": "某某银行股份有限公司" * 15}, RENT])
    assert_drawn(script, case)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases(lists=("debts", "missed", "income", "costs", "plans", "terms", "contacts", "offers", "agreements")))
def test_no_case_is_too_incomplete(case: Case) -> None:
    for debt in case.debts or (None,):
        for way in ("phone", "chat", "writing"):
            assert script(_about(case, debt.id, way) if debt else seen(case))


def test_of_an_old_debt_limitation_is_read_before_anything_is_said() -> None:
    old = case_of(debts=[{**LOAN, "overdue_since": date(2024, 3, 1)}])
    text = flat(script(seen(old)))
    assert text.index("due for two and a half years") < text.index("A first message")
    recent = flat(script(seen(case_of(debts=[LOAN]))))
    assert recent.index("Asking for time starts limitation anew") > recent.index("Afterwards")
    assert "due for two and a half years" in flat(call(seen(old)))


def test_a_share_of_nothing_is_no_figure_to_name() -> None:
    nothing = PlanLine(Figure("Share of this debt", D("0.00")))
    some = PlanLine(Figure("Share of this debt", D("120.00")))
    assert nothing.remark == "nothing is left for it now: name no figure"
    assert some.remark == "a month at most, until there is a plan"
