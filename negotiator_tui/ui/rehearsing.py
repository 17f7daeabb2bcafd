"""Going on in a rehearsal: the answer counts, and one stands where the conversation goes on, all answers in sight."""

from typing import TYPE_CHECKING

from negotiator_tui.text.fault import Fault
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.rehearsal import mark

if TYPE_CHECKING:
    from negotiator_tui.ui.app import Negotiator
    from negotiator_tui.ui.doing import Do


def _rehearse(app: "Negotiator", argument: str) -> Fault | None:
    """Show a place in a scene, as `pages.rehearsal.place` names it; without one the list of scenes."""
    session, sheet = app.session, app.sheet
    session.unfolded = session.unfolded | {mark(session.view(), argument)}
    sheet.begin()
    sheet.show()
    last = [
        key for row in sheet.rows if (key := r.key_of(row)) is not None and key[-1].startswith(("answer.", "after."))
    ]
    for key in last[:-2:-1] + last[:1]:  # first the last one, so that all of them come into sight
        sheet.show(key)
    return None


DO: dict[str, "Do"] = {"rehearse": _rehearse}
