"""Every command that a key or a row names is done by somebody."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from negotiator_tui.ui import doing
from negotiator_tui.ui.commands import COMMANDS

NAMED = re.compile(r'command="([a-z-]+)"')
ROWS = Path(doing.__file__).parent / "pages"


@pytest.mark.parametrize(("module", "commands"), doing._WHERE.items())
def test_a_module_does_what_the_table_says_and_no_more(module: str, commands: str) -> None:
    assert set(commands.split()) == set(import_module(f"negotiator_tui.ui.{module}").DO)


def test_no_command_is_done_twice() -> None:
    assert sum(len(commands.split()) for commands in doing._WHERE.values()) == len(doing._MODULE)


def test_what_keys_and_rows_name_is_done() -> None:
    named = {command for page in ROWS.glob("*.py") for command in NAMED.findall(page.read_text(encoding="utf-8"))}
    assert len(named) > 30
    assert {each.id for each in COMMANDS} | named <= set(doing._MODULE)
