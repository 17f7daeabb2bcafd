"""Pages as a test sees them: their rows, the words they show, and cases of every kind of incompleteness."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from negotiator_tui.case.base import Table
from negotiator_tui.case.case import BELONGS, LISTS, PREFIXES, TABLES, Case
from negotiator_tui.case.edit import added, edited
from negotiator_tui.case.questions import Kind, Question, questions
from negotiator_tui.text.language import LANGUAGES
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import width_of
from negotiator_tui.ui.paint import look_for, paint
from negotiator_tui.ui.view import View

NOW = datetime(2026, 11, 23, 14, 3)
TODAY = NOW.date()
WIDTHS = (58, 62, 76, 80)
D = Decimal

Page = Callable[[View], list[r.Row]]


def case_of(**parts: Any) -> Case:
    """A case from plain answers: lists as lists of dicts, tables as dicts."""
    case = Case()
    for name, answers in parts.items():
        if isinstance(answers, dict):
            for field, value in answers.items():
                case = edited(case, (name, field), value)
        else:
            for item in answers:
                case, _ = added(case, name, **item)
    return case


def seen(case: Case, **more: Any) -> View:
    """A case as it is looked at, in English unless another language is named."""
    return View(case, NOW, more.pop("lang", "en"), **more)


def words(rows: list[r.Row], width: int = 76, *, lang: Any = "en", hide: bool = False) -> str:
    """What stands on the page, line by line, without the spaces at the ends."""
    look = look_for(rows, width, lang, hide=hide, ascii_only=False)
    lines = [line for row in rows for line in paint(row, look)]
    return "\n".join("".join(span.text for span in line).rstrip() for line in lines)


def flat(rows: list[r.Row]) -> str:
    """The words of the page as one text, to find sentences that are broken over lines."""
    return " ".join(words(rows).split())


def figures(rows: list[r.Row]) -> dict[str, Decimal | None]:
    """The values of the figure rows by label, or by name where the borrower has one."""
    return {row.figure.name or row.figure.label: row.figure.value for row in rows if isinstance(row, r.FigureRow)}


def actions(rows: list[r.Row]) -> dict[str, r.ActionRow]:
    """The rows that do something, by key."""
    return {row.key: row for row in rows if isinstance(row, r.ActionRow)}


def headings(rows: list[r.Row]) -> list[str]:
    """The headings, in order."""
    return [row.text for row in rows if isinstance(row, r.Heading)]


def assert_drawn(page: Page, case: Case, **more: Any) -> None:
    """The page can be drawn in every language and width, fits, and no two rows are found by the same key."""
    for lang in LANGUAGES:
        rows = page(seen(case, lang=lang, **more))
        keys = [key for row in rows if (key := r.key_of(row)) is not None]
        assert len(keys) == len(set(keys)), [key for key in keys if keys.count(key) > 1]
        for width in WIDTHS:
            for ascii_only in (False, True):
                look = look_for(rows, width, lang, hide=False, ascii_only=ascii_only)
                for row in rows:
                    for line in paint(row, look):
                        # Columns of a list end in a space that the edge of the screen takes.
                        assert width_of(line) <= width + 1, (lang, width, line)


def _value(each: Question) -> st.SearchStrategy[Any]:
    days = st.dates(date(2022, 1, 1), date(2029, 12, 31)) | st.dates(date(2026, 11, 1), date(2026, 12, 31))
    match each.kind:
        case Kind.AMOUNT:
            return st.sampled_from([D(0), D("0.01"), D("733.33"), D(1000), D("48000.00"), D("99999999.99")])
        case Kind.RATE:
            return st.sampled_from([D(0), D("0.045"), D("1.35"), D("16.2"), D(400), D("1.5"), D(1000)])
        case Kind.DATE:
            return days
        case Kind.MONTH:
            return days.map(lambda day: day.isoformat()[:7])
        case Kind.MOMENT:
            return days.map(lambda day: datetime(day.year, day.month, day.day, 9, 30))
        case Kind.MONTHS:
            return st.lists(st.integers(1, 12), min_size=1, max_size=3, unique=True).map(lambda m: tuple(sorted(m)))
        case Kind.NUMBER:
            return st.sampled_from([each.low, min(each.high, max(each.low, 1)), min(each.high, 24), each.high])
        case Kind.CHOICE:
            return st.sampled_from(each.options)
        case Kind.CHOICES:
            return st.lists(st.sampled_from(each.options), max_size=2, unique=True).map(tuple)
        case _:
            return st.sampled_from(["", "网商贷", "花呗", "房租", "a name", "一个特别特别长的名字" * 8, "x\x1b[31my"])


@st.composite
def _answers(draw: st.DrawFn, model: type[Table]) -> dict[str, Any]:
    """Answers to some questions, "don't know" to others, nothing to the rest."""
    found: dict[str, Any] = {}
    unknown = []
    for each in questions(model):
        fate = draw(st.sampled_from("aaau--"))
        if fate == "a":
            found[each.name] = draw(_value(each))
        elif fate == "u":
            unknown.append(each.name)
    return {**found, "unknown": tuple(unknown)}


@st.composite
def cases(draw: st.DrawFn, *, lists: tuple[str, ...] = ("week", "debts", "missed", "income", "costs")) -> Case:
    """A case answered here and there, with references that lead somewhere or nowhere."""
    made: dict[str, Any] = {name: TABLES[name](**draw(_answers(TABLES[name]))) for name in TABLES}
    for name in lists:
        items = []
        for number in range(1, draw(st.integers(0, 3)) + 1):
            answers = draw(_answers(LISTS[name]))
            for field, other in BELONGS.get(name, {}).items():
                answers[field] = f"{PREFIXES[other]}{draw(st.integers(1, 3))}"
            if name in {"income", "costs"}:
                answers["side"] = draw(st.sampled_from([None, "shop", "home"]))
            items.append(LISTS[name](id=f"{PREFIXES[name]}{number}", **answers))
        made[name] = tuple(items)
    return Case(**made)
