"""Choosing the file of a paper: typed, dropped into the window, or one of the newest on the desktop."""

from negotiator_tui.case.case import find
from negotiator_tui.text.dates import format_moment
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.forms import matches
from negotiator_tui.ui.view import View


def take_in(view: View) -> list[r.Row]:
    """The line a path is typed on, and the newest files of the downloads and the desktop."""
    paper = find(view.case, "materials", view.shelf.taking)
    name = getattr(paper, "name", None) or view.t(N_("a new paper"))
    rows: list[r.Row] = [
        r.Heading(view.t(N_("Take in a file")), view.t(N_("for: {name}"), name=name)),
        r.FindRow("", view.t(N_("drop the file here, or type where it is; then Enter")), command="take-file"),
        r.Note(
            view.t(
                N_(
                    "A copy is put into the folder beside the case; the file itself stays where it is. "
                    "Nothing leaves this computer."
                )
            ),
            "dim",
        ),
    ]
    found = [each for each in view.shelf.found if matches(view, each.path.name, str(each.path))]
    if found:
        rows.append(r.Heading(view.t(N_("Newest on the desktop and in the downloads"))))
    elif not view.find:
        rows.append(
            r.Note(
                view.t(N_("On the desktop and in the downloads there is no picture, PDF or table to choose from.")),
                "dim",
            )
        )
    rows += [
        r.ActionRow(
            f"file.{each.path}",
            each.path.name,
            f"{format_moment(each.written)}  {size_words(each.size)}  {each.path.parent.name}",
            command="take-file",
            argument=str(each.path),
        )
        for each in found
    ]
    return rows


def size_words(size: int) -> str:
    """A size in bytes as people read it."""
    return f"{max(1, round(size / 1000))} KB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"
