"""Rehearsals: every way through every scene ends, in every language, and a scene from outside cannot do harm."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import negotiator_tui.guide
from negotiator_tui.case.demo import demo_case
from negotiator_tui.case.kinds import Cause
from negotiator_tui.guide.content import structure, texts
from negotiator_tui.guide.debt_kind import ROLES
from negotiator_tui.guide.rehearsal import SCENES, Rehearsal, back, begin, choose, scene, walked
from negotiator_tui.guide.rehearsal_words import Sums, debt_for, pressed, scene_values, sums_of
from negotiator_tui.guide.scene import KINDS, PLACEHOLDERS, Ending, Scene, Turn, filled, read_scene, scene_of
from negotiator_tui.text.fault import Fault, sentence
from negotiator_tui.text.language import LANGUAGES, Lang
from tests.guide.cases import BUSINESS, OVERDUE, TODAY, case, debt
from tests.guide.test_content import FORBIDDEN

FOLDER = Path(negotiator_tui.guide.__file__).parent
ONE_BREATH = 46
"""Characters of a Chinese line that is said; its placeholders count as they are written."""
NOT_A_PROMISE = "保证金"

OWN = """
title = "租车公司来电"
about = "先要文字"

[turn.open]
says = "押金不退了，您还欠 {sum_old}。"
[turn.open.choice.ask]
say = "请把明细发我。"
why = "先看明细。"
to = "more"
did = ["writing"]
[turn.open.choice.pay]
say = "好，我付。"
why = "还没看明细。"
to = "paid"
broke = ["line"]

[turn.more]
says = "没有明细。"
[turn.more.choice.note]
say = "那我记下来。"
why = "有痕迹。"
to = "noted"

