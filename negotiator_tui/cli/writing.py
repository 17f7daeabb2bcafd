"""Writing what was made: to the file of `-o`, else into the folder of documents beside the case; never over a file."""

from pathlib import Path

from negotiator_tui.cli.faults import RefusedError, fault
from negotiator_tui.cli.options import Given
from negotiator_tui.storage.atomic import write_beside
from negotiator_tui.storage.documents import save_document
from negotiator_tui.text.fault import Fault


def written(given: Given, case_path: Path, name: str, data: bytes) -> tuple[Path, str]:
    """Where the file is that was written, private to this user, and its SHA-256."""
    if given.has("-o"):
        path = Path(given.options["-o"])
        result = write_beside(path, data)
        if isinstance(result, Fault):
            raise RefusedError(result, "-o")
        return path, result.sha256
    saved = save_document(case_path, name, data)
    if isinstance(saved, Fault):
        raise RefusedError(saved)
    return saved


def format_of(given: Given, formats: tuple[str, ...], default: str = "") -> str:
    """The format asked for, else the one the name of the file ends in, else the default one: the first."""
    wanted = given.options.get("--format", "").strip().lower()
    if wanted and wanted not in formats:
        raise RefusedError(fault("cli.choice", text=wanted, choices=", ".join(formats)), "--format")
    ending = Path(given.options.get("-o", "")).suffix.lower().removeprefix(".")
    return wanted or (ending if ending in formats else default or formats[0])
