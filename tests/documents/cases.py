"""Requests on the made-up case, and documents made from them."""

from datetime import date, timedelta
from typing import Any

from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.demo import demo_case
from negotiator_tui.case.edit import added, edited
from negotiator_tui.case.identity import Identity
from negotiator_tui.documents.as_text import as_text
from negotiator_tui.documents.make import make
from negotiator_tui.documents.making import Kind, Made, Needed, Request

TODAY = date(2026, 11, 23)
LADDERED = demo_case(TODAY)
WHO = Identity(
    name="陈小梅",
    id_number="510100198001011234",
    phone="13800005678",
    address="成都市某街 8 号",
    number="WD20260077884417",
)


def demo(**answers: Any) -> Case:
    """The made-up case by its plan alone, with a payment order, and with answers of its loan changed."""
    case, _ = added(
        LADDERED.model_copy(update={"ladders": (), "rungs": ()}),
        "court",
        kind="payment-order",
        debt="d1",
        received_on=TODAY - timedelta(days=3),
        court_name="某区人民法院",
        reference="（2026）川 0100 民督 1 号",
    )
    for name, value in answers.items():
        case = edited(case, ("debts", "d1", name), value)
    return case


def debt(case: Case, debt_id: str = "d1") -> Debt:
    return next(each for each in case.debts if each.id == debt_id)


def asked(kind: Kind, case: Case | None = None, **more: Any) -> Made | Needed:
    """The document about the loan, without anybody's name unless one is given."""
    case = demo() if case is None else case
    about = more.pop("about", "d1")
    return make(kind, Request(case, TODAY, debt(case, about) if about else None, **more))


def made(kind: Kind, case: Case | None = None, **more: Any) -> Made:
    found = asked(kind, case, **more)
    assert isinstance(found, Made), found
    return found


def text(kind: Kind, case: Case | None = None, **more: Any) -> str:
    return as_text(made(kind, case, **more).document)
