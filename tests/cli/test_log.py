"""`log add`: a contact is added under the lock, by the safe way of saving, and nothing else changes."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from negotiator_tui.case.case import Case
from negotiator_tui.case.kinds import AskedFor, Caller, Cause, Channel, YesNo
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
    assert ran.json == {"id": contact.id, "at": "2026-11-22T14:30:00", "warning": []}
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
        (("--at", "2099-01-01 10:00"), ["--at", "2099-01-01 10:00"]),
        (("--until", "2099-01-01 10:00"), ["--until"]),
        (("--asked-for", "fee,money"), ["--asked-for", "money", "screen"]),
        (("--corrects", "k99"), ["--corrects", "k99"]),
        (("--evidence", "e99"), ["--evidence", "e99"]),
        (("--answered", "maybe"), ["--answered", "yes"]),
    ],
)
def test_what_cannot_be_used_changes_nothing(options: tuple[str, ...], words: list[str], run: Run, demo: Path) -> None:
    before = demo.read_bytes()
    refused(run("log", str(demo), "add", *options), *words)
    assert demo.read_bytes() == before


def test_everything_a_contact_can_hold_can_be_given(run: Run, demo: Path) -> None:
    ran = run(
        "log", str(demo), "add", "--debt", "d1", "--at", "昨天 23:30", "--until", "昨天 23:40", "--answered", "yes",
        "--number", "0571-0000", "--asked-for", "screen，fee", "--third-party", "给我妈打了电话", "--threat", "上门",
        "--stated-income", "29500", "--stated-cause", "roadworks", "--evidence", "e2", "--today", TODAY,
    )  # fmt: skip
    assert ran.code == 0
    contact = case_at(demo).contacts[-1]
    assert contact.asked_for == (AskedFor.FEE, AskedFor.SCREEN)
    assert (contact.answered, contact.number, contact.threat) == (YesNo.YES, "0571-0000", "上门")
    assert (contact.third_party, contact.stated_cause, contact.evidence) == ("给我妈打了电话", Cause.ROADWORKS, "e2")
    assert contact.stated_income == Decimal("29500.00")
    assert contact.ended == datetime.fromisoformat("2026-11-22T23:40")
    assert contact.written is not None


def test_a_correction_leaves_the_entry_and_is_read_with_it(run: Run, demo: Path) -> None:
    before = case_at(demo).contacts
    assert run("log", str(demo), "add", "--corrects", "k3", "--who", "郑某", "--today", TODAY).code == 0
    after = case_at(demo).contacts
    assert after[:-1] == before
    assert (after[-1].corrects, after[-1].debt, after[-1].at) == ("k3", before[2].debt, None)
    listed = run("log", str(demo), "--json").json["contacts"]
    assert (listed[2]["who"], listed[2]["corrected"]["who"]) == (before[2].who, "郑某")
    assert listed[2]["corrected"]["said"] == before[2].said
    assert listed[-1]["corrects"] == "k3"


def test_the_list_and_what_is_due(run: Run, demo: Path) -> None:
    listed = run("log", str(demo), "--today", TODAY)
    assert listed.code == 0
    assert "XS-0386-4417" not in listed.out
    assert "先还两千" in listed.out
    due = run("log", str(demo), "due", "--json", "--today", "2026-12-01")
    assert due.json["due"] == [
        {"day": "2026-11-27", "debt": "d1", "contact": "k7", "late": True},
        {"day": "2026-12-02", "debt": "d2", "contact": "k6", "late": False},
    ]
    late = run("log", str(demo), "due", "--today", "2026-12-01", "--lang", "en").out
    assert "2026-11-27  网商贷: 4 days late" in late


def test_only_these_are_known(run: Run, demo: Path) -> None:
    refused(run("log", str(demo), "drop"), "add")


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


def test_a_sign_of_fraud_says_at_once_what_to_do(run: Run, demo: Path) -> None:
    ran = run(
        "log", str(demo), "add", "--debt", "d1", "--asked-for", "payee", "--said", "念一下验证码", "--today", TODAY
    )
    assert ran.code == 0
    assert ran.out.count("A sign of fraud: ") == 2
    assert "\n1. " in ran.out
