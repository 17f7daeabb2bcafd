"""Each figure of a proposal is proved by an exhibit or marked as the borrower's own statement."""

from datetime import date
from typing import Any

import pytest

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.case.exhibits import linked
from negotiator_tui.guide.content import structure
from negotiator_tui.guide.gaps import GROUPS, gaps, proof_words
from negotiator_tui.guide.proofs import SHOWS, choices, proved_words, suggested
from negotiator_tui.text.language import LANGUAGES
from tests.ui.pages.drawn import D, case_of

TODAY = date(2026, 11, 23)
LOAN = {
    "name": "网商贷", "shape": "loan", "lender": "浙江网商银行", "outstanding": D(48000), "overdue": "yes",
    "overdue_since": date(2026, 10, 31), "rate": D("0.045"), "rate_per": "day",
}  # fmt: skip


def _case(**more: Any) -> Case:
    parts: dict[str, Any] = {
        "debts": [LOAN, {"name": "card", "shape": "card", "outstanding": D(900)}],
        "income": [{"name": "takings", "amount": D(30000), "side": "shop"}, {"name": "open"}],
        "costs": [{"name": "rent", "amount": D(4500), "side": "shop", "group": "rent"}],
        "hardship": {"cause": "roadworks", "since": "2026-06", "takings_before": D(42000)},
        "budget": {"worst_takings": D(29500)},
    }
    return case_of(**(parts | more))


def test_every_figure_is_listed_in_the_order_of_a_proposal() -> None:
    found = [(each.topic, ".".join(each.path), each.proved) for each in gaps(_case(), TODAY, "en")]
    assert found == [
        ("income", "income.i1.amount", False),
        ("worst", "budget.worst_takings", False),
        ("costs", "costs.c1.amount", False),
        ("balance", "debts.d1.outstanding", False),
        ("overdue", "debts.d1.overdue_since", False),
        ("rate", "debts.d1.rate", False),
        ("balance", "debts.d2.outstanding", False),
        ("cause", "hardship.cause", False),
        ("since", "hardship.since", False),
        ("before", "hardship.takings_before", False),
    ]


def test_rough_answers_stand_in_for_lines() -> None:
    case = case_of(first={"takings": D(31000), "home_costs": D(5700)})
    assert [(each.topic, each.amount) for each in gaps(case, TODAY, "en")] == [
        ("income", D("31000.00")),
        ("costs", D("5700.00")),
    ]
    assert gaps(Case(), TODAY, "en") == ()


def test_a_rate_is_told_with_its_unit() -> None:
    assert next(each.words for each in gaps(_case(), TODAY, "en") if each.topic == "rate") == "0.045% a day"


def test_a_paper_at_hand_is_the_proof_and_has_its_number() -> None:
    case = _case(materials=[{"name": "screenshot", "state": "have"}, {"name": "contract", "state": "asked"}])
    case = linked(linked(case, "e1", "debts.d1.outstanding"), "e2", "debts.d1.rate")
    by_path = {".".join(each.path): each for each in gaps(case, TODAY, "en")}
    assert by_path["debts.d1.outstanding"].exhibits == (1,)
    assert by_path["debts.d1.overdue_since"].exhibits == (1,)
    assert not by_path["debts.d1.rate"].proved  # asked for, not there yet
    assert proof_words(by_path["debts.d1.outstanding"], "zh_Hans") == "附件 1"
    assert proof_words(by_path["debts.d1.rate"], "zh_Hans") == "本人陈述"


@pytest.mark.parametrize(("dated", "stale"), [(date(2026, 8, 22), True), (date(2026, 8, 23), False), (None, False)])
def test_proof_that_grew_old_is_told(dated: date | None, stale: bool) -> None:
    paper = {"name": "statement", "kind": "statements-3", "state": "have", "dated": dated, "about": ["income.i1"]}
    found = gaps(_case(materials=[paper]), TODAY, "en")
    assert found[0].stale is stale
    fresh = {**paper, "dated": TODAY}
    assert not gaps(_case(materials=[paper, fresh]), TODAY, "en")[0].stale


def test_a_statement_read_in_is_named_beside_its_line() -> None:
    case = _case(statements=[{"file": "wechat.csv", "lines": ["i1"]}])
    assert [each.statements for each in gaps(case, TODAY, "en")][:2] == [("wechat.csv",), ()]


def test_a_guess_is_marked() -> None:
    case = _case()
    guessed = case.model_copy(update={"budget": case.budget.model_copy(update={"estimated": ("worst_takings",)})})
    assert [each.estimated for each in gaps(guessed, TODAY, "en")][:2] == [False, True]


def test_every_topic_has_its_group() -> None:
    topics = {each.topic for each in gaps(demo_case(TODAY), TODAY, "en")}
    assert topics == {topic for group in GROUPS.values() for topic in group}


def test_kinds_of_papers_show_what_is_known() -> None:
    for entry in structure("materials").values():
        assert set(entry.get("shows", ())) <= SHOWS


def test_a_kind_of_paper_suggests_what_it_usually_proves() -> None:
    kinds = {"lease": ("costs.c1",), "contract-full": ("debts.d1.rate",), "card-statements": ("debts.d2",)}
    case = _case(materials=[{"kind": kind, "name": kind} for kind in kinds])
    assert {each.kind: suggested(case, each) for each in case.materials} == kinds
    near, rest = choices(case, case.materials[0])
    assert near == ("costs.c1",)
    assert "hardship" in rest
    assert "costs.c1" not in rest


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_proved_has_words(lang: Any) -> None:
    case = _case()
    for path in (
        ("income", "i1"),
        ("debts", "d1", "rate"),
        ("debts", "d9"),
        ("hardship",),
        ("budget", "worst_takings"),
    ):
        assert proved_words(case, path, lang)
    assert proved_words(case, ("debts", "d1", "outstanding"), "zh_Hans") == "网商贷：还欠多少"
