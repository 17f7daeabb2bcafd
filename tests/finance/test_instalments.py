"""How payments of an agreement stand on a day, what is odd about them, and which months ahead are short."""

from datetime import date
from typing import Any

import pytest

from negotiator_tui.case.agreed import Agreement, Payment
from negotiator_tui.case.case import Case
from negotiator_tui.finance.instalments import by_month, instalments, oddities, standing_of
from negotiator_tui.finance.short_months import short_months
from tests.ui.pages.drawn import TODAY, D, case_of

DUE = date(2026, 11, 20)  # three days before TODAY


@pytest.mark.parametrize(
    ("payment", "slack", "standing", "left", "late_by"),
    [
        ({"due": TODAY}, None, "ahead", 100_000, 0),
        ({"due": DUE}, None, "late", 100_000, 3),
        ({"due": DUE}, 0, "late", 100_000, 3),
        ({"due": DUE}, 3, "slack", 100_000, 0),
        ({"due": DUE}, 2, "late", 100_000, 1),
        ({"due": DUE, "paid_on": DUE}, None, "paid", 0, 0),
        ({"due": DUE, "paid_on": TODAY, "paid_amount": D(1000)}, 1, "paid", 0, 2),
        ({"due": DUE, "paid_on": DUE, "paid_amount": D(400)}, None, "late", 60_000, 3),
        ({"due": DUE, "paid_on": DUE, "paid_amount": D(1500)}, None, "paid", 0, 0),
        ({"due": DUE, "amount": None}, None, "late", None, 3),
        ({"due": date(2100, 12, 31)}, 9999, "ahead", 100_000, 0),
    ],
)
def test_how_one_payment_stands(
    payment: dict[str, Any], slack: int | None, standing: str, left: int | None, late_by: int
) -> None:
    made = Payment(id="y1", agreement="a1", **{"amount": D(1000), **payment})
    found = standing_of(made, Agreement(id="a1", slack_days=slack), TODAY)
    assert (found.standing, found.left, found.late_by) == (standing, left, late_by)


def test_they_come_by_day_whatever_their_order_and_the_lost_ones_are_left_out() -> None:
    case = case_of(
        agreements=[{"instalment": D(5)}],
        payments=[
            {"agreement": "a1", "due": date(2027, 1, 5)},
            {"agreement": "a1", "due": date(2026, 12, 5)},
            {"agreement": "a1"},
            {"agreement": "a9", "due": TODAY},
        ],
    )
    found = instalments(case, TODAY)
    assert [(each.payment.id, each.left) for each in found] == [("y2", 500), ("y1", 500)]
    assert [[each.payment.id for each in span.rows] for span in by_month(found)] == [["y2"], ["y1"]]


PAID = {"paid_on": DUE, "paid_amount": D(1000)}


@pytest.mark.parametrize(
    ("agreement", "rows", "total", "owed", "codes"),
    [
        ({}, [{"due": DUE, "amount": D(1000), **PAID}], 100_000, None, []),
        ({}, [{"due": DUE, "amount": D(900), **PAID}], 500_000, None, ["paid.more-than-due"]),
        ({}, [{"due": DUE, "amount": D(1000), **PAID}] * 2, 100_000, None, ["paid.more-than-agreed", "paid.same-day"]),
        ({}, [{"due": DUE, "amount": D(1000)}, {"due": TODAY, "amount": D("0.02")}], 100_000, None, []),
        (
            {},
            [{"due": DUE, "amount": D(1000)}, {"due": TODAY, "amount": D("0.03")}],
            100_000,
            None,
            ["paid.listed-more"],
        ),
        ({}, [{"due": DUE, "amount": D(1000)}], None, 90_000, ["paid.more-than-owed"]),
        ({}, [{"due": DUE, "paid_on": date(2026, 12, 1)}], None, None, ["paid.ahead-of-today"]),
        ({"signed_on": TODAY}, [{"due": DUE}], None, None, ["paid.before-signed"]),
    ],
)
def test_what_is_odd_is_said_once_each(
    agreement: dict[str, Any], rows: list[dict[str, Any]], total: int | None, owed: int | None, codes: list[str]
) -> None:
    payments = [Payment(id=f"y{n}", agreement="a1", **each) for n, each in enumerate(rows, 1)]
    found = oddities(Agreement(id="a1", **agreement), payments, TODAY, total, owed)
    assert [each.code for each in found] == codes


def _budgeted(*due: tuple[date, int]) -> Case:
    """1,800 a month for debts: 5,000 less 3,000, less the tenth that is kept."""
    return case_of(
        first={"takings": D(0), "shop_costs": D(0)},
        debts=[{"name": "网商贷", "shape": "loan", "outstanding": D(12000), "rate": D(0), "rate_per": "year"}],
        income=[{"side": "home", "name": "wage", "amount": D(5000), "every": "month"}],
        costs=[{"side": "home", "name": "food", "amount": D(3000), "every": "month"}],
        agreements=[{"debt": "d1", "signed_on": date(2026, 11, 1)}],
        payments=[{"agreement": "a1", "due": day, "amount": D(amount)} for day, amount in due],
    )


def test_a_short_month_names_what_is_missing_and_what_can_be_paid_down_to_ten_yuan() -> None:
    found = short_months(_budgeted((date(2026, 12, 5), 2345)), TODAY)
    assert [(each.short, each.bad, each.payable()) for each in found] == [(54_500, False, 180_000)]
    assert short_months(_budgeted((date(2026, 12, 5), 1800)), TODAY) == ()
    assert short_months(_budgeted((date(2027, 2, 5), 2345)), TODAY) == (), "too far ahead to worry"


def test_with_several_payments_in_a_month_nothing_is_promised_for_one_of_them() -> None:
    found = short_months(_budgeted((date(2026, 12, 5), 1000), (date(2026, 12, 9), 1000)), TODAY)
    assert [(each.short, each.payable(), len(each.rows)) for each in found] == [(20_000, None, 2)]
