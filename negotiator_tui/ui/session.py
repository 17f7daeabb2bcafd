"""One sitting with a case: its history, what is being typed, and where the borrower stands. No widget is known here.

Commits happen here, synchronously: a burst of keys must find the next row as soon as the last one was left.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from negotiator_tui.case.answers import Reading
from negotiator_tui.case.base import Table
from negotiator_tui.case.case import LISTS, TABLES, Case, find
from negotiator_tui.case.edit import Path, added, edited, marked, placed, removed, table_at, value_at
from negotiator_tui.case.history import History
from negotiator_tui.case.questions import Question, questions
from negotiator_tui.case.stamps import stamped
from negotiator_tui.case.talks import FREE, Contact, settled
from negotiator_tui.finance.figure import Figure
from negotiator_tui.text.fault import Fault, fault
from negotiator_tui.text.language import Lang
from negotiator_tui.ui.begun import Begun, begin
from negotiator_tui.ui.rows import Target
from negotiator_tui.ui.searching import PAGES, Found, Partly, basis_for
from negotiator_tui.ui.shelf import EMPTY
from negotiator_tui.ui.signing import IDENTITY, Signing, signing_of
from negotiator_tui.ui.standing import Standing
from negotiator_tui.ui.view import View, lines_fold

if TYPE_CHECKING:
    from negotiator_tui.finance.search import CaseSearch, DebtSearch
    from negotiator_tui.guide.scene import Scene
    from negotiator_tui.ui.import_state import ImportState


CHECKED = {("debts", "share"), ("plans", "chosen")}
"""Answers, by list and field, to which others give way or that are refused where they would do harm; what does so is
only read for them."""

_MORE_COLUMNS = {"income": {"from_", "until"}, "costs": {"months", "from_", "until", "saved"}}
"""Columns of budget lines that stand in place of the others on demand."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Text that is not an answer yet: half-typed, or refused."""

    path: Path
    raw: str
    caret: int


def find_draft(page: str) -> Path:
    """The path under which what is typed on the find line of a page is drafted."""
    return ("find", page)


