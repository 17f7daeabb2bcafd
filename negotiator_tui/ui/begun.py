"""An item that was begun but has no answer yet: it is looked at, and counts from its first answer on."""

from dataclasses import dataclass

from negotiator_tui.case.base import Item
from negotiator_tui.case.case import Case, find, items_of
from negotiator_tui.case.edit import Path, added
from negotiator_tui.text.fault import Fault


@dataclass(frozen=True, slots=True)
class Begun:
    """An item of a list with what it starts from; it is in no case until something is answered or typed in it."""

    list_name: str
    item: Item

    @property
    def path(self) -> Path:
        """Where it would stand."""
        return (self.list_name, self.item.id)

    def within(self, case: Case) -> Case | None:
        """The case with it; None where an item took its id meanwhile."""
        if find(case, *self.path) is not None:
            return None
        number = int(self.item.id.lstrip("abcdefghijklmnopqrstuvwxyz"))
        update = {
            self.list_name: (*items_of(case, self.list_name), self.item),
            "ids": {**case.ids, self.list_name: number},
        }
        return case.model_copy(update=update)

    def untouched_in(self, case: Case) -> bool:
        """Whether the case has it exactly as it was begun."""
        return find(case, *self.path) == self.item


def begin(case: Case, list_name: str, defaults: dict[str, object]) -> Begun | Fault:
    """Begin an item of a list with what is known already."""
    grown = added(case, list_name, **defaults)
    if isinstance(grown, Fault):
        return grown
    return Begun(list_name, items_of(grown[0], list_name)[-1])
