"""`schedule`: its JSON, its table, and every value that cannot be used."""

from decimal import Decimal

import pytest

from .conftest import TODAY, Run, refused

LOAN = ("schedule", "--principal", "48000", "--rate", "0.045", "--per", "day", "--year-days", "360", "--months", "12")
KEYS = {"convention", "rows", "total_paid", "total_interest", "nominal_rate", "effective_rate"}


def test_json(run: Run) -> None:
    made = run(*LOAN, "--json", "--today", TODAY).json
    assert made.keys() >= KEYS
    assert list(made["rows"][0]) == ["n", "due", "payment", "principal", "interest", "balance"]
    # MONEY §3 by hand: 48,000 x 1.35 % = 648.00, and the letter of the noodle shop has 4,359.63
    assert made["rows"][0] == {
        "n": 1, "due": "2026-12-23", "payment": "4359.63", "principal": "3711.63", "interest": "648.00",
        "balance": "44288.37",
    }  # fmt: skip
    assert [row["n"] for row in made["rows"]] == list(range(1, 13))
    assert made["rows"][-1]["balance"] == "0.00"
    assert made["rows"][-1]["due"] == "2027-11-23"
    assert Decimal(made["total_paid"]) == sum(Decimal(row["payment"]) for row in made["rows"])
    assert Decimal(made["total_paid"]) - Decimal(made["total_interest"]) == 48000
    assert abs(Decimal(made["nominal_rate"]) - Decimal("16.2")) < Decimal("0.0001")
    assert len(made["nominal_rate"].partition(".")[2]) == len(made["effective_rate"].partition(".")[2]) == 6
    assert made["annual_rate"] == "16.200000"
    assert "warnings" not in made


def test_the_plan_of_the_letter(run: Run) -> None:
    """CONTENT 3b: 1,000 twelve times, then 1,900; 43,447.82 after a year; 40 payments, the last 1,013.65."""
    made = run(
        "schedule", "--principal", "48000", "--rate", "16.2", "--months", "40", "--method", "low-then-high",
        "--low", "1000", "--low-months", "12", "--instalment", "1900", "--json",
    ).json  # fmt: skip
    assert made["rows"][11]["balance"] == "43447.82"
    assert {row["payment"] for row in made["rows"][:12]} == {"1000.00"}
    assert {row["payment"] for row in made["rows"][12:39]} == {"1900.00"}
    assert made["rows"][39]["payment"] == "1013.65"
    assert made["total_paid"] == "64313.65"


@pytest.mark.parametrize(
    ("options", "first", "count"),
    [
        (("--rate", "10"), "8791.59", 12),
        (("--rate", "4.35", "--method", "equal-instalment"), "8530.99", 12),
        (("--rate", "12", "--method", "interest-only"), "1000.00", 12),
        (("--rate", "18", "--method", "equal-principal", "--principal", "120000"), "11800.00", 12),
        (("--rate", "0",), "8333.33", 12),
        (("--rate", "12", "--method", "bullet"), "0.00", 12),
        (("--rate", "12", "--grace", "3"), "1000.00", 12),
        (("--rate", "12", "--grace", "3", "--grace-kind", "interest-added"), "0.00", 12),
        (("--rate", "12", "--grace", "3", "--grace-kind", "interest-parked"), "0.00", 12),
        (("--rate", "1", "--per", "month", "--method", "interest-only"), "1000.00", 12),
        (("--rate", "万5", "--per", "day", "--year-days", "360", "--method", "interest-only"), "1500.00", 12),
        (("--rate", "日万分之5", "--year-days", "360", "--method", "interest-only"), "1500.00", 12),
        (("--rate", "12", "--months", "600"), "1002.56", 600),
        (("--rate", "400", "--method", "interest-only"), "33333.33", 12),
    ],
)  # fmt: skip
def test_methods_and_units(options: tuple[str, ...], first: str, count: int, run: Run) -> None:
    made = run("schedule", "--principal", "100000", "--months", "12", *options, "--json").json
    assert made["rows"][0]["payment"] == first
    assert len(made["rows"]) == count
    assert made["rows"][-1]["balance"] == "0.00"


@pytest.mark.parametrize("step", ["10", "20", "20%"])
def test_stepped_is_named_in_two_ways(step: str, run: Run) -> None:
    terms = ("schedule", "--principal", "100000", "--rate", "6", "--months", "36", "--json")
    made = run(*terms, "--method", "stepped", "--step", step).json
    assert run(*terms, "--method", f"stepped-{step.rstrip('%')}").json == made
    payments = [Decimal(row["payment"]) for row in made["rows"]]
    growth = 1 + Decimal(step.rstrip("%")) / 100
    assert payments[0] == payments[11]
    assert abs(payments[12] - payments[0] * growth) <= Decimal("0.02")


def test_daily_counts_the_days_of_each_month(run: Run) -> None:
    """V23: 0.045 % a day on 100,000 is 45 a day."""
    made = run(
        "schedule", "--principal", "100000", "--rate", "0.045", "--per", "day", "--months", "3", "--method",
        "interest-only", "--accrual", "daily", "--first-due", "2027-01-31", "--year-days", "360", "--json",
    ).json  # fmt: skip
    assert [row["due"] for row in made["rows"]] == ["2027-01-31", "2027-02-28", "2027-03-31"]
    assert [row["interest"] for row in made["rows"]] == ["1395.00", "1260.00", "1395.00"]


