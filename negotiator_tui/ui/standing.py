"""Where the borrower stands, and the way back: a value that going on, opening a figure and Esc make anew."""

from dataclasses import dataclass, replace

from negotiator_tui.case.edit import Path
from negotiator_tui.finance.figure import Figure
from negotiator_tui.ui.rows import Target, figure_key

Stop = tuple[Target, Figure | None]
"""A page one was on, and the figure whose arithmetic was open."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The page with the row one is at, the figure whose arithmetic is open, and the pages Esc leads back to, the last
    one at the end.
    """

    place: Target
    figure: Figure | None = None
    trail: tuple[Stop, ...] = ()

    def gone(self, target: Target, figure: Figure | None = None) -> "Standing":
        """On another page, with `figure` on that of its arithmetic; Esc comes back here, or, where it
        was chosen on the page for that, to where that one was opened.

        A page stands in the trail once, so going in circles does not make it longer.
        """
        figure = figure or self.figure
        here, there = _page_of(self.place, self.figure), _page_of(target, figure)
        if here == there:
            return replace(self, place=target, figure=figure)
        kept = tuple(each for each in self.trail if _page_of(*each) not in {here, there})
        return Standing(target, figure, kept if self.place.page == "go" else (*kept, (self.place, self.figure)))

    def back(self) -> "Standing | None":
        """Where one came from; None where one came from nowhere."""
        return Standing(*self.trail[-1], self.trail[:-1]) if self.trail else None

    def at(self, key: Path) -> "Standing":
        """On the row with this key. On an item's page the item comes first, whatever the row is about."""
        item = self.place.path[:2]
        if self.place.page == "item" and key[:2] != item:
            key = (*item, *key)
        return replace(self, place=replace(self.place, path=key))

    def without(self, pages: frozenset[str]) -> "Standing":
        """The same, with no way back to these pages."""
        return replace(self, trail=tuple(each for each in self.trail if each[0].page not in pages))


def _page_of(target: Target, figure: Figure | None) -> tuple[str, ...]:
    """What makes two places the same page."""
    if target.page == "explain" and figure is not None:
        return (target.page, *figure_key(figure))
    return (target.page, *target.path[:2]) if target.page == "item" else (target.page,)
