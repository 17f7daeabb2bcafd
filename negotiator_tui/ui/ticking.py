"""The clock of a call: one line drawn anew each second, on its page only; each minute where nothing is to move."""

from typing import TYPE_CHECKING

from negotiator_tui.guide.calls import running
from negotiator_tui.ui.around import CLOCK_PAGE
from negotiator_tui.ui.pages.call import head
from negotiator_tui.ui.rows import Heading

if TYPE_CHECKING:
    from negotiator_tui.ui.app import Negotiator

SECOND, MINUTE = 1.0, 60.0


def tick(app: "Negotiator") -> None:
    """Let the clock go on, if a call is going on and it does not go already."""
    if not app.ticking and running(app.session.case) is not None:
        app.ticking = True
        app.set_timer(MINUTE if app.session.still else SECOND, lambda: _ticked(app))


def _ticked(app: "Negotiator") -> None:
    """One step: only the line with the time is drawn anew; no rows are made and no layout is asked for."""
    app.ticking = False
    session, body = app.session, app.sheet.body
    if session.place.page != CLOCK_PAGE or running(session.case) is None:
        return
    if body.rows and isinstance(body.rows[0], Heading):
        body.redraw(0, head(session.view()))
    tick(app)
