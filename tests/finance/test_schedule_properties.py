"""What is true of every schedule, whatever its terms."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator_tui.case.kinds import Accrual, GraceKind, Method, Per
from negotiator_tui.finance.schedule import Schedule, schedule
from negotiator_tui.finance.schedule_terms import Terms
from negotiator_tui.text.fault import Fault
from tests.finance.oracle import rounded


@st.composite
def any_terms(draw) -> Terms:
    method = draw(st.sampled_from(Method))
    grace = 0 if method is Method.INTEREST_ONLY else draw(st.integers(0, 6))
    repayment = draw(st.integers(2 if method is Method.LOW_THEN_HIGH else 1, 60))
    per = draw(st.sampled_from(Per))
    highest = {Per.YEAR: 400, Per.MONTH: 30, Per.DAY: 1}[per]
    first_due = draw(st.none() | st.dates(date(2024, 1, 1), date(2028, 12, 31)))
    start = first_due and draw(st.none() | st.dates(date(2023, 11, 1), first_due))
    low = method is Method.LOW_THEN_HIGH
    fen = draw(st.integers(1, 9_999_999_999))
    return Terms(
        principal=Decimal(fen) / 100,
        rate=draw(st.decimals(0, highest, places=4)),
        months=repayment + grace,
        method=method,
        per=per,
        year_days=draw(st.sampled_from([360, 365])),
        accrual=draw(st.sampled_from(Accrual)) if first_due else Accrual.MONTHLY,
        grace_months=grace,
        grace_kind=draw(st.sampled_from(GraceKind)),
        start=start,
        first_due=first_due,
        low=Decimal(draw(st.integers(0, fen))) / 100 if low else None,
        low_months=draw(st.integers(1, repayment - 1)) if low else None,
        parked=Decimal(draw(st.integers(0, 1_000_000))) / 100,
    )


def real_rates(terms: Terms, made: Schedule) -> list[Fraction]:
    """The rate of every real period, from the definitions of MONEY §2."""
    factor = {Per.DAY: terms.year_days, Per.MONTH: 12, Per.YEAR: 1}[terms.per]
    yearly = Fraction(terms.rate) * factor / 100
    if terms.accrual is Accrual.MONTHLY:
        rates = [yearly / 12] * terms.months
    else:
        days = [date.toordinal(due) for due in (terms.dates[0], *made.dues)]
        rates = [yearly / terms.year_days * (b - a) for a, b in pairwise(days)]
    if made.convention.first_days is not None:
        rates[0] = yearly / terms.year_days * (made.dues[0] - terms.dates[0]).days
    return rates


@given(any_terms(), st.booleans())
@settings(max_examples=300, deadline=None)
def test_every_schedule_balances(terms, strict):
    made = schedule(terms, strict=strict)
    if isinstance(made, Fault):
        assert strict
        assert made.code == "schedule.below-interest"
        return
    fen = round(terms.principal * 100)
    parked = round(terms.parked * 100)
    assert sum(made.principal_fen) == fen
    assert made.balance_fen[-1] == 0
    balance = fen
    for row in made.rows:
        assert row.payment == row.principal + row.interest
        balance -= row.principal * 100
        assert row.balance * 100 == balance >= 0
        assert row.payment >= 0
        assert row.interest >= row.parked >= 0
    assert sum(made.parked_fen) == parked
    assert made.total_paid * 100 == sum(made.payment_fen)
    assert made.total_interest * 100 == sum(made.interest_fen) == sum(made.payment_fen) - fen
    if strict:
        assert min(made.principal_fen[terms.grace_months :]) >= 0


@given(any_terms())
@settings(max_examples=200, deadline=None)
def test_interest_is_that_of_the_rounded_balance(terms):
    made = schedule(terms, strict=False)
    assert isinstance(made, Schedule)
    rates = real_rates(terms, made)
    before = [round(terms.principal * 100), *made.balance_fen]
    grace = terms.grace_months
    own = [a - b - c for a, b, c in zip(made.interest_fen, made.parked_fen, made.deferred_fen, strict=True)]
    if terms.method is Method.BULLET:
        assert own[grace:-1] == [0] * (terms.repayment_months - 1)
        assert own[-1] == rounded(before[grace] * sum(rates[grace:]))
        own, rates = own[:grace], rates[:grace]
    if terms.grace_kind is GraceKind.PARKED:
        assert sum(made.deferred_fen) == sum(rounded(before[0] * rate) for rate in rates[:grace])
        assert own[:grace] == [0] * grace
        own, rates, before = own[grace:], rates[grace:], before[grace:]
    assert own == [rounded(balance * rate) for balance, rate in zip(before, rates, strict=False)]


@given(any_terms())
@settings(max_examples=100, deadline=None)
def test_the_grace_pays_interest_or_nothing(terms):
    made = schedule(terms, strict=False)
    assert isinstance(made, Schedule)
    grace = slice(0, terms.grace_months)
    if terms.grace_kind is GraceKind.PAID:
        assert made.payment_fen[grace] == made.interest_fen[grace]
        assert set(made.principal_fen[grace]) <= {0}
    else:
        assert set(made.payment_fen[grace]) <= {0}
    if terms.grace_kind is GraceKind.PARKED:
        assert set(made.balance_fen[grace]) <= {round(terms.principal * 100)}


@given(any_terms())
@settings(max_examples=100, deadline=None)
def test_older_sums_change_nothing_but_the_parts_they_are_paid_in(terms):
    made = schedule(terms, strict=False)
    without = schedule(replace(terms, parked=Decimal(0)), strict=False)
    assert isinstance(made, Schedule)
    assert isinstance(without, Schedule)
    assert made.balance_fen == without.balance_fen
    extra = [a - b for a, b in zip(made.payment_fen, without.payment_fen, strict=True)]
    assert extra == list(made.parked_fen)
    carrying = [each for each in extra if each]
    assert len(set(carrying[:-1])) <= 2  # equal parts, then what is left of a clipped one


@given(st.integers(1, 9_999_999_999), st.decimals(0, 60, places=2), st.integers(1, 120))
@settings(max_examples=150, deadline=None)
def test_the_equal_instalment_is_the_rounded_annuity(fen, rate, months):
    made = schedule(Terms(Decimal(fen) / 100, rate, months))
    assert isinstance(made, Schedule)
    growth = 1 + Fraction(rate) / 1200
    factor = (growth**months - 1) / ((growth - 1) * growth**months) if rate else Fraction(months)
    assert made.level_fen == rounded(fen / factor)
    assert set(made.payment_fen[: made.last_paying_month - 1]) <= {made.level_fen}
    assert not any(made.payment_fen[made.last_paying_month :])
