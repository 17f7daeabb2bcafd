"""Starting the wizard, and ending it: with a goodbye, a signal, or a fault of its own."""

import sys
from datetime import date, datetime
from pathlib import Path

from negotiator_tui.storage.locations import locations
from negotiator_tui.text.fault import fault
from negotiator_tui.text.language import Lang
from negotiator_tui.ui.app import Negotiator
from negotiator_tui.ui.files import Files
from negotiator_tui.ui.terminal import guard_terminal


def run_wizard(
    path: Path | None,
    *,
    lang: Lang,
    today: date | None = None,
    demo: bool = False,
    ascii_only: bool = False,
    read_only: bool = False,
) -> int:
    """Open the wizard and return the exit code. `today` pins the day; the time of day goes on."""

    def now() -> datetime:
        moment = datetime.now()  # noqa: DTZ005 - times in a case are local wall clock
        return moment if today is None else datetime.combine(today, moment.time())

    guard_terminal()
    files = Files(locations(), now)
    session, document = files.begin(path, lang)
    session.ascii = session.ascii or ascii_only
    if read_only and session.why_read_only is None:
        session.why_read_only = fault("document.only-to-look")
    app = Negotiator(session, document, files, demo=demo)
    app.run()
    if app.crash:
        sys.stderr.write(app.crash + "\n")
    return app.return_code or 0
