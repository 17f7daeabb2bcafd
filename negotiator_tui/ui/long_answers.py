"""The long answer that may be open over the body: opened, kept while it is written, finished."""

from typing import TYPE_CHECKING

from negotiator_tui.case.answers import read_words
from negotiator_tui.case.edit import Path, value_at
from negotiator_tui.case.questions import Kind
from negotiator_tui.text.fault import declare, fault
from negotiator_tui.text.language import N_

if TYPE_CHECKING:
    from negotiator_tui.ui.app import Negotiator
    from negotiator_tui.ui.longtext import LongText

declare(
    {
        "ui.long-open": N_("Write as much as you like; Enter is a new line. Esc goes back, and all of it is kept."),
    },
    told=True,
)


class LongAnswers:
    """At most one long answer is open; its text is a draft until it is finished."""

    def __init__(self, app: "Negotiator") -> None:
        self._app = app
        self._area: LongText | None = None

    def open(self, path: Path) -> None:
        """Open the answer at a path, with what was typed there last; nothing where one is open already."""
        from negotiator_tui.ui.longtext import LongText

        if self._area is not None:
            return
        app = self._app
        draft = app.session.drafts.get(path)
        self._area = LongText(
            path,
            draft.raw if draft else self._answer(path),
            read_only=app.session.read_only,
            held=app.sheet.editor.held,
        )
        app.sheet.mount(self._area)
        self._area.focus()
        app.message = fault("ui.long-open")
        app.around.show_hint(None)

    def focus(self) -> None:
        """Give the keyboard to the long text, or to the editor of the sheet where none is open."""
        (self._area or self._app.sheet.editor).focus()

    def keep(self) -> None:
        """Keep what is written so far."""
        if self._area is not None:
            if not self._area.held:
                self._app.sheet.let_go()
            text = self._area.clean_text
            self._app.session.keep_draft(self._area.path, text, len(text))
            self._app.document.draft(self._app.session)

    def finish(self) -> None:
        """The text counts, and the page is there again; nothing where none is open."""
        if self._area is None:
            return
        app, area, self._area = self._app, self._area, None
        area.remove()
        app.sheet.editor.focus()
        text = area.clean_text.strip()
        changed = text != self._answer(area.path)
        app.message = app.session.commit(area.path, read_words(text, Kind.LONG)) if changed else None
        if app.message is None:
            app.session.drop_draft(area.path)
        app.show_page(area.path)
        app.document.draft(app.session)

    def _answer(self, path: Path) -> str:
        value = value_at(self._app.session.case, path)
        return value if isinstance(value, str) else ""
