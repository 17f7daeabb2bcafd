"""Before a call: the line, the ways to begin, three things to hold on to, and how it begins."""

from negotiator_tui.guide.pages import limitation_note
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Span
from negotiator_tui.ui.pages.call_line import line_rows, way_to_a_line
from negotiator_tui.ui.pages.forms import debt_name
from negotiator_tui.ui.pages.hanging import hanging
from negotiator_tui.ui.pages.limitation import limitation
from negotiator_tui.ui.pages.script import about, phone_lines, spoken_of
from negotiator_tui.ui.view import View


def before(view: View) -> list[r.Row]:
    """The rows under the heading."""
    debt = spoken_of(view)
    if debt is None:
        return [
            r.Note(view.t(N_("A call is about a debt. Write one down first.")), "dim"),
            r.ActionRow("debts", view.t(N_("Write down whom you owe")), target=r.Target("debts")),
        ]
    others = [each.id for each in view.case.debts]
    following = others[(others.index(debt.id) + 1) % len(others)]
    hint = view.t(N_("Enter: {name}"), name=debt_name(view, following)) if following != debt.id else ""
    lines = phone_lines(view, debt)
    return [
        *(limitation(view, [debt]) if limitation_note(debt, view.case, view.today) else []),
        *line_rows(view, debt),
        r.ActionRow(
            "call.next",
            view.t(N_("I call them: note the time and begin")),
            view.t(N_("Enter, then dial")),
            command="call-begin",
            argument=f"{debt.id} me",
        ),
        r.ActionRow("call.they", view.t(N_("They are calling me")), command="call-begin", argument=f"{debt.id} lender"),
        r.ActionRow(
            "call.collector",
            view.t(N_("A collector is calling me")),
            command="call-begin",
            argument=f"{debt.id} collector",
        ),
        *way_to_a_line(view, debt),
        r.ActionRow(
            "about",
            view.t(N_("About: {name}"), name=debt_name(view, debt.id)),
            hint,
            command="unfold",
            argument=about(view, following),
            style="dim",
        ),
        r.Heading(view.t(N_("Three things to hold on to"))),
        hanging(Span("1  ", "accent"), view.t(N_("No figure above the line, whoever presses."))),
        hanging(Span("2  ", "accent"), view.t(N_("Not sure? “I have to work that out and will answer you.”"))),
        hanging(Span("3  ", "accent"), view.t(N_("Ask for the name, the staff number and a day for the answer."))),
        *([r.Heading(view.t(N_("It begins with")))] if lines else []),
        *(hanging(Span(f"{number}  ", "dim"), each.text) for number, each in enumerate(lines[:3], 1)),
        r.ActionRow("script", view.t(N_("All the words to say")), target=r.Target("script"), style="dim"),
        r.ActionRow("rehearsal", view.t(N_("Practise it first")), target=r.Target("rehearsal"), style="dim"),
    ]
