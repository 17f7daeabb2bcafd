"""The lines a proposal consists of: income, costs, fees and cash, each beside the lines of the case about the same."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from negotiator_tui.case.case import Case
from negotiator_tui.case.kinds import CostGroup, Every, Side, YesNo
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.months import month_text
from negotiator_tui.finance.own_differences import is_cash
from negotiator_tui.importers.beside import default_way, replaceable, topic_of
from negotiator_tui.importers.lines import Cover, Draft, cost_lines, income_lines
from negotiator_tui.importers.names import line_name
from negotiator_tui.importers.proposed import Proposed, Way
from negotiator_tui.importers.sorting import Flow, Sort
from negotiator_tui.importers.tally import Rows, Tally
from negotiator_tui.text.language import Lang

Sorted = Sequence[tuple[Tally, Sort]]
"""The sums of each party, with where they belong by rule or by decision."""


def lines_of(rows: Rows, sorted_now: Sorted, cover: Cover, case: Case, lang: Lang) -> list[Proposed]:
    """The proposed lines, with those of the case they stand for; names in `lang`."""
    lines = [*_income(rows, sorted_now, cover, lang), *_costs(rows, sorted_now, cover, lang)]
    lines = _placed(lines, case, rows)
    if any(line.list_name == "income" and line.side is Side.SHOP for line in lines):
        lines += _cash(case, lang)
    return lines


_INCOMES = (Flow.TAKINGS, Flow.DELIVERY, Flow.WAGE, Flow.INCOME, Flow.PEOPLE)


def _income(rows: Rows, sorted_now: Sorted, cover: Cover, lang: Lang) -> Iterable[Proposed]:
    by_kind: dict[tuple[Flow, Side], list[tuple[Tally, Sort]]] = defaultdict(list)
    for tally, sort in sorted_now:
        if tally.incoming and sort.flow in _INCOMES:
            by_kind[sort.flow, sort.side].append((tally, sort))
    for flow in _INCOMES:
        for side in Side:
            pairs = by_kind.get((flow, side), [])
            drafts = income_lines(rows, (tally for tally, _ in pairs), cover, seasons=flow is Flow.TAKINGS)
            guessed = any(not sort.sure for _, sort in pairs)
            for draft in (each for each in drafts if each.fen):
                line = _line(draft, f"income.{side}.{flow}", "income", side, guessed=guessed, flow=flow, lang=lang)
                # Nothing is counted as income that nobody said is income.
                yield replace(line, way=Way.LEAVE) if flow is Flow.PEOPLE else line


def _costs(rows: Rows, sorted_now: Sorted, cover: Cover, lang: Lang) -> Iterable[Proposed]:
    by_kind: dict[tuple[Side, CostGroup, Flow], list[tuple[Tally, Sort]]] = defaultdict(list)
    for tally, sort in sorted_now:
        if not tally.incoming and sort.flow in {Flow.COST, Flow.PEOPLE}:
            by_kind[sort.side, sort.group, sort.flow].append((tally, sort))
    for side in Side:
        for group in CostGroup:
            for flow in (Flow.COST, Flow.PEOPLE):
                pairs = by_kind.get((side, group, flow), [])
                guessed = any(not sort.sure for _, sort in pairs)
                for draft in cost_lines(rows, (tally for tally, _ in pairs), cover):
                    if not draft.fen:
                        continue
                    key = f"costs.{side}.{group}" if flow is Flow.COST else f"costs.{side}.people"
                    line = _line(draft, key, "costs", side, group, guessed=guessed, flow=flow, lang=lang)
                    yield _single(line, rows) if draft.once else line
    yield from _fees(rows, cover, lang)


def _single(line: Proposed, rows: Rows) -> Proposed:
    """What came once, under the name of who got it. Rent, tax and school come again, so these are proposed yearly."""
    name = rows.transactions[line.rows[0]].party or line.name
    if line.group in _RETURNING:
        return replace(line, name=name, estimated=True)
    return replace(line, name=name, way=Way.LEAVE)


def _fees(rows: Rows, cover: Cover, lang: Lang) -> Iterable[Proposed]:
    fees: dict[int, int] = defaultdict(int)
    for (_, month), fen in rows.fees.items():
        fees[month] += fen
    for draft in cost_lines(rows, (), cover, fees) if fees else ():
        if draft.fen >= _SMALLEST_FEE:
            yield _line(
                draft,
                "costs.shop.fees",
                "costs",
                Side.SHOP,
                CostGroup.PLATFORM,
                guessed=False,
                flow=Flow.FEE,
                lang=lang,
            )


_RETURNING = {CostGroup.RENT, CostGroup.TAX, CostGroup.SCHOOL}
_SMALLEST_FEE = 100
_WITH_SALES = {CostGroup.STOCK, CostGroup.PACKAGING, CostGroup.PLATFORM}


def _line(
    draft: Draft,
    key: str,
    list_name: str,
    side: Side,
    group: CostGroup | None = None,
    *,
    guessed: bool,
    flow: Flow,
    lang: Lang,
) -> Proposed:
    more = (
        f".{draft.rows[0]}" if draft.once or draft.every is not Every.MONTH else f".{draft.season}" * bool(draft.season)
    )
    moves = None
    if list_name == "costs" and side is Side.SHOP:
        moves = YesNo.YES if group in _WITH_SALES else YesNo.NO
    return Proposed(
        key=key + more,
        list_name=list_name,
        side=side,
        name=line_name(side, group, flow, draft.season, lang),
        amount=yuan(draft.fen),
        every=draft.every,
        group=group,
        worst=yuan(draft.worst),
        months=draft.months,
        day=draft.day,
        once=draft.once,
        spread=draft.spread,
        estimated=guessed or draft.spread,
        with_sales=moves,
        by_month=tuple((month_text(month), yuan(fen)) for month, fen in draft.by_month),
        rows=draft.rows,
        flow=flow,
    )


def _placed(lines: list[Proposed], case: Case, rows: Rows) -> list[Proposed]:
    """The lines with those of the case that they are about, and what to do with them unless the borrower says else."""
    lines = [replace(line, replaces=replaceable(line, case)) for line in lines]
    there = {(cost.side, cost.group) for cost in case.costs if cost.amount}
    # A single payment may well be in a line that is there already.
    lines = [replace(line, way=Way.LEAVE) if line.once and (line.side, line.group) in there else line for line in lines]
    topics: dict[tuple[object, ...], list[Proposed]] = defaultdict(list)
    for line in lines:
        topics[topic_of(line)].append(line)
    ways = {topic: default_way(own, case, frozenset(rows.spans)) for topic, own in topics.items()}
    return [line if line.way is Way.LEAVE else replace(line, way=ways[topic_of(line)]) for line in lines]


def _cash(case: Case, lang: Lang) -> list[Proposed]:
    """Cash is on no statement: a line to fill, unless there is one."""
    name = line_name(Side.SHOP, None, Flow.TAKINGS, "cash", lang)
    if any(is_cash(line.name) for line in case.income):
        return []
    return [Proposed(key="income.shop.cash", list_name="income", side=Side.SHOP, name=name, flow=Flow.TAKINGS)]
