"""What the other side will read in a text, and whom they see in statements."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator_tui.case.case import Case
from negotiator_tui.guide.content import structure
from negotiator_tui.guide.reading_back import parties_seen, reading_back, rules
from tests.ui.pages.drawn import D, case_of

DEBTS = [
    {"name": "网商贷", "shape": "loan", "loan_use": "business", "lender": "浙江网商银行股份有限公司", "outstanding": D(48000)},
    {"name": "老何粮油的货款", "shape": "arrears", "owed_for": "supplier", "lender": "老何粮油"},
    {"name": "表哥的钱", "shape": "personal", "lender": "周大成"},
    {"name": "信用卡", "shape": "card", "lender": "锦里银行", "signed_by": "陈建国"},
]  # fmt: skip


def _case(**more: Any) -> Case:
    return case_of(debts=DEBTS, **more)


def _found(text: str, **more: Any) -> set[str]:
    return {each.id for each in reading_back(_case(), text, "zh_Hans", **more)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("店里收入下降，本期没能按时还。我愿意还款，请出具本金、利息、罚息分列的明细。", set()),
        ("我借了网贷来还网商贷", {"borrow-to-repay", "other-debts"}),
        ("这笔钱以貸還貸用掉了", {"borrow-to-repay"}),
        ("钱给儿子买了房", {"other-use"}),
        ("一部分拿去炒股", {"other-use"}),
        ("我妈借给我三万", {"family-money"}),
        ("转账给了父亲看病", {"family-money"}),
        ("母亲六月住院，店关了半个月", set()),
        ("花呗还没还", {"other-debts"}),
        ("老何粮油的货款先付了", {"other-debts"}),
        ("周大成可以作证", {"names", "other-debts"}),
        ("我保证下个月还清", {"promise"}),
        ("房东还押着我的保证金，合同没有保证人", set()),
        ("我不能保证每个月都一样，也不敢保证提前还清", set()),
        ("按《商业银行互联网贷款管理暂行办法》，请告知", set()),
        ("互联网贷款管理暂行办法写了，请按它办", set()),
        ("我还借了网贷", {"other-debts"}),
        ("每月还 1,000 元", {"promised-amount"}),
        ("12月5日前付800", {"promised-amount"}),
        ("分 24 期还", set()),
        ("逾期应还约 4,359.63 元", set()),
        ("用支付宝收款 31000 元", set()),
        ("是我个人管理不善", {"own-blame"}),
        ("再不答应我就曝光你们", {"pressure"}),
        ("身份证号 51012319900101123X", {"full-numbers"}),
        ("电话 13800138000", {"full-numbers"}),
        ("合同尾号 4417", set()),
    ],
)
def test_what_stands_out_in_a_sentence(text: str, found: set[str]) -> None:
    assert _found(text, debt="d1") == found


def test_the_debt_that_is_written_about_is_no_other_debt() -> None:
    text = "浙江网商银行股份有限公司：我的网商贷逾期了。"
    assert _found(text) == set()
    assert _found(text, debt="d4") == {"other-debts"}
    assert _found("锦里银行：我的信用卡逾期了。") == set()


def test_what_may_cost_the_loan_comes_first_with_its_rule() -> None:
    remarks = reading_back(_case(), "都怪我。钱拿去买车了。", "zh_Hans", debt="d1")
    assert [(each.id, each.weight) for each in remarks] == [("other-use", "care"), ("own-blame", "look")]
    assert [fact.id for fact in remarks[0].facts] == ["CC-673", "RATE-5"]
    card = reading_back(_case(), "钱拿去买车了。", "zh_Hans", debt="d4")
    assert [fact.id for each in card for fact in each.facts] == []


def test_places_are_quoted_short_and_without_whole_numbers() -> None:
    text = "很长的话" * 30 + "，身份证号51012319900101123X，" + "后面还有" * 30
    (remark,) = reading_back(_case(), text, "zh_Hans", debt="d1")
    assert len(remark.places) == 1
    assert "123X" in remark.places[0]
    assert "5101231990" not in remark.places[0]
    assert len(remark.places[0]) < 45


@given(st.text(max_size=300))
def test_any_text_can_be_read_back(text: str) -> None:
    for each in reading_back(_case(), text, "zh_Hans"):
        assert each.places


def test_long_texts_are_read_back_at_once() -> None:
    assert reading_back(_case(), "借" * 20_000, "zh_Hans") == ()
    assert reading_back(_case(), "还1" * 10_000, "zh_Hans")


@pytest.mark.parametrize(
    ("party", "kind"),
    [
        ({"name": "某某小额贷款公司"}, "party-lender"),
        ({"name": "花呗"}, "party-lender"),
        ({"name": "张三", "belongs": "debt"}, "party-lender"),
        ({"name": "妈妈"}, "party-family"),
        ({"name": "李四", "belongs": "home"}, "party-family"),
        ({"name": "中国福利彩票", "belongs": "home"}, "party-invest"),
        ({"name": "王五", "belongs": "not-mine"}, "party-not-mine"),
        ({"name": "老何粮油", "belongs": "shop"}, None),
        ({"name": "老何粮油"}, None),
        ({"name": "自己的卡", "belongs": "own-account"}, None),
    ],
)
def test_whom_a_statement_shows(party: dict[str, Any], kind: str | None) -> None:
    seen = parties_seen(case_of(parties=[party]), "zh_Hans")
    assert [(each.id, each.places) for each in seen] == ([] if kind is None else [(kind, (party["name"],))])


def test_the_rules_always_stand() -> None:
    assert [each.id for each in rules(Case(), "en")] == ["only-true", "not-unasked", "only-asked-months"]
    assert {entry["group"] for entry in structure("readback").values()} == {"rule", "words", "party"}
