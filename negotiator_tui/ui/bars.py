"""The lines above and below the work: where one is, help for the row, the next step, the keys."""

from rich.cells import cell_len
from textual.strip import Strip
from textual.widget import Widget

from negotiator_tui.case.labels import label
from negotiator_tui.case.questions import Kind, Question
from negotiator_tui.text.language import N_, Lang, t
from negotiator_tui.ui.commands import COMMANDS
from negotiator_tui.ui.gate import strip_of
from negotiator_tui.ui.ink import Line, Span, Style, fit, line, width_of, wrap


class Bar(Widget):
    """A few lines of fixed height; showing others asks for no layout."""

    def __init__(self, name: str) -> None:
        super().__init__(id=name)
        self.lines: list[Line] = []

    def show(self, lines: list[Line]) -> None:
        """Show other lines."""
        if lines != self.lines:
            self.lines = lines
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the bar."""
        words = self.lines[y] if y < len(self.lines) else ()
        return strip_of(self, words, self.size.width)


def hint_lines(text: str, width: int, most: int, *, wrong: bool) -> list[Line]:
    """Help for the row, or what is wrong with it, in at most so many lines; a last one that is cut ends in two dots."""
    if not text:
        return []
    style: Style = "warn" if wrong else "dim"
    room = max(width - 4, 10)
    wrapped = wrap((Span(text, style),), room)
    if len(wrapped) > most:
        rest = "".join(span.text for span in (*wrapped[most - 1], *wrapped[most]))
        wrapped[most - 1] = (Span(fit(rest, room), style),)
    return [line(Span("  "), *each) for each in wrapped[:most]]


def row_help(question: Question, lang: Lang) -> str:
    """What helps with a question: its choices with their numbers, then its help."""
    choices = "  ".join(f"{number} {t(lang, label(each))}" for number, each in enumerate(question.options, 1))
    several = t(lang, N_("(several: 2,4)")) if question.kind is Kind.CHOICES else ""
    return "  ".join(part for part in (choices, several, t(lang, question.ask.help)) if part)


def next_line(title: str, action: str, reason: str, saved: str, width: int) -> Line:
    """The one thing to do next with its reason, and when the case was saved."""
    left = [Span(f"  {title}  ", "dim"), Span(action, "strong")]
    room = width - width_of(left) - cell_len(saved) - 4
    if reason and room > 12:
        left.append(Span("  " + fit(reason, room).rstrip(), "dim"))
    used = width_of(left)
    space = width - used - cell_len(saved) - 2
    if space < 1:  # what to do comes before the time it was saved
        return line(left[0], Span(fit(action, max(width - cell_len(left[0].text) - 2, 4)).rstrip(), "strong"))
    return line(*left, Span(" " * max(space, 1)), Span(saved, "dim"))


def key_line(lang: Lang, width: int) -> Line:
    """The keys, as many as there is room for."""
    spans: list[Span] = [Span(" ")]
    used = 1
    for command in COMMANDS:
        if not command.always:
            continue
        key = key_name(command.key)
        label = t(lang, command.label)
        size = cell_len(key) + cell_len(label) + 3
        if used + size > width:
            break
        spans += [Span(" " + key, "accent"), Span(" " + label + " ", "dim")]
        used += size
    return tuple(spans)


def key_name(key: str) -> str:
    """A key as it stands on the keyboard: F4, Ctrl+Z."""
    return "^" + key.removeprefix("ctrl+").upper() if key.startswith("ctrl+") else key.upper()
