"""Handing a paper to the system's viewer: only known kinds of files of the case's own folder, and never by a shell."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from negotiator_tui.storage.evidence import openable
from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_

declare(
    {
        "viewer.opened": N_("“{name}” is being opened in another window."),
    },
    told=True,
)
declare(
    {
        "viewer.none": N_("No program for looking at it was found here. The file is {path}."),
    }
)


def open_paper(case_path: Path, name: str) -> Fault:
    """Open a paper of the case in the program the system has for it; says that, or why not."""
    path = openable(case_path, name)
    if isinstance(path, Fault):
        return path
    try:
        started = _started(path)
    except OSError:
        started = False
    return fault("viewer.opened", name=name) if started else fault("viewer.none", path=path)


def _started(path: Path) -> bool:
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606 - a known kind of file, by its own name
        return True
    command = viewer_command(path)
    if command is None:
        return False
    nothing = subprocess.DEVNULL
    # `path` is absolute, so no viewer takes it for an option; the list goes to the program itself, not to a shell.
    subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True)  # noqa: S603
    return True


def viewer_command(path: Path) -> list[str] | None:
    """The program that opens a file, with the file; None where there is none. Not for Windows."""
    program = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    return None if program is None else [program, str(path)]
