"""The page about today: the figures of the noodle shop, and kind words where there are none yet."""

from datetime import timedelta
from decimal import Decimal

from hypothesis import HealthCheck, given, settings

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.case.kinds import Shape, Side, YesNo
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.first import first
from negotiator_tui.ui.pages.shop_loss import shop_loss
from negotiator_tui.ui.pages.today import today
from tests.ui.pages.drawn import TODAY, assert_drawn, case_of, cases, flat, seen, words


def test_the_noodle_shop_sees_what_its_loan_really_costs() -> None:
    text = flat(today(seen(demo_case(TODAY))))
    assert "overdue 23 days" in text
    assert "67.68" in text
    assert "2.94 a day" in text
    assert "32.40 a day" in text


def test_the_message_promises_no_sum() -> None:
    rows = today(seen(demo_case(TODAY), lang="zh_Hans"))
    message = next(row.argument for row in rows if isinstance(row, r.ActionRow) and row.command == "copy")
    assert "分开列" in message
    assert not any(sign in message for sign in ("元", "¥", "每月还"))


def test_the_week_is_told_in_words() -> None:
    case = case_of(
        first={"cash_at_hand": Decimal(1000)},
        week=[{"name": "面粉", "amount": Decimal(1200)}, {"name": "房租", "amount": Decimal(300)}],
    )
    text = flat(today(seen(case)))
    assert "1,500.00 yuan must be paid" in text
    assert "500.00 short" in text


def test_nothing_written_down_is_no_zero() -> None:
    text = flat(today(seen(Case())))
    assert "0.00" not in text
    assert "not written down yet" in text


def test_an_unknown_rate_asks_instead_of_counting() -> None:
    debt = {"name": "网商贷", "shape": Shape.LOAN, "overdue": YesNo.YES, "outstanding": Decimal(48000)}
    rows = today(seen(case_of(debts=[debt])))
    assert "Penalty so far" not in words(rows)
    assert ("debts", "d1", "rate") in [row.target.path for row in rows if isinstance(row, r.ActionRow) and row.target]


def test_hidden_amounts_are_hidden_in_sentences() -> None:
    assert "67.68" not in words(today(seen(demo_case(TODAY), hide=True)), hide=True)


def test_the_penalty_opens_down_to_what_bears_it() -> None:
    penalty = next(
        row.figure
        for row in today(seen(demo_case(TODAY)))
        if isinstance(row, r.FigureRow) and row.figure.label == "Penalty so far"
    )
    assert penalty.value == Decimal("67.68")
    assert penalty.parts[0].parts[0].value == Decimal("4359.63")


def test_an_overdue_loan_without_its_first_day_is_not_said_to_be_overdue_for_no_days() -> None:
    loan = {"name": "loan", "shape": Shape.LOAN, "overdue": YesNo.YES, "outstanding": Decimal(48000)}
    assert "overdue 0 days" not in flat(today(seen(case_of(debts=[loan]))))


def test_until_the_debit_is_known_it_is_taken_as_yes_and_asked_for() -> None:
    loan = {"name": "loan", "shape": Shape.LOAN, "next_due": TODAY, "next_amount": Decimal(1200)}
    rows = today(seen(case_of(debts=[loan])))
    assert "until you know, it is taken as yes" in flat(rows)
    assert ("debts", "d1", "autodebit") in [
        row.target.path for row in rows if isinstance(row, r.ActionRow) and row.target
    ]
    sure = {**loan, "autodebit": YesNo.YES, "autodebit_from": "6222 0011"}
    rows = today(seen(case_of(debts=[sure])))
    assert "until you know" not in flat(rows)
    assert ("first", "takings_account") in [
        row.target.path for row in rows if isinstance(row, r.ActionRow) and row.target
    ]
    known = case_of(debts=[sure], first={"takings_account": "bank 0011"})
    assert "It reaches the account the takings arrive in." in flat(today(seen(known)))


def test_what_is_said_can_be_followed_to_its_rules() -> None:
    rows = today(seen(demo_case(TODAY), unfolded=frozenset({"grounds.today"})))
    assert "2026-02-09" in flat(rows)
    assert "2026-02-09" not in flat(today(seen(demo_case(TODAY))))


def test_a_shop_that_loses_money_comes_before_every_plan() -> None:
    case = case_of(
        income=[{"name": "收款", "side": Side.SHOP, "amount": Decimal(10000)}],
        costs=[{"name": "进货", "side": Side.SHOP, "amount": Decimal(12000)}],
    )
    rows = shop_loss(seen(case))
    assert [row.figure.value for row in rows if isinstance(row, r.FigureRow)] == [Decimal("2000.00")]
    assert shop_loss(seen(demo_case(TODAY))) == []
    opened = shop_loss(seen(case, unfolded=frozenset({"shop-ways"})))
    assert len(opened) > len(rows)


def test_it_fits_every_width_in_every_language() -> None:
    assert_drawn(today, demo_case(TODAY))
    assert_drawn(today, Case())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(cases())
def test_any_half_filled_case_has_the_page(case: Case) -> None:
    assert_drawn(today, case)


def test_what_is_listed_for_the_week_but_is_not_due_in_it_is_named_where_it_is_listed() -> None:
    days = {"rent": TODAY + timedelta(days=2), "wages": TODAY + timedelta(days=12), "gas": None}
    week = [{"name": name, "amount": Decimal(10), "day": day} for name, day in days.items()]
    assert "not in the sum: wages" in flat(first(seen(case_of(week=week))))
    assert "not in the sum" not in flat(first(seen(case_of(week=week[:1]))))


def test_of_many_overdue_loans_the_first_few_are_counted_and_the_others_named() -> None:
    loan = {"name": "loan", "shape": Shape.LOAN, "overdue": YesNo.YES, "outstanding": Decimal(48000)}
    rows = today(seen(case_of(debts=[loan] * 9)))
    more = next(row for row in rows if isinstance(row, r.ActionRow) and row.key == "overdue")
    assert more.label == "5 more overdue loans: each has its page"
    assert sum("To count the penalty" in str(row.words) for row in rows if isinstance(row, r.Note)) == 4
