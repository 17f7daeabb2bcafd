"""The wizard, and `demo`, which opens it on a made-up case or writes that case to a file."""

import gc
import sys
from pathlib import Path

from negotiator_tui.cli.faults import RefusedError, fault
from negotiator_tui.cli.options import Given


def run(given: Given) -> int:
    """Open the wizard; it returns the exit code."""
    if given.has("--write"):
        from negotiator_tui.case.demo import demo_case
        from negotiator_tui.cli.files import write_new

        return write_new(given, Path(given.options["--write"]), demo_case(given.today))
    if given.json:
        raise RefusedError(fault("cli.only-with", option="--json", other="--write"))
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise RefusedError(fault("cli.terminal"))
    gc.disable()  # start-up makes many objects and drops few; the app collects again once it is shown
    from negotiator_tui.ui.run import run_wizard

    return run_wizard(
        Path(given.words[0]) if given.words else None,
        lang=given.lang,
        today=given.today if given.has("--today") else None,
        demo=given.command.name == "demo",
        ascii_only=given.has("--ascii"),
        read_only=given.has("--read-only"),
    )
