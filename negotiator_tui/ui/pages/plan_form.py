"""The questions of a plan's terms, with what an empty row stands for, and the limit of what is paid now."""

from negotiator_tui.case.edit import Path
from negotiator_tui.case.kinds import Method, Shape
from negotiator_tui.case.labels import label
from negotiator_tui.finance.cash_free import cash_free
from negotiator_tui.finance.offer import Outcome
from negotiator_tui.finance.offer_terms import contract_percent
from negotiator_tui.finance.plans import TermResult
from negotiator_tui.text.language import N_
from negotiator_tui.text.rates import format_rate
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.forms import form
from negotiator_tui.ui.pages.places import question_label, target_of
from negotiator_tui.ui.view import View

_SHOWN = 3


def terms_form(view: View, result: TermResult) -> list[r.Row]:
    """The questions of the terms; "paid now" only where there is free money, or something stands there."""
    term = result.terms
    free = cash_free(view.case, view.today)
    offers_now = (free.value is not None and free.value > 0) or bool(getattr(term, "paid_now", None))
    rows = form(view, term, ("terms", term.id), _asides(view, result), _begins(result))
    return [row for row in rows if offers_now or not (isinstance(row, r.AskRow) and row.path[-1] == "paid_now")]


def _asides(view: View, result: TermResult) -> dict[str, str]:
    """What an empty row stands for."""
    term, debt = result.terms, result.debt
    asides: dict[str, str] = {}
    rate = contract_percent(debt)
    if rate is not None:
        asides["rate"] = view.t(N_("contract {rate}%"), rate=format_rate(rate))
    if debt.months_left:
        asides["months"] = view.t(N_("contract {count}"), count=debt.months_left)
    if debt.shape is Shape.LOAN and term.method is not debt.method:
        asides["method"] = view.t(
            N_("contract: {method}"), method=view.t(label(debt.method or Method.EQUAL_INSTALMENT))
        )
    if isinstance(result.outcome, Outcome):
        reading = result.outcome.claim.likely
        asides["penalty_waived"] = view.t(N_("of {amount}"), amount=view.money(reading.penalty_so_far))
        interest = reading.overdue_interest + reading.normal_interest + reading.compound
        asides["interest_waived"] = view.t(N_("of {amount}"), amount=view.money(interest))
    return asides


def _begins(result: TermResult) -> dict[str, object]:
    """What left and right go on from where a row is empty: the contract, and no grace."""
    debt = result.debt
    begins: dict[str, object] = {
        "method": debt.method or Method.EQUAL_INSTALMENT,
        "months": debt.months_left or None,
        "rate": contract_percent(debt),
        "grace_months": 0,
        "low_months": 1,
    }
    return begins


def paid_now(view: View, result: TermResult) -> list[r.Row]:
    """Paid now may only come out of free money."""
    now = getattr(result.terms, "paid_now", None)
    if not now:
        return []
    free = cash_free(view.case, view.today)
    if free.value is None:
        words = view.t(N_("Whether there is free money for a part now cannot be told yet. Missing:"))
        return [r.Note(words, "accent"), *(_to(view, path) for path in free.missing[:_SHOWN])]
    if now > max(free.value, 0):
        words = view.t(N_("This part now would come out of stock, rent, wages or medicine."))
        return [r.Note(words, "warn"), r.FigureRow(free)]
    return []


def _to(view: View, path: Path) -> r.Row:
    return r.ActionRow("now." + ".".join(path), question_label(view, path), target=target_of(path, view.case))
