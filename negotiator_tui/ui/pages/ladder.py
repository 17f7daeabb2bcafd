"""The ladder: what to ask first, second and third, and the line in yuan a month that no promise crosses."""

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.plans import Ladder
from negotiator_tui.case.questions import asked
from negotiator_tui.finance.ladder import Ladder as Found
from negotiator_tui.finance.ladder import ladder as found_ladder
from negotiator_tui.finance.plan_basis import negotiable_debts
from negotiator_tui.finance.plan_words import payments_in_words, plan_sentence
from negotiator_tui.finance.rungs import Asked, Rungs, ladder_of, rungs_of
from negotiator_tui.finance.search import DebtSearch, outcome_of
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.changes_terms import ladder_argument
from negotiator_tui.ui.ink import Span
from negotiator_tui.ui.pages.forms import debt_name
from negotiator_tui.ui.pages.limitation import limitation
from negotiator_tui.ui.pages.plan_term import fit_to, said
from negotiator_tui.ui.pages.terms_words import gives, told
from negotiator_tui.ui.view import View, ask_row

_NAME = 40
"""Cells a debt's name has in a heading."""
_INDENT = 2
_LATER = 12
"""Months that stand for all later ones where the line is said in words."""


def ladder(view: View) -> list[r.Row]:
    """For each debt to negotiate: its asks and its line, or the way to them."""
    rows: list[r.Row] = [
        r.Heading(view.t(N_("The line")), view.t(N_("settle it before the first call"))),
        r.Note(
            view.t(
                N_(
                    "Ask for the first, which asks them for least. Only if they refuse it, for the next. Nothing goes above the line."
                )
            ),
            "dim",
        ),
    ]
    debts = _debts(view)
    if not debts:
        target = r.Target("debts")
        return [
            *rows,
            r.Note(view.t(N_("There is no debt to negotiate about."))),
            r.ActionRow("debts", view.t(N_("Look at the debts")), target=target),
        ]
    for debt in debts:
        rows += _debt(view, debt)
    return [*rows, r.Blank(), *limitation(view, debts)]


def _debts(view: View) -> list[Debt]:
    """The debts to negotiate, and others that have a ladder."""
    found = negotiable_debts(view.case, view.today)
    ids = {debt.id for debt in found} | {each.debt for each in view.case.ladders}
    return [debt for debt in view.case.debts if debt.id in ids]


def _debt(view: View, debt: Debt) -> list[r.Row]:
    own = ladder_of(view.case, debt.id)
    name = fit_to(debt_name(view, debt.id), _NAME)
    if own is None:
        return [r.Heading(name, view.t(N_("no line yet"))), *_proposed(view, debt)]
    aside = view.t(N_("not settled yet"))
    if own.frozen_on is not None:
        aside = view.t(N_("settled on {day}"), day=format_date(own.frozen_on))
    rungs = rungs_of(view.case, debt.id, view.today)
    rows: list[r.Row] = [r.Heading(name, aside), *_changed(view, own)]
    if rungs is None:
        return rows
    rows += [ask_row(own, ("ladders", own.id), each) for each in asked(own)]
    rows += _line_itself(view, rungs)
    for each in rungs.asks:
        rows += _ask(view, rungs, each)
    if not rungs.asks:
        rows.append(r.Note(view.t(N_("There is no ask yet.")), "dim"))
    rows.append(
        r.ActionRow(
            f"add.{own.id}",
            view.t(N_("Add an ask")),
            view.t(N_("it begins like the last one")),
            command="replace",
            argument=f"add-rung {own.id}",
            style="dim",
        )
    )
    return [*rows, *_settle(view, own), *_again(view, debt)]


def _changed(view: View, own: Ladder) -> list[r.Row]:
    """That it was changed after it was settled, and what the line was then."""
    if own.changed_on is None or own.frozen_on is None:
        return []
    args = {"changed": format_date(own.changed_on), "settled": format_date(own.frozen_on)}
    words = view.t(N_("Changed on {changed}, after it was settled on {settled}."), **args)
    if own.frozen_line is not None and own.frozen_line != own.line:
        words += " " + view.t(N_("The line was {line} then."), line=view.money(own.frozen_line))
    return [r.Note(words, "warn")]


