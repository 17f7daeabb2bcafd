"""How far each stage is answered."""

from dataclasses import dataclass

from negotiator_tui.case.base import Table
from negotiator_tui.case.case import LISTS, Case, items_of
from negotiator_tui.case.questions import asked
from negotiator_tui.case.stages import STAGES


@dataclass(frozen=True, slots=True)
class Progress:
    """First questions of a stage: how many apply, and how many have an answer ("don't know" is one)."""

    stage: str
    answered: int
    asked: int


def progress(case: Case) -> tuple[Progress, ...]:
    """The progress of each stage, in order. Lists that are kept as records (contacts, payments) do not count."""
    result = []
    for stage in STAGES:
        tables = dict.fromkeys(name for page in stage.pages for name in page.asks)
        counts = [_counted(table) for name in tables for table in _tables(case, name)]
        result.append(Progress(stage.id, sum(count[0] for count in counts), sum(count[1] for count in counts)))
    return tuple(result)


_COUNTED_LISTS = {"debts", "terms", "agreements"}


def _tables(case: Case, name: str) -> tuple[Table, ...]:
    if name not in LISTS:
        return (getattr(case, name),)
    return items_of(case, name) if name in _COUNTED_LISTS else ()


def _counted(table: Table) -> tuple[int, int]:
    first = [each for each in asked(table) if each.ask.level == "first"]
    answered = [each for each in first if each.name in table.unknown or getattr(table, each.name) is not None]
    return len(answered), len(first)
