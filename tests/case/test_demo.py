"""The made-up case: complete, consistent, and always as old as it should be, whatever the day."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from negotiator_tui.case.case import LISTS, Case, items_of
from negotiator_tui.case.demo import demo_case
from negotiator_tui.case.kinds import Answer, MaterialState, Shape, Side, YesNo
from negotiator_tui.case.progress import progress
from negotiator_tui.case.questions import asked
from negotiator_tui.finance.budget import budget_of
from negotiator_tui.finance.claim import claim
from negotiator_tui.finance.offer import Outcome, worked_out
from negotiator_tui.finance.offer_terms import Proposal
from negotiator_tui.finance.offer_terms import asked as as_asked
from negotiator_tui.finance.shares import shares_of
from negotiator_tui.storage.casefile import Opened, parse_case
from negotiator_tui.storage.problems import broken_links
from negotiator_tui.storage.writer import dump_case

TODAY = date(2026, 11, 23)
DAYS = [TODAY, date(2026, 12, 1), date(2027, 1, 31), date(2028, 2, 29), date(2027, 3, 1), date(2026, 7, 15)]


@pytest.fixture(params=DAYS, ids=str)
def day(request: pytest.FixtureRequest) -> date:
    return request.param


def test_the_figures_of_the_letter(day: date) -> None:
    """CONTENT 3b: in a bad month 3,000 for debts, of it 750 for the rent owed and 650 for the supplier."""
    case = demo_case(day)
    budget = budget_of(case, day)
    assert set(budget.safe_by_month.values()) == {Decimal("3000.00")}
    assert budget.judgeable
    assert budget.missing == ()
    fixed = sum(line.amount or 0 for line in case.costs if line.side is Side.SHOP and line.months is None)
    assert fixed - Decimal("600.00") == Decimal("11400.00")  # 600 are put by already
    assert sum(line.amount or 0 for line in case.costs if line.side is Side.HOME) == Decimal("5700.00")
    arranged = {debt.name: (debt.outstanding, debt.agreed_monthly) for debt in case.debts if debt.agreed_monthly}
    assert arranged == {
        "欠房东的房租": (Decimal("9000.00"), Decimal("750.00")),
        "老何粮油的货款": (Decimal("7800.00"), Decimal("650.00")),
    }


def test_goods_follow_takings_in_every_season() -> None:
    """12,850 of goods at 29,500 of takings, in the same proportion in all three seasons."""
    case = demo_case(TODAY)
    takings = {line.months: line.amount for line in case.income if line.months}
    goods = {line.months: line.amount for line in case.costs if line.months}
    assert takings.keys() == goods.keys()
    assert sorted(month for months in takings for month in months) == list(range(1, 13))
    for months, amount in takings.items():
        assert goods[months] * 29500 == amount * 12850


def test_overdue_as_in_the_letter(day: date) -> None:
    """23 days; 4,359.63 x 0.045 % x 1.5 x 23 = 67.68; on the whole loan 32.40 a day (CONTENT 1.2)."""
    case = demo_case(day)
    loan = case.debts[0]
    owed = claim(loan, case.missed, day)
    assert owed.overdue_days == 23
    assert owed.instalment_only is not None
    assert owed.instalment_only.penalty_so_far == Decimal("67.68")
    assert owed.whole_loan is not None
    assert owed.whole_loan.penalty_per_day == Decimal("32.40")
    assert set(owed.decides) >= {"penalty_base", "penalty_multiplier"}
    assert sum(each.principal + each.interest for each in case.missed) == loan.instalment


def test_the_chosen_plan_holds_in_a_bad_month_and_the_other_does_not(day: date) -> None:
    case = demo_case(day)
    claims = {debt.id: claim(debt, case.missed, day).total for debt in case.debts}
    shares = shares_of(budget_of(case, day), claims, day)
    assert shares is not None
    share = shares.of("d1")
    assert share is not None
    holds = {}
    for term in case.terms:
        proposal = as_asked(term, case.debts[0])
        assert isinstance(proposal, Proposal)
        made = worked_out(proposal, case.debts[0], case.missed, day, pool=share.normal, safe=share.safe)
        assert isinstance(made, Outcome)
        assert made.hold is not None
        holds[term.plan] = made.hold.ok
    chosen = {plan.id: plan.chosen is YesNo.YES for plan in case.plans}
    assert holds == chosen == {"p1": True, "p2": False}


def test_every_stage_is_filled(day: date) -> None:
    case = demo_case(day)
    for name in set(LISTS) - {"court"}:
        assert items_of(case, name), name
    for stage in progress(case):
        assert stage.answered >= stage.asked * 0.7, stage
    assert {debt.shape for debt in case.debts} == {Shape.LOAN, Shape.CARD, Shape.BILL, Shape.ARREARS}
    assert {material.state for material in case.materials} == set(MaterialState)
    assert [offer.answer for offer in case.offers] == [Answer.REFUSED]
    assert any(contact.staff_number and contact.answer_due for contact in case.contacts)
    assert {payment.paid_on is None for payment in case.payments} == {True, False}


def test_nothing_lies_on_the_wrong_side_of_today(day: date) -> None:
    case = demo_case(day)
    for name in LISTS:
        for item in items_of(case, name):
            for each in asked(item):
                value = getattr(item, each.name)
                if isinstance(value, date) and each.ask.prefer == "past":
                    when = value if type(value) is date else value.date()
                    assert when <= day, (item.id, each.name)
                if type(value) is date and each.ask.prefer == "future":
                    assert value >= day, (item.id, each.name)
    unpaid = [payment.due for payment in case.payments if payment.paid_on is None]
    assert min(unpaid) > day
    assert max(payment.paid_on for payment in case.payments if payment.paid_on) <= day
    assert max(item.day for item in case.week) <= day + timedelta(days=7)


def test_it_is_a_sound_case_file(day: date) -> None:
    case = demo_case(day)
    assert Case.model_validate(case.model_dump(by_alias=True)) == case
    assert broken_links(case) == ()
    opened = parse_case(dump_case(case), Path("demo.toml"))
    assert isinstance(opened, Opened)
    assert opened.case == case
    assert (opened.read_only, opened.problems, opened.notices) == (None, (), ())
    for name in LISTS:
        assert case.ids.get(name, 0) == len(items_of(case, name))


def test_the_chosen_materials_are_on_the_checklist() -> None:
    from negotiator_tui.guide.checklist import checklist

    case = demo_case(TODAY)
    known = {item.id for item in checklist(case, TODAY, "en")}
    assert {material.kind for material in case.materials} <= known
