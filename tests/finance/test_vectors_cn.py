"""Figures printed in Chinese contracts and answers, each compared in its own convention."""

import re
from decimal import Decimal

import pytest

from negotiator_tui.case.kinds import Method, Per
from negotiator_tui.finance.fen import half_up
from negotiator_tui.finance.rates import daily
from negotiator_tui.finance.schedule import Schedule, schedule
from negotiator_tui.finance.schedule_terms import Terms
from tests.finance.shared import cn_vectors, needed

pytestmark = needed

ROWS = [pytest.param(row, id=row["id"]) for row in cn_vectors()]
BY_DAY = [each for each in ROWS if each.values[0]["method"] in {"daily", "penalty"}]
SCHEDULES = [each for each in ROWS if each not in BY_DAY]


def numbers(text: str) -> list[Decimal]:
    return [Decimal(each) for each in re.findall(r"\d+(?:\.\d+)?", text)]


@pytest.mark.parametrize("row", SCHEDULES)
def test_first_payment_and_total_interest(row):
    months = int(row["months"])
    terms = Terms(Decimal(row["principal"]), Decimal(row["annual_rate"]) * 100, months, Method(row["method"]))
    result = schedule(terms)
    assert isinstance(result, Schedule)
    assert result.rows[0].payment == Decimal(row["expected"])
    # the printed total is of rounded payments, of unrounded ones, or of the rows: within 0.01 a month
    assert abs(result.total_interest - Decimal(row["total_interest"])) <= Decimal("0.01") * months


@pytest.mark.parametrize("row", [each for each in SCHEDULES if "1st" in each.values[0]["note"]])
def test_the_first_two_rows_that_are_printed(row):
    terms = Terms(
        Decimal(row["principal"]), Decimal(row["annual_rate"]) * 100, int(row["months"]), Method(row["method"])
    )
    result = schedule(terms)
    assert isinstance(result, Schedule)
    printed = [each for each in numbers(row["note"]) if each > 2]
    shown = [each for first in result.rows[:2] for each in (first.interest, first.principal)]
    assert set(printed) <= set(shown)
    assert len(printed) >= 3


@pytest.mark.parametrize("row", BY_DAY)
def test_interest_and_penalty_by_the_day(row):
    rate, *factor = numbers(row["annual_rate"])
    by_day = daily(rate, Per.DAY, None)
    assert by_day is not None
    multiplier = factor[0] if factor else Decimal(1)
    top, bottom = multiplier.as_integer_ratio()
    days = int(numbers(row["months"])[0])
    fen = int(row["principal"]) * 100 * by_day.numerator * top * days
    assert Decimal(half_up(fen, by_day.denominator * bottom)) / 100 == Decimal(row["expected"])
