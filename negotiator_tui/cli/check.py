"""`check`: what is wrong with a case file."""

from collections.abc import Iterator

from negotiator_tui.case.case import LISTS, Case, items_of
from negotiator_tui.case.questions import asked
from negotiator_tui.cli.cases import opened
from negotiator_tui.cli.options import Given
from negotiator_tui.cli.output import show
from negotiator_tui.storage.problems import place_of
from negotiator_tui.text.fault import Fault, declare, fault, sentence
from negotiator_tui.text.language import N_, t

PROBLEMS = 1
_OUTSIDE = "storage.cannot-write"
"""Why a case may only be read that has nothing to do with what is in it."""

declare({"check.required": N_("{where}: “{label}” needs an answer; without it this entry cannot be used.")})


def run(given: Given) -> int:
    """Print the problems. 0 there are none, 1 there are some; a file that cannot be read is refused."""
    case_file = opened(given)
    only = (case_file.read_only,) if case_file.read_only else ()
    inside = tuple(each for each in only if each.code != _OUTSIDE)
    problems = (*inside, *case_file.problems, *_unanswered(case_file.case, given))
    notices = (*(each for each in only if each.code == _OUTSIDE), *case_file.notices)
    data = {
        "problems": [_json(problem, given) for problem in problems],
        "notices": [_json(notice, given) for notice in notices],
        "read_only": case_file.read_only is not None,
    }
    fine = given.say(N_("No problems found."))
    said = [sentence(problem, given.lang) for problem in problems] or [fine]
    show(given, data, [*said, *(sentence(notice, given.lang) for notice in notices)])
    return PROBLEMS if problems else 0


def _json(problem: Fault, given: Given) -> dict[str, object]:
    return {"code": problem.code, "args": dict(problem.args), "sentence": sentence(problem, given.lang)}


def _unanswered(case: Case, given: Given) -> Iterator[Fault]:
    """Required questions of the entries there are, without an answer."""
    for name in LISTS:
        for number, item in enumerate(items_of(case, name)):
            for each in asked(item):
                if each.ask.required and getattr(item, each.name) is None:
                    where = place_of((name, number, each.name.removesuffix("_")))
                    yield fault("check.required", where=where, label=t(given.lang, each.ask.label))
