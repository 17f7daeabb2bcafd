"""What is said of a debt that nothing is asked about: above all, that its contract cannot be kept to the end."""

from datetime import date

import pytest

from negotiator_tui.finance.kept_words import kept_words
from negotiator_tui.finance.search import searched
from negotiator_tui.finance.search_debt import Mode
from negotiator_tui.text.fault import sentence
from tests.finance.budget_cases import TODAY, D, case_of, cost, income

# usual: 10,000 - 7,000 = 3,000, a tenth kept: 2,700; bad: 8,000 - 5,600 + ... = 1,000 less, 2,000, 1,800
BUDGET = {
    "budget": {"worst_takings": D("9000")},
    "income": [income("10000")],
    "costs": [cost("4000"), cost("3000", "home")],
}
LOAN = {"name": "loan", "shape": "loan", "outstanding": D("24000"), "rate": D("12"), "rate_per": "year",
        "year_days": "360", "overdue": "no", "months_left": 24, "next_due": date(2026, 12, 20),
        "as_of": TODAY}  # fmt: skip


@pytest.mark.parametrize(
    ("loan", "key", "said"),
    [
        ({"instalment": D("1130")}, "kept.holds", "nothing need be asked"),
        ({"instalment": D("2500"), "months_left": 11}, "kept.bad", "Should 2026-12 be a bad month, 700.00 would"),
        # interest of 240 each month, and 24,240 in the last of 24: 2,700 are there
        ({"method": "interest-only"}, "kept.breaks", "in 2028-11 21,540.00 would be missing"),
        ({"method": "interest-only", "instalment": D("240")}, "kept.breaks", "in 2028-11 21,540.00 would be missing"),
        ({"instalment": D("200")}, "kept.repays", "do not pay off the 24,000.00"),
        ({"instalment": D("2100"), "months_left": 12, "next_due": date(2026, 11, 28)}, "kept.bad", "2026-12"),
        ({"instalment": D("1800"), "months_left": 14, "next_due": date(2026, 11, 28)}, "kept.holds", ""),
    ],
)
def test_what_a_current_loan_comes_to(loan, key, said):
    found = searched(case_of(debts=[{**LOAN, **loan}], **BUDGET), TODAY)
    assert found.mode is Mode.KEEP
    words = kept_words(found.debts[0])
    assert words.code == key
    assert said in sentence(words, "en")
    assert found.debts[0].contract.holds is (key == "kept.holds")
