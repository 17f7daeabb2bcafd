"""What a sheet asks of the app around it, and tells it."""

from dataclasses import dataclass
from typing import Protocol

from textual.message import Message

from negotiator_tui.case.answers import Reading
from negotiator_tui.case.edit import Path
from negotiator_tui.finance.figure import Figure
from negotiator_tui.text.fault import Fault
from negotiator_tui.ui import rows as r


class Desk(Protocol):
    """What a sheet asks of the app, at once and in order."""

    def room(self) -> int:
        """The width the rows will have, before they have any."""

    def open(self, target: r.Target) -> None:
        """Show another page."""

    def perform(self, command: str, argument: str = "") -> None:
        """Do what a command stands for."""

    def typed(self, reading: Reading) -> None:
        """The text in the editor changed; by a message the budget would be painted a frame later."""

    def explain(self, figure: Figure) -> None:
        """Open the arithmetic of a figure."""

    def leave(self) -> None:
        """One level up."""

    def long_text(self, path: Path) -> None:
        """Open a long text over the body."""


@dataclass
class Committed(Message, namespace="sheet"):
    """The case changed."""


@dataclass
class Stood(Message, namespace="sheet"):
    """Another row is current, or what is wrong with it changed."""

    fault: Fault | None
