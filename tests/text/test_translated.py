"""Nothing is missing from the catalogues, and nothing in them is out of date."""

import importlib.util
from gettext import GNUTranslations
from pathlib import Path

import pytest

from negotiator_tui.text.language import t

ROOT = Path(__file__).resolve().parents[2]
_spec = importlib.util.spec_from_file_location("catalogue", ROOT / "scripts" / "catalogue.py")
catalogue = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(catalogue)


def test_everything_is_translated_and_in_step():
    assert catalogue.problems() == []


@pytest.mark.parametrize("lang", ["zh_Hans", "zh_Hant"])
def test_the_compiled_catalogue_says_what_the_other_does(lang):
    written = catalogue.read(catalogue.po_path(lang))[0]
    with catalogue.po_path(lang).with_suffix(".mo").open("rb") as stream:
        compiled = GNUTranslations(stream)
    assert {msgid: compiled.gettext(msgid) for msgid in written} == written
    assert {msgid: t(lang, msgid) for msgid in written} == written
