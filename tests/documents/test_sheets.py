"""Tables as files: numbers stay numbers, days days, and no text is ever a formula."""

import csv
import io
import re
import shutil
import subprocess
import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator_tui.case.edit import added, edited
from negotiator_tui.documents.as_csv import as_csv
from negotiator_tui.documents.as_xlsx import as_xlsx
from negotiator_tui.documents.document import Table
from negotiator_tui.documents.log_sheet import log_sheet
from negotiator_tui.documents.making import Kind, Needed, Request
from negotiator_tui.documents.schedule_sheet import schedule_sheet, typed
from negotiator_tui.documents.sheet import Sheet, is_formula

from .cases import TODAY, debt, demo, made

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
UTF8 = "csv:Text - txt - csv (StarCalc):44,34,76"
"""LibreOffice's name for comma, quote, UTF-8."""
TRICKY = ("=1+1", "+86 138", "-5", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "  =1+1", '=HYPERLINK("http://x";"y")')


def _sheet(*texts: str) -> Sheet:
    return Sheet("表", ("文字", "元", "日子"), tuple((each, Decimal("1234.5"), TODAY) for each in texts), (20, 10, 12))


def _page(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]


def _csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_nothing_in_an_xlsx_is_a_formula_and_what_looks_like_one_stays_text() -> None:
    data = as_xlsx([_sheet(*TRICKY)])
    column = next(iter(_page(data).columns))[1:]
    assert {cell.data_type for cell in column} == {"s"}
    assert all(cell.quotePrefix for cell in column)
    assert column[0].value == "=1+1"
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")
        assert package.testzip() is None


def test_nothing_in_a_csv_is_a_formula() -> None:
    rows = _csv(as_csv(_sheet(*TRICKY)))
    assert all(row[0].startswith("'") for row in rows[1:])
    assert rows[1] == ["'=1+1", "1234.50", "2026-11-23"]
    assert as_csv(_sheet("a")).startswith(b"\xef\xbb\xbf")


@given(st.text(max_size=30))
def test_no_text_of_a_csv_begins_as_a_formula(text: str) -> None:
    cell = _csv(as_csv(_sheet(text)))[1][0]
    assert cell.lstrip()[:1] not in set("=+-@＝＋－＠")
    assert cell.startswith("'") or not cell.startswith(("\t", "\r", "\n"))


def test_hidden_and_commanding_characters_are_gone_from_both() -> None:
    for text in (
        _csv(as_csv(_sheet("a\x1b[31mb\u202ec")))[1][0],
        _page(as_xlsx([_sheet("a\x1b[31mb\u202ec")]))["A2"].value,
    ):
        assert text == "a\ufffd[31mb\ufffdc"


def test_amounts_are_numbers_and_days_are_days_in_an_xlsx() -> None:
    page = _page(as_xlsx([_sheet("x")]))
    assert (page["B2"].value, page["B2"].number_format) == (1234.5, "#,##0.00")
    assert (page["C2"].value, page["C2"].is_date) == (datetime(2026, 11, 23), True)


def test_an_xlsx_says_nothing_about_its_making_and_is_the_same_each_time() -> None:
    data = as_xlsx([_sheet("x")])
    assert as_xlsx([_sheet("x")]) == data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {each.date_time for each in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core, app = (package.read(f"docProps/{name}.xml").decode() for name in ("core", "app"))
        whole = "".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())
    assert re.findall(r">([^<\s]+)<", core + app) == []
    for word in ("openpyxl", "/home", "/root", "/tmp"):
        assert word not in whole


def test_the_schedule_has_the_figures_of_the_paper() -> None:
    case = demo()
    sheet = schedule_sheet(Request(case, TODAY, debt(case)))
    assert isinstance(sheet, Sheet)
    table = next(each for each in made(Kind.SCHEDULE, case).document.blocks if isinstance(each, Table))
    assert len(sheet.rows) == len(table.rows) > 12
    columns = list(zip(*sheet.rows[:-1], strict=True))
    assert columns[0] == tuple(range(1, len(sheet.rows)))
    assert columns[1][0] == date(2026, 12, 23)
    for column, total in zip(columns[2:5], table.rows[-1][2:5], strict=True):
        assert f"{sum(column, Decimal(0)):,}" == total
    assert sheet.rows[-1][3] == Decimal("48000.00")
    assert isinstance(schedule_sheet(Request(case, TODAY, debt(case, "d2"))), Needed)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("1,000.00", Decimal("1000.00")),
        ("-3.20", Decimal("-3.20")),
        ("2026-12-05", date(2026, 12, 5)),
        ("12", 12),
        ("", None),
        ("约 1,000.00", "约 1,000.00"),
        ("10,00.00", "10,00.00"),
    ],
)
def test_what_a_cell_on_paper_says(text: str, cell: object) -> None:
    assert typed(text) == cell


def test_the_log_has_every_entry_as_it_was_written_and_corrections_of_their_own() -> None:
    case, correction = added(demo(), "contacts", debt="d1", corrects="k3", said="=cmd|' /C calc'!A0")
    sheet = log_sheet(case, TODAY)
    assert len(sheet.rows) == len(case.contacts)
    said, corrects = sheet.head.index("对方说的"), sheet.head.index("更正")
    assert sheet.rows[2][said] == "先还两千，我们再看方案。问先抵什么、能不能写下来，说没有书面。"
    assert sheet.rows[-1][corrects] == "更正第 3 条"
    assert correction
    assert _csv(as_csv(sheet))[-1][said] == "'=cmd|' /C calc'!A0"
    assert _csv(as_csv(sheet))[1][1] == "2026-10-08 16:30"


def test_the_log_of_one_debt_keeps_its_numbers_and_leaves_out_empty_columns() -> None:
    sheet = log_sheet(demo(), TODAY, "d2")
    assert [row[0] for row in sheet.rows] == [6]
    assert "威胁、辱骂的原话" not in sheet.head
    assert "威胁、辱骂的原话" in log_sheet(demo(), TODAY).head
    assert log_sheet(edited(demo(), ("contacts", "k6", "said"), None), TODAY, "d9").rows == ()


def test_what_looks_like_a_formula() -> None:
    assert [each for each in (*TRICKY, "a=1", "", "1-2", "还款 = 1") if is_formula(each)] == list(TRICKY)


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_the_same_figures(tmp_path: Path) -> None:
    (tmp_path / "schedule.xlsx").write_bytes(as_xlsx([_sheet("合计", "=1+1")]))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [OFFICE or "", profile, "--headless", "--convert-to", UTF8, "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "schedule.xlsx")], check=True, capture_output=True, timeout=120)
    rows = _csv((tmp_path / "schedule.csv").read_bytes())
    assert rows == [["文字", "元", "日子"], ["合计", "1,234.50", "2026-11-23"], ["=1+1", "1,234.50", "2026-11-23"]]
