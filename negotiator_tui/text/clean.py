"""Making foreign text safe to show and to store.

Foreign is whatever a person pasted, a file contained or an exception said. Terminals obey escape sequences wherever
they stand and draw right-to-left marks, and textual filters neither, so every such text passes here.
"""

import re
import unicodedata

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# Ranges, first and last. Everything Unicode calls default-ignorable is here except U+200C and U+200D, which names and
# emoji need, and the variation selectors, which choose between two forms of a character in a Chinese name.
_UNSAFE = (
    (0x00, 0x08), (0x0B, 0x1F),  # C0; tab and newline have their own rule
    (0x7F, 0x9F),  # DEL and C1
    (0xAD, 0xAD), (0x034F, 0x034F), (0x180B, 0x180F),  # invisible: soft hyphen, grapheme joiner, Mongolian
    (0x061C, 0x061C), (0x200E, 0x200F), (0x202A, 0x202E), (0x2066, 0x206F),  # direction
    (0x115F, 0x1160), (0x17B4, 0x17B5), (0x3164, 0x3164), (0xFFA0, 0xFFA0),  # fillers drawn as nothing
    (0x200B, 0x200B), (0x2060, 0x2065), (0xFEFF, 0xFEFF),  # zero width
    (0xFFF0, 0xFFFB), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A),  # annotation, shorthand and music controls
    (0xD800, 0xDFFF),  # surrogates, which cannot be encoded
    (0xE000, 0xF8FF), (0xF0000, 0x10FFFF),  # private use
    (0xFDD0, 0xFDEF), *((plane + 0xFFFE, plane + 0xFFFF) for plane in range(0, 0xF0000, 0x10000)),  # noncharacters
    (0xE0000, 0xE00FF), (0xE01F0, 0xE0FFF),  # tags
)  # fmt: skip
_UNSAFE_RE = re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _UNSAFE) + "]")
_NEWLINE = re.compile("\r\n|[\r\u2028\u2029]")
_BREAKS = re.compile("[\t\n]+")


def clean(s: str, *, multiline: bool = False, limit: int = 10_000) -> str:
    """The text with nothing in it that a terminal would obey or hide, in NFC, at most `limit` characters long.

    Controls, direction marks, zero-width and private-use characters, lone surrogates and noncharacters become U+FFFD,
    so that a reader sees something was there. Line ends become newlines and stay, as tabs do, if `multiline`;
    otherwise each run of them becomes one space. Idempotent; never raises. Markup is left as it is: show the result
    as `Content` or `Text`, never as a plain string.
    """
    text = _NEWLINE.sub("\n", s[: 4 * limit])  # a megabyte is not worth normalising for a line
    if not multiline:
        text = _BREAKS.sub(" ", text)
    return unicodedata.normalize("NFC", _UNSAFE_RE.sub(REPLACEMENT, text))[:limit]
