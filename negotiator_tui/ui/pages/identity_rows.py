"""Who signs what is handed over, as rows: folded until it is wanted, kept nowhere unless the borrower says so."""

from negotiator_tui.case.identity import Identity, is_kept
from negotiator_tui.case.questions import questions
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.signing import IDENTITY
from negotiator_tui.ui.view import View, ask_row

FOLD = "documents.identity"
"""The mark that opens them."""


def identity_rows(view: View, identity: Identity, debt_id: str) -> list[r.Row]:
    """Who signs: typed here, and forgotten when the program ends unless the borrower wants it kept."""
    kept = is_kept(view.case)
    if FOLD not in view.unfolded:
        filled = sum(bool(getattr(identity, each.name)) for each in questions(Identity))
        hint = view.t(N_("kept in the case")) if kept else view.t(N_("typed here, kept nowhere"))
        label = view.t(N_("Who signs: {count} of 5 filled in"), count=filled)
        return [r.ActionRow("identity", label, hint, command="unfold", argument=FOLD)]
    rows: list[r.Row] = [r.Heading(view.t(N_("Who signs")))]
    rows += [ask_row(identity, (IDENTITY, debt_id), each) for each in questions(Identity)]
    if kept:
        words = view.t(N_("Kept in the case file. Taking it out leaves it in backups made meanwhile."))
        action = r.ActionRow("identity.drop", view.t(N_("Take it out of the case")), command="identity-drop")
    else:
        words = view.t(N_("Not saved: it is gone when the program ends. What stays empty stands as 〔 〕."))
        action = r.ActionRow(
            "identity.keep",
            view.t(N_("Keep name, phone and address in the case")),
            view.t(N_("the file is not encrypted")),
            command="identity-keep",
            style="dim",
        )
    return [*rows, r.Note(words, "dim"), action]
