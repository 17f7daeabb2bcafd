"""What is said to whom: no amount too early, nothing left out, nothing that does not apply."""

import re
from datetime import date
from typing import Any

import pytest

from negotiator_tui.guide.debt_kind import ROLES, role_of
from negotiator_tui.guide.script import WAYS, Way, holding, holding_message, if_asked, not_to_say, script, to_ask
from negotiator_tui.text.language import LANGUAGES, Lang
from tests.guide.cases import BILL, BUSINESS, CARD, OVERDUE, RENT, TODAY, case, debt

LOAN = {**BUSINESS, **OVERDUE, "outstanding": 48000, "contract_tail": "4417", "next_amount": 4359}
OF_EACH_ROLE: dict[str, dict[str, Any]] = {
    "institution": LOAN,
    "landlord": RENT,
    "supplier": {"shape": "arrears", "owed_for": "supplier"},
    "staff": {"shape": "arrears", "owed_for": "wages"},
    "office": {"shape": "arrears", "owed_for": "tax"},
    "utilities": {"shape": "arrears", "owed_for": "utilities"},
    "pawnshop": {"shape": "pawn"},
    "unlicensed": {"shape": "unverified"},
    "friend": {"shape": "personal"},
    "someone": {"shape": "arrears", "owed_for": "other"},
}


def lines(answers: dict[str, Any], way: Way = "phone", lang: Lang = "zh_Hans", **parts: Any) -> list[str]:
    one = debt(**answers)
    return [line.id for line in script(case(debts=[one], **parts), one, {}, TODAY, lang, way=way)]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("overdue", ["yes", "no", None])
def test_the_first_message_names_no_amount(role: str, lang: Lang, overdue: str | None) -> None:
    answers = {**OF_EACH_ROLE[role], "overdue": overdue}
    one = debt(**{"outstanding": 48000, "agreed_monthly": 650, **answers})
    assert role_of(one) == role
    text = holding_message(case(debts=[one]), one, TODAY, lang)
    without_dates = re.sub(r"4417|11月30日|2026-11-30|110", "", text)
    assert not re.search(r"\d|元|yuan", without_dates)
    assert "{" not in text
    assert len(text) <= (600 if lang == "en" else 200)


def test_the_first_message_before_and_after_the_due_day() -> None:
    late, early, unsaid = debt(**LOAN), debt(**{**LOAN, "overdue": "no"}), debt(**BUSINESS)
    assert holding(case(debts=[late]), late, TODAY, "zh_Hans").id == "institution-overdue"
    assert holding(case(debts=[early]), early, TODAY, "zh_Hans").id == "institution-before"
    assert holding(case(debts=[unsaid]), unsaid, TODAY, "zh_Hans").id == "institution-before"
    text = holding_message(case(debts=[late]), late, TODAY, "zh_Hans")
    assert "尾号4417" in text
    assert "〔姓名〕" in text
    assert "11月30日之前" in text


def test_a_year_stands_only_where_it_is_another() -> None:
    one = debt(**LOAN)
    assert "2027年1月4日之前" in holding_message(case(debts=[one]), one, date(2026, 12, 28), "zh_Hans")


ALWAYS = ["open", "who", "hardship-short", "in-writing", "close"]
LATE = {"will", "plan-open", "limit", "breakdown"}
"""What stands in a call about a debt that is overdue while there is no plan."""
LOAN_LATE = LATE | {"penalty"}
EARLY = {"early", "early-ask"}
"""And while nothing is overdue."""


@pytest.mark.parametrize(
    ("answers", "parts", "extra", "absent"),
    [
        ({**BUSINESS, "overdue": "no", "autodebit": "no"}, {}, EARLY, {"autodebit", "breakdown", "refused", "will"}),
        ({**LOAN, "autodebit": "yes"}, {}, LOAN_LATE | {"autodebit"}, {"autodebit-before", "plan-card"}),
        (LOAN, {}, LOAN_LATE | {"autodebit-before"}, {"autodebit"}),
        ({**LOAN, "autodebit": "no"}, {}, LOAN_LATE, {"autodebit", "autodebit-before"}),
        ({**CARD, **OVERDUE, "autodebit": "no"}, {}, LATE | {"plan-card"}, {"plan-consumer", "penalty"}),
        ({**CARD, "overdue": "no", "autodebit": "no"}, {}, EARLY, {"plan-card", "plan-consumer"}),
        ({**BILL, "autodebit": "no"}, {}, {"will", "plan-open", "limit", "plan-consumer"}, {"plan-card", "early"}),
        (
            {**LOAN, "autodebit": "no"},
            {"offers": [{"debt": "d1", "answer": "refused", "refusal": "system"}]},
            LOAN_LATE | {"refused"},
            set(),
        ),
        (
            {**LOAN, "autodebit": "no"},
            {"offers": [{"debt": "d1", "answer": "refused"}, {"debt": "d1", "answer": "waiting"}]},
            LOAN_LATE,
            {"refused"},
        ),
    ],
)
def test_lines_of_a_call(answers: dict[str, Any], parts: dict[str, Any], extra: set[str], absent: set[str]) -> None:
    found = lines(answers, **parts)
    assert [each for each in found if each in ALWAYS] == ALWAYS
    assert set(found) - set(ALWAYS) == extra
    assert not absent & set(found)


