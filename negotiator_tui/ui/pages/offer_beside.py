"""An offer beside the asks of the ladder and the contract, in a small table of differences."""

from decimal import Decimal

from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.offer_check import LAST_APART, Beside, OfferCheck
from negotiator_tui.text.amounts import format_amount
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Line, Span, fit, line, right
from negotiator_tui.ui.view import HIDDEN, View

_NAME, _AMOUNT, _MONTHS = 15, 13, 6


def beside_asks(view: View, check: OfferCheck) -> list[r.Row]:
    """One line for each ask and one for the contract: how much more or less a month, in all, in months, given up."""
    if not check.beside:
        return []
    heads = (view.t(N_("first month")), view.t(N_("in all")), view.t(N_("months")), view.t(N_("given up")))
    lines = [(name_of(view, each.number), differences(view, each)) for each in check.beside]

    def draw(width: int, _ascii: bool) -> list[Line]:
        sizes = (_AMOUNT, _AMOUNT, _MONTHS, min(_AMOUNT, max(width - _NAME - 2 * _AMOUNT - _MONTHS, 6)))
        drawn = [_cells("", heads, sizes, "dim")]
        return [*drawn, *(_cells(name, cells, sizes, "") for name, cells in lines)]

    title = view.t(N_("Beside the asks and the contract"))
    rows: list[r.Row] = [r.Heading(title, view.t(N_("more or less than them"))), r.Picture(draw)]
    rest = None if check.outcome is None else check.outcome.rest
    if rest is not None:
        rows.append(r.Note(view.t(LAST_APART, amount=view.money(yuan(rest[1]))), "warn"))
    return rows


def name_of(view: View, number: int) -> str:
    """What the terms beside an offer are called."""
    return view.t(N_("ask {number}"), number=number) if number else view.t(N_("the contract"))


def differences(view: View, each: Beside) -> tuple[str, str, str, str]:
    """The differences of a line as text, with their sign; "?" where one is not known."""
    given = None if each.concession is None else Decimal(each.concession)
    months = "?" if each.months is None else _signed(f"{each.months:+d}")
    return _amount(view, each.first), _amount(view, each.total), months, _amount(view, given)


def _amount(view: View, value: Decimal | None) -> str:
    if value is None:
        return "?"
    if view.hide:
        return HIDDEN
    return "0.00" if not value else format_amount(value, plus=True)


def _signed(text: str) -> str:
    return "0" if text in {"+0", "-0"} else text


def _cells(name: str, cells: tuple[str, ...], sizes: tuple[int, ...], style: str) -> Line:
    tone = "dim" if style == "dim" else ""
    spans = [Span(fit(name, _NAME), "dim")]
    for cell, size in zip(cells, sizes, strict=True):
        spans.append(Span(right(cell, size), "dim" if tone else ""))
    return line(*spans)
