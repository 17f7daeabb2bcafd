"""The sample exports kept beside the project, against totals that another program computed."""

import json
from pathlib import Path

import pytest

from negotiator_tui.importers.merged import merged
from negotiator_tui.importers.read import read_statement
from negotiator_tui.importers.statement import StatementFile

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "statements"
EXPECTED = DATA / "expected.json"
needed = pytest.mark.skipif(not EXPECTED.is_file(), reason="../shared/data is not beside the project")

BETTER = {
    # The fares were charged in yen; the card is charged the yuan of 入账币种/金额, the other program added up yen.
    "deg/bocom_credit/example-bocom_credit-records.csv": {
        "negative": [4, "73.58"],
        "per_month": {"2025-01": {"positive": "805.27", "negative": "73.58"}},
    },
    # The days have no year; the title of the bill has it, and December lies before January.
    "deg/cmb/credit/example-cmb-records.csv": {
        "per_month": {
            "2023-12": {"positive": "0.00", "negative": "346.90"},
            "2024-01": {"positive": "8056.78", "negative": "33.90"},
        }
    },
}
"""What is read otherwise than expected, and why."""


def expected() -> dict[str, dict]:
    return json.loads(EXPECTED.read_text(encoding="utf-8")) if EXPECTED.is_file() else {}


def opened(name: str) -> StatementFile:
    file = read_statement((DATA / name).read_bytes(), Path(name).name)
    assert isinstance(file, StatementFile), file
    return file


@needed
@pytest.mark.parametrize(("name", "told"), [(name, told | BETTER.get(name, {})) for name, told in expected().items()])
def test_a_sample_export_adds_up(name: str, told: dict) -> None:
    file = opened(name)
    assert len(file.transactions) == told["rows"]
    by_direction = {word: [count, str(amount)] for word, (count, amount) in file.by_direction.items()}
    if "net" in told:
        found = merged([file])
        assert by_direction == told["by_direction"]
        assert {each: str(getattr(found.net, each)) for each in told["net"]} == told["net"]
        assert found.months.keys() == told["per_month"].keys()
        for month, sums in found.months.items():
            shown = {each: str(getattr(sums, each)) for each in ("income", "expense", "neutral")}
            assert shown == {each: told["per_month"][month][each] for each in shown}
    else:
        assert by_direction.get("positive", [0, "0.00"]) == told["positive"]
        assert by_direction.get("negative", [0, "0.00"]) == told["negative"]
        assert per_month(file) == told["per_month"]
    if told.get("printed_summary"):
        assert file.printed is not None
        sums = {word: [count, str(amount)] for word, (count, amount) in file.printed.by_direction.items()}
        assert {"count": file.printed.count, **sums} == told["printed_summary"]


def per_month(file: StatementFile) -> dict[str, dict[str, str]]:
    months: dict[str, dict[str, int]] = {}
    for row in file.transactions:
        if row.label != "zero":
            sums = months.setdefault(row.at.isoformat()[:7], {"positive": 0, "negative": 0})
            sums[row.label] += int(row.amount * 100)
    return {
        month: {sign: f"{fen // 100}.{fen % 100:02d}" for sign, fen in sums.items()} for month, sums in months.items()
    }


@needed
def test_a_year_of_samples_counts_each_once() -> None:
    names = [name for name, told in expected().items() if told["format"] != "bank"]
    once = merged([opened(name) for name in names])
    twice = merged([opened(name) for name in (*names, *names)])
    assert twice.net == once.net
    assert twice.months == once.months


@needed
def test_books_that_are_no_statements_are_told_so() -> None:
    found = {path.name: read_statement(path.read_bytes(), path.name) for path in sorted(DATA.glob("ezbookkeeping/*"))}
    assert {getattr(each, "code", "read") for each in found.values()} == {"import.layout", "import.no-rows"}
    assert len(found) == 10
