"""What is owed on a day, as one figure and as the range the contract leaves open (MONEY §4)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import product

from negotiator_tui.case.debts import Debt, Missed
from negotiator_tui.case.kinds import PenaltyBase, Per, Shape, YesNo
from negotiator_tui.finance.calendar import days, default_start
from negotiator_tui.finance.claim_overdue import Overdue, overdue_of
from negotiator_tui.finance.claim_reading import Base, Ledger, Reading
from negotiator_tui.finance.fen import CONTEXT, to_cent, yuan
from negotiator_tui.finance.rates import YEAR_DAYS

MULTIPLIERS = (Decimal("1.3"), Decimal("1.5"))
"""The range a penalty multiplier is shown in while the contract has not been read; the last one is the figure."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What is owed on `day`.

    `likely` is the reading used as the one figure: what the contract says, and where that is not known 1.5 times, on
    the overdue instalment, in a year of 360 days. `low` and `high` are the readings with the smallest and largest
    total; `decides` names the answers that tell them apart: "penalty_base", "accelerated_on", "penalty_multiplier",
    "year_days".
    `instalment_only` and `whole_loan` are the likely reading with penalty on the overdue instalment and on the whole
    loan, None where nothing is overdue. `missing` are fields of the debt without which the claim is incomplete.
    `worked_out` says that the overdue part was computed from the instalment and the rate.
    """

    day: date
    likely: Reading
    low: Reading
    high: Reading
    instalment_only: Reading | None
    whole_loan: Reading | None
    decides: tuple[str, ...]
    missing: tuple[str, ...]
    worked_out: bool
    overdue_days: int

    @property
    def total(self) -> Decimal:
        """The claim as one figure, in yuan."""
        return self.likely.total

    @property
    def is_range(self) -> bool:
        """Whether the contract, once read, can change the figure."""
        return bool(self.decides)


def claim_at_start(debt: Debt, missed: Iterable[Missed], first_due: date, today: date) -> Claim:
    """What is owed when a plan begins whose first payment is due on `first_due`: one period before it.

    A first payment less than a month ahead begins before today. Then what is overdue, and its penalty, are those of
    today, so that nothing owed drops out of the plan; interest not yet due runs to the beginning only, as the plan's
    first row bears it from there.
    """
    start = default_start(first_due)
    if start < today <= first_due:
        return claim(debt, missed, today, plain_until=start)
    return claim(debt, missed, start)


def claim(debt: Debt, missed: Iterable[Missed], today: date, *, plain_until: date | None = None) -> Claim:
    """What is owed on `debt` on `today`. `missed` may hold the instalments of other debts too.

    Interest and penalty run on loans with a known rate; of the other shapes it is what is stated. A penalty rate
    replaces the contract rate on its base. Each term is rounded once, each missed instalment being a term of its own.
    Interest not yet due runs to `plain_until`, if that is given and comes earlier.
    """
    if debt.shape not in {None, Shape.LOAN}:
        return _stated(debt, today)
    overdue = overdue_of(debt, missed, today)
    ledger = Ledger(debt, overdue, today, plain_until or today)
    is_overdue = bool(overdue.arrears) or ledger.called is not None
    bases = _bases(debt, called=ledger.called is not None) if is_overdue else (Base.PRINCIPAL,)
    multipliers = _multipliers(debt) if is_overdue else MULTIPLIERS[-1:]
    years = _years(debt)
    readings = {each: ledger.read(*each) for each in product(bases, multipliers, years)}
    usual = (multipliers[-1], years[-1])
    return Claim(
        day=today,
        likely=ledger.read(_likely(bases), *usual),
        low=min(readings.values(), key=lambda each: each.total),
        high=max(readings.values(), key=lambda each: each.total),
        instalment_only=ledger.read(Base.INSTALMENT, *usual) if overdue.arrears and ledger.called is None else None,
        whole_loan=ledger.read(Base.WHOLE, *usual) if is_overdue else None,
        decides=tuple(_decides(debt, readings)),
        missing=tuple(_missing(debt, overdue)),
        worked_out=overdue.worked_out,
        overdue_days=max(0, days(overdue.first, today)) if is_overdue and overdue.first is not None else 0,
    )


def balance_of(debt: Debt) -> Decimal | None:
    """What is stated to be owed: `outstanding`, or what stands in its place for the shape; None where nothing is."""
    if debt.outstanding is not None:
        return debt.outstanding
    match debt.shape:
        case Shape.CARD | Shape.BILL:
            return debt.statement
        case Shape.ARREARS if debt.monthly is not None and debt.months_owed is not None:
            return to_cent(CONTEXT.multiply(debt.monthly, Decimal(debt.months_owed)))
        case Shape.UNVERIFIED:
            return debt.to_repay
        case _:
            return None


def _stated(debt: Debt, today: date) -> Claim:
    balance, zero = balance_of(debt), yuan(0)
    reading = Reading(
        base_is=Base.PRINCIPAL,
        multiplier=Decimal(1),
        year_days=YEAR_DAYS[-1],
        outstanding=balance or zero,
        overdue_interest=debt.overdue_interest or zero,
        penalty_due=debt.penalty_due or zero,
        normal_interest=zero,
        penalty=zero,
        compound=zero,
        base=zero,
        penalty_per_day=zero,
        interest_per_day=zero,
    )
    since = debt.overdue_since if debt.overdue is YesNo.YES else None
    return Claim(
        day=today,
        likely=reading,
        low=reading,
        high=reading,
        instalment_only=None,
        whole_loan=None,
        decides=(),
        missing=("outstanding",) if balance is None else (),
        worked_out=False,
        overdue_days=0 if since is None else max(0, days(since, today)),
    )


def _bases(debt: Debt, *, called: bool) -> tuple[Base, ...]:
    if debt.penalty_base is None:
        return (Base.PRINCIPAL, Base.INSTALMENT) if called else tuple(Base)
    known = Base.PRINCIPAL if debt.penalty_base is PenaltyBase.PRINCIPAL else Base.INSTALMENT
    return (known, Base.WHOLE) if "accelerated_on" in debt.unknown and not called else (known,)


def _likely(bases: tuple[Base, ...]) -> Base:
    """The overdue instalment while the base is open; a loan that was called in: its principal."""
    return Base.INSTALMENT if len(bases) == len(Base) else bases[0]


def _multipliers(debt: Debt) -> tuple[Decimal, ...]:
    return MULTIPLIERS if debt.penalty_multiplier is None else (debt.penalty_multiplier,)


def _years(debt: Debt) -> tuple[int, ...]:
    if debt.year_days is not None:
        return (int(debt.year_days),)
    return YEAR_DAYS[-1:] if debt.rate_per is Per.DAY else YEAR_DAYS


def _decides(debt: Debt, readings: dict[tuple[Base, Decimal, int], Reading]) -> Iterator[str]:
    """The open choices that change the figures, in the order a contract is best read for them."""

    def matters(choice: int) -> bool:
        """Whether readings that are alike in all but one choice come to different figures."""
        figures: dict[tuple[object, ...], set[tuple[Decimal, Decimal]]] = {}
        for key, each in readings.items():
            alike = (*key[:choice], *key[choice + 1 :])
            figures.setdefault(alike, set()).add((each.total, each.penalty_per_day))
        return any(len(values) > 1 for values in figures.values())

    base, multiplier, year = range(3)
    if matters(base):
        if debt.penalty_base is None:
            yield "penalty_base"
        if any(key[base] is Base.WHOLE for key in readings):
            yield "accelerated_on"
    if matters(multiplier):
        yield "penalty_multiplier"
    if matters(year):
        yield "year_days"


def _missing(debt: Debt, overdue: Overdue) -> Iterator[str]:
    for name in ("outstanding", "rate", "rate_per"):
        if getattr(debt, name) is None:
            yield name
    if debt.next_due is None and overdue.first is None:
        yield "next_due"
    if debt.overdue is None and not overdue.arrears:
        yield "overdue"
    if debt.overdue is YesNo.YES and not overdue.arrears:
        yield "overdue_principal"
