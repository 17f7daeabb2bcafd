"""Days that must not be missed, and the arithmetic of the payment order."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from negotiator_tui.guide.deadlines import deadline_facts, deadline_sentence, deadlines, payment_order_due
from tests.guide.cases import BUSINESS, RENT, TODAY, at, case


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2026, 11, 27), date(2026, 12, 12)),
        (date(2026, 11, 23), date(2026, 12, 8)),
        (date(2026, 12, 20), date(2027, 1, 4)),
        (date(2027, 2, 14), date(2027, 3, 1)),
        (date(2028, 2, 14), date(2028, 2, 29)),
        (date(2028, 2, 20), date(2028, 3, 6)),
        (date(2026, 1, 31), date(2026, 2, 15)),
    ],
)
def test_a_payment_order_leaves_fifteen_days(received: date, due: date) -> None:
    assert payment_order_due(received) == due


PAWN = {"name": "三轮车", "shape": "pawn"}
TAX = {"name": "三季度税", "shape": "arrears", "owed_for": "tax"}
SIGNED = [{"debt": "d1"}]
COMPLAINED = {"debt": "d1", "kind": "complaint"}


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({}, []),
        ({"court": [{"kind": "payment-order", "received_on": TODAY}]}, [("payment-order", date(2026, 12, 8))]),
        ({"court": [{"kind": "payment-order", "received_on": TODAY, "answered_on": TODAY}]}, []),
        ({"court": [{"kind": "payment-order"}]}, []),
        ({"court": [{"kind": "judgment", "received_on": TODAY}]}, []),
        ({"court": [{"kind": "summons", "hearing": date(2026, 12, 15)}]}, [("court-date", date(2026, 12, 15))]),
        ({"court": [{"kind": "summons", "hearing": date(2026, 11, 22)}]}, []),
        (
            {"debts": [{**PAWN, "pledge_until": TODAY}]},
            [("pawn-redeem", TODAY), ("pawn-forfeit", date(2026, 11, 28))],
        ),
        ({"debts": [{**PAWN, "pledge_until": date(2026, 11, 20)}]}, [("pawn-forfeit", date(2026, 11, 25))]),
        ({"debts": [{**PAWN, "pledge_until": date(2026, 11, 10)}]}, []),
        ({"debts": [{**RENT, "deadline": TODAY, "deadline_written": "yes"}]}, [("rent", TODAY)]),
        ({"debts": [{**RENT, "deadline": TODAY}]}, [("arrears", TODAY)]),
        ({"debts": [{**TAX, "deadline": date(2026, 12, 15)}]}, [("tax", date(2026, 12, 15))]),
        ({"debts": [{**TAX, "deadline": date(2026, 11, 15)}]}, []),
        (
            {"debts": [BUSINESS], "contacts": [{"debt": "d1", "at": at(20), "answer_due": date(2026, 11, 27)}]},
            [("answer", date(2026, 11, 27))],
        ),
        (
            {
                "debts": [BUSINESS],
                "agreements": SIGNED,
                "payments": [
                    {"agreement": "a1", "due": date(2026, 11, 5), "amount": Decimal(650), "paid_on": date(2026, 11, 5)},
                    {"agreement": "a1", "due": date(2026, 12, 5), "amount": Decimal(650)},
                    {"agreement": "a1", "due": date(2027, 1, 5), "amount": Decimal(650)},
                ],
            },
            [("payment", date(2026, 12, 5))],
        ),
        ({"court": [{"kind": "payment-order", "dated": TODAY}]}, [("payment-order-safe", date(2026, 12, 8))]),
        (
            {"court": [{"kind": "payment-order", "dated": TODAY, "received_on": date(2026, 11, 25)}]},
            [("payment-order", date(2026, 12, 10))],
        ),
        ({"debts": [BUSINESS], "sent": [{**COMPLAINED, "on": date(2026, 11, 8)}]}, [("complaint", TODAY)]),
        (
            {"debts": [BUSINESS], "sent": [{**COMPLAINED, "on": date(2026, 11, 7)}]},
            [("complaint-complex", date(2026, 12, 7))],
        ),
        (
            {"debts": [BUSINESS], "sent": [{**COMPLAINED, "on": date(2026, 10, 20)}]},
            [("complaint-extended", date(2026, 12, 19))],
        ),
        ({"debts": [BUSINESS], "sent": [{**COMPLAINED, "on": date(2026, 9, 1)}]}, []),
        ({"debts": [RENT], "sent": [{**COMPLAINED, "on": TODAY}]}, []),
        ({"debts": [BUSINESS], "sent": [{**COMPLAINED, "on": TODAY, "answered_on": TODAY}]}, []),
        ({"debts": [BUSINESS], "sent": [COMPLAINED]}, []),
        ({"sent": [{"on": TODAY, "reply_by": date(2026, 12, 8)}]}, [("letter", date(2026, 12, 8))]),
        ({"reviews": [{"disputed_on": TODAY}]}, [("credit-dispute", date(2026, 12, 13))]),
        ({"reviews": [{"disputed_on": date(2026, 11, 1)}]}, []),
        ({"offers": [{"answer_by": TODAY}]}, [("offer", TODAY)]),
        ({"offers": [{"answer_by": TODAY, "answer": "refused"}]}, []),
        ({"offers": [{"answer_by": TODAY, "named_by": "me"}]}, []),
        ({"agreements": [{"signed_on": date(2026, 11, 1)}]}, [("review", date(2026, 12, 1))]),
        (
            {"agreements": [{"signed_on": date(2026, 9, 1)}], "reviews": [{"on": date(2026, 11, 20)}]},
            [("review", date(2026, 12, 20))],
        ),
    ],
)
def test_which_days_are_listed(parts: dict[str, Any], expected: list[tuple[str, date]]) -> None:
    assert [(each.code, each.due) for each in deadlines(case(**parts), TODAY)] == expected


def test_they_come_by_day_and_say_what_falls_on_it() -> None:
    whole = case(
        debts=[{**PAWN, "pledge_until": date(2026, 11, 26)}, {**BUSINESS, "lender": "浙江网商银行"}],
        court=[{"kind": "payment-order", "received_on": date(2026, 11, 12), "debt": "d2"}],
        agreements=[{"debt": "d2"}],
        payments=[{"agreement": "a1", "due": date(2026, 12, 5), "amount": Decimal("1000.50")}],
    )
    found = deadlines(whole, TODAY)
    assert [each.code for each in found] == ["pawn-redeem", "payment-order", "pawn-forfeit", "payment"]
    said = [deadline_sentence(each, "zh_Hans", TODAY) for each in found]
    assert "三轮车" in said[0]
    assert "11月12日收到" in said[1]
    assert "1,000.50 元" in said[3]
    assert "****" in deadline_sentence(found[3], "en", TODAY, lambda _: "****")
    assert [[fact.id for fact in deadline_facts(each, whole, TODAY)] for each in found] == [
        ["PAWN"],
        ["CPL-227"],
        ["PAWN"],
        [],
    ]
    assert {each.page for each in found} == {"item", "court", "payments"}


def test_a_late_payment_stays_until_it_is_paid() -> None:
    parts: dict[str, Any] = {"debts": [BUSINESS], "agreements": SIGNED}
    late = [{"agreement": "a1", "due": TODAY - timedelta(days=40), "amount": Decimal(1)}]
    assert [each.code for each in deadlines(case(**parts, payments=late), TODAY)] == ["payment"]
