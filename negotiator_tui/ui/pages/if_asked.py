"""What they may ask, each with an answer to read out, behind a fold."""

from negotiator_tui.guide.notes import Note
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.choosing import chosen, fold
from negotiator_tui.ui.pages.hanging import marked
from negotiator_tui.ui.view import View


def if_asked_rows(view: View, answers: tuple[Note, ...]) -> list[r.Row]:
    """The fold, and when it is open their questions, the answers and why."""
    if not answers:
        return []
    is_open = bool(chosen(view, "asked"))
    label = view.t(N_("If they ask: {count} questions"), count=len(answers))
    hint = view.t(N_("answers that are true and short"))
    rows: list[r.Row] = [fold(view, "asked", "all", label, hint, is_open=is_open)]
    for each in answers if is_open else ():
        rows += [
            r.Note(each["ask"], "dim", indent=2),
            r.Note(marked(each.text), indent=4),
            r.Note(each.why, "dim", indent=4),
        ]
    return rows
