"""Changes the ladder, the offers and the agreements make: values first, then the keys that run them."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from negotiator_tui.case.case import Case
from negotiator_tui.case.demo import demo_case
from negotiator_tui.case.kinds import Answer, Method, NamedBy
from negotiator_tui.finance.ladder import ladder
from negotiator_tui.finance.rungs import rungs_of
from negotiator_tui.finance.search import searched
from negotiator_tui.ui.changes import changed
from negotiator_tui.ui.changes_terms import accept_offer, counter_offer, ladder_argument, whole
from negotiator_tui.ui.rows import Target

from .harness import wizard
from .pages.drawn import TODAY, case_of

D = Decimal
LOAN = {
    "name": "bank", "shape": "loan", "outstanding": D(12000), "overdue": "yes", "overdue_principal": D(0),
    "overdue_interest": D(0), "penalty_due": D(0), "next_due": date(2026, 12, 23), "rate": D(0), "rate_per": "year",
    "as_of": TODAY,
}  # fmt: skip


def _case(**more: Any) -> Case:
    return case_of(
        first={"takings": D(0), "shop_costs": D(0)},
        debts=[LOAN],
        income=[{"side": "home", "name": "wage", "amount": D(5000), "every": "month"}],
        costs=[{"side": "home", "name": "food", "amount": D(3000), "every": "month"}],
        **more,
    )


def test_a_ladder_that_was_found_is_taken_over_in_whole_yuan() -> None:
    case = demo_case(TODAY)
    case = case.model_copy(update={"ladders": (), "rungs": ()})
    found = searched(case, TODAY).of("d1")
    assert found is not None
    assert found.result is not None
    assert found.money is not None
    made = ladder(found.result, found.money)
    assert made is not None
    taken = changed(case, TODAY, "en", ladder_argument(found, made))
    own = rungs_of(taken, "d1", TODAY)
    assert own is not None
    assert own.line is not None
    assert (own.line.first, own.line.months, own.line.later) == (D(1028), 12, D(1929))
    assert [each.monthly for each in own.asks] == [D("1020.00")] * 3
    assert [each.outcome and each.outcome.concession for each in own.asks] == [each.concession for each in made.asks]
    again = changed(taken, TODAY, "en", ladder_argument(found, made))
    assert len(again.ladders) == 1
    assert len(again.rungs) == len(made.asks)


def test_by_hand_it_begins_with_the_plan_and_the_line_that_is_known() -> None:
    case = _case(plans=[{"name": "A"}], terms=[{"plan": "p1", "debt": "d1", "months": 12}])
    made = changed(case, TODAY, "en", "start-ladder d1")
    assert (made.ladders[0].line, made.rungs[0].months) == (D(1800), 12)
    assert changed(made, TODAY, "en", "start-ladder d1") is made
    more = changed(made, TODAY, "en", "add-rung f1")
    assert [each.months for each in more.rungs] == [12, 12]
    assert changed(case_of(debts=[LOAN]), TODAY, "en", "start-ladder d1").ladders[0].line is None


def test_settling_keeps_the_day_and_the_line() -> None:
    made = changed(_case(ladders=[{"debt": "d1", "line": D(900)}]), TODAY, "en", "settle-ladder f1")
    assert (made.ladders[0].frozen_on, made.ladders[0].frozen_line, made.ladders[0].changed_on) == (TODAY, D(900), None)


@pytest.mark.parametrize("argument", ["start-ladder d9", "add-rung f9", "settle-ladder f9", "ladder-found d9 900"])
def test_what_leads_nowhere_changes_nothing(argument: str) -> None:
    case = _case()
    assert changed(case, TODAY, "en", argument) is case


@pytest.mark.parametrize(
    ("rung", "instalment", "low_months"),
    [
        ({"months": 24}, D("500.00"), None),
        ({"months": 12, "method": "low-then-high", "low": D(600), "low_months": 6}, D("600.00"), 6),
        ({"months": 12, "method": "equal-principal"}, None, None),
    ],
)
def test_a_round_of_ones_own_has_the_terms_of_the_ask(
    rung: dict[str, Any], instalment: Decimal | None, low_months: int | None
) -> None:
    case, made = counter_offer(
        _case(ladders=[{"debt": "d1"}], rungs=[{"ladder": "f1"} | rung]), TODAY, "en", "d1", "g1"
    )
    (offer,) = case.offers
    assert made == offer.id == "o1"
    assert (offer.named_by, offer.answer, offer.rung, offer.received_on) == (NamedBy.ME, Answer.WAITING, "g1", TODAY)
    assert (offer.instalment, offer.low_months, offer.months) == (instalment, low_months, rung["months"])


def test_accepting_makes_an_agreement_that_is_not_signed() -> None:
    offer = {"debt": "d1", "months": 12, "instalment": D(1000), "red_payee": "present", "form": "unclear"}
    case, made = accept_offer(_case(offers=[offer]), TODAY, "en", "o1")
    (agreement,) = case.agreements
    assert made == agreement.id
    assert (agreement.instalment, agreement.months, agreement.rate) == (D("1000.00"), 12, D(0))
    assert (agreement.first_due, agreement.signed_on) == (date(2026, 12, 23), None)
    assert (agreement.red_payee, agreement.red_late, agreement.form) == ("present", None, "unclear")
    assert accept_offer(case, TODAY, "en", "o1") == (case, made)  # it is being read already


def test_accepting_low_then_high_keeps_both_parts() -> None:
    offer = {"debt": "d1", "months": 12, "method": "low-then-high", "instalment": D(500), "low_months": 6}
    case, _ = accept_offer(_case(offers=[offer]), TODAY, "en", "o1")
    (agreement,) = case.agreements
    assert agreement.method is Method.LOW_THEN_HIGH
    assert (agreement.instalment, agreement.low_months, agreement.later) == (D("500.00"), 6, D("1500.00"))


def test_accepting_what_is_not_level_lists_its_payments() -> None:
    offer = {"debt": "d1", "months": 4, "grace_months": 1, "rate": D(12)}
    case, made = accept_offer(_case(offers=[offer]), TODAY, "en", "o1")
    assert case.agreements[0].instalment is None
    amounts = [each.amount for each in case.payments]
    assert [each.due for each in case.payments][:2] == [date(2026, 12, 23), date(2027, 1, 23)]
    assert amounts[0] == D("120.00")  # the interest of the month of grace
    assert {each.agreement for each in case.payments} == {made}


@pytest.mark.parametrize("offer", ["o9", "o1"])
def test_without_terms_nothing_is_made(offer: str) -> None:
    case = case_of(debts=[{"name": "bank", "shape": "loan"}], offers=[{"debt": "d1"}])
    assert accept_offer(case, TODAY, "en", offer) == (case, "")
    assert counter_offer(case, TODAY, "en", "d1", "g1") == (case, "")


@pytest.mark.parametrize(("amount", "down"), [("1028.84", 1028), ("0.99", 0), ("500", 500)])
def test_whole_yuan_are_never_more(amount: str, down: int) -> None:
    assert whole(D(amount)) == down


async def test_an_ask_is_written_down_as_a_round_and_an_offer_becomes_an_agreement() -> None:
    case = _case(
        ladders=[{"debt": "d1", "line": D(1000)}],
        rungs=[{"ladder": "f1", "months": 24}],
        offers=[{"debt": "d1", "months": 12}],
    )
    async with wizard(case, "item", ("offers", "o1")) as pilot:
        app: Any = pilot.app
        app.perform("counter-offer", "d1 g1")
        assert app.session.place.path[:2] == ("offers", "o2")
        app.perform("accept-offer", "o1")
        assert app.session.place.path[:2] == ("agreements", "a1")
        app.perform("accept-offer", "o9")
        assert app.message is not None
        app.perform("undo")
        assert app.session.case.agreements == ()


async def test_enter_on_a_clause_of_an_offer_opens_its_question() -> None:
    async with wizard(_case(offers=[{"debt": "d1", "months": 12}]), "item", ("offers", "o1")) as pilot:
        app: Any = pilot.app
        app.open(Target("item", ("offers", "o1", "red_late")))
        await pilot.pause()
        assert app.sheet.slot is not None
        assert app.sheet.slot.path == ("offers", "o1", "red_late")


async def test_a_line_is_typed_settled_and_changed() -> None:
    async with wizard(_case(ladders=[{"debt": "d1", "line": D(1000)}]), "ladder", ("ladders", "f1", "line")) as pilot:
        app: Any = pilot.app
        app.perform("replace", "settle-ladder f1")
        assert app.session.case.ladders[0].frozen_line == D(1000)
        app.open(Target("ladder", ("ladders", "f1", "line")))
        await pilot.press(*"1200", "enter")
        assert app.session.case.ladders[0].line == D(1200)
        assert app.session.case.ladders[0].changed_on is not None
