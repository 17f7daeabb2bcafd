"""What is due on each kind of debt, and what is overdue from before."""

from datetime import date

import pytest

from negotiator_tui.case.edit import edited
from negotiator_tui.finance.budget import budget_of
from negotiator_tui.finance.budget_dues import all_dues

from .budget_cases import TODAY, D, case_of


def rows(debt, *, today=TODAY, count=4, **lists):
    """The first rows of a single debt: day, amount, whether it is an answer."""
    (dues,) = all_dues(case_of(debts=[debt], **lists), today)
    return [(row.day.isoformat(), None if row.fen is None else f"{row.fen / 100:.2f}") for row in dues.rows[:count]]


def figures(debt, *, today=TODAY, **lists):
    budget = budget_of(case_of(debts=[debt], **lists), today)
    return budget.due_this_month.value, budget.arrears.value


LOAN = {"name": "loan", "shape": "loan", "outstanding": D("48000"), "rate": D("16.2"), "rate_per": "year"}
NEXT = {"next_due": date(2026, 11, 30), "next_amount": D("4359.63")}


def test_a_current_loan_has_its_instalments_on_the_anchor_day_while_they_last():
    debt = {**LOAN, **NEXT, "instalment": D("4300"), "months_left": 4}
    assert rows(debt, count=9) == [
        ("2026-11-30", "4359.63"),
        ("2026-12-30", "4300.00"),
        ("2027-01-30", "4300.00"),
        ("2027-02-28", "4300.00"),
    ]
    assert figures(debt) == (D("4359.63"), D("0.00"))
    (dues,) = all_dues(case_of(debts=[debt]), date(2027, 2, 1))
    assert [row.day for row in dues.rows] == [date(2027, 2, 28)]


def test_without_the_number_left_the_instalment_goes_on_and_says_it_is_a_reading():
    (dues,) = all_dues(case_of(debts=[{**LOAN, **NEXT}]), TODAY)
    assert len(dues.rows) > 60
    assert [row.sure for row in dues.rows[:2]] == [True, False]


def test_no_instalments_are_left_or_the_day_is_not_known():
    assert rows({**LOAN, **NEXT, "months_left": 0}) == []
    case = case_of(debts=[LOAN])
    assert budget_of(case, TODAY).due_this_month.missing == (("debts", "d1", "next_due"),)
    assert budget_of(case, TODAY).due_this_month.value is None
    case = case_of(debts=[{**LOAN, "next_due": date(2026, 12, 1)}])
    assert budget_of(case, TODAY).due_this_month.value == D("0.00")
    assert budget_of(case, TODAY).dues[0].missing == (("debts", "d1", "next_amount"),)


def test_instalments_that_change_are_computed_from_the_terms():
    debt = {**LOAN, "rate": D("12"), "next_due": date(2026, 12, 5), "months_left": 3, "outstanding": D("3000")}
    # interest only at 1 % a month: 30, 30, 3,030
    only = [("2026-12-05", "30.00"), ("2027-01-05", "30.00"), ("2027-02-05", "3030.00")]
    assert rows({**debt, "method": "interest-only"}) == only
    # equal principal: 1,000 each, and 30, 20, 10
    assert rows({**debt, "method": "equal-principal", "next_amount": D("1030.50")}) == [
        ("2026-12-05", "1030.50"),
        ("2027-01-05", "1020.00"),
        ("2027-02-05", "1010.00"),
    ]
    # equal instalments of 1,020.07: 3,000.00 - 990.07 = 2,009.93; - 999.97 = 1,009.96; + 10.10 interest = 1,020.06
    assert rows({**debt, "method": "equal-instalment"}) == [
        ("2026-12-05", "1020.07"),
        ("2027-01-05", "1020.07"),
        ("2027-02-05", "1020.06"),
    ]


def test_an_interest_only_loan_ends_with_its_principal_even_without_a_rate():
    debt = {**LOAN, "rate_per": None, "method": "interest-only", "instalment": D("600"), "months_left": 2, **NEXT}
    assert rows(debt) == [("2026-11-30", "4359.63"), ("2026-12-30", "48600.00")]


def test_a_bullet_is_one_payment():
    assert rows({**LOAN, "method": "bullet", "next_due": date(2027, 1, 9)}) == [("2027-01-09", "48000.00")]


