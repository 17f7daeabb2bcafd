"""The lines below the work."""

from negotiator_tui.ui.bars import hint_lines
from negotiator_tui.ui.ink import width_of


def test_a_hint_that_is_cut_says_so() -> None:
    lines = hint_lines(
        "没有这一项。按左右键选，或者打号码、打名字：都没有、收到法院材料、有人上门威胁", 40, 2, wrong=True
    )
    assert len(lines) == 2
    assert "".join(span.text for span in lines[1]).rstrip().endswith("..")
    assert all(width_of(each) <= 40 for each in lines)
    whole = hint_lines("没有这一项。", 40, 2, wrong=True)
    assert "".join(span.text for span in whole[0]).strip() == "没有这一项。"
