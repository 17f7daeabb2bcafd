"""The summary for an adviser: whose, how much, what is next and missing; a page or two whatever the case is."""

import re
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest

from negotiator_tui.case.case import Case
from negotiator_tui.case.edit import added
from negotiator_tui.documents.as_docx import as_docx
from negotiator_tui.documents.as_text import as_text
from negotiator_tui.documents.document import Table
from negotiator_tui.documents.make import make
from negotiator_tui.documents.making import Kind, Made, Needed, Request
from negotiator_tui.finance.budget import budget_of

from .cases import TODAY, WHO, demo, made, text

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
PDFINFO = shutil.which("pdfinfo")


def _large() -> Case:
    """Forty debts with long names, and as many lines and contacts as a case may have after years."""
    case = demo()
    for number in range(40):
        name = f"第 {number} 笔名字写得特别长的欠款，某某消费金融股份有限公司"
        case, _ = added(case, "debts", name=name, shape="loan", outstanding=Decimal(1000 + number), lender=name)
        case, _ = added(
            case, "costs", name=f"一项没有凭证的开支 {number}", amount=Decimal(10), side="home", every="month"
        )
    return case


def test_every_part_is_there() -> None:
    said = text(Kind.SUMMARY, about=None, identity=WHO)
    for part in (
        "一、欠谁",
        "二、收支",
        "三、想要的方案",
        "四、怎么谈",
        "五、接下来的日子",
        "六、谈到哪里了",
        "七、还缺什么",
    ):
        assert part in said
    for figure in ("92,100.00", "48,000.00", "1,400.00", "支付令", "2026-12-05", "自己的信用报告"):
        assert figure in said
    assert WHO.id_number not in said


def test_both_series_stand_for_twelve_months() -> None:
    tables = [each for each in made(Kind.SUMMARY, about=None).document.blocks if isinstance(each, Table)]
    budget = budget_of(demo(), TODAY)
    (twelve,) = tables[2:]
    usual = [cell for row in twelve.rows if row[0] == "一般" for cell in row[1:]]
    bad = [cell for row in twelve.rows if row[0] == "较差" for cell in row[1:]]
    months = ["2026-12", *(f"2027-{month:02d}" for month in range(1, 12))]
    assert usual == [f"{budget.for_debts_by_month[month]:,}" for month in months]
    assert bad == [f"{budget.safe_by_month[month]:,}" for month in months]


def test_it_warns_that_it_is_not_for_a_lender() -> None:
    found = made(Kind.SUMMARY, about=None)
    assert [each.code for each in found.remarks] == ["documents.summary-line"]
    assert "不交给放款方" in as_text(found.document)


def test_the_smallest_of_many_debts_are_one_row_and_the_sum_is_of_all() -> None:
    case = _large()
    table = next(each for each in made(Kind.SUMMARY, case, about=None).document.blocks if isinstance(each, Table))
    assert len(table.rows) == 14
    assert table.rows[-2][0] == "其余 33 笔"
    whole = [Decimal(row[2].replace(",", "").replace("约 ", "")) for row in table.rows]
    assert whole[-1] == sum(whole[:-1]) == Decimal("92100") + sum(range(1000, 1040))


@pytest.mark.parametrize("parts", [{"debts": [{"name": "甲"}]}, {"income": [{"side": "shop"}]}])
def test_an_unfinished_case_says_what_is_missing(parts: dict[str, list[dict[str, str]]]) -> None:
    case = Case()
    for name, items in parts.items():
        for item in items:
            case, _ = added(case, name, **item)
    found = make(Kind.SUMMARY, Request(case, TODAY))
    assert isinstance(found, Made)
    assert "收支还不完整" in as_text(found.document)
    assert "没有答：" in as_text(found.document)


def test_an_empty_case_has_no_summary() -> None:
    assert isinstance(make(Kind.SUMMARY, Request(Case(), TODAY)), Needed)


@pytest.mark.skipif(OFFICE is None or PDFINFO is None, reason="LibreOffice or pdfinfo is not installed")
def test_it_fits_two_pages_however_large_the_case_is(tmp_path: Path) -> None:
    for name, case in (("demo", demo()), ("large", _large())):
        (tmp_path / f"{name}.docx").write_bytes(as_docx(made(Kind.SUMMARY, case, about=None).document))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    files = [str(tmp_path / f"{name}.docx") for name in ("demo", "large")]
    command = [OFFICE or "", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    for name in ("demo", "large"):
        told = subprocess.run(
            [PDFINFO or "", str(tmp_path / f"{name}.pdf")], check=True, capture_output=True, text=True
        )
        assert int(re.findall(r"Pages:\s+(\d+)", told.stdout)[0]) <= 2, name
