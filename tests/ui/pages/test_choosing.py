"""One of several, chosen on the page itself."""

from negotiator_tui.case.case import Case
from negotiator_tui.ui.pages.choosing import choice, chosen, fold
from negotiator_tui.ui.view import View

from .drawn import seen


def _after(*options: str, group: str = "way") -> View:
    """A view on which these options were chosen one after the other."""
    view = seen(Case(), unfolded=frozenset({"more.debts.d1"}))
    for option in options:
        view = seen(Case(), unfolded=view.unfolded | {choice(view, group, option)})
    return view


def test_the_last_choice_counts() -> None:
    assert chosen(_after(), "way") is None
    assert chosen(_after("phone"), "way") == "phone"
    assert chosen(_after("phone", "chat"), "way") == "chat"
    assert chosen(_after("phone", "chat", "phone"), "way") == "phone"
    assert chosen(_after(*["phone", "chat"] * 8), "way") == "chat"


def test_groups_do_not_disturb_each_other() -> None:
    view = _after("d1", "d2", group="about")
    assert chosen(view, "way") is None
    assert chosen(view, "about") == "d2"
    assert chosen(_after("x", group="ways"), "way") is None


def test_a_part_opens_and_closes_with_the_same_row() -> None:
    closed = seen(Case())
    row = fold(closed, "route", "silence", "No answer", is_open=False)
    opened = seen(Case(), unfolded=frozenset({row.argument}))
    assert (row.command, chosen(opened, "route")) == ("unfold", "silence")
    again = fold(opened, "route", "silence", "No answer", is_open=True)
    assert again.key == row.key
    assert chosen(seen(Case(), unfolded=opened.unfolded | {again.argument}), "route") == ""
