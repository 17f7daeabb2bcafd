"""The bytes of a statement file to its transactions."""

from collections.abc import Callable

import negotiator_tui.importers.faults  # noqa: F401 - declares the sentences
from negotiator_tui.importers.statement import Candidate, Mapping, StatementFile
from negotiator_tui.text.fault import Fault, fault


def _never() -> bool:
    return False


def _nothing(_rows: int) -> None:
    return None


def unpacked(data: bytes, name: str, *, password: str | None = None) -> tuple[tuple[str, bytes], ...] | Fault:
    """The statements in a zip as (name, bytes); anything else as itself.

    Faults: `import.password-needed`, `import.password-wrong`, `import.zip-…`.
    """
    return ((name, data),)


def read_statement(
    data: bytes,
    name: str,
    *,
    password: str | None = None,
    mapping: Mapping | None = None,
    stop: Callable[[], bool] = _never,
    progress: Callable[[int], None] = _nothing,
) -> StatementFile | Fault:
    """The statement in `data`, a file's bytes; `name` is only said in sentences. Never raises on any bytes.

    `stop` is asked and `progress` told the rows read so far, every thousand rows. `mapping` is for a layout that is
    not known. Faults: `import.password-needed`, `import.password-wrong`; `import.layout`, where
    `header_candidates` gives what can be mapped; and the other `import.…` about a whole file.
    """
    return fault("import.layout", name=name)


def header_candidates(data: bytes, name: str, *, password: str | None = None) -> tuple[Candidate, ...] | Fault:
    """The rows that look most like a header, the likeliest first; faults as for `read_statement`."""
    return ()
