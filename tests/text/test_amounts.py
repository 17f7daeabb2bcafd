from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator_tui.text.amounts import DAYS, format_amount, format_yuan, parse_amount, parse_whole
from negotiator_tui.text.fault import Fault


@pytest.mark.parametrize(
    ("raw", "yuan"),
    [
        ("12000", "12000.00"),
        ("12000.5", "12000.50"),
        ("1.2万", "12000.00"),
        ("1.25万元", "12500.00"),
        ("3千", "3000.00"),
        ("1.2w", "12000.00"),
        ("5K", "5000.00"),
        ("１２，０００", "12000.00"),
        ("１.２ 万 元", "12000.00"),
        ("¥12,000", "12000.00"),
        ("￥12,000.00", "12000.00"),
        ("人民币 12,000 元整", "12000.00"),
        ("12,000元", "12000.00"),
        ("12 000", "12000.00"),
        ("12。5", "12.50"),
        ("12000元。", "12000.00"),
        ("12块5", "12.50"),
        ("3块5毛", "3.50"),
        ("12元3角4分", "12.34"),
        ("12元3分", "12.03"),
        ("5毛", "0.50"),
        (".5", "0.50"),
        ("一万二", "12000.00"),
        ("三千五", "3500.00"),
        ("两百", "200.00"),
        ("兩萬元", "20000.00"),
        ("十二万", "120000.00"),
        ("一百零五", "105.00"),
        ("一百五", "150.00"),
        ("一万零五百", "10500.00"),
        ("一点二万", "12000.00"),
        ("壹万贰仟叁佰元整", "12300.00"),
        ("1万2", "12000.00"),
        ("1万2千5百", "12500.00"),
        ("1万2500", "12500.00"),
        ("3*1200+80", "3680.00"),
        ("(1200+300)*2", "3000.00"),
        ("（1200＋300）×2", "3000.00"),
        ("3x1200", "3600.00"),
        ("1200元+80元", "1280.00"),
        ("1.2万-3千", "9000.00"),
        ("12000*5%", "600.00"),
        ("10÷3", "3.33"),
        ("20÷3", "6.67"),
        ("0.01/2", "0.01"),
        ("10000*0.00045*30", "135.00"),
        ("0.1+0.2", "0.30"),
        ("=3+4", "7.00"),
        ("=12-5", "7.00"),
        ("12 - 5", "7.00"),
        ("35-12", "23.00"),
        ("0", "0.00"),
        ("-0.00", "0.00"),
        ("99,999,999.99", "99999999.99"),
    ],
)
def test_read(raw, yuan):
    found = parse_amount(raw)
    assert isinstance(found, Decimal)
    assert str(found) == yuan


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("", "empty"),
        (" \u3000", "empty"),
        ("12.345", "amount-places"),
        ("1.2345678万", "amount-places"),
        ("12.345+1", "amount-places"),
        ("1,2000", "amount-commas"),
        ("1,23", "amount-commas"),
        ("0,123", "amount-commas"),
        ("1,234,56", "amount-commas"),
        ("2亿", "amount-range"),
        ("100000000", "amount-range"),
        ("9" * 40, "amount-range"),
        ("99999999*99999999", "amount-range"),
        ("9" * 100, "too-long"),
        ("-5", "amount-negative"),
        ("5-12", "amount-date"),
        ("12-5", "amount-date"),
        ("１２－５", "amount-date"),
        ("12-05", "amount-date"),
        ("2026-12-05", "amount-date"),
        ("2026/12/5", "amount-date"),
        ("12月5日", "amount-date"),
        ("3000-5000", "amount-negative"),
        ("1/0", "amount-division"),
        ("1/(2-2)", "amount-division"),
        *(
            (raw, "amount-unclear")
            for raw in (
                "1_000", "1e5", "1E+3", "1e9999999", "0x10", "١٢٣", "nan", "inf", "Infinity", "1.234.5", "$12",
                "(5.00)",
                "1 2", "3--2", "3**2", "(1", "1)", "()", "+", "5%", "1000+5%", "½", "3²", "①", "3000~5000", "1万20",
                "百五", "三五", "三千五万", "十二千", "一万零", "abc", "不知道", "12\x1b[2J", "\u202e12", "\ud800",
                "1200..5",
            )
        ),
    ],
)  # fmt: skip
def test_refused(raw, code):
    found = parse_amount(raw)
    assert isinstance(found, Fault)
    assert found.code == code


