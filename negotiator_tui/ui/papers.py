"""What is done with papers: a file is taken in, opened, and looked at again in a thread of its own."""

import asyncio
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from negotiator_tui.case.case import Case, find
from negotiator_tui.case.edit import added
from negotiator_tui.case.exhibits import is_there, path_of, with_file
from negotiator_tui.case.materials import Material
from negotiator_tui.storage.evidence import Evidence, State, state_of, take_in
from negotiator_tui.storage.found_files import found_files
from negotiator_tui.storage.viewer import open_paper
from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_
from negotiator_tui.ui.changes import changed
from negotiator_tui.ui.document import PapersChecked
from negotiator_tui.ui.rows import Target
from negotiator_tui.ui.typed_path import typed_path

if TYPE_CHECKING:
    from negotiator_tui.ui.app import Negotiator
    from negotiator_tui.ui.doing import Do
    from negotiator_tui.ui.session import Session

declare(
    {
        "papers.taken": N_("Taken in as exhibit {number}: “{name}”. The file it came from stays where it is."),
        "papers.taking": N_("The file is being copied beside the case."),
        "papers.same": N_("All {count} files are there and unchanged."),
    },
    told=True,
)
declare(
    {
        "papers.no-place": N_("There is no case file yet to keep papers beside. Begin or open a case first."),
        "papers.no-file": N_("No file is taken in here yet."),
        "papers.none": N_("No file was taken in so far, so there is nothing to compare."),
        "papers.differ": N_("Of the papers, {names} changed or went missing. Look at them before you hand them over."),
        "papers.which": N_("Type where the file is, or choose one of the list."),
    }
)

_TAKING = "taking"
"""The group of the one worker that copies a file."""


def _choose(app: "Negotiator", material_id: str) -> Fault | None:
    """The page on which a file for a paper is chosen."""
    session = app.session
    refused = _refused(app)
    if refused is not None:
        return refused
    session.shelf = replace(session.shelf, taking=material_id, found=found_files(os.environ))
    app.open(Target("take-in"))
    return None


def _take(app: "Negotiator", typed: str) -> Fault | None:
    """Take the file at a typed or chosen path in for the paper that was chosen before. It is copied in a thread."""
    session = app.session
    refused = _refused(app)
    if refused is not None:
        return refused
    if not typed.strip():
        return fault("papers.which")
    if any(each.group == _TAKING and not each.is_finished for each in app.workers):
        return fault("papers.taking")
    app.run_worker(_take_later(app, session, typed_path(typed), session.shelf.taking), group=_TAKING)
    return fault("papers.taking")


async def _take_later(app: "Negotiator", session: "Session", source: Path, material_id: str) -> None:
    taken = await asyncio.to_thread(take_in, Path(session.path), source)
    if app.session is session:  # another case may be open by now
        app.message = taken if isinstance(taken, Fault) else _taken(app, taken, material_id)
        app.around.show_hint(None)


def _taken(app: "Negotiator", taken: Evidence, material_id: str) -> Fault:
    """The file is in its folder: the paper it is for, or a new one, has it and is shown, unless one went on."""
    session = app.session
    case, today = session.case, session.view().today
    if find(case, "materials", material_id) is None:
        grown = added(case, "materials", name=Path(taken.name).stem)
        if isinstance(grown, Fault):
            return grown
        case, material_id = grown
    case = with_file(case, material_id, (taken.name, taken.sha256, taken.size), today)
    problem = session.replace_case(case, ("materials", material_id))
    if problem is not None:
        return problem
    _know(app, material_id, taken)
    if session.place.page == "take-in":
        app.leave()
        if session.place.path[:2] != ("materials", material_id):
            app.open(Target("item", ("materials", material_id)))
    else:
        app.sheet.renew()
    number = next(each.exhibit for each in session.case.materials if each.id == material_id)
    return fault("papers.taken", number=number or "", name=taken.name)


def _refused(app: "Negotiator") -> Fault | None:
    session = app.session
    if session.why_read_only is not None:
        return session.why_read_only
    return None if session.path else fault("papers.no-place")


def _know(app: "Negotiator", material_id: str, taken: Evidence) -> None:
    known = {each[0]: each for each in app.session.shelf.papers} | {material_id: (material_id, taken.sha256, "there")}
    app.session.shelf = replace(app.session.shelf, papers=tuple(known.values()), taking="", found=())


def _open(app: "Negotiator", material_id: str) -> Fault | None:
    """Open the file of a paper in the system's viewer."""
    material = find(app.session.case, "materials", material_id)
    if not isinstance(material, Material) or material.file is None or not app.session.path:
        return fault("papers.no-file")
    return open_paper(Path(app.session.path), material.file)


def _new(app: "Negotiator", argument: str) -> Fault | None:
    """A new paper, of a kind of the checklist (`kind=lease`) or for something it proves (`about=income.i1`)."""
    session = app.session
    if session.why_read_only is not None:
        return session.why_read_only
    what, _, value = argument.partition("=")
    if what == "kind":
        case = changed(session.case, session.view().today, session.lang, f"take-material {value}")
    else:
        about = (value,) if is_there(session.case, path_of(value)) else ()
        grown = added(session.case, "materials", about=about)
        if isinstance(grown, Fault):
            return grown
        case = grown[0]
    known = {each.id for each in session.case.materials}
    made = next((each.id for each in case.materials if each.id not in known), None)
    if made is None:
        return None
    problem = session.replace_case(case, ("materials", made))
    if problem is None:
        app.open(Target("item", ("materials", made, "state" if what == "kind" else "name")))
    return problem


def _check(app: "Negotiator", _argument: str) -> Fault | None:
    """Compare all files again and tell the outcome, whatever it is."""
    return None if check(app, tell=True) else fault("papers.none")


def check(app: "Negotiator", *, tell: bool = False) -> bool:
    """Compare the files of the open case in a thread; `PapersChecked` comes when it is done. False: there are none."""
    session = app.session
    papers = noted(session.case)
    if not papers or not session.path:
        return False
    path = Path(session.path)

    def compare() -> None:
        worker = get_current_worker()
        found: list[tuple[str, str, State]] = []
        for material_id, name, sha256 in papers:
            if worker.is_cancelled:
                return
            state = state_of(path, name, sha256)
            found.append((material_id, sha256, "missing" if isinstance(state, Fault) else state))
        app.post_message(PapersChecked(str(path), tuple(found), tell))

    app.run_worker(compare, thread=True, group="papers", exclusive=True)
    return True


def noted(case: Case) -> tuple[tuple[str, str, str], ...]:
    """Id, file name and SHA-256 of the papers whose file was taken in."""
    return tuple((each.id, each.file, each.sha256) for each in case.materials if each.file and each.sha256)


def checked(app: "Negotiator", message: PapersChecked) -> None:
    """The files were compared: the pages show it, and what is wrong is said."""
    session = app.session
    if session.path != message.path:
        return
    session.shelf = replace(session.shelf, papers=message.papers)
    wrong = [find(session.case, "materials", each) for each, _, state in message.papers if state != "there"]
    names = [each.name or each.file or each.id for each in wrong if isinstance(each, Material)]
    if names:
        app.message = fault("papers.differ", names=", ".join(names[:3]) + (" …" if len(names) > 3 else ""))
    elif message.tell:
        app.message = fault("papers.same", count=len(message.papers))
    app.sheet.renew()
    app.around.show_hint(None)


DO: dict[str, "Do"] = {
    "choose-file": _choose,
    "take-file": _take,
    "open-paper": _open,
    "new-paper": _new,
    "check-papers": _check,
}
