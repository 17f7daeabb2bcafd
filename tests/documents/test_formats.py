"""The documents as files: read again by other programs they show the same figures, and nothing about who made them."""

import io
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from negotiator_tui.documents.as_docx import as_docx
from negotiator_tui.documents.as_pdf import as_pdf
from negotiator_tui.documents.as_text import as_text
from negotiator_tui.documents.document import Document, Heading, Paragraph, Signature, Table
from negotiator_tui.documents.making import Kind
from negotiator_tui.documents.rendering import rendered
from negotiator_tui.storage.fonts import Font, chinese_fonts
from negotiator_tui.text.cells import wrap
from negotiator_tui.text.fault import Fault

from .cases import WHO, made

AMOUNT = re.compile(r"\d[\d,]*\.\d\d")
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
PDFTOTEXT = shutil.which("pdftotext")
FONTS = chinese_fonts()


def amounts(text: str) -> list[str]:
    return sorted(AMOUNT.findall(text))


def read_docx(data: bytes) -> str:
    paper = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in paper.paragraphs), *cells])


@pytest.mark.parametrize("kind", [each for each in Kind if each is not Kind.COMPLAINT])
def test_a_docx_read_again_has_the_same_figures(kind: Kind) -> None:
    document = made(kind, identity=WHO).document
    again = read_docx(as_docx(document))
    assert amounts(again) == amounts(as_text(document))
    assert document.title in again


def test_a_docx_says_nothing_about_its_making() -> None:
    data = as_docx(made(Kind.LETTER).document)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        assert {each.date_time for each in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in package.namelist() if "thumbnail" in name]
        core, app = (package.read(f"docProps/{name}.xml").decode() for name in ("core", "app"))
        whole = "".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())
    assert re.findall(r">([^<\s]+)<", core + app) == []
    for word in ("python-docx", "Microsoft", "/home", "/root", "/tmp"):
        assert word not in whole.replace("schemas.microsoft", "").replace("Microsoft Word", "") or word == "Microsoft"
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert (properties.author, properties.last_modified_by, properties.title, properties.comments) == ("", "", "", "")
    assert as_docx(made(Kind.LETTER).document) == data


def test_a_docx_names_chinese_fonts_for_chinese() -> None:
    with zipfile.ZipFile(io.BytesIO(as_docx(made(Kind.LETTER).document))) as package:
        body, styles = (package.read(f"word/{name}.xml").decode() for name in ("document", "styles"))
    runs = re.findall(r"<w:rFonts [^>]*>", body)
    assert runs
    assert all('w:eastAsia="宋体"' in run or 'w:eastAsia="黑体"' in run for run in runs)
    assert 'w:eastAsia="zh-CN"' in styles


