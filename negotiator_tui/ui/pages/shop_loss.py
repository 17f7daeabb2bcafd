"""When the shop loses money before any debt: that comes before every plan."""

from negotiator_tui.ui import rows as r
from negotiator_tui.ui.view import View


def shop_loss(view: View) -> list[r.Row]:
    return []
