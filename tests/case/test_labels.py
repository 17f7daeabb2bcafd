"""What the closed lists are called."""

from enum import StrEnum

import pytest

from negotiator_tui.case import kinds
from negotiator_tui.case.case import LISTS, TABLES
from negotiator_tui.case.labels import label
from negotiator_tui.case.questions import questions
from negotiator_tui.text.language import LANGUAGES, t

ENUMS = [each for each in vars(kinds).values() if isinstance(each, type) and issubclass(each, StrEnum) and list(each)]


@pytest.mark.parametrize("enum", ENUMS, ids=lambda each: each.__name__)
def test_every_member_has_a_name_of_its_own(enum: type[StrEnum]) -> None:
    for lang in LANGUAGES:
        names = [t(lang, label(each)) for each in enum]
        assert all(name.strip() == name != "" for name in names)
        assert len({name.casefold() for name in names}) == len(names)


@pytest.mark.parametrize("enum", ENUMS, ids=lambda each: each.__name__)
def test_values_stand_in_a_file_as_plain_words(enum: type[StrEnum]) -> None:
    assert all(each.value == each.value.lower() and " " not in each.value for each in enum)


def test_every_choice_that_is_asked_is_a_closed_list() -> None:
    asked = {
        type(option) for model in (*TABLES.values(), *LISTS.values()) for q in questions(model) for option in q.options
    }
    assert asked <= set(ENUMS)
    assert asked >= {kinds.Shape, kinds.Urgent, kinds.Clause, kinds.CourtPaper, kinds.Refusal}
