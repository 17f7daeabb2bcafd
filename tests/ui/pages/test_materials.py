"""The page of materials: the checklist of a case with states, ages and what is still open."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.case.exhibits import linked, with_file
from negotiator_tui.case.materials import Material
from negotiator_tui.guide.checklist import checklist
from negotiator_tui.guide.proofs import is_stale
from negotiator_tui.storage.evidence import State
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.changes import changed
from negotiator_tui.ui.pages.materials import materials
from negotiator_tui.ui.shelf import Shelf

from .drawn import TODAY, D, actions, assert_drawn, case_of, cases, flat, headings, seen, words

LOAN = {"name": "网商贷", "shape": "loan", "outstanding": D(48000)}


def _case(*own: dict[str, Any], **more: Any) -> Case:
    return case_of(debts=[LOAN], materials=list(own), **more)


def _kinds(rows: list[r.Row], case: Case) -> list[str | None]:
    by_id = {each.id: each.kind for each in case.materials}
    return [by_id[row.target.path[1]] for row in rows if isinstance(row, r.ItemRow)]


def test_the_three_for_a_call_come_first() -> None:
    rows = materials(seen(_case()))
    assert headings(rows)[:2] == ["Materials", "Enough for a call"]
    taken = [key for key in actions(rows) if key.startswith("take.")]
    assert taken[:3] == ["take.contract-number", "take.owed-screenshot", "take.statements-3"]
    assert "For a call: " in flat(rows)


def test_the_whole_list_can_be_taken_into_the_case() -> None:
    case = _case({"kind": "statements-3", "name": "mine", "state": "have"})
    needed = checklist(case, TODAY, "en")
    row = actions(materials(seen(case)))["start-checklist"]
    assert f"{len(needed) - 1} open things" in row.label
    after = changed(case, TODAY, "en", row.argument)
    assert sorted(each.kind or "" for each in after.materials) == sorted(each.id for each in needed)
    assert after.materials[0].name == "mine"
    assert {each.state for each in after.materials[1:]} == {"missing"}
    assert all(each.proves for each in after.materials[1:])
    rows = materials(seen(after))
    assert "start-checklist" not in actions(rows)
    assert _kinds(rows, after) == [each.id for each in needed]


def test_one_thing_can_be_taken_into_the_case() -> None:
    case = _case()
    row = actions(materials(seen(case)))["take.identity-card"]
    assert (row.command, row.argument) == ("new-paper", "kind=identity-card")
    after = changed(case, TODAY, "en", "take-material identity-card")
    assert [each.kind for each in after.materials] == ["identity-card"]
    assert changed(after, TODAY, "en", "take-material identity-card") == after


def test_what_a_thing_shows_stands_under_it_until_it_is_there() -> None:
    def text(state: str) -> str:
        return flat(materials(seen(_case({"kind": "owed-screenshot", "name": "shot", "state": state}))))

    why = next(each.why for each in checklist(_case(), TODAY, "en") if each.id == "owed-screenshot")
    assert why in text("missing")
    assert why in text("asked")
    assert why not in text("have")
    assert why not in text("not-needed")


@pytest.mark.parametrize(
    ("dated", "stale"),
    [(date(2026, 8, 23), False), (date(2026, 8, 22), True), (TODAY, False), (None, False)],
)
def test_older_than_three_months_is_stale(dated: date | None, stale: bool) -> None:
    assert is_stale(Material(id="e1", kind="statements-3", dated=dated), TODAY) is stale


@pytest.mark.parametrize(("kind", "said"), [("statements-3", True), ("identity-card", False)])
def test_age_is_pointed_out_only_where_it_matters(kind: str, said: bool) -> None:
    case = _case({"kind": kind, "name": "paper", "state": "have", "dated": date(2026, 1, 5)})
    assert ("older than three months" in flat(materials(seen(case)))) is said


def test_the_hardship_and_the_debts_decide_what_is_on_the_list() -> None:
    rent = {"name": "房租", "shape": "arrears", "owed_for": "rent"}
    ill = case_of(debts=[LOAN, rent], hardship={"cause": "illness"})
    keys = set(actions(materials(seen(ill))))
    assert {"take.illness-papers", "take.rent-ledger"} <= keys
    assert "take.roadworks-photos" not in keys


def test_own_papers_and_those_no_longer_on_the_list_stay_visible() -> None:
    case = _case({"name": "zebra", "state": "have"}, {"kind": "illness-papers", "name": "diagnosis", "state": "have"})
    rows = materials(seen(case))
    text = words(rows)
    assert text.index("Other papers of your own") < text.index("zebra") < text.index("diagnosis")


def test_what_is_open_is_counted_and_leads_to_what_is_proved() -> None:
    ready = [
        {"kind": kind, "name": kind, "state": "have"} for kind in ("contract-number", "owed-screenshot", "statements-3")
    ]
    income = [{"side": "shop", "name": f"line {n}", "amount": D(100)} for n in range(6)]
    case = _case(*ready, income=income)
    case = linked(case, "e3", "income.i1")
    rows = materials(seen(case))
    assert "The three for a call are settled." in flat(rows)
    assert f"Of the others: {len(checklist(case, TODAY, 'en')) - 3}." in flat(rows)
    assert "nothing shows 5 lines of income yet" in flat(rows)
    assert actions(rows)["gaps"].target == r.Target("gaps")
    assert "Ex. 1" in words(rows)


def test_typing_finds_a_paper() -> None:
    rows = materials(seen(_case({"name": "lease"}, {"name": "photo of the street"}), find="STREET"))
    assert [row.target.path for row in rows if isinstance(row, r.ItemRow)] == [("materials", "e2")]
    assert list(actions(materials(seen(_case(), find="licence")))) == ["take.business-licence"]


@pytest.mark.parametrize(("state", "said"), [("missing", True), ("changed", True), ("there", False)])
def test_a_paper_that_changed_stands_on_top(state: State, said: bool) -> None:
    case = with_file(_case({"name": "lease"}), "e1", ("lease.pdf", "a" * 64, 12), TODAY)
    rows = materials(seen(case, shelf=Shelf(papers=(("e1", "a" * 64, state),))))
    assert ("changed.e1" in actions(rows)) is said
    other = materials(seen(case, shelf=Shelf(papers=(("e1", "b" * 64, state),))))
    assert "changed.e1" not in actions(other)


def test_the_demo_can_be_drawn() -> None:
    demo = demo_case(TODAY)
    assert_drawn(materials, demo)
    assert_drawn(materials, changed(demo, TODAY, "zh_Hans", "start-checklist"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(cases(lists=("debts", "income", "costs", "materials")))
def test_any_case_can_be_drawn(case: Case) -> None:
    assert_drawn(materials, case)
