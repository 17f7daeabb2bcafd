"""A complaint as a document: out of the log, signed by whoever signs, with what the borrower should know first."""

from datetime import datetime
from typing import Any

from negotiator_tui.case.identity import Identity
from negotiator_tui.documents.as_text import as_text
from negotiator_tui.documents.make import make
from negotiator_tui.documents.making import Kind, Made, Needed, Request
from tests.guide.cases import BUSINESS, TODAY, case

NIGHT = {"debt": "d1", "channel": "phone", "caller": "collector", "at": datetime(2026, 11, 20, 23, 10), "who": "某公司"}


def _made(debt: dict[str, Any], *contacts: dict[str, Any], name: str | None = None) -> Made | Needed:
    made = case(debts=[debt], contacts=list(contacts))
    return make(Kind.COMPLAINT, Request(made, TODAY, made.debts[0], Identity(name=name)))


def test_it_tells_the_log_and_is_signed() -> None:
    made = _made(BUSINESS, NIGHT, name="陈某")
    assert isinstance(made, Made)
    text = as_text(made.document)
    assert "1. 11月20日，晚上 10 点到早上 8 点之间联系我：23:10，电话，某公司" in text
    assert "11月20日，催收中有下面几件事" in text
    assert text.count("陈某") == 2
    assert "2026年11月23日" in text
    assert made.figures == ()
    assert [each.code for each in made.remarks] == ["documents.complaint-true", "documents.complaint-business"]


def test_of_a_consumer_loan_it_is_not_doubted() -> None:
    made = _made({**BUSINESS, "loan_use": "consumer"}, NIGHT)
    assert isinstance(made, Made)
    assert [each.code for each in made.remarks] == ["documents.complaint-true"]
    assert "〔姓名〕" in as_text(made.document)


def test_without_anything_to_tell_or_a_debt_it_is_not_made() -> None:
    made = _made(BUSINESS, {**NIGHT, "at": datetime(2026, 11, 20, 12, 0)})
    assert isinstance(made, Needed)
    assert made.fault.code == "documents.no-incidents"
    nobody = make(Kind.COMPLAINT, Request(case(debts=[BUSINESS]), TODAY))
    assert isinstance(nobody, Needed)
    assert nobody.fault.code == "documents.no-debt"
