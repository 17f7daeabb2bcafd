"""Enough for today: what is done, what comes next, and a quiet line for a hard night."""

from negotiator_tui.case.progress import progress
from negotiator_tui.case.stages import STAGES
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.next_step import next_target, next_words
from negotiator_tui.ui.pages.guided import distress
from negotiator_tui.ui.view import View


def enough(view: View) -> list[r.Row]:
    """Where one stands, and that it is fine to stop."""
    _title, action, reason = next_words(view)
    rows: list[r.Row] = [
        r.Heading(view.t(N_("Enough for today"))),
        r.Note(view.t(N_("Everything you typed is kept. You need not solve all of it today."))),
        r.Heading(view.t(N_("Done so far"))),
    ]
    for stage, each in zip(STAGES, progress(view.case), strict=True):
        if each.answered:
            text = view.t(
                N_("{stage}: {answered} of {asked} first questions"),
                stage=view.t(stage.title),
                answered=each.answered,
                asked=each.asked,
            )
            rows.append(r.Note(text, "dim"))
    return [
        *rows,
        r.Heading(view.t(N_("Tomorrow begins here"))),
        r.ActionRow("next", action, reason, target=next_target(view)),
        r.Blank(),
        r.ActionRow("quit", view.t(N_("Leave now")), view.t(N_("Ctrl+Q; the file stays where it is")), command="quit"),
        r.Blank(),
        *distress(view),
    ]