def test_missed_instalments_are_arrears_unless_they_fell_due_this_month():
    debt = {**LOAN, **NEXT, "overdue": "yes", "overdue_since": date(2026, 9, 30)}
    missed = [
        {"debt": "d1", "due": date(2026, 9, 30), "principal": D("3900"), "interest": D("459.63")},
        {"debt": "d1", "due": date(2026, 11, 2), "principal": D("100"), "interest": D("1")},
    ]
    assert figures(debt, missed=missed) == (D("4460.63"), D("4359.63"))
    # not listed: one a month since the first, 30 September and 30 October; 30 November is still to come
    assert figures(debt) == (D("4359.63"), D("8719.26"))
    # the lender's own sum stands for all of it
    stated = {**debt, "overdue_principal": D("7900"), "overdue_interest": D("800"), "penalty_due": D("67.68")}
    assert figures(stated, missed=missed) == (D("4359.63"), D("8767.68"))


def test_a_missed_day_that_is_also_the_next_payment_day_counts_once():
    debt = {**LOAN, **NEXT, "overdue": "yes", "overdue_since": date(2026, 10, 31)}
    assert figures(debt, today=date(2026, 12, 5)) == (
        D("4359.63"),
        D("8719.26"),
    )  # 31 October, 30 November; 31 December
    assert figures(debt, today=date(2026, 11, 30)) == (D("4359.63"), D("4359.63"))


def test_an_unknown_overdue_sum_is_missing_and_not_nothing():
    budget = budget_of(case_of(debts=[{**LOAN, "overdue": "yes", "next_due": date(2026, 11, 30)}]), TODAY)
    assert ("debts", "d1", "overdue_principal") in budget.arrears.missing
    assert budget.arrears.value is None
    half = {**LOAN, **NEXT, "overdue": "yes"}
    budget = budget_of(
        case_of(debts=[half], missed=[{"debt": "d1", "due": date(2026, 9, 30), "principal": D(9)}]), TODAY
    )
    assert budget.arrears.value == D("9.00")
    assert budget.arrears.missing == (("missed", "m1", "interest"),)


def test_a_loan_declared_due_has_no_instalments_and_is_overdue_as_a_whole():
    debt = {**LOAN, **NEXT, "overdue": "yes", "accelerated_on": date(2026, 11, 20), "penalty_due": D("50")}
    assert rows(debt) == []
    assert figures(debt) == (D("0.00"), D("48050.00"))


CARD = {"name": "card", "shape": "card", "outstanding": D("21000"), "statement": D("9000"), "minimum": D("900")}


@pytest.mark.parametrize(
    ("pays", "more", "expected"),
    [
        ("full", {}, ["9000.00", "9000.00", "3000.00"]),
        ("minimum", {"outstanding": D("2000")}, ["900.00", "900.00", "200.00"]),
        ("full", {"statement": None, "next_amount": D("8000")}, ["8000.00", "8000.00", "5000.00"]),
        (None, {}, ["9000.00", "9000.00", "3000.00"]),
        (None, {"next_amount": D("7000")}, ["7000.00", "7000.00", "7000.00"]),
        ("minimum", {"minimum": None}, [None]),
    ],
)
def test_a_card_pays_what_is_paid_of_its_statement_until_it_is_paid_off(pays, more, expected):
    debt = {**CARD, "card_pays": pays, "next_due": date(2026, 12, 9), **more}
    assert [amount for _, amount in rows(debt)] == expected


@pytest.mark.parametrize(
    ("more", "expected", "due", "arrears"),
    [
        # the minimum that fell due on 18 November is unpaid this month; what is left of 1,500 comes after it
        ({"card_pays": "minimum", "outstanding": D("1500")}, ["900.00", "600.00"], "900.00", "0.00"),
        ({"card_pays": "full", "outstanding": D("9000")}, ["9000.00"], "9000.00", "0.00"),
        ({"card_pays": "minimum", "outstanding": D("500"), "minimum": D("700")}, ["700.00"], "700.00", "0.00"),
        (
            {"card_pays": "minimum", "outstanding": D("1500"), "overdue_since": date(2026, 10, 18)},
            ["600.00"],
            "0.00",
            "900.00",
        ),
    ],
)
def test_what_is_overdue_of_a_card_is_due_on_its_day(more, expected, due, arrears):
    overdue = {"overdue": "yes", "overdue_since": date(2026, 11, 18), "next_due": date(2026, 12, 9)}
    debt = {**CARD, **overdue, **more}
    assert [amount for _, amount in rows(debt)] == expected
    assert figures(debt) == (D(due), D(arrears))


