"""Which case the wizard is on: opening, beginning, the made-up one, a backup, the printed question sheet."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from negotiator_tui.case.case import Case
from negotiator_tui.storage.locations import Locations, real_path
from negotiator_tui.storage.session import save_copy
from negotiator_tui.storage.settings import load_settings
from negotiator_tui.text.dates import format_moment
from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_, Lang, t
from negotiator_tui.ui.document import Document
from negotiator_tui.ui.file_document import FileDocument
from negotiator_tui.ui.rows import Target
from negotiator_tui.ui.session import Session
from negotiator_tui.ui.shelf import Shelf

if TYPE_CHECKING:
    from negotiator_tui.ui.app import Negotiator
    from negotiator_tui.ui.own_scenes import OwnScene

declare(
    {
        "files.kept": N_("What was in this window is now in {name}, and you go on in it."),
        "files.reloaded": N_("This is the file as it was saved elsewhere. What was in this window is in the backups."),
        "files.recreated": N_("{name} is written again, with what is in this window."),
        "files.new": N_("The new case is kept in {name}. It saves itself."),
        "files.demo": N_("A made-up case, in a temporary folder. Try anything; nothing of yours is in it."),
        "files.restored": N_("The copy was put into {name}. The damaged file stays as it was."),
        "files.printed": N_("The question sheet is in {name}."),
    },
    told=True,
)
declare(
    {
        "files.no-backup": N_("There is no earlier copy of this case that can be opened."),
    }
)


class Files:
    """Opens cases for the app; each method says what there is to say, or None."""

    def __init__(self, here: Locations, now: Callable[[], datetime]) -> None:
        self.here, self.now = here, now
        self.app: Negotiator | None = None

    def begin(self, path: Path | None, lang: Lang) -> tuple[Session, Document]:
        """The first session of a run: the case at `path`, else the start screen."""
        if path is not None:
            document = FileDocument(path, self.here, self.now, lang)
            if document.refused is None:
                return document.session(lang), document
            return self._start(lang, path, document)
        return self._start(lang)

    def open(self, argument: str) -> Fault | None:
        """Open the case at a typed or chosen path."""
        return self._switch(_typed(argument))

    def new(self, argument: str) -> Fault | None:
        """Begin a new case, in the file named or in one of a usual name in this folder."""
        lang = self._lang()
        path = _typed(argument) if argument else _free(Path.cwd(), t(lang, N_("my-debts")))
        written = save_copy(Case(), path, lang)
        if isinstance(written, Fault):
            return written
        return self._switch(path) or fault("files.new", name=path)

    def demo(self) -> Fault | None:
        """Open the made-up case from a temporary folder."""
        import tempfile

        from negotiator_tui.case.demo import demo_case

        path = Path(tempfile.mkdtemp(prefix="negotiator-demo-")) / "demo.toml"
        written = save_copy(demo_case(self.now().date()), path, self._lang())
        if isinstance(written, Fault):
            return written
        return self._switch(path) or fault("files.demo")

    def open_backup(self, argument: str) -> Fault | None:
        """Put the newest good backup of a damaged case beside it, and open that."""
        from negotiator_tui.storage.backups import backups_of

        backups = backups_of(Path(argument), self.here)
        found = backups.newest_good()
        if found is None:
            return fault("files.no-backup")
        restored = backups.restore(found[0], self.now())
        if isinstance(restored, Fault):
            return restored
        return self._switch(restored) or fault("files.restored", name=restored.name)

    def resolve(self, way: str) -> Fault | None:
        """Settle that the file was changed elsewhere: go on in a copy of one's own, or take the file as it is."""
        app = self._wizard()
        session, document = app.session, app.document
        settled = document.resolve(session, way)
        if isinstance(settled, Fault):
            return settled
        if isinstance(settled, Path):
            document.abandon()
            return self._switch(settled, closed=True) or fault("files.kept", name=settled.name)
        if way == "recreate":
            session.shelf = Shelf(session.shelf.recents)
            app.leave()
            return fault("files.recreated", name=Path(document.path).name)
        path = Path(document.path)
        document.abandon()
        return self._switch(path, closed=True) or fault("files.reloaded")

    def print_questions(self) -> Fault | None:
        """Write the question sheet as text, beside the case or into this folder."""
        from negotiator_tui.case.sheet import sheet
        from negotiator_tui.storage.backups import save_beside

        session = self._wizard().session
        base = Path(session.path) if session.path else Path.cwd() / "case.toml"
        path = base.with_name(t(session.lang, N_("questions")) + ".txt")
        text = "\n".join(sheet(session.lang)).encode()
        written = (
            save_beside(path, t(session.lang, N_("again")), text, self.now()) if path.exists() else _written(path, text)
        )
        return written if isinstance(written, Fault) else fault("files.printed", name=written.name)

    def own_scenes(self) -> "tuple[OwnScene, ...]":
        """The rehearsal scenes in the settings folder."""
        from negotiator_tui.ui.own_scenes import own_scenes

        return own_scenes(self.here)

    def _switch(self, path: Path, *, closed: bool = False) -> Fault | None:
        app, lang = self._wizard(), self._lang()
        if not closed and app.session.path == str(real_path(path)):  # its own lock would keep it out
            problem = app.document.close(app.session)
            if problem is not None:
                return problem
            closed = True
        document = FileDocument(path, self.here, self.now, lang)
        if document.refused is not None:
            session, nothing = self._start(lang, path, document)
            if not app.session.path or closed:
                app.use(session, nothing)
            return document.refused.fault
        problem = None if closed else app.document.close(app.session)
        if problem is not None:
            document.abandon()
            return problem
        session = document.session(lang)
        session.ascii = session.ascii or app.session.ascii
        app.use(session, document)
        return app.message

    def _start(
        self, lang: Lang, path: Path | None = None, document: FileDocument | None = None
    ) -> tuple[Session, Document]:
        from negotiator_tui.storage.recents import load_recents

        session = Session(Case(), lang, self.now)
        session.why_read_only = fault("document.no-case")
        settings = load_settings(self.here)
        session.hide, session.ascii = settings.hide_amounts, settings.ascii
        session.shelf = Shelf(load_recents(self.here))
        last = next((f"open.{each.path}" for each in session.shelf.recents), "new")
        session.place = Target("start", ("action", last))
        refused = document.refused if document is not None else None
        if refused is not None and path is not None:
            backup = format_moment(refused.backup.made) if refused.backup else ""
            session.shelf = replace(session.shelf, damaged=refused.fault, damaged_path=str(path), backup=backup)
        return session, Document()

    def _wizard(self) -> "Negotiator":
        if self.app is None:
            raise RuntimeError("files are asked for before the app is there")
        return self.app

    def _lang(self) -> Lang:
        return self._wizard().session.lang


def _typed(argument: str) -> Path:
    """A path as it was typed or dropped into the terminal."""
    from negotiator_tui.ui.typed_path import typed_path

    return typed_path(argument)


def _free(folder: Path, stem: str) -> Path:
    """A name in the folder that no file has yet."""
    names = (stem, *(f"{stem}-{number}" for number in range(2, 10_000)))
    return next(folder / f"{name}.toml" for name in names if not (folder / f"{name}.toml").exists())


def _written(path: Path, text: bytes) -> Path | Fault:
    from negotiator_tui.storage.atomic import write_beside

    written = write_beside(path, text)
    return written if isinstance(written, Fault) else path
