"""The week, and what is free to offer now."""

from datetime import date

import pytest

from negotiator_tui.finance.cash_free import cash_free
from negotiator_tui.finance.cash_sweeps import same_account
from negotiator_tui.finance.week import week

from .budget_cases import TODAY, D, case_of, cost, income

# CONTENT 1.2: musts of the week against the money at hand
MUSTS = [
    {"name": "flour", "amount": D("1800"), "day": date(2026, 11, 24), "group": "stock"},
    {"name": "wages", "amount": D("4200"), "day": date(2026, 11, 30), "group": "wages"},
    {"name": "gas", "amount": D("600")},
    {"name": "later", "amount": D("9999"), "day": date(2026, 12, 1)},
    {"name": "past", "amount": D("9999"), "day": date(2026, 11, 22)},
]
LOAN = {"name": "loan", "shape": "loan", "next_due": date(2026, 11, 30), "next_amount": D("4359.63"), "months_left": 9}


def test_the_week_against_the_money_at_hand():
    result = week(case_of(first={"cash_at_hand": D("3800")}, week=MUSTS, debts=[LOAN]), TODAY)
    assert result.musts.value == D("6600.00")
    assert result.gap.value == D("2800.00")
    assert result.dues.value == D("4359.63")
    assert result.gap_with_dues.value == D("7159.63")
    assert [(sweep.day, sweep.fen) for sweep in result.sweeps] == [(date(2026, 11, 30), 435963)]
    enough = week(case_of(first={"cash_at_hand": D("6600")}, week=MUSTS), TODAY)
    assert enough.gap.value == D("0.00")


def test_money_below_zero_makes_the_gap_larger():
    assert week(case_of(first={"cash_at_hand": D("-500")}, week=MUSTS), TODAY).gap.value == D("7100.00")


def test_the_gap_is_not_told_without_musts_or_money():
    assert week(case_of(first={"cash_at_hand": D("3800")}, debts=[LOAN]), TODAY).gap.value is None
    assert week(case_of(week=MUSTS), TODAY).gap.value is None
    assert week(case_of(week=MUSTS), TODAY).musts.value == D("6600.00")
    open_amount = week(case_of(first={"cash_at_hand": D("1000")}, week=[*MUSTS, {"name": "doctor"}]), TODAY)
    assert open_amount.gap.value == D("5600.00")
    assert open_amount.gap.missing == (("week", "w6", "amount"),)


ITEMISED = {
    "income": [income("30000")],
    "costs": [
        cost("3000", group="rent"),
        cost("4000", group="wages"),
        cost("12850", group="stock"),
        cost("200", "home", group="medicine"),
        cost("1500", "home", group="food"),
    ],
}


def free(**more):
    lists = {"first": {"cash_at_hand": D("20000"), "trading_float": D("2500")}, **ITEMISED, **more}
    return cash_free(case_of(**lists), TODAY)


def test_what_is_free_to_offer():
    assert free().value == D("10300.00")  # 20,000 - 2,500 - 3,000 - 4,000 - 200
    # the wages of the week are more than the line: 4,200; flour and gas 2,400 come on top; so does the instalment
    assert free(week=MUSTS, debts=[LOAN]).value == D("3340.37")
    # a deadline within the week counts, one after it does not
    rent = {"name": "rent", "shape": "arrears", "owed_for": "rent", "outstanding": D("9000")}
    assert free(debts=[{**rent, "deadline": date(2026, 11, 30)}]).value == D("1300.00")
    assert free(debts=[{**rent, "deadline": date(2026, 12, 1)}]).value == D("10300.00")


def test_the_next_rent_is_the_whole_of_a_quarterly_one():
    costs = [cost("9000", group="rent", every="quarter", months=(1, 4, 7, 10)), *ITEMISED["costs"][1:]]
    assert free(costs=costs).value == D("4300.00")
    costs[0]["saved"] = D("6000")
    assert free(costs=costs).value == D("10300.00")
    costs[0] = cost("9000", group="rent", every="quarter")
    assert free(costs=costs).value == D("4300.00")


def test_without_a_float_a_week_of_goods_is_taken():
    figure = free(first={"cash_at_hand": D("20000")})
    assert figure.value == D("9834.62")  # 12,850 x 12 / 52 = 2,965.38
    assert figure.estimated
    no_goods = [line for line in ITEMISED["costs"] if line["group"] != "stock"]
    assert free(first={"cash_at_hand": D("20000")}, costs=no_goods).value is None


def test_costs_without_a_kind_might_be_the_rent():
    assert free(costs=[*ITEMISED["costs"], cost("2000")]).value == D("8300.00")


@pytest.mark.parametrize(
    "more",
    [
        {"first": {"trading_float": D("2500")}},
        {"week": [{"name": "doctor"}]},
        {"debts": [{"name": "loan", "shape": "loan"}]},
        {"debts": [{**LOAN, "next_amount": None}]},
        {"costs": [*ITEMISED["costs"], cost(None)]},
        {"costs": []},
    ],
)
def test_free_money_is_not_told_from_half_the_answers(more):
    assert free(**more).value is None


def test_a_rough_answer_stands_for_rent_wages_and_medicine():
    first = {
        "cash_at_hand": D("40000"), "trading_float": D("2500"), "takings": D("31000"), "shop_costs": D("24000"),
        "home_costs": D("5700"),
    }  # fmt: skip
    assert free(first=first, costs=[], income=[]).value == D("7800.00")


@pytest.mark.parametrize(
    ("accounts", "account", "same"),
    [
        ("ICBC 1234, ABC 5678", "card 5678", True),
        ("6222 0202 0000 1234", "1234", True),
        ("622202020000 1234", "9999", False),
        ("Alipay balance", "alipay  Balance", True),
        ("Alipay", "WeChat", None),
        ("all accounts", "5678", None),
        (None, "5678", None),
        ("5678", None, None),
    ],
)
def test_whether_a_debit_reaches_an_account(accounts, account, same):
    assert same_account(accounts, account) is same


@pytest.mark.parametrize(
    ("accounts", "account", "same"),
    [
        ("支付宝余额、网商银行卡尾号 6620", "支付宝收钱码，进支付宝余额", True),
        ("工行尾号 1234", "工行 1234", True),
        ("工行尾号 1234", "建行尾号 5678", False),
        ("余利宝", "现金", None),
    ],
)
def test_accounts_are_compared_one_by_one(accounts: str, account: str, same: bool | None) -> None:
    assert same_account(accounts, account) is same
