"""The next thing leads to the very row it is done on."""

from decimal import Decimal

import pytest

from negotiator_tui.guide.action import Action
from negotiator_tui.ui import next_step
from negotiator_tui.ui.next_step import next_target
from negotiator_tui.ui.pages import rows_of
from negotiator_tui.ui.rows import Target, key_of
from tests.ui.pages.drawn import TODAY, case_of, seen

D = Decimal


def _leads(monkeypatch: pytest.MonkeyPatch, code: str, path: tuple[str, ...], **parts: object) -> Target:
    view = seen(case_of(**parts))
    monkeypatch.setattr(next_step, "next_action", lambda _case, _today: Action(code, TODAY, path))
    target = next_target(view)
    if target.page != "item":
        assert target.path in [key_of(row) for row in rows_of(target.page, view)]
    return target


def test_a_paper_that_is_not_in_the_case_is_the_row_that_takes_it_in(monkeypatch: pytest.MonkeyPatch) -> None:
    debts = [{"name": "bank", "shape": "loan", "overdue": "yes"}]
    found = _leads(monkeypatch, "materials-first", ("materials", "owed-screenshot"), debts=debts)
    assert found == Target("materials", ("action", "take.owed-screenshot"))


def test_a_paper_that_is_there_opens_at_its_state(monkeypatch: pytest.MonkeyPatch) -> None:
    papers = [{"kind": "owed-screenshot", "name": "x"}]
    found = _leads(monkeypatch, "materials-first", ("materials", "owed-screenshot"), materials=papers)
    assert found == Target("item", ("materials", "e1", "state"))


def test_an_agreement_without_its_list_leads_to_the_row_that_makes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    terms = {"debt": "d1", "signed_on": TODAY, "first_due": TODAY, "months": 3, "instalment": D(100)}
    parts = {"debts": [{"name": "bank", "shape": "loan"}], "agreements": [terms]}
    found = _leads(monkeypatch, "payments-list", ("agreements", "a1"), **parts)
    assert found == Target("payments", ("action", "make.a1"))
