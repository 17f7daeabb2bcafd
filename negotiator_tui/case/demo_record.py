"""The made-up case's record: papers, contacts, an offer, an agreement and its payments, a check-up."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from negotiator_tui.case.agreed import Agreement, Payment, Review
from negotiator_tui.case.base import Item
from negotiator_tui.case.demo_parts import months_after, numbered
from negotiator_tui.case.demo_sent import sent
from negotiator_tui.case.kinds import (
    Answer,
    AskedFor,
    Caller,
    Cause,
    Channel,
    Clause,
    MaterialState,
    Method,
    Refusal,
    YesNo,
)
from negotiator_tui.case.materials import Material
from negotiator_tui.case.offers import NewLoan, Offer
from negotiator_tui.case.paid import Paid
from negotiator_tui.case.talks import Contact

OVERDUE_DAYS = 23
PAID = 2
"""Instalments to the supplier that are paid already."""
_SUPPLIER_MONTHS = 14


def lists(today: date) -> dict[str, tuple[Item, ...]]:
    """The lists of the record by name, as they stand on `today`."""
    return {
        "materials": _materials(today),
        "contacts": _contacts(today),
        "offers": _offers(today),
        "agreements": _agreements(today),
        "payments": _payments(today),
        "paid": _paid(today),
        "reviews": _reviews(today),
        "new_loans": _new_loans(),
        "sent": sent(today),
    }


def supplier_due(today: date, number: int) -> date:
    """The due day of an instalment to the supplier, counted from 0."""
    return months_after(today - timedelta(days=43), number)


def exhibits(papers: tuple[Item, ...]) -> int:
    """The highest exhibit number among the papers."""
    return max(each.exhibit or 0 for each in papers if isinstance(each, Material))


def _materials(today: date) -> tuple[Material, ...]:
    exhibit = 0

    def paper(
        kind: str,
        name: str,
        state: MaterialState,
        *where: str,
        days: int | None = None,
        proves: str | None = None,
        shows: tuple[str, ...] = (),
    ) -> Material:
        nonlocal exhibit
        exhibit += bool(shows)
        return Material(
            id="e0",
            kind=kind,
            name=name,
            state=state,
            file=where[0] if where else None,
            dated=None if days is None else today - timedelta(days=days),
            proves=proves,
            exhibit=exhibit if shows else None,
            about=shows,
        )

    have, asked, missing = MaterialState.HAVE, MaterialState.ASKED, MaterialState.MISSING
    takings = ("income.i1", "income.i2", "income.i3")
    shop_costs = ("costs.c1", "costs.c2", "costs.c3", "costs.c5")
    return numbered(
        "materials",
        paper("contract-number", "合同号", have, "手机里，尾号 4417", days=23, proves="是哪一笔"),
        paper(
            "owed-screenshot",
            "还款页截图",
            have,
            "手机相册",
            days=1,
            proves="剩余本金和逾期那一期",
            shows=("debts.d1.outstanding",),
        ),
        paper(
            "statements-3",
            "最近 3 个月流水",
            have,
            "电脑桌面“账单”文件夹",
            days=4,
            proves="收了多少，花了多少",
            shows=(*takings, "budget.worst_takings"),
        ),
        paper("contract-full", "借款合同全文", asked, proves="罚息、扣款、提前到期怎么写"),
        paper("business-licence", "营业执照", have, "店里墙上", days=900, proves="店是我在开"),
        paper("lease", "店面租赁合同", have, "蓝色文件夹", days=400, proves="房租和到期日", shows=("costs.c4",)),
        paper("statements-6", "最近 6 个月流水", asked, proves="最差的一个月收多少"),
        paper("takings-record", "收款记录", have, "收钱码月账单", days=4, proves="每个月真正收了多少", shows=takings),
        paper(
            "wage-slips",
            "丈夫的工资到账记录",
            have,
            "银行卡明细",
            days=8,
            proves="家里的收入",
            shows=("income.i4",),
        ),
        paper(
            "cost-papers",
            "进货单、房租收据、水电单",
            have,
            "铁盒子",
            days=15,
            proves="开店的成本",
            shows=shop_costs,
        ),
        paper(
            "roadworks-photos",
            "修路通知和围挡照片",
            have,
            "手机相册",
            days=120,
            proves="客人变少的原因",
            shows=("hardship",),
        ),
        paper("credit-report", "信用报告", missing),
        paper(
            "card-statements",
            "信用卡账单",
            have,
            "短信和邮箱",
            days=6,
            proves="本期账单和最低还款额",
            shows=("debts.d2",),
        ),
        paper("identity-card", "身份证", MaterialState.NOT_NEEDED, proves="办理时再出示，不提前发给任何人"),
    )


def _contacts(today: date) -> tuple[Contact, ...]:
    def at(days: int, hour: int, minute: int) -> datetime:
        return datetime.combine(today - timedelta(days=days), time(hour, minute))

    return numbered(
        "contacts",
        Contact(
            id="k0",
            debt="d5",
            at=at(46, 16, 30),
            channel=Channel.VISIT,
            caller=Caller.ME,
            who="老何本人",
            said="新货现结就照样送，旧账每个月给 650，不要利息。",
            promised="每月 650，14 个月还清 9,100",
            promised_amount=Decimal("650.00"),
        ),
        Contact(
            id="k0",
            debt="d1",
            at=at(20, 20, 5),
            channel=Channel.APP,
            caller=Caller.ME,
            who="在线客服",
            said="已收到，会有人联系。",
            promised="愿意还，正在整理收支，给一个能做到的方案。没有报数字。",
        ),
        Contact(
            id="k0",
            debt="d1",
            at=at(12, 10, 20),
            channel=Channel.PHONE,
            caller=Caller.LENDER,
            who="自称贷后专员，姓郑（虚构）",
            staff_number="10386",
            said="先还两千，我们再看方案。问先抵什么、能不能写下来，说没有书面。",
            promised="没有答应，说核对以后书面回复。",
        ),
        Contact(
            id="k0",
            debt="d4",
            at=at(10, 18, 0),
            channel=Channel.VISIT,
            caller=Caller.ME,
            who="房东周先生（虚构）",
            said="当月的照付就行，旧的两个月分 12 个月补，写了字条。",
            promised="每月 5 日付当月房租，另付 750",
            promised_amount=Decimal("750.00"),
        ),
        Contact(
            id="k0",
            debt="d1",
            at=at(8, 22, 25),
            channel=Channel.PHONE,
            caller=Caller.COLLECTOR,
            who="自称外包公司，姓李（虚构）",
            said="说账转给他们了，今天转 500 到他发来的账户。没有转，请他发文字，挂了。",
            promised="没有答应。",
            asked_for=(AskedFor.PAYEE,),
            answered=YesNo.YES,
            threat="不转明天就去店里。",
        ),
        Contact(
            id="k0",
            debt="d2",
            at=at(5, 19, 15),
            channel=Channel.APP,
            caller=Caller.ME,
            who="信用卡在线客服（虚构）",
            said="个性化分期要打电话，由人工登记。",
            promised="愿意还，问了能不能登记个性化分期。没有报数字。",
            answer_due=today + timedelta(days=9),
        ),
        Contact(
            id="k0",
            debt="d1",
            at=at(3, 14, 40),
            channel=Channel.PHONE,
            caller=Caller.ME,
            who="客服热线",
            staff_number="20715",
            said="协商申请已登记，专员五个工作日内回电。",
            promised="前 12 个月每月 1,000，之后每月 1,913.25，利率不变，请免罚息。",
            promised_amount=Decimal("1000.00"),
            reference="XS-0386-4417",
            answer_due=today + timedelta(days=4),
            answered=YesNo.YES,
            stated_income=Decimal("31000.00"),
            stated_cause=Cause.ROADWORKS,
        ),
    )


def _offers(today: date) -> tuple[Offer, ...]:
    return numbered(
        "offers",
        Offer(
            id="o0",
            debt="d1",
            received_on=today - timedelta(days=12),
            answer=Answer.REFUSED,
            refusal=Refusal.PAY_FIRST,
            paid_now=Decimal("2000.00"),
            note="先还两千再谈，不肯写下来。没有付。",
        ),
    )


def _agreements(today: date) -> tuple[Agreement, ...]:
    return numbered(
        "agreements",
        Agreement(
            id="a0",
            debt="d5",
            red_payee=Clause.PRESENT,
            red_signers=Clause.PRESENT,
            red_late=Clause.UNCLEAR,
            red_fees=Clause.PRESENT,
            signed_on=today - timedelta(days=46),
            payee="老何粮油的收款码（虚构）",
            method=Method.EQUAL_INSTALMENT,
            instalment=Decimal("650.00"),
            months=_SUPPLIER_MONTHS,
            first_due=supplier_due(today, 0),
            rate=Decimal(0),
            slack_days=5,
            balance=Clause.PRESENT,
            penalty=Clause.PRESENT,
            settlement=Clause.MISSING,
            form=Clause.PRESENT,
            note="一张对账单，两人签字：欠 9,100，没有利息，每月 650。",
        ),
    )


def _payments(today: date) -> tuple[Payment, ...]:
    def payment(number: int) -> Payment:
        due = supplier_due(today, number)
        paid = number < PAID
        amount = Decimal("650.00")
        return Payment(
            id="y0",
            agreement="a1",
            due=due,
            amount=amount,
            paid_on=due - timedelta(days=number) if paid else None,
            paid_amount=amount if paid else None,
            proof=f"转账截图 {number + 1}" if paid else None,
        )

    return numbered("payments", *map(payment, range(_SUPPLIER_MONTHS)))


def _paid(today: date) -> tuple[Paid, ...]:
    """The last instalments of the loan before it fell behind."""
    missed = today - timedelta(days=OVERDUE_DAYS)

    def instalment(months: int) -> Paid:
        day = months_after(missed, -months)
        return Paid(id="v0", debt="d1", on=day, amount=Decimal("4359.63"), proof="App 还款记录")

    return numbered("paid", instalment(2), instalment(1))


def _reviews(today: date) -> tuple[Review, ...]:
    return numbered(
        "reviews",
        Review(
            id="r0",
            on=today - timedelta(days=5),
            income_changed="中午还是少，外卖多了一点。停了酸奶和两样卖不动的浇头，进货每月少三百左右。",
            holds=YesNo.YES,
            reserve=Decimal("350.00"),
            income=Decimal("34775.00"),
            costs=Decimal("30890.00"),
            for_debts=Decimal("3496.50"),
            safe=Decimal("2730.00"),
        ),
    )


def _new_loans() -> tuple[NewLoan, ...]:
    """What a caller offered: 10,000, of which 8,800 would arrive."""
    return numbered(
        "new_loans",
        NewLoan(
            id="l0",
            name="电话里推荐的“周转贷”（虚构）",
            purpose="对方说拿来把逾期的还上，征信就好看了。",
            amount=Decimal("10000.00"),
            fee_upfront=Decimal("1200.00"),
            instalment=Decimal("1050.00"),
            months=12,
            fee_monthly=Decimal("50.00"),
            pays_debts=YesNo.YES,
            pays_first=YesNo.NO,
            note="没有要，先放在这里比一比。",
        ),
    )
