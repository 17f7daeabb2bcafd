"""What is asked of a loan: the contract, what is overdue, how it began."""

from typing import Annotated

from negotiator_tui.case.ask import Ask
from negotiator_tui.case.base import Day, Money, Months, Rate
from negotiator_tui.case.debt_common import is_overdue, shaped
from negotiator_tui.case.debt_shapes import ShapeAnswers
from negotiator_tui.case.kinds import Accrual, BalanceFrom, Method, PenaltyBase, Per, Shape, YearDays, YesNo
from negotiator_tui.text.language import N_

_LOAN = shaped(Shape.LOAN)
_OVERDUE_LOAN = is_overdue(Shape.LOAN)
_LENT = shaped(Shape.LOAN, Shape.CARD, Shape.BILL)


class LoanAnswers(ShapeAnswers):
    """What only loans are asked."""

    rate: Annotated[
        Rate | None,
        Ask(
            N_("Rate"),
            N_("As the contract writes it: 0.045% a day, 万4.5, 16.2% a year."),
            unit="%",
            when=_LOAN,
            level="more",
            opens=N_("The contract"),
            lender=N_("What is the yearly rate in the contract?"),
        ),
    ] = None
    rate_per: Annotated[Per | None, Ask(N_("The rate is for a"), when=_LOAN, level="more")] = None
    year_days: Annotated[
        YearDays | None,
        Ask(
            N_("Days in a year"),
            N_("The contract says: daily rate = yearly rate / 360 or / 365. Until you know, both are shown."),
            when=_LOAN,
            level="more",
            lender=N_("Is the daily rate the yearly rate divided by 360 or by 365?"),
        ),
    ] = None
    accrual: Annotated[
        Accrual | None,
        Ask(
            N_("How interest is counted"),
            N_("By the month or by the actual days. By the month if the contract does not say."),
            when=_LOAN,
            level="more",
        ),
    ] = None
    method: Annotated[
        Method | None,
        Ask(N_("Repayment method"), N_("As the repayment plan in the app shows."), when=_LOAN, level="more"),
    ] = None
    months_left: Annotated[
        Months | None,
        Ask(
            N_("Instalments left"),
            N_("Those not yet due. Missed ones do not count."),
            unit=N_("instalments"),
            when=_LOAN,
            level="more",
        ),
    ] = None
    instalment: Annotated[
        Money | None,
        Ask(N_("Each instalment"), N_("As the repayment plan shows."), unit=N_("yuan"), when=_LOAN, level="more"),
    ] = None
    overdue_principal: Annotated[
        Money | None,
        Ask(
            N_("Overdue principal"),
            N_("Only the part past due, not all that is left."),
            unit=N_("yuan"),
            when=_OVERDUE_LOAN,
            level="more",
            opens=N_("Overdue"),
            lender=N_("How much of the principal is overdue?"),
        ),
    ] = None
    overdue_interest: Annotated[
        Money | None,
        Ask(
            N_("Overdue interest"),
            N_("Unpaid interest past due, as the lender shows it."),
            unit=N_("yuan"),
            when=_OVERDUE_LOAN,
            level="more",
            lender=N_("How much unpaid interest is overdue?"),
        ),
    ] = None
    penalty_due: Annotated[
        Money | None,
        Ask(
            N_("Penalty so far"),
            N_("As the lender shows it. 0 if none is shown."),
            unit=N_("yuan"),
            when=_OVERDUE_LOAN,
            level="more",
            lender=N_("How much penalty has been charged so far?"),
        ),
    ] = None
    fees_due: Annotated[
        Money | None,
        Ask(
            N_("Fees the lender shows"),
            N_("Collection costs, service fees and the like; only to compare. 0 if none are shown."),
            unit=N_("yuan"),
            when=_OVERDUE_LOAN,
            level="more",
            lender=N_("Which fees are in the amount, and where does the contract name them?"),
        ),
    ] = None
    as_of: Annotated[
        Day | None,
        Ask(
            N_("These amounts are of"),
            N_("The day you read them. Interest and penalty are counted on from there."),
            when=_LENT,
            level="more",
            prefer="past",
        ),
    ] = None
    balance_from: Annotated[
        BalanceFrom | None,
        Ask(N_("Where you read them"), N_("A letter says where its amounts come from."), when=_LENT, level="more"),
    ] = None
    penalty_multiplier: Annotated[
        Rate | None,
        Ask(
            N_("Penalty multiplier"),
            N_("In the contract under breach: how many times the rate. Until you know, 1.3 to 1.5 is shown."),
            unit=N_("times"),
            when=_LOAN,
            level="more",
            lender=N_("How many times the rate is the penalty, and on which amount?"),
        ),
    ] = None
    penalty_base: Annotated[
        PenaltyBase | None,
        Ask(
            N_("Penalty is charged on"),
            N_("The overdue principal, or overdue principal and interest. In the contract under breach."),
            when=_LOAN,
            level="more",
        ),
    ] = None
    compound: Annotated[
        YesNo | None,
        Ask(N_("Interest on unpaid interest?"), N_("Only if the contract says so."), when=_OVERDUE_LOAN, level="more"),
    ] = None
    accelerated_on: Annotated[
        Day | None,
        Ask(
            N_("Declared due in full on"),
            N_("Only if the lender has written that the whole loan is due now. Leave empty otherwise."),
            when=_LOAN,
            level="more",
            prefer="past",
        ),
    ] = None
    drawn: Annotated[
        Money | None,
        Ask(N_("Amount borrowed"), unit=N_("yuan"), when=_LOAN, level="more", opens=N_("How it began")),
    ] = None
    drawn_on: Annotated[Day | None, Ask(N_("Borrowed on"), when=_LOAN, level="more", prefer="past")] = None
    term_months: Annotated[
        Months | None, Ask(N_("Instalments in all"), unit=N_("instalments"), when=_LOAN, level="more")
    ] = None
    fee_upfront: Annotated[
        Money | None,
        Ask(
            N_("Taken off when paid out"),
            N_("The difference between what was borrowed and what arrived. 0 if nothing was taken off."),
            unit=N_("yuan"),
            when=_LOAN,
            level="more",
        ),
    ] = None
    fee_monthly: Annotated[
        Money | None,
        Ask(
            N_("Fee with each instalment"),
            N_("Service or guarantee fee. 0 if none."),
            unit=N_("yuan"),
            when=_LOAN,
            level="more",
        ),
    ] = None
    contract_use: Annotated[
        str | None,
        Ask(N_("Use named in the contract"), N_("Copy it; no explanation needed."), when=_LOAN, level="more"),
    ] = None
    contract_tail: Annotated[
        str | None,
        Ask(
            N_("Last four digits of the contract or card number"),
            N_("For calls. The full number is not needed here."),
            when=_LENT,
            level="more",
        ),
    ] = None
