"""The pages of the shop and the home."""

import pytest
from hypothesis import HealthCheck, given, settings

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.changes import changed
from negotiator_tui.ui.pages.budget import home, shop
from negotiator_tui.ui.paint import cell_widths, look_for

from .drawn import NOW, TODAY, D, actions, assert_drawn, case_of, cases, figures, flat, seen

SHOP_INCOME = {"side": "shop", "name": "takings", "amount": D(31000), "every": "month"}
GOODS = {"side": "shop", "name": "goods", "amount": D(12850), "every": "month", "with_sales": "yes"}
RENT = {"side": "shop", "name": "rent", "amount": D(11400), "every": "month"}
WAGE = {"side": "home", "name": "wage", "amount": D(3800), "every": "month"}
LIVING = {"side": "home", "name": "food", "amount": D(5700), "every": "month"}
OTHERS = frozenset(f"lines.more.{name}.{side}" for name in ("income", "costs") for side in ("shop", "home"))
WHOLE = {"income": [SHOP_INCOME, WAGE], "costs": [GOODS, RENT, LIVING]}


def test_the_shop_adds_its_lines_and_shows_what_it_leaves() -> None:
    found = figures(shop(seen(case_of(**WHOLE))))
    assert found["Takings"] == D("31000.00")
    assert found["Costs of the shop"] == D("24250.00")
    assert found["What the shop leaves"] == D("6750.00")
    assert found["Takings in a bad month"] == D("24800.00")


def test_a_worst_month_replaces_the_guess() -> None:
    found = figures(shop(seen(case_of(**WHOLE, budget={"worst_takings": D(29500)}))))
    assert found["Takings in a bad month"] == D("29500.00")


def test_the_home_shows_what_is_left_of_everything() -> None:
    found = figures(home(seen(case_of(**WHOLE))))
    assert found["Income of the home"] == D("3800.00")
    assert found["Costs of the home"] == D("5700.00")
    assert found["Left over"] == D("4850.00")
    assert found["Kept back"] == D("485.00")
    assert found["For debts"] == D("4365.00")


def test_a_loss_is_shown_below_zero() -> None:
    case = case_of(income=[{**SHOP_INCOME, "amount": D(20000)}, WAGE], costs=[GOODS, RENT, LIVING])
    assert figures(shop(seen(case)))["What the shop leaves"] == D("-4250.00")
    found = figures(home(seen(case)))
    assert found["Left over"] == D("-6150.00")
    assert found["For debts"] == D("-6150.00")


@pytest.mark.parametrize("page", [shop, home])
def test_an_empty_case_shows_no_amount_at_all(page) -> None:
    rows = page(seen(Case()))
    assert figures(rows) == {}
    assert "0.00" not in flat(rows)


def test_what_is_open_leads_to_its_question() -> None:
    found = actions(home(seen(Case())))
    assert found["open.first.takings"].target == r.Target("first", ("first", "takings"))
    assert found["open.first.home_costs"].target == r.Target("first", ("first", "home_costs"))


def test_rough_answers_stand_in_and_say_so() -> None:
    case = case_of(first={"takings": D(31000), "shop_costs": D(25000), "home_costs": D(5700)})
    rows = shop(seen(case))
    assert figures(rows)["Takings"] == D("31000.00")
    assert "This is your rough answer. It counts until a line here has an amount." in flat(rows)
    assert "rough answer" not in flat(shop(seen(case_of(**WHOLE))))


@pytest.mark.parametrize(("name", "side", "least"), [("income", "shop", 3), ("costs", "shop", 5), ("costs", "home", 5)])
def test_an_empty_list_offers_the_usual_lines_without_amounts(name: str, side: str, least: int) -> None:
    page = shop if side == "shop" else home
    offered = actions(page(seen(Case())))[f"usual.{name}"]
    assert offered.command == "replace"
    case = changed(Case(), TODAY, "zh_Hans", offered.argument)
    lines = getattr(case, name)
    assert len(lines) >= least
    assert {line.side for line in lines} == {side}
    assert all(line.name and line.amount is None for line in lines)
    assert f"usual.{name}" not in actions(page(seen(case)))


def _lists(rows: list[r.Row]) -> dict[str, list[r.CellsRow]]:
    found: dict[str, list[r.CellsRow]] = {}
    for row in rows:
        if isinstance(row, r.CellsRow):
            found.setdefault(row.list_name, []).append(row)
    return found


@pytest.mark.parametrize("page", [shop, home])
@pytest.mark.parametrize("more", [False, True])
def test_every_column_fits_beside_the_others_on_both_screens(page, *, more: bool) -> None:
    unfolded = OTHERS if more else frozenset()
    rows = page(seen(case_of(**WHOLE), unfolded=unfolded))
    for lists in _lists(rows).values():
        for width in (62, 80):
            columns = tuple(each.question for each in lists[0].cells)
            look = look_for(rows, width, "en", hide=False, ascii_only=False)
            assert len(cell_widths(columns, look)) == len(columns)


