"""The materials checklist follows from the case."""

from typing import Any

import pytest

from negotiator_tui.case.kinds import Cause
from negotiator_tui.guide.checklist import checklist, missing_first
from tests.guide.cases import BUSINESS, CARD, READY, RENT, TODAY, case


def ids(**parts: Any) -> list[str]:
    return [item.id for item in checklist(case(**parts), TODAY, "zh_Hans")]


def test_three_are_enough_for_a_call() -> None:
    items = checklist(case(debts=[BUSINESS]), TODAY, "zh_Hans")
    assert [item.id for item in items if item.first] == ["contract-number", "owed-screenshot", "statements-3"]
    assert [item.first for item in items[:4]] == [True, True, True, False]
    assert all(item.title and item.why for item in items)


@pytest.mark.parametrize(
    ("cause", "item"),
    [
        (Cause.FEWER_CUSTOMERS, "fewer-customers-compare"),
        (Cause.HIGHER_COSTS, "higher-costs-invoices"),
        (Cause.CLOSURE, "closure-notice"),
        (Cause.ILLNESS, "illness-papers"),
        (Cause.EQUIPMENT, "equipment-papers"),
        (Cause.ROADWORKS, "roadworks-photos"),
        (Cause.MISJUDGED, "misjudged-ledger"),
        (Cause.OTHER, "other-proof"),
        (None, "other-proof"),
    ],
)
def test_the_cause_decides_what_shows_it(cause: Cause | None, item: str) -> None:
    items = checklist(case(debts=[BUSINESS], hardship={"cause": cause}), TODAY, "zh_Hans")
    assert [each.id for each in items if each.group == "hardship"] == [item]


@pytest.mark.parametrize(
    ("parts", "there", "absent"),
    [
        (
            {},
            {"identity-card", "business-licence", "statements-3"},
            {"contract-number", "owed-screenshot", "debt-list"},
        ),
        ({"first": {"takings": 0}}, {"identity-card"}, {"business-licence", "lease", "takings-record"}),
        ({"debts": [RENT]}, {"rent-ledger", "owed-screenshot"}, {"contract-number", "credit-report", "debt-list"}),
        ({"debts": [BUSINESS, CARD]}, {"card-statements", "debt-list", "credit-report"}, {"rent-ledger"}),
        ({"debts": [{**BUSINESS, "signed_by": "弟弟"}]}, {"guarantee-papers"}, set()),
        ({"debts": [{**BUSINESS, "signed_by": "无"}]}, set(), {"guarantee-papers"}),
        ({"income": [{"side": "home", "name": "爱人工资"}]}, {"wage-slips"}, set()),
        ({"costs": [{"side": "home", "group": "school"}]}, {"school-bills"}, set()),
        ({"court": [{"kind": "summons"}]}, {"court-papers"}, set()),
        ({"debts": [{"shape": "pawn"}]}, {"pawn-ticket"}, {"card-statements"}),
    ],
)
def test_the_case_decides_the_rest(parts: dict[str, Any], there: set[str], absent: set[str]) -> None:
    found = set(ids(**parts))
    assert there <= found
    assert not absent & found


def test_the_borrower_s_own_entries_stand_beside_it() -> None:
    whole = case(debts=[BUSINESS], materials=[*READY[:2], {"kind": "statements-3", "state": "asked"}])
    items = {item.id: item for item in checklist(whole, TODAY, "en")}
    assert items["contract-number"].ready
    assert not items["statements-3"].ready
    assert items["statements-3"].material is not None
    assert items["identity-card"].material is None
    assert [item.id for item in missing_first(whole, TODAY, "en")] == ["statements-3"]


def test_what_is_not_needed_is_not_missed() -> None:
    whole = case(debts=[BUSINESS], materials=[{"kind": each["kind"], "state": "not-needed"} for each in READY])
    assert missing_first(whole, TODAY, "zh_Hans") == ()
