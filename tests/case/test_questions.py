"""The questions read off the fields, and the order of stages and pages."""

import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from rich.cells import cell_len

from negotiator_tui.case.agreed import Agreement
from negotiator_tui.case.case import LISTS, TABLES, Case, items_of
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.first import First
from negotiator_tui.case.kinds import OwedFor, Shape, YesNo
from negotiator_tui.case.lines import Cost, Income
from negotiator_tui.case.offers import Offer
from negotiator_tui.case.plans import Term
from negotiator_tui.case.questions import Kind, asked, question, questions
from negotiator_tui.case.stages import STAGE_OF, STAGES
from negotiator_tui.case.talks import Contact
from negotiator_tui.text.language import LANGUAGES, Lang, t
from tests.storage.cases import cases

MODELS = {**TABLES, **LISTS}
ALL = [(name, each) for name, model in MODELS.items() for each in questions(model)]


@pytest.mark.parametrize(
    ("model", "name", "kind"),
    [
        (First, "urgent", Kind.CHOICES),
        (First, "fear", Kind.CHOICE),
        (First, "cash_at_hand", Kind.AMOUNT),
        (First, "takings_account", Kind.TEXT),
        (Debt, "rate", Kind.RATE),
        (Debt, "penalty_multiplier", Kind.RATE),
        (Debt, "overdue_since", Kind.DATE),
        (Debt, "agreed_until", Kind.MONTH),
        (Debt, "months_left", Kind.NUMBER),
        (Income, "months", Kind.MONTHS),
        (Income, "from_", Kind.MONTH),
        (Contact, "at", Kind.MOMENT),
        (Contact, "said", Kind.LONG),
        (Term, "rate", Kind.RATE),
        (Agreement, "red_late", Kind.CHOICE),
    ],
)
def test_the_kind_of_an_answer_follows_from_its_type(model: Any, name: str, kind: Kind) -> None:
    assert question(model, name).kind is kind


@pytest.mark.parametrize(
    ("model", "name", "bounds"),
    [
        (Income, "day", (1, 31)),
        (Debt, "months_left", (0, 600)),
        (Debt, "months_owed", (0, 9999)),
        (Offer, "grace_months", (0, 600)),
    ],
)
def test_whole_numbers_have_the_bounds_of_their_field(model: Any, name: str, bounds: tuple[int, int]) -> None:
    each = question(model, name)
    assert (each.low, each.high) == bounds


def test_a_field_that_asks_nothing_is_no_question() -> None:
    with pytest.raises(KeyError):
        question(Debt, "id")
    assert not {"id", "unknown", "estimated", "note"} & {each.name for each in questions(Debt)}


@pytest.mark.parametrize(("name", "each"), ALL, ids=[f"{name}.{each.name}" for name, each in ALL])
def test_every_question_can_be_put(name: str, each: Any) -> None:
    assert each.ask.label.strip() == each.ask.label != ""
    assert bool(each.options) == (each.kind in {Kind.CHOICE, Kind.CHOICES})
    assert not each.ask.required or each.ask.level == "first"
    assert each.ask.lender == "" or each.ask.lender.endswith("?")
    if each.kind is Kind.AMOUNT:
        assert each.ask.unit == "yuan"


def test_two_questions_of_a_table_are_never_called_the_same() -> None:
    for model in MODELS.values():
        labels = [each.ask.label for each in questions(model)]
        twice = {label for label in labels if labels.count(label) > 1}
        assert twice == set(), (model, twice)


def _asked(**answers: Any) -> set[str]:
    return {each.name for each in asked(Debt(id="d1", **answers))}


