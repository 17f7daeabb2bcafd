"""Commands whose work comes with a later version: they say so, and do nothing."""

from negotiator_tui.cli.faults import RefusedError, fault
from negotiator_tui.cli.options import Given


def run(given: Given) -> int:
    """Say in one sentence that the command is not there yet."""
    raise RefusedError(fault("cli.later", command=given.command.name))
