"""The one next thing to do, as a value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property

from negotiator_tui.case.case import Case
from negotiator_tui.case.record import Contact
from negotiator_tui.guide.content import say, structure
from negotiator_tui.guide.words import day_words, month_words, yuan_words
from negotiator_tui.text.language import Lang, t

Path = tuple[str, ...]
Value = str | int | date | Decimal


@dataclass(frozen=True)
class Now:
    """A case on a day: what the rules are asked about. The records are sorted out once for all rules."""

    case: Case
    today: date

    @cached_property
    def contacts(self) -> Mapping[str, Sequence[Contact]]:
        """The contacts about each debt by its id, in the order they are listed."""
        found: dict[str, list[Contact]] = {}
        for contact in self.case.contacts:
            if contact.debt is not None:
                found.setdefault(contact.debt, []).append(contact)
        return found

    @cached_property
    def last_contacts(self) -> Mapping[str, Contact]:
        """The latest contact about each debt; one without a time counts as older."""
        return {
            debt: max(contacts, key=lambda each: each.at or datetime.min)  # noqa: DTZ901 - times are local wall clock
            for debt, contacts in self.contacts.items()
        }


@dataclass(frozen=True, slots=True)
class Action:
    """What to do next. `path` is the answer or item it is about, `args` the values its sentence names.

    In `args`, "field" is the msgid of a question, "item" an id of the materials checklist, "month" `YYYY-MM`.
    """

    code: str
    today: date
    path: Path = ()
    args: tuple[tuple[str, Value], ...] = ()

    @property
    def page(self) -> str:
        """The page to open: a page of the stages, or "urgent", or "item" for the item that `path` names."""
        page: str = structure("next")[self.code]["page"]
        return page

    def sentence(self, lang: Lang) -> str:
        """What to do, in one sentence."""
        return say("next", lang, self.code, "text", **self._values(lang))

    def reason(self, lang: Lang) -> str:
        """Why this comes first."""
        return say("next", lang, self.code, "why", **self._values(lang))

    def _values(self, lang: Lang) -> dict[str, str]:
        return {name: self._said(name, value, lang) for name, value in self.args}

    def _said(self, name: str, value: Value, lang: Lang) -> str:
        match value:
            case date():
                return day_words(value, self.today, lang)
            case Decimal():
                return yuan_words(value)
            case int():
                return str(value)
        if name == "field":
            return t(lang, value)
        if name == "item":
            return say("materials", lang, value, "title")
        return month_words(value, lang) if name == "month" else value


def action(code: str, now: Now, path: Path = (), **args: Value) -> Action:
    """An action; its code is an entry of guide/next.toml."""
    return Action(code, now.today, path, tuple(args.items()))
