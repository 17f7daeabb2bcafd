"""The page on which a conversation is practised."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.guide.rehearsal import SCENES
from negotiator_tui.guide.scene import Scene, read_scene
from negotiator_tui.text.fault import Fault
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.rehearsal import OWN, mark, place, rehearsal
from negotiator_tui.ui.pages.script import about
from negotiator_tui.ui.view import View
from tests.guide.test_rehearsal import OWN as OWN_TEXT

from .drawn import TODAY, D, actions, assert_drawn, case_of, cases, flat, headings, seen, words

DEMO = demo_case(TODAY)
LOAN = {"name": "网商贷", "shape": "loan", "outstanding": D(48000), "overdue": "yes"}


def at(case: Case, where: str, **more: Any) -> View:
    """The page at a place of a scene."""
    return seen(case, unfolded=frozenset({mark(seen(case), where)}), **more)


def after(view: View, row: r.ActionRow) -> View:
    """What one sees after Enter on a row."""
    return seen(
        view.case,
        unfolded=view.unfolded | {mark(view, row.argument)},
        scenes=view.scenes,
        hide=view.hide,
        lang=view.lang,
    )


def answers(rows: list[r.Row]) -> list[r.ActionRow]:
    return [row for key, row in actions(rows).items() if key.startswith("answer.")]


def test_the_list_has_every_scene_and_says_that_nothing_is_counted() -> None:
    rows = rehearsal(seen(Case()))
    assert [row.argument for row in actions(rows).values()] == [place(each) for each in SCENES]
    assert "nothing is counted" in flat(rows)


def test_what_was_really_said_comes_first() -> None:
    case = case_of(debts=[LOAN], offers=[{"debt": "d1", "answer": "refused", "refusal": "system"}])
    first = next(iter(actions(rehearsal(seen(case))).values()))
    assert (first.key, first.hint) == ("system", "they said this to you")


def test_a_scene_is_played_to_its_end_and_begun_again() -> None:
    view = seen(DEMO)
    view = after(view, actions(rehearsal(view))["pay-first"])
    rows = rehearsal(view)
    assert "Pay 2,100 yuan first" in flat(rows)
    assert len(answers(rows)) == 3
    borrow = next(row for row in answers(rows) if "borrow" in row.label)
    view = after(view, borrow)
    assert "over the line" in flat(rehearsal(view))
    assert "one more bill next month" in flat(rehearsal(view))
    view = after(view, next(row for row in answers(rehearsal(view)) if "afternoon" in row.label))
    rows = rehearsal(view)
    assert "Stopped here, to keep you safe" in headings(rows)
    assert answers(rows) == []
    assert actions(rows)["after.page"].target == r.Target("today")
    assert "Pay 2,100 yuan first" in flat(rows), "what was said before stays in sight"
    again = after(view, actions(rows)["after.again"])
    assert len(answers(rehearsal(again))) == 3
    assert not [key for key in actions(rehearsal(again)) if key.startswith("step.")]


def test_enter_on_an_answer_takes_the_scene_up_from_there() -> None:
    view = at(DEMO, place("pay-first", (0, 0)))
    rows = rehearsal(view)
    assert [key for key in actions(rows) if key.startswith("step.")] == ["step.0", "step.1"]
    one_back = rehearsal(after(view, actions(rows)["step.1"]))
    assert [key for key in actions(one_back) if key.startswith("step.")] == ["step.0"]
    on = actions(rows)["on"]
    assert flat(rehearsal(after(view, on))) == flat(rows)


def test_the_figures_are_those_of_the_debt_talked_about() -> None:
    text = flat(rehearsal(at(DEMO, place("landlord"))))
    assert "750 yuan a month" in text
    view = seen(DEMO, unfolded=frozenset({about(seen(DEMO), "d1"), mark(seen(DEMO), place("clear-arrears"))}))
    assert "4,359.63 yuan" in flat(rehearsal(view))
    assert "with the figures of 网商贷" in flat(rehearsal(view))


def test_without_figures_there_are_blanks_and_no_made_up_numbers() -> None:
    text = flat(rehearsal(at(Case(), place("pay-first"))))
    assert "Pay a large sum first" in text
    assert "〔the sum I worked out〕 a month" in text
    assert "with the figures" not in text


def test_hidden_amounts_stay_hidden() -> None:
    for where in (place("pay-first", (1,)), place("clear-arrears"), place("landlord", (0,))):
        text = words(rehearsal(at(DEMO, where, hide=True)), hide=True)
        assert "1,000" not in text
        assert "750" not in text
        assert "4,359" not in text
        assert "****" in text


def test_the_ending_gives_no_mark_and_names_its_grounds_by_scope() -> None:
    view = at(DEMO, place("transferred", (1,)))
    rows = rehearsal(view)
    folded = actions(rows).get("grounds.rehearsal")
    assert folded is None or folded.command == "unfold"
    for number in range(3):
        text = flat(rehearsal(at(DEMO, place("transferred", (number,))))).casefold()
        assert "you won" not in text
        assert "points" not in text


def test_scenes_of_ones_own_stand_below_and_broken_ones_are_named() -> None:
    own = read_scene(OWN_TEXT, "租车")
    loop = read_scene(OWN_TEXT.replace('to = "noted"', 'to = "open"'), "圈")
    assert isinstance(own, Scene)
    assert isinstance(loop, Fault)
    view = seen(DEMO, scenes=(("租车", own), ("圈", loop)))
    rows = rehearsal(view)
    assert len(actions(rows)) == len(SCENES) + 1
    assert "圈" in flat(rows)
    assert "open > more > open" in flat(rows)
    opened = after(view, actions(rows)[OWN + "租车"])
    assert len(answers(rehearsal(opened))) == 2
    gone = seen(DEMO, unfolded=opened.unfolded)
    assert len(actions(rehearsal(gone))) == len(SCENES)


def test_a_scene_rewritten_meanwhile_goes_on_as_far_as_it_is_still_there() -> None:
    own = read_scene(OWN_TEXT, "租车")
    assert isinstance(own, Scene)
    view = at(DEMO, place(OWN + "租车", (0, 7, 7)), scenes=(("租车", own),))
    assert [key for key in actions(rehearsal(view)) if key.startswith("step.")] == ["step.0"]


@pytest.mark.parametrize("scene_id", SCENES)
def test_every_scene_can_be_drawn_from_beginning_to_end(scene_id: str) -> None:
    numbers: tuple[int, ...] = ()
    for _ in range(5):
        view = at(DEMO, place(scene_id, numbers))
        assert_drawn(rehearsal, DEMO, unfolded=view.unfolded)
        if not answers(rehearsal(view)):
            break
        numbers = (*numbers, len(answers(rehearsal(view))) - 1)
    else:
        pytest.fail("no ending")


def test_the_list_can_be_drawn() -> None:
    assert_drawn(rehearsal, Case())
    assert_drawn(rehearsal, DEMO)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases(lists=("debts", "missed", "income", "costs", "plans", "terms", "offers", "agreements")))
def test_no_case_is_too_incomplete(case: Case) -> None:
    for each in ("clear-arrears", "landlord", "fraud"):
        assert answers(rehearsal(at(case, place(each))))
