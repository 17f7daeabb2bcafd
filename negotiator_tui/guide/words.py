"""Days, months and sums as they stand in a sentence."""

from datetime import date
from decimal import Decimal

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Cause, Shape
from negotiator_tui.guide.content import say
from negotiator_tui.text.amounts import format_yuan
from negotiator_tui.text.language import Lang

UNSAID = frozenset({Cause.MISJUDGED, Cause.OTHER})
"""Causes that are not said to a lender."""


def day_words(day: date, today: date, lang: Lang) -> str:
    """`12月5日`, with its year where it is not this one; in English `2026-12-05`."""
    entry = "day" if day.year == today.year else "day-year"
    return say("phrases", lang, entry, year=str(day.year), month=str(day.month), day=str(day.day))


def month_words(month: str, lang: Lang) -> str:
    """A month written `YYYY-MM`, as `2026年6月`; in English as it stands."""
    year, _, number = month.partition("-")
    return say("phrases", lang, "month", year=year, month=number.lstrip("0"))


def account_words(debt: Debt, lang: Lang) -> str:
    """Which contract or card one speaks about: `合同尾号4417`, with a blank where the last four are not known."""
    entry = "tail-card" if debt.shape is Shape.CARD else "tail-contract"
    return say("phrases", lang, entry, tail=debt.contract_tail or "")


def cause_words(cause: Cause | None, lang: Lang) -> str:
    """A cause as it is said; empty for none, and for one that is no reason to give: nobody has to blame themselves."""
    return "" if cause is None or cause in UNSAID else say("phrases", lang, f"cause-{cause.value}")


def yuan_words(amount: Decimal | None) -> str:
    """`12,000` or `12,000.50`, without the unit, which the sentence brings; empty where it is not known."""
    return "" if amount is None else format_yuan(amount)
