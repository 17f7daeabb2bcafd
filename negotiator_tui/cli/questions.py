"""`questions`: every question, as a list, as a sheet on paper, or as JSON."""

from typing import Any

from negotiator_tui.case.labels import label
from negotiator_tui.case.sheet import blocks, listed, sheet
from negotiator_tui.cli.options import Given
from negotiator_tui.cli.output import show


def run(given: Given) -> int:
    """Print them."""
    lines = sheet(given.lang) if given.has("--print") else listed(given.lang)
    show(given, _json(given), lines)
    return 0


def _json(given: Given) -> list[dict[str, Any]]:
    return [
        {
            "stage": given.say(block.stage),
            "page": given.say(block.page),
            "table": block.name,
            "list": block.is_list,
            "name": each.name.removesuffix("_"),
            "label": given.say(each.ask.label),
            "help": given.say(each.ask.help),
            "unit": given.say(each.ask.unit),
            "kind": each.kind.value,
            "options": [{"value": option.value, "label": given.say(label(option))} for option in each.options],
            "required": each.ask.required,
            "level": each.ask.level,
            "ask_the_lender": given.say(each.ask.lender),
        }
        for block in blocks()
        for each in block.questions
    ]
