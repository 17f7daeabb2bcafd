"""`rehearse`: practise a conversation in plain text. Answers are numbers, one a line, so that they can be piped."""

import sys
import unicodedata
from collections.abc import Container, Iterable, Mapping
from pathlib import Path
from typing import Any

from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt
from negotiator_tui.cli.cases import debt_of
from negotiator_tui.cli.faults import RefusedError, fault
from negotiator_tui.cli.options import LINE, Given
from negotiator_tui.cli.output import show
from negotiator_tui.guide.content import say
from negotiator_tui.guide.pages import holding_debt
from negotiator_tui.guide.rehearsal import SCENES, Rehearsal, back, begin, choose, scene
from negotiator_tui.guide.rehearsal_words import debt_for, scene_values
from negotiator_tui.guide.scene import DONE, KEPT, Choice, Ending, Scene, filled, read_scene
from negotiator_tui.storage.casefile import read_case
from negotiator_tui.storage.locations import locations
from negotiator_tui.storage.scenes import own_scene_texts, scenes_folder
from negotiator_tui.text.cells import pad, width, wrap
from negotiator_tui.text.clean import clean
from negotiator_tui.text.fault import Fault, sentence
from negotiator_tui.text.language import N_

BACK = 0
"""The number that takes the last answer back."""
LONGEST_LINE = 1000
"""Bytes of a line of input that are looked at."""


def run(given: Given) -> int:
    """List the scenes, or walk through one."""
    if given.has("--list") or not given.words:
        _list(given)
        return 0
    found = _found(given, given.words[0])
    if given.has("--toml"):
        import tomli_w

        print(tomli_w.dumps(found.model_dump(mode="json", exclude_defaults=True), multiline_strings=False), end="")
        return 0
    if given.json:
        show(given, {"id": given.words[0], **found.model_dump(mode="json")}, ())
        return 0
    case, debt = _about(given, found)
    _walk(given, found, scene_values(case, debt, given.today, given.lang))
    return 0


def _own() -> dict[str, Scene | Fault]:
    texts = own_scene_texts(locations())
    return {name: text if isinstance(text, Fault) else read_scene(text, name) for name, text in texts}


def _list(given: Given) -> None:
    own = _own()
    there = {each: scene(each, given.lang) for each in SCENES}
    there |= {name: each for name, each in own.items() if isinstance(each, Scene) and name not in there}
    broken = [sentence(each, given.lang) for each in own.values() if isinstance(each, Fault)]
    folder = str(scenes_folder(locations()))
    data: dict[str, Any] = {
        "scenes": [
            {"id": name, "title": each.title, "about": each.about, "own": name not in SCENES}
            for name, each in there.items()
        ],
        "not_usable": broken,
        "folder": folder,
    }
    left = max(map(width, there)) + 2
    lines = [pad(name, left) + f"{each.title}  {each.about}" for name, each in there.items()]
    words = N_(
        "Scenes of your own, one TOML file each, are read from {folder}. "
        "An example: negotiator-tui rehearse pay-first --toml"
    )
    show(given, data, [*lines, *broken, "", given.say(words, folder=folder)])


def _found(given: Given, name: str) -> Scene:
    if name in SCENES:
        return scene(name, given.lang)
    found = _own().get(name.removesuffix(".toml"))
    if isinstance(found, Fault):
        raise RefusedError(found)
    if found is None:
        raise RefusedError(fault("cli.no-scene", name=name))
    return found


def _about(given: Given, of: Scene) -> tuple[Case, Debt | None]:
    """The case and the debt whose figures are spoken of; none of either where no case is named."""
    if not given.has("--case"):
        if given.has("--debt"):
            raise RefusedError(fault("cli.only-with", option="--debt", other="--case"))
        return Case(), None
    read = read_case(Path(given.options["--case"]))
    if isinstance(read, Fault):
        raise RefusedError(read)
    debt = debt_of(read.case, given) if given.has("--debt") else holding_debt(read.case, given.today)
    return read.case, debt if given.has("--debt") else debt_for(of, debt, read.case)


def _walk(given: Given, of: Scene, values: Mapping[str, str]) -> None:
    """One conversation with whoever is at the other end of the pipe; the end of the input ends it."""
    _print([of.title, filled(of.about, values), given.say(N_("Type a number and Enter; 0 takes it back.")), ""])
    at = begin(of)
    while True:
        here = at.here
        if isinstance(here, Ending):
            _print(_ending(given, at, here, values))
            return
        answers = [f"  {number}  {filled(each.say, values)}" for number, each in enumerate(here.choice.values(), 1)]
        _print([given.say(N_("They: ")) + filled(here.says, values), *answers])
        line = _typed()
        if line is None:
            _print(["", given.say(N_("Stopped here. Nothing is kept; begin again whenever you like."))])
            return
        at = _answered(given, at, line, values)


def _typed() -> str | None:
    """One line of what is typed or piped in, whatever its bytes, full-width digits too; None at its end."""
    line = sys.stdin.buffer.readline(LONGEST_LINE) if sys.stdin is not None else b""
    return unicodedata.normalize("NFKC", line.decode(errors="replace")).strip() if line else None


def _answered(given: Given, at: Rehearsal, typed: str, values: Mapping[str, str]) -> Rehearsal:
    """The walk after a line of input; where it is no answer, as it was, with one sentence said."""
    number = int(typed) if typed.isdecimal() and len(typed) < 4 else -1
    if number == BACK:
        return back(at, len(at.answers) - 1)
    following = choose(at, number - 1)
    if isinstance(following, Fault):
        _print([sentence(fault("scene.no-such-answer", number=typed), given.lang)])
        return at
    _print(_feedback(given, following.steps[-1].choice, values))
    return following


def _feedback(given: Given, choice: Choice, values: Mapping[str, str]) -> list[str]:
    said = given.say(N_("You: ")) + filled(choice.say, values)
    return ["", said, "  " + _ticks(given, choice.did, choice.broke), "  " + filled(choice.why, values), ""]


def _ending(given: Given, at: Rehearsal, end: Ending, values: Mapping[str, str]) -> list[str]:
    title = say("rehearsal", given.lang, f"kind-{end.kind}")
    ticks = _ticks(given, at.done, at.broken, at.mended)
    return [title, filled(end.text, values), given.say(N_("In the whole call:")), "  " + ticks]


def _ticks(given: Given, done: Container[str], broken: Container[str], mended: Container[str] = ()) -> str:
    """The six points in words: + done or kept, - not in this answer, ! to be minded."""
    parts = [f"{'+' if each in done else '-'} {say('rehearsal', given.lang, f'mark-{each}')}" for each in DONE]
    for kept in KEPT:
        entry = f"broke-{kept}" if kept in broken else "mended" if kept in mended else f"mark-{kept}"
        parts.append(f"{'!' if kept in broken else '+'} {say('rehearsal', given.lang, entry)}")
    return "  ".join(parts)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        for part in wrap(clean(line), LINE):
            print(part)
    sys.stdout.flush()
