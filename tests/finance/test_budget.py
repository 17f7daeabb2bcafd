"""The budget against figures worked out by hand, and against a second reading of MONEY §6 written another way."""

from datetime import date
from fractions import Fraction
from math import floor

from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator_tui.case.case import Case
from negotiator_tui.case.edit import edited
from negotiator_tui.finance.budget import budget_json, budget_of, shop_loses
from negotiator_tui.finance.figure import Figure

from .budget_cases import TODAY, D, case_of, cost, income


def values(budget):
    return {name: value for name, value in budget_json(budget).items() if isinstance(value, str | None)}


# CONTENT 3b: takings 29,500, goods 12,850, shop 11,400, home 5,700, spouse 3,800, own reserve 350.
NOODLES = {
    "budget": {"worst_takings": D("29500"), "reserve": D("350")},
    "income": [income("31000"), income("3800", "home")],
    "costs": [cost("13503.39", group="stock", with_sales="yes"), cost("11400"), cost("5700", "home")],
}


def test_the_noodle_shop_in_its_worst_month():
    budget = budget_of(case_of(**NOODLES), TODAY)
    # 13,503.39 x 29,500 / 31,000 = 12,849.9998; 29,500 - 12,850 - 11,400 = 5,250; + 3,800 - 5,700 = 3,350
    # 10 % is 335, the reserve of 350 is more: 3,000
    assert budget.safe.value == D("3000.00")
    assert set(budget.safe_by_month.values()) == {D("3000.00")}
    # a normal month: 31,000 - 13,503.39 - 11,400 = 6,096.61; + 3,800 - 5,700 = 4,196.61; 10 % = 419.66
    assert budget.shop.value == D("6096.61")
    assert budget.surplus.value == D("4196.61")
    assert budget.keep.value == D("419.66")
    assert budget.for_debts.value == D("3776.95")
    assert budget.income.value == D("34800.00")
    assert budget.costs.value == D("30603.39")
    assert budget.missing == ()


def test_without_a_worst_month_takings_are_guessed_at_eighty_percent():
    answers = {**NOODLES, "budget": {"reserve": D("350")}, "income": [income("29500"), income("3800", "home")]}
    answers["costs"] = [cost("12850"), cost("11400"), cost("5700", "home")]
    budget = budget_of(case_of(**answers), TODAY)
    # 29,500 x 0.8 = 23,600; - 12,850 - 11,400 + 3,800 - 5,700 = -2,550: shown as it is, nothing kept back
    assert budget.safe.value == D("-2550.00")
    assert budget.safe.estimated
    assert not budget.for_debts.estimated


def test_a_worst_month_above_a_real_month_changes_nothing():
    answers = {**NOODLES, "budget": {"worst_takings": D("40000")}}
    budget = budget_of(case_of(**answers), TODAY)
    assert budget.safe.value == budget.for_debts.value


def test_a_yearly_bill_is_put_by_for_and_leaves_a_plan_possible():
    # 1,500 a month free; 6,000 due in October 2027, twelve months from November 2026: 500 put by in each
    case = case_of(
        income=[income("10000")],
        costs=[cost("5000"), cost("3500", "home"), cost("6000", "home", every="year", months=(10,))],
    )
    budget = budget_of(case, TODAY)
    assert budget.surplus.value == D("1000.00")
    assert set(budget.for_debts_by_month.values()) == {D("900.00")}
    # as it occurs, October is 4,500 short: no plan would ever fit
    assert budget.series.cash_in[11] - budget.series.cash_out[11] == -450000
    assert budget.series.cash_in[10] - budget.series.cash_out[10] == 150000


def test_a_bill_that_is_near_needs_more_until_it_is_paid():
    # 6,000 due in January 2027, known in November 2026: three months of 2,000, then 500 a month for the next one
    case = case_of(
        income=[income("10000")],
        costs=[cost("0"), cost("0", "home"), cost("6000", "home", every="year", months=(1,))],
    )
    by_month = budget_of(case, TODAY).for_debts_by_month
    assert by_month["2026-12"] == D("7200.00")  # 8,000 less 800
    assert by_month["2027-01"] == D("7200.00")
    assert by_month["2027-02"] == D("8550.00")  # 9,500 less 950
    assert by_month["2031-11"] == D("8550.00")


def test_sixty_real_months_begin_with_the_first_due_date():
    case = case_of(**NOODLES)
    months = list(budget_of(case, TODAY).for_debts_by_month)
    assert (len(months), months[0], months[-1]) == (60, "2026-12", "2031-11")
    planned = case_of(**NOODLES, plans=[{"chosen": "yes", "start": date(2027, 3, 5)}])
    assert next(iter(budget_of(planned, TODAY).safe_by_month)) == "2027-03"


