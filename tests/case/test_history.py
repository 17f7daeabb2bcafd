"""Undo and redo."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator_tui.case.case import Case
from negotiator_tui.case.edit import added, edited, removed
from negotiator_tui.case.history import LIMIT, History
from negotiator_tui.text.fault import Fault

TAKINGS = ("first", "takings")


def _with(case: Case, amount: int) -> Case:
    result = edited(case, TAKINGS, Decimal(amount))
    assert not isinstance(result, Fault)
    return result


def _undone(history: History) -> History:
    result = history.undo()
    assert result is not None
    return result[0]


def _redone(history: History) -> History:
    result = history.redo()
    assert result is not None
    return result[0]


def _added(case: Case) -> tuple[Case, str]:
    result = added(case, "debts", name="网商贷")
    assert not isinstance(result, Fault)
    return result


def test_a_step_back_tells_where_it_was() -> None:
    history = History(Case()).push(_with(Case(), 1), TAKINGS)
    step = history.undo()
    assert step is not None
    assert (step[0].present, step[1]) == (Case(), TAKINGS)
    again = step[0].redo()
    assert again is not None
    assert (again[0].present.first.takings, again[1]) == (Decimal("1.00"), TAKINGS)


def test_there_is_nothing_before_the_beginning_or_after_the_end() -> None:
    assert History(Case()).undo() is None
    assert History(Case()).redo() is None


def test_a_change_that_changes_nothing_is_no_step() -> None:
    history = History(_with(Case(), 5))
    assert history.push(_with(Case(), 5), TAKINGS) is history


def test_a_new_change_forgets_what_was_undone() -> None:
    history = History(Case()).push(_with(Case(), 1), TAKINGS).push(_with(Case(), 2), TAKINGS)
    history = _undone(history).push(_with(Case(), 3), TAKINGS)
    assert history.redo() is None
    assert _undone(history).present.first.takings == Decimal("1.00")


def test_only_so_many_steps_are_kept() -> None:
    history = History(Case())
    for amount in range(1, LIMIT + 20):
        history = history.push(_with(Case(), amount), TAKINGS)
    steps = 0
    while (step := history.undo()) is not None:
        history, steps = step[0], steps + 1
    assert steps == LIMIT
    assert history.present.first.takings == Decimal("19.00")


def test_undo_brings_back_a_deleted_debt_with_its_parts_and_links() -> None:
    case, debt = _added(Case())
    for name in ("missed", "contacts", "agreements"):
        grown = added(case, name, debt=debt)
        assert not isinstance(grown, Fault)
        case = grown[0]
    history = History(case).push(removed(case, ("debts", debt)), ("debts", debt))
    assert (history.present.debts, history.present.missed, history.present.contacts[0].debt) == ((), (), None)
    assert _undone(history).present == case


def test_an_id_is_not_given_again_after_its_item_was_undone() -> None:
    history = History(Case())
    case, first = _added(history.present)
    history = _undone(history.push(case, ("debts", first)))
    assert history.present.debts == ()
    _, second = _added(history.present)
    assert second != first


def test_an_id_is_not_given_again_after_delete_and_undo() -> None:
    case, first = _added(Case())
    history = History(case).push(removed(case, ("debts", first)), ("debts", first))
    case, second = _added(_undone(history).present)
    assert [debt.id for debt in case.debts] == [first, second]
    assert first != second


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["add", "remove", "undo", "redo"]), max_size=25))
def test_no_walk_through_history_gives_an_id_twice(walk: list[str]) -> None:
    history, given_out = History(Case()), []
    for step in walk:
        debts = history.present.debts
        if step == "add":
            case, item_id = _added(history.present)
            given_out.append(item_id)
            history = history.push(case, ("debts", item_id))
        elif step == "remove" and debts:
            history = history.push(removed(history.present, ("debts", debts[0].id)), ("debts", debts[0].id))
        elif step == "undo" and history.past:
            history = _undone(history)
        elif step == "redo" and history.future:
            history = _redone(history)
    assert len(set(given_out)) == len(given_out)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 6), min_size=1, max_size=20), st.data())
def test_as_many_steps_forward_as_back_lead_to_the_same_case(amounts: list[int], data: st.DataObject) -> None:
    history = History(Case())
    for amount in amounts:
        history = history.push(_with(history.present, amount), TAKINGS)
    end, back = history.present, data.draw(st.integers(0, len(history.past)))
    for _ in range(back):
        history = _undone(history)
    for _ in range(back):
        history = _redone(history)
    assert history.present == end
