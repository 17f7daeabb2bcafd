"""`schedule`: a repayment schedule from terms given on the command line. Needs no case and no screen."""

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from negotiator_tui.case.kinds import Accrual, GraceKind, Method, Per, YearDays
from negotiator_tui.cli import values
from negotiator_tui.cli.faults import RefusedError, fault
from negotiator_tui.cli.options import Given
from negotiator_tui.cli.output import NOTHING, money, show, table
from negotiator_tui.finance.rates import annual_percent
from negotiator_tui.finance.schedule import Convention, Schedule, schedule
from negotiator_tui.finance.schedule_terms import MAX_MONTHS, Terms, dated, readings
from negotiator_tui.finance.true_rate import TrueRate, true_rate
from negotiator_tui.text.amounts import format_amount
from negotiator_tui.text.fault import Fault, sentence
from negotiator_tui.text.language import N_
from negotiator_tui.text.rates import LARGEST_YEARLY, format_rate

_STEPPED = {"10": Method.STEPPED_10, "20": Method.STEPPED_20}
_LARGEST_SHOWN = Decimal(10**15)


def run(given: Given) -> int:
    """Print the schedule. Where the days of the year decide and are not given, the dearer reading, with a remark."""
    terms = dated(_terms(given), given.today)
    try:
        made = [_made(given, each) for each in readings(terms)]
        main = max(made, key=lambda each: each.total_paid)
        if main.total_paid > _LARGEST_SHOWN:
            raise RefusedError(fault("cli.boundless"))
        others = [each for each in made if each is not main]
        data, lines = _json(given, main, others), _lines(given, main, others)
    except InvalidOperation as error:  # unpaid interest at 1000 % over fifty years has more figures than can be shown
        raise RefusedError(fault("cli.boundless")) from error
    show(given, data, lines)
    return 0


def _terms(given: Given) -> Terms:
    rate = values.rate(given, "--rate", Per, Per.YEAR)
    year_days = values.choice(given, "--year-days", YearDays)
    if rate is None:
        raise RefusedError(fault("cli.missing", command="schedule", what="--rate"))
    percent, per = rate
    yearly = annual_percent(percent, per, int(year_days or YearDays.D365))
    if yearly is not None and yearly > LARGEST_YEARLY:
        raise RefusedError(fault("rate-range"), "--rate")
    _only_with(given, "--grace-kind", "--grace")
    _only_with(given, "--low-months", "--low")
    terms = Terms(
        principal=values.amount(given, "--principal") or Decimal(0),
        rate=percent,
        months=values.count(given, "--months", 1, MAX_MONTHS) or 0,
        method=method(given) or Method.EQUAL_INSTALMENT,
        per=per,
        year_days=None if year_days is None else int(year_days),
        accrual=values.choice(given, "--accrual", Accrual) or Accrual.MONTHLY,
        grace_months=values.count(given, "--grace", 0, MAX_MONTHS) or 0,
        grace_kind=values.choice(given, "--grace-kind", GraceKind) or GraceKind.PAID,
        start=values.day(given, "--start"),
        first_due=values.day(given, "--first-due"),
        low=values.amount(given, "--low"),
        low_months=values.count(given, "--low-months", 1, MAX_MONTHS),
        instalment=values.amount(given, "--instalment"),
        parked=values.amount(given, "--parked") or Decimal(0),
        fee_upfront=values.amount(given, "--fee-upfront") or Decimal(0),
        fee_monthly=values.amount(given, "--fee-monthly") or Decimal(0),
    )
    if terms.low is not None and terms.method is not Method.LOW_THEN_HIGH:
        raise RefusedError(fault("cli.only-with", option="--low", other="--method low-then-high"))
    return terms


def method(given: Given) -> Method | None:
    """The repayment method of --method, `stepped` with its --step included."""
    if given.options.get("--method", "").strip().lower() == "stepped":
        step = given.options.get("--step", "10").strip().rstrip("%")
        if step not in _STEPPED:
            raise RefusedError(fault("cli.choice", text=given.options["--step"], choices="10, 20"), "--step")
        return _STEPPED[step]
    if given.has("--step"):
        raise RefusedError(fault("cli.only-with", option="--step", other="--method stepped"))
    return values.choice(given, "--method", Method)


