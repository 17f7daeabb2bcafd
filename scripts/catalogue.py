"""Keeps the message catalogues and the traditional Chinese text in step with the code.

    python scripts/catalogue.py            update: extract, convert, compile
    python scripts/catalogue.py --prune    the same, and drop sentences the code no longer has
    python scripts/catalogue.py --missing  print what simplified Chinese still lacks, one JSON string a line
    python scripts/catalogue.py --check    change nothing; exit 1 and say what is out of step

The sentences are the literals in `N_("…")` and `t(lang, "…")`. Simplified Chinese is written by people, in
`locale/zh_Hans/LC_MESSAGES/negotiator.po` and `guide/zh_Hans`; traditional Chinese is made from it by OpenCC, with
the words of `locale/zh_Hant/overrides.toml` put in its place where OpenCC chooses wrongly.
"""

import argparse
import ast
import io
import json
import re
import string
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from opencc import OpenCC

ROOT = Path(__file__).resolve().parent.parent / "negotiator_tui"
MASTER, CONVERTED = "zh_Hans", "zh_Hant"
ARGUMENT = {"N_": 0, "t": 1}  # which argument of a call is the sentence
QUOTES = str.maketrans("“”‘’", "「」『』")
ORPHAN = "no longer in the code"
FULL_WIDTH = tuple("、，；：")

Sentences = dict[str, str]


class PlainCatalog(Catalog):
    """A catalogue whose header says only what a reader of it needs: no dates, no versions."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The header's lines."""
        return [("Language", str(self.locale_identifier)), ("Content-Type", "text/plain; charset=UTF-8")]


def extracted(root: Path = ROOT) -> set[str]:
    """Every sentence of the code."""
    return {
        msgid
        for path in sorted(root.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path)))
        if isinstance(node, ast.Call)
        for msgid in sentences_of(node)
    }


def sentences_of(call: ast.Call) -> Iterator[str]:
    """The literals, both sides of a choice included, that a call marks for translation."""
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    if name not in ARGUMENT or len(call.args) <= ARGUMENT[name]:
        return
    waiting: list[ast.expr] = [call.args[ARGUMENT[name]]]
    while waiting:
        part = waiting.pop()
        if isinstance(part, ast.IfExp):
            waiting += [part.body, part.orelse]
        elif isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value:
            yield part.value


def po_path(lang: str) -> Path:
    """The catalogue people edit; the compiled one stands beside it."""
    return ROOT / "locale" / lang / "LC_MESSAGES" / "negotiator.po"


def read(path: Path) -> tuple[Sentences, Sentences, set[str]]:
    """A catalogue's translations, those of sentences no longer used, and the sentences marked fuzzy."""
    if not path.exists():
        return {}, {}, set()
    with path.open("rb") as stream:
        catalog = read_po(stream)
    current = {str(message.id): str(message.string) for message in catalog if message.id}
    unused = {str(message.id): str(message.string) for message in catalog.obsolete.values()}
    return current, unused, {str(message.id) for message in catalog if message.id and message.fuzzy}


def built(lang: str, current: Sentences, unused: Sentences, fuzzy: set[str]) -> tuple[bytes, bytes]:
    """The bytes of the .po and of the .mo; the same for the same sentences."""
    catalog = PlainCatalog(lang, fuzzy=False, header_comment="")
    for msgid, text in current.items():
        catalog.add(msgid, text, flags={"fuzzy"} if msgid in fuzzy else ())
    leftover = PlainCatalog(fuzzy=False)
    for msgid, text in sorted(unused.items()):
        catalog.obsolete[msgid] = leftover.add(msgid, text)
    po, mo = io.BytesIO(), io.BytesIO()
    write_po(po, catalog, width=0, no_location=True, sort_output=True)
    write_mo(mo, catalog)
    return po.getvalue(), mo.getvalue()


@cache
def _converter() -> tuple[OpenCC, Sentences]:
    path = ROOT / "locale" / CONVERTED / "overrides.toml"
    words = tomllib.loads(path.read_text(encoding="utf-8"))["words"] if path.exists() else {}
    return OpenCC("s2tw"), words


def traditional(text: str) -> str:
    """Traditional characters and quotation marks for simplified ones; the words stay those of the mainland."""
    converter, words = _converter()
    made = str(converter.convert(text)).translate(QUOTES)
    for wrong, right in words.items():
        made = made.replace(wrong, right)
    return made


