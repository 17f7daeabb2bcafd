"""Rows drawn at the widths there are."""

import pytest
from rich.cells import cell_len

from negotiator_tui.ui import rows as r
from negotiator_tui.ui.paint import Look, paint

DEBT = (("网商贷", 14, ""), ("房租、货款这类", 14, "dim"), ("48,000.00", -12, ""), ("逾期23天", 18, "warn"))


def _drawn(width: int, parts: tuple[tuple[str, int, str], ...] = DEBT) -> str:
    row = r.ItemRow(r.Target("item", ("debts", "d1")), "", lambda: parts)  # type: ignore[arg-type, return-value]
    return "".join(span.text for span in paint(row, Look(width, "zh_Hans"))[0])


@pytest.mark.parametrize("width", [42, 50, 58, 62, 80])
def test_no_width_cuts_the_amount_of_an_item_or_hides_that_it_is_overdue(width: int) -> None:
    assert "48,000.00" in _drawn(width)
    assert "逾期23天" in _drawn(width)


def test_columns_of_a_narrow_list_stand_below_each_other() -> None:
    other = (("房东", 14, ""), ("贷款", 14, "dim"), ("6,400.00", -12, ""), ("按时", 18, "dim"))
    places = {cell_len(line[: line.index(".00")]) for line in (_drawn(42), _drawn(42, other))}
    assert len(places) == 1
