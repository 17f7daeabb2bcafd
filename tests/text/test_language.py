import pytest

from negotiator_tui.text.fault import FAULTS, Fault, declare, fault, is_told, sentence
from negotiator_tui.text.language import LANGUAGES, guess_language, t


@pytest.mark.parametrize(
    ("environ", "lang"),
    [
        ({}, "zh_Hans"),
        ({"LANG": "C.UTF-8"}, "zh_Hans"),
        ({"LANG": "zh_CN.UTF-8"}, "zh_Hans"),
        ({"LANG": "zh_TW.UTF-8"}, "zh_Hant"),
        ({"LANG": "zh-Hant-CN"}, "zh_Hant"),
        ({"LANG": "zh_Hans_HK"}, "zh_Hans"),
        ({"LANG": "zh_HK"}, "zh_Hant"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_US", "LC_ALL": "zh_CN.GB18030"}, "zh_Hans"),
        ({"LANGUAGE": "en:zh_CN", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LANG": "ja_JP.UTF-8"}, "zh_Hans"),
    ],
)
def test_language_of_the_environment(environ, lang):
    assert guess_language(environ) == lang


def test_english_is_the_msgid_and_a_missing_sentence_too():
    assert t("en", "Nobody translates {this}.", this="it") == "Nobody translates it."
    assert t("zh_Hans", "Nobody translates {this}.", this="{it}") == "Nobody translates {it}."
    assert [t(lang, "") for lang in LANGUAGES] == ["", "", ""]


def test_arguments_of_a_fault_are_clean_text_and_never_a_template():
    found = fault("amount-unclear", text="\x1b[2J{text}")
    assert found == Fault("amount-unclear", (("text", "\ufffd[2J{text}"),))
    assert "“\ufffd[2J{text}”" in sentence(found, "en")


def test_a_code_has_one_sentence(monkeypatch):
    monkeypatch.setattr("negotiator_tui.text.fault.FAULTS", dict(FAULTS))
    declare({"test-only": "First."})
    declare({"test-only": "First."})
    assert sentence(fault("test-only"), "en") == "First."
    with pytest.raises(ValueError, match="test-only"):
        declare({"test-only": "Second."})


def test_what_is_only_told_is_nothing_wrong(monkeypatch):
    monkeypatch.setattr("negotiator_tui.text.fault.FAULTS", dict(FAULTS))
    declare({"test-told": "Done."}, told=True)
    declare({"test-wrong": "Not done."})
    assert (is_told(fault("test-told")), is_told(fault("test-wrong"))) == (True, False)


@pytest.mark.parametrize(
    ("count", "read"),
    [
        (1, "1 month, 1 entry"),
        (2, "2 months, 2 entries"),
        (11, "11 months, 11 entries"),
        ("0.1", "0.1 months, 0.1 entries"),
    ],
)
def test_english_knows_one(count, read):
    assert t("en", "{count} months, {count} entries", count=count) == read


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("{count} more questions", "1 more question"),
        ("{count} more overdue loans: each has its page", "1 more overdue loan: each has its page"),
        ("{count} answers are missing", "1 answer is missing"),
        ("{count} payments lie further ahead", "1 payment lies further ahead"),
        ("{count} are sorted", "1 is sorted"),
        ("{count} earlier ones", "1 earlier one"),
        ("repaid {count} times", "repaid 1 time"),
        ("{count} times the contract's rate", "1 times the contract's rate"),
        ("in round {count} and later days", "in round 1 and later days"),
    ],
)
def test_english_of_one_with_what_stands_around_it(sentence, read):
    assert t("en", sentence, count=1) == read
