"""Repayments found in statements, set against the debts of the case. They are no living costs."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Shape
from negotiator_tui.importers.sorting import names_card, repaid_words
from negotiator_tui.importers.tally import Rows, Tally
from negotiator_tui.text.clean import clean

_NAME = 20
"""Characters of the name of a debt that nobody named yet."""


@dataclass(frozen=True, slots=True)
class DebtService:
    """What was repaid on one debt of the case (`debt`), or to `name` where no debt of the case fits."""

    debt: str
    name: str
    count: int
    fen: int
    last: date
    rows: tuple[int, ...]


def debt_service(rows: Rows, tallies: Iterable[Tally], case: Case) -> tuple[DebtService, ...]:
    """Repayments by debt; those that fit none come last, as they may be a debt that is not listed yet."""
    by_debt: dict[tuple[str, str], list[int]] = defaultdict(list)
    for tally in tallies:
        debt = debt_named(tally.words, tally.party, case)
        name = "" if debt else _called(tally)
        by_debt[debt, name].extend(tally.rows)
    found = [
        DebtService(
            debt,
            name,
            len(places),
            sum(rows.fen[place] for place in places),
            max(rows.transactions[place].at.date() for place in places),
            tuple(places),
        )
        for (debt, name), places in by_debt.items()
    ]
    return tuple(sorted(found, key=lambda each: (not each.debt, -each.fen)))


def _called(tally: Tally) -> str:
    """What a repayment names: whom it went to, if that is a product or lender that is known; else one of those."""
    known = sorted(repaid_words(tally.words))
    return (
        known[0] if known and not repaid_words(tally.party) else clean(tally.party or tally.words.strip(), limit=_NAME)
    )


def debt_named(words: str, party: str, case: Case) -> str:
    """The id of the one debt that the words of a repayment name; "" for none, or for more than one as well."""
    scores = {debt.id: _score(words, party, debt, case) for debt in case.debts}
    best = max(scores.values(), default=0)
    fitting = [debt_id for debt_id, score in scores.items() if score == best]
    return fitting[0] if best and len(fitting) == 1 else ""


def _score(words: str, party: str, debt: Debt, case: Case) -> int:
    own = f"{debt.name or ''} {debt.lender or ''}"
    score = 2 * len(repaid_words(words) & repaid_words(own))
    if len(party) > 1 and party in own:
        score += 3
    if debt.contract_tail and len(debt.contract_tail) > 3 and debt.contract_tail in words:
        score += 3
    cards = [each for each in case.debts if each.shape is Shape.CARD]
    if names_card(words) and debt.shape is Shape.CARD and len(cards) == 1:
        score += 1
    return score
