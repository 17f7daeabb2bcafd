"""Rows into lines: where each word of a row stands, and where the editor lies over it."""

from dataclasses import dataclass
from decimal import Decimal

from rich.cells import cell_len

from negotiator_tui.case.answers import shown
from negotiator_tui.case.edit import UNKNOWN
from negotiator_tui.case.questions import Kind, Question
from negotiator_tui.text.language import N_, Lang, t
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.figures import figure_label, figure_value
from negotiator_tui.ui.ink import Line, Span, Style, fit, line, right, width_of, wrap
from negotiator_tui.ui.view import HIDDEN, hidden_words

GUTTER = 2
AMOUNT = 16
SHORT = 22
NARROWEST_REMARK = 12
NARROWEST_PART = 8
SHORT_KINDS = {Kind.DATE, Kind.MONTH, Kind.MOMENT, Kind.MONTHS}
RIGHT_ALIGNED = {Kind.AMOUNT, Kind.RATE, Kind.NUMBER}


@dataclass(frozen=True, slots=True)
class Look:
    """How rows are drawn: the width there is, the language, and where the answers begin."""

    width: int
    lang: Lang
    label: int = 20
    hide: bool = False
    ascii: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """Where the editor lies: cell and line within its row, and its width."""

    x: int
    y: int
    width: int


