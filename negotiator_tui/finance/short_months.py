"""Months ahead in which the money does not reach for what is agreed and what comes before it."""

from dataclasses import dataclass
from datetime import date

from negotiator_tui.case.case import Case
from negotiator_tui.finance.instalments import Instalment, Standing, instalments
from negotiator_tui.finance.months import month_of
from negotiator_tui.finance.plan_basis import basis_of

WARN_DAYS = 7
"""How long before a payment day the lender should have been told that it will not be met."""
MONTHS = 3
"""How many of the coming months are looked at: early enough to speak, not so far as to worry."""


@dataclass(frozen=True, slots=True)
class ShortMonth:
    """A month with payments still ahead. `short` is what is missing in fen; `bad` that only a bad month misses it.

    `rows` are its payments, the earliest first.
    """

    month: int
    short: int
    bad: bool
    rows: tuple[Instalment, ...]

    def payable(self) -> int | None:
        """What of the one payment of the month can be paid, in fen, down to ten yuan; None where it cannot be told.

        With several payments it cannot: which of them comes first is the borrower's choice.
        """
        if len(self.rows) != 1 or self.rows[0].left is None:
            return None
        return max(0, self.rows[0].left - self.short) // 1000 * 1000


def short_months(case: Case, today: date, *, months: int = MONTHS) -> tuple[ShortMonth, ...]:
    """The short ones of the coming months, the current one included; none while it is not known what is there.

    What is left in a month is the pool of MONEY 7 with its sign: money for debts less what comes first and what is
    kept as it is, the agreed payments among them.
    """
    ahead = [each for each in instalments(case, today) if each.standing is Standing.AHEAD]
    near = [each for each in ahead if 0 <= month_of(each.due) - month_of(today) < months]
    if not near:
        return ()
    shares = basis_of(case, today, today).shares
    if shares is None:
        return ()
    found = []
    for month in sorted({month_of(each.due) for each in near}):
        index = month - shares.first
        if not 0 <= index < len(shares.pool.signed):
            continue
        for bad, pool in ((False, shares.pool), (True, shares.safe_pool)):
            if pool.signed[index] < 0:
                rows = tuple(each for each in near if month_of(each.due) == month)
                found.append(ShortMonth(month, -pool.signed[index], bad, rows))
                break
    return tuple(found)
