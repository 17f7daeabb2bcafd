"""After a refusal, and the page of court papers."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.case.kinds import CourtPaper, Refusal
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.changes import changed
from negotiator_tui.ui.pages import _MODULES
from negotiator_tui.ui.pages.choosing import choice
from negotiator_tui.ui.pages.routes import court, refused
from negotiator_tui.ui.view import View

from .drawn import TODAY, D, actions, assert_drawn, case_of, cases, figures, flat, headings, seen

LOAN = {"name": "网商贷", "shape": "loan", "loan_use": "business", "outstanding": D(48000), "overdue": "yes"}
RENT = {"name": "房租", "shape": "arrears", "owed_for": "rent", "outstanding": D(9000)}


def _refused(*reasons: Refusal | None, debt: str = "d1") -> Case:
    offers = [{"debt": debt, "answer": "refused", "refusal": reason} for reason in reasons]
    return case_of(debts=[LOAN, RENT], offers=offers)


def _opened(case: Case, page: Any, group: str, option: str) -> list[r.Row]:
    rows: list[r.Row] = page(seen(case, unfolded=frozenset({choice(seen(case), group, option)})))
    return rows


def _order(rows: list[r.Row]) -> list[str]:
    return [key.removeprefix("route.") for key in actions(rows) if key.startswith("route.")]


def test_all_thirteen_reasons_stand_there_closed_while_none_was_given() -> None:
    rows = refused(seen(case_of(debts=[LOAN])))
    assert _order(rows) == [reason.value for reason in Refusal]
    assert headings(rows) == ["After a refusal", "What did they say?", "How far you are"]
    assert figures(rows) == {}
    assert "Ask them to register your application" not in flat(rows)


def test_the_reasons_given_come_first_and_the_newest_stands_open() -> None:
    rows = refused(seen(_refused(Refusal.SYSTEM, Refusal.SILENCE, Refusal.SYSTEM)))
    assert _order(rows)[:2] == ["system", "silence"]
    assert len(_order(rows)) == len(Refusal)
    text = flat(rows)
    assert "Ask which condition failed" in text
    assert "Send it once more through another channel" not in text
    assert actions(rows)["route.system"].hint == "网商贷"


@pytest.mark.parametrize("reason", list(Refusal))
def test_each_reason_tells_first_then_paper_and_care(reason: Refusal) -> None:
    rows = _opened(case_of(debts=[LOAN]), refused, "route", reason)
    text = flat(rows)
    for word in ("First ", "Then ", "On paper ", "Take care "):
        assert word in text


def test_an_open_reason_can_be_closed_again() -> None:
    case = _refused(Refusal.SILENCE)
    row = actions(refused(seen(case)))["route.silence"]
    closed = refused(seen(case, unfolded=frozenset({row.argument})))
    assert "another channel" not in flat(closed)


def test_a_refusal_without_its_reason_is_asked_for() -> None:
    row = actions(refused(seen(_refused(None))))["reason.o1"]
    assert row.target == r.Target("item", ("offers", "o1", "refusal"))
    assert row.label == "网商贷: which reason did they give?"


def test_an_offer_that_was_not_refused_is_no_reason() -> None:
    case = case_of(debts=[LOAN], offers=[{"debt": "d1", "answer": "countered", "refusal": Refusal.SYSTEM}])
    assert headings(refused(seen(case)))[1] == "What did they say?"


def test_pay_something_first_shows_whether_there_is_anything() -> None:
    free = figures(refused(seen(demo_case(TODAY))))["After what comes first"]
    assert free is not None
    assert free < 0
    assert "nothing is left to pay now" in flat(refused(seen(demo_case(TODAY))))
    assert "There is nothing to pay a part from now." in flat(refused(seen(demo_case(TODAY))))


def test_pay_something_first_names_what_is_missing_instead_of_a_figure() -> None:
    rows = refused(seen(_refused(Refusal.PAY_FIRST)))
    assert figures(rows) == {}
    assert "cannot be told yet" in flat(rows)
    assert any(row.target and row.target.path == ("first", "cash_at_hand") for row in actions(rows).values())


def test_too_short_shows_what_a_bad_month_leaves() -> None:
    rows = _opened(demo_case(TODAY), refused, "route", "too-short")
    assert figures(rows)["For debts"] == D("3000.00")


def test_a_rule_stands_only_where_it_covers_the_debt() -> None:
    """The complaint rules are for institutions; a landlord's silence has none of them."""
    to_lender = flat(refused(seen(_refused(Refusal.SILENCE))))
    to_landlord = flat(refused(seen(_refused(Refusal.SILENCE, debt="d2"))))
    assert "15" in to_lender or "fifteen" in to_lender
    assert len(to_landlord) < len(to_lender)


def _papers(**more: Any) -> Case:
    order = {"kind": "payment-order", "received_on": date(2026, 11, 20), "court_name": "锦江区人民法院"}
    return case_of(debts=[LOAN], court=[{"kind": "summons", "answered_on": date(2026, 11, 2)}, {**order, **more}])


