"""The made-up case's shop and home by the month, and its plans.

In a bad month the shop takes 29,500; goods 12,850 and other costs 11,400 leave 5,250; with 3,800 from the husband and
5,700 for the home 3,350 are left, and after 350 for emergencies 3,000 are there for debts.
"""

from datetime import date, timedelta
from decimal import Decimal

from negotiator_tui.case.demo_parts import month_of, months_after, numbered
from negotiator_tui.case.kinds import CostGroup, Every, Method, Side, YesNo
from negotiator_tui.case.lines import Cost, Income
from negotiator_tui.case.plans import Ladder, Plan, Rung, Term

_PLAIN, _BUSY, _QUIET = (3, 4, 5, 6, 9, 10, 11), (1, 12), (2, 7, 8)


def income() -> tuple[Income, ...]:
    """Takings by season (holidays are quiet, December and January busy), and a wage."""

    def takings(name: str, amount: str, months: tuple[int, ...]) -> Income:
        return Income(
            id="i0",
            side=Side.SHOP,
            name=name,
            amount=Decimal(amount),
            every=Every.MONTH,
            months=months,
        )

    return numbered(
        "income",
        takings("收款（平常的月份）", "30975.00", _PLAIN),
        takings("收款（旺的月份）", "32450.00", _BUSY),
        takings("收款（淡的月份）", "29500.00", _QUIET),
        Income(
            id="i0",
            side=Side.HOME,
            name="丈夫的工资",
            amount=Decimal("3800.00"),
            every=Every.MONTH,
            day=15,
        ),
    )


def costs(today: date) -> tuple[Cost, ...]:
    """What the shop and the home cost; goods follow the takings in the same proportion."""

    def goods(name: str, amount: str, months: tuple[int, ...]) -> Cost:
        return Cost(
            id="c0",
            side=Side.SHOP,
            name=name,
            amount=Decimal(amount),
            every=Every.MONTH,
            months=months,
            group=CostGroup.STOCK,
            with_sales=YesNo.YES,
        )

    def cost(side: Side, name: str, amount: str, group: CostGroup, day: int | None = None) -> Cost:
        return Cost(
            id="c0",
            side=side,
            name=name,
            amount=Decimal(amount),
            every=Every.MONTH,
            group=group,
            day=day,
            with_sales=YesNo.NO if side is Side.SHOP else None,
        )

    return numbered(
        "costs",
        goods("进货（平常的月份）", "13492.50", _PLAIN),
        goods("进货（旺的月份）", "14135.00", _BUSY),
        goods("进货（淡的月份）", "12850.00", _QUIET),
        cost(Side.SHOP, "店面房租", "4500.00", CostGroup.RENT, 5),
        cost(Side.SHOP, "水电气", "1500.00", CostGroup.UTILITIES, 20),
        cost(Side.SHOP, "帮工工资", "4200.00", CostGroup.WAGES, 10),
        cost(Side.SHOP, "打包盒和餐巾纸", "500.00", CostGroup.PACKAGING),
        cost(Side.SHOP, "外卖平台费", "700.00", CostGroup.PLATFORM),
        Cost(
            id="c0",
            side=Side.SHOP,
            name="灶具和排烟清洗",
            amount=Decimal("600.00"),
            every=Every.ONCE,
            from_=month_of(months_after(today, 2)),
            group=CostGroup.OTHER,
            with_sales=YesNo.NO,
            saved=Decimal("600.00"),
        ),
        cost(Side.HOME, "吃饭", "2400.00", CostGroup.FOOD),
        cost(Side.HOME, "住的房租", "1200.00", CostGroup.RENT, 1),
        cost(Side.HOME, "孩子上学", "800.00", CostGroup.SCHOOL),
        cost(Side.HOME, "看病吃药", "300.00", CostGroup.MEDICINE),
        cost(Side.HOME, "给爸妈", "600.00", CostGroup.ELDERS, 8),
        cost(Side.HOME, "交通和电话", "400.00", CostGroup.TRANSPORT),
    )


def plans() -> tuple[Plan, ...]:
    """The plan to ask for and the one the lender may name first."""
    return numbered(
        "plans",
        Plan(id="p0", name="先低后高", chosen=YesNo.YES, note="前 12 个月每月 1,000，旧账还完以后每月 1,900。"),
        Plan(id="p0", name="24 期等额", chosen=YesNo.NO, note="对方可能先提的样子：每月多，早一年多还完。"),
    )


def terms() -> tuple[Term, ...]:
    """What both plans ask for the loan, at the contract's rate."""
    nothing = Decimal("0.00")
    low = Term(
        id="t0",
        plan="p1",
        debt="d1",
        method=Method.LOW_THEN_HIGH,
        months=40,
        rate=Decimal("16.2"),
        grace_months=0,
        low=Decimal("1000.00"),
        low_months=12,
        penalty_waived=Decimal("67.68"),
        interest_waived=nothing,
        paid_now=nothing,
    )
    level = Term(
        id="t0",
        plan="p2",
        debt="d1",
        method=Method.EQUAL_INSTALMENT,
        months=24,
        rate=Decimal("16.2"),
        grace_months=0,
        penalty_waived=nothing,
        interest_waived=nothing,
        paid_now=nothing,
    )
    return numbered("terms", low, level)


def ladders(today: date) -> tuple[Ladder, ...]:
    """The line for the loan, settled the day before the call."""
    line = Decimal("1028.00")
    return numbered(
        "ladders",
        Ladder(
            id="f0",
            debt="d1",
            line=line,
            line_months=12,
            line_later=Decimal("1929.00"),
            frozen_on=today - timedelta(days=4),
            frozen_line=line,
        ),
    )


def rungs() -> tuple[Rung, ...]:
    """Two asks that give the shop more air, then the plan itself."""

    def rung(low: str, months: int, rate: str | None, waived: str | None = None) -> Rung:
        return Rung(
            id="g0",
            ladder="f1",
            method=Method.LOW_THEN_HIGH,
            months=months,
            rate=None if rate is None else Decimal(rate),
            low=Decimal(low),
            low_months=12,
            penalty_waived=None if waived is None else Decimal(waived),
        )

    return numbered(
        "rungs", rung("1000.00", 40, None, "67.68"), rung("1020.00", 38, "13.5"), rung("1020.00", 36, "10.5")
    )
