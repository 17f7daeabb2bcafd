"""`budget`, `cash`, `next`: the keys that other programs rely on, and the tables for people."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from negotiator_tui.text.cells import width

from .conftest import TODAY, Run

AMOUNT = re.compile(r"-?\d+\.\d\d")
BUDGET = {"income", "costs", "shop", "surplus", "keep", "for_debts", "due_this_month", "gap", "for_debts_by_month",
          "safe_by_month", "missing"}  # fmt: skip


def test_budget_of_the_noodle_shop(run: Run, demo: Path) -> None:
    """CONTENT 3b: 29,500 - 12,850 - 11,400 - 5,700 + 3,800 = 3,350; less 350 it is 3,000."""
    made = run("budget", str(demo), "--today", TODAY, "--json").json
    assert made.keys() >= BUDGET
    assert set(made["safe_by_month"].values()) == {"3000.00"}
    assert len(made["safe_by_month"]) == len(made["for_debts_by_month"]) == 60
    assert next(iter(made["safe_by_month"])) == "2026-12"
    # 30,975 + 3,800 come in; 13,492.50 + 11,400 + 5,700 go out; ten percent of 4,182.50 is kept
    assert made["income"] == "34775.00"
    assert made["costs"] == "30592.50"
    assert made["surplus"] == "4182.50"
    assert made["keep"] == "418.25"
    assert made["for_debts"] == "3764.25"
    assert made["missing"] == []
    due, for_debts, gap = (Decimal(made[name]) for name in ("due_this_month", "for_debts", "gap"))
    assert gap == max(Decimal(0), due - for_debts)


def test_an_empty_case_has_no_figures_and_no_noughts(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    run("new", str(path))
    made = run("budget", str(path), "--json").json
    for name in ("income", "costs", "surplus", "for_debts", "due_this_month", "gap"):
        assert made[name] is None
    assert made["missing"]
    assert made["for_debts_by_month"] == made["safe_by_month"] == {}
    text = run("budget", str(path)).out
    assert "0.00" not in text
    assert "first.takings" in text


def test_a_deficit_is_shown_as_one(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text("schema = 1\n[first]\ntakings = 100\nshop_costs = 150\nhome_costs = 20\n", encoding="utf-8")
    made = run("budget", str(path), "--json").json
    assert made["surplus"] == made["for_debts"] == "-70.00"
    assert "-70.00" in run("budget", str(path)).out


@pytest.mark.parametrize("lang", ["zh_Hans", "zh_Hant", "en"])
def test_tables_are_aligned_in_cells(lang: str, run: Run, demo: Path) -> None:
    lines = run("budget", str(demo), "--lang", lang, "--today", TODAY).out.splitlines()
    assert len({width(line) for line in lines[1:11]}) == 1
    months = [line for line in lines if re.match(r"20\d\d-\d\d  ", line)]
    assert len(months) == 12
    assert len({width(line) for line in months}) == 1
    days = [line for line in run("cash", str(demo), "--lang", lang, "--today", TODAY).out.splitlines()
            if re.match(r"20\d\d-\d\d-\d\d", line)]  # fmt: skip
    assert len(days) == 28


def test_cash(run: Run, demo: Path) -> None:
    made = run("cash", str(demo), "--today", TODAY, "--json").json
    assert made["week"]["musts"] == "3480.00"  # 2,900 + 420 + 160
    assert made["week"]["cash"] == "5260.00"
    assert len(made["days"]) == 28
    assert made["days"][0]["date"] == TODAY
    balance = Decimal(made["opening"])
    for day in made["days"]:
        balance += Decimal(day["in"]) - Decimal(day["out"]) - Decimal(day["dues"])
        assert Decimal(day["balance"]) == balance
    assert {day["date"] for day in made["days"] if day["sweeps"]} == {"2026-11-30", "2026-12-09"}
    assert Decimal(made["cash_free"]) <= 0
    text = run("cash", str(demo), "--today", TODAY, "--lang", "en").out
    assert "2026-11-30" in text
    assert "Nothing is free to be paid now" in text


def test_next_is_one_sentence_with_its_reason(run: Run, demo: Path, tmp_path: Path) -> None:
    for path in (demo, tmp_path / "new.toml"):
        run("new", str(path))
        made = run("next", str(path), "--today", TODAY, "--json").json
        assert {"code", "page", "path", "day", "sentence", "reason"} == made.keys()
        assert made["sentence"]
        assert made["reason"]
        lines = run("next", str(path), "--today", TODAY).out.splitlines()
        assert [line.strip() for line in lines] == [made["sentence"], made["reason"]]


def test_today_moves_what_is_counted(run: Run, demo: Path) -> None:
    later = run("budget", str(demo), "--today", "2027-02-10", "--json").json
    assert later["month"] == "2027-02"
    assert next(iter(later["for_debts_by_month"])) == "2027-03"


def test_all_amounts_in_json_are_strings_with_two_decimals(run: Run, demo: Path) -> None:
    def floats(value: object) -> list[object]:
        if isinstance(value, dict):
            return [each for part in value.values() for each in floats(part)]
        if isinstance(value, list):
            return [each for part in value for each in floats(part)]
        return [value] if isinstance(value, float) else []

    for command in ("budget", "cash", "next", "plan", "check"):
        assert floats(run(command, str(demo), "--today", TODAY, "--json").json) == []
    made = run("budget", str(demo), "--today", TODAY, "--json").json
    assert all(AMOUNT.fullmatch(made[name]) for name in BUDGET - {"for_debts_by_month", "safe_by_month", "missing"})
    assert all(AMOUNT.fullmatch(each) for each in made["for_debts_by_month"].values())
