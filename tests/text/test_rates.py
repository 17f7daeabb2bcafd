from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator_tui.text.fault import Fault
from negotiator_tui.text.rates import RateText, format_rate, parse_number, parse_rate


@pytest.mark.parametrize(
    ("raw", "percent", "per"),
    [
        ("16.2", "16.2", None),
        ("16.20%", "16.2", None),
        ("１６．２％", "16.2", None),
        ("0.045%", "0.045", None),
        ("万4.5", "0.045", "day"),
        ("万分之4.5", "0.045", "day"),
        ("万分之四点五", "0.045", "day"),
        ("万四点五", "0.045", "day"),
        ("万五", "0.05", "day"),
        ("萬分之四點五", "0.045", "day"),
        ("千分之5", "0.5", None),
        ("5‰", "0.5", None),
        ("4.5‱", "0.045", "day"),
        ("百分之十二", "12", None),
        ("日万4.5", "0.045", "day"),
        ("万4.5/日", "0.045", "day"),
        ("日利率：万分之4.5", "0.045", "day"),
        ("0.045%/日", "0.045", "day"),
        ("0.045% / 天", "0.045", "day"),
        ("每日0.05%", "0.05", "day"),
        ("月1.35%", "1.35", "month"),
        ("月息1.5分", "1.5", "month"),
        ("1分5", "1.5", "month"),
        ("一分五", "1.5", "month"),
        ("1分5厘", "1.5", "month"),
        ("1分半", "1.5", "month"),
        ("两分利", "2", "month"),
        ("1厘", "0.1", "month"),
        ("年息5厘", "5", "year"),
        ("年16.2%", "16.2", "year"),
        ("年化16.2", "16.2", "year"),
        ("年利率（单利）16.2%", "16.2", "year"),
        ("16.2%/年", "16.2", "year"),
        ("年利率为10%", "10", "year"),
        ("0", "0", None),
        ("0.00000001", "0.00000001", None),
        ("1000%/年", "1000", "year"),
    ],
)
def test_read(raw, percent, per):
    found = parse_rate(raw)
    assert found == RateText(Decimal(percent), per)
    assert str(found.value) == percent or percent == "0.00000001"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("", "empty"),
        ("1001%", "rate-range"),
        ("日3%", "rate-range"),
        ("月84%", "rate-range"),
        ("0.123456789", "rate-places"),
        *(
            (raw, "rate-unclear")
            for raw in ("-3", "abc", "年", "%", "万", "分", "厘", "半", "1.5分5", "1分12", "日0.05%/月", "1.6.2", "1e2",
                        "LPR+3", "16 2", "1,2%", "16.2%%", "nan", "三成")
        ),
    ],
)  # fmt: skip
def test_refused(raw, code):
    found = parse_rate(raw)
    assert isinstance(found, Fault)
    assert found.code == code


@given(st.text(), st.text(alphabet="0123456789.%‰万千百分之厘半日月年化息每/四五点 ", max_size=14))
def test_never_raises_and_stays_in_range(anything, alike):
    for raw in (anything, alike):
        found = parse_rate(raw)
        assert isinstance(found, Fault) or 0 <= found.value <= 1000


@given(st.decimals(0, 1000, places=8))
def test_what_is_shown_can_be_read(rate):
    found = parse_rate(format_rate(rate) + "%")
    assert found == RateText(rate, None)


def test_multipliers():
    assert parse_number("1.5倍", 1, 3, 2) == Decimal("1.5")
    assert parse_number("一点五", 1, 3, 2) == Decimal("1.5")
    assert parse_number("3%", 0, 100, 2, unit="%") == 3
    codes = [
        found.code for raw in ("1.555", "4", "150%", "x", "") if isinstance(found := parse_number(raw, 1, 3, 2), Fault)
    ]
    assert codes == ["number-places", "number-range", "number-unclear", "number-unclear", "empty"]


@pytest.mark.parametrize(
    ("rate", "shown"),
    [("16.20", "16.2"), ("10", "10"), ("1E+1", "10"), ("0.04500000", "0.045"), ("0E-8", "0"), ("1E-7", "0.0000001")],
)
def test_shown(rate, shown):
    assert format_rate(Decimal(rate)) == shown
