"""The schedule of a plan as a table of numbers and days: the same figures as on paper."""

import re
from datetime import date
from decimal import Decimal

from negotiator_tui.documents.document import Paragraph, Table
from negotiator_tui.documents.make import make
from negotiator_tui.documents.making import Kind, Needed, Request
from negotiator_tui.documents.sheet import Cell, Sheet

_AMOUNT = re.compile(r"-?\d{1,3}(?:,\d{3})*\.\d\d")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WIDTH = 15
_NUMBER = 6


def schedule_sheet(request: Request) -> Sheet | Needed:
    """The table of the schedule, typed; what stands around it on paper stands around it here."""
    made = make(Kind.SCHEDULE, request)
    if isinstance(made, Needed):
        return made
    blocks = made.document.blocks
    table = next(each for each in blocks if isinstance(each, Table))
    told = [each for each in blocks if isinstance(each, Paragraph)]
    rows = tuple(tuple(typed(cell) for cell in row) for row in table.rows)
    return Sheet(
        made.document.title,
        table.head,
        rows,
        (_NUMBER, *[_WIDTH] * (len(table.head) - 1)),
        tuple(each.text for each in told if not each.small),
        tuple(each.text for each in told if each.small),
        table.strong,
    )


def typed(text: str) -> Cell:
    """What a cell on paper says: an amount, a day, a count, or text; None for an empty one."""
    if _AMOUNT.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if _DAY.fullmatch(text):
        return date.fromisoformat(text)
    if text.isascii() and text.isdigit():
        return int(text)
    return text or None
