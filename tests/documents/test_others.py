"""Statement, schedule, hardship, the two requests and the outline: what stands in them and what must not."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings

from negotiator_tui.case.case import Case
from negotiator_tui.case.edit import added, edited
from negotiator_tui.documents.as_text import as_text
from negotiator_tui.documents.document import Table
from negotiator_tui.documents.make import TITLES, make, masked, without_names
from negotiator_tui.documents.making import Kind, Made, Needed, Request
from negotiator_tui.documents.templates import NAMES, template
from negotiator_tui.text.fault import FAULTS
from tests.ui.pages.drawn import cases

from .cases import TODAY, WHO, asked, debt, demo, made, text

D = Decimal


def _rows(found: Made) -> dict[str, tuple[str, ...]]:
    return {row[0]: row[1:] for block in found.document.blocks if isinstance(block, Table) for row in block.rows}


def test_the_statement_adds_up() -> None:
    """29,500 - 24,250 = 5,250; + 3,800 - 5,700 = 3,350; less 350 kept = 3,000 (CONTENT 3b)."""
    rows = _rows(made(Kind.STATEMENT))
    bad = {name: D(cells[1].replace(",", "")) for name, cells in rows.items() if cells[1]}
    assert bad["店里收款"] == D("29500.00")
    assert bad["店里成本合计"] == D("24250.00")
    assert bad["店里结余"] == bad["店里收款"] - bad["店里成本合计"] == D("5250.00")
    assert bad["店和家合计结余"] == bad["店里结余"] + bad["家庭收入"] - bad["家里必要开支合计"] == D("3350.00")
    assert bad["每月可还各项欠款"] == bad["店和家合计结余"] - bad["留作应急"] == D("3000.00")
    assert bad["其中已约定的还款"] == D("1400.00")
    assert rows["店里收款"][0] == "30,975.00"  # the middle one of twelve months
    assert rows["店里收款"][2] == "附件二、附件四"
    assert rows["吃饭"][2] == "本人陈述"


def test_the_statement_needs_income_and_costs_but_not_every_debt() -> None:
    assert "店里收款" in text(Kind.STATEMENT, demo(outstanding=None, rate=None))
    bare = make(Kind.STATEMENT, Request(Case(), TODAY))
    assert isinstance(bare, Needed)
    assert bare.paths


def test_costs_of_one_kind_are_one_row() -> None:
    names = [block.rows for block in made(Kind.STATEMENT).document.blocks if isinstance(block, Table)]
    assert [row[0] for row in names[0]].count("进货") == 1


def test_debts_are_listed_only_when_asked_for_and_people_by_what_is_owed_to_them() -> None:
    plain, listed = text(Kind.STATEMENT), made(Kind.STATEMENT, with_debts=True)
    assert "欠款（元）" not in plain
    assert plain.startswith("收支表\n")
    rows = _rows(listed)
    assert rows["浙江网商银行股份有限公司"][0] == "48,000.00"
    assert rows["合计"][0] == "92,100.00"
    assert {"供货货款", "锦里银行（虚构）信用卡中心"} <= set(rows)
    said = as_text(listed.document)
    assert "周先生" not in said
    assert "老何" not in said
    assert [each.code for each in listed.remarks] == ["documents.debts-listed"]


def test_the_schedule_has_every_instalment_and_its_totals() -> None:
    found = made(Kind.SCHEDULE)
    table = next(block for block in found.document.blocks if isinstance(block, Table))
    assert len(table.rows) == 41
    assert table.rows[0] == ("1", "2026-12-23", "1,000.00", "352.00", "648.00", "47,648.00")
    assert table.rows[11][-1] == "43,447.82"  # CONTENT 3b: after twelve months
    columns = [[D(row[column].replace(",", "")) for row in table.rows] for column in (2, 3, 4)]
    for *instalments, total in columns:
        assert sum(instalments) == total
    assert "月利率＝年利率÷12" in as_text(found.document)
    assert "2026年11月23日以前未付的利息 1,106.38 元" in as_text(found.document)


def test_the_hardship_statement_tells_what_happened_with_its_proof() -> None:
    said = text(Kind.HARDSHIP)
    assert "外卖只补回来一小半（附件七）" in said
    assert "每月剩 3,350.00 元" in said
    untold = demo().model_copy(update={"hardship": type(demo().hardship)()})
    found = asked(Kind.HARDSHIP, untold)
    assert isinstance(found, Needed)
    assert found.paths == (("hardship", "cause"),)


def test_costs_misjudged_is_no_confession() -> None:
    told = demo().hardship.model_copy(update={"words": None, "cause": "misjudged"})
    said = text(Kind.HARDSHIP, demo().model_copy(update={"hardship": told}))
    assert "收入不够支付" in said
    assert "没算准" not in said


def test_a_breakdown_asks_for_each_part_and_names_where_they_ask_for_too_much() -> None:
    """The missed instalment has 648.00 of interest; penalty may come to 745.20 at most, if on the whole loan."""
    plain = text(Kind.BREAKDOWN)
    for part in ("剩余本金", "利息", "罚息", "费用", "不表示我已确认全部金额"):
        assert part in plain
    assert "有出入" not in plain
    found = made(Kind.BREAKDOWN, demo(overdue_interest=D("700.00"), penalty_due=D("500.00")))
    assert _rows(found) == {"逾期利息": ("700.00", "648.00", "52.00")}  # the penalty may be right: it is not disputed
    less = made(Kind.BREAKDOWN, demo(overdue_interest=D("600.00")))
    assert _rows(less) == {}


def test_a_confirmation_repeats_the_last_talk_and_the_offer_that_stands() -> None:
    said = text(Kind.CONFIRM)
    assert "2026年11月20日通话中，客服热线（工号 20715）告知我：“协商申请已登记" in said
    assert "（受理编号 XS-0386-4417）" in said
    assert "我记下的安排" not in said  # the last offer was refused
    case, _ = added(demo(), "offers", debt="d1", received_on=TODAY, answer="countered", months=24, rate=D("16.2"))
    assert "我记下的安排是：" in text(Kind.CONFIRM, case)


def test_the_outline_of_an_objection_has_its_last_day_and_no_argument() -> None:
    """Received on 20 November: the fifteenth day after it is 5 December (CPL-227)."""
    said = text(Kind.OBJECTION)
    assert "2026年11月20日收到，最晚2026年12月5日。" in said
    assert "第 225、227、228 条" in said
    assert "〔同意，或不同意，为什么〕" in said
    assert "某区人民法院" in said
    found = make(Kind.OBJECTION, Request(demo(), date(2026, 12, 6), debt(demo())))
    assert isinstance(found, Made)
    assert [each.code for each in found.remarks] == ["documents.order-late"]
    assert "法定期限内" not in as_text(found.document)


def test_an_objection_needs_the_order_and_its_day() -> None:
    none = asked(Kind.OBJECTION, demo().model_copy(update={"court": ()}))
    assert isinstance(none, Needed)
    assert none.paths == (("court",),)
    undated = asked(Kind.OBJECTION, edited(demo(), ("court", "j1", "received_on"), None))
    assert isinstance(undated, Needed)
    assert undated.paths == (("court", "j1", "received_on"),)


def test_a_frozen_copy_names_nobody() -> None:
    """Not even where the borrower's own words hold a name or number."""
    case = edited(demo(), ("hardship", "words"), "我陈小梅的店，电话13800005678，门前修路")
    for kind in Kind:
        found = asked(kind, case, identity=masked(WHO))
        if isinstance(found, Needed):
            continue
        kept = without_names(as_text(found.document), WHO)
        for name in ("name", "id_number", "phone", "address", "number"):
            assert getattr(WHO, name) not in kept
    assert "陈**" in without_names(text(Kind.LETTER, case, identity=masked(WHO)), WHO)


