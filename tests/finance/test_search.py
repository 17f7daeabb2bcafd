"""The search against the same search done the slow way, and what it says of single cases."""

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest

from negotiator_tui.case.kinds import GraceKind, Method
from negotiator_tui.finance.savings import from_savings
from negotiator_tui.finance.search_debt import Mode, Money, Result, finished, search
from negotiator_tui.finance.search_grid import NONE, Grid, Key, Low, low_part, rates_below
from negotiator_tui.finance.search_points import Change
from tests.finance.brute import Found, everything, undominated
from tests.finance.search_grids import any_grid, any_money, fast, owed, points, rows_as_money, same

D = Decimal
DEMO = Grid(4_800_000, 21_000, 6_768, rates_below(D("16.2")), 20, Method.EQUAL_INSTALMENT, months=tuple(range(20, 61)))


def found_in(grid: Grid, usual: list[int], bad: list[int] | None = None, *, guessed: bool = False) -> Result:
    return finished(search(grid, Money(tuple(usual), tuple(usual if bad is None else bad), guessed)))


def slow_points(found: list[Found], grid: Grid) -> tuple[Found | None, ...]:
    """Recommended, shortest and least total by their definitions."""
    if not found:
        return None, None, None
    first, plain = found[0], (0, float(owed(grid).rates[-1]))
    if (first.waiver, float(first.rate)) == plain:
        found = [each for each in found if (each.waiver, float(each.rate)) == plain]
    shortest = min(found, key=lambda each: (each.months, each.order))
    return first, shortest, min(found, key=lambda each: (each.total, each.order))


def agrees(grid: Grid, money: list[int]) -> bool:
    """Compare frontier and points; returns whether anything fits."""
    found = everything(owed(grid), money)
    slow = undominated(found)
    quick = fast(grid, money)
    assert len(quick) == len(slow)
    assert all(same(*pair) for pair in zip(quick, slow, strict=True))
    if found:
        result = found_in(grid, money)
        assert all(same(*pair) for pair in zip(points(result), slow_points(found, grid), strict=True))
    return bool(found)


@pytest.mark.parametrize("seed", range(8))
def test_random_grids_agree_with_the_slow_search(seed):
    random = Random(seed)
    fitting = sum(agrees(*any_grid(random)) for _ in range(25))
    assert 3 < fitting < 25  # both kinds are there


@pytest.mark.parametrize("seed", range(4))
def test_money_that_is_some_plans_own_rows_agrees_to_the_fen(seed):
    random = Random(1000 + seed)
    tried = 0
    while tried < 8:
        grid, _ = any_grid(random)
        all_plans = everything(owed(grid), [10**12] * 60)
        if all_plans:
            tried += 1
            exact, *others = rows_as_money(random, random.choice(all_plans).payments)
            assert agrees(grid, exact)
            for money in others:
                agrees(grid, money)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(20))
def test_many_random_grids_agree(seed):
    random = Random(2000 + seed)
    for _ in range(100):
        agrees(*any_grid(random))


@pytest.mark.soak
@pytest.mark.parametrize(
    "money",
    [[130_000] * 12 + [100_000] * 48, [80_000] * 12 + [150_000] * 48, [90_000 + m % 12 * 5_000 for m in range(60)]],
    ids=["falling", "stepping-up", "seasons"],
)
def test_full_grids_agree(money):
    grid = replace(DEMO, paid=(0, 100_000, 200_000), low=low_part(money))
    assert agrees(grid, money)


# What comes out


def test_at_the_contract_rate_time_is_what_is_asked_for():
    result = found_in(DEMO, [160_000] * 60)
    best = result.recommended
    assert (result.mode, result.holds, best.concession) == (Mode.INSTALMENTS, True, 0)
    assert (best.key.method, best.key.months, best.key.grace, best.rate) == (Method.EQUAL_INSTALMENT, 39, 0, D("16.2"))
    assert max(best.payments) <= 160_000
    assert best.payments[0] == 159_829  # 48,000 at 1.35 % over 39 months is 1,591.17, and 277.68 / 39 = 7.12
    assert {each.change for each in result.smaller} == {Change.MONTHS}


