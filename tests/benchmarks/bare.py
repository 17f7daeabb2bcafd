"""The yardstick: a bare textual app with header, input, static and footer. F2 pushes an empty screen, Escape pops it."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Footer, Header, Input, Static


class Empty(Screen[None]):
    """Header and footer, nothing else."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "app.pop_screen", "Back")]

    def compose(self) -> ComposeResult:
        """The two bars."""
        yield Header()
        yield Footer()


class Bare(App[None]):
    """Echoes its input into a panel."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f2", "push", "Push")]

    def compose(self) -> ComposeResult:
        """An input and a panel between two bars."""
        yield Header()
        yield Input(id="input")
        yield Static("ready", id="panel")
        yield Footer()

    def on_input_changed(self, message: Input.Changed) -> None:
        """Echo."""
        self.query_one("#panel", Static).update(f"panel {message.value}")

    def action_push(self) -> None:
        """An empty screen."""
        self.push_screen(Empty())


if __name__ == "__main__":
    Bare().run()
