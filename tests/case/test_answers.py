"""Reading what was typed, writing what is edited, showing what stands."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from negotiator_tui.case.answers import Reading, matching, read, shown, understood, written
from negotiator_tui.case.base import Table
from negotiator_tui.case.case import LISTS, TABLES
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.edit import UNKNOWN
from negotiator_tui.case.first import BudgetAnswers, First, Hardship
from negotiator_tui.case.kinds import (
    Accrual,
    Every,
    Method,
    Per,
    Refusal,
    Shape,
    Urgent,
    YearDays,
    YesNo,
)
from negotiator_tui.case.lines import Cost, Income
from negotiator_tui.case.offers import Offer
from negotiator_tui.case.plans import Term
from negotiator_tui.case.questions import Kind, Question, question, questions
from negotiator_tui.case.talks import Contact
from negotiator_tui.text.fault import Fault, sentence
from negotiator_tui.text.language import LANGUAGES, Lang, t

NOW = datetime.fromisoformat("2026-11-23T14:03")
DEBT, LINE, TERM = Debt(id="d1"), Income(id="i1"), Term(id="t1")
ITEMS: dict[type[Table], Table] = {
    Debt: DEBT,
    Income: LINE,
    Cost: Cost(id="c1"),
    Term: TERM,
    Offer: Offer(id="o1"),
    Contact: Contact(id="k1"),
}


def _read(model: type[Table], name: str, raw: str) -> Reading:
    return read(question(model, name), raw, ITEMS.get(model) or model(), NOW, "zh_Hans")


@pytest.mark.parametrize(
    ("model", "name", "raw", "value"),
    [
        (First, "takings", "31,000", Decimal("31000.00")),
        (First, "takings", "3.1万", Decimal("31000.00")),
        (First, "takings", "3*1200+80", Decimal("3680.00")),
        (First, "takings", "0", Decimal("0.00")),
        (First, "cash_at_hand", "-320.5", Decimal("-320.50")),
        (Debt, "rate", "16.2%", Decimal("16.2")),
        (Debt, "penalty_multiplier", "1.5", Decimal("1.5")),
        (Term, "rate", "月息1分", Decimal("12")),
        (BudgetAnswers, "tax_percent", "3", Decimal("3")),
        (Debt, "overdue_since", "10-31", date(2026, 10, 31)),
        (Debt, "overdue_since", "12-5", date(2025, 12, 5)),
        (Debt, "next_due", "12-5", date(2026, 12, 5)),
        (Debt, "next_due", "10-31", date(2027, 10, 31)),
        (Debt, "agreed_until", "6月", "2027-06"),
        (Debt, "lease_until", "明年3月", date(2027, 3, 31)),
        (Debt, "accrual", "按天", Accrual.DAILY),
        (Cost, "every", "年", Every.YEAR),
        (Cost, "every", "一年一次", Every.YEAR),
        (Cost, "every", "半年付", Every.HALF_YEAR),
        (Cost, "every", "三个月", Every.QUARTER),
        (Cost, "every", "每个月", Every.MONTH),
        (Cost, "every", "周", Every.WEEK),
        (Cost, "every", "天天", Every.DAY),
        (Cost, "every", "就这一次", Every.ONCE),
        (Debt, "accrual", "每月", Accrual.MONTHLY),
        (Hardship, "since", "6月", "2026-06"),
        (Contact, "at", "昨天 9:00", datetime.fromisoformat("2026-11-22T09:00")),
        (Contact, "at", "14:00", datetime.fromisoformat("2026-11-23T14:00")),
        (Income, "months", "6-8,12", (6, 7, 8, 12)),
        (Income, "day", "5号", 5),
        (Debt, "months_left", "2年", 24),
        (Debt, "months_left", "11期", 11),
        (Debt, "over_days", "7天", 7),
        (Debt, "name", "  网商贷\t（店里）", "网商贷 （店里）"),
        (Contact, "said", "一\r\n二", "一\n二"),
        (Debt, "shape", "card", Shape.CARD),
        (First, "urgent", "court", (Urgent.COURT,)),
    ],
)
def test_an_answer_is_read_as_it_is_meant(model: type[Table], name: str, raw: str, value: Any) -> None:
    reading = _read(model, name, raw)
    assert (reading.value, reading.fault, reading.estimated) == (value, None, False)


@pytest.mark.parametrize(
    ("model", "name", "raw", "code"),
    [
        (First, "takings", "很多", "amount-unclear"),
        (First, "takings", "-5", "amount-negative"),
        (First, "takings", "1,2000", "amount-commas"),
        (First, "takings", "1.234", "amount-places"),
        (Debt, "rate", "贵", "rate-unclear"),
        (Debt, "penalty_multiplier", "11", "number-range"),
        (Term, "rate", "每天万4.5", "answer.yearly-rate"),
        (Debt, "next_due", "2月30日", "date-impossible"),
        (Debt, "next_due", "发工资那天", "date-unclear"),
        (Hardship, "since", "春天", "month-unclear"),
        (Income, "months", "13", "months-unclear"),
        (Income, "day", "32", "whole-range"),
        (Debt, "months_left", "601", "whole-range"),
        (Debt, "months_left", "很久", "whole-unclear"),
        (Contact, "at", "早些时候", "moment-unclear"),
        (Debt, "shape", "房贷", "answer.choice"),
        (Debt, "shape", "9", "answer.choice"),
        (First, "urgent", "court, fire", "answer.choice"),
        (Debt, "pledge_until", "明年1月", "date-no-day"),
    ],
)
def test_what_cannot_be_read_says_so_in_a_sentence(model: type[Table], name: str, raw: str, code: str) -> None:
    reading = _read(model, name, raw)
    assert reading.value is None
    assert reading.fault is not None
    assert reading.fault.code == code
    for lang in LANGUAGES:
        assert "{" not in sentence(reading.fault, lang)


@pytest.mark.parametrize("raw", ["", "   ", "\t"])
def test_nothing_typed_takes_the_answer_back(raw: str) -> None:
    for model in (First, Debt, Contact):
        for each in questions(model):
            assert read(each, raw, ITEMS.get(model) or model(), NOW, "zh_Hans") == Reading()


@pytest.mark.parametrize("raw", ["?", "？", "不知道", " 不清楚 ", "Don't know"])
def test_dont_know_answers_any_question(raw: str) -> None:
    for model in (First, Debt, Contact, Income):
        for each in questions(model):
            assert read(each, raw, ITEMS.get(model) or model(), NOW, "zh_Hans") == Reading(UNKNOWN)


@pytest.mark.parametrize(
    ("model", "name", "raw", "value"),
    [
        (First, "takings", "约3万", Decimal("30000.00")),
        (First, "takings", "大约 30000", Decimal("30000.00")),
        (First, "takings", "大概3万元", Decimal("30000.00")),
        (First, "takings", "~30000", Decimal("30000.00")),
        (First, "takings", "～30000", Decimal("30000.00")),
        (First, "takings", "about 30000", Decimal("30000.00")),
        (Debt, "rate", "约16.2%", Decimal("16.2")),
        (Debt, "overdue_since", "大概10月31日", date(2026, 10, 31)),
        (Debt, "months_left", "约12期", 12),
    ],
)
def test_about_before_a_number_marks_a_guess(model: type[Table], name: str, raw: str, value: Any) -> None:
    reading = _read(model, name, raw)
    assert (reading.value, reading.fault, reading.estimated) == (value, None, True)


def test_about_stays_in_a_text_and_marks_nothing_that_cannot_be_read() -> None:
    assert _read(Debt, "name", "约了月底的货款") == Reading("约了月底的货款")
    assert not _read(First, "takings", "约很多").estimated


@pytest.mark.parametrize(
    ("raw", "value", "per"),
    [
        ("每天万4.5", Decimal("0.045"), Per.DAY),
        ("日利率0.045%", Decimal("0.045"), Per.DAY),
        ("月息1.35%", Decimal("1.35"), Per.MONTH),
        ("年16.2%", Decimal("16.2"), Per.YEAR),
    ],
)
def test_a_rate_tells_its_unit_along(raw: str, value: Decimal, per: Per) -> None:
    reading = _read(Debt, "rate", raw)
    assert (reading.value, reading.also) == (value, (("rate_per", per),))


def test_a_rate_without_its_unit_leaves_the_unit_alone() -> None:
    assert _read(Debt, "rate", "0.045%").also == ()


@pytest.mark.parametrize(
    ("model", "name", "raw", "value"),
    [
        (Debt, "shape", "1", Shape.LOAN),
        (Debt, "shape", "２", Shape.CARD),
        (Debt, "shape", "credit card", Shape.CARD),
        (Debt, "shape", "CREDIT", Shape.CARD),
        (Debt, "overdue", "y", YesNo.YES),
        (Debt, "overdue", "no", YesNo.NO),
        (Debt, "year_days", "360", YearDays.D360),
        (Debt, "year_days", "365", YearDays.D365),
        (Debt, "method", "stepped-10", Method.STEPPED_10),
        (Income, "every", "week", Every.WEEK),
        (Income, "every", "two", Every.TWO_WEEKS),
        (Offer, "refusal", "13", Refusal.CANNOT_CARRY),
    ],
)
def test_a_choice_is_its_number_its_value_its_name_or_a_part(
    model: type[Table], name: str, raw: str, value: Any
) -> None:
    assert _read(model, name, raw) == Reading(value)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_choice_is_read_by_its_name_in_every_language(lang: Lang) -> None:
    for model in (*TABLES.values(), *LISTS.values()):
        for each in questions(model):
            for option in each.options:
                found = matching(each, shown(Question(each.name, each.ask, Kind.CHOICE), option, lang))
                assert found == (option,), (each.name, option)


def test_a_part_that_fits_several_choices_is_asked_again() -> None:
    assert matching(question(Debt, "method"), "equal") == (Method.EQUAL_INSTALMENT, Method.EQUAL_PRINCIPAL)
    fault = _read(Debt, "method", "equal").fault
    assert fault is not None
    assert fault.code == "answer.choice"
    assert dict(fault.args)["text"] == "equal"


@pytest.mark.parametrize("raw", ["0", "-1", "²", "0019", "99999999999999999999", "x" * 500, "1.0"])
def test_numbers_that_are_no_choice_are_none(raw: str) -> None:
    assert matching(question(Debt, "shape"), raw) == ()


@pytest.mark.parametrize(
    "raw",
    [
        "court, swept",
        "2，5",
        "5 2",
        "swept、court",
        "court swept court",
        "papers from a court、tomorrow's stock money will be debited",
        "papers from a court, tomorrow's stock money will be debited",
    ],
)
def test_several_choices_are_kept_once_each_in_their_own_order(raw: str) -> None:
    assert _read(First, "urgent", raw) == Reading((Urgent.COURT, Urgent.SWEPT))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_choices_are_read_again_as_they_were_written(lang: Lang) -> None:
    each = question(First, "urgent")
    for value in ((Urgent.PAY_FIRST,), (Urgent.COURT, Urgent.PAY_FIRST), tuple(Urgent)):
        assert read(each, written(each, value, lang), First(), NOW, "zh_Hans") == Reading(value)


@pytest.mark.parametrize(("table", "name", "limit"), [(Debt, "name", 200), (Contact, "said", 20_000)])
def test_a_text_that_is_too_long_is_refused_whole_and_never_cut(table: type[Table], name: str, limit: int) -> None:
    assert _read(table, name, "长" * limit) == Reading("长" * limit)
    refused = _read(table, name, "长" * (limit + 1))
    assert refused.value is None
    assert refused.fault == Fault("text-long", (("count", f"{limit + 1:,}"), ("limit", f"{limit:,}")))


def test_a_text_carries_nothing_a_terminal_obeys() -> None:
    assert "\x1b" not in _read(Debt, "name", "花\x1b[2J呗").value


@pytest.mark.parametrize(
    ("model", "name", "value", "text"),
    [
        (First, "takings", Decimal("31000.00"), "31,000.00"),
        (First, "takings", Decimal("0.00"), "0.00"),
        (Debt, "rate", Decimal("0.045"), "0.045"),
        (Debt, "overdue_since", date(2026, 10, 31), "2026-10-31"),
        (Hardship, "since", "2026-06", "2026-06"),
        (Contact, "at", datetime.fromisoformat("2026-11-22T09:05"), "2026-11-22 09:05"),
        (Income, "months", (6, 7, 8, 12), "6-8,12"),
        (Debt, "months_left", 11, "11"),
        (Debt, "shape", Shape.CARD, "credit card"),
        (First, "urgent", (Urgent.COURT, Urgent.THREAT), "papers from a court、threats at the door"),
        (Debt, "name", "网商贷", "网商贷"),
        (Contact, "said", "一\n二", "一 二"),
        (Debt, "name", None, ""),
        (Debt, "rate", UNKNOWN, "don't know"),
    ],
)
def test_an_answer_is_shown(model: type[Table], name: str, value: Any, text: str) -> None:
    assert shown(question(model, name), value, "en") == text


def test_an_answer_is_shown_in_the_language_asked_for() -> None:
    texts = {shown(question(Debt, "shape"), Shape.PERSONAL, lang) for lang in LANGUAGES}
    assert texts == {t(lang, "family or friends") for lang in LANGUAGES}


def test_what_is_edited_is_empty_where_nothing_is_known_and_whole_where_it_is_long() -> None:
    assert written(question(Debt, "rate"), None, "en") == ""
    assert written(question(Debt, "rate"), UNKNOWN, "en") == ""
    assert written(question(Contact, "said"), "一\n二", "en") == "一\n二"


_VALUES: dict[Kind, st.SearchStrategy[Any]] = {
    Kind.AMOUNT: st.decimals(0, Decimal("99999999.99"), places=2),
    Kind.DATE: st.dates(date(1990, 1, 1), date(2100, 12, 31)),
    Kind.MONTH: st.builds("{:04}-{:02}".format, st.integers(1990, 2100), st.integers(1, 12)),
    Kind.MOMENT: st.datetimes(datetime.fromisoformat("1990-01-01"), datetime.fromisoformat("2100-12-31")).map(
        lambda moment: moment.replace(second=0, microsecond=0)
    ),
    Kind.MONTHS: st.sets(st.integers(1, 12), min_size=1).map(lambda months: tuple(sorted(months))),
    Kind.TEXT: st.text("网商贷的房租", min_size=1, max_size=20),
    Kind.LONG: st.text("他说可以\n", min_size=1, max_size=20).map(str.strip).filter(bool),
}


def _value_of(each: Question) -> st.SearchStrategy[Any]:
    match each.kind:
        case Kind.CHOICE:
            return st.sampled_from(each.options)
        case Kind.CHOICES:
            order = st.sets(st.sampled_from(each.options), min_size=1)
            return order.map(lambda chosen: tuple(option for option in each.options if option in chosen))
        case Kind.MOMENT if each.ask.until_now:
            return _VALUES[each.kind].filter(lambda moment: moment <= NOW)
        case Kind.NUMBER:
            return st.integers(each.low, each.high)
        case Kind.RATE:
            return st.decimals(0, 10, places=4) if each.ask.unit != "%" else st.decimals(0, 1000, places=4)
        case _:
            return _VALUES[each.kind]


@pytest.mark.parametrize("raw", ["今天 14:04", "明天 9:00", "2099-01-01 10:00"])
def test_a_talk_that_has_not_been_yet_is_refused(raw: str) -> None:
    problem = _read(Contact, "at", raw).fault
    assert problem is not None
    assert problem.code == "answer.not-yet"
    assert _read(Contact, "at", "今天 14:03").value == NOW


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data(), st.sampled_from(LANGUAGES))
def test_what_is_written_is_read_as_the_same_answer(data: st.DataObject, lang: Lang) -> None:
    model = data.draw(st.sampled_from([First, Hardship, BudgetAnswers, *ITEMS]))
    each = data.draw(st.sampled_from(questions(model)))
    value = data.draw(_value_of(each))
    reading = read(each, written(each, value, lang), ITEMS.get(model) or model(), NOW, "zh_Hans")
    assert (reading.value, reading.fault) == (value, None)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from([First, Hardship, *ITEMS]), st.data(), st.text(max_size=30))
def test_nothing_typed_ever_raises(model: type[Table], data: st.DataObject, raw: str) -> None:
    each = data.draw(st.sampled_from(questions(model)))
    reading = read(each, raw, ITEMS.get(model) or model(), NOW, "zh_Hans")
    assert reading.fault is None or (isinstance(reading.fault, Fault) and reading.value is None)


@pytest.mark.parametrize("raw", ["约3000", "3000左右", "大概3000元", "~3000", "3000上下"])
def test_a_guess_is_read_before_and_behind_the_number(raw: str) -> None:
    assert _read(First, "takings", raw) == Reading(Decimal("3000.00"), estimated=True)


@pytest.mark.parametrize(
    ("model", "name", "raw", "said"),
    [
        (First, "takings", "1.2万", "12,000.00"),
        (First, "takings", "12,000.00", ""),
        (First, "takings", "abc", ""),
        (Debt, "rate", "万4.5", "0.045% a day"),
        (Debt, "rate", "0.045", ""),
        (Debt, "next_due", "12-5", "2026-12-05 in 12 days"),
        (Debt, "overdue_since", "2026-10-31", "23 days ago"),
        (Debt, "next_due", "2026-11-24", "tomorrow"),
        (Debt, "overdue", "1", "yes"),
        (Debt, "name", "网商贷", ""),
    ],
)
def test_what_was_understood_is_said_where_it_is_not_plain(model: type[Table], name: str, raw: str, said: str) -> None:
    assert understood(question(model, name), raw, _read(model, name, raw), NOW, "en") == said


@pytest.mark.parametrize(
    ("raw", "answer"),
    [
        ("会", YesNo.YES),
        ("有。", YesNo.YES),
        ("在用", YesNo.YES),
        ("没有", YesNo.NO),
        ("不会扣", YesNo.NO),
        ("没逾期", YesNo.NO),
    ],
)
def test_yes_and_no_as_people_say_them(raw: str, answer: YesNo) -> None:
    assert _read(Debt, "overdue", raw).value is answer


@pytest.mark.parametrize("raw", ["会吗", "不好说", "支付宝", "有时"])
def test_what_is_neither_yes_nor_no_is_asked_again(raw: str) -> None:
    assert _read(Debt, "autodebit", raw).fault is not None


def test_the_words_for_no_answer_no_other_choice() -> None:
    assert _read(Debt, "year_days", "没有").fault is not None


def test_a_long_text_that_is_no_choice_leaves_the_choices_in_sight() -> None:
    fault = _read(Hardship, "cause", "对面修路，客人都绕着走了，生意差了一半").fault
    assert fault is not None
    said = sentence(fault, "zh_Hans")
    assert "别的原因" in said
    assert cell_len(said) <= 2 * 76
