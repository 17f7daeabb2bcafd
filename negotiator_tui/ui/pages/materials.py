"""The materials: what this case needs, how each thing stands, and what is still missing."""

from collections.abc import Iterable
from functools import partial

from negotiator_tui.case.exhibits import proofs
from negotiator_tui.case.kinds import MaterialState
from negotiator_tui.case.labels import label
from negotiator_tui.case.materials import Material
from negotiator_tui.guide.checklist import ChecklistItem, checklist
from negotiator_tui.guide.content import title
from negotiator_tui.guide.proofs import is_stale
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Style
from negotiator_tui.ui.pages.forms import matches
from negotiator_tui.ui.pages.paper import file_state
from negotiator_tui.ui.view import View

_SETTLED = {MaterialState.HAVE, MaterialState.NOT_NEEDED}


def materials(view: View) -> list[r.Row]:
    """The checklist of this case by groups, the three that are enough for a call first; then own papers and the gap."""
    items = checklist(view.case, view.today, view.lang)
    ready = sum(each.ready for each in items)
    rows: list[r.Row] = [
        r.Heading(view.t(N_("Materials")), view.t(N_("{ready} of {count} settled"), ready=ready, count=len(items))),
        r.FindRow("materials", view.t(N_("type a name: it finds a paper, or Enter adds it"))),
    ]
    if view.find:
        open_ones = [each for each in items if each.material is None and matches(view, each.title)]
        return [*rows, *_papers(view, view.case.materials), *(_take(each) for each in open_ones)]
    rows += [*_first(view, items), *_changed(view)]
    if any(each.material is None for each in items):
        rows.append(_take_all(view, items))
    for group in dict.fromkeys(each.group for each in items):
        rows += _group(view, group, tuple(each for each in items if each.group == group))
    return [*rows, *_own(view, items)]


def _first(view: View, items: tuple[ChecklistItem, ...]) -> list[r.Row]:
    """What is open for a call, and the ways on: what is proved, what the lender will see."""
    first = [each.title for each in items if each.first and not each.ready]
    if first:
        words = r.Note(view.t(N_("For a call: {names}"), names=view.t(N_(", ")).join(first)), "accent")
    else:
        words = r.Note(
            view.t(
                N_("The three for a call are settled. Of the others: {count}. They can come later."),
                count=sum(not each.ready for each in items),
            ),
            "good",
        )
    unproved = sum(1 for each in view.case.income if each.amount and not proofs(view.case, ("income", each.id)))
    aside = view.t(N_("nothing shows {count} lines of income yet"), count=unproved) if unproved else ""
    return [
        words,
        r.ActionRow("gaps", view.t(N_("What is proved, and what is not")), aside, target=r.Target("gaps")),
        r.ActionRow(
            "seen",
            view.t(N_("What the lender will see")),
            view.t(N_("before anything leaves")),
            target=r.Target("seen"),
        ),
        r.ActionRow(
            "bundle",
            view.t(N_("Papers together in one file")),
            view.t(N_("numbered, with an index; also redacted")),
            command="export-open",
            argument="bundle",
            style="dim",
        ),
    ]


def _changed(view: View) -> list[r.Row]:
    """Papers whose file is gone or is no longer the same."""
    wrong = {each for each, _, state in view.shelf.papers if state != "there"}
    return [
        r.ActionRow(
            f"changed.{each.id}",
            each.name or each.file or "",
            file_state(view, each)[0],
            target=r.Target("item", ("materials", each.id)),
            style="warn",
        )
        for each in view.case.materials
        if each.id in wrong and file_state(view, each)[1] == "warn"
    ]


def _take_all(view: View, items: tuple[ChecklistItem, ...]) -> r.Row:
    count = sum(each.material is None for each in items)
    return r.ActionRow(
        "start-checklist",
        view.t(N_("Take the {count} open things into the case"), count=count),
        view.t(N_("then state, file and date can be noted for each")),
        command="replace",
        argument="start-checklist",
    )


def _group(view: View, group: str, items: tuple[ChecklistItem, ...]) -> list[r.Row]:
    settled = sum(each.ready for each in items)
    aside = view.t(N_("{ready} of {count}"), ready=settled, count=len(items))
    rows: list[r.Row] = [r.Heading(title(f"materials-{group}", view.lang), aside)]
    for each in items:
        if each.material is None:
            rows.append(_take(each))
        else:
            rows += [*_papers(view, (each.material,)), *_said(view, each.material, each.why)]
    return rows


def _take(each: ChecklistItem) -> r.Row:
    """A thing that is not in the case yet: Enter takes it in and opens it."""
    return r.ActionRow(f"take.{each.id}", each.title, each.why, command="new-paper", argument=f"kind={each.id}")


def _said(view: View, material: Material, why: str) -> list[r.Row]:
    """Under a thing: that it is old, where that matters, or, while it is not there, what it shows."""
    if is_stale(material, view.today) and material.dated is not None:
        words = view.t(
            N_("of {day}: older than three months, a new one may be asked for"), day=format_date(material.dated)
        )
        return [r.Note(words, "warn", indent=2)]
    if material.state in _SETTLED or not why:
        return []
    return [r.Note(why, "dim", indent=2)]


def _own(view: View, items: tuple[ChecklistItem, ...]) -> list[r.Row]:
    """Papers that are not on the checklist, or no longer, and the row that adds one."""
    listed = {each.material.id for each in items if each.material is not None}
    rows: list[r.Row] = [r.Heading(view.t(N_("Other papers of your own")))]
    for each in view.case.materials:
        if each.id not in listed:
            rows += [*_papers(view, (each,)), *_said(view, each, "")]
    adds = view.t(N_("Another paper"))
    hint = view.t(N_("anything else that shows something"))
    return [*rows, r.ActionRow("new-paper", adds, hint, command="new-item", argument="materials")]


def _papers(view: View, papers: Iterable[Material]) -> list[r.Row]:
    """One row a paper: its number, what it is, its state, and where it is."""
    return [
        r.ItemRow(
            r.Target("item", ("materials", each.id)),
            each.name or "",
            partial(_parts, view, each),
        )
        for each in papers
        if matches(view, each.name, each.file)
    ]


def _parts(view: View, material: Material) -> tuple[tuple[str, int, Style], ...]:
    state = view.t(label(material.state)) if material.state is not None else view.t(N_("state open"))
    style: Style = "" if material.state in _SETTLED else "accent"
    file, file_style = file_state(view, material)
    if not file:
        file, file_style = material.file or "", "dim"
    name = material.name or view.t(N_("no name"))
    number = view.t(N_("Ex. {number}"), number=material.exhibit) if material.exhibit is not None else ""
    return ((name, 22, ""), (state, 8, style), (number, 7, "dim"), (file, 15, file_style))
