"""`new`, `verify` and `forget`: the files of a case."""

from pathlib import Path

from negotiator_tui.case.case import Case
from negotiator_tui.case.materials import Material
from negotiator_tui.cli.cases import opened
from negotiator_tui.cli.changed_case import now
from negotiator_tui.cli.faults import RefusedError, fault
from negotiator_tui.cli.options import Given
from negotiator_tui.cli.output import show
from negotiator_tui.storage.evidence import OPENABLE, evidence_file, state_of
from negotiator_tui.storage.forget import BEYOND_REACH, copies_of, erase
from negotiator_tui.storage.locations import locations
from negotiator_tui.storage.session import save_copy
from negotiator_tui.text.cells import columns
from negotiator_tui.text.clean import clean
from negotiator_tui.text.fault import Fault, sentence
from negotiator_tui.text.language import N_

FOUND = 1


def run(given: Given) -> int:
    """Run the command."""
    match given.command.name:
        case "new":
            return write_new(given, Path(given.words[0]), Case())
        case "verify":
            return _verify(given)
        case _:
            return _forget(given)


def write_new(given: Given, path: Path, case: Case) -> int:
    """Write a case to a file that must not exist yet."""
    written = save_copy(case, path, given.lang)
    if isinstance(written, Fault):
        raise RefusedError(written)
    name = clean(str(path))
    said = given.say(N_("Written: {name}. Open it with: negotiator-tui {name}"), name=name)
    show(given, {"written": name, "sha256": written.sha256}, [said])
    return 0


_STATES: dict[str, str] = {
    "there": N_("unchanged"),
    "missing": N_("gone from the folder"),
    "changed": N_("changed since it was taken in"),
    "refused": N_("not a plain file of the folder; not looked at"),
    "not-noted": N_("in the folder, but never taken in"),
    "elsewhere": N_("kept elsewhere"),
}


def _verify(given: Given) -> int:
    """Whether the files of the papers are as they were taken in. 1 if one is gone, changed, or was not looked at.

    States: there, missing, changed, refused (the name leads out of the folder), not-noted (a file of that name is in
    the folder, but there is nothing to compare it with), elsewhere (`file` says where a paper lies).
    """
    case_file = opened(given)
    found = [(item, _state(case_file.path, item)) for item in case_file.case.materials if item.file]
    data = {
        "files": [
            {
                "id": item.id,
                "exhibit": item.exhibit,
                "name": item.name,
                "file": item.file,
                "state": state,
                "sha256": item.sha256,
                "size": item.size,
                "taken_in": None if item.taken_in is None else item.taken_in.isoformat(),
                "about": list(item.about),
            }
            for item, state in found
        ]
    }
    rows = [
        (
            "" if item.exhibit is None else str(item.exhibit),
            item.name or item.id,
            item.file or "",
            given.say(_STATES[state]),
        )
        for item, state in found
    ]
    nothing = given.say(N_("The materials name no files."))
    table = columns([tuple(map(clean, row)) for row in rows], [True, False, False, False])
    show(given, data, table if rows else [nothing])
    return FOUND if any(state in {"missing", "changed", "refused"} for _, state in found) else 0


def _state(path: Path, item: Material) -> str:
    name = item.file or ""
    if item.sha256 is not None:
        state = state_of(path, name, item.sha256)
        return "refused" if isinstance(state, Fault) else state
    place = evidence_file(path, name)
    if isinstance(place, Fault):
        return "elsewhere"
    if place.is_file():
        return "not-noted"
    return "missing" if place.suffix.lower() in OPENABLE else "elsewhere"


_WHAT = {
    "case": N_("the case"),
    "beside": N_("a version beside it"),
    "backup": N_("a backup"),
    "draft": N_("what was being typed"),
    "lock": N_("its lock"),
    "temp": N_("an unfinished save"),
    "recent": N_("its line among the recent cases"),
    "evidence": N_("a paper"),
    "document": N_("a letter or table made from it"),
}


def _forget(given: Given) -> int:
    """List every copy of a case; with --yes erase them. 1 if one could not be erased."""
    path, here = Path(given.words[0]), locations()
    copies = copies_of(path, here)
    if not copies:
        raise RefusedError(fault("storage.missing", name=path.name))
    failed: tuple[Fault, ...] = ()
    if given.has("--yes"):
        failed = erase(path, copies, here, now())
    beyond = [sentence(each, given.lang) for each in BEYOND_REACH]
    data = {
        "copies": [{"what": copy.what, "path": str(copy.path), "bytes": copy.size} for copy in copies],
        "erased": given.has("--yes") and not failed,
        "failed": [sentence(each, given.lang) for each in failed],
        "beyond": beyond,
    }
    rows = columns([(given.say(_WHAT[copy.what]), clean(str(copy.path))) for copy in copies], [False, False])
    if failed:
        said = [sentence(each, given.lang) for each in failed]
    elif given.has("--yes"):
        said = [given.say(N_("All of these are erased."))]
    else:
        said = [given.say(N_("Nothing was erased. To erase all of these: negotiator-tui forget CASE.toml --yes"))]
    heading = given.say(N_("What cannot be reached from here:"))
    show(given, data, [*rows, "", *said, "", heading, *(f"  {each}" for each in beyond)])
    return FOUND if failed else 0
