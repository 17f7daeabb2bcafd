"""The instalments of an agreement: those it states, or those its terms come to."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from negotiator_tui.case.agreed import Agreement, Payment
from negotiator_tui.case.case import Case, find
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Method
from negotiator_tui.finance.agreed_rows import stated_rows
from negotiator_tui.finance.calendar import due_dates
from negotiator_tui.finance.fen import to_fen, yuan
from negotiator_tui.finance.months import month_of
from negotiator_tui.finance.offer_terms import contract_percent
from negotiator_tui.finance.plan_basis import basis_of
from negotiator_tui.finance.plan_trial import Trial, trial_of
from negotiator_tui.finance.schedule import Schedule, schedule
from negotiator_tui.finance.schedule_terms import Terms


@dataclass(frozen=True, slots=True)
class Agreed:
    """An agreement worked out. `rows` are its payments by day, in yuan; empty while its terms do not say.

    `schedule` is what its terms come to on the balance that is still owed; None while that cannot be told, and once a
    payment was made, for the balance is then another one. `paid` is what was ticked off so far, `trial` what is still
    to be paid, tried on the money there is.
    """

    rows: tuple[tuple[date, Decimal], ...]
    schedule: Schedule | None
    paid: Decimal
    trial: Trial | None

    @property
    def total(self) -> Decimal:
        """All rows together."""
        return yuan(sum(to_fen(amount) for _, amount in self.rows))


def agreed(case: Case, agreement: Agreement, today: date) -> Agreed:
    """An agreement of a case as it stands on `today`."""
    debt = find(case, "debts", agreement.debt) if agreement.debt else None
    rows, made, ticked = _stated(case, agreement)
    paid = sum(to_fen(amount) for each in ticked if (amount := _paid(each)) is not None)
    trial = _trial(case, agreement, rows, today) if isinstance(debt, Debt) else None
    return Agreed(rows, made, yuan(paid), trial)


def agreed_payments(case: Case, agreement: Agreement) -> tuple[tuple[date, Decimal], ...]:
    """The payments an agreement comes to, by day; none while its terms do not say."""
    return _stated(case, agreement)[0]


def _stated(
    case: Case, agreement: Agreement
) -> tuple[tuple[tuple[date, Decimal], ...], Schedule | None, list[Payment]]:
    """The payments by day, the schedule of the terms while nothing was paid, and what is ticked off."""
    debt = find(case, "debts", agreement.debt) if agreement.debt else None
    own = [each for each in case.payments if each.agreement == agreement.id]
    ticked = [each for each in own if each.paid_on is not None]
    made = own_schedule(agreement, debt) if isinstance(debt, Debt) and not ticked else None
    return _with_listed(agreement, _rows(agreement, made), own), made, ticked


def own_rows(agreement: Agreement, debt: Debt) -> tuple[tuple[date, Decimal], ...]:
    """The payments of an agreement on a debt by its own terms, whatever is listed of them; none while they do not say."""
    return _rows(agreement, own_schedule(agreement, debt))


def own_schedule(agreement: Agreement, debt: Debt) -> Schedule | None:
    """The agreement's terms on what is still owed; None while one of them is not known."""
    rate = contract_percent(debt) if agreement.rate is None else agreement.rate
    method = agreement.method or debt.method or Method.EQUAL_INSTALMENT
    if debt.outstanding is None or rate is None or not agreement.months:
        return None
    low = (agreement.instalment, agreement.low_months) if method is Method.LOW_THEN_HIGH else (None, None)
    terms = Terms(
        principal=debt.outstanding,
        rate=rate,
        months=agreement.months,
        method=method,
        year_days=int(debt.year_days) if debt.year_days else None,
        first_due=agreement.first_due,
        low=low[0],
        low_months=low[1],
    )
    made = schedule(terms, strict=False)
    return made if isinstance(made, Schedule) else None


def _paid(payment: Payment) -> Decimal | None:
    return payment.paid_amount if payment.paid_amount is not None else payment.amount


def _rows(agreement: Agreement, made: Schedule | None) -> tuple[tuple[date, Decimal], ...]:
    """The instalments as they are stated; where none is, or they differ from month to month, those of the schedule.

    A level one's last payment is the schedule's as far as it only closes the balance: less than the others, or a little
    more.
    """
    stated = stated_rows(agreement)
    if stated is not None:
        fen = [amount for _, amount in stated]
        level = agreement.method in {None, Method.EQUAL_INSTALMENT} and agreement.total is None
        if level and made is not None and abs(made.level_fen - fen[0]) <= 1:
            fen[-1] = made.payment_fen[-1]
        return tuple((day, yuan(amount)) for (day, _), amount in zip(stated, fen, strict=True))
    if agreement.first_due is None or not agreement.months or made is None:
        return ()
    if agreement.instalment is not None and agreement.method in {None, Method.EQUAL_INSTALMENT}:
        return ()
    days = due_dates(agreement.first_due, agreement.months)
    return () if days is None else tuple((day, yuan(fen)) for day, fen in zip(days, made.payment_fen, strict=True))


def _with_listed(
    agreement: Agreement, rows: tuple[tuple[date, Decimal], ...], listed: list[Payment]
) -> tuple[tuple[date, Decimal], ...]:
    """The payments on the list to tick off stand for their months; the other months are as they would be."""
    there = {month_of(each.due): each for each in listed if each.due is not None}
    kept = [(day, amount) for day, amount in rows if month_of(day) not in there]
    own = [
        (each.due, amount)
        for each in listed
        if each.due is not None
        and (amount := each.amount if each.amount is not None else agreement.instalment) is not None
    ]
    return tuple(sorted((*kept, *own)))


def _trial(case: Case, agreement: Agreement, rows: tuple[tuple[date, Decimal], ...], today: date) -> Trial | None:
    """The payments from this month on, tried on the part this debt would have without the agreement."""
    if not rows or agreement.debt is None:
        return None
    first = month_of(max(rows[0][0], today))
    months = [0] * max(1, month_of(rows[-1][0]) - first + 1)
    for day, amount in rows:
        if month_of(day) >= first:
            months[month_of(day) - first] += to_fen(amount)
    basis = basis_of(case, max(rows[0][0], today), today, without=frozenset({agreement.debt}))
    return trial_of(basis, agreement.debt, tuple(months), first)
