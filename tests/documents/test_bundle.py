"""The bundle: opened by other programs it holds what the index says; the redacted one nothing that names anybody."""

import hashlib
import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from negotiator_tui.case.edit import edited
from negotiator_tui.case.exhibits import exhibits
from negotiator_tui.case.identity import Identity
from negotiator_tui.case.materials import Material
from negotiator_tui.documents.bundle import Bundle, Packed, Paper, bundle, bundle_name, papers, safe_name, wanted
from negotiator_tui.text.fault import Fault

from .cases import TODAY, WHO, debt, demo

CARD, PHONE, ID, MAIL = "6222021234567890123", "13800005678", "510100198001011234", "a.b@qq.com"
STATEMENT = f"姓名：陈小梅,卡号 {CARD}\r\n2026-11-23 10:00:01,48000.00,{PHONE},{MAIL}\r\n".encode("gb18030")


def _book() -> bytes:
    book = openpyxl.Workbook()
    page: Any = book.active
    page.append(["户名", "陈小梅", "账号", int(CARD[:15])])
    page.append(["交易时间", "金额", "对方"])
    page.append(["2026-11-02 10:00:00", 12.5, f"陈小梅 {PHONE}"])
    page.append([0.045, 1234567, f"{CARD[:4]} {CARD[4:8]} {CARD[8:12]} {CARD[12:]}"])
    page["A6"] = "=A4*2"
    book.create_sheet("私").sheet_state = "hidden"
    book["私"].append([ID])
    book.properties.creator = "陈小梅"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


FILES = {
    1: ("截图.png", b"\x89PNG"),
    2: ("账单.csv", STATEMENT),
    3: ("../..\\e.xlsx", _book()),
    4: ("x.pdf", b"%PDF-1.7"),
}


def _paper(material: Material) -> Paper:
    if material.exhibit not in FILES:
        return Paper(material, "elsewhere")
    name, data = FILES[material.exhibit]
    return Paper(material.model_copy(update={"file": name, "sha256": hashlib.sha256(data).hexdigest()}), "there", data)


def _asked(**more: Any) -> Bundle:
    case = more.pop("case", demo())
    return Bundle(case, TODAY, tuple(map(_paper, exhibits(case))), **{"identity": WHO, **more})


def _made(**more: Any) -> Packed:
    found = bundle(_asked(**more))
    assert isinstance(found, Packed)
    return found


def _unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def test_the_exhibits_are_there_under_their_numbers_byte_by_byte() -> None:
    inside = _unpacked(_made().data)
    assert inside["附件/附件01 还款页截图.png"] == b"\x89PNG"
    assert inside["附件/附件02 最近 3 个月流水.csv"] == STATEMENT
    assert len([name for name in inside if name.startswith("附件/")]) == len(FILES)


def test_the_manifest_has_the_hash_of_every_other_file() -> None:
    packed = _made(letters=True)
    inside = _unpacked(packed.data)
    lines = dict(reversed(line.split("  ", 1)) for line in inside.pop("校验清单.txt").decode().splitlines())
    assert lines == {name: hashlib.sha256(data).hexdigest() for name, data in inside.items()}
    assert packed.files == tuple((name, lines[name], len(data)) for name, data in inside.items())


def test_the_index_names_each_paper_and_what_is_not_there() -> None:
    inside = _unpacked(_made().data)
    text = inside["目录.txt"].decode()
    assert "共 8 份，收入 4 份" in text
    assert "原件在本人处" in text
    table = docx.Document(io.BytesIO(inside["目录.docx"])).tables[0]
    assert [cell.text for cell in table.rows[1].cells][:2] == ["附件一", "还款页截图"]
    assert [cell.text for cell in table.columns[4].cells][1:6] == ["已收入"] * 4 + ["原件在本人处"]


def test_entries_are_private_have_no_time_and_the_bytes_are_the_same_each_time() -> None:
    data = _made().data
    assert _made().data == data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {(each.external_attr >> 16) & 0o777 for each in package.infolist()} == {0o600}
        assert {each.date_time for each in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.skipif(shutil.which("unzip") is None, reason="unzip is not installed")
def test_unzip_finds_nothing_wrong(tmp_path: Path) -> None:
    for redacted in (False, True):
        (tmp_path / "b.zip").write_bytes(_made(redacted=redacted, letters=True).data)
        done = subprocess.run(["unzip", "-t", str(tmp_path / "b.zip")], check=True, capture_output=True, timeout=60)
        assert b"No errors detected" in done.stdout


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "..\\..\\x", "/abs", "C:\\x", "a\x00b\u202e", ".", "  ", "x" * 300, "CON"]
)
def test_no_name_leads_out_of_its_folder(name: str) -> None:
    case = edited(demo(), ("materials", "e2", "name"), name.replace("\x00", "")) or demo()
    for inside in _unpacked(_made(case=case).data):
        assert not inside.startswith(("/", "."))
        assert not {"..", ""} & set(inside.split("/"))
        assert "\\" not in inside
        assert ":" not in inside
    assert not set("/\\:.\x00\u202e") & set(safe_name(name))
    assert 0 < len(safe_name(name)) <= 60


