"""Who signs, while documents are made: held by the sitting alone, never by a draft, and by the case only if wanted."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from negotiator_tui.case.case import Case
from negotiator_tui.case.edit import Path

if TYPE_CHECKING:
    from negotiator_tui.case.identity import Identity

IDENTITY = "identity"
"""Begins the paths of these answers: `("identity", debt id, field)`."""
NUMBER = "number"
"""The one field that belongs to a debt."""


@dataclass(frozen=True, slots=True)
class Signing:
    """The identity, and the whole contract or card numbers by debt id."""

    who: "Identity"
    numbers: Mapping[str, str]

    def of(self, debt_id: str) -> "Identity":
        """Who signs a document about a debt."""
        return self.who.model_copy(update={NUMBER: self.numbers.get(debt_id)})

    def answered(self, path: Path, value: str | None) -> "Signing":
        """The same with one answer changed."""
        if path[-1] == NUMBER:
            numbers = {debt: number for debt, number in self.numbers.items() if debt != path[1]}
            return replace(self, numbers={**numbers, path[1]: value} if value else numbers)
        return replace(self, who=self.who.model_copy(update={path[-1]: value}))


def signing_of(held: Signing | None, case: Case) -> Signing:
    """What was typed in this sitting, else what the case keeps: as a rule nothing."""
    from negotiator_tui.case.identity import kept_identity

    return held or Signing(kept_identity(case), {})
