"""Papers as exhibits: their numbers, and what each of them proves. All pure; a case goes in, a case comes out."""

from collections.abc import Iterator
from datetime import date

from negotiator_tui.case.case import LISTS, TABLES, Case, find, items_of
from negotiator_tui.case.edit import Path
from negotiator_tui.case.kinds import MaterialState, Shape
from negotiator_tui.case.materials import Material

COUNTER = "exhibits"
"""Where `Case.ids` keeps the highest exhibit number ever given, so that none comes twice."""
MOST = 9999


def exhibits(case: Case) -> tuple[Material, ...]:
    """The papers that have a number, in its order."""
    numbered = [(each.exhibit, n, each) for n, each in enumerate(case.materials) if each.exhibit is not None]
    return tuple(each for _, _, each in sorted(numbered, key=lambda entry: entry[:2]))


def at_hand(material: Material) -> bool:
    """Whether a paper can be shown: it was taken in, or the borrower has it."""
    return material.sha256 is not None or material.state is MaterialState.HAVE


def proofs(case: Case, path: Path) -> tuple[Material, ...]:
    """The papers at hand that prove the answer at `path`, or all of the item it stands in; numbered ones first."""
    wanted = {".".join(path[:length]) for length in range(1, len(path) + 1)}
    found = [each for each in case.materials if at_hand(each) and wanted.intersection(each.about)]
    return tuple(sorted(found, key=lambda each: each.exhibit or MOST + 1))


def provable(case: Case) -> tuple[Path, ...]:
    """What a paper can be said to prove, in the order a proposal tells it.

    Of a debt that is a loan, what is owed and what the contract says are proved by different papers.
    """
    return tuple(_provable(case))


def path_of(text: str) -> Path:
    """The path a text in `about` stands for."""
    return tuple(text.split("."))


def is_there(case: Case, path: Path) -> bool:
    """Whether a path leads to something in this case: a table, an item that is there, or an answer of one."""
    if path[0] in TABLES:
        return len(path) < 3 and (len(path) == 1 or path[1] in TABLES[path[0]].model_fields)
    if path[0] not in LISTS or len(path) < 2 or find(case, path[0], path[1]) is None:
        return False
    return len(path) == 2 or (len(path) == 3 and path[2] in LISTS[path[0]].model_fields)


def linked(case: Case, material_id: str, about: str) -> Case:
    """The case in which a paper proves something more, and has a number; as it was if either of them is not there."""
    material = _material(case, material_id)
    if material is None or not is_there(case, path_of(about)):
        return case
    if about not in material.about:
        case = _with(case, material.model_copy(update={"about": (*material.about, about)}))
    return numbered(case, material_id)


def unlinked(case: Case, material_id: str, about: str) -> Case:
    """The case in which a paper no longer is said to prove something. Its number stays."""
    material = _material(case, material_id)
    if material is None or about not in material.about:
        return case
    return _with(case, material.model_copy(update={"about": tuple(each for each in material.about if each != about)}))


def numbered(case: Case, material_id: str) -> Case:
    """The case in which a paper has an exhibit number: its own, or the next that no paper ever had."""
    material = _material(case, material_id)
    if material is None or material.exhibit is not None:
        return case
    number = 1 + max([case.ids.get(COUNTER, 0), *(each.exhibit or 0 for each in case.materials)])
    if number > MOST:
        return case
    case = case.model_copy(update={"ids": {**case.ids, COUNTER: number}})
    return _with(case, material.model_copy(update={"exhibit": number}))


def with_file(case: Case, material_id: str, file: tuple[str, str, int], today: date) -> Case:
    """The case in which a paper is a file taken in on `today`, with a number.

    `file` is its name in the evidence folder, its SHA-256 in hexadecimal and its size in bytes.
    """
    name, sha256, size = file
    material = _material(case, material_id)
    if material is None:
        return case
    taken = {"file": name, "sha256": sha256, "size": size, "taken_in": today, "state": MaterialState.HAVE}
    unknown = tuple(each for each in material.unknown if each not in taken)
    return numbered(_with(case, material.model_copy(update={**taken, "unknown": unknown})), material_id)


def _provable(case: Case) -> Iterator[Path]:
    yield from (("income", each.id) for each in case.income)
    yield from (("costs", each.id) for each in case.costs)
    yield ("budget", "worst_takings")
    for debt in case.debts:
        if debt.shape in {None, Shape.LOAN}:
            yield ("debts", debt.id, "outstanding")
            yield ("debts", debt.id, "rate")
        else:
            yield ("debts", debt.id)
    yield ("hardship",)


def _material(case: Case, material_id: str) -> Material | None:
    found = find(case, "materials", material_id)
    return found if isinstance(found, Material) else None


def _with(case: Case, material: Material) -> Case:
    kept = tuple(material if each.id == material.id else each for each in items_of(case, "materials"))
    return case.model_copy(update={"materials": kept})
