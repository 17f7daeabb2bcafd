"""Figures: what is missing is carried and never counted, and the tree can be told as JSON."""

import json

import pytest

from negotiator_tui.finance.figure import (
    Figure,
    bound,
    dotted,
    figure_json,
    greatest,
    least,
    less,
    nothing,
    share,
    total,
    unanswered,
    unless_missing,
)

from .budget_cases import D

THREE = Figure("three", D("3.00"), source=("costs", "c1", "amount"), estimated=True)
FIVE = Figure("five", D("5.00"), name="flour")
OPEN = unanswered("open", ("costs", "c2", "amount"))
HALF = Figure("half", D("50"), unit="percent")


def test_sums_skip_what_is_missing_and_say_so():
    figure = total("all", (THREE, OPEN, FIVE))
    assert (figure.value, figure.missing, figure.estimated) == (D("8.00"), (("costs", "c2", "amount"),), True)
    assert total("none", (OPEN,)).value is None
    assert total("nothing", ()).value is None


def test_other_arithmetic_needs_all_its_parts():
    assert less("left", FIVE, THREE, THREE).value == D("-1.00")
    assert least("least", FIVE, THREE).value == D("3.00")
    assert greatest("greatest", FIVE, THREE, nothing()).value == D("5.00")
    assert share("share", THREE, HALF).value == D("1.50")
    for figure in (less("x", FIVE, OPEN), less("x", OPEN, FIVE), least("x", FIVE, OPEN), greatest("x", OPEN, FIVE)):
        assert figure.value is None
        assert figure.missing == OPEN.missing
    assert share("x", OPEN, HALF).value is None
    assert share("x", Figure("odd", D("0.03")), HALF).value == D("0.02")  # 0.015: up


def test_what_may_not_be_told_from_half_the_answers_has_no_value():
    assert unless_missing(total("all", (THREE, OPEN))).value is None
    assert unless_missing(total("all", (THREE,))).value == D("3.00")


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (THREE, "exact"),
        (OPEN, "at-least"),
        (total("x", (THREE, OPEN)), "at-least"),
        (less("x", FIVE, total("y", (THREE, OPEN))), "at-most"),
        (less("x", total("y", (THREE, OPEN)), FIVE), "at-least"),
        (less("x", total("y", (THREE, OPEN)), total("z", (THREE, OPEN))), "open"),
        (less("x", FIVE, less("y", FIVE, total("z", (THREE, OPEN)))), "at-least"),
    ],
)
def test_which_way_missing_answers_can_move_a_figure(figure, expected):
    assert bound(figure) == expected


def test_a_figure_as_json():
    out = figure_json(less("left", FIVE, total("all", (THREE, OPEN))))
    assert json.loads(json.dumps(out)) == out
    assert (out["value"], out["op"], out["missing"]) == ("2.00", "minus", ["costs.c2.amount"])
    five, rest = out["parts"]
    assert five == {"label": "five", "value": "5.00", "unit": "yuan", "op": "answer", "name": "flour"}
    assert rest["parts"][0]["source"] == "costs.c1.amount"
    assert rest["parts"][1]["value"] is None


def test_a_path_is_spelled_as_in_the_file():
    assert dotted(("costs", "c1", "from_")) == "costs.c1.from"
    assert dotted(("first", "cash_at_hand")) == "first.cash_at_hand"
