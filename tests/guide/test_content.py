"""The content files: complete in every language, sourced, and free of what the program may not say."""

import re
import subprocess
import sys
from pathlib import Path
from string import Formatter

import pytest

import negotiator_tui.guide
from negotiator_tui.case.agreed import Agreement
from negotiator_tui.case.kinds import CourtPaper, Refusal, Urgent
from negotiator_tui.case.questions import Kind, questions
from negotiator_tui.case.stages import STAGE_OF
from negotiator_tui.guide.conditions import CONDITIONS
from negotiator_tui.guide.content import NAMES, fill, say, structure, texts, title
from negotiator_tui.guide.debt_kind import KINDS, ROLES
from negotiator_tui.guide.script import WAYS
from negotiator_tui.text.language import LANGUAGES, Lang

FOLDER = Path(negotiator_tui.guide.__file__).parent
PAGES = {*STAGE_OF, "item", "urgent", "start", "review"}

FORBIDDEN = {
    "zh_Hans": "一定 保证 必须 绝对 百分百 停息挂账 成功率 老赖 坐牢 失信 活该 不负责任 95188 12378",
    "zh_Hant": "一定 保證 必須 絕對 百分百 停息掛賬 成功率 老賴 坐牢 失信",
    "en": "guaranteed definitely certainly success-rate deadbeat prison jail 95188 12378",
}
ALLOWED = {  # where a word stands as the field's own term
    "保证": {"facts", "clauses", "scam"},
    "保證": {"facts", "clauses", "scam"},
}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def all_texts(lang: Lang) -> list[tuple[str, str, str, str]]:
    return [
        (name, entry, field, text)
        for name in NAMES
        for entry, fields in texts(name, lang).items()
        for field, text in fields.items()
    ]


def test_every_file_is_a_part() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.toml")) == list(NAMES)
    for lang in LANGUAGES:
        assert sorted(path.stem for path in FOLDER.joinpath(lang).glob("*.toml")) == list(NAMES)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_language_has_the_same_ids_fields_and_placeholders(name: str, lang: Lang) -> None:
    master = texts(name, "zh_Hans")
    said = texts(name, lang)
    assert list(said) == list(structure(name))
    for entry, fields in master.items():
        assert list(said[entry]) == list(fields), entry
        for field, text in fields.items():
            if name != "phrases":  # a date has its own parts in each language
                assert placeholders(said[entry][field]) == placeholders(text), (entry, field)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_only_what_is_meant_to_be_empty_is(lang: Lang) -> None:
    empty = {(name, entry, field) for name, entry, field, text in all_texts(lang) if not text.strip()}
    unsourced = {
        ("facts", entry, "instrument") for entry in structure("facts") if structure("facts")[entry]["code"] == "S"
    }
    assert empty == {("today", "closing", "why"), *unsourced}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_placeholder_has_a_blank(lang: Lang) -> None:
    for name, entry, field, text in all_texts(lang):
        if name != "phrases":
            assert placeholders(text) <= set(texts("blanks", lang)), (name, entry, field)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_that_promises_blames_or_frightens(lang: Lang) -> None:
    for name, entry, field, text in all_texts(lang):
        for word in FORBIDDEN[lang].split():
            if name not in ALLOWED.get(word, ()):
                assert word not in text.casefold(), (name, entry, field)


def test_lines_are_short() -> None:
    for name, entry, field, text in all_texts("zh_Hans"):
        longest = {"facts": 130, "holding": 150, "levels": 150, "warning": 150}.get(name, 70)
        assert len(text) <= longest, (name, entry, field, len(text))


@pytest.mark.parametrize("lang", ["zh_Hans", "zh_Hant"])
def test_chinese_has_chinese_punctuation(lang: Lang) -> None:
    for name, entry, field, text in all_texts(lang):
        assert not re.search(r"[一-鿿][,;:?!()]", text), (name, entry, field)


def test_references_lead_somewhere() -> None:
    facts = structure("facts")
    for name in NAMES:
        for entry_id, entry in structure(name).items():
            place = (name, entry_id)
            assert set(entry) <= {
                "group", "when", "unless", "needs", "lacks", "covers", "facts", "page", "roles", "channels", "of", "field", "days",
                "topics", "shows", "code", "articles", "as_of", "recheck_by", "seen", "analogy", "source",
            }, place  # fmt: skip
            assert set(entry.get("facts", ())) <= set(facts), place
            assert set(entry.get("when", ())) | set(entry.get("unless", ())) <= set(CONDITIONS), place
            assert set(entry.get("covers", ())) <= {*KINDS, "any"}, place
            assert set(entry.get("roles", ())) <= set(ROLES), place
            assert set(entry.get("channels", ())) <= set(WAYS), place
            assert entry.get("page", "today") in PAGES, place


def test_closed_lists_are_covered() -> None:
    clauses = [question.name for question in questions(Agreement) if question.kind is Kind.CHOICE]
    assert set(structure("clauses")) == set(clauses) - {"method", "late_effect"} | {"instalments"}
    assert list(structure("clauses"))[:4] == ["red_payee", "red_signers", "red_late", "red_fees"]
    assert set(structure("routes")) == {each.value for each in Refusal}
    assert set(structure("court")) == {each.value for each in CourtPaper}
    assert {entry["of"] for entry in structure("urgent").values()} == {each.value for each in Urgent} - {"none"}
    assert {kind for entry in structure("consequences").values() for kind in entry["covers"]} == set(KINDS)
    assert {kind for entry in structure("kinds").values() for kind in entry["covers"]} == set(KINDS)
    assert {role for entry in structure("holding").values() for role in entry["roles"]} == set(ROLES)
    assert len(structure("glossary")) == 40
    assert set(structure("help")) >= {*STAGE_OF, "start", "urgent", "review"}


def test_topics_of_kinds_are_topics_of_facts() -> None:
    known = {topic for entry in structure("facts").values() for topic in entry["topics"]}
    for entry in structure("kinds").values():
        assert set(entry["topics"]) <= known


def test_groups_have_headings() -> None:
    for name in ("materials", "clauses", "prevention", "autodebit"):
        for entry in structure(name).values():
            assert title(f"{name}-{entry['group']}", "zh_Hans"), entry["group"]
    assert title("no-such-part", "en") == ""


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({}, "欠的 〔欠款〕 元"),
        ({"old_sum": ""}, "欠的 〔欠款〕 元"),
        ({"old_sum": "9,000"}, "欠的 9,000 元"),
        ({"old_sum": "{name}"}, "欠的 {name} 元"),
    ],
)
def test_what_is_not_known_stands_as_a_blank(values: dict[str, str], text: str) -> None:
    assert fill("zh_Hans", "欠的 {old_sum} 元", values) == text


def test_an_unknown_entry_or_field_is_an_error() -> None:
    with pytest.raises(KeyError):
        say("today", "en", "no-such-entry")
    with pytest.raises(KeyError):
        say("today", "en", "dont-borrow", "no-such-field")


def test_nothing_is_read_before_it_is_asked_for() -> None:
    program = (
        "import sys; from negotiator_tui.guide import content, next_action, pages, script, checklist, facts;"
        "print('tomllib' in sys.modules, content.structure.cache_info().currsize, content.texts.cache_info().currsize)"
    )
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert shown.split() == ["False", "0", "0"]
