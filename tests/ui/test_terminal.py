"""What the terminal sends: a paste never acts as keys, whatever stands in it and wherever it is cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from negotiator_tui.ui.terminal import GuardedParser

START, END = "\x1b[200~", "\x1b[201~"


def _messages(*chunks: str) -> list[events.Key | events.Paste]:
    parser = GuardedParser()
    return [each for chunk in chunks for each in parser.feed(chunk) if isinstance(each, events.Key | events.Paste)]


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("一千二", "一千二"),
        ("AA\x1bBB\x11CC", "AA�BB�CC"),
        ("a\rb", "a\nb"),
        ("x\x1b[31mred", "x�[31mred"),
        ("two\x1b[201~ends\x11", "twoends�"),
        ("c1\x9b31m", "c1�31m"),
    ],
)
def test_control_characters_in_a_paste_are_text(pasted: str, text: str) -> None:
    found = _messages(START + pasted + END)
    assert [type(each) for each in found] == [events.Paste]
    assert isinstance(found[0], events.Paste)
    assert found[0].text == text


@given(st.text(alphabet="ab\x1b[201~\r\x11中", max_size=20), st.lists(st.integers(0, 40), max_size=4))
def test_a_paste_cut_anywhere_gives_no_control_key(pasted: str, cuts: list[int]) -> None:
    if END in pasted:
        pasted = pasted.replace(END, "")
    data = START + pasted + END
    marks = sorted({min(cut, len(data)) for cut in cuts})
    chunks = [data[a:b] for a, b in zip([0, *marks], [*marks, len(data)], strict=True) if a != b]
    found = _messages(*chunks)
    keys = [each.key for each in found if isinstance(each, events.Key)]
    assert "ctrl+q" not in keys
    assert "enter" not in keys


def test_eight_characters_of_an_input_method_are_eight_keys() -> None:
    found = _messages("浙江网商银行股份")
    assert [each.character for each in found if isinstance(each, events.Key)] == list("浙江网商银行股份")


def test_keys_outside_a_paste_stay_keys() -> None:
    assert [each.key for each in _messages("a\x1b[B\r") if isinstance(each, events.Key)] == ["a", "down", "enter"]
