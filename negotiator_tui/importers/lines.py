"""Sums by month to one budget line: the median month, the worst one, seasons, and what came only once."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low

from negotiator_tui.case.kinds import Every
from negotiator_tui.finance.fen import half_up
from negotiator_tui.finance.months import in_year, length
from negotiator_tui.finance.own_differences import median
from negotiator_tui.importers.tally import Rows, Tally

SEASON = 12
"""Full months from which on seasons are told apart."""
APART = 10
"""Percent by which a month must lie from the median to be a busy or a quiet one."""
OUTLIER = 2
"""A single payment above so many median months of its kind stands apart."""
WORTH = 100_000
"""Fen from which on a payment that came once is shown by itself."""
ROUND = 30_000
"""Fen from which on payments that return every few months are a line of their own."""
ALIKE = 20
"""Percent by which payments that return may differ."""
NEAR = 3
"""Days by which the day of a monthly payment may shift."""
SHORT = 14
"""Days below which a time is too short to be stretched to a month."""
_ROUNDS = {3: Every.QUARTER, 6: Every.HALF_YEAR, 12: Every.YEAR}


@dataclass(frozen=True, slots=True)
class Cover:
    """The months that are counted, in order. `days` is set where none is whole: then it is days that are stretched."""

    months: tuple[int, ...]
    partial: tuple[int, ...] = ()
    days: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """A line as the months give it, in fen; `rows` are places in the transactions. `by_month` are counted months."""

    fen: int
    every: Every
    worst: int
    by_month: tuple[tuple[int, int], ...]
    rows: tuple[int, ...]
    months: tuple[int, ...] = ()
    day: int | None = None
    once: bool = False
    spread: bool = False
    """Came now and then, so that its sum is spread over the months."""
    season: str = ""


def cost_lines(rows: Rows, tallies: Iterable[Tally], cover: Cover, extra: dict[int, int] | None = None) -> list[Draft]:
    """The drafts for one kind of cost: what returns in rounds, what comes monthly, what came once. `extra` are fen
    by month without rows of their own.
    """
    places = [place for tally in tallies for place in tally.rows]
    counted = set(cover.months)
    inside = [place for place in places if rows.month[place] in counted]
    if not inside and not extra:
        return []
    if cover.days:
        return [_stretched(rows, inside, cover, extra or {})]
    rounds, inside = _rounds(rows, inside)
    sums = _by_month(rows, inside, cover, extra)
    typical = median(list(sums.values()))
    single = [place for place in inside if _stands_apart(rows.fen[place], typical)]
    apart = set(single)
    regular = [place for place in inside if place not in apart]
    monthly = _monthly(rows, regular, _by_month(rows, regular, cover, extra)) if regular or extra else []
    return [*monthly, *rounds, *(_once(rows, place) for place in single)]


def income_lines(rows: Rows, tallies: Iterable[Tally], cover: Cover, *, seasons: bool) -> list[Draft]:
    """The drafts for one kind of income; with `seasons` apart where twelve months are there and differ."""
    counted = set(cover.months)
    places = [place for tally in tallies for place in tally.rows]
    inside = [place for place in places if rows.month[place] in counted]
    if not inside:
        return []
    if cover.days:
        return [_stretched(rows, inside, cover, {})]
    sums = _by_month(rows, inside, cover, None)
    drafts = _monthly(rows, inside, sums, income=True)
    if not seasons or len(sums) < SEASON or drafts[0].spread:
        return drafts
    return _seasons(rows, inside, sums) or drafts


def season_of(sums: dict[int, int]) -> dict[int, str]:
    """Each month of the year as `busy`, `quiet` or `plain`, by its median against that of all months."""
    typical = median(list(sums.values()))
    by_number: dict[int, list[int]] = defaultdict(list)
    for month, fen in sums.items():
        by_number[in_year(month)].append(fen)
    found = {}
    for number, values in sorted(by_number.items()):
        away = 100 * (median(values) - typical)
        found[number] = "busy" if away >= APART * typical else "quiet" if away <= -APART * typical else "plain"
    return found


def _seasons(rows: Rows, places: list[int], sums: dict[int, int]) -> list[Draft]:
    seasons = season_of(sums)
    if len(set(seasons.values())) < 2 or len(seasons) < SEASON:
        return []
    drafts = []
    for name in ("plain", "busy", "quiet"):
        numbers = tuple(number for number, season in seasons.items() if season == name)
        part = {month: fen for month, fen in sums.items() if in_year(month) in numbers}
        if part:
            drafts.append(
                Draft(
                    median(list(part.values())),
                    Every.MONTH,
                    min(part.values()),
                    tuple(part.items()),
                    tuple(each for each in places if rows.month[each] in part),
                    months=numbers,
                    season=name,
                )
            )
    return drafts


def _monthly(rows: Rows, places: list[int], sums: dict[int, int], *, income: bool = False) -> list[Draft]:
    """One line a month: the median, or, where most months have nothing, the whole sum spread over them."""
    values = list(sums.values())
    typical = median(values)
    worst = min(values) if income else max(values)
    total = sum(values)
    if total <= 0:
        return []
    common = (tuple(sums.items()), tuple(places))
    if typical > 0:
        return [Draft(typical, Every.MONTH, worst, *common, day=_day(rows, places, sums))]
    return [Draft(half_up(total, len(values)), Every.MONTH, worst, *common, spread=True)]


def _stretched(rows: Rows, places: list[int], cover: Cover, extra: dict[int, int]) -> Draft:
    """Where no month is whole: the days there are, as a month of 365 / 12 days."""
    total = sum(rows.fen[place] for place in places) + sum(extra.values())
    fen = half_up(total * 365, 12 * cover.days) if cover.days >= SHORT else total
    sums = _by_month(rows, places, cover, extra)
    return Draft(max(fen, 0), Every.MONTH, max(fen, 0), tuple(sums.items()), tuple(places), spread=True)


def _once(rows: Rows, place: int) -> Draft:
    fen, month = rows.fen[place], rows.month[place]
    return Draft(fen, Every.YEAR, fen, ((month, fen),), (place,), months=(in_year(month),), once=True)


def _stands_apart(fen: int, typical: int) -> bool:
    return fen >= WORTH and fen > OUTLIER * typical


def _rounds(rows: Rows, places: list[int]) -> tuple[list[Draft], list[int]]:
    """Payments to one party every three, six or twelve months, and the places of all others."""
    by_party: dict[str, list[int]] = defaultdict(list)
    for place in places:
        by_party[rows.transactions[place].party].append(place)
    found, taken = [], set[int]()
    for party, own in by_party.items():
        months = sorted(rows.month[place] for place in own)
        gaps = {after - before for before, after in pairwise(months)}
        amounts = [rows.fen[place] for place in own]
        if not party or len(gaps) != 1 or not gaps <= set(_ROUNDS) or min(amounts) < ROUND:
            continue
        if 100 * (max(amounts) - min(amounts)) > ALIKE * max(amounts):
            continue
        taken.update(own)
        by_month = tuple((rows.month[place], rows.fen[place]) for place in own)
        numbers = tuple(sorted({in_year(month) for month in months}))
        every = _ROUNDS[gaps.pop()]
        named = numbers if every is Every.YEAR else numbers[:1]
        found.append(Draft(median(amounts), every, max(amounts), by_month, tuple(own), months=named))
    return found, [place for place in places if place not in taken]


def _by_month(rows: Rows, places: Iterable[int], cover: Cover, extra: dict[int, int] | None) -> dict[int, int]:
    sums = dict.fromkeys(cover.months, 0)
    for place in places:
        sums[rows.month[place]] += rows.fen[place]
    for month, fen in (extra or {}).items():
        if month in sums:
            sums[month] += fen
    return sums


def _day(rows: Rows, places: list[int], sums: dict[int, int]) -> int | None:
    """The day of the month of a payment that comes once in each of three months and more, always about that day."""
    if len(places) > len(sums):
        return None
    days = [(rows.month[place], rows.transactions[place].at.day) for place in places]
    each = Counter(month for month, _ in days)
    if len(days) < 3 or len(each) < len(sums) or max(each.values()) > 1:
        return None
    usual = median_low([day for _, day in days])
    near = all(abs(min(usual, length(month)) - day) <= NEAR for month, day in days)
    return usual if near else None