def test_two_papers_of_one_number_do_not_hide_each_other() -> None:
    asked = _asked()
    twice = replace(asked, papers=(asked.papers[0], asked.papers[0]))
    found = bundle(twice)
    assert isinstance(found, Packed)
    names = list(_unpacked(found.data))
    assert len(names) == len(set(names)) == 5


def test_nothing_that_names_anybody_is_in_a_redacted_bundle() -> None:
    secrets = [CARD, PHONE, ID, MAIL, "陈小梅", CARD[:15], WHO.number or ""]
    case = edited(demo(), ("materials", "e3", "name"), f"陈小梅 {PHONE} 的流水")
    case = edited(
        case,
        ("sent", "s1", "text"),
        f"我是陈小梅，身份证 {ID}，卡 {CARD}，电话 {PHONE}。合计 1,000.00 元，2026-12-05 还。",
    )
    inside = _unpacked(_made(case=case, redacted=True, letters=True).data)
    everything = _texts(inside) + "\n".join(inside)
    assert [each for each in secrets if each in everything] == []
    assert "合计 1,000.00 元，2026-12-05 还" in everything
    assert "48000.00" in everything
    assert "2026-11-23 10:00:01" in everything


def _texts(inside: dict[str, bytes]) -> str:
    found = []
    for name, data in inside.items():
        if name.endswith((".docx", ".xlsx")):
            found += [part.decode("utf-8", "replace") for part in _unpacked(data).values()]
        else:
            found.append(data.decode("utf-8-sig"))
    return "\n".join(found)


def test_pictures_and_pdf_are_left_out_of_a_redacted_bundle_and_said_to_be() -> None:
    packed = _made(redacted=True)
    inside = _unpacked(packed.data)
    assert not [name for name in inside if name.endswith((".png", ".pdf"))]
    assert [each[::2] for each in packed.left_out if each[2] == "unmasked"] == [(1, "unmasked"), (4, "unmasked")]
    index = inside["目录.txt"].decode()
    assert index.count("不能自动遮盖，未收入") == 2
    assert hashlib.sha256(b"\x89PNG").hexdigest() in index
    assert packed.remarks[0].code == "documents.bundle-left"


def test_a_redacted_workbook_has_its_values_and_nothing_hidden() -> None:
    inside = _unpacked(_made(redacted=True).data)
    (name,) = [each for each in inside if each.endswith(".xlsx")]
    book = openpyxl.load_workbook(io.BytesIO(inside[name]))
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert rows[0][1] == "**"
    assert rows[2][:2] == ("2026-11-02 10:00:00", 12.5)
    assert rows[3][:2] == ("0.045", 1234567)
    assert {each.sheet_state for each in book.worksheets} == {"visible"}
    assert not [cell for page in book.worksheets for row in page.iter_rows() for cell in row if cell.data_type == "f"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04broken", b"\x00\x01", _book()[:400]])
def test_a_damaged_workbook_is_left_out_of_a_redacted_bundle(data: bytes) -> None:
    asked = _asked(redacted=True)
    broken = replace(asked.papers[2], data=data)
    found = bundle(replace(asked, papers=(broken,)))
    assert isinstance(found, Packed)
    assert [each[2] for each in found.left_out] == ["unmasked"]


def test_for_one_debt_nothing_about_another_goes_along() -> None:
    case = demo()
    mine = {each.name for each in wanted(case, debt(case, "d1"))}
    assert "信用卡账单" not in mine
    assert "还款页截图" in mine
    assert "信用卡账单" in {each.name for each in wanted(case, debt(case, "d2"))}
    found = bundle(
        Bundle(case, TODAY, papers(case, debt(case, "d1"), lambda _n, _h: ("missing", b"")), debt(case, "d1"))
    )
    assert isinstance(found, Packed)
    assert "信用卡" not in _unpacked(found.data)["目录.txt"].decode()


def test_a_changed_or_missing_file_is_never_put_in() -> None:
    case = edited(edited(demo(), ("materials", "e2", "file"), "a.png"), ("materials", "e2", "sha256"), "0" * 64)
    for state in ("changed", "missing"):
        found = bundle(Bundle(case, TODAY, papers(case, None, lambda _n, _h, state=state: (state, b"secret"))))
        assert isinstance(found, Packed)
        assert (1, "还款页截图", state) in found.left_out
        assert not [name for name in _unpacked(found.data) if name.startswith("附件/")]


def test_without_a_typed_name_it_is_said_that_one_may_be_left() -> None:
    assert "documents.bundle-name" in {each.code for each in _made(redacted=True, identity=Identity()).remarks}
    assert "documents.bundle-name" not in {each.code for each in _made(redacted=True).remarks}


def test_without_a_numbered_paper_there_is_no_bundle() -> None:
    found = bundle(Bundle(demo(), TODAY, ()))
    assert isinstance(found, Fault)
    assert found.code == "documents.no-exhibits"


def test_the_name_of_the_file_says_what_it_is() -> None:
    assert bundle_name(_asked()) == "材料-2026-11-23.zip"
    assert bundle_name(_asked(redacted=True)) == "材料-已遮盖-2026-11-23.zip"
