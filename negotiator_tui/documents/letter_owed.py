"""The parts of the letter that tell how things stand: what is owed and since when, and what happened."""

from datetime import date
from decimal import Decimal

from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Cause, Shape, YesNo
from negotiator_tui.documents.citing import Citing
from negotiator_tui.documents.making import is_guess
from negotiator_tui.documents.means import Means, takings_paths
from negotiator_tui.documents.templates import say, word
from negotiator_tui.documents.wording import day_text, money, month_text, sentence_end, you
from negotiator_tui.finance.claim_overdue import overdue_of
from negotiator_tui.finance.fen import yuan
from negotiator_tui.guide.conditions import CONDITIONS, About

PART = "letter"


def owed(case: Case, debt: Debt, today: date, citing: Citing) -> str:
    """What is owed, of which day and from where; since when something is overdue, and how much of it."""
    text = say(
        PART,
        "owed",
        day=day_text(debt.as_of) if debt.as_of else day_text(today),
        source=source_words(debt),
        principal=money(debt.outstanding or Decimal(0), about=is_guess(debt, "outstanding")),
        ground=citing.ground(("debts", debt.id, "outstanding")),
    )
    return text + _overdue(case, debt, today, citing) + say(PART, "breakdown", you=you(debt.lender))


def source_words(debt: Debt) -> str:
    """Where the borrower read what is owed."""
    return say(PART, f"source-{debt.balance_from or 'paper'}", you=you(debt.lender))


def _overdue(case: Case, debt: Debt, today: date, citing: Citing) -> str:
    if debt.overdue is not YesNo.YES or debt.overdue_since is None:
        return ""
    since = day_text(debt.overdue_since)
    if debt.shape is not Shape.LOAN:
        return say(PART, "overdue-day", since=since)
    found = overdue_of(debt, case.missed, today)
    amount = found.principal + found.interest
    if not amount:
        return say(PART, "overdue-day", since=since)
    guess = found.worked_out or is_guess(debt, "overdue_principal") or is_guess(debt, "overdue_interest")
    shown = citing.exhibits(("debts", debt.id, "overdue_principal"), ("debts", debt.id, "outstanding"))
    ground = say(PART, "overdue-own") if found.worked_out else shown or word("own-word")
    return say(PART, "overdue", since=since, overdue=money(yuan(amount), about=guess), ground=ground)


def cause(case: Case, citing: Citing) -> str:
    """What happened, in the borrower's own words where there are any."""
    hardship = case.hardship
    ground = citing.ground(("hardship",))
    words = sentence_end(hardship.words or "")
    if not words:
        if hardship.cause is None:
            return say(PART, "cause-none")
        words = say(PART, f"cause-{hardship.cause or Cause.OTHER}")
    elif hardship.since is None or CONDITIONS["words-dated"](About(case, date.min)):
        return say(PART, "cause-words", cause=words, ground=ground)
    if hardship.since is None:
        return say(PART, "cause-words", cause=words, ground=ground)
    return say(PART, "cause-since", since=month_text(hardship.since), cause=words, ground=ground)


def takings(case: Case, means: Means | None, citing: Citing) -> str:
    """From how much to how much the shop's takings went; nothing without a shop, or while it is not known."""
    hardship, text = case.hardship, ""
    if hardship.takings_before is not None:
        about = "takings_before" in hardship.estimated
        text = say(PART, "takings-before", before=money(hardship.takings_before, about=about))
    if means is None or not means.usual.shop_income.value or means.bad.shop_income.value is None:
        return text
    usual, bad = means.usual.shop_income, means.bad.shop_income
    values = {
        "usual": money(usual.value or Decimal(0), about=usual.estimated),
        "bad": money(means.bad.shop_income.value, about=bad.estimated or "worst_takings" in case.budget.estimated),
        "ground": citing.ground(*takings_paths(case)),
    }
    if means.guessed:
        return text + say(PART, "takings-guessed", **values)
    return text + say(PART, "takings", **values, ground_bad=citing.ground(("budget", "worst_takings")))
