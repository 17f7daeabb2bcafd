"""Named plans side by side, debt by debt and all together, with the contract as it stands as the first row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt
from negotiator_tui.finance.fen import to_fen, yuan
from negotiator_tui.finance.fits import Fit
from negotiator_tui.finance.offer import Outcome
from negotiator_tui.finance.plan_contract import Contract
from negotiator_tui.finance.plan_trial import Trial
from negotiator_tui.finance.plans import PlanResult, TermResult, plan_result, with_fees

CONTRACT = ""
"""The id of the contract's row."""


@dataclass(frozen=True, slots=True)
class Row:
    """The contract (`plan` is CONTRACT) or one plan, for one debt or for all together. None where it is not known.

    Amounts are yuan: `first` is the first payment, `total` all payments from now on with what is overdue or paid now,
    `beyond` what of it is not the principal owed today: interest, penalty and fees. `rates` are the true nominal rate,
    twice the same where it is no range. `trial` is None while nothing may be called affordable. `balances` are fen
    after each payment. `given` is what the lender gives up in whole yuan. `without` are debts the plan says nothing of, or whose contract
    does not give all it asks.
    """

    plan: str
    name: str
    first: Decimal | None = None
    total: Decimal | None = None
    beyond: Decimal | None = None
    rates: tuple[Decimal, Decimal] | None = None
    end: date | None = None
    trial: Trial | None = None
    balances: tuple[int, ...] = ()
    given: int | None = None
    outcome: Outcome | None = None
    without: tuple[str, ...] = ()

    @property
    def worst(self) -> tuple[Fit, bool] | None:
        """The worst month: of usual ones, else of bad ones (then True). None where all are covered or nothing is known."""
        if self.trial is None:
            return None
        for fit, bad in ((self.trial.fit, False), (self.trial.hold, True)):
            if fit.worst_in is not None:
                return fit, bad
        return None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The rows of one debt, or of all of them (`debt` is None), the contract first. `months` is the contract's length."""

    debt: Debt | None
    rows: tuple[Row, ...]
    months: int | None = None


def comparisons(case: Case, today: date) -> tuple[Comparison, ...]:
    """Every debt that a plan says something of, in the order of the case; before them, if several, all together."""
    results = [plan_result(case, plan, today) for plan in case.plans]
    named = {term.debt.id for result in results for term in result.terms}
    single = tuple(_of_debt(debt, results) for debt in case.debts if debt.id in named)
    if len(single) < 2:
        return single
    return (_together(single, results), *single)


def _of_debt(debt: Debt, results: Sequence[PlanResult]) -> Comparison:
    terms = [(result, term) for result in results for term in result.terms if term.debt.id == debt.id]
    contract = terms[0][1].contract
    rows = [_contract_row(debt, terms[0][1]), *(_plan_row(result, term) for result, term in terms)]
    return Comparison(debt, tuple(rows), contract.months)


def _contract_row(debt: Debt, term: TermResult) -> Row:
    contract = term.contract
    rate = contract.rate
    return Row(
        CONTRACT,
        "",
        first=contract.instalment,
        total=contract.total,
        beyond=_beyond(contract.total, debt.outstanding),
        rates=None if rate is None else (rate.low.nominal, rate.high.nominal),
        end=contract.end,
        trial=_settled(contract.trial),
        balances=_balances(contract),
        given=None if contract.total is None else 0,
    )


def _plan_row(result: PlanResult, term: TermResult) -> Row:
    name, outcome = result.plan.name or "", term.outcome
    if not isinstance(outcome, Outcome):
        return Row(result.plan.id, name)
    payments = with_fees(outcome)
    rate = outcome.rate
    return Row(
        result.plan.id,
        name,
        first=next((yuan(fen) for fen in payments if fen), yuan(0)),
        total=outcome.total_paid,
        beyond=_beyond(outcome.total_paid, term.debt.outstanding),
        rates=None if rate is None else (rate.nominal, rate.nominal),
        end=outcome.schedule.end,
        trial=_settled(term.trial),
        balances=outcome.schedule.balance_fen,
        given=outcome.concession,
        outcome=outcome,
    )


def _together(single: Sequence[Comparison], results: Sequence[PlanResult]) -> Comparison:
    """The sums over the debts: of the contracts that give all they ask, of each plan with the debts it says something of."""
    known = [each for each in single if each.rows[0].total is not None] or list(single)
    left_out = tuple(each.debt.id for each in single if each not in known and each.debt is not None)
    rows = [_summed(CONTRACT, "", [each.rows[0] for each in known], without=left_out)]
    for result in results:
        parts: list[Row] = []
        without: list[str] = []
        for each in single:
            own = [row for row in each.rows if row.plan == result.plan.id]
            parts += own
            if not own and each.debt is not None:
                without.append(each.debt.id)
        rows.append(_summed(result.plan.id, result.plan.name or "", parts, _settled(result.trial), tuple(without)))
    return Comparison(None, tuple(rows))


def _summed(
    plan: str, name: str, parts: Sequence[Row], trial: Trial | None = None, without: tuple[str, ...] = ()
) -> Row:
    ends = [row.end for row in parts]
    length = max((len(row.balances) for row in parts), default=0)
    whole = all(row.balances for row in parts)
    balances = tuple(sum(_at(row.balances, month) for row in parts) for month in range(length)) if whole else ()
    given = [row.given for row in parts]
    return Row(
        plan,
        name,
        first=_sum(row.first for row in parts),
        total=_sum(row.total for row in parts),
        beyond=_sum(row.beyond for row in parts),
        end=max((end for end in ends if end is not None), default=None) if None not in ends else None,
        trial=trial,
        balances=balances,
        given=None if not given or None in given else sum(each for each in given if each is not None),
        without=without,
    )


def _at(balances: Sequence[int], month: int) -> int:
    return balances[month] if month < len(balances) else 0


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    found = list(amounts)
    known = [to_fen(each) for each in found if each is not None]
    return yuan(sum(known)) if found and len(known) == len(found) else None


def _beyond(total: Decimal | None, principal: Decimal | None) -> Decimal | None:
    return None if total is None or principal is None else yuan(to_fen(total) - to_fen(principal))


def _balances(contract: Contract) -> tuple[int, ...]:
    return () if contract.schedule is None else contract.schedule.balance_fen


def _settled(trial: Trial | None) -> Trial | None:
    return trial if trial is not None and trial.basis.settled else None
