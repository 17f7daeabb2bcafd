"""Commands that lead somewhere: to a page, to the next thing, to another part of the screen."""

from typing import TYPE_CHECKING

from negotiator_tui.case.case import items_of
from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r

if TYPE_CHECKING:
    from negotiator_tui.ui.app import Negotiator
    from negotiator_tui.ui.doing import Do

declare(
    {
        "ui.no-figure": N_("There is no figure on this row. The budget was opened instead."),
        "ui.next-is-here": N_(
            "The next thing is on this page. Do it or answer it, or press ? for don't know, and it goes on."
        ),
    },
    told=True,
)


def open_over(app: "Negotiator", page: str) -> None:
    """Open a page over the one that is shown, or leave it where it is shown already."""
    if app.session.place.page == page:
        app.leave()
    else:
        app.open(r.Target(page))


def _over(page: str) -> "Do":
    def command(app: "Negotiator", _argument: str) -> None:
        open_over(app, page)

    return command


def _help(app: "Negotiator", _argument: str) -> None:
    slot = app.sheet.slot
    if app.session.place.page != "help":
        app.session.about = slot.question if slot else None
    open_over(app, "help")


def _run(app: "Negotiator", argument: str) -> None:
    """A command chosen in the palette: it is done on the page the palette was opened over."""
    app.leave()
    app.doing.do(argument)


def _next(app: "Negotiator", _argument: str) -> Fault | None:
    from negotiator_tui.ui.next_step import next_target

    session = app.session
    target = next_target(session.view(counted=True))
    if target.page in {"script", "call"} and target.path[:1] == ("debts",):
        from negotiator_tui.ui.pages.script import about

        session.unfolded = session.unfolded | {about(session.view(), target.path[1])}
    here = (session.place.page, session.place.path)
    app.open(target)
    if target.page == "script":
        app.sheet.show(("action", "copy.holding"))
    return fault("ui.next-is-here") if here == (session.place.page, session.place.path) else None


def _region(app: "Negotiator", _argument: str) -> None:
    order = [app.sheet.editor, app.around.rail, app.around.panel]
    focused = next((n for n, each in enumerate(order) if each.has_focus), 0)
    if focused == 0:
        app.sheet.settle()
    order[(focused + 1) % len(order)].focus()


def _explain(app: "Negotiator", _argument: str) -> Fault | None:
    match app.sheet.row:
        case r.FigureRow(figure=figure):
            app.explain(figure)
        case r.Picture(figure=figure) if figure is not None:
            app.explain(figure)
        case _:
            app.explain(app.session.view().budget.for_debts)
            return fault("ui.no-figure")
    return None


def _find(app: "Negotiator", _argument: str) -> None:
    finder = next((row for row in app.sheet.rows if isinstance(row, r.FindRow)), None)
    if finder is None:
        open_over(app, "go")
    else:
        app.sheet.show(r.key_of(finder))


def _beside(by: int) -> "Do":
    """The entry so many places on in its list, on its own page; round at the ends."""

    def command(app: "Negotiator", _argument: str) -> None:
        place = app.session.place
        items = items_of(app.session.case, place.path[0]) if place.page == "item" else ()
        if not items:
            return
        index = next((n for n, each in enumerate(items) if each.id == place.path[1]), 0)
        other = items[(index + by) % len(items)]
        app.session.place = r.Target("item", (place.path[0], other.id, *place.path[2:]))
        app.show_page(app.session.place.path)

    return command


DO: dict[str, "Do"] = {
    "help": _help,
    "run": _run,
    "go": _over("go"),
    "palette": _over("palette"),
    "urgent": _over("urgent"),
    "enough": _over("enough"),
    "review": _over("review"),
    "start": _over("start"),
    "next": _next,
    "region": _region,
    "explain": _explain,
    "find": _find,
    "previous": _beside(-1),
    "following": _beside(1),
}
