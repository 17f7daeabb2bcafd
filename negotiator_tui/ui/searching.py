"""The search for the least to ask for, done a little at a time between the keys while the plans are looked at."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from time import perf_counter
from typing import TYPE_CHECKING

from negotiator_tui.case.case import Case
from negotiator_tui.finance.budget import first_due_of

if TYPE_CHECKING:
    from textual.timer import Timer

    from negotiator_tui.finance.search import CaseSearch
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
    """A finished search, with what it was made from."""

    basis: Basis
    search: "CaseSearch"


def basis_for(case: Case, today: date) -> Basis:
    """What a search of this case is made from."""
    lists = (case.debts, case.missed, case.income, case.costs, case.week, case.agreements, case.payments)
    return Basis((*lists, case.first, case.budget), first_due_of(case, today), today)


class Searching:
    """The one search that may be running. `shown` is called when it is done and its page is still there."""

    def __init__(self, app: "Negotiator", shown: Callable[[], None]) -> None:
        self._app, self._shown = app, shown
        self._basis: Basis | None = None
        self._case: Case | None = None
        self._steps: Steps[CaseSearch] | None = None
        self._timer: Timer | None = None

    def look(self) -> None:
        """Another page is shown or the case changed: begin, go on, or drop what is no longer asked for."""
        session = self._app.session
        if session.place.page not in PAGES or session.found_search() is not None:
            self._drop()
            return
        basis = basis_for(session.case, session.now().date())
        if self._basis is not None and self._basis.same(basis):
            return
        self._drop()
        self._basis, self._case = basis, session.case
        self._timer = self._app.set_timer(WAIT, self._slice)

    def _drop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._basis = self._case = self._steps = self._timer = None

    def _slice(self) -> None:
        """Some steps of the search, and the rest after the keys that came meanwhile."""
        from negotiator_tui.finance.search import search_case

        session, basis = self._app.session, self._basis
        if basis is None or self._case is None:
            return
        if session.place.page not in PAGES or not basis.same(basis_for(session.case, basis.today)):
            self.look()
            return
        if self._steps is None:
            self._steps = search_case(self._case, basis.today)
        end = perf_counter() + SLICE
        while perf_counter() < end:
            try:
                next(self._steps)
            except StopIteration as done:
                session.found = Found(basis, done.value)
                self._drop()
                self._shown()
                return
        self._timer = self._app.set_timer(PAUSE, self._slice)