def test_text_is_never_a_formula_field_or_markup() -> None:
    tricky = '=HYPERLINK("http://x") {PAGE} <w:p> & \x00\x0b'
    document = Document(tricky, (Paragraph(tricky), Table(("a",), ((tricky,),), (1,)), Heading(tricky)))
    from negotiator_tui.documents.document import cleaned

    data = as_docx(cleaned(document))
    assert read_docx(data).count('=HYPERLINK("http://x") {PAGE} <w:p> &') == 4
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = package.read("word/document.xml").decode()
    assert "w:instrText" not in body
    assert "w:fldSimple" not in body  # the page number stands in the footer


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext is not installed")
def test_libreoffice_shows_the_same_figures_on_one_page_each(tmp_path: Path) -> None:
    papers = {kind: made(kind, identity=WHO).document for kind in (Kind.LETTER, Kind.STATEMENT, Kind.SCHEDULE)}
    for kind, document in papers.items():
        (tmp_path / f"{kind}.docx").write_bytes(as_docx(document))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    files = [str(tmp_path / f"{kind}.docx") for kind in papers]
    command = [OFFICE or "", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    for kind, document in papers.items():
        shown = _pdf_text(tmp_path / f"{kind}.pdf")
        assert amounts(shown) == amounts(as_text(document))
        assert shown.count("\f") == 1, kind


@pytest.mark.skipif(not FONTS, reason="no Chinese font is installed")
@pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext is not installed")
def test_a_pdf_read_again_has_the_same_figures(tmp_path: Path) -> None:
    document = made(Kind.SCHEDULE, identity=WHO).document
    data = as_pdf(document, FONTS[0].path, FONTS[0].number)
    assert isinstance(data, bytes)
    path = tmp_path / "schedule.pdf"
    path.write_bytes(data)
    shown = _pdf_text(path)
    assert amounts(shown) == amounts(as_text(document))
    assert document.title in shown


@pytest.mark.skipif(not FONTS, reason="no Chinese font is installed")
def test_a_pdf_says_nothing_about_its_making() -> None:
    document = Document("标题", (Paragraph("一二三"), Signature("甲", "乙")))
    data = as_pdf(document, FONTS[0].path, FONTS[0].number)
    assert isinstance(data, bytes)
    info = re.findall(rb"/(Author|Creator|Producer|Title|ModDate|CreationDate) ?\(([^)]*)\)", data)
    assert [name for name, _ in info] == [b"CreationDate"]
    assert info[0][1].startswith(b"D:20000101")  # a day that says nothing
    assert b"fpdf" not in data.lower()


@pytest.mark.skipif(not FONTS, reason="no Chinese font is installed")
def test_a_character_that_no_font_has_is_not_left_out_silently() -> None:
    document = Document("标题", (Paragraph("我是\U000e0041"),))
    found = rendered(document, "pdf", lambda: [(each.path, each.number) for each in FONTS[:1]])
    assert isinstance(found, Fault)
    assert found.code == "documents.glyph"


def test_without_a_font_a_docx_is_offered(tmp_path: Path) -> None:
    document = Document("标题", (Paragraph("一"),))
    none = rendered(document, "pdf", list)
    assert isinstance(none, Fault)
    assert none.code == "documents.no-font"
    (tmp_path / "simsun.ttc").write_bytes(b"not a font")
    broken_font = rendered(document, "pdf", lambda: [(tmp_path / "simsun.ttc", 0)])
    assert isinstance(broken_font, Fault)
    assert broken_font.code == "documents.font"


_STARTED_WITHOUT_SSL = """
import sys
sys.modules["ssl"] = None  # as the program's start does
import http.client, urllib.request
assert not hasattr(urllib.request, "HTTPSHandler")
from pathlib import Path
from negotiator_tui.documents.as_pdf import as_pdf
from negotiator_tui.documents.document import Document
made = as_pdf(Document("标题", ()), Path(sys.argv[1]), int(sys.argv[2]))
assert isinstance(made, bytes), made
"""


@pytest.mark.skipif(not FONTS, reason="no Chinese font is installed")
def test_a_pdf_is_made_in_a_program_that_was_started_without_ssl() -> None:
    command = [sys.executable, "-c", _STARTED_WITHOUT_SSL, str(FONTS[0].path), str(FONTS[0].number)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


def test_fonts_of_letters_come_first(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "er"
    folder.mkdir(parents=True)
    for name in ("wqy-zenhei.ttc", "SimSun.ttc", "other.ttf"):
        (folder / name).write_bytes(b"")
    assert chinese_fonts([tmp_path]) == (Font(folder / "SimSun.ttc", 0), Font(folder / "wqy-zenhei.ttc", 0))
    assert chinese_fonts([tmp_path / "nowhere"]) == ()


def test_lines_are_broken_as_chinese_is() -> None:
    assert wrap("还款一千元，从下月起（附件一）。", 6, len) == ["还款一千元，", "从下月起（附", "件一）。"]
    assert wrap("还款一千元从下月起（附件一）。", 10, len) == ["还款一千元从下月起", "（附件一）。"]
    assert wrap("共 1,913.25 元", 8, len) == ["共", "1,913.25", "元"]
    assert "".join(wrap("a" * 25, 10, len)) == "a" * 25
    assert wrap("", 10, len) == [""]


def _pdf_text(path: Path) -> str:
    done = subprocess.run([PDFTOTEXT or "", "-layout", str(path), "-"], check=True, capture_output=True, timeout=60)
    return done.stdout.decode()
