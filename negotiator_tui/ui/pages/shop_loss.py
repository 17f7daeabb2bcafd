"""When the shop loses money before any debt: that comes before every plan."""

from negotiator_tui.case.questions import question
from negotiator_tui.finance.budget import shop_loses
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.view import View, ask_row

_FOLD = "shop-ways"
_CLOSING = ("close_lease", "lease_until", "close_wages", "close_deposit", "close_stock")
"""The answers that the cost of closing follows from."""


def shop_loss(view: View) -> list[r.Row]:
    """What one more month costs, and the ways there are, as sums and never as advice; nothing while the shop earns."""
    loss = shop_loses(view.budget)
    if loss is None:
        return []
    # Most shops earn: the guide is read only for those that do not.
    from negotiator_tui.guide.pages import shop_ways
    from negotiator_tui.ui.pages.guided import facts_of, grounds, told

    ways = shop_ways(view.case, view.today, view.lang, loss=view.money(loss.value))
    rows: list[r.Row] = [r.Heading(view.t(N_("The shop first"))), r.FigureRow(loss, style="warn")]
    rows += [r.Note(note.text) for note in ways[:1]]
    if _FOLD not in view.unfolded:
        label = view.t(N_("What there is to weigh: {count} ways"), count=len(ways) - 1)
        return [*rows, r.ActionRow(_FOLD, label, command="unfold", argument=_FOLD), *_onward(view)]
    sums = {"change": _change, "rest": _rest, "closing-costs": _closing}
    for note in ways[1:]:
        rows += told(note, indent=2)
        rows += sums[note.id](view) if note.id in sums else []
    return [*rows, *grounds(view, _FOLD, facts_of(ways)), *_onward(view)]


def _onward(view: View) -> list[r.Row]:
    """On from here: lenders hear of it without a figure, which holds whatever becomes of the shop."""
    if view.case.contacts or view.case.sent or not view.case.debts:
        return []
    label, hint = view.t(N_("Seen; on to the first message")), view.t(N_("it promises no figure"))
    return [r.ActionRow("shop-loss.on", label, hint, target=r.Target("script", ("action", "copy.holding")))]


def _change(view: View) -> list[r.Row]:
    """The takings that would cover the costs, or that every sale loses."""
    from negotiator_tui.finance.shop_ways import enough_takings

    enough = enough_takings(view.budget)
    if enough is not None:
        return [r.FigureRow(enough)]
    if not view.budget.sums.shop_income.fen:
        return []
    words = view.t(N_("The costs that move with sales take all that comes in: more sales alone would not cover them."))
    return [r.Note(words, "dim", 2)]


def _rest(view: View) -> list[r.Row]:
    from negotiator_tui.finance.shop_ways import rest_costs

    rest = rest_costs(view.budget)
    return [] if rest is None else [r.FigureRow(rest)]


def _closing(view: View) -> list[r.Row]:
    """What closing would cost, beside how many months like this cost as much; and the answers it follows from."""
    from negotiator_tui.finance.shop_ways import closing_costs, months_of_loss

    closing = closing_costs(view.case, view.budget, view.today)
    months = months_of_loss(view.budget, closing)
    remark = "" if months is None else view.t(N_("as much as {count} months like this"), count=months)
    answers = view.case.budget
    asked = [ask_row(answers, ("budget",), question(type(answers), name)) for name in _CLOSING]
    return [r.FigureRow(closing, remark), *asked]
