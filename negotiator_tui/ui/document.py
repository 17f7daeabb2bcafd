"""What a session is kept in. This one keeps nothing: the start screen stands on it, and tests do."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_

if TYPE_CHECKING:
    from pathlib import Path

    from negotiator_tui.case.case import Case
    from negotiator_tui.storage.evidence import State
    from negotiator_tui.ui.app import Negotiator
    from negotiator_tui.ui.session import Session

declare(
    {
        "document.no-case": N_("No case is open yet. Begin a new one, or open one from the list."),
        "document.unkept": N_(
            "The disk does not take what you are typing. Make room first; what you confirm counts once “saved” is shown."
        ),
        "document.only-to-look": N_("This case was opened only to look at, so nothing is changed."),
    }
)


@dataclass
class Saved(Message):
    """A save ended: at a time of day, or with what went wrong. `conflict` is set when the file was changed by others."""

    at: str = ""
    fault: Fault | None = None
    conflict: bool = False


@dataclass
class PapersChecked(Message):
    """The files of the case at `path` were compared: id, SHA-256 and outcome of each. `tell`: say so when all is well."""

    path: str
    papers: "tuple[tuple[str, str, State], ...]"
    tell: bool = False


class Document:
    """The place of a case: where it is saved, what is drafted, what other cases there are."""

    @property
    def path(self) -> str:
        """The case file, as text to show; empty without one."""
        return ""

    @property
    def backups(self) -> str:
        """The folder with earlier versions, as text to show; empty without one."""
        return ""

    def attach(self, app: "Negotiator") -> None:
        """The app is there: saves report to it from now on."""

    def draft(self, session: "Session") -> None:
        """Keep what is being typed, at once."""

    def placed(self, session: "Session") -> None:
        """Keep where the borrower stands."""

    def remember(self, session: "Session") -> None:
        """Keep language and looks in the settings."""

    def save_now(self, session: "Session") -> Fault | None:
        """Save, and wait for it."""
        del session
        return fault("document.no-case")

    def close(self, session: "Session") -> Fault | None:
        """Save and let go; what could not be saved is said."""
        del session
        return None

    def abandon(self) -> None:
        """Let go without saving."""

    def resolve(self, session: "Session", way: str) -> "Case | Path | Fault":
        """Settle that the file was changed elsewhere."""
        del session, way
        return fault("document.no-case")

    def conflict_shelf(self, session: "Session", problem: Fault) -> None:
        """Put what differs where the page about it looks."""
