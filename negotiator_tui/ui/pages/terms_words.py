"""Words about terms that several pages share: what a lender gives up by them, and reasons with amounts hidden."""

from decimal import Decimal

from negotiator_tui.finance.offer import Outcome
from negotiator_tui.text.fault import Fault
from negotiator_tui.text.language import N_
from negotiator_tui.ui.pages.plan_term import said
from negotiator_tui.ui.view import View


def gives(view: View, outcome: Outcome, contract_months: int | None) -> str:
    """What the lender gives up by terms, in words, beside a contract with so many payments left."""
    given = outcome.concession
    if given is None:
        return view.t(N_("What the lender gives up cannot be said while the contract's rate is not known."))
    if given > 0:
        amount = said(view)(Decimal(given))
        return view.t(N_("The lender gives up about {amount}, in today's money."), amount=amount)
    if given < 0:
        amount = said(view)(Decimal(-given))
        return view.t(
            N_("The lender gives up nothing; you pay {amount} more than the contract is worth."), amount=amount
        )
    more = payments_of(outcome) - (contract_months or 0)
    if contract_months is not None and more > 0:
        return view.t(N_("The lender gives up no money, only time: {count} months more."), count=more)
    return view.t(N_("The lender gives up nothing: the months stay, only their order changes."))


def payments_of(outcome: Outcome) -> int:
    """How many months pass until the last payment that is not 0.00."""
    return max((month for month, fen in enumerate(outcome.payments_fen, 1) if fen), default=0)


def told(view: View, problem: Fault) -> str:
    """A sentence in the language of the screen, its amounts hidden with all others."""
    return view.told(problem)
