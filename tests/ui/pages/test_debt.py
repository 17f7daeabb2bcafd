"""What follows from a debt: the sum and what a day adds, what decides, what to ask, the contract, the rest folded."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.case.kinds import OwedFor, Shape
from negotiator_tui.text.language import LANGUAGES
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.debt import extras
from negotiator_tui.ui.view import View

from .drawn import TODAY, D, actions, assert_drawn, case_of, cases, figures, flat, headings, seen, words

DAY = TODAY.replace(month=10, day=31)
LOAN: dict[str, Any] = {
    "name": "网商贷",
    "shape": "loan",
    "loan_use": "business",
    "outstanding": D(48000),
    "overdue": "yes",
    "overdue_since": DAY,
    "next_due": TODAY.replace(day=30),
    "rate": D("0.045"),
    "rate_per": "day",
    "year_days": "360",
    "method": "equal-instalment",
    "months_left": 11,
    "instalment": D("4359.63"),
    "as_of": TODAY,
}
MISSED = {"debt": "d1", "due": DAY, "principal": D("3711.63"), "interest": D("648.00")}
KNOWN = {
    "penalty_base": "principal-and-interest",
    "penalty_multiplier": D("1.5"),
    "compound": "no",
}


def _loan(*missed: dict[str, Any], **more: Any) -> Case:
    return case_of(debts=[{**LOAN, **more}], missed=list(missed))


def _rows(case: Case, number: int = 0, **more: Any) -> list[r.Row]:
    return extras(seen(case, item=("debts", case.debts[number].id), **more), case.debts[number])


def _every(view: View) -> list[r.Row]:
    """The page of the debt named in the view."""
    debt = view.current()
    return [] if debt is None else extras(view, debt)


def _without(*names: str, **more: Any) -> Case:
    return _loan(MISSED, **{**dict.fromkeys(names), **more})


def _figure_words(rows: list[r.Row]) -> str:
    shown: list[r.Row] = [row for row in rows if isinstance(row, r.FigureRow)]
    return words(shown)


def test_the_sum_and_the_day_stand_first_and_open_into_their_parts() -> None:
    rows = _rows(_loan(MISSED, **KNOWN))
    shown = [row.figure.label for row in rows if isinstance(row, r.FigureRow)]
    assert shown[:3] == ["Owed today", "Each day adds", "Principal"]
    found = figures(rows)
    # 4,359.63 x 0.045 % x 1.5 = 2.94 a day, 67.68 in 23 days; the rest, 44,288.37 x 0.045 % = 19.93 a day.
    assert found["Penalty so far"] == D("67.68")
    assert found["Each day adds"] == D("22.87")
    assert found["Interest since the last due day"] == D("458.38")
    assert found["Owed today"] == D("48000") + D("648") + D("458.38") + D("67.68")


def test_an_unread_contract_shows_both_ways_and_what_decides() -> None:
    rows = _rows(_loan(MISSED))
    text = flat(rows)
    assert "If only the overdue instalment bears penalty: about 67.68 so far, 2.94 a day." in text
    # 48,000 x 0.045 % x 1.5 x 23 = 745.20
    assert "If the whole loan was called in: penalty of about 745.20 so far, 32.40 a day." in text
    # The least: 48,000 + 648 + 458.38 + 49.94 (3,711.63 x 0.045 % x 1.3 x 23); the most: 48,000 + 648 + 745.20.
    assert "In all 49,156.32 to 49,393.20." in text
    decides = [key for key in actions(rows) if key.startswith("decides.")]
    assert decides == ["decides.penalty_base", "decides.accelerated_on", "decides.penalty_multiplier"]
    assert actions(rows)["decides.penalty_base"].target == r.Target("item", ("debts", "d1", "penalty_base"))


def test_a_contract_that_was_read_leaves_no_range() -> None:
    rows = _rows(_loan(MISSED, **KNOWN))
    assert not [key for key in actions(rows) if key.startswith("decides.")]
    assert "about" not in _figure_words(rows)
    assert "about" in _figure_words(_rows(_loan(MISSED)))


@pytest.mark.parametrize("name", ["rate", "rate_per", "next_due", "overdue"])
def test_a_sum_without_all_answers_is_a_lower_bound_and_names_them(name: str) -> None:
    rows = _rows(_loan(**{"overdue_since": None, name: None}))
    assert "at least" in _figure_words(rows[:2])
    assert actions(rows)[f"open.debts.d1.{name}"].target == r.Target("item", ("debts", "d1", name))


def test_an_unknown_balance_is_never_a_sum() -> None:
    rows = _rows(_without("outstanding"))
    assert "Owed today" not in figures(rows)
    assert actions(rows)["open.debts.d1.outstanding"].target == r.Target("item", ("debts", "d1", "outstanding"))


def test_a_loan_paid_on_time_bears_no_penalty() -> None:
    rows = _rows(_loan(overdue="no", overdue_since=None))
    assert not any(label.startswith("Penalty ") for label in figures(rows))
    # 48,000 x 0.045 % a day
    assert figures(rows)["Each day adds"] == D("21.60")
    assert "Missed instalments" not in headings(rows)
    assert "penalty's own rate" not in flat(rows)


def test_missed_instalments_are_edited_in_place_and_new_ones_belong_to_the_debt() -> None:
    cells = [row for row in _rows(_loan(MISSED)) if isinstance(row, r.CellsRow)]
    assert [row.item_id for row in cells] == ["m1", ""]
    assert cells[-1].defaults == (("debt", "d1"),)


def test_the_first_instalments_stand_in_the_open() -> None:
    case = _loan(MISSED, **KNOWN)
    text = flat(_rows(case))
    assert "2026-11-30" in text
    assert "2027-01-30" in text
    assert "2027-02-28" not in text
    fold = actions(_rows(case))["schedule.d1"]
    assert fold.command == "unfold"
    opened = flat(_rows(case, unfolded=frozenset({fold.argument})))
    assert "2027-02-28" in opened
    assert "2027-09-30" in opened


@pytest.mark.parametrize(
    ("case", "name", "label"),
    [
        (_without("months_left", **KNOWN), "months_left", "Instalments left"),
        (_loan(overdue=None, overdue_since=None), "overdue", "Is it overdue?"),
        (_loan(overdue_since=None), "overdue_principal", "Overdue principal"),
    ],
)
def test_instalments_wait_for_what_is_missing(case: Case, name: str, label: str) -> None:
    rows = _rows(case)
    row = actions(rows)["schedule.needs"]
    assert row.label.endswith(": " + label)
    assert row.target == r.Target("item", ("debts", "d1", name))
    assert not [each for each in rows if isinstance(each, r.Picture)]


def test_a_loan_that_was_called_in_has_no_instalments_to_come() -> None:
    rows = _rows(_loan(MISSED, **KNOWN, accelerated_on=TODAY.replace(day=10)))
    assert not [each for each in rows if isinstance(each, r.Picture)]
    # 48,000 and 648 of interest bear 0.045 % x 1.5 a day.
    assert figures(rows)["Each day adds"] == D("32.84")
    assert [each for each in _rows(_loan(MISSED, **KNOWN)) if isinstance(each, r.Picture)]


def test_a_rate_without_fees_says_so() -> None:
    rows = _rows(_loan(MISSED))
    assert figures(rows)["Rate a year, as stated"] == D("16.20")
    assert actions(rows)["fees"].target == r.Target("item", ("debts", "d1", "drawn"))


def test_a_rate_with_fees_is_the_true_one() -> None:
    # 1,066.19 is the level instalment of 12,000 over twelve months at 1 % a month.
    began = {
        "drawn": D(12000),
        "drawn_on": TODAY.replace(month=1),
        "term_months": 12,
        "fee_upfront": D(0),
        "fee_monthly": D(0),
        "instalment": D("1066.19"),
        "rate": D(12),
        "rate_per": "year",
    }
    rows = _rows(_loan(**began, **KNOWN))
    assert figures(rows)["True rate a year"] == D("12.00")
    assert "fees" not in actions(rows)
    dear = _rows(_loan(**{**began, "fee_monthly": D(200)}, **KNOWN))
    # 1,266.19 a month are worth 12,000 at about 3.8 % a month, by a table of annuities.
    assert 40 < (figures(dear)["True rate a year"] or 0) < 50


@pytest.mark.parametrize(
    ("rate", "multiplier", "told"),
    [
        (D("16.2"), D("1.5"), True),  # 24.3 %
        (D("16"), D("1.5"), False),  # 24 % itself is not above
        (D("16.2"), None, False),  # 21.06 to 24.3 %: not certain
        (D("20"), None, False),  # 26 to 30 %, but the contract was not read
        (D("24.01"), None, True),
        (D("24"), D(1), False),
    ],
)
def test_24_percent_is_spoken_of_only_above_it(rate: Any, multiplier: Any, told: bool) -> None:
    rows = _rows(_loan(MISSED, rate=rate, rate_per="year", penalty_multiplier=multiplier))
    assert ("This is above 24% a year." in flat(rows)) is told
    assert ("nothing falls away by itself" in flat(rows)) is told


def test_what_the_lender_has_to_answer_is_listed_and_can_be_copied() -> None:
    case = case_of(debts=[{"name": "网商贷", "shape": "loan", "unknown": ("penalty_multiplier",)}])
    rows = _rows(case)
    assert "1 Which company is the lender in my contract?" in flat(rows)
    assert "How many times the rate" not in flat(rows)
    everything = "How many times the rate is the penalty, and on which amount?"
    assert everything in actions(rows)["copy.asks"].argument
    fold = actions(rows)["asks.d1"]
    opened = _rows(case, unfolded=frozenset({fold.argument}))
    assert everything in flat(opened)
    assert "asks.d1" not in actions(opened)


@pytest.mark.parametrize("shape", ["personal", "pawn", "unverified", "arrears"])
def test_questions_for_lenders_are_not_put_to_others(shape: str) -> None:
    rows = _rows(case_of(debts=[{"name": "x", "shape": shape}]))
    assert "What to ask the lender" not in headings(rows)
    assert "autodebit.d1" not in actions(rows)
    assert "The contract as it stands" not in headings(rows)


@pytest.mark.parametrize(("answer", "shown"), [(None, True), ("yes", True), ("no", False)])
def test_automatic_debit_is_assumed_until_it_is_ruled_out(answer: str | None, shown: bool) -> None:
    case = case_of(debts=[{"shape": "card", "autodebit": answer}])
    assert ("autodebit.d1" in actions(_rows(case))) is shown
    opened = flat(_rows(case, unfolded=frozenset({"autodebit.d1"})))
    assert ("Do not move it to relatives." in opened) is shown


def test_a_debt_without_a_kind_asks_for_it() -> None:
    rows = _rows(case_of(debts=[{"name": "x", "outstanding": D(100)}]))
    assert list(actions(rows)) == ["shape"]
    assert figures(rows) == {}


def test_other_debts_show_what_is_stated() -> None:
    rent = {"shape": "arrears", "owed_for": "rent", "monthly": D(3000), "months_owed": 3}
    rows = _rows(case_of(debts=[rent]))
    assert figures(rows)["Owed today"] == D(9000)
    assert "Rent owed" in headings(rows)
    assert "If this month is not paid" in headings(rows)


def test_an_unverified_lender_shows_what_is_asked_beyond_what_arrived() -> None:
    rows = _rows(case_of(debts=[{"shape": "unverified", "received": D(2100), "to_repay": D(3000)}]))
    assert figures(rows)["Asked for beyond what arrived"] == D(900)


def test_a_day_not_to_miss_is_named() -> None:
    ticket = {"name": "ticket", "shape": "pawn", "pledge_until": TODAY.replace(day=26)}
    rows = _rows(case_of(debts=[ticket, {"name": "y", "shape": "pawn"}]))
    assert "Days not to miss" in headings(rows)
    assert "2026-11-26" in flat(rows)
    assert "Days not to miss" not in headings(_rows(case_of(debts=[ticket, {"shape": "pawn"}]), 1))


def test_hidden_amounts_are_not_shown_anywhere() -> None:
    case = _loan(MISSED)
    unfolded = frozenset({"schedule.d1", "asks.d1", "autodebit.d1"})
    rows = _rows(case, hide=True, unfolded=unfolded)
    text = words([row for row in rows if not isinstance(row, r.CellsRow)], hide=True)
    assert "48,000.00" in words(_rows(case))
    for amount in ("48,000", "4,359", "67.68", "32.40", "49,"):
        assert amount not in text


@pytest.mark.parametrize("number", range(5))
def test_the_demo_can_be_drawn(number: int) -> None:
    case = demo_case(TODAY)
    debt = case.debts[number]
    folds = {f"{part}.{debt.id}" for part in ("schedule", "asks", "autodebit")}
    grounds = {f"grounds.{part}.{debt.id}" for part in ("consequence", "deadlines", "kind")}
    assert_drawn(_every, case, item=("debts", debt.id))
    assert_drawn(_every, case, item=("debts", debt.id), unfolded=frozenset(folds | grounds | {"grounds.autodebit"}))


@pytest.mark.parametrize("shape", list(Shape))
@pytest.mark.parametrize("overdue", [None, "yes", "no"])
def test_bare_debts_can_be_drawn(shape: Shape, overdue: str | None) -> None:
    for owed_for in list(OwedFor) if shape is Shape.ARREARS else [None]:
        case = case_of(debts=[{"shape": shape, "overdue": overdue, "owed_for": owed_for}])
        assert_drawn(_every, case, item=("debts", "d1"))


@pytest.mark.parametrize("name", [name for name in LOAN if name != "shape"])
def test_a_loan_can_be_drawn_without_any_one_answer(name: str) -> None:
    for case in (_without(name), _without(name, **KNOWN), case_of(debts=[{**LOAN, name: None}])):
        for lang in LANGUAGES:
            assert words(_every(seen(case, item=("debts", "d1"), lang=lang)), 58, lang=lang)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(cases(lists=("debts", "missed", "income", "costs", "contacts", "payments", "agreements")))
def test_any_debt_can_be_drawn(case: Case) -> None:
    for debt in case.debts:
        assert_drawn(_every, case, item=("debts", debt.id), unfolded=frozenset({f"schedule.{debt.id}"}))


def test_nobody_is_sent_to_call_a_lender_who_is_not_verified() -> None:
    for shape, key in (("unverified", "careful"), ("loan", "call")):
        case = case_of(debts=[{"name": "x", "shape": shape}])
        keys = {row.key for row in extras(seen(case), case.debts[0]) if isinstance(row, r.ActionRow)}
        assert {"careful", "call"} & keys == {key}


@pytest.mark.parametrize(("overdue", "said"), [(60000, True), (48000, False), (3711, False)])
def test_more_overdue_than_owed_is_pointed_out(overdue: int, *, said: bool) -> None:
    rows = _rows(_loan(outstanding=D(48000), overdue_principal=D(overdue)))
    assert ("One of the two cannot be right." in flat(rows)) is said
    assert ("open.debts.d1.overdue_principal" in actions(rows)) is said
