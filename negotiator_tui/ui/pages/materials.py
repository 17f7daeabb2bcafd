"""The materials: what this case needs, in which state each thing is, and what is still missing."""

from datetime import date

from negotiator_tui.case.base import Item
from negotiator_tui.case.exhibits import proofs
from negotiator_tui.case.kinds import MaterialState, Side
from negotiator_tui.case.materials import Material
from negotiator_tui.case.questions import Question, questions
from negotiator_tui.finance.calendar import add_months
from negotiator_tui.guide.checklist import ChecklistItem, checklist
from negotiator_tui.guide.content import title
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.places import target_of
from negotiator_tui.ui.view import View, cell

FRESH_MONTHS = 3
"""A paper older than this is pointed out: lenders ask for recent ones."""

_AGEING = {"first", "statements", "income", "costs"}
"""Groups whose papers show how things stand now; a lease or a notice does not grow old."""
_SETTLED = {MaterialState.HAVE, MaterialState.NOT_NEEDED}
_SHOWN_GAPS = 4


def materials(view: View) -> list[r.Row]:
    """The checklist of this case by groups, the three that are enough for a call first; then own papers and the gap."""
    items = checklist(view.case, view.today, view.lang)
    ready = sum(each.ready for each in items)
    rows: list[r.Row] = [
        r.Heading(view.t(N_("Materials")), view.t(N_("{ready} of {count} settled"), ready=ready, count=len(items))),
        r.Note(
            view.t(N_("The first three are enough for a call. Hand over only what was asked for, and read it first.")),
            "dim",
        ),
    ]
    if any(each.material is None for each in items):
        rows.append(_take_all(view, items))
    for group in dict.fromkeys(each.group for each in items):
        rows += _group(view, group, tuple(each for each in items if each.group == group))
    return [*rows, *_own(view, items), *_gap(view, items)]


def is_stale(material: Material, today: date) -> bool:
    """Whether a paper is older than three months."""
    oldest = add_months(today, -FRESH_MONTHS)
    return material.dated is not None and oldest is not None and material.dated < oldest


def _take_all(view: View, items: tuple[ChecklistItem, ...]) -> r.Row:
    count = sum(each.material is None for each in items)
    return r.ActionRow(
        "start-checklist",
        view.t(N_("Take the {count} open things into the case"), count=count),
        view.t(N_("then state, file and date can be ticked off here")),
        command="replace",
        argument="start-checklist",
    )


def _group(view: View, group: str, items: tuple[ChecklistItem, ...]) -> list[r.Row]:
    settled = sum(each.ready for each in items)
    aside = view.t(N_("{ready} of {count}"), ready=settled, count=len(items))
    rows: list[r.Row] = [r.Heading(title(f"materials-{group}", view.lang), aside)]
    if any(each.material is not None for each in items):
        rows.append(r.ColumnsRow(_columns()))
    for each in items:
        if each.material is None:
            rows.append(
                r.ActionRow(
                    f"take.{each.id}", each.title, each.why, command="replace", argument=f"take-material {each.id}"
                )
            )
        else:
            rows.append(_cells(each.material))
            rows += _said(view, each.material, each.why, ages=group in _AGEING)
    return rows


def _said(view: View, material: Material, why: str, *, ages: bool) -> list[r.Row]:
    """Under a thing: that it is old, where that matters, or, while it is not there, what it shows."""
    if ages and material.dated is not None and is_stale(material, view.today):
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
    rows: list[r.Row] = [
        r.Heading(view.t(N_("Other papers of your own"))),
        r.ColumnsRow(_columns()),
    ]
    rows += [_cells(each) for each in view.case.materials if each.id not in listed]
    blank = tuple(r.Cell(("materials", "", each.name), each) for each in _columns())
    rows.append(r.CellsRow("materials", "", blank, (), view.t(N_("anything else that shows something"))))
    return rows


def _columns() -> tuple[Question, ...]:
    return tuple(each for each in questions(Material) if each.ask.column)


def _cells(material: Item) -> r.Row:
    cells = tuple(cell(material, ("materials", material.id), each) for each in _columns())
    return r.CellsRow("materials", material.id, cells)


def _gap(view: View, items: tuple[ChecklistItem, ...]) -> list[r.Row]:
    """What is still open: the three for a call, the rest in one number, and income that nothing shows."""
    rows: list[r.Row] = [r.Heading(view.t(N_("What is still open")))]
    first = [each.title for each in items if each.first and not each.ready]
    rest = sum(not each.ready for each in items if not each.first)
    if first:
        rows.append(r.Note(view.t(N_("For a call: {names}"), names=view.t(N_(", ")).join(first)), "accent"))
    else:
        rows.append(r.Note(view.t(N_("The three for a call are settled.")), "good"))
    if rest:
        rows.append(r.Note(view.t(N_("Of the others: {count}. They can come later."), count=rest), "dim"))
    return [*rows, *_unproven(view)]


def _unproven(view: View) -> list[r.Row]:
    """Income lines without the paper that shows them: a lender counts only what can be shown."""
    lines = [each for each in view.case.income if each.amount and not proofs(view.case, ("income", each.id))]
    rows: list[r.Row] = [
        r.ActionRow(
            f"unproven.{each.id}",
            view.t(N_("Nothing shows this income yet: {name}"), name=each.name or view.t(N_("no name"))),
            target=target_of(("income", each.id, "name"), view.case),
            style="dim",
        )
        for each in lines[:_SHOWN_GAPS]
    ]
    if len(lines) > _SHOWN_GAPS:
        more = len(lines) - _SHOWN_GAPS
        page = "home" if lines[-1].side is Side.HOME else "shop"
        rows.append(
            r.ActionRow("unproven", view.t(N_("and {count} more"), count=more), target=r.Target(page), style="dim")
        )
    return rows