@pytest.mark.parametrize(
    ("hardship", "line"),
    [
        ({}, "hardship-short"),
        ({"cause": "roadworks"}, "hardship-undated"),
        ({"words": "门前修路，客人少了"}, "hardship-undated"),
        ({"cause": "roadworks", "since": "2026-06"}, "hardship"),
        ({"words": "6 月起门前修路"}, "hardship-dated"),
        ({"words": "六月以来修路"}, "hardship-dated"),
        ({"since": "2026-06"}, "hardship-short"),
        ({"cause": "misjudged"}, "hardship-short"),  # nobody blames themselves on the phone
        ({"cause": "other", "since": "2026-06"}, "hardship-short"),
    ],
)
def test_how_the_hardship_is_told(hardship: dict[str, Any], line: str) -> None:
    found = lines(LOAN, hardship=hardship)
    assert [each for each in found if each.startswith("hardship")] == [line]


def test_figures_fill_the_lines_and_the_rest_stays_blank() -> None:
    one = debt(**{**LOAN, "autodebit": "yes", "autodebit_from": "支付宝余额"})
    whole = case(debts=[one], hardship={"since": "2026-06", "cause": "roadworks", "proof": "修路通知"})
    figures = {"monthly": "1,000", "before": "38,000", "now": "31,000", "plan": "前 12 个月每月 1,000 元", "name": ""}
    said = {line.id: line.text for line in script(whole, one, figures, TODAY, "zh_Hans")}
    assert "1,000 元" in said["will"]
    assert "前 12 个月每月 1,000 元" in said["plan"]
    assert "从2026年6月起" in said["hardship"]
    assert "38,000 元" in said["takings"]
    assert "31,000 元" in said["takings"]
    assert "修路通知" in said["proof"]
    assert "〔姓名〕" in said["open"]
    assert "4417" in said["open"]
    assert "fallback" not in said
    assert "plan-open" not in said


def test_where_it_is_debited_from_is_told_to_the_borrower_not_to_the_lender() -> None:
    one = debt(**{**LOAN, "autodebit": "yes", "autodebit_from": "支付宝余额"})
    line = next(line for line in script(case(debts=[one]), one, {}, TODAY, "zh_Hans") if line.id == "autodebit")
    assert "支付宝余额" in line.hint
    assert "支付宝余额" not in line.text


@pytest.mark.parametrize(("records", "line"), [("yes", "who-recording"), ("no", "who"), (None, "who")])
def test_nobody_claims_to_record_who_does_not(records: str | None, line: str) -> None:
    found = lines(LOAN, borrower={"records": records})
    assert [each for each in found if each.startswith("who")] == [line]
    one = debt(**LOAN)
    said = [each.text for each in script(case(debts=[one], borrower={"records": records}), one, {}, TODAY, "zh_Hans")]
    assert any("录音" in each for each in said) == (records == "yes")


def test_a_line_stands_only_where_its_figures_are_known() -> None:
    one = debt(**LOAN)
    told = case(debts=[one], hardship={"cause": "roadworks", "since": "2026-06"})
    plain = {line.id for line in script(told, one, {}, TODAY, "zh_Hans")}
    assert not plain & {"takings", "proof", "plan", "fallback"}
    figures = {"before": "38,000", "now": "31,000", "plan": "前 12 个月每月 1,000 元", "fallback": "先登记 12 个月"}
    full = {line.id for line in script(told, one, figures, TODAY, "zh_Hans")}
    assert full - plain == {"takings", "plan", "fallback"}
    assert plain - full == {"plan-open"}


def test_before_the_due_day_no_amount_is_offered_without_a_plan() -> None:
    one = debt(**{**LOAN, "overdue": "no", "outstanding": 48000})
    said = script(case(debts=[one]), one, {"monthly": "1,000"}, TODAY, "zh_Hans")
    assert not [line for line in said if "1,000" in line.text]
    planned = script(case(debts=[one]), one, {"monthly": "1,000", "plan": "每月 1,000 元"}, TODAY, "zh_Hans")
    assert [line.id for line in planned if "1,000" in line.text] == ["will-early", "plan"]


def test_the_name_is_filled_only_where_the_borrower_left_it() -> None:
    one = debt(**LOAN)
    assert "陈小满" in script(case(debts=[one], borrower={"name": "陈小满"}), one, {}, TODAY, "zh_Hans")[0].text


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("way", WAYS)
def test_there_is_something_to_say_to_everybody(role: str, way: Way) -> None:
    assert lines(OF_EACH_ROLE[role], way)


def test_a_chat_says_it_in_four() -> None:
    assert lines(LOAN, "chat") == ["chat-open", "chat-will", "chat-plan-open", "chat-written"]
    assert lines(LOAN, "writing")[0] == "write-who"


