"""`import`: what is printed, that nothing is written without --apply, and that everything wrong is one sentence."""

from pathlib import Path

from tests.cli.conftest import Run, refused
from tests.importers import files
from tests.importers.files import zipped


def written(folder: Path, **texts: str) -> list[str]:
    for name, text in texts.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return [str(folder / f"{name}.csv") for name in texts]


def test_json_holds_files_net_months_and_proposed_lines(demo: Path, run: Run, tmp_path: Path) -> None:
    paths = written(tmp_path, 支付宝=files.ALIPAY, 微信=files.WECHAT, again=files.WECHAT)
    before = demo.read_bytes()
    told = run("import", str(demo), *paths, "--json").json
    assert [each["path"] for each in told["files"]] == paths
    assert [each["layout"] for each in told["files"]] == ["alipay-app", "wechat", "wechat"]
    assert [each["duplicates"] for each in told["files"]] == [0, 0, 7]
    first = told["files"][0]
    assert (first["rows"], first["read"], first["skipped"]) == (10, 10, [])
    assert first["by_direction"] == {"支出": [6, "465.50"], "收入": [1, "1200.00"], "不计收支": [3, "640.00"]}
    assert first["printed"] == {"count": 10} | first["by_direction"]
    assert {key: told["net"][key] for key in ("income", "expense", "neutral")} == {
        "income": "1300.00", "expense": "383.50", "neutral": "1210.10"
    }  # fmt: skip
    assert list(told["months"]) == ["2026-05", "2026-06"]
    assert all({"group", "name", "amount", "every", "side"} <= line.keys() for line in told["proposed"])
    assert told["proposed"]
    assert demo.read_bytes() == before


def test_skipped_rows_are_told_with_line_and_reason(demo: Path, run: Run, tmp_path: Path) -> None:
    paths = written(tmp_path, a=files.WECHAT.replace("支出,¥20.00", "支出,nan"))
    assert run("import", str(demo), *paths, "--json").json["files"][0]["skipped"] == [
        {"line": 14, "reason": "No amount can be read in “nan”."}
    ]
    said = run("import", str(demo), *paths)
    assert "Line 14: No amount can be read in “nan”." in said.out
    assert "Nothing was written." in said.out


def test_apply_writes_lines_into_the_case_once(run: Run, tmp_path: Path) -> None:
    case = tmp_path / "a.toml"
    run("new", str(case))
    empty = case.read_bytes()
    paths = written(tmp_path, a=files.ALIPAY)
    told = run("import", str(case), *paths, "--apply", "--json", "--today", "2026-11-23").json
    assert told["applied"]
    assert case.read_bytes() != empty
    text = case.read_text(encoding="utf-8")
    assert "[[costs]]" in text
    assert "alipay-app" in text
    assert run("check", str(case)).code in {0, 1}


def test_a_zip_of_several_statements_is_read_whole(demo: Path, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "账单.zip"
    path.write_bytes(zipped(**{"a.csv": files.WECHAT.encode(), "b.csv": files.JD.encode()}))
    both = run("import", str(demo), str(path), "--json").json
    assert [each["path"] for each in both["files"]] == [f"{path}: a.csv", f"{path}: b.csv"]


def test_what_is_no_statement_is_refused_in_one_sentence(demo: Path, run: Run, tmp_path: Path) -> None:
    pdf = tmp_path / "流水.pdf"
    pdf.write_bytes(b"%PDF-1.7")
    refused(run("import", str(demo), str(pdf)), "流水.pdf", "Excel or CSV")
    refused(run("import", str(demo), str(tmp_path)), "is no file")
    refused(run("import", str(demo), str(tmp_path / "gone.csv")), "gone.csv")
    refused(run("import", str(demo)), "FILE")
    before = demo.read_bytes()
    good = written(tmp_path, a=files.ALIPAY)
    refused(run("import", str(demo), *good, str(pdf), "--apply"), "流水.pdf")
    assert demo.read_bytes() == before
