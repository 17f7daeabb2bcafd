"""What statements say about a budget: lines to take, change or leave, parties to decide, debts that are paid on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from negotiator_tui.case.case import Case
from negotiator_tui.case.kinds import Belongs, CostGroup, Side
from negotiator_tui.finance.fen import yuan
from negotiator_tui.importers.debt_service import DebtService, debt_service
from negotiator_tui.importers.lines import Cover
from negotiator_tui.importers.proposed import Proposed
from negotiator_tui.importers.proposed_lines import lines_of
from negotiator_tui.importers.sorting import Flow, Sort, decided
from negotiator_tui.importers.statement import Import
from negotiator_tui.importers.tally import Rows, Tally, rows_of
from negotiator_tui.text.language import Lang

Decision = tuple[Belongs, CostGroup | None]
"""Where a party belongs and, for costs, their kind."""

ASKED_FROM = 20_000
"""Fen from which on a party is worth a question of its own."""


class Known(StrEnum):
    """How a party came to be sorted."""

    SAID = "said"
    """The borrower said so."""
    SURE = "sure"
    """The words of its rows leave no doubt."""
    GUESS = "guess"


@dataclass(frozen=True, slots=True)
class PartyRow:
    """Somebody money was exchanged with: sums in fen, how many rows, how it is sorted now and how that is known."""

    name: str
    coming: int
    going: int
    count: int
    sort: Sort
    known: Known
    decision: Decision | None = None
    debt: str = ""
    """The id of a debt that names this party: a payment may be for the old debt or for new goods."""


@dataclass(frozen=True, slots=True)
class OwnSums:
    """One whole month of one account, in fen."""

    month: int
    source: str
    takings: int | None
    """None where the account never has any: it is then not asked for its months."""
    shop_costs: int
    home_costs: int
    guessed: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """Everything to look at before anything changes. `worst_takings` is None where the statements show no takings."""

    cover: Cover
    lines: tuple[Proposed, ...]
    parties: tuple[PartyRow, ...]
    service: tuple[DebtService, ...]
    borrowed: tuple[Tally, ...]
    own_months: tuple[OwnSums, ...]
    worst_takings: Decimal | None
    closed_months: tuple[int, ...]
    """Counted months without any takings; they are not taken for the worst one."""


def proposed_lines(imported: Import, case: Case, lang: Lang) -> tuple[Proposed, ...]:
    """The proposed budget lines of an import, with what the case knows about parties; names in `lang`."""
    rows = rows_of(imported)
    return () if rows is None else proposal_of(rows, case, {}, lang).lines


def proposal_of(rows: Rows, case: Case, decisions: Mapping[str, Decision], lang: Lang) -> Proposal:
    """The proposal for a case. `decisions` about parties, by name, come before what the case remembers."""
    known = {party.name: (party.belongs, party.group) for party in case.parties if party.name and party.belongs}
    known |= decisions
    sorted_now = [(tally, _sort(tally, known)) for tally in rows.tallies]
    cover = cover_of(rows)
    takings = _takings(sorted_now, cover)
    shown = {month: fen for month, fen in takings.items() if fen > 0}
    return Proposal(
        cover,
        tuple(lines_of(rows, sorted_now, cover, case, lang)),
        _parties(sorted_now, known, case),
        debt_service(rows, [tally for tally, sort in sorted_now if sort.flow is Flow.DEBT], case),
        tuple(tally for tally, sort in sorted_now if sort.flow is Flow.BORROWED),
        tuple(_own(rows, sorted_now)),
        yuan(min(shown.values())) if shown and not cover.days else None,
        tuple(month for month, fen in takings.items() if fen <= 0 and shown),
    )


def cover_of(rows: Rows) -> Cover:
    """The months that all accounts cover whole; if there is none, those any does; if none at all, the days."""
    spans = tuple(rows.spans.values())
    if not spans:
        return Cover(())
    everywhere = set.intersection(*(set(span.full) for span in spans))
    anywhere = {month for span in spans for month in span.full}
    touched = set(rows.month)
    months = tuple(sorted(everywhere or anywhere))
    if months:
        return Cover(months, tuple(sorted(touched - set(months))))
    days = (max(span.last for span in spans) - min(span.first for span in spans)).days + 1
    return Cover(tuple(sorted(touched)), (), days)


def _sort(tally: Tally, known: Mapping[str, tuple[Belongs | None, CostGroup | None]]) -> Sort:
    belongs, group = known.get(tally.party, (None, None)) if tally.party else (None, None)
    return tally.sort if belongs is None else decided(tally.sort, belongs, group, incoming=tally.incoming)


def _takings(sorted_now: list[tuple[Tally, Sort]], cover: Cover) -> dict[int, int]:
    """What the shop took in each counted month, in fen."""
    sums = dict.fromkeys(cover.months, 0)
    for tally, sort in sorted_now:
        if tally.incoming and sort.flow in {Flow.TAKINGS, Flow.DELIVERY}:
            for month, fen in tally.by_month.items():
                if month in sums:
                    sums[month] += fen
    return sums


def _parties(
    sorted_now: list[tuple[Tally, Sort]], known: Mapping[str, tuple[Belongs | None, CostGroup | None]], case: Case
) -> tuple[PartyRow, ...]:
    by_name: dict[str, list[tuple[Tally, Sort]]] = defaultdict(list)
    for tally, sort in sorted_now:
        if tally.party:
            by_name[tally.party].append((tally, sort))
    found = []
    for name, pairs in by_name.items():
        coming = sum(tally.fen for tally, _ in pairs if tally.incoming)
        going = sum(tally.fen for tally, _ in pairs if not tally.incoming)
        belongs, group = known.get(name, (None, None))
        sort = max(pairs, key=lambda pair: pair[0].fen)[1]
        elsewhere = sort.flow in {Flow.DEBT, Flow.BORROWED}  # told of under debts
        if belongs is None and (elsewhere or max(coming, going) < ASKED_FROM):
            continue
        unsure = any(not each.sure for _, each in pairs)
        how = Known.SAID if belongs is not None else Known.GUESS if unsure else Known.SURE
        count = sum(len(tally.rows) for tally, _ in pairs)
        decision = None if belongs is None else (belongs, group)
        found.append(PartyRow(name, coming, going, count, sort, how, decision, _named_in(name, case)))
    return tuple(sorted(found, key=lambda row: (row.known is not Known.GUESS, -max(row.coming, row.going), row.name)))


def _named_in(party: str, case: Case) -> str:
    if len(party) < 2:
        return ""
    return next((debt.id for debt in case.debts if any(party in (word or "") for word in (debt.name, debt.lender))), "")


def _own(rows: Rows, sorted_now: list[tuple[Tally, Sort]]) -> Iterable[OwnSums]:
    """The whole months of each account by itself."""
    for source, span in sorted(rows.spans.items()):
        own = [(tally, sort) for tally, sort in sorted_now if tally.source == source]
        sells = any(tally.incoming and sort.flow in {Flow.TAKINGS, Flow.DELIVERY} for tally, sort in own)
        for month in span.full:
            takings = shop = home = 0
            guessed = False
            for tally, sort in own:
                fen = tally.by_month.get(month, 0)
                if tally.incoming:
                    takings += fen if sort.flow in {Flow.TAKINGS, Flow.DELIVERY} else 0
                elif sort.flow in {Flow.COST, Flow.PEOPLE}:
                    guessed = guessed or (bool(fen) and not sort.sure)
                    shop += fen if sort.side is Side.SHOP else 0
                    home += fen if sort.side is Side.HOME else 0
            shop += rows.fees.get((source, month), 0)
            yield OwnSums(month, source, takings if sells else None, shop, home, guessed)
