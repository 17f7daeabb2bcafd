"""`new`, `demo --write`, `check`, `verify`, `forget`: the files of a case."""

import hashlib
import os
import stat
import sys
import tomllib
from pathlib import Path

import pytest

from negotiator_tui.storage.casefile import Opened, read_case

from .conftest import Run, refused


@pytest.mark.parametrize("lang", ["zh_Hans", "zh_Hant", "en"])
def test_a_new_case_is_empty_readable_and_explains_itself(lang: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "我的 case.toml"
    ran = run("new", str(path), "--lang", lang, "--json")
    assert ran.code == 0
    assert ran.json["written"] == str(path)
    text = path.read_text(encoding="utf-8")
    assert "#: [[debts]]" in text
    assert tomllib.loads(text)["schema"] == 1
    assert run("check", str(path)).code == 0
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("command", [("new",), ("demo", "--write")])
def test_an_existing_file_is_not_overwritten(command: tuple[str, ...], run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text("mine", encoding="utf-8")
    refused(run(*command, str(path)), "a.toml")
    assert path.read_text(encoding="utf-8") == "mine"
    link = tmp_path / "link.toml"
    link.symlink_to(tmp_path / "nowhere.toml")
    run(*command, str(link))
    assert path.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["no/folder/a.toml", "x" * 300 + ".toml", ""])
def test_a_place_that_cannot_be_written_is_one_sentence(name: str, run: Run, tmp_path: Path) -> None:
    refused(run("new", str(tmp_path / name)))


def test_the_made_up_case_has_no_problems(run: Run, demo: Path) -> None:
    ran = run("check", str(demo), "--json")
    assert ran.code == 0
    assert ran.json == {"problems": [], "notices": [], "read_only": False}
    assert isinstance(read_case(demo), Opened)


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("schema = 1\n[[debts]]\nid = 'd1'\nshape = 'loan'\n", 1, ["debts 1, name", "What you call it"]),
        ("schema = 1\n[[missed]]\nid = 'm1'\ndebt = 'd9'\ndue = 2026-10-31\n", 1, ["missed 1, debt"]),
        ("schema = 1\n[first]\nfavourite = 3\n", 1, ["favourite"]),
        ("schema = 2\n", 1, ["2"]),
        ("schema = 1\n[first]\ncash_at_hand = 'much'\n", 2, ["3"]),
        ("schema = 1\n[first\n", 2, []),
        ("hello = 1\n", 2, []),
        ("", 2, []),
    ],
)
def test_problems_and_their_exit_codes(text: str, code: int, words: list[str], run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(text, encoding="utf-8")
    ran = run("check", str(path))
    assert ran.code == code
    for word in words:
        assert word in (ran.err if code == 2 else ran.out)
    if code == 2:
        refused(ran)
    else:
        assert len(run("check", str(path), "--json").json["problems"]) == 1
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("command", ["check", "budget", "cash", "next", "plan", "verify", "forget"])
def test_a_case_that_is_not_there_is_one_sentence(command: str, run: Run, tmp_path: Path) -> None:
    refused(run(command, str(tmp_path / "nothing.toml")), "nothing.toml")


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in folders there")
def test_a_pipe_is_not_waited_for(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    refused(run("budget", str(tmp_path / "pipe.toml")), "pipe.toml")
    refused(run("budget", str(tmp_path)))


def test_verify_looks_for_the_files_the_materials_name(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(
        "schema = 1\n"
        "[[materials]]\nid = 'e1'\nname = 'a'\nfile = 'there.pdf'\n"
        "[[materials]]\nid = 'e2'\nname = 'b'\nfile = '../../etc/passwd'\n"
        "[[materials]]\nid = 'e3'\nname = 'c'\nfile = '蓝色文件夹'\n"
        "[[materials]]\nid = 'e4'\nname = 'd'\n",
        encoding="utf-8",
    )
    folder = tmp_path / "a.evidence"
    folder.mkdir()
    (folder / "there.pdf").write_bytes(b"%PDF")
    ran = run("verify", str(path), "--json")
    assert ran.code == 0
    assert [(each["id"], each["state"]) for each in ran.json["files"]] == [
        ("e1", "not-noted"), ("e2", "elsewhere"), ("e3", "elsewhere"),
    ]  # fmt: skip
    (folder / "there.pdf").unlink()
    ran = run("verify", str(path), "--json")
    assert ran.code == 1
    assert ran.json["files"][0]["state"] == "missing"


def test_verify_compares_what_was_taken_in(run: Run, tmp_path: Path) -> None:
    path, folder = tmp_path / "a.toml", tmp_path / "a.evidence"
    digest = hashlib.sha256(b"one").hexdigest()
    names = ["same.pdf", "other.pdf", "gone.pdf", "pipe.pdf", "link.pdf", "folder.pdf", "../out.pdf", "/etc/passwd"]
    path.write_text(
        "schema = 1\n"
        + "".join(
            f"[[materials]]\nid = 'e{n}'\nname = 'p{n}'\nfile = '{name}'\nsha256 = '{digest}'\nexhibit = {n}\n"
            for n, name in enumerate(names, 1)
        ),
        encoding="utf-8",
    )
    folder.mkdir()
    (folder / "same.pdf").write_bytes(b"one")
    (folder / "other.pdf").write_bytes(b"two")
    os.mkfifo(folder / "pipe.pdf")
    (tmp_path / "out.pdf").write_bytes(b"one")
    (folder / "link.pdf").symlink_to(tmp_path / "out.pdf")
    (folder / "folder.pdf").mkdir()
    ran = run("verify", str(path), "--json")
    assert ran.code == 1
    assert [(each["exhibit"], each["state"]) for each in ran.json["files"]] == [
        (1, "there"), (2, "changed"), (3, "missing"), (4, "changed"), (5, "refused"), (6, "changed"), (7, "refused"),
        (8, "refused"),
    ]  # fmt: skip


def test_forget_lists_first_and_erases_only_when_told(run: Run, demo: Path, tmp_path: Path) -> None:
    run("log", str(demo), "add", "--said", "x")  # leaves a backup
    listed = run("forget", str(demo), "--json")
    assert listed.code == 0
    assert listed.json["erased"] is False
    kinds = {copy["what"] for copy in listed.json["copies"]}
    assert {"case", "backup"} <= kinds
    paths = [Path(copy["path"]) for copy in listed.json["copies"] if copy["what"] in {"case", "backup"}]
    assert all(path.exists() for path in paths)
    assert listed.json["beyond"]
    erased = run("forget", str(demo), "--yes", "--json")
    assert erased.code == 0
    assert erased.json["erased"] is True
    assert not any(path.exists() for path in paths)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
    refused(run("forget", str(demo), "--yes"), demo.name)
