"""The plans: named versions side by side, the terms of the open one, and what follows from them."""

from negotiator_tui.case.kinds import YesNo
from negotiator_tui.case.plans import Plan
from negotiator_tui.finance.offer import Outcome
from negotiator_tui.finance.plan_basis import Basis, basis_of, negotiable_debts
from negotiator_tui.finance.plan_words import payments_in_words, plan_sentence
from negotiator_tui.finance.plans import PlanResult, TermResult, chosen_plan, plan_result
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.choosing import chosen, fold
from negotiator_tui.ui.pages.forms import debt_name, in_place
from negotiator_tui.ui.pages.guided import open_answers
from negotiator_tui.ui.pages.plan_form import paid_now, terms_form
from negotiator_tui.ui.pages.plan_other import other_request_rows
from negotiator_tui.ui.pages.plan_pictures import pictures
from negotiator_tui.ui.pages.plan_search import proposal
from negotiator_tui.ui.pages.plan_shares import shares_rows
from negotiator_tui.ui.pages.plan_term import (
    beside_contract,
    breaks,
    figure_rows,
    fit_to,
    said,
    unsettled,
    verdict,
    wrong,
)
from negotiator_tui.ui.view import View

_OPEN, _TERM = "plan", "term"
"""What is open on the page: one plan, and of its debts one."""
_NAME = 48
"""Cells a debt's name has in a heading."""


def plan(view: View) -> list[r.Row]:
    """What can be asked for: the state of things first, the versions, then the terms of the one that is open."""
    basis = basis_of(view.case, view.today, view.today)
    rows: list[r.Row] = [r.Heading(view.t(N_("Plans")), view.t(N_("what to ask for, tried on your months")))]
    rows += [*_state(view, basis), *proposal(view), *shares_rows(view, basis), r.Blank()]
    if not view.case.plans:
        return [*rows, *_start(view, basis)]
    opened = _opened(view)
    rows += in_place(view, "plans", view.t(N_("a name: adds a plan")))
    for each in view.case.plans:
        rows += _plan(view, each, is_open=opened is not None and each.id == opened.id)
    return [*rows, r.Blank(), *_onward(view)]


def _onward(view: View) -> list[r.Row]:
    """From the plans to what follows: all of them beside the contract, and the line before the first call."""
    compare, ladder = view.t(N_("Side by side")), view.t(N_("The line"))
    return [
        r.ActionRow("compare", compare, view.t(N_("the contract first, then each plan")), target=r.Target("compare")),
        r.ActionRow("ladder", ladder, view.t(N_("settle it before the first call")), target=r.Target("ladder")),
    ]


def _opened(view: View) -> Plan | None:
    """The plan whose terms are shown: the one opened last, else the one to ask for."""
    wanted = chosen(view, _OPEN)
    if wanted is None:
        return chosen_plan(view.case)
    return next((each for each in view.case.plans if each.id == wanted), None)


def _state(view: View, basis: Basis) -> list[r.Row]:
    """A deficit, or the answers without which nothing is called affordable."""
    budget = basis.budget
    if basis.deficit:
        return [
            r.Note(
                view.t(N_("In the next twelve months nothing is left for a lender after what comes first.")), "warn"
            ),
            r.FigureRow(view.budget.surplus, view.t(N_("this month"))),
            r.Note(
                view.t(N_("No instalment can come out of a shortfall: any promise would break. There is another way.")),
                "",
            ),
            *other_request_rows(view),
            r.ActionRow(
                "no-plan",
                view.t(N_("When no plan can be carried")),
                target=r.Target("refused", ("action", "route.cannot-carry")),
            ),
            r.ActionRow(
                "shop", view.t(N_("Look at what the shop brings and costs")), target=r.Target("shop"), style="dim"
            ),
        ]
    if not budget.judgeable or basis.shares is None:
        missing = budget.blocking or budget.missing
        return [
            r.Note(
                view.t(
                    N_("Whether a plan can be carried cannot be said yet. {count} answers decide:"), count=len(missing)
                ),
                "accent",
            ),
            *open_answers(view, missing, limit=4),
        ]
    if basis.shares.missing:
        return [
            r.Note(
                view.t(N_("What is due on other debts is not all known, so nothing is called affordable yet:")),
                "accent",
            ),
            *open_answers(view, basis.shares.missing, limit=4),
        ]
    return _shortage(view, basis)


def _shortage(view: View, basis: Basis) -> list[r.Row]:
    """What comes first may take more than there is in some months."""
    shares = basis.shares
    if shares is None or not any(shares.shortage):
        return []
    words = view.t(
        N_("In {count} of the next 60 months what comes first takes more than there is."),
        count=sum(map(bool, shares.shortage)),
    )
    return [r.Note(words, "warn")]


def _start(view: View, basis: Basis) -> list[r.Row]:
    if basis.deficit:
        return []
    debts = negotiable_debts(view.case, view.today)
    if not view.case.debts:
        return [r.ActionRow("debts", view.t(N_("Write down a debt first")), target=r.Target("debts"))]
    if not debts:
        return [
            r.Note(view.t(N_("No debt needs a plan as things stand: what is current can be kept as it is."))),
            r.ActionRow("debts", view.t(N_("Look at the debts")), target=r.Target("debts")),
        ]
    names = view.t(N_(", ")).join(debt_name(view, debt.id) for debt in debts)
    return [
        r.Note(view.t(N_("A plan is one request per debt: how much a month, how long, at which rate."))),
        r.ActionRow(
            "start-plan",
            view.t(N_("Start a plan")),
            view.t(N_("for {names}"), names=names),
            command="replace",
            argument="start-plan",
        ),
    ]


