"""Small cases to choose content for. The day is always 2026-11-23."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from negotiator_tui.case.case import LISTS, PREFIXES, Case
from negotiator_tui.case.debts import Debt

TODAY = date(2026, 11, 23)


def debt(number: int = 1, **answers: Any) -> Debt:
    """A debt from answers."""
    return Debt.model_validate({"id": f"d{number}", **answers})


def case(**parts: Any) -> Case:
    """A case from dicts: tables by name, lists as lists of dicts that are given ids."""
    made: dict[str, Any] = {}
    for name, part in parts.items():
        if name not in LISTS:
            made[name] = part
        else:
            made[name] = tuple(
                each if not isinstance(each, dict) else {"id": f"{PREFIXES[name]}{n}", **each}
                for n, each in enumerate(part, 1)
            )
    return Case.model_validate(made)


BUSINESS = {"name": "网商贷", "shape": "loan", "loan_use": "business"}
CARD = {"name": "信用卡", "shape": "card"}
BILL = {"name": "花呗", "shape": "bill"}
RENT = {"name": "房租", "shape": "arrears", "owed_for": "rent"}

OVERDUE = {"overdue": "yes", "overdue_since": date(2026, 10, 31)}

COMPLETE_LOAN = {
    **BUSINESS,
    **OVERDUE,
    "lender": "浙江网商银行",
    "outstanding": Decimal("48000.00"),
    "autodebit": "no",
    "rate": Decimal("0.045"),
    "rate_per": "day",
    "months_left": 8,
    "overdue_principal": Decimal("4000.00"),
    "penalty_multiplier": Decimal("1.5"),
}
"""A loan that lacks nothing a first reckoning needs."""

FIRST = {
    "urgent": ("none",),
    "cash_at_hand": Decimal(3000),
    "takings": Decimal(31000),
    "shop_costs": Decimal(25000),
    "home_costs": Decimal(5700),
}
"""The first ten minutes answered."""

BUDGET: dict[str, Any] = {
    "income": [{"side": "shop", "name": "店", "amount": Decimal(31000)}],
    "costs": [
        {"side": "shop", "name": "进货", "amount": Decimal(12850), "with_sales": "yes"},
        {"side": "home", "name": "吃饭", "amount": Decimal(5700)},
    ],
    "budget": {"worst_takings": Decimal(29500)},
}
"""A budget with lines on both sides and a worst month."""

HARDSHIP = {"since": "2026-06", "cause": "roadworks"}

READY = [{"kind": kind, "state": "have"} for kind in ("contract-number", "owed-screenshot", "statements-3")]
"""The three papers that are enough for a call."""


def at(day: int, hour: int = 10, month: int = 11) -> datetime:
    """A time in 2026."""
    return datetime(2026, month, day, hour)
