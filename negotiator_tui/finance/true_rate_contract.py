"""What a loan really cost from the day it was paid out, fees included (MONEY §5)."""

from dataclasses import dataclass
from decimal import Decimal

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Accrual, Method, Per
from negotiator_tui.finance.fen import decimal_of, percent, to_fen
from negotiator_tui.finance.rates import annual
from negotiator_tui.finance.schedule import Schedule, schedule
from negotiator_tui.finance.schedule_terms import Terms, readings
from negotiator_tui.finance.true_rate import TrueRate, effective_rate, from_monthly, periodic_rate, true_rate

NEEDED = ("drawn", "drawn_on", "term_months", "fee_upfront", "fee_monthly")


@dataclass(frozen=True, slots=True)
class ContractRate:
    """The true annual rate of a contract, as a range where the days of its year decide.

    `missing` names the answers without which fees are not counted; then the rates are those the contract states.
    """

    low: TrueRate
    high: TrueRate
    missing: tuple[str, ...]


def contract_rate(debt: Debt) -> ContractRate | None:
    """The true rate of a loan as it was drawn: from its instalments where they are level and known, else its schedule.

    Without the answers in `NEEDED` the stated rate is given and what is missing is named. None if no rate is known.
    """
    missing = tuple(name for name in NEEDED if getattr(debt, name) is None)
    if not missing:
        found = [rate for rate in _measured(debt) if rate is not None]
        if found:
            return _range(found, ())
    stated = _stated(debt)
    return _range(stated, missing or ("method",)) if stated else None


def _measured(debt: Debt) -> list[TrueRate | None]:
    terms = _terms(debt)
    if terms is None:
        return []
    if debt.instalment is not None and debt.method in {None, Method.EQUAL_INSTALMENT}:
        received = to_fen(terms.principal) - to_fen(terms.fee_upfront)
        paid = to_fen(debt.instalment) + to_fen(terms.fee_monthly)
        return [from_monthly(periodic_rate([received] + [-paid] * terms.months))]
    if debt.method is None or debt.rate is None or debt.rate_per is None:
        return []
    made = (schedule(each, strict=False) for each in readings(terms))
    return [true_rate(each) for each in made if isinstance(each, Schedule)]


def _terms(debt: Debt) -> Terms | None:
    if debt.drawn is None or not debt.term_months:
        return None
    return Terms(
        principal=debt.drawn,
        rate=debt.rate or Decimal(0),
        months=debt.term_months,
        per=debt.rate_per or Per.YEAR,
        method=debt.method or Method.EQUAL_INSTALMENT,
        year_days=int(debt.year_days) if debt.year_days else None,
        accrual=debt.accrual or Accrual.MONTHLY,
        start=debt.drawn_on,
        fee_upfront=debt.fee_upfront or Decimal(0),
        fee_monthly=debt.fee_monthly or Decimal(0),
    )


def _stated(debt: Debt) -> list[TrueRate]:
    if debt.rate is None or debt.rate_per is None:
        return []
    years = (int(debt.year_days),) if debt.year_days else (360, 365)
    known = [annual(debt.rate, debt.rate_per, year) for year in years]
    rates = [decimal_of(each.numerator, each.denominator) for each in known if each is not None]
    return [TrueRate(percent(rate), percent(effective_rate(rate)), dated=False) for rate in rates]


def _range(rates: list[TrueRate], missing: tuple[str, ...]) -> ContractRate:
    ordered = sorted(rates, key=lambda rate: rate.nominal)
    return ContractRate(ordered[0], ordered[-1], missing)