[end.noted]
kind = "later"
text = "记下来了。"
page = "log"
[end.paid]
kind = "stop"
text = "先停。"
"""


def ways(at: Rehearsal) -> Iterator[Rehearsal]:
    """Every way from here to an ending."""
    here = at.here
    if isinstance(here, Ending):
        yield at
        return
    for number in range(len(here.choice)):
        following = choose(at, number)
        assert isinstance(following, Rehearsal)
        yield from ways(following)


def said(of: Scene) -> list[tuple[str, str]]:
    """Every text of a scene with where it stands."""
    found = [("title", of.title), ("about", of.about), *((f"end.{name}", end.text) for name, end in of.end.items())]
    for name, turn in of.turn.items():
        found.append((f"{name}.says", turn.says))
        for answer, each in turn.choice.items():
            found += [(f"{name}.{answer}.say", each.say), (f"{name}.{answer}.why", each.why)]
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("scene_id", SCENES)
def test_every_branch_ends_and_every_turn_and_ending_is_reached(scene_id: str, lang: Lang) -> None:
    one = scene(scene_id, lang)
    found = list(ways(begin(one)))
    assert len(found) >= 6
    assert {step.turn for way in found for step in way.steps} == set(one.turn)
    assert {way.steps[-1].choice.to for way in found} == set(one.end)
    assert max(len(way.answers) for way in found) <= 4
    assert sum(len(way.answers) >= 2 for way in found) > len(found) / 2
    values = scene_values(case(), None, TODAY, lang)
    for way in found:
        for text in (*(step.says for step in way.steps), *(step.choice.say for step in way.steps), way.here.text):
            assert "{" not in filled(text, values)


@pytest.mark.parametrize("scene_id", SCENES)
def test_there_is_more_than_one_good_way_and_more_than_one_to_learn_from(scene_id: str) -> None:
    found = list(ways(begin(scene(scene_id, "zh_Hans"))))
    clean = [way for way in found if not any(step.choice.broke for step in way.steps)]
    assert len(clean) >= 2
    assert len({way.here.kind for way in found}) >= 2 or scene_id in {"transferred", "fraud"}


def test_all_three_kinds_of_ending_are_there_and_the_first_answer_is_not_always_the_best() -> None:
    ends = [end.kind for each in SCENES for end in scene(each, "en").end.values()]
    assert set(ends) == set(KINDS)
    turns = [turn for each in SCENES for turn in scene(each, "en").turn.values()]
    spoiled = [bool(next(iter(turn.choice.values())).broke) for turn in turns]
    assert any(spoiled)
    assert not all(spoiled)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("scene_id", SCENES)
def test_a_scene_has_the_same_parts_in_every_language(scene_id: str, lang: Lang) -> None:
    def parts(table: Any) -> Any:
        return {name: parts(value) if hasattr(value, "items") else "" for name, value in table.items()}

    assert parts(texts(f"scenes/{scene_id}", lang)) == parts(texts(f"scenes/{scene_id}", "zh_Hans"))
    master, other = scene(scene_id, "zh_Hans"), scene(scene_id, lang)
    for (where, text), (_, same) in zip(said(master), said(other), strict=True):
        assert {name for name in PLACEHOLDERS if f"{{{name}}}" in text} == {
            name for name in PLACEHOLDERS if f"{{{name}}}" in same
        }, where


def test_every_file_is_a_scene_and_every_scene_rests_on_known_facts() -> None:
    for folder in (FOLDER, *(FOLDER / lang for lang in LANGUAGES)):
        assert sorted(path.stem for path in (folder / "scenes").glob("*.toml")) == sorted(SCENES)
    for each in SCENES:
        one = scene(each, "en")
        assert set(one.facts) <= set(structure("facts")), each
        assert set(one.roles) <= set(ROLES), each
        assert one.facts, each


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_that_promises_blames_or_claims_a_victory(lang: Lang) -> None:
    more = {"en": ["you won", "score", "wrong!"]}.get(lang, ["赢", "贏", "得分", "失败", "失敗", "错误", "錯誤"])
    for each in SCENES:
        for where, text in said(scene(each, lang)):
            for word in (*FORBIDDEN[lang].split(), *more):
                assert word not in text.casefold().replace(NOT_A_PROMISE, ""), (each, where, word)


def test_chinese_lines_can_be_said_in_one_breath_and_have_chinese_marks() -> None:
    for each in SCENES:
        for where, text in said(scene(each, "zh_Hans")):
            assert len(text) <= (60 if where.startswith("end.") else ONE_BREATH), (each, where, len(text))
            assert not set(",;!?") & set(text), (each, where)


def test_the_walk_can_be_taken_up_from_any_turn() -> None:
    one = scene("pay-first", "en")
    way = next(way for way in ways(begin(one)) if len(way.answers) == 3)
    for turns in range(4):
        assert back(way, turns).answers == way.answers[:turns]
        assert walked(one, way.answers[:turns]) == back(way, turns)
    assert back(way, 0) == begin(one)
    assert back(way, -1) == begin(one)
    assert isinstance(begin(one).here, Turn)


@pytest.mark.parametrize("number", [-1, 3, 10**9])
def test_an_answer_that_is_not_there_is_refused(number: int) -> None:
    assert isinstance(choose(begin(scene("pay-first", "en")), number), Fault)


def test_after_the_ending_there_are_no_answers() -> None:
    way = next(ways(begin(scene("fraud", "en"))))
    assert isinstance(choose(way, 0), Fault)
    assert walked(way.scene, (*way.answers, 0, 0)) == way


def test_what_is_taken_back_no_longer_counts_as_broken() -> None:
    one = scene("landlord", "zh_Hans")
    ways_there = {tuple(step.choice.to for step in way.steps): way for way in ways(begin(one))}
    mended = next(way for to, way in ways_there.items() if to[:2] == ("weekend", "trust"))
    kept = next(way for to, way in ways_there.items() if to == ("weekend", "borrowed"))
    assert (mended.broken, mended.mended) == (frozenset(), {"line"})
    assert (kept.broken, kept.mended) == ({"line"}, frozenset())


def test_figures_of_the_case_fill_a_scene() -> None:
    loan = debt(**BUSINESS, **OVERDUE, lender="某银行", contract_tail="4417", outstanding=Decimal(48000))
    ladder = {"debt": "d1", "line": Decimal(1000)}
    missed = [{"debt": "d1", "due": date(2026, 10, 31), "principal": Decimal("3711.63"), "interest": Decimal(648)}]
    one = case(debts=[loan], hardship={"cause": "roadworks"}, ladders=[ladder], missed=missed)
    values = scene_values(one, loan, TODAY, "zh_Hans")
    assert filled("每月 {sum_monthly}，逾期 {sum_overdue}", values) == "每月 1,000 元，逾期 4,359.63 元"
    assert filled("先还 {sum_over}，我们再看", values) == "先还 2,000 元，我们再看"
    assert (values["bank"], values["tail"], values["reply_by"]) == ("某银行", "4417", "11月30日")
    assert values["cause"] != scene_values(case(), None, TODAY, "zh_Hans")["cause"]
    starred = scene_values(one, loan, TODAY, "zh_Hans", stars="****")
    assert (starred["sum_monthly"], starred["sum_over"], starred["sum_old"]) == ("**** 元", "**** 元", "**** 元")


def test_without_figures_the_words_stay_neutral() -> None:
    values = scene_values(case(), None, TODAY, "zh_Hans")
    assert filled("每月能拿 {sum_monthly}。先还 {sum_over}，", values) == "每月能拿〔我算好的数〕。先还一大笔，"
    for cause in Cause:
        told = scene_values(case(hardship={"cause": cause}), None, TODAY, "zh_Hans")["cause"]
        assert (told == values["cause"]) == (cause in {Cause.MISJUDGED, Cause.OTHER})
    misjudged = case(hardship={"cause": "misjudged"})
    assert scene_values(misjudged, None, TODAY, "zh_Hans")["cause"] == values["cause"]


def test_the_first_ask_comes_before_the_plan_and_a_share_before_nothing() -> None:
    demo = demo_case(TODAY)
    loan, _, bill, rent, _ = demo.debts
    assert sums_of(demo, loan, TODAY) == Sums(Decimal("1000.00"), demo.ladders[0].line, Decimal("4359.63"))
    plain = demo.model_copy(update={"ladders": (), "rungs": ()})
    assert sums_of(plain, loan, TODAY).monthly == Decimal("1000.00")
    assert sums_of(demo, rent, TODAY).monthly == rent.agreed_monthly
    assert sums_of(demo, bill, TODAY).monthly is None, "what is not overdue is offered no share"
    late = bill.model_copy(update={"overdue": "yes"})
    assert sums_of(case(debts=[late]), late, TODAY) == Sums()
    pressed_for = scene_values(demo, loan, TODAY, "en")["sum_over"]
    assert pressed_for == "2,100 yuan", "twice the line of 1,028, not of the 1,000 that are offered"


def test_a_scene_for_landlords_takes_the_rent() -> None:
    demo = demo_case(TODAY)
    assert debt_for(scene("landlord", "en"), demo.debts[0], demo) == demo.debts[3]
    assert debt_for(scene("fraud", "en"), demo.debts[0], demo) == demo.debts[0]
    assert debt_for(scene("landlord", "en"), None, case()) is None


def test_the_last_day_of_the_calendar_can_be_practised_on() -> None:
    assert set(scene_values(case(), None, date(2100, 12, 31), "en")) == set(PLACEHOLDERS)


@pytest.mark.parametrize(("monthly", "more"), [("1000", "2000"), ("999.99", "2000"), ("0.01", "100"), ("40", "100")])
def test_what_is_pressed_for_is_above_the_line(monthly: str, more: str) -> None:
    assert pressed(Decimal(monthly)) == Decimal(more)
    assert pressed(Decimal(monthly)) > Decimal(monthly)


# Scenes of an adviser


def own(old: str = "", new: str = "") -> Scene | Fault:
    assert old in OWN
    return read_scene(OWN.replace(old, new, 1) if old else OWN, "租车")


def test_an_advisers_scene_is_one_file_with_its_texts_inside() -> None:
    found = own()
    assert isinstance(found, Scene)
    assert {way.here.kind for way in ways(begin(found))} == {"later", "stop"}


@pytest.mark.parametrize(
    ("old", "new", "code", "named"),
    [
        ('to = "noted"', 'to = "nowhere"', "scene.dead-end", ["turn.more.choice.note", "nowhere"]),
        ('to = "noted"', 'to = "open"', "scene.loop", ["open > more > open"]),
        ('to = "noted"', 'to = "more"', "scene.loop", ["more > more"]),
        ('says = "没有明细。"', "", "scene.missing", ["turn.more.says"]),
        ('why = "有痕迹。"', 'why = ""', "scene.missing", ["turn.more.choice.note.why"]),
        ('title = "租车公司来电"', "", "scene.missing", ["title"]),
        ("{sum_old}", "{outstanding}", "scene.placeholder", ["{outstanding}", "turn.open.says", "sum_old"]),
        ("{sum_old}", "{sum_old.__class__}", "scene.placeholder", ["__class__"]),
        ("{sum_old}", "{sum_old:>9999999}", "scene.placeholder", ["9999999"]),
        ("{sum_old}", "{", "scene.placeholder", ["turn.open.says"]),
        ('did = ["writing"]', 'did = ["shouting"]', "scene.value", ["turn.open.choice.ask.did"]),
        ('did = ["writing"]', "command = 'rm'", "scene.unknown", ["turn.open.choice.ask.command"]),
        ('kind = "later"', 'kind = "won"', "scene.value", ["end.noted.kind"]),
        ('page = "log"', 'page = "https://x"', "scene.page", ["https://x"]),
        ('about = "先要文字"', 'about = "x"\nfacts = ["AUTO-1"]', "scene.named", ["facts", "AUTO-1"]),
        ('about = "先要文字"', 'about = "x"\nroles = ["mafia"]', "scene.named", ["roles", "mafia"]),
        ("[end.paid]", "[end.more]", "scene.twice", ["more"]),
        ('say = "好，我付。"', "say = '" + "好" * 401 + "'", "scene.too-long", ["turn.open.choice.pay.say"]),
        ('say = "好，我付。"', "say = 3", "scene.value", ["turn.open.choice.pay.say"]),
        ("[turn.more]", "[turn.more", "scene.toml", ["18"]),
        ('about = "先要文字"', "about = " + "[" * 5000, "scene.nested", ["租车"]),
        ('text = "先停。"', 'text = "先停。', "scene.toml", ["租车"]),
    ],
)
def test_what_is_wrong_with_a_scene_is_named_in_one_sentence(old: str, new: str, code: str, named: list[str]) -> None:
    found = own(old, new)
    assert isinstance(found, Fault)
    assert found.code == code
    for lang in LANGUAGES:
        words = sentence(found, lang)
        assert "租车" in words
        assert "\n" not in words
        for each in named:
            assert each in words


def test_a_turn_without_answers_is_a_dead_end_too() -> None:
    text = OWN[: OWN.index("[turn.more.choice.note]")] + OWN[OWN.index("[end.noted]") :]
    found = read_scene(text, "x")
    assert isinstance(found, Fault)
    assert (found.code, dict(found.args)["where"]) == ("scene.no-answers", "turn.more")


def test_a_long_way_round_is_found_without_walking_every_way() -> None:
    choices = {str(n): {"say": "a", "why": "b"} for n in range(9)}
    turns = {
        f"t{n}": {"says": "x", "choice": {key: {**each, "to": f"t{n + 1}"} for key, each in choices.items()}}
        for n in range(59)
    }
    last = {"says": "x", "choice": {"0": {"say": "a", "why": "b", "to": "end"}}}
    table = {"title": "t", "about": "a", "turn": {**turns, "t59": last}, "end": {"end": {"kind": "later", "text": "x"}}}
    assert isinstance(scene_of(table, "long"), Scene)
    last["choice"]["0"]["to"] = "t0"
    found = scene_of(table, "long")
    assert isinstance(found, Fault)
    assert found.code == "scene.loop"
    more = scene_of({**table, "turn": {**table["turn"], "t60": last}}, "long")
    assert isinstance(more, Fault)
    assert more.code == "scene.too-many"


def test_what_a_terminal_would_obey_is_taken_out_of_a_scene() -> None:
    found = own("没有明细。", "\\u001b[31m[bold]没有\\u202e明细")
    assert isinstance(found, Scene)
    assert "\x1b" not in found.turn["more"].says
    assert "\u202e" not in found.turn["more"].says
    assert "[bold]" in found.turn["more"].says


_words = st.sampled_from(["open", "more", "noted", "", "{sum_old}", "{x}", "\x1b]0;x\x07", "[red]", "a" * 500, "￿"])
_values = st.recursive(
    _words | st.integers() | st.booleans() | st.floats() | st.none() | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_words, inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_no_table_is_too_strange(data: st.DataObject) -> None:
    import tomllib

    table = tomllib.loads(OWN)
    for _ in range(data.draw(st.integers(1, 3))):
        place: Any = table
        for _ in range(data.draw(st.integers(0, 4))):
            inner = [each for each in place.values() if isinstance(each, dict) and each]
            if not inner:
                break
            place = data.draw(st.sampled_from(inner))
        key = data.draw(st.sampled_from([*place, "to", "extra"]))
        place[key] = data.draw(_values)
    found = scene_of(table, "x")
    if isinstance(found, Fault):
        assert all("\x1b" not in sentence(found, lang) for lang in LANGUAGES)
    else:
        assert all(isinstance(way.here, Ending) for way in ways(begin(found)))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200) | st.binary(max_size=200).map(lambda each: each.decode("latin-1")))
@example("a = " + "9" * 5000)
@example("title = 1e999999999")
@example("a.b.c.d = {}\n" * 2)
def test_no_text_is_too_strange(text: str) -> None:
    assert isinstance(read_scene(text, "x"), Fault)
    assert isinstance(read_scene(OWN + text, "x"), Fault | Scene)


def test_a_walk_is_a_value() -> None:
    at = begin(scene("fraud", "en"))
    assert replace(at, answers=(0,)) == choose(at, 0)
    assert at.answers == ()