def wanted(*, prune: bool = False) -> dict[Path, bytes]:
    """Every file this script answers for and what should be in it."""
    msgids = extracted()
    current, unused, fuzzy = read(po_path(MASTER))
    known = unused | current
    master = {msgid: known.get(msgid, "") for msgid in msgids}
    left = {} if prune else {msgid: text for msgid, text in known.items() if msgid not in msgids and text}
    converted = {msgid: traditional(text) for msgid, text in master.items()}
    files: dict[Path, bytes] = {}
    for lang, texts, spare in ((MASTER, master, left), (CONVERTED, converted, {})):
        files[po_path(lang)], files[po_path(lang).with_suffix(".mo")] = built(lang, texts, spare, fuzzy & msgids)
    for path in sorted((ROOT / "guide" / MASTER).rglob("*.toml")):
        place = ROOT / "guide" / CONVERTED / path.relative_to(ROOT / "guide" / MASTER)
        files[place] = traditional(path.read_text(encoding="utf-8")).encode()
    return files


def problems() -> list[str]:
    """What is out of step, one line each; empty when nothing is."""
    found = []
    for lang in (MASTER, CONVERTED):
        current, unused, fuzzy = read(po_path(lang))
        found += [f"{lang}: {ORPHAN}: {msgid!r}" for msgid in sorted(unused.keys() | current.keys() - extracted())]
        found += [f"{lang}: marked fuzzy: {msgid!r}" for msgid in sorted(fuzzy)]
        found += [f"{lang}: not translated: {msgid!r}" for msgid in sorted(extracted()) if not current.get(msgid)]
        found += [
            f"{lang}: {differs}: {m!r}" for m, text in sorted(current.items()) if (differs := difference(m, text))
        ]
    files = wanted()
    stale = [path for path, content in files.items() if not path.exists() or path.read_bytes() != content]
    stale += sorted(set((ROOT / "guide" / CONVERTED).rglob("*.toml")) - files.keys())
    return found + [f"out of date: {path.relative_to(ROOT.parent)}" for path in stale]


def difference(msgid: str, text: str) -> str:
    """What a translation must share with its sentence and does not; empty when nothing."""
    if not text:
        return ""
    if msgid.endswith(" ") and text.endswith(FULL_WIDTH):
        text += " "  # a mark of full width brings its own blank
    for what, of in (("placeholders", placeholders), ("brackets", brackets), ("line ends", edges)):
        if of(msgid) != of(text):
            return f"{what} differ"
    return ""


def placeholders(text: str) -> list[str]:
    """The placeholders with their formats, sorted; a brace that opens none counts as one nobody else has."""
    try:
        return sorted(f"{name}:{spec}" for _, name, spec, _ in string.Formatter().parse(text) if name is not None)
    except ValueError:
        return [text]


def brackets(text: str) -> str:
    """The square brackets in their order: a translation must not gain or lose what could be taken for markup."""
    return re.sub(r"[^\[\]]", "", text)


def edges(text: str) -> tuple[int, bool, bool]:
    """Line ends, and blanks at either end."""
    return text.count("\n"), text[:1].isspace(), text[-1:].isspace()


def main() -> int:
    """Run the command line; the exit status."""
    parser = argparse.ArgumentParser(description="Keep the message catalogues in step with the code.")
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--check", action="store_true", help="change nothing; exit 1 if anything is out of step")
    choice.add_argument("--missing", action="store_true", help="print the sentences without a translation")
    choice.add_argument("--prune", action="store_true", help="drop sentences the code no longer has")
    asked = parser.parse_args()
    if asked.check:
        found = problems()
        print(*found, sep="\n", end="\n" if found else "")
        return 1 if found else 0
    if asked.missing:
        current, unused, _ = read(po_path(MASTER))
        for msgid in sorted(extracted()):
            if not (unused | current).get(msgid):
                print(json.dumps(msgid, ensure_ascii=False))
        return 0
    files = wanted(prune=asked.prune)
    for path in set((ROOT / "guide" / CONVERTED).rglob("*.toml")) - files.keys():
        path.unlink()
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_bytes() != content:
            path.write_bytes(content)
    return 0


if __name__ == "__main__":
    sys.exit(main())
