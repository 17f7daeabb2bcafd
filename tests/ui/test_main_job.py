"""The main job on real input, by hand: published loans, a real statement's months, a plan chosen, closed and resumed."""

import csv
import json
from decimal import Decimal
from pathlib import Path

import pytest

from negotiator_tui.case.case import Case
from negotiator_tui.finance.budget import budget_of
from negotiator_tui.finance.claim_overdue import overdue_of
from negotiator_tui.finance.offer_terms import contract_terms
from negotiator_tui.finance.schedule import schedule
from negotiator_tui.storage.session import save_copy
from negotiator_tui.text.fault import Fault
from tests.ui.harness import NOW, type_text
from tests.ui.test_files import opened

DATA = Path(__file__).parents[3] / "shared" / "data"
METHODS = {"equal-instalment", "equal-principal", "interest-only"}


def _loans() -> list[dict[str, str]]:
    with (DATA / "cn_vectors.csv").open(encoding="utf-8", newline="") as stream:
        return [row for row in csv.DictReader(stream) if row["method"] in METHODS]


def _months() -> dict[str, dict[str, str]]:
    found = json.loads((DATA / "statements" / "expected.json").read_text(encoding="utf-8"))
    months: dict[str, dict[str, str]] = found["deg/wechat/example-wechat-records.csv"]["per_month"]
    return months


@pytest.mark.skipif(not DATA.exists(), reason="the shared data is not beside the project")
async def test_the_main_job_by_hand(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    assert not isinstance(save_copy(Case(), path), Fault)
    loans, months = _loans(), _months()
    assert loans
    assert months
    async with opened(tmp_path / "home", path) as pilot:
        app = pilot.app
        for row in loans:
            app.perform("go")
            await type_text(pilot, "debts⏎")
            assert app.session.place.page == "debts"
            await type_text(pilot, row["id"] + "⏎")
            here = app.session.place.path[:2]
            await _answer(pilot, (*here, "shape"), "loan")
            await _answer(pilot, (*here, "outstanding"), row["principal"])
            app.perform("unfold", ".".join(here))
            percent = format((Decimal(row["annual_rate"]) * 100).normalize(), "f")
            await _answer(pilot, (*here, "rate"), f"{percent}%/年")
            await _answer(pilot, (*here, "method"), row["method"].replace("-", " ").replace("only", "first"))
            await _answer(pilot, (*here, "months_left"), row["months"])
            await _answer(pilot, (*here, "negotiable"), "yes")
        for side, name in (("income", "income"), ("costs", "expense")):
            app.perform("go")
            await type_text(pilot, "shop⏎")
            assert app.session.place.page == "shop"
            for month, sums in sorted(months.items()):
                app.sheet.show((side, ""))
                await type_text(pilot, f"{month}⏎{sums[name]}⏎")
        app.perform("go")
        await type_text(pilot, "plans⏎")
        app.perform("replace", "start-plan")
        await pilot.press("ctrl+s")
        case, place = app.session.case, app.session.place
    _check_loans(case, loans)
    budget = budget_of(case, NOW.date())
    assert budget.sums.income.value == sum((Decimal(each["income"]) for each in months.values()), Decimal(0))
    assert len(case.terms) == len(loans)
    async with opened(tmp_path / "home", path) as pilot:
        assert pilot.app.session.case.debts == case.debts
        assert pilot.app.session.case.income == case.income
        assert pilot.app.session.case.terms == case.terms
        assert pilot.app.session.place.page == place.page


async def _answer(pilot, path: tuple[str, ...], text: str) -> None:
    pilot.app.sheet.show(path)
    await type_text(pilot, text + "⏎")
    assert pilot.app.sheet.fault is None, (path, text)


def _check_loans(case: Case, loans: list[dict[str, str]]) -> None:
    """Each typed loan comes to the printed figure, in the convention its source uses."""
    for debt, row in zip(case.debts, loans, strict=True):
        terms = contract_terms(debt, overdue_of(debt, (), NOW.date()))
        assert not isinstance(terms, Fault), row["id"]
        made = schedule(terms)
        assert not isinstance(made, Fault), row["id"]
        assert abs(made.rows[0].payment - Decimal(row["expected"])) <= Decimal("0.01"), row["id"]
        tolerance = Decimal("0.01") * int(row["months"])
        assert abs(made.total_interest - Decimal(row["total_interest"])) <= tolerance, row["id"]