def test_a_deficit_stays_a_deficit_and_nothing_is_kept_from_it():
    case = case_of(
        budget={"reserve": D("500")}, income=[income("3000")], costs=[cost("4000"), cost("1000", "home")],
        debts=[{"name": "x", "shape": "loan", "next_due": date(2026, 11, 30), "next_amount": D("100")}],
    )  # fmt: skip
    budget = budget_of(case, TODAY)
    assert (budget.shop.value, budget.surplus.value) == (D("-1000.00"), D("-2000.00"))
    assert (budget.keep.value, budget.for_debts.value) == (D("0.00"), D("-2000.00"))
    assert budget.gap.value == D("2100.00")


def test_a_reserve_takes_at_most_what_there_is():
    case = case_of(budget={"reserve": D("500")}, income=[income("5300")], costs=[cost("4000"), cost("1000", "home")])
    budget = budget_of(case, TODAY)
    assert (budget.surplus.value, budget.keep.value, budget.for_debts.value) == (D("300.00"), D("300.00"), D("0.00"))


def test_tax_is_put_aside_from_what_the_shop_earns_only():
    lines = {"income": [income("10000"), income("1000", "home")], "costs": [cost("7000.01"), cost("500", "home")]}
    budget = budget_of(case_of(budget={"tax_percent": D("3.5")}, **lines), TODAY)
    # 2,999.99 x 3.5 % = 104.99965 -> 105.00
    assert (budget.shop.value, budget.costs.value) == (D("2894.99"), D("7605.01"))
    assert budget.surplus.value == D("3394.99")
    lines["income"] = [income("6000"), income("1000", "home")]
    assert budget_of(case_of(budget={"tax_percent": D("3.5")}, **lines), TODAY).shop.value == D("-1000.01")


def test_rough_answers_stand_in_for_a_side_without_lines():
    rough = {"takings": D("31000"), "shop_costs": D("24000"), "home_costs": D("5700")}
    budget = budget_of(case_of(first=rough, income=[income("3800", "home")]), TODAY)
    assert budget.surplus.value == D("5100.00")
    assert budget.estimated == (("first", "takings"), ("first", "shop_costs"), ("first", "home_costs"))
    assert budget.for_debts.estimated
    lines = budget_of(case_of(first=rough, costs=[cost("25000")], income=[income("3800", "home")]), TODAY)
    assert lines.surplus.value == D("4100.00")
    named = budget_of(case_of(first=rough, costs=[cost(None)], income=[income("3800", "home")]), TODAY)
    assert named.surplus.value == D("5100.00")


def test_what_is_not_answered_is_named_and_not_zero():
    budget = budget_of(Case(), TODAY)
    figures = {name: value for name, value in values(budget).items() if name != "month"}
    assert set(figures.values()) == {None}
    assert budget.missing == (("first", "takings"), ("first", "shop_costs"), ("first", "home_costs"))
    assert budget.for_debts_by_month == {}
    assert not budget.judgeable


def test_one_side_of_a_difference_alone_gives_no_difference():
    only_takings = budget_of(case_of(first={"takings": D("31000")}), TODAY)
    assert only_takings.income.value == D("31000.00")
    assert only_takings.shop.value is None
    assert only_takings.surplus.value is None
    no_takings = budget_of(
        case_of(first={"home_costs": D("5000")}, income=[income("3800", "home")], costs=[cost("9000")]), TODAY
    )
    assert no_takings.surplus.value is None
    assert no_takings.gap.value is None


def test_a_line_without_amount_makes_sums_open_and_nothing_affordable():
    case = case_of(**{**NOODLES, "costs": [*NOODLES["costs"], cost(None, "home")]})
    budget = budget_of(case, TODAY)
    assert budget.surplus.value == D("4196.61")
    assert budget.missing == (("costs", "c4", "amount"),)
    assert budget.at_least
    assert not budget.judgeable


def test_a_balance_and_a_rate_are_needed_before_anything_is_affordable():
    loan = {"name": "loan", "shape": "loan", "next_due": date(2026, 12, 1), "next_amount": D("900")}
    budget = budget_of(case_of(**NOODLES, debts=[loan]), TODAY)
    assert budget.blocking == (("debts", "d1", "outstanding"), ("debts", "d1", "rate"))
    whole = budget_of(case_of(**NOODLES, debts=[{**loan, "outstanding": D("9000"), "rate": D("12")}]), TODAY)
    assert whole.judgeable


