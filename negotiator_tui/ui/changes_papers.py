"""Changes that papers offer: what each of them proves."""

from datetime import date

from negotiator_tui.case.case import Case
from negotiator_tui.case.exhibits import linked, unlinked
from negotiator_tui.text.language import Lang


def link_paper(case: Case, _today: date, _lang: Lang, material_id: str, about: str) -> Case:
    """A paper proves something more."""
    return linked(case, material_id, about)


def unlink_paper(case: Case, _today: date, _lang: Lang, material_id: str, about: str) -> Case:
    """A paper no longer is said to prove something."""
    return unlinked(case, material_id, about)
