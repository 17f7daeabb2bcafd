"""The papers of a case as one .zip: an index, the exhibits by number, what was handed over, and the hashes of all files.

The redacted variant is for a lawyer or a mediator: what can be masked is masked, the rest is left out and said to be.
"""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePosixPath
from typing import Literal

from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.exhibits import exhibits, path_of
from negotiator_tui.case.identity import Identity
from negotiator_tui.case.materials import Material, Sent
from negotiator_tui.documents.as_docx import as_docx
from negotiator_tui.documents.as_text import as_text
from negotiator_tui.documents.document import Block, Document, Heading, Lines, Paragraph, Table, cleaned
from negotiator_tui.documents.masking import Mask, mask_of
from negotiator_tui.documents.package import zipped
from negotiator_tui.documents.redacting import redacted
from negotiator_tui.documents.templates import say, word
from negotiator_tui.documents.wording import day_text, numeral
from negotiator_tui.guide.proofs import proved_words
from negotiator_tui.guide.reading_back import people_in
from negotiator_tui.text.clean import REPLACEMENT, clean
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_

declare(
    {
        "documents.no-exhibits": N_(
            "No paper has a number yet. Say on the page of a paper what it proves, and it gets one."
        ),
        "documents.bundle-size": N_("The papers together are larger than {limit} MB. Make the bundle for one debt."),
        "documents.bundle-left": N_("Left out, and said so in the index: {names}."),
        "documents.bundle-elsewhere": N_(
            "{count} papers are only listed, without a file here. Each can be taken in on its own page."
        ),
        "documents.bundle-all": N_(
            "It holds papers about all debts. For one lender choose one debt, so that nothing goes along unasked."
        ),
        "documents.bundle-name": N_(
            "No name was typed, so a name in statements may still be there. Type who signs, then make it again."
        ),
        "documents.bundle-look": N_("Look into each file before it leaves: names nobody named cannot be found."),
    }
)

PART = "bundle"
LIMIT = 300_000_000
"""Bytes of all papers together: it is made in memory."""
State = Literal["there", "missing", "changed", "elsewhere"]
"""How a paper's file stands: as it was taken in, gone, no longer the same, or never taken in."""
_Entry = Literal["there", "masked", "missing", "changed", "elsewhere", "unmasked"]
_IN = {"there", "masked"}
_LOST = {"missing", "changed", "unmasked"}
_UNSAFE = re.compile(r"[^\w\u3000-\u303f（）()\[\] ·+-]")
_ENDING = re.compile(r"\.[a-z0-9]{1,5}")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Paper:
    """A numbered paper with the bytes of its file, where it is there as it was taken in."""

    material: Material
    state: State
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Bundle:
    """What is to go together. With `debt` nothing that is only about other debts; `letters` adds what was handed over.

    `identity` is masked wherever it stands in a redacted bundle.
    """

    case: Case
    today: date
    papers: tuple[Paper, ...]
    debt: Debt | None = None
    identity: Identity = field(default_factory=Identity)
    redacted: bool = False
    letters: bool = False


@dataclass(frozen=True, slots=True)
class Packed:
    """A bundle made: its bytes, the files in it with their hashes, and what the borrower should know."""

    data: bytes
    title: str
    files: tuple[tuple[str, str, int], ...]
    left_out: tuple[tuple[int, str, str], ...]
    remarks: tuple[Fault, ...]


Reader = Callable[[str, str], tuple[Literal["there", "missing", "changed"], bytes]]
"""Reads a file taken in, by its name and the SHA-256 it had then."""


def papers(case: Case, debt: Debt | None, read: Reader) -> tuple[Paper, ...]:
    """The numbered papers that belong into a bundle, with their files: all of them, or those not only about other debts."""
    return tuple(_paper(each, read) for each in wanted(case, debt))


def wanted(case: Case, debt: Debt | None) -> tuple[Material, ...]:
    """The same papers without their files."""
    return tuple(each for each in exhibits(case) if debt is None or _concerns(each, debt))


def _paper(material: Material, read: Reader) -> Paper:
    if material.file is None or material.sha256 is None:
        return Paper(material, "elsewhere")
    state, data = read(material.file, material.sha256)
    return Paper(material, state, data)


