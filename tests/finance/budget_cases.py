"""Cases from plain answers, for the tests of the budget and what follows from it."""

from datetime import date
from decimal import Decimal

from negotiator_tui.case.case import Case
from negotiator_tui.case.edit import added, edited

D = Decimal
TODAY = date(2026, 11, 23)


def case_of(**lists):
    """A case from plain answers: lists of dicts, and tables as dicts."""
    case = Case()
    for name, answers in lists.items():
        if isinstance(answers, dict):
            for field, value in answers.items():
                case = edited(case, (name, field), value)
        else:
            for item in answers:
                case, _ = added(case, name, **item)
    return case


def income(amount, side="shop", **more):
    return {"name": "in", "side": side, "amount": None if amount is None else D(amount), "every": "month", **more}


def cost(amount, side="shop", **more):
    return {"name": "out", "side": side, "amount": None if amount is None else D(amount), "every": "month", **more}
