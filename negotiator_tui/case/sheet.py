"""Every question on paper: for somebody without a computer, with a pen, whose answers a helper types in later."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from negotiator_tui.case.case import LISTS, PARTS_OF, TABLES
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import OwedFor, Shape, YesNo
from negotiator_tui.case.labels import label
from negotiator_tui.case.questions import Kind, Question, questions
from negotiator_tui.case.stages import STAGES
from negotiator_tui.text.cells import width, wrap
from negotiator_tui.text.language import N_, Lang, t

LINE = 78
"""Cells of a line: a page of paper in a common type size."""

_TITLES = {
    "week": N_("What must be paid within seven days"),
    "missed": N_("Instalments of the loan that were missed"),
    "income": N_("What comes in"),
    "costs": N_("What goes out, without debts"),
    "plans": N_("Plans"),
    "terms": N_("What a plan asks for one debt"),
    "payments": N_("Payments"),
    "rungs": N_("The asks of a ladder, the one to begin with first"),
}
_AGAIN = N_("One block for each entry; copy it as often as needed.")
_OVERDUE = N_("overdue ones")
_ROWS = 6
"""Empty rows where a list is written as a table."""


@dataclass(frozen=True, slots=True)
class Block:
    """Questions that stand together: those of one table, or of one entry of a list."""

    stage: str
    page: str
    name: str
    questions: tuple[Question, ...]

    @property
    def is_list(self) -> bool:
        """Whether there can be several."""
        return self.name in LISTS


def blocks() -> tuple[Block, ...]:
    """All questions in the order of the stages; titles are msgids. A list that is part of another follows it."""
    return tuple(
        Block(stage.title, page.title, each, _questions(each, page.id))
        for stage in STAGES
        for page in stage.pages
        for name in page.asks
        for each in (name, *_parts(name))
    )


def _parts(name: str) -> list[str]:
    """Lists whose items are parts of an item of this one, and that no page has for itself."""
    paged = {each for stage in STAGES for page in stage.pages for each in page.asks}
    owners = {each.removesuffix("s"): each for each in LISTS}
    return [part for part, owner in PARTS_OF.items() if owners[owner] == name and part not in paged]


def _questions(name: str, page: str) -> tuple[Question, ...]:
    """The questions of a table or list; of budget lines only those for the side that the page is about."""
    model = TABLES.get(name) or LISTS[name]
    if "side" not in model.model_fields:
        return questions(model)
    line = model.model_validate({"id": "c1", "side": page})
    return tuple(each for each in questions(model) if each.ask.when is None or each.ask.when(line))


def shapes(name: str) -> tuple[Shape, ...] | None:
    """The shapes of debt that a question of `Debt` is for; None where it is for all of them.

    Tried out on debts of every shape: the condition of a question is a function, and this keeps it the only place.
    """
    ask = next(each.ask for each in questions(Debt) if each.name == name)
    if ask.when is None:
        return None
    fitting = {debt.shape for debt in _trial_debts() if ask.when(debt)}
    return None if fitting == set(Shape) else tuple(shape for shape in Shape if shape in fitting)


def asked_only(name: str) -> tuple[str, ...]:
    """What debts a question is for, as msgids: shapes, of arrears what is owed, and whether only overdue ones."""
    ask = next(each.ask for each in questions(Debt) if each.name == name)
    if ask.when is None:
        return ()
    found: list[str] = []
    for shape in shapes(name) or ():
        kinds = [debt.owed_for for debt in _trial_debts() if debt.shape is shape and ask.when(debt)]
        some = shape is Shape.ARREARS and len(kinds) < len(OwedFor)
        found += [label(kind) for kind in kinds if kind is not None] if some else [label(shape)]
    overdue_only = not any(ask.when(debt) for debt in _trial_debts(YesNo.NO))
    return (*found, _OVERDUE) if overdue_only else tuple(found)


def _trial_debts(overdue: YesNo = YesNo.YES) -> Iterator[Debt]:
    for shape, owed_for in product(Shape, OwedFor):
        yield Debt.model_validate(
            {
                "id": "d1",
                "shape": shape,
                "owed_for": owed_for,
                "overdue": overdue,
                "autodebit": YesNo.YES,
                "deadline": "2026-01-01",
                "agreed_monthly": 1,
            }
        )


def listed(lang: Lang) -> list[str]:
    """The questions as a plain list: labels, units and help, without room for answers."""
    lines: list[str] = []
    for block in blocks():
        lines += ["", _heading(block, lang)]
        for each in block.questions:
            lines += _asked(each, block, lang, number="- ")
    return lines[1:]


def sheet(lang: Lang) -> list[str]:
    """The sheet: every question in order with its help, boxes for choices and lines to write on."""
    lines = [t(lang, N_("Question sheet")), "=" * LINE]
    for paragraph in (
        N_("Write what you know, roughly is fine: ~ before a guess, ? where you do not know, 0 where there is none."),
        N_("Empty means: not answered yet. You can stop anywhere. Nobody but you needs this sheet."),
    ):
        lines += wrap(t(lang, paragraph), LINE)
    stage = ""
    for block in blocks():
        if block.stage != stage:
            stage = block.stage
            lines += ["", "=" * LINE, t(lang, stage), "=" * LINE]
        lines += ["", _heading(block, lang), "-" * LINE]
        lines += _table(block, lang) if _is_table(block) else _block(block, lang)
    return lines


def _heading(block: Block, lang: Lang) -> str:
    title = t(lang, block.page)
    if block.name not in _TITLES:
        return title
    return t(lang, N_("{page}: {part}"), page=title, part=t(lang, _TITLES[block.name]))


def _is_table(block: Block) -> bool:
    """Lists that the screen edits in place are written as a table too."""
    return block.is_list and all(each.ask.column for each in block.questions if each.ask.level == "first")


def _table(block: Block, lang: Lang) -> list[str]:
    """The questions, numbered, then empty rows; what is rarely needed has no column."""
    columns = [each for each in block.questions if each.ask.level == "first"]
    lines = []
    for number, each in enumerate(columns, 1):
        lines += _asked(each, block, lang, number=f"{number}. ", options=True)
    rare = [each for each in block.questions if each not in columns]
    if rare:
        lines += ["", t(lang, N_("Beside the line, where it matters:"))]
        lines += [line for each in rare for line in _asked(each, block, lang, number="- ")]
    needed = [max(each.ask.column, 4) for each in columns]
    room = LINE - 3 * (len(columns) - 1)
    widths = [room * cells // sum(needed) for cells in needed]
    lines += ["", t(lang, N_("One line for each entry:")), ""]
    lines.append(" | ".join(str(number).ljust(cells) for number, cells in enumerate(widths, 1)).rstrip())
    return lines + ["-|-".join("-" * cells for cells in widths)] * _ROWS


def _block(block: Block, lang: Lang) -> list[str]:
    lines = [t(lang, _AGAIN)] if block.is_list else []
    for number, each in enumerate(block.questions, 1):
        if each.ask.opens:
            lines += ["", f"[ {t(lang, each.ask.opens)} ]"]
        lines += ["", *_asked(each, block, lang, number=f"{number}. ", options=True)]
        indent = " " * len(f"{number}. ")
        if each.kind is Kind.LONG:
            lines += [indent + "_" * (LINE - len(indent))] * 3
        elif not each.options:
            unit = t(lang, each.ask.unit) if each.ask.unit else ""
            room = LINE - len(indent) - (width(unit) + 1 if unit else 0)
            lines.append(f"{indent}{'_' * room} {unit}".rstrip())
    return lines


def _asked(each: Question, block: Block, lang: Lang, *, number: str, options: bool = False) -> list[str]:
    first = number + t(lang, each.ask.label)
    if each.ask.required:
        first += " *"
    only = asked_only(each.name) if block.name == "debts" else ()
    if only:
        names = t(lang, N_(", ")).join(t(lang, name) for name in only if name != _OVERDUE or len(only) == 1)
        if len(only) > 1 and only[-1] == _OVERDUE:
            names = t(lang, N_("{shapes}, if overdue"), shapes=names)
        first += " " + t(lang, N_("(only: {shapes})"), shapes=names)
    indent = " " * len(number)
    lines = wrap(first, LINE)
    if each.ask.help:
        lines += [indent + line for line in wrap(t(lang, each.ask.help), LINE - len(indent))]
    if options and each.options:
        lines += [indent + line for line in _boxes(each, lang, LINE - len(indent))]
    return lines


def _boxes(each: Question, lang: Lang, cells: int) -> list[str]:
    """A box for each choice, as many on a line as fit."""
    lines = [""]
    for name in (*(label(option) for option in each.options), *(() if each.ask.required else (N_("don't know"),))):
        box = f"[ ] {t(lang, name)}"
        together = f"{lines[-1]}   {box}" if lines[-1] else box
        if width(together) > cells:
            lines.append(box)
        else:
            lines[-1] = together
    return lines
