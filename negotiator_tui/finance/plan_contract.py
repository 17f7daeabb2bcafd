"""The contract as it stands, as far as it is known: what stands beside every plan."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from negotiator_tui.case.debts import Debt, Missed
from negotiator_tui.case.kinds import Method, Shape, YesNo
from negotiator_tui.finance.budget_contract import coming
from negotiator_tui.finance.budget_due import Dues
from negotiator_tui.finance.claim import claim
from negotiator_tui.finance.claim_overdue import overdue_of
from negotiator_tui.finance.fen import to_fen, yuan
from negotiator_tui.finance.months import HORIZON, month_of
from negotiator_tui.finance.offer_terms import contract_terms
from negotiator_tui.finance.plan_basis import Basis
from negotiator_tui.finance.plan_trial import Trial, trial_of
from negotiator_tui.finance.schedule import Schedule, schedule
from negotiator_tui.finance.schedule_terms import readings
from negotiator_tui.finance.true_rate_contract import ContractRate, contract_rate
from negotiator_tui.text.fault import Fault


@dataclass(frozen=True, slots=True)
class Contract:
    """What a debt asks as it stands, in yuan; None where it is not known.

    `overdue` is what is past due with interest and penalty, to be paid at once (None where nothing is overdue, or it
    is not known how much). `instalment` is the next payment, `months` how many are left, `total` all of them and what
    is overdue. `schedule` are the remaining instalments by the contract's own terms, without the overdue part. `trial`
    are the payments to come, without what is overdue, tried on this debt's money. `late` says that it is overdue, even
    if it is not known by how much; `repays` that those payments pay it off, as far as that is known.
    """

    overdue: Decimal | None
    instalment: Decimal | None
    months: int | None
    total: Decimal | None
    end: date | None
    rate: ContractRate | None
    schedule: Schedule | None
    trial: Trial | None
    late: bool = False
    repays: bool = True

    @property
    def holds(self) -> bool:
        """Whether nothing is overdue and every payment is covered in a bad month too: then nothing need be asked."""
        if self.late or self.overdue is not None or not self.repays:
            return False
        return self.trial is not None and self.trial.hold.ok


def contract_of(debt: Debt, missed: Iterable[Missed], basis: Basis, today: date) -> Contract:
    """The contract of a debt as it stands on `today`, tried on the money of the basis."""
    missed = tuple(missed)
    dues = coming(debt, today)
    made = _remaining(debt, missed, today)
    overdue = _overdue(debt, missed, today)
    payments = tuple(dues.by_month(basis.budget.first, HORIZON))
    return Contract(
        overdue=overdue,
        instalment=_instalment(debt, made),
        months=debt.months_left if debt.shape is Shape.LOAN else None,
        total=_total(debt, made, overdue),
        end=made.end if made is not None else None,
        rate=contract_rate(debt) if debt.shape is Shape.LOAN else None,
        schedule=made,
        trial=trial_of(basis, debt.id, payments, basis.budget.first) if any(payments) else None,
        late=debt.overdue is YesNo.YES,
        repays=_repays(dues, today),
    )


def _repays(dues: Dues, today: date) -> bool:
    """Whether a loan is paid off by what is to come: an instalment typed below its interest would look easy to keep.

    All of its payments count, this month's too; where some are over, or later than is looked at, it is not judged.
    """
    debt = dues.debt
    if debt.shape is not Shape.LOAN or debt.outstanding is None or not debt.months_left or debt.next_due is None:
        return True
    if (
        debt.months_left > HORIZON
        or month_of(debt.next_due) < month_of(today)
        or any(each.fen is None for each in dues.rows)
    ):
        return True
    return sum(each.fen or 0 for each in dues.rows) + debt.months_left >= to_fen(debt.outstanding)  # a fen each


def _remaining(debt: Debt, missed: tuple[Missed, ...], today: date) -> Schedule | None:
    """The instalments left by the contract's terms; the dearer one where the days of the year decide."""
    if debt.shape is not Shape.LOAN:
        return None
    terms = contract_terms(debt, overdue_of(debt, missed, today))
    if isinstance(terms, Fault):
        return None
    made = [each for reading in readings(terms) if isinstance(each := schedule(reading, strict=False), Schedule)]
    return max(made, key=lambda each: each.total_paid, default=None)


def _overdue(debt: Debt, missed: tuple[Missed, ...], today: date) -> Decimal | None:
    if debt.shape is not Shape.LOAN or debt.outstanding is None:
        return None
    found = overdue_of(debt, missed, today)
    reading = claim(debt, missed, today).likely
    if not found.principal and not found.interest and not reading.penalty_so_far:
        return None
    return yuan(found.principal + found.interest + to_fen(reading.penalty_so_far) + to_fen(reading.compound))


def _instalment(debt: Debt, made: Schedule | None) -> Decimal | None:
    for answer in (debt.instalment, debt.next_amount, debt.minimum):
        if answer is not None:
            return answer
    return None if made is None or not made.payment_fen else yuan(made.payment_fen[0])


def _total(debt: Debt, made: Schedule | None, overdue: Decimal | None) -> Decimal | None:
    if debt.shape is not Shape.LOAN:
        return None
    if debt.instalment is not None and debt.months_left and debt.method in {None, Method.EQUAL_INSTALMENT}:
        left = to_fen(debt.instalment) * debt.months_left
    elif made is not None:
        left = sum(made.payment_fen)
    else:
        return None
    return yuan(left + (0 if overdue is None else to_fen(overdue)))
