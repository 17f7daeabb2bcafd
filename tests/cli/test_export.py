"""`export`: documents of a case without a screen."""

import hashlib
import io
import zipfile
from pathlib import Path

import docx
import pytest

from .conftest import TODAY, Run, refused

AT = ("--today", TODAY)


def test_a_letter_is_printed(demo: Path, run: Run) -> None:
    ran = run("export", str(demo), "--letter", "--debt", "d1", "--name", "陈小梅", *AT)
    assert ran.code == 0
    assert ran.err == ""
    assert ran.out.startswith("协商还款申请书\n")
    assert "我是陈小梅" in ran.out
    assert "合计 65,571.15 元" in ran.out
    assert sorted(each.name for each in demo.parent.iterdir() if each != demo) in ([], ["home"])


@pytest.mark.parametrize(
    ("what", "title"),
    [
        ("--letter", "协商还款申请书"),
        ("--statement", "收支表"),
        ("--schedule", "还款试算表"),
        ("--hardship", "困难情况说明"),
        ("--breakdown", "欠款明细请求"),
        ("--confirm", "书面确认请求"),
    ],
)
def test_each_document_as_json(demo: Path, run: Run, what: str, title: str) -> None:
    found = run("export", str(demo), what, "--debt", "d1", "--json", *AT).json
    assert (found["kind"], found["title"]) == (what.removeprefix("--"), title)
    assert found["text"].startswith(title)
    assert found["written"] is None


def test_tables_and_figures_stand_in_the_json(demo: Path, run: Run) -> None:
    found = run("export", str(demo), "--schedule", "--debt", "d1", "--json", *AT).json
    assert found["tables"][0]["rows"][-1][2] == "65,571.15"
    assert {"label": "合计", "amount": "65,571.15"} in found["figures"]


def test_what_the_lender_will_see_stands_in_the_json(demo: Path, run: Run) -> None:
    found = run("export", str(demo), "--statement", "--with-debts", "--json", *AT).json
    assert "other-debts" in {each["id"] for each in found["seen"]}


def test_a_docx_goes_into_the_folder_beside_the_case(demo: Path, run: Run) -> None:
    words = ("export", str(demo), "--letter", "--debt", "d1", "--format", "docx", "--json", *AT)
    first, second = run(*words).json, run(*words).json
    path = Path(first["written"])
    assert path.parent == demo.with_name("面馆.documents")
    assert path.name == "协商还款申请书-网商贷-2026-11-23.docx"
    assert first["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert second["written"] != first["written"]
    assert any("65,571.15" in each.text for each in docx.Document(io.BytesIO(path.read_bytes())).paragraphs)


def test_a_named_file_is_not_written_over(demo: Path, run: Run, tmp_path: Path) -> None:
    words = ("export", str(demo), "--statement", "-o", str(tmp_path / "表.docx"), *AT)
    assert run(*words).code == 0
    before = (tmp_path / "表.docx").read_bytes()
    assert before.startswith(b"PK")  # the format follows from the name
    refused(run(*words), "表.docx")
    assert (tmp_path / "表.docx").read_bytes() == before


def test_identity_is_in_the_document_and_nowhere_else(demo: Path, run: Run, tmp_path: Path) -> None:
    options = ("--name", "陈小梅", "--id-number", "510100198001011234", "--phone", "13800005678", "--number", "WD2026")
    before = demo.read_bytes()
    ran = run("export", str(demo), "--letter", "--debt", "d1", *options, *AT)
    assert "510100198001011234" in ran.out
    assert demo.read_bytes() == before
    others = [each for each in tmp_path.rglob("*") if each.is_file() and each != demo]
    assert not any(b"510100198001011234" in each.read_bytes() for each in others)


def test_what_should_be_known_before_it_leaves_is_said_on_stderr(demo: Path, run: Run) -> None:
    ran = run("export", str(demo), "--statement", "--with-debts", *AT)
    assert ran.code == 0
    assert "only where the lender asked" in ran.err
    assert "欠款（元）" in ran.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "--letter"),
        (("--letter", "--statement"), "one thing"),
        (("--letter",), "which debt"),
        (("--letter", "--debt", "d2"), "no terms"),
        (("--letter", "--debt", "d9"), "d9"),
        (("--objection",), "payment order"),
        (("--letter", "--debt", "d1", "--format", "odt"), "odt"),
        (("--letter", "--debt", "d1", "--reply-by", "31 June"), "--reply-by"),
    ],
)
def test_refusals_are_one_sentence(demo: Path, run: Run, words: tuple[str, ...], said: str) -> None:
    refused(run("export", str(demo), *words, *AT), said)


