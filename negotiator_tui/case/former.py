"""Case files as they were: what stood elsewhere is put where it stands now, so that nothing typed is lost."""

import re
from typing import Any

_LINES = ("income", "costs")


def with_papers(raw: Any) -> Any:
    """The tables of a file in which a budget line said in words what shows it (`evidence`): now a paper says it.

    Lines shown by the same words share one paper. What is no such table is left for the validation to refuse.
    """
    if not isinstance(raw, dict):
        return raw
    shown: dict[str, list[str]] = {}
    lists: dict[str, Any] = {}
    for name in _LINES:
        lines = raw.get(name)
        if not isinstance(lines, list | tuple) or not any(_says(line) for line in lines):
            continue
        lists[name] = [_without(line) if _says(line) else line for line in lines]
        for line in filter(_says, lines):
            shown.setdefault(line["evidence"].strip(), []).append(f"{name}.{line['id']}")
    if not shown:
        return {**raw, **lists}
    materials, ids = raw.get("materials", ()), raw.get("ids", {})
    if not isinstance(materials, list | tuple) or not isinstance(ids, dict):
        return raw
    papers = [
        {"id": f"e{number}", "name": words, "state": "have", "exhibit": exhibit, "about": about}
        for number, exhibit, (words, about) in zip(
            _after(ids.get("materials"), [_field(each, "id") for each in materials]),
            _after(ids.get("exhibits"), [f"e{_field(each, 'exhibit')}" for each in materials]),
            shown.items(),
            strict=False,
        )
        if words
    ]
    counted = {"materials": papers[-1]["id"], "exhibits": papers[-1]["exhibit"]} if papers else {}
    last = {name: int(str(value).lstrip("e")) for name, value in counted.items()}
    return {**raw, **lists, "materials": [*materials, *papers], "ids": {**ids, **last}}


def _says(line: Any) -> bool:
    return isinstance(line, dict) and isinstance(line.get("evidence"), str) and "id" in line


def _without(line: dict[str, Any]) -> dict[str, Any]:
    unmarked = {
        name: [each for each in line[name] if each != "evidence"]
        for name in ("unknown", "estimated")
        if isinstance(line.get(name), list)
    }
    return {**{name: value for name, value in line.items() if name != "evidence"}, **unmarked}


def _field(item: Any, name: str) -> str:
    return str(item.get(name, "") if isinstance(item, dict) else getattr(item, name, ""))


def _after(counter: Any, taken: list[str]) -> range:
    """Numbers above the counter and above all that are taken."""
    numbers = [int(text[1:]) for text in taken if re.fullmatch(r"e[0-9]{1,9}", text)]
    last = max([counter if isinstance(counter, int) else 0, *numbers, 0])
    return range(last + 1, last + 100_000)
