"""What follows from a paper: its file, and what it proves."""

from negotiator_tui.case.base import Item
from negotiator_tui.case.exhibits import path_of
from negotiator_tui.case.materials import Material
from negotiator_tui.guide.proofs import choices, is_stale, proved_words
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Style
from negotiator_tui.ui.pages.taking import size_words
from negotiator_tui.ui.view import View

_STATES: dict[str, tuple[str, Style]] = {
    "there": (N_("unchanged"), "good"),
    "missing": (N_("file is gone"), "warn"),
    "changed": (N_("file changed"), "warn"),
    "": (N_("not compared"), "dim"),
}


def extras(view: View, found: Item) -> list[r.Row]:
    """The file of a paper and what can be done with it; what it proves, to tick."""
    if not isinstance(found, Material):
        return []
    return [*_file(view, found), *_proves(view, found)]


def exhibit_words(view: View, material: Material) -> str:
    """A paper's number as it stands in a letter; empty where it has none."""
    return view.t(N_("Exhibit {number}"), number=material.exhibit) if material.exhibit is not None else ""


def file_state(view: View, material: Material) -> tuple[str, Style]:
    """How the file of a paper stands, in words; empty where none was taken in."""
    if material.sha256 is None:
        return "", ""
    state = next(
        (state for each, sha256, state in view.shelf.papers if (each, sha256) == (material.id, material.sha256)), ""
    )
    words, style = _STATES[state]
    return view.t(words), style


def _file(view: View, material: Material) -> list[r.Row]:
    rows: list[r.Row] = [r.Heading(view.t(N_("File")), exhibit_words(view, material))]
    if is_stale(material, view.today) and material.dated is not None:
        words = view.t(
            N_("of {day}: older than three months, a new one may be asked for"), day=format_date(material.dated)
        )
        rows.append(r.Note(words, "warn"))
    if material.sha256 is None:
        rows.append(
            r.ActionRow(
                "choose-file",
                view.t(N_("Take in a file")),
                view.t(N_("a photo, PDF or table; it is copied, and looked after")),
                command="choose-file",
                argument=material.id,
            )
        )
        return rows
    words, style = file_state(view, material)
    size = size_words(material.size) if material.size is not None else ""
    day = view.t(N_("taken in {day}"), day=format_date(material.taken_in)) if material.taken_in else ""
    rows += [
        r.Note("  ".join(part for part in (material.file, size, day) if part)),
        r.Note(words, style),
        r.ActionRow(
            "open-paper",
            view.t(N_("Open it")),
            view.t(N_("in another window")),
            command="open-paper",
            argument=material.id,
        ),
        r.ActionRow("check-papers", view.t(N_("Compare all files again")), command="check-papers", style="dim"),
        r.ActionRow(
            "choose-file",
            view.t(N_("Take in another file in its place")),
            view.t(N_("the one before stays in the folder; nothing is deleted")),
            command="choose-file",
            argument=material.id,
            style="dim",
        ),
    ]
    return rows


def _proves(view: View, material: Material) -> list[r.Row]:
    """What the paper is said to prove, or usually would; the rest behind a fold."""
    near, rest = choices(view.case, material)
    fold = f"proves.{material.id}"
    is_open = fold in view.unfolded or not near
    rows: list[r.Row] = [
        r.Heading(view.t(N_("Which figures it proves")), view.t(N_("Enter ticks, Enter again takes the tick away")))
    ]
    rows += [_tick(view, material, each) for each in (*near, *(rest if is_open else ()))]
    if rest and not is_open:
        label = view.t(N_("{count} other figures"), count=len(rest))
        rows.append(r.ActionRow(fold, label, view.t(N_("Enter opens them")), command="unfold", argument=fold))
    return rows


def _tick(view: View, material: Material, about: str) -> r.Row:
    ticked = about in material.about
    return r.ActionRow(
        f"proves.{about}",
        ("[x] " if ticked else "[ ] ") + proved_words(view.case, path_of(about), view.lang),
        command="replace",
        argument=f"{'unlink' if ticked else 'link'}-paper {material.id} {about}",
        style="" if ticked else "dim",
    )
