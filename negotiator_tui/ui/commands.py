"""Every key that means something: one list for the keys themselves, the key line, the palette and the help."""

from dataclasses import dataclass

from negotiator_tui.text.language import N_


@dataclass(frozen=True, slots=True)
class Command:
    """A thing to do. `label` is short, for the key line; `help` says it whole. Both are English msgids."""

    id: str
    key: str
    label: str
    help: str
    always: bool = False
    """Shown in the key line as long as there is room."""


COMMANDS: tuple[Command, ...] = (
    Command("help", "f1", N_("Help"), N_("Help for this row, and all keys"), always=True),
    Command("urgent", "ctrl+u", N_("Urgent"), N_("Court papers, threats, or somebody asks for money"), always=True),
    Command(
        "enough",
        "ctrl+e",
        N_("Enough for today"),
        N_("Stop here: everything is saved, and what comes next is noted"),
        always=True,
    ),
    Command("next", "ctrl+n", N_("Next step"), N_("Go to the one thing to do next"), always=True),
    Command("go", "ctrl+g", N_("Go to"), N_("Go to any stage, page or question"), always=True),
    Command(
        "unknown",
        "ctrl+d",
        N_("Don't know"),
        N_('Answer "I don\'t know"; a question mark alone does the same'),
        always=True,
    ),
    Command("quit", "ctrl+q", N_("Leave"), N_("Leave; everything is saved"), always=True),
    Command(
        "explain", "f4", N_("How computed"), N_("Open the arithmetic of this figure, down to the answers"), always=True
    ),
    Command("undo", "ctrl+z", N_("Undo"), N_("Take the last change back"), always=True),
    Command("redo", "ctrl+y", N_("Redo"), N_("Make the change again")),
    Command("add", "f2", N_("Add"), N_("Add an entry to this list")),
    Command("find", "f3", N_("Find"), N_("Go to the find line of this page")),
    Command("hide", "f5", N_("Hide amounts"), N_("Show stars instead of amounts, or amounts again")),
    Command("region", "f6", N_("Other part"), N_("Move between the stages, the work and the budget")),
    Command("previous", "f7", N_("Previous"), N_("The entry before this one")),
    Command("following", "f8", N_("Following"), N_("The entry after this one")),
    Command("delete", "f9", N_("Delete"), N_("Delete this entry; undo brings it back")),
    Command("long", "ctrl+o", N_("Long text"), N_("Open this text over the whole page")),
    Command("save", "ctrl+s", N_("Save now"), N_("Saving happens by itself; this does it at once")),
    Command("palette", "ctrl+p", N_("Commands"), N_("All commands, to find by typing")),
    Command("copy", "ctrl+t", N_("Copy"), N_("Copy the message or script shown on this page")),
    Command("call", "", N_("On the phone"), N_("Begin a call, or go back to the one that is going on")),
    Command("review", "", N_("All answers"), N_("All answers on one page")),
    Command("language", "", N_("Language"), N_("Change the language: 简体中文, English, 繁體中文")),
    Command("print", "", N_("Question sheet"), N_("Write the question sheet to a text file for printing")),
    Command("start", "", N_("Other cases"), N_("Open another case, or begin a new one")),
)
"""In the order the key line shows them."""
