"""Paragraphs whose later lines begin under the first word."""

from hypothesis import given
from hypothesis import strategies as st

from negotiator_tui.ui.ink import Span
from negotiator_tui.ui.pages.hanging import beside, hanging, numbered

from .drawn import words


def test_later_lines_begin_under_the_first_word() -> None:
    assert words([hanging(Span(" 1  "), "aaa bbb ccc")], 16) == "   1  aaa bbb\n      ccc"


def test_numbers_stand_under_each_other() -> None:
    lines = words(numbered(["甲"] * 10), 20).splitlines()
    assert (lines[0], lines[9]) == ("   1  甲", "  10  甲")


def test_what_they_are_about_stands_in_one_column() -> None:
    text = words(beside([("First", "go"), ("Take care", "stay"), ("Then", "")], indent=2), 40)
    assert text == "    First      go\n    Take care  stay"


@given(st.text(max_size=80), st.integers(0, 8), st.integers(58, 80))
def test_no_line_is_wider_than_there_is_room(text: str, indent: int, width: int) -> None:
    row = hanging(Span("- "), text, indent=indent)
    assert words([row], width).count("\n") <= len(text) + 1
