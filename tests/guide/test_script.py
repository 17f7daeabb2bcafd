"""What is said to whom: no amount too early, nothing left out, nothing that does not apply."""

import re
from datetime import date
from typing import Any

import pytest

from negotiator_tui.guide.debt_kind import ROLES, role_of
from negotiator_tui.guide.script import WAYS, Way, holding, holding_message, not_to_say, script, to_ask
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


ALWAYS = ["open", "who", "hardship-short", "will", "plan", "fallback", "in-writing", "close"]


@pytest.mark.parametrize(
    ("answers", "parts", "extra", "absent"),
    [
        ({**BUSINESS, "overdue": "no", "autodebit": "no"}, {}, set(), {"autodebit", "breakdown", "refused"}),
        ({**LOAN, "autodebit": "yes"}, {}, {"autodebit", "breakdown"}, {"autodebit-before", "plan-card"}),
        (LOAN, {}, {"autodebit-before", "breakdown"}, {"autodebit"}),
        ({**LOAN, "autodebit": "no"}, {}, {"breakdown"}, {"autodebit", "autodebit-before"}),
        ({**CARD, **OVERDUE, "autodebit": "no"}, {}, {"plan-card", "breakdown"}, {"plan-consumer"}),
        ({**CARD, "overdue": "no", "autodebit": "no"}, {}, set(), {"plan-card", "plan-consumer"}),
        ({**BILL, "autodebit": "no"}, {}, {"plan-consumer"}, {"plan-card"}),
        (
            {**LOAN, "autodebit": "no"},
            {"offers": [{"debt": "d1", "answer": "refused", "refusal": "system"}]},
            {"refused", "breakdown"},
            set(),
        ),
        (
            {**LOAN, "autodebit": "no"},
            {"offers": [{"debt": "d1", "answer": "refused"}, {"debt": "d1", "answer": "waiting"}]},
            {"breakdown"},
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
        ({"cause": "roadworks"}, "hardship"),
        ({"words": "门前修路，客人少了"}, "hardship"),
        ({"words": "6 月起门前修路"}, "hardship-dated"),
        ({"words": "六月以来修路"}, "hardship-dated"),
        ({"since": "2026-06"}, "hardship-short"),
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
    assert "38,000 元" in said["hardship"]
    assert "修路通知" in said["hardship"]
    assert "支付宝余额" in said["autodebit"]
    assert "〔姓名〕" in said["open"]
    assert "4417" in said["open"]
    assert "〔备选〕" in said["fallback"]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("way", WAYS)
def test_there_is_something_to_say_to_everybody(role: str, way: Way) -> None:
    assert lines(OF_EACH_ROLE[role], way)


def test_a_chat_says_it_in_four() -> None:
    assert lines(LOAN, "chat") == ["chat-open", "chat-will", "chat-plan", "chat-written"]
    assert lines(LOAN, "writing")[0] == "write-who"


def test_a_line_can_be_said_in_one_breath() -> None:
    for answers in OF_EACH_ROLE.values():
        one = debt(**answers)
        for way in WAYS:
            assert all(len(line.text) <= 60 for line in script(case(debts=[one]), one, {}, TODAY, "zh_Hans", way=way))


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
