"""Commands about the file: opened, saved, printed, left."""

from typing import TYPE_CHECKING

from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_

if TYPE_CHECKING:
    from negotiator_tui.ui.app import Negotiator
    from negotiator_tui.ui.doing import Do

declare({"ui.leaving-unsaved": N_("The last change could not be saved. Press Ctrl+Q once more to leave without it.")})


def _print(app: "Negotiator", _argument: str) -> Fault | None:
    return app.files.print_questions()


def _save(app: "Negotiator", _argument: str) -> Fault | None:
    return app.document.save_now(app.session)


def _open(app: "Negotiator", argument: str) -> Fault | None:
    return app.files.open(argument)


def _new(app: "Negotiator", argument: str) -> Fault | None:
    return app.files.new(argument)


def _open_backup(app: "Negotiator", argument: str) -> Fault | None:
    return app.files.open_backup(argument)


def _demo(app: "Negotiator", _argument: str) -> Fault | None:
    return app.files.demo()


def _resolve(app: "Negotiator", argument: str) -> Fault | None:
    return app.files.resolve(argument)


def _quit(app: "Negotiator", _argument: str) -> Fault | None:
    """Leave; with a change that cannot be saved only when asked twice."""
    problem = app.document.close(app.session)
    if problem is not None and not app.doing.leaving:
        app.doing.leaving = True
        return fault("ui.leaving-unsaved")
    if problem is not None:
        app.document.abandon()
    app.exit(0)
    return None


DO: dict[str, "Do"] = {
    "print": _print,
    "save": _save,
    "open-file": _open,
    "new-file": _new,
    "open-backup": _open_backup,
    "demo": _demo,
    "resolve": _resolve,
    "quit": _quit,
}
