"""The search over a case: every debt that can be negotiated, each on its part of the money (MONEY §7, §8)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.edit import Path
from negotiator_tui.case.kinds import Accrual, Method, Shape, YesNo
from negotiator_tui.finance.budget import first_due_of
from negotiator_tui.finance.budget_kept import Kept
from negotiator_tui.finance.calendar import add_months
from negotiator_tui.finance.cash_free import cash_free
from negotiator_tui.finance.claim import Claim, claim_at_start
from negotiator_tui.finance.fen import to_fen, yuan
from negotiator_tui.finance.months import HORIZON
from negotiator_tui.finance.offer import Outcome, worked_out
from negotiator_tui.finance.offer_terms import Proposal, contract_percent
from negotiator_tui.finance.plan_basis import Basis, basis_of, claims_of
from negotiator_tui.finance.plan_contract import Contract, contract_of
from negotiator_tui.finance.savings import from_savings
from negotiator_tui.finance.search_debt import Mode, Money, Result, Steps, finished, search
from negotiator_tui.finance.search_grid import LIMIT, MOST_GRACE, Candidate, Grid, low_part, rates_below
from negotiator_tui.finance.shares import Role, Shares, shares_of
from negotiator_tui.finance.shares_split import split
from negotiator_tui.text.fault import Fault

SEARCHED = {Shape.LOAN, Shape.CARD}
"""Shapes that a plan of instalments is searched for; the others are asked about in their own ways."""
_outcomes: Kept[Outcome | None] = Kept(64)
_YEAR = 12
_SMALL = 10_000
"""Fen owed below which no months of grace are tried: nobody asks for them, and among so few fen rounding decides, so that
hundreds of thousands of plans would have to be worked out (13 seconds for 10.00 paid with 0.31 a month)."""
_ROUNDS = 4
"""How often the money is lowered where the dated rows of the recommended plan turn out dearer."""


MOST_PERCENT = 1000
"""A year's percent that no contract goes beyond; typed rates are held to it, those in a file may be anything."""


@dataclass(frozen=True, slots=True)
class DebtSearch:
    """One debt with what the search found for it. `claim` is what is owed at the start of a plan.

    `money`, `grid` and `result` are None where the contract is kept (mode KEEP) or there is no money to share (mode
    DEFICIT). `outcome` are the recommended terms worked out with their dates. With `rate_assumed` no rate is known (a
    card): nothing is added for interest then. `ahead` are terms that could be kept instead, by today's figures and in
    bad months too, where a contract is kept for now and breaks after a year; None where there are none. They are looked
    at, not asked for.
    """

    debt: Debt
    claim: Claim
    contract: Contract
    mode: Mode
    first_due: date
    money: Money | None = None
    grid: Grid | None = None
    result: Result | None = None
    outcome: Outcome | None = None
    rate_assumed: bool = False
    ahead: Outcome | None = None

    @property
    def breaks_later(self) -> bool:
        """Whether a debt that stays as it is for now has a payment that usual months will not cover."""
        trial = self.contract.trial
        if self.mode is not Mode.KEEP or self.contract.late or not self.contract.repays or trial is None:
            return False
        return trial.fit.breaks_in is not None and not trial.fit.kept

    @property
    def assumed(self) -> int:
        """How many months of the plan lie further ahead than the money is worked out."""
        return 0 if self.money is None else max(0, len(self.money.bad) - HORIZON)

    def end_of(self, candidate: Candidate) -> date | None:
        """The day of the last payment of a choice."""
        return add_months(self.first_due, candidate.last - 1, self.first_due.day) if candidate.last else None


@dataclass(frozen=True, slots=True)
class CaseSearch:
    """What the search found. `mode` is None while it is not known what is there for debts: `missing` says why."""

    mode: Mode | None
    basis: Basis
    first_due: date
    debts: tuple[DebtSearch, ...]
    missing: tuple[Path, ...]

    def of(self, debt_id: str) -> DebtSearch | None:
        """What was found for one debt."""
        return next((each for each in self.debts if each.debt.id == debt_id), None)


