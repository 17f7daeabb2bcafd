"""What is owed on a debt today, by its parts: how it grows, and what the exact sum still waits for."""

from dataclasses import replace

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Shape
from negotiator_tui.case.questions import question
from negotiator_tui.finance.claim import Claim, balance_of, claim
from negotiator_tui.finance.claim_reading import Reading
from negotiator_tui.finance.fen import to_fen, yuan
from negotiator_tui.finance.figure import Figure, less, total, unanswered
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.text.rates import format_rate
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.guided import open_answers
from negotiator_tui.ui.pages.places import target_of
from negotiator_tui.ui.view import View

_ANSWERS = 3
"""Missing answers that are named at once."""


def owed(view: View, debt: Debt) -> list[r.Row]:
    """The sum owed today by its parts, what each day adds, and which lines of the contract or answers decide it."""
    rows: list[r.Row] = [r.Heading(view.t(N_("What is owed today")), format_date(view.today))]
    found = claim(debt, view.case.missed, view.today)
    if balance_of(debt) is None:
        rows.append(r.Note(view.t(N_("What is owed can be counted once it is known how much is left.")), "dim"))
        rows += open_answers(view, [("debts", debt.id, "outstanding")])
    else:
        figure = claim_figure(debt, found)
        days = view.t(N_("overdue {days} days"), days=found.overdue_days) if found.overdue_days else ""
        rows.append(r.FigureRow(figure, days, "strong"))
        if debt.shape is Shape.LOAN:
            rows += _each_day(view, debt, found)
        if len(figure.parts) > 1:
            rows += [r.FigureRow(part) for part in figure.parts]
        if debt.shape is Shape.LOAN:
            rows += _more_overdue_than_owed(view, debt)
            rows += [*_open(view, debt, found), _compare(view, debt)]
    if debt.shape in {Shape.CARD, Shape.BILL}:
        words = view.t(N_("Interest and fees since then are on the statement; they are not counted here."))
        rows.append(r.Note(words, "dim"))
    if debt.shape is Shape.UNVERIFIED and debt.to_repay is not None and debt.received is not None:
        back = Figure(N_("What they want back"), debt.to_repay, source=("debts", debt.id, "to_repay"))
        arrived = Figure(N_("What really arrived"), debt.received, source=("debts", debt.id, "received"))
        rows.append(r.FigureRow(less(N_("Asked for beyond what arrived"), back, arrived)))
    return rows


def _more_overdue_than_owed(view: View, debt: Debt) -> list[r.Row]:
    """Overdue principal is a part of all that is left, so that more of it cannot be right."""
    if debt.outstanding is None or debt.overdue_principal is None or debt.overdue_principal <= debt.outstanding:
        return []
    words = N_("The overdue principal is more than all that is left of the loan. One of the two cannot be right.")
    return [r.Note(view.t(words), "warn"), *open_answers(view, [("debts", debt.id, "overdue_principal")])]


def _compare(view: View, debt: Debt) -> r.Row:
    """The way to the balance worked out again."""
    words = view.t(N_("Does the lender's figure agree?"))
    hint = view.t(N_("worked out again, line by line"))
    return r.ActionRow("balance", words, hint, command="open-balance", argument=debt.id)


def claim_figure(debt: Debt, found: Claim) -> Figure:
    """What is owed on the day of the claim, by its parts; what an answer is missing for is marked with it."""
    reading, loan = found.likely, debt.shape is Shape.LOAN
    owed = Figure(
        N_("Principal") if loan else N_("Still owed"),
        reading.outstanding,
        estimated="outstanding" in debt.estimated,
        source=("debts", debt.id, "outstanding") if debt.outstanding is not None else None,
    )
    interest = Figure(N_("Overdue interest"), reading.overdue_interest, estimated=found.worked_out)
    stated = Figure(N_("Penalty as stated"), reading.penalty_due, source=("debts", debt.id, "penalty_due"))
    compound = Figure(N_("Interest on unpaid interest"), reading.compound)
    said_so = [each for each in (interest, stated) if each.value]
    since = (_interest_since(debt, found), _penalty_since(debt, found)) if loan else ()
    counted = [each for each in (*since, compound) if each.value or each.missing]
    return total(N_("Owed today"), (owed, *said_so, *counted))


