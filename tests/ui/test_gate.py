"""There is one way words reach the terminal, and no other is used."""

import ast
import json
from pathlib import Path

import pytest

from negotiator_tui.case.case import Case
from negotiator_tui.case.edit import added
from negotiator_tui.text.fault import Fault
from negotiator_tui.ui.gate import safe
from tests.ui.harness import screen_text, wizard

UI = Path(__file__).parents[2] / "negotiator_tui" / "ui"
HOSTILE = Path(__file__).parents[3] / "shared" / "data" / "hostile" / "blns.json"
FORBIDDEN = {
    "Static", "Label", "notify", "Text", "Content", "Segment", "Markdown", "RichLog", "Log", "DataTable", "OptionList",
    "Select", "Button", "Tree", "from_markup", "from_ansi", "escape", "render_markup", "print", "bell",
}  # fmt: skip
ALLOWED = {("gate.py", "Segment"), ("gate.py", "Content")}


def _calls(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            found.add(name)
    return found


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=lambda path: path.name)
def test_no_other_way_to_the_terminal_is_used(path: Path) -> None:
    assert not [name for name in sorted(_calls(path) & FORBIDDEN) if (path.name, name) not in ALLOWED]


@pytest.mark.parametrize(
    "text", ["\x1b[2J", "\x1b]0;t\x07", "\x9b31m", "a\x00b", "a\u202eb", "\u2066x", "\ud800", "\x7f", "x\u200b"]
)
def test_nothing_a_terminal_would_obey_passes_the_gate(text: str) -> None:
    assert not [c for c in safe(text) if ord(c) < 32 or 0x7F <= ord(c) <= 0x9F or c in "\u202e\u2066\u200b\ud800"]


async def test_hostile_names_in_every_text_field_change_nothing_on_screen_but_text() -> None:
    if not HOSTILE.exists():
        pytest.skip("the collection of hostile strings is not beside the project")
    strings = [each for each in json.loads(HOSTILE.read_text(encoding="utf-8")) if each.strip()][:200]
    case = Case()
    for each in strings:
        made = added(case, "debts", name=each[:200])
        assert not isinstance(made, Fault)
        case = made[0]
    async with wizard(case, "debts", size=(120, 220)) as pilot:
        text = screen_text(pilot.app)
    assert not [c for c in text if c != "\n" and (ord(c) < 32 or 0x7F <= ord(c) <= 0x9F)]
