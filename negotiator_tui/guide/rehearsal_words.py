"""What a scene's placeholders become: the case's own figures, and neutral words where there are none."""

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_CEILING, Decimal

from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Cause
from negotiator_tui.case.labels import label
from negotiator_tui.guide.content import say, texts
from negotiator_tui.guide.scene import PLACEHOLDERS
from negotiator_tui.guide.script import REPLY_DAYS
from negotiator_tui.guide.words import day_words, yuan_words
from negotiator_tui.text.language import Lang, t

_UNSAID = {Cause.MISJUDGED, Cause.OTHER}
"""Causes that are no reason to give on a call: nobody has to blame themselves there."""
_TIMES_THE_LINE = 2
_ROUND = Decimal(100)


def scene_values(
    case: Case,
    debt: Debt | None,
    today: date,
    lang: Lang,
    *,
    monthly: Decimal | None = None,
    overdue: Decimal | None = None,
    stars: str = "",
) -> Mapping[str, str]:
    """Words for every placeholder. `monthly` is the most a month that may be said, `overdue` what is overdue, in yuan.

    With `stars` every sum reads like that.
    """
    monthly = monthly if monthly and monthly > 0 else None
    sums = {
        "sum_monthly": monthly,
        "sum_over": None if monthly is None else pressed(monthly),
        "sum_overdue": overdue,
        "sum_old": debt.outstanding if debt else None,
    }
    found = {name: _sum(value, lang, stars) for name, value in sums.items()}
    found |= {
        "tail": (debt.contract_tail or "") if debt else "",
        "bank": (debt.lender or "") if debt else "",
        "reply_by": day_words(date.fromordinal(today.toordinal() + REPLY_DAYS), today, lang),
        "cause": _cause(case, lang),
    }
    blanks = texts("rehearsal", lang)
    return {name: found.get(name) or blanks[name]["text"] for name in PLACEHOLDERS}


def pressed(monthly: Decimal) -> Decimal:
    """What the other side presses for: twice the line, up to the next hundred. It is made up, and above the line."""
    return (monthly * _TIMES_THE_LINE / _ROUND).to_integral_value(ROUND_CEILING) * _ROUND


def _sum(value: Decimal | None, lang: Lang, stars: str) -> str:
    return "" if value is None else say("rehearsal", lang, "yuan", amount=stars or yuan_words(value))


def _cause(case: Case, lang: Lang) -> str:
    cause = case.hardship.cause
    return "" if cause is None or cause in _UNSAID else t(lang, label(cause))