def test_irregular_income_counts_only_in_its_month_and_needs_one():
    lines = {"costs": [cost("1000"), cost("0", "home")]}
    dated = case_of(income=[income("1000"), income("6000", "home", every="year", months=(2,))], **lines)
    by_month = budget_of(dated, TODAY).for_debts_by_month
    assert by_month["2027-01"] == D("0.00")
    assert by_month["2027-02"] == D("5400.00")
    assert by_month["2027-03"] == D("0.00")
    undated = budget_of(case_of(income=[income("1000"), income("6000", "home", every="year")], **lines), TODAY)
    assert undated.missing == (("income", "i2", "months"),)
    assert set(undated.for_debts_by_month.values()) == {D("0.00")}


def test_lines_below_the_rough_answer_they_replace_are_pointed_out():
    rough = {"takings": D("31000"), "shop_costs": D("24000"), "home_costs": D("5700")}
    budget = budget_of(case_of(first=rough, costs=[cost("3000"), cost("6000", "home")]), TODAY)
    assert [figure.value for figure in budget.unlisted] == [D("21000.00")]
    assert budget_of(case_of(first=rough), TODAY).unlisted == ()


def test_json_has_the_keys_of_the_panel():
    loan = {
        "name": "x",
        "shape": "loan",
        "next_due": date(2026, 11, 30),
        "next_amount": D("4359.63"),
        "months_left": 12,
    }
    out = budget_json(budget_of(case_of(**NOODLES, debts=[{**loan, "outstanding": D("48000")}]), TODAY))
    assert out["due_this_month"] == "4359.63"
    assert out["gap"] == "582.68"  # 4,359.63 - 3,776.95
    assert out["arrears"] == "0.00"
    assert out["missing"] == ["debts.d1.rate"]
    assert out["safe_by_month"]["2031-11"] == "3000.00"
    assert out["for_debts_by_month"]["2026-12"] == "3776.95"


# A second reading of MONEY §6, month by month with fractions.

PER_MONTH = {"day": Fraction(365, 12), "week": Fraction(13, 3), "two-weeks": Fraction(13, 6), "month": Fraction(1)}
PERIOD = {"quarter": 3, "half-year": 6, "year": 12, "once": 12}


def fen(amount):
    x = Fraction(amount)
    return floor(x * 100 + Fraction(1, 2)) if x >= 0 else -floor(-x * 100 + Fraction(1, 2))


def month_number(text):
    """Months after November 2026."""
    return (int(text[:4]) - 2026) * 12 + int(text[5:]) - 11


def occurs(line, month, *, is_cost):
    calendar = (month + 10) % 12 + 1
    if (line.from_ and month < month_number(line.from_)) or (line.until and month > month_number(line.until)):
        return False
    if line.every == "once":
        earlier = range(month_number(line.from_) if line.from_ else 0, month)
        return calendar in line.months and not any((each + 10) % 12 + 1 in line.months for each in earlier)
    if is_cost and line.every in PERIOD and len(line.months) == 1:
        return (calendar - line.months[0]) % PERIOD[line.every] == 0
    return not line.months or calendar in line.months


def amount_in(line, number, *, is_cost):
    if line.every in PER_MONTH:
        return fen(Fraction(line.amount) * PER_MONTH[line.every]) if occurs(line, number, is_cost=is_cost) else 0
    if not is_cost:
        return fen(line.amount) if occurs(line, number, is_cost=False) else 0
    saved, put_by = fen(line.saved or 0), 0
    for due in range(number + 12):
        if occurs(line, due, is_cost=True):
            left = max(0, fen(line.amount) - saved)
            saved = max(0, saved - fen(line.amount))
            begin = max(0, due - PERIOD[line.every] + 1)
            each = left // (due - begin + 1)
            for month in range(begin, due + 1):
                part = left if month == due else each
                left -= part
                put_by += part if month == number else 0
    return put_by


def read_again(case, number, bad):
    """The money for debts in the month `number` after November 2026, in fen."""
    takings = sum(amount_in(line, number, is_cost=False) for line in case.income if line.side == "shop")
    answer = case.budget.worst_takings
    bad_takings = min(takings, fen(answer)) if answer is not None else fen(Fraction(takings, 125))
    shop = bad_takings if bad else takings
    surplus = sum(amount_in(line, number, is_cost=False) for line in case.income if line.side == "home")
    for line in case.costs:
        part = amount_in(line, number, is_cost=True)
        if line.side == "shop":
            if bad and line.with_sales == "yes" and takings:
                part = fen(Fraction(part * bad_takings, takings * 100))
            shop -= part
        else:
            surplus -= part
    if shop > 0:
        shop -= fen(Fraction(shop, 100) * Fraction(case.budget.tax_percent or 0) / 100)
    surplus += shop
    kept = max(fen(Fraction(surplus, 1000)), fen(case.budget.reserve or 0))
    return surplus - min(kept, surplus) if surplus > 0 else surplus


