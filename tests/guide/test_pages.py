"""What the pages of help choose for a case."""

from datetime import date, timedelta
from typing import Any

import pytest

from negotiator_tui.case.kinds import CourtPaper, Refusal, Urgent
from negotiator_tui.guide.debt_kind import guessed, kinds_of, role_of
from negotiator_tui.guide.pages import (
    autodebit_page,
    checkup,
    clauses,
    conduct,
    consequence,
    court_kinds,
    court_page,
    debt_help,
    distress,
    glossary,
    holding_debt,
    limitation_note,
    page_help,
    prevention,
    route,
    routes,
    scam_signs,
    shop_ways,
    today_page,
    urgent_steps,
)
from negotiator_tui.text.language import LANGUAGES, Lang
from tests.guide.cases import BILL, BUSINESS, CARD, OVERDUE, RENT, TODAY, case, debt

TOMORROW = TODAY + timedelta(days=1)
LOAN = {**BUSINESS, **OVERDUE}


@pytest.mark.parametrize(
    ("parts", "do"),
    [
        ({}, ["do-list-week", "do-export", "do-write-down"]),
        ({"debts": [LOAN]}, ["do-list-week", "do-holding", "do-debits"]),
        ({"debts": [{**BUSINESS, "overdue": "no"}]}, ["do-list-week", "do-before-due", "do-debits"]),
        (
            {"debts": [{**LOAN, "autodebit": "yes", "next_due": TOMORROW}], "week": [{"name": "进货"}]},
            ["do-swept", "do-set-aside", "do-holding"],
        ),
        (
            {"debts": [LOAN], "first": {"urgent": ("court", "pay-first", "threat")}},
            ["do-court", "do-pay-first", "do-threat"],
        ),
        ({"debts": [{"shape": "pawn", "pledge_until": TOMORROW}]}, ["do-pawn", "do-list-week", "do-export"]),
        (
            {"debts": [{"shape": "arrears", "owed_for": "wages"}, RENT], "week": [{}]},
            ["do-wages", "do-set-aside", "do-landlord"],
        ),
        (
            {"debts": [{"shape": "arrears", "owed_for": "tax", "deadline": TOMORROW}], "week": [{}]},
            ["do-set-aside", "do-tax", "do-export"],
        ),
        (
            {"debts": [LOAN], "contacts": [{"debt": "d1"}], "week": [{}]},
            ["do-set-aside", "do-debits", "do-export"],
        ),
    ],
)
def test_three_things_to_do(parts: dict[str, Any], do: list[str]) -> None:
    assert [note.id for note in today_page(case(**parts), TODAY, "zh_Hans").do] == do


COMMON = ["dont-borrow", "dont-agents", "dont-codes", "dont-promise", "dont-vanish"]


@pytest.mark.parametrize(
    ("parts", "dont"),
    [
        ({}, COMMON),
        ({"debts": [RENT]}, ["dont-rent-for-loan", *COMMON[:4]]),
        ({"debts": [{**BILL, "still_using": "yes"}, RENT]}, ["dont-bill", "dont-rent-for-loan", *COMMON[:3]]),
        (
            {"debts": [{**LOAN, "signed_by": "爱人"}, RENT], "first": {"urgent": ("court",)}},
            ["dont-ignore-court", "dont-family-sign", *COMMON[:3]],
        ),
        ({"debts": [{**LOAN, "signed_by": "没有"}]}, COMMON),
        ({"first": {"fear": "family"}}, ["dont-family-sign", *COMMON[:4]]),
    ],
)
def test_five_things_not_to_do(parts: dict[str, Any], dont: list[str]) -> None:
    assert [note.id for note in today_page(case(**parts), TODAY, "zh_Hans").dont] == dont


@pytest.mark.parametrize("lang", LANGUAGES)
def test_today_ends_quietly(lang: Lang) -> None:
    page = today_page(case(debts=[LOAN]), TODAY, lang)
    assert page.closing.text
    assert "12356" in page.distress.text
    assert any("网商贷" in note.text for note in page.do)


