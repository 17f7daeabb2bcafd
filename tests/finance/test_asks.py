"""What is asked for about a debt: by its ladder, else by the plan, and what can be agreed to instead."""

from datetime import date
from decimal import Decimal

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.finance.asks import FIRST_MONTHS, Asks, asks_of
from negotiator_tui.finance.offer import Outcome

TODAY = date(2026, 11, 23)
D = Decimal
LADDERED = demo_case(TODAY)
PLANNED = LADDERED.model_copy(update={"ladders": (), "rungs": ()})


def _asks(case: Case) -> Asks | None:
    return asks_of(case, next(debt for debt in case.debts if debt.id == "d1"), TODAY)


def _changed(case: Case, number: int, **answers: object) -> Case:
    rungs = tuple(each.model_copy(update=answers) if place == number else each for place, each in enumerate(case.rungs))
    return case.model_copy(update={"rungs": rungs})


def test_the_first_ask_of_the_ladder_is_asked_for_and_a_larger_one_is_no_fallback() -> None:
    """The rate stays: 12 x 1,000 + 27 x 1,913.25 + 1,913.40 = 65,571.15. The others want 13.5 % and 10.5 %."""
    asks = _asks(LADDERED)
    assert asks is not None
    assert asks.monthly == D("1000.00")
    assert asks.outcome is not None
    assert asks.outcome.total_paid == D("65571.15") == 12 * D(1000) + 27 * D("1913.25") + D("1913.40")
    assert asks.fallback is not None
    assert asks.fallback.outcome is None
    assert asks.fallback.payments == (100000,) * FIRST_MONTHS


def test_a_next_ask_that_asks_for_no_more_is_the_fallback() -> None:
    case = _changed(_changed(LADDERED, 1, months=41, rate=None), 1, penalty_waived=D("67.68"))
    asks = _asks(case)
    assert asks is not None
    assert asks.fallback is not None
    assert asks.fallback.outcome is not None
    assert asks.fallback.outcome.proposal.months == 41


def test_an_ask_that_is_not_complete_is_passed_over() -> None:
    asks = _asks(_changed(LADDERED, 0, months=None))
    assert asks is not None
    assert asks.first.terms.id == "g2"
    assert asks.monthly == D("1020.00")
    none = LADDERED.model_copy(
        update={"rungs": tuple(each.model_copy(update={"months": None}) for each in LADDERED.rungs)}
    )
    asks = _asks(none)
    assert asks is not None
    assert asks.monthly == D("1000.00")


def test_a_second_ask_that_breaks_in_a_bad_month_is_not_promised() -> None:
    case = _changed(_changed(LADDERED, 1, low=D("1500.00"), rate=None), 2, rate=None, months=41)
    asks = _asks(case)
    assert asks is not None
    assert asks.fallback is not None
    assert asks.fallback.outcome is not None
    assert asks.fallback.outcome.proposal.months == 41


def test_without_a_ladder_the_plan_is_asked_for_and_its_first_year_is_the_fallback() -> None:
    asks = _asks(PLANNED)
    assert asks is not None
    assert asks.monthly == D("1000.00")
    assert asks.fallback is not None
    assert asks.fallback.outcome is None
    assert asks.fallback.payments == (100000,) * FIRST_MONTHS


def test_without_both_nothing_is_asked_for() -> None:
    assert _asks(PLANNED.model_copy(update={"plans": (), "terms": ()})) is None


def test_terms_that_do_not_say_enough_are_given_back_as_they_are() -> None:
    term = PLANNED.terms[0].model_copy(update={"months": None})
    asks = _asks(PLANNED.model_copy(update={"terms": (term, *PLANNED.terms[1:])}))
    assert asks is not None
    assert not isinstance(asks.first.outcome, Outcome)
    assert (asks.monthly, asks.outcome, asks.fallback) == (None, None, None)
