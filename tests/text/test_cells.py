"""Cells: widths, padding, breaking lines, columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator_tui.text.cells import columns, pad, width, wrap


@pytest.mark.parametrize(
    ("text", "cells"),
    [("", 0), ("abc", 3), ("面馆", 4), ("１２", 4), ("a面b", 4), ("，。", 4), ("e\u0301", 1), ("¥·…—", 4), ("🍜", 2)],
)
def test_width(text: str, cells: int) -> None:
    assert width(text) == cells


def test_pad_fills_by_cells_and_never_cuts() -> None:
    assert pad("面", 4) == "面  "
    assert pad("面", 4, right=True) == "  面"
    assert pad("面馆", 3) == "面馆"


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("门前修路客人少了", 8, ["门前修路", "客人少了"]),
        ("门前修路，客人少", 8, ["门前修", "路，客人", "少"]),
        ("前（后）", 5, ["前", "（后", "）"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("a\n\nb", 10, ["a", "", "b"]),
        ("利率 0.045% 一天", 9, ["利率", "0.045% 一", "天"]),
        ("每月给您 1,000 元，", 14, ["每月给您", "1,000 元，"]),
    ],
)
def test_wrap(text: str, cells: int, lines: list[str]) -> None:
    assert wrap(text, cells) == lines


@given(st.text(alphabet="ab面馆，。 （）1\n", max_size=60), st.integers(min_value=4, max_value=30))
def test_wrapped_lines_fit_and_lose_nothing_but_spaces(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert all(width(line) <= cells for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")


def test_columns_line_up() -> None:
    lines = columns([("面馆", "1.00"), ("a", "10.00")], [False, True])
    assert lines == ["面馆   1.00", "a     10.00"]
