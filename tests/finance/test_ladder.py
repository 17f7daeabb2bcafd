"""The rungs of a negotiation and the line below them."""

from dataclasses import replace
from decimal import Decimal

import pytest

from negotiator_tui.case.kinds import Method
from negotiator_tui.finance.ladder import Line, ladder
from negotiator_tui.finance.search_debt import Money, finished, search
from negotiator_tui.finance.search_grid import Grid, low_part, rates_below
from negotiator_tui.text.fault import sentence

GRID = Grid(4_800_000, 21_000, 6_768, rates_below(Decimal("16.2")), 20, Method.EQUAL_INSTALMENT,
            months=tuple(range(20, 61)))  # fmt: skip


def made(usual, bad=None):
    money = Money(tuple(usual), tuple(usual if bad is None else bad))
    grid = replace(GRID, low=low_part(money.bad))
    result = finished(search(grid, money))
    return result, ladder(result, money)


def test_every_ask_can_be_kept_and_each_asks_more_than_the_one_before_and_is_shorter():
    result, found = made([160_000] * 60)
    assert len(found.asks) == 3
    assert [each.concession for each in found.asks] == sorted(each.concession for each in found.asks)
    assert found.asks[0] is result.recommended
    assert found.asks[0].as_contracted
    assert found.asks[0].key.months > found.asks[1].key.months > found.asks[2].key.months
    assert all(each in result.frontier for each in found.asks)
    assert all(each.fits([160_000] * 60) for each in found.asks)
    assert found.asks[-1].concession <= 4_827_768 // 1000


@pytest.mark.parametrize(
    ("money", "line"),
    [
        ([160_000] * 60, Line(160_000, 160_000, None)),
        ([160_000] * 12 + [300_000] * 48, Line(160_000, 300_000, 12)),
        ([160_000, 158_000] + [160_000] * 58, Line(158_000, 158_000, None)),
    ],
)
def test_the_line_is_the_least_a_month_leaves(money, line):
    assert made(money)[1].line == line


def test_a_promise_beyond_the_line_is_answered_in_words():
    _, found = made([200_000] * 60, [160_000] * 60)
    assert found.crossed_by([160_000] * 30) is None
    said = sentence(found.crossed_by([160_000, 160_001]), "en")
    assert "Month 2" in said
    assert "0.01" in said


def test_nothing_to_ask_no_ladder():
    assert made([0] * 60)[1] is None


def test_a_season_is_counted_with_what_can_be_saved():
    signed = [-50_000 if month % 12 in {6, 7} else 200_000 for month in range(60)]
    result, found = made(signed)
    assert result.savings
    assert found.crossed_by(result.recommended.payments) is None


@pytest.mark.parametrize(("most", "said"), [(160_099, 160_000), (160_050, 160_050)])
def test_the_line_is_said_in_whole_yuan_unless_that_would_forbid_the_first_ask(most, said):
    result, found = made([170_000] * 60)
    asked = replace(result.recommended, payments=(160_020 if most == 160_050 else 160_000,) * 30)
    stated = replace(found, asks=(asked,), line=Line(most, most, None)).stated
    assert stated == Line(said, said, None)