def test_an_odd_first_period_counts_its_days(run: Run) -> None:
    """45 days at 0.05 % on 10,000 are 225.00; after them a month at 18 % / 12 is 150.00."""
    made = run(
        "schedule", "--principal", "10000", "--rate", "0.05", "--per", "day", "--year-days", "360", "--months", "2",
        "--method", "interest-only", "--start", "2026-11-16", "--first-due", "2026-12-31", "--json", "--lang", "en",
    ).json  # fmt: skip
    assert [row["interest"] for row in made["rows"]] == ["225.00", "150.00"]
    assert "45" in made["convention"]


def test_fees_raise_the_true_rate_only(run: Run) -> None:
    plain, dear = run(*LOAN, "--json").json, run(*LOAN, "--fee-upfront", "1000", "--fee-monthly", "50", "--json").json
    assert dear["rows"] == plain["rows"]
    assert Decimal(dear["nominal_rate"]) > Decimal(plain["nominal_rate"]) + 3


def test_unknown_days_of_the_year_show_the_dearer_reading_and_say_so(run: Run) -> None:
    terms = [word for word in LOAN if word not in {"--year-days", "360"}]
    made = run(*terms, "--json", "--lang", "en").json
    assert made["year_days"] == 365
    assert made["annual_rate"] == "16.425000"
    assert len(made["warnings"]) == 1
    cheaper = run(*LOAN, "--json").json["total_paid"]
    assert f"{Decimal(cheaper):,.2f}" in made["warnings"][0]


def test_a_contract_may_charge_more_than_it_takes(run: Run) -> None:
    terms = ("schedule", "--principal", "10000", "--rate", "24", "--months", "3", "--instalment", "100")
    refused(run(*terms), "100")
    made = run(*terms, "--as-given", "--json").json
    assert [row["principal"] for row in made["rows"][:2]] == ["-100.00", "-102.00"]
    assert made["warnings"]


def test_what_grows_without_bound_is_refused(run: Run) -> None:
    terms = ("--method", "bullet", "--grace", "599", "--grace-kind", "interest-added", "--as-given")
    refused(run("schedule", "--principal", "50000", "--rate", "400", "--months", "600", *terms))


def test_a_table_for_people(run: Run) -> None:
    lines = run(*LOAN, "--today", TODAY, "--lang", "en").out.splitlines()
    assert lines[1].split() == ["1", "2026-12-23", "4,359.63", "3,711.63", "648.00", "44,288.37"]
    assert len({len(line) for line in lines[:13]}) == 1
    assert "16.2%" in "\n".join(lines)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        *(("--principal", each) for each in ("0", "-5", "-5.00", "nan", "inf", "1e9", "1000000000", "abc", "")),
        *(("--principal", each) for each in ("12.345", "1,00", "5 0", "--", "9" * 5000)),
        *(("--rate", each) for each in ("-1", "nan", "1e3", "1001", "", "x", "0.123456789", "4%%", "infinity")),
        *(("--months", each) for each in ("0", "-1", "601", "12.5", "", "nan", "1e2", "twelve", "99999999999")),
        *(("--grace", each) for each in ("12", "13", "-1", "x", "601")),
        *(("--method", each) for each in ("", "annuity", "equal", "stepped-30")),
        *(("--per", each) for each in ("week", "", "days")),
        *(("--year-days", each) for each in ("366", "0", "")),
        *(("--accrual", each) for each in ("weekly", "")),
        *(("--start", each) for each in ("2026-02-30", "2026-13-01", "yesterday?", "", "31/12/2026", "1066-10-14")),
        *(("--first-due", each) for each in ("2027-02-29", "0000-00-00", "9999-12-31", "")),
        *(("--instalment", each) for each in ("0", "-1", "x")),
        *(("--fee-upfront", each) for each in ("-1", "x", "1e5")),
        *(("--fee-monthly", each) for each in ("-1", "nan")),
        *(("--parked", each) for each in ("-1", "x")),
    ],
)  # fmt: skip
def test_a_bad_value_is_one_sentence(option: str, value: str, run: Run) -> None:
    refused(run(*LOAN, option, value))


@pytest.mark.parametrize(
    "options",
    [
        ("--method", "interest-only", "--grace", "3"),
        ("--method", "low-then-high"),
        ("--method", "low-then-high", "--low", "1000"),
        ("--method", "low-then-high", "--low", "1000", "--low-months", "12"),
        ("--method", "low-then-high", "--low", "10", "--low-months", "6"),
        ("--low", "1000"),
        ("--low-months", "3"),
        ("--step", "10"),
        ("--method", "stepped", "--step", "15"),
        ("--method", "stepped", "--step", ""),
        ("--method", "equal-principal", "--instalment", "5000"),
        ("--grace-kind", "interest-paid"),
        ("--grace", "3", "--grace-kind", "forgiven"),
        ("--rate", "400", "--per", "day"),
        ("--rate", "16.2%/年", "--per", "day"),
        ("--start", "2027-01-01", "--first-due", "2026-12-01"),
        ("--first-due", "2100-12-31", "--months", "600", "--start", "2099-01-01", "--grace", "600"),
    ],
)
def test_values_that_do_not_go_together_are_one_sentence(options: tuple[str, ...], run: Run) -> None:
    refused(run(*LOAN, *options))
