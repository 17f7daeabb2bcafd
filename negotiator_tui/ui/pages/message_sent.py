"""The row below a first message: that it was sent."""

from negotiator_tui.case.debts import Debt
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.view import View


def message_sent_row(view: View, debt: Debt) -> r.ActionRow:
    """After it was sent: it is noted with its day, so that the next thing is another."""
    return r.ActionRow(
        "message.sent",
        view.t(N_("I have sent it")),
        view.t(N_("noted with today's date")),
        command="replace",
        argument=f"message-sent {debt.id}",
    )
