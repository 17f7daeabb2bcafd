"""When the shop loses money before any debt: that comes before every plan."""

from negotiator_tui.finance.budget import shop_loses
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.view import View

_FOLD = "shop-ways"


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
        return [*rows, r.ActionRow(_FOLD, label, command="unfold", argument=_FOLD)]
    rows += [row for note in ways[1:] for row in told(note, indent=2)]
    return [*rows, *grounds(view, _FOLD, facts_of(ways))]
