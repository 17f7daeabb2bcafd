"""The made-up case: a noodle shop behind with five debts, complete in every stage. Nobody and nothing in it is real.

All dates follow from the day it is opened, so that the loan is always 23 days overdue.
"""

from datetime import date, timedelta
from decimal import Decimal

from negotiator_tui.case import demo_budget, demo_record, demo_statements
from negotiator_tui.case.base import Item
from negotiator_tui.case.case import Case, Place
from negotiator_tui.case.debts import Debt, Missed
from negotiator_tui.case.demo_parts import month_of, months_after, numbered
from negotiator_tui.case.first import Borrower, BudgetAnswers, First, Hardship, WeekItem
from negotiator_tui.case.kinds import (
    Accrual,
    BalanceFrom,
    CardPays,
    Cause,
    CostGroup,
    Fear,
    IfUnpaid,
    LoanUse,
    Method,
    OwedFor,
    Per,
    Shape,
    Urgent,
    Who,
    YearDays,
    YesNo,
)

OVERDUE_DAYS = demo_record.OVERDUE_DAYS


def demo_case(today: date) -> Case:
    """The noodle shop as it stands on `today`."""
    since = months_after(today, -5)
    lists: dict[str, tuple[Item, ...]] = {
        "week": _week(today),
        "debts": _debts(today),
        "missed": _missed(today),
        "income": demo_budget.income(),
        "costs": demo_budget.costs(today),
        "plans": demo_budget.plans(),
        "terms": demo_budget.terms(),
        "ladders": demo_budget.ladders(today),
        "rungs": demo_budget.rungs(),
        **demo_record.lists(today),
        **demo_statements.lists(today),
    }
    return Case.model_validate(
        {
            **lists,
            "first": _first(),
            "borrower": Borrower(who=Who.SELF, alias="面馆（演示）", trade="面馆"),
            "hardship": Hardship(
                since=month_of(since),
                cause=Cause.ROADWORKS,
                words=f"{since.month} 月起门前修路，围挡挡住了店门，中午的客人少了三成，外卖只补回来一小半。",
                takings_before=Decimal("42000.00"),
                proof="修路通知的照片，前后各三个月的收款对比",
            ),
            "budget": BudgetAnswers(worst_takings=Decimal("29500.00"), reserve=Decimal("350.00")),
            "ids": {
                **{name: len(items) for name, items in lists.items() if items},
                "exhibits": demo_record.exhibits(lists["materials"]),
            },
            "place": Place(page="today"),
        }
    )


def _first() -> First:
    return First(
        urgent=(Urgent.NONE,),
        fear=Fear.WORDS,
        cash_at_hand=Decimal("5260.00"),
        takings=Decimal("31000.00"),
        shop_costs=Decimal("24900.00"),
        home_costs=Decimal("5700.00"),
        trading_float=Decimal("3000.00"),
        takings_account="支付宝收钱码，进支付宝余额",
        essentials_account="储蓄卡尾号 3381，没有签过代扣",
        estimated=("cash_at_hand", "takings", "shop_costs", "home_costs"),
    )


def _week(today: date) -> tuple[WeekItem, ...]:
    def item(name: str, amount: str, days: int, group: CostGroup) -> WeekItem:
        return WeekItem(id="w0", name=name, amount=Decimal(amount), day=today + timedelta(days=days), group=group)

    return numbered(
        "week",
        item("面粉、肉、菜", "2900.00", 1, CostGroup.STOCK),
        item("燃气", "420.00", 3, CostGroup.UTILITIES),
        item("妈妈的降压药", "160.00", 4, CostGroup.MEDICINE),
    )


def _debts(today: date) -> tuple[Debt, ...]:
    return numbered("debts", _loan(today), _card(today), _bill(today), _rent(today), _supplier(today))


