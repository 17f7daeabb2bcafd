"""A call as it goes on, from its first second to the day of the answer."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from negotiator_tui.case.case import Case
from negotiator_tui.case.kinds import AskedFor, Caller, Channel, YesNo
from negotiator_tui.case.talks import Contact
from negotiator_tui.guide.calls import FORGOTTEN, asked_for, asking_again, begun, hung_up, noted, running
from negotiator_tui.text.fault import Fault

BEGAN = datetime.fromisoformat("2026-11-23T14:03:27")


def _begun() -> Case:
    made = begun(Case(), "d1", Caller.ME, BEGAN)
    assert not isinstance(made, Fault)
    return made[0]


def _noted(case: Case, field: str, text: str, minutes: int = 1) -> Case:
    made = noted(case, "k1", field, text, now=BEGAN + timedelta(minutes=minutes), lang="en")
    assert isinstance(made, Case)
    return made


def test_a_call_is_one_entry_from_its_first_second() -> None:
    (contact,) = _begun().contacts
    minute = BEGAN.replace(second=0)
    assert (contact.at, contact.written, contact.began) == (minute, minute, BEGAN)
    assert (contact.debt, contact.channel, contact.caller) == ("d1", Channel.PHONE, Caller.ME)
    assert running(_begun()) == contact


def test_only_one_call_at_a_time() -> None:
    again = begun(_begun(), "d2", Caller.LENDER, BEGAN)
    assert isinstance(again, Fault)
    assert again.code == "call.running"


def test_what_is_told_stands_line_by_line_with_its_time() -> None:
    case = _noted(_noted(_begun(), "said", "先还两千"), "said", "不行就起诉", 3)
    assert case.contacts[0].said == "14:04 先还两千\n14:06 不行就起诉"
    assert case.contacts[0].answered is YesNo.YES
    assert len(case.contacts) == 1


def test_what_has_one_value_is_the_last_that_was_told() -> None:
    case = _noted(_noted(_begun(), "promised_amount", "1.2万"), "promised_amount", "800")
    case = _noted(case, "answer_due", "11-27")
    contact = case.contacts[0]
    assert (contact.promised_amount, contact.answer_due) == (Decimal("800.00"), date(2026, 11, 27))


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("promised_amount", "很多", "amount-unclear"),
        ("answer_due", "改天", "date-unclear"),
        ("said", " ", "call.empty"),
    ],
)
def test_what_cannot_be_read_changes_nothing(field: str, text: str, code: str) -> None:
    made = noted(_begun(), "k1", field, text, now=BEGAN, lang="en")
    assert isinstance(made, Fault)
    assert made.code == code


def test_a_sign_is_noted_and_taken_back() -> None:
    case = asked_for(_begun(), "k1", AskedFor.SCREEN)
    assert isinstance(case, Case)
    case = asked_for(case, "k1", AskedFor.FEE)
    assert isinstance(case, Case)
    assert case.contacts[0].asked_for == (AskedFor.FEE, AskedFor.SCREEN)
    for sign in (AskedFor.FEE, AskedFor.SCREEN):
        assert isinstance(case, Case)
        case = asked_for(case, "k1", sign)
    assert isinstance(case, Case)
    assert case.contacts[0].asked_for is None


@pytest.mark.parametrize(
    ("gone", "ended"),
    [
        (timedelta(minutes=6, seconds=2), BEGAN + timedelta(minutes=6, seconds=2)),
        (FORGOTTEN, BEGAN + FORGOTTEN),
        (FORGOTTEN + timedelta(seconds=1), BEGAN),
        (timedelta(days=3), BEGAN),
        (timedelta(seconds=-5), BEGAN),
    ],
)
def test_hanging_up_and_a_call_that_was_only_never_closed(gone: timedelta, ended: datetime) -> None:
    case = hung_up(_begun(), "k1", BEGAN + gone)
    assert isinstance(case, Case)
    assert case.contacts[0].ended == ended
    assert running(case) is None


def test_where_no_day_was_named_one_asks_again_and_it_is_marked() -> None:
    case = asking_again(_begun(), "k1", BEGAN.date())
    assert isinstance(case, Case)
    assert case.contacts[0].answer_due == date(2026, 11, 26)
    assert case.contacts[0].estimated == ("answer_due",)


def test_without_a_call_nothing_is_taken_down() -> None:
    case = Case(contacts=(Contact(id="k1"),))
    assert running(case) is None
    for made in (
        noted(case, "k9", "said", "x", now=BEGAN, lang="en"),
        asked_for(case, "k9", AskedFor.FEE),
        hung_up(case, "k1", BEGAN),
    ):
        assert isinstance(made, Fault)
        assert made.code == "call.none"
