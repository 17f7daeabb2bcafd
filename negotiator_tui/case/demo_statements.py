"""The made-up case's year of statements: what was read in, its months, and whom the money went to."""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from negotiator_tui.case.base import Item
from negotiator_tui.case.demo_parts import month_of, months_after, numbered
from negotiator_tui.case.kinds import Belongs, CostGroup
from negotiator_tui.case.materials import OwnMonth, Party, Statement

_SOURCE = "alipay-app"
_TAKINGS = (32380, 29720, 30700, 30860, 31240, 31010, 29500, 29810, 31020, 31150, 30990, 32520)
"""By month of the year: the middle one is 31,000, July's 29,500 the worst."""
_HOME = (5910, 6240, 5520, 5610, 5680, 5640, 5730, 5760, 5890, 5700, 5590, 5820)
_FIXED = 11400
_GOODS = (12850, 29500)
"""Goods follow the takings in this proportion."""


def lists(today: date) -> dict[str, tuple[Item, ...]]:
    """One Alipay statement over the last twelve whole months, its months, and the parties that were decided."""
    begin = today.replace(day=1)
    months = [months_after(begin, -back) for back in range(12, 0, -1)]
    return {
        "statements": numbered(
            "statements",
            Statement(
                id="b0",
                file=f"支付宝交易明细（{month_of(months[0])} 至 {month_of(months[-1])}）.csv",
                layout=_SOURCE,
                sha256="3b7e5c1f0a9d4e62b8c7f1d05a6e93427c1b8f5e0d2a4c6890b1e3f5a7d9c2e4",
                rows=6412,
                imported_on=max(begin, today - timedelta(days=4)),
                first_day=months[0],
                last_day=begin - timedelta(days=1),
                lines=("i1", "i2", "i3", "c1", "c2", "c3", "c4", "c5"),
            ),
        ),
        "own_months": numbered("own_months", *(_month(each) for each in months)),
        "parties": numbered(
            "parties",
            _party("老何粮油（虚构）", Belongs.SHOP, CostGroup.STOCK),
            _party("巷口菜市场 12 号", Belongs.SHOP, CostGroup.STOCK),
            _party("房东周先生（虚构）", Belongs.SHOP, CostGroup.RENT),
            _party("小吴（帮工）", Belongs.SHOP, CostGroup.WAGES),
            _party("妈妈", Belongs.HOME, CostGroup.ELDERS),
            _party("自己的储蓄卡 3381", Belongs.OWN, None),
        ),
    }


def _month(day: date) -> OwnMonth:
    takings = Decimal(_TAKINGS[day.month - 1])
    goods = (takings * _GOODS[0] / _GOODS[1]).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return OwnMonth(
        id="h0",
        month=month_of(day),
        source=_SOURCE,
        takings=takings,
        shop_costs=goods + _FIXED,
        home_costs=Decimal(_HOME[day.month - 1]),
    )


def _party(name: str, belongs: Belongs, group: CostGroup | None) -> Party:
    return Party(id="n0", name=name, belongs=belongs, group=group)
