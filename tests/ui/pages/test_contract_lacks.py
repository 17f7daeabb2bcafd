"""What decides the question marks of a contract stands beside them."""

from decimal import Decimal

import pytest

from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.compare import compare
from negotiator_tui.ui.pages.contract_lacks import contract_lacks
from tests.ui.pages.drawn import case_of, seen, words

D = Decimal
LOAN = {"name": "a", "shape": "loan", "outstanding": D(12000), "overdue": "yes"}


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, ["rate", "months_left", "next_due"]),
        ({"rate": D(12), "months_left": 6}, ["next_due"]),
        ({"shape": "card"}, []),
    ],
)
def test_each_open_answer_is_one_row(answers: dict[str, object], expected: list[str]) -> None:
    case = case_of(debts=[LOAN | answers])
    rows = contract_lacks(seen(case), case.debts[0])
    assert [row.target.path[-1] for row in rows if isinstance(row, r.ActionRow) and row.target] == expected


def test_the_sums_of_all_contracts_name_the_one_that_is_missing() -> None:
    whole = LOAN | {"name": "b", "overdue": "no", "rate": D(0), "months_left": 3, "instalment": D(4000)}
    terms = [{"plan": "p1", "debt": debt, "method": "equal-instalment", "months": 12} for debt in ("d1", "d2")]
    case = case_of(debts=[LOAN, whole], plans=[{"name": "x", "chosen": "yes"}], terms=terms)
    text = words(compare(seen(case)))
    assert "12,000.00" in text
    assert "a: not in these sums" in text
