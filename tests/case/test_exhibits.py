"""Papers as exhibits: numbers that never come twice, what they prove, and what older files said in words."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator_tui.case import exhibits as x
from negotiator_tui.case.case import Case
from negotiator_tui.case.edit import added, removed

DAY = date(2026, 11, 23)
HASH = "a" * 64


def _case(*materials: dict[str, Any]) -> Case:
    return Case.model_validate(
        {
            "income": [{"id": "i1", "name": "takings"}, {"id": "i2", "name": "wage"}],
            "costs": [{"id": "c1", "name": "rent"}],
            "debts": [{"id": "d1", "shape": "loan"}, {"id": "d2", "shape": "card"}],
            "materials": [{"id": f"e{n}", "name": f"paper {n}", **each} for n, each in enumerate(materials, 1)],
        }
    )


def test_a_paper_gets_a_number_when_it_first_proves_something() -> None:
    case = x.linked(_case({}, {"state": "have"}), "e2", "income.i1")
    assert [(each.id, each.exhibit, each.about) for each in case.materials] == [
        ("e1", None, ()),
        ("e2", 1, ("income.i1",)),
    ]
    case = x.linked(case, "e2", "hardship")
    case = x.linked(case, "e1", "costs.c1")
    assert [each.exhibit for each in case.materials] == [2, 1]
    assert [each.id for each in x.exhibits(case)] == ["e2", "e1"]
    assert x.unlinked(case, "e2", "income.i1").materials[1].about == ("hardship",)


def test_a_number_is_never_given_again() -> None:
    case = x.numbered(x.numbered(_case({}, {}), "e1"), "e2")
    case = removed(case, ("materials", "e2"))
    grown = added(case, "materials", name="new")
    assert isinstance(grown, tuple)
    assert [each.exhibit for each in x.numbered(*grown).materials] == [1, 3]


def test_a_number_written_by_hand_is_respected() -> None:
    case = x.numbered(_case({"exhibit": 7}, {}), "e2")
    assert case.materials[1].exhibit == 8
    assert x.numbered(_case({"exhibit": 9999}, {}), "e2").materials[1].exhibit is None


@pytest.mark.parametrize(
    ("about", "path", "proved"),
    [
        ("income.i1", ("income", "i1"), True),
        ("income.i1", ("income", "i1", "amount"), True),
        ("income.i1", ("income", "i2"), False),
        ("debts.d1", ("debts", "d1", "rate"), True),
        ("debts.d1.outstanding", ("debts", "d1", "rate"), False),
        ("debts.d1.outstanding", ("debts", "d1"), False),
        ("hardship", ("hardship", "since"), True),
    ],
)
def test_a_paper_about_a_whole_proves_its_parts(about: str, path: tuple[str, ...], proved: bool) -> None:
    case = _case({"state": "have", "about": [about]})
    assert bool(x.proofs(case, path)) is proved


@pytest.mark.parametrize(
    ("answers", "counts"),
    [({"state": "have"}, True), ({"state": "asked"}, False), ({}, False), ({"file": "a.pdf", "sha256": HASH}, True)],
)
def test_only_what_is_at_hand_proves(answers: dict[str, Any], counts: bool) -> None:
    assert bool(x.proofs(_case({"about": ["income.i1"], **answers}), ("income", "i1"))) is counts


def test_what_was_proved_is_not_mentioned_after_it_is_gone() -> None:
    case = _case({"about": ["debts.d1.rate", "debts.d2", "income.i1"]}, {"about": ["hardship"]})
    case = removed(removed(case, ("debts", "d1")), ("income", "i1"))
    assert [each.about for each in case.materials] == [("debts.d2",), ("hardship",)]


def test_nothing_is_linked_to_what_is_not_there() -> None:
    case = _case({})
    for about in ("income.i9", "nothing", "debts.d1.no_such", "hardship.no_such", "place"):
        assert x.linked(case, "e1", about) == case
    assert x.linked(case, "e9", "income.i1") == case


def test_a_file_taken_in_is_noted() -> None:
    paper = x.with_file(_case({"unknown": ["state"]}), "e1", ("a.pdf", HASH, 12), DAY).materials[0]
    assert (paper.file, paper.sha256, paper.size, paper.taken_in) == ("a.pdf", HASH, 12, DAY)
    assert (paper.state, paper.exhibit, paper.unknown) == ("have", 1, ())


def test_a_loan_is_proved_in_two_parts() -> None:
    assert x.provable(_case()) == (
        ("income", "i1"),
        ("income", "i2"),
        ("costs", "c1"),
        ("budget", "worst_takings"),
        ("debts", "d1", "outstanding"),
        ("debts", "d1", "rate"),
        ("debts", "d2"),
        ("hardship",),
    )


def test_lines_that_said_in_words_what_shows_them_have_a_paper_now() -> None:
    case = Case.model_validate(
        {
            "income": [
                {"id": "i1", "name": "a", "evidence": "bank statement"},
                {"id": "i2", "name": "b", "evidence": " bank statement "},
            ],
            "costs": [{"id": "c1", "name": "c", "evidence": "receipts", "unknown": ["evidence", "amount"]}],
            "materials": [{"id": "e4", "name": "lease", "exhibit": 2}],
            "ids": {"materials": 6},
        }
    )
    found = [(each.id, each.name, each.exhibit, each.about) for each in case.materials]
    assert found == [
        ("e4", "lease", 2, ()),
        ("e7", "bank statement", 3, ("income.i1", "income.i2")),
        ("e8", "receipts", 4, ("costs.c1",)),
    ]
    assert case.costs[0].unknown == ("amount",)
    assert case.ids == {"materials": 8, "exhibits": 4}


@given(
    st.dictionaries(
        st.sampled_from(["income", "costs", "materials", "ids"]),
        st.recursive(
            st.none() | st.integers() | st.text(max_size=5),
            lambda inner: (
                st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "evidence", "unknown"]), inner)
            ),
            max_leaves=8,
        ),
    )
)
def test_any_file_is_looked_through_without_stumbling(raw: dict[str, Any]) -> None:
    from negotiator_tui.case.former import with_papers

    before = repr(raw)
    with_papers(raw)
    assert repr(raw) == before
