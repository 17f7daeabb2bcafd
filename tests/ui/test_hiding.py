"""With amounts hidden no page, no figure and no answer shows one."""

import re
from collections.abc import Iterator

import pytest

from negotiator_tui.case.case import items_of
from negotiator_tui.case.demo import demo_case
from negotiator_tui.case.stages import STAGES
from negotiator_tui.finance.figure import Figure
from negotiator_tui.ui.next_step import next_words
from negotiator_tui.ui.pages import rows_of
from negotiator_tui.ui.paint import look_for, paint
from negotiator_tui.ui.panel import entries_of
from negotiator_tui.ui.rows import Target
from negotiator_tui.ui.session import Session
from negotiator_tui.ui.view import HIDDEN, hidden_words
from tests.ui.harness import NOW

CASE = demo_case(NOW.date())
AMOUNT = re.compile(r"\d\.\d\d(?![\d%])|\d,\d{3}|[¥￥]\s?\d|\d{3,}\s?(?:元|yuan)")
OWN_PAGE = ("debts", "contacts", "offers", "agreements", "reviews", "court", "rungs", "new_loans")
PLACES = [
    *(Target(page) for page in ("urgent", "review", "enough", "start")),
    *(Target(page.id) for stage in STAGES for page in stage.pages),
    *(Target("item", (name, each.id)) for name in OWN_PAGE for each in items_of(CASE, name)),
]


def _session() -> Session:
    session = Session(CASE, "en", lambda: NOW)
    session.hide = True
    session.unfolded = frozenset(("first", "budget", *(".".join(place.path) for place in PLACES if place.path)))
    return session


def _shown(session: Session) -> str:
    rows = rows_of(session.place.page, session.view())
    look = look_for(rows, 90, session.lang, hide=True, ascii_only=False)
    return "\n".join("".join(span.text for span in line) for row in rows for line in paint(row, look))


def _tree(figure: Figure) -> Iterator[Figure]:
    yield figure
    for part in figure.parts:
        yield from _tree(part)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: ".".join((place.page, *place.path)))
def test_no_page_shows_an_amount(place: Target) -> None:
    session = _session()
    session.place = place
    assert not AMOUNT.findall(_shown(session))


def test_no_arithmetic_shows_an_amount() -> None:
    session = _session()
    budget = session.view().budget
    for figure in (budget.for_debts, budget.safe, budget.gap, budget.due_this_month, budget.arrears):
        for each in _tree(figure):
            session.explain(each)
            assert not AMOUNT.findall(_shown(session))


def test_neither_the_budget_nor_the_next_step_shows_an_amount() -> None:
    view = _session().view()
    lines = ["".join(span.text for span in entry.words) for entry in entries_of(view, view.budget, 36)]
    assert not AMOUNT.findall("\n".join((*lines, *next_words(view))))


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("每月 650，14 个月还清 9,100", f"每月 {HIDDEN}，14 个月还清 {HIDDEN}"),
        ("1.2万，分 3 次", f"{HIDDEN}万，分 3 次"),
        ("no number", "no number"),
        ("2026-12-05 前付 1,200.00", f"2026-12-05 前付 {HIDDEN}"),
        ("2026年12月到 2027-03，每月 2026 元", f"2026年12月到 2027-03，每月 {HIDDEN} 元"),
        ("法释〔2020〕17号，年利率 16.2%", "法释〔2020〕17号，年利率 16.2%"),
        ("2026.12 元，1,200.5%", f"{HIDDEN} 元，{HIDDEN}%"),
    ],
)
def test_numbers_in_free_text_are_hidden(text: str, hidden: str) -> None:
    assert hidden_words(text) == hidden
