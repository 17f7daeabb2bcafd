"""The page of payments: what comes next, what is late, what will be short, and each agreement's list."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.case.edit import added, edited
from negotiator_tui.text.fault import Fault
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.changes import changed
from negotiator_tui.ui.pages.choosing import choice
from negotiator_tui.ui.pages.item import item
from negotiator_tui.ui.pages.payments import payments

from .drawn import TODAY, D, actions, assert_drawn, case_of, cases, figures, flat, headings, seen

LOAN = {"name": "网商贷", "shape": "loan", "outstanding": D(12000), "rate": D(0), "rate_per": "year"}
AGREED = {
    "debt": "d1",
    "months": 3,
    "instalment": D(1000),
    "first_due": date(2026, 11, 30),
    "signed_on": date(2026, 11, 1),
}


def _due(day: date, **more: Any) -> dict[str, Any]:
    return {"agreement": "a1", "due": day, "amount": D(1000), **more}


def _case(*due: dict[str, Any], costs: int = 3000, **agreement: Any) -> Case:
    """With costs of 3,000 there are 1,800 a month for debts."""
    return case_of(
        first={"takings": D(0), "shop_costs": D(0)},
        debts=[LOAN],
        income=[{"side": "home", "name": "wage", "amount": D(5000), "every": "month"}],
        costs=[{"side": "home", "name": "food", "amount": D(costs), "every": "month"}],
        agreements=[AGREED | agreement],
        payments=list(due),
    )


def test_without_an_agreement_the_way_leads_to_one() -> None:
    rows = payments(seen(Case()))
    assert actions(rows)["agreement"].target == r.Target("agreement")


def test_the_next_payment_of_each_agreement_stands_first_with_the_days_left() -> None:
    case = _case(
        _due(date(2026, 12, 5)), _due(date(2026, 11, 30)), _due(date(2026, 10, 30), paid_on=date(2026, 10, 30))
    )
    rows = payments(seen(case))
    assert "2026-11-30 1,000.00 to 网商贷, 7 days left" in flat(rows)
    assert [key for key in actions(rows) if key.startswith("paid.")] == ["paid.y2"]
    assert actions(rows)["paid.y2"].argument == "paid-today y2"
    assert "Not ticked off yet" not in headings(rows)


def test_a_payment_of_today_is_not_late() -> None:
    rows = payments(seen(_case(_due(TODAY))))
    assert "1,000.00 to 网商贷, today" in flat(rows)
    assert "Not ticked off yet" not in headings(rows)


@pytest.mark.parametrize(
    ("clause", "said"),
    [("present", "leaves days of slack"), ("unclear", "is not clear. Ask today"), (None, "is not clear. Ask today")],
)
def test_late_ones_come_before_all_with_what_the_agreement_says_of_it(clause: str | None, said: str) -> None:
    rows = payments(seen(_case(_due(date(2026, 11, 20)), _due(date(2026, 12, 5)), red_late=clause)))
    assert headings(rows)[1] == "Not ticked off yet"
    text = flat(rows)
    assert "2026-11-20 1,000.00 to 网商贷, 3 days ago" in text
    assert said in text
    assert {"paid.y1", "paid.y2"} <= set(actions(rows))


def test_ticking_off_writes_day_and_amount() -> None:
    case = _case(_due(date(2026, 11, 20)))
    row = actions(payments(seen(case)))["paid.y1"]
    after = changed(case, TODAY, "en", row.argument)
    assert (after.payments[0].paid_on, after.payments[0].paid_amount) == (TODAY, D("1000.00"))
    assert "paid.y1" not in actions(payments(seen(after)))


@pytest.mark.parametrize(("costs", "short"), [(3000, None), (4000, D("-100.00"))])
def test_a_month_that_will_be_short_is_told_ahead_of_time(costs: int, short: D | None) -> None:
    # At costs of 4,000 a thousand is left, 900 of it for debts.
    rows = payments(seen(_case(_due(date(2026, 12, 5)), costs=costs)))
    assert figures(rows).get("Left for the debts to negotiate") == short
    if short is None:
        assert "Ahead of time" not in headings(rows)
    else:
        assert "2026-12: short for what is agreed and what comes first. Tell them now, 12 days ahead." in flat(rows)
        assert "I can pay 900 yuan that day" in actions(rows)["copy.y1"].argument
        assert "网商贷" not in actions(rows)["copy.y1"].argument, "no more is named than is needed"
        assert actions(rows)["sent.y1"].argument.startswith("contacts at=now caller=me channel=app debt=d1")


def test_a_month_that_only_a_bad_one_breaks_is_told_quietly() -> None:
    case = case_of(
        debts=[LOAN],
        income=[{"side": "shop", "name": "takings", "amount": D(5000)}],
        costs=[{"side": "home", "name": "food", "amount": D(3000)}, {"side": "shop", "name": "goods", "amount": D(0)}],
        budget={"worst_takings": D(4000)},
        agreements=[AGREED],
        payments=[_due(date(2026, 12, 5))],
    )
    rows = payments(seen(case))
    assert figures(rows)["Left for the debts to negotiate"] == D("-100.00")
    assert "in 2026-12, if it is a bad month" in flat(rows)
    assert not any(key.startswith("copy.") for key in actions(rows))


def test_an_empty_list_can_be_filled_from_the_agreement() -> None:
    case = _case()
    row = actions(payments(seen(case)))["make.a1"]
    after = changed(case, TODAY, "en", row.argument)
    assert [payment.due for payment in after.payments] == [date(2026, 11, 30), date(2026, 12, 30), date(2027, 1, 30)]
    assert "make.a1" not in actions(payments(seen(after)))
    assert "0 of 3 paid" in flat(payments(seen(after)))


def test_an_agreement_without_terms_says_what_is_needed() -> None:
    rows = payments(seen(_case(months=None)))
    assert actions(rows)["terms.a1"].target == r.Target("item", ("agreements", "a1", "months"))


def test_payments_are_edited_in_place_per_agreement() -> None:
    rows = payments(seen(_case(_due(date(2026, 12, 5)))))
    lists = [row for row in rows if isinstance(row, r.CellsRow)]
    assert [(row.list_name, row.item_id) for row in lists] == [("payments", "y1"), ("payments", "")]
    assert lists[1].defaults == (("agreement", "a1"),)


def test_of_several_agreements_the_one_with_the_next_payment_is_open() -> None:
    case = _case(_due(date(2026, 12, 9)), _due(date(2026, 12, 5)) | {"agreement": "a2"})
    case = case.model_copy(
        update={"agreements": (*case.agreements, case.agreements[0].model_copy(update={"id": "a2"}))}
    )
    lists = [row for row in payments(seen(case)) if isinstance(row, r.CellsRow)]
    assert [(row.item_id, row.defaults) for row in lists] == [("y2", ()), ("", (("agreement", "a2"),))]
    other = payments(seen(case, unfolded=frozenset({choice(seen(case), "agreement", "a1")})))
    assert [row.item_id for row in other if isinstance(row, r.CellsRow)] == ["y1", ""]


def test_of_a_payment_made_in_part_the_rest_stays_open() -> None:
    case = _case(_due(date(2026, 11, 20), paid_on=date(2026, 11, 20), paid_amount=D(400)))
    rows = payments(seen(case))
    assert "2026-11-20 600.00 to 网商贷, 3 days ago" in flat(rows)
    done = changed(case, TODAY, "en", actions(rows)["paid.y1"].argument)
    assert "Not ticked off yet" not in headings(payments(seen(done)))


def test_the_demo_can_be_drawn() -> None:
    assert_drawn(payments, demo_case(TODAY))
    assert_drawn(payments, _case(_due(date(2026, 11, 2)), _due(date(2026, 12, 5)), costs=4500))
    long = _case(_due(date(2026, 11, 2)))
    assert_drawn(payments, edited(long, ("debts", "d1", "name"), "一个特别特别长的名字" * 8))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(cases(lists=("debts", "income", "costs", "agreements", "payments")))
def test_any_case_can_be_drawn(case: Case) -> None:
    assert_drawn(payments, case)


def test_within_the_slack_of_the_clause_there_is_time_and_after_it_the_clause_is_quoted() -> None:
    within = payments(seen(_case(_due(date(2026, 11, 20)), slack_days=5, late_effect="all-due")))
    assert "By its own clause there is time until 2026-11-25" in flat(within)
    assert not any(isinstance(row, r.Note) and row.style == "warn" and "all is due" in str(row.words) for row in within)
    after = flat(payments(seen(_case(_due(date(2026, 11, 20)), slack_days=2, late_effect="all-due"))))
    assert "after the days of slack, by its clause: the whole rest is due at once" in after
    assert "Call or write today" in after


def as_added(case: Case, list_name: str, /, **answers: Any) -> tuple[Case, str]:
    grown = added(case, list_name, **answers)
    assert not isinstance(grown, Fault)
    return grown


def test_a_payment_without_proof_leads_to_taking_one_in() -> None:
    paid = {"paid_on": date(2026, 11, 20), "paid_amount": D(1000)}
    case = _case(_due(date(2026, 11, 20), **paid), _due(date(2026, 10, 20), proof="receipt 7", **paid))
    found = actions(payments(seen(case)))
    assert [key for key in found if key.startswith("proof.")] == ["proof.y1"]
    assert (found["proof.y1"].command, found["proof.y1"].argument) == ("new-paper", "about=payments.y1")
    proved, _ = as_added(case, "materials", name="receipt", state="have", about=("payments.y1",))
    assert not any(key.startswith("proof.") for key in actions(payments(seen(proved))))


def test_the_calendar_marks_each_day_once_also_in_ascii() -> None:
    paid = {"paid_on": date(2026, 11, 5), "paid_amount": D(1000)}
    case = _case(_due(date(2026, 11, 5), **paid), _due(date(2026, 11, 9)), _due(date(2026, 12, 31)))
    rows = payments(seen(case))
    picture = next(row for row in rows if isinstance(row, r.Picture))
    lines = ["".join(span.text for span in line) for line in picture.draw(58, True)]  # noqa: FBT003 - as the sheet calls it
    assert lines[0].startswith("2026-11 ....#...!.............+....... ")
    assert lines[1].startswith("2026-12 ..............................o")
    assert lines[0].rstrip().endswith("1,000.00")


def test_payments_that_cannot_all_be_so_are_said_in_one_sentence_each() -> None:
    case = _case(_due(date(2026, 11, 30)), _due(date(2026, 11, 30)), ends_on=date(2026, 10, 1), total=D(9000))
    text = flat(payments(seen(case)))
    assert "Its first payment is on 2026-11-30, after its last on 2026-10-01." in text
    assert "Two payments stand on 2026-11-30." in text
    assert "It says 9,000.00 in all" in text


def test_the_page_of_a_payment_is_named_after_its_day() -> None:
    case = case_of(agreements=[{}], payments=[{"agreement": "a1", "due": date(2026, 12, 25)}, {"agreement": "a1"}])
    first, second = (each.id for each in case.payments)
    named, unnamed = (item(seen(case, item=("payments", each)))[0] for each in (first, second))
    assert named == r.Heading("Due on 2026-12-25", "1 of 2")
    assert unnamed == r.Heading("Payment", "2 of 2")
