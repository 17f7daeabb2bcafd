"""A figure and the arithmetic behind it: the tree that the panel, the explain page and `--json` all show."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Literal

from negotiator_tui.case.edit import Path
from negotiator_tui.finance.fen import half_up, to_fen, yuan
from negotiator_tui.text.language import N_

Op = Literal["answer", "assumed", "sum", "minus", "times", "min", "max", "median"]
"""How a value follows from its parts. `minus`: the first part less all others; `times`: the first part times the
percentages after it; `median`: the middle one of the parts; `answer` and `assumed` have none: the borrower's own, or the program's stand-in."""

Unit = Literal["yuan", "percent"]

Bound = Literal["exact", "at-least", "at-most", "open"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One value with its parts.

    `label` and `note` are English msgids, filled from `args`; `name` is the borrower's own word for it (foreign text)
    and is shown instead of the label where there is one. `value` is yuan with two decimals, or percent, or None where
    nothing is known. `missing` are the paths of answers that are not there: sums skip them. `source` is the answer the
    value stands in.
    """

    label: str
    value: Decimal | None
    op: Op = "answer"
    parts: tuple["Figure", ...] = ()
    name: str = ""
    unit: Unit = "yuan"
    estimated: bool = False
    missing: tuple[Path, ...] = ()
    source: Path | None = None
    note: str = ""
    args: tuple[tuple[str, str], ...] = ()

    @property
    def fen(self) -> int | None:
        """The value in fen; None where it is not known."""
        return None if self.value is None else to_fen(self.value)


def unanswered(label: str, source: Path, *, name: str = "", note: str = "") -> Figure:
    """A leaf whose answer is not there."""
    return Figure(label, None, name=name, missing=(source,), source=source, note=note)


def derived(
    label: str,
    fen: int | None,
    op: Op,
    parts: tuple[Figure, ...],
    *,
    name: str = "",
    note: str = "",
    args: tuple[tuple[str, str], ...] = (),
    source: Path | None = None,
    estimated: bool = False,
) -> Figure:
    """A figure of `fen` that follows from its parts; what is missing or estimated in them is so in it."""
    missing: tuple[Path, ...] = ()
    for part in parts:
        if part.missing:
            missing = (*missing, *(path for path in part.missing if path not in missing))
        estimated = estimated or part.estimated
    value = None if fen is None else yuan(fen)
    return Figure(label, value, op, parts, name, "yuan", estimated, missing, source, note, args)


def total(label: str, parts: tuple[Figure, ...], *, note: str = "") -> Figure:
    """The sum of what is known of the parts; None when nothing of them is."""
    known = [fen for part in parts if (fen := part.fen) is not None]
    return derived(label, sum(known) if known else None, "sum", parts, note=note)


def less(label: str, first: Figure, *others: Figure, note: str = "") -> Figure:
    """The first figure less the others; None unless all of them are known."""
    values = [part.fen for part in (first, *others)]
    known = [fen for fen in values if fen is not None]
    fen = known[0] - sum(known[1:]) if len(known) == len(values) else None
    return derived(label, fen, "minus", (first, *others), note=note)


def least(label: str, *parts: Figure, note: str = "") -> Figure:
    """The smallest of the parts; None unless all are known."""
    values = [part.fen for part in parts]
    known = [fen for fen in values if fen is not None]
    return derived(label, min(known) if len(known) == len(values) else None, "min", parts, note=note)


def greatest(label: str, *parts: Figure, note: str = "") -> Figure:
    """The largest of the parts; None unless all are known."""
    values = [part.fen for part in parts]
    known = [fen for fen in values if fen is not None]
    return derived(label, max(known) if len(known) == len(values) else None, "max", parts, note=note)


def share(label: str, whole: Figure, percent: Figure, *, note: str = "") -> Figure:
    """So many percent of a figure, rounded half-up to the fen; None unless it is known."""
    fen, rate = whole.fen, percent.value
    if fen is None or rate is None:
        return derived(label, None, "times", (whole, percent), note=note)
    numerator, denominator = rate.as_integer_ratio()
    return derived(label, half_up(fen * numerator, 100 * denominator), "times", (whole, percent), note=note)


def unless_missing(figure: Figure) -> Figure:
    """The figure, its value unknown while anything in it is missing: for what may not be told from half the answers."""
    return replace(figure, value=None) if figure.missing else figure


def nothing() -> Figure:
    """The 0.00 that a figure is compared with."""
    return Figure(N_("nothing"), yuan(0), "assumed")


def bound(figure: Figure) -> Bound:
    """Whether what is missing could only raise the value (`at-least`), only lower it, both (`open`), or nothing is."""
    if not figure.missing:
        return "exact"
    if not figure.parts:
        return "at-least"
    sides: set[Bound] = set()
    for number, part in enumerate(figure.parts):
        side = bound(part)
        sides.add(_TURNED[side] if figure.op == "minus" and number else side)
    sides.discard("exact")
    return sides.pop() if len(sides) == 1 else "open"


_TURNED: dict[Bound, Bound] = {"exact": "exact", "at-least": "at-most", "at-most": "at-least", "open": "open"}


def figure_json(figure: Figure) -> dict[str, Any]:
    """The tree as JSON values: amounts as strings, paths joined by dots, labels as English msgids with their args."""
    out: dict[str, Any] = {"label": figure.label, "value": None if figure.value is None else str(figure.value)}
    out |= {"unit": figure.unit, "op": figure.op}
    if figure.name:
        out["name"] = figure.name
    if figure.note:
        out["note"] = figure.note
    if figure.args:
        out["args"] = dict(figure.args)
    if figure.estimated:
        out["estimated"] = True
    if figure.missing:
        out["missing"] = [dotted(path) for path in figure.missing]
    if figure.source:
        out["source"] = dotted(figure.source)
    if figure.parts:
        out["parts"] = [figure_json(part) for part in figure.parts]
    return out


def dotted(path: Path) -> str:
    """A path as one word, spelled as in the case file: `costs.c2.from`."""
    return ".".join(path).removesuffix("_")
