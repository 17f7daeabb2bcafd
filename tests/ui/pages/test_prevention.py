"""From now on."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.choosing import choice
from negotiator_tui.ui.pages.prevention import GROUPS, credit_dates
from negotiator_tui.ui.pages.routes import prevention

from .drawn import TODAY, D, actions, assert_drawn, case_of, cases, flat, seen

DEMO = demo_case(TODAY)


def _opened(case: Case, group: str, *, lang: str = "en", hide: bool = False) -> list[r.Row]:
    mark = choice(seen(case), "prevention", group)
    return prevention(seen(case, unfolded=frozenset({mark}), lang=lang, hide=hide))


def test_five_groups_and_the_first_is_open() -> None:
    rows = prevention(seen(Case()))
    assert list(actions(rows))[:1] == ["prevention.need"]
    assert [key for key in actions(rows) if key.startswith("prevention.")] == [f"prevention.{each}" for each in GROUPS]
    assert "Can it wait three months?" in flat(rows)


def test_the_need_check_names_the_worst_month() -> None:
    assert "In your worst month 3,000 yuan is there for all debts" in flat(_opened(DEMO, "need"))


def test_an_unknown_figure_is_not_a_blank_but_a_way_to_its_answer() -> None:
    rows = _opened(Case(), "need")
    assert "〔" not in flat(rows)
    assert "can the instalment be paid?" in flat(rows)
    assert any(row.target and row.target.path == ("first", "takings") for row in actions(rows).values())


def test_habits_carry_float_and_reserve() -> None:
    text = flat(_opened(DEMO, "habit"))
    assert "It opens the shop tomorrow: 3,000 yuan." in text
    assert "At the moment 418.25 yuan is kept." in text


def test_figures_are_hidden_where_amounts_are() -> None:
    text = flat(_opened(DEMO, "habit", hide=True))
    assert "3,000" not in text
    assert "418" not in text


def test_a_little_more_a_month_is_counted_on_the_plan() -> None:
    text = flat(_opened(DEMO, "extra"))
    assert "With 100 yuan more a month this one ends about" in text
    assert "100 yuan more" not in flat(_opened(Case(), "extra"))


@pytest.mark.parametrize("group", GROUPS)
def test_no_group_shows_a_blank(group: str) -> None:
    for case in (Case(), DEMO):
        for lang in ("en", "zh_Hans", "zh_Hant"):
            assert "〔" not in flat(_opened(case, group, lang=lang))


def test_the_credit_report_has_its_dates() -> None:
    assert "Not looked at yet" in flat(_opened(Case(), "credit"))
    case = case_of(reviews=[{"credit_report_on": date(2026, 10, 2)}])
    assert "Last looked at on 2026-10-02; 1 of 2 free ones" in flat(_opened(case, "credit"))


def test_a_settled_agreement_names_the_day_its_entry_should_be_gone() -> None:
    paid = [{"agreement": "a1", "due": date(2026, 9, 5), "paid_on": date(2026, 9, 4)} for _ in range(2)]
    paid.append({"agreement": "a1", "due": date(2026, 10, 5), "paid_on": date(2026, 10, 6)})
    case = case_of(agreements=[{"signed_on": date(2026, 8, 1)}], payments=paid)
    words = "The agreement of 2026-08-01 was settled on 2026-10-06: look after 2031-10-06"
    assert words in flat(_opened(case, "credit"))
    unpaid = case_of(agreements=[{}], payments=[*paid, {"agreement": "a1", "due": date(2026, 11, 5)}])
    assert "was settled" not in flat(_opened(unpaid, "credit"))
    assert "was settled" not in flat(_opened(case_of(agreements=[{}]), "credit"))


def test_how_long_an_entry_stays_is_told_to_those_who_are_overdue() -> None:
    assert "五年" in flat(_opened(DEMO, "credit", lang="zh_Hans"))
    calm = case_of(debts=[{"name": "信用卡", "shape": "card", "overdue": "no"}])
    assert "五年" not in flat(_opened(calm, "credit", lang="zh_Hans"))


def test_the_closed_window_is_not_offered() -> None:
    text = flat(_opened(DEMO, "credit", lang="zh_Hans"))
    assert "这个日子已经过了" in text


@pytest.mark.parametrize("group", GROUPS)
def test_it_can_be_drawn(group: str) -> None:
    for case in (Case(), DEMO):
        assert_drawn(prevention, case, unfolded=frozenset({choice(seen(case), "prevention", group)}))


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases(lists=("debts", "income", "costs", "plans", "terms", "agreements", "payments", "reviews")))
def test_no_case_is_too_incomplete(case: Case) -> None:
    for group in GROUPS:
        assert _opened(case, group)


def test_the_borrower_s_own_months_are_told_and_without_them_how_to_get_some() -> None:
    months = [{"month": f"2026-{month:02}", "takings": D(taken), "shop_costs": D(600), "home_costs": D(300)}
              for month, taken in zip(range(5, 11), (1000, 1200, 1100, 900, 800, 1000), strict=True)]  # fmt: skip
    case = case_of(own_months=months)
    opened = frozenset({choice(seen(case), "prevention", "habit")})
    rows = prevention(seen(case, unfolded=opened))
    text = flat(rows)
    assert "6 months out of your statements" in text
    assert "The later months took 18.2% less than the earlier ones." in text, "900 in the middle against 1,100"
    assert "More went out than came in: 2026-09." in text
    bare = prevention(seen(case_of(), unfolded=frozenset({choice(seen(case_of()), "prevention", "habit")})))
    assert actions(bare)["statements"].target == r.Target("statements")


def test_before_any_borrowing_the_loan_can_be_set_beside_the_case() -> None:
    assert actions(prevention(seen(case_of())))["new-loan.need"].target == r.Target("new-loan")


def test_an_objection_to_the_credit_report_has_its_twenty_days() -> None:
    case = case_of(reviews=[{"on": TODAY, "disputed_on": date(2026, 11, 20)}])
    assert "2026-12-10" in flat(credit_dates(seen(case)))
