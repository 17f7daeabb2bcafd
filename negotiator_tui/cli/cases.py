"""Opening the case a command line names."""

from pathlib import Path

from negotiator_tui.case.case import Case, find
from negotiator_tui.case.debts import Debt
from negotiator_tui.cli.faults import RefusedError, fault
from negotiator_tui.cli.options import Given
from negotiator_tui.storage.casefile import Opened, read_case
from negotiator_tui.text.fault import Fault


def opened(given: Given) -> Opened:
    """The case file that is the first word, or a RefusedError with the sentence about it."""
    result = read_case(Path(given.words[0]))
    if isinstance(result, Fault):
        raise RefusedError(result)
    return result


def debt_of(case: Case, given: Given) -> Debt:
    """The debt that --debt names."""
    name = given.options["--debt"]
    debt: Debt | None = find(case, "debts", name)
    if debt is None:
        ids = ", ".join(each.id for each in case.debts) or "-"
        raise RefusedError(fault("cli.no-debt", id=name, ids=ids), "--debt")
    return debt
