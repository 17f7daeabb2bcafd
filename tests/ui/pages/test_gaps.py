"""The page of what is proved, the page of a paper, and the one a file is chosen on."""

from datetime import datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.storage.found_files import FoundFile
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.changes import changed
from negotiator_tui.ui.pages.budget import shop
from negotiator_tui.ui.pages.gaps import gap_report
from negotiator_tui.ui.pages.item import item
from negotiator_tui.ui.pages.taking import take_in
from negotiator_tui.ui.shelf import Shelf

from .drawn import TODAY, D, actions, assert_drawn, case_of, cases, flat, seen, words

INCOME = {"name": "takings", "amount": D(30000), "side": "shop"}
LEASE = {"kind": "takings-record", "name": "records", "state": "have"}


def test_a_figure_leads_to_its_proof_and_can_be_given_one() -> None:
    case = case_of(income=[INCOME], materials=[LEASE])
    rows = gap_report(seen(case))
    assert "own statement" in flat(rows)
    row = actions(rows)["gap.income.i1.amount"]
    opened = actions(gap_report(seen(case, unfolded=frozenset({row.argument}))))
    assert opened["figure"].target == r.Target("shop", ("income", "i1", "amount"))
    after = changed(case, TODAY, "en", opened["link.e1"].argument)
    assert after.materials[0].about == ("income.i1",)
    rows = gap_report(seen(after, unfolded=frozenset({row.argument})))
    assert "Exhibit 1" in actions(rows)["gap.income.i1.amount"].hint
    assert actions(rows)["paper.e1"].target == r.Target("item", ("materials", "e1"))


def test_without_figures_the_page_says_what_will_stand_there() -> None:
    assert "as soon as there are figures" in flat(gap_report(seen(Case())))


def test_what_a_paper_proves_is_ticked_on_its_page() -> None:
    case = case_of(income=[INCOME], materials=[LEASE])
    view = seen(case, item=("materials", "e1"))
    row = actions(item(view))["proves.income.i1"]
    assert row.label.startswith("[ ]")
    case = changed(case, TODAY, "en", row.argument)
    row = actions(item(seen(case, item=("materials", "e1"))))["proves.income.i1"]
    assert row.label.startswith("[x]")
    assert changed(case, TODAY, "en", row.argument).materials[0].about == ()


def test_where_a_paper_lies_is_asked_only_until_its_file_is_taken_in() -> None:
    paper = {"name": "x", "file": "x.pdf", "sha256": "a" * 64, "size": 1_234_567, "taken_in": TODAY, "exhibit": 3}
    text = words(item(seen(case_of(materials=[paper]), item=("materials", "e1"))))
    assert "Exhibit 3" in text
    assert "1.2 MB" in text
    assert "Where it lies" not in text
    assert "Where it lies" in words(item(seen(case_of(materials=[LEASE]), item=("materials", "e1"))))


def test_a_budget_line_shows_what_proves_it() -> None:
    case = case_of(income=[INCOME], materials=[{**LEASE, "exhibit": 2, "about": ["income.i1"]}])
    rows = shop(seen(case, unfolded=frozenset({"lines.more.income.shop"})))
    row = actions(rows)["proof.i1"]
    assert (row.hint, row.target) == ("Exhibit 2", r.Target("gaps", ("action", "gap.income.i1.amount")))


def test_files_are_found_by_typing() -> None:
    found = tuple(FoundFile(Path("/d") / name, 5, datetime(2026, 11, 1, 9)) for name in ("lease.pdf", "photo.png"))
    case = case_of(materials=[LEASE])
    rows = take_in(seen(case, shelf=Shelf(taking="e1", found=found), find="LEA"))
    assert [row.argument for row in actions(rows).values()] == [str(Path("/d/lease.pdf"))]
    assert "for: records" in flat(rows)
    assert "no picture, PDF or table" in flat(take_in(seen(case)))


def test_the_demo_can_be_drawn() -> None:
    demo = demo_case(TODAY)
    assert_drawn(gap_report, demo)
    assert_drawn(gap_report, demo, unfolded=frozenset({"gap:1:costs.c8.amount"}))
    assert_drawn(item, demo, item=("materials", "e2"))
    assert_drawn(item, demo, item=("materials", "e2"), unfolded=frozenset({"proves.e2"}))
    assert_drawn(take_in, demo, shelf=Shelf(taking="e2"))
    assert_drawn(shop, demo, unfolded=frozenset({"lines.more.income.shop", "lines.more.costs.shop"}))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(cases(lists=("debts", "income", "costs", "materials")))
def test_any_case_can_be_drawn(case: Case) -> None:
    assert_drawn(gap_report, case)
    for each in case.materials[:1]:
        assert_drawn(item, case, item=("materials", each.id))
