"""What a case file looks like, that it reads back as the same case, and that unchanged items are not made again."""

import time
import tomllib
from decimal import Decimal
from pathlib import Path
from unittest import mock

import pytest
import tomli_w
from hypothesis import HealthCheck, given, settings

from negotiator_tui.case.case import LISTS, TABLES, Case
from negotiator_tui.case.first import First
from negotiator_tui.case.talks import Contact
from negotiator_tui.storage.casefile import Opened, parse_case
from negotiator_tui.storage.comments import has_own_comments
from negotiator_tui.storage.writer import Writer, dump_case
from negotiator_tui.text.language import LANGUAGES, Lang

from .cases import SMALL, cases, large

ANY = settings(deadline=None, suppress_health_check=list(HealthCheck))


def read_back(data: bytes) -> Case:
    opened = parse_case(data, Path("case.toml"))
    assert isinstance(opened, Opened), opened
    assert opened.read_only is None
    assert not opened.keep_original
    return opened.case


def test_how_a_file_looks() -> None:
    lines = dump_case(SMALL, "en").decode().splitlines()
    assert lines[0].startswith("#: Case file of negotiator-tui.")
    assert lines[1] == "schema = 1"
    body = [line for line in lines if line and not line.startswith("#:")]
    start = body.index("[[debts]]")
    assert body[start : start + 17] == [
        "[[debts]]",
        'id = "d1"',
        'name = "网商贷"',
        'shape = "loan"',
        "outstanding = 120.00",
        "rate = 0.045",
        'rate_per = "day"',
        'unknown = ["year_days"]',
        'estimated = ["outstanding"]',
        "[[debts]]",
        'id = "d3"',
        'name = "房租"',
        'shape = "arrears"',
        'owed_for = "rent"',
        "monthly = 2600.50",
        "[[income]]",
        'id = "i1"',
    ]
    assert 'from = "2026-09"' in body
    assert "months = [3, 9]" in body
    assert "at = 2026-12-04 16:20:00" in body
    assert "cash_at_hand = -320.50" in body


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_comment_over_each_table_and_none_that_is_not_ours(lang: Lang) -> None:
    text = dump_case(SMALL, lang).decode()
    comments = [line for line in text.splitlines() if line.startswith("#")]
    assert len(comments) == 1 + len(TABLES) + len(LISTS)
    assert all(line.startswith("#: ") for line in comments)
    assert not has_own_comments(text)


def test_a_comment_names_each_key_a_person_may_write() -> None:
    lines = dump_case(Case(), "en").decode().splitlines()
    income = next(line for line in lines if line.startswith("#: [[income]]"))
    assert "side (shop, home)" in income
    assert "from = From" in income
    assert income.rstrip().endswith("note = Note")


def test_an_empty_list_is_an_answer_and_absent_is_not() -> None:
    none_of_them = Case(first=First(urgent=()))
    assert b"urgent = []" in dump_case(none_of_them)
    assert read_back(dump_case(none_of_them)) == none_of_them
    assert b"urgent = []" not in dump_case(Case())
    assert tomllib.loads(dump_case(Case()).decode()) == {"schema": 1}


@pytest.mark.parametrize(
    ("amount", "written"),
    [("120", "120.00"), ("0", "0.00"), ("-0.00", "0.00"), ("1.1", "1.10"), ("1E+3", "1000.00"), ("99999999.99", None)],
)
def test_money_always_has_two_decimals(amount: str, written: str | None) -> None:
    case = Case(first=First(takings=Decimal(amount)))
    assert f"takings = {written or amount}\n" in dump_case(case).decode()


def test_a_writer_and_a_fresh_dump_agree_after_each_change() -> None:
    writer = Writer()
    case = SMALL
    assert writer.dump(case) == dump_case(case)
    for said in ("一", "二", "二", None):
        changed = case.contacts[0].model_copy(update={"said": said})
        case = case.model_copy(update={"contacts": (changed, Contact(id="k2"))})
        assert writer.dump(case) == dump_case(case)
    case = case.model_copy(update={"contacts": (), "first": First()})
    assert writer.dump(case) == dump_case(case)
    assert writer.dump(SMALL) == dump_case(SMALL)


def test_unchanged_items_are_not_made_again() -> None:
    case = large(1000)
    writer = Writer()
    writer.dump(case)
    changed = case.contacts[500].model_copy(update={"said": "不同"})
    after = case.model_copy(update={"contacts": (*case.contacts[:500], changed, *case.contacts[501:])})
    with mock.patch.object(tomli_w, "dumps", wraps=tomli_w.dumps) as dumps:
        data = writer.dump(after)
    made = [call.args[0] for call in dumps.call_args_list if "said" in call.args[0]]
    assert [each["id"] for each in made] == ["k501"]
    assert read_back(data) == after


def test_a_large_case_with_one_change_is_dumped_in_a_fraction_of_the_first_time() -> None:
    case = large()
    writer = Writer()
    began = time.process_time()
    writer.dump(case)
    first = time.process_time() - began
    changed = case.contacts[0].model_copy(update={"said": "不同"})
    after = case.model_copy(update={"contacts": (changed, *case.contacts[1:])})
    began = time.process_time()
    writer.dump(after)
    assert (time.process_time() - began) * 5 < first


@settings(ANY, max_examples=100)
@given(cases())
def test_any_case_reads_back_as_itself(case: Case) -> None:
    data = dump_case(case)
    assert read_back(data) == case
    assert dump_case(read_back(data)) == data


@pytest.mark.soak
@settings(ANY, max_examples=10_000)
@given(cases())
def test_ten_thousand_cases_read_back_as_themselves(case: Case) -> None:
    assert read_back(dump_case(case)) == case
