"""What lies ahead: 28 days of cash, twelve months, who is paid first, and what is still open."""

from collections.abc import Iterator
from decimal import Decimal

from negotiator_tui.finance.budget import first_due_of
from negotiator_tui.finance.budget_arrears import UNNAMED
from negotiator_tui.finance.cash import cash_28
from negotiator_tui.finance.claim import balance_of, claim
from negotiator_tui.finance.fen import to_cent
from negotiator_tui.finance.figure import Figure, total, unanswered
from negotiator_tui.finance.plan_basis import basis_of
from negotiator_tui.guide.pages import page_help
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.figures import figure_value
from negotiator_tui.ui.ink import Span, width_of
from negotiator_tui.ui.pages.guided import open_answers
from negotiator_tui.ui.pages.picture_bars import columns
from negotiator_tui.ui.pages.picture_days import OPEN_SHOWN, four_weeks
from negotiator_tui.ui.pages.picture_months import twelve_months
from negotiator_tui.ui.pages.picture_order import order_of_payment
from negotiator_tui.ui.pages.shop_loss import shop_loss
from negotiator_tui.ui.view import View


def picture(view: View) -> list[r.Row]:
    """The loss of the shop if there is one, then cash by day and by month, the order of payment, what is open."""
    cash = cash_28(view.case, view.today)
    basis = basis_of(view.case, first_due_of(view.case, view.today), view.today)
    owed = total(N_("All that is owed today"), tuple(_claims(view)))
    shares_missing = basis.shares.missing if basis.shares is not None else ()
    asked = cash.missing[:OPEN_SHOWN] if cash.opening is None else ()
    still_open = (*cash.missing, *cash.unplaced, *view.budget.missing, *shares_missing, *owed.missing)
    rest = [path for path in dict.fromkeys(still_open) if path not in asked]
    return [
        r.Heading(view.t(N_("Ahead")), page_help("picture", view.lang)["tip"]),
        *shop_loss(view),
        *four_weeks(view, cash, asked),
        *twelve_months(view),
        *order_of_payment(view, basis),
        *_total(view, owed),
        *([r.Heading(view.t(N_("Still open"))), *open_answers(view, rest)] if rest else []),
    ]


def _claims(view: View) -> Iterator[Figure]:
    for debt in view.case.debts:
        source = ("debts", debt.id, "outstanding")
        if balance_of(debt) is None:
            yield unanswered(UNNAMED, source, name=debt.name or "")
            continue
        found = claim(debt, view.case.missed, view.today)
        amount: Decimal = to_cent(found.total)
        missing = tuple(("debts", debt.id, name) for name in found.missing)
        rough = found.worked_out or found.is_range
        yield Figure(UNNAMED, amount, name=debt.name or "", estimated=rough, missing=missing, source=source)


def _total(view: View, owed: Figure) -> list[r.Row]:
    """All that is owed, last and in one line; at least so much where a balance is not there."""
    if owed.value is None:
        return []
    # Not a row of figures: "at least" and a large amount are wider than its column.
    cells = (view.t(owed.label), figure_value(owed, view.lang, hide=view.hide))
    return [r.Blank(), r.Picture(columns(cells, [width_of((Span(cell),)) for cell in cells], ""), owed)]
