"""`plan`: what to ask for, by exactly the keys agreed, and in words."""

from pathlib import Path

import pytest

from .conftest import TODAY, Run

SEARCH = {"mode", "for_debts", "limits", "debts"}
DEBT = {"id", "claim", "contract", "frontier", "recommended", "shortest", "least_total", "next_smaller", "needed"}
CHOICE = {
    "method", "months", "grace_months", "grace_kind", "annual_rate", "penalty_waived", "interest_waived", "paid_now",
    "max_payment", "total_paid", "concession", "months_added", "holds", "end",
}  # fmt: skip
LOAN = """schema = 1
[first]
takings = {takings}
shop_costs = 5000
home_costs = 3000
[budget]
worst_takings = {worst}
[[debts]]
id = "d1"
name = "x"
shape = "loan"
outstanding = 24000
rate = 12
rate_per = "year"
overdue = "yes"
months_left = 6
"""


def test_the_noodle_shop(run: Run, demo: Path) -> None:
    made = run("plan", str(demo), "--today", TODAY, "--json").json
    assert made.keys() == SEARCH | {"plans", "missing"}
    assert made["mode"] == "instalments"
    assert made["limits"]["months"] == 60
    assert len(made["for_debts"]["safe_by_month"]) == 60
    assert [each["id"] for each in made["debts"]] == ["d1", "d2"]
    for debt in made["debts"]:
        assert debt.keys() == DEBT
        assert all(each.keys() == CHOICE for each in debt["frontier"])
        assert all(each["holds"] for each in debt["frontier"])
        assert debt["needed"] is None
    loan = made["debts"][0]
    best = loan["frontier"][loan["recommended"]]
    assert (best["method"], best["months"], best["concession"], best["end"]) == (
        "low-then-high", 40, "0.00", "2030-03-23",
    )  # fmt: skip
    assert (best["penalty_waived"], best["annual_rate"]) == ("0.00", "16.200000")
    (smaller,) = loan["next_smaller"]
    assert smaller.keys() == {"change", "breaks_in", "short_by", "worst"}
    assert (smaller["change"], smaller["breaks_in"]) == ("months", "2027-12")


def test_the_noodle_shop_in_one_sentence(run: Run, demo: Path) -> None:
    text = run("plan", str(demo), "--today", TODAY, "--lang", "en").out
    assert text.splitlines()[1].strip().startswith("the first 12 months 1,020 each; after that 1,904.52 a month")
    assert "With a month shorter 33.87 would be missing in 2027-12." in text
    assert "up to 60 months" in text


@pytest.mark.parametrize(
    ("takings", "worst", "mode", "words"),
    [
        (12000, 10500, "instalments", "a month; the rate stays as it is"),
        (12000, 7000, "instalments", "a bad month breaks it"),
        (8400, 8400, "none-fits", "would be needed"),
        (7000, 7000, "deficit", "leave nothing"),
    ],
)
def test_every_mode_says_so(takings: int, worst: int, mode: str, words: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(LOAN.format(takings=takings, worst=worst), encoding="utf-8")
    made = run("plan", str(path), "--today", TODAY, "--json").json
    assert made["mode"] == mode
    (debt,) = made["debts"]
    assert debt.keys() == DEBT
    assert (debt["recommended"] is None) is (mode != "instalments")
    assert (debt["needed"] is None) is (mode != "none-fits")
    assert words in run("plan", str(path), "--today", TODAY, "--lang", "en").out


def test_a_contract_that_holds_is_kept(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    text = LOAN.format(takings=12000, worst=12000).replace('overdue = "yes"', 'overdue = "no"\ninstalment = 1500')
    path.write_text(text + "next_due = 2026-12-20\nnext_amount = 1500\n", encoding="utf-8")
    made = run("plan", str(path), "--today", TODAY, "--json").json
    assert (made["mode"], made["debts"][0]["contract"]["holds"]) == ("keep", True)
    assert "Nothing need be asked" in run("plan", str(path), "--today", TODAY, "--lang", "en").out


def test_while_an_answer_is_missing_nothing_is_proposed(run: Run, demo: Path) -> None:
    text = demo.read_text(encoding="utf-8")
    demo.write_text(text.replace("outstanding = 21000.00\n", ""), encoding="utf-8")
    made = run("plan", str(demo), "--today", TODAY, "--json").json
    assert (made["mode"], made["debts"], made["missing"]) == (None, [], ["debts.d2.outstanding"])