def _plan(view: View, each: Plan, *, is_open: bool) -> list[r.Row]:
    result = plan_result(view.case, each, view.today)
    name = each.name or view.t(N_("Plan without a name"))
    head = fold(view, _OPEN, each.id, name, _summary(view, result), is_open=is_open)
    if not is_open:
        return [head]
    rows: list[r.Row] = [r.Blank(), head]
    if each.start is not None and each.start < view.today:
        rows.append(r.Note(view.t(N_("The first payment lies in the past. Please give it a new day.")), "warn"))
    rows += _terms(view, result)
    return [*rows, *_together(view, result), r.Blank(), *_without_terms(view, each, result), *_versions(view, each)]


def _summary(view: View, result: PlanResult) -> str:
    """A plan in a few words behind its name: what is paid, and the month it breaks in."""
    if len(result.terms) != 1:
        return view.t(N_("{count} debts"), count=len(result.terms)) if result.terms else view.t(N_("no terms yet"))
    return _short(view, result.terms[0])


def _without_terms(view: View, each: Plan, result: PlanResult) -> list[r.Row]:
    """Debts to negotiate that the plan says nothing about."""
    there = {term.debt.id for term in result.terms}
    left = [debt for debt in negotiable_debts(view.case, view.today) if debt.id not in there]
    if not left:
        return [] if there else [r.Note(view.t(N_("There is no debt to negotiate about.")), "dim")]
    names = view.t(N_(", ")).join(debt_name(view, debt.id) for debt in left)
    words = view.t(N_("Add terms for {names}"), names=names)
    return [
        r.ActionRow(
            f"fill.{each.id}",
            words,
            command="replace",
            argument=f"fill-plan {each.id}",
            style="accent" if not there else "dim",
        )
    ]


def _terms(view: View, result: PlanResult) -> list[r.Row]:
    """The debts of a plan: the only one as it is, of several one at a time behind a row of its own."""
    if len(result.terms) == 1:
        only = result.terms[0]
        return [r.Heading(fit_to(debt_name(view, only.debt.id), _NAME)), *_term(view, result, only)]
    opened = chosen(view, _TERM)
    if opened is None or (opened and all(each.terms.id != opened for each in result.terms)):
        opened = next((each.terms.id for each in result.terms), "")
    rows: list[r.Row] = []
    for each in result.terms:
        is_open, name = each.terms.id == opened, debt_name(view, each.debt.id)
        rows.append(fold(view, _TERM, each.terms.id, name, "" if is_open else _short(view, each), is_open=is_open))
        rows += _term(view, result, each) if is_open else []
    return rows


def _short(view: View, result: TermResult) -> str:
    """What is paid on a debt, in a few words."""
    if not isinstance(result.outcome, Outcome):
        return view.t(N_("not complete"))
    return payments_in_words(result.outcome.payments_fen, view.lang, said(view))[0]


def _term(view: View, plan_: PlanResult, result: TermResult) -> list[r.Row]:
    """One debt in a plan: the sentence and the verdict, the terms, then the figures and the contract."""
    source = ("terms", result.terms.id)
    rows: list[r.Row] = []
    if isinstance(result.outcome, Outcome):
        rows.append(r.Note(plan_sentence(result.outcome, result.debt, view.lang, said(view)), "strong"))
    if result.trial is not None and not unsettled(result.trial):
        rows.append(verdict(view, result.trial))
    rows += [*wrong(view, result), *_agreed(view, result)]
    rows += [*terms_form(view, result), *paid_now(view, result)]
    if isinstance(result.outcome, Outcome):
        title = plan_.plan.name or view.t(N_("this plan"))
        rows += [r.Blank(), *breaks(view, result.trial, source), *figure_rows(view, result, source)]
        rows += [*beside_contract(view, result, title), *pictures(view, result)]
    return rows


def _agreed(view: View, result: TermResult) -> list[r.Row]:
    """An agreement on this debt stands already."""
    found = [each for each in view.case.agreements if each.debt == result.debt.id and each.signed_on is not None]
    if not found:
        return []
    target = r.Target("item", ("agreements", found[-1].id))
    return [
        r.ActionRow(
            f"agreed.{result.terms.id}",
            view.t(N_("This debt has an agreement; its terms count")),
            target=target,
            style="dim",
        )
    ]


def _together(view: View, result: PlanResult) -> list[r.Row]:
    """Where a plan is for several debts: all payments against all the money."""
    trial = result.trial
    if len(result.terms) < 2 or trial is None or unsettled(trial):
        return []
    rows: list[r.Row] = [
        r.Heading(view.t(N_("All of it together")), view.t(N_("all debts, all money for them"))),
        verdict(view, trial),
        *breaks(view, trial, ("plans", result.plan.id), guess=False),
    ]
    left_out = sum(not isinstance(each.outcome, Outcome) for each in result.terms)
    if left_out:
        rows.append(
            r.Note(view.t(N_("{count} debts are left out until the terms are complete."), count=left_out), "accent")
        )
    return rows


def _versions(view: View, each: Plan) -> list[r.Row]:
    rows: list[r.Row] = []
    if each.chosen is not YesNo.YES:
        rows.append(
            r.ActionRow(
                f"choose.{each.id}",
                view.t(N_("Ask for this one")),
                command="replace",
                argument=f"choose-plan {each.id}",
            )
        )
    hint = view.t(N_("to change it and compare"))
    rows.append(
        r.ActionRow(
            f"copy.{each.id}",
            view.t(N_("Copy as a new version")),
            hint,
            command="replace",
            argument=f"copy-plan {each.id}",
        )
    )
    return rows
