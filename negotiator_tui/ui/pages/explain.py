"""The arithmetic of a figure, down to the answers it is made of."""

from negotiator_tui.finance.figure import Figure
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.figures import figure_label, figure_value, figure_words
from negotiator_tui.ui.pages.places import question_label, target_of
from negotiator_tui.ui.view import View

_SIGNS = {
    "sum": "+",
    "minus": "-",
    "times": "x",
    "min": N_("the smaller of"),
    "max": N_("the larger of"),
    "median": N_("in the middle of"),
}


def explain(view: View) -> list[r.Row]:
    """One figure and its parts; Enter on a part opens that part, or the answer it comes from."""
    figure = view.figure
    if figure is None:
        return [r.Note(view.t(N_("No figure is open.")))]
    rows: list[r.Row] = [
        r.Heading(figure_label(figure, view.lang, hide=view.hide), figure_value(figure, view.lang, hide=view.hide)),
    ]
    if figure.note:
        rows.append(r.Note(figure_words(figure, figure.note, view.lang, hide=view.hide), "dim"))
    rows += [r.FigureRow(part, _remark(view, figure, part, number)) for number, part in enumerate(figure.parts)]
    if figure.source is not None and not figure.parts:
        rows.append(_source(view, figure))
    if figure.missing:
        rows.append(r.Heading(view.t(N_("Not answered yet")), view.t(N_("left out of the sum"))))
        rows += [_missing(view, path) for path in figure.missing]
    return rows


def _remark(view: View, figure: Figure, part: Figure, number: int) -> str:
    sign = view.t(_SIGNS.get(figure.op, "")) if number or figure.op in {"min", "max"} else ""
    note = figure_words(part, part.note, view.lang, hide=view.hide) if part.note else ""
    kind = view.t(N_("stand-in of the program")) if part.op == "assumed" else ""
    return "  ".join(each for each in (sign, kind, note) if each)


def _source(view: View, figure: Figure) -> r.Row:
    return r.ActionRow(
        "source",
        view.t(N_("This is your own answer; Enter goes there")),
        target=target_of(figure.source or (), view.case),
    )


def _missing(view: View, path: tuple[str, ...]) -> r.Row:
    return r.ActionRow("missing." + ".".join(path), question_label(view, path), target=target_of(path, view.case))