def test_rent_owed_for_whole_months_is_arrears_without_a_named_sum():
    rent = {"name": "rent", "shape": "arrears", "owed_for": "rent", "monthly": D("3200"), "months_owed": 2}
    budget = budget_of(case_of(debts=[{**rent, "overdue": "yes"}]), TODAY)
    assert (budget.arrears.value, budget.arrears.estimated, budget.arrears.missing) == (D("6400.00"), False, ())
    assert budget_of(case_of(debts=[rent]), TODAY).arrears.estimated
    assert rows({**rent, "deadline": date(2026, 11, 29)}) == [("2026-11-29", "6400.00")]
    assert figures({**rent, "outstanding": D("6000"), "overdue": "yes"})[1] == D("6000.00")


def test_rent_owed_is_arrears_until_it_is_agreed():
    rent = {"name": "rent", "shape": "arrears", "owed_for": "rent", "outstanding": D("9000"), "monthly": D("4500")}
    assert figures(rent) == (D("0.00"), D("9000.00"))
    agreed = {**rent, "agreed_monthly": D("4000"), "next_due": date(2026, 11, 28)}
    assert rows(agreed) == [("2026-11-28", "4000.00"), ("2026-12-28", "4000.00"), ("2027-01-28", "1000.00")]
    assert figures(agreed) == (D("4000.00"), D("0.00"))
    ends = {**agreed, "agreed_until": "2026-12"}
    assert len(rows(ends)) == 2
    deadline = {**rent, "deadline": date(2026, 11, 29)}
    assert rows(deadline) == [("2026-11-29", "9000.00")]
    assert figures(deadline) == (D("0.00"), D("9000.00"))


def test_a_pawn_is_due_with_its_ticket():
    pawn = {"name": "mixer", "shape": "pawn", "outstanding": D("3000"), "pledge_until": date(2026, 11, 27)}
    assert figures(pawn) == (D("3000.00"), D("0.00"))


AGREED = {
    "debt": "d1", "signed_on": date(2026, 10, 1), "first_due": date(2026, 10, 31), "months": 4, "instalment": D("1000"),
}  # fmt: skip


def test_an_agreement_takes_the_place_of_the_contract_and_of_old_arrears():
    debt = {**LOAN, **NEXT, "overdue": "yes", "overdue_principal": D("7900")}
    # nothing ticked off: October is late, November due
    assert rows(debt, agreements=[AGREED]) == [
        ("2026-11-30", "1000.00"),
        ("2026-12-31", "1000.00"),
        ("2027-01-31", "1000.00"),
    ]
    assert figures(debt, agreements=[AGREED]) == (D("1000.00"), D("1000.00"))
    paid = [
        {"agreement": "a1", "due": date(2026, 10, 31), "amount": D("1000"), "paid_on": date(2026, 10, 30)},
        {"agreement": "a1", "due": date(2026, 11, 30), "paid_on": date(2026, 11, 20), "paid_amount": D("400")},
    ]
    assert figures(debt, agreements=[AGREED], payments=paid) == (D("600.00"), D("0.00"))
    draft = {**AGREED, "signed_on": None}
    assert figures(debt, agreements=[draft]) == (D("4359.63"), D("7900.00"))
    open_amount = {**AGREED, "instalment": None}
    budget = budget_of(case_of(debts=[debt], agreements=[open_amount]), TODAY)
    assert budget.due_this_month.missing == (("agreements", "a1", "instalment"),)


def test_only_what_changed_is_computed_again():
    case = case_of(debts=[{**LOAN, **NEXT}, {**CARD, "next_due": date(2026, 12, 9)}])
    before = all_dues(case, TODAY)
    after = all_dues(edited(case, ("debts", "d1", "next_amount"), D("5")), TODAY)
    assert after[0].rows[0].fen == 500
    assert after[1] is before[1]


def test_terms_that_only_plans_have_leave_the_answered_instalment():
    debt = {**LOAN, **NEXT, "rate": D("1000"), "rate_per": "day", "months_left": 600, "method": "stepped-20"}
    assert rows(debt, count=2) == [("2026-11-30", "4359.63"), ("2026-12-30", "4359.63")]
    level = {**debt, "method": "equal-instalment", "next_amount": None}
    assert len(rows(level, count=100)) == 73  # as far as is looked at: this month and 72 more


@pytest.mark.parametrize(("answer", "guessed"), [(None, True), ("yes", False)])
def test_what_is_owed_from_before_is_a_guess_while_nobody_said_that_it_is_overdue(
    answer: str | None, guessed: bool
) -> None:
    debt = {"name": "房租", "shape": "arrears", "owed_for": "rent", "outstanding": D("9000"), "overdue": answer}
    arrears = budget_of(case_of(debts=[debt]), TODAY).arrears
    assert (arrears.value, arrears.estimated) == (D("9000.00"), guessed)
    assert ("no answer yet" in arrears.parts[0].note) is guessed
