"""An offer checked beside the asks and the contract, and as rounds. Counted by hand at 0 %: 12,000 owed, 1,800 a month."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from negotiator_tui.case.case import Case
from negotiator_tui.finance.offer_check import Beside, OfferCheck, check_offer
from negotiator_tui.finance.rounds import next_ask, rounds_of
from negotiator_tui.text.fault import sentence
from tests.ui.pages.drawn import TODAY

from .test_rungs import LADDER, RUNGS, _case

D = Decimal


def _with(*offers: dict[str, Any], **more: Any) -> Case:
    return _case(offers=[{"debt": "d1"} | offer for offer in offers], ladders=[LADDER], rungs=RUNGS, **more)


def _check(**offer: Any) -> OfferCheck:
    case = _with(offer)
    found = check_offer(case, case.offers[0], TODAY)
    assert found is not None
    return found


def _said(check: OfferCheck) -> list[str]:
    return [sentence(each, "en") for each in check.reasons]


def test_an_offer_that_holds() -> None:
    check = _check(months=12, **dict.fromkeys(("red_payee", "red_signers", "red_late", "red_fees"), "present"))
    assert (check.fits, check.holds, check.breaks_in, check.short_by) == (True, True, None, D("0.00"))
    assert _said(check) == ["It can be carried in every month, in a bad one too."]


def test_an_offer_that_breaks() -> None:
    check = _check(months=6)
    assert (check.fits, check.holds, check.breaks_in, check.short_by) == (False, False, "2026-12", D("200.00"))
    assert _said(check)[0] == "It cannot be carried: 2026-12 is the first month that is short, by 200.00."
    assert _said(check)[1].startswith("In month 1 it is 2,000.00, 1,000.00 above your line of 1,000.00.")
    assert _said(check)[2] == "4 of the four red lines are still open: do not say yes yet."


def test_beside_the_asks_and_the_contract() -> None:
    check = _check(months=12, fee_upfront=D(300), paid_now=D(600))
    # 11,400 in twelve of 950; asks are 500, 800 and 1,200 a month; the contract's months are not known.
    assert check.beside[:3] == (
        Beside(1, D("450.00"), D("450.00"), D("300.00"), -12, 0),
        Beside(2, D("150.00"), D("150.00"), D("300.00"), -3, 0),
        Beside(3, D("-250.00"), D("-250.00"), D("300.00"), 2, 0),
    )
    assert check.beside[3].months is None
    assert any(said.startswith("600.00 is to be paid first.") for said in _said(check))
    assert any(said.startswith("Fees come to 300.00 in all.") for said in _said(check))


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        ({"months": 12, "instalment": D(1000), "total": D(12000)}, None),
        ({"months": 12, "instalment": D(1000), "total": D("11500")}, None),  # a smaller last instalment
        ({"months": 12, "instalment": D(1000), "total": D("11000")}, "They say 11,000.00 in all, but 12 instalments"),
        ({"months": 12, "instalment": D(1000), "total": D("12000.13")}, "They say 12,000.13 in all, but 12 instalment"),
        ({"months": 12, "instalment": D(1000), "total": D(12360), "fee_monthly": D(30)}, None),
        ({"months": 12, "total": D(13000)}, "They say 13,000.00 in all; by the terms themselves it is 12,000.00."),
        ({"months": 12, "instalment": D(1100), "rate": D(0)}, "They say 1,100.00 each; by the terms themselves it is"),
    ],
)
def test_terms_that_contradict_each_other_are_one_sentence(terms: dict[str, Any], words: str | None) -> None:
    found = [said for said in _said(_check(**terms)) if said.startswith("They say")]
    if words is None:
        assert found == []
    else:
        (said,) = found
        assert said.startswith(words)


def test_clauses_red_lines_first() -> None:
    check = _check(
        months=12, red_payee="present", red_late="missing", red_fees="unclear", form="unclear", privacy="missing"
    )
    assert [name for name, _ in check.clauses][:4] == ["red_payee", "red_signers", "red_late", "red_fees"]
    assert len(check.clauses) == 16
    assert _said(check)[1:3] == [
        "1 of the four red lines are crossed: do not say yes to this wording.",
        "2 of the four red lines are still open: do not say yes yet.",
    ]
    assert _said(check)[-1].startswith("2 more clauses are missing or unclear")


def test_while_answers_are_missing_nothing_is_called_affordable() -> None:
    case = _with({"months": 12}).model_copy(update={"costs": ()})
    check = check_offer(case, case.offers[0], TODAY)
    assert check is not None
    assert (check.fits, check.holds, check.breaks_in, check.short_by) == (None, None, None, None)
    assert _said(check)[0].startswith("Whether it can be carried cannot be said yet")


def test_an_offer_without_months_says_so() -> None:
    check = _check(rate=D(5))
    assert check.outcome is None
    assert len(check.reasons) == 1


def test_low_then_high_as_it_is_offered() -> None:
    check = _check(months=12, method="low-then-high", instalment=D(500), low_months=6)
    assert check.outcome is not None
    assert check.outcome.payments_fen == (50_000,) * 6 + (150_000,) * 6


def test_rounds_by_day_with_their_differences() -> None:
    case = _with(
        {"months": 12, "received_on": date(2026, 11, 20)},
        {"answer": "refused", "refusal": "no-service", "received_on": date(2026, 11, 10)},
        {"months": 24, "received_on": date(2026, 11, 18), "named_by": "me", "rung": "g1"},
    )
    rounds = rounds_of(case, "d1", TODAY)
    assert [(each.number, each.offer.id, each.mine) for each in rounds] == [
        (1, "o2", False), (2, "o3", True), (3, "o1", False),
    ]  # fmt: skip
    assert rounds[0].check is None
    assert rounds[1].since is None
    assert rounds[2].since == Beside(2, D("500.00"), D("500.00"), D("0.00"), -12, 0)


def test_the_next_ask_is_the_one_after_the_lowest_that_was_made() -> None:
    assert (ask := next_ask(_with(), "d1", TODAY)) is not None
    assert ask.rung == "g1"
    case = _with({"named_by": "me", "rung": "g2"}, {"named_by": "me", "rung": "g1"})
    assert (ask := next_ask(case, "d1", TODAY)) is not None
    assert ask.rung == "g3"
    assert next_ask(_with({"named_by": "me", "rung": "g3"}), "d1", TODAY) is None
    assert next_ask(_case(), "d1", TODAY) is None


def test_an_offer_that_lives_on_savings_is_no_broken_one() -> None:
    """A wage of 5,000 in eight months, 1,000 of food: 3,600 are left in those, nothing in the other four."""
    offer = {"debt": "d1", "method": "equal-instalment", "months": 24, "grace_months": 3, "rate": D(0)}
    case = _with(offer, **SEASON)
    check = check_offer(case, case.offers[0], TODAY)
    assert check is not None
    # 12,000 in 21 of 571.43; from November on four months bring nothing and cost 1,000
    assert (check.fits, check.holds, check.breaks_in, check.short_by) == (True, True, None, D("0.00"))
    assert _said(check)[0].startswith("Only if money is put by in good months: for 2027-11 at least 1,571.43.")
    assert not any("above your line" in each for each in _said(check))
    case = _with({**offer, "grace_months": 0}, **SEASON)
    check = check_offer(case, case.offers[0], TODAY)
    assert check is not None
    assert (check.holds, check.breaks_in) == (False, "2026-12")


SEASON: dict[str, Any] = {
    "income": [
        {"side": "home", "name": "wage", "amount": D(5000), "every": "month", "months": (3, 4, 5, 6, 7, 8, 9, 10)}
    ],
    "costs": [{"side": "home", "name": "food", "amount": D(1000), "every": "month"}],
}


def test_what_cannot_be_told_of_an_offer_is_not_called_carried() -> None:
    far = _check(months=600)
    assert (far.fits, far.holds, far.breaks_in) == (None, None, None)
    assert "540" in _said(far)[0]
    # 12,000 at 12 % bear 120 a month; 100 never pays it off, however easy 100 is to pay
    never = _check(months=24, rate=D(12), instalment=D(100))
    assert (never.fits, never.holds, never.breaks_in) == (False, False, "2028-11")
    assert never.outcome is not None
    assert never.outcome.rest == (24, 1_263_945)  # 20 more each month, and 1 % of that
    said = _said(never)
    assert said[0].startswith("It cannot be carried: 2028-11 is the first month that is short, by 10,839.45.")
    assert said[1].startswith("The instalment they say is below the interest")
    assert said[2].startswith(
        "With 100.00 a month it is not paid off: in 2028-11 all that is left is due at once, 12,639.45."
    )


def test_what_too_low_an_instalment_leaves_is_due_with_the_last_one() -> None:
    """12,000 at 0 %: twelve of 1,000. Twelve of 800 leave 2,400 more for the twelfth month; 1,800 a month are there."""
    check = _check(months=12, instalment=D(800), total=D(9600))
    assert check.outcome is not None
    assert check.outcome.payments_fen == (80_000,) * 11 + (320_000,)
    assert (check.outcome.total_paid, check.outcome.concession) == (D("12000.00"), 0)
    assert _said(check)[0].startswith("Only if money is put by in good months: for 2027-11 at least 1,400.00.")
    # Beside the second ask, fifteen of 800: no smaller ask, and its largest payment is far above.
    assert check.beside[1] == Beside(2, D("0.00"), D("2400.00"), D("0.00"), -3, 0)
    assert _said(check)[1].startswith(
        "With 800.00 a month it is not paid off: in 2027-11 all that is left is due at on"
    )
    # A few yuan of rounding are paid with the last one and are no matter of their own.
    rounded = _check(months=12, instalment=D(999))
    assert rounded.outcome is not None
    assert (rounded.outcome.payments_fen[-1], rounded.outcome.rest, rounded.holds) == (101_100, None, True)


def test_a_bad_month_that_is_a_guess_says_so_beside_the_verdict() -> None:
    shop = {
        "income": [{"side": "shop", "name": "takings", "amount": D(5000), "every": "month"}],
        "costs": [{"side": "home", "name": "food", "amount": D(3000), "every": "month"}],
    }
    for worst, guessed in ((None, True), (D(4200), False)):
        case = _with({"debt": "d1", "months": 24}, **shop, budget={"worst_takings": worst})
        check = check_offer(case, case.offers[0], TODAY)
        assert check is not None
        assert (check.fits, check.holds) == (True, True)  # 4,000 less 3,000 and a tenth: 900; 500.00 are asked
        assert any(each.startswith("What a bad month leaves is a guess here") for each in _said(check)) is guessed
