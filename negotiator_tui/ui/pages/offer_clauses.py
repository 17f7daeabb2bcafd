"""How the clauses of an offer stand, the red lines first; each row leads to its question."""

from negotiator_tui.case.case import find
from negotiator_tui.case.clauses import RED
from negotiator_tui.case.kinds import Clause
from negotiator_tui.case.labels import label
from negotiator_tui.case.offers import Offer
from negotiator_tui.case.questions import question
from negotiator_tui.finance.offer_check import OfferCheck
from negotiator_tui.guide.content import title
from negotiator_tui.guide.pages import clauses
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Style
from negotiator_tui.ui.pages.hanging import beside
from negotiator_tui.ui.view import View

_NAME, _STATE = 34, 20
_TONES: dict[Clause | None, Style] = {
    Clause.PRESENT: "good",
    Clause.MISSING: "warn",
    Clause.UNCLEAR: "warn",
    None: "dim",
}


def clause_rows(view: View, offer: Offer, check: OfferCheck) -> list[r.Row]:
    """The four red lines with what to look for where one is open; the others, folded while none was looked at."""
    rows: list[r.Row] = [r.Heading(title("clauses-red", view.lang), view.t(N_("Enter: say how it stands")))]
    debt = find(view.case, "debts", offer.debt) if offer.debt else None
    notes = {note.id: note for note in clauses(debt, view.case, view.today, view.lang)}
    states = dict(check.clauses)
    for name in RED:
        rows.append(_row(view, offer, name, states[name]))
        note = notes.get(name)
        if states[name] is not Clause.PRESENT and note is not None:
            pairs = ((view.t(N_("Look for")), note["look"]), (view.t(N_("Stop at")), note["red"]))
            asking = ((view.t(N_("Ask")), note["ask"]),) if states[name] is not None else ()
            rows += beside((*pairs, *asking), indent=4)
    others = [name for name in states if name not in RED]
    fold = f"clauses.{offer.id}"
    looked_at = [name for name in others if states[name] is not None]
    if fold not in view.unfolded:
        rows += [_row(view, offer, name, states[name]) for name in looked_at]
        count = len(others) - len(looked_at)
        if count:
            words = view.t(N_("{count} more clauses"), count=count)
            rows.append(r.ActionRow(fold, words, view.t(N_("Enter opens them")), command="unfold", argument=fold))
        return rows
    rows.append(r.Heading(title("clauses-more", view.lang)))
    return [*rows, *(_row(view, offer, name, states[name]) for name in others)]


def _row(view: View, offer: Offer, name: str, state: Clause | None) -> r.Row:
    words = view.t(label(state)) if state is not None else view.t(N_("not looked at yet"))
    clause = view.t(question(Offer, name).ask.label)
    parts: tuple[tuple[str, int, Style], ...] = ((clause, _NAME, ""), (words, _STATE, _TONES[state]))
    return r.ItemRow(r.Target("item", ("offers", offer.id, name)), "", lambda: parts)
