"""The list of contacts, how entries are corrected, and what they say of collectors."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.case.talks import Contact
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.conduct import conduct
from negotiator_tui.ui.pages.item import item
from negotiator_tui.ui.pages.log import log

from .drawn import NOW, TODAY, D, actions, assert_drawn, case_of, cases, flat, headings, seen

DEMO = demo_case(TODAY)
LOAN = {"name": "网商贷", "shape": "loan", "loan_use": "business", "lender": "甲银行"}
DAY = timedelta(days=1)


def _case(*contacts: dict[str, Any]) -> Case:
    return case_of(debts=[LOAN], contacts=list(contacts))


def _listed(case: Case, find: str = "") -> list[str]:
    rows = log(seen(case, find=find))
    return [row.target.path[1] for row in rows if isinstance(row, r.ItemRow)]


def _entry(case: Case, contact_id: str, **more: Any) -> list[r.Row]:
    return item(seen(case, item=("contacts", contact_id), **more))


# -- the list ------------------------------------------------------------------------------------------------------


def test_newest_first_and_corrections_under_what_they_correct() -> None:
    case = _case({"who": "a"}, {"who": "b"}, {"corrects": "k1", "who": "c"}, {"corrects": "k3", "who": "d"})
    assert _listed(case) == ["k2", "k1", "k3", "k4"]


def test_entries_that_correct_each_other_are_not_lost() -> None:
    case = _case({"who": "a", "corrects": "k2"}, {"who": "b", "corrects": "k1"}, {"who": "c"})
    assert sorted(_listed(case)) == ["k1", "k2", "k3"]


@pytest.mark.parametrize(
    ("find", "ids"),
    [("", ["k2", "k1"]), ("10386", ["k1"]), ("网商", ["k2", "k1"]), ("威胁", []), ("上门", ["k2"]), ("电话", ["k1"])],
)
def test_everything_that_was_written_is_found(find: str, ids: list[str]) -> None:
    case = _case({"debt": "d1", "staff_number": "10386", "channel": "phone"}, {"debt": "d1", "threat": "不还就上门"})
    rows = log(seen(case, find=find, lang="zh_Hans"))
    assert [row.target.path[1] for row in rows if isinstance(row, r.ItemRow)] == ids


def test_while_something_is_typed_enter_opens_what_is_found_and_else_adds() -> None:
    def stops(find: str) -> list[str]:
        rows = log(seen(_case({"who": "客服"}), find=find))
        return [type(row).__name__ for row in rows if r.key_of(row) is not None]

    assert stops("客服") == ["FindRow", "ItemRow"]
    assert stops("郑") == ["FindRow"]


def test_an_entry_is_found_by_its_correction() -> None:
    case = _case({"who": "a"}, {"corrects": "k1", "said": "两千"}, {"who": "b"})
    assert _listed(case, "两千") == ["k1", "k2"]


def test_what_is_due_stands_on_top_late_ones_in_other_words() -> None:
    case = case_of(
        debts=[LOAN, {"name": "信用卡"}],
        contacts=[
            {"debt": "d1", "at": NOW - 9 * DAY, "answer_due": TODAY - 2 * DAY},
            {"debt": "d2", "at": NOW - DAY, "answer_due": TODAY + 4 * DAY},
        ],
    )
    rows = actions(log(seen(case)))
    assert (rows["due.k1"].label, rows["due.k1"].hint) == (
        "网商贷 was to answer by 2026-11-21: ask again",
        "2 days late",
    )
    assert rows["due.k1"].style == "warn"
    assert rows["due.k2"].label == "信用卡 answers by 2026-11-27"
    assert "due.k1" not in actions(log(seen(case, find="x")))


def test_the_call_is_one_key_away() -> None:
    assert actions(log(seen(DEMO)))["call"].command == "call"


# -- corrections ---------------------------------------------------------------------------------------------------


def test_on_its_first_day_an_entry_is_mended_in_place() -> None:
    rows = _entry(_case({"who": "客服", "written": NOW - DAY + timedelta(minutes=1)}), "k1")
    assert any(isinstance(row, r.AskRow) and row.path == ("contacts", "k1", "who") for row in rows)
    assert "correct" not in actions(rows)


def test_afterwards_it_stands_and_a_correction_is_an_entry_of_its_own() -> None:
    case = _case({"debt": "d1", "who": "客服", "promised_amount": D(1000), "written": NOW - DAY})
    rows = _entry(case, "k1")
    assert not any(isinstance(row, r.AskRow) for row in rows)
    assert actions(rows)["correct"].argument == "contacts corrects=k1 debt=d1 written=now"
    assert "客服" in flat(rows)
    assert "1,000.00 yuan" in flat(rows)
    assert "1,000" not in flat(_entry(case, "k1", hide=True))


def test_the_corrections_stand_under_the_entry_with_their_day() -> None:
    case = _case(
        {"who": "客服", "staff_number": "1038", "written": NOW - 3 * DAY},
        {"corrects": "k1", "staff_number": "10386", "written": NOW},
    )
    text = flat(_entry(case, "k1"))
    assert "1038 " in text
    assert "Corrected 2026-11-23" in text
    assert "10386" in text
    of_correction = _entry(case, "k2")
    assert "Write only what was wrong or missing" in flat(of_correction)
    assert actions(of_correction)["original"].target == r.Target("item", ("contacts", "k1"))


def test_what_follows_is_told_from_what_the_corrections_say() -> None:
    case = _case(
        {"debt": "d1", "at": NOW - 9 * DAY, "written": NOW - 9 * DAY, "answer_due": TODAY - 5 * DAY},
        {"debt": "d1", "corrects": "k1", "written": NOW, "answer_due": TODAY + 4 * DAY},
    )
    assert "4 days left" in flat(_entry(case, "k1"))


def test_a_paper_at_hand_can_be_named_as_proof_at_any_time() -> None:
    case = case_of(
        contacts=[{"who": "a", "written": NOW - 9 * DAY}],
        materials=[{"name": "录音", "state": "have"}, {"name": "合同", "state": "asked"}],
    )
    rows = actions(_entry(case, "k1", unfolded=frozenset({"evidence.k1"})))
    assert rows["evidence.e1"].argument == "k1 e1"
    assert "evidence.e2" not in rows
    named = case_of(contacts=[{"who": "a", "evidence": "e1"}], materials=[{"name": "录音", "state": "have"}])
    assert actions(_entry(named, "k1"))["evidence"].target == r.Target("item", ("materials", "e1"))


# -- conduct -------------------------------------------------------------------------------------------------------

NIGHT = {"debt": "d1", "channel": "phone", "caller": "collector", "at": NOW.replace(hour=23) - 3 * DAY, "who": "某公司"}


def test_nothing_in_the_log_nothing_on_the_page() -> None:
    assert "Nothing in your contacts" in flat(conduct(seen(_case({"said": "x", "at": NOW}))))


def test_a_dated_list_with_rules_their_scope_and_a_draft() -> None:
    rows = conduct(seen(_case(NIGHT)))
    incident = actions(rows)["incident.d1.0"]
    assert incident.label.split() == ["2026-11-20", "outside", "8:00-22:00"]
    assert incident.hint == "23:03 phone 某公司"
    text = flat(rows)
    assert "Rules that may apply" in headings(rows)
    assert "This is a business loan." in text
    assert "Written for another kind of loan" in text
    assert "it may not be accepted" in text
    assert "copy.complaint.d1" not in actions(rows), "it is read before it is taken along"
    fold = actions(rows)["complaint.d1"].argument
    draft = actions(conduct(seen(_case(NIGHT), unfolded=frozenset({fold}))))["copy.complaint.d1"]
    assert draft.command == "copy"
    assert "23:03" in draft.argument


def test_entries_without_a_time_are_named() -> None:
    assert "which are not counted: 1" in flat(conduct(seen(_case({"said": "x"}))))


def test_somebody_who_signed_may_be_asked() -> None:
    case = case_of(
        debts=[{**LOAN, "signed_by": "我爸"}], contacts=[{"debt": "d1", "at": NOW, "third_party": "给我爸打了电话"}]
    )
    assert "somebody else has signed" in flat(conduct(seen(case)))


def test_long_lists_begin_with_the_latest() -> None:
    many = [{**NIGHT, "at": NOW.replace(hour=23) - n * DAY} for n in range(30, 1, -1)]
    rows = conduct(seen(_case(*many)))
    assert sum(key.startswith("incident.") for key in actions(rows)) == 20
    assert actions(rows)["conduct.d1"].label == "9 earlier ones"
    opened = conduct(seen(_case(*many), unfolded=frozenset({"conduct.d1"})))
    assert sum(key.startswith("incident.") for key in actions(opened)) == 29


# -- drawing -------------------------------------------------------------------------------------------------------


def test_the_pages_can_be_drawn() -> None:
    full = case_of(
        debts=[{**LOAN, "signed_by": "我爸"}],
        contacts=[
            {
                **NIGHT,
                "threat": "上门\n闹",
                "third_party": "妈",
                "asked_for": ("fee",),
                "answer_due": TODAY,
                "said": "x" * 90,
            },
            {"debt": "d1", "corrects": "k1", "written": NOW, "said": "y", "at": NOW - DAY},
        ],
    )
    folds = frozenset({"complaint.d1", "grounds.complaint.d1"})
    for case in (full, DEMO):
        assert_drawn(log, case)
        assert_drawn(conduct, case, unfolded=folds)
        for each in case.contacts:
            assert_drawn(item, case, item=("contacts", each.id))


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases(lists=("debts", "contacts", "materials")))
def test_no_log_is_too_incomplete(case: Case) -> None:
    assert log(seen(case))
    assert conduct(seen(case))
    for each in case.contacts:
        assert isinstance(each, Contact)
        assert item(seen(case, item=("contacts", each.id)))
