"""The page of plans: what it says in each state of a case, and that every case can be drawn."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.case.edit import edited
from negotiator_tui.text.fault import Fault
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.changes import changed
from negotiator_tui.ui.pages.choosing import choice
from negotiator_tui.ui.pages.plan import plan

from .drawn import TODAY, D, actions, assert_drawn, case_of, cases, figures, flat, headings, seen, words

LOAN = {
    "name": "网商贷",
    "shape": "loan",
    "outstanding": D(12000),
    "overdue": "yes",
    "overdue_principal": D(1000),
    "rate": D(0),
    "rate_per": "year",
    "months_left": 8,
    "method": "equal-instalment",
}
HOME = [{"side": "home", "name": "wage", "amount": D(5000), "every": "month"}]


def _case(*debts: dict[str, Any], costs: int = 3000, terms: tuple[dict[str, Any], ...] = (), **more: Any) -> Case:
    """A home without a shop, 5,000 coming in: at costs of 3,000 there are 1,800 for debts, after 200 kept back."""
    return case_of(
        first={"takings": D(0), "shop_costs": D(0), **more.pop("first", {})},
        debts=list(debts),
        income=HOME,
        costs=[{"side": "home", "name": "food", "amount": D(costs), "every": "month"}],
        plans=[{"name": "A", "chosen": "yes"}] if terms else [],
        terms=[{"plan": "p1", **each} for each in terms],
        **more,
    )


def _asks(rows: list[r.Row]) -> list[str]:
    return [row.path[-1] for row in rows if isinstance(row, r.AskRow)]


def test_without_debts_the_way_leads_to_them() -> None:
    rows = plan(seen(Case()))
    assert actions(rows)["debts"].target == r.Target("debts")
    assert "start-plan" not in actions(rows)


def test_while_answers_are_missing_nothing_is_called_covered_and_each_has_its_place() -> None:
    open_loan = {key: value for key, value in LOAN.items() if key != "rate"}
    case = case_of(debts=[open_loan], plans=[{"name": "A"}], terms=[{"plan": "p1", "debt": "d1", "months": 12}])
    rows = plan(seen(case))
    text = flat(rows)
    assert "cannot be said yet" in text
    assert actions(rows)["open.debts.d1.rate"].target == r.Target("item", ("debts", "d1", "rate"))
    assert actions(rows)["open.first.home_costs"].target == r.Target("first", ("first", "home_costs"))
    assert "overed" not in text
    assert "Just enough" not in text
    assert not any(isinstance(row, r.FigureRow) for row in rows)


def test_a_deficit_offers_no_plan_and_shows_the_other_way() -> None:
    rows = plan(seen(_case(LOAN, costs=5600)))
    assert figures(rows) == {"Left over": D("-600.00")}
    assert actions(rows)["no-plan"].target == r.Target("refused", ("action", "route.cannot-carry"))
    assert "start-plan" not in actions(rows)
    assert "promise would break" in flat(rows)


def test_a_first_plan_is_offered_for_the_debts_to_negotiate() -> None:
    friend = {"name": "姐姐", "shape": "personal", "outstanding": D(3000)}
    start = actions(plan(seen(_case(LOAN, friend))))["start-plan"]
    assert (start.command, start.argument, start.hint) == ("replace", "start-plan", "for 网商贷")


def test_where_every_debt_is_kept_as_it_is_there_is_nothing_to_ask_for() -> None:
    current = LOAN | {"overdue": "no", "overdue_principal": None, "next_due": TODAY, "instalment": D(500)}
    rows = plan(seen(_case(current)))
    assert "No debt needs a plan" in flat(rows)
    assert "start-plan" not in actions(rows)


@pytest.mark.parametrize(
    ("months", "verdict"),
    [
        (12, "Every month is covered, and a bad month too."),
        (6, "Not covered: 2026-12 is the first month that is short, by 200.00."),
    ],
)
def test_the_verdict_stands_over_the_terms(months: int, verdict: str) -> None:
    rows = plan(seen(_case(LOAN, terms=({"debt": "d1", "months": months, "rate": D(0)},))))
    notes = [row.words for row in rows if isinstance(row, r.Note)]
    at = next(n for n, row in enumerate(rows) if isinstance(row, r.Note) and row.words == verdict)
    first_ask = next(n for n, row in enumerate(rows) if isinstance(row, r.AskRow))
    assert verdict in notes
    assert at < first_ask


def test_a_bad_month_breaks_a_plan_that_is_just_enough() -> None:
    # The shop brings 5,000; 2,000 for the home leave 3,000, of which 2,700 are for debts. The worst month brought
    # 4,000: 2,000 are left, 1,800 for debts. 12,000 in six payments of 2,000 lie between.
    case = case_of(
        debts=[LOAN],
        income=[{"side": "shop", "name": "takings", "amount": D(5000)}],
        costs=[{"side": "home", "name": "food", "amount": D(2000)}, {"side": "shop", "name": "goods", "amount": D(0)}],
        budget={"worst_takings": D(4000)},
        plans=[{"name": "A"}],
        terms=[{"plan": "p1", "debt": "d1", "months": 6}],
    )
    rows = plan(seen(case))
    assert "Just enough: if 2026-12 is a bad month, 200.00 is missing." in flat(rows)
    assert figures(rows)["Missing in {month}"] == D("200.00")
    assert "A bad month is a guess" not in flat(rows)
    guessed = edited(case, ("budget", "worst_takings"), None)
    assert not isinstance(guessed, Fault)
    assert actions(plan(seen(guessed)))["worst.terms.t1"].target == r.Target("shop", ("budget", "worst_takings"))


def test_the_figures_of_the_terms() -> None:
    terms = {"debt": "d1", "months": 12, "rate": D(0), "penalty_waived": D(50)}
    rows = plan(seen(_case(LOAN | {"penalty_due": D(170), "overdue_interest": D(0)}, terms=(terms,))))
    found = figures(rows)
    assert found["Instalment"] == D("1010.00")
    assert found["In all"] == D("12120.00")
    assert found["True rate a year"] == D("0.00")
    assert found["Given up by the lender"] == D(50)


def test_the_contract_stands_beside_the_plan() -> None:
    rows = plan(seen(_case(LOAN | {"instalment": D(1375)}, terms=({"debt": "d1", "months": 12, "rate": D(0)},))))
    table = words([row for row in rows if isinstance(row, r.Picture)])
    lines = {line.strip()[:15].strip(): line.split()[-2:] for line in table.splitlines() if line.strip()}
    assert lines["largest payment"] == ["1,000.00", "1,375.00"]
    assert lines["payments"] == ["12", "8"]
    assert lines["due at once"] == ["0.00", "1,000.00"]
    assert lines["in all"] == ["12,000.00", "12,000.00"]


MONEY_KNOWN = {"trading_float": D(0), "takings": D(0), "shop_costs": D(0)}


@pytest.mark.parametrize(("cash", "asked"), [(100, False), (9000, True)])
def test_paid_now_is_asked_only_where_there_is_free_money(cash: int, asked: bool) -> None:
    # Of the home's costs nothing is known to be rent or medicine, so a month of them stays: 3,000.
    known = LOAN | {"next_due": date(2026, 12, 20), "next_amount": D(1375), "autodebit": "no"}
    case = _case(known, terms=({"debt": "d1", "months": 12},), first=MONEY_KNOWN | {"cash_at_hand": D(cash)})
    assert ("paid_now" in _asks(plan(seen(case)))) is asked


def test_paid_now_out_of_stock_or_rent_is_named() -> None:
    known = LOAN | {"next_due": date(2026, 12, 20), "next_amount": D(1375), "autodebit": "no"}
    terms = ({"debt": "d1", "months": 12, "paid_now": D(500)},)
    rows = plan(seen(_case(known, terms=terms, first=MONEY_KNOWN | {"cash_at_hand": D(100)})))
    assert "paid_now" in _asks(rows)
    assert "would come out of stock" in flat(rows)
    assert (figures(rows)["After what comes first"] or 0) < 0
    unknown = plan(seen(_case(known, terms=terms)))
    assert actions(unknown)["now.first.cash_at_hand"].target == r.Target("first", ("first", "cash_at_hand"))


def test_of_several_plans_the_chosen_one_is_open_and_another_can_be_opened() -> None:
    view = seen(demo_case(TODAY))
    rows = plan(view)
    assert {row.path[1] for row in rows if isinstance(row, r.AskRow)} == {"t1"}
    other = plan(seen(view.case, unfolded=frozenset({choice(view, "plan", "p2")})))
    assert {row.path[1] for row in other if isinstance(row, r.AskRow)} == {"t2"}
    assert actions(other)["choose.p2"].argument == "choose-plan p2"
    closed = plan(seen(view.case, unfolded=frozenset({choice(view, "plan", "")})))
    assert not _asks(closed)


def test_several_debts_are_opened_one_at_a_time_and_summed_up() -> None:
    second = LOAN | {"name": "second"}
    terms = tuple({"debt": debt, "months": 12, "rate": D(0)} for debt in ("d1", "d2"))
    case = _case(LOAN, second, terms=terms)
    rows = plan(seen(case))
    assert {row.path[1] for row in rows if isinstance(row, r.AskRow)} == {"t1"}
    assert "All of it together" in headings(rows)
    # 1,000 each against halves of 1,800, and 2,000 against 1,800.
    text = flat(rows)
    assert "short, by 100.00." in text
    assert "short, by 200.00." in text
    opened = plan(seen(case, unfolded=frozenset({choice(seen(case), "term", "t2")})))
    assert {row.path[1] for row in opened if isinstance(row, r.AskRow)} == {"t2"}


def test_debts_without_terms_can_be_added_and_a_plan_copied() -> None:
    rows = plan(seen(_case(LOAN, LOAN | {"name": "other"}, terms=({"debt": "d1", "months": 12},))))
    found = actions(rows)
    assert found["fill.p1"].argument == "fill-plan p1"
    assert "other" in found["fill.p1"].label
    assert found["copy.p1"].argument == "copy-plan p1"
    assert "choose.p1" not in found


def test_terms_that_are_none_say_why_and_where_to_go_on() -> None:
    card = {"name": "card", "shape": "card", "outstanding": D(5000), "overdue": "yes"}
    rows = plan(seen(_case(card, terms=({"debt": "d1", "months": 12},))))
    assert "For a card or a bill the lender names the rate" in flat(rows)
    below = plan(
        seen(
            _case(
                LOAN | {"rate": D(24)},
                terms=({"debt": "d1", "months": 24, "method": "low-then-high", "low": D(10), "low_months": 6},),
            )
        )
    )
    assert "is less than the interest" in flat(below)
    assert "Instalment" not in figures(below)


def test_a_first_payment_in_the_past_is_pointed_out() -> None:
    case = edited(demo_case(TODAY), ("plans", "p1", "start"), TODAY.replace(month=9))
    assert not isinstance(case, Fault)
    assert "lies in the past" in flat(plan(seen(case)))


def test_hidden_amounts_are_nowhere_on_the_page() -> None:
    text = words(plan(seen(demo_case(TODAY), hide=True)), hide=True)
    assert "65,571" not in text
    assert "1,000" not in text


def test_the_demo_and_its_states_can_be_drawn() -> None:
    demo = demo_case(TODAY)
    assert_drawn(plan, demo)
    assert_drawn(plan, demo, unfolded=frozenset({choice(seen(demo), "plan", "p2")}))
    assert_drawn(plan, changed(demo, TODAY, "en", "start-plan"))
    assert_drawn(plan, Case())
    assert_drawn(plan, _case(LOAN, costs=5600))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(cases(lists=("debts", "missed", "income", "costs", "plans", "terms", "agreements", "payments")))
def test_any_case_can_be_drawn(case: Case) -> None:
    assert_drawn(plan, case)
