"""What the search found, taken over as a plan: its terms as words of a row's argument, and back."""

from datetime import date
from decimal import Decimal
from typing import Any

from negotiator_tui.case.case import Case, find
from negotiator_tui.case.edit import added
from negotiator_tui.case.kinds import GraceKind, Method, YesNo
from negotiator_tui.case.plans import Term
from negotiator_tui.finance.calendar import default_first_due
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.search import CaseSearch
from negotiator_tui.finance.search_grid import Candidate
from negotiator_tui.text.fault import Fault
from negotiator_tui.text.language import N_, Lang, t

_FIELDS: dict[str, type] = {
    "method": Method,
    "months": int,
    "rate": Decimal,
    "grace_months": int,
    "grace_kind": GraceKind,
    "low": Decimal,
    "low_months": int,
    "penalty_waived": Decimal,
    "interest_waived": Decimal,
    "paid_now": Decimal,
}
"""The fields of terms that a search decides, in the order of the words."""


def argument_of(search: CaseSearch) -> str:
    """The argument of the change that makes the recommended terms a plan; empty where nothing is to be asked."""
    words = [
        word_of(each.debt.id, answers_of(each.result.recommended, known=not each.rate_assumed))
        for each in search.debts
        if each.result is not None and each.result.recommended is not None
    ]
    return " ".join(["plan-found", search.first_due.isoformat(), *words]) if words else ""


def taken_over(case: Case, argument: str) -> str | None:
    """The id of a plan that has exactly these terms; None without one."""
    wanted = set(argument.split()[2:])
    for plan in case.plans:
        terms = [each for each in case.terms if each.plan == plan.id]
        if {word_of(each.debt or "", _answered(each)) for each in terms} == wanted:
            return plan.id
    return None


def plan_found(case: Case, today: date, lang: Lang, first_due: str, *words: str) -> Case:
    """A new plan with the terms that the search recommends. It is the one to ask for if no other is."""
    chosen = None if any(plan.chosen is YesNo.YES for plan in case.plans) else YesNo.YES
    day = date.fromisoformat(first_due)
    grown = added(
        case, "plans", name=_name(case, lang), chosen=chosen, start=None if day == default_first_due(today) else day
    )
    if isinstance(grown, Fault):
        return case
    made, plan_id = grown
    for word in words:
        debt_id, answers = read_word(word)
        if find(case, "debts", debt_id) is None:
            continue
        more = added(made, "terms", plan=plan_id, debt=debt_id, **answers)
        if isinstance(more, Fault):
            return case
        made, _ = more
    return made


def answers_of(found: Candidate, *, known: bool) -> dict[str, Any]:
    """The terms of a choice; the contract's own rate is left open, and nothing is said that is not asked for."""
    key, low = found.key, found.low
    penalty, interest = found.waived
    as_is = known and key.rate == len(found.grid.rates) - 1
    return {
        "method": key.method,
        "months": key.months,
        "rate": None if as_is else found.rate,
        "grace_months": key.grace or None,
        "grace_kind": key.kind if key.grace else None,
        "low": None if low is None else yuan(low[0]),
        "low_months": None if low is None else low[1],
        "penalty_waived": yuan(penalty) if penalty else None,
        "interest_waived": yuan(interest) if interest else None,
        "paid_now": yuan(found.paid_now) if found.paid_now else None,
    }


def _answered(term: Term) -> dict[str, Any]:
    return {name: getattr(term, name) for name in _FIELDS}


def word_of(debt_id: str, answers: dict[str, Any]) -> str:
    """Terms as one word of an argument, after the id of their debt."""
    return ",".join([debt_id, *("" if answers[name] is None else _written(answers[name]) for name in _FIELDS)])


def _written(value: Any) -> str:
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def read_word(word: str) -> tuple[str, dict[str, Any]]:
    """The debt and the terms of a word."""
    debt_id, *values = word.split(",")
    pairs = zip(_FIELDS.items(), values, strict=True)
    return debt_id, {name: kind(value) if value else None for (name, kind), value in pairs}


def _name(case: Case, lang: Lang) -> str:
    taken = {plan.name for plan in case.plans}
    first = t(lang, N_("The least to ask for"))
    names = (first if number == 1 else f"{first} {number}" for number in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)
