"""What a pause or a token payment would do to one debt: what a month adds, and what a small sum is applied to first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from negotiator_tui.case.debts import Debt, Missed
from negotiator_tui.finance.calendar import add_months
from negotiator_tui.finance.claim import claim
from negotiator_tui.finance.claim_payment import Applied, apply_payment
from negotiator_tui.finance.fen import to_fen, yuan

TOKEN = Decimal(100)
"""The small sum that is worked out as an example, in yuan."""


@dataclass(frozen=True, slots=True)
class OtherRequest:
    """One debt today, in yuan: interest and penalty owed beside the principal, and what a month more adds to them.

    `token` is how a payment of `TOKEN` would be used, costs apart, unless the contract says otherwise.
    """

    debt: Debt
    older: Decimal
    adds: Decimal
    token: Applied

    @property
    def touches_principal(self) -> bool:
        """Whether a token of this size would lower the principal at all."""
        return self.token.principal > 0


def other_request(debt: Debt, missed: Iterable[Missed], today: date) -> OtherRequest | None:
    """The sums of a pause or a token payment; None while the balance is not known, or nothing is owed."""
    if debt.outstanding is None:
        return None
    missed = tuple(missed)
    now = claim(debt, missed, today).likely
    interest = yuan(sum(map(to_fen, (now.overdue_interest, now.normal_interest, now.compound, now.penalty_so_far))))
    later = add_months(today, 1, today.day)
    if later is None or not (now.outstanding or interest):
        return None
    grown = to_fen(claim(debt, missed, later).total) - to_fen(claim(debt, missed, today).total)
    return OtherRequest(debt, interest, yuan(grown), apply_payment(TOKEN, yuan(0), interest, now.outstanding))
