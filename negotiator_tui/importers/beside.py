"""A proposed line beside the lines a case has already: which are about the same, and what to do unless told."""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from negotiator_tui.case.case import Case, items_of
from negotiator_tui.case.kinds import CostGroup, Every, Side
from negotiator_tui.case.lines import Cost, Line
from negotiator_tui.finance.budget_lines import PER_MONTH
from negotiator_tui.finance.fen import half_up, to_fen
from negotiator_tui.finance.own_differences import is_cash
from negotiator_tui.importers.names import line_name
from negotiator_tui.importers.proposed import Proposed, Way
from negotiator_tui.importers.sorting import Flow
from negotiator_tui.text.language import LANGUAGES

_DELIVERY = ("外卖", "外賣", "美团", "饿了么", "delivery")
_WHEN_NO_SIDE = {"income": Side.SHOP, "costs": Side.HOME}


def replaceable(line: Proposed, case: Case) -> tuple[str, ...]:
    """The ids of the lines of a case that a proposed line is about: same side, same kind, coming as regularly.

    Of what no line written by hand is about (single payments, people, fees), only the line of an earlier import.
    """
    found = []
    special = line.once or line.flow in {Flow.PEOPLE, Flow.FEE}
    imported = {line_id for each in case.statements for line_id in each.lines}
    for own in items_of(case, line.list_name):
        if special or own.name in _special_names():
            if own.id in imported and own.name == line.name:
                found.append(own.id)
            continue
        if (own.side or _WHEN_NO_SIDE[line.list_name]) is not line.side or is_cash(own.name):
            continue
        regular = (own.every or Every.MONTH) in PER_MONTH
        if regular is (line.every in PER_MONTH) and _same_kind(line, own):
            found.append(own.id)
    return tuple(found)


def topic_of(line: Proposed) -> tuple[object, ...]:
    """What a line is about: lines of one topic (three seasons, say) stand for the same lines of a case together."""
    single = line.key if line.once else ""
    return (line.list_name, line.side, line.group, line.flow, line.every in PER_MONTH, single)


def default_way(topic: Sequence[Proposed], case: Case, sources: frozenset[str]) -> Way:
    """What to do with the lines of one topic unless the borrower says else.

    Lines of an earlier import of the same accounts are replaced; beside those of other accounts lines are added. What
    was written by hand is replaced where it is a guess or empty, or where the statement is the harder figure; else it
    stays, since part of it may have been paid in cash.
    """
    replaces = topic[0].replaces
    imported = {line_id: each.layout or "" for each in case.statements for line_id in each.lines}
    before = [line_id for line_id in replaces if line_id in imported]
    if before:
        return Way.REPLACE if any(imported[line_id] in sources for line_id in before) else Way.ADD
    own: list[Line] = [each for each in items_of(case, topic[0].list_name) if each.id in replaces]
    if not own:
        return Way.ADD
    there = sum(_monthly(each.amount, each.every, each.months) for each in own)
    if any(each.amount is None or "amount" in each.estimated for each in own):
        return Way.REPLACE
    new = sum(_monthly(each.amount, each.every, each.months) for each in topic)
    harder = new >= there if topic[0].list_name == "costs" else new <= there
    return Way.REPLACE if harder else Way.LEAVE


@cache
def _special_names() -> frozenset[str]:
    """What lines are called, in any language, that only another import of the same kind is about."""
    kinds = ((CostGroup.OTHER, Flow.PEOPLE), (CostGroup.OTHER, Flow.FEE), (None, Flow.PEOPLE))
    return frozenset(line_name(Side.SHOP, group, flow, "", lang) for group, flow in kinds for lang in LANGUAGES)


def _same_kind(line: Proposed, own: Line) -> bool:
    if isinstance(own, Cost):
        return own.group is line.group
    delivery = any(word in (own.name or "").casefold() for word in _DELIVERY)
    if line.side is Side.SHOP:
        return delivery is (line.flow is Flow.DELIVERY)
    return line.flow is Flow.WAGE


def _monthly(amount: Decimal | None, every: Every | None, months: tuple[int, ...] | None) -> int:
    """A line as fen in a month of the year on average."""
    if amount is None:
        return 0
    times, parts = PER_MONTH.get(every or Every.MONTH, (1, 12))
    return half_up(to_fen(amount) * times * (len(months) if months else 12), parts * 12)
