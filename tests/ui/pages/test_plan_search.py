"""What the page of plans says of the search, in every mode."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.finance.search import searched
from negotiator_tui.finance.search_beyond import beside
from negotiator_tui.finance.search_debt import Mode
from negotiator_tui.text.language import LANGUAGES
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.changes import changed
from negotiator_tui.ui.pages.plan import plan
from negotiator_tui.ui.pages.plan_search import proposal

from .drawn import TODAY, D, actions, assert_drawn, case_of, cases, flat, headings, seen, words

LOAN = {
    "name": "loan",
    "shape": "loan",
    "outstanding": D(24000),
    "overdue": "yes",
    "overdue_principal": D(3900),
    "overdue_interest": D(200),
    "penalty_due": D(50),
    "rate": D(12),
    "rate_per": "year",
    "year_days": "360",
    "months_left": 6,
    "method": "equal-instalment",
    "instalment": D(4100),
    "next_due": date(2026, 12, 20),
    "as_of": TODAY,
}
CARD = {"name": "card", "shape": "card", "outstanding": D(6000), "overdue": "yes"}


def budget_case(*debts: dict[str, Any], worst: int | None = 8000, home: int = 3000, **more: Any) -> Case:
    """A shop and a home that leave 3,600 for debts in usual months and, at a worst month of 8,000, 2,520 in bad ones."""
    return case_of(
        budget={} if worst is None else {"worst_takings": D(worst)},
        debts=list(debts) or [LOAN],
        income=[
            {"name": "till", "side": "shop", "amount": D(10000), "every": "month"},
            {"name": "wage", "side": "home", "amount": D(2000), "every": "month"},
        ],
        costs=[
            {"name": "goods", "side": "shop", "amount": D(4000), "every": "month", "with_sales": "yes"},
            {"name": "rent", "side": "shop", "amount": D(1000), "every": "month"},
            {"name": "food", "side": "home", "amount": D(home), "every": "month"},
        ],
        **more,
    )


def shown(case: Case, *opened: str, **more: Any) -> list[r.Row]:
    """The rows with the search done."""
    return proposal(seen(case, search=searched(case, TODAY), unfolded=frozenset(opened), **more))


def test_nothing_without_a_search_and_one_line_while_it_runs() -> None:
    case = budget_case()
    assert proposal(seen(case)) == []
    (row,) = proposal(seen(case, searching=True))
    assert isinstance(row, r.Note)
    assert "Looking for" in str(row.words)


def test_the_sentence_comes_first_then_the_bad_month_then_what_is_given() -> None:
    text = flat(shown(budget_case()))
    assert "loan: 2," in text
    places = [text.index(each) for each in ("a month; the rate stays", "bad month too", "gives up no money, only time")]
    assert places == sorted(places)
    assert "Use this as a plan" in text
    assert "One step less" not in text


def test_used_it_is_a_plan_with_the_same_terms_and_the_one_to_ask_for() -> None:
    case = budget_case(LOAN, CARD)
    use = actions(shown(case))["found.use"]
    assert use.command == "replace"
    made = changed(case, TODAY, "en", use.argument)
    assert [(each.chosen, each.start) for each in made.plans] == [("yes", None)]
    assert [each.debt for each in made.terms] == ["d1", "d2"]
    found = searched(case, TODAY)
    for term, each in zip(made.terms, found.debts, strict=True):
        best = each.result.recommended if each.result is not None else None
        assert best is not None
        assert (term.method, term.months) == (best.key.method, best.key.months)
    assert made.terms[0].rate is None
    assert made.terms[1].rate == 0
    again = shown(made)
    assert "found.use" not in actions(again)
    assert "It is among your plans" in flat(again)
    page = plan(seen(made, search=searched(made, TODAY)))
    assert "Not covered" not in flat(page)
    assert "Just enough" not in flat(page)


def test_a_plan_that_is_there_stays_the_chosen_one() -> None:
    case = budget_case(plans=[{"name": "A", "chosen": "yes", "start": date(2027, 1, 5)}])
    made = changed(case, TODAY, "en", actions(shown(case))["found.use"].argument)
    assert [each.chosen for each in made.plans] == ["yes", None]
    assert made.plans[1].start == date(2027, 1, 5)


def test_a_debt_that_is_gone_is_left_out_when_taken_over() -> None:
    case = budget_case(LOAN, CARD)
    argument = actions(shown(case))["found.use"].argument
    made = changed(budget_case(), TODAY, "en", argument)
    assert [each.debt for each in made.terms] == ["d1"]


def test_behind_the_fold_stand_the_choices_the_smaller_ask_bad_times_and_the_ladder() -> None:
    rows = shown(demo_case(TODAY), "found:1:d1")
    for each in ("One step less", "Shorter for more", "If things turn out worse", "In the talk"):
        assert each in headings(rows)
    text = flat(rows)
    assert "it breaks in 2027-12, by 33.87" in text
    assert "Income 10% less" in text
    assert "First ask for: the first 12 months 1,020 each" in text
    assert "Only if they will not give so many months: " in text
    assert "Never promise more than 1,028.84 a month before 2027-12, and 1,929.06" in text


def test_only_just_enough_is_said() -> None:
    found = searched(budget_case(worst=2000), TODAY)
    assert found.debts[0].result is not None
    assert not found.debts[0].result.holds
    text = flat(shown(budget_case(worst=2000)))
    assert "Only just enough: were 2026-12 a bad month" in text
    assert "bad month too" not in text


def test_where_only_the_guess_forces_more_the_worst_month_is_asked_for() -> None:
    case = budget_case({**LOAN, "outstanding": D(120000)}, worst=None)
    result = searched(case, TODAY).debts[0].result
    assert result is not None
    assert result.beside is not None
    rows = shown(case)
    assert "Only the guess of a bad month asks for that much" in flat(rows)
    assert "gives up about" in flat(rows)
    assert actions(rows)["found.worst.d1"].target is not None


def test_keep() -> None:
    kept = {**LOAN, "overdue": "no", "instalment": D(2000), "months_left": 14, "next_amount": D(2000)}
    kept |= {"penalty_due": None, "overdue_principal": None, "overdue_interest": None}
    case = budget_case(kept)
    assert searched(case, TODAY).mode is Mode.KEEP
    rows = shown(case)
    assert "loan: The contract can be kept, in bad months too" in flat(rows)
    assert actions(rows) == {}


def test_none_fits() -> None:
    case = budget_case({**LOAN, "outstanding": D("99999999.99")})
    assert searched(case, TODAY).mode is Mode.NONE_FITS
    rows = shown(case)
    assert "No plan of up to 60 months can be carried" in flat(rows)
    assert "a month for 60 months" in flat(rows)
    assert actions(rows)["found.no-plan.d1"].target == r.Target("refused", ("action", "route.cannot-carry"))
    assert "found.use" not in actions(rows)


def test_a_deficit_has_no_instalments_and_the_other_way() -> None:
    case = budget_case(home=9500)
    search = searched(case, TODAY)
    assert search.mode is Mode.DEFICIT
    assert shown(case) == []
    page = plan(seen(case, search=search))
    assert actions(page)["no-plan"].target == r.Target("refused", ("action", "route.cannot-carry"))
    assert "a month;" not in flat(page)


def test_money_put_by_in_good_months_is_said_with_months_and_amounts() -> None:
    season = case_of(
        budget={"reserve": D(0)},
        first={"takings": D(0), "shop_costs": D(0)},
        debts=[{**LOAN, "outstanding": D(8000), "months_left": 12, "overdue_principal": D(500)}],
        income=[
            {"name": "melons", "side": "home", "amount": D(12000), "every": "month", "months": (1, 3, 5, 7, 9, 11)}
        ],
        costs=[{"name": "food", "side": "home", "amount": D(1500), "every": "month"}],
    )
    result = searched(season, TODAY).debts[0].result
    assert result is not None
    assert result.savings
    rows = shown(season, "found:1:d1")
    text = flat(rows)
    assert "Only if money is put by in good months: for 2027-02 at least 2,302.76. 5 months live on savings." in text
    assert "To be put by before" in headings(rows)
    assert "2027-02: 2,302.76; 2027-04: 2,302.76" in text
    assert "Never promise more than" in text
    assert "savings" in words([row for row in rows if isinstance(row, r.Picture)])


@pytest.mark.parametrize("case", [demo_case(TODAY), budget_case(), budget_case(LOAN, CARD, worst=None)])
def test_drawn_in_every_language_and_width(case: Case) -> None:
    search = searched(case, TODAY)
    for opened in ("", "found:1:d1", "found:1:d2"):
        assert_drawn(proposal, case, search=search, unfolded=frozenset({opened}))
        assert_drawn(plan, case, search=search, unfolded=frozenset({opened}))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_hidden_amounts_are_hidden(lang: str) -> None:
    case = demo_case(TODAY)
    rows = shown(case, "found:1:d1", hide=True, lang=lang)
    text = words(rows, lang=lang, hide=True)
    for amount in ("1,020", "1,904", "65,566", "33.87", "342.57", "1,028.84"):
        assert amount not in text
    assert "****" in text


@settings(max_examples=15, suppress_health_check=list(HealthCheck), deadline=None)
@given(case=cases())
def test_any_case_can_be_drawn(case: Case) -> None:
    search = searched(case, TODAY)
    opened = frozenset({f"found:1:{each.debt.id}" for each in search.debts[:1]})
    for lang in ("zh_Hans", "en"):
        words(proposal(seen(case, search=search, unfolded=opened, lang=lang)), 58, lang=lang)


def test_what_more_money_would_do_stands_behind_a_fold() -> None:
    case = budget_case(LOAN)
    search = searched(case, TODAY)
    beyond = beside(search, case, TODAY)
    closed = proposal(seen(case, search=search, beyond=beyond))
    assert "If more came in each month, or less went out" in flat(closed)
    text = flat(proposal(seen(case, search=search, beyond=beyond, unfolded=frozenset({"more-money:1:all"}))))
    # 4,100 less 2,520, and a tenth of what is left is kept
    assert "1,755.56 more a month: the instalments of all contracts could be paid, also in bad months." in text
    assert "months would be enough, one less." in text
    assert "earn" not in text


def test_own_months_are_drawn_and_said_to_be_no_forecast() -> None:
    own = [{"month": f"2025-{n:02}", "takings": D(8000 + 200 * n), "source": "wechat"} for n in range(1, 13)]
    case = budget_case(LOAN, own_months=own)
    search = searched(case, TODAY)
    view = seen(case, search=search, beyond=beside(search, case, TODAY), unfolded=frozenset({"found:1:d1"}))
    assert "Your own 12 months, drawn 2000 times in any order: 2000 times every payment could be made." in flat(
        proposal(view)
    )
    assert "not a forecast" in flat(proposal(view))
    assert_drawn(proposal, case, search=search, beyond=view.beyond, unfolded=frozenset({"found:1:d1"}))


def test_another_order_that_needs_less_is_said_in_words() -> None:
    small = {"name": "small", "shape": "loan", "outstanding": D(9000), "rate": D(12), "rate_per": "year",
             "year_days": "360", "overdue": "yes"}  # fmt: skip
    large = {**small, "name": "large", "outstanding": D(100000), "rate": D(18)}
    case = budget_case(small, large)
    search = searched(case, TODAY)
    beyond = beside(search, case, TODAY)
    text = flat(proposal(seen(case, search=search, beyond=beyond)))
    order = beyond.order
    assert order is not None
    assert (order.concession, order.before[0]) == (9387, 9387)  # as much, but with less to pay in all
    assert (
        "Asked one after the other (large, then small), each on what the ones before leave over, you would pay" in text
    )


def test_what_is_done_is_shown_while_the_rest_is_searched() -> None:
    case = budget_case(LOAN, CARD)
    done = searched(case, TODAY).debts[:1]
    text = flat(proposal(seen(case, searching=True, done=done)))
    assert "loan: " in text
    assert "Looking for the least" in text
