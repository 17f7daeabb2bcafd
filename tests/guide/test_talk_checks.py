"""What is noticed in a talk: signs of fraud, something said otherwise before, answers that are due, a complaint."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from negotiator_tui.case.kinds import AskedFor
from negotiator_tui.case.talks import Contact
from negotiator_tui.guide.complaint import cautions, complaint
from negotiator_tui.guide.conduct import RULES
from negotiator_tui.guide.consistency import differences
from negotiator_tui.guide.facts import fact
from negotiator_tui.guide.follow_up import answers_due
from negotiator_tui.guide.scam import heard_in, scam_warning
from negotiator_tui.text.language import LANGUAGES
from tests.guide.cases import BUSINESS, CARD, RENT, TODAY, at, case

CONSUMER = {**BUSINESS, "loan_use": "consumer"}


# -- signs of fraud ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sign", AskedFor)
def test_each_sign_has_its_words_and_the_first_thing_to_do(sign: AskedFor) -> None:
    for lang in LANGUAGES:
        found = scam_warning(Contact(id="k1", asked_for=(sign,)), case(), TODAY, lang)
        assert found is not None
        assert len(found.signs) == 1
        assert found.heard == ()
        assert len(found.steps) == 4
    assert found is not None
    assert "110" in found.steps[2].text
    assert "96110" in found.steps[2].text


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("先交两千保证金", (AskedFor.FEE,)),
        ("把验证码念给我", (AskedFor.CODE,)),
        ("打开共享屏幕，我教你", (AskedFor.SCREEN,)),
        ("转到我的私人账户", (AskedFor.PAYEE,)),
        ("下载这个软件，交保证金", (AskedFor.FEE, AskedFor.APP)),
        ("先还两千再谈", ()),
        ("", ()),
        (None, ()),
    ],
)
def test_what_words_sound_like(text: str | None, signs: tuple[AskedFor, ...]) -> None:
    assert heard_in(text) == signs


def test_what_is_typed_counts_before_it_is_taken_down_and_nothing_is_said_twice() -> None:
    contact = Contact(id="k1", asked_for=(AskedFor.CODE,), said="14:04 要验证码")
    found = scam_warning(contact, case(), TODAY, "en", "share your screen")
    assert found is not None
    assert [note.id for note in found.signs] == ["codes"]
    assert [note.id for note in found.heard] == ["codes"]
    assert scam_warning(Contact(id="k1", said="先还两千"), case(), TODAY, "en") is None


# -- what was said before ------------------------------------------------------------------------------------------


def _found(*contacts: dict[str, Any], sent: tuple[dict[str, Any], ...] = ()) -> list[tuple[str, str, str]]:
    made = case(debts=[BUSINESS, CARD], contacts=list(contacts), sent=list(sent))
    return [(each.about, each.source[1], str(each.before)) for each in differences(made, made.contacts[-1])]


def test_another_income_or_cause_than_before_is_pointed_out_whoever_it_was_said_to() -> None:
    before = {"debt": "d2", "at": at(3), "stated_income": Decimal(31000), "stated_cause": "illness"}
    now = {"debt": "d1", "at": at(5), "stated_income": Decimal(29500), "stated_cause": "roadworks"}
    assert _found(before, now) == [("income", "k1", "31000.00"), ("cause", "k1", "illness")]
    assert _found(before, {**now, "stated_income": Decimal(31000), "stated_cause": "illness"}) == []


def test_another_amount_is_pointed_out_for_the_same_debt() -> None:
    before = {"debt": "d1", "at": at(3), "promised_amount": Decimal(1000)}
    assert _found(before, {"debt": "d1", "at": at(5), "promised_amount": Decimal(1200)}) == [
        ("amount", "k1", "1000.00")
    ]
    assert _found(before, {"debt": "d2", "at": at(5), "promised_amount": Decimal(1200)}) == []


def test_the_last_before_counts_and_what_came_later_does_not() -> None:
    def said(day: int, income: int) -> dict[str, Any]:
        return {"at": at(day), "stated_income": Decimal(income)}

    assert _found(said(1, 31000), said(3, 29500), said(9, 20000), said(5, 29500)) == []
    assert _found(said(1, 31000), said(3, 29500), said(5, 31000)) == [("income", "k2", "29500.00")]


def test_letters_count_once_they_have_gone_out() -> None:
    now = {"debt": "d1", "at": at(5), "promised_amount": Decimal(1200), "stated_income": Decimal(29500)}
    letter = {"what": "信", "debt": "d1", "monthly": Decimal(1000), "income": Decimal(31000)}
    assert _found(now, sent=({**letter, "on": date(2026, 11, 4)},)) == [
        ("income", "s1", "31000.00"),
        ("amount", "s1", "1000.00"),
    ]
    assert _found(now, sent=(letter,)) == []
    assert _found(now, sent=({**letter, "on": date(2026, 11, 6)},)) == []


def test_an_income_may_be_rounded_when_it_is_said() -> None:
    letter = {"what": "信", "income": Decimal("30975.00"), "on": date(2026, 11, 4)}
    assert _found({"at": at(5), "stated_income": Decimal(31000)}, sent=(letter,)) == []
    assert _found({"at": at(5), "stated_income": Decimal(31300)}, sent=(letter,)) == [("income", "s1", "30975.00")]


def test_a_correction_is_what_was_said() -> None:
    slip = {"at": at(3), "stated_income": Decimal(13000)}
    right = {"corrects": "k1", "stated_income": Decimal(31000)}
    assert _found(slip, right, {"at": at(5), "stated_income": Decimal(31000)}) == []


# -- answers that are due ------------------------------------------------------------------------------------------


def test_the_answers_that_are_due_are_those_of_the_last_contact_of_each_debt() -> None:
    contacts = [
        {"debt": "d1", "at": at(3), "answer_due": date(2026, 11, 10)},
        {"debt": "d1", "at": at(5), "answer_due": date(2026, 11, 27)},
        {"debt": "d2", "at": at(5), "answer_due": date(2026, 11, 20)},
        {"debt": "d3", "at": at(5), "answer_due": date(2026, 11, 1)},
        {"debt": "d3", "at": at(6)},
    ]
    made = case(debts=[BUSINESS, CARD, RENT], contacts=contacts)
    assert [(each.contact.id, each.day.day) for each in answers_due(made)] == [("k3", 20), ("k2", 27)]
    offered = case(
        debts=[BUSINESS, CARD, RENT], contacts=contacts, offers=[{"debt": "d2", "received_on": date(2026, 11, 6)}]
    )
    assert [each.contact.id for each in answers_due(offered)] == ["k2"]
    corrected = [*contacts, {"debt": "d1", "corrects": "k2", "answer_due": date(2026, 12, 1)}]
    assert [each.day for each in answers_due(case(debts=[BUSINESS, CARD, RENT], contacts=corrected))][-1] == date(
        2026, 12, 1
    )


# -- a complaint ---------------------------------------------------------------------------------------------------

NIGHT = {"debt": "d1", "channel": "phone", "caller": "collector", "at": at(20, 23), "who": "某公司", "number": "0571"}
TOLD = {"debt": "d1", "channel": "phone", "caller": "collector", "at": at(21), "third_party": "给我妈打电话"}


def _drafted(
    *contacts: dict[str, Any], debt: dict[str, Any] | None = None, lang: Any = "zh_Hans", name: str = ""
) -> Any:
    made = case(debts=[BUSINESS if debt is None else debt], contacts=list(contacts))
    return complaint(made, made.debts[0], TODAY, lang, name=name)


def _warned(debt: dict[str, Any]) -> str:
    made = case(debts=[debt])
    return "".join(each.text for each in cautions(made, made.debts[0], TODAY, "zh_Hans"))


def test_a_complaint_says_what_the_log_says_and_nothing_else() -> None:
    draft = _drafted(NIGHT, TOLD, name="陈某")
    assert draft.events == (
        "11月20日，晚上 10 点到早上 8 点之间联系我：23:00，电话，某公司，0571",
        "11月21日，联系了我以外的人：10:00，电话，我记下的是“给我妈打电话”",
    )
    assert "陈某" in draft.text
    assert "钱我愿意还" in draft.text
    assert not any("用语" in ask for ask in draft.asks), "nothing is asked for that nothing happened of"
    assert any("没有签过字" in ask for ask in draft.asks)


def test_a_complaint_about_an_old_debt_does_not_offer_to_pay_it() -> None:
    draft = _drafted(NIGHT, debt={**BUSINESS, "overdue": "yes", "overdue_since": date(2024, 3, 1)})
    assert "愿意还" not in draft.text
    assert "另外核对" in draft.opening


def test_without_anything_in_the_log_there_is_no_complaint() -> None:
    assert _drafted() is None
    assert _drafted({**NIGHT, "at": at(20, 12)}) is None
    assert _drafted(NIGHT, debt=RENT) is None


def test_of_a_business_loan_it_is_said_that_it_may_not_be_accepted() -> None:
    business, consumer = _drafted(NIGHT), _drafted(NIGHT, debt=CONSUMER)
    assert "可能不受理" in _warned(BUSINESS)
    assert "未必适用于这笔贷款" in business.rules_intro
    assert "可能不受理" not in _warned(CONSUMER)
    assert "未必适用" not in consumer.rules_intro


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_complaint_can_be_written_in_every_language(lang: Any) -> None:
    text = _drafted(NIGHT, {**TOLD, "threat": "上门"}, lang=lang).text
    assert "{" not in text
    assert "10:00" in text


def test_every_rule_has_a_name_in_a_letter() -> None:
    from negotiator_tui.guide.complaint import _NAMED

    assert set(_NAMED) == {rule for rules in RULES.values() for rule in rules}
    assert all(fact(rule).source for rule in _NAMED)
