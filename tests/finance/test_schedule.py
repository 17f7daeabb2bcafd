"""Tables worked out by hand or by fractions, one for each rule of MONEY §3."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from negotiator_tui.case.kinds import Accrual, GraceKind, Method, Per
from negotiator_tui.finance.schedule import Schedule, schedule
from negotiator_tui.finance.schedule_terms import Change, Terms
from tests.finance.oracle import discounts, fen_rows, paid_down, rounded, worth


def made(terms: Terms, *, strict: bool = True) -> Schedule:
    result = schedule(terms, strict=strict)
    assert isinstance(result, Schedule), result
    return result


def table(terms: Terms, *, strict: bool = True) -> list[str]:
    rows = made(terms, strict=strict).rows
    return [f"{row.payment} = {row.principal} + {row.interest}, {row.balance}" for row in rows]


def codes(terms: Terms, *, strict: bool = True) -> list[str]:
    return [warning.code for warning in made(terms, strict=strict).warnings]


TWELVE = Terms(Decimal(12_000), Decimal(12), 6)  # 1 % a month


def test_equal_instalment():
    # 12,000 x 0.01 x 1.01^6 / (1.01^6 - 1) = 2,070.580..; 120.00, 100.49, 80.79, ... on the rounded balance
    assert table(TWELVE) == [
        "2070.58 = 1950.58 + 120.00, 10049.42",
        "2070.58 = 1970.09 + 100.49, 8079.33",
        "2070.58 = 1989.79 + 80.79, 6089.54",
        "2070.58 = 2009.68 + 60.90, 4079.86",
        "2070.58 = 2029.78 + 40.80, 2050.08",
        "2070.58 = 2050.08 + 20.50, 0.00",
    ]


def test_the_last_instalment_takes_the_rounding():
    # 1,000 / 3 at rate 0: 333.33, 333.33, 333.34
    assert [row.payment for row in made(Terms(Decimal(1000), Decimal(0), 3)).rows] == [
        Decimal("333.33"),
        Decimal("333.33"),
        Decimal("333.34"),
    ]


def test_equal_principal():
    assert table(replace(TWELVE, method=Method.EQUAL_PRINCIPAL, principal=Decimal("1000.01"), months=3)) == [
        "343.34 = 333.34 + 10.00, 666.67",
        "340.01 = 333.34 + 6.67, 333.33",
        "336.66 = 333.33 + 3.33, 0.00",
    ]


def test_interest_only():
    assert table(replace(TWELVE, method=Method.INTEREST_ONLY, months=3)) == [
        "120.00 = 0.00 + 120.00, 12000.00",
        "120.00 = 0.00 + 120.00, 12000.00",
        "12120.00 = 12000.00 + 120.00, 0.00",
    ]


def test_bullet_has_simple_interest_rounded_once():
    # 100.10 at 1 % a month for 3 months: 3.003 -> 3.00; rounded monthly it would be 1.00 each
    assert table(replace(TWELVE, method=Method.BULLET, principal=Decimal("100.10"), months=3)) == [
        "0.00 = 0.00 + 0.00, 100.10",
        "0.00 = 0.00 + 0.00, 100.10",
        "103.10 = 100.10 + 3.00, 0.00",
    ]


def test_bullet_by_the_day():
    # 31 + 31 + 28 = 90 days from 5 December at 18 % / 360 = 0.05 % a day on 10,000: 5.00 a day
    terms = Terms(
        Decimal(10_000),
        Decimal(18),
        3,
        Method.BULLET,
        year_days=360,
        accrual=Accrual.DAILY,
        first_due=date(2027, 1, 5),
    )
    assert table(terms)[-1] == "10450.00 = 10000.00 + 450.00, 0.00"


@pytest.mark.parametrize(
    ("method", "step"), [(Method.STEPPED_10, Fraction(11, 10)), (Method.STEPPED_20, Fraction(6, 5))]
)
@pytest.mark.parametrize("months", [12, 13, 30, 36])
def test_stepped_blocks_of_twelve_are_worth_the_balance(method, step, months):
    rates = [Fraction(18, 1200)] * months
    shape = [step ** (month // 12) for month in range(months)]
    unit = 5_000_000 / worth(shape, rates)
    payments = [rounded(unit * each) for each in shape]
    result = made(Terms(Decimal(50_000), Decimal(18), months, method))
    assert fen_rows(result) == paid_down(5_000_000, rates, payments)


def test_stepped_starts_counting_after_the_grace():
    result = made(Terms(Decimal(50_000), Decimal(18), 27, Method.STEPPED_20, grace_months=3))
    assert result.payment_fen[:3] == (75_000,) * 3
    assert len(set(result.payment_fen[3:15])) == 1
    assert len(set(result.payment_fen[15:26])) == 1
    assert abs(result.payment_fen[15] * 5 - result.payment_fen[3] * 6) <= 6


def test_low_then_high_solves_the_later_instalment():
    # 48,000 at 16.2 %: 1,000 for 12 months, then Y over 28 months
    rates = [Fraction(162, 12_000)] * 40
    factors = discounts(rates)
    high = rounded((4_800_000 - 100_000 * sum(factors[:12])) / sum(factors[12:]))
    terms = Terms(Decimal(48_000), Decimal("16.2"), 40, Method.LOW_THEN_HIGH, low=Decimal(1000), low_months=12)
    assert fen_rows(made(terms)) == paid_down(4_800_000, rates, [100_000] * 12 + [high] * 28)


LETTER = Terms(
    Decimal(48_000),
    Decimal("16.2"),
    40,
    Method.LOW_THEN_HIGH,
    low=Decimal(1000),
    low_months=12,
    instalment=Decimal(1900),
)


@pytest.mark.parametrize("months", [40, 60])
def test_the_letter_of_the_noodle_shop(months):
    result = made(replace(LETTER, months=months))
    assert result.rows[0].interest == Decimal("648.00")
    assert result.rows[11].balance == Decimal("43447.82")
    assert {row.payment for row in result.rows[12:39]} == {Decimal("1900.00")}
    assert result.rows[39].payment == Decimal("1013.65")
    assert result.total_paid == Decimal("64313.65")
    assert result.last_paying_month == 40
    assert [row.payment for row in result.rows[40:]] == [Decimal("0.00")] * (months - 40)


def test_rows_that_are_not_needed_stay_and_are_said():
    assert codes(LETTER) == []
    assert codes(replace(LETTER, months=41)) == ["schedule.cleared-early"]


def test_a_low_part_that_repays_everything_leaves_zeros():
    terms = Terms(Decimal(1000), Decimal(0), 6, Method.LOW_THEN_HIGH, low=Decimal(400), low_months=3)
    assert [row.payment for row in made(terms).rows] == [400, 400, 200, 0, 0, 0]
    assert codes(terms) == ["schedule.low-not-low", "schedule.cleared-early"]


# Grace: the months are the total


def test_grace_with_interest_paid():
    # then 12,000 x 0.01 x 1.030301 / 0.030301 = 4,080.265..
    assert table(replace(TWELVE, grace_months=3)) == [
        "120.00 = 0.00 + 120.00, 12000.00",
        "120.00 = 0.00 + 120.00, 12000.00",
        "120.00 = 0.00 + 120.00, 12000.00",
        "4080.27 = 3960.27 + 120.00, 8039.73",
        "4080.27 = 3999.87 + 80.40, 4039.86",
        "4080.26 = 4039.86 + 40.40, 0.00",
    ]


def test_grace_with_interest_added():
    # 12,000 -> 12,120 -> 12,241.20 -> 12,363.61 (122.412 is 122.41); x 0.340022.. = 4,203.90
    terms = replace(TWELVE, grace_months=3, grace_kind=GraceKind.ADDED)
    assert table(terms) == [
        "0.00 = -120.00 + 120.00, 12120.00",
        "0.00 = -121.20 + 121.20, 12241.20",
        "0.00 = -122.41 + 122.41, 12363.61",
        "4203.90 = 4080.26 + 123.64, 8283.35",
        "4203.90 = 4121.07 + 82.83, 4162.28",
        "4203.90 = 4162.28 + 41.62, 0.00",
    ]
    assert codes(terms) == ["schedule.interest-added"]
    assert made(terms).total_interest == Decimal("611.70")


def test_grace_with_interest_parked():
    # 360.00 simple, 120.00 on each of three instalments, without interest on it
    assert table(replace(TWELVE, grace_months=3, grace_kind=GraceKind.PARKED)) == [
        "0.00 = 0.00 + 0.00, 12000.00",
        "0.00 = 0.00 + 0.00, 12000.00",
        "0.00 = 0.00 + 0.00, 12000.00",
        "4200.27 = 3960.27 + 240.00, 8039.73",
        "4200.27 = 3999.87 + 200.40, 4039.86",
        "4200.26 = 4039.86 + 160.40, 0.00",
    ]


def test_grace_before_equal_principal_and_before_a_bullet():
    assert table(replace(TWELVE, months=3, grace_months=1, method=Method.EQUAL_PRINCIPAL)) == [
        "120.00 = 0.00 + 120.00, 12000.00",
        "6120.00 = 6000.00 + 120.00, 6000.00",
        "6060.00 = 6000.00 + 60.00, 0.00",
    ]
    assert table(replace(TWELVE, months=3, grace_months=1, method=Method.BULLET)) == [
        "120.00 = 0.00 + 120.00, 12000.00",
        "0.00 = 0.00 + 0.00, 12000.00",
        "12240.00 = 12000.00 + 240.00, 0.00",
    ]


# Sums parked from before


def test_older_sums_are_spread_without_interest_and_the_last_row_takes_the_rest():
    result = made(Terms(Decimal(300), Decimal(0), 3, parked=Decimal("100.00")))
    assert [row.payment for row in result.rows] == [Decimal("133.33"), Decimal("133.33"), Decimal("133.34")]
    assert [row.parked for row in result.rows] == [Decimal("33.33"), Decimal("33.33"), Decimal("33.34")]
    assert [row.balance for row in result.rows] == [200, 100, 0]
    assert (result.total_paid, result.total_interest) == (400, 100)


def test_few_fen_over_many_months_are_never_overpaid():
    result = made(Terms(Decimal(100), Decimal(0), 10, parked=Decimal("0.05")))  # fen(0.5) = 1
    assert result.parked_fen == (1, 1, 1, 1, 1, 0, 0, 0, 0, 0)


def test_low_then_high_carries_older_sums_in_the_high_part():
    result = made(replace(LETTER, instalment=None, parked=Decimal(280)))
    assert result.parked_fen == (0,) * 12 + (1000,) * 28
    assert result.payment_fen[:12] == (100_000,) * 12


def test_only_older_sums():
    assert made(Terms(Decimal(0), Decimal(10), 2, parked=Decimal("0.03"))).payment_fen == (2, 1)


# The first period


def test_an_odd_first_period_changes_only_the_first_interest():
    # 20 November to 31 December are 41 days: 50,000 x 16.2 % / 360 x 41 = 922.50 instead of 675.00
    regular = Terms(Decimal(50_000), Decimal("16.2"), 12, year_days=360, first_due=date(2026, 12, 31))
    odd = made(replace(regular, start=date(2026, 11, 20)))
    rows, others = fen_rows(odd), fen_rows(made(regular))
    assert rows[0] == (others[0][0] + 24_750, others[0][1], 92_250, others[0][3])
    assert rows[1:] == others[1:]
    assert odd.convention.first_days == 41


def test_30_november_to_31_december_is_a_whole_month():
    terms = Terms(Decimal(50_000), Decimal("16.2"), 12, start=date(2026, 11, 30), first_due=date(2026, 12, 31))
    assert made(terms).convention.first_days is None
    assert made(terms).interest_fen[0] == 67_500


def test_a_short_first_period_by_the_day():
    # daily, 0.05 % a day: 10 real days on 10,000 = 50.00; the normal principal is that of 31 days
    terms = Terms(
        Decimal(10_000),
        Decimal("0.05"),
        3,
        per=Per.DAY,
        accrual=Accrual.DAILY,
        start=date(2026, 12, 26),
        first_due=date(2027, 1, 5),
    )
    rates = [Fraction(each, 2000) for each in (31, 31, 28)]
    pay = rounded(1_000_000 / sum(discounts(rates)))
    expected = paid_down(1_000_000, rates, [pay] * 3)
    first = expected[0]
    assert fen_rows(made(terms)) == [(first[1] + 5_000, first[1], 5_000, first[3]), *expected[1:]]


def test_an_odd_first_period_in_every_other_method():
    odd = Terms(Decimal(10_000), Decimal(18), 2, year_days=360, start=date(2026, 11, 25), first_due=date(2026, 12, 5))
    assert table(replace(odd, method=Method.EQUAL_PRINCIPAL))[0] == "5050.00 = 5000.00 + 50.00, 5000.00"
    assert table(replace(odd, method=Method.INTEREST_ONLY))[0] == "50.00 = 0.00 + 50.00, 10000.00"
    assert table(replace(odd, method=Method.BULLET))[1] == "10200.00 = 10000.00 + 200.00, 0.00"
    assert table(replace(odd, months=1)) == ["10050.00 = 10000.00 + 50.00, 0.00"]
    grace = replace(odd, grace_months=1, grace_kind=GraceKind.ADDED)
    assert table(grace)[0] == "0.00 = -50.00 + 50.00, 10050.00"


def test_daily_accrual_follows_the_real_months():
    # leap February: 31, 29, 31 days
    terms = Terms(
        Decimal(30_000),
        Decimal("14.6"),
        3,
        Method.INTEREST_ONLY,
        year_days=365,
        accrual=Accrual.DAILY,
        first_due=date(2028, 2, 1),
    )
    # 0.04 % a day x 30,000 = 12.00 a day
    assert [row.interest for row in made(terms).rows] == [372, 348, 372]


def test_the_level_payment_by_the_day_is_worth_the_balance():
    terms = Terms(
        Decimal(50_000),
        Decimal("0.045"),
        12,
        per=Per.DAY,
        accrual=Accrual.DAILY,
        start=date(2026, 11, 30),
        first_due=date(2026, 12, 31),
    )
    lengths = [31, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30]
    rates = [Fraction(45 * each, 100_000) for each in lengths]
    pay = rounded(5_000_000 / sum(discounts(rates)))
    assert fen_rows(made(terms)) == paid_down(5_000_000, rates, [pay] * 12)


def test_due_dates_keep_their_anchor():
    result = made(Terms(Decimal(1000), Decimal(10), 4, first_due=date(2027, 1, 31)))
    assert [row.due for row in result.rows] == [
        date(2027, 1, 31),
        date(2027, 2, 28),
        date(2027, 3, 31),
        date(2027, 4, 30),
    ]
    assert result.end == date(2027, 4, 30)


def test_without_dates_there_are_none():
    result = made(Terms(Decimal(1000), Decimal(10), 2))
    assert (result.dues, result.end, result.rows[0].due) == (None, None, None)


# Contracts and offers that do not cover their interest, and changes on the way


def test_an_instalment_below_its_interest_grows_the_debt_of_a_contract():
    terms = replace(TWELVE, months=3, instalment=Decimal(100))
    assert table(terms, strict=False) == [
        "100.00 = -20.00 + 120.00, 12020.00",
        "100.00 = -20.20 + 120.20, 12040.20",
        "12160.60 = 12040.20 + 120.40, 0.00",
    ]
    assert codes(terms, strict=False) == ["schedule.unpaid-added", "schedule.last-larger"]


def test_a_first_row_of_few_days_never_pays_less_than_nothing():
    # an instalment of 10.00 against 60.00 of interest a month; the first period has 1 day of 2.00
    terms = Terms(Decimal(4000), Decimal(18), 2, year_days=360, instalment=Decimal(10))
    terms = replace(terms, start=date(2026, 12, 4), first_due=date(2026, 12, 5))
    assert table(terms, strict=False)[0] == "0.00 = -2.00 + 2.00, 4002.00"


def test_an_instalment_of_just_its_interest_is_no_growth():
    terms = replace(TWELVE, months=3, instalment=Decimal(120))
    assert [row.balance for row in made(terms).rows] == [12_000, 12_000, 0]


def test_the_last_row_at_400_percent_is_said():
    result = made(Terms(Decimal(10_000), Decimal(400), 60))
    assert result.payment_fen == (333_333,) * 59 + (1_333_333,)
    assert [(each.code, dict(each.args)) for each in result.warnings] == [
        ("schedule.last-larger", {"last": "13,333.33", "level": "3,333.33"})
    ]


def test_a_change_of_rate_recasts_the_level_payment():
    rates = [Fraction(1, 100)] * 6
    pay = rounded(1_200_000 / sum(discounts(rates)))
    before = paid_down(1_200_000, rates, [pay] * 6)[:3]
    later = [Fraction(1, 200)] * 3
    again = rounded(before[-1][3] / sum(discounts(later)))
    terms = replace(TWELVE, changes=(Change(4, rate=Decimal(6)),))
    assert fen_rows(made(terms)) == before + paid_down(before[-1][3], later, [again] * 3)


def test_a_change_of_instalment_holds_from_its_month():
    terms = Terms(Decimal(1200), Decimal(0), 4, changes=(Change(2, instalment=Decimal(500)),))
    assert [row.payment for row in made(terms).rows] == [300, 500, 400, 0]


def test_a_change_of_rate_in_the_other_methods():
    terms = replace(TWELVE, months=3, changes=(Change(3, rate=Decimal(6)),))
    assert [row.interest for row in made(replace(terms, method=Method.INTEREST_ONLY)).rows] == [120, 120, 60]
    assert [row.interest for row in made(replace(terms, method=Method.BULLET)).rows] == [0, 0, 300]
    assert [row.interest for row in made(replace(terms, method=Method.EQUAL_PRINCIPAL)).rows] == [120, 80, 20]
    assert [row.principal for row in made(replace(terms, method=Method.EQUAL_PRINCIPAL)).rows] == [4000] * 3


def test_a_change_of_rate_inside_the_low_part_keeps_the_low_part():
    changed = made(replace(LETTER, instalment=None, changes=(Change(7, rate=Decimal(8)),)))
    assert changed.payment_fen[:12] == (100_000,) * 12
    later = [Fraction(8, 1200)] * 34
    factors = discounts(later)
    high = rounded((changed.balance_fen[5] - 100_000 * sum(factors[:6])) / sum(factors[6:]))
    assert changed.payment_fen[12:39] == (high,) * 27


def test_a_change_of_rate_inside_the_grace():
    terms = replace(TWELVE, grace_months=3, changes=(Change(2, rate=Decimal(24)),))
    assert [row.interest for row in made(terms).rows[:4]] == [120, 240, 240, 240]
