"""The materials checklist, made for one case: the three that are enough for a call, then the rest."""

from dataclasses import dataclass
from datetime import date

from negotiator_tui.case.case import Case
from negotiator_tui.case.kinds import MaterialState
from negotiator_tui.case.materials import Material
from negotiator_tui.guide.conditions import About
from negotiator_tui.guide.facts import Fact
from negotiator_tui.guide.notes import notes
from negotiator_tui.text.language import Lang

FIRST = "first"


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One thing to gather. `group`: first, identity, income, statements, costs, hardship, other, made-here.

    `first` marks the three that are enough for a call; `why` is what it shows; `material` is the borrower's own entry
    about it, if there is one.
    """

    id: str
    group: str
    first: bool
    title: str
    why: str
    facts: tuple[Fact, ...] = ()
    material: Material | None = None

    @property
    def ready(self) -> bool:
        """Whether it is there or not needed."""
        return self.material is not None and self.material.state in {MaterialState.HAVE, MaterialState.NOT_NEEDED}


def checklist(case: Case, today: date, lang: Lang) -> tuple[ChecklistItem, ...]:
    """What this case needs, in the order of the file."""
    own = {material.kind: material for material in case.materials if material.kind}
    return tuple(
        ChecklistItem(note.id, note.group, note.group == FIRST, note.title, note.why, note.facts, own.get(note.id))
        for note in notes("materials", About(case, today), lang)
    )


def missing_first(case: Case, today: date, lang: Lang) -> tuple[ChecklistItem, ...]:
    """Of the three that are enough for a call, those not there yet."""
    return tuple(item for item in checklist(case, today, lang) if item.first and not item.ready)
