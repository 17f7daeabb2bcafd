"""A running import, kept beside the case until it is taken over: files, what was read, what was decided."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import negotiator_tui.importers.faults  # noqa: F401 - declares the sentences the pages say
from negotiator_tui.case.case import Case
from negotiator_tui.finance.figure import Figure
from negotiator_tui.importers.applying import Choices
from negotiator_tui.importers.cells import Order
from negotiator_tui.importers.columns import Role
from negotiator_tui.importers.proposal import Decision, Proposal, proposal_of
from negotiator_tui.importers.shown import figure_of
from negotiator_tui.importers.statement import Candidate, Import, StatementFile
from negotiator_tui.importers.tally import Rows
from negotiator_tui.storage.found_files import FoundFile
from negotiator_tui.text.fault import Fault
from negotiator_tui.text.language import Lang


@dataclass(frozen=True, slots=True)
class Unknown:
    """A file whose columns are not known: rows that may be its header, which of them is looked at, what is said of
    its columns so far.
    """

    path: Path
    candidates: tuple[Candidate, ...]
    chosen: int
    roles: tuple[Role, ...]
    charges_positive: bool = False
    order: Order = "dmy"
    """How days like 03/04/2025 are read, where the file does not tell; shown and turned on the page."""

    @property
    def candidate(self) -> Candidate:
        """The header that is looked at."""
        return self.candidates[self.chosen]


@dataclass(frozen=True, slots=True)
class ImportState:
    """What the pages about an import look at. No password stands here longer than the file it opens is being read."""

    found: tuple[FoundFile, ...] = ()
    running: str = ""
    """The name of the file that is being read."""
    done: int = 0
    """Rows of it that were read so far."""
    problem: Fault | None = None
    locked: Path | None = None
    """A file that needs a password."""
    unknown: Unknown | None = None
    files: tuple[StatementFile, ...] = ()
    imported: Import | None = None
    rows: Rows | None = None
    proposal: Proposal | None = None
    choices: Choices = field(default_factory=Choices)
    party: str = ""
    """Whose page is open."""
    line: str = ""
    """The key of the line whose page is open."""
    figure: Figure | None = None
    """Its arithmetic."""
    password: str = field(default="", repr=False, compare=False)
    """Held only while a locked file with unknown columns is looked at."""


def opened(state: ImportState, key: str) -> ImportState:
    """The state with the page of a line open. Its arithmetic is made once, not at each keystroke there."""
    lines = state.proposal.lines if state.proposal is not None else ()
    found = next((line for line in lines if line.key == key), None)
    figure = None if found is None or state.rows is None else figure_of(found, state.rows)
    return replace(state, line=key, figure=figure)


def counted(state: ImportState, imported: Import, rows: Rows, case: Case, lang: Lang) -> ImportState:
    """The state once files were read and sorted."""
    proposal = proposal_of(rows, case, state.choices.parties, lang)
    return replace(
        state, files=imported.files, imported=imported, rows=rows, proposal=proposal, running="", done=0, problem=None
    )


def decided(state: ImportState, name: str, decision: Decision, case: Case, lang: Lang) -> ImportState:
    """The state after a party was decided: the lines follow at once."""
    parties: Mapping[str, Decision] = {**state.choices.parties, name: decision}
    state = replace(state, choices=replace(state.choices, parties=parties))
    return recounted(state, case, lang)


def recounted(state: ImportState, case: Case, lang: Lang) -> ImportState:
    """The proposal made anew, for the case as it is now."""
    if state.rows is None:
        return state
    return replace(state, proposal=proposal_of(state.rows, case, state.choices.parties, lang))
