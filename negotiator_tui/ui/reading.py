"""Reading back what the borrower means to send."""

from dataclasses import replace
from typing import TYPE_CHECKING

from negotiator_tui.text.fault import Fault

if TYPE_CHECKING:
    from negotiator_tui.ui.app import Negotiator
    from negotiator_tui.ui.doing import Do


def _read(app: "Negotiator", text: str) -> Fault | None:
    """Keep the text for this sitting only, and show what stands out in it."""
    session = app.session
    session.shelf = replace(session.shelf, text=text.strip())
    session.find = ""
    app.sheet.begin()
    app.show_page(("find", ""))
    return None


DO: dict[str, "Do"] = {"read-text": _read}
