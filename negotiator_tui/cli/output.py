"""What commands print: JSON for programs, aligned lines for people."""

import json
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from negotiator_tui.cli.options import Given
from negotiator_tui.text.amounts import format_amount
from negotiator_tui.text.cells import columns
from negotiator_tui.text.clean import clean

LONGEST = 100_000
"""Characters of a printed line; a file's text can be long."""
_UNSAFE = re.compile("[\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""What JSON leaves as it is and terminals may obey: DEL, C1, marks of direction and of no width."""
NOTHING = "-"
"""Stands where a figure is not known."""


def show(given: Given, data: dict[str, Any] | list[Any], lines: Iterable[str]) -> None:
    """Print `data` as JSON where that is asked for, else the lines; nothing in either is obeyed by a terminal."""
    if given.json:
        print(_UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(data, ensure_ascii=False, indent=2)))
    else:
        for line in lines:
            print(clean(line, limit=LONGEST), flush=True)


def money(value: Decimal | None) -> str:
    """An amount for people; a dash where it is not known."""
    return NOTHING if value is None else format_amount(value)


def text_of(value: Decimal | None) -> str | None:
    """An amount for JSON: two decimals, no separators."""
    return None if value is None else str(value)


def table(head: Sequence[str], rows: Iterable[Sequence[str]], left: Sequence[int] = ()) -> list[str]:
    """A table with a line of headings; columns are aligned right but for those numbered in `left`."""
    return columns([head, *rows], [place not in left for place in range(len(head))])
