"""`plan`: what to ask for, by exactly the keys agreed, and in words."""

from pathlib import Path

import pytest

from .conftest import TODAY, Run

SEARCH = {"mode", "for_debts", "limits", "debts"}
DEBT = {"id", "claim", "contract", "frontier", "recommended", "shortest", "least_total", "next_smaller", "needed"}
CHOICE = {
    "method", "months", "grace_months", "grace_kind", "low", "low_months", "annual_rate", "penalty_waived", "interest_waived", "paid_now",
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
    text = text.replace("months_left = 6", "months_left = 18")
    path.write_text(text + "next_due = 2026-12-20\nnext_amount = 1500\n", encoding="utf-8")
    made = run("plan", str(path), "--today", TODAY, "--json").json
    assert (made["mode"], made["debts"][0]["contract"]["holds"]) == ("keep", True)
    assert "nothing need be asked" in run("plan", str(path), "--today", TODAY, "--lang", "en").out


def test_while_an_answer_is_missing_nothing_is_proposed(run: Run, demo: Path) -> None:
    text = demo.read_text(encoding="utf-8")
    demo.write_text(text.replace("outstanding = 21000.00\n", ""), encoding="utf-8")
    made = run("plan", str(demo), "--today", TODAY, "--json").json
    assert (made["mode"], made["debts"], made["missing"]) == (None, [], ["debts.d2.outstanding"])


def test_the_choices_of_low_then_high_say_how_low_and_how_long(run: Run, demo: Path) -> None:
    loan = run("plan", str(demo), "--today", TODAY, "--json").json["debts"][0]
    best = loan["frontier"][loan["recommended"]]
    assert (best["low"], best["low_months"]) == ("1020.00", 12)
    assert all((each["low"] is None) is (each["method"] != "low-then-high") for each in loan["frontier"])


BLOW = {"blow", "month", "holds", "savings", "breaks_in", "short_by", "survivor"}


def test_bad_times_on_the_command_line(run: Run, demo: Path) -> None:
    made = run("plan", str(demo), "--today", TODAY, "--stress", "--json").json
    assert made.keys() == SEARCH | {"plans", "missing", "stress"}
    assert [each["id"] for each in made["stress"]] == ["d1", "d2"]
    for debt, each in zip(made["debts"], made["stress"], strict=True):
        assert each.keys() == {"id", "blows", "draws"}
        assert [row["blow"] for row in each["blows"]] == [
            "income-10", "income-20", "income-30", "month-without-income", "large-cost", "worst-three-times",
        ]  # fmt: skip
        for row in each["blows"]:
            assert row.keys() == BLOW
            assert row["survivor"] is None or row["survivor"] < len(debt["frontier"])
    text = run("plan", str(demo), "--today", TODAY, "--stress", "--lang", "en").out
    assert "If things turn out worse: 网商贷" in text
    assert "Three worst months" in text
    dear = run("plan", str(demo), "--today", TODAY, "--stress", "--large-cost", "90000", "--json").json["stress"][0]
    assert not dear["blows"][4]["holds"]
    assert run("plan", str(demo), "--stress", "--seed", "x").code == 2


def test_own_months_are_drawn_with_the_seed_that_is_given(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    months = "".join(
        f'[[own_months]]\nid = "h{n}"\nmonth = "2025-{n:02}"\ntakings = {9000 + 300 * n}\n' for n in range(1, 13)
    )
    path.write_text(LOAN.format(takings=12000, worst=10500) + months, encoding="utf-8")

    def drawn(*more: str) -> dict[str, object]:
        made = run("plan", str(path), "--today", TODAY, "--stress", "--json", *more).json
        found: dict[str, object] = made["stress"][0]["draws"]
        return found

    first = drawn()
    assert (first["draws"], first["own_months"], first["seed"]) == (2000, 12, 1)
    assert drawn() == first
    assert drawn("--seed", "7") != first
    assert "not a forecast" in run("plan", str(path), "--today", TODAY, "--stress", "--lang", "en").out


def test_more_money_on_the_command_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(LOAN.format(takings=8400, worst=8400), encoding="utf-8")
    made = run("plan", str(path), "--today", TODAY, "--more", "--json").json
    assert made.keys() == SEARCH | {"plans", "missing", "more_money", "better_order"}
    (plan,) = [each for each in made["more_money"] if each["aim"] == "plan"]
    # 24,000 without interest over sixty months is 400, and a tenth of 444.44 is kept; 400 are there
    assert (plan["monthly"], made["better_order"]) == ("44.44", None)
    text = run("plan", str(path), "--today", TODAY, "--more", "--lang", "en").out
    assert "44.44  a plan that survives bad months for every debt" in text


def test_the_keys_are_told_in_the_help(run: Run) -> None:
    text = run("plan", "--help", "--lang", "en").out
    for key in (*SEARCH, *DEBT, *CHOICE, *BLOW, "more_money", "better_order", "--stress", "--seed"):
        assert key in text, key


def test_a_contract_whose_last_payment_cannot_be_met_is_not_said_to_hold(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    current = 'next_due = 2026-12-20\nmethod = "interest-only"\n'
    text = LOAN.format(takings=12000, worst=10500).replace('"yes"', '"no"').replace("left = 6", "left = 24")
    path.write_text(text + current, encoding="utf-8")
    made = run("plan", str(path), "--today", TODAY, "--json").json
    assert (made["mode"], made["debts"][0]["contract"]["holds"]) == ("keep", False)
    assert "but in 2028-11" in run("plan", str(path), "--today", TODAY, "--lang", "en").out


def test_a_card_whose_rate_is_not_known_is_said_to_be_counted_without_interest(run: Run, demo: Path) -> None:
    out = run("plan", str(demo), "--today", TODAY, "--lang", "en").out
    assert out.count("Counted without interest, as the rate is not written down") == 1
