"""Practising a conversation: the scenes, then one of them turn by turn, with what may be said about each answer."""

from negotiator_tui.case.stages import STAGE_OF
from negotiator_tui.guide.content import say
from negotiator_tui.guide.facts import named_facts
from negotiator_tui.guide.rehearsal import SCENES, Rehearsal, Step, scene, walked
from negotiator_tui.guide.rehearsal_words import debt_for, scene_values
from negotiator_tui.guide.scene import DONE, KEPT, Broken, Done, Ending, Scene, Turn, filled
from negotiator_tui.text.fault import Fault, sentence
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Span
from negotiator_tui.ui.pages.choosing import choice, chosen
from negotiator_tui.ui.pages.forms import debt_name
from negotiator_tui.ui.pages.guided import distress, grounds
from negotiator_tui.ui.pages.hanging import hanging
from negotiator_tui.ui.pages.script import spoken_of
from negotiator_tui.ui.view import HIDDEN, View

GROUP = "rehearsal"
"""The marks that say which scene is practised, and what was answered in it."""
OWN = "own:"
"""Begins the id of a scene from the settings folder, so that it never hides one of the program's."""


def rehearsal(view: View) -> list[r.Row]:
    """The scenes; once one is chosen, the conversation so far and what can be said next."""
    scene_id, at = practised(view)
    return _scenes(view) if at is None else _Talk(view, scene_id, at).rows()


def practised(view: View) -> tuple[str, Rehearsal | None]:
    """The scene that is open, by its id, and how far it is; None while there is none."""
    scene_id, _, numbers = (chosen(view, GROUP) or "").rpartition("/")
    found = _scene(view, scene_id) if scene_id else None
    if found is None:
        return "", None
    return scene_id, walked(found, (int(each) for each in numbers.split(".") if each))


def place(scene_id: str, answers: tuple[int, ...] = ()) -> str:
    """The argument of the command "rehearse" that leads to a place in a scene."""
    return f"{scene_id}/{'.'.join(map(str, answers))}"


def mark(view: View, where: str) -> str:
    """The mark that puts the page there; "" is the list of scenes."""
    return choice(view, GROUP, where)


def _scene(view: View, scene_id: str) -> Scene | None:
    if scene_id in SCENES:
        return scene(scene_id, view.lang)
    own = dict(view.scenes).get(scene_id.removeprefix(OWN)) if scene_id.startswith(OWN) else None
    return own if isinstance(own, Scene) else None


def _scenes(view: View) -> list[r.Row]:
    """Every scene, those whose first sentence was really said to the borrower at the top."""
    heard = {offer.refusal.value for offer in view.case.offers if offer.refusal is not None}
    ids = sorted(SCENES, key=lambda each: each not in heard)
    own = [(name, each) for name, each in view.scenes if isinstance(each, Scene)]
    broken = [each for _, each in view.scenes if isinstance(each, Fault)]
    return [
        r.Heading(view.t(N_("Rehearse a call")), view.t(N_("nobody hears it, and nothing is counted"))),
        *(_entry(view, each, scene(each, view.lang), heard=each in heard) for each in ids),
        *([r.Heading(view.t(N_("Scenes of your own")))] if own or broken else []),
        *(_entry(view, OWN + name, each) for name, each in own),
        *(r.Note(sentence(each, view.lang), "warn") for each in broken),
        r.Blank(),
        r.Note(view.t(N_("After each answer: ✓ done or kept, - not in this answer, ! mind this.")), "dim"),
        r.Note(
            view.t(N_("The other side is made up and plays no real company. Wrong answers are for trying out.")), "dim"
        ),
        distress(view)[0],
    ]


def _entry(view: View, scene_id: str, each: Scene, *, heard: bool = False) -> r.Row:
    hint = view.t(N_("they said this to you")) if heard else each.about
    return r.ActionRow(scene_id, each.title, hint, command="rehearse", argument=place(scene_id))


