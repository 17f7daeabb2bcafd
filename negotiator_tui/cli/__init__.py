"""The command line: which command is meant, in which language, on which day; then its module does the rest."""

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from importlib import import_module
from pathlib import Path

from negotiator_tui.cli.commands import BY_NAME, COMMANDS, WIZARD
from negotiator_tui.cli.faults import RefusedError, fault
from negotiator_tui.cli.options import COMMON, LINE, Command, Given, check_words, described, help_of, split
from negotiator_tui.text.cells import wrap
from negotiator_tui.text.fault import Fault, sentence
from negotiator_tui.text.language import LANGUAGES, N_, Lang, guess_language, t

REFUSED = 2

_YEARS = range(1990, 2100)
"""Years today may lie in: a case holds days up to 2100, and a plan made today reaches into the next year."""

_VALUED = tuple(option.name for option in COMMON if option.value)


def run(argv: Sequence[str]) -> int:
    """Run a command line (without the program's name) and return the exit code: 0 done, 2 refused, or the command's."""
    lang = _language(argv)
    try:
        return _run(argv, lang)
    except RefusedError as refused:
        return complain(refused.problem, lang, refused.option)


def complain(problem: Fault, lang: Lang, option: str = "") -> int:
    """Say one sentence on stderr and return the exit code for it."""
    said = sentence(problem, lang)
    sys.stderr.write(f"{option}: {said}\n" if option else f"{said}\n")
    return REFUSED


def _run(argv: Sequence[str], lang: Lang) -> int:
    command, rest = _command(argv)
    options, words = split(rest, (*command.options, *COMMON), command.name)
    if "--help" in options:
        print(help_of(command, lang) if command.name else _overview(lang))
        return 0
    if "--version" in options:
        print(_version())
        return 0
    if options.get("--lang", "zh") and _lang_of(options.get("--lang", "zh")) is None:
        raise RefusedError(fault("cli.choice", text=options["--lang"], choices=", ".join(LANGUAGES)), "--lang")
    if not command.name and words and (len(words) > 1 or ("--" not in argv and _is_mistyped(words[0]))):
        raise RefusedError(fault("cli.command", name=words[0]))
    check_words(command, words, options)
    handler: Callable[[Given], int] = import_module(f"negotiator_tui.cli.{command.module}").run
    return handler(Given(command, words, options, lang, _today(options)))


def _command(argv: Sequence[str]) -> tuple[Command, list[str]]:
    """The command whose name is the first word, and the line without that word; the wizard if none is named."""
    skip = False
    for place, word in enumerate(argv):
        if skip or word.startswith("-"):
            if word == "--":
                break
            skip = not skip and word in _VALUED
            continue
        if word in BY_NAME:
            return BY_NAME[word], [*argv[:place], *argv[place + 1 :]]
        break
    return WIZARD, list(argv)


def _is_mistyped(word: str) -> bool:
    """Whether a lone word is rather a command spelled wrongly than a case: no file, no ending, no folder."""
    return not any(mark in word for mark in "./\\~") and not Path(word).exists()


def _today(options: dict[str, str]) -> date:
    """The day everything is reckoned from."""
    today = datetime.now().astimezone().date()
    if "--today" not in options:
        if today.year not in _YEARS:
            raise RefusedError(fault("cli.clock", day=today))
        return today
    from negotiator_tui.text.dates import parse_date

    given = parse_date(options["--today"], today)
    if not isinstance(given, Fault) and given.year not in _YEARS:
        given = fault("cli.today-late", day=given, last=_YEARS[-1])
    if isinstance(given, Fault):
        raise RefusedError(given, "--today")
    return given


def _language(argv: Sequence[str]) -> Lang:
    """The language of --lang, else of the settings, else of the environment. Whether --lang is good is seen later."""
    for place, word in enumerate(argv):
        if word == "--":
            break
        value = argv[place + 1] if word == "--lang" and place + 1 < len(argv) else word.removeprefix("--lang=")
        if word == "--lang" or value != word:
            asked = _lang_of(value)
            if asked is not None:
                return asked
    from negotiator_tui.storage.locations import locations
    from negotiator_tui.storage.settings import load_settings

    return _that_can_be_shown(load_settings(locations()).language or guess_language(os.environ))


def _that_can_be_shown(lang: Lang) -> Lang:
    """English where the encoding of the terminal has no Chinese: question marks help nobody."""
    try:
        "案".encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return "en"
    return lang


def _lang_of(text: str) -> Lang | None:
    start = text.lower().replace("_", "-").split("-")[0]
    return guess_language({"LANG": text}) if start in {"zh", "en"} else None


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"negotiator-tui {version('negotiator-tui')}"
    except PackageNotFoundError:  # run from a folder, not installed
        return "negotiator-tui"


def _overview(lang: Lang) -> str:
    """The help of the program."""
    usages = [(" ".join((command.name, *command.words)), command.summary) for command in COMMANDS]
    options = [(f"{option.name} {option.value}".strip(), option.help) for option in (*WIZARD.options, *COMMON)]
    about = N_(
        "A wizard for people who cannot repay: understand the debts, plan, gather papers, negotiate, follow up. "
        "Everything stays on this computer. It never connects to a network, asks for a password or takes money."
    )
    more = N_("Options of a command: negotiator-tui COMMAND --help. Exit codes: 0 done, 2 refused.")
    return "\n".join(
        (
            f"negotiator-tui {WIZARD.words[0]}    {t(lang, WIZARD.summary)}",
            "negotiator-tui COMMAND …",
            "",
            *wrap(t(lang, about), LINE),
            "",
            t(lang, N_("Commands:")),
            *described(usages, lang),
            "",
            t(lang, N_("Options:")),
            *described(options, lang),
            "",
            *wrap(t(lang, more), LINE),
        )
    )
