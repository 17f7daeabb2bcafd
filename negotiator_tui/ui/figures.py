"""The words of a figure: its label, its note, its amount with "about" and "at least"."""

from decimal import Decimal

from negotiator_tui.finance.figure import Figure, bound
from negotiator_tui.text.amounts import format_amount
from negotiator_tui.text.language import N_, Lang, t
from negotiator_tui.text.rates import format_rate
from negotiator_tui.ui.view import HIDDEN


def figure_label(figure: Figure, lang: Lang, *, hide: bool) -> str:
    """What a figure is called: the borrower's own word for it, or the term."""
    return figure.name or figure_words(figure, figure.label, lang, hide=hide)


def figure_words(figure: Figure, msgid: str, lang: Lang, *, hide: bool) -> str:
    """A sentence about a figure, filled from its `args`; the one named "amount" is in yuan, and hidden with the rest."""
    args = dict(figure.args)
    if "amount" in args:
        args["amount"] = HIDDEN if hide else format_amount(Decimal(args["amount"]))
    return t(lang, msgid, **args)


def figure_value(figure: Figure, lang: Lang, *, hide: bool) -> str:
    """A figure's value as text, with "at least", "at most" or "about" where it is not exact."""
    value = figure.value
    if value is None:
        return "-"
    if hide:
        return HIDDEN
    text = format_amount(value) if figure.unit == "yuan" else format_rate(value) + "%"
    match bound(figure):
        case "at-least":
            return t(lang, N_("at least {text}"), text=text)
        case "at-most":
            return t(lang, N_("at most {text}"), text=text)
        case "open":
            return t(lang, N_("about {text}"), text=text)
        case _:
            return t(lang, N_("about {text}"), text=text) if figure.estimated else text
