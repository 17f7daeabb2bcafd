"""The conditions that content files name under `when` and `unless`, as functions of a case, a debt and a day.

Each asks about one debt where one is given, else about any debt of the case.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import (
    Answer,
    Cause,
    CostGroup,
    Fear,
    OwedFor,
    Shape,
    Side,
    Urgent,
    YesNo,
)
from negotiator_tui.finance.budget_dues import all_dues, signed_agreement
from negotiator_tui.guide.content import Entry
from negotiator_tui.guide.debt_kind import covered, institution, kinds_of
from negotiator_tui.guide.words import UNSAID

LIMITATION_MONTHS = 30
"""How long the oldest instalment has to be due before limitation is spoken of."""
WEEK = timedelta(days=7)

_NOBODY = {"", "无", "没有", "没", "没人", "無", "沒有", "none", "no", "nobody"}
_WHEN = re.compile(r"[0-9０-９一二三四五六七八九十]+ ?月|以来|开始|開始|\bsince\b|\bfrom\b", re.IGNORECASE)
"""Signs that the borrower's own words say since when."""
_CARD_FLOOR = Decimal(50_000)


@dataclass(frozen=True, slots=True)
class About:
    """What an entry is chosen for: a case on a day, and one of its debts or all of them."""

    case: Case
    today: date
    debt: Debt | None = None

    @property
    def debts(self) -> tuple[Debt, ...]:
        """The debts asked about."""
        return self.case.debts if self.debt is None else (self.debt,)


Test = Callable[[About], bool]


def applies(entry: Entry, about: About) -> bool:
    """Whether an entry's `when` all hold, none of its `unless` does, and its `covers` cover the debt."""
    if "covers" in entry and not covered(about.debt, tuple(entry["covers"])):
        return False
    return all(CONDITIONS[name](about) for name in entry.get("when", ())) and not any(
        CONDITIONS[name](about) for name in entry.get("unless", ())
    )


def autodebit_soon(debt: Debt, case: Case, today: date) -> bool:
    """Whether money for this debt may be debited within a week. Not answered counts as yes."""
    due = next_due(debt, case, today)
    if not institution(debt) or debt.autodebit is YesNo.NO or due is None:
        return False
    return today <= due <= today + WEEK


def next_due(debt: Debt, case: Case, today: date) -> date | None:
    """The next day something is due on a debt: by its agreement, where one is signed, else as the contract says."""
    if signed_agreement(case, debt.id) is None:
        return debt.next_due
    found = next((each for each in all_dues(case, today) if each.debt.id == debt.id), None)
    rows = () if found is None else found.rows
    return next((row.day for row in rows if row.day >= today), None)


def signers(debt: Debt) -> bool:
    """Whether somebody else has signed, by the answer."""
    return debt.signed_by is not None and debt.signed_by.strip().casefold() not in _NOBODY


def contacted(about: About) -> bool:
    """Whether anything was said or sent about the debt, or about any."""
    ids = {debt.id for debt in about.debts}
    case = about.case
    return any(contact.debt in ids for contact in case.contacts) or any(
        sent.debt in ids and sent.on is not None for sent in case.sent
    )


def refused(about: About) -> bool:
    """Whether the last answer to an offer or request about the debt was a refusal."""
    return any(_last_answer(about.case, debt) is Answer.REFUSED for debt in about.debts)


def urgent(about: About, kind: Urgent) -> bool:
    """Whether the borrower has named this urgency."""
    return kind in (about.case.first.urgent or ())


def court(about: About) -> bool:
    """Whether something has come from a court, or was named as urgent."""
    return bool(about.case.court) or urgent(about, Urgent.COURT)


def _last_answer(case: Case, debt: Debt) -> Answer | None:
    answers = [offer.answer for offer in case.offers if offer.debt == debt.id]
    return answers[-1] if answers else None


def _any(test: Callable[[Debt], bool]) -> Test:
    return lambda about: any(test(debt) for debt in about.debts)


def _shape(*shapes: Shape) -> Test:
    return _any(lambda debt: debt.shape in shapes)


def _owed(*kinds: OwedFor) -> Test:
    return _any(lambda debt: debt.shape is Shape.ARREARS and debt.owed_for in kinds)


def _overdue(debt: Debt) -> bool:
    return debt.overdue is YesNo.YES


def _named(*words: str) -> Test:
    return _any(lambda debt: any(word in f"{debt.name or ''}{debt.lender or ''}" for word in words))


def _cause(*causes: Cause | None) -> Test:
    return lambda about: about.case.hardship.cause in causes