def _only_with(given: Given, option: str, other: str) -> None:
    if given.has(option) and not given.has(other):
        raise RefusedError(fault("cli.only-with", option=option, other=other))


def _made(given: Given, terms: Terms) -> Schedule:
    result = schedule(terms, strict=not given.has("--as-given"))
    if isinstance(result, Fault):
        raise RefusedError(result)
    return result


def convention_words(given: Given, convention: Convention) -> str:
    """How interest is counted, as the line under a schedule."""
    if convention.accrual is Accrual.DAILY:
        words = given.say(N_("Daily rate × actual days; daily rate = yearly rate ÷ {days}."), days=convention.year_days)
        if convention.year_days is None:
            words = given.say(N_("Daily rate × actual days."))
    else:
        words = given.say(N_("Monthly rate = yearly rate ÷ 12, whatever the length of the month."))
    if convention.first_days is not None:
        words += " " + given.say(
            N_("The first period has {days} days and is counted by the day."), days=convention.first_days
        )
    return words


def _json(given: Given, made: Schedule, others: Iterable[Schedule]) -> dict[str, Any]:
    rate = true_rate(made)
    convention = made.convention
    data: dict[str, Any] = {
        "convention": convention_words(given, convention),
        "accrual": convention.accrual.value,
        "year_days": convention.year_days,
        "annual_rate": None if convention.annual is None else _percent(convention.annual),
        "rows": [
            {
                "n": row.n,
                "due": None if row.due is None else row.due.isoformat(),
                "payment": str(row.payment),
                "principal": str(row.principal),
                "interest": str(row.interest),
                "balance": str(row.balance),
            }
            for row in made.rows
        ],
        "total_paid": str(made.total_paid),
        "total_interest": str(made.total_interest),
        "nominal_rate": None if rate is None else str(rate.nominal),
        "effective_rate": None if rate is None else str(rate.effective),
    }
    warnings = _warnings(given, made, others)
    return data | {"warnings": warnings} if warnings else data


def _percent(value: Decimal) -> str:
    return f"{value:.6f}"


def _warnings(given: Given, made: Schedule, others: Iterable[Schedule]) -> list[str]:
    return [
        *(sentence(each, given.lang) for each in made.warnings),
        *(
            given.say(
                N_(
                    "The contract's year may have 360 or 365 days. This is the dearer reading, with {days}; "
                    "with {other} days it is {total} in all. Give --year-days once you know."
                ),
                days=made.terms.year_days,
                other=other.terms.year_days,
                total=format_amount(other.total_paid),
            )
            for other in others
        ),
    ]


def _lines(given: Given, made: Schedule, others: Iterable[Schedule]) -> list[str]:
    head = [
        given.say(each)
        for each in (N_("No."), N_("Due on"), N_("Payment"), N_("Principal"), N_("Interest"), N_("Balance"))
    ]
    rows = [
        (
            str(row.n),
            NOTHING if row.due is None else row.due.isoformat(),
            *map(money, (row.payment, row.principal, row.interest, row.balance)),
        )
        for row in made.rows
    ]
    totals = given.say(
        N_("Paid in all {paid}, of it interest {interest}."),
        paid=format_amount(made.total_paid),
        interest=format_amount(made.total_interest),
    )
    return [
        *table(head, rows),
        "",
        totals,
        rate_words(given, true_rate(made)),
        convention_words(given, made.convention),
        *_warnings(given, made, others),
    ]


def rate_words(given: Given, rate: TrueRate | None) -> str:
    """The true rate in a sentence."""
    if rate is None:
        return given.say(N_("No rate makes these payments worth what was received."))
    return given.say(
        N_("True annual rate {nominal}%, with compounding {effective}%."),
        nominal=format_rate(rate.nominal.quantize(Decimal("0.01"))),
        effective=format_rate(rate.effective.quantize(Decimal("0.01"))),
    )
