"""What the pages about files look at: other cases, a damaged file, a file somebody else changed."""

from dataclasses import dataclass

from negotiator_tui.storage.compare import Difference
from negotiator_tui.storage.recents import Recent
from negotiator_tui.text.fault import Fault


@dataclass(frozen=True, slots=True)
class Shelf:
    """`damaged` is a file that could not be opened and why; `backup` the day of its newest good backup as text."""

    recents: tuple[Recent, ...] = ()
    damaged: Fault | None = None
    damaged_path: str = ""
    backup: str = ""
    conflict: Fault | None = None
    differences: tuple[Difference, ...] = ()
    gone: bool = False
    """The file in conflict was deleted or renamed: it can be written again, and there is nothing to reload."""


EMPTY = Shelf()
