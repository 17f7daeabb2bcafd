"""Who gets what, month by month."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator_tui.finance.budget import budget_of
from negotiator_tui.finance.shares import Role, pool_figure, shares_of
from negotiator_tui.finance.shares_split import need_of, split

from .budget_cases import TODAY, D, case_of, cost, income

# CONTENT 3b, in the worst month in every month: 3,000 for debts
WORST = {
    "budget": {"reserve": D("350"), "worst_takings": D("29500")},
    "income": [income("29500"), income("3800", "home")],
    "costs": [cost("12850"), cost("11400"), cost("5700", "home")],
}
RENT = {
    "name": "rent", "shape": "arrears", "owed_for": "rent", "outstanding": D("9000"), "agreed_monthly": D("750"),
    "next_due": date(2026, 12, 5),
}  # fmt: skip
FLOUR = {**RENT, "name": "flour", "owed_for": "supplier", "outstanding": D("7800"), "agreed_monthly": D("650")}
LOAN = {"name": "loan", "shape": "loan", "outstanding": D("48000"), "overdue": "yes"}
CARD = {"name": "card", "shape": "card", "outstanding": D("21000"), "overdue": "yes"}
BILL = {"name": "bill", "shape": "bill", "outstanding": D("6300"), "overdue": "yes"}
CLAIMS = {"d3": D("48000"), "d4": D("21000"), "d5": D("6300")}


def shares(debts, claims, today=TODAY, more=WORST, **options):
    return shares_of(budget_of(case_of(debts=debts, **more), today), claims, today, **options)


def test_the_noodle_shop():
    result = shares([RENT, FLOUR, LOAN, CARD, BILL], CLAIMS)
    # 3,000 - 750 - 650 = 1,600; floors of 1,019.9203, 446.2151, 133.8645, and the odd fen to the largest
    assert (result.priority[0], result.fixed[0], result.pool.signed[0]) == (140000, 0, 160000)
    assert [part.normal[0] for part in result.parts] == [101993, 44621, 13386]
    assert [part.safe[0] for part in result.parts] == [101993, 44621, 13386]
    # both old debts end after twelve months, in November 2027: 3,000 for three
    assert (result.pool.signed[11], result.pool.signed[12]) == (160000, 300000)
    assert sum(part.normal[12] for part in result.parts) == 300000


def test_a_current_debt_stays_current_and_out_of_the_shares():
    current = {**BILL, "overdue": "no", "next_due": date(2026, 12, 9), "statement": D("1500"), "card_pays": "full"}
    result = shares([RENT, FLOUR, LOAN, CARD, current], CLAIMS)
    assert result.roles["d5"] is Role.FIXED
    # 6,300 at 1,500 a month: four times 1,500, then 300
    assert [result.fixed[month] for month in range(6)] == [150000] * 4 + [30000, 0]
    assert (result.pool.signed[0], result.pool.signed[5]) == (10000, 160000)


def test_a_current_debt_that_cannot_be_paid_is_negotiated_before_it_falls_overdue():
    current = {**BILL, "overdue": "no", "next_due": date(2026, 12, 9), "statement": D("6300"), "card_pays": "full"}
    result = shares([RENT, FLOUR, LOAN, CARD, current], CLAIMS)
    assert result.roles["d5"] is Role.SHARED
    assert result.fixed[0] == 0
    kept = shares([RENT, FLOUR, LOAN, CARD, {**current, "negotiable": "no"}], CLAIMS)
    assert kept.roles["d5"] is Role.FIXED
    assert kept.pool.signed[0] == -470000
    assert kept.pool.money[0] == 0
    assert [part.normal[0] for part in kept.parts] == [0, 0]


def test_as_many_current_debts_are_kept_as_the_money_carries():
    def loan(amount):
        return {**LOAN, "overdue": "no", "next_due": date(2026, 12, 1), "next_amount": D(amount), "months_left": 24}

    result = shares([loan("2500"), loan("1700"), loan("900")], {"d1": D("1"), "d2": D("1"), "d3": D("1")})
    assert [result.roles[each] for each in ("d1", "d2", "d3")] == [Role.SHARED, Role.FIXED, Role.FIXED]
    assert result.pool.signed[0] == 40000


def test_priority_dues_beyond_the_money_are_a_shortage_and_the_pool_is_empty():
    dear = {**RENT, "agreed_monthly": D("3500"), "outstanding": D("35000")}
    result = shares([dear, LOAN], {"d2": D("48000")})
    assert result.shortage[:11] == (50000,) * 10 + (0,)
    assert result.pool.signed[0] == -50000
    assert result.parts[0].normal[0] == 0
    assert result.parts[0].normal[10] == 300000


@pytest.mark.parametrize(
    ("debt", "role"),
    [
        ({**FLOUR, "still_supplies": "no"}, Role.FIXED),
        ({**FLOUR, "if_unpaid": "penalty"}, Role.FIXED),
        ({**RENT, "if_unpaid": "penalty"}, Role.PRIORITY),
        ({**RENT, "owed_for": "wages"}, Role.PRIORITY),
        ({"name": "aunt", "shape": "personal", "agreed_monthly": D("100")}, Role.FIXED),
        ({"name": "mixer", "shape": "pawn", "tool_of_trade": "yes"}, Role.PRIORITY),
        ({"name": "ring", "shape": "pawn"}, Role.FIXED),
        ({"name": "app", "shape": "unverified", "overdue": "yes"}, Role.FIXED),
        ({**LOAN, "if_unpaid": "taken"}, Role.PRIORITY),
        ({**LOAN, "if_unpaid": "taken", "negotiable": "yes"}, Role.SHARED),
        ({**LOAN, "if_unpaid": "unsure"}, Role.SHARED),
        ({**LOAN, "negotiable": "no"}, Role.FIXED),
        ({**BILL}, Role.SHARED),
        ({**LOAN, "overdue": None}, Role.FIXED),
    ],
)
def test_where_the_money_for_a_debt_comes_from(debt, role):
    assert shares([debt], {}).roles["d1"] is role


def test_an_agreement_takes_a_debt_out_of_the_shares():
    agreement = {"debt": "d1", "signed_on": TODAY, "first_due": date(2026, 12, 5), "months": 2, "instalment": D("800")}
    result = shares([LOAN], {"d1": D("48000")}, more={**WORST, "agreements": [agreement]})
    assert result.roles["d1"] is Role.FIXED
    assert result.fixed[:3] == (80000, 80000, 0)


def test_what_a_debt_does_not_need_goes_to_the_others():
    small = {**LOAN, "outstanding": D("2000"), "instalment": D("200"), "months_left": 10, "penalty_due": D("100.01"),
             "next_due": TODAY}  # fmt: skip
    assert need_of(case_of(debts=[small]).debts[0]) == D("210.01")  # 200 + 10.001, rounded up
    only_interest = {**small, "outstanding": D("2200")}  # ten times 210.02 is less
    assert need_of(case_of(debts=[only_interest]).debts[0]) is None
    result = shares([small, CARD, BILL], {"d1": D("50000"), "d2": D("20000"), "d3": D("10000")})
    # 3,000: 210.01 to the first, the rest two to one
    assert [part.normal[0] for part in result.parts] == [21001, 186000, 92999]
    free = shares([small, CARD], {"d1": D("1"), "d2": D("1")}, needs={"d1": None, "d2": D("100")})
    assert [part.normal[0] for part in free.parts] == [290000, 10000]


def test_own_weights_take_the_place_of_claims():
    result = shares([LOAN, CARD], {"d1": D("48000"), "d2": D("21000")}, weights={"d1": D("1"), "d2": D("2")})
    assert [part.normal[0] for part in result.parts] == [100000, 200000]


def test_a_balance_that_is_not_known_has_no_share_and_is_named():
    unknown = {**CARD, "outstanding": None}
    result = shares([LOAN, unknown, {**LOAN, "overdue": "no"}], {"d1": D("48000")})
    assert [part.debt for part in result.parts] == ["d1"]
    assert result.missing == (("debts", "d3", "next_due"), ("debts", "d2", "outstanding"))


def test_without_a_budget_there_are_no_shares():
    assert shares([LOAN], {"d1": D("1")}, more={}) is None


def test_the_pool_can_be_followed_down_to_its_dues():
    case = case_of(debts=[RENT, FLOUR, LOAN], **WORST)
    budget = budget_of(case, TODAY)
    result = shares_of(budget, {"d3": D("48000")}, TODAY)
    figure = pool_figure(budget, result, 0, bad=True)
    assert figure.value == D("1600.00")
    assert [part.value for part in figure.parts] == [D("3000.00"), D("1400.00"), D("0.00")]
    assert [leaf.name for leaf in figure.parts[1].parts] == ["rent", "flour"]
    assert pool_figure(budget, result, 12).value == D("3000.00")
    assert pool_figure(budget, result, 60) is None


money = st.integers(0, 10**8)


@given(money, st.lists(money, min_size=1, max_size=6))
def test_parts_add_up_to_the_whole_and_differ_from_their_claim_by_less_than_a_fen_each(amount, weights):
    parts = split(amount, weights)
    if not any(weights):
        assert parts == [0] * len(weights)
        return
    assert sum(parts) == amount
    largest = weights.index(max(weights))
    for index, (part, weight) in enumerate(zip(parts, weights, strict=True)):
        exact_times_whole = amount * weight
        if index == largest:
            assert 0 <= part * sum(weights) - exact_times_whole < len(weights) * sum(weights)
        else:
            assert 0 <= exact_times_whole - part * sum(weights) < sum(weights)


@given(money, st.lists(st.tuples(st.integers(1, 10**8), st.one_of(st.none(), money)), min_size=1, max_size=6))
def test_no_part_is_above_its_limit_and_nothing_is_left_over_that_somebody_needs(amount, wanted):
    weights, limits = [weight for weight, _ in wanted], [limit for _, limit in wanted]
    parts = split(amount, weights, limits)
    room = amount if None in limits else sum(limits)
    assert sum(parts) == min(amount, room)
    assert all(limit is None or part <= limit for part, limit in zip(parts, limits, strict=True))
