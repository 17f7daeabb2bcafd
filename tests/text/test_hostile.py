"""Strings that break programs, from the Big List of Naughty Strings and from experience."""

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from negotiator_tui.text.amounts import parse_amount, parse_whole
from negotiator_tui.text.clean import clean
from negotiator_tui.text.dates import parse_date, parse_moment, parse_month, parse_months
from negotiator_tui.text.fault import Fault, sentence
from negotiator_tui.text.language import LANGUAGES
from negotiator_tui.text.rates import parse_number, parse_rate

TODAY = date(2025, 11, 26)
NOW = datetime.fromisoformat("2025-11-26 10:20")
LIST = next(
    (found for above in Path(__file__).parents if (found := above / "shared/data/hostile/blns.json").exists()), None
)
EXPERIENCE = ["1" * 10**6, "(" * 60, "9" * 60, "{text}", "%s%n", "\0", "\ud800", "１" * 60, "\ufdfa" * 30, "一" * 60,
              "万" * 60, "十" * 60, "-" * 60, "1." * 30, "1万" * 30, "9*" * 29 + "9", "(1)" * 20, "点" * 60,
              "零" * 60]  # fmt: skip


def every_answer(raw):
    yield parse_amount(raw, signed=True)
    yield parse_whole(raw, 0, 360)
    yield parse_rate(raw)
    yield parse_number(raw, 1, 3, 2)
    yield parse_date(raw, TODAY)
    yield parse_month(raw, TODAY)
    yield parse_months(raw)
    yield parse_moment(raw, NOW)


def assert_harmless(raw):
    for answer in every_answer(raw):
        if isinstance(answer, Fault):
            for lang in LANGUAGES:
                said = sentence(answer, lang)
                assert said == clean(said)


@pytest.mark.parametrize("raw", EXPERIENCE, ids=range(len(EXPERIENCE)))
def test_never_raises_and_faults_are_safe_to_show(raw):
    assert_harmless(raw)


@pytest.mark.skipif(LIST is None, reason="the Big List of Naughty Strings is not beside this repository")
def test_naughty_strings():
    for raw in json.loads(LIST.read_text(encoding="utf-8")):
        assert_harmless(raw)
        assert clean(clean(raw)) == clean(raw)
