import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator_tui.text.clean import clean

DIRECTING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
SURROGATES_TOO = st.text(st.integers(0, 0x10FFFF).map(chr))


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("工商银行", "工商银行"),
        ("[bold]x[/] [@click=app.quit]", "[bold]x[/] [@click=app.quit]"),
        ("AA\x1b[2JBB", "AA\ufffd[2JBB"),
        ("\x1b]52;c;eA==\x07", "\ufffd]52;c;eA==\ufffd"),
        ("a\x9b31mb", "a\ufffd31mb"),
        ("nul\0 del\x7f", "nul\ufffd del\ufffd"),
        ("\u202e00.000,21", "\ufffd00.000,21"),
        ("\u2066张\u2069", "\ufffd张\ufffd"),
        ("工\u200b商", "工\ufffd商"),
        ("\ufeff工商", "\ufffd工商"),
        ("می\u200cخواهم 👩\u200d🌾", "می\u200cخواهم 👩\u200d🌾"),
        ("葛\U000e0100", "葛\U000e0100"),
        ("x\U000e0041\U000e007f", "x\ufffd\ufffd"),
        ("\ue000\U000f0000", "\ufffd\ufffd"),
        ("\ud800 \udfff", "\ufffd \ufffd"),
        ("\ufdd0\ufffe\U0010ffff", "\ufffd\ufffd\ufffd"),
        ("e\u0301", "\u00e9"),
        ("第一行\r\n\n第二行\t完", "第一行 第二行 完"),
    ],
)
def test_one_line(raw, cleaned):
    assert clean(raw) == cleaned


def test_many_lines_keep_line_ends_and_tabs():
    assert clean("一\r\n二\r三\u2028四\n\n\t五\x0b", multiline=True) == "一\n二\n三\n四\n\n\t五\ufffd"


def test_cut_at_the_limit():
    assert clean("谈" * 1_000_000) == "谈" * 10_000
    assert clean("e\u0301" * 10, limit=5) == "\u00e9" * 5


@given(SURROGATES_TOO, st.booleans())
def test_idempotent_encodable_and_without_anything_a_terminal_obeys(raw, multiline):
    once = clean(raw, multiline=multiline)
    assert clean(once, multiline=multiline) == once
    assert len(once.encode()) <= 4 * len(once)
    assert not [c for c in once if unicodedata.category(c) in ("Cc", "Cs", "Co") and not (multiline and c in "\n\t")]
    assert not {unicodedata.bidirectional(c) for c in once} & DIRECTING
    assert not set(once) & set("\u061c\u200b\u200e\u200f\u2060\ufeff")
