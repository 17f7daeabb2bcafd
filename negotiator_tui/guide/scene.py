"""What a rehearsal scene is made of, and what is wrong with one that somebody else wrote.

A scene is a small graph: turns, in which the other side speaks and there are answers to choose from, and endings.
Every answer leads to a turn or an ending; nobody can come back to a turn, so each way through ends.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from negotiator_tui.case.stages import STAGE_OF
from negotiator_tui.guide.content import structure
from negotiator_tui.guide.debt_kind import ROLES
from negotiator_tui.text.clean import clean
from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_

declare(
    {
        "scene.toml": N_("“{name}”: line {line} cannot be understood. Please compare it with the line above it."),
        "scene.toml-end": N_("“{name}” stops in the middle of something. Please look at its last lines."),
        "scene.nested": N_("“{name}” is nested too deeply to be a scene."),
        "scene.missing": N_("“{name}”: {where} is missing. Please write it."),
        "scene.unknown": N_("“{name}”: {where} is not part of a scene. Please look at how it is spelled."),
        "scene.too-long": N_("“{name}”: {where} is too long. One breath is enough."),
        "scene.too-many": N_("“{name}”: {where} has more entries than a scene can have."),
        "scene.value": N_("“{name}”: {where} is not written as a scene needs it."),
        "scene.no-answers": N_("“{name}”: {where} has no answers, so nobody gets on from there."),
        "scene.dead-end": N_("“{name}”: {where} leads to “{to}”, and there is no such turn or ending."),
        "scene.loop": N_("“{name}” goes in a circle: {loop}. Please let one of these answers lead to an ending."),
        "scene.twice": N_("“{name}”: “{id}” is the name of a turn and of an ending. Please rename one."),
        "scene.placeholder": N_(
            "“{name}”: {text} in {where} is none of the words this program can fill in. It knows {known}."
        ),
        "scene.named": N_("“{name}”: {where} names “{id}”, which this program does not know. Please leave it out."),
        "scene.page": N_("“{name}”: there is no page “{page}” that {where} could lead to."),
    }
)

TURNS = 60
ANSWERS = 9
"""The most turns or endings of a scene, and the most answers of a turn: one key each."""

Done = Literal["reason", "figure", "writing"]
Broken = Literal["line", "private", "true"]
DONE: tuple[Done, ...] = ("reason", "figure", "writing")
KEPT: tuple[Broken, ...] = ("line", "private", "true")
"""What an answer may have done, and what it keeps unless it is said to break it."""

Kind = Literal["better", "later", "stop"]
KINDS: tuple[Kind, ...] = ("better", "later", "stop")
"""How a conversation ends: a little better, noted and talked about another day, stopped to be safe."""

PLACEHOLDERS = (
    "name",
    "tail",
    "bank",
    "reply_by",
    "cause",
    "sum_monthly",
    "sum_over",
    "sum_overdue",
    "sum_old",
)
"""What a text may leave to be filled in from the case."""

_PAGES = {*STAGE_OF, "urgent"}
_BRACED = re.compile(r"\{([^{}]*)\}|[{}]")


def _cleaned(text: str) -> str:
    return clean(text, limit=1000).strip()


Title = Annotated[str, Field(min_length=1, max_length=60), AfterValidator(_cleaned)]
Text = Annotated[str, Field(min_length=1, max_length=400), AfterValidator(_cleaned)]
Id = Annotated[str, Field(min_length=1, max_length=60), AfterValidator(_cleaned)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Choice(_Part):
    """An answer: what is said, what it did, broke and took back, why, and where it leads."""

    say: Text
    why: Text
    to: Id
    did: tuple[Done, ...] = ()
    broke: tuple[Broken, ...] = ()
    mends: tuple[Broken, ...] = ()


class Turn(_Part):
    """What the other side says, and the answers there are."""

    says: Text
    choice: Annotated[dict[Id, Choice], Field(min_length=1, max_length=ANSWERS)]


class Ending(_Part):
    """How it ends; `page` is where to go on from here."""

    kind: Kind
    text: Text
    page: Annotated[str, Field(max_length=60)] = ""


class Scene(_Part):
    """One scene. It begins at its first turn. `roles` is who speaks, `facts` what its words rest on."""

    title: Title
    about: Text
    roles: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    turn: Annotated[dict[Id, Turn], Field(min_length=1, max_length=TURNS)]
    end: Annotated[dict[Id, Ending], Field(min_length=1, max_length=TURNS)]

    @property
    def first(self) -> str:
        """The id of the turn it begins with."""
        return next(iter(self.turn))


def scene_of(table: Mapping[str, Any], name: str) -> Scene | Fault:
    """The scene in a table, or what is wrong with it first. `name` is what it is called in the sentence."""
    try:
        scene = Scene.model_validate(dict(table))
    except ValidationError as error:
        return _refused(error, name)
    return next(_wrong(scene, name), scene)


def read_scene(text: str, name: str) -> Scene | Fault:
    """The scene in the TOML text of one file."""
    import tomllib

    try:
        table = tomllib.loads(text)
    except RecursionError:
        return fault("scene.nested", name=name)
    except ValueError as error:
        # The parser's words may quote the file, so only the line is taken from them.
        line = re.search(r"at line (\d+)", str(error))
        return fault("scene.toml", name=name, line=line[1]) if line else fault("scene.toml-end", name=name)
    return scene_of(table, name)


def _refused(error: ValidationError, name: str) -> Fault:
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    where = ".".join(str(each) for each in first["loc"] if each != "[key]")
    kind = first["type"]
    if kind == "missing":
        turn = first["loc"][-1] == "choice"
        return (
            fault("scene.no-answers", name=name, where=where.removesuffix(".choice"))
            if turn
            else fault("scene.missing", name=name, where=where)
        )
    if kind == "too_short" and first["loc"][-1] == "choice":
        return fault("scene.no-answers", name=name, where=where.removesuffix(".choice"))
    codes = {
        "extra_forbidden": "scene.unknown",
        "string_too_long": "scene.too-long",
        "string_too_short": "scene.missing",
        "too_short": "scene.missing",
        "too_long": "scene.too-many",
    }
    return fault(codes.get(kind, "scene.value"), name=name, where=where)


def _wrong(scene: Scene, name: str) -> Iterator[Fault]:
    """What does not fit together, the gravest first."""
    for each in scene.turn.keys() & scene.end.keys():
        yield fault("scene.twice", name=name, id=each)
    places = {*scene.turn, *scene.end}
    for where, choice in _choices(scene):
        if choice.to not in places:
            yield fault("scene.dead-end", name=name, where=where, to=choice.to)
    if loop := _loop(scene):
        yield fault("scene.loop", name=name, loop=" > ".join(loop))
    yield from _unknown(scene, name)


def _unknown(scene: Scene, name: str) -> Iterator[Fault]:
    """What is named in a scene, and not there in this program."""
    known = ", ".join(PLACEHOLDERS)
    for where, text in _texts(scene):
        for found in _BRACED.finditer(text):
            if found[1] not in PLACEHOLDERS:
                yield fault("scene.placeholder", name=name, text=found[0], where=where, known=known)
    for where, ids, there in (("roles", scene.roles, ROLES), ("facts", scene.facts, structure("facts"))):
        for each in ids:
            if each not in there:
                yield fault("scene.named", name=name, where=where, id=each)
    for end_id, end in scene.end.items():
        if end.page and end.page not in _PAGES:
            yield fault("scene.page", name=name, page=end.page, where=f"end.{end_id}")


def _choices(scene: Scene) -> Iterator[tuple[str, Choice]]:
    for turn_id, turn in scene.turn.items():
        for choice_id, choice in turn.choice.items():
            yield f"turn.{turn_id}.choice.{choice_id}", choice


def _loop(scene: Scene) -> list[str]:
    """Turns one can come around to again, in order, the first one at the end once more; empty where there are none."""
    done: set[str] = set()
    for begin in scene.turn:
        way: list[tuple[str, Iterator[str]]] = [(begin, _following(scene, begin))] if begin not in done else []
        while way:
            following = next(way[-1][1], None)
            if following is None:
                done.add(way.pop()[0])
                continue
            on_the_way = [turn for turn, _ in way]
            if following in on_the_way:
                return [*on_the_way[on_the_way.index(following) :], following]
            if following not in done:
                way.append((following, _following(scene, following)))
    return []


def _following(scene: Scene, turn: str) -> Iterator[str]:
    return (each.to for each in scene.turn[turn].choice.values() if each.to in scene.turn)


def _texts(scene: Scene) -> Iterable[tuple[str, str]]:
    yield from (("title", scene.title), ("about", scene.about))
    for turn_id, turn in scene.turn.items():
        yield f"turn.{turn_id}.says", turn.says
    for where, choice in _choices(scene):
        yield from ((f"{where}.say", choice.say), (f"{where}.why", choice.why))
    for end_id, end in scene.end.items():
        yield f"end.{end_id}.text", end.text


def filled(text: str, values: Mapping[str, str]) -> str:
    """A text with its placeholders filled; a blank between two Chinese characters goes. KeyError if one is not given."""
    whole = _BRACED.sub(lambda found: values[found[1]], text)
    return _SPACE.sub("", whole)


_SPACE = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[\u3000-\u9fff\uff00-\uffef])")
