"""Words that the pages of an import share."""

from negotiator_tui.case.kinds import CostGroup
from negotiator_tui.case.labels import label
from negotiator_tui.importers.proposal import PartyRow
from negotiator_tui.importers.proposed import Proposed, Way
from negotiator_tui.importers.sorting import Flow, Sort
from negotiator_tui.text.dates import format_months
from negotiator_tui.text.language import N_
from negotiator_tui.ui.view import View

_FLOWS: dict[Flow, str] = {
    Flow.TAKINGS: N_("takings of the shop"),
    Flow.DELIVERY: N_("takings of the shop"),
    Flow.WAGE: N_("income of the home"),
    Flow.INCOME: N_("income of the home"),
    Flow.BORROWED: N_("borrowed money"),
    Flow.DEBT: N_("repaying a debt"),
    Flow.MOVE: N_("own account"),
    Flow.FEE: N_("fees"),
    Flow.NOTHING: N_("not mine"),
}


def counted_as(view: View, party: PartyRow) -> str:
    """How the rows of a party are counted now."""
    return sort_words(view, party.sort, incoming=party.coming > party.going)


def sort_words(view: View, sort: Sort, *, incoming: bool) -> str:
    """What a row is counted as."""
    if sort.flow in _FLOWS:
        return view.t(_FLOWS[sort.flow])
    if sort.flow is Flow.PEOPLE and incoming:
        return view.t(N_("not counted yet"))
    side = view.t(label(sort.side))
    return side if sort.group is CostGroup.OTHER else f"{side}, {view.t(label(sort.group))}"


def every_words(view: View, line: Proposed) -> str:
    """How often a line comes, as short as can be."""
    words = "" if line.amount is None else view.t(label(line.every))
    if line.once:
        return view.t(N_("once"))
    return f"{words} {format_months(line.months)}" if line.months else words


def way_words(view: View, line: Proposed, way: Way) -> str:
    """What is done with a line; nothing where it is simply added."""
    if way is Way.LEAVE and line.replaces:
        return view.t(N_("yours stays"))
    if way is Way.LEAVE:
        return view.t(N_("came once: left out") if line.once else N_("left out"))
    if way is Way.REPLACE:
        return view.t(N_("instead of yours"))
    return view.t(N_("beside yours")) if line.replaces else ""