def _interest_since(debt: Debt, found: Claim) -> Figure:
    label, missing = N_("Interest since the last due day"), _paths(debt, found, "rate", "rate_per")
    if missing:
        return unanswered(label, missing[0])
    return Figure(
        label,
        found.likely.normal_interest,
        estimated="year_days" in found.decides,
        missing=_paths(debt, found, "next_due"),
        note=N_("on what is not overdue"),
    )


def _penalty_since(debt: Debt, found: Claim) -> Figure:
    reading = found.likely
    label = N_("Penalty since then") if reading.penalty_due else N_("Penalty so far")
    missing = _paths(debt, found, "overdue", "overdue_principal")
    if missing and not reading.penalty:
        return unanswered(label, missing[0])
    parts = (
        Figure(N_("Bears penalty"), reading.base),
        Figure(N_("Penalty a day"), reading.penalty_per_day),
    )
    return Figure(
        label,
        reading.penalty,
        parts=parts,
        estimated=found.is_range or found.worked_out,
        missing=missing,
        note=N_("by the day, {times} times the contract's rate, in a year of {days} days"),
        args=(("times", format_rate(reading.multiplier)), ("days", str(reading.year_days))),
    )


def _paths(debt: Debt, found: Claim, *names: str) -> tuple[tuple[str, str, str], ...]:
    return tuple(("debts", debt.id, name) for name in names if name in found.missing)


def _each_day(view: View, debt: Debt, found: Claim) -> list[r.Row]:
    """What one more day adds, and the two readings of a contract that has not been read."""
    if _paths(debt, found, "rate", "rate_per"):
        return []
    parts = (
        Figure(N_("Interest a day"), found.likely.interest_per_day),
        Figure(N_("Penalty a day"), found.likely.penalty_per_day),
    )
    per_day = total(N_("Each day adds"), tuple(part for part in parts if part.value) or parts[:1])
    per_day = replace(per_day, estimated=found.is_range or found.worked_out)
    days = sorted(_a_day(each) for each in _readings(found))
    remark = ""
    if days[0] != days[-1]:
        args = {"low": view.money(yuan(days[0])), "high": view.money(yuan(days[-1]))}
        remark = view.t(N_("{low} to {high}"), **args)
    return [r.FigureRow(per_day, remark)]


def _readings(found: Claim) -> list[Reading]:
    """The readings between which the contract decides."""
    readings = [found.likely, found.low, found.high]
    if "penalty_base" in found.decides and found.instalment_only is not None:
        readings.append(found.instalment_only)
    if "accelerated_on" in found.decides and found.whole_loan is not None:
        readings.append(found.whole_loan)
    return readings


def _a_day(reading: Reading) -> int:
    return to_fen(reading.penalty_per_day) + to_fen(reading.interest_per_day)


def _open(view: View, debt: Debt, found: Claim) -> list[r.Row]:
    """Which lines of the contract decide, and which answers are missing, each a way to its row."""
    rows: list[r.Row] = []
    if found.is_range:
        rows += _two_ways(view, found)
        for name in found.decides:
            label, target = question(Debt, name).ask.label, target_of(("debts", debt.id, name), view.case)
            rows.append(r.ActionRow(f"decides.{name}", view.t(label), target=target))
    if found.worked_out:
        words = view.t(
            N_("The overdue part is worked out from instalment and rate, until the lender's figures are here.")
        )
        rows.append(r.Note(words, "dim"))
    missing = _paths(debt, found, *found.missing)
    if missing:
        rows += [
            r.Note(view.t(N_("Still open for the exact sum:")), "dim"),
            *open_answers(view, missing, limit=_ANSWERS),
        ]
    return rows


def _two_ways(view: View, found: Claim) -> list[r.Row]:
    rows: list[r.Row] = []
    for reading, words in (
        (found.instalment_only, N_("If only the overdue instalment bears penalty: about {sum} so far, {day} a day.")),
        (found.whole_loan, N_("If the whole loan was called in: penalty of about {sum} so far, {day} a day.")),
    ):
        if reading is not None and "accelerated_on" in found.decides:
            args = {"sum": view.money(reading.penalty_so_far), "day": view.money(reading.penalty_per_day)}
            rows.append(r.Note(view.t(words, **args)))
    if found.low.total != found.high.total:
        args = {"low": view.money(found.low.total), "high": view.money(found.high.total)}
        rows.append(r.Note(view.t(N_("In all {low} to {high}. These lines of the contract decide:"), **args), "accent"))
    else:
        rows.append(r.Note(view.t(N_("These lines of the contract decide how it grows:")), "accent"))
    return rows
