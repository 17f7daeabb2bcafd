"""One month of a budget, normal or bad: the sums of MONEY §6 as figures, and as plain series over many months."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from negotiator_tui.case.case import Case
from negotiator_tui.case.kinds import Side
from negotiator_tui.finance.budget_kept import Kept
from negotiator_tui.finance.budget_lines import Flow, flow_of, rough
from negotiator_tui.finance.fen import CONTEXT, half_up, to_fen, yuan
from negotiator_tui.finance.figure import Figure, greatest, least, less, nothing, share, total
from negotiator_tui.text.language import N_

GUESSED_BAD = 80
"""Percent of a month's takings that a bad month is taken to bring when the worst month is not answered."""

KEPT = 10
"""Percent of what is left that is kept for emergencies in any case."""

_TEN_THOUSANDTHS = 10**8  # rates have at most eight decimals


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers the sums need beside the lines, in fen; the tax in units of 10^-8 percent."""

    worst: int | None
    reserve: int
    tax: int


@dataclass(frozen=True, slots=True)
class Flows:
    """Every line of a budget by side, from the current month on, with the rough answers where a side has no lines."""

    shop_income: tuple[Flow, ...]
    home_income: tuple[Flow, ...]
    shop_costs: tuple[Flow, ...]
    home_costs: tuple[Flow, ...]
    answers: Answers
    span: int

    def all(self) -> Iterable[Flow]:
        """All of them."""
        return (*self.shop_income, *self.home_income, *self.shop_costs, *self.home_costs)

    @property
    def complete(self) -> bool:
        """Whether enough is answered for a sum over both sides: no side of a difference without any answer."""
        shop_in, shop_out = _any(self.shop_income), _any(self.shop_costs)
        shop = (shop_in and shop_out) or (not shop_in and not shop_out and _any(self.home_income))
        return shop and _any(self.home_costs)


@dataclass(frozen=True, slots=True)
class MonthSums:
    """The figures of one month."""

    shop_income: Figure
    home_income: Figure
    shop_costs: Figure
    home_costs: Figure
    income: Figure
    costs: Figure
    shop: Figure
    surplus: Figure
    keep: Figure
    for_debts: Figure


@dataclass(frozen=True, slots=True)
class Series:
    """By month, in fen: what is there for debts, `normal` and in a bad month (`safe`); what the shop leaves after its
    `tax`; and what comes and goes in cash as it occurs, tax and debts apart.
    """

    normal: tuple[int, ...]
    safe: tuple[int, ...]
    shop: tuple[int, ...]
    tax: tuple[int, ...]
    cash_in: tuple[int, ...]
    cash_out: tuple[int, ...]


_kept: Kept[Flows] = Kept(16)
_series: Kept[Series] = Kept(16)


def flows_of(case: Case, now: int, span: int) -> Flows:
    """The flows of a case over `span` months from month `now`. Kept by the identity of the lists they are made from."""
    lists = (case.income, case.costs, case.budget, case.first)
    return _kept.get(lists, (now, span), lambda: _flows(case, now, span))


def _flows(case: Case, now: int, span: int) -> Flows:
    budget, first = case.budget, case.first
    coming = [flow_of(line, now, span) for line in case.income]
    going = [flow_of(line, now, span) for line in case.costs]

    def side(flows: list[Flow], which: Side, label: str, name: str) -> tuple[Flow, ...]:
        lines = tuple(flow for flow in flows if flow.side is which)
        if any(flow.answered for flow in lines):
            return lines
        answer: Decimal | None = getattr(first, name)
        if answer is None and lines:
            return lines
        months = None if answer is None else (to_fen(answer),) * span
        return (rough(label, ("first", name), months, side=which, start=now),)

    worst, reserve, tax = budget.worst_takings, budget.reserve, budget.tax_percent
    return Flows(
        shop_income=side(coming, Side.SHOP, N_("takings, roughly"), "takings"),
        home_income=tuple(flow for flow in coming if flow.side is Side.HOME),
        shop_costs=side(going, Side.SHOP, N_("shop costs, roughly"), "shop_costs"),
        home_costs=side(going, Side.HOME, N_("home costs, roughly"), "home_costs"),
        answers=Answers(
            None if worst is None else to_fen(worst),
            0 if reserve is None else to_fen(reserve),
            0 if tax is None else int(tax.scaleb(8, CONTEXT)),
        ),
        span=span,
    )


def _any(flows: Iterable[Flow]) -> bool:
    return any(flow.even is not None for flow in flows)


# One month, as figures


def month_sums(flows: Flows, index: int, *, bad: bool = False) -> MonthSums:
    """The sums of the month `index` months from the current one."""
    shop_income = total(N_("Takings"), tuple(flow.figure(index) for flow in flows.shop_income))
    normal = shop_income.fen
    if bad:
        shop_income = _bad_takings(shop_income, flows.answers.worst)
    home_income = total(N_("Income of the home"), tuple(flow.figure(index) for flow in flows.home_income))
    shop_lines = tuple(_in_proportion(flow, index, shop_income.fen, normal, bad=bad) for flow in flows.shop_costs)
    shop_costs = total(N_("Costs of the shop"), shop_lines)
    home_costs = total(N_("Costs of the home"), tuple(flow.figure(index) for flow in flows.home_costs))
    before_tax = less(N_("Takings less costs of the shop"), shop_income, shop_costs)
    tax = _tax(before_tax, flows.answers.tax)
    leaves = N_("What the shop leaves")
    shop = less(leaves, before_tax, tax) if tax else _renamed(before_tax, leaves)
    income = total(N_("Income"), (shop_income, home_income))
    costs = total(N_("Costs"), (shop_costs, home_costs, *((tax,) if tax else ())))
    left = total(N_("Shop and income of the home"), (shop, home_income))
    surplus = less(N_("Left over"), left, home_costs)
    if not flows.complete:
        surplus = _renamed(surplus, surplus.label, unknown=True)
    keep = _keep(surplus, flows.answers.reserve)
    for_debts = less(N_("For debts"), surplus, keep)
    return MonthSums(
        shop_income, home_income, shop_costs, home_costs, income, costs, shop, surplus, keep, for_debts
    )  # fmt: skip


def _renamed(figure: Figure, label: str, *, unknown: bool = False) -> Figure:
    value = None if unknown else figure.value
    return Figure(
        label, value, figure.op, figure.parts, estimated=figure.estimated, missing=figure.missing, note=figure.note
    )


def _bad_takings(takings: Figure, worst: int | None) -> Figure:
    label = N_("Takings in a bad month")
    if worst is None:
        part = Figure(N_("of a month"), Decimal(GUESSED_BAD), "assumed", unit="percent", estimated=True)
        return share(label, takings, part, note=N_("A guess: write down what your worst month took to replace it."))
    own = Figure(N_("The worst month of the last six"), yuan(worst), source=("budget", "worst_takings"))
    return least(label, takings, own)


def _in_proportion(flow: Flow, index: int, bad_takings: int | None, normal: int | None, *, bad: bool) -> Figure:
    figure = flow.figure(index)
    if not bad or not flow.with_sales or figure.fen is None or not normal or bad_takings is None:
        return figure
    return Figure(
        figure.label,
        yuan(half_up(figure.fen * bad_takings, normal)),
        name=figure.name,
        estimated=figure.estimated,
        source=figure.source,
        note=N_("{amount} in a normal month, less in proportion to the takings"),
        args=(("amount", str(figure.value)),),
    )


def _tax(base: Figure, rate: int) -> Figure | None:
    if not rate:
        return None
    value = Decimal(rate).scaleb(-8, CONTEXT).normalize(CONTEXT)
    percent = Figure(N_("Tax to put aside"), value, unit="percent", source=("budget", "tax_percent"))
    return share(N_("Tax to put aside"), greatest(N_("Shop before tax, if positive"), base, nothing()), percent)


def _keep(surplus: Figure, reserve: int) -> Figure:
    rate = Figure(N_("kept in any case"), Decimal(KEPT), "assumed", unit="percent")
    tenth = share(N_("Ten percent of it"), surplus, rate)
    own = Figure(
        N_("Your own monthly reserve"),
        yuan(reserve),
        "answer" if reserve else "assumed",
        source=("budget", "reserve"),
    )
    return least(
        N_("Kept back"),
        greatest(N_("Left over, if positive"), surplus, nothing()),
        greatest(N_("The larger of both"), tenth, own),
        note=N_("Kept for emergencies. It never makes a shortfall larger."),
    )


def tax_on(fen: int, rate: int) -> int:
    """The tax on what a shop earns in a month; none on a loss."""
    return half_up(max(fen, 0) * rate, 100 * _TEN_THOUSANDTHS)


def kept_of(surplus: int, reserve: int) -> int:
    """What of a surplus is kept back: ten percent, or the own reserve if that is more; never more than there is."""
    return min(max(surplus, 0), max(half_up(surplus * KEPT, 100), reserve))


# All months, as plain numbers


def series_of(flows: Flows) -> Series | None:
    """The series over all months of the flows; None where no month can be summed. Kept by the identity of the flows."""
    return _series.get((flows,), None, lambda: _all_months(flows)) if flows.complete else None


def _all_months(flows: Flows) -> Series:
    answers = flows.answers
    takings = _added(flows.shop_income, flows.span)
    home_in = _added(flows.home_income, flows.span)
    fixed = _added((flow for flow in flows.shop_costs if not flow.with_sales), flows.span)
    moving = [flow.even for flow in flows.shop_costs if flow.with_sales and flow.even is not None]
    home_out = _added(flows.home_costs, flows.span)
    normal, safe, shops, taxes = [], [], [], []
    for index, taken in enumerate(takings):
        costs = fixed[index] + sum(line[index] for line in moving)
        home = home_in[index] - home_out[index]
        shop = taken - costs
        tax = tax_on(shop, answers.tax)
        shop -= tax
        taxes.append(tax)
        shops.append(shop)
        normal.append(_for_debts(shop + home, answers.reserve))
        bad = half_up(taken * GUESSED_BAD, 100) if answers.worst is None else min(taken, answers.worst)
        costs = fixed[index] + sum(half_up(line[index] * bad, taken) if taken else line[index] for line in moving)
        shop = bad - costs
        shop -= tax_on(shop, answers.tax)
        safe.append(_for_debts(shop + home, answers.reserve))
    coming = (*flows.shop_income, *flows.home_income)
    going = (*flows.shop_costs, *flows.home_costs)
    cash_in, cash_out = _added(coming, flows.span, cash=True), _added(going, flows.span, cash=True)
    return Series(tuple(normal), tuple(safe), tuple(shops), tuple(taxes), tuple(cash_in), tuple(cash_out))


def _added(flows: Iterable[Flow], span: int, *, cash: bool = False) -> list[int]:
    months = [flow.cash if cash else flow.even for flow in flows]
    known = [line for line in months if line is not None]
    return [sum(month) for month in zip(*known, strict=True)] if known else [0] * span


def _for_debts(surplus: int, reserve: int) -> int:
    return surplus - kept_of(surplus, reserve)
