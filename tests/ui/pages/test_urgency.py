"""What cannot wait."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.case.kinds import Urgent
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.choosing import choice
from negotiator_tui.ui.pages.routes import urgent

from .drawn import TODAY, D, actions, assert_drawn, case_of, cases, flat, seen

LOAN = {
    "name": "网商贷",
    "shape": "loan",
    "outstanding": D(48000),
    "next_due": date(2026, 11, 28),
    "next_amount": D("4359.63"),
    "autodebit": "yes",
    "autodebit_from": "支付宝余额",
}


def _named(*kinds: Urgent, **more: Any) -> Case:
    first = {"urgent": kinds, "takings_account": "支付宝余额"}
    return case_of(first=first, debts=[LOAN], **more)


def _order(rows: list[r.Row]) -> list[str]:
    return [key.removeprefix("urgent.") for key in actions(rows) if key.startswith("urgent.")]


def test_all_four_are_there_closed_while_none_is_named() -> None:
    rows = urgent(seen(Case()))
    assert _order(rows) == ["court", "threat", "pay-first", "swept"]
    assert "Take pictures of the papers" not in flat(rows)


def test_what_was_named_comes_first_and_stands_open() -> None:
    rows = urgent(seen(_named(Urgent.PAY_FIRST, Urgent.THREAT)))
    assert _order(rows) == ["threat", "pay-first", "court", "swept"]
    text = flat(rows)
    assert "call 110 now" in text
    assert "Stop for a moment" in text
    assert "Take pictures of the papers" not in text


def test_another_one_opens_with_its_row() -> None:
    case = _named(Urgent.THREAT)
    row = actions(urgent(seen(case)))["urgent.court"]
    text = flat(urgent(seen(case, unfolded=frozenset({row.argument}))))
    assert "Take pictures of the papers" in text
    assert "camera pictures" not in text


def test_a_paper_of_a_court_is_written_down_from_here() -> None:
    row = actions(urgent(seen(_named(Urgent.COURT))))["court.add"]
    assert (row.command, row.argument) == ("new-item", "court")
    assert actions(urgent(seen(_named(Urgent.COURT))))["court.page"].target == r.Target("court")


@pytest.mark.parametrize("kind", [Urgent.THREAT, Urgent.PAY_FIRST])
def test_a_call_is_written_down_from_here(kind: Urgent) -> None:
    assert actions(urgent(seen(_named(kind))))[f"{kind.value}.log"].target == r.Target("log")


def test_the_debits_of_the_week_stand_under_their_urgency() -> None:
    rows = urgent(seen(_named(Urgent.SWEPT)))
    row = actions(rows)["sweep.0"]
    assert row.label == "网商贷"
    assert row.hint == "2026-11-28  4,359.63  支付宝余额"
    assert row.style == "warn"
    assert row.target == r.Target("item", ("debts", "d1", "autodebit_from"))


def test_an_amount_is_hidden_here_too() -> None:
    assert "4,359" not in flat(urgent(seen(_named(Urgent.SWEPT), hide=True)))


def test_it_never_teaches_hiding() -> None:
    text = flat(urgent(seen(_named(Urgent.SWEPT), lang="zh_Hans")))
    assert "不取出来藏着" in text
    assert "不转到亲戚名下" in text


def test_numbers_signs_and_the_quiet_line_always_stand_there() -> None:
    text = flat(urgent(seen(Case())))
    for number in ("110 ", "96110 ", "12368 ", "12348 ", "12356"):
        assert number in text
    assert "one sign is enough" in text


def test_every_number_rests_on_a_fact() -> None:
    text = flat(urgent(seen(Case(), unfolded=frozenset({"grounds.numbers"}), lang="zh_Hans")))
    for number in ("110", "96110", "12368", "12356"):
        assert f"{number}" in text
    assert "据报道（2019-09-06）：96110" in text.replace(" 96110", "96110")


@pytest.mark.parametrize("kind", [kind for kind in Urgent if kind is not Urgent.NONE])
def test_each_can_be_drawn(kind: Urgent) -> None:
    for case in (_named(kind), demo_case(TODAY), Case()):
        mark = choice(seen(case), "urgent", kind)
        assert_drawn(urgent, case, unfolded=frozenset({mark, "grounds.numbers"}))


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases(lists=("debts", "missed", "week")))
def test_no_case_is_too_incomplete(case: Case) -> None:
    for kind in Urgent:
        mark = choice(seen(case), "urgent", kind)
        assert urgent(seen(case, unfolded=frozenset({mark})))