def look_for(rows: list[r.Row], width: int, lang: Lang, *, hide: bool, ascii_only: bool) -> Look:
    """The measure for these rows: labels as wide as the longest, at most two fifths of the width."""
    widest = 12
    for row in rows:
        if isinstance(row, r.AskRow):
            widest = max(widest, cell_len(t(lang, row.question.ask.label)) + 2)
        elif isinstance(row, r.FigureRow):
            widest = max(widest, cell_len(figure_label(row.figure, lang, hide=hide)) + 2)
    return Look(width, lang, min(widest, max(12, width * 2 // 5)), hide, ascii_only)


def paint(row: r.Row, look: Look, raw: str | None = None, echo: str = "") -> list[Line]:
    """The lines of a row. `raw` is text that stands in place of the answer because it is not one yet, `echo` what the
    text in the editor is understood as.
    """
    match row:
        case r.Heading(text, aside):
            return [(), *_heading(text, aside, look)]
        case r.Note(words, style, indent):
            return _note(words, style, indent, look)
        case r.Blank():
            return [()]
        case r.Picture(draw):
            return [line(Span(" " * GUTTER), *each) for each in draw(look.width - 2 * GUTTER, look.ascii)]
        case r.FigureRow():
            return _figure(row, look)
        case r.AskRow():
            return _ask(row, look, raw, echo)
        case r.CellsRow():
            return [_cells(row, look)]
        case r.ColumnsRow(questions):
            return [_columns(questions, look)]
        case r.FindRow(hint=hint):
            return [
                line(
                    Span(" " * GUTTER),
                    Span("> ", "accent"),
                    Span(raw or hint, "" if raw else "dim"),
                )
            ]
        case r.ItemRow(parts=parts):
            return [_parts(parts(), look)]
        case r.ActionRow():
            return _action(row, look)


def box_of(row: r.Row, column: int, look: Look) -> Box | None:
    """Where the editor lies over a row; None when there is nothing to edit in it."""
    start = GUTTER + look.label
    match row:
        case r.AskRow(question=question):
            room = look.width - start - GUTTER
            return Box(start, 0, _edit_width(question, room))
        case r.CellsRow(item_id="") if column == 0:
            return Box(GUTTER, 0, look.width - 2 * GUTTER)
        case r.CellsRow():
            x = GUTTER
            widths = cell_widths(tuple(each.question for each in row.cells), look)
            for index, width in enumerate(widths):
                if index == column:
                    return Box(x, 0, width)
                x += width + 1
            return None
        case r.FindRow():
            return Box(GUTTER + 2, 0, max(look.width - 2 * GUTTER - 2, 8))
        case _:
            return None


def _edit_width(question: Question, room: int) -> int:
    """The cells of the editor: what is shown behind the answer stays in sight where the answer is short."""
    if question.kind in RIGHT_ALIGNED:
        return min(room, AMOUNT)
    return min(room, SHORT) if question.kind in SHORT_KINDS else room


def cell_widths(questions: tuple[Question, ...], look: Look) -> tuple[int, ...]:
    """The widths of a list's columns; the first takes what is left, and those that do not fit are 0."""
    room = look.width - 2 * GUTTER
    widths = [each.ask.column for each in questions]
    used = 0
    shown_columns = []
    for width in widths:
        if used + width > room:
            break
        shown_columns.append(width)
        used += width + 1
    spare = room - used
    if shown_columns and spare > 0:
        shown_columns[0] += min(spare, 14)
    return tuple(shown_columns)


def answer_text(question: Question, value: object, look: Look, *, estimated: bool = False) -> tuple[str, Style]:
    """An answer as it is shown in its place, and its style."""
    if value is UNKNOWN:
        return t(look.lang, N_("don't know")), "accent"
    if value is None:
        return "-", "dim"
    text = shown(question, value, look.lang).replace("\n", " ")
    if question.kind is Kind.AMOUNT and look.hide:
        return HIDDEN, ""
    if question.kind is Kind.LONG and look.hide:
        return hidden_words(text), ""
    about = t(look.lang, N_("about {text}"), text=text) if estimated else text
    return about, ""


def _heading(text: str, aside: str, look: Look) -> list[Line]:
    """A title with its aside behind it, or below it where there is no room."""
    room, pad = max(look.width - 2 * GUTTER, 10), Span(" " * GUTTER)
    if aside and cell_len(text) + 2 + cell_len(aside) <= room:
        return [line(pad, Span(text, "title"), Span("  " + aside, "dim"))]
    lines = [*wrap((Span(text, "title"),), room), *(wrap((Span(aside, "dim"),), room) if aside else ())]
    return [line(pad, *each) for each in lines]


def _note(words: str | tuple[Span, ...], style: Style, indent: int, look: Look) -> list[Line]:
    spans = (Span(words, style),) if isinstance(words, str) else words
    pad = Span(" " * (GUTTER + indent))
    return [line(pad, *each) for each in wrap(spans, max(look.width - 2 * GUTTER - indent, 10))]


def _figure(row: r.FigureRow, look: Look) -> list[Line]:
    label = fit(figure_label(row.figure, look.lang, hide=look.hide), look.label)
    style = row.style or ("warn" if isinstance(row.figure.value, Decimal) and row.figure.value < 0 else "")
    text = figure_value(row.figure, look.lang, hide=look.hide)
    value = right(text, max(AMOUNT, cell_len(text)))
    first = line(Span(" " * GUTTER), Span(label, "dim"), Span(value, style), Span("  "))
    room = look.width - width_of(first) - GUTTER
    if not row.remark:
        return [first]
    if room < NARROWEST_REMARK:
        pad = Span(" " * (GUTTER * 2))
        return [first, *(line(pad, *each) for each in wrap((Span(row.remark, "dim"),), look.width - 3 * GUTTER))]
    remark = wrap(Span(row.remark, "dim").text, room)
    lines = [line(*first, *(Span(each.text, "dim") for each in remark[0]))]
    pad = Span(" " * width_of(first))
    return lines + [line(pad, *(Span(each.text, "dim") for each in more)) for more in remark[1:]]


def _ask(row: r.AskRow, look: Look, raw: str | None, echo: str) -> list[Line]:
    label_lines = wrap(t(look.lang, row.question.ask.label), look.label - 1)
    hidden = look.hide and row.question.kind is Kind.AMOUNT
    refused: tuple[str, Style] = (HIDDEN if raw and hidden else raw or "", "warn")
    text, style = refused if raw is not None else answer_text(row.question, row.value, look, estimated=row.estimated)
    unit = "" if row.value is UNKNOWN and raw is None else t(look.lang, row.question.ask.unit)
    room = look.width - GUTTER * 2 - look.label
    if row.question.kind in RIGHT_ALIGNED:
        parts = [Span(right(text, min(AMOUNT, room)), style), Span(" " + unit, "dim")]
    else:
        parts = [
            Span(fit(text, room) if cell_len(text) > room else text, style),
            Span(" " + unit if unit else "", "dim"),
        ]
    if echo:
        parts = [
            Span(" " * _edit_width(row.question, room)),
            Span(" " + unit if unit else "", "dim"),
            Span("  = " + echo, "good"),
        ]
    left = room - sum(cell_len(part.text) for part in parts) - 2
    if row.aside and not echo and left >= min(cell_len(row.aside), 8):
        parts.append(Span("  " + (row.aside if cell_len(row.aside) <= left else fit(row.aside, left)), "dim"))
    lines = []
    for index, words in enumerate(label_lines):
        text_of_label = "".join(each.text for each in words)
        head = [Span(" " * GUTTER), Span(fit(text_of_label, look.label), "dim")]
        lines.append(line(*head, *parts) if index == 0 else line(*head))
    return lines


def _cells(row: r.CellsRow, look: Look) -> Line:
    if not row.item_id:
        refused = row.cells[0].raw if row.cells else None
        return line(Span(" " * GUTTER), Span("+ ", "accent"), Span(refused or row.hint, "warn" if refused else "dim"))
    spans = [Span(" " * GUTTER)]
    widths = cell_widths(tuple(each.question for each in row.cells), look)
    for each, width in zip(row.cells, widths, strict=False):
        text, style = answer_text(each.question, each.value, look, estimated=each.estimated)
        if each.raw is not None:
            text, style = HIDDEN if look.hide and each.question.kind is Kind.AMOUNT else each.raw, "warn"
        put = right if each.question.kind in RIGHT_ALIGNED else fit
        spans.append(Span(put(text, width), style))
        spans.append(Span(" "))
    return tuple(spans)


def _columns(questions: tuple[Question, ...], look: Look) -> Line:
    spans = [Span(" " * GUTTER)]
    for each, width in zip(questions, cell_widths(questions, look), strict=False):
        put = right if each.kind in RIGHT_ALIGNED else fit
        spans.append(Span(put(t(look.lang, each.ask.head or each.ask.label), width), "dim"))
        spans.append(Span(" "))
    return tuple(spans)


def _fitting(parts: tuple[tuple[str, int, Style], ...], room: int) -> tuple[tuple[str, int, Style], ...]:
    """The parts of an item for so much room: words are shortened and at last left out, an amount is never cut."""
    while len(parts) > 1 and (over := sum(abs(width) + 2 for _, width, _ in parts) - 2 - room) > 0:
        sizes = [width for _, width, _ in parts]
        for n in reversed(range(len(sizes))):
            cut = min(over, max(sizes[n] - NARROWEST_PART, 0))
            sizes[n], over = sizes[n] - cut, over - cut
        if over <= 0:
            return tuple((text, size, style) for (text, _, style), size in zip(parts, sizes, strict=True))
        words = [n for n, size in enumerate(sizes) if size > 0 and n]
        if not words or all(width > 0 for _, width, _ in parts):
            return parts
        least = next((n for n in words if parts[n][2] == "dim"), words[-1])
        parts = parts[:least] + parts[least + 1 :]
    return parts


def _parts(parts: tuple[tuple[str, int, Style], ...], look: Look) -> Line:
    spans = [Span(" " * GUTTER)]
    left = look.width - 2 * GUTTER
    for text, width, style in _fitting(parts, left):
        size = min(abs(width), left)
        if size <= 0:
            break
        spans.append(Span(right(text, size) if width < 0 else fit(text, size), style))
        spans.append(Span("  "))
        left -= size + 2
    return tuple(spans)


def _action(row: r.ActionRow, look: Look) -> list[Line]:
    mark = "> "
    label = Span(row.label, row.style)
    pad = Span(" " * (GUTTER + 2))
    room = look.width - GUTTER * 2 - 2
    lines = wrap((label,), room)
    first = line(Span(" " * GUTTER), Span(mark, row.style), *lines[0])
    rest = [line(pad, *each) for each in lines[1:]]
    if not row.hint:
        return [first, *rest]
    if not rest and width_of(first) + 2 + cell_len(row.hint) <= look.width - GUTTER:
        return [line(*first, Span("  " + row.hint, "dim"))]
    return [first, *rest, *(line(pad, *each) for each in wrap((Span(row.hint, "dim"),), room))]
