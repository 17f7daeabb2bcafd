"""The balance worked out again from the contract and the payments, beside the lender's figure, line by line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Literal

from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import PenaltyBase, Per, Shape, YesNo
from negotiator_tui.finance.claim import MULTIPLIERS
from negotiator_tui.finance.claim_overdue import stated_on
from negotiator_tui.finance.claim_reading import Base
from negotiator_tui.finance.fen import decimal_of, percent, to_fen, yuan
from negotiator_tui.finance.rates import YEAR_DAYS, daily
from negotiator_tui.finance.reconcile_dues import HISTORY, Fallen, since_overdue, whole_history
from negotiator_tui.finance.reconcile_ledger import Account, Accrual, Paying, Rules, Use, kept

Part = Literal["principal", "interest", "penalty", "compound", "fees", "total"]
PARTS: tuple[Part, ...] = ("principal", "interest", "penalty", "compound", "fees", "total")
"""The lines of a comparison; that of interest on unpaid interest only where the contract says that there is any."""
_STATED = {"principal": "outstanding", "interest": "overdue_interest", "penalty": "penalty_due", "fees": "fees_due"}
"""The answer each part of the lender's figure stands in."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One part of a balance on both sides, in yuan; None where it is not known.

    `stated` is the lender's; `own` what the contract and the payments come to, `low` and `high` its range while the
    contract leaves something open. `source` is the answer the lender's figure stands in.
    """

    part: Part
    stated: Decimal | None
    own: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    source: str = ""

    @property
    def difference(self) -> Decimal | None:
        """What the lender asks beyond one's own sum; negative: less. None unless both are known."""
        if self.stated is None or self.own is None:
            return None
        return yuan(to_fen(self.stated) - to_fen(self.own))

    @property
    def within(self) -> bool:
        """Whether the lender's figure is one that the contract, as far as it is known, may come to."""
        if self.stated is None or self.low is None or self.high is None:
            return False
        return self.low <= self.stated <= self.high


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """A balance compared on `day`, the day of the lender's figures.

    `whole`: the loan was followed from its first day; otherwise since it is overdue, and its principal is the lender's.
    `running` is interest since the last due date, which is not due yet and in none of the lines. `accruals` is the
    penalty by the day and `uses` what each payment went to, in the likely reading. `decides` are the answers that make
    the range, `missing` those without which less is compared. `rate` is the likely penalty rate a day, in percent.
    """

    day: date
    whole: bool
    lines: tuple[Compared, ...]
    running: Decimal
    running_since: date | None
    accruals: tuple[Accrual, ...]
    uses: tuple[Use, ...]
    waiting: Decimal
    rate: Decimal
    decides: tuple[str, ...]
    missing: tuple[str, ...]

    def line(self, part: Part) -> Compared:
        """The line of a part."""
        return next(each for each in self.lines if each.part == part)


@dataclass(frozen=True, slots=True)
class _Read:
    account: Account
    fallen: Fallen
    penal: Fraction
    outstanding: int | None
    """The principal by the lender, which stands in where the loan is not followed from the start."""

    def own(self, part: Part) -> int | None:
        """What a part comes to in this reading, in fen; None for the principal of a loan not followed from the start."""
        account, drawn = self.account, self.fallen.drawn
        principal = None if drawn is None else drawn - account.paid_principal
        if part == "principal":
            return principal
        known = {
            "interest": account.interest,
            "penalty": account.penalty,
            "compound": account.compound,
            "fees": account.fee,
        }
        if part == "total":
            rest = self.outstanding if principal is None else principal
            return None if rest is None else rest + sum(known.values())
        return known[part]


def reconciled(case: Case, debt: Debt, today: date) -> Reconciliation | None:
    """The lender's figures beside the contract's; None for a debt that is no loan or has no rate yet."""
    if debt.shape is not Shape.LOAN or debt.rate is None or debt.rate_per is None:
        return None
    day = stated_on(debt, today)
    payments = tuple(_payments(case, debt))
    choices = (_bases(debt), _multipliers(debt), _years(debt))
    readings = {each: _read(case, debt, day, payments, each) for each in product(*choices)}
    likely = readings[
        Base.INSTALMENT if Base.INSTALMENT in choices[0] else choices[0][0], choices[1][-1], choices[2][-1]
    ]
    whole = likely.fallen.drawn is not None
    return Reconciliation(
        day=day,
        whole=whole,
        lines=tuple(
            _line(debt, part, likely, readings.values())
            for part in PARTS
            if part != "compound" or debt.compound is YesNo.YES
        ),
        running=yuan(likely.fallen.running),
        running_since=likely.fallen.running_since,
        accruals=likely.account.accruals,
        uses=likely.account.uses,
        waiting=yuan(likely.account.waiting),
        rate=_percent(likely.penal),
        decides=tuple(_decides(choices, readings)),
        missing=() if whole else tuple(name for name in HISTORY if getattr(debt, name) is None),
    )


