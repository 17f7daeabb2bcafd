"""Shares shifted by hand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator_tui.finance.budget import budget_of
from negotiator_tui.finance.plan_basis import basis_of
from negotiator_tui.finance.search import searched
from negotiator_tui.finance.shares import Role, shares_of
from negotiator_tui.finance.shares_hand import Refused, hand_weights

from .budget_cases import TODAY, D, case_of, cost, income

BUDGET = {
    "budget": {"worst_takings": D("8000")},
    "income": [income("10000"), income("2000", "home")],
    "costs": [cost("4000", with_sales="yes"), cost("1000"), cost("3000", "home")],
}
# usual months leave 3,600, bad ones 2,520
LOAN = {
    "name": "loan",
    "shape": "loan",
    "outstanding": D("20000"),
    "rate": D("12"),
    "rate_per": "year",
    "overdue": "yes",
}
CARD = {"name": "card", "shape": "card", "outstanding": D("10000"), "overdue": "yes"}


def shares(*debts, **budget):
    case = case_of(debts=list(debts), **(budget or BUDGET))
    return basis_of(case, TODAY, TODAY).shares


def test_without_a_share_by_hand_it_is_what_is_owed_that_divides():
    found = shares(LOAN, CARD)
    assert (found.by_hand, found.refused) == (False, None)
    assert found.parts[0].normal[0] == 240_000


@pytest.mark.parametrize(
    ("given", "parts"),
    [
        ((50, None), (180_000, 180_000)),
        ((None, 25), (270_000, 90_000)),
        ((60, 40), (216_000, 144_000)),
        ((100, None), (360_000, 0)),
        ((0, None), (0, 360_000)),
        ((60, 60), (180_000, 180_000)),  # more than all of it: in proportion
        ((20, 20), (180_000, 180_000)),  # nobody takes the rest
        ((33, None), (118_800, 241_200)),
    ],
)
def test_a_share_by_hand_is_of_the_whole_and_the_rest_is_for_the_others(given, parts):
    loan, card = ({**debt, "share": share} for debt, share in zip((LOAN, CARD), given, strict=True))
    found = shares(loan, card)
    assert found.by_hand
    assert tuple(each.normal[0] for each in found.parts) == parts


def test_what_one_cannot_use_goes_to_the_others():
    small = {**CARD, "name": "x", "shape": "loan", "rate": D("12"), "rate_per": "year", "instalment": D("500"),
             "months_left": 20}  # fmt: skip
    found = shares(LOAN, {**small, "share": 50})
    assert [each.normal[0] for each in found.parts] == [310_000, 50_000]


SHARES = st.lists(st.none() | st.integers(0, 100), min_size=1, max_size=5)


@given(SHARES, st.integers(0, 3_000))
def test_the_parts_are_the_pool_to_the_fen(given, takings):
    debts = [{**CARD, "outstanding": D(1000 + 777 * n), "share": share} for n, share in enumerate(given)]
    budget = {"income": [income(D(takings) + D("0.07"))], "costs": [cost("0"), cost("1", "home")]}
    found = shares(*debts, **budget)
    for index in (0, 59):
        assert sum(each.normal[index] for each in found.parts) == found.pool.money[index]
        assert sum(each.safe[index] for each in found.parts) == found.safe_pool.money[index]


def test_all_nothing_is_as_if_nothing_was_said():
    case = case_of(debts=[{**LOAN, "share": 0}])
    assert hand_weights(case.debts, {"d1": 100}) is None


# in the usual way kept current until the money falls, from June on not to be kept at all
FALLING = {**BUDGET, "income": [income("10000", until="2027-05"), income("6000"), income("2000", "home")]}
CURRENT = {"name": "current", "shape": "loan", "outstanding": D("60000"), "rate": D("12"), "rate_per": "year",
           "overdue": "no", "next_due": date(2026, 12, 1), "next_amount": D("5000"), "months_left": 12}  # fmt: skip


def test_a_current_debt_is_not_made_overdue_by_a_shift():
    plain = shares(LOAN, CURRENT, **FALLING)
    assert plain.roles["d2"] is Role.SHARED
    assert plain.parts[1].normal[0] >= 500_000 > plain.parts[1].normal[12]
    found = shares({**LOAN, "share": 60}, CURRENT, **FALLING)
    assert not found.by_hand
    assert found.refused == Refused("d2", 1, 500_000 - found.pool.money[1] * 40 // 100)
    assert found.parts == plain.parts
    followed = shares({**LOAN, "share": 20}, CURRENT, **FALLING)
    assert (followed.by_hand, followed.refused) == (True, None)


def test_weights_of_the_caller_are_held_to_the_same():
    case = case_of(debts=[LOAN, CURRENT], **FALLING)
    claims = {"d1": D(20000), "d2": D(60000)}
    found = shares_of(budget_of(case, TODAY), claims, TODAY, weights={"d1": D(9), "d2": D(1)})
    assert found.refused is not None


def test_the_search_runs_on_the_shifted_money():
    before = searched(case_of(debts=[LOAN, CARD], **BUDGET), TODAY)
    after = searched(case_of(debts=[{**LOAN, "share": 80}, CARD], **BUDGET), TODAY)
    assert after.debts[0].result.recommended.key.months < before.debts[0].result.recommended.key.months
    assert after.debts[1].result.recommended.key.months > before.debts[1].result.recommended.key.months
