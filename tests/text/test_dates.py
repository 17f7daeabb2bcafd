"""Today is Wednesday, 26 November 2025."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator_tui.text.dates import (
    format_date,
    format_moment,
    format_month,
    format_months,
    parse_date,
    parse_moment,
    parse_month,
    parse_months,
)
from negotiator_tui.text.fault import Fault

TODAY = date(2025, 11, 26)
NOW = datetime.fromisoformat("2025-11-26 10:20:33")


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("2026-12-05", "2026-12-05"),
        ("2026-12-5", "2026-12-05"),
        ("2026/12/5", "2026-12-05"),
        ("2026.12.5", "2026-12-05"),
        ("2026 12 5", "2026-12-05"),
        ("20261205", "2026-12-05"),
        ("２０２６－１２－０５", "2026-12-05"),
        ("2026年12月5日", "2026-12-05"),
        ("二〇二六年十二月五号", "2026-12-05"),
        ("26-12-5", "2026-12-05"),
        ("26年12月5日", "2026-12-05"),
        ("去年12月5日", "2024-12-05"),
        ("12-5", "2025-12-05"),
        ("12/5", "2025-12-05"),
        ("12.5", "2025-12-05"),
        ("12 5", "2025-12-05"),
        ("12月5日", "2025-12-05"),
        ("12月5号", "2025-12-05"),
        ("12月5號", "2025-12-05"),
        ("12 月 5 日", "2025-12-05"),
        ("3月1日", "2026-03-01"),
        ("7-1", "2025-07-01"),
        ("5号", "2025-12-05"),
        ("20日", "2025-11-20"),
        ("31号", "2025-10-31"),
        ("下个月5号", "2025-12-05"),
        ("上月5日", "2025-10-05"),
        ("今天", "2025-11-26"),
        ("明天", "2025-11-27"),
        ("后天", "2025-11-28"),
        ("大后天", "2025-11-29"),
        ("昨天", "2025-11-25"),
        ("前天", "2025-11-24"),
        ("3天前", "2025-11-23"),
        ("三天前", "2025-11-23"),
        ("10天后", "2025-12-06"),
        ("10天以后", "2025-12-06"),
        ("两周后", "2025-12-10"),
        ("3个月前", "2025-08-26"),
        ("1年后", "2026-11-26"),
        ("下周三", "2025-12-03"),
        ("下周一", "2025-12-01"),
        ("下下周一", "2025-12-08"),
        ("上周日", "2025-11-23"),
        ("这个周五", "2025-11-28"),
        ("周五", "2025-11-28"),
        ("礼拜三", "2025-11-26"),
        ("星期天", "2025-11-23"),
        ("月底", "2025-11-30"),
        ("下月底", "2025-12-31"),
        ("2月底", "2026-02-28"),
        ("年底", "2025-12-31"),
        ("1990-01-01", "1990-01-01"),
        ("2100-12-31", "2100-12-31"),
    ],
)
def test_day(raw, day):
    assert parse_date(raw, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("raw", "past", "future"),
    [
        ("12-5", "2024-12-05", "2025-12-05"),
        ("7月1日", "2025-07-01", "2026-07-01"),
        ("11-26", "2025-11-26", "2025-11-26"),
        ("5号", "2025-11-05", "2025-12-05"),
        ("31号", "2025-10-31", "2025-12-31"),
        ("周一", "2025-11-24", "2025-12-01"),
        ("周三", "2025-11-26", "2025-11-26"),
        ("6月底", "2025-06-30", "2026-06-30"),
    ],
)
def test_day_before_or_after_today(raw, past, future):
    assert parse_date(raw, TODAY, "past") == date.fromisoformat(past)
    assert parse_date(raw, TODAY, "future") == date.fromisoformat(future)


@pytest.mark.parametrize(
    ("raw", "day"),
    [("明年3月", "2026-03-31"), ("2028年2月", "2028-02-29"), ("2026-6", "2026-06-30"), ("3月5日", "2026-03-05")],
)
def test_a_month_is_its_last_day_where_an_end_is_asked_for(raw, day):
    assert parse_date(raw, TODAY, "future", ends=True) == date.fromisoformat(day)


def test_a_day_of_every_month_is_the_next_one():
    assert parse_date("每月9号", TODAY, "future") == date(2025, 12, 9)
    assert parse_date("每个月28日", TODAY, "future") == date(2025, 11, 28)


def test_two_months_before_and_after():
    assert parse_date("上上个月15号", TODAY) == date(2025, 9, 15)
    assert parse_date("下下月底", TODAY) == date(2026, 1, 31)
    assert parse_month("上上个月", TODAY) == "2025-09"


def test_a_month_later_ends_with_the_month():
    assert parse_date("1个月后", date(2026, 1, 31)) == date(2026, 2, 28)
    assert parse_date("12个月前", date(2024, 2, 29)) == date(2023, 2, 28)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("", "empty"),
        ("2025-02-30", "date-impossible"),
        ("2025-13-01", "date-impossible"),
        ("2-30", "date-impossible"),
        ("32号", "date-impossible"),
        ("20250230", "date-impossible"),
        ("13月底", "date-impossible"),
        ("0000-01-01", "date-range"),
        ("10000-01-01", "date-range"),
        ("1989-12-31", "date-range"),
        ("2101-01-01", "date-range"),
        ("99999天后", "date-range"),
        ("99999年前", "date-range"),
        *((raw, "date-no-day") for raw in ("2026-12", "明年3月", "12月", "上个月", "上上个月")),
        *(
            (raw, "date-unclear")
            for raw in ("2025-W01-1", "2025-330", "03/04/2025", "12-5-26", "2026-12.5", "202612", "5",
                        "初五", "2026-12-05T10:00", "٢٠٢٥-٠١-٠١", "tomorrow", "999999天后", "-1天后", "12--5",
                        "2026-12-05x")
        ),
    ],
)  # fmt: skip
def test_day_refused(raw, code):
    found = parse_date(raw, TODAY)
    assert isinstance(found, Fault)
    assert found.code == code


@pytest.mark.parametrize(
    ("raw", "month"),
    [
        ("2026-06", "2026-06"),
        ("2026/6", "2026-06"),
        ("202606", "2026-06"),
        ("2026年6月", "2026-06"),
        ("26年6月份", "2026-06"),
        ("去年6月", "2024-06"),
        ("明年一月", "2026-01"),
        ("6月", "2025-06"),
        ("2月", "2026-02"),
        ("十二月", "2025-12"),
        ("6", "2025-06"),
        ("上个月", "2025-10"),
        ("本月", "2025-11"),
        ("下月", "2025-12"),
        ("3个月前", "2025-08"),
        ("2026-06-15", "2026-06"),
        ("今天", "2025-11"),
    ],
)
def test_month(raw, month):
    assert parse_month(raw, TODAY) == month


def test_month_before_or_after_today():
    assert parse_month("12月", TODAY, "past") == "2024-12"
    assert parse_month("6月", TODAY, "future") == "2026-06"
    assert parse_month("11月", TODAY, "past") == parse_month("11月", TODAY, "future") == "2025-11"


@pytest.mark.parametrize(
    ("raw", "code"),
    [("", "empty"), ("2026-13", "month-unclear"), ("0月", "month-unclear"), ("200013", "month-unclear"),
     ("1989-01", "date-range"), ("10000-01", "date-range"), ("冬天", "month-unclear"), ("2026-W06", "month-unclear")],
)  # fmt: skip
def test_month_refused(raw, code):
    found = parse_month(raw, TODAY)
    assert isinstance(found, Fault)
    assert found.code == code


@pytest.mark.parametrize(
    ("raw", "months"),
    [
        ("6", (6,)),
        ("1,2", (1, 2)),
        ("1-3,12", (1, 2, 3, 12)),
        ("1月、2月", (1, 2)),
        ("1 3", (1, 3)),
        ("１，３；５", (1, 3, 5)),
        ("2,1,2", (1, 2)),
        ("11-2", (1, 2, 11, 12)),
        ("十一月到二月", (1, 2, 11, 12)),
        ("6月-8月", (6, 7, 8)),
        ("每月", tuple(range(1, 13))),
    ],
)
def test_months(raw, months):
    assert parse_months(raw) == months


@pytest.mark.parametrize("raw", ["0", "13", "1-", "1,,2", "1-13", "-1", "1-2-3", "夏天", "1.5"])
def test_months_refused(raw):
    assert parse_months(raw) == Fault("months-unclear", (("text", raw),))


@given(st.sets(st.integers(1, 12), min_size=1))
def test_months_shown_can_be_read(months):
    assert parse_months(format_months(months)) == tuple(sorted(months))


def test_months_shown():
    assert format_months((12, 1, 2, 3)) == "1-3,12"
    assert format_months((5, 7)) == "5,7"
    assert format_months(()) == ""


@pytest.mark.parametrize(
    ("raw", "moment"),
    [
        ("14:30", "2025-11-26 14:30"),
        ("14：30", "2025-11-26 14:30"),
        ("今天 14:30", "2025-11-26 14:30"),
        ("昨天下午3点", "2025-11-25 15:00"),
        ("昨晚8点半", "2025-11-25 20:30"),
        ("下午三点二十分", "2025-11-26 15:20"),
        ("3点一刻", "2025-11-26 03:15"),
        ("凌晨1点", "2025-11-26 01:00"),
        ("中午12点", "2025-11-26 12:00"),
        ("中午1点", "2025-11-26 13:00"),
        ("下午15点", "2025-11-26 15:00"),
        ("12-5 9:00", "2025-12-05 09:00"),
        ("12月5日9点", "2025-12-05 09:00"),
        ("11月5号 上午10点", "2025-11-05 10:00"),
        ("下周三 14:30", "2025-12-03 14:30"),
        ("下周三 下午2点", "2025-12-03 14:00"),
        ("2026-12-05 14:30", "2026-12-05 14:30"),
        ("2026-12-05T14:30:22", "2026-12-05 14:30"),
        ("20261205 14:30", "2026-12-05 14:30"),
        ("2026年12月5日14时30分", "2026-12-05 14:30"),
        ("刚才", "2025-11-26 10:20"),
        ("10分钟前", "2025-11-26 10:10"),
        ("半小时前", "2025-11-26 09:50"),
        ("两个小时后", "2025-11-26 12:20"),
    ],
)
def test_moment(raw, moment):
    found = parse_moment(raw, NOW)
    assert isinstance(found, datetime)
    assert format_moment(found) == moment
    assert found.second == found.microsecond == 0


@pytest.mark.parametrize(
    ("raw", "code"),
    [("", "empty"), ("今天", "moment-unclear"), ("25:00", "moment-unclear"), ("14:60", "moment-unclear"),
     ("晚上12点", "moment-unclear"), ("下午9点", "moment-unclear"), ("12-514:30:", "moment-unclear"),
     ("114:30", "moment-unclear"), ("2025-02-30 10:00", "date-impossible"), ("1980-01-01 10:00", "date-range")],
)  # fmt: skip
def test_moment_refused(raw, code):
    found = parse_moment(raw, NOW)
    assert isinstance(found, Fault)
    assert found.code == code


def test_moment_before_today():
    assert parse_moment("12-5 9:00", NOW, "past") == datetime.fromisoformat("2024-12-05 09:00")


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.dates(), st.sampled_from(["any", "past", "future"]))
def test_a_whole_day_means_itself_on_any_day(day, today, prefer):
    assert parse_date(format_date(day), today, prefer) == day
    assert parse_month(format_month(day), today, prefer) == format_date(day)[:7]


@given(st.dates(date(1992, 1, 1), date(2098, 12, 31)), st.integers(1, 12), st.integers(1, 28))
def test_past_is_not_after_today_and_future_not_before(today, month, day):
    past, future = parse_date(f"{month}-{day}", today, "past"), parse_date(f"{month}-{day}", today, "future")
    assert isinstance(past, date)
    assert isinstance(future, date)
    assert past <= today <= future
    assert parse_date(f"{month}-{day}", today) in (past, future)


@given(
    st.text() | st.text(alphabet="0123456789-/.:年月日号天周个前后上下这底今明昨去T一二十两 ", max_size=14),
    st.dates(),
    st.sampled_from(["any", "past", "future"]),
)
def test_never_raises(raw, today, prefer):
    found = parse_date(raw, today, prefer)
    assert isinstance(found, Fault) or 1990 <= found.year <= 2100
    month = parse_month(raw, today, prefer)
    assert isinstance(month, Fault) or "1990-01" <= month <= "2100-12"
    months = parse_months(raw)
    assert isinstance(months, Fault) or set(months) <= set(range(1, 13))
    moment = parse_moment(raw, NOW, prefer)
    assert isinstance(moment, Fault | datetime)


@pytest.mark.parametrize(
    ("raw", "prefer", "day"),
    [
        ("26", "future", date(2026, 11, 26)),
        ("5", "future", date(2026, 12, 5)),
        ("23", "future", date(2026, 11, 23)),
        ("31", "future", date(2026, 12, 31)),
        ("26", "past", date(2026, 10, 26)),
        ("5", "past", date(2026, 11, 5)),
    ],
)
def test_a_lone_number_is_a_day_where_its_side_of_today_is_known(raw, prefer, day):
    assert parse_date(raw, date(2026, 11, 23), prefer) == day
    assert isinstance(parse_date(raw, date(2026, 11, 23)), Fault)


@pytest.mark.parametrize("raw", ["0", "32", "99"])
def test_a_lone_number_that_is_no_day(raw):
    found = parse_date(raw, date(2026, 11, 23), "future")
    assert isinstance(found, Fault)
    assert found.code == "date-impossible"