def search_case(
    case: Case,
    today: date,
    *,
    weights: Mapping[str, Decimal] | None = None,
    seen: Callable[[DebtSearch], None] | None = None,
) -> Steps[CaseSearch]:
    """Search for every debt of a case, a few milliseconds at a time.

    `weights` are the borrower's own, by debt id, instead of the shares in the case. `seen` is told of each debt as soon
    as it is done.
    """
    first_due = first_due_of(case, today)
    basis = _basis(case, first_due, today, weights)
    shares = basis.shares
    if shares is None or not basis.budget.judgeable:
        missing = basis.budget.blocking or basis.budget.missing
        return CaseSearch(None, basis, first_due, (), missing)
    mistyped = tuple(("debts", debt.id, "rate") for debt in case.debts if _beyond_any_contract(debt))
    if mistyped:
        return CaseSearch(None, basis, first_due, (), mistyped)
    found = []
    cash = cash_parts(case, shares, today)
    for debt in _searched(case, shares):
        contract = contract_of(debt, case.missed, basis, today)
        owed = claim_at_start(debt, case.missed, first_due, today)
        done = DebtSearch(debt, owed, contract, Mode.KEEP, first_due)
        asks = shares.roles[debt.id] is not Role.FIXED and not contract.holds and owed.total > 0
        if asks and basis.deficit:
            done = replace(done, mode=Mode.DEFICIT)
        elif asks:
            money = lasting(money_of(shares, debt.id, guessed=basis.budget.bad_is_guess), debt.months_left or 1)
            grid = grid_of(debt, owed, money, cash.get(debt.id, 0))
            ready = replace(done, money=money, grid=grid, rate_assumed=contract_percent(debt) is None)
            done = yield from _tested(ready, case, today)
        found.append(done)
        if seen is not None:
            seen(done)
    mode = _mode(found, deficit=basis.deficit)
    for number, done in enumerate(found):
        if done.breaks_later and mode is not Mode.DEFICIT:
            found[number] = yield from _ahead(done, found, case, today)
    return CaseSearch(mode, basis, first_due, tuple(found), ())


def searched(case: Case, today: date) -> CaseSearch:
    """All of `search_case` at once."""
    return finished(search_case(case, today))