def test_below_zero_only_where_it_may_be():
    assert parse_amount("-5", signed=True) == Decimal("-5.00")
    assert parse_amount("-1/3", signed=True) == Decimal("-0.33")
    assert parse_amount("-5/1000", signed=True) == Decimal("-0.01")
    assert str(parse_amount("-0", signed=True)) == "0.00"


@given(st.decimals(0, Decimal("99999999.99"), places=2))
def test_what_is_shown_can_be_read(amount):
    for text in (format_amount(amount), format_yuan(amount), str(amount), f"¥{amount}元"):
        assert parse_amount(text) == amount


@given(st.integers(-9999, 9999), st.integers(-9999, 9999), st.integers(0, 99))
def test_a_sum_is_a_sum(a, b, c):
    assert parse_amount(f"({a})*{c}-({b})", signed=True) == a * c - b


@given(st.text(), st.text(alphabet="0123456789.,+-*/()%万千百十亿零一二三五两点元角分wkx¥ ", max_size=40))
def test_never_raises_and_always_to_the_fen(anything, alike):
    for raw in (anything, alike):
        found = parse_amount(raw, signed=True)
        assert isinstance(found, Fault) or (found.as_tuple().exponent == -2 and abs(found) < 10**8)


@pytest.mark.parametrize(
    ("raw", "number"),
    [("12", 12), ("１２", 12), ("12期", 12), ("12个月", 12), ("十二", 12), ("一百二十期", 120), ("2年", 24),
     ("半年", 6), ("1.5年", 18), (" 12 期", 12), ("0", 0)],
)  # fmt: skip
def test_whole_numbers(raw, number):
    assert parse_whole(raw, 0, 360) == number


@pytest.mark.parametrize(
    ("raw", "code"),
    [("", "empty"), ("1.5", "whole-unclear"), ("5天", "whole-unclear"), ("1 2", "whole-unclear"),
     ("-1", "whole-unclear"), ("1e2", "whole-unclear"), ("期", "whole-unclear"), ("年", "whole-unclear"),
     ("361", "whole-range"),
     ("31年", "whole-range"), ("9" * 50, "whole-range")],
)  # fmt: skip
def test_whole_numbers_refused(raw, code):
    found = parse_whole(raw, 0, 360)
    assert isinstance(found, Fault)
    assert found.code == code


def test_whole_days():
    assert parse_whole("5号", 1, 31, units=DAYS) == 5
    assert isinstance(parse_whole("5期", 1, 31, units=DAYS), Fault)


@given(st.text())
def test_whole_numbers_never_raise(raw):
    found = parse_whole(raw, 0, 360)
    assert isinstance(found, Fault) or 0 <= found <= 360


@pytest.mark.parametrize(
    ("amount", "shown", "signed", "in_a_sentence"),
    [
        ("12000", "12,000.00", "+12,000.00", "12,000"),
        ("1234567.5", "1,234,567.50", "+1,234,567.50", "1,234,567.50"),
        ("-80.1", "-80.10", "-80.10", "-80.10"),
        ("0", "0.00", "0.00", "0"),
        ("-0.00", "0.00", "0.00", "0"),
        ("-0.001", "0.00", "0.00", "0"),
        ("0.125", "0.13", "+0.13", "0.13"),
    ],
)
def test_shown(amount, shown, signed, in_a_sentence):
    value = Decimal(amount)
    assert (format_amount(value), format_amount(value, plus=True), format_yuan(value)) == (shown, signed, in_a_sentence)
