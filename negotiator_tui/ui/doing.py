"""Which module does which command; the commands are done and what there is to say of it is said here."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from negotiator_tui.text.fault import Fault, fault
from negotiator_tui.ui.document import Saved
from negotiator_tui.ui.going import open_over

if TYPE_CHECKING:
    from negotiator_tui.ui.app import Negotiator

Do = Callable[["Negotiator", str], Fault | None]
"""A command with its argument: it shows what changed and returns what there is to say."""

_WHERE = {
    "going": "help run go palette urgent enough review start next region explain find previous following",
    "changing": "unknown undo redo add delete new-item next-debt replace note long",
    "looking": "unfold fold hide language copy",
    "filing": "print save open-file new-file open-backup demo resolve quit",
    "handing_over": "document-open document-save document-note identity-keep identity-drop",
    "exporting": "export-open export-save",
    "terms_doing": "accept-offer counter-offer",
    "calling": "call call-begin call-said call-log call-sign call-end call-again call-evidence",
    "papers": "choose-file take-file open-paper new-paper check-papers",
    "reading": "read-text",
    "balances": "open-balance",
    "rehearsing": "rehearse",
    "following": "review-begin",
    "importing": "import-begin import-file import-password import-stop import-forget import-column import-columns "
    "import-party import-belongs import-line import-way import-amount import-worst import-debt import-apply",
}
"""Commands, by the module of this folder whose `DO[command]` does them. A module is imported with its first command."""

_MODULE = {command: module for module, commands in _WHERE.items() for command in commands.split()}


class Doing:
    """What the commands of the app do."""

    def __init__(self, app: "Negotiator") -> None:
        self._app = app
        self.leaving = False
        """Whether leaving was asked for and the last change could not be saved."""

    def do(self, command: str, argument: str = "") -> None:
        """Do a command, by its id."""
        self.leaving = self.leaving and command == "quit"
        if command not in {"unknown", "region"}:
            self._app.sheet.settle()
        do: Do = import_module(f"negotiator_tui.ui.{_MODULE[command]}").DO[command]
        self._tell(do(self._app, argument))

    def saved(self, message: Saved) -> None:
        """A save ended: the time, or what went wrong and, when others changed the file, the page about it."""
        app = self._app
        if message.at:
            app.saved, self.leaving = message.at, False
        if message.conflict and message.fault is not None and app.session.shelf.conflict is None:
            app.document.conflict_shelf(app.session, message.fault)
            open_over(app, "conflict")
        if message.fault is not None:
            self._tell(fault("ui.leaving-unsaved") if self.leaving else message.fault)
        app.show_around()

    def _tell(self, message: Fault | None) -> None:
        if message is not None:
            self._app.message = message
        self._app.around.show_hint(None)
