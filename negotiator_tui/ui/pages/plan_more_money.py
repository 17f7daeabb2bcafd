"""What a little more a month would do, or as much less spent: sums, never advice."""

from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.more_money import Aim, More, more_for
from negotiator_tui.finance.plans import chosen_plan, plan_result
from negotiator_tui.finance.search_points import Change
from negotiator_tui.text.language import N_
from negotiator_tui.text.rates import format_rate
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.choosing import chosen, fold
from negotiator_tui.ui.pages.forms import debt_name
from negotiator_tui.ui.view import View

_GROUP = "more-money"

_AIMS = {
    Aim.CONTRACT: N_("{amount} more a month: the instalments of all contracts could be paid, also in bad months."),
    Aim.PLAN: N_("{amount} more a month: for every debt there would be a plan that survives bad months."),
    Aim.ASK: N_("{name}, {amount} more a month: what is proposed would survive bad months without savings."),
}
_NEVER = {
    Aim.CONTRACT: N_("No sum worth naming would be enough to pay the instalments of all contracts."),
    Aim.PLAN: N_("No sum worth naming would be enough for a plan on every debt."),
    Aim.ASK: N_("{name}: no sum worth naming would make what is proposed survive bad months."),
}
_STEPS = {
    Change.RATE: N_("{name}, {amount} more a month: {rate}% a year could be carried, half a point less asked for."),
    Change.WAIVER: N_("{name}, {amount} more a month: less would have to be waived."),
    Change.MONTHS: N_("{name}, {amount} more a month: {months} months would be enough, one less."),
    Change.GRACE: N_("{name}, {amount} more a month: one month of grace less would do."),
}


def more_money_rows(view: View) -> list[r.Row]:
    """Behind a fold: what so much more a month would do. Nothing while it is being worked out, or nothing is asked."""
    more = () if view.beyond is None else view.beyond.more
    if not more:
        return []
    is_open = chosen(view, _GROUP) == "all"
    label = view.t(N_("If more came in each month, or less went out"))
    head = fold(view, _GROUP, "all", label, "" if is_open else _shortest(view, more), is_open=is_open, style="dim")
    return [head, *sums(view, more)] if is_open else [head]


def sums(view: View, more: tuple[More, ...]) -> list[r.Row]:
    """The sums themselves, each as a sentence."""
    rows: list[r.Row] = [
        r.Note(
            view.t(N_("Sums only, after tax, and a tenth of what is left stays yours. What is overdue is apart.")),
            "dim",
            2,
        )
    ]
    return [*rows, *(r.Note(_words(view, each), "", 2) for each in more)]


def needed_rows(view: View) -> list[r.Row]:
    """How much more a month the plan to ask for would need to hold in bad months; nothing where it holds, or is none."""
    plan = chosen_plan(view.case)
    if plan is None:
        return []
    rows: list[r.Row] = []
    for term in plan_result(view.case, plan, view.today).terms:
        if term.trial is None or not term.basis.settled or term.trial.hold.ok:
            continue
        fen = more_for(term.basis, term.debt.id, term.trial.payments)
        if fen is not None:
            words = view.t(
                N_("{name}: with {amount} more a month, or as much less spent, your plan would hold in bad months."),
                name=debt_name(view, term.debt.id),
                amount=view.money(yuan(fen)),
            )
            rows.append(r.Note(words, "", 2))
    return rows


def _shortest(view: View, more: tuple[More, ...]) -> str:
    least = min((each.fen for each in more if each.fen), default=None)
    return "" if least is None else view.t(N_("from {amount} on"), amount=view.money(yuan(least)))


def _words(view: View, each: More) -> str:
    name = debt_name(view, each.debt) if each.debt else ""
    if each.smaller is None:
        if each.fen is None:
            return view.t(_NEVER[each.aim], name=name)
        return view.t(_AIMS[each.aim], name=name, amount=view.money(yuan(each.fen)))
    if each.fen is None or each.smaller.candidate is None:
        return view.t(N_("{name}: no sum worth naming makes the next smaller ask possible."), name=name)
    return view.t(
        _STEPS[each.smaller.change],
        name=name,
        amount=view.money(yuan(each.fen)),
        rate=format_rate(each.smaller.candidate.rate),
        months=each.smaller.key.months,
    )
