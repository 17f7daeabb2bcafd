"""How collectors behaved, out of the log: days and times by hand."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from negotiator_tui.case.kinds import Caller, Channel
from negotiator_tui.case.talks import Contact
from negotiator_tui.guide.conduct import RULES, Incident, Kind, at_night, effective, incidents, rules_of, undated
from negotiator_tui.guide.content import structure
from tests.guide.cases import BILL, BUSINESS, CARD, RENT, TODAY, case

CONSUMER = {**BUSINESS, "loan_use": "consumer"}
CALL = {"debt": "d1", "channel": "phone", "caller": "collector"}


def _at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-{text}")


def _found(*contacts: dict[str, Any], debt: dict[str, Any] | None = None, today: date = TODAY) -> tuple[Incident, ...]:
    return incidents(case(debts=[CONSUMER if debt is None else debt], contacts=list(contacts)), today)


def _kinds(*contacts: dict[str, Any], debt: dict[str, Any] | None = None) -> list[tuple[str, str]]:
    return [(each.kind.value, str(each.day)) for each in _found(*contacts, debt=debt)]


@pytest.mark.parametrize(
    ("time", "night"),
    [
        ("00:00", True),
        ("03:12", True),
        ("07:59", True),
        ("08:00", False),
        ("12:00", False),
        ("21:59", False),
        ("22:00", True),
        ("23:59", True),
    ],
)
def test_the_hours(time: str, night: bool) -> None:
    assert at_night(_at(f"20T{time}")) is night
    assert _kinds({**CALL, "at": _at(f"20T{time}")}) == ([("night", "2026-11-20")] if night else [])


@pytest.mark.parametrize(
    ("answers", "there"),
    [
        ({"caller": "lender"}, True),
        ({"answered": "no"}, True),
        ({"channel": "sms"}, True),
        ({"channel": "visit"}, True),
        ({"channel": None}, True),
        ({"channel": "letter"}, False),
        ({"channel": "email"}, False),
        ({"caller": "me"}, False),
        ({"caller": "other"}, False),
        ({"caller": None}, False),
    ],
)
def test_only_what_they_began_and_what_has_an_hour_is_a_contact_at_night(answers: dict[str, Any], there: bool) -> None:
    assert bool(_found({**CALL, "at": _at("20T23:10"), **answers})) is there


@pytest.mark.parametrize(
    ("answers", "counts"),
    [
        ({"answered": "yes"}, True),
        ({"answered": "yes", "caller": "lender"}, True),
        ({"said": "什么时候还"}, True),
        ({"promised": "没有答应"}, True),
        ({"promised_amount": Decimal(500)}, True),
        ({}, False),
        ({"answered": "no", "said": "语音留言"}, False),
        ({"answered": "yes", "channel": "sms"}, False),
        ({"answered": "yes", "channel": None}, False),
        ({"answered": "yes", "caller": "me"}, False),
        ({"answered": "yes", "caller": "other"}, False),
    ],
)
def test_effective_calls(answers: dict[str, Any], counts: bool) -> None:
    assert effective(Contact(id="k1", **{**CALL, **answers})) is counts


def _calls(*times: str, **answers: Any) -> list[dict[str, Any]]:
    return [{**CALL, "answered": "yes", "at": _at(each), **answers} for each in times]


def test_three_calls_a_day_are_not_more_than_three() -> None:
    assert _kinds(*_calls("20T09:00", "20T13:00", "20T18:00")) == []
    assert _kinds(*_calls("20T09:00", "20T13:00", "20T18:00", "20T21:00")) == [("often", "2026-11-20")]


def test_a_day_ends_at_midnight() -> None:
    around = _calls("20T10:00", "20T12:00", "20T23:59", "21T00:00", "21T12:00", "21T15:00")
    assert _kinds(*around) == [("night", "2026-11-20"), ("night", "2026-11-21")]
    assert _kinds(*around, *_calls("21T16:00"))[1:] == [("night", "2026-11-21"), ("often", "2026-11-21")]


def test_missed_calls_do_not_count_among_the_three() -> None:
    ringing = [{**CALL, "answered": "no", "at": _at("20T19:00")}]
    assert _kinds(*_calls("20T09:00", "20T13:00", "20T18:00"), *ringing) == []


def test_calls_of_one_lender_count_together_whichever_debt_and_whoever_calls() -> None:
    def kinds(first: str, second: str) -> list[str]:
        debts = [{**CONSUMER, "lender": first}, {**CONSUMER, "name": "另一笔", "lender": second}]
        calls = [*_calls("20T09:00", "20T10:00"), *_calls("20T11:00", "20T12:00", debt="d2", caller="lender")]
        return [each.kind.value for each in incidents(case(debts=debts, contacts=calls), TODAY)]

    assert kinds("甲银行", "甲银行") == ["often"]
    assert kinds("甲银行", "乙银行") == []


def test_more_than_six_unanswered_attempts_from_one_number() -> None:
    def rang(count: int, number: str | None) -> list[dict[str, Any]]:
        return [{**CALL, "answered": "no", "number": number, "at": _at(f"20T{9 + n:02}:00")} for n in range(count)]

    assert _kinds(*rang(6, "0571-1")) == []
    assert _kinds(*rang(7, "0571-1")) == [("attempts", "2026-11-20")]
    assert _kinds(*rang(7, None)) == []
    assert _kinds(*rang(4, "0571-1"), *rang(4, "0571-2")) == []


def test_third_parties_and_threats_whoever_began() -> None:
    told = {"debt": "d1", "at": _at("20T10:00"), "caller": "other", "third_party": "给我妈打了电话，说我欠钱"}
    threatened = {"debt": "d1", "at": _at("21T10:00"), "caller": "me", "channel": "phone", "threat": "不还就上门"}
    assert _kinds(threatened, told) == [("third-party", "2026-11-20"), ("threat", "2026-11-21")]


def test_somebody_who_signed_may_be_asked_and_it_is_said() -> None:
    told = {"debt": "d1", "at": _at("20T10:00"), "third_party": "给我爸打了电话"}
    assert [each.signed for each in _found(told, debt={**CONSUMER, "signed_by": "我爸"})] == [True]
    assert [each.signed for each in _found(told, debt={**CONSUMER, "signed_by": "没有"})] == [False]


@pytest.mark.parametrize(
    ("debt", "rules", "analogy"),
    [
        (CONSUMER, {"COL-3", "COL-6-hours"}, False),
        (BILL, {"COL-3", "COL-6-hours"}, False),
        (CARD, {"COL-6-hours"}, False),
        (BUSINESS, {"COL-3", "COL-6-hours"}, True),
        (RENT, set(), False),
        ({"shape": "personal"}, set(), False),
        ({"name": "不知道"}, set(), False),
    ],
)
def test_a_rule_stands_only_by_the_kinds_of_debt_it_covers(
    debt: dict[str, Any], rules: set[str], analogy: bool
) -> None:
    found = _found({**CALL, "at": _at("20T23:00")}, debt=debt)
    assert {rule.id for rule in rules_of(found)} == rules
    assert all(rule.by_analogy is analogy for rule in rules_of(found))


def test_card_rules_stay_with_cards() -> None:
    threat = {"debt": "d1", "at": _at("20T10:00"), "threat": "让你全家不得安宁"}
    by_debt = {name: {rule.id for rule in rules_of(_found(threat, debt=debt))} for name, debt in
               {"card": CARD, "business": BUSINESS, "rent": RENT}.items()}  # fmt: skip
    assert "COL-7" in by_debt["card"]
    assert "COL-7" not in by_debt["business"]
    assert by_debt["rent"] == {"CC-1032"}


def test_what_has_no_time_or_is_still_to_come_is_not_in_a_dated_list() -> None:
    contacts = [{**CALL, "threat": "x"}, {**CALL, "at": _at("24T23:00")}, {"debt": "d1"}]
    assert _found(*contacts) == ()
    assert undated(case(debts=[CONSUMER], contacts=contacts)) == 2


def test_a_correction_is_no_contact_and_what_it_says_counts() -> None:
    wrong = {**CALL, "at": _at("20T23:00")}
    right = {"debt": "d1", "corrects": "k1", "at": _at("20T13:00")}
    assert _kinds(wrong, right) == []
    assert _kinds({**CALL, "at": _at("20T13:00")}, {"debt": "d1", "corrects": "k1", "at": _at("20T23:00")}) == [
        ("night", "2026-11-20")
    ]


def test_every_kind_has_rules_that_exist() -> None:
    assert set(RULES) == set(Kind)
    assert {rule for rules in RULES.values() for rule in rules} <= set(structure("facts"))


def test_ten_thousand_entries_are_gone_through() -> None:
    contacts = tuple(
        Contact(id=f"k{n}", debt="d1", channel=Channel.PHONE, caller=Caller.COLLECTOR, said="x", at=_at(f"{n % 20 + 1:02}T10:00"))
        for n in range(1, 10_001)
    )  # fmt: skip
    base = case(debts=[CONSUMER]).model_copy(update={"contacts": contacts})
    assert [each.kind for each in incidents(base, TODAY)] == [Kind.OFTEN] * 20