@pytest.mark.parametrize(
    ("answers", "there", "absent"),
    [
        ({}, {"name", "shape", "lender", "outstanding", "overdue", "autodebit"}, {"rate", "statement", "monthly"}),
        ({"shape": Shape.LOAN}, {"loan_use", "rate", "method", "contract_tail"}, {"minimum", "overdue_since"}),
        (
            {"shape": Shape.LOAN, "overdue": YesNo.YES},
            {"overdue_since", "overdue_principal", "compound"},
            {"statement"},
        ),
        ({"shape": Shape.CARD}, {"statement", "minimum", "card_instalments_left"}, {"rate", "still_using"}),
        ({"shape": Shape.BILL}, {"statement", "still_using"}, {"card_instalments_left"}),
        ({"shape": Shape.ARREARS}, {"owed_for", "deadline"}, {"monthly", "autodebit", "negotiable"}),
        ({"shape": Shape.ARREARS, "owed_for": OwedFor.RENT}, {"monthly", "deposit", "months_owed"}, {"still_supplies"}),
        ({"shape": Shape.ARREARS, "owed_for": OwedFor.SUPPLIER}, {"still_supplies", "cash_on_delivery"}, {"deposit"}),
        ({"shape": Shape.PERSONAL}, {"interest_agreed", "needed_soon", "agreed_monthly"}, {"agreed_until", "rate"}),
        ({"shape": Shape.PAWN}, {"pledge_until", "tool_of_trade"}, {"received"}),
        ({"shape": Shape.UNVERIFIED}, {"received", "to_repay", "over_days"}, {"pledge_until", "rate"}),
        ({"autodebit": YesNo.YES}, {"autodebit_from"}, set()),
        ({"autodebit": YesNo.NO}, set(), {"autodebit_from"}),
    ],
)
def test_a_debt_is_asked_what_its_shape_calls_for(answers: dict[str, Any], there: set[str], absent: set[str]) -> None:
    names = _asked(**answers)
    assert there <= names
    assert not absent & names


def test_what_moves_with_sales_is_asked_of_the_shop_only() -> None:
    shop, home = Cost.model_validate({"id": "c1", "side": "shop"}), Cost.model_validate({"id": "c1", "side": "home"})
    assert "with_sales" in {each.name for each in asked(shop)}
    assert "with_sales" not in {each.name for each in asked(home)}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(cases())
def test_what_is_asked_can_be_told_of_any_case(case: Case) -> None:
    for name in MODELS:
        tables = (getattr(case, name),) if name in TABLES else items_of(case, name)
        for table in tables:
            names = [each.name for each in asked(table)]
            assert names == [each.name for each in questions(type(table)) if each.name in names]
            assert {each.name for each in questions(type(table)) if each.ask.when is None} <= set(names)


def test_the_pages_ask_every_table_and_list_that_is_answered_by_hand() -> None:
    asked_on_pages = {name for stage in STAGES for page in stage.pages for name in page.asks}
    assert asked_on_pages <= set(MODELS)
    assert set(MODELS) - asked_on_pages == {"missed", "statements", "rungs"}


def test_there_are_five_stages_and_no_page_twice() -> None:
    pages = [page.id for stage in STAGES for page in stage.pages]
    assert len(STAGES) == 5
    assert len(set(pages)) == len(pages)
    assert set(STAGE_OF) == set(pages)
    assert all(re.fullmatch("[a-z-]+", page) for page in pages)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_title_of_a_column_is_no_wider_than_its_answers(lang: Lang) -> None:
    wide = [
        (name, each.name)
        for name, model in LISTS.items()
        for each in questions(model)
        if each.ask.column and cell_len(t(lang, each.ask.head or each.ask.label)) > each.ask.column
    ]
    assert wide == []


@pytest.mark.parametrize(
    ("answers", "asked_for"),
    [({"shape": "arrears", "owed_for": "wages"}, False), ({"shape": "arrears", "owed_for": "social-insurance"}, False),
     ({"shape": "arrears", "owed_for": "rent"}, True), ({"shape": "arrears"}, True), ({"shape": "loan"}, True)],
)  # fmt: skip
def test_who_else_signed_is_asked_where_somebody_can_have(answers: dict[str, Any], *, asked_for: bool) -> None:
    assert ("signed_by" in {each.name for each in asked(Debt(id="d1", **answers))}) is asked_for
