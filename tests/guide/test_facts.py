"""What may be stated, and for which debts."""

import re
from datetime import date, timedelta
from typing import Any

import pytest

from negotiator_tui.case.kinds import OwedFor
from negotiator_tui.guide.content import NAMES, structure, texts
from negotiator_tui.guide.debt_kind import KINDS
from negotiator_tui.guide.facts import fact, fact_sentence, facts_for, ids_on, named_facts
from negotiator_tui.text.language import LANGUAGES, Lang
from tests.guide.cases import BILL, BUSINESS, CARD, OVERDUE, RENT, TODAY, case, debt

TOPICS = sorted({topic for entry in structure("facts").values() for topic in entry["topics"]})
NOT_GOOD_ENOUGH = {
    *(f"WSD-{number}" for number in range(3, 11)),
    *("RATE-6a", "RATE-8", "XD-6", "CARD-70a", "CH-2", "CH-7", "EV-2", "SCAM-7"),
    *("NEG-1", "NEG-2", "NEG-3", "NEG-5", "NEG-6", "APR-2", "AUTO-1"),
}
"""Coded S- or M: never shown."""


def shown(answers: dict[str, Any], **parts: Any) -> set[str]:
    """Every fact that can come up for a debt, by analogy or not."""
    one = debt(**answers)
    whole = case(debts=[one], **parts)
    return {each.id for topic in TOPICS for each in facts_for(one, topic, TODAY, whole)}


@pytest.mark.parametrize("name", structure("facts"))
def test_every_fact_has_its_ground(name: str) -> None:
    entry = structure("facts")[name]
    assert entry["code"] in {"P", "P*", "S", "C"}
    assert name not in NOT_GOOD_ENOUGH
    assert date(2018, 1, 1) <= entry["as_of"] <= date(2026, 11, 23) < entry["recheck_by"]
    assert len(entry["source"]) > 8
    assert entry["topics"]
    assert set(entry["covers"]) <= {*KINDS, "any"}
    assert entry["covers"]
    assert set(entry.get("analogy", ())) <= set(KINDS) - set(entry["covers"])
    if entry["code"] == "P":
        assert entry["articles"], "an article of law is named by its number"
        assert entry["as_of"] == date(2025, 4, 19)
    assert all(re.fullmatch(r"\d+(-1)?", article) for article in entry.get("articles", ()))
    assert bool(texts("facts", "zh_Hans")[name]["instrument"]) == (entry["code"] != "S")


def test_every_fact_is_used_or_found_by_its_topic() -> None:
    for name in structure("facts"):
        assert any(name in ids_on(topic) for topic in TOPICS)


def test_nothing_weaker_is_cited_anywhere() -> None:
    cited = {each for name in NAMES for entry in structure(name).values() for each in entry.get("facts", ())}
    assert cited.isdisjoint(NOT_GOOD_ENOUGH)
    assert cited <= set(structure("facts"))


ONLY_FOR = {
    "CARD-70": "card",
    "CARD-196": "card",
    "COL-7": "card",
    "AUTO-2": "card",
    "WSD-1": "loan-business",
    "XD-1": "loan-business",
    "CC-722": "arrears-rent",
    "LAB-30": "arrears-wages",
    "XF-276-1": "arrears-wages",
    "TAX-31": "arrears-tax",
    "SS-86": "arrears-social",
    "PAWN": "pawn",
    "MJ-13": "unverified",
    "SALE-18": "arrears-supplier",
}


@pytest.mark.parametrize(("name", "kind"), ONLY_FOR.items())
def test_a_rule_covers_only_its_kind(name: str, kind: str) -> None:
    entry = structure("facts")[name]
    assert entry["covers"] == [kind]
    assert "analogy" not in entry


EVERY_DEBT = [
    BUSINESS,
    {**BUSINESS, "loan_use": "consumer"},
    {"shape": "loan"},
    CARD,
    BILL,
    {"name": "网商贷"},
    *({"shape": "arrears", "owed_for": kind.value} for kind in OwedFor),
    {"shape": "arrears"},
    {"shape": "personal"},
    {"shape": "pawn"},
    {"shape": "unverified"},
]


@pytest.mark.parametrize("answers", EVERY_DEBT)
@pytest.mark.parametrize("overdue", ["yes", "no", None])
def test_card_rules_never_show_elsewhere(answers: dict[str, Any], overdue: str | None) -> None:
    found = shown({**answers, "overdue": overdue}, first={"fear": "court", "urgent": ("threat",)})
    assert found & {"CARD-70", "CARD-196", "COL-7", "AUTO-2"} == (
        set()
        if answers.get("shape") != "card"
        else {"COL-7", "AUTO-2"} | ({"CARD-70", "CARD-196"} if overdue == "yes" else set())
    )