def _ask(view: View, rungs: Rungs, each: Asked) -> list[r.Row]:
    """One ask in a sentence, what it asks of the lender, and a word where it cannot be carried."""
    target = r.Target("item", ("rungs", each.rung, "method"))
    label = view.t(N_("Ask {number}: "), number=each.number)
    if each.outcome is None:
        return [r.ActionRow(f"rung.{each.rung}", label + view.t(N_("not complete")), target=target)]
    words = plan_sentence(each.outcome, rungs.debt, view.lang, said(view))
    hint = gives(view, each.outcome, each.result.contract.months)
    rows: list[r.Row] = [r.ActionRow(f"rung.{each.rung}", label + words, hint, target=target)]
    crossed = rungs.crossing(each)
    return [*rows, r.Note(told(view, crossed), "warn", _INDENT)] if crossed is not None else rows


def _line_itself(view: View, rungs: Rungs) -> list[r.Row]:
    """A line above what the leanest month leaves is challenged in words, and stays."""
    line = rungs.line
    if line is None:
        return [r.Note(view.t(N_("Without a line nothing can be said of a promise.")), "accent", _INDENT)]
    for each in rungs.asks:
        trial = each.result.trial
        if trial is None or not trial.basis.settled:
            continue
        if trial.hold.savings:  # such asks say so themselves: no line is left in every month
            return []
        months = range(min(len(trial.payments), len(trial.bad)))
        short = next((month for month in months if line.fen_of(month) > trial.bad[month]), None)
        if short is None:
            return []
        words = view.t(
            N_(
                "In {month}, if it is a bad month, less than this line is left. A line is what can be kept every month."
            ),
            month=trial.month(short),
        )
        return [r.Note(words, "warn", _INDENT)]
    return []


def _settle(view: View, own: Ladder) -> list[r.Row]:
    if own.frozen_on is not None and own.changed_on is None:
        return []
    label = N_("Settle it: this is the line") if own.frozen_on is None else N_("Settle it again as it is now")
    hint = view.t(N_("it can be changed later; that is then said here"))
    return [r.ActionRow(f"settle.{own.id}", view.t(label), hint, command="replace", argument=f"settle-ladder {own.id}")]


def _found(view: View, debt: Debt) -> tuple[DebtSearch, Found] | None:
    """The ladder the search comes to; None while it is not there, or there is nothing to ask for."""
    search = None if view.search is None else view.search.of(debt.id)
    if search is None or search.result is None or search.money is None:
        return None
    made = found_ladder(search.result, search.money)
    return None if made is None else (search, made)


def _proposed(view: View, debt: Debt) -> list[r.Row]:
    """The asks that were found, to be taken over; without them the way to begin by hand."""
    found = _found(view, debt)
    rows: list[r.Row] = []
    if found is None and view.searching:
        rows.append(r.Note(view.t(N_("Looking for the least that would have to be asked for")), "dim"))
    if found is not None:
        search, made = found
        for number, candidate in enumerate(made.asks, 1):
            outcome = outcome_of(search, candidate, view.case, view.today)
            if outcome is not None:
                words = plan_sentence(outcome, debt, view.lang, said(view))
                head = Span(view.t(N_("Ask {number}: "), number=number), "dim")
                rows += [
                    r.Note((head, Span(words))),
                    r.Note(gives(view, outcome, search.contract.months), "dim", _INDENT),
                ]
        line = made.stated
        months = [line.first] * (line.until or 1)
        if line.until is not None:
            months += [line.later] * _LATER
        words = view.t(N_("; ")).join(payments_in_words(months, view.lang, said(view)))
        rows.append(r.Note(view.t(N_("The line: never more than {words}."), words=words)))
        if view.budget.bad_is_guess:
            rows.append(r.Note(view.t(N_("A bad month is a guess here: 80% of the takings")), "accent", _INDENT))
        rows.append(
            r.ActionRow(
                f"take.{debt.id}",
                view.t(N_("Take these over")),
                view.t(N_("each can still be changed")),
                command="replace",
                argument=ladder_argument(search, made),
            )
        )
        return rows
    label = view.t(N_("Begin a ladder by hand"))
    hint = view.t(N_("with the plan to ask for, where there is one"))
    return [
        *rows,
        r.ActionRow(f"start.{debt.id}", label, hint, command="replace", argument=f"start-ladder {debt.id}"),
    ]


def _again(view: View, debt: Debt) -> list[r.Row]:
    """The asks as they would be found now, in the place of these."""
    found = _found(view, debt)
    if found is None:
        return []
    return [
        r.ActionRow(
            f"again.{debt.id}",
            view.t(N_("Look for the asks anew")),
            view.t(N_("in the place of these, from the figures as they are now")),
            command="replace",
            argument=ladder_argument(*found),
            style="dim",
        )
    ]
