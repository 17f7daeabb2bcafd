"""What a name gives away of a debt, and what it does not."""

import pytest

from negotiator_tui.case.case import Case
from negotiator_tui.case.kind_by_name import kind_by_name
from negotiator_tui.case.kinds import OwedFor, Shape


@pytest.mark.parametrize(
    ("name", "shape", "owed_for"),
    [
        ("网商贷", Shape.LOAN, None),
        ("網商貸", Shape.LOAN, None),
        ("招行信用卡", Shape.CARD, None),
        ("花呗", Shape.BILL, None),
        ("美团月付", Shape.BILL, None),
        ("房租", Shape.ARREARS, OwedFor.RENT),
        ("欠张老板面粉", Shape.ARREARS, OwedFor.SUPPLIER),
        ("小李的工资", Shape.ARREARS, OwedFor.WAGES),
        ("税和社保", Shape.ARREARS, None),
        ("大舅", Shape.PERSONAL, None),
        ("金镯子典当", Shape.PAWN, None),
        ("Visa credit card", Shape.CARD, None),
        ("714高炮", Shape.UNVERIFIED, None),
        ("714", Shape.UNVERIFIED, None),
        ("老四的砍头息", Shape.UNVERIFIED, None),
        ("高利贷", Shape.UNVERIFIED, None),
    ],
)
def test_a_name_says_what_it_is(name: str, shape: Shape, owed_for: OwedFor | None) -> None:
    assert kind_by_name(name) == {"shape": shape} | ({"owed_for": owed_for} if shape is Shape.ARREARS else {})


@pytest.mark.parametrize(
    "name",
    [
        "老王",
        "48000",
        "某某金融",
        "公积金贷款",
        "信用卡转贷款",
        "朋友介绍的那家公司",
        "某行尾号1714",
        "信用卡尾号 714",
        "",
    ],
)
def test_a_name_that_may_be_several_things_says_nothing(name: str) -> None:
    assert kind_by_name(name) == {}


def test_what_it_says_are_answers_of_a_debt() -> None:
    assert set(kind_by_name("房租")) <= set(next(iter(Case.model_fields["debts"].annotation.__args__)).model_fields)  # type: ignore[union-attr]
