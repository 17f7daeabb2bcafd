"""The budget as three lines: no amount loses a figure, however it is introduced."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from negotiator_tui.case.case import Case
from negotiator_tui.case.kinds import Every, Side
from negotiator_tui.case.lines import Income
from negotiator_tui.text.language import LANGUAGES, Lang
from negotiator_tui.ui.panel import entries_of, strip_entries
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


@pytest.mark.parametrize(("worst", "said"), [(None, "bad month (guess)"), ("29500.00", "in a bad month")])
def test_a_bad_month_that_is_only_guessed_says_so(worst: str | None, said: str) -> None:
    case = Case.model_validate(
        {
            "income": [{"id": "i1", "side": "shop", "amount": Decimal(31000)}],
            "costs": [{"id": "c1", "side": "home", "amount": Decimal(5000)}],
            "budget": {"worst_takings": None if worst is None else Decimal(worst)},
        }
    )
    view = View(case, datetime(2026, 11, 23, 12, 0), "en")
    for entries in (entries_of(view, view.budget, 36), strip_entries(view, view.budget, 80)):
        assert any(said in "".join(span.text for span in each.words) for each in entries)


def test_the_strip_says_that_costs_are_not_all_written() -> None:
    case = Case.model_validate(
        {
            "first": {"shop_costs": Decimal(24000)},
            "income": [{"id": "i1", "side": "shop", "amount": Decimal(31000)}],
            "costs": [{"id": "c1", "side": "shop", "amount": Decimal(3200)}],
        }
    )
    view = View(case, datetime(2026, 11, 23, 12, 0), "zh_Hans")
    assert view.budget.unlisted
    assert "支出没写全" in "".join(span.text for span in strip_entries(view, view.budget, 80)[0].words)
    whole = View(case.model_copy(update={"first": Case().first}), datetime(2026, 11, 23, 12, 0), "zh_Hans")
    assert "没写全" not in "".join(span.text for span in strip_entries(whole, whole.budget, 80)[0].words)


@pytest.mark.parametrize(
    ("season", "said"),
    [
        # 30,000 - 9,000 - 4,000 - 3,000 = 14,000, a tenth kept: 12,600 in seven months, five cost 5,000 each: 63,200.
        ("30000.00", "The next twelve together leave 63,200.00 for debts"),
        ("18000.00", "no instalment can come out of this"),  # 1,800 in seven months: 12,600 - 25,000
    ],
)
def test_an_empty_month_of_a_good_year_is_no_deficit(season: str, said: str) -> None:
    open_, closed = (4, 5, 6, 7, 8, 9, 10), (11, 12, 1, 2, 3)
    case = Case.model_validate(
        {
            "income": [
                {"id": "i1", "side": "shop", "amount": Decimal(season), "every": "month", "months": open_},
                {"id": "i2", "side": "shop", "amount": Decimal(2000), "every": "month", "months": closed},
            ],
            "costs": [
                {"id": "c1", "side": "shop", "amount": Decimal(9000), "every": "month", "months": open_},
                {"id": "c2", "side": "shop", "amount": Decimal(4000), "every": "month"},
                {"id": "c3", "side": "home", "amount": Decimal(3000), "every": "month"},
            ],
        }
    )
    view = View(case, datetime(2026, 11, 23, 12, 0), "en")
    text = " ".join("".join(span.text for span in each.words) for each in entries_of(view, view.budget, 36))
    assert said in " ".join(text.split())
