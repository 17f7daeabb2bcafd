"""What was said of a statement's columns comes back for the next file with the same header."""

from pathlib import Path

from negotiator_tui.storage.columns import known_columns, remember_columns
from negotiator_tui.storage.locations import locations

SAID: dict[str, str | bool] = {"date": "记账日", "amount": "变动额", "charges_positive": False}


def test_what_was_said_comes_back(tmp_path: Path) -> None:
    here = locations({"NEGOTIATOR_TUI_HOME": str(tmp_path)})
    assert known_columns(here, "a1") is None
    assert remember_columns(here, "a1", SAID) is None
    assert remember_columns(here, "b2", {**SAID, "date": "日"}) is None
    assert known_columns(here, "a1") == SAID
    assert known_columns(here, "b2") == {**SAID, "date": "日"}


def test_only_the_newest_hundred_are_kept(tmp_path: Path) -> None:
    here = locations({"NEGOTIATOR_TUI_HOME": str(tmp_path)})
    for number in range(103):
        remember_columns(here, f"s{number}", SAID)
    assert known_columns(here, "s2") is None
    assert known_columns(here, "s3") == SAID


def test_a_damaged_file_is_as_none(tmp_path: Path) -> None:
    here = locations({"NEGOTIATOR_TUI_HOME": str(tmp_path)})
    remember_columns(here, "a1", SAID)
    (here.config / "columns.toml").write_text("a1 = 3\nb = [", encoding="utf-8")
    assert known_columns(here, "a1") is None
    (here.config / "columns.toml").write_text("a1 = 3\n", encoding="utf-8")
    assert known_columns(here, "a1") is None
