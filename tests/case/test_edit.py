"""Making new cases out of old ones."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from negotiator_tui.case.agreed import Agreement, Payment
from negotiator_tui.case.case import BELONGS, LISTS, PARTS_OF, PREFIXES, Case, find, items_of
from negotiator_tui.case.court import Court
from negotiator_tui.case.debts import Debt, Missed
from negotiator_tui.case.edit import UNKNOWN, added, edited, marked, placed, removed, table_at, value_at
from negotiator_tui.case.kinds import Shape, Urgent
from negotiator_tui.case.materials import Sent
from negotiator_tui.case.offers import Offer
from negotiator_tui.case.plans import Plan, Term
from negotiator_tui.case.talks import Contact
from negotiator_tui.text.fault import Fault
from tests.storage.cases import SMALL, cases

ANY = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])

LINKED = Case(
    debts=(Debt(id="d1", name="网商贷"), Debt(id="d2", name="信用卡")),
    missed=(Missed(id="m1", debt="d1"), Missed(id="m2", debt="d2")),
    plans=(Plan(id="p1", name="甲"), Plan(id="p2", name="乙")),
    terms=(
        Term(id="t1", plan="p1", debt="d1"),
        Term(id="t2", plan="p1", debt="d2"),
        Term(id="t3", plan="p2", debt="d1"),
    ),
    contacts=(Contact(id="k1", debt="d1", who="工号 12"), Contact(id="k2", debt="d2")),
    offers=(Offer(id="o1", debt="d1"),),
    agreements=(Agreement(id="a1", debt="d1"), Agreement(id="a2", debt="d2")),
    payments=(Payment(id="y1", agreement="a1"), Payment(id="y2", agreement="a2")),
    court=(Court(id="j1", debt="d1"),),
    sent=(Sent(id="s1", debt="d1"),),
)


def _done(result: Case | Fault) -> Case:
    assert isinstance(result, Case)
    return result


def _grown(case: Case, name: str, /, **answers: Any) -> tuple[Case, str]:
    result = added(case, name, **answers)
    assert not isinstance(result, Fault)
    return result


@pytest.mark.parametrize(
    ("path", "value", "stands"),
    [
        (("first", "takings"), Decimal("12000"), Decimal("12000.00")),
        (("first", "takings"), Decimal("0"), Decimal("0.00")),
        (("first", "takings"), None, None),
        (("first", "urgent"), (Urgent.COURT, Urgent.SWEPT), (Urgent.COURT, Urgent.SWEPT)),
        (("hardship", "since"), "2026-06", "2026-06"),
        (("debts", "d1", "year_days"), UNKNOWN, UNKNOWN),
        (("debts", "d1", "overdue_since"), date(2026, 10, 31), date(2026, 10, 31)),
        (("income", "i1", "from_"), "2026-12", "2026-12"),
        (("costs", "c1", "months"), (1, 7), (1, 7)),
    ],
)
def test_an_answer_stands_where_it_was_given(path: tuple[str, ...], value: Any, stands: Any) -> None:
    assert value_at(_done(edited(SMALL, path, value)), path) == stands


def test_an_answer_changes_nothing_else() -> None:
    case = _done(edited(SMALL, ("debts", "d3", "monthly"), Decimal("2700")))
    assert case.debts[0] is SMALL.debts[0]
    assert case.model_copy(update={"debts": SMALL.debts}) == SMALL
    assert case.debts[1].model_copy(update={"monthly": SMALL.debts[1].monthly}) == SMALL.debts[1]


def test_absent_zero_and_dont_know_are_three_answers() -> None:
    path = ("debts", "d1", "penalty_due")
    zero = _done(edited(SMALL, path, Decimal(0)))
    unknown = _done(edited(SMALL, path, UNKNOWN))
    assert (value_at(SMALL, path), value_at(zero, path), value_at(unknown, path)) == (None, Decimal("0.00"), UNKNOWN)
    assert zero != SMALL != unknown != zero


def test_dont_know_is_recorded_once_and_taken_back_by_an_answer() -> None:
    path = ("debts", "d1", "rate")
    case = _done(edited(_done(edited(SMALL, path, UNKNOWN)), path, UNKNOWN))
    assert case.debts[0].unknown == ("year_days", "rate")
    assert case.debts[0].rate is None
    case = _done(edited(case, path, Decimal("0.05")))
    assert case.debts[0].unknown == ("year_days",)
    assert _done(edited(_done(edited(case, path, UNKNOWN)), path, None)).debts[0].unknown == ("year_days",)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("first", "takings"), Decimal("-1")),
        (("first", "takings"), Decimal("100000000")),
        (("first", "takings"), Decimal("1.234")),
        (("first", "takings"), Decimal("NaN")),
        (("first", "takings"), 12.5),
        (("first", "takings"), "12000"),
        (("debts", "d1", "rate"), Decimal("1000.1")),
        (("debts", "d1", "shape"), "mortgage"),
        (("debts", "d1", "months_left"), 601),
        (("debts", "d1", "overdue_since"), date(1989, 12, 31)),
        (("hardship", "since"), "2026-13"),
        (("costs", "c1", "months"), (13,)),
        (("costs", "c1", "day"), 32),
    ],
)
def test_what_cannot_be_an_answer_is_refused(path: tuple[str, ...], value: Any) -> None:
    assert edited(SMALL, path, value) == Fault("case.refused")


def test_money_may_be_below_zero_only_at_hand() -> None:
    assert _done(edited(SMALL, ("first", "cash_at_hand"), Decimal("-320.5"))).first.cash_at_hand == Decimal("-320.50")


def test_an_item_that_is_gone_is_named_so() -> None:
    assert edited(SMALL, ("debts", "d2", "rate"), Decimal(1)) == Fault("case.gone")
    assert marked(SMALL, ("debts", "d2", "rate"), estimated=True) == Fault("case.gone")
    assert table_at(SMALL, ("debts", "d2")) is None
    assert value_at(SMALL, ("debts", "d2", "rate")) is None


def test_a_guess_is_marked_and_unmarked() -> None:
    path = ("first", "takings")
    case = _done(marked(_done(marked(SMALL, path, estimated=True)), path, estimated=True))
    assert case.first.estimated == ("takings",)
    assert _done(marked(case, path, estimated=False)) == SMALL


def test_a_new_item_gets_the_next_id_at_the_end() -> None:
    case, item_id = _grown(SMALL, "debts", name="花呗", shape=Shape.BILL)
    assert item_id == "d4"
    assert [debt.id for debt in case.debts] == ["d1", "d3", "d4"]
    assert find(case, "debts", "d4").name == "花呗"
    assert added(SMALL, "debts", outstanding=Decimal(-1)) == Fault("case.refused")


def test_every_list_gives_ids_its_file_takes() -> None:
    for name in LISTS:
        case, item_id = _grown(Case(), name)
        assert item_id == f"{PREFIXES[name]}1"
        assert Case.model_validate(case.model_dump(by_alias=True)) == case


def test_removing_a_debt_takes_its_parts_along_and_leaves_records_without_it() -> None:
    case = removed(LINKED, ("debts", "d1"))
    assert [debt.id for debt in case.debts] == ["d2"]
    assert [item.id for item in case.missed] == ["m2"]
    assert [item.id for item in case.terms] == ["t2"]
    assert [item.debt for item in case.contacts] == [None, "d2"]
    assert case.contacts[0].who == "工号 12"
    assert [item.debt for item in case.offers] == [None]
    assert [item.debt for item in case.agreements] == [None, "d2"]
    assert case.payments == LINKED.payments
    assert [item.debt for item in (*case.court, *case.sent)] == [None, None]
    assert (case.plans, case.contacts[1]) == (LINKED.plans, LINKED.contacts[1])


def test_removing_a_plan_or_an_agreement_takes_its_rows_along() -> None:
    assert [item.id for item in removed(LINKED, ("plans", "p1")).terms] == ["t3"]
    case = removed(LINKED, ("agreements", "a1"))
    assert [item.id for item in case.payments] == ["y2"]
    assert case.debts == LINKED.debts


def test_the_place_is_written_without_touching_an_answer() -> None:
    case = placed(SMALL, "script", ("action", "copy"))
    assert (case.place.page, case.place.path) == ("script", ("action", "copy"))
    assert case.model_copy(update={"place": SMALL.place}) == SMALL


@ANY
@given(cases(), st.data())
def test_after_a_removal_nothing_new_points_into_nothing(case: Case, data: st.DataObject) -> None:
    filled = sorted(name for name in LISTS if items_of(case, name))
    if not filled:
        return
    name = data.draw(st.sampled_from(filled))
    victim = data.draw(st.sampled_from(items_of(case, name)))
    after = removed(case, (name, victim.id))
    assert victim.id not in {item.id for item in items_of(after, name)}
    for other, fields in BELONGS.items():
        for field, target in fields.items():
            if target == name:
                assert victim.id not in {getattr(item, field) for item in items_of(after, other)}
    for other in LISTS:
        kept = {item.id for item in items_of(after, other)}
        assert kept <= {item.id for item in items_of(case, other)}
        if other != name and other not in PARTS_OF:
            assert kept == {item.id for item in items_of(case, other)}


@ANY
@given(st.lists(st.tuples(st.booleans(), st.integers(0, 30)), max_size=30))
def test_ids_are_never_given_twice(steps: list[tuple[bool, int]]) -> None:
    case, given_out = Case(), []
    for remove, number in steps:
        if remove and case.costs:
            case = removed(case, ("costs", case.costs[number % len(case.costs)].id))
        else:
            case, item_id = _grown(case, "costs", name="房租")
            given_out.append(item_id)
    assert len(set(given_out)) == len(given_out)
    assert [item.id for item in case.costs] == sorted((item.id for item in case.costs), key=given_out.index)