def test_a_line_can_be_said_in_one_breath() -> None:
    for answers in OF_EACH_ROLE.values():
        one = debt(**answers)
        for way in WAYS:
            longest = 38 if way == "phone" else 60
            spoken = script(case(debts=[one]), one, {}, TODAY, "zh_Hans", way=way)
            assert all(len(line.text) <= longest for line in spoken), max(len(line.text) for line in spoken)


# What they may ask


def asked(answers: dict[str, Any], figures: dict[str, str] | None = None, **parts: Any) -> dict[str, Any]:
    one = debt(**answers)
    return {note.id: note for note in if_asked(case(debts=[one], **parts), one, figures or {}, TODAY, "zh_Hans")}


@pytest.mark.parametrize("role", ["institution", "landlord", "supplier", "staff", "friend"])
def test_each_question_has_an_answer_and_a_reason(role: str) -> None:
    found = asked(OF_EACH_ROLE[role], {"monthly": "1,000", "now": "31,000"})
    assert found
    for note in found.values():
        assert note["ask"].startswith("“")
        assert len(note.text) <= 40
        assert note.text
        assert note.why


def test_answers_follow_the_case() -> None:
    assert "use" in asked(LOAN)
    assert "use" not in asked({**CARD, **OVERDUE})
    assert "others" not in asked(LOAN)
    two = case(debts=[debt(**LOAN), debt(2, **CARD)])
    assert "others" in {note.id for note in if_asked(two, two.debts[0], {}, TODAY, "en")}
    assert {"family", "signers"} & set(asked(LOAN)) == {"family"}
    assert {"family", "signers"} & set(asked({**LOAN, "signed_by": "丈夫"})) == {"signers"}
    assert "more" not in asked(LOAN)
    assert "1,000 元" in asked(LOAN, {"monthly": "1,000"})["more"].text
    assert "today" not in asked({**LOAN, "overdue": "no"})
    assert set(asked(RENT)) == {"rent-when", "rent-out"}
    assert asked(OF_EACH_ROLE["unlicensed"]) == {}


def test_the_rule_behind_a_question_is_shown_only_for_its_kind_of_debt() -> None:
    assert [fact.id for fact in asked(LOAN)["use"].facts] == ["CC-673"]


@pytest.mark.parametrize(
    ("answers", "there", "absent"),
    [
        (LOAN, {"loan-use", "codes", "your-problem"}, set()),
        (CARD, {"agree-now"}, {"loan-use"}),
        (RENT, {"invented", "family-signs"}, {"loan-use", "other-debts"}),
    ],
)
def test_what_is_not_said(answers: dict[str, Any], there: set[str], absent: set[str]) -> None:
    one = debt(**answers)
    notes = not_to_say(case(debts=[one]), one, TODAY, "zh_Hans")
    assert there <= {note.id for note in notes}
    assert not absent & {note.id for note in notes}
    assert all(note.text and note.why for note in notes)


def test_what_is_not_known_becomes_a_question_to_the_lender() -> None:
    asked = to_ask(debt(**LOAN, unknown=("rate",), lender="浙江网商银行"), "en")
    assert "What is the yearly rate in the contract?" in asked
    assert "Which company is the lender in my contract?" not in asked
    assert "From which day is it overdue?" not in asked
    assert to_ask(debt(shape="personal", outstanding=1, next_due=TODAY, next_amount=1, lender="x"), "en") == ()


def test_a_card_is_named_by_its_own_number() -> None:
    card = debt(shape="card", name="信用卡", overdue="yes", contract_tail="1234")
    said = script(case(debts=[card]), card, {}, TODAY, "zh_Hans")
    assert "卡号尾号1234" in said[0].text
    assert "卡号尾号1234" in holding_message(case(debts=[card]), card, TODAY, "zh_Hans")
    loan = debt(**{**LOAN, "contract_tail": None})
    assert "合同尾号〔后四位〕" in script(case(debts=[loan]), loan, {}, TODAY, "zh_Hans")[0].text


def test_the_first_message_about_an_old_debt_admits_and_promises_nothing() -> None:
    for since, old in ((date(2024, 5, 20), True), (date(2026, 10, 31), False)):
        one = debt(**{**LOAN, "overdue_since": since})
        said = holding(case(debts=[one]), one, TODAY, "zh_Hans")
        assert (said.id == "institution-old") is old
        assert any(word in said.text for word in ("想还", "愿意还", "做得到", "没能按时")) is not old
        assert any(fact.id == "LIM-14" for fact in said.facts) is old


@pytest.mark.parametrize(
    ("deadline", "line"), [(date(2026, 12, 15), "office-ask"), (date(2026, 10, 15), "office-late")]
)
def test_more_time_is_asked_for_only_before_the_day(deadline: date, line: str) -> None:
    one = debt(shape="arrears", owed_for="tax", name="税", overdue="yes", deadline=deadline)
    whole = case(debts=[one])
    assert next(each.id for each in script(whole, one, {}, TODAY, "zh_Hans")) == line
    assert ("截止之前" in holding_message(whole, one, TODAY, "zh_Hans")) is (line == "office-ask")