def _loan(today: date) -> Debt:
    since = today - timedelta(days=OVERDUE_DAYS)
    return Debt(
        id="d0",
        name="网商贷",
        shape=Shape.LOAN,
        loan_use=LoanUse.BUSINESS,
        lender="浙江网商银行股份有限公司",
        outstanding=Decimal("48000.00"),
        overdue=YesNo.YES,
        overdue_since=since,
        next_due=months_after(since, 1),
        next_amount=Decimal("4359.63"),
        if_unpaid=IfUnpaid.PENALTY,
        signed_by="没有",
        autodebit=YesNo.YES,
        autodebit_from="支付宝余额、网商银行卡尾号 6620",
        rate=Decimal("0.045"),
        rate_per=Per.DAY,
        year_days=YearDays.D360,
        accrual=Accrual.MONTHLY,
        method=Method.EQUAL_INSTALMENT,
        months_left=11,
        instalment=Decimal("4359.63"),
        as_of=today,
        balance_from=BalanceFrom.APP,
        contract_use="进货、周转",
        contract_tail="4417",
        negotiable=YesNo.YES,
        unknown=("penalty_multiplier", "penalty_base"),
        note="逾期的一期是 4,359.63（本金 3,711.63，利息 648.00）。罚息怎么算要查合同“违约责任”一条。",
    )


def _missed(today: date) -> tuple[Missed, ...]:
    due = today - timedelta(days=OVERDUE_DAYS)
    return numbered(
        "missed", Missed(id="m0", debt="d1", due=due, principal=Decimal("3711.63"), interest=Decimal("648.00"))
    )


def _card(today: date) -> Debt:
    due = today - timedelta(days=6)
    return Debt(
        id="d0",
        name="信用卡",
        shape=Shape.CARD,
        lender="锦里银行（虚构）信用卡中心",
        outstanding=Decimal("21000.00"),
        overdue=YesNo.YES,
        overdue_since=due,
        next_due=months_after(due, 1),
        next_amount=Decimal("1050.00"),
        if_unpaid=IfUnpaid.PENALTY,
        signed_by="没有",
        autodebit=YesNo.NO,
        statement=Decimal("6180.00"),
        minimum=Decimal("1050.00"),
        card_pays=CardPays.MINIMUM,
        card_instalments_left=Decimal("0.00"),
        as_of=today - timedelta(days=6),
        balance_from=BalanceFrom.STATEMENT,
        contract_tail="2907",
        negotiable=YesNo.YES,
        note="这个月的最低还款没有还上。想问个性化分期。",
    )


def _bill(today: date) -> Debt:
    return Debt(
        id="d0",
        name="花呗",
        shape=Shape.BILL,
        outstanding=Decimal("6300.00"),
        overdue=YesNo.NO,
        next_due=today + timedelta(days=16),
        next_amount=Decimal("6300.00"),
        if_unpaid=IfUnpaid.PENALTY,
        signed_by="没有",
        autodebit=YesNo.YES,
        autodebit_from="支付宝余额",
        statement=Decimal("6300.00"),
        minimum=Decimal("630.00"),
        card_pays=CardPays.FULL,
        still_using=YesNo.NO,
        unknown=("lender",),
        note="没有逾期。这一期一次要还 6,300，还不出，到期前先问分期。上个月起不再用它付款。",
    )


def _rent(today: date) -> Debt:
    due = today + timedelta(days=12)
    return Debt(
        id="d0",
        name="欠房东的房租",
        shape=Shape.ARREARS,
        owed_for=OwedFor.RENT,
        lender="房东周先生（虚构）",
        outstanding=Decimal("9000.00"),
        overdue=YesNo.YES,
        overdue_since=today - timedelta(days=52),
        next_due=due,
        next_amount=Decimal("750.00"),
        if_unpaid=IfUnpaid.HOME,
        signed_by="没有",
        monthly=Decimal("4500.00"),
        months_owed=2,
        deposit=Decimal("4500.00"),
        lease_until=months_after(today, 20),
        agreed_monthly=Decimal("750.00"),
        agreed_until=month_of(months_after(due, 11)),
        note="当月房租照付，旧的两个月分 12 个月补。",
    )


def _supplier(today: date) -> Debt:
    due = demo_record.supplier_due(today, demo_record.PAID)
    return Debt(
        id="d0",
        name="老何粮油的货款",
        shape=Shape.ARREARS,
        owed_for=OwedFor.SUPPLIER,
        lender="老何粮油（虚构）",
        outstanding=Decimal("7800.00"),
        overdue=YesNo.YES,
        overdue_since=today - timedelta(days=96),
        next_due=due,
        next_amount=Decimal("650.00"),
        if_unpaid=IfUnpaid.SUPPLY,
        signed_by="没有",
        still_supplies=YesNo.YES,
        cash_on_delivery=YesNo.YES,
        agreed_monthly=Decimal("650.00"),
        agreed_until=month_of(months_after(due, 11)),
        note="新货现结，旧账每月 650。",
    )
