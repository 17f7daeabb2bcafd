"""The next thing with an agreement that is being read: its four red lines are clear, and nothing is signed."""

from negotiator_tui.case.agreed import Agreement
from negotiator_tui.case.case import find
from negotiator_tui.case.kinds import Clause
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.plan_agreed import agreed
from negotiator_tui.guide.action import Action, Now, action

_LINES = ("red_payee", "red_signers", "red_late", "red_fees")
_TERMS = ("instalment", "months", "first_due")


def unsigned(now: Now) -> Action | None:
    """Before it is signed: terms that are not written down yet, a month that breaks, else the day it is signed."""
    for agreement in now.case.agreements:
        if agreement.signed_on is None and all(getattr(agreement, name) is Clause.PRESENT for name in _LINES):
            return _read(agreement, now)
    return None


def _read(agreement: Agreement, now: Now) -> Action:
    debt = find(now.case, "debts", agreement.debt) if agreement.debt else None
    name = "" if debt is None else debt.name or ""
    path = ("agreements", agreement.id)
    missing = next((each for each in _TERMS if getattr(agreement, each) is None), None)
    found = agreed(now.case, agreement, now.today)
    if missing is not None and not found.rows:
        return action("agreement-terms", now, (*path, missing), debt=name)
    if found.trial is not None and found.trial.basis.settled:
        fit = found.trial.fit
        if fit.breaks_in is not None and not fit.kept:
            month, amount = found.trial.month(fit.breaks_in), yuan(fit.short_by)
            return action("agreement-breaks", now, (*path, "instalment"), debt=name, month=month, amount=amount)
    return action("agreement-sign", now, (*path, "signed_on"), debt=name)
