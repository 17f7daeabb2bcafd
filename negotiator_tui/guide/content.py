"""Reading the guide: what there is (`guide/<name>.toml`) and how it is said (`<lang>/<name>.toml`, same ids).

Files are read when they are first asked for, and kept.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from negotiator_tui.text.language import Lang, singular

NAMES = (
    "asked",
    "autodebit",
    "blanks",
    "checkup",
    "clauses",
    "complaint",
    "conduct",
    "consequences",
    "court",
    "deadlines",
    "extension",
    "facts",
    "glossary",
    "headings",
    "help",
    "holding",
    "kinds",
    "levels",
    "materials",
    "next",
    "notsay",
    "other",
    "phrases",
    "prevention",
    "readback",
    "rehearsal",
    "routes",
    "scam",
    "script",
    "shop",
    "statements",
    "today",
    "urgent",
    "warning",
)
"""Every part of the guide."""

Entry = Mapping[str, Any]
"""One entry of a structure file: group, conditions, fact ids, page."""


@cache
def structure(name: str) -> Mapping[str, Entry]:
    """The entries of a part, by id, in their order."""
    return _read(name)


@cache
def texts(name: str, lang: Lang) -> Mapping[str, Mapping[str, str]]:
    """The texts of a part in one language: id -> field -> text, with `{placeholders}`."""
    return _read(lang, name)


def say(name: str, lang: Lang, entry: str, field: str = "text", /, **values: str) -> str:
    """One text, its placeholders filled. A value that is missing or empty stands as 〔what belongs there〕.

    KeyError if there is no such entry or field.
    """
    return fill(lang, texts(name, lang)[entry][field], values)


def fill(lang: Lang, template: str, values: Mapping[str, str]) -> str:
    """A template with its placeholders filled as `say` fills them."""
    if "{" not in template:
        return template
    filled = template.format_map(_Values(lang, values))
    return singular(filled) if lang == "en" else filled


def title(part: str, lang: Lang) -> str:
    """The heading over a part of a page, for example "clauses-red"; empty where a part has none."""
    heading = texts("headings", lang).get(part)
    return heading["text"] if heading else ""


class _Values(dict[str, str]):
    """Placeholder values; one that is not known becomes the blank of its name."""

    def __init__(self, lang: Lang, values: Mapping[str, str]) -> None:
        super().__init__((name, value) for name, value in values.items() if value)
        self._lang: Lang = lang

    def __missing__(self, name: str) -> str:
        return texts("blanks", self._lang)[name]["text"]


def _read(*parts: str) -> Mapping[str, Mapping[str, Any]]:
    import tomllib

    *folder, name = parts
    place = files("negotiator_tui").joinpath("guide", *folder, f"{name}.toml")
    return MappingProxyType(tomllib.loads(place.read_text(encoding="utf-8")))
