"""The answers a contract's figures wait for: each question mark beside a plan says which one decides it."""

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Shape
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.places import question_label, target_of
from negotiator_tui.ui.view import View

_DECIDE = ("rate", "months_left", "next_due")
"""What a loan's remaining instalments, their last day and the months they break in follow from."""


def contract_lacks(view: View, debt: Debt) -> list[r.Row]:
    """The way to each answer the contract of a loan still lacks; nothing for a debt without instalments."""
    if debt.shape is not Shape.LOAN:
        return []
    paths = [("debts", debt.id, name) for name in _DECIDE if getattr(debt, name) is None]
    return [
        r.ActionRow(
            "lacks." + ".".join(path),
            question_label(view, path),
            view.t(N_("decides a ? of the contract")),
            target=target_of(path, view.case),
            style="dim",
        )
        for path in paths
    ]
