"""When the program itself is wrong: the terminal is given back, and one sentence says where the case is.

Textual's own report prints local variables, and with them the case; this one prints none of it.
"""

import traceback
from pathlib import Path

from negotiator_tui.text.clean import clean
from negotiator_tui.text.language import N_, Lang, t

_PACKAGE = Path(__file__).parent.parent


def crash_text(error: BaseException, lang: Lang, case_path: str, backups: str) -> str:
    """What to tell after a fault in the program: which fault, where in the program, where the case and its backups
    are. Neither the error's own message nor any value of the case is in it.
    """
    lines = [
        t(lang, N_("The program has a fault and had to stop. Your answers up to the last second are kept.")),
        t(lang, N_("What went wrong: {kind} at {place}"), kind=type(error).__name__, place=_place(error)),
    ]
    if case_path:
        lines.append(t(lang, N_("The case: {path}"), path=clean(case_path)))
    if backups:
        lines.append(t(lang, N_("Earlier copies: {path}"), path=clean(backups)))
    return "\n".join(lines)


def _place(error: BaseException) -> str:
    """The last line of this program the error passed, as file and line."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if path.is_relative_to(_PACKAGE):
            return f"{path.relative_to(_PACKAGE).as_posix()}:{frame.lineno}"
    return "-"