def _limitation_near(about: About) -> bool:
    month = about.today.year * 12 + about.today.month - 1 - LIMITATION_MONTHS
    reached = (month // 12, month % 12 + 1, about.today.day)
    return any((day.year, day.month, day.day) <= reached for day in _due_days(about))


def _due_days(about: About) -> Iterable[date]:
    ids = {debt.id for debt in about.debts}
    yield from (debt.overdue_since for debt in about.debts if debt.overdue_since and _overdue(debt))
    yield from (missed.due for missed in about.case.missed if missed.debt in ids and missed.due)


def _wages_ordered(about: About) -> bool:
    return any(
        debt.owed_for is OwedFor.WAGES and debt.deadline is not None and debt.deadline_written is YesNo.YES
        for debt in about.debts
    )


def _card_feared(about: About) -> bool:
    case = about.case
    worried = case.first.fear is Fear.COURT or urgent(about, Urgent.THREAT) or urgent(about, Urgent.COURT)
    return any(
        debt.shape is Shape.CARD and _overdue(debt) and (worried or (debt.outstanding or 0) >= _CARD_FLOOR)
        for debt in about.debts
    )


def _shop(about: About) -> bool:
    lines = (*about.case.income, *about.case.costs)
    return about.case.first.takings != 0 or any(line.side is Side.SHOP for line in lines)


def _consumer(debt: Debt) -> bool:
    return kinds_of(debt) <= {"loan-consumer", "bill"}


def _deadline_ahead(about: About) -> bool:
    return any(
        debt.owed_for is OwedFor.TAX and debt.deadline is not None and debt.deadline >= about.today
        for debt in about.debts
    )


def _pawn_soon(about: About) -> bool:
    return any(
        debt.shape is Shape.PAWN and debt.pledge_until is not None and -5 <= (debt.pledge_until - about.today).days <= 7
        for debt in about.debts
    )


def _debit(answer: YesNo | None) -> Test:
    return _any(lambda debt: institution(debt) and debt.autodebit is answer)


CONDITIONS: dict[str, Test] = {
    # What a debt is
    "institution": _any(institution),
    "institution-debts": _any(institution),
    "loan": _shape(Shape.LOAN),
    "card": _shape(Shape.CARD),
    "business-loan": _any(lambda debt: kinds_of(debt) <= {"loan-business"}),
    "consumer-credit": _any(_consumer),
    "named-mybank": _named("网商"),
    "named-ant": _named("花呗", "借呗", "信用购"),
    "has-card": _shape(Shape.CARD),
    "has-pawn": _shape(Shape.PAWN),
    "has-personal": _shape(Shape.PERSONAL),
    "has-unverified": _shape(Shape.UNVERIFIED),
    "has-rent": _owed(OwedFor.RENT),
    "has-supplier": _owed(OwedFor.SUPPLIER),
    "has-wages": _owed(OwedFor.WAGES),
    "has-tax": _owed(OwedFor.TAX, OwedFor.SOCIAL),
    "debts-listed": lambda about: bool(about.debts),
    "several-debts": lambda about: len(about.case.debts) > 1,
    "signers": _any(signers),
    "family-near": lambda about: about.case.first.fear is Fear.FAMILY or any(map(signers, about.debts)),
    "bill-in-use": _any(lambda debt: debt.shape is Shape.BILL and debt.still_using is YesNo.YES),
    # How it stands
    "overdue": _any(_overdue),
    "not-overdue": _any(lambda debt: debt.overdue is YesNo.NO),
    "institution-overdue": _any(lambda debt: institution(debt) and _overdue(debt)),
    "institution-not-overdue": _any(lambda debt: institution(debt) and debt.overdue is YesNo.NO),
    "limitation-near": _limitation_near,
    "wages-ordered": _wages_ordered,
    "card-feared": _card_feared,
    "tax-ahead": _deadline_ahead,
    "pawn-soon": _pawn_soon,
    "deadline-passed": lambda about: any(debt.deadline and debt.deadline < about.today for debt in about.debts),
    # Auto-debit
    "autodebit-confirmed": _debit(YesNo.YES),
    "autodebit-unknown": _debit(None),
    "autodebit-possible": lambda about: _debit(YesNo.YES)(about) or _debit(None)(about),
    "overdue-and-confirmed": _any(lambda debt: _overdue(debt) and debt.autodebit is YesNo.YES),
    "autodebit-week": lambda about: (
        urgent(about, Urgent.SWEPT) or any(autodebit_soon(debt, about.case, about.today) for debt in about.debts)
    ),
    # What has been done
    "holding-sent": contacted,
    "refused": refused,
    "week-listed": lambda about: bool(about.case.week),
    # Urgencies and courts
    "court": court,
    "threat": lambda about: urgent(about, Urgent.THREAT),
    "pay-first": lambda about: urgent(about, Urgent.PAY_FIRST),
    "records-calls": lambda about: about.case.borrower.records is YesNo.YES,
    # The people and the shop
    "shop": _shop,
    "home-wage": lambda about: any(line.side is Side.HOME for line in about.case.income),
    "school-costs": lambda about: any(cost.group is CostGroup.SCHOOL for cost in about.case.costs),
    "hardship-told": lambda about: bool(about.case.hardship.words) or about.case.hardship.cause not in {None, *UNSAID},
    "words-dated": lambda about: bool(_WHEN.search(about.case.hardship.words or "")),
    "cause-fewer-customers": _cause(Cause.FEWER_CUSTOMERS),
    "cause-higher-costs": _cause(Cause.HIGHER_COSTS),
    "cause-closure": _cause(Cause.CLOSURE),
    "cause-illness": _cause(Cause.ILLNESS),
    "cause-equipment": _cause(Cause.EQUIPMENT),
    "cause-roadworks": _cause(Cause.ROADWORKS),
    "cause-misjudged": _cause(Cause.MISJUDGED),
    "cause-other-or-none": _cause(Cause.OTHER, None),
}