@pytest.mark.parametrize(
    ("debts", "expected"),
    [
        ([], None),
        ([RENT], None),
        ([{**BUSINESS, "outstanding": 9}], "d1"),
        ([{**CARD, **OVERDUE, "outstanding": 9}, {**LOAN, "outstanding": 10}, {**BUSINESS, "outstanding": 99}], "d2"),
        ([{"name": "网商贷", **OVERDUE}], "d1"),
    ],
)
def test_whom_the_first_message_is_for(debts: list[dict[str, Any]], expected: str | None) -> None:
    found = holding_debt(case(debts=debts), TODAY)
    assert (found and found.id) == expected


@pytest.mark.parametrize(("kind", "count"), [(Urgent.NONE, 0), *((each, 4) for each in Urgent if each != "none")])
def test_urgent_steps(kind: Urgent, count: int) -> None:
    assert len(urgent_steps(kind, case(), TODAY, "zh_Hans")) == count


@pytest.mark.parametrize("reason", Refusal)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_refusal_has_a_way(reason: Refusal, lang: Lang) -> None:
    one = debt(**LOAN)
    note = route(reason, one, case(debts=[one]), TODAY, lang)
    assert all(note[field] for field in ("title", "first", "then", "document", "care"))
    assert note["no-such-field"] == ""


def test_routes_are_thirteen_and_show_limitation_only_when_old() -> None:
    fresh, old = debt(**LOAN), debt(**{**LOAN, "overdue_since": date(2023, 1, 1)})
    assert len(routes(fresh, case(debts=[fresh]), TODAY, "zh_Hans")) == 13
    assert [each.id for each in route(Refusal.PAY_FIRST, fresh, case(), TODAY, "en").facts] == ["CC-561"]
    assert [each.id for each in route(Refusal.PAY_FIRST, old, case(), TODAY, "en").facts] == ["CC-561", "LIM-14"]
    assert limitation_note(old, case(), TODAY)
    assert not limitation_note(fresh, case(), TODAY)


def test_clauses_begin_with_four_red_lines() -> None:
    found = clauses(debt(**BUSINESS), case(), TODAY, "zh_Hans")
    assert [note.group for note in found] == ["red"] * 4 + ["more"] * 12
    assert all(note["look"] and note["red"] and note["ask"] for note in found)


@pytest.mark.parametrize("kind", CourtPaper)
def test_each_court_paper_is_explained(kind: CourtPaper) -> None:
    whole = case(court=[{"kind": kind.value, "received_on": date(2026, 11, 27)}])
    note = court_page(whole.court[0], whole, date(2026, 11, 28), "zh_Hans")
    assert all(note[field] for field in ("title", "what", "verify", "do", "deadline", "bring"))
    if kind is CourtPaper.PAYMENT_ORDER:
        assert note["deadline"].startswith("11月27日收到，最晚12月12日")


def test_court_papers_without_a_day_or_a_kind() -> None:
    whole = case(court=[{"kind": "payment-order"}, {}])
    assert court_page(whole.court[0], whole, TODAY, "zh_Hans")["deadline"].startswith("〔日期〕收到，最晚〔日期〕")
    with pytest.raises(KeyError):
        court_page(whole.court[1], whole, TODAY, "zh_Hans")
    assert len(court_kinds("en", TODAY)) == 6


@pytest.mark.parametrize(
    ("answers", "entry", "facts"),
    [
        (LOAN, "loan-business", {"RATE-5", "CC-676"}),
        ({"shape": "loan", "overdue": "no"}, "loan", {"CC-678", "PL-1", "PL-2", "CC-676", "RATE-5"}),
        ({**CARD, **OVERDUE}, "card", {"CARD-70", "AUTO-2"}),
        (BILL, "bill", {"WSD-11", "CF-1"}),
        (RENT, "arrears-rent", {"CC-722"}),
        ({"shape": "arrears"}, "arrears-other", set()),
        ({"shape": "pawn"}, "pawn", {"PAWN"}),
    ],
)
def test_help_for_a_debt(answers: dict[str, Any], entry: str, facts: set[str]) -> None:
    note = debt_help(debt(**answers), case(), TODAY, "zh_Hans")
    assert note is not None
    assert note.id == entry
    assert facts <= {each.id for each in note.facts}
    assert all(note[field] for field in ("title", "what", "read", "how"))


