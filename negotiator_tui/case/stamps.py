"""The day a ladder was changed after it was settled: it follows from the change itself, whoever makes it."""

from collections.abc import Iterator
from datetime import date

from negotiator_tui.case.case import Case
from negotiator_tui.case.plans import Ladder, Rung


def stamped(before: Case, after: Case, today: date) -> Case:
    """The case after a change; a ladder that was settled before and says something else now bears the day of it."""
    if after.ladders is before.ladders and after.rungs is before.rungs:
        return after
    old = {each.id: each for each in before.ladders}
    ladders = tuple(
        each.model_copy(update={"changed_on": today})
        if each.id in old and _is_changed(old[each.id], each, before, after)
        else each
        for each in after.ladders
    )
    same = all(new is each for new, each in zip(ladders, after.ladders, strict=True))
    return after if same else after.model_copy(update={"ladders": ladders})


def _is_changed(old: Ladder, new: Ladder, before: Case, after: Case) -> bool:
    settled = old.frozen_on is not None and old.frozen_on == new.frozen_on and old.changed_on == new.changed_on
    return settled and (_said(old), *_asks(before, old.id)) != (_said(new), *_asks(after, new.id))


def _said(ladder: Ladder) -> tuple[object, ...]:
    return ladder.line, ladder.line_months, ladder.line_later


def _asks(case: Case, ladder_id: str) -> Iterator[Rung]:
    return (each.model_copy(update={"note": None}) for each in case.rungs if each.ladder == ladder_id)