def test_a_small_debt_asks_for_no_cut_that_is_worth_less_than_a_yuan():
    # 100.00 at 12 % in 12 months: 8.88 a month, 106.63 in all. At 10.5 %: 8.81 and 105.80, which gives up 0.77.
    grid = Grid(10_000, 0, 60, rates_below(D("12")), 12, Method.EQUAL_INSTALMENT, months=tuple(range(12, 61)))
    best = found_in(grid, [900] * 60).recommended
    assert (best.rate, best.key.waiver, best.key.months) == (D("12"), NONE, 12)
    assert best.payments[0] == 893  # with 0.60 of penalty in twelve parts
    # Where no time is enough (60 months at 12 % are 2.22 and a fen of the penalty), the least cut is asked for.
    best = found_in(grid, [221] * 60).recommended
    assert (best.rate, best.key.months, best.payments[0]) == (D("11.5"), 60, 221)


def test_what_only_just_fits_is_marked():
    result = found_in(DEMO, [160_000] * 60, [10_000] * 60)
    assert (result.mode, result.holds, result.recommended.key.months) == (Mode.INSTALMENTS, False, 39)


def test_a_guess_that_forces_a_rate_cut_shows_the_plan_beside_it():
    guessed = found_in(DEMO, [160_000] * 60, [110_000] * 60, guessed=True)
    assert guessed.recommended.rate < D("16.2")
    assert (guessed.beside.rate, guessed.beside.key.waiver, guessed.beside.key.months) == (D("16.2"), NONE, 39)
    known = found_in(DEMO, [160_000] * 60, [110_000] * 60)
    assert known.beside is None
    assert known.recommended.order == guessed.recommended.order


def test_the_next_smaller_ask_breaks_and_says_when():
    result = found_in(DEMO, [110_000] * 60)
    steps = {each.change: each for each in result.smaller}
    assert set(steps) == {Change.RATE, Change.MONTHS}
    dearer = steps[Change.RATE]
    assert dearer.candidate.rate == result.recommended.rate + D("0.5")
    assert (dearer.fit.breaks_in, dearer.fit.ok) == (0, False)
    assert dearer.fit.short_by == dearer.candidate.payments[0] - 110_000


def test_no_grace_month_is_taken_off_below_the_contract():
    grid = replace(DEMO, months=(30,), contract_months=30, graces=(3,))
    result = found_in(grid, [10**7] * 60)
    assert result.recommended.key.grace == 3
    (less,) = result.smaller
    assert (less.change, less.key.grace, less.key.months, less.fit.ok) == (Change.GRACE, 2, 30, True)


def test_a_season_without_money_is_bridged_with_what_was_saved():
    signed = [-50_000 if month % 12 in {6, 7} else 200_000 for month in range(60)]
    result = found_in(DEMO, signed)
    assert result.mode is Mode.INSTALMENTS
    assert result.savings
    assert [month % 12 for month, _ in result.savings[:2]] == [6, 7]
    month, fen = result.savings[0]
    assert fen == result.recommended.payments[month] + 50_000
    assert all(each.key.method is not Method.INTEREST_ONLY for each in result.frontier)


@pytest.mark.parametrize(
    ("payments", "signed", "needs"),
    [
        ([100, 100], [150, 50], ((1, 50),)),
        ([100, 100], [149, 50], None),
        ([0, 0, 100], [100, -40, 40], ((2, 60),)),
        ([0, 0, 100], [100, -400, 40], None),  # a hole eats what was saved, and no more than that
        ([0, 0, 0, 100], [100, -400, 0, 100], ()),
        ([0] * 6 + [100], [100] + [0] * 6, ((6, 100),)),
        ([0] * 7 + [100], [100] + [0] * 7, None),  # older than six months
    ],
)
def test_savings(payments, signed, needs):
    assert from_savings(payments, signed) == needs


def test_the_next_smaller_ask_is_tried_with_savings_too():
    signed = [-50_000 if month % 12 in {6, 7} else 200_000 for month in range(60)]
    result = found_in(DEMO, signed)
    (shorter,) = result.smaller
    assert (shorter.change, shorter.fit.breaks_in) == (Change.MONTHS, 7)
    assert from_savings(shorter.candidate.payments, signed) is None
    # six good months leave so much, two months without money take it
    payment = shorter.candidate.payments[0]
    assert shorter.fit.short_by == 2 * payment + 100_000 - 6 * (200_000 - payment)


