"""Changes that papers and balances offer: what a paper proves, what was paid by the contract."""

from datetime import date

from negotiator_tui.case.case import Case, find
from negotiator_tui.case.edit import added
from negotiator_tui.case.exhibits import linked, unlinked
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.reconcile_dues import planned_dues
from negotiator_tui.text.amounts import LARGEST
from negotiator_tui.text.fault import Fault
from negotiator_tui.text.language import Lang


def link_paper(case: Case, _today: date, _lang: Lang, material_id: str, about: str) -> Case:
    """A paper proves something more."""
    return linked(case, material_id, about)


def paid_as_planned(case: Case, today: date, _lang: Lang, debt_id: str) -> Case:
    """The instalments of a contract as payments made on their days, up to the first missed one."""
    debt = find(case, "debts", debt_id)
    if debt is None:
        return case
    missed = [each.due for each in case.missed if each.debt == debt_id and each.due is not None]
    first = min([*missed, *([debt.overdue_since] if debt.overdue_since else [])], default=None)
    for day, fen in planned_dues(debt, today):
        if first is not None and day >= first:
            break
        grown = added(case, "paid", debt=debt_id, on=day, amount=min(yuan(fen), LARGEST))
        case = case if isinstance(grown, Fault) else grown[0]
    return case


def unlink_paper(case: Case, _today: date, _lang: Lang, material_id: str, about: str) -> Case:
    """A paper no longer is said to prove something."""
    return unlinked(case, material_id, about)
