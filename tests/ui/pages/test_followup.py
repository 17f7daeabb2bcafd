"""The check-up."""

from datetime import date
from decimal import Decimal

from hypothesis import HealthCheck, given, settings

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.app import Negotiator
from negotiator_tui.ui.pages.followup import checkup_notes
from negotiator_tui.ui.pages.record import checkup
from tests.ui.harness import wizard

from .drawn import TODAY, D, actions, assert_drawn, case_of, cases, figures, flat, headings, seen

DEMO = demo_case(TODAY)
DEFICIT = case_of(
    first={"takings": D(20000), "shop_costs": D(24000), "home_costs": D(5000)},
    debts=[{"name": "网商贷", "shape": "loan", "outstanding": D(1000), "rate": D("0.045"), "rate_per": "day"}],
)


def _months(case: Case) -> dict[str, Decimal | None]:
    return {name: value for name, value in figures(checkup_notes(seen(case))).items() if name[:2] == "20"}


def test_the_next_three_months_stand_with_what_is_left() -> None:
    """In a plain month 3,764.25 is there for debts less 750 rent, 650 supplier, 1,000 plan; bad months leave 600."""
    assert list(_months(DEMO)) == ["2026-12", "2027-01", "2027-02"]
    assert _months(DEMO)["2027-02"] == D("600.00")


def test_the_plan_is_taken_off_until_it_is_agreed() -> None:
    without = DEMO.model_copy(update={"plans": (), "terms": ()})
    planned, unplanned = _months(DEMO)["2027-02"], _months(without)["2027-02"]
    assert planned is not None
    assert unplanned is not None
    assert unplanned - planned == D("1000.00")


def test_a_month_that_is_short_is_said_plainly() -> None:
    rows = checkup_notes(seen(DEFICIT))
    assert all(value is not None and value < 0 for value in _months(DEFICIT).values())
    assert "short; warn them seven days before" in flat(rows)


def test_without_figures_it_says_which_answers_decide() -> None:
    rows = checkup_notes(seen(Case()))
    assert _months(Case()) == {}
    assert "cannot be told yet" in flat(rows)
    assert any(row.target and row.target.path[:1] == ("first",) for row in actions(rows).values())


def test_a_half_known_case_is_not_called_safe_without_a_word() -> None:
    case = case_of(
        first={"takings": D(30000), "shop_costs": D(20000), "home_costs": D(5000)},
        debts=[{"name": "网商贷", "shape": "loan"}],
    )
    assert "may be too rosy" in flat(checkup_notes(seen(case)))


def test_the_questions_lead_to_where_they_are_answered() -> None:
    rows = actions(checkup_notes(seen(DEMO)))
    pages = {key: row.target.page for key, row in rows.items() if key.startswith("checkup.") and row.target}
    assert pages["checkup.paid"] == "payments"
    assert pages["checkup.holds"] == "plan"
    assert len(pages) >= 8
    assert "How have you slept" in flat(checkup_notes(seen(DEMO)))


def test_the_last_check_up_and_credit_report_are_dated() -> None:
    case = case_of(
        reviews=[
            {"on": date(2026, 10, 20), "credit_report_on": date(2026, 2, 1)},
            {"on": date(2026, 11, 13), "credit_report_on": date(2026, 10, 2)},
        ]
    )
    text = flat(checkup_notes(seen(case)))
    assert "The last one was on 2026-11-13, 10 days ago." in text
    assert "Last looked at on 2026-10-02; 2 of 2 free ones used this year." in text


def test_reports_of_last_year_do_not_count_for_this_one() -> None:
    case = case_of(reviews=[{"on": date(2026, 1, 5), "credit_report_on": date(2025, 12, 30)}])
    assert "0 of 2 free ones" in flat(checkup_notes(seen(case)))


def test_it_can_be_drawn() -> None:
    for case in (Case(), DEMO, DEFICIT):
        assert_drawn(checkup_notes, case, unfolded=frozenset({"grounds.checkup"}))
        assert_drawn(checkup_notes, case, hide=True)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases(lists=("debts", "income", "costs", "plans", "terms", "agreements", "payments", "reviews")))
def test_no_case_is_too_incomplete(case: Case) -> None:
    rows = checkup_notes(seen(case))
    assert any(isinstance(row, r.ActionRow) for row in rows)


def test_the_check_up_compares_with_the_last_one_and_draws_how_it_went() -> None:
    rows = checkup(seen(DEMO))
    assert actions(rows)["add"].command == "review-begin"
    text = flat(rows)
    assert "For debts 3,496.50 3,764.25 +267.75" in text
    assert {"What changed", "Earlier ones"} <= set(headings(rows))
    assert_drawn(checkup, DEMO)
    long = [{"on": date(2025 + (month > 11), month % 12 + 1, 5), "reserve": D(month)} for month in range(20)]
    assert_drawn(checkup, case_of(reviews=long))
    assert "Month by month" in headings(checkup(seen(case_of(reviews=long))))


async def test_a_check_up_begins_with_the_figures_of_the_day_and_is_begun_once_a_day() -> None:
    async with wizard(DEMO, "checkup", ("action", "add"), lang="en") as pilot:
        app = pilot.app
        assert isinstance(app, Negotiator)
        await pilot.press("enter")
        assert app.session.place.path[:2] == ("reviews", "r2")
        made = app.session.case.reviews[-1]
        assert (made.on, made.for_debts, made.safe) == (TODAY, D("3764.25"), D("3000.00"))
        app.perform("review-begin")
        assert len(app.session.case.reviews) == 2
