"""The lines around the work: stages, budget, where one is, help, the next step and the keys."""

from typing import TYPE_CHECKING

from negotiator_tui.case.edit import Path
from negotiator_tui.case.progress import progress
from negotiator_tui.case.stages import STAGE_OF, STAGES
from negotiator_tui.text.fault import Fault, is_told, sentence
from negotiator_tui.text.language import N_, t
from negotiator_tui.ui.bars import Bar, hint_lines, key_line, next_line, row_help
from negotiator_tui.ui.ink import Span, line
from negotiator_tui.ui.pages import WITHIN
from negotiator_tui.ui.panel import BudgetPanel
from negotiator_tui.ui.rail import Rail, RailState

if TYPE_CHECKING:
    from negotiator_tui.ui.app import Negotiator

CLOCK_PAGE = "call"
"""The page on which the seconds of a call go by."""


class Around:
    """What stands around the sheet, and what there is to say below it.

    The next step and what is next in other cases are shown from `look` on: their rules are imported after the first
    paint.
    """

    def __init__(self, app: "Negotiator") -> None:
        self._app = app
        self.rail, self.panel = Rail(), BudgetPanel()
        self.crumb, self.hint, self.next_step, self.keys = Bar("crumb"), Bar("hint"), Bar("next"), Bar("keys")
        self._looked = False
        self._message: Fault | None = None
        self._told_at: tuple[str, int] | None = None

    @property
    def message(self) -> Fault | None:
        """What there is to say. It stands until the borrower goes on to another row."""
        return self._message

    @message.setter
    def message(self, message: Fault | None) -> None:
        self._message, self._told_at = message, None

    def show(self) -> None:
        """Show all of it as the case, the place and the width are now."""
        session, width = self._app.session, self._app.size.width
        if session.place.page == CLOCK_PAGE:
            self._tick()
        self.rail.show(RailState(session.lang, self._page(), progress(session.counted)))
        self.panel.show(session.view(), session.live)
        self.keys.show([key_line(session.lang, width)])
        self.crumb.show([line(Span("  "), Span(self._crumb(), "dim"), Span(self._only_to_look(), "warn"))])
        if self._looked:
            self.look()

    def look(self) -> None:
        """Show what is imported after the first paint: the one next thing, here and in the cases opened before."""
        self._looked = True
        self.show_next()
        if self._app.session.place.page == "start" and self._app.session.shelf.recents:
            from negotiator_tui.ui.recent_next import look

            look(self._app)

    def show_next(self) -> None:
        """The one next thing to do, and when the case was saved."""
        from negotiator_tui.ui.next_step import next_words

        title, action, reason = next_words(self._app.session.view(counted=True))
        self.next_step.show([next_line(title, action, reason, self._saved_text(), self._app.size.width)])

    def show_hint(self, fault: Fault | None) -> None:
        """Below the rows: what is wrong, else help for the row."""
        app, lang = self._app, self._app.session.lang
        where = (app.session.place.page, app.sheet.current)
        if self._told_at not in {None, where}:
            self.message = None
        self._told_at = where
        problem, slot, width = fault or self.message, app.sheet.slot, self.hint.size.width or app.size.width
        said = sentence(problem, lang) if problem is not None else ""
        wrong = problem is not None and not is_told(problem)
        most = self.hint.size.height or 2
        lines = hint_lines(said, width, most, wrong=wrong)
        if slot is not None and not wrong:  # what is only told leaves the choices of the row in sight
            lines += hint_lines(self._typed(slot.path) or row_help(slot.question, lang), width, most, wrong=False)
        self.hint.show(lines)

    def _typed(self, path: Path) -> str:
        """What the terms of a plan come to with what is being typed; empty elsewhere and while nothing is typed."""
        session = self._app.session
        if path[:1] != ("terms",) or session.live is session.case:
            return ""
        from negotiator_tui.ui.plan_typed import typed_terms

        return typed_terms(session.view(), session.live, path)

    def _tick(self) -> None:
        from negotiator_tui.ui.ticking import tick

        tick(self._app)

    def _saved_text(self) -> str:
        app = self._app
        writable = app.saved and not app.session.read_only
        return t(app.session.lang, N_("saved {time}"), time=app.saved) if writable else ""

    def _only_to_look(self) -> str:
        session = self._app.session
        return "  " + t(session.lang, N_("only to look at")) if session.read_only and session.path else ""

    def _page(self) -> str:
        place = self._app.session.place
        if place.page == "item":
            return next((each.id for stage in STAGES for each in stage.pages if place.path[0] in each.asks), "first")
        return WITHIN.get(place.page, place.page)

    def _crumb(self) -> str:
        page = self._page()
        stage = STAGE_OF.get(page)
        if stage is None:
            return ""
        names = [stage.title, *(each.title for each in stage.pages if each.id == page and each.title != stage.title)]
        return " / ".join(t(self._app.session.lang, name) for name in names)
