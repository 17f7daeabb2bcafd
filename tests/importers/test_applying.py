"""An import into a case: one change that can be made twice without doubling anything."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings

from negotiator_tui.case.case import Case, find
from negotiator_tui.case.demo import demo_case
from negotiator_tui.case.first import BudgetAnswers
from negotiator_tui.case.kinds import Belongs, CostGroup, Every, Side
from negotiator_tui.case.lines import Cost, Income
from negotiator_tui.finance.own_months import own_takings
from negotiator_tui.importers.applying import Choices, applied
from negotiator_tui.importers.proposed import Way
from negotiator_tui.storage.problems import broken_links
from tests.importers.made import imported, months, row, takings
from tests.storage.cases import cases

D = Decimal
TODAY = date(2026, 11, 23)
HALF_YEAR = months(2026, 5, 10)
ROWS = [
    *takings(HALF_YEAR, [30000, 31000, 32000, 29500, 90000, 31500]),
    *(row(f"{month}-05", "4500", "周先生", "店面房租") for month in HALF_YEAR),
    *(row(f"{month}-15", "4200", "小吴", "转账") for month in HALF_YEAR),
]
IMPORT = imported(*ROWS)


def _applied(case: Case, choices: Choices = Choices()) -> Case:  # noqa: B008 - frozen
    made = applied(case, IMPORT, choices, TODAY, "en")
    assert isinstance(made, Case)
    return made


def test_everything_into_an_empty_case() -> None:
    case = _applied(Case())
    assert [(line.name, line.amount) for line in case.income] == [
        ("Takings by code", D("31250.00")),
        ("Cash takings", None),
    ]
    assert [(cost.group, cost.amount, cost.every, cost.day) for cost in case.costs] == [
        (CostGroup.RENT, D("4500.00"), Every.MONTH, 5),
        (CostGroup.OTHER, D("4200.00"), Every.MONTH, 15),
    ]
    assert case.costs[1].estimated == ("amount",)
    assert case.budget.worst_takings == D("29500.00")
    assert own_takings(case.own_months)[0] == ("2026-05", 3000000)
    (statement,) = case.statements
    assert (statement.rows, statement.first_day, statement.last_day) == (24, date(2026, 5, 1), date(2026, 10, 31))
    assert statement.lines == ("i1", "c1", "c2")  # cash is shown by no statement
    (paper,) = case.materials
    assert set(paper.about) == {"income.i1", "costs.c1", "costs.c2", "budget.worst_takings"}


def test_the_same_import_again_changes_nothing() -> None:
    once = _applied(Case())
    assert _applied(once) == once
    demo = _applied(demo_case(TODAY))
    assert _applied(demo) == demo


def test_another_account_is_added_beside() -> None:
    wechat = imported(*takings(HALF_YEAR, [10000] * 6, source="wechat"), name="wechat.csv")
    both = applied(_applied(Case()), wechat, Choices(), TODAY, "en")
    assert isinstance(both, Case)
    assert [line.amount for line in both.income] == [D("31250.00"), None, D("10000.00")]
    assert own_takings(both.own_months)[0] == ("2026-05", 4000000)


def test_a_line_that_is_replaced_keeps_its_place_name_and_day() -> None:
    rent = Cost(id="c7", side=Side.SHOP, name="门面", group=CostGroup.RENT, amount=D(4000), day=3, note="到明年三月")
    case = _applied(Case(costs=(rent,)))
    new = find(case, "costs", "c7")
    assert new is not None
    assert (new.name, new.amount, new.day, new.note) == ("门面", D("4500.00"), 5, "到明年三月")


def test_seasons_give_way_to_one_line() -> None:
    seasons = tuple(Income(id=f"i{n}", side=Side.SHOP, amount=D(40000), months=(n, n + 6)) for n in range(1, 7))
    case = _applied(Case(income=seasons))
    assert [(line.id, line.amount, line.months) for line in case.income] == [
        ("i1", D("31250.00"), None),
        ("i7", None, None),
    ]


def test_what_was_chosen_is_done() -> None:
    choices = Choices(
        ways={"costs.shop.rent": Way.LEAVE, "income.shop.cash": Way.LEAVE},
        amounts={"income.shop.takings": D("28000.00")},
        parties={"小吴": (Belongs.SHOP, CostGroup.WAGES)},
        worst=False,
        debts=frozenset({"京东白条"}),
    )
    case = _applied(Case(), choices)
    assert [line.amount for line in case.income] == [D("28000.00")]
    assert [(cost.group, cost.side) for cost in case.costs] == [(CostGroup.WAGES, Side.SHOP)]
    assert [(party.name, party.belongs, party.group) for party in case.parties] == [
        ("小吴", Belongs.SHOP, CostGroup.WAGES)
    ]
    assert case.budget.worst_takings is None
    assert [debt.name for debt in case.debts] == ["京东白条"]
    again = _applied(case)  # what was said of parties is remembered
    assert [cost.group for cost in again.costs if cost.name == "Wages of staff"] == [CostGroup.WAGES]


@pytest.mark.parametrize(
    ("there", "estimated", "after"),
    [
        (None, (), "29500.00"),
        ("28000", (), "28000.00"),
        ("31000", (), "29500.00"),
        ("28000", ("worst_takings",), "29500.00"),
    ],
)
def test_the_harder_worst_month_stands(there: str | None, estimated: tuple[str, ...], after: str) -> None:
    budget = BudgetAnswers(worst_takings=None if there is None else D(there), estimated=estimated)
    case = _applied(Case(budget=budget))
    assert (case.budget.worst_takings, case.budget.estimated) == (D(after), ())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(cases())
def test_any_case_takes_an_import(case: Case) -> None:
    """Nothing but the lists an import is about changes, no id comes twice, and the case can be read back."""
    made = _applied(case)
    touched = {"income", "costs", "own_months", "statements", "parties", "materials", "budget", "ids"}
    assert all(getattr(made, name) == getattr(case, name) for name in Case.model_fields if name not in touched)
    assert {party.name for party in made.parties} == {party.name for party in case.parties}
    for name in ("income", "costs", "own_months", "statements", "materials"):
        ids = [item.id for item in getattr(made, name)]
        assert len(ids) == len(set(ids))
    assert set(broken_links(made)) <= set(broken_links(case))
    assert Case.model_validate(made.model_dump(by_alias=True)) == made
