"""`rehearse`: scenes in plain text, answers by number from a pipe."""

import io
from pathlib import Path

import pytest

from negotiator_tui.guide.rehearsal import SCENES, scene
from negotiator_tui.guide.scene import read_scene
from tests.guide.test_rehearsal import OWN

from .conftest import Run, refused


class Typed(io.StringIO):
    """What is piped in, as bytes."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.buffer = io.BytesIO(data)


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> object:
    return lambda data: monkeypatch.setattr("sys.stdin", Typed(data))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "home" / "config" / "scenes"
    folder.mkdir(parents=True)
    (folder / "租车.toml").write_text(OWN, encoding="utf-8")
    (folder / "circle.toml").write_text(OWN.replace('to = "noted"', 'to = "open"'), encoding="utf-8")
    return folder


def test_the_list_names_every_scene_and_what_is_wrong_with_the_others(run: Run, own: Path) -> None:
    listed = run("rehearse", "--list", "--lang", "zh")
    assert listed.code == 0
    for name in SCENES:
        assert f"\n{name} " in "\n" + listed.out
    assert "租车公司来电" in listed.out
    assert "open > more > open" in listed.out
    assert str(own) in listed.out
    data = run("rehearse", "--list", "--json").json
    assert [each["id"] for each in data["scenes"]] == [*SCENES, "租车"]
    assert [each["own"] for each in data["scenes"]] == [False] * len(SCENES) + [True]
    assert len(data["not_usable"]) == 1
    assert data["folder"] == str(own)


def test_a_scene_is_walked_to_its_end(run: Run, typed: object) -> None:
    typed("２\n1\n".encode())
    walked = run("rehearse", "landlord", "--lang", "en")
    assert walked.code == 0
    assert "They: You are two months behind." in walked.out
    assert "You: " in walked.out
    assert "In the whole call:" in walked.out


def test_the_end_of_the_input_ends_it_politely(run: Run, typed: object) -> None:
    typed(b"1")
    ended = run("rehearse", "pay-first", "--lang", "en")
    assert (ended.code, ended.err) == (0, "")
    assert "Stopped here" in ended.out
    typed(b"")
    assert "Stopped here" in run("rehearse", "pay-first", "--lang", "en").out


@pytest.mark.parametrize("line", [b"9", b"", b"-1", b"one", b"\xff\xfe", b"1" * 5000, b"\x1b[2J", b"1.0", b"99999999"])
def test_what_is_no_answer_is_said_and_asked_again(run: Run, typed: object, line: bytes) -> None:
    typed(line[:900] + b"\n")
    asked = run("rehearse", "pay-first", "--lang", "en")
    assert asked.code == 0
    assert "There is no answer" in asked.out
    assert asked.out.count("They: Pay ") == 2
    assert "\x1b" not in asked.out


def test_nought_takes_an_answer_back(run: Run, typed: object) -> None:
    typed(b"0\n2\n0\n2\n")
    out = run("rehearse", "pay-first", "--lang", "en").out
    assert out.count("They: Pay ") == 3
    assert out.count("You: ") == 2


def test_a_scene_of_ones_own_and_one_that_goes_in_circles(run: Run, own: Path, typed: object) -> None:
    typed(b"2\n")
    assert "先停。" in run("rehearse", "租车", "--lang", "zh").out
    refused(run("rehearse", "circle"), "circle", "open > more > open")


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_as_the_file_to_write_ones_own_from(run: Run, name: str) -> None:
    printed = run("rehearse", name, "--toml", "--lang", "zh")
    assert printed.code == 0
    assert read_scene(printed.out, name) == scene(name, "zh_Hans")


def test_a_scene_as_json_and_one_that_is_not_there(run: Run) -> None:
    data = run("rehearse", "fraud", "--json", "--lang", "en").json
    assert data["id"] == "fraud"
    assert set(data["turn"]["open"]["choice"]) == {"official", "install", "fee"}
    refused(run("rehearse", "no-such-scene"), "no-such-scene", "rehearse --list")


def test_the_figures_of_a_case(run: Run, demo: Path, typed: object) -> None:
    typed(b"")
    with_figures = run("rehearse", "pay-first", "--case", str(demo), "--today", "2026-11-23", "--lang", "en")
    assert "Pay 2,100 yuan first" in with_figures.out
    assert "I can pay 1,000 yuan a month." in with_figures.out
    typed(b"")
    of_card = run("rehearse", "pay-first", "--case", str(demo), "--debt", "d2", "--today", "2026-11-23", "--lang", "en")
    assert "I can pay 439.36 yuan a month." in of_card.out
    refused(run("rehearse", "pay-first", "--debt", "d1"), "--debt", "--case")
    refused(run("rehearse", "pay-first", "--case", "nowhere.toml"), "nowhere.toml")
    refused(run("rehearse", "pay-first", "--case", str(demo), "--debt", "d9"), "d9")
