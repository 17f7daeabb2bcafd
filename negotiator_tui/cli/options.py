"""How commands and their options are declared, read with argparse, and described: one declaration for all three."""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from negotiator_tui.cli.faults import RefusedError, fault
from negotiator_tui.text.cells import pad, width, wrap
from negotiator_tui.text.language import N_, Lang, t

LINE = 100
"""Cells of a line of help."""


@dataclass(frozen=True, slots=True)
class Option:
    """One option. `help` is an English msgid; `value` names what follows it, empty for a switch."""

    name: str
    help: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Command:
    """One command: the module of this package that runs it, its words in order, its options.

    `words` in square brackets may be left out; `required` options may not.
    `notes` are paragraphs of its help, as English msgids.
    """

    name: str
    summary: str
    module: str
    words: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    required: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


COMMON = (
    Option("--json", N_("print JSON for other programs")),
    Option("--today", N_("count from this day instead of today, as YYYY-MM-DD"), "DATE"),
    Option("--lang", N_("language: zh_Hans, zh_Hant or en"), "LANG"),
    Option("--help", N_("show this help")),
)
"""Options that every command takes."""


@dataclass(frozen=True, slots=True)
class Given:
    """A command line as read: options by name, switches with an empty text."""

    command: Command
    words: tuple[str, ...]
    options: Mapping[str, str]
    lang: Lang
    today: date

    @property
    def json(self) -> bool:
        """Whether JSON is asked for."""
        return "--json" in self.options

    def has(self, name: str) -> bool:
        """Whether the option was given."""
        return name in self.options

    def say(self, msgid: str, /, **args: object) -> str:
        """A sentence in the language chosen."""
        return t(self.lang, msgid, **args)


def split(argv: Sequence[str], options: Sequence[Option], command: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """The options by name and the words of a command line. RefusedError for an option that is not there."""
    before, after = (argv[: argv.index("--")], argv[argv.index("--") + 1 :]) if "--" in argv else (argv, ())
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    for option in options:
        if option.value:
            parser.add_argument(option.name, dest=option.name, default=argparse.SUPPRESS)
        else:
            short = ("-h",) if option.name == "--help" else ()
            parser.add_argument(
                option.name, *short, dest=option.name, action="store_const", const="", default=argparse.SUPPRESS
            )
    try:
        found, rest = parser.parse_known_args(list(before))
    except argparse.ArgumentError as error:
        name = (error.argument_name or "").split("/")[0]
        takes = any(option.value for option in options if option.name == name)
        raise RefusedError(fault("cli.value" if takes else "cli.no-value", option=name)) from error
    for word in rest:
        if word.startswith("-") and len(word) > 1:
            raise RefusedError(fault("cli.option", option=word.split("=")[0], command=command))
    return vars(found), (*rest, *after)


def check_words(command: Command, words: Sequence[str], options: Mapping[str, str]) -> None:
    """RefusedError where a word or a required option is missing, or a word is too many."""
    needed = [word for word in command.words if not word.startswith("[")]
    if len(words) < len(needed):
        raise RefusedError(fault("cli.missing", command=command.name, what=needed[len(words)]))
    if len(words) > len(command.words) and not "".join(command.words[-1:]).endswith("…]"):
        raise RefusedError(fault("cli.surplus", command=command.name, word=words[len(command.words)]))
    for name in command.required:
        if name not in options:
            raise RefusedError(fault("cli.missing", command=command.name, what=name))


def described(rows: Sequence[tuple[str, str]], lang: Lang) -> list[str]:
    """Rows of a name and a msgid as lines of help, the second column wrapped under itself."""
    left = max(width(name) for name, _ in rows) + 4
    lines = []
    for name, msgid in rows:
        first, *more = wrap(t(lang, msgid), LINE - left)
        lines.append(pad(f"  {name}", left) + first)
        lines += [" " * left + line for line in more]
    return lines


def help_of(command: Command, lang: Lang) -> str:
    """The help of one command."""
    usage = " ".join(("negotiator-tui", command.name, *command.words, *_required(command), "[…]"))
    own = [(f"{option.name} {option.value}".strip(), option.help) for option in (*command.options, *COMMON)]
    return "\n".join(
        (
            usage,
            "",
            *wrap(t(lang, command.summary), LINE),
            "",
            t(lang, N_("Options:")),
            *described(own, lang),
            *(line for note in command.notes for line in ("", *wrap(t(lang, note), LINE))),
        )
    )


def _required(command: Command) -> list[str]:
    return [f"{option.name} {option.value}" for option in command.options if option.name in command.required]