def grid_of(debt: Debt, owed: Claim, money: Money, cash: int) -> Grid:
    """The choices for one debt: what is owed at the start, its contract, and `cash` fen that could be paid now.

    A contract with more months left than a plan may have keeps them: to ask for sixty months where the contract has 600
    would ask for an instalment many times its own.
    """
    reading = owed.likely
    interest = sum(map(to_fen, (reading.overdue_interest, reading.normal_interest, reading.compound)))
    whole = to_fen(owed.total)
    left = debt.months_left or 1
    return Grid(
        principal=to_fen(reading.outstanding),
        interest=interest,
        penalty=to_fen(reading.penalty_so_far),
        rates=rates_below(contract_percent(debt) or Decimal(0)),
        contract_months=left,
        contract_method=debt.method or Method.EQUAL_INSTALMENT,
        paid=tuple(sorted({0, *(part for part in (cash // 2, cash) if 0 < part < whole)})),
        low=low_part(money.pool(bad=True)),
        months=tuple(range(left, max(left, LIMIT) + 1)),
        graces=tuple(range(MOST_GRACE + 1)) if whole >= _SMALL else (0,),
    )


def proposal_of(candidate: Candidate, debt: Debt, first_due: date) -> Proposal:
    """A choice as the terms that are asked for, with its first payment day."""
    key, low = candidate.key, candidate.low
    penalty, interest = candidate.waived
    return Proposal(
        method=key.method,
        months=key.months,
        rate=candidate.rate,
        asked=True,
        grace_months=key.grace,
        grace_kind=key.kind,
        low=None if low is None else yuan(low[0]),
        low_months=None if low is None else low[1],
        paid_now=yuan(candidate.paid_now),
        penalty_waived=yuan(penalty),
        interest_waived=yuan(interest),
        accrual=debt.accrual or Accrual.MONTHLY,
        year_days=int(debt.year_days) if debt.year_days else 360,
        first_due=first_due,
    )


def outcome_of(found: DebtSearch, candidate: Candidate, case: Case, today: date) -> Outcome | None:
    """A choice rebuilt and tested on its dated schedule, as the contract counts interest; None where it is no plan.

    Kept, so that a page that shows it need not rebuild it with every key.
    """
    return _outcomes.get((found, candidate, case.missed), today, lambda: _outcome(found, candidate, case, today))


def _outcome(found: DebtSearch, candidate: Candidate, case: Case, today: date) -> Outcome | None:
    proposal = proposal_of(candidate, found.debt, found.first_due)
    usual, safe = (None, None) if found.money is None else (found.money.pool(bad=False), found.money.pool(bad=True))
    outcome = worked_out(proposal, found.debt, case.missed, today, pool=usual, safe=safe)
    return None if isinstance(outcome, Fault) else outcome


def money_of(shares: Shares, debt_id: str, *, guessed: bool = False) -> Money:
    """One debt's money, signed: where the dues that come first take more than there is, its part of what is missing."""
    usual, bad = (shares.signed(debt_id, bad=each) or () for each in (False, True))
    return Money(usual, bad, guessed)


def lasting(money: Money, months: int) -> Money:
    """Money for so many months: what lies further ahead than is worked out is taken to be like the last year of it."""

    def longer(known: tuple[int, ...]) -> tuple[int, ...]:
        last = known[-_YEAR:]
        return known + tuple(last[month % len(last)] for month in range(months - len(known))) if last else known

    return replace(money, usual=longer(money.usual), bad=longer(money.bad))


def cash_parts(case: Case, shares: Shares, today: date) -> dict[str, int]:
    """What of the money that nothing waits for could be paid on each debt now, in fen; nothing where none is left."""
    free = cash_free(case, today).fen
    if free is None or free <= 0:
        return {}
    parts = split(free, [each.weight for each in shares.parts])
    return {each.debt: fen for each, fen in zip(shares.parts, parts, strict=True)}


def _basis(case: Case, first_due: date, today: date, weights: Mapping[str, Decimal] | None) -> Basis:
    basis = basis_of(case, first_due, today)
    if weights is None:
        return basis
    return Basis(basis.budget, shares_of(basis.budget, claims_of(case, today), today, weights=weights))


def _beyond_any_contract(debt: Debt) -> bool:
    """Whether a rate can only be mistyped: the search would try every half point below it."""
    percent = contract_percent(debt)
    return percent is not None and percent > MOST_PERCENT


def _searched(case: Case, shares: Shares) -> list[Debt]:
    """Loans and cards that share the money, and those that are current and can be kept."""
    signed = {each.debt for each in case.agreements}
    return [
        debt
        for debt in case.debts
        if debt.shape in SEARCHED
        and (
            shares.of(debt.id) is not None
            or (shares.roles[debt.id] is Role.FIXED and debt.negotiable is not YesNo.NO and debt.id not in signed)
        )
    ]


def _tested(ready: DebtSearch, case: Case, today: date) -> Steps[DebtSearch]:
    """Search; where the dated rows of the recommended plan break after all, again with that much less money."""
    found, money = ready, ready.money
    for _ in range(_ROUNDS):
        if money is None or ready.grid is None:
            break
        result = yield from search(ready.grid, money)
        found = replace(ready, mode=result.mode, result=result)
        if result.recommended is None:
            break
        outcome = outcome_of(ready, result.recommended, case, today)
        found = replace(found, outcome=outcome)
        if outcome is None or outcome.payments_fen == result.recommended.payments:
            break
        signed = money.bad if result.holds else money.usual
        more = [max(0, a - b) for a, b in zip(outcome.payments_fen, result.recommended.payments, strict=True)]
        if _covers(outcome, ready.money, result):
            break
        lowered = tuple(fen - dearer for fen, dearer in zip(signed, more + [0] * len(signed), strict=False))
        money = replace(money, bad=lowered) if result.holds else replace(money, usual=lowered)
    else:
        found = replace(found, result=None if found.result is None else replace(found.result, holds=False))
    return found


def _ahead(done: DebtSearch, found: Sequence[DebtSearch], case: Case, today: date) -> Steps[DebtSearch]:
    """What could be kept instead of a contract that breaks later: a search on what the plans of the others leave."""
    trial = done.contract.trial
    if trial is None:
        return done
    others = [each.outcome.payments_fen for each in found if each.outcome is not None]
    taken = [sum(rows[month] for rows in others if month < len(rows)) for month in range(len(trial.usual))]
    usual, bad = (
        tuple(there - less for there, less in zip(money, taken, strict=True)) for money in (trial.usual, trial.bad)
    )
    money = lasting(Money(usual, bad), done.debt.months_left or 1)
    ready = replace(done, money=money, grid=grid_of(done.debt, done.claim, money, 0))
    made = yield from _tested(ready, case, today)
    return replace(done, ahead=made.outcome if made.result is not None and made.result.holds else None)


def _covers(outcome: Outcome, money: Money | None, result: Result) -> bool:
    if money is None:
        return True
    if result.savings:
        return from_savings(outcome.payments_fen, money.bad if result.holds else money.usual) is not None
    fit = outcome.hold if result.holds else outcome.fit
    return fit is None or fit.ok


def _mode(found: Sequence[DebtSearch], *, deficit: bool) -> Mode:
    modes = {each.mode for each in found}
    if deficit:
        return Mode.DEFICIT
    return next((mode for mode in (Mode.NONE_FITS, Mode.INSTALMENTS) if mode in modes), Mode.KEEP)
