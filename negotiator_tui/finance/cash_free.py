"""Money at hand that nothing else waits for (MONEY §6): what a payment now could be made from."""

from collections.abc import Iterable
from datetime import date, timedelta

from negotiator_tui.case.case import Case
from negotiator_tui.case.first import WeekItem
from negotiator_tui.case.kinds import CostGroup
from negotiator_tui.finance.budget_arrears import UNNAMED, due_leaf
from negotiator_tui.finance.budget_dues import all_dues
from negotiator_tui.finance.budget_lines import Flow
from negotiator_tui.finance.budget_sums import flows_of
from negotiator_tui.finance.fen import half_up, yuan
from negotiator_tui.finance.figure import Figure, greatest, less, nothing, total, unanswered, unless_missing
from negotiator_tui.finance.months import month_of
from negotiator_tui.text.language import N_

WEEK = timedelta(days=7)
"""Within seven days: up to the same weekday of next week."""

PROTECTED = (CostGroup.RENT, CostGroup.WAGES, CostGroup.MEDICINE)
"""What is put by in full before anything is offered, whenever it is due next."""

_MONTHS = 25
"""How far ahead the next payment of a yearly line can be."""

_NEXT = {
    CostGroup.RENT: N_("The next rent"),
    CostGroup.WAGES: N_("The next wages"),
    CostGroup.MEDICINE: N_("Medicine"),
}


def cash_at_hand(case: Case) -> Figure:
    """The money one can use now, as answered."""
    source, amount = ("first", "cash_at_hand"), case.first.cash_at_hand
    label = N_("Money at hand")
    if amount is None:
        return unanswered(label, source)
    return Figure(label, amount, source=source, estimated="cash_at_hand" in case.first.estimated)


def must(item: WeekItem) -> Figure:
    """Something that must be paid this week, as a leaf."""
    label, source = N_("something without a name"), ("week", item.id, "amount")
    if item.amount is None:
        return unanswered(label, source, name=item.name or "")
    return Figure(label, item.amount, name=item.name or "", estimated="amount" in item.estimated, source=source)


def musts_of(case: Case, today: date) -> tuple[WeekItem, ...]:
    """What must be paid within seven days: what has such a day, or none yet. A day that is past is not a must."""
    return tuple(item for item in case.week if item.day is None or today <= item.day <= today + WEEK)


def dues_within(case: Case, today: date) -> Figure:
    """Debts with a day within seven days, deadlines included; 0.00 where there are none."""
    parts = tuple(
        due_leaf(each.debt, row)
        for each in all_dues(case, today)
        for row in each.rows
        if today <= row.day <= today + WEEK
    )
    return _sum(N_("Debts due within seven days"), parts)


def cash_free(case: Case, today: date) -> Figure:
    """Cash at hand less what is due within seven days, the trading float, the next rent, wages and medicine.

    None while any of it is not answered. At 0.00 or less there is nothing to offer. A must of this week that is rent,
    wages or medicine and the line of that kind count once, the larger of both. Costs whose kind is not answered might
    be rent; where a side of the budget is only a rough answer, a whole month of it stands for its rent, wages and
    medicine.
    """
    flows = flows_of(case, month_of(today), _MONTHS)
    costs = (*flows.shop_costs, *flows.home_costs)
    musts = musts_of(case, today)
    others = tuple(must(item) for item in musts if item.group not in PROTECTED)
    parts = [
        _sum(N_("Other musts of this week"), others),
        dues_within(case, today),
        _trading_float(case, flows.shop_costs),
        *(_protected(group, costs, musts) for group in PROTECTED),
        *(flow.figure() for flow in costs if flow.rough),
    ]
    unsorted = tuple(_next_payment(flow) for flow in costs if flow.group is None and not flow.rough)
    if unsorted:
        parts.append(total(N_("Costs whose kind is not answered"), unsorted))
    unknown = tuple(_unknown_dues(case, today))
    if unknown:
        parts.append(total(N_("Payments not known yet"), unknown))
    return unless_missing(less(N_("After what comes first"), cash_at_hand(case), *parts))


def _unknown_dues(case: Case, today: date) -> Iterable[Figure]:
    for each in all_dues(case, today):
        of_rows = {row.source for row in each.rows}
        for path in each.missing:
            if path not in of_rows:
                yield unanswered(UNNAMED, path, name=each.debt.name or "")


def _protected(group: CostGroup, costs: Iterable[Flow], musts: Iterable[WeekItem]) -> Figure:
    lines = _sum(N_("by the budget"), tuple(_next_payment(flow) for flow in costs if flow.group is group))
    week = _sum(N_("this week"), tuple(must(item) for item in musts if item.group is group))
    return greatest(_NEXT[group], lines, week)


def _next_payment(flow: Flow) -> Figure:
    """The next payment of a line: a month of a regular one, all of a bill that comes more rarely."""
    if flow.even is None:
        return flow.figure()
    fen = flow.set_asides[0].amount if flow.set_asides else max(flow.even[:2])
    if flow.undated:
        fen = flow.amount
    return Figure(flow.label, yuan(fen), name=flow.name, estimated=flow.estimated, source=flow.source)


def _trading_float(case: Case, costs: tuple[Flow, ...]) -> Figure:
    """The answer; else one week of the goods in the budget, as a guess."""
    label, source, amount = N_("Stock money that must stay"), ("first", "trading_float"), case.first.trading_float
    if amount is not None:
        return Figure(label, amount, source=source)
    goods = [flow.even[0] for flow in costs if flow.group is CostGroup.STOCK and flow.even is not None]
    if not goods:
        return unanswered(label, source)
    week = half_up(sum(goods) * 12, 52)
    return Figure(label, yuan(week), "assumed", estimated=True, source=source, note=N_("one week of goods, as a guess"))


def _sum(label: str, parts: tuple[Figure, ...]) -> Figure:
    return total(label, parts) if parts else Figure(label, nothing().value, "sum")
