"""The figures kept with a check-up, what changed since, and how they went."""

from datetime import date

from negotiator_tui.finance.reviewed import changes, figures_now, last_review, trends
from tests.ui.pages.drawn import TODAY, D, case_of

BUDGET = {
    "first": {"takings": D(0), "shop_costs": D(0)},
    "income": [{"side": "home", "name": "wage", "amount": D(5000)}],
    "costs": [{"side": "home", "name": "food", "amount": D(3000)}],
}


def test_what_is_kept_is_what_the_budget_says_and_nothing_while_it_says_nothing() -> None:
    assert figures_now(case_of(**BUDGET), TODAY) == {
        "income": D(5000), "costs": D(3000), "for_debts": D(1800), "safe": D(1800),
    }  # fmt: skip
    assert figures_now(case_of(), TODAY) == {}


def test_the_newest_check_up_counts_and_each_figure_is_compared_that_is_known_both_times() -> None:
    case = case_of(
        **BUDGET,
        reviews=[
            {"on": date(2026, 10, 20), "income": D(5200), "for_debts": D("1950.50")},
            {"on": date(2026, 9, 20), "income": D(1)},
            {"income": D(2)},
        ],
    )
    review = last_review(case)
    assert review is not None
    found = changes(review, figures_now(case, TODAY))
    assert [(each.name, each.more) for each in found] == [("income", D("-200.00")), ("for_debts", D("-150.50"))]
    assert last_review(case_of(reviews=[{"income": D(2)}])) is None


def test_trends_run_by_month_the_last_of_a_month_counts_and_one_month_is_none() -> None:
    reviews = [
        {"on": date(2026, 10, 30), "reserve": D(300), "for_debts": D(900)},
        {"on": date(2026, 10, 1), "reserve": D(100), "for_debts": D(800)},
        {"on": date(2026, 9, 1), "reserve": D(50)},
    ]
    found = trends(case_of(**BUDGET, reviews=reviews), TODAY)
    assert [(each.label, each.points) for each in found] == [
        ("For debts", (("2026-10", 90_000), ("2026-11", 180_000))),
        ("Put by for emergencies", (("2026-09", 5_000), ("2026-10", 30_000))),
    ]