def test_a_case_that_cannot_be_read_is_said(run: Run, tmp_path: Path) -> None:
    refused(run("export", str(tmp_path / "none.toml"), "--letter"), "none.toml")


def test_the_log_and_the_schedule_as_tables(demo: Path, run: Run, tmp_path: Path) -> None:
    found = run("export", str(demo), "--log", "--json", *AT).json
    assert found["head"][:2] == ["序号", "时间"]
    assert found["rows"][0][:2] == [1, "2026-10-08 16:30"]
    assert Path(found["written"]).suffix == ".xlsx"
    words = ("export", str(demo), "--schedule", "--debt", "d1", "-o", str(tmp_path / "表.csv"), "--json", *AT)
    found = run(*words).json
    lines = (tmp_path / "表.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == len(found["rows"]) + 1
    assert lines[1].split(",")[1:3] == found["rows"][0][1:3]
    refused(run(*words), "表.csv")


def test_a_calendar_names_nobody_unless_that_is_asked_for(demo: Path, run: Run, tmp_path: Path) -> None:
    found = run("export", str(demo), "--calendar", "-o", str(tmp_path / "a.ics"), "--json", *AT).json
    text = (tmp_path / "a.ics").read_text(encoding="utf-8")
    assert text.count("BEGIN:VEVENT") == len(found["events"]) > 12
    assert "老何" not in text
    named = run("export", str(demo), "--calendar", "--names", "--json", *AT).json
    assert any("老何" in each["title"] for each in named["events"])
    assert [each["uid"] for each in named["events"]] == [each["uid"] for each in found["events"]]


def test_a_bundle_holds_the_papers_taken_in_and_says_what_it_leaves_out(demo: Path, run: Run, tmp_path: Path) -> None:
    folder = demo.with_name("面馆.evidence")
    folder.mkdir()
    text = "户名：陈小梅\n卡号 6222021234567890\n"
    (folder / "a.txt").write_text(text, encoding="utf-8")
    sha256 = hashlib.sha256((folder / "a.txt").read_bytes()).hexdigest()
    case = demo.read_text(encoding="utf-8")
    demo.write_text(case.replace('file = "手机相册"', f'file = "a.txt"\nsha256 = "{sha256}"', 1), encoding="utf-8")
    found = run("export", str(demo), "--bundle", "-o", str(tmp_path / "b.zip"), "--json", *AT).json
    assert {"path": "附件/附件01 还款页截图.txt", "sha256": sha256, "size": len(text.encode())} in found["files"]
    assert "elsewhere" in {each["why"] for each in found["left_out"]}
    assert (tmp_path / "b.zip").stat().st_mode & 0o777 == 0o600
    words = ("export", str(demo), "--bundle", "--redacted", "--json", *AT)
    with zipfile.ZipFile(run(*words).json["written"]) as package:
        masked = package.read("附件/附件01 还款页截图.txt").decode("utf-8-sig")
    assert masked == "户名：**\n卡号 ****7890\n"
    (folder / "a.txt").write_text("changed", encoding="utf-8")
    left = run("export", str(demo), "--bundle", "--json", *AT).json["left_out"]
    assert {"exhibit": 1, "name": "还款页截图", "why": "changed"} in left


def test_the_summary_warns_whom_it_is_not_for(demo: Path, run: Run) -> None:
    ran = run("export", str(demo), "--summary", *AT)
    assert ran.out.startswith("案情概要\n")
    assert "底线" in ran.out
    assert "never for a lender" in ran.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--calendar", "--format", "docx"), "ics"),
        (("--log", "--format", "pdf"), "xlsx"),
        (("--bundle", "--debt", "d9"), "d9"),
        (("--log", "--calendar"), "one thing"),
        (("--letter", "--debt", "d1", "--redacted"), "--bundle"),
        (("--bundle", "--names"), "--calendar"),
        (("--letter", "--debt", "d1", "--format", "xlsx"), "xlsx"),
    ],
)
def test_refusals_of_tables_calendars_and_bundles(demo: Path, run: Run, words: tuple[str, ...], said: str) -> None:
    refused(run("export", str(demo), *words, *AT), said)


def test_an_empty_case_has_no_calendar_and_no_bundle(run: Run, tmp_path: Path) -> None:
    assert run("new", str(tmp_path / "leer.toml")).code == 0
    refused(run("export", str(tmp_path / "leer.toml"), "--calendar", *AT), "No day")
    refused(run("export", str(tmp_path / "leer.toml"), "--bundle", *AT), "number")
    refused(run("export", str(tmp_path / "leer.toml"), "--summary", *AT), "nothing to put")