def test_a_debt_without_a_shape_has_no_help_yet() -> None:
    assert debt_help(debt(name="老王"), case(), TODAY, "zh_Hans") is None
    assert consequence(debt(name="老王"), case(), TODAY, "zh_Hans") is None


@pytest.mark.parametrize(
    ("answers", "entry"),
    [
        (LOAN, "loan"),
        ({"shape": "loan"}, "loan"),
        (CARD, "card"),
        (RENT, "rent"),
        ({"shape": "arrears", "owed_for": "social-insurance"}, "social"),
        ({"shape": "unverified"}, "unverified"),
    ],
)
def test_what_may_follow(answers: dict[str, Any], entry: str) -> None:
    note = consequence(debt(**answers), case(), TODAY, "zh_Hans")
    assert note is not None
    assert (note.id, bool(note["soon"])) == (entry, True)


@pytest.mark.parametrize(
    ("answers", "scope"),
    [
        (LOAN, ["scope-business"]),
        (BILL, ["scope-consumer"]),
        (CARD, ["scope-card"]),
        (RENT, ["scope-other"]),
        ({"shape": "loan"}, []),
    ],
)
def test_collection_rules_come_with_their_reach(answers: dict[str, Any], scope: list[str]) -> None:
    one = debt(**answers)
    found = conduct(one, case(debts=[one]), TODAY, "zh_Hans")
    assert [note.id for note in found if note.group == "scope"] == scope
    assert "distress" not in {note.id for note in found}
    for note in found:
        if note.group == "scope":
            assert "CC-1032" in {each.id for each in note.facts}


def test_nobody_is_said_not_to_have_signed_who_has() -> None:
    alone, signed = debt(**LOAN), debt(**LOAN, signed_by="姐夫担保")
    assert "say-family" in {note.id for note in conduct(alone, case(debts=[alone]), TODAY, "en")}
    assert "say-family" not in {note.id for note in conduct(signed, case(debts=[signed]), TODAY, "en")}


def test_prevention_names_the_case_s_figures() -> None:
    whole = case(first={"trading_float": 4000}, debts=[LOAN])
    found = {note.id: note for note in prevention(whole, TODAY, "zh_Hans", safe="3,000")}
    assert "3,000 元" in found["need-bad-month"].why
    assert "4,000 元" in found["habit-float"].why
    assert "〔待填〕" in found["habit-reserve"].why
    assert "credit-after" in found
    assert {note.group for note in prevention(case(), TODAY, "en", "credit")} == {"credit"}
    assert "credit-after" not in {note.id for note in prevention(case(), TODAY, "en")}


def test_the_other_pages() -> None:
    assert {note.group for note in autodebit_page(None, case(), TODAY, "zh_Hans")} == {"ask", "do", "dont"}
    assert len(scam_signs("zh_Hans", TODAY)) == 11
    assert all(note.why for note in checkup(case(), TODAY, "zh_Hans"))
    assert "1,200 元" in shop_ways(case(), TODAY, "zh_Hans", "1,200")[0].text
    assert len(glossary("zh_Hant")) == 40
    assert page_help("first", "zh_Hans").title == "先稳住"
    assert "12356" in distress("en", TODAY).text


@pytest.mark.parametrize(
    ("name", "shape", "role"),
    [
        ("网商贷", "loan", "institution"),
        ("花呗", "bill", "institution"),
        ("招行信用卡", "card", "institution"),
        ("三个月房租", "arrears", "landlord"),
        ("面粉款", "arrears", "supplier"),
        ("小王工资", "arrears", "staff"),
        ("社保欠费", "arrears", "office"),
        ("我姐", "personal", "friend"),
        ("当铺", "pawn", "pawnshop"),
        ("老周", None, "someone"),
        (None, None, "someone"),
    ],
)
def test_what_a_name_suggests(name: str | None, shape: str | None, role: str) -> None:
    assert guessed(name)[0] == shape
    assert role_of(debt(name=name)) == role
    assert len(kinds_of(debt(name=name))) > 10, "a name alone decides no rule"
