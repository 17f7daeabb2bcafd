"""The proposal letter: its parts, its figures with their exhibits, and what it cannot be made without."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from negotiator_tui.case.case import Case
from negotiator_tui.case.edit import UNKNOWN, added, edited
from negotiator_tui.documents.making import Kind, Needed
from negotiator_tui.text.fault import sentence

from .cases import LADDERED, TODAY, WHO, asked, demo, made, text

D = Decimal


def _without_plan_changes(case: Case, **terms: Any) -> Case:
    for name, value in terms.items():
        case = edited(case, ("terms", "t1", name), value)
    return case


def test_the_parts_in_their_order() -> None:
    """CONTENT 3b: who and which contract, owed, what happened, means, one request, second choice, promise, reply,
    exhibits, signature."""
    said = text(Kind.LETTER, identity=WHO)
    marks = (
        "协商还款申请书",
        "浙江网商银行股份有限公司：",
        "我是陈小梅",
        "剩余本金 48,000.00 元",
        "门前修路",
        "每月可还各项欠款 3,000.00 元",
        "自2026年12月23日起",
        "12 个月的临时安排",
        "保持电话畅通",
        "请于2026年12月8日前",
        "附：附件一",
        "申请人：陈小梅",
        "2026年11月23日",
    )
    places = [said.index(mark) for mark in marks[:-1]]
    assert places == sorted(places)
    assert said.rstrip().endswith(marks[-1])


def test_its_figures() -> None:
    """40 instalments: 12 x 1,000.00, then 1,913.25, the last 1,913.40; 648.00 + 458.38 of interest are in them."""
    said = text(Kind.LETTER)
    for amount in ("1,000.00", "1,913.25", "1,913.40", "65,571.15", "648.00", "458.38", "1,106.38", "4,359.63"):
        assert f" {amount} 元" in said, amount
    assert D("12000.00") + 27 * D("1913.25") + D("1913.40") == D("65571.15")
    # 44,288.37 is what is not overdue; 23 days at 0.045 %
    assert (D("44288.37") * D("0.00045") * 23).quantize(D("0.01")) == D("458.38")
    assert "约 67.68 元" in said  # the contract has not been read: a computed penalty is never exact
    assert dict(made(Kind.LETTER).figures)["合计"] == "65,571.15"


def test_every_amount_has_an_exhibit_or_is_the_borrowers_own_statement() -> None:
    said = text(Kind.LETTER)
    told = said[said.index("一、") : said.index("三、")]
    for part in told.split("元")[1:]:
        assert part.startswith(("（附件", "（本人陈述", "，")) or not part.strip("。\n "), part
    assert "附件一 还款页截图" in said
    assert "附表一 收支表" in said
    assert "附表二 还款试算表" in said


def test_without_papers_it_is_the_borrowers_own_statement() -> None:
    bare = demo().model_copy(update={"materials": ()})
    said = text(Kind.LETTER, bare)
    assert "附件" not in said.replace("没有附件的", "")
    assert "剩余本金 48,000.00 元（本人陈述）" in said
    assert "29,500.00 元（本人陈述）" in said


@pytest.mark.parametrize(
    ("answers", "missing"),
    [
        ({"contract_tail": None}, "contract_tail"),
        ({"outstanding": None}, "outstanding"),
        ({"as_of": None}, "as_of"),
        ({"lender": UNKNOWN}, "lender"),
    ],
)
def test_what_it_cannot_be_made_without(answers: dict[str, Any], missing: str) -> None:
    found = asked(Kind.LETTER, demo(**answers), lang="en")
    assert isinstance(found, Needed)
    assert found.paths == (("debts", "d1", missing),)
    assert sentence(found.fault, "en").startswith("This cannot be made yet. Still missing: ")


def test_a_balance_needs_a_source_or_a_paper() -> None:
    unsourced = demo(balance_from=None)
    assert not isinstance(asked(Kind.LETTER, unsourced), Needed)  # the screenshot shows it
    found = asked(Kind.LETTER, unsourced.model_copy(update={"materials": ()}))
    assert isinstance(found, Needed)
    assert found.paths == (("debts", "d1", "balance_from"),)


def test_the_whole_number_takes_the_place_of_the_last_four_digits() -> None:
    case = demo(contract_tail=None)
    said = text(Kind.LETTER, case, identity=WHO)
    assert "贷款合同号WD20260077884417" in said
    assert "尾号" not in said


def test_guesses_are_marked() -> None:
    case = demo()
    loan = case.debts[0].model_copy(update={"estimated": ("outstanding",)})
    said = text(Kind.LETTER, case.model_copy(update={"debts": (loan, *case.debts[1:])}))
    assert "剩余本金 约 48,000.00 元" in said


def test_a_bad_month_that_is_only_guessed_is_said_to_be() -> None:
    case = edited(demo(), ("budget", "worst_takings"), None)
    said = text(Kind.LETTER, case)
    assert "按八成估算" in said


@pytest.mark.parametrize(
    ("terms", "there", "absent"),
    [
        ({}, "合同利率不变", "年利率按"),
        ({"rate": D("8")}, "年利率按 8% 计", "合同利率不变"),
        ({"rate": D(0)}, "期间不计利息", "合同利率不变"),
        ({"penalty_waived": None}, "罚息 约 67.68 元", "请免收"),
        ({"penalty_waived": D(30)}, "请免收罚息 30.00 元", "逾期期间的罚息"),
        ({"interest_waived": D("1106.38")}, "请免收已产生的利息 1,106.38 元", "其中已包括"),
        ({"paid_now": D(500)}, "约定生效时先还 500.00 元", "逾期利息 648.00"),
    ],
)
def test_the_request_says_what_the_terms_say(terms: dict[str, Any], there: str, absent: str) -> None:
    said = text(Kind.LETTER, _without_plan_changes(demo(), **terms))
    assert there in said
    assert absent not in said


def test_interest_up_to_the_start_is_named_where_it_is_not_in_it() -> None:
    said = text(Kind.LETTER, _without_plan_changes(demo(), interest_waived=D("1106.38")))
    assert "2026年11月23日以前的利息按上面的请求免收，没有计入" in said


def test_interest_that_is_not_known_is_said_to_be_left_out() -> None:
    """A card without a rate: CONTENT 3b has it named, not passed over."""
    case, _ = added(demo(), "terms", plan="p1", debt="d2", method="equal-instalment", months=24, rate=D(0))
    assert "没有计入2026年11月23日以前可能已产生的利息和费用" in text(Kind.LETTER, case, about="d2")


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("interest-paid", "前 3 个月只还利息。"),
        ("interest-added", "前 3 个月的利息 1,970.36 元并入本金"),
        ("interest-parked", "前 3 个月的利息 1,944.00 元摊入以后各期"),
    ],
)
def test_the_interest_of_a_grace_is_never_added_silently(kind: str, said: str) -> None:
    """48,000 at 1.35 % a month: 648.00 each; compounded 648.00 + 656.75 + 665.61 = 1,970.36, rounded month by month."""
    terms = {"method": "equal-instalment", "grace_months": 3, "grace_kind": kind, "low": None, "low_months": None}
    assert said in text(Kind.LETTER, _without_plan_changes(demo(), **terms))


def test_what_a_bad_month_does_not_carry_is_not_called_payable() -> None:
    said = text(Kind.LETTER, _without_plan_changes(demo(), method="equal-principal"))
    assert "每月 1,400.00 元已经约定" in said
    assert "能还贵行这一笔" not in said


def test_another_plan_that_holds_is_the_second_choice() -> None:
    case, plan = added(demo(), "plans", name="更小")
    case, _ = added(case, "terms", plan=plan, debt="d1", method="low-then-high", months=44, low=D(950), low_months=12)
    said = text(Kind.LETTER, case)
    assert "我能接受的另一个安排是：前 12 个月每月 950.00 元" in said
    assert "临时安排" not in said


def test_the_ladders_next_ask_comes_before_another_plan() -> None:
    case, ladder = added(demo(), "ladders", debt="d1", line=D(1020))
    for low, months, waived in ((D(1000), 40, D("67.68")), (D(980), 46, None)):
        terms = {"method": "low-then-high", "months": months, "low": low, "low_months": 12, "penalty_waived": waived}
        case, _ = added(case, "rungs", ladder=ladder, debt="d1", **terms)
    assert "另一个安排是：前 12 个月每月 980.00 元" in text(Kind.LETTER, case)


def test_a_plan_that_breaks_is_said_to_the_borrower_and_not_in_the_letter() -> None:
    case = _without_plan_changes(demo(), method="equal-instalment", months=12)
    found = made(Kind.LETTER, case)
    assert [each.code for each in found.remarks] == ["documents.short"]
    assert "不够" not in text(Kind.LETTER, case)


def test_without_a_budget_nothing_is_said_of_what_can_be_paid() -> None:
    case = demo().model_copy(update={"income": (), "costs": ()})
    case = case.model_copy(update={"first": case.first.model_copy(update={"takings": None, "home_costs": None})})
    found = made(Kind.LETTER, case)
    assert [each.code for each in found.remarks] == ["documents.no-means"]
    said = text(Kind.LETTER, case)
    assert "每月能还多少" not in said
    assert "二、发生了什么" in said
    assert "三、我的请求" in said  # no number is left out


def test_nobody_elses_name_stands_in_it() -> None:
    """Other lenders, the landlord, the supplier, the husband: nothing unasked is volunteered."""
    said = text(Kind.LETTER)
    for name in ("周先生", "老何", "锦里", "花呗", "丈夫"):
        assert name not in said
    assert "进货、周转" not in said  # the use of the loan


def test_no_begging_no_threat_no_law() -> None:
    said = text(Kind.LETTER)
    for word in ("恳求", "求求", "投诉", "起诉", "民法典", "法律", "必须"):
        assert word not in said


def test_a_debt_without_terms_in_the_plan_leads_to_the_plans() -> None:
    case = edited(demo(), ("debts", "d2", "contract_tail"), "2907")
    found = asked(Kind.LETTER, case, about="d2")
    assert isinstance(found, Needed)
    assert (found.fault.code, found.paths) == ("documents.no-plan", (("plans",),))


def test_the_answer_is_asked_for_on_the_day_given() -> None:
    assert "请于2026年12月1日前" in text(Kind.LETTER, reply_by=TODAY + timedelta(days=8))


def test_with_a_ladder_a_letter_asks_for_what_is_asked_for_on_the_phone() -> None:
    said = text(Kind.LETTER, LADDERED)
    request, second = said.split("我的请求")[1].split("我的备选")
    assert "前 12 个月每月 1,000.00 元，之后每月 1,913.25 元" in request
    assert "合同利率不变" in request
    assert "1,000.00" in second
    assert "%" not in second.split("五、")[0]
    assert "1,020.00" not in said
