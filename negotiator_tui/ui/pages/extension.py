"""The page is being written."""

from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.view import View


def extension(view: View) -> list[r.Row]:
    """Its heading."""
    return [r.Heading(view.t(N_("Plans")))]
