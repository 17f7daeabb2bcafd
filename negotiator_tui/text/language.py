"""The three languages, and looking up a sentence in one of them.

Sentences are written in English in the code; the message catalogues in `negotiator_tui/locale` hold the Chinese.
"""

import re
from collections.abc import Mapping
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from typing import Literal

Lang = Literal["zh_Hans", "zh_Hant", "en"]

LANGUAGES: tuple[Lang, ...] = ("zh_Hans", "zh_Hant", "en")

_SINGULAR = {"entries": "entry", "people": "person", "replies": "reply", "copies": "copy"}
_VERBS = {"are": "is", "have": "has", "were": "was", "lie": "lies", "come": "comes", "live": "lives", "stand": "stands"}
_ONE = (
    r"(?<![\w.,/-])1"
    r"((?: (?:more|other|whole|later|earlier|smaller|unanswered|overdue|open|free|first|red|business))*)"
    r"(?: (months|days|weeks|years|minutes|instalments|rows|lines|files|calls|debts|loans|plans|papers|offers|clauses|"
    r"answers|contacts|payments|characters|figures|questions|exhibits|scenes|turns|cases|entries|people|replies|"
    r"statements|things|copies|points|ways|counts|ones|times(?! the)))?"
    r"(?: (are|have|were|lie|come|live|stand))?\b"
)
_TRADITIONAL = ("hant", "_tw", "_hk", "_mo")


def N_(msgid: str) -> str:  # noqa: N802 - gettext's own name for this marker
    """Mark an English sentence for the catalogues; returns it unchanged."""
    return msgid


def t(lang: Lang, msgid: str, /, **args: object) -> str:
    """The sentence `msgid` in `lang`, with its `{placeholders}` filled from `args`.

    English is the msgid itself, and so is a sentence the catalogue lacks. Never falls back from one Chinese to the
    other. A placeholder without an argument raises KeyError.
    """
    if lang == "en" or not msgid:
        return singular(msgid.format(**args)) if args else msgid
    text = _catalogue(lang).gettext(msgid)
    return text.format(**args) if args else text


def singular(text: str) -> str:
    """English with the singular after a lone 1: sentences are written for several, Chinese knows no difference."""
    return re.sub(_ONE, _one, text) if "1 " in text else text


def _one(match: re.Match[str]) -> str:
    adjectives, noun, verb = match.groups()
    nouns = f" {_SINGULAR.get(noun, noun[:-1])}" if noun else ""
    return f"1{adjectives}{nouns}" + (f" {_VERBS[verb]}" if verb else "")


@cache
def _catalogue(lang: str) -> NullTranslations:
    place = files("negotiator_tui").joinpath("locale", lang, "LC_MESSAGES", "negotiator.mo")
    try:
        with place.open("rb") as stream:
            return GNUTranslations(stream)
    except (OSError, ValueError):  # missing or damaged: English is better than no program
        return NullTranslations()


def guess_language(environ: Mapping[str, str]) -> Lang:
    """The language the environment asks for, in gettext's order of variables; simplified Chinese if it asks for none.

    Languages other than Chinese and English count as none: the readers are in mainland China.
    """
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        asked = environ.get(variable, "").split(":")[0].split(".")[0].replace("-", "_").lower()
        if asked.startswith("zh"):
            return "zh_Hant" if any(mark in asked for mark in _TRADITIONAL) and "hans" not in asked else "zh_Hans"
        if asked == "en" or asked.startswith("en_"):
            return "en"
        if asked:
            return "zh_Hans"
    return "zh_Hans"
