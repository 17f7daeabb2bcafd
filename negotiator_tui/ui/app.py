"""The app: a switchboard between the session, the sheet and the lines around it."""

import gc
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.events import Resize
from textual.widget import Widget

from negotiator_tui.case.answers import Reading
from negotiator_tui.case.edit import Path
from negotiator_tui.finance.figure import Figure
from negotiator_tui.text.fault import Fault
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.around import Around
from negotiator_tui.ui.commands import COMMANDS
from negotiator_tui.ui.crash import crash_text
from negotiator_tui.ui.desk import Committed, Stood
from negotiator_tui.ui.document import Document, PapersChecked, Saved
from negotiator_tui.ui.files import Files
from negotiator_tui.ui.long_answers import LongAnswers
from negotiator_tui.ui.pages import rows_of
from negotiator_tui.ui.panel import BudgetPanel
from negotiator_tui.ui.rail import Rail
from negotiator_tui.ui.searching import Searching
from negotiator_tui.ui.session import Session
from negotiator_tui.ui.sheet import Sheet
from negotiator_tui.ui.signals import end_on_signals
from negotiator_tui.ui.theme import THEMES

if TYPE_CHECKING:
    from negotiator_tui.ui.doing import Doing
    from negotiator_tui.ui.import_reading import StatementReading
    from negotiator_tui.ui.recent_next import RecentLooked

WIDE, SIDES = 100, 58
"""Columns from which stages and budget stand beside the work, and what they take."""
FIRST_LOOK = 0.1
"""Seconds after the first paint until what is imported late is shown."""


