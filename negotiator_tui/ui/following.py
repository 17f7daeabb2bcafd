"""Commands of following up: a check-up is begun with the figures of the day."""

from typing import TYPE_CHECKING

from negotiator_tui.case.edit import added
from negotiator_tui.finance.reviewed import figures_now
from negotiator_tui.text.fault import Fault
from negotiator_tui.ui import rows as r

if TYPE_CHECKING:
    from negotiator_tui.ui.app import Negotiator
    from negotiator_tui.ui.doing import Do


def _begin(app: "Negotiator", _argument: str) -> Fault | None:
    """Today's check-up, made now or begun before, with the figures as they stand."""
    session = app.session
    if session.why_read_only is not None:
        return session.why_read_only
    case, today = session.case, session.view().today
    there = next((each.id for each in reversed(case.reviews) if each.on == today), None)
    if there is None:
        grown = added(case, "reviews", on=today, **figures_now(case, today))
        if isinstance(grown, Fault):
            return grown
        problem = session.replace_case(grown[0], ("reviews", grown[1]))
        if problem is not None:
            return problem
        there = grown[1]
    app.open(r.Target("item", ("reviews", there)))
    return None


DO: dict[str, "Do"] = {"review-begin": _begin}
