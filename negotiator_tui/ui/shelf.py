"""What the pages about files look at: other cases, a damaged file, a file somebody else changed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from negotiator_tui.text.fault import Fault

if TYPE_CHECKING:
    from pathlib import Path

    from negotiator_tui.guide.action import Action
    from negotiator_tui.storage.compare import Difference
    from negotiator_tui.storage.evidence import State
    from negotiator_tui.storage.found_files import FoundFile
    from negotiator_tui.storage.recents import Recent


@dataclass(frozen=True, slots=True)
class Shelf:
    """`damaged` is a file that could not be opened and why; `backup` the day of its newest good backup as text.

    `taking` is the paper a file is being chosen for, among those `found`; `papers` are those whose file was compared:
    their id, the SHA-256 it was compared with, and the outcome.
    """

    recents: "tuple[Recent, ...]" = ()
    nexts: "tuple[tuple[Path, Action | None], ...]" = ()
    """What is next in those cases, as far as they were looked into."""
    damaged: Fault | None = None
    damaged_path: str = ""
    backup: str = ""
    conflict: Fault | None = None
    differences: "tuple[Difference, ...]" = ()
    gone: bool = False
    """The file in conflict was deleted or renamed: it can be written again, and there is nothing to reload."""
    text: str = ""
    """What the borrower means to send, to be read back."""
    taking: str = ""
    found: "tuple[FoundFile, ...]" = ()
    papers: "tuple[tuple[str, str, State], ...]" = ()


EMPTY = Shelf()
