"""Where money that arrives goes first (Civil Code, article 561)."""

from dataclasses import dataclass
from decimal import Decimal

from negotiator_tui.finance.fen import to_fen, yuan


@dataclass(frozen=True, slots=True)
class Applied:
    """How a payment is used, in yuan; `left` is what nothing was owed for."""

    costs: Decimal
    interest: Decimal
    principal: Decimal
    left: Decimal


def apply_payment(amount: Decimal, costs: Decimal, interest: Decimal, principal: Decimal) -> Applied:
    """Use `amount` for what is owed: first the costs, then interest (penalty included), then principal. All in yuan.

    So it is unless the contract or the offer says otherwise (Civil Code 561).
    """
    left = to_fen(amount)
    for_costs = min(left, to_fen(costs))
    for_interest = min(left - for_costs, to_fen(interest))
    for_principal = min(left - for_costs - for_interest, to_fen(principal))
    left -= for_costs + for_interest + for_principal
    return Applied(yuan(for_costs), yuan(for_interest), yuan(for_principal), yuan(left))
