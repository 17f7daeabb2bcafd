"""`export`: which thing is to be made from a case; its module does the rest."""

from collections.abc import Callable
from importlib import import_module

from negotiator_tui.cli.faults import RefusedError, fault
from negotiator_tui.cli.options import Given

_DOCUMENT = "export_document"

EXPORTS: dict[str, str] = {
    "--letter": _DOCUMENT,
    "--statement": _DOCUMENT,
    "--schedule": _DOCUMENT,
    "--hardship": _DOCUMENT,
    "--breakdown": _DOCUMENT,
    "--confirm": _DOCUMENT,
    "--objection": _DOCUMENT,
    "--complaint": _DOCUMENT,
    "--summary": _DOCUMENT,
    "--log": "export_table",
    "--calendar": "export_calendar",
    "--bundle": "export_bundle",
}
"""By option the module of this package that makes it: its `run(given)` finds the option in `given`."""


_ONLY_WITH = {
    "--redacted": "--bundle",
    "--with-letters": "--bundle",
    "--names": "--calendar",
    "--with-debts": "--statement",
}
"""Options that say something about one thing alone: with another they would seem to do what they do not."""


def run(given: Given) -> int:
    """Make the one thing that is asked for."""
    asked = [name for name in EXPORTS if given.has(name)]
    if len(asked) != 1:
        raise RefusedError(fault("cli.export", choices=", ".join(EXPORTS)))
    for option, other in _ONLY_WITH.items():
        if given.has(option) and asked[0] != other:
            raise RefusedError(fault("cli.only-with", option=option, other=other))
    handler: Callable[[Given], int] = import_module(f"negotiator_tui.cli.{EXPORTS[asked[0]]}").run
    return handler(given)
