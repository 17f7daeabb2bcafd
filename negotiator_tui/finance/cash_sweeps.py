"""Which accounts an automatic debit can reach, when, and for how much."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from negotiator_tui.case.case import Case
from negotiator_tui.case.kinds import Shape, YesNo
from negotiator_tui.finance.budget_arrears import arrears_of
from negotiator_tui.finance.budget_due import Dues
from negotiator_tui.finance.budget_dues import all_dues

_MAY_DEBIT = {Shape.LOAN, Shape.CARD, Shape.BILL, None}
_DIGITS = re.compile(r"[0-9]{4,}")


@dataclass(frozen=True, slots=True)
class Sweep:
    """Money that a lender may take by itself.

    `day` is None where something is overdue already: then any day may be the day. `fen` is None where the amount is
    not known. `sure` is whether the borrower answered that it is debited; until they know, it is taken to be.
    `takings` and `essentials` tell whether it reaches those accounts, None where that cannot be told.
    """

    debt: str
    name: str
    accounts: str | None
    day: date | None
    fen: int | None
    sure: bool
    takings: bool | None
    essentials: bool | None


def sweeps_of(case: Case, today: date, last: date) -> tuple[Sweep, ...]:
    """Every automatic debit that may happen from `today` to `last`; those that may come any day first, then by day."""
    found = [sweep for dues in all_dues(case, today) for sweep in _of_debt(case, dues, today, last)]
    return tuple(sorted(found, key=lambda sweep: sweep.day or date.min))


def _of_debt(case: Case, dues: Dues, today: date, last: date) -> Iterable[Sweep]:
    debt, first = dues.debt, case.first
    if debt.shape not in _MAY_DEBIT or debt.autodebit is YesNo.NO:
        return
    coming: list[tuple[date | None, int | None]] = [
        (row.day, row.fen) for row in dues.rows if today <= row.day <= last and not row.lump
    ]
    late = [*(leaf.fen for leaf in arrears_of(dues, today)), *(row.fen for row in dues.rows if row.day < today)]
    if late:
        known = [fen for fen in late if fen is not None]
        coming.append((None, sum(known) if known else None))
    for day, fen in coming:
        yield Sweep(
            debt=debt.id,
            name=debt.name or "",
            accounts=debt.autodebit_from,
            day=day,
            fen=fen,
            sure=debt.autodebit is YesNo.YES,
            takings=same_account(debt.autodebit_from, first.takings_account),
            essentials=same_account(debt.autodebit_from, first.essentials_account),
        )


def same_account(accounts: str | None, account: str | None) -> bool | None:
    """Whether an account is among those named in a text: by the last four digits where both have them, else by words.

    None where it cannot be told.
    """
    if not accounts or not account:
        return None
    tails = [{number[-4:] for number in _DIGITS.findall(text)} for text in (accounts, account)]
    if all(tails):
        return bool(tails[0] & tails[1])
    named, asked = (_names(text) for text in (accounts, account))
    return True if any(one in other or other in one for one in named for other in asked) else None


def _names(text: str) -> list[str]:
    """The accounts a text names, one by one, without spaces."""
    return [name for part in re.split("[，,、;；和及]", text.casefold()) if (name := "".join(part.split()))]
