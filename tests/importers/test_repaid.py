"""Payments of agreements set against a statement."""

from datetime import date
from decimal import Decimal

from negotiator_tui.importers.repaid import Found, repaid
from negotiator_tui.importers.transaction import Nature
from tests.importers.made import row
from tests.ui.pages.drawn import D, case_of

AGREED = {
    "debts": [{"name": "网商贷", "shape": "loan"}, {"name": "老何粮油的货款", "shape": "arrears"}],
    "agreements": [{"debt": "d1", "instalment": D(1000)}, {"debt": "d2", "instalment": D(650)}],
}


def test_open_payments_are_found_by_amount_and_day_and_each_row_stands_for_one() -> None:
    case = case_of(
        **AGREED,
        payments=[
            {"agreement": "a1", "due": date(2026, 11, 5)},
            {"agreement": "a1", "due": date(2026, 12, 5)},
            {"agreement": "a2", "due": date(2026, 11, 11), "amount": D(650)},
        ],
    )
    statement = [
        row("2026-11-06", "1000.00", "网商贷", "还款", Nature.DEBT_SERVICE),
        row("2026-11-04", "1000.00", "某服装店", "外套"),
        row("2026-11-12", "650.00", "何师傅", "转账"),
        row("2026-11-12", "650.00", "何师傅", "退款", Nature.REFUND),
    ]
    assert repaid(statement, case).found == (
        Found("y1", date(2026, 11, 6), Decimal("1000.00"), "网商贷", named=True),
        Found("y3", date(2026, 11, 12), Decimal("650.00"), "何师傅", named=False),
    ), "a row a month before its day is no instalment of December"


def test_what_was_ticked_off_is_confirmed_or_said_to_be_absent_only_where_the_statement_reaches() -> None:
    paid = {"agreement": "a2", "due": date(2026, 11, 11), "paid_amount": D(650)}
    case = case_of(
        **AGREED,
        payments=[
            {**paid, "paid_on": date(2026, 11, 11)},
            {**paid, "paid_on": date(2026, 11, 20)},
            {**paid, "paid_on": date(2026, 12, 20)},
        ],
    )
    statement = [row("2026-11-01", "3.00"), row("2026-11-13", "650.00", "何师傅"), row("2026-11-30", "3.00")]
    found = repaid(statement, case)
    assert (found.confirmed, found.absent, found.found) == (("y1",), ("y2",), ())


def test_a_statement_of_takings_alone_says_nothing() -> None:
    case = case_of(**AGREED, payments=[{"agreement": "a1", "due": date(2026, 11, 5)}])
    found = repaid([row("2026-11-05", "1000.00", "顾客", nature=Nature.INCOME)], case)
    assert (found.found, found.confirmed, found.absent) == ((), (), ())
