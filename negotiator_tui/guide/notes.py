"""The guide's pages as values: entries chosen for a case, with their texts and the facts behind them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from negotiator_tui.guide.conditions import About, applies
from negotiator_tui.guide.content import Entry, fill, structure, texts
from negotiator_tui.guide.facts import Fact, named_facts
from negotiator_tui.text.language import Lang


@dataclass(frozen=True, slots=True)
class Note:
    """One entry in one language. `page` is where it leads, if anywhere. Fields differ by part; a missing one is ""."""

    id: str
    group: str = ""
    page: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    facts: tuple[Fact, ...] = ()

    def __getitem__(self, name: str) -> str:
        return self.fields.get(name, "")

    @property
    def text(self) -> str:
        """What it says."""
        return self["text"]

    @property
    def title(self) -> str:
        """What stands over it."""
        return self["title"]

    @property
    def why(self) -> str:
        """Why."""
        return self["why"]


def notes(part: str, about: About, lang: Lang, group: str | None = None, **values: str) -> tuple[Note, ...]:
    """The entries of a part that apply, in their order; of one group if it is named. `values` fill placeholders."""
    return tuple(
        note_of(part, entry_id, about, lang, **values)
        for entry_id, entry in structure(part).items()
        if group in {None, entry.get("group")} and applies(entry, about)
    )


def note_of(part: str, entry_id: str, about: About, lang: Lang, **values: str) -> Note:
    """One entry, whether or not it applies. KeyError if there is none."""
    entry: Entry = structure(part)[entry_id]
    said = {name: fill(lang, text, values) for name, text in texts(part, lang)[entry_id].items()}
    facts = named_facts(tuple(entry.get("facts", ())), about.debt, about.today, about.case)
    return Note(entry_id, entry.get("group", ""), entry.get("page", ""), said, facts)
