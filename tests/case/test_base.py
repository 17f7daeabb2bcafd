"""The schema the tables make for themselves is the one pydantic would make."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError, create_model

from negotiator_tui.case.base import Table
from negotiator_tui.case.case import LISTS, TABLES

ODD: tuple[Any, ...] = (
    None, True, 1, -1, 0, 1.5, Decimal("1.5"), Decimal("1.005"), Decimal("NaN"), Decimal("1e12"), "", "x", "d1", "../x",
    "yes", "2026-11", "2026-11-23", "x" * 20_001, [], ["x"], [1], {"a": 1}, b"x",
)  # fmt: skip


def verdict(model: Any, answers: dict[str, Any]) -> object:
    try:
        made = TypeAdapter(model).validate_python(answers)
    except ValidationError as error:
        return [(each["loc"], each["type"]) for each in error.errors(include_url=False)]
    return {name: getattr(made, name) for name in type(made).model_fields}


@pytest.mark.parametrize("model", [*TABLES.values(), *LISTS.values()], ids=lambda model: model.__name__)
def test_every_field_takes_and_refuses_what_pydantic_does(model: type[Table]) -> None:
    fields: dict[str, Any] = {
        name: (info.rebuild_annotation() if info.metadata else info.annotation, info)
        for name, info in model.model_fields.items()
    }
    plain = create_model(model.__name__, __config__=model.model_config, **fields)
    assert issubclass(plain, BaseModel)
    needed = {"id": "x1"} if "id" in fields else {}
    assert verdict(model, {**needed, "no such answer": 1}) == verdict(plain, {**needed, "no such answer": 1})
    for name, info in model.model_fields.items():
        for key in {name, info.alias or name}:
            for odd in ODD:
                assert verdict(model, {**needed, key: odd}) == verdict(plain, {**needed, key: odd}), (key, odd)
