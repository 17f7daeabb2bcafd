"""Where one stands, and where Esc leads."""

from negotiator_tui.finance.figure import Figure
from negotiator_tui.ui.rows import Target
from negotiator_tui.ui.standing import Standing

FIRST, SHOP, DEBT = Target("first"), Target("shop"), Target("item", ("debts", "d1", "rate"))
INCOME, TAKINGS = Figure("income", None), Figure("takings", None)


def _way(standing: Standing) -> list[str]:
    """The pages Esc leads to, the nearest first."""
    pages = []
    before = standing.back()
    while before is not None:
        pages.append(before.place.page)
        before = before.back()
    return pages


def test_the_way_back_is_the_way_one_came_and_ends() -> None:
    assert _way(Standing(FIRST).gone(SHOP).gone(DEBT)) == ["shop", "first"]
    assert Standing(FIRST).back() is None


def test_going_in_circles_does_not_make_it_longer() -> None:
    standing = Standing(FIRST).gone(SHOP)
    for _ in range(3):
        standing = standing.gone(FIRST).gone(SHOP)
    assert _way(standing) == ["first"]
    assert _way(standing.gone(SHOP)) == ["first"]


def test_another_row_of_an_item_is_the_same_page_and_another_item_is_not() -> None:
    standing = Standing(FIRST).gone(DEBT)
    assert _way(standing.gone(Target("item", ("debts", "d1", "name")))) == ["first"]
    assert _way(standing.gone(Target("item", ("debts", "d2")))) == ["item", "first"]


def test_esc_leads_from_a_part_to_its_figure_and_to_the_page() -> None:
    standing = Standing(SHOP).gone(Target("explain"), INCOME).gone(Target("explain"), TAKINGS)
    whole = standing.back()
    assert whole is not None
    assert (whole.place.page, whole.figure) == ("explain", INCOME)
    assert _way(standing) == ["explain", "shop"]


def test_on_the_page_of_an_item_the_item_comes_before_the_row() -> None:
    assert Standing(DEBT).at(("action", "note")).place.path == ("debts", "d1", "action", "note")
    assert Standing(DEBT).at(("debts", "d1", "name")).place.path == ("debts", "d1", "name")
    assert Standing(SHOP).at(("income", "i1")).place.path == ("income", "i1")


def test_there_is_no_way_back_to_what_is_over() -> None:
    standing = Standing(FIRST).gone(Target("statements")).gone(Target("import")).gone(SHOP)
    assert _way(standing.without(frozenset({"statements", "import"}))) == ["first"]


def test_a_page_that_was_chosen_leads_back_to_where_the_choice_was_opened() -> None:
    assert _way(Standing(SHOP).gone(Target("go")).gone(DEBT)) == ["shop"]
