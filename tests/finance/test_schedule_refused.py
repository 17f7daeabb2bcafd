"""Terms that are no schedule are told apart by a fault with a sentence; nothing raises."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from negotiator_tui.case.kinds import Accrual, Method, Per
from negotiator_tui.finance.schedule import Schedule, schedule
from negotiator_tui.finance.schedule_terms import Change, Terms, dated, readings
from negotiator_tui.text.fault import Fault, sentence

PLAIN = Terms(Decimal(10_000), Decimal(18), 12)
LOW = replace(PLAIN, method=Method.LOW_THEN_HIGH, low=Decimal(500), low_months=6)


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        (replace(PLAIN, principal=Decimal(0)), "schedule.amount"),
        (replace(PLAIN, principal=Decimal(-1)), "schedule.amount"),
        (replace(PLAIN, principal=Decimal("NaN")), "schedule.amount"),
        (replace(PLAIN, principal=Decimal("1E999999")), "schedule.amount"),
        (replace(PLAIN, parked=Decimal(-1)), "schedule.amount"),
        (replace(PLAIN, rate=Decimal(-1)), "schedule.rate"),
        (replace(PLAIN, rate=Decimal("Infinity")), "schedule.rate"),
        (replace(PLAIN, rate=Decimal("1E-999999")), "schedule.rate"),
        (replace(PLAIN, rate=Decimal("1000.01")), "schedule.rate"),
        (replace(PLAIN, months=0), "schedule.months"),
        (replace(PLAIN, months=601), "schedule.months"),
        (replace(PLAIN, grace_months=12), "schedule.grace"),
        (replace(PLAIN, grace_months=-1), "schedule.grace"),
        (replace(PLAIN, grace_months=1, method=Method.INTEREST_ONLY), "schedule.grace-interest-only"),
        (replace(LOW, low=None), "schedule.low"),
        (replace(LOW, low_months=None), "schedule.low"),
        (replace(LOW, low=Decimal(-1)), "schedule.low"),
        (replace(LOW, low_months=0), "schedule.low-months"),
        (replace(LOW, low_months=12), "schedule.low-months"),
        (replace(LOW, low_months=6, grace_months=6), "schedule.low-months"),
        (replace(PLAIN, instalment=Decimal(0)), "schedule.instalment"),
        (replace(PLAIN, instalment=Decimal(500), method=Method.BULLET), "schedule.instalment-method"),
        (replace(PLAIN, changes=(Change(1, rate=Decimal(1)),)), "schedule.change"),
        (replace(PLAIN, changes=(Change(13, rate=Decimal(1)),)), "schedule.change"),
        (replace(PLAIN, changes=(Change(3),)), "schedule.change"),
        (replace(PLAIN, changes=(Change(3, Decimal(1)), Change(3, Decimal(2)))), "schedule.change"),
        (replace(PLAIN, changes=(Change(3, rate=Decimal(-1)),)), "schedule.rate"),
        (replace(PLAIN, changes=(Change(3, instalment=Decimal(0)),)), "schedule.instalment"),
        (
            replace(PLAIN, method=Method.EQUAL_PRINCIPAL, changes=(Change(3, instalment=Decimal(1)),)),
            "schedule.instalment-method",
        ),
        (replace(PLAIN, accrual=Accrual.DAILY, year_days=360), "schedule.no-dates"),
        (replace(PLAIN, start=date(2027, 1, 6), first_due=date(2027, 1, 5)), "schedule.start"),
        (replace(PLAIN, first_due=date(9999, 6, 1)), "schedule.calendar"),
        (replace(PLAIN, per=Per.DAY), "schedule.year-days"),
        (replace(PLAIN, accrual=Accrual.DAILY, first_due=date(2027, 1, 5)), "schedule.year-days"),
        (replace(PLAIN, start=date(2026, 11, 20), first_due=date(2027, 1, 5)), "schedule.year-days"),
        (replace(PLAIN, instalment=Decimal("149.99")), "schedule.below-interest"),
        (replace(LOW, low=Decimal(149)), "schedule.below-interest"),
        (replace(PLAIN, rate=Decimal(60), months=60, method=Method.STEPPED_20), "schedule.below-interest"),
    ],
)
def test_refused_with_a_sentence(terms, code):
    result = schedule(terms)
    assert isinstance(result, Fault)
    assert result.code == code
    assert "{" not in sentence(result, "en")


@pytest.mark.parametrize("code_terms", [replace(PLAIN, instalment=Decimal(1)), replace(LOW, low=Decimal(0))])
def test_what_an_ask_may_not_do_a_contract_is_shown_with(code_terms):
    result = schedule(code_terms, strict=False)
    assert isinstance(result, Schedule)
    assert "schedule.unpaid-added" in {warning.code for warning in result.warnings}
    assert all("{" not in sentence(warning, "en") for warning in result.warnings)


def test_the_refusal_names_month_payment_and_interest():
    result = schedule(replace(LOW, low=Decimal(149), grace_months=2))
    assert isinstance(result, Fault)
    assert dict(result.args) == {"month": "3", "payment": "149.00", "interest": "150.00"}


@pytest.mark.parametrize(
    "terms",
    [
        replace(PLAIN, principal=Decimal("0.01"), months=600),
        replace(PLAIN, principal=Decimal("99999999.99"), rate=Decimal(400), months=600),
        replace(PLAIN, rate=Decimal(0), months=1),
        replace(PLAIN, rate=Decimal(1000), per=Per.MONTH, months=1),
        replace(PLAIN, first_due=date(1990, 1, 31), months=600),
        replace(PLAIN, rate=Decimal(0), accrual=Accrual.DAILY, first_due=date(2027, 1, 5)),
        replace(PLAIN, start=date(2026, 12, 5), first_due=date(2026, 12, 5), year_days=360),
        replace(LOW, rate=Decimal(0), low=Decimal(0)),
        replace(PLAIN, first_due=date(1, 2, 1)),
    ],
)
def test_extremes_are_schedules_that_end_at_zero(terms):
    result = schedule(terms)
    assert isinstance(result, Schedule)
    assert result.balance_fen[-1] == 0
    assert sum(result.principal_fen) == terms.principal * 100
    assert result.total_paid == terms.principal + result.total_interest


def test_an_unknown_year_is_read_both_ways_only_where_it_decides():
    first_due = date(2027, 1, 5)
    day_rate = replace(PLAIN, per=Per.DAY, rate=Decimal("0.05"))
    assert [each.year_days for each in readings(day_rate)] == [360, 365]
    assert [each.year_days for each in readings(replace(PLAIN, start=date(2026, 11, 1), first_due=first_due))] == [
        360,
        365,
    ]
    assert [each.year_days for each in readings(replace(PLAIN, accrual=Accrual.DAILY, first_due=first_due))] == [
        360,
        365,
    ]
    assert len(readings(replace(day_rate, accrual=Accrual.DAILY, first_due=first_due))) == 1
    assert len(readings(replace(PLAIN, first_due=first_due))) == 1
    assert len(readings(replace(day_rate, rate=Decimal(0)))) == 1
    assert len(readings(replace(day_rate, year_days=365))) == 1
    assert all(isinstance(schedule(each), Schedule) for each in readings(day_rate))


def test_dates_by_default():
    assert dated(PLAIN, date(2027, 1, 31)).dates == (date(2027, 1, 28), date(2027, 2, 28))
    assert dated(replace(PLAIN, start=date(2027, 1, 31)), date(2027, 6, 1)).dates == (
        date(2027, 1, 31),
        date(2027, 2, 28),
    )
    kept = replace(PLAIN, first_due=date(2027, 3, 5))
    assert dated(kept, date(2027, 6, 1)) is kept or dated(kept, date(2027, 6, 1)) == kept


def test_a_debt_that_grows_beyond_all_measure_is_no_schedule() -> None:
    wild = replace(PLAIN, rate=Decimal(36), per=Per.MONTH, months=360, instalment=Decimal("0.01"))
    result = schedule(wild, strict=False)
    assert isinstance(result, Fault)
    assert result.code == "schedule.grows"
