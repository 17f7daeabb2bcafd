"""The search for the least to ask for, done a little at a time between the keys while the plans are looked at.

What stands beside it (another order of asking, own months drawn, more money) follows once it is done.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from time import perf_counter
from typing import TYPE_CHECKING

from negotiator_tui.case.case import Case
from negotiator_tui.finance.budget import first_due_of
from negotiator_tui.ui.rows import ActionRow, key_of

if TYPE_CHECKING:
    from textual.timer import Timer

    from negotiator_tui.finance.search import CaseSearch, DebtSearch
    from negotiator_tui.finance.search_beyond import Beyond
    from negotiator_tui.finance.search_debt import Steps
    from negotiator_tui.ui.app import Negotiator

PAGES = frozenset({"plan", "ladder"})
"""The pages that show what was found. Elsewhere nothing is searched."""
WAIT = 0.05
"""Seconds from a page or a change to the search: who walks on at once does not wait for it."""
SLICE = 0.008
"""Seconds of work at a time; keys that came meanwhile go first."""
PAUSE = 0.002
"""Seconds between two slices."""
PARTLY = 0.05
"""Seconds of searching after which the debts that are done are shown already."""
_USE = ("action", "found.use")


@dataclass(frozen=True, slots=True)
class Basis:
    """What a search is made from: the parts of a case, the same only if they are the very same objects."""

    parts: tuple[object, ...]
    first_due: date
    today: date

    def same(self, other: "Basis") -> bool:
        """Whether a search from the other would find the same."""
        days = (self.first_due, self.today) == (other.first_due, other.today)
        return days and all(a is b for a, b in zip(self.parts, other.parts, strict=True))


@dataclass(frozen=True, slots=True)
class Found:
    """A finished search, with what it was made from. `beyond` follows later."""

    basis: Basis
    search: "CaseSearch"
    beyond: "Beyond | None" = None


@dataclass(frozen=True, slots=True)
class Partly:
    """The debts that a search which still runs is through with."""

    basis: Basis
    debts: "tuple[DebtSearch, ...]"


def basis_for(case: Case, today: date) -> Basis:
    """What a search of this case is made from."""
    owed = (case.debts, case.missed, case.agreements, case.payments)
    money = (case.income, case.costs, case.week, case.own_months, case.first, case.budget)
    return Basis((*owed, *money), first_due_of(case, today), today)


class Searching:
    """The one search that may be running. `shown` is called when there is more to show and its page is still there."""

    def __init__(self, app: "Negotiator", shown: Callable[[], None]) -> None:
        self._app, self._shown = app, shown
        self._basis: Basis | None = None
        self._case: Case | None = None
        self._steps: Steps[CaseSearch] | Steps[Beyond] | None = None
        self._timer: Timer | None = None
        self._began = 0.0
        self._done: list[DebtSearch] = []
        self._told = 0

    def look(self) -> None:
        """Another page is shown or the case changed: begin, go on, or drop what is no longer asked for."""
        session = self._app.session
        complete = session.found_search() is not None and session.found is not None and session.found.beyond is not None
        if session.place.page not in PAGES or complete:
            self._drop()
            return
        basis = basis_for(session.case, session.now().date())
        if self._basis is not None and self._basis.same(basis):
            return
        self._drop()
        self._basis, self._case = basis, session.case
        self._timer = self._app.set_timer(WAIT, self._slice)

    def _offer(self) -> None:
        """Show what was found. Who still stands where the page began, on a row that takes no text, stands on it."""
        sheet = self._app.sheet
        began = sheet.current == 0 and isinstance(sheet.row, ActionRow)
        self._shown()
        if began and any(key_of(row) == _USE for row in sheet.rows):
            sheet.show(_USE)

    def _drop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._basis = self._case = self._steps = self._timer = None

    def _slice(self) -> None:
        """Some steps of the work, and the rest after the keys that came meanwhile."""
        session, basis = self._app.session, self._basis
        if basis is None or self._case is None:
            return
        if session.place.page not in PAGES or not basis.same(basis_for(session.case, basis.today)):
            self.look()
            return
        steps = self._steps if self._steps is not None else self._begin(self._case, basis)
        end = perf_counter() + SLICE
        while perf_counter() < end:
            try:
                next(steps)
            except StopIteration as done:
                self._ended(basis, done.value)
                return
        self._tell_part(basis)
        self._timer = self._app.set_timer(PAUSE, self._slice)

    def _begin(self, case: Case, basis: Basis) -> "Steps[CaseSearch] | Steps[Beyond]":
        """The search itself; where it is there already, what stands beside it."""
        from negotiator_tui.finance.search import search_case
        from negotiator_tui.finance.search_beyond import beyond

        found = self._app.session.found
        self._done, self._told, self._began = [], 0, perf_counter()
        if found is not None and found.basis.same(basis):
            self._steps = beyond(found.search, case, basis.today)
        else:
            self._steps = search_case(case, basis.today, seen=self._done.append)
        return self._steps

    def _tell_part(self, basis: Basis) -> None:
        """Show the debts that are done, once it takes longer than one waits for."""
        if len(self._done) > self._told and perf_counter() - self._began >= PARTLY:
            self._told = len(self._done)
            self._app.session.partly = Partly(basis, tuple(self._done))
            self._shown()

    def _ended(self, basis: Basis, value: "CaseSearch | Beyond") -> None:
        """Keep and show what was worked out; after the search goes on with what stands beside it."""
        from negotiator_tui.finance.search import CaseSearch

        session, self._steps = self._app.session, None
        if isinstance(value, CaseSearch):
            session.found, session.partly = Found(basis, value), None
            self._timer = self._app.set_timer(PAUSE, self._slice)
            self._offer()
            return
        if session.found is not None:
            session.found = replace(session.found, beyond=value)
            self._drop()
        self._shown()
