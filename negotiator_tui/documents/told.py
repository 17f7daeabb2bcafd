"""What a document tells of income, cause and amount, to be compared with what is said later (guide/consistency.py)."""

from dataclasses import dataclass
from decimal import Decimal

from negotiator_tui.case.kinds import Cause
from negotiator_tui.documents.making import Kind, Request
from negotiator_tui.documents.means import means_of
from negotiator_tui.finance.asks import asks_of
from negotiator_tui.finance.budget import first_due_of


@dataclass(frozen=True, slots=True)
class Told:
    """The shop's takings in a usual month and the first payment asked for, in yuan; None for what it does not say."""

    income: Decimal | None = None
    cause: Cause | None = None
    monthly: Decimal | None = None


def told(kind: Kind, request: Request) -> Told:
    """What a document of this kind says, by the same figures as its text."""
    debt = request.debt
    asks = (
        asks_of(request.case, debt, request.today)
        if debt is not None and kind in {Kind.LETTER, Kind.SCHEDULE}
        else None
    )
    monthly = None if asks is None else asks.monthly
    if kind not in {Kind.LETTER, Kind.HARDSHIP}:
        return Told(monthly=monthly)
    case, letter = request.case, kind is Kind.LETTER
    first_due = asks.first.first_due if asks is not None else first_due_of(case, request.today)
    without = frozenset({debt.id}) if letter and debt is not None else frozenset[str]()
    means = means_of(case, first_due, request.today, without=without, debts=letter)
    return Told(None if means is None else means.usual.shop_income.value or None, case.hardship.cause, monthly)
