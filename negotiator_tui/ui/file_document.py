"""A session kept in a case file: saved by itself, drafted at each keystroke, guarded against other programs."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from negotiator_tui.case.case import LISTS, Case, find
from negotiator_tui.case.stages import STAGE_OF
from negotiator_tui.storage import session as opened
from negotiator_tui.storage.casefile import Opened, read_case
from negotiator_tui.storage.drafts import Draft as KeptDraft
from negotiator_tui.storage.drafts import LivePlace
from negotiator_tui.storage.locations import Locations
from negotiator_tui.storage.settings import Settings, load_settings, save_settings
from negotiator_tui.text.fault import Fault, fault
from negotiator_tui.text.language import Lang
from negotiator_tui.ui.document import Document, Saved
from negotiator_tui.ui.rows import Target
from negotiator_tui.ui.session import Draft, Session

if TYPE_CHECKING:
    from negotiator_tui.storage.saver import Result
    from negotiator_tui.ui.app import Negotiator

REMEMBER_AFTER = 1.0
"""Seconds until an opened case stands in the list of recent ones: not while the first page is drawn."""
COMPARE_AFTER = 1.5
"""Seconds until the files of an opened case are compared with what they were when they were taken in."""
PATIENCE = 5.0
"""Seconds a save may take when the program is being closed."""


class FileDocument(Document):
    """The file of a session. Saving runs in the saver's thread and reports to the app by message."""

    def __init__(self, path: Path, here: Locations, now: Callable[[], datetime], lang: Lang) -> None:
        self._here, self._now = here, now
        self._app: Negotiator | None = None
        self._unkept = False
        self._opened = opened.open_session(path, here, now=now, on_result=self._report, lang=lang)

    @property
    def refused(self) -> opened.Refused | None:
        """Why the case could not be opened at all."""
        return self._opened if isinstance(self._opened, opened.Refused) else None

    @property
    def kept(self) -> opened.Session:
        """The opened case. TypeError when it was refused."""
        if isinstance(self._opened, opened.Refused):
            raise TypeError("the case was refused")
        return self._opened

    def session(self, lang: Lang) -> Session:
        """A sitting with this case, where it was left, with what was half-typed."""
        kept = self.kept
        session = Session(kept.case, lang, self._now, path=str(kept.path))
        session.why_read_only = kept.read_only
        place, written = kept.live.place, kept.case.place
        session.place = (
            (_place(kept.case, place.page, place.row) if place else None)
            or _place(kept.case, written.page, written.path)
            or Target("first")
        )
        for draft in kept.live.drafts:
            session.drafts[draft.path] = Draft(draft.path, draft.raw, draft.caret)
        settings = load_settings(self._here)
        session.hide, session.ascii = settings.hide_amounts, settings.ascii
        session.still = settings.reduced_motion
        session.changed = lambda case: self._changed(session, case)
        return session

    @property
    def path(self) -> str:
        """The case file."""
        return str(self.kept.path)

    @property
    def backups(self) -> str:
        """The folder with earlier versions."""
        return str(self.kept.backups.folder)

    def attach(self, app: "Negotiator") -> None:
        """Report saves to this app from now on; tell once what opening noticed."""
        self._app = app
        kept = self.kept
        told = (*kept.notices, *kept.problems, *((kept.read_only,) if kept.read_only else ()))
        if told:
            app.message = told[-1]
        app.set_timer(REMEMBER_AFTER, lambda: self._opened_for_good(app))
        app.set_timer(COMPARE_AFTER, lambda: self._compare(app))

    def draft(self, session: Session) -> None:
        """Keep what is being typed; costs a fraction of a millisecond. Where the disk refuses, that is said once."""
        drafts = self.kept.drafts
        if drafts is None:
            return
        typed = tuple(KeptDraft(each.path, each.raw, each.caret) for each in session.drafts.values())
        unkept = drafts.put(typed) is not None
        if unkept and not self._unkept and self._app is not None:
            self._app.message = fault("document.unkept")
        self._unkept = unkept

    def placed(self, session: Session) -> None:
        """Keep where the borrower stands, unless it is a page of help."""
        drafts = self.kept.drafts
        if drafts is not None and (session.place.page in STAGE_OF or session.place.page == "item"):
            drafts.move(LivePlace(_stage(session), session.place.page, session.place.path))
            self.draft(session)

    def remember(self, session: Session) -> None:
        """Keep language and looks."""
        kept = load_settings(self._here)
        settings = Settings(session.lang, session.hide, kept.ascii, kept.reduced_motion)
        save_settings(self._here, settings)
        if self.kept.saver is not None:
            self.kept.saver.speak(session.lang)

    def save_now(self, session: Session) -> Fault | None:
        """Save and wait for it."""
        saver = self.kept.saver
        if saver is None:
            return session.why_read_only
        saver.changed(session.saved_case())
        return _wrong(saver.flush(PATIENCE))

    def close(self, session: Session) -> Fault | None:
        """Save, sync what is half-typed, let the next program in."""
        saver = self.kept.saver
        self._recent(session)
        if saver is not None and saver.unsaved:
            problem = _wrong(saver.flush(PATIENCE))
            if problem is not None:
                return problem
        self.kept.close(PATIENCE)
        return None

    def abandon(self) -> None:
        """Let go without another try at saving."""
        self.kept.close(0.1)

    def resolve(self, session: Session, way: str) -> "Case | Path | Fault":
        """Settle a conflict: `keep` writes this window's case beside the file, `reload` takes the file's."""
        kept = self.kept
        if kept.saver is None:
            return fault("storage.missing", name=kept.path.name)
        if way == "keep":
            return kept.saver.keep_mine_beside(session.saved_case())
        if way == "recreate":
            kept.saver.recreate()
            return session.case
        from negotiator_tui.storage.writer import dump_case

        on_disk = read_case(kept.path)
        if isinstance(on_disk, Fault):
            return on_disk
        put_away = kept.backups.keep(dump_case(session.saved_case(), session.lang), self._now())
        if isinstance(put_away, Fault):
            return put_away
        kept.saver.adopt(on_disk.sha256)
        if kept.unsaved is not None:
            kept.unsaved.adopt(on_disk.case, on_disk.sha256)
        return on_disk.case

    def conflict_shelf(self, session: Session, problem: Fault) -> None:
        """Put what differs where the page about it looks."""
        from negotiator_tui.storage.compare import differences

        on_disk = read_case(self.kept.path)
        found = differences(session.case, on_disk.case) if isinstance(on_disk, Opened) else ()
        gone = not self.kept.path.exists()
        session.shelf = replace(session.shelf, conflict=problem, differences=found, gone=gone)

    def _changed(self, session: Session, case: Case) -> None:
        del case
        saver = self.kept.saver
        problem = saver.changed(session.saved_case()) if saver is not None else None
        if problem is not None and self._app is not None:
            self._app.message = problem

    def _recent(self, session: Session) -> None:
        from negotiator_tui.storage.recents import Recent, remember

        remember(self._here, Recent(self.kept.path, session.case.borrower.alias or "", self._now(), _stage(session)))

    def _opened_for_good(self, app: "Negotiator") -> None:
        """A moment after opening: the case is listed as a recent one, if it is still the one on the screen."""
        if app.document is self:
            self._recent(app.session)

    def _compare(self, app: "Negotiator") -> None:
        if app.document is self and any(each.sha256 for each in app.session.case.materials):
            from negotiator_tui.ui.papers import check

            check(app)

    def _report(self, result: "Result") -> None:
        """Called from the saver's thread."""
        from negotiator_tui.storage.saver import Conflict, SaveFailed
        from negotiator_tui.storage.saver import Saved as SavedToDisk

        app = self._app
        if app is None or app.document is not self:  # a save that ends after its case was left concerns no other case
            return
        match result:
            case SavedToDisk(at=at, notices=notices):
                app.post_message(Saved(at.strftime("%H:%M:%S"), notices[0] if notices else None))
            case SaveFailed(fault=problem):
                app.post_message(Saved("", problem))
            case Conflict(fault=problem):
                app.post_message(Saved("", problem, conflict=True))


def _stage(session: Session) -> str:
    """The id of the stage the page belongs to; empty for a page of none."""
    stage = STAGE_OF.get(session.place.page)
    return stage.id if stage is not None else ""


def _place(case: Case, page: str, path: tuple[str, ...]) -> Target | None:
    """Where one stood, if that is a page of the sheet or an item that is there: anything may be written in a file."""
    if page == "item":
        there = len(path) > 1 and path[0] in LISTS and find(case, path[0], path[1]) is not None
        return Target(page, path) if there else None
    return Target(page, path) if page in STAGE_OF else None


def _wrong(result: "Result | None") -> Fault | None:
    from negotiator_tui.storage.saver import Conflict, SaveFailed

    return result.fault if isinstance(result, SaveFailed | Conflict) else None
