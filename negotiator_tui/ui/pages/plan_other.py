"""Where no instalment can be carried: the other request, with what it does to each debt in figures."""

from negotiator_tui.finance.other_request import TOKEN, OtherRequest, other_request
from negotiator_tui.finance.plan_basis import negotiable_debts
from negotiator_tui.text.amounts import format_yuan
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.choosing import chosen, fold
from negotiator_tui.ui.pages.forms import debt_name
from negotiator_tui.ui.view import View

_GROUP = "other-request"
_MOST = 4
"""Debts whose figures are told."""


def other_request_rows(view: View, *, folded: bool = True) -> list[r.Row]:
    """A pause or a little for now: what to ask, what it would be applied to first, when it is worth asking."""
    if folded:
        is_open = chosen(view, _GROUP) == "all"
        label = view.t(N_("The other request: a pause, or a little for now"))
        head = fold(view, _GROUP, "all", label, is_open=is_open)
        return [head, *_told(view)] if is_open else [head]
    return _told(view)


def _told(view: View) -> list[r.Row]:
    # Only those who cannot carry a plan read this: the guide is read when they open it.
    from negotiator_tui.guide.pages import other_request as told_notes
    from negotiator_tui.ui.pages.guided import facts_of, grounds, told

    notes = told_notes(view.case, view.today, view.lang)
    found = [other_request(debt, view.case.missed, view.today) for debt in negotiable_debts(view.case, view.today)]
    sums = [each for each in found if each is not None][:_MOST]
    rows: list[r.Row] = []
    for note in notes:
        rows += told(note, indent=2)
        if note.id == "pause":
            rows += [r.Note(_pause_words(view, each), "dim", 2) for each in sums]
        if note.id == "token":
            rows += [r.Note(_token_words(view, each), "dim", 2) for each in sums]
    return [*rows, *grounds(view, _GROUP, facts_of(notes))]


def _pause_words(view: View, each: OtherRequest) -> str:
    if not each.adds:
        words = N_("{name}: what a month adds is not known; ask for it.")
        return view.t(words, name=debt_name(view, each.debt.id))
    return view.t(
        N_("{name}: a month more adds about {amount} of interest and penalty, unless they agree otherwise."),
        name=debt_name(view, each.debt.id),
        amount=view.money(each.adds),
    )


def _token_words(view: View, each: OtherRequest) -> str:
    name, token = debt_name(view, each.debt.id), format_yuan(TOKEN)
    if not each.touches_principal:
        words = N_("{name}: {token} would all go to interest and penalty ({older} are owed); the principal stays.")
        return view.t(words, name=name, token=token, older=view.money(each.older))
    return view.t(
        N_("{name}: of {token}, {interest} would go to interest and penalty, {principal} to the principal."),
        name=name,
        token=token,
        interest=view.money(each.token.interest),
        principal=view.money(each.token.principal),
    )
