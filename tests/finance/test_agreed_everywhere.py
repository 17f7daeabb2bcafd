"""A signed agreement takes the place of the contract wherever the contract would count.

A loan of 12,000 at 12 %, two instalments behind, 3,000 each by contract on the 9th. Agreed: 600 for four months, then
1,200, from 20 December on.
"""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from negotiator_tui.case.agreed import Payment
from negotiator_tui.case.case import Case
from negotiator_tui.finance.budget import budget_of
from negotiator_tui.finance.budget_dues import all_dues
from negotiator_tui.finance.cash import cash_12, cash_28
from negotiator_tui.finance.plan_agreed import agreed_payments
from negotiator_tui.finance.plan_basis import basis_of, negotiable_debts
from negotiator_tui.finance.search import searched
from negotiator_tui.finance.shares import Role
from negotiator_tui.guide.action import Now
from negotiator_tui.guide.conditions import next_due
from negotiator_tui.guide.next_talk import payments
from negotiator_tui.ui.pages.debts import debt_items
from negotiator_tui.ui.pages.picture import picture
from negotiator_tui.ui.pages.today import today as today_page
from tests.ui.pages.drawn import TODAY, case_of, flat, seen

D = Decimal
LOAN = {
    "name": "bank", "shape": "loan", "outstanding": D(12000), "overdue": "yes", "overdue_since": date(2026, 10, 9),
    "next_due": date(2026, 12, 9), "next_amount": D(3000), "instalment": D(3000), "months_left": 4,
    "rate": D(12), "rate_per": "year", "autodebit": "yes",
}  # fmt: skip
AGREED = {
    "debt": "d1", "signed_on": date(2026, 11, 20), "method": "low-then-high", "instalment": D(600), "low_months": 4,
    "later": D(1200), "months": 12, "first_due": date(2026, 12, 20), "rate": D(0),
}  # fmt: skip


def _case(**changes: Any) -> Case:
    return case_of(
        first={"takings": D(0), "shop_costs": D(0), "cash_at_hand": D(2000)},
        debts=[LOAN],
        income=[{"side": "home", "name": "wage", "amount": D(5000), "every": "month", "day": 1}],
        costs=[{"side": "home", "name": "food", "amount": D(3000), "every": "month", "day": 2}],
        agreements=[AGREED | changes],
    )


@pytest.fixture
def case() -> Case:
    return _case()


def test_budget(case: Case) -> None:
    budget = budget_of(case, TODAY)
    assert budget.arrears.value == 0
    (dues,) = all_dues(case, TODAY)
    assert [row.fen for row in dues.rows] == [60_000] * 4 + [120_000] * 8
    assert (dues.rows[0].day, dues.rows[4].day) == (date(2026, 12, 20), date(2027, 4, 20))


def test_until_it_is_signed_the_contract_counts() -> None:
    draft = _case(signed_on=None)
    assert budget_of(draft, TODAY).arrears.value == 3000  # October; November is due this month
    assert [debt.id for debt in negotiable_debts(draft, TODAY)] == ["d1"]
    assert next_due(draft.debts[0], draft, TODAY) == date(2026, 12, 9)


def test_shares_and_search(case: Case) -> None:
    shares = basis_of(case, TODAY, TODAY).shares
    assert shares is not None
    assert shares.roles == {"d1": Role.FIXED}
    ahead = date(2026, 12, 1).year * 12 + 11 - shares.first
    assert shares.fixed[ahead : ahead + 6] == (60_000,) * 4 + (120_000,) * 2
    assert negotiable_debts(case, TODAY) == ()
    assert searched(case, TODAY).debts == ()


def test_cash(case: Case) -> None:
    days = [day for day in cash_28(case, TODAY).days if day.dues]
    assert [(day.day, day.dues) for day in days] == [(date(2026, 12, 20), 60_000)]
    debits = [(sweep.debt, sweep.day) for day in cash_28(case, TODAY).days for sweep in day.sweeps]
    assert debits == [("d1", date(2026, 12, 20))]
    assert [month.dues for month in cash_12(case, TODAY)][:6] == [0, 60_000, 60_000, 60_000, 60_000, 120_000]


def test_pages(case: Case) -> None:
    assert "agreed; next 12-20" in flat(debt_items(seen(case)))
    assert "overdue" not in flat(debt_items(seen(case)))
    assert "What being overdue costs" not in flat(today_page(seen(case)))
    text = flat(picture(seen(case)))
    assert "3,000.00 12-09" not in text


def test_next(case: Case) -> None:
    assert next_due(case.debts[0], case, TODAY) == date(2026, 12, 20)
    soon = case.model_copy(
        update={"payments": (Payment(id="y1", agreement="a1", due=TODAY + timedelta(3), amount=D(600)),)}
    )
    assert agreed_payments(soon, soon.agreements[0])[0] == (TODAY + timedelta(days=3), D(600))
    assert payments(Now(soon, TODAY)) is not None
    draft = soon.model_copy(
        update={"agreements": tuple(each.model_copy(update={"signed_on": None}) for each in soon.agreements)}
    )
    assert payments(Now(draft, TODAY)) is None