class _Talk:
    """One conversation on its way, drawn. `values` fill its placeholders."""

    def __init__(self, view: View, scene_id: str, at: Rehearsal) -> None:
        self.view, self.scene_id, self.at = view, scene_id, at
        self.debt = debt_for(at.scene, spoken_of(view), view.case)
        stars = HIDDEN if view.hide else ""
        self.values = scene_values(view.case, self.debt, view.today, view.lang, stars=stars)

    def rows(self) -> list[r.Row]:
        view, at = self.view, self.at
        rows: list[r.Row] = [r.Heading(at.scene.title, view.t(N_("a rehearsal")))]
        on, again = (
            view.t(N_("On to where you are")),
            N_("Enter on an answer of yours takes the scene up again from there."),
        )
        if at.answers:
            rows.append(r.ActionRow("on", on, command="rehearse", argument=self._there(at.answers), style="dim"))
        rows += [
            r.ActionRow("all", view.t(N_("All scenes")), self._whose(), command="rehearse", style="dim"),
            r.Note(view.t(again) if at.answers else self._say(at.scene.about), "dim"),
        ]
        for number, step in enumerate(at.steps):
            rows += self._step(number, step)
        here = at.here
        return [*rows, *(self._turn(here) if isinstance(here, Turn) else self._ending(here))]

    def _whose(self) -> str:
        if self.debt is None:
            return ""
        return self.view.t(N_("with the figures of {name}"), name=debt_name(self.view, self.debt.id))

    def _say(self, text: str) -> str:
        return filled(text, self.values)

    def _there(self, answers: tuple[int, ...]) -> str:
        return place(self.scene_id, answers)

    def _they(self, text: str) -> r.Row:
        return hanging(Span(self.view.t(N_("They: ")), "dim"), (Span(self._say(text), "strong"),))

    def _step(self, number: int, step: Step) -> list[r.Row]:
        """A turn that is over; Enter on the answer goes back to it."""
        label = self.view.t(N_("You: ")) + self._say(step.choice.say)
        return [
            r.Blank(),
            self._they(step.says),
            r.ActionRow(
                f"step.{number}", label, command="rehearse", argument=self._there(self.at.answers[:number]), style=""
            ),
            r.Note(self._ticks(frozenset(step.choice.did), frozenset(step.choice.broke)), indent=4),
            r.Note(self._say(step.choice.why), "dim", indent=4),
        ]

    def _turn(self, turn: Turn) -> list[r.Row]:
        answers: list[r.Row] = [
            r.ActionRow(
                f"answer.{number}",
                f"{number}  {self._say(each.say)}",
                command="rehearse",
                argument=self._there((*self.at.answers, number - 1)),
            )
            for number, each in enumerate(turn.choice.values(), 1)
        ]
        return [r.Blank(), self._they(turn.says), *answers]

    def _ending(self, end: Ending) -> list[r.Row]:
        view, at = self.view, self.at
        rows: list[r.Row] = [
            r.Heading(say("rehearsal", view.lang, f"kind-{end.kind}")),
            r.Note(self._say(end.text)),
            r.Note(view.t(N_("In the whole call:")), "dim"),
            r.Note(self._ticks(at.done, at.broken, at.mended), indent=2),
        ]
        if end.page:
            label = view.t(N_("On to: {page}"), page=view.t(_page_title(end.page)))
            rows.append(r.ActionRow("after.page", label, target=r.Target(end.page)))
        rows += [
            r.ActionRow(
                "after.again", view.t(N_("Once more from the start")), command="rehearse", argument=self._there(())
            ),
            r.ActionRow("after.all", view.t(N_("Another scene")), command="rehearse"),
        ]
        facts = named_facts(self.at.scene.facts, self.debt, view.today, view.case)
        return [*rows, *grounds(view, "rehearsal", facts)]

    def _ticks(
        self, done: frozenset[Done], broken: frozenset[Broken], mended: frozenset[Broken] = frozenset()
    ) -> tuple[Span, ...]:
        """The six points in one line, in words; nothing is added up."""
        tick = "+" if self.view.ascii else "✓"
        spans: list[Span] = []
        for each in DONE:
            name = say("rehearsal", self.view.lang, f"mark-{each}")
            spans += (Span(f"{tick} ", "good"), Span(name)) if each in done else (Span(f"- {name}", "dim"),)
            spans.append(Span("  "))
        for kept in KEPT:
            wrong = kept in broken
            entry = f"broke-{kept}" if wrong else "mended" if kept in mended else f"mark-{kept}"
            name = say("rehearsal", self.view.lang, entry)
            spans += (Span(f"! {name}", "warn"),) if wrong else (Span(f"{tick} ", "good"), Span(name))
            spans.append(Span("  "))
        return tuple(spans[:-1])


def _page_title(page: str) -> str:
    stage = STAGE_OF.get(page)
    if stage is None:
        return N_("Urgent")
    return next(each.title for each in stage.pages if each.id == page)