class Session:
    """The state of a sitting. `now` is the one clock; `changed` is called after each change of the case."""

    def __init__(self, case: Case, lang: Lang, now: Callable[[], datetime], *, path: str = "") -> None:
        self.history = History(case)
        self.lang = lang
        self.now = now
        self.why_read_only: Fault | None = None
        self.path = path
        self.live = case
        self.hide = False
        self.ascii = False
        self.still = False
        self.standing = Standing(Target(case.place.page))
        self.find = ""
        self.unfolded: frozenset[str] = frozenset()
        self.drafts: dict[Path, Draft] = {}
        self.shelf = EMPTY
        self.about: Question | None = None
        self.found: Found | None = None
        self.importing: ImportState | None = None
        self.partly: Partly | None = None
        self.own_scenes: Callable[[], tuple[tuple[str, Scene | Fault], ...]] = tuple
        self.begun: Begun | None = None
        self._looked_at: tuple[Case, Begun, Case] | None = None
        self.signing: Signing | None = None
        self.changed: Callable[[Case], None] = lambda _case: None

    @property
    def read_only(self) -> bool:
        """Whether the case may only be looked at."""
        return self.why_read_only is not None

    @property
    def place(self) -> Target:
        """The page one is on, and the row on it."""
        return self.standing.place

    @place.setter
    def place(self, place: Target) -> None:
        self.standing = replace(self.standing, place=place)

    @property
    def case(self) -> Case:
        """The case that is looked at: as it counts, and on the page of an item that was begun, with that item."""
        begun = self.begun
        if begun is None or self.place.page != "item" or self.place.path[:2] != begun.path:
            return self.history.present
        return self._with_begun(begun)

    @property
    def counted(self) -> Case:
        """The case as it counts: without what is only being typed, and without an item that has no answer yet."""
        return self.history.present

    def view(self, *, counted: bool = False) -> View:
        """What the pages are made from now; with `counted` only what counts already."""
        search = self.found_search() if self.place.page in PAGES else None
        return View(
            self.counted if counted else self.case,
            self.now(),
            self.lang,
            self.place.path[:2] if self.place.page == "item" else (),
            self.find,
            self.unfolded,
            self.hide,
            self.ascii,
            self.path,
            self.standing.figure,
            self.shelf,
            self.about,
            search,
            self.still,
            self.place.page in PAGES and search is None,
            done=self._done_so_far() if search is None else (),
            beyond=None if search is None or self.found is None else self.found.beyond,
            scenes=self.own_scenes() if self.place.page == "rehearsal" else (),
            signing=self.signing,
            importing=self.importing,
        )

    def found_search(self) -> "CaseSearch | None":
        """What the search found, if it was made from the case as it is."""
        found = self.found
        if found is None or not found.basis.same(basis_for(self.case, self.now().date())):
            return None
        return found.search

    def _done_so_far(self) -> "tuple[DebtSearch, ...]":
        """The debts that a search which still runs is through with."""
        if self.partly is None or not self.partly.basis.same(basis_for(self.case, self.now().date())):
            return ()
        return self.partly.debts

    def preview(self, path: Path, reading: Reading) -> Case:
        """The case as it would be if the typed text counted; the case itself stays as it is."""
        self.live = self.case
        if reading.fault is None and not self.read_only and path[0] != IDENTITY:
            self.live = self._with(self.case, path, reading) or self.case
        return self.live

    def commit(self, path: Path, reading: Reading, *, merge: bool = False) -> Fault | None:
        """Make a read text the answer at `path`. Returns what is wrong with it, and then changes nothing.

        With `merge` it is one step of history with the same answer's change just before.
        """
        if path[0] == IDENTITY:
            self._sign(path, reading)
            return None
        if self.why_read_only is not None:
            return self.why_read_only
        if reading.fault is not None:
            return reading.fault
        if (problem := self._why_it_stays(path)) is not None:
            return problem
        case = self._with(self.case, path, reading)
        if case is None:
            return fault("case.refused")
        if (path[0], path[-1]) in CHECKED:
            from negotiator_tui.ui.checks import settled

            outcome = settled(case, path, self.now().date())
            if isinstance(outcome, Fault):
                return outcome
            case = outcome
        self.drafts.pop(path, None)
        self._push(case, path, merge=merge)
        return None

    def add(
        self, list_name: str, defaults: tuple[tuple[str, Any], ...], path_field: str, reading: Reading
    ) -> str | Fault:
        """Add an item whose first answer was typed; returns its id. One step of history."""
        if self.why_read_only is not None:
            return self.why_read_only
        if reading.fault is not None:
            return reading.fault
        given = dict(defaults)
        if (list_name, path_field) == ("debts", "name"):
            from negotiator_tui.case.kind_by_name import kind_by_name

            given = kind_by_name(str(reading.value)) | given
        grown = added(self.case, list_name, **given)
        if isinstance(grown, Fault):
            return grown
        case, item_id = grown
        path = (list_name, item_id, path_field)
        filled = self._with(case, path, reading) if path_field else case
        if filled is None:
            return fault("case.refused")
        self._push(filled, path)
        return item_id

    def begin(self, list_name: str, defaults: tuple[tuple[str, Any], ...]) -> str | Fault:
        """Begin an item that has no answer yet; returns its id. It counts from its first answer on, not before."""
        if self.why_read_only is not None:
            return self.why_read_only
        begun = begin(self.counted, list_name, dict(defaults))
        if isinstance(begun, Fault):
            return begun
        self.begun = begun
        return begun.item.id

    def remove(self, path: Path) -> Fault | None:
        """Take an item out, with its parts. Undo brings all of it back."""
        if self.why_read_only is not None:
            return self.why_read_only
        if (problem := self._why_it_stays(path)) is not None:
            return problem
        self._push(removed(self.case, path), path)
        return None

    def replace_case(self, case: Case, path: Path) -> Fault | None:
        """Take over a case made elsewhere (an action that changes several answers) as one step."""
        if self.why_read_only is not None:
            return self.why_read_only
        self._push(case, path)
        return None

    def undo(self) -> Path | None:
        """Back one step; the path that changed, or None when there is nothing to undo."""
        return self._travel(self.history.undo())

    def redo(self) -> Path | None:
        """Forward one step again; the path that changed, or None."""
        return self._travel(self.history.redo())

    def table(self, path: Path) -> Table | None:
        """The table or item a path leads into: one of the case, or who signs."""
        return signing_of(self.signing, self.case).of(path[1]) if path[0] == IDENTITY else table_at(self.case, path)

    def _sign(self, path: Path, reading: Reading) -> None:
        """Take down who signs; the case keeps it too where the borrower wanted that."""
        from negotiator_tui.case.identity import is_kept, keeping

        value = reading.value if isinstance(reading.value, str) else None
        self.signing = signing_of(self.signing, self.counted).answered(path, value)
        if is_kept(self.counted) and not self.read_only:
            self._push(keeping(self.counted, self.signing.who), ("borrower", path[-1]))

    def keep_draft(self, path: Path, raw: str, caret: int) -> None:
        """Hold text that is not an answer, so that it stands in the editor again. An item it is typed into counts."""
        if path[0] == IDENTITY:  # who signs is never written to the disk by itself
            return
        begun = self.begun
        if begun is not None and path[:2] == begun.path and raw:
            self._push(self._with_begun(begun), begun.path, keep_begun=True)
        self.drafts[path] = Draft(path, raw, caret)

    def drop_draft(self, path: Path) -> None:
        """Forget held text: it was committed or taken back. An item with nothing else in it counts no longer."""
        self.drafts.pop(path, None)
        begun = self.begun
        alone = begun is not None and not any(each[:2] == begun.path for each in self.drafts)
        if begun is not None and alone and path[:2] == begun.path and begun.untouched_in(self.counted):
            self.history = self._unbegun(begun)
            self.changed(self.counted)
        self.live = self.case

    def go(self, target: Target) -> None:
        """Stand on another page; Esc comes back here."""
        self._turn_to(self.standing.gone(target))

    def explain(self, figure: Figure) -> None:
        """Open the arithmetic of a figure; Esc comes back here, also from one figure to the one it is a part of."""
        self._turn_to(self.standing.gone(Target("explain"), figure))

    def stand(self, key: Path) -> None:
        """Remember the row on this page."""
        self.standing = self.standing.at(key)

    def reveal(self, path: Path) -> None:
        """Unfold the questions among which the one at `path` is, should they be folded; of a line its other columns."""
        if len(path) == 3 and path[-1] != "name" and (columns := _MORE_COLUMNS.get(path[0])):
            line = find(self.case, path[0], path[1])
            fold = {lines_fold(path[0], getattr(line, "side", None))}
            self.unfolded = self.unfolded | fold if path[-1] in columns else self.unfolded - fold
            return
        if len(path) == (3 if path and path[0] in LISTS else 2) and path[0] in {*LISTS, *TABLES}:
            found = {each.name: each.ask.level for each in questions({**TABLES, **LISTS}[path[0]])}
            if found.get(path[-1]) == "more":
                self.unfolded = self.unfolded | {".".join(path[:-1])}

    def back(self) -> bool:
        """One level up, to where one came from. False at the top."""
        before = self.standing.back()
        if before is None:
            return False
        self._turn_to(before)
        return True

    def saved_case(self) -> Case:
        """The case with the live place in it, as it is written."""
        return placed(self.counted, self.place.page, self.place.path)

    def _why_it_stays(self, path: Path) -> Fault | None:
        """Why what is at `path` stays as it is: an entry of the log that is older than a day is only added to."""
        if path[0] != "contacts" or path[-1] in FREE:
            return None
        contact = find(self.case, *path[:2])
        return fault("contact.settled") if isinstance(contact, Contact) and settled(contact, self.now()) else None

    def _turn_to(self, standing: Standing) -> None:
        """Another page: what was typed to find something on the one before is done with."""
        self.drafts.pop(find_draft(self.place.page), None)
        self.standing, self.find = standing, ""
        self.live = self.case

    def _with(self, case: Case, path: Path, reading: Reading) -> Case | None:
        current: Case | Fault = case
        for field, value in ((path[-1], reading.value), *reading.also):
            if isinstance(current, Case) and value_at(current, (*path[:-1], field)) != value:
                current = edited(current, (*path[:-1], field), value)
        table_estimated = isinstance(current, Case) and path[-1] in _estimated(current, path)
        if isinstance(current, Case) and table_estimated != reading.estimated:
            current = marked(current, path, estimated=reading.estimated)
        return current if isinstance(current, Case) else None

    def _with_begun(self, begun: Begun) -> Case:
        """What counts, with the item that was begun: made once for each state of the case."""
        kept = self._looked_at
        if kept is not None and kept[0] is self.counted and kept[1] is begun:
            return kept[2]
        made = begun.within(self.counted) or self.counted
        self._looked_at = (self.counted, begun, made)
        return made

    def _unbegun(self, begun: Begun) -> History:
        """The history without the step that only let an item count while something was typed in it."""
        past = self.history.past
        if past and past[-1].path == begun.path and begun.untouched_in(self.counted):
            return History(past[-1].case, past[:-1])
        return self.history

    def _push(self, case: Case, path: Path, *, merge: bool = False, keep_begun: bool = False) -> None:
        begun, before = self.begun, self.history
        if begun is not None and not keep_begun:
            if case is self.case and begun.within(self.counted) is not None:
                return  # nothing was answered in it
            if find(case, *begun.path) is not None and not begun.untouched_in(case):
                before, self.begun = self._unbegun(begun), None
        case = stamped(self.counted, case, self.now().date())
        history = before.push(case, path, merge=merge)
        if history is not self.history:
            self.history, self.live = history, case
            self.changed(case)

    def _travel(self, step: tuple[History, Path] | None) -> Path | None:
        if step is None or self.read_only:
            return None
        self.history, path = step
        self.live = self.case
        self.drafts.pop(path, None)
        self.changed(self.case)
        return path


def _estimated(case: Case, path: Path) -> tuple[str, ...]:
    table = table_at(case, path)
    return table.estimated if table is not None else ()