def test_what_is_not_typed_stays_a_blank() -> None:
    assert "我是〔姓名〕" in text(Kind.LETTER)
    assert "身份证" not in text(Kind.LETTER)
    assert "〔身份证号〕" in text(Kind.OBJECTION)


def test_foreign_text_is_made_safe() -> None:
    case = edited(demo(), ("hardship", "words"), "修路\x1b[31m\u202e <b>客人</b> {since} =1+1")
    said = text(Kind.LETTER, case)
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert "<b>客人</b> {since} =1+1" in said


@pytest.mark.parametrize("name", NAMES)
def test_templates_are_flat_texts(name: str) -> None:
    assert template(name)
    assert all(isinstance(each, str) for each in template(name).values())


def test_every_kind_has_a_title_and_its_faults_a_sentence() -> None:
    assert set(TITLES) == set(Kind)
    assert {"documents.missing", "documents.no-plan"} <= set(FAULTS)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(
    cases(lists=("debts", "missed", "income", "costs", "plans", "terms", "materials", "contacts", "offers", "court"))
)
def test_any_case_gives_a_document_or_says_what_is_missing(case: Case) -> None:
    for kind in Kind:
        for about in (None, *case.debts):
            found = make(kind, Request(case, TODAY + timedelta(days=1), about, lang="en"))
            if isinstance(found, Made):
                assert as_text(found.document).strip()
                assert all(
                    len(row) == len(t.widths) for t in found.document.blocks if isinstance(t, Table) for row in t.rows
                )
            else:
                assert found.fault.code in FAULTS
