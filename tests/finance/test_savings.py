"""One reading of savings: the search, a plan that is taken over, the ladder and the line."""

from random import Random

import pytest

from negotiator_tui.case.kinds import Method
from negotiator_tui.finance.fits import fits
from negotiator_tui.finance.ladder import ladder
from negotiator_tui.finance.plans import plan_result
from negotiator_tui.finance.savings import from_savings, most_level, tried
from negotiator_tui.finance.search import searched
from negotiator_tui.ui.changes import changed
from negotiator_tui.ui.changes_search import argument_of

from .budget_cases import TODAY, D, case_of, cost, income

SEASON = {
    "budget": {"worst_takings": D("30000")},
    "income": [income("30000", months=(3, 4, 5, 6, 9, 10, 11, 12))],
    "costs": [cost("17000", months=(3, 4, 5, 6, 9, 10, 11, 12)), cost("800"), cost("3200", "home")],
}
# eight months leave 9,000 and keep a tenth: 8,100; in January, February, July and August 4,000 are missing
LOAN = {"name": "loan", "shape": "loan", "outstanding": D("60000"), "rate": D("12"), "rate_per": "year",
        "overdue": "yes", "months_left": 12}  # fmt: skip


def carried(payments, signed):
    """Covered by money and what the last six months left over, by a ledger of six pots, written anew."""
    pots = []
    for payment, money in zip(payments, signed, strict=True):
        need = payment - money
        if payment and need > sum(pots):
            return False
        while need > 0 and pots:
            taken = min(need, pots[0])
            pots[0] -= taken
            need -= taken
            if not pots[0]:
                pots.pop(0)
        pots.append(max(0, money - payment))
        pots = pots[-6:]
    return True


@pytest.mark.parametrize("seed", range(5))
def test_what_is_kept_with_savings_never_beats_a_ledger_of_pots(seed):
    random = Random(seed)
    kept = 0
    for _ in range(300):
        signed = [random.choice([-30, 0, 60, 100]) for _ in range(12)]
        payments = [random.choice([0, 40, 50]) for _ in range(12)]
        found = tried(payments, signed)
        assert found.ok is all(not pay or pay <= money for pay, money in zip(payments, signed, strict=True))
        assert found.ok or bool(found.savings) is (from_savings(payments, signed) is not None)
        if carried(payments, signed):
            assert found.kept
        kept += bool(found.savings)
    assert kept


def test_breaks_are_those_of_the_months_themselves():
    found = tried([100, 100, 100], [150, 50, 100])
    assert (found.breaks_in, found.short_by, found.savings, found.ok, found.kept) == (1, 50, ((1, 50),), False, True)
    assert tried([100, 100], [120, 50]) == fits([100, 100], [120, 50])


@pytest.mark.parametrize(("signed", "most"), [([100] * 4, 100), ([200, 0, 200, 0], 100), ([-5, 90, 40], 0), ([], 0)])
def test_the_most_that_can_be_paid_every_month(signed, most):
    assert most_level(signed, len(signed)) == most


def test_a_plan_that_lives_on_savings_is_judged_when_taken_over_as_when_it_was_found():
    case = case_of(debts=[LOAN], **SEASON)
    search = searched(case, TODAY)
    (found,) = search.debts
    assert found.result.holds
    assert found.result.savings
    taken = changed(case, TODAY, "en", argument_of(search))
    trial = plan_result(taken, taken.plans[0], TODAY).terms[0].trial
    assert trial.payments == found.result.recommended.payments
    assert not trial.hold.ok
    assert trial.hold.kept
    assert trial.hold.savings == found.result.savings
    together = plan_result(taken, taken.plans[0], TODAY).trial
    assert together.hold.savings == found.result.savings


def test_every_choice_shown_can_be_kept_on_the_same_money():
    (found,) = searched(case_of(debts=[LOAN], **SEASON), TODAY).debts
    signed = found.money.bad
    assert all(tried(each.payments, signed).kept for each in found.result.shown)
    assert all(each.key.method is not Method.INTEREST_ONLY for each in found.result.shown)
    made = ladder(found.result, found.money)
    assert all(made.crossed_by(each.payments) is None for each in made.asks)
    assert all(max(each.payments) <= made.line.first for each in made.asks[:1])
    assert made.crossed_by([made.line.first + 100_000] * 12) is not None
