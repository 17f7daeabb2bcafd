"""The ladder, plans side by side, more time before a loan is due, a new loan: what their pages say."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.finance.search import searched
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.compare import compare
from negotiator_tui.ui.pages.extension import extension
from negotiator_tui.ui.pages.ladder import ladder
from negotiator_tui.ui.pages.new_loan import extras as loan_extras
from negotiator_tui.ui.pages.new_loan import new_loans
from negotiator_tui.ui.pages.offer import extras as offer_extras
from negotiator_tui.ui.pages.rung import extras as rung_extras
from negotiator_tui.ui.view import View

from .drawn import TODAY, D, actions, assert_drawn, case_of, cases, figures, flat, headings, seen, words

LOAN = {
    "name": "bank", "shape": "loan", "loan_use": "business", "outstanding": D(12000), "overdue": "yes",
    "overdue_principal": D(0), "overdue_interest": D(0), "penalty_due": D(0), "next_due": date(2026, 12, 23),
    "rate": D(0), "rate_per": "year", "as_of": TODAY,
}  # fmt: skip
LADDER = {"debt": "d1", "line": D(1000)}
NEW = {"name": "app", "amount": D(10000), "fee_upfront": D(1200), "instalment": D(1100), "months": 12}
LISTS = ("debts", "income", "costs", "plans", "terms", "ladders", "rungs", "offers", "agreements", "new_loans")


def _case(debt: dict[str, Any] | None = None, **more: Any) -> Case:
    return case_of(
        first={"takings": D(0), "shop_costs": D(0)},
        debts=[LOAN | (debt or {})],
        income=[{"side": "home", "name": "wage", "amount": D(5000), "every": "month"}],
        costs=[{"side": "home", "name": "food", "amount": D(3000), "every": "month"}],
        **more,
    )


def _item(name: str, extras: Any) -> Any:
    def page(view: View) -> list[r.Row]:
        items = getattr(view.case, name)
        return extras(view, items[-1]) if items else []

    return page


PAGES = {
    "ladder": ladder,
    "compare": compare,
    "extension": extension,
    "new-loan": new_loans,
    "new loan": _item("new_loans", loan_extras),
    "rung": _item("rungs", rung_extras),
    "offer": _item("offers", offer_extras),
}


# The ladder


def test_asks_with_what_they_give_up_and_the_line() -> None:
    case = _case(ladders=[LADDER], rungs=[{"ladder": "f1", "months": 24}, {"ladder": "f1", "months": 10}])
    text = flat(ladder(seen(case)))
    assert "Ask 1: 500 a month; without interest; 24 months in all" in text
    assert "In month 1 this is 1,200.00, 200.00 above your line of 1,000.00." in text
    assert "not settled yet" in text
    assert actions(ladder(seen(case)))["settle.f1"].argument == "settle-ladder f1"


def test_a_line_above_the_leanest_month_is_challenged_and_stays() -> None:
    case = _case(ladders=[LADDER | {"line": D(1900)}], rungs=[{"ladder": "f1", "months": 24}])
    assert "In 2026-12, if it is a bad month, less than this line is left." in flat(ladder(seen(case)))
    kept = _case(ladders=[LADDER | {"line": D(1800)}], rungs=[{"ladder": "f1", "months": 24}])
    assert "less than this line is left" not in flat(ladder(seen(kept)))


def test_a_change_after_it_was_settled_is_said_with_its_day_and_the_old_line() -> None:
    settled = LADDER | {"frozen_on": date(2026, 11, 1), "frozen_line": D(900), "changed_on": date(2026, 11, 5)}
    text = flat(ladder(seen(_case(ladders=[settled]))))
    assert "Changed on 2026-11-05, after it was settled on 2026-11-01. The line was 900.00 then." in text
    same = LADDER | {"frozen_on": date(2026, 11, 1), "frozen_line": D(1000)}
    rows = ladder(seen(_case(ladders=[same])))
    assert "Changed on" not in flat(rows)
    assert "settle.f1" not in actions(rows)


def test_what_the_search_finds_is_proposed() -> None:
    case = demo_case(TODAY).model_copy(update={"ladders": (), "rungs": ()})
    rows = ladder(seen(case, search=searched(case, TODAY)))
    assert "The line: never more than the first 12 months 1,028 each; after that 1,929 a month." in flat(rows)
    assert actions(rows)["take.d1"].argument.startswith("ladder-found d1 1028,12,1929 ")
    assert "start.d1" in actions(ladder(seen(case)))


@pytest.mark.parametrize(("since", "old"), [(date(2024, 5, 1), True), (date(2026, 10, 31), False)])
def test_limitation_opens_up_only_where_something_is_old(since: date, old: bool) -> None:
    for page in (ladder, extension):
        text = flat(page(seen(_case({"overdue_since": since}))))
        assert ("due for two and a half years or more" in text) is old
        assert ("no reason not to talk" in text) is not old


# Side by side


def test_the_contract_comes_first_and_each_plan_says_what_is_given_up() -> None:
    case = _case(
        {"months_left": 6, "instalment": D(2000)},
        plans=[{"name": "short"}, {"name": "long"}],
        terms=[{"plan": "p1", "debt": "d1", "months": 6}, {"plan": "p2", "debt": "d1", "months": 24}],
    )
    text = flat(compare(seen(case)))
    assert text.index("contract 2,000.00 12,000.00") < text.index("short 2,000.00 12,000.00 0.00")
    assert "worst in 2026-12: 200.00 missing" in text
    assert "The lender gives up no money, only time: 18 months more." in text
    assert "covered every month, in bad ones too" in text


def test_all_columns_fit_the_narrow_middle() -> None:
    text = words(compare(seen(demo_case(TODAY))), 62)
    assert "65,571.15  17,571.15 15.82% 2030-03" in text


# Before a loan is due


def test_days_left_and_what_a_day_costs() -> None:
    running = {"overdue": "no", "rate": D(12), "year_days": "360", "instalment": D(2000), "months_left": 3}
    rows = extension(seen(_case(running)))
    text = flat(rows)
    assert "Next payment on 2026-12-23: 30 days left to ask. 2,000.00 is due then." in text
    assert "The loan ends on 2027-02-23: 92 days left." in text
    # 1,880 of principal and 120 of interest: x 1.3 / 3000 and 2,000 x 1.5 / 3000.
    assert "About 0.81 to 1.00 of penalty for each day after it" in text
    assert "no interest is overdue" in text


def test_an_overdue_loan_has_one_line() -> None:
    rows = extension(seen(_case()))
    assert "bank: the time to ask before it is due has passed. Negotiate." in flat(rows)
    assert "What waiting costs" not in headings(rows)


def test_business_rules_are_not_shown_for_a_consumer_loan() -> None:
    text = flat(extension(seen(_case({"overdue": "no", "loan_use": "consumer"}))))
    assert "renewal" not in text


def test_whether_it_is_overdue_is_asked_first() -> None:
    rows = extension(seen(_case({"overdue": None})))
    assert actions(rows)["overdue.d1"].target == r.Target("item", ("debts", "d1", "overdue"))


# A new loan


def test_a_new_loan_is_never_advised() -> None:
    rows = loan_extras(
        seen(_case({"months_left": 6, "instalment": D(2000)}, new_loans=[NEW])), _case(new_loans=[NEW]).new_loans[0]
    )
    found = figures(rows)
    assert found["What arrives"] == D("8800.00")
    assert found["More than arrives"] == D("4400.00")
    text = flat(rows)
    assert "Worse than without it" in text
    assert "It is dearer than any loan you have." in text
    assert "12,000.00 25,200.00" in text


def test_not_worse_is_the_most_that_is_said() -> None:
    fair = {"name": "aunt", "amount": D(1200), "instalment": D(100), "months": 12, "pays_debts": "yes"}
    case = _case({"months_left": 12, "instalment": D(1000)}, new_loans=[fair])
    text = flat(loan_extras(seen(case), case.new_loans[0]))
    assert "Not worse on any of these. That is no advice to take it." in text


def test_money_before_is_a_reason_to_stop() -> None:
    case = _case(new_loans=[NEW | {"pays_first": "yes"}])
    rows = loan_extras(seen(case), case.new_loans[0])
    assert headings(rows)[0] == "Stop"
    assert actions(rows)["urgent"].target == r.Target("urgent")


def test_without_its_terms_it_says_which_answers_are_needed() -> None:
    case = _case(new_loans=[{"name": "app"}])
    rows = loan_extras(seen(case), case.new_loans[0])
    assert "open.new_loans.l1.amount" in actions(rows)
    assert figures(rows) == {}


# All of them


def test_amounts_hide_with_all_others() -> None:
    case = demo_case(TODAY)
    offer = case_of(offers=[{"debt": "d1", "months": 24, "instalment": Decimal("2512.34")}]).offers
    case = case.model_copy(update={"offers": offer})
    for name, page in PAGES.items():
        text = words(page(seen(case, hide=True)), hide=True)
        for amount in ("2,512.34", "1,028", "1,929", "8,800", "65,571", "4,359.63", "13,200"):
            assert amount not in text, (name, amount)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_it_can_be_drawn(name: str) -> None:
    case = demo_case(TODAY)
    assert_drawn(PAGES[name], case, search=searched(case, TODAY) if name == "ladder" else None)
    assert_drawn(PAGES[name], Case())


@settings(
    max_examples=40,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(cases(lists=LISTS))
def test_any_case_can_be_drawn(case: Case) -> None:
    for page in PAGES.values():
        rows = page(seen(case))
        keys = [key for row in rows if (key := r.key_of(row)) is not None]
        assert len(keys) == len(set(keys)), [key for key in keys if keys.count(key) > 1]
        flat(rows)


def test_remarks_on_terms_hide_their_amounts_with_all_others() -> None:
    """10,000 at 400 % over 60 months: the last row takes what rounding left, and a remark says how much that is."""
    case = _case(
        {"rate": D(400), "outstanding": D(10000)},
        ladders=[LADDER],
        rungs=[{"ladder": "k1", "method": "equal-instalment", "months": 60, "rate": D(400)}],
    )
    ids = (case.ladders[0].id, case.rungs[0].id)
    case = case.model_copy(update={"rungs": (case.rungs[0].model_copy(update={"ladder": ids[0]}),)})
    open_text = flat(rung_extras(seen(case), case.rungs[0]))
    assert "13,333" in open_text
    hidden = flat(rung_extras(seen(case, hide=True), case.rungs[0]))
    assert "13,333" not in hidden
    assert "10,000" not in hidden