def test_the_papers_stand_first_the_open_ones_before_the_answered() -> None:
    items = [row for row in court(seen(_papers())) if isinstance(row, r.ItemRow)]
    assert [row.target.path for row in items] == [("court", "j2"), ("court", "j1")]
    words = [part[0] for part in items[0].parts()]
    assert words == ["payment order", "2026-12-05, 12 days left", "not checked", "锦江区人民法院"]
    assert [part[0] for part in items[1].parts()][1:3] == ["answered 2026-11-02", ""]


def test_the_kind_that_came_stands_open() -> None:
    text = flat(court(seen(_papers())))
    assert "written objection" in text
    assert "that day itself is not counted" in text
    assert "〔" not in text


@pytest.mark.parametrize("kind", list(CourtPaper))
def test_every_kind_tells_what_it_is_and_how_to_check_it(kind: CourtPaper) -> None:
    text = flat(_opened(Case(), court, "paper", kind))
    for word in ("What it is ", "Is it real? ", "To do ", "Last day ", "To bring "):
        assert word in text
    assert "〔" not in text


def test_what_always_holds_stands_there_without_any_paper() -> None:
    text = flat(court(seen(Case())))
    assert "12368" in text
    assert "254" in text
    assert actions(court(seen(Case())))["add"].argument == "court"


@pytest.mark.parametrize("page", [refused, court])
def test_the_pages_can_be_drawn(page: Any) -> None:
    for case in (Case(), demo_case(TODAY), _papers(), _refused(*Refusal)):
        assert_drawn(page, case)
        assert_drawn(page, case, hide=True)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases(lists=("debts", "offers", "court", "week", "costs")))
def test_no_case_is_too_incomplete(case: Case) -> None:
    for page in (refused, court):
        view: View = seen(case)
        assert page(view)
        for group, options in (("route", Refusal), ("paper", CourtPaper)):
            for option in options:
                assert page(seen(case, unfolded=frozenset({choice(view, group, option)})))


@pytest.mark.parametrize("reason", list(Refusal))
def test_each_reason_leads_to_where_what_it_needs_is_made(reason: Refusal) -> None:
    ways = [row.target for key, row in actions(_opened(case_of(debts=[LOAN]), refused, "route", reason)).items()
            if key.startswith(f"way.{reason}.")]  # fmt: skip
    assert ways
    assert all(target is not None and target.page in _MODULES for target in ways)


def test_a_complaint_is_drafted_from_what_is_on_record_and_its_days_are_counted_from_the_day_it_was_made() -> None:
    case = case_of(
        debts=[{**LOAN, "contract_tail": "4417"}],
        offers=[{"debt": "d1", "answer": "refused", "refusal": Refusal.NO_SERVICE}],
        contacts=[{"debt": "d1", "at": datetime(2026, 11, 12, 10), "caller": "me", "reference": "XS-9"}],
    )
    rows = refused(seen(case, unfolded=frozenset({"levels.d1"})))
    draft = actions(rows)["copy.complaint"].argument
    for known in ("4417", "2026-11-12", "XS-9", "there is no such service"):
        assert known in draft
    assert "may not be accepted" in flat(rows), "for a business loan"
    after = changed(case, TODAY, "en", actions(rows)["complained"].argument)
    assert [(each.kind, each.on, each.debt) for each in after.sent] == [("complaint", TODAY, "d1")]
    text = flat(refused(seen(after)))
    assert "due by 2026-12-08; if it is complex by 2026-12-23, with the extension by 2027-01-22" in text


def test_a_complaint_names_nothing_that_is_not_on_record() -> None:
    rows = refused(seen(case_of(debts=[LOAN]), unfolded=frozenset({"levels.d1"})))
    assert actions(rows)["copy.complaint"].argument.count("〔") == 4


def test_a_landlord_has_no_complaints_desk() -> None:
    rows = refused(seen(case_of(debts=[{**RENT, "overdue": "yes"}])))
    assert "complained" not in actions(rows)
    assert "complaints desk" not in flat(rows)


def test_paying_a_part_goes_to_interest_before_principal() -> None:
    loan = {**LOAN, "overdue_interest": D(300), "penalty_due": D(100), "fees_due": D(50), "rate": None}
    case = case_of(debts=[loan], offers=[{"debt": "d1", "answer": "refused", "refusal": Refusal.PAY_FIRST,
                                          "paid_now": D(500)}])  # fmt: skip
    assert "Of 500.00 to 网商贷, 50.00 would go to costs, 400.00 to interest and penalty, 50.00 to principal." in flat(
        refused(seen(case))
    )


@pytest.mark.parametrize("kind", list(CourtPaper))
def test_each_kind_of_paper_can_be_written_down_from_its_description(kind: CourtPaper) -> None:
    row = actions(_opened(case_of(), court, "paper", kind))[f"record.{kind}"]
    assert (row.command, row.argument) == ("new-item", f"court kind={kind.value}")
    assert case_of(court=[dict([row.argument.split()[1].split("=")])]).court[0].kind is kind
