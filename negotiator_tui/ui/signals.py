"""A closed window or a plain kill ends the wizard as Ctrl+Q does: saved, and with the terminal given back."""

import asyncio
import signal
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from negotiator_tui.ui.app import Negotiator

SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT")
"""Ctrl+C and Ctrl+\\ are keys in the wizard; these signals come from another program, or a terminal that lost its mode."""


def end_on_signals(app: "Negotiator") -> None:
    """A closed window or a plain kill: what is unsaved is saved, the terminal is given back."""
    if sys.platform == "win32":
        return
    loop = asyncio.get_running_loop()
    for name in SIGNALS:
        number = getattr(signal, name)
        loop.add_signal_handler(number, app.end, 128 + number)
