"""Commands that make something from terms and go there: an agreement from an offer, a round from an ask."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from negotiator_tui.case.case import Case
from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.changes_terms import accept_offer, counter_offer

if TYPE_CHECKING:
    from negotiator_tui.ui.app import Negotiator
    from negotiator_tui.ui.doing import Do

declare({"terms.nothing-made": N_("There are no terms here yet to go on from. Please write them first.")})

_Make = Callable[..., tuple[Case, str]]


def _accept(app: "Negotiator", argument: str) -> Fault | None:
    return _made(app, accept_offer, "agreements", argument)


def _counter(app: "Negotiator", argument: str) -> Fault | None:
    return _made(app, counter_offer, "offers", argument)


def _made(app: "Negotiator", make: _Make, list_name: str, argument: str) -> Fault | None:
    """Make the item and open it."""
    session = app.session
    case, item_id = make(session.counted, session.view().today, session.lang, *argument.split())
    if not item_id:
        return fault("terms.nothing-made")
    problem = session.replace_case(case, (list_name, item_id))
    if problem is None:
        app.open(r.Target("item", (list_name, item_id)))
    return problem


DO: dict[str, "Do"] = {"accept-offer": _accept, "counter-offer": _counter}
