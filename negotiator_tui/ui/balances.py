"""Opening the comparison of one loan's balance."""

from typing import TYPE_CHECKING

from negotiator_tui.text.fault import Fault
from negotiator_tui.ui.pages.balance import GROUP
from negotiator_tui.ui.pages.choosing import choice
from negotiator_tui.ui.rows import Target

if TYPE_CHECKING:
    from negotiator_tui.ui.app import Negotiator
    from negotiator_tui.ui.doing import Do


def _open(app: "Negotiator", debt_id: str) -> Fault | None:
    session = app.session
    session.unfolded = session.unfolded | {choice(session.view(), GROUP, debt_id)}
    app.open(Target("balance"))
    return None


DO: dict[str, "Do"] = {"open-balance": _open}
