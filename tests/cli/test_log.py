"""`log add`: a contact is added under the lock, by the safe way of saving, and nothing else changes."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from negotiator_tui.case.case import Case
from negotiator_tui.case.kinds import Caller, Channel
from negotiator_tui.storage.casefile import Opened, read_case
from negotiator_tui.storage.lock import Lock, acquire

from .conftest import TODAY, Run, refused


def case_at(path: Path) -> Case:
    opened = read_case(path)
    assert isinstance(opened, Opened)
    return opened.case


def test_a_contact_is_added_as_it_was(run: Run, demo: Path) -> None:
    before = case_at(demo)
    ran = run(
        "log", str(demo), "add", "--debt", "d1", "--at", "昨天 14:30", "--channel", "phone", "--caller", "lender",
        "--who", "专员", "--staff-number", "10386", "--said", "先还两千\n再谈", "--promised", "没有答应",
        "--promised-amount", "1.2万", "--reference", "XS-1", "--answer-due", "12-1", "--note", "n",
        "--today", TODAY, "--json",
    )  # fmt: skip
    assert ran.code == 0
    after = case_at(demo)
    contact = after.contacts[-1]
    assert ran.json == {"id": contact.id, "at": "2026-11-22T14:30:00"}
    assert contact.id == f"k{len(before.contacts) + 1}"
    assert contact.debt == "d1"
    assert contact.at == datetime.fromisoformat("2026-11-22T14:30")
    assert (contact.channel, contact.caller) == (Channel.PHONE, Caller.LENDER)
    assert (contact.who, contact.staff_number, contact.reference) == ("专员", "10386", "XS-1")
    assert (contact.said, contact.promised, contact.note) == ("先还两千\n再谈", "没有答应", "n")
    assert contact.promised_amount == Decimal("12000.00")
    assert contact.answer_due == date(2026, 12, 1)
    assert after.model_copy(update={"contacts": before.contacts, "ids": before.ids}) == before


def test_little_is_enough_and_foreign_text_is_made_safe(run: Run, demo: Path) -> None:
    assert run("log", str(demo), "add", "--said", "a\x1b[2Jb", "--today", TODAY).code == 0
    contact = case_at(demo).contacts[-1]
    assert contact.at is not None
    assert contact.at.date() == date(2026, 11, 23)
    assert contact.debt is None
    assert "\x1b" not in (contact.said or "")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--debt", "d99"), ["--debt", "d99", "d1, d2"]),
        (("--at", "someday"), ["--at", "someday"]),
        (("--channel", "pigeon"), ["--channel", "phone"]),
        (("--caller", "bank"), ["--caller", "collector"]),
        (("--promised-amount", "-5"), ["--promised-amount"]),
        (("--answer-due", "2026-02-30"), ["--answer-due"]),
    ],
)
def test_what_cannot_be_used_changes_nothing(options: tuple[str, ...], words: list[str], run: Run, demo: Path) -> None:
    before = demo.read_bytes()
    refused(run("log", str(demo), "add", *options), *words)
    assert demo.read_bytes() == before


def test_only_add_is_known(run: Run, demo: Path) -> None:
    refused(run("log", str(demo), "drop"), "add")
    refused(run("log", str(demo)), "add")


def test_a_case_somebody_else_has_open_is_left_alone(run: Run, demo: Path) -> None:
    before = demo.read_bytes()
    held = acquire(demo, datetime.fromisoformat("2026-11-23T09:00"))
    assert isinstance(held, Lock)
    try:
        refused(run("log", str(demo), "add", "--said", "x"), demo.name)
    finally:
        held.release()
    assert demo.read_bytes() == before
    assert run("log", str(demo), "add", "--said", "x").code == 0


def test_a_newer_case_is_left_alone(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "newer.toml"
    path.write_text("schema = 7\n", encoding="utf-8")
    refused(run("log", str(path), "add", "--said", "x"), "7")
    assert path.read_text(encoding="utf-8") == "schema = 7\n"


def test_the_original_of_a_file_with_own_remarks_is_kept(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text("# my own remark\nschema = 1\n", encoding="utf-8")
    assert run("log", str(path), "add", "--said", "x").code == 0
    kept = list((tmp_path / "home").rglob("*-original.toml"))
    assert [each.read_text(encoding="utf-8") for each in kept] == ["# my own remark\nschema = 1\n"]
