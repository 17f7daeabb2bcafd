"""What papers prove, in words: what there is to prove, what a kind of paper usually proves, and when one grows old."""

from collections.abc import Callable, Iterator
from datetime import date

from negotiator_tui.case.case import LISTS, TABLES, Case, find
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.edit import Path
from negotiator_tui.case.exhibits import is_there, path_of, provable
from negotiator_tui.case.kinds import CostGroup, OwedFor, Shape, Side
from negotiator_tui.case.materials import Material
from negotiator_tui.case.questions import question
from negotiator_tui.finance.calendar import add_months
from negotiator_tui.guide.content import structure
from negotiator_tui.guide.debt_kind import institution
from negotiator_tui.text.language import N_, Lang, t

FRESH_MONTHS = 3
"""A paper older than this is pointed out: lenders ask for recent ones."""

_AGEING = {"first", "statements", "income", "costs"}
"""Groups whose papers show how things stand now; a lease or a notice does not grow old."""


def is_stale(material: Material, today: date) -> bool:
    """Whether a paper is older than three months, and is of a kind that grows old."""
    oldest = add_months(today, -FRESH_MONTHS)
    return _ages(material) and material.dated is not None and oldest is not None and material.dated < oldest


def _ages(material: Material) -> bool:
    entry = structure("materials").get(material.kind or "")
    if entry is not None:
        return entry["group"] in _AGEING
    return any(path_of(about)[0] in {"income", "costs", "budget"} for about in material.about)


def proved_words(case: Case, path: Path, lang: Lang) -> str:
    """What stands at a path, in the borrower's words where they named it."""
    if path == ("hardship",):
        return t(lang, N_("what happened, and since when"))
    if path[0] in TABLES:
        return _question_words(path, lang) if len(path) > 1 else path[0]
    item = find(case, path[0], path[1]) if path[0] in LISTS and len(path) > 1 else None
    if item is None:
        return t(lang, N_("an entry that is no longer there"))
    name = getattr(item, "name", None) or t(lang, N_("no name"))
    if len(path) == 2:
        return str(name)
    parts = {"outstanding": N_("{name}: what is owed"), "rate": N_("{name}: what the contract says")}
    if path[0] == "debts" and path[2] in parts:
        return t(lang, parts[path[2]], name=name)
    return f"{name}: {_question_words(path, lang)}"


def suggested(case: Case, material: Material) -> tuple[str, ...]:
    """What a paper of this kind usually proves in this case, as texts for `about`; nothing for the borrower's own."""
    names = structure("materials").get(material.kind or "", {}).get("shows", ())
    found = dict.fromkeys(".".join(path) for name in names for path in _SHOWS[name](case))
    return tuple(found)


def choices(case: Case, material: Material) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a paper may be said to prove: what it does or usually would, and the rest. Texts for `about`."""
    own = tuple(each for each in material.about if is_there(case, path_of(each)))
    near = tuple(dict.fromkeys((*own, *suggested(case, material))))
    return near, tuple(text for path in provable(case) if (text := ".".join(path)) not in near)


def _question_words(path: Path, lang: Lang) -> str:
    model = {**TABLES, **LISTS}[path[0]]
    try:
        return t(lang, question(model, path[-1]).ask.label)
    except KeyError:
        return path[-1]


Shows = Callable[[Case], Iterator[Path]]


def _lines(name: str, side: Side, *groups: CostGroup) -> Shows:
    def paths(case: Case) -> Iterator[Path]:
        for line in case.income if name == "income" else case.costs:
            here = (line.side or (Side.SHOP if name == "income" else Side.HOME)) is side
            if here and (not groups or getattr(line, "group", None) in groups):
                yield (name, line.id)

    return paths


def _debts(test: Callable[[Debt], bool], part: str = "") -> Shows:
    def paths(case: Case) -> Iterator[Path]:
        for debt in case.debts:
            if test(debt):
                split = part and debt.shape in {None, Shape.LOAN}
                yield ("debts", debt.id, part) if split else ("debts", debt.id)

    return paths


def _owed(kind: OwedFor) -> Callable[[Debt], bool]:
    return lambda debt: debt.shape is Shape.ARREARS and debt.owed_for is kind


def _shape(shape: Shape) -> Callable[[Debt], bool]:
    return lambda debt: debt.shape is shape


def _at(*path: str) -> Shows:
    return lambda _case: iter((path,))


_SHOWS: dict[str, Shows] = {
    "balance": _debts(institution, "outstanding"),
    "contract": _debts(lambda debt: debt.shape in {None, Shape.LOAN}, "rate"),
    "takings": _lines("income", Side.SHOP),
    "worst": _at("budget", "worst_takings"),
    "wages-home": _lines("income", Side.HOME),
    "shop-costs": _lines("costs", Side.SHOP),
    "platform": _lines("costs", Side.SHOP, CostGroup.PLATFORM),
    "shop-rent": _lines("costs", Side.SHOP, CostGroup.RENT),
    "home-costs": _lines("costs", Side.HOME),
    "school": _lines("costs", Side.HOME, CostGroup.SCHOOL),
    "hardship": _at("hardship"),
    "card": _debts(_shape(Shape.CARD)),
    "rent-owed": _debts(_owed(OwedFor.RENT)),
    "supplier-owed": _debts(_owed(OwedFor.SUPPLIER)),
    "wages-owed": _debts(_owed(OwedFor.WAGES)),
    "tax-owed": _debts(lambda debt: _owed(OwedFor.TAX)(debt) or _owed(OwedFor.SOCIAL)(debt)),
    "pawn": _debts(_shape(Shape.PAWN)),
    "personal": _debts(_shape(Shape.PERSONAL)),
    "unverified": _debts(_shape(Shape.UNVERIFIED)),
}
"""What the word in `shows` of a kind of paper stands for."""

SHOWS = frozenset(_SHOWS)
