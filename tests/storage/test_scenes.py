"""The folder of an adviser's scenes: whatever lies in it, the files that can be read are there."""

import os
from pathlib import Path

import pytest

from negotiator_tui.storage.locations import locations
from negotiator_tui.storage.scenes import LIMIT, MOST, own_scene_texts, scenes_folder
from negotiator_tui.text.fault import Fault


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = scenes_folder(locations({"NEGOTIATOR_TUI_HOME": str(tmp_path)}))
    made.mkdir(parents=True)
    return made


def found(tmp_path: Path) -> dict[str, str | Fault]:
    return dict(own_scene_texts(locations({"NEGOTIATOR_TUI_HOME": str(tmp_path)})))


def test_without_a_folder_there_are_none(tmp_path: Path) -> None:
    assert found(tmp_path) == {}


def test_each_file_by_its_name(tmp_path: Path, folder: Path) -> None:
    (folder / "租车.toml").write_text("title = '一'", encoding="utf-8")
    (folder / "b.toml").write_bytes(b"\xef\xbb\xbfx")
    for other in ("notes.txt", ".hidden.toml", "c.toml~"):
        (folder / other).write_text("x")
    assert found(tmp_path) == {"b": "x", "租车": "title = '一'"}


def test_what_cannot_be_read_does_not_keep_the_others_out(tmp_path: Path, folder: Path) -> None:
    (folder / "good.toml").write_text("x")
    (folder / "big.toml").write_bytes(b"#" * (LIMIT + 1))
    (folder / "gbk.toml").write_bytes("标题".encode("gb18030"))
    (folder / "zero.toml").write_bytes(b"a\0b")
    (folder / "folder.toml").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.toml")
    (folder / "link.toml").symlink_to(folder / "nowhere")
    texts = found(tmp_path)
    assert texts.pop("good") == "x"
    codes = {name: each.code for name, each in texts.items() if isinstance(each, Fault)}
    assert codes.pop("pipe", "storage.not-a-file") == "storage.not-a-file"
    assert codes == {
        "big": "storage.scene-too-big",
        "gbk": "storage.encoding",
        "zero": "storage.not-text",
        "folder": "storage.folder",
        "link": "storage.missing",
    }


def test_a_file_of_just_the_limit_is_read(tmp_path: Path, folder: Path) -> None:
    (folder / "a.toml").write_bytes(b"#" * LIMIT)
    assert found(tmp_path) == {"a": "#" * LIMIT}


def test_more_files_than_anybody_writes_are_not_all_read(tmp_path: Path, folder: Path) -> None:
    for number in range(MOST + 1):
        (folder / f"{number:03}.toml").write_text("x")
    texts = own_scene_texts(locations({"NEGOTIATOR_TUI_HOME": str(tmp_path)}))
    assert [text for _, text in texts[:MOST]] == ["x"] * MOST
    assert [each.code for _, each in texts[MOST:] if isinstance(each, Fault)] == ["storage.scenes-too-many"]