amounts = st.integers(0, 5_000_000).map(lambda x: D(x).scaleb(-2))
months = st.one_of(st.none(), st.integers(0, 40).map(lambda n: f"{2026 + (10 + n) // 12}-{(10 + n) % 12 + 1:02d}"))
some_months = st.lists(st.integers(1, 12), min_size=1, max_size=4, unique=True).map(tuple)
sides = st.sampled_from(["shop", "home"])
regular = st.fixed_dictionaries(
    {
        "every": st.sampled_from(list(PER_MONTH)),
        "amount": amounts,
        "from_": months,
        "until": months,
        "months": st.one_of(st.none(), some_months),
        "side": sides,
    }
)
rare = st.fixed_dictionaries(
    {
        "every": st.sampled_from(list(PERIOD)),
        "amount": amounts,
        "from_": months,
        "until": months,
        "months": some_months,
        "side": sides,
    }
)
cost_lines = st.builds(
    lambda line, moves, saved: {**line, "with_sales": moves, "saved": saved},
    st.one_of(regular, rare),
    st.sampled_from(["yes", "no", None]),
    st.one_of(st.none(), amounts),
)
answers = st.fixed_dictionaries(
    {
        "worst_takings": st.one_of(st.none(), amounts),
        "reserve": st.one_of(st.none(), amounts),
        "tax_percent": st.one_of(st.none(), st.integers(0, 2000).map(lambda x: D(x).scaleb(-2))),
    }
)
base = {"income": [income("100")], "costs": [cost("50"), cost("20", "home")]}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(regular, rare), max_size=3), st.lists(cost_lines, max_size=4), answers)
def test_every_month_agrees_with_a_second_reading(more_income, more_costs, budget_answers):
    case = case_of(
        budget={name: value for name, value in budget_answers.items() if value is not None},
        income=[*base["income"], *more_income],
        costs=[*base["costs"], *more_costs],
    )
    budget = budget_of(case, TODAY)
    assert budget.for_debts.fen == read_again(case, 0, bad=False)
    assert budget.safe.fen == read_again(case, 0, bad=True)
    normal, safe = list(budget.for_debts_by_month.values()), list(budget.safe_by_month.values())
    for number in range(1, 61):
        assert fen(normal[number - 1]) == read_again(case, number, bad=False)
        assert fen(safe[number - 1]) == read_again(case, number, bad=True)


def worked_out(figure: Figure):
    """The value a figure's parts give, by its own arithmetic, in whole fen (percent in hundredths)."""
    parts = [part.value for part in figure.parts]
    known = [value for value in parts if value is not None]
    match figure.op:
        case "sum":
            return sum(known)
        case "minus":
            return parts[0] - sum(parts[1:])
        case "min":
            return min(parts)
        case "max":
            return max(parts)
        case "times":
            exact = Fraction(parts[0]) * Fraction(parts[1]) / 100
            return D(fen(exact)).scaleb(-2)
        case _:
            return figure.value


def all_figures(figure):
    yield figure
    for part in figure.parts:
        yield from all_figures(part)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.one_of(regular, rare), max_size=3), st.lists(cost_lines, max_size=4), answers)
def test_every_figure_is_the_end_of_its_own_arithmetic(more_income, more_costs, budget_answers):
    case = case_of(
        budget={name: value for name, value in budget_answers.items() if value is not None},
        income=[*base["income"], *more_income],
        costs=[*base["costs"], *more_costs],
    )
    budget = budget_of(case, TODAY)
    for month, value in budget.safe_by_month.items():
        sums = budget.sums_of(month, bad=True)
        assert sums.for_debts.value == value
        for figure in all_figures(sums.for_debts):
            if figure.parts:
                assert figure.value == worked_out(figure)
        assert sums.income.value - sums.costs.value == sums.surplus.value
    assert budget.keep.value <= max(budget.surplus.value, D(0))


def test_an_edit_of_one_line_leaves_the_rest_as_it_was():
    case = case_of(**NOODLES)
    before = budget_of(case, TODAY)
    after = budget_of(edited(case, ("costs", "c2", "amount"), D("12000")), TODAY)
    assert after.surplus.value == before.surplus.value - D("600")
    assert after.due_this_month is before.due_this_month
    assert budget_of(case, TODAY).surplus.value == before.surplus.value


def test_a_shop_that_loses_money_costs_that_much_each_month():
    losing = budget_of(case_of(income=[income("20000")], costs=[cost("24000"), cost("5700", "home")]), TODAY)
    assert shop_loses(losing).value == D("4000.00")
    assert shop_loses(budget_of(case_of(**NOODLES), TODAY)) is None
    assert shop_loses(budget_of(Case(), TODAY)) is None
