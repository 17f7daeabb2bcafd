"""Next answers to give: the first ten minutes, then the figures each debt needs, the budget, the hardship."""

from collections.abc import Iterator

from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import MaterialState, Shape, Side, YesNo
from negotiator_tui.case.questions import asked
from negotiator_tui.guide.action import Action, Now, action
from negotiator_tui.guide.conditions import CONDITIONS, About
from negotiator_tui.guide.debt_kind import institution

_NEEDED: dict[Shape, tuple[str, ...]] = {
    Shape.LOAN: (
        "lender",
        "outstanding",
        "overdue",
        "overdue_since",
        "next_due",
        "next_amount",
        "rate",
        "months_left",
        "overdue_principal",
        "penalty_multiplier",
    ),
    Shape.CARD: ("outstanding", "overdue", "overdue_since", "next_due", "statement", "minimum"),
    Shape.BILL: ("lender", "outstanding", "overdue", "overdue_since", "next_due", "statement"),
    Shape.ARREARS: ("owed_for", "outstanding"),
    Shape.PERSONAL: ("outstanding",),
    Shape.PAWN: ("outstanding", "pledge_until"),
    Shape.UNVERIFIED: ("lender", "received"),
}
"""What a first reckoning of each shape needs, in the order it is asked."""


_STATEMENTS = {"statements-3", "statements-6"}
"""What exports of the apps and banks are on the checklist."""


def first_answers(now: Now) -> Action | None:
    """The first unanswered of the eight questions.

    One that can be left out is passed over once a later one is answered. What the borrower fears is never asked for:
    it only changes the order of help.
    """
    steps = list(_first_steps(now))
    answered = [n for n, (_, _, done) in enumerate(steps) if done]
    last = answered[-1] if answered else -1
    for n, (step, needed, done) in enumerate(steps):
        if not done and (needed or n > last):
            return step
    return None


def _first_steps(now: Now) -> Iterator[tuple[Action, bool, bool]]:
    """Each question: what to say, whether it is needed, whether it is answered."""
    case, first = now.case, now.case.first
    yield action("ask-urgent", now, ("first", "urgent")), True, _given(case, "urgent")
    yield action("ask-week", now, ("week",)), False, bool(case.week)
    yield action("ask-cash", now, ("first", "cash_at_hand")), False, _given(case, "cash_at_hand")
    yield action("ask-debts", now, ("debts",)), True, bool(case.debts)
    open_debit = next((debt for debt in case.debts if institution(debt) and not _answered(debt, "autodebit")), None)
    if open_debit is not None:
        path = ("debts", open_debit.id, "autodebit")
        yield action("ask-autodebit", now, path, debt=open_debit.name or ""), True, False
    lines = {(line.side, kind) for kind in ("income", "costs") for line in getattr(case, kind)}
    takings = _given(case, "takings") or (Side.SHOP, "income") in lines
    yield action("ask-takings", now, ("first", "takings")), True, takings
    shop = _given(case, "shop_costs") or (Side.SHOP, "costs") in lines or first.takings == 0
    yield action("ask-shop-costs", now, ("first", "shop_costs")), True, shop
    home = _given(case, "home_costs") or (Side.HOME, "costs") in lines
    yield action("ask-home-costs", now, ("first", "home_costs")), True, home


def figures(now: Now) -> Action | None:
    """A debt without its kind, or the first figure a debt still needs; debts with an agreement need none."""
    agreed = {agreement.debt for agreement in now.case.agreements}
    for debt in now.case.debts:
        if debt.id in agreed:
            continue
        if debt.shape is None:
            return action("shape-missing", now, ("debts", debt.id, "shape"), debt=debt.name or "")
        missing = missing_figures(debt, now.case)
        if missing:
            field, label = missing[0]
            path = ("debts", debt.id, field)
            return action("figure-missing", now, path, debt=debt.name or "", field=label, count=len(missing))
    return None


def missing_figures(debt: Debt, case: Case) -> tuple[tuple[str, str], ...]:
    """The fields a first reckoning of this debt needs and that have no answer, each with the msgid of its question.

    "Don't know" is an answer; missed instalments, where listed, say what is overdue.
    """
    if debt.shape is None:
        return ()
    labels = {question.name: question.ask.label for question in asked(debt)}
    listed = {"overdue_principal"} if any(missed.debt == debt.id for missed in case.missed) else set()
    return tuple(
        (name, labels[name])
        for name in _NEEDED[debt.shape]
        if name in labels and name not in listed and not _answered(debt, name) and _wanted(debt, name)
    )


def _wanted(debt: Debt, name: str) -> bool:
    """An overdue debt has no next payment that matters before its arrears."""
    return name not in {"next_due", "next_amount"} or debt.overdue is not YesNo.YES


def export(now: Now) -> Action | None:
    """The shop's statements to ask for, while neither they nor a line of the shop's budget are there."""
    case = now.case
    asked_for = any(each.kind in _STATEMENTS and each.state is not MaterialState.MISSING for each in case.materials)
    there = case.statements or case.own_months or _lines(case, Side.SHOP, "income") or _lines(case, Side.SHOP, "costs")
    if asked_for or there or not CONDITIONS["shop"](About(case, now.today)):
        return None
    return action("ask-export", now)


def budget(now: Now) -> Action | None:
    """The budget line by line, and the takings of a bad month, which plans are tried on."""
    case = now.case
    shop = CONDITIONS["shop"](About(case, now.today))
    if shop and not (_lines(case, Side.SHOP, "income") and _lines(case, Side.SHOP, "costs")):
        return action("budget-shop", now, ("costs",) if _lines(case, Side.SHOP, "income") else ("income",))
    if not _lines(case, Side.HOME, "costs"):
        return action("budget-home", now, ("costs",))
    if shop and case.budget.worst_takings is None and "worst_takings" not in case.budget.unknown:
        return action("budget-worst", now, ("budget", "worst_takings"))
    return None


def hardship(now: Now) -> Action | None:
    """Since when it has been harder, and why: asked last."""
    answers = now.case.hardship
    for field in ("since", "cause"):
        if getattr(answers, field) is None and field not in answers.unknown:
            return action("hardship", now, ("hardship", field))
    return None


def _lines(case: Case, side: Side, name: str) -> bool:
    return any(line.side is side for line in getattr(case, name))


def _given(case: Case, field: str) -> bool:
    return getattr(case.first, field) is not None or field in case.first.unknown


def _answered(debt: Debt, field: str) -> bool:
    return getattr(debt, field) is not None or field in debt.unknown
