"""The script that keeps the catalogues in step, on trees and sentences of its own."""

import ast
import gettext
import importlib.util
import io
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_spec = importlib.util.spec_from_file_location("catalogue", ROOT / "scripts" / "catalogue.py")
catalogue = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(catalogue)


@pytest.fixture
def tree(tmp_path, monkeypatch):
    monkeypatch.setattr(catalogue, "ROOT", tmp_path)
    catalogue._converter.cache_clear()
    (tmp_path / "guide/zh_Hans").mkdir(parents=True)
    (tmp_path / "guide/zh_Hans/today.toml").write_text(
        '[rent]\ntext = "“先问房东”的收据，见 {name}"\n', encoding="utf-8"
    )
    (tmp_path / "code.py").write_text('X = N_("Rent of {month}")\nt(lang, "Paid")\n', encoding="utf-8")
    monkeypatch.setattr(catalogue, "extracted", lambda: _extracted(tmp_path))
    yield tmp_path
    catalogue._converter.cache_clear()


_extracted = catalogue.extracted


def update(**asked):
    for path, content in catalogue.wanted(**asked).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def translate(translations):
    current, unused, fuzzy = catalogue.read(catalogue.po_path("zh_Hans"))
    catalogue.po_path("zh_Hans").write_bytes(catalogue.built("zh_Hans", current | translations, unused, fuzzy)[0])


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('N_("One")', {"One"}),
        ('N_("One, " "and two")', {"One, and two"}),
        ('language.N_("One")', {"One"}),
        ('Ask(N_("Label"), help=N_("Help"))', {"Label", "Help"}),
        ('t(lang, "One", name=t(lang, "Two"))', {"One", "Two"}),
        ('t(lang, "One" if first else "Two")', {"One", "Two"}),
        ('FAULTS = {"code": N_("Sentence {text}")}', {"Sentence {text}"}),
        ("t(lang, msgid)", set()),
        ('other("One")', set()),
        ('t("One")', set()),
    ],
)
def test_what_is_a_sentence(tmp_path, code, found):
    ast.parse(code)
    (tmp_path / "code.py").write_text(code, encoding="utf-8")
    assert _extracted(tmp_path) == found


def test_everything_in_step_only_once_translated(tree):
    update()
    assert catalogue.problems() == [
        f"{lang}: not translated: {msgid!r}" for lang in ("zh_Hans", "zh_Hant") for msgid in ("Paid", "Rent of {month}")
    ]
    translate({"Paid": "已付款", "Rent of {month}": "{month}的房租里"})
    assert catalogue.problems()[0] == "zh_Hant: not translated: 'Paid'"
    update()
    assert catalogue.problems() == []
    assert catalogue.read(catalogue.po_path("zh_Hant"))[0]["Rent of {month}"] == "{month}的房租裡"


def test_the_compiled_catalogue_says_what_the_other_does(tree):
    update()
    translate({"Paid": "已付款"})
    update()
    compiled = gettext.GNUTranslations(io.BytesIO(catalogue.po_path("zh_Hans").with_suffix(".mo").read_bytes()))
    assert compiled.gettext("Paid") == "已付款"
    assert compiled.gettext("Rent of {month}") == "Rent of {month}"


def test_updating_twice_changes_nothing(tree):
    update()
    translate({"Paid": "已付款"})
    update()
    first = {path: path.read_bytes() for path in tree.rglob("*") if path.is_file()}
    update()
    assert first == {path: path.read_bytes() for path in tree.rglob("*") if path.is_file()}
    assert b"Date" not in first[catalogue.po_path("zh_Hans")]


def test_a_sentence_that_went_is_kept_until_pruned_and_comes_back(tree):
    update()
    translate({"Paid": "已付款", "Rent of {month}": "{month}房租"})
    code = (tree / "code.py").read_text(encoding="utf-8")
    (tree / "code.py").write_text('t(lang, "Paid")', encoding="utf-8")
    update()
    assert catalogue.problems() == ["zh_Hans: no longer in the code: 'Rent of {month}'"]
    (tree / "code.py").write_text(code, encoding="utf-8")
    update()
    assert catalogue.problems() == []
    (tree / "code.py").write_text('t(lang, "Paid")', encoding="utf-8")
    update(prune=True)
    assert catalogue.problems() == []


def test_the_guide_is_converted_with_its_keys_and_placeholders(tree):
    update()
    made = (tree / "guide/zh_Hant/today.toml").read_text(encoding="utf-8")
    assert made == '[rent]\ntext = "「先問房東」的收據，見 {name}"\n'
    (tree / "guide/zh_Hans/today.toml").write_text('[rent]\ntext = "先问"\n', encoding="utf-8")
    assert any(line.endswith("guide/zh_Hant/today.toml") for line in catalogue.problems())


@pytest.mark.parametrize(
    ("msgid", "text", "what"),
    [
        ("Rent of {month}", "{month}的房租", ""),
        ("Rent of {month}", "房租", "placeholders differ"),
        ("Rent of {month}", "{months}的房租", "placeholders differ"),
        ("Rent of {month}", "{month的房租", "placeholders differ"),
        ("Rent", "{month}的房租", "placeholders differ"),
        ("{n} of {n}", "{n}/{n}", ""),
        ("Rent", "[b]房租[/b]", "brackets differ"),
        ("like [3, 9]", "像 [3, 9] 这样", ""),
        ("Rent", "房租\n", "line ends differ"),
        ("Rent: ", "房租：", ""),
        ("Rent: ", "房租:", "line ends differ"),
        ("Rent: ", "房租", "line ends differ"),
        (" and rent", "和房租", "line ends differ"),
        ("Rent", "", ""),
    ],
)
def test_what_a_translation_must_keep(msgid, text, what):
    assert catalogue.difference(msgid, text) == what