@pytest.mark.parametrize(
    ("answers", "there", "absent"),
    [
        ({**BUSINESS, **OVERDUE}, {"RATE-5", "CR-16", "WSD-1", "CC-561"}, {"XD-1", "CC-678", "CF-1", "CARD-70"}),
        ({**BUSINESS, "overdue": "no"}, {"XD-1", "CC-678", "PL-2"}, {"CR-16", "CF-1"}),
        ({"shape": "loan", "overdue": "no"}, {"CC-678"}, {"XD-1", "CF-1", "WSD-1"}),
        ({"shape": "loan", "loan_use": "business", "name": "农商经营贷"}, {"RATE-5"}, {"WSD-1", "WSD-2"}),
        (BILL, {"CF-1", "WSD-11", "COL-2"}, {"RATE-5", "COL-7", "XD-1"}),
        ({**BILL, "name": "白条"}, {"CF-1"}, {"WSD-11"}),
        ({"shape": "personal"}, {"CC-680", "MJ-26"}, {"MJ-13", "COL-6", "CR-16"}),
        ({"shape": "unverified"}, {"MJ-13", "MJ-26"}, {"RATE-5", "RATE-1"}),
        (RENT, {"CC-722"}, {"LAB-30", "CC-676"}),
        ({"name": "不知道是什么"}, {"CC-546", "CC-1032"}, {"CC-678", "RATE-5", "COL-2"}),
    ],
)
def test_what_is_shown_for_a_debt(answers: dict[str, Any], there: set[str], absent: set[str]) -> None:
    found = shown(answers)
    assert there <= found
    assert not absent & found


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        (date(2026, 10, 31), False),
        (date(2024, 5, 24), False),
        (date(2024, 5, 23), True),
        (date(2021, 1, 1), True),
        (None, False),
    ],
)
def test_limitation_is_spoken_of_only_after_two_and_a_half_years(since: date | None, expected: bool) -> None:
    one = debt(**BUSINESS, overdue="yes", overdue_since=since)
    found = {each.id for each in facts_for(one, "limitation", TODAY)}
    assert found == ({"CC-188", "CC-192", "LIM-14", "LIM-8", "LIM-19"} if expected else set())


def test_a_missed_instalment_counts_for_limitation_too() -> None:
    one = debt(**BUSINESS, overdue="yes")
    whole = case(debts=[one], missed=[{"debt": "d1", "due": date(2024, 1, 5)}])
    assert facts_for(one, "limitation", TODAY, whole)


@pytest.mark.parametrize(
    ("first", "outstanding", "expected"),
    [
        ({}, 49_999, False),
        ({}, 50_000, True),
        ({"fear": "court"}, 6_000, True),
        ({"fear": "calls"}, 6_000, False),
        ({"urgent": ("threat",)}, 6_000, True),
    ],
)
def test_criminal_law_answers_a_fear_and_is_otherwise_silent(
    first: dict[str, Any], outstanding: int, expected: bool
) -> None:
    assert ("CARD-196" in shown({**CARD, **OVERDUE, "outstanding": outstanding}, first=first)) is expected
    assert "CARD-196" not in shown({**CARD, "overdue": "no", "outstanding": outstanding}, first=first)


@pytest.mark.parametrize(("written", "expected"), [("yes", True), ("no", False), (None, False)])
def test_unpaid_wages_and_the_criminal_law(written: str | None, expected: bool) -> None:
    wages = {"shape": "arrears", "owed_for": "wages", "deadline": date(2026, 12, 1), "deadline_written": written}
    assert ("XF-276-1" in shown(wages)) is expected


@pytest.mark.parametrize(
    ("name", "lang", "sentence"),
    [
        (
            "CC-561",
            "zh_Hans",
            "再抵利息，最后才抵本金。（《民法典》第 561 条，2025-04-19 的文本）",
        ),
        ("CPL-227", "en", "(Civil Procedure Law (2023), art. 225, 227, 228, text of 2025-04-19)"),
        ("XF-276-1", "zh_Hans", "（《刑法》第 276 条之一，2025-04-19 的文本）"),
        ("CARD-70", "zh_Hans", "（《商业银行信用卡业务监督管理办法》第 70 条，2026-11-23 查看）"),
        ("CH-1", "zh_Hans", "（《银行业保险业消费投诉处理管理办法》，2026-11-23 查看）"),
        ("COL-3", "zh_Hans", "据报道（2025-03-13）："),
        ("CR-1-site", "zh_Hans", "据公开资料（2026-11-23 查看）："),
        ("CH-8", "en", "As reported (2025-12-26): "),
    ],
)
def test_a_sentence_names_its_ground(name: str, lang: Lang, sentence: str) -> None:
    said = fact_sentence(fact(name), lang, TODAY)
    assert sentence in said
    assert said.startswith(sentence) or said.endswith(sentence)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", structure("facts"))
def test_a_fact_past_its_day_says_so(name: str, lang: Lang) -> None:
    each = fact(name)
    warning = {"zh_Hans": "可能已变，请先核实", "zh_Hant": "請先核實", "en": "May have changed"}[lang]
    assert warning not in fact_sentence(each, lang, each.recheck_by)
    assert warning in fact_sentence(each, lang, each.recheck_by + timedelta(days=1))
    assert each.as_of.isoformat() in fact_sentence(each, lang, TODAY)


def test_rules_for_consumer_credit_are_only_an_analogy_for_a_business_loan() -> None:
    business = {each.id: each for each in facts_for(debt(**BUSINESS), "conduct", TODAY)}
    assert business["COL-2"].by_analogy
    assert not business["CC-1032"].by_analogy
    assert "参照" in fact_sentence(business["COL-2"], "zh_Hans", TODAY)
    bill = {each.id: each for each in facts_for(debt(**BILL), "conduct", TODAY)}
    assert not bill["COL-2"].by_analogy
    assert "COL-2" not in {each.id for each in facts_for(debt(**RENT), "conduct", TODAY)}


def test_without_a_debt_only_what_holds_for_all() -> None:
    assert [each.id for each in facts_for(None, "court-check", TODAY)] == ["COURT-12368"]
    assert facts_for(None, "penalty", TODAY) == ()
    assert named_facts(("CC-561", "CARD-70"), None, TODAY) == (fact("CC-561"),)
