"""What an agreement states itself: its payments, and sentences that cannot all be so. Counted by hand."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from negotiator_tui.case.agreed import Agreement
from negotiator_tui.finance.agreed_rows import contradictions, stated_rows
from negotiator_tui.finance.fen import yuan
from negotiator_tui.text.fault import sentence

D = Decimal
LEVEL = {"instalment": D(1000), "months": 3, "first_due": date(2026, 12, 31)}
LOW = {**LEVEL, "method": "low-then-high", "months": 5, "low_months": 2, "later": D(1500)}


def _agreement(**answers: Any) -> Agreement:
    return Agreement(id="a1", **answers)


def _amounts(**answers: Any) -> list[int] | None:
    rows = stated_rows(_agreement(**answers))
    return None if rows is None else [fen for _, fen in rows]


def _said(owed: Decimal | None = None, **answers: Any) -> list[str]:
    agreement = _agreement(**answers)
    rows = tuple((day, yuan(fen)) for day, fen in stated_rows(agreement) or ())
    return [sentence(each, "en") for each in contradictions(agreement, rows, owed)]


def test_level_ones_fall_on_the_day_of_the_first_or_the_last_of_a_shorter_month() -> None:
    rows = stated_rows(_agreement(**LEVEL))
    assert rows is not None
    assert [day for day, _ in rows] == [date(2026, 12, 31), date(2027, 1, 31), date(2027, 2, 28)]
    assert [fen for _, fen in rows] == [100_000] * 3


@pytest.mark.parametrize(
    ("total", "last"),
    [
        (D(3000), 100_000),
        (D("2600.50"), 60_050),  # what is left of the total
        (D("3000.03"), 100_003),  # a fen a payment by rounding
        (D(2000), 100_000),  # a whole instalment less is no rounding: it contradicts
        (D(3500), 100_000),
    ],
)
def test_the_last_one_is_what_is_left_of_the_total(total: Decimal, last: int) -> None:
    assert (_amounts(**LEVEL, total=total) or [])[-1] == last


def test_low_then_high_needs_both_instalments_and_the_months_of_the_first() -> None:
    assert _amounts(**LOW) == [100_000] * 2 + [150_000] * 3
    for missing in ("low_months", "later", "instalment", "months", "first_due"):
        assert _amounts(**{name: value for name, value in LOW.items() if name != missing}) is None
    assert _amounts(**{**LOW, "low_months": 5}) is None


@pytest.mark.parametrize("method", ["equal-principal", "interest-only", "bullet", "stepped-10", "stepped-20"])
def test_other_methods_state_no_payments(method: str) -> None:
    assert _amounts(**LEVEL, method=method) is None


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"total": D(3600)}, "It says 3,600.00 in all, but its 3 payments come to 3,000.00."),
        ({"total": D("3000.04")}, "It says 3,000.04 in all, but its 3 payments come to 3,000.00."),
        ({"ends_on": date(2026, 12, 1)}, "Its first payment is on 2026-12-31, after its last on 2026-12-01."),
        ({"ends_on": date(2027, 6, 30)}, "3 payments from 2026-12-31 on end on 2027-02-28, but it says 2027-06-30."),
        ({"signed_on": date(2027, 1, 5)}, "It was agreed on 2027-01-05, after its first payment on 2026-12-31."),
    ],
)
def test_a_contradiction_is_one_sentence(more: dict[str, Any], words: str) -> None:
    (said,) = _said(**LEVEL, **more)
    assert said.startswith(words)


def test_steps_that_cannot_be() -> None:
    (said,) = _said(**{**LOW, "low_months": 7})
    assert said.startswith("It has 7 months with the first instalment but only 5 in all.")
    (said,) = _said(**{**LOW, "later": D(900)})
    assert said.startswith("The first instalments of 1,000.00 are not lower than the later ones of 900.00.")


def test_less_than_is_owed_leaves_the_rest_owed_unless_it_says_so() -> None:
    (said,) = _said(D(5000), **LEVEL)
    assert said.startswith("Its payments come to 3,000.00, but 5,000.00 is owed.")
    assert _said(D("3000.03"), **LEVEL) == []


def test_nothing_is_said_of_what_agrees() -> None:
    assert _said(**LEVEL, total=D("2600.50"), ends_on=date(2027, 2, 1), signed_on=date(2026, 12, 1)) == []
    assert _said(**LOW, total=D(6500)) == []
    assert _said() == []
