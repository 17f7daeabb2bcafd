"""What the guide says, as rows: notes with their reason, and the rules behind them folded away."""

from collections.abc import Iterable

from negotiator_tui.case.edit import Path
from negotiator_tui.guide.facts import Fact, fact_sentence
from negotiator_tui.guide.notes import Note
from negotiator_tui.guide.pages import distress as distress_note
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Span, Style
from negotiator_tui.ui.pages.places import question_label, target_of
from negotiator_tui.ui.view import View


def told(note: Note, *, mark: str = "", style: Style = "", indent: int = 0) -> list[r.Row]:
    """One note: its title in a line of its own, what it says, and dimmed behind it why."""
    head: list[r.Row] = [r.Note((Span(note.title, "strong"),), indent=indent)] if note.title else []
    spans = [Span(mark + note.text, style)]
    if note.why:
        spans.append(Span("  " + note.why, "dim"))
    return [*head, r.Note(tuple(spans), indent=indent)] if note.text else head


def told_all(notes: Iterable[Note], *, mark: str = "", style: Style = "", indent: int = 0) -> list[r.Row]:
    """Several notes, one under the other."""
    return [row for note in notes for row in told(note, mark=mark, style=style, indent=indent)]


def steps(key: str, notes: Iterable[Note]) -> list[r.Row]:
    """Numbered things to do; from one that leads to a page Enter goes there. `key` keeps rows of lists apart."""
    rows: list[r.Row] = []
    for number, note in enumerate(notes, 1):
        if note.page:
            label = f"{number}  {note.text}"
            rows.append(r.ActionRow(f"{key}.{note.id}", label, note.why, target=r.Target(note.page)))
        else:
            rows += told(note, mark=f"{number}  ")
    return rows


def fact_rows(view: View, facts: Iterable[Fact], *, indent: int = 0) -> list[r.Row]:
    """Facts as dimmed sentences, each with its instrument and article or the date of the report."""
    return [r.Note(fact_sentence(each, view.lang, view.today), "dim", indent) for each in facts]


def grounds(view: View, key: str, facts: Iterable[Fact]) -> list[r.Row]:
    """The facts behind a page or a part of it, once each, behind a fold."""
    found = {each.id: each for each in facts}
    if not found:
        return []
    fold = f"grounds.{key}"
    if fold in view.unfolded:
        return fact_rows(view, found.values())
    label = view.t(N_("What this rests on: {count}"), count=len(found))
    hint = view.t(N_("rules and reports, with their dates"))
    return [r.ActionRow(fold, label, hint, command="unfold", argument=fold, style="dim")]


def facts_of(notes: Iterable[Note]) -> tuple[Fact, ...]:
    """The facts of several notes, once each."""
    return tuple({each.id: each for note in notes for each in note.facts}.values())


def open_answers(view: View, paths: Iterable[Path], *, limit: int = 5) -> list[r.Row]:
    """The answers that are not there yet, each a way to its row; the first ones, and how many more there are."""
    found = tuple(dict.fromkeys(paths))
    rows: list[r.Row] = [
        r.ActionRow("open." + ".".join(path), question_label(view, path), target=target_of(path, view.case))
        for path in found[:limit]
    ]
    if len(found) > limit:
        rows.append(r.Note(view.t(N_("and {count} more"), count=len(found) - limit), "dim"))
    return rows


def distress(view: View) -> list[r.Row]:
    """The one quiet line for bad nights."""
    return [r.Note(distress_note(view.lang, view.today).text, "dim")]
