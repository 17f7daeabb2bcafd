"""One of several, chosen on the page itself.

What was opened on a page is remembered as a set of marks that only grows. So each choice is a mark with a number one
higher than the last one's, and the highest number counts.
"""

from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Style
from negotiator_tui.ui.view import View


def chosen(view: View, group: str) -> str | None:
    """The option of a group that was chosen last; "" where it was closed again, None while none was chosen."""
    marks = _marks(view, group)
    return max(marks)[1] if marks else None


def choice(view: View, group: str, option: str) -> str:
    """The argument of the command "unfold" that makes this option the chosen one."""
    last = max((number for number, _ in _marks(view, group)), default=0)
    return f"{group}:{last + 1}:{option}"


def fold(
    view: View, group: str, option: str, label: str, hint: str = "", *, is_open: bool, style: Style = "accent"
) -> r.ActionRow:
    """The row over a part of a page. Of a group only the chosen part is open; Enter on its row closes it again."""
    argument = choice(view, group, "" if is_open else option)
    shown: Style = "strong" if is_open else style
    return r.ActionRow(f"{group}.{option}", label, hint, command="unfold", argument=argument, style=shown)


def _marks(view: View, group: str) -> list[tuple[int, str]]:
    parts = (mark.split(":", 2) for mark in view.unfolded if mark.startswith(f"{group}:"))
    return [(int(number), option) for _, number, option in parts]
