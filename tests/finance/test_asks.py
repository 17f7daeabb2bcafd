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


def test_the_first_ask_of_the_ladder_is_asked_for_and_the_second_is_the_fallback() -> None:
    """12 x 1,020 + 23 x 1,924.52 + 1,924.35 = 58,428.31"""
    asks = _asks(LADDERED)
    assert asks is not None
    assert asks.monthly == D("1020.00")
    assert asks.outcome is not None
    assert asks.outcome.total_paid == D("58428.31") == 12 * D(1020) + 23 * D("1924.52") + D("1924.35")
    assert asks.fallback is not None
    assert asks.fallback.outcome is not None
    assert len(asks.fallback.payments) == 38


def test_an_ask_that_is_not_complete_is_passed_over() -> None:
    asks = _asks(_changed(LADDERED, 0, months=None))
    assert asks is not None
    assert asks.first.terms.id == "g2"
    assert asks.fallback is not None
    assert asks.fallback.outcome is not None
    assert asks.fallback.outcome.proposal.months == 40
    none = LADDERED.model_copy(
        update={"rungs": tuple(each.model_copy(update={"months": None}) for each in LADDERED.rungs)}
    )
    asks = _asks(none)
    assert asks is not None
    assert asks.monthly == D("1000.00")


def test_a_second_ask_that_breaks_in_a_bad_month_is_not_promised() -> None:
    asks = _asks(_changed(LADDERED, 1, low=D("1500.00")))
    assert asks is not None
    assert asks.fallback is not None
    assert asks.fallback.outcome is not None
    assert asks.fallback.outcome.proposal.months == 40


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
