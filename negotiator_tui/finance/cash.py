"""The next 28 days, day by day, and the next twelve months, as money really comes and goes."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from negotiator_tui.case.case import Case
from negotiator_tui.case.edit import Path
from negotiator_tui.finance.budget_dues import all_dues
from negotiator_tui.finance.budget_sums import Flows, flows_of, series_of
from negotiator_tui.finance.cash_days import Event, events_of, unplaced
from negotiator_tui.finance.cash_free import cash_free
from negotiator_tui.finance.cash_sweeps import Sweep, sweeps_of
from negotiator_tui.finance.fen import to_fen, yuan
from negotiator_tui.finance.figure import dotted
from negotiator_tui.finance.months import day_in, month_of, month_text
from negotiator_tui.finance.week import week

DAYS = 28
MONTHS = 12


@dataclass(frozen=True, slots=True)
class CashDay:
    """One day: what comes and goes, the money at its end (None where it cannot be told), and what may be debited.

    All in fen; `outgoing` and `dues` are above zero. `short` tells whether automatic debits may take more than
    the day before leaves; None where there are none, or it cannot be told.
    """

    day: date
    incoming: int
    outgoing: int
    dues: int
    balance: int | None
    events: tuple[Event, ...]
    sweeps: tuple[Sweep, ...]
    short: bool | None


@dataclass(frozen=True, slots=True)
class CashView:
    """28 days. `first_short` is the first day that ends below zero; `any_day` are debits that may come at any time.

    `missing` are answers that are not there, `unplaced` costs that are on no day because their month is not known.
    """

    opening: int | None
    days: tuple[CashDay, ...]
    first_short: date | None
    any_day: tuple[Sweep, ...]
    missing: tuple[Path, ...]
    unplaced: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class CashMonth:
    """One month in fen: what comes and goes, the dues of debts, and the money at its end, None where not known."""

    month: str
    incoming: int
    outgoing: int
    dues: int
    end: int | None


def cash_28(case: Case, today: date) -> CashView:
    """The next 28 days, today included. Balances are told only where cash at hand and both sides are answered."""
    last = today + timedelta(days=DAYS - 1)
    flows = _flows(case, today)
    opening = _opening(case, flows)
    events = events_of(case, flows, today, last)
    sweeps = sweeps_of(case, today, last)
    days: list[CashDay] = []
    balance = opening
    for number in range(DAYS):
        day = today + timedelta(days=number)
        its_sweeps = tuple(sweep for sweep in sweeps if sweep.day == day)
        made = _day(day, [event for event in events if event.day == day], balance, its_sweeps)
        balance = made.balance
        days.append(made)
    return CashView(
        opening=opening,
        days=tuple(days),
        first_short=next((each.day for each in days if each.balance is not None and each.balance < 0), None),
        any_day=tuple(sweep for sweep in sweeps if sweep.day is None),
        missing=_missing(case, flows, today),
        unplaced=unplaced(case),
    )


def _day(day: date, events: list[Event], before: int | None, sweeps: tuple[Sweep, ...] = ()) -> CashDay:
    incoming = sum(event.fen for event in events if event.fen > 0)
    dues = -sum(event.fen for event in events if event.kind == "due")
    outgoing = -sum(event.fen for event in events if event.fen < 0) - dues
    balance = None if before is None else before + incoming - outgoing - dues
    return CashDay(day, incoming, outgoing, dues, balance, tuple(events), sweeps, _short(before, sweeps))


def _short(before: int | None, sweeps: tuple[Sweep, ...]) -> bool | None:
    if before is None or not sweeps:
        return None
    if before < sum(sweep.fen or 0 for sweep in sweeps):
        return True
    return None if any(sweep.fen is None for sweep in sweeps) else False


def cash_12(case: Case, today: date) -> tuple[CashMonth, ...]:
    """The rest of this month and eleven more; none while income or costs of a side are not answered.

    The first is made of the days that are left, as in the 28 days; the others count every line in the month it occurs,
    and the tax put aside.
    """
    flows = _flows(case, today)
    series = series_of(flows)
    if series is None:
        return ()
    now = month_of(today)
    events = events_of(case, flows, today, day_in(now, 31))
    this = _day(today, events, _opening(case, flows))
    months = [CashMonth(month_text(now), this.incoming, this.outgoing, this.dues, this.balance)]
    dues = [0] * MONTHS
    for each in all_dues(case, today):
        for row in each.rows:
            index = month_of(row.day) - now
            if 0 < index < MONTHS:
                dues[index] += row.fen or 0
    end = this.balance
    for index in range(1, MONTHS):
        outgoing = series.cash_out[index] + series.tax[index]
        end = None if end is None else end + series.cash_in[index] - outgoing - dues[index]
        months.append(CashMonth(month_text(now + index), series.cash_in[index], outgoing, dues[index], end))
    return tuple(months)


def _flows(case: Case, today: date) -> Flows:
    return flows_of(case, month_of(today), MONTHS + 1)


def _opening(case: Case, flows: Flows) -> int | None:
    at_hand = case.first.cash_at_hand
    return None if at_hand is None or not flows.complete else to_fen(at_hand)


def _missing(case: Case, flows: Flows, today: date) -> tuple[Path, ...]:
    found: list[Path] = [] if case.first.cash_at_hand is not None else [("first", "cash_at_hand")]
    found += [flow.missing or flow.source for flow in flows.all() if flow.even is None]
    found += [("week", item.id, "amount") for item in case.week if item.amount is None]
    found += [path for each in all_dues(case, today) for path in each.missing]
    return tuple(dict.fromkeys(found))


def cash_json(case: Case, today: date) -> dict[str, Any]:
    """The week, the 28 days and the twelve months as JSON values: amounts as strings, null where not known."""
    view, seven, free = cash_28(case, today), week(case, today), cash_free(case, today)
    return {
        "today": today.isoformat(),
        "week": {name: _text(getattr(seven, name).fen) for name in ("musts", "cash", "gap", "dues", "gap_with_dues")},
        "cash_free": _text(free.fen),
        "opening": _text(view.opening),
        "first_short": None if view.first_short is None else view.first_short.isoformat(),
        "days": [_day_json(day) for day in view.days],
        "any_day": [_sweep_json(sweep) for sweep in view.any_day],
        "months": [
            {
                "month": month.month,
                "in": _text(month.incoming),
                "out": _text(month.outgoing),
                "dues": _text(month.dues),
                "end": _text(month.end),
            }
            for month in cash_12(case, today)
        ],
        "missing": [dotted(path) for path in view.missing],
        "unplaced": [dotted(path) for path in view.unplaced],
    }


def _day_json(day: CashDay) -> dict[str, Any]:
    return {
        "date": day.day.isoformat(),
        "in": _text(day.incoming),
        "out": _text(day.outgoing),
        "dues": _text(day.dues),
        "balance": _text(day.balance),
        "events": [
            {
                "kind": event.kind,
                "name": event.name or event.label,
                "amount": _text(event.fen),
                "source": dotted(event.source),
                "day_known": event.sure,
            }
            for event in day.events
        ],
        "sweeps": [_sweep_json(sweep) for sweep in day.sweeps],
        "short": day.short,
    }


def _sweep_json(sweep: Sweep) -> dict[str, Any]:
    return {
        "debt": sweep.debt,
        "name": sweep.name,
        "accounts": sweep.accounts,
        "amount": _text(sweep.fen),
        "sure": sweep.sure,
        "reaches_takings": sweep.takings,
        "reaches_essentials": sweep.essentials,
    }


def _text(fen: int | None) -> str | None:
    return None if fen is None else str(yuan(fen))