def test_where_nothing_fits_it_says_what_would():
    result = found_in(DEMO, [70_000] * 60)
    assert (result.mode, result.frontier) == (Mode.NONE_FITS, ())
    assert result.needed.monthly == 117_727  # 48,000 at 1.35 % over 60 months is 1,172.64, and 277.68 / 60 = 4.63
    assert result.needed.months == 196  # 698.40 and 1.42; one month less is 700.59
    assert found_in(DEMO, [60_000] * 60).needed.months is None  # less than the interest of 648.00


def test_no_money_at_all_is_no_plan():
    result = found_in(DEMO, [0] * 60)
    assert (result.mode, result.needed.months) == (Mode.NONE_FITS, None)


@pytest.mark.parametrize("principal", [1, 9_999_999_999])
@pytest.mark.parametrize("contract", ["0", "16.2", "400"])
def test_smallest_and_largest_debts(principal, contract):
    grid = Grid(principal, 0, 0, rates_below(D(contract)), 1, Method.EQUAL_INSTALMENT)
    result = found_in(grid, [principal] * 60)
    assert result.recommended is not None
    assert result.recommended.concession == 0
    assert sum(result.recommended.payments) >= principal


def test_the_last_row_counts():
    # 10,000 at 400 %: 59 times 3,333.33, then 13,333.33
    grid = Grid(1_000_000, 0, 0, (D(400),), 60, Method.EQUAL_INSTALMENT, months=(60,), graces=(0,),
                methods=(Method.EQUAL_INSTALMENT,))  # fmt: skip
    enough = [333_333] * 59 + [1_333_333]
    assert fast(grid, enough)[0].payments == tuple(enough)
    assert fast(grid, [*enough[:-1], 1_333_332]) == ()


def test_an_instalment_below_its_interest_is_no_plan():
    grid = replace(DEMO, low=Low(60_000, 12))
    assert grid.candidate(Key(Method.LOW_THEN_HIGH, 40, 0, GraceKind.PAID, len(grid.rates) - 1, NONE, 0)) is None


@pytest.mark.parametrize(
    ("safe", "low"),
    [
        ([160_000] * 12 + [300_000] * 48, Low(160_000, 12)),
        ([166_666] * 12 + [300_000] * 48, Low(166_000, 12)),
        ([160_000] * 60, None),
        ([160_000] * 12 + [175_999] * 48, None),
        ([160_000] * 12 + [176_000] * 48, Low(160_000, 12)),
        ([0] * 12 + [300_000] * 48, None),
        ([140_000] * 2 + [160_000] * 10 + [300_000] * 48, Low(140_000, 12)),
        ([160_000] * 12 + [300_000] * 40 + [100_000] * 8, None),  # not for good
        ([], None),
    ],
)
def test_where_money_steps_up_for_good(safe, low):
    assert low_part(safe) == low


@pytest.mark.parametrize(
    ("contract", "rates"),
    [("0", ["0"]), ("0.3", ["0", "0.3"]), ("1", ["0", "0.5", "1"]), ("1.2", ["0", "0.5", "1", "1.2"])],
)
def test_rates_below_the_contract(contract, rates):
    assert list(rates_below(D(contract))) == [D(each) for each in rates]


def test_the_work_comes_in_slices():
    steps = search(DEMO, Money((110_000,) * 60, (110_000,) * 60))
    count = sum(1 for _ in steps)
    assert count > 20


@pytest.mark.parametrize("seed", range(4))
def test_long_spans_of_months_agree(seed):
    random = Random(4000 + seed)
    fitting = 0
    for _ in range(4):
        grid, _ = any_grid(random)
        first = random.randint(1, 20)
        months = tuple(range(first, first + random.randint(12, 25)))
        rates = tuple(sorted({grid.rates[-1], random.choice(grid.rates)}))
        money = any_money(random, max(1, grid.principal * 2 // (first + 12)))
        grid = replace(grid, months=months, graces=(0, 1), rates=rates, low=low_part(money), paid=grid.paid[:2])
        grid = replace(grid, contract_months=random.choice([1, first]))
        fitting += agrees(grid, money)
    assert fitting
