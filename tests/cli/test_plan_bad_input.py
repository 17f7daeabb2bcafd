"""Input that is wrong or at an edge, the whole way: `plan --json`, `plan`, and the page of plans."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from negotiator_tui.finance.search import searched
from negotiator_tui.finance.search_beyond import beside
from negotiator_tui.storage.casefile import Opened, read_case
from negotiator_tui.ui.ink import width_of
from negotiator_tui.ui.pages.plan import plan
from negotiator_tui.ui.paint import look_for, paint
from negotiator_tui.ui.view import View

from .conftest import TODAY, Run

D = Decimal
NOW = datetime(2026, 11, 23, 14, 3)
BUDGET = {"takings": 12000, "shop_costs": 5000, "home_costs": 3000}
LOAN: dict[str, Any] = {
    "outstanding": 24000, "rate": 12, "rate_per": "year", "overdue": "yes", "months_left": 6,
    "next_due": date(2026, 12, 20),
}  # fmt: skip
TERM: dict[str, Any] = {"plan": "p1", "debt": "d1", "months": 24}


def written(path: Path, loan: dict[str, Any], budget: dict[str, Any], term: dict[str, Any]) -> Path:
    def lines(answers: dict[str, Any]) -> str:
        values = {name: value if not isinstance(value, str) else f'"{value}"' for name, value in answers.items()}
        return "".join(f"{name} = {value}\n" for name, value in values.items() if value is not None)

    text = f'schema = 1\n[first]\n{lines(budget)}[[debts]]\nid = "d1"\nname = "x"\nshape = "loan"\n{lines(loan)}'
    text += f'[[plans]]\nid = "p1"\nname = "A"\nchosen = "yes"\n[[terms]]\nid = "t1"\n{lines(term)}'
    path.write_text(text, encoding="utf-8")
    return path


CASES: dict[str, tuple[dict[str, Any], dict[str, Any], dict[str, Any], str | None]] = {
    "rate 0": ({"rate": 0}, {}, {}, "instalments"),
    "rate 400 %": ({"rate": 400}, {}, {}, "instalments"),
    "rate 400 % over the whole term": ({"rate": 400, "months_left": 60}, {}, {"months": 60}, "instalments"),
    "a rate no contract has": ({"rate": 1000, "rate_per": "day"}, {}, {}, None),
    "0 months left": ({"months_left": 0}, {}, {}, "instalments"),
    "600 months left": ({"months_left": 600}, {}, {}, "instalments"),
    "0 months asked for": ({}, {}, {"months": 0}, "instalments"),
    "600 months asked for": ({}, {}, {"months": 600}, "instalments"),
    "a grace as long as the plan": ({}, {}, {"grace_months": 24}, "instalments"),
    "a due date in the past": ({"next_due": date(2025, 1, 5)}, {}, {}, "instalments"),
    "a first payment in the past": ({}, {}, {"first_due": date(2025, 1, 5)}, "instalments"),
    "a first payment in the last year there is": ({}, {}, {"first_due": date(2100, 12, 31)}, "instalments"),
    "an instalment below the interest": ({"instalment": D("0.01")}, {}, {}, "instalments"),
    "the same on a loan that is not overdue": ({"instalment": D("0.01"), "overdue": "no"}, {}, {}, "keep"),
    "a low part below the interest": (
        {}, {}, {"method": "low-then-high", "low": D("0.01"), "low_months": 12}, "instalments",
    ),
    "0.01 owed": ({"outstanding": D("0.01"), "instalment": None}, {}, {}, "instalments"),
    "nothing owed": ({"outstanding": 0}, {}, {}, "keep"),
    "99,999,999.99 owed": ({"outstanding": D("99999999.99")}, {}, {}, "none-fits"),
    "99,999,999.99 taken": ({}, {"takings": D("99999999.99")}, {}, "instalments"),
    "99,999,999.99 waived": ({}, {}, {"penalty_waived": D("99999999.99"), "interest_waived": D("99999999.99")},
                             "instalments"),
    "99,999,999.99 paid now": ({}, {}, {"paid_now": D("99999999.99")}, "instalments"),
    "a budget of zeros": ({}, dict.fromkeys(BUDGET, 0), {}, "deficit"),
    "a budget of which most is not known": ({}, {"shop_costs": None, "home_costs": None}, {}, None),
    "nothing known at all": ({"outstanding": None, "rate": None}, dict.fromkeys(BUDGET), {}, None),
    "more than can be repaid within the limit": ({"outstanding": 400000}, {}, {}, "none-fits"),
    "a share of nothing": ({"share": 0}, {}, {}, "instalments"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_the_whole_path(name: str, run: Run, tmp_path: Path) -> None:
    loan, budget, term, mode = CASES[name]
    path = written(tmp_path / "a.toml", LOAN | loan, BUDGET | budget, TERM | term)
    made = run("plan", str(path), "--today", TODAY, "--json", "--stress", "--more")
    assert (made.code, made.err) == (0, "")
    found = made.json
    assert found["mode"] == mode or (mode is None and found["mode"] in {None, "keep"})
    for debt in found["debts"]:
        assert (debt["recommended"] is None) is (mode != "instalments")
        for choice in debt["frontier"]:
            assert Decimal(choice["max_payment"]) >= 0
            assert Decimal(choice["total_paid"]) >= Decimal(choice["paid_now"])
    said = run("plan", str(path), "--today", TODAY, "--lang", "en", "--stress", "--more")
    assert (said.code, said.err) == (0, "")
    assert "Traceback" not in said.out
    drawn(path)


def drawn(path: Path) -> None:
    """The page of plans with everything open, while it is searched and after."""
    reading = read_case(path)
    assert isinstance(reading, Opened)
    case = reading.case
    search = searched(case, NOW.date())
    opened = frozenset({"found:1:d1", "more-money:1:all", "shares:1:all", "other-request:1:all"})
    beyond = beside(search, case, NOW.date())
    for view in (
        View(case, NOW, "zh_Hans", searching=True, unfolded=opened),
        View(case, NOW, "zh_Hans", search=search, beyond=beyond, unfolded=opened),
    ):
        rows = plan(view)
        for width in (58, 76):
            look = look_for(rows, width, "zh_Hans", hide=False, ascii_only=False)
            assert all(width_of(line) <= width for row in rows for line in paint(row, look))


@pytest.mark.parametrize(
    ("field", "value", "word"),
    [
        ("months_left", 601, "600"),
        ("months_left", -1, "600"),
        ("rate", -1, "1000"),
        ("outstanding", "100000000", "99999999.99"),
        ("outstanding", D("0.001"), "99999999.99"),
        ("share", 101, "100"),
    ],
)
def test_what_cannot_be_an_answer_is_refused_in_one_sentence(
    field: str, value: object, word: str, run: Run, tmp_path: Path
) -> None:
    path = written(tmp_path / "a.toml", LOAN, BUDGET, TERM)
    text = path.read_text(encoding="utf-8")
    kept = [line for line in text.splitlines() if not line.startswith(f"{field} =")]
    at = kept.index("[[debts]]") + 1
    path.write_text("\n".join([*kept[:at], f"{field} = {value}", *kept[at:]]) + "\n", encoding="utf-8")
    made = run("plan", str(path), "--today", TODAY, "--lang", "en", "--json")
    assert made.code == 2
    assert made.out == ""
    assert made.err.count("\n") == 1
    assert word in made.err
