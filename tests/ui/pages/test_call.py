"""A call on the screen: before, while it goes on, after; the line it is held to."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.case.kinds import Caller
from negotiator_tui.case.plans import Ladder
from negotiator_tui.guide.calls import begun
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import width_of
from negotiator_tui.ui.large import large
from negotiator_tui.ui.pages.call import call, head
from negotiator_tui.ui.pages.choosing import choice
from negotiator_tui.ui.view import View

from .drawn import NOW, TODAY, D, actions, assert_drawn, case_of, cases, flat, headings, seen, words

DEMO = demo_case(TODAY)
PLANNED = DEMO.model_copy(update={"ladders": (Ladder(id="g1", debt="d1", line=D(1000)),)})
LOAN = {"name": "网商贷", "shape": "loan", "loan_use": "business", "outstanding": D(48000), "overdue": "yes"}


def _on(case: Case = PLANNED, **answers: Any) -> Case:
    """The case with a call about its first debt going on for ninety seconds."""
    made, item_id = begun(case, "d1", Caller.ME, NOW - timedelta(seconds=90))
    contacts = tuple(each.model_copy(update=answers) if each.id == item_id else each for each in made.contacts)
    return made.model_copy(update={"contacts": contacts})


def _rows(case: Case, **more: Any) -> list[r.Row]:
    return call(seen(case, **more))


def test_without_a_debt_there_is_nothing_to_call_about() -> None:
    assert actions(_rows(Case()))["debts"].target == r.Target("debts")


def test_before_a_call_enter_begins_it() -> None:
    rows = _rows(PLANNED)
    assert (actions(rows)["call.next"].command, actions(rows)["call.next"].argument) == ("call-begin", "d1 me")
    assert actions(rows)["call.collector"].argument == "d1 collector"
    first = next(row for row in rows if r.key_of(row) is not None)
    assert r.key_of(first) == ("action", "call.next")


def test_the_line_stands_in_large_figures_and_is_hidden_with_the_amounts() -> None:
    text = words(_rows(PLANNED))
    assert "Never more a month than" in text
    assert "█" in text
    hidden = words(_rows(PLANNED, hide=True), hide=True)
    assert "█" not in hidden
    assert "1,000" not in hidden.split("Three things")[0]


def test_without_a_line_no_figure_is_promised() -> None:
    case = case_of(debts=[LOAN])
    assert "There is no line yet" in flat(_rows(case))
    assert actions(_rows(case))["call.plan"].target == r.Target("plan")
    assert "is not known yet" in flat(_rows(_on(case), find="500"))


def test_where_there_is_no_ladder_it_is_said_what_the_line_is() -> None:
    bare = DEMO.model_copy(update={"ladders": (), "rungs": ()})
    assert "there is no line of your own yet" in flat(_rows(bare))
    planless = bare.model_copy(update={"plans": (), "terms": ()})
    assert "share of a bad month" in flat(_rows(planless))


def test_the_clock() -> None:
    assert head(seen(_on())).aside == "01:30"
    assert head(seen(_on(), still=True)).aside.startswith("1 minute")
    assert head(seen(_on(began=NOW - timedelta(hours=2, seconds=5)))).aside == "2:00:05"
    assert "never closed" in head(seen(_on(began=NOW - timedelta(days=1)))).aside
    assert head(seen(_on(began=NOW + timedelta(seconds=5)))).aside == "00:00"


def test_enter_walks_through_the_words_and_back_and_ends_with_hanging_up() -> None:
    case = _on()
    view = seen(case)
    first = actions(call(view))["call.next"]
    assert "call.back" not in actions(call(view))
    view = seen(case, unfolded=frozenset({first.argument}))
    second = actions(call(view))["call.next"]
    assert second.label != first.label
    assert "2 of" in second.hint
    back = actions(call(view))["call.back"]
    view = seen(case, unfolded=frozenset({first.argument, back.argument}))
    assert actions(call(view))["call.next"].label == first.label
    last = seen(case, unfolded=frozenset({choice(view, "line-k8", "99")}))
    assert actions(call(last))["call.next"].command == "call-end"


@pytest.mark.parametrize("base", [PLANNED, case_of(debts=[LOAN]), case_of(debts=[{"name": "x"}])])
def test_while_something_is_typed_enter_takes_it_down_and_never_walks_on(base: Case) -> None:
    rows = _rows(_on(base), find="先还两千")
    found = next(row for row in rows if isinstance(row, r.ActionRow | r.ItemRow))
    assert isinstance(found, r.ActionRow)
    assert (found.command, found.argument) == ("call-log", "said 先还两千")
    assert "call.next" not in actions(rows)
    assert any(isinstance(row, r.FindRow) and row.draft[:1] == ("call",) for row in rows)


@pytest.mark.parametrize("base", [PLANNED, case_of(debts=[LOAN])])
def test_the_first_key_of_a_call_is_the_next_line(base: Case) -> None:
    for rows in (_rows(base), _rows(_on(base))):
        first = next(row for row in rows if r.key_of(row) is not None)
        assert r.key_of(first) == ("action", "call.next")


@pytest.mark.parametrize(
    ("text", "there", "absent"),
    [
        ("1.2万", {"take.promised_amount", "take.stated_income", "take.staff_number"}, {"take.answer_due"}),
        ("明天", {"take.answer_due", "take.who"}, {"take.promised_amount", "take.staff_number"}),
        ("他们说要先还一部分再谈，不还就没有办法给我登记", {"take.threat"}, {"take.who", "take.reference"}),
    ],
)
def test_what_is_typed_is_offered_as_what_it_can_be(text: str, there: set[str], absent: set[str]) -> None:
    keys = set(actions(_rows(_on(), find=text)))
    assert {"take.said", "take.promised"} | there <= keys
    assert not absent & keys


def test_an_amount_above_the_line_is_challenged_while_it_is_typed() -> None:
    text = flat(_rows(_on(), find="1800"))
    assert "I have to work that out and will answer you." in text
    assert "1,800.00 a month is 800.00 above your line of 1,000.00" in text
    assert "above your line" not in flat(_rows(_on(), find="1000"))
    assert "above your line" not in flat(_rows(_on(), find="010386"))


def test_an_amount_that_was_promised_is_to_be_taken_back() -> None:
    assert "I have to take that back" in flat(_rows(_on(promised_amount=D(1000.01))))
    assert "take that back" not in flat(_rows(_on(promised_amount=D(1000))))


def test_signs_of_fraud_say_at_once_what_to_do() -> None:
    typing = flat(_rows(_on(), find="把验证码念给我"))
    assert "A sign of fraud" in typing
    assert "no code read out" in typing or "code" in typing
    noted = _rows(_on(asked_for=("fee",)))
    assert "Stop here. This is a sign of fraud." in headings(noted)
    assert "96110" in flat(noted)
    assert actions(noted)["call.fee"].hint == "noted"


def test_another_income_than_before_is_pointed_out_with_the_way_there() -> None:
    case = _on(
        case_of(debts=[LOAN], contacts=[{"debt": "d1", "at": NOW - timedelta(days=3), "stated_income": D(31000)}]),
        stated_income=D(29500),
    )
    row = actions(_rows(case))["differs.income.k1"]
    assert "29,500.00" in row.label
    assert "31,000.00" in row.label
    assert row.target == r.Target("item", ("contacts", "k1"))


def test_after_the_call_the_day_of_the_answer_is_asked_for() -> None:
    case = _on(ended=NOW + timedelta(minutes=5), said="x")
    view = seen(case, unfolded=frozenset({choice(seen(case), "ended", "k8")}))
    rows = call(view)
    first = next(row for row in rows if r.key_of(row) is not None)
    assert r.key_of(first) == ("contacts", "k8", "answer_due")
    assert "2026-11-26" in actions(rows)["call.again"].label
    named = _on(ended=NOW, answer_due=TODAY + timedelta(days=4))
    rows = call(seen(named, unfolded=frozenset({choice(seen(named), "ended", "k8")})))
    assert "call.again" not in actions(rows)
    assert "It comes back to you on that day: 2026-11-27." in flat(rows)


@pytest.mark.parametrize("text", ["0", "1,028", "99,999,999.99", "12,345,678.90"])
def test_large_figures_are_even_and_of_plain_characters_if_asked(text: str) -> None:
    for ascii_only, height in ((False, 3), (True, 5)):
        lines = large(text, "strong", ascii_only=ascii_only)
        assert len(lines) == height
        assert len({width_of(each) for each in lines}) == 1
    assert all(span.text.isascii() for line in large(text, "strong", ascii_only=True) for span in line)


def test_large_figures_by_hand() -> None:
    assert ["".join(span.text for span in each) for each in large("17", "strong", ascii_only=True)] == [
        " #  ###",
        "##    #",
        " #    #",
        " #    #",
        "###   #",
    ]
    assert ["".join(span.text for span in each) for each in large("17", "strong")] == ["▄█  ▀▀█", " █    █", "▀▀▀   ▀"]


@pytest.mark.parametrize("find", ["", "1800", "先交保证金，下载 App，把验证码念给我"])
def test_every_part_can_be_drawn(find: str) -> None:
    full = _on(said="14:04 x\n14:05 y", asked_for=("fee", "app"), promised_amount=D(99999999.99), stated_income=D(1))
    assert_drawn(call, full, find=find, unfolded=frozenset({"grounds.scam"}))
    assert_drawn(call, DEMO)
    ended = _on(ended=NOW, promised_amount=D(5000), asked_for=("code",))
    assert_drawn(call, ended, unfolded=frozenset({choice(seen(ended), "ended", "k8")}))


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases(lists=("debts", "contacts", "plans", "terms", "income", "costs", "sent")))
def test_no_case_is_too_incomplete(case: Case) -> None:
    assert call(seen(case))
    made = begun(case, case.debts[0].id if case.debts else None, Caller.LENDER, NOW)
    if not isinstance(made, tuple):
        return
    for find in ("", "1200"):
        assert call(seen(made[0], find=find))


def test_a_call_about_a_debt_that_is_gone_goes_on() -> None:
    case = _on(case_of(debts=[LOAN])).model_copy(update={"debts": ()})
    view: View = seen(case)
    assert "no debt named" in call(view)[0].text  # type: ignore[union-attr]
