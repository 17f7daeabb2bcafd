"""`questions`: nothing is left out, in any of its forms."""

import pytest

from negotiator_tui.case.case import LISTS, TABLES
from negotiator_tui.case.questions import questions
from negotiator_tui.case.stages import STAGES

from .conftest import Run


def test_json_has_every_question(run: Run) -> None:
    made = run("questions", "--json", "--lang", "en").json
    found = {(each["table"], each["name"]) for each in made}
    asked = {name for stage in STAGES for page in stage.pages for name in page.asks} | {"missed", "rungs"}
    wanted = {
        (name, each.name.removesuffix("_")) for name in asked for each in questions(TABLES.get(name) or LISTS[name])
    }
    assert found == wanted
    stages = [each["stage"] for each in made]
    assert list(dict.fromkeys(stages)) == ["Understand", "Plan", "Materials", "Negotiate", "Follow up"]


@pytest.mark.parametrize("lang", ["zh_Hans", "zh_Hant", "en"])
def test_list_and_sheet_say_the_same(lang: str, run: Run) -> None:
    made = run("questions", "--json", "--lang", lang).json
    for ran in (run("questions", "--lang", lang), run("questions", "--print", "--lang", lang)):
        assert ran.code == 0
        joined = ran.out.replace("\n", "").replace(" ", "")
        for each in made:
            assert each["label"].replace(" ", "") in joined
            assert each["help"].replace(" ", "") in joined


def test_the_sheet_has_room_for_a_pen_and_the_list_has_none(run: Run) -> None:
    listed, sheet = run("questions").out, run("questions", "--print").out
    assert "____" in sheet
    assert "[ ] " in sheet
    assert "____" not in listed
