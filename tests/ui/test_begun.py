"""An item that was begun counts from its first answer on: left untouched, it leaves no trace."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from negotiator_tui.case.answers import Reading
from negotiator_tui.case.case import LISTS, Case
from negotiator_tui.case.kinds import CourtPaper
from negotiator_tui.finance.rounds import names_terms
from negotiator_tui.ui.next_step import next_target
from negotiator_tui.ui.rows import Target
from negotiator_tui.ui.session import Session

from .harness import wizard
from .pages.drawn import case_of

NOW = datetime(2026, 11, 23, 14, 3)
ITEMS = ("offers", "agreements", "court", "reviews", "contacts", "new_loans")


def _session(case: Case | None = None) -> Session:
    return Session(case or Case(), "en", lambda: NOW)


def _begun(session: Session, name: str, *defaults: tuple[str, object]) -> str:
    session.go(Target("court"))
    made = session.begin(name, defaults)
    assert isinstance(made, str)
    session.go(Target("item", (name, made)))
    return made


@pytest.mark.parametrize("name", ITEMS)
def test_left_untouched_it_was_never_there(name: str) -> None:
    session = _session()
    made = _begun(session, name)
    assert session.view().current() is not None
    assert getattr(session.case, name)
    assert session.saved_case().model_copy(update={"place": Case().place}) == Case()
    assert session.back()
    assert session.case == Case()
    assert session.undo() is None
    assert _begun(session, name) == made  # its number was not used up


@pytest.mark.parametrize("name", sorted(set(ITEMS) & set(LISTS)))
def test_the_next_thing_does_not_know_it(name: str) -> None:
    session = _session()
    before = next_target(session.view())
    _begun(session, name)
    assert next_target(session.view(counted=True)) == before


def test_the_first_answer_makes_it_count_in_one_step() -> None:
    session = _session()
    made = _begun(session, "court")
    assert session.commit(("court", made, "kind"), Reading(CourtPaper.SUMMONS)) is None
    assert [(each.id, each.kind) for each in session.counted.court] == [(made, CourtPaper.SUMMONS)]
    assert session.undo() is not None
    assert session.counted.court == ()


def test_what_is_half_typed_in_it_is_kept_and_taken_back_with_escape() -> None:
    session = _session()
    made = _begun(session, "offers", ("debt", None))
    path = ("offers", made, "months")
    session.keep_draft(path, "2x", 2)
    assert session.saved_case().offers
    session.drop_draft(path)
    assert session.counted == Case()
    session.keep_draft(path, "24", 2)
    assert session.commit(path, Reading(24)) is None
    session.undo()
    assert session.counted.offers == ()


def test_on_other_pages_it_is_not_seen_and_when_one_comes_back_it_is() -> None:
    session = _session()
    _begun(session, "court")
    session.go(Target("today"))
    assert session.case == Case()
    assert session.back()
    assert session.view().current() is not None


def test_an_item_made_meanwhile_keeps_its_place() -> None:
    session = _session()
    made = _begun(session, "court")
    session.go(Target("court"))
    other = session.add("court", (), "court_name", Reading("somewhere"))
    assert other == made
    session.go(Target("item", ("court", made)))
    assert session.case is session.counted


def test_a_ladder_changed_after_it_was_settled_bears_the_day() -> None:
    settled = {"debt": "d1", "line": Decimal(1000), "frozen_on": date(2026, 11, 1), "frozen_line": Decimal(1000)}
    case = case_of(debts=[{"name": "loan"}], ladders=[settled], rungs=[{"ladder": "f1", "months": 24}])
    session = _session(case)
    session.commit(("debts", "d1", "name"), Reading("bank"))
    assert session.case.ladders[0].changed_on is None
    session.commit(("ladders", "f1", "line"), Reading(Decimal(1200)))
    assert session.case.ladders[0].changed_on == NOW.date()
    session.undo()
    assert session.case.ladders[0].changed_on is None
    session.commit(("rungs", "g1", "months"), Reading(36))
    assert session.case.ladders[0].changed_on == NOW.date()
    session.undo()
    session.remove(("rungs", "g1"))
    assert session.case.ladders[0].changed_on == NOW.date()


def test_before_it_is_settled_a_ladder_bears_no_day() -> None:
    session = _session(case_of(debts=[{"name": "loan"}], ladders=[{"debt": "d1", "line": Decimal(1000)}]))
    session.commit(("ladders", "f1", "line"), Reading(Decimal(1200)))
    assert session.case.ladders[0].changed_on is None


async def test_enter_and_escape_on_a_court_paper_leave_nothing() -> None:
    async with wizard(case_of(debts=[{"name": "loan"}])) as pilot:
        app: Any = pilot.app
        app.open(Target("court"))
        app.perform("new-item", "court")
        assert app.session.place.page == "item"
        await pilot.press("escape")
        assert app.session.place.page == "court"
        assert app.session.case.court == ()


async def test_a_new_offer_begins_with_how_it_stands_and_not_with_what_is_folded_away() -> None:
    async with wizard(case_of(debts=[{"name": "loan", "shape": "loan"}])) as pilot:
        app: Any = pilot.app
        app.open(Target("offers"))
        app.perform("new-item", "offers debt=d1 received_on=today")
        await pilot.pause()
        assert app.sheet.slot.path[-1] == "answer"


def test_only_one_plan_is_the_one_to_ask_for() -> None:
    session = _session(case_of(plans=[{"name": "a", "chosen": "yes"}, {"name": "b"}]))
    assert session.commit(("plans", "p2", "chosen"), Reading("yes")) is None
    assert [plan.chosen for plan in session.case.plans] == [None, "yes"]
    session.undo()
    assert [plan.chosen for plan in session.case.plans] == ["yes", None]


def test_an_empty_offer_is_not_worked_out_from_the_contract() -> None:
    empty, named = case_of(offers=[{"debt": "d1"}, {"debt": "d1", "months": 12}]).offers
    assert (names_terms(empty), names_terms(named)) == (False, True)
