"""What follows from one paper of a court."""

from datetime import date
from typing import Any

import pytest

from negotiator_tui.case.case import Case
from negotiator_tui.case.court import Court
from negotiator_tui.case.kinds import CourtPaper
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.court_paper import extras, last_day, standing
from negotiator_tui.ui.view import View

from .drawn import actions, assert_drawn, case_of, flat, headings, seen


def _rows(**answers: Any) -> list[r.Row]:
    case = case_of(court=[answers])
    return extras(seen(case), case.court[0])


def _standing(**answers: Any) -> tuple[str, str]:
    case = case_of(court=[answers])
    return standing(seen(case), case.court[0])


ORDER = {"kind": CourtPaper.PAYMENT_ORDER}


@pytest.mark.parametrize(
    ("answers", "day"),
    [
        ({**ORDER, "received_on": date(2026, 11, 20)}, date(2026, 12, 5)),
        ({**ORDER, "received_on": date(2026, 11, 20), "hearing": date(2026, 12, 1)}, date(2026, 12, 5)),
        ({**ORDER, "received_on": date(2026, 12, 20)}, date(2027, 1, 4)),
        ({**ORDER, "dated": date(2026, 11, 18)}, date(2026, 12, 3)),
        ({**ORDER, "dated": date(2026, 11, 18), "received_on": date(2026, 11, 20)}, date(2026, 12, 5)),
        ({"kind": CourtPaper.SUMMONS, "received_on": date(2026, 11, 20)}, None),
        ({"kind": CourtPaper.SUMMONS, "hearing": date(2026, 12, 10)}, date(2026, 12, 10)),
        ({}, None),
    ],
)
def test_only_a_payment_order_has_a_day_of_its_own(answers: dict[str, Any], day: date | None) -> None:
    assert last_day(Court(id="j1", **answers)) == day


@pytest.mark.parametrize(
    ("answers", "words", "style"),
    [
        ({**ORDER, "received_on": date(2026, 11, 20)}, "2026-12-05, 12 days left", "accent"),
        ({**ORDER, "received_on": date(2026, 11, 15)}, "2026-11-30, 7 days left", "warn"),
        ({**ORDER, "received_on": date(2026, 11, 8)}, "today is the last day", "warn"),
        ({**ORDER, "received_on": date(2026, 11, 7)}, "was due 2026-11-22", "warn"),
        (ORDER, "15 days from receipt: which day?", "warn"),
        ({**ORDER, "received_on": date(2026, 11, 7), "answered_on": date(2026, 11, 12)}, "answered 2026-11-12", "good"),
        ({"kind": CourtPaper.SUMMONS}, "no day known", "dim"),
        ({}, "no day known", "dim"),
    ],
)
def test_the_days_left_are_counted(answers: dict[str, Any], words: str, style: str) -> None:
    assert _standing(**answers) == (words, style)


def test_before_the_kind_is_chosen_only_that_is_asked() -> None:
    rows = _rows()
    assert "Choose above what came" in flat(rows)
    assert actions(rows) == {}


def test_a_payment_order_tells_its_days_and_both_ways_out() -> None:
    rows = _rows(**ORDER, received_on=date(2026, 11, 20))
    text = flat(rows)
    assert headings(rows)[0] == "Payment order (支付令)"
    assert "2026-12-05, 12 days left" in text
    assert "written objection" in text
    assert "Not checked yet" in text
    assert "Art. 225" in text or "225" in text
    assert "passed" not in text


def test_without_the_day_of_receipt_that_is_the_first_thing() -> None:
    row = actions(_rows(**ORDER))["received"]
    assert row.target == r.Target("item", ("court", "j1", "received_on"))


def test_a_day_that_passed_says_whom_to_call() -> None:
    text = flat(_rows(**ORDER, received_on=date(2026, 11, 1), verified="yes"))
    assert "The day has passed" in text
    assert "12348" in text
    assert "Not checked yet" not in text


def test_an_answered_paper_is_quiet() -> None:
    text = flat(_rows(**ORDER, received_on=date(2026, 11, 1), answered_on=date(2026, 11, 9)))
    assert "answered 2026-11-09" in text
    assert "passed" not in text
    assert "Not checked yet" not in text


def test_an_enforcement_notice_says_what_has_to_be_left() -> None:
    assert "254" in flat(_rows(kind=CourtPaper.ENFORCEMENT))


def test_mediation_leads_to_the_words() -> None:
    assert actions(_rows(kind=CourtPaper.MEDIATION))["script"].target == r.Target("script")
    assert "script" not in actions(_rows(kind=CourtPaper.SUMMONS))


@pytest.mark.parametrize("kind", [None, *CourtPaper])
@pytest.mark.parametrize("received", [None, date(2026, 11, 1), date(2026, 11, 20), date(2100, 12, 31)])
def test_any_paper_can_be_drawn(kind: CourtPaper | None, received: date | None) -> None:
    case = case_of(court=[{"kind": kind, "received_on": received, "hearing": received}])

    def page(view: View) -> list[r.Row]:
        return extras(view, view.case.court[0])

    assert_drawn(page, case)


def test_something_else_has_nothing_to_say() -> None:
    assert extras(seen(Case()), case_of(contacts=[{}]).contacts[0]) == []


def test_an_order_of_unknown_receipt_is_counted_from_its_date_and_says_how_to_find_out() -> None:
    rows = _rows(**ORDER, dated=date(2026, 11, 18))
    assert "Counted from the date written on it, to be safe: 2026-12-03, 10 days left" in flat(rows)
    assert "record of delivery" in flat(rows)
    bare = _rows(**ORDER)
    assert actions(bare)["dated"].target == r.Target("item", ("court", "j1", "dated"))
