"""Documents that were made from a case: private files in the folder `<case>.documents` beside it."""

import re
from pathlib import Path

from negotiator_tui.storage.atomic import Written, write_beside
from negotiator_tui.storage.evidence import plain_name
from negotiator_tui.storage.faults import saving_fault
from negotiator_tui.storage.locations import VERSION, private_folder, real_path
from negotiator_tui.text.fault import Fault, fault

_MOST = 1000


def documents_folder(case_path: Path) -> Path:
    """The folder of a case's documents, `name.documents` for `name.toml`; it need not exist. Versions share it."""
    path = real_path(case_path)
    return path.with_name(f"{re.sub(VERSION, '', path.stem)}.documents")


def own_name(case_path: Path) -> str:
    """What tells a case from others as long as its file keeps its name, whatever version of it is open."""
    return re.sub(VERSION, "", real_path(case_path).stem)


def save_document(case_path: Path, name: str, data: bytes) -> tuple[Path, str] | Fault:
    """Write a document under a plain name that is still free, for this user only; where it is, and its SHA-256.

    No file is ever written over: a name that is taken gets a number.
    """
    folder = documents_folder(case_path)
    if folder.is_symlink():
        return fault("storage.evidence-name", name=folder.name)
    try:
        private_folder(folder)
    except OSError as error:
        return saving_fault(error, folder)
    wanted = folder / plain_name(name)
    for again in range(1, _MOST):
        path = wanted if again == 1 else wanted.with_name(f"{wanted.stem}-{again}{wanted.suffix}")
        written = write_beside(path, data)
        if isinstance(written, Written):
            return path, written.sha256
        if written.code != "storage.exists":
            return written
    return fault("storage.exists", name=wanted.name)
