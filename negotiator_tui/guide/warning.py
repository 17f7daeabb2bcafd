"""The early warning: what to send when an agreed payment will not be met in full, before its day."""

from datetime import date
from decimal import Decimal

from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt
from negotiator_tui.guide.conditions import About
from negotiator_tui.guide.content import structure
from negotiator_tui.guide.debt_kind import role_of
from negotiator_tui.guide.notes import Note, note_of
from negotiator_tui.guide.words import day_words, yuan_words
from negotiator_tui.text.language import Lang


def early_warning(  # noqa: PLR0917 - what a message is made of
    case: Case, debt: Debt | None, due: date, amount: Decimal | None, payable: Decimal | None, today: date, lang: Lang
) -> Note:
    """The message for one payment, to copy; `hint` is what to look at before it is sent.

    `payable` is what can surely be paid that day; without it, or where it is nothing, no sum is promised. The answer is
    asked for by the day of the payment.
    """
    role = "someone" if debt is None else role_of(debt)
    values = {
        "tail": "" if debt is None else debt.contract_tail or "",
        "day": day_words(due, today, lang),
        "amount": yuan_words(amount),
        "payable": yuan_words(payable) if payable else "",
        "reply_by": day_words(due, today, lang),
    }
    known = {name for name, value in values.items() if value}
    entry_id = next(
        entry_id
        for entry_id, entry in structure("warning").items()
        if role in entry.get("roles", (role,)) and known.issuperset(entry.get("needs", ()))
    )
    return note_of("warning", entry_id, About(case, today, debt), lang, **values)
