"""What one ask of a ladder comes to, and whether it keeps the line."""

from negotiator_tui.case.base import Item
from negotiator_tui.case.case import find
from negotiator_tui.case.plans import Ladder, Rung
from negotiator_tui.finance.offer import Outcome
from negotiator_tui.finance.plan_words import plan_sentence
from negotiator_tui.finance.rungs import rungs_of
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.forms import debt_name
from negotiator_tui.ui.pages.plan_pictures import pictures
from negotiator_tui.ui.pages.plan_term import beside_contract, figure_rows, judged, said, wrong
from negotiator_tui.ui.pages.terms_words import told
from negotiator_tui.ui.view import View


def extras(view: View, rung: Item) -> list[r.Row]:
    """The ask in one sentence, whether it can be carried, its figures, and a round of talks made from it."""
    ladder = find(view.case, "ladders", rung.ladder) if isinstance(rung, Rung) and rung.ladder else None
    rungs = rungs_of(view.case, ladder.debt, view.today) if isinstance(ladder, Ladder) and ladder.debt else None
    asked = None if rungs is None else next((each for each in rungs.asks if each.rung == rung.id), None)
    if rungs is None or asked is None:
        return []
    result, source = asked.result, ("rungs", rung.id)
    title = view.t(N_("Ask {number} about {name}"), number=asked.number, name=debt_name(view, rungs.debt.id))
    rows: list[r.Row] = [r.Heading(title)]
    if not isinstance(result.outcome, Outcome):
        return [*rows, *wrong(view, result), _back(view)]
    rows.append(r.Note(plan_sentence(result.outcome, result.debt, view.lang, said(view)), "strong"))
    crossed = rungs.crossing(asked)
    if crossed is not None:
        rows.append(r.Note(told(view, crossed), "warn"))
    rows += judged(view, result.trial, result.basis, source)
    rows += figure_rows(view, result, source)
    rows += [*beside_contract(view, result, view.t(N_("this ask"))), *pictures(view, result), r.Blank()]
    rows.append(
        r.ActionRow(
            "asked",
            view.t(N_("This was asked today: write it down as a round")),
            view.t(N_("with the text to send")),
            command="counter-offer",
            argument=f"{rungs.debt.id} {rung.id}",
        )
    )
    return [*rows, _back(view)]


def _back(view: View) -> r.Row:
    return r.ActionRow("ladder", view.t(N_("All asks and the line")), target=r.Target("ladder"))
