"""The instalments of an agreement: those it states, or those its terms come to."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from negotiator_tui.case.agreed import Agreement
from negotiator_tui.case.case import Case, find
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Method
from negotiator_tui.case.plans import Term
from negotiator_tui.finance.calendar import due_dates
from negotiator_tui.finance.fen import to_fen, yuan
from negotiator_tui.finance.months import month_of
from negotiator_tui.finance.offer_terms import contract_percent
from negotiator_tui.finance.plan_basis import basis_of
from negotiator_tui.finance.plan_trial import Trial, trial_of
from negotiator_tui.finance.plans import chosen_term
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
    term = chosen_term(case, agreement.debt)
    own = [each for each in case.payments if each.agreement == agreement.id and each.paid_on is not None]
    paid = sum(to_fen(amount) for each in own if (amount := each.paid_amount or each.amount) is not None)
    made = _schedule(agreement, debt, term) if isinstance(debt, Debt) and not own else None
    rows = _rows(agreement, made, term)
    trial = _trial(case, agreement, rows, today) if isinstance(debt, Debt) else None
    return Agreed(rows, made, yuan(paid), trial)


def agreed_payments(case: Case, agreement: Agreement, today: date) -> tuple[tuple[date, Decimal], ...]:
    """The payments an agreement comes to, by day; none while its terms do not say."""
    return agreed(case, agreement, today).rows


def _rows(agreement: Agreement, made: Schedule | None, term: Term | None) -> tuple[tuple[date, Decimal], ...]:
    """A stated instalment every month; where the instalments differ, or none is stated, those of the schedule.

    The last one is the schedule's as far as it only closes the balance: less than the others, or a little more.
    """
    if agreement.first_due is None or not agreement.months:
        return ()
    days = due_dates(agreement.first_due, agreement.months)
    if days is None:
        return ()
    stated = agreement.instalment
    if stated is not None and agreement.method in {None, Method.EQUAL_INSTALMENT}:
        amounts = [stated] * agreement.months
        if made is not None and abs(made.level_fen - to_fen(stated)) <= 1:
            amounts[-1] = yuan(made.payment_fen[-1])
    elif made is not None and (agreement.method is not Method.LOW_THEN_HIGH or _low_months(agreement, term)):
        amounts = [yuan(fen) for fen in made.payment_fen]
    else:
        return ()
    return tuple(zip(days, amounts, strict=True))


def _schedule(agreement: Agreement, debt: Debt, term: Term | None) -> Schedule | None:
    """The agreement's terms on what is still owed; None while one of them is not known.

    Low then high takes its months from the plan that was asked for, as an agreement has no row for them.
    """
    rate = contract_percent(debt) if agreement.rate is None else agreement.rate
    method = agreement.method or debt.method or Method.EQUAL_INSTALMENT
    if debt.outstanding is None or rate is None or not agreement.months:
        return None
    low = (agreement.instalment, _low_months(agreement, term)) if method is Method.LOW_THEN_HIGH else (None, None)
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


def _low_months(agreement: Agreement, term: Term | None) -> int | None:
    asked_for = term is not None and term.method is Method.LOW_THEN_HIGH and term.low == agreement.instalment
    return term.low_months if term is not None and asked_for else None


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
