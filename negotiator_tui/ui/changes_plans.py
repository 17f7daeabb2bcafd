"""Changes that plans, agreements, payments and materials offer: each takes a case and gives the case after it.

Ids that lead nowhere leave the case as it is.
"""

from datetime import date
from typing import Any

from negotiator_tui.case.case import Case, find
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.edit import added, edited
from negotiator_tui.case.kinds import MaterialState, Method, YesNo
from negotiator_tui.case.plans import Plan, Term
from negotiator_tui.case.questions import questions
from negotiator_tui.finance.plan_agreed import agreed_payments
from negotiator_tui.finance.plan_basis import negotiable_debts
from negotiator_tui.guide.checklist import ChecklistItem, checklist
from negotiator_tui.text.amounts import LARGEST
from negotiator_tui.text.fault import Fault
from negotiator_tui.text.language import N_, Lang, t

USUAL_MONTHS = 12
"""Instalments a plan begins with where the contract's are not known."""
_LONGEST = 60


def start_plan(case: Case, today: date, lang: Lang) -> Case:
    """A new plan with terms for each debt to negotiate: the contract's method, and the months it has left.

    It is the one to ask for if no other is.
    """
    chosen = None if any(plan.chosen is YesNo.YES for plan in case.plans) else YesNo.YES
    case, plan_id = grown(case, "plans", name=_next_name(case, lang), chosen=chosen)
    return fill_plan(case, today, lang, plan_id)


def fill_plan(case: Case, today: date, _lang: Lang, plan_id: str) -> Case:
    """Terms for each debt to negotiate that a plan says nothing about yet."""
    if find(case, "plans", plan_id) is None:
        return case
    there = {term.debt for term in case.terms if term.plan == plan_id}
    for debt in negotiable_debts(case, today):
        if debt.id not in there:
            case, _ = grown(case, "terms", plan=plan_id, debt=debt.id, **_usual_terms(debt))
    return case


def copy_plan(case: Case, _today: date, lang: Lang, plan_id: str) -> Case:
    """The same terms as a new version that is not chosen."""
    plan = find(case, "plans", plan_id)
    if not isinstance(plan, Plan):
        return case
    case, new_id = grown(case, "plans", name=_next_name(case, lang), start=plan.start, note=plan.note)
    for term in case.terms:
        if term.plan == plan_id:
            answers = {each.name: getattr(term, each.name) for each in questions(Term)}
            case, _ = grown(case, "terms", plan=new_id, debt=term.debt, estimated=term.estimated, **answers)
    return case


def choose_plan(case: Case, _today: date, _lang: Lang, plan_id: str) -> Case:
    """This plan is the one to ask for, and no other is."""
    if find(case, "plans", plan_id) is None:
        return case
    for plan in case.plans:
        if plan.id == plan_id:
            case = _set(case, ("plans", plan.id, "chosen"), YesNo.YES)
        elif plan.chosen is YesNo.YES:
            case = _set(case, ("plans", plan.id, "chosen"), YesNo.NO)
    return case


def make_payments(case: Case, _today: date, _lang: Lang, agreement_id: str) -> Case:
    """The instalments of an agreement as payments to tick off; those of a day that is listed already are left out."""
    agreement = find(case, "agreements", agreement_id)
    if agreement is None:
        return case
    listed = {payment.due for payment in case.payments if payment.agreement == agreement_id}
    for due, amount in agreed_payments(case, agreement):
        if due not in listed:
            case, _ = grown(case, "payments", agreement=agreement_id, due=due, amount=min(amount, LARGEST))
    return case


def paid_today(case: Case, today: date, _lang: Lang, payment_id: str) -> Case:
    """A payment made today, in full as far as its amount is known."""
    payment = find(case, "payments", payment_id)
    if payment is None:
        return case
    case = _set(case, ("payments", payment_id, "paid_on"), today)
    return _set(case, ("payments", payment_id, "paid_amount"), payment.amount)


def start_checklist(case: Case, today: date, lang: Lang) -> Case:
    """Every thing on the checklist that the case says nothing about, as not there yet."""
    for item in checklist(case, today, lang):
        if item.material is None:
            case = _with_material(case, item)
    return case


def take_material(case: Case, today: date, lang: Lang, kind: str) -> Case:
    """One thing of the checklist, as not there yet."""
    for item in checklist(case, today, lang):
        if item.id == kind and item.material is None:
            case = _with_material(case, item)
    return case


def material_stands(case: Case, today: date, lang: Lang, kind: str, state: str) -> Case:
    """One thing of the checklist, noted as it stands now."""
    case = take_material(case, today, lang, kind)
    for each in case.materials:
        if each.kind == kind:
            case = _set(case, ("materials", each.id, "state"), MaterialState(state))
    return case


def _with_material(case: Case, item: ChecklistItem) -> Case:
    case, _ = grown(
        case, "materials", kind=item.id, name=item.title, state=MaterialState.MISSING, proves=item.why or None
    )
    return case


def sent_today(case: Case, today: date, _lang: Lang, sent_id: str) -> Case:
    """A document that was made is handed over today."""
    return _set(case, ("sent", sent_id, "on"), today)


def message_sent(case: Case, today: date, lang: Lang, debt_id: str) -> Case:
    """The first message to a lender went out today."""
    return grown(case, "sent", what=t(lang, N_("The first message")), debt=debt_id, on=today)[0]


def _usual_terms(debt: Debt) -> dict[str, Any]:
    method = debt.method if debt.method not in {None, Method.LOW_THEN_HIGH} else Method.EQUAL_INSTALMENT
    return {"method": method, "months": min(debt.months_left or USUAL_MONTHS, _LONGEST), "grace_months": 0}


def _next_name(case: Case, lang: Lang) -> str:
    taken = {plan.name for plan in case.plans}
    names = (t(lang, N_("Plan {number}"), number=number) for number in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def grown(case: Case, name: str, /, **answers: Any) -> tuple[Case, str]:
    """The case with a new item and its id; the case as it is and no id where an answer cannot be kept or no id is left."""
    made = added(case, name, **answers)
    return (case, "") if isinstance(made, Fault) else made


def _set(case: Case, path: tuple[str, ...], value: Any) -> Case:
    changed = edited(case, path, value)
    return case if isinstance(changed, Fault) else changed