def test_every_field_of_a_line_can_be_reached() -> None:
    reached: dict[str, set[str]] = {"income": set(), "costs": set()}
    for unfolded in (frozenset(), OTHERS):
        for name, lines in _lists(shop(seen(case_of(**WHOLE), unfolded=unfolded))).items():
            reached[name] |= {each.question.name for each in lines[0].cells}
    common = {"name", "amount", "every", "day", "from_", "until", "months"}
    assert reached == {"income": common, "costs": common | {"group", "with_sales", "saved"}}


def test_the_other_columns_fold_back() -> None:
    folded = actions(shop(seen(case_of(**WHOLE))))["lines.more.costs.shop"]
    assert (folded.command, folded.argument) == ("unfold", "lines.more.costs.shop")
    opened = actions(shop(seen(case_of(**WHOLE), unfolded=frozenset({"lines.more.costs.shop"}))))[
        "lines.more.costs.shop"
    ]
    assert (opened.command, opened.argument) == ("fold", "lines.more.costs.shop")


def test_a_line_is_begun_where_its_amount_has_a_column() -> None:
    one_side = frozenset({"lines.more.costs.shop"})
    lists = _lists(shop(seen(case_of(**WHOLE), unfolded=one_side)))
    assert [row.item_id for row in lists["costs"]] == ["c1", "c2"]
    assert lists["income"][-1].item_id == ""
    assert _lists(home(seen(case_of(**WHOLE), unfolded=one_side)))["costs"][-1].item_id == ""
    assert _lists(shop(seen(Case(), unfolded=OTHERS)))["costs"][-1].item_id == ""


def test_a_new_line_belongs_to_the_side_of_its_page() -> None:
    for page, side in ((shop, "shop"), (home, "home")):
        for name, lines in _lists(page(seen(Case()))).items():
            assert lines[-1].item_id == "", name
            assert dict(lines[-1].defaults) == {"side": side}


def test_a_line_without_a_side_is_shown_where_it_is_counted() -> None:
    case = case_of(income=[{"name": "in"}], costs=[{"name": "out"}])
    assert [row.item_id for row in _lists(shop(seen(case)))["income"]] == ["i1", ""]
    assert [row.item_id for row in _lists(home(seen(case)))["costs"]] == ["c1", ""]


@pytest.mark.parametrize("page", [shop, home])
@pytest.mark.parametrize("case", [Case(), case_of(**WHOLE), demo_case(NOW.date())], ids=["empty", "small", "demo"])
def test_it_can_be_drawn_everywhere(page, case: Case) -> None:
    assert_drawn(page, case)
    assert_drawn(page, case, unfolded=OTHERS, hide=True)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(cases(lists=("income", "costs")))
def test_no_case_breaks_it(case: Case) -> None:
    for page in (shop, home):
        assert_drawn(page, case)


def test_lines_that_come_to_less_than_the_rough_answer_are_not_taken_for_all() -> None:
    case = case_of(
        first={"takings": D(18000), "shop_costs": D(12000), "home_costs": D(4000)},
        costs=[{"name": "stock", "side": "shop", "amount": D(3000), "every": "month"}],
    )
    rows = shop(seen(case))
    assert "9,000.00" in flat(rows)
    assert "more seems left than there is" in flat(rows)
    assert "more seems left" not in flat(home(seen(case)))
    near = case.model_copy(update={"first": case.first.model_copy(update={"shop_costs": D(3300)})})
    assert "more seems left" not in flat(shop(seen(near)))
    said = changed(case, TODAY, "en", actions(rows)["complete.shop_costs"].argument)
    assert said.first.shop_costs == D(3000)
    assert "more seems left" not in flat(shop(seen(said)))


@pytest.mark.parametrize(("every", "each"), [("year", "300.00"), ("quarter", "1,200.00"), ("once", "300.00")])
def test_a_cost_without_its_month_says_so_and_leads_to_the_month(every: str, each: str) -> None:
    fee = {"side": "shop", "name": "licence", "amount": D(3600), "every": every}
    rows = actions(shop(seen(case_of(costs=[GOODS, fee]))))
    assert [key for key in rows if key.startswith("month.")] == ["month.c2"]
    assert rows["month.c2"].target == r.Target("shop", ("costs", "c2", "months"))
    assert rows["month.c2"].hint == f"until then {each} a month"
    assert not [key for key in actions(home(seen(case_of(costs=[GOODS, fee])))) if key.startswith("month.")]
    said = actions(shop(seen(case_of(costs=[GOODS, {**fee, "months": (3,)}]))))
    assert not [key for key in said if key.startswith("month.")]


def test_an_income_without_its_month_says_that_it_is_not_counted() -> None:
    bonus = {"side": "home", "name": "bonus", "amount": D(6000), "every": "year"}
    rows = actions(home(seen(case_of(income=[SHOP_INCOME, bonus]))))
    assert rows["month.i2"].hint == "not counted yet"
