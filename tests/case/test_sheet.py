"""The question sheet on paper is made from the questions: nothing missing, and it fits its page."""

import pytest

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Shape
from negotiator_tui.case.questions import questions
from negotiator_tui.case.sheet import LINE, asked_only, blocks, listed, shapes, sheet
from negotiator_tui.case.stages import STAGES
from negotiator_tui.text.cells import width
from negotiator_tui.text.language import LANGUAGES, Lang


def test_blocks_stand_in_the_order_of_the_stages() -> None:
    titles = [block.stage for block in blocks()]
    assert list(dict.fromkeys(titles)) == [stage.title for stage in STAGES]
    names = [block.name for block in blocks()]
    assert names[:5] == ["first", "week", "borrower", "debts", "missed"]
    assert names.count("income") == names.count("costs") == 2  # shop and home


def test_only_the_shop_is_asked_what_moves_with_sales() -> None:
    asked = {block.page: {each.name for each in block.questions} for block in blocks() if block.name == "costs"}
    assert "with_sales" in asked["Shop"]
    assert "with_sales" not in asked["Home"]
    assert asked["Shop"] - asked["Home"] == {"with_sales"}


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("name", None),
        ("overdue_since", None),
        ("rate", (Shape.LOAN,)),
        ("overdue_principal", (Shape.LOAN,)),
        ("statement", (Shape.CARD, Shape.BILL)),
        ("autodebit_from", (Shape.LOAN, Shape.CARD, Shape.BILL)),
        ("deposit", (Shape.ARREARS,)),
        ("agreed_until", (Shape.ARREARS, Shape.PERSONAL, Shape.LOAN, Shape.CARD, Shape.BILL)),
        ("pledge_until", (Shape.PAWN,)),
    ],
)
def test_questions_name_the_debts_they_are_for(name: str, wanted: tuple[Shape, ...] | None) -> None:
    found = shapes(name)
    if name == "agreed_until":  # follows another answer, so on paper it stands for all
        assert found is None
    else:
        assert found == wanted


def test_every_question_of_a_debt_is_for_some_shape() -> None:
    for each in questions(Debt):
        assert shapes(each.name) != ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_lines_fit_the_page(lang: Lang) -> None:
    for line in (*sheet(lang), *listed(lang)):
        assert width(line) <= LINE, line


def test_choices_have_boxes_that_are_not_torn_apart() -> None:
    lines = sheet("en")
    assert "   [ ] loan   [ ] credit card   [ ] pay-later bill" in lines
    assert not [line for line in lines if line.rstrip().endswith("[ ]")]
    assert any("[ ] don't know" in line for line in lines)


@pytest.mark.parametrize(
    ("name", "only"),
    [
        ("name", ()),
        ("rate", ("loan",)),
        ("monthly", ("rent",)),
        ("still_supplies", ("supplier",)),
        ("overdue_since", ("overdue ones",)),
        ("overdue_principal", ("loan", "overdue ones")),
    ],
)
def test_a_question_on_paper_says_which_debts_it_is_for(name: str, only: tuple[str, ...]) -> None:
    assert asked_only(name) == only


def test_a_question_for_overdue_loans_is_not_said_to_be_for_all_loans() -> None:
    lines = sheet("zh_Hans")
    assert any("逾期本金" in line and "只问：逾期了的贷款）" in line for line in lines)
    assert any("从哪天起逾期" in line and "只问：逾期了的）" in line for line in lines)
