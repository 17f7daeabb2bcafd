"""How the money is divided among the debts to negotiate: by what is owed, or as the borrower shifts it."""

from collections.abc import Sequence
from dataclasses import replace

from negotiator_tui.case.case import find
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.questions import question
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.months import month_text
from negotiator_tui.finance.plan_basis import Basis
from negotiator_tui.finance.shares import NEAR, Share, Shares
from negotiator_tui.finance.shares_hand import WHOLE
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.choosing import chosen, fold
from negotiator_tui.ui.pages.forms import debt_name
from negotiator_tui.ui.pages.plan_term import fit_to
from negotiator_tui.ui.view import View, ask_row

_GROUP = "shares"
_NAME = 20


def shares_rows(view: View, basis: Basis) -> list[r.Row]:
    """Behind a fold a share for each debt, changed with left and right or typed; nothing where only one shares."""
    shares = basis.shares
    if shares is None or len(shares.parts) < 2 or shares.missing or not basis.budget.judgeable:
        return []
    is_open = chosen(view, _GROUP) == "all"
    label = view.t(N_("Who gets how much of the money"))
    percents = _percents([each.weight for each in shares.parts])
    hint = " : ".join(f"{each}%" for each in percents)
    rows: list[r.Row] = [fold(view, _GROUP, "all", label, hint, is_open=is_open, style="dim")]
    if not is_open:
        return [*rows, *_refused(view, shares)]
    rows.append(r.Note(_explained(view, shares), "dim", 2))
    rows += [_row(view, each, percent) for each, percent in zip(shares.parts, percents, strict=True)]
    return [*rows, *_refused(view, shares)]


def _explained(view: View, shares: Shares) -> str:
    if shares.by_hand:
        return view.t(N_("Divided as you said; emptying a row gives it back to what is owed."))
    return view.t(N_("Divided by what is owed on each; left and right shift it."))


def _percents(weights: Sequence[int]) -> list[int]:
    """Weights in whole percent that add up to a hundred: what is left over goes to the largest remainders."""
    whole = sum(weights)
    if not whole:
        return [0] * len(weights)
    percents = [weight * WHOLE // whole for weight in weights]
    order = sorted(range(len(weights)), key=lambda index: -(weights[index] * WHOLE % whole))
    for index in order[: WHOLE - sum(percents)]:
        percents[index] += 1
    return percents


def _row(view: View, part: Share, percent: int) -> r.Row:
    """The share of one debt with what it is in yuan, the leanest of the coming twelve bad months, and how long its plan
    takes on it."""
    debt: Debt | None = find(view.case, "debts", part.debt)
    asked = question(Debt, "share")
    named = replace(asked, ask=replace(asked.ask, label=fit_to(debt_name(view, part.debt), _NAME)))
    found = None if view.search is None else view.search.of(part.debt)
    plan = None if found is None or found.result is None else found.result.recommended
    bad = view.money(yuan(min(part.safe[:NEAR])))
    if plan is None:
        aside = view.t(N_("{bad} in a bad month"), bad=bad)
    else:
        aside = view.t(N_("{count} times, {bad} in a bad month"), count=plan.last, bad=bad)
    if debt is None:
        return r.Note(aside)
    return ask_row(debt, ("debts", part.debt), named, aside, percent)


def _refused(view: View, shares: Shares) -> list[r.Row]:
    """Why a division that was wished for is not followed."""
    refused = shares.refused
    if refused is None:
        return []
    words = view.t(
        N_(
            "Your division is not followed: {name} is up to date, and in {month} {amount} of its instalment would be "
            "missing. Divided by what is owed instead."
        ),
        name=debt_name(view, refused.debt),
        month=month_text(shares.first + refused.month),
        amount=view.money(yuan(refused.short_by)),
    )
    return [r.Note(words, "warn", 2)]