def bundle(asked: Bundle) -> Packed | Fault:
    """The bundle; a Fault where there is no numbered paper or too much of them."""
    if not asked.papers:
        return fault("documents.no-exhibits")
    if sum(len(each.data) for each in asked.papers) > LIMIT:
        return fault("documents.bundle-size", limit=LIMIT // 1_000_000)
    mask = mask_of(asked.identity, people_in(asked.case)) if asked.redacted else _as_it_is
    packed = _apart([_packed(each, mask, hide=asked.redacted) for each in asked.papers])
    parts = [(each.path, each.data) for each in packed if each.state in _IN]
    parts += _letters(asked, mask)
    document = _masked(_index(asked, packed), mask)
    index = say(PART, "file-index")
    parts = [(f"{index}.docx", as_docx(document)), (f"{index}.txt", as_text(document).encode()), *parts]
    files = tuple((name, hashlib.sha256(data).hexdigest(), len(data)) for name, data in parts)
    manifest = "".join(f"{sha256}  {name}\n" for name, sha256, _ in files).encode()
    left = tuple((each.number, each.name, each.state) for each in packed if each.state not in _IN)
    data = zipped([*parts, (say(PART, "file-manifest"), manifest)])
    return Packed(data, document.title, files, left, tuple(_remarks(asked, packed)))


def bundle_name(asked: Bundle) -> str:
    """The name of the file."""
    what = say(PART, "bundle-redacted" if asked.redacted else "bundle")
    about = "" if asked.debt is None or asked.redacted else asked.debt.name or ""
    return "-".join(part for part in (what, about, format_date(asked.today)) if part) + ".zip"


@dataclass(frozen=True, slots=True)
class _Packed:
    """A paper in the bundle: where it stands and as what, or why it does not."""

    material: Material
    number: int
    name: str
    state: _Entry
    path: str = ""
    data: bytes = b""


def _packed(paper: Paper, mask: Mask, *, hide: bool) -> _Packed:
    material = paper.material
    number = material.exhibit or 0
    name = mask(material.name or say(PART, "no-name"))
    if paper.state != "there":
        return _Packed(material, number, name, paper.state)
    ending = PurePosixPath((material.file or "").lower()).suffix
    ending = ending if _ENDING.fullmatch(ending) else ".bin"
    data = redacted(ending, paper.data, mask) if hide else paper.data
    if data is None:
        return _Packed(material, number, name, "unmasked")
    safe = safe_name(say(PART, "file-paper", number=f"{number:02d}", name=name))
    path = f"{say(PART, 'folder-papers')}/{safe}{ending}"
    return _Packed(material, number, name, "masked" if hide else "there", path, data)


def _apart(packed: list[_Packed]) -> list[_Packed]:
    """The same with no two files of one name: a case written by hand may give a number twice."""
    taken: set[str] = set()
    apart = []
    for each in packed:
        path = each.path
        for again in range(2, len(packed) + 2):
            if not path or path.casefold() not in taken:
                break
            stem, dot, ending = each.path.rpartition(".")
            path = f"{stem}-{again}{dot}{ending}"
        taken.add(path.casefold())
        apart.append(replace(each, path=path))
    return apart


def safe_name(text: str) -> str:
    """A name that stays in its folder on every system: no separators, no dots, no marks, not too long."""
    plain = _UNSAFE.sub("_", clean(text).replace(REPLACEMENT, "_"))
    return plain.strip(" _")[:_LONGEST].rstrip(" _") or "_"


def _letters(asked: Bundle, mask: Mask) -> Iterator[tuple[str, bytes]]:
    """What was handed over, as it was kept: the identity is masked in it in any case."""
    for number, each in enumerate(_sent(asked), 1):
        day = f" {format_date(each.on)}" if each.on is not None else ""
        name = safe_name(f"{number:02d}{day} {mask(each.what or '')}")
        text = mask(clean(each.text or "", multiline=True, limit=100_000))
        yield f"{say(PART, 'folder-letters')}/{name}.txt", text.encode()


def _sent(asked: Bundle) -> list[Sent]:
    """The frozen texts that were handed over; of one debt, those about it or about none."""
    if not asked.letters:
        return []
    own = {None} if asked.debt is None else {None, asked.debt.id}
    found = [each for each in asked.case.sent if each.text and each.on is not None]
    return [each for each in found if asked.debt is None or each.debt in own]


def _index(asked: Bundle, packed: list[_Packed]) -> Document:
    return cleaned(Document(say(PART, "title-redacted" if asked.redacted else "title"), tuple(_blocks(asked, packed))))


def _blocks(asked: Bundle, packed: list[_Packed]) -> Iterator[Block]:
    there = str(sum(each.state in _IN for each in packed))
    about = say(PART, "about", day=day_text(asked.today), count=str(len(packed)), there=there)
    yield Paragraph(about, indent=False)
    if asked.debt is not None:
        yield Paragraph(say(PART, "about-debt", debt=asked.debt.lender or asked.debt.name), indent=False)
    head = tuple(say(PART, f"head-{name}") for name in ("number", "name", "dated", "proves", "file"))
    yield Table(head, tuple(_row(asked, each) for each in packed), (11, 22, 17, 30, 20))
    letters = _sent(asked)
    if letters:
        yield Heading(say(PART, "letters"))
        rows = tuple((format_date(each.on) if each.on else "", each.what or "") for each in letters)
        yield Table((say(PART, "head-when"), say(PART, "head-what")), rows, (20, 80))
    yield Paragraph(say(PART, "manifest", file=say(PART, "file-manifest")), indent=False, small=True)
    if asked.redacted:
        yield Paragraph(say(PART, "redacted"), indent=False, small=True)
        hashes = [(each.number, each.material.sha256) for each in packed if each.state == "unmasked"]
        if hashes:
            yield Heading(say(PART, "originals"))
            lines = (f"{say(PART, 'number', number=numeral(number))} {sha256}" for number, sha256 in hashes)
            yield Paragraph("\n".join(lines), indent=False, small=True)


def _row(asked: Bundle, each: _Packed) -> tuple[str, ...]:
    material = each.material
    paths = [path_of(text) for text in material.about]
    kept = [path for path in paths if asked.debt is None or path[0] != "debts" or path[1:2] == (asked.debt.id,)]
    proves = word("and").join(dict.fromkeys(proved_words(asked.case, path, "zh_Hans") for path in kept))
    dated = format_date(material.dated) if material.dated is not None else ""
    number = say(PART, "number", number=numeral(each.number))
    return (number, each.name, dated, material.proves or proves, say(PART, each.state))


def _concerns(material: Material, debt: Debt) -> bool:
    """Whether a paper says something that is not only about other debts."""
    paths = [path_of(text) for text in material.about]
    return not paths or any(path[0] != "debts" or path[1:2] == (debt.id,) for path in paths)


def _remarks(asked: Bundle, packed: list[_Packed]) -> Iterator[Fault]:
    lost = [each.name for each in packed if each.state in _LOST]
    if lost:
        yield fault("documents.bundle-left", names="、".join(lost))
    elsewhere = sum(each.state == "elsewhere" for each in packed)
    if elsewhere:
        yield fault("documents.bundle-elsewhere", count=elsewhere)
    if asked.debt is None and not asked.redacted and len(asked.case.debts) > 1:
        yield fault("documents.bundle-all")
    if asked.redacted:
        yield fault("documents.bundle-look" if asked.identity.name else "documents.bundle-name")


def _masked(document: Document, mask: Mask) -> Document:
    """The document with every text masked."""
    return Document(mask(document.title), tuple(_masked_block(each, mask) for each in document.blocks))


def _masked_block(block: Block, mask: Mask) -> Block:
    match block:
        case Heading(text):
            return Heading(mask(text))
        case Paragraph(text, indent, small):
            return Paragraph(mask(text), indent, small)
        case Lines(rows):
            return Lines(tuple(map(mask, rows)))
        case Table(head, rows, widths, right, strong):
            return Table(head, tuple(tuple(map(mask, row)) for row in rows), widths, right, strong)
        case _:
            return block


def _as_it_is(text: str) -> str:
    return text
