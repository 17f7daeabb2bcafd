"""Breaking lines in terminal cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from negotiator_tui.text.cells import NOT_AT_END, NOT_AT_START
from negotiator_tui.ui.ink import Span, even_quotes, fit, right, width_of, wrap


def _text(words: tuple[Span, ...]) -> str:
    return "".join(span.text for span in words)


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("", 10, [""]),
        ("每月还一千元", 8, ["每月还一", "千元"]),
        ("他说可以，我同意。", 8, ["他说可", "以，我同", "意。"]),
        ("付（一千元）", 4, ["付", "（一", "千", "元）"]),
        ("pay 1,000 yuan", 9, ["pay 1,000", "yuan"]),
        ("每月给您 1,000 元，", 14, ["每月给您", "1,000 元，"]),
        ("一共 40 个月", 8, ["一共", "40 个月"]),
        ("第 3 first", 4, ["第 3", "firs", "t"]),
        ("一行\n\n三行", 10, ["一行", "", "三行"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    ],
)
def test_wrap_breaks_where_people_read(text: str, cells: int, lines: list[str]) -> None:
    assert [_text(each) for each in wrap(text, cells)] == lines


@given(st.text(alphabet="每月还abc ，。（）12\n", max_size=60), st.integers(min_value=6, max_value=30))
def test_wrap_loses_nothing_but_spaces(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert "".join(_text(each) for each in lines).replace(" ", "") == text.replace("\n", "").replace(" ", "")


@pytest.mark.parametrize("cells", range(8, 24))
def test_lines_begin_and_end_as_chinese_lines_do(cells: int) -> None:
    text = "您好，我是陈某。（合同尾号 4417）店里收入下降，本期没能按时还；我愿意还款，正在整理收支：“请列明细”。"
    lines = [_text(each) for each in wrap(text, cells)]
    assert not [each for each in lines[1:] if each[0] in NOT_AT_START]
    assert not [each for each in lines[:-1] if each[-1] in NOT_AT_END]


@given(st.text(max_size=40), st.integers(min_value=1, max_value=30))
def test_fit_and_right_take_exactly_the_cells(text: str, cells: int) -> None:
    assert cell_len(fit(text, cells)) == cells
    assert cell_len(right(text, cells)) == cells


def test_a_cut_is_shown() -> None:
    assert fit("浙江网商银行股份有限公司", 10) == "浙江网商.."


def test_styles_survive_the_break() -> None:
    lines = wrap((Span("至少 ", "dim"), Span("三千元整", "warn")), 8)
    assert lines[0][-1].style == "warn"
    assert all(width_of(each) <= 8 for each in lines)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("“先还一部分再谈”", "「先还一部分再谈」"), ("“12.345” is long", '"12.345" is long'), ("没有引号", "没有引号")],
)
def test_quotes_take_the_cells_they_are_counted_as(text: str, shown: str) -> None:
    assert Span(text).text == shown
    assert fit(text, 40).rstrip() == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("看“违约责任”一条", "看「违约责任」一条"),
        ("“a.csv”的列", "「a.csv」的列"),
        ("选好 “alipay.csv” 再读", '选好 "alipay.csv" 再读'),
        ("rate, days, “breach” (违约责任).", 'rate, days, "breach" (违约责任).'),
        ("Message to “网商贷”", "Message to 「网商贷」"),
    ],
)
def test_curly_quotes_are_corners_only_among_chinese(text: str, shown: str) -> None:
    assert even_quotes(text) == shown
