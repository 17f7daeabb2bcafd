"""What stands beside a finished search and takes longer: another order of asking, own months drawn, more money."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from negotiator_tui.case.case import Case
from negotiator_tui.finance.more_money import More, more_money
from negotiator_tui.finance.own_months import own_takings
from negotiator_tui.finance.search import CaseSearch
from negotiator_tui.finance.search_debt import Steps, finished
from negotiator_tui.finance.search_order import Order, better_order
from negotiator_tui.finance.stress_draws import SEED, Draws, drawn, own_money


@dataclass(frozen=True, slots=True)
class Beyond:
    """The better order of asking, if there is one; by debt the draws from own months; what more money would do."""

    order: Order | None = None
    draws: Mapping[str, Draws] = field(default_factory=dict)
    more: tuple[More, ...] = ()


def beyond(found: CaseSearch, case: Case, today: date, seed: int = SEED) -> Steps[Beyond]:
    """All of it for a case that was searched, a few milliseconds at a time."""
    more = yield from more_money(found, case, today)
    takings = [fen for _, fen in own_takings(case.own_months)]
    made: dict[str, Draws] = {}
    for each in found.debts:
        if each.result is not None and each.result.recommended is not None:
            own = own_money(found.basis, each.debt.id, takings)
            futures = yield from drawn(each.result.recommended.payments, own, seed)
            if futures is not None:
                made[each.debt.id] = futures
    order = yield from better_order(found)
    return Beyond(order, made, more)


def beside(found: CaseSearch, case: Case, today: date, seed: int = SEED) -> Beyond:
    """All of `beyond` at once."""
    return finished(beyond(found, case, today, seed))
