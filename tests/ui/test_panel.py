"""The budget as three lines: no amount loses a figure, however it is introduced."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from negotiator_tui.case.case import Case
from negotiator_tui.case.kinds import Every, Side
from negotiator_tui.case.lines import Income
from negotiator_tui.text.language import LANGUAGES, Lang
from negotiator_tui.ui.panel import strip_entries
from negotiator_tui.ui.view import View


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("amount", ["3800.00", "999999.99", "12345678.90"])
def test_an_amount_stands_whole_in_the_strip(lang: Lang, amount: str) -> None:
    case = Case(income=(Income(id="i1", side=Side.HOME, amount=Decimal(amount), every=Every.MONTH),))
    view = View(case, datetime(2026, 11, 23, 12, 0), lang)
    assert view.today == date(2026, 11, 23)
    first = strip_entries(view, view.budget, 80)[0]
    text = "".join(span.text for span in first.words)
    assert f"{Decimal(amount):,} " in text
