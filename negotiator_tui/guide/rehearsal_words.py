"""What a scene's placeholders become: the case's own figures, and neutral words where there are none."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal

from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Shape, YesNo
from negotiator_tui.finance.asks import asks_of
from negotiator_tui.finance.claim_overdue import overdue_of
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.rungs import rungs_of
from negotiator_tui.guide.content import say, texts
from negotiator_tui.guide.debt_kind import role_of
from negotiator_tui.guide.scene import PLACEHOLDERS, Scene
from negotiator_tui.guide.script import REPLY_DAYS
from negotiator_tui.guide.words import cause_words, day_words, yuan_words
from negotiator_tui.text.language import Lang

_TIMES_THE_LINE = 2
_ROUND = Decimal(100)


@dataclass(frozen=True, slots=True)
class Sums:
    """The figures of one debt that a conversation is about, in yuan: what is offered a month, the line, what is overdue.

    None where it is not known, or nothing of the kind.
    """

    monthly: Decimal | None = None
    line: Decimal | None = None
    overdue: Decimal | None = None


def scene_values(case: Case, debt: Debt | None, today: date, lang: Lang, *, stars: str = "") -> Mapping[str, str]:
    """Words for every placeholder of a scene about a debt. With `stars` every sum reads like that."""
    sums = Sums() if debt is None else sums_of(case, debt, today)
    most = max((each for each in (sums.monthly, sums.line) if each is not None), default=None)
    figures = {
        "sum_monthly": sums.monthly,
        "sum_over": None if most is None else pressed(most),
        "sum_overdue": sums.overdue,
        "sum_old": debt.outstanding if debt else None,
    }
    found = {name: _sum(value, lang, stars) for name, value in figures.items()}
    found |= {
        "name": case.borrower.name or "",
        "tail": (debt.contract_tail or "") if debt else "",
        "bank": (debt.lender or "") if debt else "",
        "reply_by": day_words(today + timedelta(days=REPLY_DAYS), today, lang),
        "cause": cause_words(case.hardship.cause, lang),
    }
    blanks = texts("rehearsal", lang)
    return {name: found.get(name) or blanks[name]["text"] for name in PLACEHOLDERS}


def sums_of(case: Case, debt: Debt, today: date) -> Sums:
    """The figures of a debt: by what is asked for, an arrangement, or its share.

    A share is not offered for a debt that is not overdue: to begin paying less would make it so.
    """
    rungs = rungs_of(case, debt.id, today)
    line = rungs.line.first if rungs is not None and rungs.line is not None else debt.agreed_monthly
    asks = asks_of(case, debt, today)
    asked = None if asks is None else asks.monthly
    offered = [asked, debt.agreed_monthly, None if debt.overdue is YesNo.NO else line]
    return Sums(next((each for each in offered if each), None), line or None, _overdue(case, debt, today))


def debt_for(of: Scene, about: Debt | None, case: Case) -> Debt | None:
    """The debt whose figures a scene speaks of: `about` if it fits, else the first that does."""
    if about is None or not of.roles or role_of(about) in of.roles:
        return about
    return next((debt for debt in case.debts if role_of(debt) in of.roles), None)


def pressed(most: Decimal) -> Decimal:
    """What the other side presses for: twice the line, up to the next hundred. It is made up, and above the line."""
    return (most * _TIMES_THE_LINE / _ROUND).to_integral_value(ROUND_CEILING) * _ROUND


def _overdue(case: Case, debt: Debt, today: date) -> Decimal | None:
    if debt.shape is not Shape.LOAN:
        return None
    overdue = overdue_of(debt, case.missed, today)
    return yuan(overdue.principal + overdue.interest) or None


def _sum(value: Decimal | None, lang: Lang, stars: str) -> str:
    return "" if value is None else say("rehearsal", lang, "yuan", amount=stars or yuan_words(value))