class Negotiator(App[int]):
    """The wizard. It holds one session, one clock and one document; everything else shows them."""

    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - as textual declares it
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-short"), (22, "-tall"), (32, "-roomy")]  # noqa: RUF012 - as textual declares it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(each.key, f"run('{each.id}')", each.label, id=each.id, tooltip=each.help, show=False)
        for each in COMMANDS
        if each.key
    ]

    def __init__(self, session: Session, document: Document, files: Files, *, demo: bool = False) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        # Assigning the theme would have the stylesheet parsed a second time.
        self.set_reactive(App.theme, THEMES[0].name)
        self.stylesheet.set_variables(self.get_css_variables())
        self.session, self.document, self.files = session, document, files
        self.files.app = self
        session.own_scenes = files.own_scenes
        self._demo = demo
        self.crash = ""
        self.around, self.long = Around(self), LongAnswers(self)
        self.sheet = Sheet(session, self, lambda: rows_of(self.session.place.page, self.session.view()))
        self.searching = Searching(self, self.show_found)
        self.ticking = False
        self.reading: StatementReading | None = None
        self.saved = ""
        self._day = session.now().date()
        for each in COMMANDS:
            if each.key:
                self.sheet.editor.keys.setdefault(each.key, _running(self, each.id))

    @cached_property
    def doing(self) -> "Doing":
        """What the commands do; imported with the first of them."""
        from negotiator_tui.ui.doing import Doing

        return Doing(self)

    def compose(self) -> ComposeResult:
        """Stages, the work, the budget; the next step and the keys below."""
        yield self.around.rail
        with Container(id="center"):
            yield self.around.crumb
            yield self.sheet
            yield self.around.hint
        yield self.around.panel
        yield self.around.next_step
        yield self.around.keys

    def on_mount(self) -> None:
        """Stand where the borrower stood, with the half-typed word in the editor."""
        self.document.attach(self)
        end_on_signals(self)
        self.sheet.editor.focus()
        # Known before the first layout, so that it is not done twice.
        sizes = (self.size.width, self.HORIZONTAL_BREAKPOINTS), (self.size.height, self.VERTICAL_BREAKPOINTS)
        self.screen.add_class(*(max(each for each in points or () if each[0] <= size)[1] for size, points in sizes))
        if self._demo:
            self._demo = False
            self.message = self.files.demo()
        self.show_page(self.session.place.path)
        self.set_timer(FIRST_LOOK, self.around.look)
        self.set_timer(1, _collect_again)
        self.set_interval(60, self.minute)

    @property
    def message(self) -> Fault | None:
        """What there is to say. It stands until the borrower goes on to another row."""
        return self.around.message

    @message.setter
    def message(self, message: Fault | None) -> None:
        self.around.message = message

    @property
    def inks(self) -> Widget:
        """The widget that has the looks of all inks."""
        return self.sheet.body

    def room(self) -> int:
        """The width the sheet will have, while it has none: the first paint shows the page already."""
        return self.size.width - (SIDES if self.size.width >= WIDE else 0)

    # -- showing -------------------------------------------------------------------------------------------------

    def show_page(self, stand: Path = ()) -> None:
        """Make the page anew, stand on a row of it, and show everything around it."""
        self.session.reveal(stand)
        place = self.session.place
        key = stand[2:] if place.page == "item" and stand[:2] == place.path[:2] and len(stand) > 3 else stand
        self.sheet.show(key or None)
        self.show_around()

    def show_around(self) -> None:
        """Show what stands around the sheet."""
        self.searching.look()
        self.screen.set_class(self.session.ascii, "-ascii")
        self.around.show()

    def minute(self) -> None:
        """A minute has gone by. After midnight the page is made anew too; who is typing goes on typing."""
        day = self.session.now().date()
        if day != self._day:
            self._day = day
            self.sheet.renew()
        self.show_around()

    def show_found(self) -> None:
        """The search is done: its rows come in, and who is typing goes on typing."""
        self.sheet.renew()

    # -- what the sheet asks for ---------------------------------------------------------------------------------

    def open(self, target: r.Target) -> None:
        """Show another page; Esc comes back. A long text that is open is finished first, as it is by all that follow."""
        self.message = None
        self.long.finish()
        self.sheet.begin()
        self.session.go(target)
        self.show_page(target.path)
        self.document.placed(self.session)

    def perform(self, command: str, argument: str = "") -> None:
        """Do what a command stands for."""
        self.message = None
        self.long.finish()
        self.doing.do(command, argument)

    def typed(self, reading: Reading) -> None:
        """The panel follows each keystroke; the text is kept as a draft."""
        self.message = None
        self.document.draft(self.session)
        self.around.panel.show(self.session.view(), self.session.live)
        self.around.show_hint(reading.fault if reading.fault and reading.value else None)

    def explain(self, figure: Figure) -> None:
        """Open the arithmetic of a figure."""
        self.message = None
        self.long.finish()
        self.sheet.begin()
        self.session.explain(figure)
        self.show_page()

    def leave(self) -> None:
        """One level up; at the top there is nothing to leave. A file that is being read is stopped first."""
        if self.reading is not None:
            self.perform("import-stop")
            return
        if self.session.back():
            self.message = None
            self.sheet.begin()
            self.show_page(self.session.place.path)

    def long_text(self, path: Path) -> None:
        """Open a long answer over the body."""
        self.long.open(path)

    # -- messages ------------------------------------------------------------------------------------------------

    def on_sheet_committed(self, _message: Committed) -> None:
        """The answer counts: everything around the sheet follows."""
        self.show_around()
        self.document.draft(self.session)

    def on_sheet_stood(self, message: Stood) -> None:
        """Help for the row; the place is remembered."""
        self.around.show_hint(message.fault)
        self.document.placed(self.session)

    def on_rail_go_to(self, message: Rail.GoTo) -> None:
        """A page was chosen on the rail."""
        self._come_back()
        self.open(r.Target(message.page))

    def on_rail_left(self) -> None:
        """Back to the work."""
        self.long.focus()

    def on_budget_panel_opened(self, message: BudgetPanel.Opened) -> None:
        """A figure of the panel is to be explained."""
        self._come_back()
        self.explain(message.figure)

    def on_budget_panel_left(self) -> None:
        """Back to the work."""
        self.long.focus()

    def _come_back(self) -> None:
        """What was being written counts, and the sheet has the keyboard: something beside it was chosen."""
        self.long.finish()
        self.sheet.settle()
        self.sheet.editor.focus()

    def on_long_text_done(self) -> None:
        """The long text is finished."""
        self.long.finish()

    def on_text_area_changed(self) -> None:
        """A long text is kept while it is written."""
        self.long.keep()

    def on_saved(self, message: Saved) -> None:
        """The file is on the disk, or it is said why not."""
        if self.screen_stack:  # a thread may report while the program ends, as in the two that follow
            self.doing.saved(message)

    def on_papers_checked(self, message: PapersChecked) -> None:
        """The files of the papers were compared."""
        from negotiator_tui.ui.papers import checked

        if self.screen_stack:
            checked(self, message)

    def on_recent_looked(self, message: "RecentLooked") -> None:
        """A case opened before was read: what is next in it is said under its name."""
        from negotiator_tui.ui.recent_next import looked

        if self.screen_stack:
            looked(self, message)

    def on_resize(self, _event: Resize) -> None:
        """Everything around the sheet depends on the width."""
        self.call_after_refresh(self.show_around)

    def end(self, code: int) -> None:
        """Save and leave at once: the window was closed or the program is to end."""
        self.sheet.keep_typed()
        self.document.draft(self.session)
        self.document.close(self.session)
        self.exit(code, return_code=code)

    async def action_quit(self) -> None:
        """Textual's own quitting goes the same way as ours."""
        self.perform("quit")

    def action_help_quit(self) -> None:
        """Ctrl+C copies in the editor; it never ends the program."""

    def _fatal_error(self) -> None:
        """In place of textual's report, which prints local variables and with them the case."""
        self.crash = crash_text(
            self._exception or RuntimeError(), self.session.lang, self.session.path, self.document.backups
        )
        self.document.draft(self.session)
        self._close_messages_no_wait()

    def action_run(self, command: str) -> None:
        """A key that the sheet did not take first."""
        self.perform(command)

    def use(self, session: Session, document: Document) -> None:
        """Go on with another case."""
        if self.reading is not None:
            self.reading.stop()
            self.reading = None
        self.session = session
        session.own_scenes = self.files.own_scenes
        self.document, self.saved, self.message = document, "", None
        document.attach(self)
        self.sheet.use(session)
        self.show_page(session.place.path)


def _collect_again() -> None:
    """Collect garbage again, but not what start-up made: it stays."""
    gc.freeze()
    gc.enable()


def _running(app: Negotiator, command: str) -> Callable[[], bool]:
    """What a key of the editor does that runs a command at once."""

    def run() -> bool:
        app.perform(command)
        return True

    return run