def payments_of(case: Case, debt: Debt) -> tuple[Paying, ...]:
    """The payments on a contract that have a day and an amount, the oldest first."""
    return tuple(sorted(_payments(case, debt), key=lambda each: each.day))


def _payments(case: Case, debt: Debt) -> Iterator[Paying]:
    for each in case.paid:
        if each.debt == debt.id and each.on is not None and each.amount is not None:
            yield Paying(each.on, to_fen(each.amount))


def _read(case: Case, debt: Debt, day: date, payments: tuple[Paying, ...], choice: tuple[Base, Decimal, int]) -> _Read:
    base, multiplier, year_days = choice
    called = debt.accelerated_on
    whole_from = called if called is not None and called <= day else None
    if whole_from is None and base is Base.WHOLE:
        whole_from = debt.overdue_since if debt.overdue_since is not None and debt.overdue_since <= day else None
    fallen = whole_history(debt, day, year_days, whole_from) if payments else None
    if fallen is None:
        fallen = since_overdue(debt, case.missed, day, year_days, whole_from)
        first = min((each.day for each in fallen.dues), default=day)
        # What was paid before the first missed instalment went to earlier ones, and is not in these sums.
        payments = tuple(each for each in payments if each.day >= first)
    by_day = daily(debt.rate or Decimal(0), debt.rate_per or Per.YEAR, year_days) or Fraction(0)
    penal = by_day * Fraction(*multiplier.as_integer_ratio())
    on_interest = base is Base.INSTALMENT or debt.penalty_base is PenaltyBase.PRINCIPAL_AND_INTEREST
    account = kept(fallen.dues, payments, Rules(penal, on_interest, debt.compound is YesNo.YES), day)
    return _Read(account, fallen, penal, None if debt.outstanding is None else to_fen(debt.outstanding))


def _line(debt: Debt, part: Part, likely: _Read, readings: Iterable[_Read]) -> Compared:
    """A part on both sides. Lenders print interest on interest inside the penalty or beside it: both are possible."""
    own = likely.own(part)
    values = [value for each in readings if (value := each.own(part)) is not None]
    if part == "penalty":
        values += [each.account.penalty + each.account.compound for each in readings]
    return Compared(
        part,
        _stated(debt, part),
        None if own is None else yuan(own),
        yuan(min(values)) if values else None,
        yuan(max(values)) if values else None,
        _STATED.get(part, ""),
    )


def _stated(debt: Debt, part: Part) -> Decimal | None:
    """The lender's figure; the total only where all but the fees are stated."""
    if part != "total":
        stated: Decimal | None = getattr(debt, _STATED[part]) if part in _STATED else None
        return stated
    if None in {debt.outstanding, debt.overdue_interest, debt.penalty_due}:
        return None
    return yuan(sum(to_fen(getattr(debt, name) or Decimal(0)) for name in _STATED.values()))


def _bases(debt: Debt) -> tuple[Base, ...]:
    if debt.penalty_base is None:
        return (Base.PRINCIPAL, Base.INSTALMENT) if debt.accelerated_on is not None else tuple(Base)
    known = Base.PRINCIPAL if debt.penalty_base is PenaltyBase.PRINCIPAL else Base.INSTALMENT
    return (known, Base.WHOLE) if "accelerated_on" in debt.unknown else (known,)


def _multipliers(debt: Debt) -> tuple[Decimal, ...]:
    return MULTIPLIERS if debt.penalty_multiplier is None else (debt.penalty_multiplier,)


def _years(debt: Debt) -> tuple[int, ...]:
    if debt.year_days is not None:
        return (int(debt.year_days),)
    return YEAR_DAYS[-1:] if debt.rate_per is Per.DAY else YEAR_DAYS


def _decides(
    choices: tuple[tuple[object, ...], ...], readings: dict[tuple[Base, Decimal, int], _Read]
) -> Iterator[str]:
    """The answers whose being open changes a figure, in the order a contract is best read for them."""
    figures = {key: tuple(read.own(part) for part in PARTS) for key, read in readings.items()}
    for place, name in enumerate(("penalty_base", "penalty_multiplier", "year_days")):
        if len(choices[place]) < 2:
            continue
        alike: dict[tuple[object, ...], set[object]] = {}
        for key, values in figures.items():
            alike.setdefault((*key[:place], *key[place + 1 :]), set()).add(values)
        if any(len(values) > 1 for values in alike.values()):
            yield name


def _percent(rate: Fraction) -> Decimal:
    return percent(decimal_of(rate.numerator, rate.denominator))
