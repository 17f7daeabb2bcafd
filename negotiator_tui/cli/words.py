"""Figures and what they lack, in words."""

from collections.abc import Iterable, Iterator

from negotiator_tui.case.case import Case
from negotiator_tui.case.edit import Path, table_at
from negotiator_tui.case.questions import question
from negotiator_tui.cli.options import Given
from negotiator_tui.cli.output import money
from negotiator_tui.finance.figure import Figure, bound, dotted
from negotiator_tui.text.clean import clean
from negotiator_tui.text.language import N_

_BOUNDS = {"at-least": N_("at least {amount}"), "at-most": N_("at most {amount}"), "open": N_("about {amount}")}


def figure_amount(given: Given, figure: Figure) -> str:
    """The amount of a figure, saying where it is a guess or skips what is not answered."""
    side = bound(figure)
    if figure.value is None or (side == "exact" and not figure.estimated):
        return money(figure.value)
    return given.say(_BOUNDS["open" if side == "exact" else side], amount=money(figure.value))


def missing_lines(given: Given, case: Case, missing: Iterable[Path]) -> Iterator[str]:
    """What is not answered yet, as lines: whose, and which question."""
    paths = list(missing)
    if paths:
        yield ""
        yield given.say(N_("Not answered yet; figures above skip it:"))
    for path in paths:
        yield f"  {dotted(path)}: {_question_words(given, case, path)}"


def _question_words(given: Given, case: Case, path: Path) -> str:
    table_or_item = table_at(case, path)
    if table_or_item is None:
        return dotted(path)
    name = clean(getattr(table_or_item, "name", None) or "")
    label = given.say(question(type(table_or_item), path[-1]).ask.label)
    return f"{name} · {label}" if name else label
