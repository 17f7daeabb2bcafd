"""The templates: one TOML file a document, each text under its own name, easily edited by an adviser.

`{name}` stands for what the case fills in; what is not there becomes the blank of that name in `blanks.toml`.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

NAMES = (
    "blanks",
    "breakdown",
    "bundle",
    "confirm",
    "hardship",
    "letter",
    "log",
    "objection",
    "schedule",
    "statement",
    "summary",
    "words",
)
"""Every template file."""
_EMPTY = "〔　　〕"


@cache
def template(name: str) -> Mapping[str, str]:
    """The texts of a template by name."""
    import tomllib

    place = files("negotiator_tui.documents").joinpath("templates", "zh_Hans", f"{name}.toml")
    found: dict[str, str] = tomllib.loads(place.read_text(encoding="utf-8"))
    return found


def say(name: str, entry: str, /, **values: str | None) -> str:
    """One text of a template, filled. A value that is None or not given stands as 〔what belongs there〕.

    KeyError if the template has no such text.
    """
    return template(name)[entry].format_map(_Values(values))


def word(entry: str, /, **values: str | None) -> str:
    """One of the words that documents share."""
    return say("words", entry, **values)


class _Values(dict[str, str]):
    """Values by name; one that is not there becomes a blank."""

    def __init__(self, values: Mapping[str, str | None]) -> None:
        super().__init__((name, value) for name, value in values.items() if value is not None)

    def __missing__(self, name: str) -> str:
        return template("blanks").get(name, _EMPTY)
