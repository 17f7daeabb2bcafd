"""What can be wrong with a command line, and the exception that carries it to the edge."""

from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_

__all__ = ["RefusedError", "fault"]

declare(
    {
        "cli.command": N_("There is no command “{name}”. See them with: negotiator-tui --help"),
        "cli.option": N_("“{command}” has no option “{option}”. See them with: negotiator-tui {command} --help"),
        "cli.value": N_("“{option}” needs one value after it."),
        "cli.no-value": N_("“{option}” takes no value."),
        "cli.missing": N_("“{command}” needs {what}. See: negotiator-tui {command} --help"),
        "cli.surplus": N_("“{word}” is one word too many for “{command}”. See: negotiator-tui {command} --help"),
        "cli.choice": N_("“{text}” is not one of: {choices}."),
        "cli.per-twice": N_("“{text}” names another unit than --per {per}. Please give one of them."),
        "cli.boundless": N_("These terms grow beyond any sum that can be shown. Please lower the rate or the months."),
        "cli.only-with": N_("{option} only goes with {other}. Please leave it out or add that."),
        "cli.terminal": N_(
            "The wizard needs a terminal window. Without one, use a command such as: negotiator-tui budget CASE.toml"
        ),
        "cli.clock": N_(
            "The clock of this computer says {day}, and all days would be wrong. Please set the clock, or add --today "
            "with the day it is."
        ),
        "cli.today-late": N_("“{day}” is too late to plan from. Please give a day up to {last}."),
        "cli.no-debt": N_("There is no debt “{id}” in this case. It has: {ids}."),
        "cli.no-scene": N_("There is no scene “{name}”. See them with: negotiator-tui rehearse --list"),
        "cli.export": N_("Please say which one thing to make: {choices}."),
        "cli.no-entry": N_("There is no entry “{id}” in this case. The list of its contacts or papers shows the ids."),
        "cli.read-only": N_("This case can only be read here, so nothing was written to it."),
    }
)


class RefusedError(Exception):
    """Something given on the command line, or found in a file, cannot be used.

    `problem` is said on stderr, after the name of the `option` it was given with, and the exit code is 2.
    """

    def __init__(self, problem: Fault, option: str = "") -> None:
        super().__init__(problem.code)
        self.problem = problem
        self.option = option
