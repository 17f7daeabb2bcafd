"""Undo and redo: a list of cases, one step for each answer that counts."""

from dataclasses import dataclass

from negotiator_tui.case.case import Case
from negotiator_tui.case.edit import Path

LIMIT = 500


@dataclass(frozen=True, slots=True)
class Step:
    """A case and the path whose change led away from it or to it."""

    case: Case
    path: Path


@dataclass(frozen=True, slots=True)
class History:
    """What was, is and would be again. Ids that were given out stay so, whatever is undone."""

    present: Case
    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()

    def push(self, case: Case, path: Path, *, merge: bool = False) -> "History":
        """The history after a change at `path`. A change that changes nothing is no step.

        With `merge` it is one step with the change before it, if that was at the same path: leafing through choices.
        """
        if case is self.present or case == self.present:
            return self
        if merge and self.past and self.past[-1].path == path and not self.future:
            return History(case, self.past)
        return History(case, (*self.past[-LIMIT + 1 :], Step(self.present, path)))

    def undo(self) -> "tuple[History, Path] | None":
        """One step back and where it was, or None at the beginning."""
        if not self.past:
            return None
        step = self.past[-1]
        return History(self._there(step), self.past[:-1], (Step(self.present, step.path), *self.future)), step.path

    def redo(self) -> "tuple[History, Path] | None":
        """One step forward again and where it was, or None at the end."""
        if not self.future:
            return None
        step = self.future[0]
        return History(self._there(step), (*self.past, Step(self.present, step.path)), self.future[1:]), step.path

    def _there(self, step: Step) -> Case:
        """The case of a step, with the highest ids given out here or there: an undone item's id may stand elsewhere."""
        here, there = self.present.ids, step.case.ids
        if all(number <= there.get(name, 0) for name, number in here.items()):
            return step.case
        ids = {name: max(here.get(name, 0), there.get(name, 0)) for name in {**there, **here}}
        return step.case.model_copy(update={"ids": ids})
