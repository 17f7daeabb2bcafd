"""Practising a conversation: the scenes there are, and the walk through one. Nobody wins, and nothing is counted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from negotiator_tui.guide.content import structure, texts
from negotiator_tui.guide.scene import Broken, Choice, Done, Ending, Scene, Turn, scene_of
from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_, Lang

declare({"scene.no-such-answer": N_("There is no answer {number} here. Please type one of the numbers in the list.")})

SCENES = (
    "no-service",
    "no-authority",
    "pay-first",
    "system",
    "clear-arrears",
    "ask-family",
    "penalty-only",
    "transferred",
    "today-only",
    "good-offer",
    "fraud",
    "silence",
    "asked-about",
    "landlord",
)
"""The scenes of the program, in the order they are listed."""


@dataclass(frozen=True, slots=True)
class Step:
    """A turn that is over: where it was, what they said, what was answered."""

    turn: str
    says: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """One walk through a scene: the answers given so far, each by its place in its turn, counted from 0."""

    scene: Scene
    answers: tuple[int, ...] = ()

    @property
    def steps(self) -> tuple[Step, ...]:
        """The turns that are over."""
        found, turn = [], self.scene.first
        for number in self.answers:
            now = self.scene.turn[turn]
            choice = tuple(now.choice.values())[number]
            found.append(Step(turn, now.says, choice))
            turn = choice.to
        return tuple(found)

    @property
    def here(self) -> Turn | Ending:
        """Where the conversation is: a turn to be answered, or its ending."""
        steps = self.steps
        place = steps[-1].choice.to if steps else self.scene.first
        return self.scene.turn[place] if place in self.scene.turn else self.scene.end[place]

    @property
    def done(self) -> frozenset[Done]:
        """What was done in any answer so far."""
        return frozenset(mark for step in self.steps for mark in step.choice.did)

    @property
    def broken(self) -> frozenset[Broken]:
        """What was not kept in some answer so far, and not taken back after it."""
        found: set[Broken] = set()
        for step in self.steps:
            found = (found - {*step.choice.mends}) | {*step.choice.broke}
        return frozenset(found)

    @property
    def mended(self) -> frozenset[Broken]:
        """What was not kept, and taken back."""
        return frozenset(mark for step in self.steps for mark in step.choice.broke) - self.broken


@cache
def scene(scene_id: str, lang: Lang) -> Scene:
    """One of the program's own scenes. KeyError if there is none."""
    if scene_id not in SCENES:
        raise KeyError(scene_id)
    part = f"scenes/{scene_id}"
    found = scene_of(_merged(structure(part), texts(part, lang)), scene_id)
    if isinstance(found, Fault):
        raise ValueError(found)  # a file of the program itself; the tests read them all
    return found


def begin(of: Scene) -> Rehearsal:
    """A scene from its first turn."""
    return Rehearsal(of)


def choose(at: Rehearsal, number: int) -> Rehearsal | Fault:
    """The walk with one more answer, by its place in the turn counted from 0; a fault where there is no such answer."""
    now = at.here
    if not isinstance(now, Turn) or not 0 <= number < len(now.choice):
        return fault("scene.no-such-answer", number=number + 1)
    return Rehearsal(at.scene, (*at.answers, number))


def back(at: Rehearsal, turns: int) -> Rehearsal:
    """The walk as it was after so many answers: 0 is the beginning."""
    return Rehearsal(at.scene, at.answers[: max(0, turns)])


def walked(of: Scene, answers: Iterable[int]) -> Rehearsal:
    """The walk with these answers, as far as they are still there: a scene may have been written anew meanwhile."""
    at = begin(of)
    for number in answers:
        following = choose(at, number)
        if isinstance(following, Fault):
            break
        at = following
    return at


def _merged(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """Structure and texts of the same shape as one table; the order is the structure's."""
    both = {name: one.get(name, other.get(name)) for name in (*one, *other)}
    return {
        name: _merged(value, other[name])
        if isinstance(value, Mapping) and isinstance(other.get(name), Mapping)
        else value
        for name, value in both.items()
    }
