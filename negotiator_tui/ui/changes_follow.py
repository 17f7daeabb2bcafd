"""Changes that following up offers: each takes a case and gives the case after it. Ids that lead nowhere change nothing."""

from datetime import date

from negotiator_tui.case.case import Case, find
from negotiator_tui.case.edit import added, edited
from negotiator_tui.guide.deadlines import COMPLAINT
from negotiator_tui.text.fault import Fault
from negotiator_tui.text.language import N_, Lang, t


def complained_today(case: Case, today: date, lang: Lang, debt_id: str) -> Case:
    """A complaint to the lender of a debt, handed in today: its days count from now on."""
    debt = find(case, "debts", debt_id)
    if debt is None:
        return case
    what = t(lang, N_("Complaint to {lender}"), lender=debt.lender or debt.name or "")
    grown = added(case, "sent", what=what, kind=COMPLAINT, debt=debt_id, on=today)
    return case if isinstance(grown, Fault) else grown[0]


def paid_as_found(case: Case, _today: date, _lang: Lang, *found: str) -> Case:
    """Payments ticked off as they were found in a statement: `y1=2026-11-05`, in full."""
    for each in found:
        payment_id, _, day = each.partition("=")
        payment = find(case, "payments", payment_id)
        if payment is None:
            continue
        for field, value in (("paid_on", date.fromisoformat(day)), ("paid_amount", payment.amount)):
            changed = edited(case, ("payments", payment_id, field), value)
            case = case if isinstance(changed, Fault) else changed
    return case
