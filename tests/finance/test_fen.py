from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator_tui.finance.fen import half_up, percent, to_cent, to_fen, yuan


@pytest.mark.parametrize(
    ("numerator", "denominator", "whole"),
    [(5, 2, 3), (-5, 2, -3), (4, 3, 1), (-4, 3, -1), (0, 7, 0), (7, 7, 1), (1, 3, 0), (49, 100, 0), (50, 100, 1)],
)
def test_half_up_takes_exact_halves_away_from_zero(numerator, denominator, whole):
    assert half_up(numerator, denominator) == whole


@given(st.integers(-(10**20), 10**20), st.integers(1, 10**9))
def test_half_up_agrees_with_decimal_rounding(numerator, denominator):
    quotient = Context(prec=60).divide(Decimal(numerator), Decimal(denominator))
    # 60 digits cannot turn a quotient of these sizes into a false half
    assert half_up(numerator, denominator) == int(quotient.to_integral_value(ROUND_HALF_UP))


@pytest.mark.parametrize(
    ("amount", "fen"),
    [
        ("0.01", 1),
        ("12", 1200),
        ("1.005", 101),
        ("1.0049999999999999999999999999999999", 100),
        ("-0.005", -1),
        ("1E3", 100_000),
    ],
)
def test_yuan_become_fen_half_up(amount, fen):
    assert to_fen(Decimal(amount)) == fen


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "-Infinity"])
def test_no_number_is_no_amount(amount):
    with pytest.raises(ValueError, match="not an amount"):
        to_fen(Decimal(amount))


@pytest.mark.parametrize(("fen", "text"), [(0, "0.00"), (5, "0.05"), (-5, "-0.05"), (9_999_999_999, "99999999.99")])
def test_fen_become_yuan_with_two_places(fen, text):
    assert str(yuan(fen)) == text


def test_the_global_decimal_context_is_neither_used_nor_changed():
    with localcontext(Context(prec=2, rounding=ROUND_DOWN)) as global_one:
        assert to_fen(Decimal("123456.785")) == 12_345_679
        assert str(yuan(12_345_679)) == "123456.79"
        assert str(percent(Decimal("0.123456785"))) == "12.345679"
        assert str(to_cent(Decimal("1234.565"))) == "1234.57"
        assert (global_one.prec, global_one.rounding) == (2, ROUND_DOWN)
